"""Words of plans and deals: what names them, what happens to them, what they provide, where parties stand on them.

Loaded from data/proposals/<language>/; the rule files (YAML) carry examples and counterexamples that the tests run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, TypeVar

from communique.lexicon.files import Entry, Row, read_rules, read_table
from communique.records.proposals import ProposalStatus, Stance

Strength = Literal["strong", "weak", "anaphor", "offered"]
Take = Literal["clause", "noun", "self", "deed", "on"]
"""What a provision cue hands on: its infinitives and clauses, its noun phrases, itself, or "on X to do" phrases."""

Target = Literal["plan", "matter", "other", "act", "deed", "own", "refrain", "consent"]
"""What a stance may be about; see data/proposals/en/stances.yaml."""

NONE = "none"
"""The value for "says nothing": a stance that disappears under negation, a governor that hides what stands below."""


@dataclass(frozen=True, slots=True)
class PlanNouns:
    """A family of nouns for plans; see data/proposals/en/nouns.yaml."""

    id: str
    strength: Strength
    owners: bool
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRule:
    """What a clause around a plan says of its fate; see data/proposals/en/statuses.yaml."""

    id: str
    gives: ProposalStatus
    roles: frozenset[str]
    proposer: str | None = None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionRule:
    """How a clause with a plan in one of `roles` hands on the plan's points (noun phrases: in the roles `points`).

    See data/proposals/en/provisions.yaml.
    """

    id: str
    take: Take
    roles: frozenset[str]
    points: frozenset[str] = frozenset()
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceRule:
    """What a clause says of its subject's stance; see data/proposals/en/stances.yaml."""

    id: str
    gives: Stance | None
    negated: Stance | None = None
    party: frozenset[str] = frozenset({"subject"})
    roles: frozenset[str]
    target: Target
    modals: frozenset[str] = frozenset()
    conditioned: Stance | None = None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a judgement on a plan ("unacceptable") says of the judge's stance; see data/proposals/en/verdicts.yaml."""

    id: str
    gives: Stance | None
    negated: Stance | None = None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic and the lemmas that all have to be there."""

    lemmas: frozenset[str]
    topic: str


@dataclass(frozen=True)
class ProposalLexicon:
    """All tables of data/proposals/<language>/; predicates map to the rules that they set off, in file order."""

    nouns: Mapping[str, PlanNouns]
    diplomatic: frozenset[str]
    other: frozenset[str]
    vague: frozenset[str]
    fresh: frozenset[str]
    fresh_if_indefinite: frozenset[str]
    no_plan: frozenset[str]
    aims: frozenset[str]
    numbers: Mapping[str, int]
    statuses: Mapping[str, tuple[StatusRule, ...]]
    provisions: Mapping[str, tuple[ProvisionRule, ...]]
    stances: Mapping[str, tuple[StanceRule, ...]]
    stance_nouns: Mapping[str, tuple[StanceRule, ...]]
    governors: Mapping[str, str]
    verdicts: Mapping[str, Verdict]
    closed: Mapping[str, Verdict]
    words: Mapping[str, frozenset[str]]
    topics: tuple[Topic, ...]

    @cached_property
    def heads(self) -> frozenset[str]:
        """The last words of the nouns for plans."""
        return frozenset(noun.split()[-1] for noun in self.nouns)

    @cached_property
    def fate_words(self) -> frozenset[str]:
        """The first words of the predicates that tell a plan's fate: a quick look before the rules are tried."""
        return frozenset(predicate.split()[0] for predicate in self.statuses)

    @cached_property
    def stance_words(self) -> frozenset[str]:
        """The first words of the predicates of stances."""
        return frozenset(predicate.split()[0] for predicate in self.stances)

    def topic(self, lemmas: Sequence[str]) -> str:
        """Return the topic that the lemmas show: most specific cue first, then the earliest; else "other"."""
        place = {lemma: at for at, lemma in reversed(list(enumerate(lemmas)))}
        found = [t for t in self.topics if t.lemmas <= place.keys()]
        best = min(found, key=lambda t: (-len(t.lemmas), max(place[w] for w in t.lemmas)), default=None)
        return best.topic if best else "other"


