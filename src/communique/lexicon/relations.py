"""What ties actors to each other in words: accusations, denials, relationships and labels (data/relations/<language>/).

Every entry that acts as a rule carries examples and counterexamples, which the tests run.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, get_args

from communique.lexicon.files import Entry, read_entries, read_table

Claim = Literal["any", "wrong"]
"""What an accusing cue must report to make an allegation: anything at all, or something blameworthy."""

Denied = Literal["any", "claim", "verdict", "epithet", "deed", "truth", "innocence"]
"""What a denying cue must reject: anything, a claim noun, one called false ("as baseless"), or also "false claims"; a
misdeed ("disavowed the raid"), the truth *in* a claim, or that one is not innocent."""

Shape = Literal["noun", "between", "pair", "verb", "adjective", "modifier"]
"""How a relationship stands in a sentence; see data/relations/en/relationships.yaml."""

Naming = Literal["quoted", "any"]


@dataclass(frozen=True, slots=True)
class Examples:
    """What the tests run: sentences in which the rule must fire, and sentences in which it must not."""

    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccusationRule:
    """A cue that accuses: the roles of the accused and of the alleged thing in its clause, first filled wins.

    With `thing` the cue needs one of these as its object or content ("put the *blame* on B"), with `by` as its subject
    ("*documents* show"); `passive`: only "is believed to".
    """

    id: str
    cues: frozenset[str]
    pos: str
    accused: tuple[str, ...]
    content: tuple[str, ...]
    claim: Claim
    confidence: float
    examples: Examples
    thing: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    passive: bool = False


@dataclass(frozen=True, slots=True)
class DenialRule:
    """A cue that denies; `denied` says what must be rejected for it to be a denial."""

    id: str
    cues: frozenset[str]
    pos: str
    denied: Denied
    confidence: float
    examples: Examples


@dataclass(frozen=True, slots=True)
class RelationshipRule:
    """Words for a lasting tie; `a` and `b` are roles of the word ("referent": whom its noun phrase describes)."""

    id: str
    relation: str
    shape: Shape
    words: frozenset[str]
    a: tuple[str, ...]
    b: tuple[str, ...]
    a_kinds: frozenset[str]
    b_kinds: frozenset[str]
    through: frozenset[str]
    without: frozenset[str]
    examples: Examples


@dataclass(frozen=True, slots=True)
class LabelRule:
    """Verbs that give a name; `name` are the roles where the name stands, `about` those of the one so called."""

    id: str
    words: frozenset[str]
    pos: str
    about: tuple[str, ...]
    name: tuple[str, ...]
    naming: Naming
    examples: Examples


@dataclass(frozen=True)
class Relations:
    """All tables of this module and their word lists; `denying` and `accusing` are the verbs of their rules, `tying`
    the words of the relationships."""

    accusations: tuple[AccusationRule, ...]
    denials: tuple[DenialRule, ...]
    relationships: tuple[RelationshipRule, ...]
    labels: tuple[LabelRule, ...]
    words: dict[str, frozenset[str]]
    recipients: dict[str, tuple[str, ...]]
    harmless: dict[str, frozenset[str]]
    denying: frozenset[str]
    accusing: frozenset[str]
    tying: frozenset[str]

    @cached_property
    def by_cue(self) -> dict[tuple[str, str], list[AccusationRule]]:
        """(part of speech, lemma) -> the rules of allegations for this cue, in their order."""
        found: dict[tuple[str, str], list[AccusationRule]] = {}
        for rule in self.accusations:
            is_list = rule.pos == "list"
            for cue in sorted(self.words["accusing_verb"] if is_list else rule.cues):
                found.setdefault(("verb" if is_list else rule.pos, cue), []).append(rule)
                if rule.pos == "adjective":
                    found.setdefault(("verb", cue), []).append(rule)  # "is alarmed", read as a passive
        return found


LISTS = (
    "abetting",
    "accusing_verb",
    "attacker",
    "claim_noun",
    "committing",
    "continuing",
    "counted",
    "facing",
    "giver",
    "harm",
    "hindering",
    "innocence",
    "involving",
    "lasting",
    "making",
    "martial",
    "misdeed",
    "mishap",
    "nobody",
    "not_denied",
    "not_organ",
    "not_war",
    "office",
    "outlaw",
    "owning",
    "part_of",
    "past_tie",
    "private",
    "relation",
    "remaining",
    "retracting",
    "supplies",
    "trading",
    "truth",
    "two_faced",
    "vague",
    "verdict",
    "violent",
    "weapon",
    "weighing",
    "whatever",
    "wrong_adjective",
    "wrong_noun",
    "wrong_verb",
)
"""The word lists of data/relations/<language>/words.csv."""


_COPULA = "be"
"""A cue only together with a verdict ("the claims are false"): by itself it denies nothing."""


def load_relations(overlay: Path | None = None, language: str = "en") -> Relations:
    """Load the relation tables of a language; LexiconError names file and line of a bad entry."""
    folder = f"relations/{language}"
    words: dict[str, set[str]] = {name: set() for name in LISTS}
    for row in read_table(f"{folder}/words", ("word", "list"), overlay, key="word"):
        for name in row.many("list"):
            if name not in words:
                raise row.error(f"list is {name!r}, not one of {', '.join(LISTS)}")
            words[name].add(row["word"])
    rows = read_table(f"{folder}/recipients", ("predicate", "roles"), overlay, key="predicate")
    harmless = read_table(f"{folder}/harmless", ("predicate", "objects"), overlay, key="predicate")
    accusations = _entries(f"{folder}/accusations", overlay, "accused content claim", "confidence pos thing by passive")
    denials = _entries(f"{folder}/denials", overlay, "denied", "confidence pos")
    ties = _entries(f"{folder}/relationships", overlay, "relation shape", "a b a_kinds b_kinds through without")
    labels = _entries(f"{folder}/labels", overlay, "about name naming", "pos")
    relationships = tuple(map(_relationship, ties))
    accusation_rules, denial_rules = tuple(map(_accusation, accusations)), tuple(map(_denial, denials))
    return Relations(
        accusations=accusation_rules,
        denials=denial_rules,
        relationships=relationships,
        labels=tuple(map(_label, labels)),
        words={name: frozenset(found) for name, found in words.items()},
        recipients={row["predicate"]: row.many("roles") for row in rows},
        harmless={row["predicate"]: frozenset(row.many("objects")) for row in harmless},
        accusing=frozenset(cue for rule in accusation_rules if _accuses(rule) for cue in rule.cues),
        denying=frozenset(cue for rule in denial_rules if rule.pos == "verb" for cue in rule.cues) - {_COPULA},
        tying=frozenset(word for rule in relationships for word in rule.words),
    )


def _accuses(rule: AccusationRule) -> bool:
    """Whether a rule's cues are verbs that accuse by themselves, unlike "is said to", "link to"."""
    return rule.pos == "verb" and rule.claim == "any" and not rule.thing


