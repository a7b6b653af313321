"""How a mention is told: as a fact, a plan or a mere name, by its own words and those it stands with."""

from __future__ import annotations

from communique.extract.contacts.holding import OCCASIONS, happens, heads_of, is_absent, is_there, points_back, told_by
from communique.extract.contacts.occasions import ending, is_next_day, is_over, is_to_come
from communique.extract.contacts.standings import LADDER, OFF, is_long_ago, is_told, is_wish, rung
from communique.extract.contacts.tellers import being
from communique.lexicon.engagements import Trigger, Triggers
from communique.lexicon.words import load_words
from communique.reading import NAMED, Clause, Factuality, Reading
from communique.records.actors import Participant, When
from communique.records.events import EngagementStatus

_TO_BE = frozenset({"planned", "announced"})
"""Statuses of what is still to be done."""

_WISHED = frozenset({"sought", "proposed", "invited"})
"""Rungs of what somebody wants, and may get."""

_SUPPOSED = Factuality("occurred", NAMED, ())


def factuality_of(
    reading: Reading, whole: tuple[Clause, ...], trigger: Trigger, holder: Clause | None, triggers: Triggers
) -> Factuality:
    """Return how an engagement told by `whole` (trigger, then its frames) is put: as its word is, or as the verb that
    tells of it."""
    heads = heads_of(reading, whole)
    factuality = reading.factuality[whole[0].index]
    telling = _telling(reading, whole, trigger, holder, factuality)
    factuality = reading.factuality[telling.index] if telling is not None else factuality
    supposed = factuality.status == "negated" and holder is not None and _is_beside(reading, holder, heads, triggers)
    if supposed or _is_aimed(reading, whole[-1]) or (holder is not None and is_absent(reading, holder)):
        return _SUPPOSED  # "the aim of the talks" supposes that there are talks
    return factuality


def _telling(
    reading: Reading, whole: tuple[Clause, ...], trigger: Trigger, holder: Clause | None, factuality: Factuality
) -> Clause | None:
    """The verb that says of a noun whether it is: "delivered a letter" is a letter sent, "will deliver" is not yet."""
    heads = heads_of(reading, whole)
    named = factuality.why == NAMED
    if holder is not None and (named or _is_put_off(holder, factuality)):
        done = holder.pos == "verb" and any(a.head in heads for a in holder.all("object"))
        if done or (holder.predicate == "be" and is_there(reading, whole[-1], holder, trigger)):
            return holder
    if not named:
        return None
    if (there_is := being(reading, whole[-1])) is not None:
        return there_is  # "there are talks", "there will be no talks"
    if holder is not None and _is_not_for(reading, holder, heads):
        return holder  # "decided not to send a delegation for the talks"
    return next((told for told in told_by(reading, whole[0]) if _is_due(told)), None)


def _is_put_off(holder: Clause, factuality: Factuality) -> bool:
    """ "Made her postponed visit"."""
    carried = holder.predicate in load_words("engagements/en/performing_verbs")
    return carried and not factuality.scope and LADDER.get(factuality.status) in OFF


def status_of(
    reading: Reading,
    whole: tuple[Clause, ...],
    trigger: Trigger,
    triggers: Triggers,
    factuality: Factuality,
    people: tuple[Participant, ...],
    when: When | None,
) -> EngagementStatus | None:
    """Return how an engagement stands; None for what is denied, negated or alleged."""
    status = expected(reading, whole[-1], triggers) or rung(reading, whole, trigger, factuality, when)
    if status == "announced" and is_wish(reading, factuality, people, heads_of(reading, whole)):
        status = "sought"
    if status in _WISHED and _came_about(reading, whole[0]):
        return "held"
    if status == "announced" and is_next_day(reading, ending(reading, whole[0])):
        status = "under_way"  # "the talks, set to end on Tuesday"
    if status == "held" and (_is_ahead(reading, whole[-1]) or _will_do(reading, whole, factuality, when)):
        return "announced"  # "during the visit he will meet", "the visit will open a new chapter"
    if status == "under_way" and is_long_ago(reading, when):
        status = "held"
    one_day = status == "held" and _is_one_day(reading, whole) and not is_long_ago(reading, when)
    return "under_way" if one_day else status


def is_claimed(reading: Reading, whole: tuple[Clause, ...], trigger: Trigger, holder: Clause | None) -> bool:
    """Return whether words beside a noun say that it took place: "the talks ended", "after the summit", "signed it at
    a ceremony"."""
    if _is_over(reading, whole[-1]) or is_told(reading, whole, trigger):
        return True
    if _is_recalled(reading, whole[-1]):
        return True
    if holder is None:
        return False
    there = not points_back(reading, whole[0]) and _was_done_there(reading, holder, heads_of(reading, whole))
    return there or is_there(reading, whole[-1], holder, trigger)


