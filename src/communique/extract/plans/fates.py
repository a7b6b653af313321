"""Finds what became of plans: the clauses that tell it, the parties in them, the stages before the present one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from communique.extract.matching.parties import filling
from communique.extract.matching.plan_makers import members_named, predicate_keys, told
from communique.extract.matching.plan_mentions import party_key
from communique.extract.plans.plans import Plan, heads_named
from communique.lexicon.proposals import ProposalLexicon, StatusRule
from communique.reading import Clause, Reading, Token
from communique.records.actors import Actor, When
from communique.records.proposals import ProposalStatus, Stage

_OF_AGREEMENTS = frozenset({"signed", "in_force", "extended", "suspended", "left"})
_STAGES = _OF_AGREEMENTS | {"put_forward", "expired", "withdrawn"}
_WHOLE = frozenset({"accepted", "rejected", "withdrawn"})
"""What becomes of a plan only as a whole."""
_WARRING = frozenset({"state", "armed_group", "organ", "movement", "party"})
_FIRST_STAGES = frozenset({"put_forward", "floated"})


@dataclass(frozen=True, slots=True)
class Fate:
    """A clause that tells what became of a plan; `earlier` when it tells the past of the past."""

    clause: Clause
    rule: str
    gives: ProposalStatus
    earlier: bool
    headline: bool

    def order(self) -> tuple[bool, bool, bool, int]:
        """What counts first: the main story before its past, later stages before the first, the body, text order."""
        return (self.earlier, self.gives in _FIRST_STAGES, self.headline, self.clause.head)


@dataclass(frozen=True, slots=True)
class Telling:
    """A clause that may tell a fate, how, and the rules that fit it with the heads that they take for plans."""

    clause: Clause
    how: Literal["fact", "plan"]
    rules: tuple[tuple[StatusRule, frozenset[int]], ...]


def find_tellings(reading: Reading, lexicon: ProposalLexicon) -> Iterator[Telling]:
    """Yield the clauses of a reading that may tell what became of some plan, in text order."""
    for clause in reading.clauses:
        if reading.tokens[clause.head].lemma not in lexicon.fate_words:
            continue
        how = told(reading, clause)
        if how is not None and not _ahead(clause, lexicon) and not _endorses(reading, clause, lexicon):
            rules = tuple(_rules(reading, clause, lexicon))
            if rules:
                yield Telling(clause, how, rules)


def fates_of(reading: Reading, plan: Plan, tellings: Sequence[Telling], lexicon: ProposalLexicon) -> Iterator[Fate]:
    """Yield what `tellings` say of one plan, in text order; `Fate.order` says what counts first."""
    heads = plan.heads
    for telling in tellings:
        clause, how = telling.clause, telling.how
        if clause.head in heads:
            continue
        rule = next((rule for rule, named in telling.rules if not named.isdisjoint(heads)), None)
        gives = _given(reading, plan, clause, rule, lexicon) if rule is not None else None
        if rule is not None and gives is not None and (how == "fact" or rule.gives in _FIRST_STAGES):
            yield Fate(
                clause,
                rule.id,
                gives if how == "fact" else "floated",
                _is_past(reading, clause),
                reading.sentences[clause.sentence].layer == "headline",
            )


def _given(
    reading: Reading, plan: Plan, clause: Clause, rule: StatusRule, lexicon: ProposalLexicon
) -> ProposalStatus | None:
    """What a clause says of this plan by a rule: a deal that was negotiated is one; nobody leaves, or only now weighs,
    a plan of his own."""
    if rule.gives in _WHOLE and _of_some(reading, clause, rule, plan.heads, lexicon):
        return None if rule.gives == "withdrawn" else "under_discussion"  # "dropped two points of its plan"
    if rule.gives == "under_discussion" and _achieves(clause, lexicon):
        return "accepted" if _is_deal(plan) else None
    mine = _sides(reading, clause, "subject") if not _is_deal(plan) else ()
    if rule.gives == "under_discussion" and mine and {a.id for a in mine} <= {a.id for a in plan.owners.values()}:
        return None
    if rule.gives == "left" and mine and {party_key(a) for a in mine} <= plan.owners.keys():
        return "withdrawn"
    return rule.gives


def _achieves(clause: Clause, lexicon: ProposalLexicon) -> bool:
    """Whether talks over a deal are told as done: "the accord negotiated by Oman", not "was being negotiated"."""
    done = clause.tense == "past" or (clause.passive and clause.link == "modifier")
    return done and not clause.progressive and clause.predicate in lexicon.words["achieving"]


def _of_some(
    reading: Reading, clause: Clause, rule: StatusRule, heads: frozenset[int], lexicon: ProposalLexicon
) -> bool:
    """Whether what is told of is some of a plan: "agreed on two articles of the treaty" leaves the rest open."""
    things = [reading.tokens[argument.head] for argument in clause.all(*rule.roles)]
    whole = lexicon.words["versions"] | lexicon.words["shares"] | lexicon.words["containers"]
    return any(
        t.index not in heads and t.lemma in lexicon.words["parts"] - whole and not _is_every(reading, t) for t in things
    )


def _is_every(reading: Reading, part: Token) -> bool:
    return any(child.norm in ("all", "every") for child in reading.dependents[part.index])


def unsettled(reading: Reading, plan: Plan, fates: list[Fate], lexicon: ProposalLexicon) -> list[Fate]:
    """Return the fates without what one party alone has accepted while others are concerned: that decides nothing.

    What another still weighs or rejects comes first then: "Chad accepted the plan. Niger is studying it" is a plan
    under discussion, on which Chad has taken a position. Whom a plan concerns: to whom it was put, else who is named.
    """
    fates = [fate for fate in fates if not _by_another(reading, plan, fate)]
    accepted = [fate for fate in fates if fate.gives == "accepted"]
    if not fates or fates[0].gives != "accepted" or any(_settles(fate, lexicon) for fate in accepted):
        return fates
    sides = [a for fate in accepted for a in _sides(reading, fate.clause, "subject", "possessor")]
    mine = {party_key(actor) for actor in sides}
    if not mine or any(actor.kind == "collective" for actor in sides):
        return fates
    for fate in fates:
        waits = fate.gives == "rejected" or (fate.gives == "under_discussion" and not fate.earlier)
        subject = fate.clause.one("subject") if waits else None
        if subject is not None:
            others = {party_key(actor) for actor in _sides(reading, fate.clause, "subject")}
            unnamed = not others and reading.tokens[subject.head].pos == "NOUN"  # "the rebels", in no table
            if not others <= mine or unnamed:
                return [fate, *(other for other in fates if other is not fate and other not in accepted)]
    if len(mine) > 1 or not _concerned(reading, plan, lexicon) - mine - plan.owners.keys():
        return fates
    return [fate for fate in fates if fate not in accepted]


def _by_another(reading: Reading, plan: Plan, fate: Fate) -> bool:
    """Whether a plan to settle something between two named parties is rejected by another: a position, and no fate."""
    if fate.gives != "rejected" or _is_deal(plan):
        return False
    inside = (reading.mention_at.get(i) for head in plan.heads for i in reading.subtree(head) if i > head)
    named = {party_key(m.actor) for m in inside if m is not None and m.actor is not None and m.actor.kind in _WARRING}
    named -= plan.owners.keys()
    sides = {party_key(actor) for actor in _sides(reading, fate.clause, "subject", "possessor")}
    return len(named) > 1 and bool(sides) and not sides & named


def in_order(fates: Sequence[Fate], lexicon: ProposalLexicon) -> list[Fate]:
    """Return the fates, what counts first first; of a deal struck, signed and in force the last that was reached."""
    ordered = sorted(fates, key=Fate.order)
    first = ordered[0] if ordered else None
    if first is None or _step(first, lexicon) is None:
        return ordered
    later = [f for f in ordered if not f.headline and f.earlier == first.earlier and _step(f, lexicon) is not None]
    best = max(later, key=lambda f: _step(f, lexicon) or 0, default=first)
    return (
        ordered
        if (_step(best, lexicon) or 0) <= (_step(first, lexicon) or 0)
        else [best, *(f for f in ordered if f is not best)]
    )


def _step(fate: Fate, lexicon: ProposalLexicon) -> int | None:
    """How far a deal has come: reached, signed, in force; None for what is no such step."""
    steps: dict[ProposalStatus, int] = {"signed": 1, "in_force": 2}
    reached = _concludes(fate, lexicon) and fate.clause.predicate not in lexicon.words["enacting"]
    return 0 if reached else steps.get(fate.gives)


def _settles(fate: Fate, lexicon: ProposalLexicon) -> bool:
    """Whether an acceptance is more than one side's: a deal reached, a text adopted."""
    return _concludes(fate, lexicon) or fate.clause.predicate in lexicon.words["enacting"] | lexicon.words["achieving"]


