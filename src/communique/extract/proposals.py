"""Finds plans, drafts, deals and initiatives: who put them forward, how many points they have, what has become of them.

All mentions of a plan in the article are one Proposal. A candidate becomes a record only if the text gives it something
to stand on: a proposer, a count of points, a fate, or terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from communique.extract.parties import filling, holders
from communique.extract.plan_mentions import PlanMention, count_points, names_party, party_key, predicate_keys, told
from communique.extract.plans import Plan, find_plans, heads_named, plan_span
from communique.lexicon.proposals import ProposalLexicon, StatusRule
from communique.reading import Argument, Clause, Reading
from communique.records.actors import Actor, When
from communique.records.proposals import Proposal, ProposalStatus, Stage
from communique.records.texts import Evidence, Span

_QUOTES = re.compile(r"""so-called |["“”‘«»]|(?<!\w)'(?=\w)""")
_OF_AGREEMENTS = frozenset({"signed", "in_force", "extended", "suspended", "left"})
_STAGES = _OF_AGREEMENTS | {"put_forward", "expired", "withdrawn"}
_FIRST_STAGES = frozenset({"put_forward", "floated"})


def find_proposals(reading: Reading, lexicon: ProposalLexicon) -> list[Proposal]:
    """Return one Proposal for each plan of the article that has a proposer, a fate or terms, in text order."""
    found = []
    tellings = list(_tellings(reading, lexicon))
    for plan in find_plans(reading, lexicon):
        fates = sorted(_fates(reading, plan, tellings), key=_Fate.order)
        if _stands(reading, plan, fates, lexicon):
            found.append(_record(reading, plan, fates, lexicon))
    return found


@dataclass(frozen=True, slots=True)
class _Fate:
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
class _Telling:
    """A clause that may tell a fate, how, and the rules that fit it with the heads that they take for plans."""

    clause: Clause
    how: Literal["fact", "plan"]
    rules: tuple[tuple[StatusRule, frozenset[int]], ...]


def _tellings(reading: Reading, lexicon: ProposalLexicon) -> Iterator[_Telling]:
    for clause in reading.clauses:
        if reading.tokens[clause.head].lemma not in lexicon.fate_words:
            continue
        how = told(reading, clause)
        if how is not None and not _ahead(clause, lexicon) and not _endorses(reading, clause, lexicon):
            rules = tuple(_rules(reading, clause, lexicon))
            if rules:
                yield _Telling(clause, how, rules)


def _fates(reading: Reading, plan: Plan, tellings: Sequence[_Telling]) -> Iterator[_Fate]:
    heads = plan.heads
    for telling in tellings:
        clause, how = telling.clause, telling.how
        if clause.head in heads:
            continue
        rule = next((rule for rule, named in telling.rules if not named.isdisjoint(heads)), None)
        if rule is not None and (how == "fact" or rule.gives in _FIRST_STAGES):
            yield _Fate(
                clause,
                rule.id,
                rule.gives if how == "fact" else "floated",
                _is_past(reading, clause),
                reading.sentences[clause.sentence].layer == "headline",
            )


def _is_past(reading: Reading, clause: Clause) -> bool:
    """Whether a fate is told as what went before: in the background, "had been signed", "signed in 2010", long ago."""
    if reading.sentences[clause.sentence].layer == "background" or clause.link == "modifier":
        return True
    if reading.factuality and reading.factuality[clause.index].status == "historical":
        return True
    return clause.perfect and clause.tense == "past" and not _present_perfect(reading, clause)


def _ahead(clause: Clause, lexicon: ProposalLexicon) -> bool:
    """ "Close to sealing the pact", "without signing it": not done."""
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
            arguments = clause.all(*rule.roles) or _shared(reading, clause, rule)
            heads = (
                heads_named(reading, clause, a, lexicon.words["parts"] | lexicon.words["shares"]) for a in arguments
            )
            yield rule, frozenset(head for some in heads for head in some)


