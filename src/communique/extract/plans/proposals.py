"""Finds plans, drafts, deals and initiatives: who put them forward, how many points they have, what has become of them.

All mentions of a plan in the article are one Proposal. A candidate becomes a record only if the text gives it something
to stand on: a proposer, a count of points, a fate, or terms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.extract.matching.parties import holders
from communique.extract.matching.plan_mentions import PlanMention, count_points, names_party, party_key, topic_lemmas
from communique.extract.plans.fates import (
    Fate,
    addressed,
    fates_of,
    find_tellings,
    in_order,
    parties_of_deal,
    stages_of,
    time_of_fate,
    unsettled,
)
from communique.extract.plans.nominal import stances_of_nouns
from communique.extract.plans.plans import Plan, find_plans, heads_named, plan_span, worded_at, worded_by
from communique.extract.plans.stances import stances_of_clauses
from communique.extract.plans.stands import Matters
from communique.extract.plans.verdicts import judged_in_speech, verdicts_of_clauses
from communique.lexicon.proposals import ProposalLexicon
from communique.reading import Clause, Reading
from communique.records.actors import Actor
from communique.records.proposals import Proposal, ProposalStatus
from communique.records.texts import Evidence, Span

_SHORT = 8
"""How many words of what is proposed may stand in a title."""

_NO_ANSWERS = ("demands", "proposes")
_QUOTES = re.compile(r"""so-called |["“”‘«»]|(?<!\w)'(?=\w)|(?<=[^\Ws])['’](?!\w)""")


def find_proposals(reading: Reading, lexicon: ProposalLexicon) -> list[Proposal]:
    """Return one Proposal for each plan of the article that has a proposer, a fate or terms, in text order."""
    found = []
    tellings = list(find_tellings(reading, lexicon))
    plans = find_plans(reading, lexicon)
    answered = _answered(reading, lexicon) if plans else {}
    for plan in plans:
        fates = in_order(tuple(fates_of(reading, plan, tellings, lexicon)), lexicon)
        named = [m for m in plan.mentions if not m.pronoun]
        answers = [answered[token] for m in named for token in range(m.first, m.head + 1) if token in answered]
        parties = [actor for each in answers for actor in each]
        if all(m.intended for m in named) and not any(_is_another(actor, plan) for actor in parties):
            continue
        if _stands(reading, plan, fates, bool(answers), lexicon):
            record = _record(reading, plan, unsettled(reading, plan, fates, lexicon), lexicon)
            others = [] if record.proposer else parties
            whom = {party_key(actor): actor for actor in (*addressed(reading, plan, lexicon)[0], *others)}
            asked = tuple(actor for key, actor in whom.items() if key not in plan.owners)
            found.append(replace(record, addressees=asked))
    return found


def _is_another(actor: Actor, plan: Plan) -> bool:
    """Whether another state or body takes a stance on a plan: what one plans to do is then a matter of two."""
    who = party_key(actor)
    return who not in plan.owners and who.split("/")[0] not in ("person", "mention", "collective")


def _answered(reading: Reading, lexicon: ProposalLexicon) -> Mapping[int, Sequence[Actor]]:
    """The parties that take a stance on something, by its first token; none where it is judged in speech."""
    about = Matters(reading, (), lexicon)
    stands = (*stances_of_clauses(about, set()), *stances_of_nouns(about), *verdicts_of_clauses(about))
    parties: dict[int, list[Actor]] = {reading.tokens[a.first].start: [] for a in judged_in_speech(about)}
    for stand in stands:
        if stand.stance not in _NO_ANSWERS:
            parties.setdefault(stand.topic.start, []).append(stand.party)
    return {token.index: parties[token.start] for token in reading.tokens if token.start in parties}