def _concerned(reading: Reading, plan: Plan, lexicon: ProposalLexicon) -> frozenset[str]:
    """The keys of those to whom a plan was put, else of all states and armed groups that the main story names."""
    named, every = addressed(reading, plan, lexicon)
    if named and every:
        return frozenset(map(party_key, named))
    actors = (
        m.actor for m in reading.mentions if m.actor is not None and m.reading == "actor"
        and reading.sentences[reading.tokens[m.head].sentence].layer == "main"
    )  # fmt: skip
    return frozenset(party_key(a) for a in actors if a.iso3 or a.kind in ("state", "armed_group"))


def addressed(reading: Reading, plan: Plan, lexicon: ProposalLexicon) -> tuple[tuple[Actor, ...], bool]:
    """Return to whom a plan was put or between whom it is to settle something, and whether all of them are known."""
    heads = plan.heads
    to = [
        argument
        for head in heads
        for clause in reading.clauses_with.get(head, ())
        if any(r.proposer and r.gives == "put_forward" for r in lexicon.statuses.get(clause.predicate, ()))
        for argument in clause.all("to", "indirect", "object")
        if argument.head not in heads  # of two objects the first is whom it was sent
    ]
    nouns = (reading.clause_at.get(head) for head in heads)
    to += [a for noun in nouns if noun is not None and noun.pos == "noun" for a in noun.all("to")]
    ends = [each for a in to for each in reading.coordinated(a.head)]
    ends += [each for head in heads for each in _between(reading, head)]
    found = {party_key(actor): actor for each in ends if (actor := reading.actor_at(each))}
    return tuple(found.values()), all(each in reading.mention_at for each in ends)