def _shared(reading: Reading, clause: Clause, rule: StatusRule) -> tuple[Argument, ...]:
    """What a second verb shares with the first: "the treaty, [signed] in 2010 and extended in 2015"."""
    token = reading.tokens[clause.head]
    first = reading.clause_at.get(token.head) if token.dep == "conj" and token.head < token.index else None
    if first is None or not (first.passive and token.tag == "VBN") or clause.one("object", "subject"):
        return ()
    return first.all(*rule.roles)


def _present_perfect(reading: Reading, clause: Clause) -> bool:
    """ "has rejected" is news, "had rejected" is its past."""
    return any(reading.tokens[c].norm in ("has", "have", "'ve", "'s") for c in reading.children[clause.head])


def _stands(reading: Reading, plan: Plan, fates: list[_Fate], lexicon: ProposalLexicon) -> bool:
    """Whether the text gives the plan enough to be a record: whose, on what, how many points, its fate, its terms."""
    strong = any(m.family.strength == "strong" for m in plan.mentions)
    counted = any(m.points for m in plan.mentions)
    qualified = counted or any(m.qualified or m.named for m in plan.mentions)
    party = any(_has_party(reading, fate.clause) for fate in fates)
    if not (strong or qualified):
        known = any(m.definite or m.family.id == "resolution" for m in plan.mentions) or bool(plan.owners)
        return known and (party or (bool(plan.owners) and (bool(fates) or _has_terms(reading, plan, lexicon))))
    if plan.owners or counted:
        return True
    return (qualified or party) if fates else _has_terms(reading, plan, lexicon)


def _has_party(reading: Reading, clause: Clause) -> bool:
    actors = (reading.actor_at(h) for a in clause.all("subject") for h in reading.coordinated(a.head))
    return any(actor is not None and actor.diplomatic and actor.kind != "document" for actor in actors)


def _has_terms(reading: Reading, plan: Plan, lexicon: ProposalLexicon) -> bool:
    heads = plan.heads
    for clause in (clause for head in heads for clause in reading.clauses_with.get(head, ())):
        roles = {a.role for a in clause.arguments if a.head in heads}
        hands_on = clause.predicate in lexicon.provisions and (
            "subject" in roles or ("object" in roles and clause.one("on"))
        )
        if clause.pos == "verb" and (hands_on or ("under" in roles and (clause.modal or clause.predicate == "be"))):
            return True
    return False


def _record(reading: Reading, plan: Plan, fates: list[_Fate], lexicon: ProposalLexicon) -> Proposal:
    defining = plan.defining
    proposer = tuple(plan.owners.values())
    told = [f for f in fates if f.gives == fates[0].gives]
    when = _when(reading, told)
    fate = next((f for f in told if _when(reading, [f]) == when), None)
    fates = sorted(fates, key=lambda f: f is not fate)
    cues = [Evidence.of(reading.span(f.clause.head, f.clause.head + 1), "cue") for f in fates]
    others = [Evidence.of(plan_span(reading, m), "mention") for m in plan.mentions if m is not defining]
    aim = next(filter(None, (_aim(reading, m, lexicon) for m in plan.mentions)), None)
    extra = [Evidence.of(aim, "aim")] if aim else []
    extra += [Evidence.of(reading.span(m.year, m.year + 1), "name") for m in plan.mentions if m.year is not None]
    return Proposal(
        article=reading.article.id, rule=f"proposal.{fate.rule if fate else 'named'}",
        confidence=_confidence(plan, fate),
        evidence=(Evidence.of(plan_span(reading, defining), "trigger"), *others, *cues, *extra),
        holder=holders(reading, fate.clause.head if fate else defining.head), layer=defining.layer,
        when=when, title=_title(reading, plan, proposer, lexicon),
        mention=plan_span(reading, defining), proposer=proposer, status=_status(plan, fate),
        declared_points=_declared(reading, plan, lexicon), aim=aim, parties=_parties(reading, plan, fates, lexicon),
        stages=_stages(reading, plan, fates, when, lexicon),
    )  # fmt: skip