@cache
def load_proposals(overlay: Path | None = None) -> ProposalLexicon:
    """Load the words of plans; LexiconError names file and line of a bad entry."""
    folder = "proposals/en"
    nouns = _by_word(PlanNouns, f"{folder}/nouns", "nouns", overlay)
    modifiers = read_table(f"{folder}/modifiers", ["word", "sense"], overlay, key="word")
    contrast = read_table(f"{folder}/contrast", ["word", "sense"], overlay, key="word")
    words = read_table(f"{folder}/words", ["id", "words"], overlay)
    return ProposalLexicon(
        nouns={noun: families[0] for noun, families in nouns.items()},
        diplomatic=frozenset(
            r["word"] for r in modifiers if r.one_of("sense", ("diplomatic", "other", "vague")) == "diplomatic"
        ),
        other=frozenset(r["word"] for r in modifiers if r["sense"] == "other"),
        vague=frozenset(r["word"] for r in modifiers if r["sense"] == "vague"),
        fresh=frozenset(r["word"] for r in contrast if r.one_of("sense", _CONTRASTS) == "fresh"),
        fresh_if_indefinite=frozenset(r["word"] for r in contrast if r["sense"] == "fresh_if_indefinite"),
        no_plan=frozenset(r["word"] for r in contrast if r["sense"] == NONE),
        aims=frozenset(r["word"] for r in read_table(f"{folder}/aims", ["word"], overlay, key="word")),
        numbers={
            row["word"]: _number(row) for row in read_table(f"{folder}/numbers", ["word", "value"], overlay, key="word")
        },
        statuses=_by_word(StatusRule, f"{folder}/statuses", "predicates", overlay),
        provisions=_by_word(ProvisionRule, f"{folder}/provisions", "predicates", overlay),
        stances=_by_word(StanceRule, f"{folder}/stances", "predicates", overlay, _conditioned),
        stance_nouns=_by_word(StanceRule, f"{folder}/stance_nouns", "predicates", overlay, _conditioned),
        governors={
            r["word"]: r.one_of("effect", ("keep", "own", "lose", "flip", "intend"))
            for r in read_table(f"{folder}/governors", ["word", "effect"], overlay, key="word")
        },
        verdicts=_verdicts(f"{folder}/verdicts", overlay),
        closed=_verdicts(f"{folder}/closed", overlay),
        words={r["id"]: frozenset(r.many("words")) for r in words},
        topics=tuple(
            Topic(frozenset(r["cue"].split()), r["topic"])
            for r in read_table(f"{folder}/topics", ["cue", "topic"], overlay, key="cue")
        ),
    )


def _verdicts(table: str, overlay: Path | None) -> dict[str, Verdict]:
    return {word: verdicts[0] for word, verdicts in _by_word(Verdict, table, "words", overlay).items()}


def _number(row: Row) -> int:
    if not row["value"].isdigit():
        raise row.error(f"value is {row['value']!r}, not a number")
    return int(row["value"])


_CONTRASTS = ("fresh", "fresh_if_indefinite", NONE)
_TAKEN_CONDITIONALLY = ("accepts", "willing_to_discuss", "welcomes")
_Rule = TypeVar("_Rule")


def _by_word(
    kind: type[_Rule],
    name: str,
    keys: str,
    overlay: Path | None,
    given: Callable[[Entry], Mapping[str, Any]] | None = None,
) -> dict[str, tuple[_Rule, ...]]:
    """Return the rules of a YAML file by each word in their field `keys`, in file order."""
    found: dict[str, list[_Rule]] = {}
    for entry, rule in read_rules(kind, name, overlay, besides=(keys,), given=given):
        for word in entry.texts(keys):
            found.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in found.items()}


def _conditioned(entry: Entry) -> dict[str, Stance]:
    """The stance under a condition, where none is told: "conditional" for one that a condition can qualify."""
    open_ = "conditioned" not in entry.fields and entry.text("gives") in _TAKEN_CONDITIONALLY
    return {"conditioned": "conditional"} if open_ else {}