def _between(reading: Reading, head: int) -> Iterator[int]:
    """Between whom a plan is to settle something: "to end the row *between Chad and Niger*", "for Chad and Niger"."""
    for index in sorted(reading.subtree(head)):
        token = reading.tokens[index]
        if index < head or token.norm not in ("between", "for", "to"):
            continue
        circle = [each for child in reading.children[index] for each in reading.coordinated(child)]
        if len(circle) > 1 and all(reading.actor_at(each) is not None for each in circle):
            yield from circle


def _is_past(reading: Reading, clause: Clause) -> bool:
    """Whether a fate is told as what went before: in the background, "had been signed", "signed in 2010", long ago."""
    if reading.sentences[clause.sentence].layer == "background" or clause.link == "modifier":
        return True
    if reading.factuality and reading.factuality[clause.index].status == "historical":
        return True
    return clause.perfect and clause.tense == "past" and not _present_perfect(reading, clause)


def _ahead(clause: Clause, lexicon: ProposalLexicon) -> bool:
    """ "Close to sealing the pact", "without signing it", "before it signs": not done."""
    if clause.mark == "before" and clause.tense == "present":
        return True
    bare = clause.pos == "verb" and clause.tense == "none" and clause.link == "argument"
    return bare and clause.mark in lexicon.words["open_marks"]


def _endorses(reading: Reading, clause: Clause, lexicon: ProposalLexicon) -> bool:
    """Whether a text is said to approve or reject something, which decides nothing."""
    subject = clause.one("subject")
    if subject is None or clause.predicate not in lexicon.words["deciding"]:
        return False
    doer = reading.actor_at(subject.head)
    words = (token.lemma for token in reading.tokens[subject.first : subject.head + 1])
    return (doer is not None and doer.kind == "document") or any(word in lexicon.nouns for word in words)


def _rules(reading: Reading, clause: Clause, lexicon: ProposalLexicon) -> Iterator[tuple[StatusRule, frozenset[int]]]:
    """Yield the rules for the clause's predicate, the first to be tried first, with the heads in their roles."""
    for key in predicate_keys(reading, clause):
        for rule in lexicon.statuses.get(key, ()):
            parts = lexicon.words["parts"] | lexicon.words["shares"]
            heads = (heads_named(reading, clause, a, parts) for a in clause.all(*rule.roles))
            yield rule, frozenset(head for some in heads for head in some)


def _present_perfect(reading: Reading, clause: Clause) -> bool:
    """ "has rejected" is news, "had rejected" is its past."""
    return any(c.norm in ("has", "have", "'ve", "'s") for c in reading.dependents[clause.head])


def parties_of_deal(reading: Reading, plan: Plan, fates: Sequence[Fate], lexicon: ProposalLexicon) -> tuple[Actor, ...]:
    """Between whom an agreement is: as it is named, and who concluded, kept up, left or together discuss it.

    These are the subjects of such fates, the agents of a noun for them, whom a leader took out of it; of a treaty that
    is only a draft, the states to which it was sent, or the one and who sent it.
    """
    found = {party_key(actor): actor for actor in plan.parties or _drafted_for(reading, plan, lexicon)}
    deal = _is_deal(plan)
    for fate in fates:
        concluded = deal and _concludes(fate, lexicon)
        talking = _sides(reading, fate.clause, "subject") if deal and fate.gives == "under_discussion" else ()
        if fate.gives in _OF_AGREEMENTS or concluded or len(talking) > 1:
            taken = _sides(reading, fate.clause, "object") if fate.gives == "left" else ()
            for actor in taken or _sides(reading, fate.clause, "subject", "possessor", "with"):
                found.setdefault(party_key(actor), actor)
    return _without_crowd(tuple(found.values()))


