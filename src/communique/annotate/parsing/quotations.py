"""Finds quoted words in a text, whatever marks it uses: curly, straight, guillemets, British single quotes.

Works on characters, before any parsing, so that the parser can be shown one kind of mark. Offsets are code points of
the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.reading import Quotation
from communique.records.texts import Segment
from communique.records.values import plain

OPENING, CLOSING = "“«„‟", "”»"
EITHER = '"＂'
DOUBLED = ("''", "``", "’’")
"""Double marks typed as two single ones, in wire copy and old archives; ’’ only closes."""

DOUBLE = OPENING + CLOSING + EITHER
SINGLE = "‘’'`"
SCARE_WORDS = 4
"""A quotation of at most this many words without punctuation at its end is taken for a label or a single term."""

_DOUBLE = re.compile(f"[{OPENING}{CLOSING}{EITHER}]|" + "|".join(f"{pair}(?!{pair[0]})" for pair in DOUBLED))
_CLOSES_SINGLE = re.compile(r"""(?:[.,!?"”]\s|[.,!?;:…)\]—\-"”]|\w)['’](?=$|[\s.,;:!?)\]—–-])""")
_JOINED = re.compile(r"""[.,!?…]['’](?=[a-z]{2})|(?<![\w'’])[a-z]{3,}['’](?=[a-z]{3})""")
"""A closing mark whose blank is missing: behind a stop, or between two small words ("reform'were"); the parts of an
elided form are shorter ("we've", "d'état") and names begin with a capital ("Nuku'alofa")."""
_INNER = re.compile(r"(?<!`)`(?:[^`'’]|\b['’]\b){1,80}['’](?!['’\w])")
"""An inner quotation that a back-tick opens: `mafia'."""
_BEGINS = re.compile(r"(?:^|[.:,!?]\s*)$")
"""What stands before a single mark that opens a quotation, though nothing closes it in the paragraph."""
_CLOSES_QUOTED = re.compile(r"[.,!?…]['’](?=$|\s)")
_OPENS_SINGLE = re.compile(
    r"""(?:^|(?<=[\s(\[—–“"])|(?<=[,:])(?=['‘][A-Z]))(?:[‘']|`(?=(?:[^`'’]|\b['’]\b){1,80}['’](?!\w)))"""
    r"""(?=[\w\[(@#$£€>.…])(?!\d0s)(?!(?i:tis|twas|em|til|cause)\b)"""
)


@plain(frozen=True, slots=True)
class _Mark:
    at: int
    opens: bool
    single: bool
    width: int = 1


def find_quotations(text: str, segments: Sequence[Segment]) -> tuple[Quotation, ...]:
    """Return the quotations of the title and body of an article, in text order.

    A quotation whose paragraph ends without a closing mark goes on in the next paragraph if that begins with an opening
    mark (the convention for long quotations) or closes what it does not open; else it ends with its paragraph and is
    marked as not closed.
    """
    found: list[Quotation] = []
    pending: int | None = None
    readable = [s for s in segments if s.kind in ("title", "body", "caption", "image_alt")]
    for number, segment in enumerate(readable):
        following = readable[number + 1] if number + 1 < len(readable) else None
        for start, end, closed in _pairs(text, segment, pending):
            if pending is not None and not text[segment.start : start].strip():
                start, pending = pending, None
            open_yet = following if not closed and segment.kind == "body" else None
            if open_yet is not None and _goes_on(text, open_yet, text[start] in SINGLE):
                pending = start
            elif closed or text[start] != "'":  # which may be an apostrophe
                found.append(_quotation(text, len(found), start, end, closed))
    return tuple(found)


def _goes_on(text: str, following: Segment, single: bool) -> bool:
    """Whether a paragraph continues a quotation that the one before left open: it opens it anew, or only closes it."""
    return text[following.start] in OPENING + EITHER + "‘'" or _closing(text, following, single) is not None


def _closing(text: str, segment: Segment, single: bool) -> int | None:
    """Return where a segment closes a quotation before it opens one."""
    marks = _marks(text, segment)
    if not single:
        return marks[0].at if marks and not marks[0].opens and not marks[0].single else None
    closing = _CLOSES_QUOTED.search(text, segment.start, segment.end)
    return closing.end() - 1 if closing and all(mark.at > closing.end() for mark in marks) else None


def _quotation(text: str, index: int, start: int, end: int, closed: bool) -> Quotation:
    width, last = (2 if pair in DOUBLED else 1 for pair in (text[start : start + 2], text[end - 2 : end]))
    inner = text[start + width : end - last if closed else end]
    inner_start = start + width + len(inner) - len(inner.lstrip())
    inner_end = start + width + len(inner.rstrip())
    scare = len(inner.split()) <= SCARE_WORDS and not inner.rstrip().endswith((".", ",", "!", "?", "…"))
    return Quotation(index, start, end, inner_start, inner_end, scare, closed)


def _pairs(text: str, segment: Segment, pending: int | None) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, closed) of the outermost quotations of a segment; the first may be `pending` from the one
    before."""
    marks = _marks(text, segment)
    if pending is not None and text[segment.start] not in OPENING + EITHER + "‘'":
        ends = _closing(text, segment, text[pending] in SINGLE)
        if ends is not None:
            yield segment.start, ends + 1, True
            marks = [mark for mark in marks if mark.at > ends]
    opened: int | None = None
    for mark in marks:
        if opened is None:
            if mark.opens:
                opened, single = mark.at, mark.single
        elif mark.single == single and not mark.opens and (text[opened] != "«" or text[mark.at] == "»"):
            if text[opened + mark.width : mark.at].strip():
                yield opened, mark.at + mark.width, True
            opened = None
    if opened is not None and segment.end > opened + 1:
        yield opened, segment.end, False


def _marks(text: str, segment: Segment) -> list[_Mark]:
    marks: list[_Mark] = []
    is_open = low = False
    for match in _DOUBLE.finditer(text, segment.start, segment.end):
        at, char = match.start(), match[0]
        if char in EITHER:
            before = text[at - 1] if at > segment.start else " "
            after = text[at + 1] if at + 1 < segment.end else " "
            opens = _opens(before, after, is_open)
            marks.append(_Mark(at, opens, False))
            is_open = opens
        elif char in DOUBLED:
            opens = char == "``" or not is_open
            if not opens or char != "’’":
                marks.append(_Mark(at, opens, False, 2))
                is_open = opens
        else:
            is_open = _opens_curly(text, segment, at, is_open, low)
            low = char == "„" and is_open
            marks.append(_Mark(at, is_open, False))
    return sorted([*marks, *_single_marks(text, segment)], key=lambda mark: mark.at)


def _opens_curly(text: str, segment: Segment, at: int, is_open: bool, low: bool) -> bool:
    """Whether a mark with a direction opens: “ closes what „ opened; ”...” and “...,“ are slips of the typist's."""
    if text[at] in OPENING:
        ends = at > segment.start and text[at - 1] in ".,!?" and not text[at + 1 : segment.end][:1].strip()
        return not (low and text[at] == "“") and not (is_open and ends)
    begins = at == segment.start or text[at - 1].isspace()
    return not is_open and begins and text[at + 1 : at + 2].strip() != ""