def _parties(reading: Reading, plan: Plan, fates: Sequence[_Fate], lexicon: ProposalLexicon) -> tuple[Actor, ...]:
    """Between whom an agreement is: as it is named, and who concluded, kept up, left or together discuss it.

    These are the subjects of such fates, the agents of a noun for them, whom a leader took out of it.
    """
    found = {party_key(actor): actor for actor in plan.parties}
    deal = _is_deal(plan)
    for fate in fates:
        concluded = deal and _concludes(fate, lexicon)
        talking = _sides(reading, fate.clause, "subject") if deal and fate.gives == "under_discussion" else ()
        if fate.gives in _OF_AGREEMENTS or concluded or len(talking) > 1:
            taken = _sides(reading, fate.clause, "object") if fate.gives == "left" else ()
            for actor in taken or _sides(reading, fate.clause, "subject", "possessor", "with"):
                found.setdefault(party_key(actor), actor)
    return tuple(found.values())


def _is_deal(plan: Plan) -> bool:
    return all(not m.family.owners for m in plan.mentions if m.family.strength != "anaphor")


def _concludes(fate: _Fate, lexicon: ProposalLexicon) -> bool:
    """Whether a deal is said to have been reached, which is more than one side's approval."""
    return fate.gives == "accepted" and fate.clause.predicate in lexicon.words["concluding"]