def _without_crowd(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Leave out "the two presidents" beside two parties with names: they are those."""
    named = tuple(actor for actor in actors if actor.kind != "collective")
    return named if len(named) > 1 else actors


def _drafted_for(reading: Reading, plan: Plan, lexicon: ProposalLexicon) -> tuple[Actor, ...]:
    """The sides of a treaty put forward to them: "sent Chad its draft of a treaty", "handed both a draft accord"."""
    if all(m.family.owners for m in plan.mentions):
        return ()
    own = tuple(plan.owners.values())
    got = [a for a in addressed(reading, plan, lexicon)[0] if a.kind == "state" and party_key(a) not in plan.owners]
    both = len(got) == 1 and all(a.kind == "state" for a in own)
    return (*own, *got) if both else tuple(got) if len(got) > 1 else ()


def _is_deal(plan: Plan) -> bool:
    nouns = [m.family for m in plan.mentions if m.family.strength != "anaphor"]
    return all(not family.owners or (family.id == "truce" and not plan.owners) for family in nouns)


def _concludes(fate: Fate, lexicon: ProposalLexicon) -> bool:
    """Whether a deal is said to have been reached, which is more than one side's approval."""
    return fate.gives == "accepted" and fate.clause.predicate in lexicon.words["concluding"]


def stages_of(
    reading: Reading, plan: Plan, fates: Sequence[Fate], when: When | None, lexicon: ProposalLexicon
) -> tuple[Stage, ...]:
    """What else became of the plan: each other thing once, and again for each other day on which it was.

    What one side said to it (accepted, rejected, discusses) is a position, and no stage.
    """
    found: dict[tuple[ProposalStatus, str | None], Stage] = {}
    main = fates[0].gives if fates else None
    for fate in sorted(fates[1:], key=lambda fate: fate.clause.head):
        stage = fate.gives in _STAGES or (_is_deal(plan) and _concludes(fate, lexicon))
        if fate.headline or not stage:
            continue
        at = time_of_fate(reading, [fate])
        day = at.value if at is not None and at.from_ and at.to else None
        known = {status for status, _ in found} | ({main} if main else set())
        if (day is None and fate.gives in known) or (fate.gives == main and when is not None and day == when.value):
            continue
        cue = reading.span(fate.clause.head, fate.clause.head + 1)
        found.setdefault((fate.gives, day), Stage(status=fate.gives, when=at if day else None, cue=cue))
    return tuple(found.values())


def _sides(reading: Reading, clause: Clause, *roles: str) -> tuple[Actor, ...]:
    """The parties in the roles of a clause; of people without a name, the states for which they act."""
    found = [one for actor in filling(reading, clause, *roles) for one in _acted_for(reading, actor)]
    return tuple(a for a in found if a.diplomatic and a.kind not in ("document", "place"))


def _acted_for(reading: Reading, actor: Actor) -> tuple[Actor, ...]:
    """ "The foreign ministers of Chad and Niger": Chad and Niger; whoever is named, or of one state: themselves."""
    if actor.iso3 is not None or actor.kind not in ("unknown", "collective"):
        return (actor,)
    if members := members_named(reading, actor):
        return members
    words = {token.index for token in reading.tokens_in(actor.mention)}
    inside = [m.actor for m in reading.mentions if m.head in words and m.reading == "actor" and m.actor is not None]
    return tuple(a for a in inside if a.kind == "state") or (actor,)


def time_of_fate(reading: Reading, fates: Sequence[Fate]) -> When | None:
    """The time expression that modifies a clause which tells the fate, a dated one first; open ends where it is only
    told as earlier than something else.
    """
    found = [
        time.when
        for fate in fates
        for time in reading.times_at.get(fate.clause.head, ())
        if time.type in ("DATE", "TIME")
    ]
    if found:
        return next((when for when in found if when.from_ is not None and when.to is not None), found[0])
    clause = fates[0].clause if fates else None
    if clause is not None and clause.mark == "after" and clause.under is not None:
        why = "no date: told as earlier than what the sentence is about"
        return When(from_=None, to=None, granularity="interval", basis="inferred", why=why)
    return None
