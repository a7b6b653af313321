"""A stance found at one place, and what stances can be about in one article: its plans, and who speaks for whom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.extract.matching.plan_makers import as_itself
from communique.extract.matching.plan_mentions import party_key
from communique.extract.plans.plans import heads_named
from communique.extract.plans.provisions import plan_heads
from communique.lexicon.proposals import ProposalLexicon
from communique.reading import Argument, Clause, Reading
from communique.records.actors import Actor, Holder
from communique.records.proposals import Proposal, Stance
from communique.records.texts import Span

_STATES = ("state", "organisation", "organ", "armed_group", "party", "movement", "collective", "person")


@dataclass(frozen=True, slots=True)
class Stand:
    """A stance found at one place: the party, who spoke for it, the topic's words, and the record they are about."""

    party: Actor
    via: Actor | None
    stance: Stance
    topic: Span
    on: str | None
    rule: str
    holder: Holder
    cue: Span | None = None
    sentence: int = 0


class Matters:
    """What positions can be about in one article: its plans by the tokens that name them."""

    def __init__(self, reading: Reading, proposals: Sequence[Proposal], lexicon: ProposalLexicon) -> None:
        """Look up where the plans and actors of the article are named."""
        self.reading, self.proposals, self.lexicon = reading, proposals, lexicon
        self.heads = {proposal.id: plan_heads(reading, proposal) for proposal in proposals}
        self.first = {
            head: number for number in reversed(range(len(proposals))) for head in self.heads[proposals[number].id]
        }
        self.verbs = [clause for clause in reading.clauses if clause.pos == "verb"]
        self.starts = [reading.tokens[clause.head].start for clause in self.verbs]
        self.cues = {span.start for attribution in reading.attributions for span in attribution.cue}
        self.named = {m.actor.id: m.actor for m in reversed(reading.mentions) if m.actor is not None}

    def plan(self, clause: Clause, argument: Argument) -> str | None:
        """Return the id of the proposal that an argument names, or names a part of."""
        named = heads_named(self.reading, clause, argument, self.lexicon.words["parts"]) if self.first else ()
        first = min((self.first[head] for head in named if head in self.first), default=None)
        return self.proposals[first].id if first is not None else None

    def proposers(self, plan: str) -> set[str]:
        """Return the keys of those who propose a plan of the article."""
        return {party_key(actor) for proposal in self.proposals if proposal.id == plan for actor in proposal.proposer}

    def verbs_in(self, spans: Sequence[Span]) -> list[Clause]:
        """Return the verbs' clauses whose verb stands in one of the spans."""
        found = [self.verbs[bisect_left(self.starts, s.start) : bisect_left(self.starts, s.end)] for s in spans]
        return [clause for some in found for clause in some]

    def speaks_of_plan(self, clause: Clause, argument: Argument) -> bool:
        """Return whether an argument is a plan, be it on record or not."""
        family = self.lexicon.nouns.get(self.reading.tokens[argument.head].lemma)
        return (family is not None and family.strength != "anaphor") or self.plan(clause, argument) is not None

    def plan_of(self, actor: Actor) -> Proposal | None:
        """Return the proposal that speaks as the document `actor`."""
        inside = (
            p
            for p in self.proposals
            if any(e.start <= actor.mention.start and actor.mention.end <= e.end for e in p.evidence)
        )
        return next(inside, None)

    def party(self, actor: Actor | None) -> tuple[Actor, Actor | None] | None:
        """Return the party for which `actor` speaks, and the speaker where that is another: an official, an organ."""
        if actor is None or actor.kind not in (*_STATES, "document"):
            return None
        if actor.kind == "document":
            plan = self.plan_of(actor)
            return (
                (replace(plan.proposer[0], mention=actor.mention, basis="inferred"), actor)
                if plan and len(plan.proposer) == 1
                else None
            )
        if actor.kind == "collective" or actor.as_ == "people" or (actor.kind == "person" and not actor.diplomatic):
            return None
        actor = as_itself(actor, self.lexicon)
        of = f"state/{actor.iso3}" if actor.iso3 else (actor.role and actor.role.of) or ""
        past = any(t.norm in self.lexicon.words["former"] for t in self.reading.tokens_in(actor.mention))
        if past or (not actor.iso3 and of.startswith("state/")):
            return actor, None  # who was in office, or leads the opposition, does not speak for the state
        principal = self.named.get(of)
        if actor.kind == "state" or principal is None or principal.kind in ("place", "media", "person"):
            return actor, None
        return replace(principal, mention=actor.mention, form="role", basis="inferred"), actor