def _is_one_day(reading: Reading, whole: tuple[Clause, ...]) -> bool:
    """Whether only a day of an occasion is told: "held a second day of talks"."""
    days = (head for head in heads_of(reading, whole) if reading.tokens[head].lemma == "day")
    ordinals = load_words("engagements/en/ordinal_words")
    return any(token.norm in ordinals for day in days for token in reading.dependents[day])


def _is_not_for(reading: Reading, holder: Clause, heads: set[int]) -> bool:
    """Whether nobody comes or is sent for it."""
    aim = any(argument.head in heads for argument in holder.all("for", "to"))
    return aim and reading.factuality[holder.index].status in OFF


def _is_aimed(reading: Reading, outer: Clause) -> bool:
    """Whether a noun tells the purpose of an occasion that is pointed at: "the aim of the talks", "of his visit"."""
    above = reading.clauses[outer.under] if outer.under is not None else None
    if above is None or above.predicate not in load_words("engagements/en/purpose_nouns"):
        return False
    pointed = points_back(reading, outer) or outer.one("possessor") is not None
    return pointed and any(argument.head == outer.head for argument in above.all("of"))


def _is_due(told: Clause) -> bool:
    """Whether a verb tells what is to be: "the talks are to begin", "have yet to take place"."""
    return told.infinitive and told.link == "complement"


def expected(reading: Reading, outer: Clause, triggers: Triggers) -> EngagementStatus | None:
    """Return how what somebody is due or expected for stands: "is due in Doha for talks" is no talks held."""
    above = reading.clauses[outer.under] if outer.under is not None else None
    if outer.pos != "noun" or above is None or not any(a.head == outer.head for a in above.all("for", "at")):
        return None
    words = (above, *(c for c in reading.clauses_under.get(above.index, ()) if c.pos == "adjective"))
    plans = (trigger for word in words for trigger in triggers.get(word.predicate, ()) if trigger.pos == word.pos)
    return next((trigger.gives for trigger in plans if trigger.gives not in (None, "held")), None)


def _is_over(reading: Reading, outer: Clause) -> bool:
    """ "After the summit", "during his visit": that it took place is said."""
    above = reading.clauses[outer.under] if outer.under is not None else None
    if above is None or reading.factuality[above.index].status in _TO_BE:
        return False
    return is_over(above, heads_of(reading, (outer,)))


def _is_ahead(reading: Reading, outer: Clause) -> bool:
    """ "During his visit he will meet X", "at the talks both will sign": it is still to be."""
    above = reading.clauses[outer.under] if outer.pos == "noun" and outer.under is not None else None
    if above is None or above.pos != "verb" or reading.factuality[above.index].status not in _TO_BE:
        return False
    return any(argument.head == outer.head for argument in above.all("at", "during"))


def _will_do(reading: Reading, whole: tuple[Clause, ...], factuality: Factuality, when: When | None) -> bool:
    """ "The visit will open a new chapter", "the summit would produce a plan": what is named is still to be, unless its
    day is over."""
    outer = whole[-1]
    above = reading.clauses[outer.under] if outer.pos == "noun" and outer.under is not None else None
    if above is None or above.passive or above.perfect or above.modal is None:
        return False
    heads = heads_of(reading, (outer,))
    ahead = above.tense == "future" or reading.factuality[above.index].status in _TO_BE
    does = ahead and any(argument.head in heads for argument in above.all("subject"))
    return does and factuality.why == NAMED and (when is None or is_to_come(reading, when))


def _came_about(reading: Reading, clause: Clause) -> bool:
    """ "Requested a meeting, which took place on Monday": what was wanted came about."""
    told = (later for later in told_by(reading, clause) if happens(reading, later))
    return any(reading.factuality[later.index].status in ("occurred", "historical", "ongoing") for later in told)


def _is_recalled(reading: Reading, outer: Clause) -> bool:
    """Whether a verb tells of it as somebody remembers it: "described their meeting as frank"."""
    above = reading.clauses[outer.under] if outer.pos == "noun" and outer.under is not None else None
    if above is None or above.predicate not in load_words("engagements/en/recalling_verbs"):
        return False
    heads = heads_of(reading, (outer,))
    return not above.negated and any(argument.head in heads for argument in above.all("object"))


def _is_beside(reading: Reading, verb: Clause, heads: set[int], triggers: Triggers) -> bool:
    """Whether a verb tells what was, or was not, done at it: "failed to agree at the talks"; not "did not meet at"."""
    there = any(argument.head in heads for argument in verb.all(*load_words(OCCASIONS)))
    return there and verb.predicate != "be" and verb.predicate not in triggers


def _was_done_there(reading: Reading, verb: Clause, heads: set[int]) -> bool:
    """ "Signed the papers at a ceremony": that it took place is said with what was done there."""
    there = any(argument.head in heads for argument in verb.all("at", "in", "during"))
    return there and reading.factuality[verb.index].status in ("occurred", "historical")