def _stands(reading: Reading, plan: Plan, fates: list[Fate], answered: bool, lexicon: ProposalLexicon) -> bool:
    """Whether the text gives the plan enough to be a record: whose, on what, how many points, its fate, its terms."""
    strong = any(m.family.strength == "strong" for m in plan.mentions)
    counted = any(m.points for m in plan.mentions)
    qualified = counted or any(m.qualified or m.named for m in plan.mentions)
    party = any(_has_party(reading, fate.clause) for fate in fates) or (bool(fates) and bool(plan.parties))
    if all(m.generic for m in plan.mentions):
        return party and _is_one(reading, plan, fates, lexicon)
    if not (strong or qualified):
        known = any(m.definite or m.about or m.family.id == "resolution" for m in plan.mentions)
        if plan.owners:
            return party or answered or bool(fates) or _has_terms(reading, plan, lexicon)
        on = answered and any(m.topical for m in plan.mentions)  # "refused to sign the treaty on lake traffic"
        several = (
            len(fates) > 1
            or (bool(fates) and _is_brokered(reading, plan, lexicon))
            or len(parties_of_deal(reading, plan, fates, lexicon)) > 1
        )
        named = party or _is_brokered(reading, plan, lexicon)
        on = on or (
            (party or answered) and _has_terms(reading, plan, lexicon)
        )  # "are studying a deal that would include ..."
        return on or (named and (known or several)) or _binds(reading, plan, lexicon)
    if plan.owners or counted:
        return True
    if fates:
        return qualified or party
    first = plan.mentions[0]
    wished = not (strong or first.definite or first.words & lexicon.words["drafts"])  # "a truce that would last"
    return (_has_terms(reading, plan, lexicon) and not wished) or (strong and answered)


def _is_one(reading: Reading, plan: Plan, fates: list[Fate], lexicon: ProposalLexicon) -> bool:
    """Whether "trade deals" are certain ones: signed by two parties, or on a day; not what somebody likes."""
    when = time_of_fate(reading, fates)
    dated = when is not None and when.from_ is not None and when.to is not None
    return dated or len(parties_of_deal(reading, plan, fates, lexicon)) > 1


def _has_party(reading: Reading, clause: Clause) -> bool:
    actors = (reading.actor_at(h) for a in clause.all("subject", "possessor") for h in reading.coordinated(a.head))
    return any(actor is not None and actor.diplomatic and actor.kind != "document" for actor in actors)


def _has_terms(reading: Reading, plan: Plan, lexicon: ProposalLexicon) -> bool:
    heads = plan.heads
    for clause in (clause for head in heads for clause in reading.clauses_with.get(head, ())):
        roles = {a.role for a in clause.arguments if a.head in heads}
        hands_on = clause.predicate in lexicon.provisions and (
            "subject" in roles or ("object" in roles and clause.one("on"))
        )
        under = roles & {"under", "according to"}
        if clause.pos == "verb" and (hands_on or (under and (clause.modal or clause.predicate == "be"))):
            return True
    return False


def _is_brokered(reading: Reading, plan: Plan, lexicon: ProposalLexicon) -> bool:
    """Whether a known party brokered the deal: "a truce mediated by Oman"."""
    clauses = (clause for head in plan.heads for clause in reading.clauses_with.get(head, ()))
    return any(c.predicate in lexicon.words["brokering"] and c.passive and _has_party(reading, c) for c in clauses)


def _binds(reading: Reading, plan: Plan, lexicon: ProposalLexicon) -> bool:
    """Whether parties do something known under a plan of which nothing else is said: "under the agreement, Chad would
    free the crew"."""
    heads = (h for head in plan.heads for h in (head, worded_at(reading, head)) if h is not None)
    for clause in (clause for head in heads for clause in reading.clauses_with.get(head, ())):
        lemmas = topic_lemmas(reading, range(clause.first, clause.last))
        under = (head for a in clause.all("under") for head in heads_named(reading, clause, a, lexicon.words["parts"]))
        known = clause.modal and _has_party(reading, clause) and lexicon.topic(lemmas) != "other"
        if known and not plan.heads.isdisjoint(under):
            return True
    return False


