"""Event rules: which predicate with which arguments is which happening (PLOVER type and mode, or STATE).

One file for each type under data/rules/en; `classes.yaml` beside them holds word classes ("@troops") for the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, Literal, cast, get_args

from communique.config import DATA
from communique.lexicon.files import Entry, Value, read_entries, read_rules, read_table
from communique.records.events import EventStatus
from communique.records.record import PloverType

FOLDER = "rules/en"
GUESSED = "models/en/roles"
CLASSES = "classes"
VERBAL_NOUNS = "verbal_nouns"
DOERS = "doers"
PARTS = ("actor", "recipient")
SOMEBODY = "somebody"
"""In `requires` of what was guessed: an actor, a recipient or a place."""
Pos = Literal["verb", "noun", "adjective"]
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

_GUESSED_FIELDS = ("id", "roles", "counterexamples")
_CALLED = {"predicates": "predicate"}

Words = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRule:
    """A predicate, what its arguments must be, and what happening that is.

    `predicates` are phrases of lemmas: "attack", "pull out" (particle), "hold talk" (object), "go on strike"
    (preposition and noun), "rely on -" (preposition); "*" is any verb that no other rule knows. `roles` maps a
    grammatical role to "actor" or "recipient"; the role "speaker" is whoever the sentence quotes. `words` and `unless`
    map a role ("from|of": either) to the head lemmas that it must or must not have; `modal` are the modal verbs that
    the predicate must stand under. A reciprocal rule takes all parties as actors. `record` says what the happening
    becomes: an event, an engagement or a statement (the last two serve the PLOVER projection only). `gives` replaces
    the status that the sentence shows; `type` is that of the file where a rule names
    none. A `placed` happening without a place of its own is in the one country that its clause speaks of.
    """

    id: str
    type: str = ""
    predicates: tuple[tuple[str, ...], ...]
    pos: frozenset[Pos] = frozenset({"verb"})
    roles: Mapping[str, str] = field(default_factory=dict)
    requires: frozenset[str] = frozenset()
    words: Words = field(default_factory=dict)
    unless: Words = field(default_factory=dict)
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    modal: frozenset[str] = frozenset()
    reciprocal: bool = False
    placed: bool = False
    gives: EventStatus | None = None
    record: Literal["event", "engagement", "statement"] = "event"
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
def load_rules(overlay: Path | None = None) -> EventRules:
    """Load the event rules with the overlay laid over them. Raises LexiconError with file and line."""
    classes = _classes(overlay)
    roots = [DATA / FOLDER, *([overlay / FOLDER] if overlay else [])]
    names = sorted({path.stem for root in roots if root.is_dir() for path in root.glob("*.yaml")} - {CLASSES})
    rules: dict[str, EventRule] = {}
    for name in names:
        given = partial(_given, name.upper(), classes)
        for entry, rule in read_rules(EventRule, f"{FOLDER}/{name}", overlay, names=_CALLED, given=given):
            if rule.id in rules:
                raise entry.error(f"rule {rule.id!r} stands in another file already")
            rules[rule.id] = rule
    guessed = (_guessed(entry) for entry in read_entries(GUESSED, _GUESSED_FIELDS, overlay, optional=("examples",)))
    nouns = read_table(f"{FOLDER}/{VERBAL_NOUNS}", ["noun", "verb"], overlay, key="noun")
    verbal_nouns = {row.cells["noun"]: row.cells["verb"] for row in nouns}
    by_type = {rule.type: rule for rule in guessed}
    return EventRules(tuple(rules.values()), _indexed(rules.values()), classes, by_type, verbal_nouns, _doers(overlay))


def _doers(overlay: Path | None) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    found: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for row in read_table(f"{FOLDER}/{DOERS}", ["id", "verb", "noun", "doer", "receiver"], overlay):
        at = row.cells["verb"], row.cells["noun"]
        found[at] = (*found.get(at, ()), (row.cells["doer"], row.cells["receiver"]))
    return found


def _classes(overlay: Path | None) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for entry in read_entries(f"{FOLDER}/{CLASSES}", ("id", "words"), overlay):
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


def _given(type_: str, classes: Words, entry: Entry) -> dict[str, Any]:
    """What of a rule is not to be read by its type: words of classes, parts by role, the type of its file."""
    return {
        "type": _one(entry, "type", entry.text("type", type_), TYPES),
        "predicates": tuple(tuple(phrase.split()) for phrase in _predicates(entry, classes)),
        "roles": _roles(entry),
        "requires": frozenset(_one(entry, "requires", part, PARTS) for part in entry.texts("requires")),
        "words": _words(entry, "words", classes),
        "unless": _words(entry, "unless", classes),
    }


def _guessed(entry: Entry) -> EventRule:
    """The rule for what the trained finder takes for a type: any word, and some party."""
    type_ = entry.text("id").partition(".")[0].upper()
    return EventRule(
        id=entry.text("id"),
        type=_one(entry, "id", type_, TYPES),
        predicates=(),
        pos=frozenset(get_args(Pos)),
        roles=_roles(entry),
        requires=frozenset({SOMEBODY}),
        record="statement" if type_ == "STATEMENT" else "event",
        examples=entry.texts("examples"),
        counterexamples=entry.texts("counterexamples"),
    )


def _roles(entry: Entry) -> dict[str, str]:
    return {role: _one(entry, "roles", part, PARTS) for role, part in _mapping(entry, "roles").items()}


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