def _stages(
    reading: Reading, plan: Plan, fates: Sequence[_Fate], when: When | None, lexicon: ProposalLexicon
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
        at = _when(reading, [fate])
        day = at.value if at is not None and at.from_ and at.to else None
        known = {status for status, _ in found} | ({main} if main else set())
        if (day is None and fate.gives in known) or (fate.gives == main and when is not None and day == when.value):
            continue
        cue = reading.span(fate.clause.head, fate.clause.head + 1)
        found.setdefault((fate.gives, day), Stage(status=fate.gives, when=at if day else None, cue=cue))
    return tuple(found.values())


def _sides(reading: Reading, clause: Clause, *roles: str) -> tuple[Actor, ...]:
    return tuple(a for a in filling(reading, clause, *roles) if a.diplomatic and a.kind not in ("document", "place"))


def _declared(reading: Reading, plan: Plan, lexicon: ProposalLexicon) -> int | None:
    """The number of points: of "a 12-point plan", else of "the plan consists of 12 points"."""
    stated = next((m.points for m in plan.mentions if m.points), None)
    if stated is not None:
        return stated
    heads = plan.heads
    for clause in reading.clauses:
        if clause.predicate in lexicon.words["counting"] and any(a.head in heads for a in clause.all("subject")):
            for argument in clause.all("object", "of"):
                if count := count_points(reading.span(argument.first, argument.last).text, lexicon):
                    return count
    return None


def _status(plan: Plan, fate: _Fate | None) -> ProposalStatus:
    if fate is not None:
        return fate.gives
    return "put_forward" if plan.owners or plan.defining.family.owners else "under_discussion"


def _confidence(plan: Plan, fate: _Fate | None) -> float:
    return 0.5 + 0.2 * bool(plan.owners) + 0.15 * bool(fate) + 0.05 * any(m.qualified for m in plan.mentions)


def _aim(reading: Reading, mention: PlanMention, lexicon: ProposalLexicon) -> Span | None:
    """What the plan is for: "for ending the conflict", "aimed at a truce", "to end the war"."""
    for child in reading.children[mention.head]:
        token = reading.tokens[child]
        if child < mention.head:
            continue
        if token.norm == "for":
            inner = next((c for c in reading.children[child] if reading.tokens[c].dep in ("pcomp", "pobj")), None)
        elif token.lemma in lexicon.aims and any(reading.tokens[c].tag == "TO" for c in reading.children[child]):
            inner = child
        elif token.lemma == "aim" and token.pos == "VERB":
            preps = [c for c in reading.children[child] if reading.tokens[c].norm == "at"]
            inner = next((c for p in preps for c in reading.children[p]), None)
        else:
            continue
        if inner is not None:
            below = sorted(
                i
                for i in reading.subtree(inner)
                if i >= inner or reading.tokens[i].dep in ("det", "amod", "compound", "poss")
            )
            return reading.span(below[0], _unpunctuated(reading, below[0], below[-1] + 1))
    return None


def _unpunctuated(reading: Reading, first: int, last: int) -> int:
    while last - 1 > first and reading.tokens[last - 1].pos == "PUNCT":
        last -= 1
    return last


def _when(reading: Reading, fates: Sequence[_Fate]) -> When | None:
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


def _title(reading: Reading, plan: Plan, proposer: tuple[Actor, ...], lexicon: ProposalLexicon) -> str:
    """A readable name: "China's 12-point peace plan", "Black Sea Grain Initiative", "draft resolution"."""
    named = [m for m in plan.mentions if m.named and not m.pronoun and m.head - m.first >= 1 and m.layer != "headline"]
    candidates = (
        named or [m for m in plan.mentions if not m.pronoun and m.family.strength != "anaphor"] or plan.mentions
    )
    best = max(candidates, key=lambda m: (bool(m.points), len(m.words & lexicon.diplomatic), m.head - m.first, -m.head))
    words = _described(reading, best, proposer, lexicon)
    if " " not in words and not named:
        words += next((p for m in (best, *candidates) if (p := _purpose(reading, m))), "")
    if not proposer or (named and best in named):
        return words
    names = list(dict.fromkeys(_public_name(reading, actor) for actor in proposer))
    owner = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    ending = "'" if " " in owner and owner.endswith("s") else "'s"  # "the United States'", but "Hamas's"
    return f"{owner}{ending} {words}"


def _public_name(reading: Reading, actor: Actor) -> str:
    """The state for which an organ or official proposes, where the text names it."""
    if actor.iso3 is None or actor.kind == "state":
        return actor.name
    states = (m.actor.name for m in reading.mentions_of.get(f"state/{actor.iso3}", ()) if m.actor is not None)
    return next(states, actor.name)


def _described(reading: Reading, mention: PlanMention, proposer: tuple[Actor, ...], lexicon: ProposalLexicon) -> str:
    """The words of a mention without determiner, owner, and what only tells it from an earlier version."""
    below = [c for c in reading.children[mention.head] if c < mention.head]
    skip = {i for c in below if reading.tokens[c].dep in ("det", "poss") for i in reading.subtree(c)}
    skip |= {c for c in below if not mention.named and _tells_proposer(reading, c, proposer)}
    skip |= {c for c in below if reading.tokens[c].norm in lexicon.fresh | lexicon.fresh_if_indefinite | {"latest"}}
    kept = [i for i in range(mention.first, mention.head + 1) if i not in skip and reading.tokens[i].pos != "PUNCT"]
    return " ".join(_QUOTES.sub("", reading.span(kept[0], kept[-1] + 1).text).split())


def _tells_proposer(reading: Reading, index: int, proposer: tuple[Actor, ...]) -> bool:
    """ "Egyptian", "U.S.-drafted" before the plan of that party; not "Sudan" in "the Sudan peace plan"."""
    actor = reading.actor_at(index)
    mine = actor is not None and party_key(actor) in {party_key(a) for a in proposer}
    return mine or ("-" in reading.tokens[index].text and names_party(reading, index))


def _purpose(reading: Reading, mention: PlanMention) -> str:
    """ " for a two-month ceasefire", " to pause the war" where the noun alone would say little."""
    for child in reading.children[mention.head]:
        token = reading.tokens[child]
        infinitive = token.tag == "VB" and any(reading.tokens[c].tag == "TO" for c in reading.children[child])
        if child > mention.head and (token.norm in ("for", "on") or infinitive):
            below = sorted(reading.subtree(child))
            if len(below) <= 6:
                return " " + " ".join(
                    reading.span(below[0], _unpunctuated(reading, below[0], below[-1] + 1)).text.split()
                )
    return ""
