"""Finds time expressions and says what days they mean: Article and tokens -> TimeRefs.

Patterns and words come from the lexicon, meanings from `timerules`, the words that a time belongs to from `anchors`. Relative
expressions are counted from the article's publication, never from a clock; where that is unknown, or an interval whose days
disagree, they stay unresolved and say why.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from communique.annotate.anchors import Tree
from communique.annotate.timerules import PREFIXES, RULES, Direction, Outcome, Setting, Words, with_clock
from communique.lexicon.times import TimeLexicon, TimePattern
from communique.reading import Sentence, TimeRef, Token
from communique.records.actors import When
from communique.records.texts import Article, Publication, Span

MAX_DAYS = 3700
"""Longest publication interval (days) in which every day is tried."""

MEMORY = 11
"""How many resolved times before an expression it may be counted from, less one."""

_LOOKING_BACK = ("ago", "year_before")
_PLAIN = str.maketrans("‘’‚‛“”„\u00a0\u202f\u2009\u2007\n\t\r", "''''\"\"\"       ")
_TRIGGER = re.compile(r"[a-z]+|\d")


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch [start, end) of a text that a pattern says is a time, with the words found in it."""

    start: int
    end: int
    pattern: TimePattern
    groups: dict[str, str]
    prefixes: tuple[tuple[str, str], ...] = ()
    clock: Found | None = None


