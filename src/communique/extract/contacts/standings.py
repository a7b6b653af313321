"""How an engagement stands by the words around it: its rung on the ladder, and whether that is news or history."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date

from communique.extract.contacts.counterparts import with_particles
from communique.extract.contacts.holding import LEAVING, SCHEDULING, heads_of, told_by
from communique.extract.contacts.occasions import is_to_come
from communique.extract.matching.parties import parties
from communique.lexicon.engagements import Standing, Trigger, load_standings
from communique.lexicon.words import load_words
from communique.reading import PRESENT, PURPOSE, Clause, Factuality, Reading
from communique.records.actors import Participant, When, same_side
from communique.records.events import EngagementStatus, EventStatus

LADDER: dict[EventStatus, EngagementStatus] = {
    "occurred": "held", "historical": "held", "ongoing": "under_way", "planned": "announced", "announced": "announced",
    "agreed": "announced", "sought": "sought", "demanded": "sought", "proposed": "proposed", "offered": "proposed",
    "possible": "hypothetical", "hypothetical": "hypothetical", "threatened": "hypothetical", "postponed": "postponed",
    "cancelled": "cancelled", "refused": "refused",
}  # fmt: skip
"""Event status of the trigger -> rung of the engagement ladder; what is denied, negated or alleged is on no rung."""

OFF = frozenset({"postponed", "cancelled", "refused"})
"""Rungs of what will not be, or not as planned."""

_CALLED_OFF = frozenset({"postponed", "cancelled"})
"""Rungs on which a relative clause may put an occasion."""

_AHEAD = frozenset({"sought", "announced", "confirmed"})

OPEN = frozenset({"possible", "hypothetical", "threatened", "proposed", "sought", "demanded", "denied", "negated"})
"""Statuses of a decision that has not been taken."""

HOURS = "PT"
"""What the TIMEX value of less than a day begins with: "hours after the visit" is news with the visit."""

BACKGROUND_DAYS = 30
"""What lies further back than this, or so long ago was decided, is background (annotation guide of status_dev)."""


def rung(
    reading: Reading, whole: tuple[Clause, ...], trigger: Trigger, factuality: Factuality, when: When | None
) -> EngagementStatus | None:
    """Return the rung of the ladder on which the text puts the engagement told by `whole` (trigger, then its frames).

    None for what is denied, negated or alleged.
    """
    standing = next(_standings(reading, whole, trigger), None)
    if standing is not None and _is_part(whole) and (standing in OFF or trigger.type != "talks"):
        return "refused"
    if standing is not None:
        return "announced" if standing == "under_way" and is_to_come(reading, when) else standing
    if _may_be_left(reading, whole[-1]):
        return "announced"
    if trigger.gives is not None:
        return None if factuality.status in ("denied", "negated", "alleged") else trigger.gives
    if factuality.status == "possible" and whole[0].perfect:
        return None  # "may have met", "are said to have met": a rumour of the past is no plan
    status = LADDER.get(factuality.status)
    above = reading.clauses[whole[-1].under] if whole[-1].under is not None else None
    lasts = "be" in (whole[0].predicate, above.predicate if above is not None and whole[0].pos == "noun" else "")
    scheduled = status == "under_way" and factuality.why == PRESENT and not lasts
    if scheduled and trigger.type == "letter" and whole[0].pos == "verb" and not whole[0].progressive:
        return "held"  # "in a letter she writes to the king": letters have no time-table
    if scheduled or (status in ("held", "under_way") and is_to_come(reading, when)):
        return "announced"
    if status in OFF and any(reading.factuality[i].status in OPEN for i in factuality.scope):
        return "announced"  # "may be called off", "threatened to cancel": the plan stands
    if status in _AHEAD and _forsaken(reading, (*factuality.scope, whole[-1].index)):
        return "refused"
    clause = whole[0]
    if status in OFF | _AHEAD and clause.mark == "after" and clause.tense == "none" and not is_to_come(reading, when):
        return "held" if when is not None else status  # "agreed to set it up after meeting on Monday"
    if factuality.status in OPEN and _is_opposed(reading, whole[-1]):
        return "announced"  # "urged the cabinet to block the visit"
    cue = reading.clauses[factuality.scope[-1]].predicate if factuality.scope else ""
    if status != "proposed" or cue not in load_words("engagements/en/inviting"):
        return status
    return _answer(reading, factuality) or "invited"


def _may_be_left(reading: Reading, outer: Clause) -> bool:
    """ "Threatened to pull out of the summit": so it is still to be."""
    above = reading.clauses[outer.under] if outer.pos == "noun" and outer.under is not None else None
    if above is None or not any(a.head == outer.head for a in above.all("from", "of")):
        return False
    leaves = with_particles(reading, above) & load_words(LEAVING)
    return bool(leaves) and reading.factuality[above.index].status in OPEN


def _forsaken(reading: Reading, telling: tuple[int, ...]) -> bool:
    """ "Were to meet in May, but Peru pulled out": a party turned away from it in the same breath."""
    verbs = {above.index: above for index in telling for above in _up_to_verb(reading, index)}
    for later in (later for verb in verbs.values() for later in _joined(reading, verb)):
        but = any(reading.tokens[i].norm == "but" for i in range(later.first, later.head))
        between = any(reading.tokens[i].norm == "but" for i in range(max(later.first - 2, 0), later.head))
        leaves = with_particles(reading, later) & load_words(LEAVING)
        done = reading.factuality[later.index].status in ("occurred", "historical")
        if (but or between) and leaves and done and not later.all("object", "from", "of"):
            return True
    return False


def _up_to_verb(reading: Reading, index: int) -> Iterator[Clause]:
    """Yield a clause and those it stands under, up to its sentence's main verb."""
    current: int | None = index
    while current is not None:
        yield reading.clauses[current]
        current = reading.clauses[current].under


