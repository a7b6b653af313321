"""What ties actors to each other in words: accusations, denials, relationships and labels (data/relations/<language>/).

Every entry that acts as a rule carries examples and counterexamples, which the tests run.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from communique.lexicon.files import read_rules, read_table

Claim = Literal["any", "wrong"]
"""What an accusing cue must report to make an allegation: anything at all, or something blameworthy."""

Denied = Literal["any", "claim", "verdict", "epithet", "deed", "truth", "innocence"]
"""What a denying cue must reject: anything, a claim noun, one called false ("as baseless"), or also "false claims"; a
misdeed ("disavowed the raid"), the truth *in* a claim, or that one is not innocent."""

Shape = Literal["noun", "between", "pair", "verb", "adjective", "modifier"]
"""How a relationship stands in a sentence; see data/relations/en/relationships.yaml."""

Naming = Literal["quoted", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccusationRule:
    """A cue that accuses: the roles of the accused and of the alleged thing in its clause, first filled wins.

    With `thing` the cue needs one of these as its object or content ("put the *blame* on B"), with `by` as its subject
    ("*documents* show"); `passive`: only "is believed to".
    """

    id: str
    cues: frozenset[str]
    pos: str = "verb"
    accused: tuple[str, ...]
    content: tuple[str, ...]
    claim: Claim
    confidence: float = 0.8
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    thing: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    passive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialRule:
    """A cue that denies; `denied` says what must be rejected for it to be a denial."""

    id: str
    cues: frozenset[str]
    pos: str = "verb"
    denied: Denied
    confidence: float = 0.8
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationshipRule:
    """Words for a lasting tie; `a` and `b` are roles of the word ("referent": whom its noun phrase describes)."""

    id: str
    relation: str
    shape: Shape
    words: frozenset[str]
    a: tuple[str, ...] = ()
    b: tuple[str, ...] = ()
    a_kinds: frozenset[str] = frozenset()
    b_kinds: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRule:
    """Verbs that give a name; `name` are the roles where the name stands, `about` those of the one so called."""

    id: str
    words: frozenset[str]
    pos: str = "verb"
    about: tuple[str, ...]
    name: tuple[str, ...]
    naming: Naming
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


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


def load_relations(overlay: Path | None = None) -> Relations:
    """Load the relation tables; LexiconError names file and line of a bad entry."""
    folder, cues = "relations/en", {"cues": "words"}
    words: dict[str, set[str]] = {name: set() for name in LISTS}
    for row in read_table(f"{folder}/words", ("word", "list"), overlay, key="word"):
        for name in row.many("list"):
            if name not in words:
                raise row.error(f"list is {name!r}, not one of {', '.join(LISTS)}")
            words[name].add(row["word"])
    rows = read_table(f"{folder}/recipients", ("predicate", "roles"), overlay, key="predicate")
    harmless = read_table(f"{folder}/harmless", ("predicate", "objects"), overlay, key="predicate")
    accusations = tuple(r for _, r in read_rules(AccusationRule, f"{folder}/accusations", overlay, names=cues))
    denials = tuple(r for _, r in read_rules(DenialRule, f"{folder}/denials", overlay, names=cues))
    relationships = tuple(r for _, r in read_rules(RelationshipRule, f"{folder}/relationships", overlay))
    return Relations(
        accusations=accusations,
        denials=denials,
        relationships=relationships,
        labels=tuple(r for _, r in read_rules(LabelRule, f"{folder}/labels", overlay)),
        words={name: frozenset(found) for name, found in words.items()},
        recipients={row["predicate"]: row.many("roles") for row in rows},
        harmless={row["predicate"]: frozenset(row.many("objects")) for row in harmless},
        accusing=frozenset(cue for rule in accusations if _accuses(rule) for cue in rule.cues),
        denying=frozenset(cue for rule in denials if rule.pos == "verb" for cue in rule.cues) - {_COPULA},
        tying=frozenset(word for rule in relationships for word in rule.words),
    )


def _accuses(rule: AccusationRule) -> bool:
    """Whether a rule's cues are verbs that accuse by themselves, unlike "is said to", "link to"."""
    return rule.pos == "verb" and rule.claim == "any" and not rule.thing
