"""Words of plans and deals: what names them, what happens to them, what they provide, where parties stand on them.

Loaded from data/proposals/<language>/; the rule files (YAML) carry examples and counterexamples that the tests run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from communique.lexicon.files import Entry, Row, read_entries, read_table
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


@dataclass(frozen=True, slots=True)
class StatusRule:
    """What a clause around a plan says of its fate; see data/proposals/en/statuses.yaml."""

    id: str
    gives: ProposalStatus
    roles: frozenset[str]
    proposer: str | None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProvisionRule:
    """How a clause with a plan in one of `roles` hands on the plan's points (noun phrases: in the roles `points`).

    See data/proposals/en/provisions.yaml.
    """

    id: str
    take: Take
    roles: frozenset[str]
    points: frozenset[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StanceRule:
    """What a clause says of its subject's stance; see data/proposals/en/stances.yaml."""

    id: str
    gives: Stance | None
    negated: Stance | None
    party: frozenset[str]
    roles: frozenset[str]
    target: Target
    modals: frozenset[str]
    conditioned: Stance | None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a judgement on a plan ("unacceptable") says of the judge's stance; see data/proposals/en/verdicts.yaml."""

    id: str
    gives: Stance | None
    negated: Stance | None
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
def load_proposals(overlay: Path | None = None, language: str = "en") -> ProposalLexicon:
    """Load the words of plans of a language; LexiconError names file and line of a bad entry."""
    folder = f"proposals/{language}"
    nouns = _entries(f"{folder}/nouns", ("strength", "owners"), "nouns", _plan_nouns, overlay)
    modifiers = read_table(f"{folder}/modifiers", ["word", "sense"], overlay, key="word")
    contrast = read_table(f"{folder}/contrast", ["word", "sense"], overlay, key="word")
    words = read_table(f"{folder}/words", ["id", "words"], overlay)
    return ProposalLexicon(
        nouns={noun: families[0] for noun, families in nouns.items()},
        diplomatic=frozenset(
            r["word"] for r in modifiers if r.one_of("sense", ("diplomatic", "other")) == "diplomatic"
        ),
        other=frozenset(r["word"] for r in modifiers if r["sense"] == "other"),
        fresh=frozenset(r["word"] for r in contrast if r.one_of("sense", _CONTRASTS) == "fresh"),
        fresh_if_indefinite=frozenset(r["word"] for r in contrast if r["sense"] == "fresh_if_indefinite"),
        no_plan=frozenset(r["word"] for r in contrast if r["sense"] == NONE),
        aims=frozenset(r["word"] for r in read_table(f"{folder}/aims", ["word"], overlay, key="word")),
        numbers={
            row["word"]: _number(row) for row in read_table(f"{folder}/numbers", ["word", "value"], overlay, key="word")
        },
        statuses=_entries(f"{folder}/statuses", ("gives", "roles"), "predicates", _status, overlay, ("proposer",)),
        provisions=_entries(f"{folder}/provisions", ("take", "roles"), "predicates", _provision, overlay, ("points",)),
        stances=_entries(f"{folder}/stances", _ON, "predicates", _stance, overlay, _STANCE),
        stance_nouns=_entries(f"{folder}/stance_nouns", _ON, "predicates", _stance, overlay, _STANCE),
        governors={
            r["word"]: r.one_of("effect", ("keep", "lose", "flip", "intend"))
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
    found = _entries(table, ("gives",), "words", _verdict, overlay, ("negated",))
    return {word: verdicts[0] for word, verdicts in found.items()}


def _verdict(entry: Entry) -> Verdict:
    return Verdict(entry.text("id"), *_stances(entry), entry.texts("examples"), entry.texts("counterexamples"))


def _number(row: Row) -> int:
    if not row["value"].isdigit():
        raise row.error(f"value is {row['value']!r}, not a number")
    return int(row["value"])


_ON = ("gives", "roles", "target")
_STANCE = ("negated", "party", "modals", "conditioned")
_CONTRASTS = ("fresh", "fresh_if_indefinite", NONE)
_Rule = TypeVar("_Rule")


def _entries(
    name: str,
    fields: tuple[str, ...],
    keys: str,
    make: Callable[[Entry], _Rule],
    overlay: Path | None,
    optional: tuple[str, ...] = (),
) -> dict[str, tuple[_Rule, ...]]:
    """Return the rules of a YAML file by each word in their field `keys`, in file order."""
    found: dict[str, list[_Rule]] = {}
    for entry in read_entries(name, ("id", *fields, keys, "examples", "counterexamples"), overlay, optional=optional):
        rule = make(entry)
        for word in entry.texts(keys):
            found.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in found.items()}


def _one_of(entry: Entry, name: str, choices: Any) -> Any:
    allowed = get_args(choices)
    value = entry.text(name)
    if value not in allowed:
        raise entry.error(f"{name} is {value!r}, not one of {', '.join(allowed)}")
    return value


def _plan_nouns(entry: Entry) -> PlanNouns:
    return PlanNouns(
        entry.text("id"), _one_of(entry, "strength", Strength), entry.text("owners") == "true",
        entry.texts("examples"), entry.texts("counterexamples"),
    )  # fmt: skip


def _status(entry: Entry) -> StatusRule:
    return StatusRule(
        entry.text("id"), _one_of(entry, "gives", ProposalStatus), frozenset(entry.texts("roles")),
        entry.text("proposer", "") or None,
        entry.texts("examples"), entry.texts("counterexamples"),
    )  # fmt: skip


def _provision(entry: Entry) -> ProvisionRule:
    return ProvisionRule(
        entry.text("id"), _one_of(entry, "take", Take), frozenset(entry.texts("roles")),
        frozenset(entry.texts("points")),
        entry.texts("examples"), entry.texts("counterexamples"),
    )  # fmt: skip


def _stance(entry: Entry) -> StanceRule:
    gives, negated = _stances(entry)
    return StanceRule(
        entry.text("id"), gives, negated, frozenset(entry.texts("party")) or frozenset({"subject"}),
        frozenset(entry.texts("roles")), _one_of(entry, "target", Target), frozenset(entry.texts("modals")),
        _conditioned(entry, gives),
        entry.texts("examples"), entry.texts("counterexamples"),
    )  # fmt: skip


_TAKEN_CONDITIONALLY = ("accepts", "willing_to_discuss", "welcomes")


def _conditioned(entry: Entry, gives: Stance | None) -> Stance | None:
    """The stance under a condition: `conditioned`, else "conditional" for one that a condition can qualify."""
    default = "conditional" if gives in _TAKEN_CONDITIONALLY else NONE
    stance: Stance | None = None
    if entry.text("conditioned", default) != NONE:
        stance = _one_of(entry, "conditioned", Stance) if entry.text("conditioned", "") else "conditional"
    return stance


def _stances(entry: Entry) -> tuple[Stance | None, Stance | None]:
    """What an entry gives, and what it gives under negation."""
    gives: Stance | None = None if entry.text("gives") == NONE else _one_of(entry, "gives", Stance)
    negated: Stance | None = None if entry.text("negated", NONE) == NONE else _one_of(entry, "negated", Stance)
    return gives, negated