def _answer(reading: Reading, factuality: Factuality) -> EngagementStatus | None:
    """Whether somebody turned an invitation down."""
    answers = [i for i in factuality.scope if reading.factuality[i].status in ("occurred", "historical", "ongoing")]
    said = {reading.clauses[i].predicate for i in answers}
    return "refused" if said & load_words("engagements/en/declining_verbs") else None


def _is_opposed(reading: Reading, outer: Clause) -> bool:
    """Whether the verb above would have it not be."""
    above = reading.clauses[outer.under] if outer.under is not None else None
    opposed = above is not None and above.predicate in load_words("engagements/en/opposing_verbs")
    return opposed and above is not None and any(argument.head == outer.head for argument in above.all("object"))


def is_told(reading: Reading, whole: tuple[Clause, ...], trigger: Trigger) -> bool:
    """Whether the verb of a noun says how it stands: "the talks ended", not "the talks were useful"."""
    return any(True for _ in _standings(reading, whole, trigger))


def is_wish(
    reading: Reading, factuality: Factuality, people: tuple[Participant, ...], heads: Container[int] = ()
) -> bool:
    """Whether a plan is only that of one party: "X plans to meet Y" is sought, "X and Y plan to meet" is announced;
    "X-Y talks" (`heads`) plan nothing."""
    if factuality.status != "planned" or factuality.why == PURPOSE or not factuality.scope:
        return False
    cue = reading.clauses[factuality.scope[-1]]
    if cue.modal is not None or cue.passive or cue.pos == "adjective":
        return False  # "X and Y will sign it at a ceremony", "is scheduled to meet", "is due to meet"
    if cue.predicate in load_words("engagements/en/beginning_verbs"):
        return False  # "begins a visit on Sunday"
    planner = reading.clauses[factuality.scope[-1]].one("subject", "possessor")
    planners = parties(reading, planner) if planner is not None and planner.head not in heads else ()
    theirs = [any(same_side(actor, participant) for actor in planners) for participant in people]
    return any(theirs) and not (len(theirs) > 1 and all(theirs))