def _opens(before: str, after: str, is_open: bool) -> bool:
    """Whether a straight mark between these characters opens a quotation; inside one, it closes unless it cannot."""
    if before.isspace() == after.isspace():
        return not is_open
    return before.isspace() or before in "([—–-" or (before in "‘'" and not is_open)


def _single_marks(text: str, segment: Segment) -> list[_Mark]:
    """Single quotes used as quotation marks: an opening one, and the closing one that suits it best (apostrophes left
    out)."""
    stretch = text[segment.start : segment.end]
    if not _OPENS_SINGLE.search(stretch):
        return []
    marks: list[_Mark] = []
    at = 0
    while opening := _OPENS_SINGLE.search(stretch, at):
        clear = stretch if opening[0] == "`" else _INNER.sub(lambda inner: "." * len(inner[0]), stretch)
        best = _best_closing(stretch, *_closings(clear, opening.end()))
        if best is None:
            before = stretch[max(0, opening.start() - 3) : opening.start()]
            if _BEGINS.search(before):  # a long quotation may go on in the next paragraph
                return [*marks, _Mark(segment.start + opening.start(), True, True)]
            at = opening.end()
            continue
        marks += [_Mark(segment.start + opening.start(), True, True), _Mark(segment.start + best, False, True)]
        at = best + 1
    return marks


def _closings(stretch: str, start: int) -> tuple[list[int], list[int]]:
    """Return where marks may close what opened before `start`, up to the next opening if one does.

    First those with a blank or stop behind them, then those whose blank is missing.
    """
    upto = _OPENS_SINGLE.search(stretch, start)
    end = upto.start() if upto else len(stretch)
    plain = [match.end() - 1 for match in _CLOSES_SINGLE.finditer(stretch, start)]
    joined = [match.end() - 1 for match in _JOINED.finditer(stretch, start, end)]
    near = [at for at in plain if at < end]
    return near if near or joined else plain, joined


def _best_closing(stretch: str, plain: Sequence[int], joined: Sequence[int]) -> int | None:
    """Return where the closing quote is: the first that cannot be a plural genitive, else one whose blank is missing,
    else the first."""
    for at in plain:
        if (
            not stretch[at - 1].isalnum()
            or stretch[at - 1] not in "sS"
            or not stretch[at + 1 : at + 3].strip().isalpha()
        ):
            return at
    return next(iter((*joined, *plain)), None)