def _record(reading: Reading, plan: Plan, fates: list[Fate], lexicon: ProposalLexicon) -> Proposal:
    defining = plan.defining
    proposer = tuple(plan.owners.values())
    told = [f for f in fates if f.gives == fates[0].gives]
    when = time_of_fate(reading, told)
    fate = next((f for f in told if time_of_fate(reading, [f]) == when), None)
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
        declared_points=_declared(reading, plan, lexicon), aim=aim,
        parties=parties_of_deal(reading, plan, fates, lexicon),
        stages=stages_of(reading, plan, fates, when, lexicon),
    )  # fmt: skip


def _declared(reading: Reading, plan: Plan, lexicon: ProposalLexicon) -> int | None:
    """The number of points: of "a 12-point plan", else of "the plan consists of 12 points"."""
    stated = next((m.points for m in plan.mentions if m.points), None)
    if stated is not None:
        return stated
    heads = plan.heads
    for index in sorted({clause.index for head in heads for clause in reading.clauses_with.get(head, ())}):
        clause = reading.clauses[index]
        if clause.predicate in lexicon.words["counting"] and any(a.head in heads for a in clause.all("subject")):
            for argument in clause.all("object", "of"):
                if count := count_points(reading.span(argument.first, argument.last).text, lexicon):
                    return count
    return None


def _status(plan: Plan, fate: Fate | None) -> ProposalStatus:
    if fate is not None:
        return fate.gives
    if any(m.numbered for m in plan.mentions):
        return "accepted"  # "Resolution 425"
    if plan.owners or plan.defining.family.owners:
        return "put_forward"
    known = any(m.named or m.years for m in plan.mentions)  # "the Prespa Agreement", "the 2015 accord"
    return "accepted" if known else "under_discussion"


def _confidence(plan: Plan, fate: Fate | None) -> float:
    return 0.5 + 0.2 * bool(plan.owners) + 0.15 * bool(fate) + 0.05 * any(m.qualified for m in plan.mentions)


def _aim(reading: Reading, mention: PlanMention, lexicon: ProposalLexicon) -> Span | None:
    """What the plan is for: "for ending the conflict", "aimed at a truce", "to end the war"."""
    for child in reading.children[mention.head]:
        token = reading.tokens[child]
        if child < mention.head:
            continue
        if token.norm == "for":
            inner = next((c for c in reading.children[child] if reading.tokens[c].dep in ("pcomp", "pobj")), None)
        elif token.lemma in lexicon.aims and any(c.tag == "TO" for c in reading.dependents[child]):
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
            return reading.span(below[0], below[-1] + 1)
    return None


def _title(reading: Reading, plan: Plan, proposer: tuple[Actor, ...], lexicon: ProposalLexicon) -> str:
    """A readable name: "China's 12-point peace plan", "Black Sea Grain Initiative", "draft resolution"."""
    named = [m for m in plan.mentions if m.named and not m.pronoun and m.head - m.first >= 1 and m.layer != "headline"]
    candidates = (
        named or [m for m in plan.mentions if not m.pronoun and m.family.strength != "anaphor"] or plan.mentions
    )
    best = max(candidates, key=lambda m: (bool(m.points), len(m.words & lexicon.diplomatic), m.head - m.first, -m.head))
    above = worded_by(reading, best)
    wording = next((m for m in plan.mentions if m.head == above), None)  # "draft of a peace treaty"
    words = _described(reading, wording or best, proposer, lexicon)
    if wording is not None:
        words += " " + " ".join(reading.span(wording.head + 1, best.head + 1).text.split())
    if best.family.strength == "offered":
        return _offered_title(reading, best, proposer, words)
    if " " not in words and not named:
        words += next((p for m in (best, *candidates) if (p := _purpose(reading, m))), "")
    if not proposer or (named and best in named):
        return words
    return f"{_of(reading, proposer)} {words}"