def _standings(reading: Reading, whole: tuple[Clause, ...], trigger: Trigger) -> Iterator[EngagementStatus]:
    """Yield what the words above say of it: "is off", "have been on hold", "resumed"."""
    outer = whole[-1]
    if outer.pos != "noun":
        return
    above = reading.clauses[outer.under] if outer.under is not None else None
    verbs = [above, *_joined(reading, above)] if above is not None and above.pos == "verb" else []
    heads = heads_of(reading, (outer,))
    for verb in reversed(verbs):
        roles = {argument.role for argument in verb.arguments if argument.head in heads}
        yield from (standing.gives for standing in _fitting(reading, whole, trigger, verb) if roles & standing.roles)
    if all(_remarks(verb, heads) for verb in verbs):
        for verb in (told for told in told_by(reading, outer) if told.link in ("relative", "modifier")):
            yield from (s.gives for s in _fitting(reading, whole, trigger, verb) if s.gives in _CALLED_OFF)


def _fitting(reading: Reading, whole: tuple[Clause, ...], trigger: Trigger, verb: Clause) -> Iterator[Standing]:
    """Yield the standings that a verb tells by its words and status."""
    status = reading.factuality[verb.index].status
    for standing in load_standings():
        fits = (
            status in standing.told
            and (not standing.types or trigger.type in standing.types)
            and (not standing.ahead or _is_planned(reading, whole))
        )
        if fits and (with_particles(reading, verb) & standing.verbs or _stands(reading, verb, standing)):
            yield standing


def _remarks(verb: Clause, heads: set[int]) -> bool:
    """Whether a verb leaves open what becomes of an occasion: "regretted the talks", not "held" or "flew to" them."""
    near = any(argument.head in heads for argument in verb.all("object", "subject"))
    return near and verb.predicate not in load_words("engagements/en/support_verbs")


def _is_planned(reading: Reading, whole: tuple[Clause, ...]) -> bool:
    """Whether words tell that an occasion was still ahead: "a planned summit", "talks that were due on Monday"."""
    told = [reading.factuality[clause.index].status for clause in whole]
    planned = (later.predicate in load_words(SCHEDULING) for later in told_by(reading, whole[0]))
    return any(planned) or any(LADDER.get(status) == "announced" for status in told)


def _is_part(whole: tuple[Clause, ...]) -> bool:
    """Whether what the words above tell of is somebody's part in the occasion: "cancelled his attendance at"."""
    return whole[-1].predicate in load_words("engagements/en/attendance_nouns")


def _joined(reading: Reading, verb: Clause) -> Iterator[Clause]:
    """Yield the verbs coordinated with a verb, in text order: "was planned for May but was called off"."""
    for head in reading.coordinated(verb.head):
        later = reading.clause_at.get(head)
        if later is not None and head > verb.head and later.pos == "verb" and not _excluded(reading, later):
            yield later


def _excluded(reading: Reading, verb: Clause) -> bool:
    """ "Postponed rather than cancelled", "moved, not scrapped": that is what did not become of it."""
    before = [reading.tokens[i].norm for i in range(max(verb.head - 2, 0), verb.head)]
    phrases = load_words("language/en/excluding_phrases")
    return verb.negated or bool({" ".join(before), before[-1] if before else ""} & phrases)


def _stands(reading: Reading, verb: Clause, standing: Standing) -> bool:
    if verb.predicate.split()[0] not in load_words("engagements/en/standing_verbs"):
        return False
    phrases = {phrase for child in reading.children[verb.head] for phrase in _phrases(reading, child)}
    return any(words in phrases for words in standing.words)


def _phrases(reading: Reading, child: int) -> Iterator[tuple[str, ...]]:
    """Yield the readings of an adverb or prepositional phrase: ("off",), ("on", "hold"), ("back", "on")."""
    word = reading.tokens[child].norm
    nouns = [below for below in reading.children[child] if reading.tokens[below].dep in ("pobj", "pcomp")]
    others = [below for below in reading.children[child] if below not in nouns]
    if not nouns:
        yield (word,)
    for noun in nouns:
        yield word, reading.tokens[noun].lemma
        yield word, "the", reading.tokens[noun].lemma
    for other in others:
        yield tuple(reading.tokens[i].norm for i in sorted((child, other)))