def _entries(name: str, overlay: Path | None, fields: str, optional: str) -> list[Entry]:
    wanted = ("id", "words", *fields.split(), "examples", "counterexamples")
    return read_entries(name, wanted, overlay, optional=optional.split())


def _examples(entry: Entry) -> Examples:
    return Examples(entry.texts("examples"), entry.texts("counterexamples"))


def _one_of(entry: Entry, name: str, allowed: object) -> Any:
    """Return the string in field `name`, LexiconError unless it is one of the values of the Literal `allowed`."""
    value = entry.text(name)
    if value not in get_args(allowed):
        raise entry.error(f"{name} is {value!r}, not one of {', '.join(get_args(allowed))}")
    return value


def _confidence(entry: Entry) -> float:
    try:
        value = float(entry.text("confidence", "0.8"))
    except ValueError:
        value = -1.0
    if not 0 < value <= 1:
        raise entry.error(f"confidence is {entry.text('confidence')!r}, not a number from 0 to 1")
    return value


def _accusation(entry: Entry) -> AccusationRule:
    return AccusationRule(
        id=entry.text("id"),
        cues=frozenset(entry.texts("words")),
        pos=entry.text("pos", "verb"),
        accused=entry.texts("accused"),
        content=entry.texts("content"),
        claim=_one_of(entry, "claim", Claim),
        confidence=_confidence(entry),
        examples=_examples(entry),
        thing=frozenset(entry.texts("thing")),
        by=frozenset(entry.texts("by")),
        passive=entry.text("passive", "no") == "yes",
    )


def _denial(entry: Entry) -> DenialRule:
    return DenialRule(
        id=entry.text("id"),
        cues=frozenset(entry.texts("words")),
        pos=entry.text("pos", "verb"),
        denied=_one_of(entry, "denied", Denied),
        confidence=_confidence(entry),
        examples=_examples(entry),
    )


def _relationship(entry: Entry) -> RelationshipRule:
    return RelationshipRule(
        id=entry.text("id"),
        relation=entry.text("relation"),
        shape=_one_of(entry, "shape", Shape),
        words=frozenset(entry.texts("words")),
        a=entry.texts("a"),
        b=entry.texts("b"),
        a_kinds=frozenset(entry.texts("a_kinds")),
        b_kinds=frozenset(entry.texts("b_kinds")),
        through=frozenset(entry.texts("through")),
        without=frozenset(entry.texts("without")),
        examples=_examples(entry),
    )


def _label(entry: Entry) -> LabelRule:
    return LabelRule(
        id=entry.text("id"),
        words=frozenset(entry.texts("words")),
        pos=entry.text("pos", "verb"),
        about=entry.texts("about"),
        name=entry.texts("name"),
        naming=_one_of(entry, "naming", Naming),
        examples=_examples(entry),
    )
