"""Event rules: which predicate with which arguments is which happening (PLOVER type and mode, or STATE).

One file for each type under data/rules/en; `classes.yaml` beside them holds word classes ("@troops") for the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import cast, get_args

from communique.config import DATA
from communique.lexicon.files import Entry, Value, read_entries, read_table
from communique.records.events import EventStatus
from communique.records.record import PloverType

FOLDER = "rules/{language}"
GUESSED = "models/{language}/roles"
CLASSES = "classes"
VERBAL_NOUNS = "verbal_nouns"
DOERS = "doers"
PARTS = ("actor", "recipient")
SOMEBODY = "somebody"
"""In `requires` of what was guessed: an actor, a recipient or a place."""
RECORDS = ("event", "engagement", "statement")
POS = ("verb", "noun", "adjective")
TYPES = (*get_args(PloverType), "STATE", "APPEAL", "STATEMENT")
"""The types of the records, and the codebook's two kinds of speech that are no event by themselves."""

ANY_ACTOR = "@actor"
"""In `words`: whatever names an actor."""
ANY_POWER = "@power"
"""In `words` and `unless`: a state, one of its organs, or an organisation."""
ANY_PLACE = "@place"
"""In `words` and `unless`: a city or another place by its name."""
ANY_WORD = "@any"
"""In `unless`: the role must be empty."""

_FIELDS = ("id", "predicate", "examples", "counterexamples")
_GUESSED_FIELDS = ("id", "roles", "counterexamples")
_OPTIONAL = (
    "type",
    "pos",
    "roles",
    "requires",
    "words",
    "unless",
    "mode",
    "contexts",
    "reciprocal",
    "gives",
    "record",
    "modal",
    "placed",
)

Words = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class EventRule:
    """A predicate, what its arguments must be, and what happening that is.

    `predicates` are phrases of lemmas: "attack", "pull out" (particle), "hold talk" (object), "go on strike"
    (preposition and noun), "rely on -" (preposition); "*" is any verb that no other rule knows. `roles` maps a
    grammatical role to "actor" or "recipient"; the role "speaker" is whoever the sentence quotes. `words` and `unless`
    map a role ("from|of": either) to the head lemmas that it must or must not have; `modal` are the modal verbs that
    the predicate must stand under. A reciprocal rule takes all parties as actors. `record` says what the happening
    becomes: an event, an engagement or a statement (the last two serve the PLOVER projection only). `gives` replaces
    the status that the sentence shows. A `placed` happening without a place of its own is in the one country that its
    clause speaks of.
    """

    id: str
    type: str
    predicates: tuple[tuple[str, ...], ...]
    pos: frozenset[str]
    roles: Mapping[str, str]
    requires: frozenset[str]
    words: Words
    unless: Words
    mode: str | None
    contexts: tuple[str, ...]
    modal: frozenset[str]
    reciprocal: bool
    placed: bool
    gives: str | None
    record: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True)
class EventRules:
    """All rules in file order, and by the first word of their predicates; `classes` are the named word classes.

    `guessed` has by type the rule for what the trained finder found and none of the others knows; `verbal_nouns` the
    verb whose rules serve a noun too ("extradition": "extradite"); `doers` by verb and a noun's role under it the
    roles of who would do and who would receive it ("asked *Chad* for help": the object does, the subject receives).
    """

    rules: tuple[EventRule, ...]
    by_word: Mapping[str, tuple[tuple[EventRule, tuple[str, ...]], ...]]
    classes: Words
    guessed: Mapping[str, EventRule]
    verbal_nouns: Mapping[str, str]
    doers: Mapping[tuple[str, str], tuple[tuple[str, str], ...]]

    def types_of(self, word: str) -> tuple[str, ...]:
        """Return the types for which some predicate begins with `word`, in alphabetical order."""
        return self._types.get(word, ())

    @cached_property
    def _types(self) -> dict[str, tuple[str, ...]]:
        return {word: tuple(sorted({rule.type for rule, _ in pairs})) for word, pairs in self.by_word.items()}


@lru_cache(maxsize=8)
def load_rules(overlay: Path | None = None, language: str = "en") -> EventRules:
    """Load the event rules of `language` with the overlay laid over them. Raises LexiconError with file and line."""
    folder = FOLDER.format(language=language)
    classes = _classes(folder, overlay)
    roots = [DATA / folder, *([overlay / folder] if overlay else [])]
    names = sorted({path.stem for root in roots if root.is_dir() for path in root.glob("*.yaml")} - {CLASSES})
    rules: dict[str, EventRule] = {}
    for name in names:
        for entry in read_entries(f"{folder}/{name}", _FIELDS, overlay, optional=_OPTIONAL):
            rule = _rule(entry, name.upper(), classes)
            if rule.id in rules:
                raise entry.error(f"rule {rule.id!r} stands in another file already")
            rules[rule.id] = rule
    guessed = (
        _guessed(entry)
        for entry in read_entries(GUESSED.format(language=language), _GUESSED_FIELDS, overlay, optional=("examples",))
    )
    nouns = read_table(f"{folder}/{VERBAL_NOUNS}", ["noun", "verb"], overlay, key="noun")
    verbal_nouns = {row.cells["noun"]: row.cells["verb"] for row in nouns}
    by_type = {rule.type: rule for rule in guessed}
    return EventRules(
        tuple(rules.values()), _indexed(rules.values()), classes, by_type, verbal_nouns, _doers(folder, overlay)
    )