def is_past(reading: Reading, clause: Clause, factuality: Factuality, when: When | None) -> bool:
    """Whether it is told as history or as how things stood before the news: "the two had agreed to meet"."""
    if factuality.status == "historical" or is_long_ago(reading, when):
        return True
    if is_reckoned(reading, clause):
        return True
    deciding = {reading.clauses[index].head for index in factuality.scope}  # "agreed to meet" tells, and decides
    told = any(a.cue_head not in deciding for a in reading.attributions_around.get(clause.head, ()))
    return any(_is_history(reading, verb, told) for verb in _verbs(reading, clause, factuality))


def is_reckoned(reading: Reading, clause: Clause) -> bool:
    """Return whether time is counted from it: "four days after they met", "a day after a meeting"."""
    above = reading.clauses[clause.under] if clause.pos == "noun" and clause.under is not None else None
    own = reading.tokens[clause.head]
    marks = [c for verb in (clause, above) if verb is not None and verb.pos == "verb" for c in _marks(reading, verb)]
    if clause.pos == "noun" and own.dep == "pobj":
        marks.append(own.head)
    marks = [mark for mark in marks if reading.tokens[mark].norm == "after"]
    return any(
        time.last in marks and time.type == "DURATION" and not str(time.when.value).startswith(HOURS)
        for time in (reading.times if marks else ())
    )


def _marks(reading: Reading, verb: Clause) -> Iterator[int]:
    yield from (c for c in reading.children[verb.head] if reading.tokens[c].dep == "mark")


def _is_history(reading: Reading, verb: Clause, told: bool) -> bool:
    """Whether a verb tells what went before: by an adverb, the past perfect, its date.

    "Said that it had called off" is no past perfect of history: there it is the past of what is told.
    """
    below = reading.dependents[verb.head]
    before = [t.index for t in below if t.dep == "advmod" and t.norm in load_words("engagements/en/past_adverbs")]
    if any(not (_opens_time(reading, index) or _compares(reading, index)) for index in before):
        return True
    perfect = any(t.dep == "aux" and t.norm in ("had", "'d") for t in below) and verb.modal is None
    return (perfect and not told) or reading.factuality[verb.index].status == "historical"


def _opens_time(reading: Reading, adverb: int) -> bool:
    """Whether an adverb belongs to a time: "earlier in the day", "earlier on Monday" are of the day's news."""
    return any(adverb <= time.first <= adverb + 3 and time.type in ("DATE", "TIME") for time in reading.times)


def _compares(reading: Reading, adverb: int) -> bool:
    """Whether an adverb only tells of a change: "two days earlier than planned"."""
    return any(token.norm == "than" for token in reading.tokens[adverb + 1 : adverb + 2])


def _verbs(reading: Reading, clause: Clause, factuality: Factuality) -> Iterator[Clause]:
    """Yield the verbs that carry the claim: the trigger, the verb above a noun, those that decided the status."""
    if clause.pos == "verb":
        yield clause
    elif clause.under is not None and reading.clauses[clause.under].pos == "verb":
        role = next((a.role for a in reading.clauses[clause.under].arguments if a.head == clause.head), "")
        if role in ("subject", "object"):
            yield reading.clauses[clause.under]
    yield from (reading.clauses[index] for index in factuality.scope)


def is_long_ago(reading: Reading, when: When | None) -> bool:
    """Whether a time lies wholly more than BACKGROUND_DAYS before publication."""
    published = reading.article.published
    if when is None or when.to is None or published is None:
        return False
    return (date.fromisoformat(published.from_) - date.fromisoformat(when.to[:10])).days > BACKGROUND_DAYS
