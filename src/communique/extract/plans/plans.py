"""Finds where an article speaks of a plan or deal, and which of these mentions mean the same one.

A mention joins an earlier plan unless something tells them apart: another owner, another subject ("trade" and "peace"),
words such as "a second". "The plan" and "it" go to the plan named last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from communique.extract.matching.plan_makers import find_proposers, heads_of
from communique.extract.matching.plan_mentions import PlanMention, find_mention, find_pronoun, party_key
from communique.lexicon.proposals import ProposalLexicon
from communique.reading import Argument, Clause, Reading
from communique.records.actors import Actor
from communique.records.texts import Span


@dataclass(slots=True)
class Plan:
    """The mentions of one plan, in text order."""

    mentions: list[PlanMention] = field(default_factory=list)

    @property
    def owners(self) -> dict[str, Actor]:
        """Who proposes the plan, by id."""
        found: dict[str, Actor] = {}
        for mention in self.mentions:
            for actor in (*mention.proposed_by, *mention.owners):
                found.setdefault(party_key(actor), actor)
        return found

    @property
    def words(self) -> frozenset[str]:
        """The distinguishing words of all mentions."""
        return frozenset().union(*(m.words for m in self.mentions))

    @property
    def years(self) -> frozenset[str]:
        """The years by which mentions tell it from others."""
        return frozenset().union(*(m.years for m in self.mentions))

    @property
    def parties(self) -> tuple[Actor, ...]:
        """Between whom the deal is, by its mentions."""
        return tuple({party_key(a): a for m in reversed(self.mentions) for a in m.parties}.values())

    @property
    def heads(self) -> frozenset[int]:
        """The head tokens of all mentions."""
        return frozenset(m.head for m in self.mentions)

    @property
    def defining(self) -> PlanMention:
        """The first mention in the main layer, else the first."""
        return next((m for m in self.mentions if m.layer == "main" and not m.pronoun), self.mentions[0])


def find_plans(reading: Reading, lexicon: ProposalLexicon) -> list[Plan]:
    """Return the plans that `reading` speaks of, in the order of their first mention, weak candidates included."""
    plans: list[Plan] = []
    proposed = find_proposers(reading, lexicon)
    for token in reading.tokens:
        mention = find_pronoun(reading, token, lexicon) if token.pos == "PRON" else None
        if mention is None and token.lemma in lexicon.heads:
            mention = find_mention(reading, token, lexicon, proposed)
        if mention is None:
            continue
        home = _worded(reading, plans, mention, lexicon) or _home(reading, plans, mention)
        anaphor = mention.pronoun or (
            mention.family.strength == "anaphor" and not (mention.points and mention.proposed_by)
        )
        if home is None and not anaphor:
            plans.append(Plan([mention]))
        elif home is not None:
            home.mentions.append(mention)
    return plans


def _worded(reading: Reading, plans: list[Plan], mention: PlanMention, lexicon: ProposalLexicon) -> Plan | None:
    """The plan that says what is drafted or proposed: "Peru's draft of the treaty", "proposals for a treaty".

    "Proposals for the treaty" are about one that there is already.
    """
    above = worded_by(reading, mention)
    if above is None or (mention.definite and reading.tokens[above].lemma not in lexicon.words["versions"]):
        return None
    return next((p for p in plans if any(m.head == above and not m.pronoun for m in p.mentions)), None)


def worded_by(reading: Reading, mention: PlanMention) -> int | None:
    """Return the head of "draft" in "a draft of the treaty", of "proposals" in "proposals for a treaty"."""
    return worded_at(reading, mention.head)


def worded_at(reading: Reading, head: int) -> int | None:
    """Return the head of the phrase on which a noun hangs by "of" or "for": "terms" in "the terms of the deal"."""
    preposition = reading.tokens[reading.tokens[head].head]
    governed = reading.tokens[head].dep == "pobj" and preposition.norm in ("of", "for")
    return preposition.head if governed else None


def _home(reading: Reading, plans: list[Plan], mention: PlanMention) -> Plan | None:
    """The plan that `mention` speaks of again: one that shares its words or owner before one that merely fits."""
    if mention.fresh:
        return None
    if mention.pronoun:
        return _named_last(reading, plans, mention)
    fitting = [plan for plan in plans if _fits(reading, plan, mention)]
    by_year_alone = bool(mention.years) and mention.years == mention.words
    if by_year_alone and not any(mention.years & plan.years for plan in fitting) and len(fitting) > 1:
        return None  # "the 2015 agreement", after a nuclear deal and a climate deal
    if not fitting:
        return None
    mine = {party_key(a) for a in (*mention.owners, *mention.proposed_by)}

    def closeness(plan: Plan) -> tuple[int, int]:
        last, here = reading.tokens[plan.mentions[-1].head], reading.tokens[mention.head]
        shared = bool(mine & plan.owners.keys()) + bool(mention.words & plan.words)
        lemma = any(reading.tokens[m.head].lemma == here.lemma for m in plan.mentions)
        family = any(m.family.id == mention.family.id for m in plan.mentions)
        near = here.sentence - last.sentence <= 1
        return 8 * shared + 3 * near + 2 * lemma + family, last.index

    return max(fitting, key=closeness)


def _named_last(reading: Reading, plans: list[Plan], mention: PlanMention) -> Plan | None:
    """The plan that "it" stands for: the one named last in this sentence or the one before."""
    sentence = reading.tokens[mention.head].sentence
    near = [p for p in plans if sentence - reading.tokens[p.mentions[-1].head].sentence <= 1]
    return max(near, key=lambda plan: plan.mentions[-1].head, default=None)


def _fits(reading: Reading, plan: Plan, mention: PlanMention) -> bool:
    """Whether nothing tells `mention` from `plan`."""
    mine = {party_key(a) for a in (*mention.owners, *mention.proposed_by)}
    shared = mine & plan.owners.keys()
    lemma = reading.tokens[mention.head].lemma
    again = any(reading.tokens[m.head].lemma == lemma for m in plan.mentions)
    headline_only = all(m.layer == "headline" for m in plan.mentions)
    if mine and plan.owners and not shared:
        return False
    if mine and not plan.owners and not (again or headline_only):
        return False
    if _told_apart(plan, mention) and not shared:
        return False
    if not _same_kind(plan, mention):
        return False
    if mention.family.strength == "anaphor":
        return mention.definite or bool(shared)
    return mention.definite or bool(shared) or headline_only or mention.named


def _told_apart(plan: Plan, mention: PlanMention) -> bool:
    """Whether the words of a mention are those of another plan: another year, other parties, nothing in common.

    A year alone says nothing of the matter: "the nuclear deal" may well be "the 2015 agreement".
    """
    years = plan.years
    if mention.years and years and not mention.years & years:
        return True
    if _others(plan.parties, mention.parties) or _elsewhere(plan, mention):
        return True
    mine, known = mention.words - mention.years, plan.words - years
    return bool(mine) and bool(known) and not (mine & known or mention.years & years)


def _elsewhere(plan: Plan, mention: PlanMention) -> bool:
    """Whether a deal is with none of those of whom the plan is: "a deal to clear mines in Chad" and "the Iran deal"."""
    about = frozenset().union(*(m.about for m in plan.mentions))
    known = frozenset().union(*(m.near for m in plan.mentions)) | {party_key(a) for a in plan.parties}
    return bool(about) and bool(mention.parties) and not known & {party_key(a) for a in mention.parties}


def _others(one: Iterable[Actor], two: Iterable[Actor]) -> bool:
    """Whether two circles of parties are those of two deals: of two parties each, and not the same ones."""
    a, b = {party_key(x) for x in one}, {party_key(x) for x in two}
    return bool(a) and bool(b) and max(len(a), len(b)) == 2 and not (a <= b or b <= a)


def _same_kind(plan: Plan, mention: PlanMention) -> bool:
    """A resolution is no peace plan; a "deal" may repeat a proposal if nothing else marks it."""
    kinds = {m.family.id for m in plan.mentions if not m.pronoun}
    if mention.family.strength == "anaphor" or mention.family.id in kinds:
        return True
    pair = kinds | {mention.family.id}
    if mention.family.id in ("proposal", "plan") and kinds & {"proposal", "plan"}:
        return True
    if mention.family.id == "proposal" and kinds == {"deal"} and plan.mentions[0].definite:
        return bool(mention.words & plan.words)  # what was a deal before is not proposed again
    if pair <= {"resolution", "plan", "proposal"}:
        return mention.definite and not mention.words and mention.again and "resolution" in kinds
    offered = bool(plan.owners) and pair <= {"truce", "proposal", "plan", "offer"}  # "offered a truce ... the offer"
    return (
        (
            pair <= {"proposal", "plan", "deal"}
            or offered
            or (pair <= {"proposal", "deal", "truce"} and not mention.words)
        )
        and mention.definite
        and (not mention.words or bool(mention.words & plan.words))
    )


def names_plan(
    reading: Reading, clause: Clause, argument: Argument, heads: frozenset[int], parts: frozenset[str]
) -> bool:
    """Return whether an argument is one of the plans at `heads`, or a part of one ("the second phase of the deal")."""
    return any(head in heads for head in heads_named(reading, clause, argument, parts))


def heads_named(reading: Reading, clause: Clause, argument: Argument, parts: frozenset[str]) -> Iterator[int]:
    """Yield the heads of an argument, and for a part ("the second phase of the deal") those of its whole."""
    for head in (*heads_of(reading, clause, argument), *_which(reading, clause, argument)):
        yield head
        if reading.tokens[head].lemma in parts:
            below = (
                c
                for c in reading.children[head]
                if reading.tokens[c].norm in ("of", "in", "for", "to", "with", "under")
            )
            yield from (pobj for c in below for pobj in reading.children[c])


def _which(reading: Reading, clause: Clause, argument: Argument) -> Iterator[int]:
    """The nouns above the one to which the parser hung a relative: "the pact with Mexico, *which* Peru suspended"."""
    above = reading.tokens[clause.head].head
    relative = clause.link == "relative" and argument.head == above and reading.tokens[clause.head].dep == "relcl"
    if not relative or not any(t.norm == "which" for t in reading.dependents[clause.head]):
        return
    if reading.tokens[reading.reach(clause.head)[0] - 1].norm != ",":
        return
    while reading.tokens[above].dep in ("pobj", "prep", "acl", "dobj") and reading.tokens[above].head != above:
        if reading.tokens[above].dep == "dobj" and reading.tokens[reading.tokens[above].head].dep != "acl":
            return
        above = reading.tokens[above].head
        yield above


def plan_span(reading: Reading, mention: PlanMention) -> Span:
    """Return the words of a mention, which end with its head."""
    return reading.span(mention.first, mention.head + 1)