def _doers(folder: str, overlay: Path | None) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    found: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for row in read_table(f"{folder}/{DOERS}", ["id", "verb", "noun", "doer", "receiver"], overlay):
        at = row.cells["verb"], row.cells["noun"]
        found[at] = (*found.get(at, ()), (row.cells["doer"], row.cells["receiver"]))
    return found


def _classes(folder: str, overlay: Path | None) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for entry in read_entries(f"{folder}/{CLASSES}", ("id", "words"), overlay):
        found[entry.text("id")] = _expanded(entry, entry.texts("words"), found)
    return found


def _expanded(entry: Entry, words: tuple[str, ...], classes: Words) -> frozenset[str]:
    """The words, those with a leading @ replaced by the class they name."""
    found: set[str] = set()
    for word in words:
        if not word.startswith("@") or word in (ANY_ACTOR, ANY_POWER, ANY_PLACE, ANY_WORD):
            found.add(word)
        elif word[1:] in classes:
            found |= classes[word[1:]]
        else:
            raise entry.error(f"no class {word!r} stands above this entry in {CLASSES}.yaml")
    return frozenset(found)


def _rule(entry: Entry, type_: str, classes: Words) -> EventRule:
    pos = entry.texts("pos") or ("verb",)
    roles = {role: _one(entry, "roles", part, PARTS) for role, part in _mapping(entry, "roles").items()}
    record = _one(entry, "record", entry.text("record", "event"), RECORDS)
    return EventRule(
        id=entry.text("id"),
        type=_one(entry, "type", entry.text("type", type_), TYPES),
        predicates=tuple(tuple(phrase.split()) for phrase in _predicates(entry, classes)),
        pos=frozenset(_one(entry, "pos", name, POS) for name in pos),
        roles=roles,
        requires=frozenset(_one(entry, "requires", part, PARTS) for part in entry.texts("requires")),
        words=_words(entry, "words", classes),
        unless=_words(entry, "unless", classes),
        mode=entry.text("mode", "") or None,
        contexts=entry.texts("contexts"),
        modal=frozenset(entry.texts("modal")),
        reciprocal=_one(entry, "reciprocal", entry.text("reciprocal", "false"), ("true", "false")) == "true",
        placed=_one(entry, "placed", entry.text("placed", "false"), ("true", "false")) == "true",
        gives=_one(entry, "gives", entry.text("gives"), get_args(EventStatus)) if "gives" in entry.fields else None,
        record=record,
        examples=entry.texts("examples"),
        counterexamples=entry.texts("counterexamples"),
    )


def _guessed(entry: Entry) -> EventRule:
    """The rule for what the trained finder takes for a type: any word, and some party."""
    type_ = entry.text("id").partition(".")[0].upper()
    return EventRule(
        id=entry.text("id"),
        type=_one(entry, "id", type_, TYPES),
        predicates=(),
        pos=frozenset(POS),
        roles={role: _one(entry, "roles", part, PARTS) for role, part in _mapping(entry, "roles").items()},
        requires=frozenset({SOMEBODY}),
        words={},
        unless={},
        mode=None,
        contexts=(),
        modal=frozenset(),
        reciprocal=False,
        placed=False,
        gives=None,
        record="statement" if type_ == "STATEMENT" else "event",
        examples=entry.texts("examples"),
        counterexamples=entry.texts("counterexamples"),
    )


def _predicates(entry: Entry, classes: Words) -> Iterator[str]:
    """The predicate phrases in the file's order; a class stands for its words in alphabetical order."""
    for phrase in entry.texts("predicate"):
        if phrase.startswith("@"):
            yield from sorted(_expanded(entry, (phrase,), classes))
        elif phrase.split():
            yield phrase
        else:
            raise entry.error("a predicate is empty")


def _mapping(entry: Entry, name: str) -> dict[str, Value]:
    value = entry.fields.get(name, {})
    if not isinstance(value, dict):
        raise entry.error(f"{name} must be a mapping of roles")
    return value


def _words(entry: Entry, name: str, classes: Words) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for role, value in _mapping(entry, name).items():
        items = value if isinstance(value, list) else [value]
        if not all(isinstance(item, str) for item in items):
            raise entry.error(f"{name}: {role} must be a list of strings")
        found[role] = _expanded(entry, tuple(cast("list[str]", items)), classes)
    return found


def _one(entry: Entry, name: str, value: Value, allowed: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in allowed:
        raise entry.error(f"{name} is {value!r}, not one of {', '.join(map(repr, allowed))}")
    return value


def _indexed(rules: Iterable[EventRule]) -> dict[str, tuple[tuple[EventRule, tuple[str, ...]], ...]]:
    found: dict[str, list[tuple[EventRule, tuple[str, ...]]]] = {}
    for rule in rules:
        for phrase in rule.predicates:
            found.setdefault(phrase[0], []).append((rule, phrase))
    return {word: tuple(pairs) for word, pairs in found.items()}
