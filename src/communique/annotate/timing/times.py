"""Finds time expressions and says what days they mean: Article and tokens -> TimeRefs.

Patterns and words come from the lexicon, meanings and the words that a time belongs to from `timing`. Relative
expressions are counted from the article's publication, never from a clock; where that is unknown, or an interval
whose days disagree, they stay unresolved and say why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from communique.annotate.timing.anchors import Tree
from communique.annotate.timing.borders import sided
from communique.annotate.timing.calendar import Days
from communique.annotate.timing.outcomes import Outcome, Setting
from communique.annotate.timing.places import Marks, Place, places
from communique.annotate.timing.readings import MAX_DAYS, resolve
from communique.annotate.timing.spotting import Found, plain
from communique.lexicon.times import TimeLexicon
from communique.reading import Sentence, Tense, TimeRef, Token
from communique.records.actors import When
from communique.records.texts import Article, Publication, Span

MEMORY = 3
"""How many sentences back a time may lie from which another is counted ("two days later"); quarters are kept longer."""

_RECENT = 100

_LOOKING_BACK = ("ago", "year_before")
_FROM = re.compile(r"\b(?:from|between)(?: the)?\s+$")
_TO = re.compile(r"\s+(?:to|until|till|through|and)\s+(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A time in its place, the preposition that may move its ends, and whether later times may be counted from it."""

    place: Place
    outcome: Outcome
    preposition: str | None
    counts: bool


def find_times(
    article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence], lexicon: TimeLexicon
) -> tuple[TimeRef, ...]:
    """Return the time expressions of an article in text order, each with its days and the word whose time it gives."""
    text, tree = plain(article.text), Tree(tokens, lexicon)
    days = publication_days(article.published)
    spoken: list[Spoken] = []
    marks = Marks(text)
    for sentence in sentences:
        marks.enter(sentence)
        found = list(places(text, tokens, sentence, tree, lexicon))
        if found:
            before = _remembered(spoken, sentence)
            narrated = [one for one in found if not marks.around(one[1])]
            quotes = [one for one in found if marks.around(one[1])]
            told = _resolved(narrated, days, before, tree, lexicon)
            speech = _said_on(told, tree)
            said = _resolved(quotes, speech or days, before, tree, lexicon)
            if speech:
                said = [_in_speech(one) for one in said]
            spoken += sorted((*told, *said), key=lambda one: one.place.start)
    return tuple(_refs(article, _ranges(text, spoken), tree))


def _remembered(spoken: Sequence[Spoken], sentence: Sentence) -> tuple[Outcome, ...]:
    """The resolved times, latest first, that words such as "two days later" in `sentence` may be counted from."""
    return tuple(
        one.outcome
        for one in reversed(spoken[-_RECENT:])
        if one.counts and (one.outcome.unit == "quarter" or sentence.index - one.place.sentence.index <= MEMORY)
    )


def _resolved(
    found: Sequence[tuple[Found, Place]],
    days: Sequence[date],
    before: tuple[Outcome, ...],
    tree: Tree,
    lexicon: TimeLexicon,
) -> list[Spoken]:
    """Resolve the times of one voice in a sentence, in their order."""
    spoken: list[Spoken] = []
    beside: Outcome | None = None
    for one, place in found:
        tense = _looking(tree.direction(place.first, place.last), place.sentence)
        outcome = resolve(one, days, Setting(None, tense, before, beside), lexicon)
        if outcome is None:
            continue
        counts = outcome.closed is not None and outcome.unit is not None and not _looks_back(one, outcome)
        if counts:
            before = (outcome, *before)
        if outcome.closed and outcome.unit:
            beside = outcome
        counts = counts and place.sentence.segment not in _SEEN
        spoken.append(Spoken(place, outcome, tree.preposition(place.first, place.last), counts))
    return spoken


def _said_on(told: Sequence[Spoken], tree: Tree) -> tuple[date, ...]:
    """The day of the speech around a quotation: "we meet tomorrow", he said on Saturday, speaks of Sunday."""
    past = [
        one for one in told if one.outcome.unit == "day" and tree.direction(one.place.first, one.place.last) == "past"
    ]
    days = {one.outcome.closed[0] for one in past if one.outcome.closed}
    return tuple(days) if len(days) == 1 else ()


def _in_speech(one: Spoken) -> Spoken:
    """The rules speak of publication; here they were given the day of the speech instead."""
    return replace(one, outcome=replace(one.outcome, why=one.outcome.why.replace("publication", "the quoted speech")))


_SEEN = ("image_alt", "caption", "credit", "dateline", "source_line", "byline")


def _looking(tense: Tense, sentence: Sentence) -> Tense:
    """The direction of a clause in its segment: a body's "begins on Monday" looks ahead, a caption's "meets" back."""
    if sentence.segment in _SEEN or sentence.layer == "caption":
        return "past" if tense != "future" or sentence.segment == "dateline" else tense
    return "none" if tense == "present" and sentence.segment == "title" else tense


def publication_days(published: Publication | None) -> tuple[date, ...]:
    """Return every day on which an article may have appeared; () if unknown or more than MAX_DAYS."""
    if published is None:
        return ()
    first, last = date.fromisoformat(published.from_[:10]), date.fromisoformat(published.to[:10])
    count = (last - first).days + 1
    return tuple(first + timedelta(days=step) for step in range(count)) if 0 < count <= MAX_DAYS else ()


def _looks_back(found: Found, outcome: Outcome) -> bool:
    """Whether an expression only compares with an earlier time ("a year earlier"), so that nothing counts from it."""
    rule = found.pattern.rule
    return rule in _LOOKING_BACK or (rule == "from_named" and outcome.unit in ("year", "quarter", "month"))


def _ranges(text: str, spoken: Sequence[Spoken]) -> list[Spoken]:
    """Give both ends of "from Monday to Friday" the days of the whole; each keeps its own TIMEX3 value."""
    joined = list(spoken)
    for index, (left, right) in enumerate(pairwise(spoken)):
        begun = _FROM.search(text[max(0, left.place.start - 12) : left.place.start])
        if not begun or not _TO.fullmatch(text[left.place.end : right.place.start]):
            continue
        one, other = left.outcome.closed, right.outcome.closed
        if one and other and one[0] <= other[1]:
            joined[index] = _joined(left, (one[0], other[1]))
            joined[index + 1] = _joined(right, (one[0], other[1]))
    return joined


def _joined(end: Spoken, days: Days) -> Spoken:
    why = f"{end.outcome.why}; one end of an interval of which the text names both"
    return replace(end, outcome=replace(end.outcome, days=days, granularity="interval", why=why), preposition=None)


def _refs(article: Article, spoken: Sequence[Spoken], tree: Tree) -> Iterator[TimeRef]:
    for index, one in enumerate(spoken):
        place, outcome = one.place, sided(one.outcome, one.preposition)
        found = when(outcome, article.span(place.start, place.end))
        anchor = tree.anchor(place.first, place.last)
        yield TimeRef(index, place.first, place.last, place.sentence.index, outcome.type, found, anchor)


def when(outcome: Outcome, span: Span) -> When:
    """Return an outcome as the record writes it, with the words that it was read from."""
    ends = [None if end is None else end.isoformat() for end in outcome.days or (None, None)]
    if outcome.granularity == "datetime" and outcome.moment:
        ends = [end and f"{end}T{outcome.moment}" for end in ends]
    return When(
        from_=ends[0],
        to=ends[1],
        granularity=outcome.granularity,
        basis=outcome.basis,
        why=outcome.why,
        value=outcome.value,
        text=span,
    )
