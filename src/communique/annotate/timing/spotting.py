"""Where a text may speak of time: patterns matched, overlaps settled, prefixes and clocks joined. Needs no tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.lexicon.times import TimeLexicon, TimePattern

_PLAIN = dict(zip("‘’‚‛“”„", "''''\"\"\"", strict=True)) | dict.fromkeys("\u00a0\u202f\u2009\u2007\t\r\n", " ")
_UNEVEN = re.compile(f"[{''.join(_PLAIN)}]")
_BREAK = re.compile(r"\n(?=[ \t\r\u00a0]*\n)")
_WORD, _FIGURE = re.compile(r"[a-z]+"), re.compile(r"\d+")
_JOINT = re.compile(r",?\s*(?:on |at |by )?\s*")
_THE = re.compile(r"(?<!\w)the\s+$")
_REACH = 40

_DAY_RULES = ("weekday", "named_day", "calendar_day", "iso_day", "feast")
_DATED = ("calendar_month", "calendar_year", "month_of_year", "quarter", "season", "relative_unit", "running_unit")
_PREFIXED = {
    "phase": (*_DATED, "decade", "century", "named_day", "weekday", "year_end"),
    "partof": (*_DATED, "named_day", "weekday", "day_part"),
    "approx": ("duration", "stretch", "ago", "from_named", "clock", "year_end"),
    "bound": ("calendar_year",),
}
"""The rules that the words of a class may stand before."""


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
    """Return `text` in lower case with straight quotes and blanks, one character for one; "|" ends a paragraph."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(character.lower() if len(character.lower()) == 1 else character for character in text)
    return _UNEVEN.sub(lambda match: _PLAIN[match[0]], _BREAK.sub("|", low))


def expressions(text: str, lexicon: TimeLexicon) -> list[Found]:
    """Return every stretch of `text` (plain) that a pattern matches, overlapping ones too."""
    words = {*_WORD.findall(text), *("/" if "/" in text else "")}
    for figure in _FIGURE.findall(text):
        words |= {"0", "0" * len(figure)}
    active = {index for word in words & lexicon.triggers.keys() for index in lexicon.triggers[word]}
    found = [one for index in sorted(active) for one in _matches(text, lexicon.patterns[index])]
    named = [match.span() for match in lexicon.names.finditer(text)] if found and lexicon.names else []
    return [one for one in found if not any(start < one.end and one.start < end for start, end in named)]


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
        if found.pattern.rule not in _PREFIXED[kind]:
            continue
        begin = max(floor, found.start - _REACH)
        head = text[begin : found.start]
        match = expression.search(head)
        if match is None and kind == "phase":
            match = expression.search(_THE.sub("", head))
        if match:
            value = lexicon.meaning(kind, match[1]) or ""
            start = begin + match.start(1)
            if kind == "phase" and (article := _THE.search(text[begin:start])):
                start -= len(article[0])
            found = replace(found, start=start, prefixes=(*found.prefixes, (kind, value)))
    return found