def plain(text: str) -> str:
    """Return `text` in lower case with straight quotes and plain blanks, character for character."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(character.lower() if len(character.lower()) == 1 else character for character in text)
    return low.translate(_PLAIN)


def find_times(
    article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence], lexicon: TimeLexicon
) -> tuple[TimeRef, ...]:
    """Return the time expressions of an article in text order, each with its days and the word whose time it gives."""
    text, tree = plain(article.text), Tree(tokens)
    days = publication_days(article.published)
    refs: list[TimeRef] = []
    before: tuple[Outcome, ...] = ()
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        inside = Inside(tokens, sentence)
        seen = [found for found in expressions(words, lexicon) if tree.allows(found.pattern.guards, *inside.at(found))]
        for found in composed(longest(seen), words, lexicon):
            first, last = inside.at(found)
            direction = tree.direction(first, last)
            outcome = resolve(found, days, direction, before, lexicon)
            if outcome is None:
                continue
            if outcome.unit and outcome.days and found.pattern.rule not in _LOOKING_BACK:
                before = (outcome, *before[:MEMORY])
            outcome = bounded(outcome, tree.preposition(first, last))
            span = article.span(sentence.start + found.start, sentence.start + found.end)
            anchor = tree.anchor(first, last)
            refs.append(TimeRef(len(refs), first, last, sentence.index, outcome.type, when(outcome, span), anchor))
    return tuple(refs)


class Inside:
    """The tokens of a sentence by the character offsets of a stretch of it."""

    def __init__(self, tokens: Sequence[Token], sentence: Sentence) -> None:
        words = tokens[sentence.first : sentence.last]
        self.first = sentence.first
        self.starts = [token.start - sentence.start for token in words]
        self.ends = [token.end - sentence.start for token in words]

    def at(self, found: Found) -> tuple[int, int]:
        """Return tokens [first, last) that the stretch touches."""
        first = min(bisect_right(self.ends, found.start), len(self.ends) - 1)
        return self.first + first, self.first + max(first + 1, bisect_left(self.starts, found.end))


def expressions(text: str, lexicon: TimeLexicon) -> list[Found]:
    """Return every stretch of `text` (plain) that a pattern matches, overlapping ones too."""
    active: set[int] = set()
    for word in set(_TRIGGER.findall(text)):
        active.update(lexicon.triggers.get("0" if word.isdigit() else word, ()))
    if not active:
        return []
    named = [match.span() for match in lexicon.names.finditer(text)] if lexicon.names else []
    return [
        found
        for index in sorted(active)
        for found in _matches(text, lexicon.patterns[index])
        if not any(start < found.end and found.start < end for start, end in named)
    ]


def _matches(text: str, pattern: TimePattern) -> Iterator[Found]:
    for match in pattern.expression.finditer(text):
        start, end = match.span()
        while text[start].isspace():
            start += 1
        if pattern.fits(text, start, end):
            groups = {name.rstrip("0123456789"): word for name, word in match.groupdict().items() if word}
            yield Found(start, end, pattern, groups)


def longest(seen: Sequence[Found]) -> list[Found]:
    """Return the longest of overlapping stretches, in text order; of equal ones the first in the lexicon."""
    kept: list[Found] = []
    for found in sorted(seen, key=lambda found: found.start - found.end):
        if all(found.end <= other.start or other.end <= found.start for other in kept):
            kept.append(found)
    return sorted(kept, key=lambda found: found.start)


_JOINT = re.compile(r",?\s*(?:on |at |by )?\s*")
_DAY_RULES = ("weekday", "named_day", "calendar_day", "iso_day", "feast")
_PREFIX_RULES = {
    "phase": (
        "calendar_month",
        "calendar_year",
        "decade",
        "century",
        "quarter",
        "season",
        "relative_unit",
        "running_unit",
        "month_of_year",
        "named_day",
        "weekday",
    ),
    "partof": ("relative_unit", "named_day", "weekday", "day_part", "calendar_month", "running_unit"),
    "approx": ("duration", "stretch", "ago", "counted", "clock"),
    "bound": ("calendar_year",),
}


def composed(kept: Sequence[Found], text: str, lexicon: TimeLexicon) -> list[Found]:
    """Return the stretches with their prefixes ("early", "less than") and with times of day joined to their days."""
    joined: list[Found] = []
    for found in kept:
        last = joined[-1] if joined else None
        if last and _JOINT.fullmatch(text[last.end : found.start]) and (pair := _pair(last, found)):
            joined[-1] = pair
        else:
            joined.append(_prefixed(found, text, lexicon, last.end if last else 0))
    return joined


def _pair(left: Found, right: Found) -> Found | None:
    """A time of day beside a day: "10 p.m. Wednesday", "Thursday at noon"."""
    for day, other in ((right, left), (left, right)):
        if other.pattern.rule == "clock" and day.pattern.rule in _DAY_RULES and day.clock is None:
            return replace(day, start=left.start, end=right.end, clock=other)
    return None


def _prefixed(found: Found, text: str, lexicon: TimeLexicon, floor: int) -> Found:
    for kind, expression in lexicon.prefixes.items():
        if found.pattern.rule not in _PREFIX_RULES[kind]:
            continue
        head = text[max(floor, found.start - 40) : found.start]
        head = re.sub(r"(?:(?<=\s)|(?<=^))(?:the|in|of)\s+$", "", head) if kind == "phase" else head
        if match := expression.search(head):
            begin = max(floor, found.start - 40) + match.start(1)
            article = re.search(r"(?<!\w)the\s+$", text[max(floor, begin - 5) : begin])
            begin -= len(article[0]) if article and kind == "phase" else 0
            value = lexicon.meaning(kind, match[1]) or ""
            found = replace(found, start=begin, prefixes=(*found.prefixes, (kind, value)))
    return found


def publication_days(published: Publication | None) -> tuple[date, ...]:
    """Return every day on which an article may have appeared; () if unknown or too wide to count from."""
    if published is None:
        return ()
    first, last = date.fromisoformat(published.from_[:10]), date.fromisoformat(published.to[:10])
    count = (last - first).days + 1
    return tuple(first + timedelta(days=step) for step in range(count)) if 0 < count <= MAX_DAYS else ()


def resolve(
    found: Found, days: Sequence[date], direction: Direction, before: tuple[Outcome, ...], lexicon: TimeLexicon
) -> Outcome | None:
    """Return what `found` means for an article that appeared on one of `days`; None if it is no time after all."""
    outcomes = [_read(found, Setting(day, direction, before), lexicon) for day in days or (None,)]
    first = outcomes[0]
    if first is None or all(_same(first, other) for other in outcomes):
        return first if len(outcomes) < 2 or first is None else _without_day(first, days)
    unresolved = _read(found, Setting(None, direction, before), lexicon)
    if unresolved is None:
        return None
    value = first.value if all(other and other.value == first.value for other in outcomes) else unresolved.value
    why = f"unresolved: the days on which the article may have appeared ({days[0]} to {days[-1]}) do not agree"
    return replace(unresolved, value=value, why=why, days=None)


def _same(one: Outcome, other: Outcome | None) -> bool:
    return other is not None and (one.value, one.days, one.type) == (other.value, other.days, other.type)


def _without_day(outcome: Outcome, days: Sequence[date]) -> Outcome:
    if outcome.basis == "stated" or outcome.days is None:
        return outcome
    return replace(outcome, why=f"{outcome.why}; the same for every day of publication from {days[0]} to {days[-1]}")


def _read(found: Found, setting: Setting, lexicon: TimeLexicon) -> Outcome | None:
    outcome = RULES[found.pattern.rule](Words(found.groups, lexicon), setting)
    for kind, value in found.prefixes:
        outcome = outcome and PREFIXES[kind](outcome, value, setting)
    if outcome and found.clock:
        clock = RULES["clock"](Words(found.clock.groups, lexicon), setting)
        return with_clock(outcome, clock.moment or "", "with the time of day") if clock else outcome
    return outcome


_BOUNDS = {
    "since": "since",
    "until": "until",
    "till": "until",
    "by": "until",
    "before": "before",
    "after": "after",
    "from": "since",
    "ahead": "before",
    "through": "until",
}


def bounded(outcome: Outcome, preposition: str | None) -> Outcome:
    """Return `outcome` as its preposition bounds it: "since Thursday" has no end, "until March 5" no beginning."""
    if preposition in ("after", "before") and outcome.type == "DURATION":
        return replace(outcome, days=None, why=f"{outcome.why}; {preposition} a happening that the sentence names")
    kind = _BOUNDS.get(preposition or "")
    if kind is None or outcome.days is None or None in outcome.days or outcome.type in ("DURATION", "SET"):
        return outcome
    first, last = outcome.days
    assert first is not None and last is not None
    day = timedelta(days=1)
    days = {"since": (first, None), "until": (None, last), "before": (None, first - day), "after": (last + day, None)}[
        kind
    ]
    return replace(outcome, days=days, why=f"{outcome.why}; {preposition}: one end is open", granularity="interval")


def when(outcome: Outcome, span: Span) -> When:
    """Return an outcome as the record writes it, with the words that it was read from."""
    first, last = outcome.days or (None, None)
    ends = [None if end is None else end.isoformat() for end in (first, last)]
    if outcome.granularity == "datetime" and outcome.days and outcome.moment:
        ends = [f"{first}T{outcome.moment}" if first else None, f"{last}T{outcome.moment}" if last else None]
    return When(
        from_=ends[0],
        to=ends[1],
        granularity=outcome.granularity,
        basis=outcome.basis,
        why=outcome.why,
        value=outcome.value,
        text=span,
    )