def _offered_title(reading: Reading, mention: PlanMention, proposer: tuple[Actor, ...], words: str) -> str:
    """ "Chad's proposed release of ten sailors"."""
    below = next((t.index for t in reading.dependents[mention.head] if t.norm == "of"), None)
    last = reading.reach(below)[1] if below is not None else mention.head + 1
    what = " ".join(reading.span(mention.head + 1, last).text.split()) if 1 < last - mention.head <= _SHORT else ""
    return f"{_of(reading, proposer)} proposed {words} {what}".strip()


def _of(reading: Reading, proposer: tuple[Actor, ...]) -> str:
    """ "Qatar and Egypt's", "the United States'"."""
    names = list(dict.fromkeys(_public_name(reading, actor) for actor in proposer))
    owner = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    ending = "'" if " " in owner and owner.endswith("s") else "'s"  # "the United States'", but "Hamas's"
    return f"{owner}{ending}"


def _public_name(reading: Reading, actor: Actor) -> str:
    """The state for which an organ or official proposes, where the text names it."""
    if actor.iso3 is None or actor.kind == "state":
        return actor.name
    states = (m.actor.name for m in reading.mentions_of.get(f"state/{actor.iso3}", ()) if m.actor is not None)
    return next(states, actor.name)


def _described(reading: Reading, mention: PlanMention, proposer: tuple[Actor, ...], lexicon: ProposalLexicon) -> str:
    """The words of a mention without determiner, owner, and what only tells it from an earlier version."""
    below = [c for c in reading.children[mention.head] if c < mention.head]
    skip = {i for c in below if reading.tokens[c].dep in ("det", "predet", "poss") for i in reading.subtree(c)}
    if not mention.named:
        owners = [c for c in range(mention.first, mention.head) if _tells_proposer(reading, c, proposer)]
        skip |= {i for c in owners for i in _name_at(reading, c)}
    skip |= {
        c
        for c in below
        if reading.tokens[c].norm in lexicon.fresh | lexicon.fresh_if_indefinite | lexicon.words["no_names"]
    }
    kept = [i for i in range(mention.first, mention.head + 1) if i not in skip and reading.tokens[i].pos != "PUNCT"]
    runs = [i for i in range(kept[0], mention.head + 1) if i not in skip]
    words = "".join(_spaced(reading, i, i + 1 in runs or i == mention.head) for i in runs)
    return " ".join(_QUOTES.sub("", words).split())


def _spaced(reading: Reading, index: int, on: bool) -> str:
    """A token with what follows it up to the next one; where the next is left out, with a blank."""
    token = reading.tokens[index]
    after = reading.tokens[index + 1].start if index + 1 < len(reading.tokens) else token.end
    return reading.article.text[token.start : after] if on else token.text + " "


def _name_at(reading: Reading, index: int) -> range:
    """The tokens of the name that stands at a token: "Security Council" before "resolution"."""
    mention = reading.mention_at.get(index)
    return range(mention.first, index + 1) if mention is not None else range(index, index + 1)


def _tells_proposer(reading: Reading, index: int, proposer: tuple[Actor, ...]) -> bool:
    """ "Egyptian", "U.S.-drafted" before the plan of that party; not "Sudan" in "the Sudan peace plan"."""
    actor = reading.actor_at(index)
    mine = actor is not None and party_key(actor) in {party_key(a) for a in proposer}
    return mine or ("-" in reading.tokens[index].text and names_party(reading, index))


def _purpose(reading: Reading, mention: PlanMention) -> str:
    """ " for a two-month ceasefire", " to pause the war" where the noun alone would say little."""
    for child in reading.children[mention.head]:
        token = reading.tokens[child]
        infinitive = token.tag == "VB" and any(c.tag == "TO" for c in reading.dependents[child])
        if child > mention.head and (token.norm in ("for", "on") or infinitive):
            aside = {
                i for p in reading.subtree(child) if reading.tokens[p].norm == "between" for i in reading.subtree(p)
            }
            below = sorted(set(reading.subtree(child)) - aside)
            if len(below) <= 6:
                return " " + " ".join(reading.span(below[0], below[-1] + 1).text.split())
    return ""
