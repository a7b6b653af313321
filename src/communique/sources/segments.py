"""Paragraphs -> typed segments: headline, byline, dateline, running text, what pictures show, and what is no news.

A look that could be running text stays running text: a sentence wrongly set aside is a record lost without a trace.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.records.texts import Segment, SegmentKind
from communique.sources.paragraphs import BULLET, Paragraph, paragraphs
from communique.sources.patterns import patterns

TITLE_LENGTH, CROSSHEAD_LENGTH, CAPTION_LENGTH, LINK_LENGTH, ALT_LENGTH = 200, 60, 500, 160, 300
WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"[.!?…:;,][\s\"'”’»)\]]*$|[.!?]\s*\d{0,2}$")
TITLE_END = re.compile(r"[.…:;,][\s\"'”’»)\]]*$")
SENTENCE_BREAK = re.compile(r"[.!?][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[^\W\d_a-z])")
DATELINE_REACH = 3
"""A dateline is looked for in so many sentences of running text: a deck or a summary may stand before it."""
DATE_LINE = "dateline.date_line"
LABEL = re.compile(r"(?:first )?(?:publi|post|issued|date\b)|.*updated", re.IGNORECASE)
"""A line that says of itself that it gives the date of publication, perhaps beside that of an update."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment in the making, the pattern that named it, and the publisher that it names."""

    kind: SegmentKind
    paragraph: Paragraph
    pattern: str = ""
    publisher: str | None = None

    @property
    def text(self) -> str:
        """The words of the piece."""
        return self.paragraph.text

    def segment(self) -> Segment:
        """Return the finished segment."""
        return Segment(self.kind, self.paragraph.start, self.paragraph.end)


def pieces(text: str, title: str | None = None) -> list[Piece]:
    """Return the parts of a text in order, without overlap; together they cover everything that is not blank.

    `title` is the headline as known from elsewhere: where the text opens with it, that is the title segment.
    """
    found = [_whole(paragraph) for paragraph in paragraphs(text)]
    found = _links(found)
    found = _titled(found, title)
    found = [part for piece in found for part in _without_end(piece)]
    found = _without_datelines(found)
    found = _pictures(found)
    found = _crossheads(found)
    return _without_stray_dates(found)


def opening(found: Sequence[Piece]) -> int:
    """Return the number of pieces before the first sentence of running text: the head of the article."""
    return next((i for i, p in enumerate(found) if p.kind == "body" and SENTENCE_END.search(p.text)), len(found))


def _whole(paragraph: Paragraph) -> Piece:
    """Name a paragraph that is one segment as a whole; running text otherwise."""
    for pattern in patterns():
        if pattern.at == "line" and (match := pattern.find(paragraph.text)):
            return Piece(pattern.kind, paragraph, pattern.id, _publisher(match))
    return Piece("body", paragraph)


def _publisher(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return groups.get("publisher") or groups.get("publisher2")


def _links(found: list[Piece]) -> list[Piece]:
    """Set aside the links that follow a "Read more:" at the end of an article."""
    opening = {pattern.id for pattern in patterns() if pattern.opens}
    for position, piece in enumerate(found):
        rest = found[position + 1 :]
        if piece.pattern in opening and any(p.kind == "body" for p in found[:position]) and all(map(_link, rest)):
            return found[: position + 1] + [_set_aside(p) for p in rest]
    return found


def _set_aside(piece: Piece) -> Piece:
    return replace(piece, kind="boilerplate") if piece.kind == "body" and not _tail(piece) else piece


def _link(piece: Piece) -> bool:
    return piece.kind != "body" or len(piece.text) <= LINK_LENGTH


def _titled(found: list[Piece], title: str | None) -> list[Piece]:
    """Find the headline: the known one, else a first short line without a full stop, before longer text."""
    first = next((i for i, piece in enumerate(found) if piece.kind == "body"), None)
    if first is None:
        return found
    known = title is not None and _same(found[first].text, title)
    if known or _looks_like_title(found, first):
        head = range(first, max(first + 1, opening(found)))
        decks = {i for i in head if i == first or _deck(found[i])}
        found = [replace(piece, kind="title") if i in decks else piece for i, piece in enumerate(found)]
    return found


def _deck(piece: Piece) -> bool:
    """Whether a piece between headline and running text is a second headline."""
    short = piece.kind == "body" and len(piece.text) <= TITLE_LENGTH
    return short and not SENTENCE_END.search(piece.text) and not BULLET.match(piece.text) and not _tail(piece)


def _same(one: str, other: str) -> bool:
    return WORD.findall(one.casefold()) == WORD.findall(other.casefold()) != []


def _looks_like_title(found: list[Piece], first: int) -> bool:
    """Whether the first running text is a headline; captions, quotations in full and parts of a list are none."""
    text, following = found[first].text, [piece for piece in found[first + 1 :] if piece.kind == "body"]
    if not following or len(text) > TITLE_LENGTH or TITLE_END.search(text) or not WORD.search(text):
        return False
    if SENTENCE_BREAK.search(text) or BULLET.match(text) or any(_tail(found[first])):
        return False
    parted = found[first + 1].paragraph.apart or found[first + 1].kind != "body"
    longer = any(len(piece.text) > len(text) or SENTENCE_END.search(piece.text) for piece in following[:3])
    return not _alt_of(found[first], following[0]) and (parted or longer)


def _tail(piece: Piece) -> tuple[Piece, ...]:
    """Return what closes a paragraph of running text (a credit, the editors' names), and what comes before it."""
    matches = [(match, p) for p in patterns() if p.at == "end" and (match := p.find(piece.text))]
    for match, pattern in sorted(matches, key=lambda found: found[0].start()):  # the longest names most of the credit
        head = _part(piece.paragraph, 0, match.start())
        tail = _part(piece.paragraph, match.start(), len(piece.text))
        if head is None or tail is None or (pattern.before == "caption" and not _caption_like(head)):
            continue
        kind: SegmentKind = "caption" if pattern.before == "caption" else piece.kind
        return replace(piece, kind=kind, paragraph=head), Piece(pattern.kind, tail, pattern.id)
    return ()


def _caption_like(head: Paragraph) -> bool:
    return len(head.text) <= CAPTION_LENGTH and len(SENTENCE_BREAK.findall(head.text)) <= 3


def _part(paragraph: Paragraph, start: int, end: int) -> Paragraph | None:
    """Return paragraph[start:end] without blanks at its ends; None if nothing is left."""
    stretch = paragraph.text[start:end]
    begin = paragraph.start + start + len(stretch) - len(stretch.lstrip())
    stretch = stretch.strip()
    return Paragraph(begin, begin + len(stretch), stretch, paragraph.apart and start == 0) if stretch else None


def _without_end(piece: Piece) -> tuple[Piece, ...]:
    return (_tail(piece) if piece.kind in ("body", "caption") else ()) or (piece,)


def _without_datelines(found: list[Piece]) -> list[Piece]:
    """Cut the dateline off the first sentences of running text."""
    result: list[Piece] = []
    seen = 0
    for piece in found:
        cut = _dateline(piece, lead=seen == 0) if piece.kind == "body" and seen < DATELINE_REACH else ()
        result.extend(cut or (piece,))
        seen += piece.kind == "body" and (bool(cut) or SENTENCE_END.search(piece.text) is not None)
    return result


def _dateline(piece: Piece, lead: bool) -> tuple[Piece, ...]:
    for pattern in patterns():
        match = pattern.find(piece.text) if pattern.at == "start" or (lead and pattern.at == "lead") else None
        if match is None:
            continue
        head, rest = _part(piece.paragraph, 0, match.end()), _part(piece.paragraph, match.end(), len(piece.text))
        if head and rest:
            return Piece(pattern.kind, head, pattern.id, _publisher(match)), replace(piece, paragraph=rest)
    return ()


def _without_stray_dates(found: list[Piece]) -> list[Piece]:
    """Leave a date between paragraphs in the running text: it dates what follows, as in a chronology."""
    start, end = opening(found), max((i for i, piece in enumerate(found) if piece.kind == "body"), default=0)
    return [
        replace(piece, kind="body") if piece.pattern == DATE_LINE and start < i < end and not labelled(piece) else piece
        for i, piece in enumerate(found)
    ]


def labelled(piece: Piece) -> bool:
    """Return whether a date line says that it gives the date of publication."""
    return LABEL.match(piece.text) is not None


def _pictures(found: list[Piece]) -> list[Piece]:
    """Tell the alternative text of a picture from the caption that says the same once more."""
    result = list(found)
    for position in range(len(found) - 1):
        alt, caption = result[position], result[position + 1]
        if alt.kind in ("body", "caption") and caption.kind in ("body", "caption") and _alt_of(alt, caption):
            result[position : position + 2] = replace(alt, kind="image_alt"), replace(caption, kind="caption")
    return result


def _alt_of(alt: Piece, caption: Piece) -> bool:
    """Whether both describe one picture: most words of the first, which is no sentence, return in the second."""
    if len(alt.text) > ALT_LENGTH or len(caption.text) > CAPTION_LENGTH or alt.text.endswith((":", ",")):
        return False
    if caption.kind == "body" and SENTENCE_END.search(alt.text):
        return False  # two sentences that resemble each other, and nobody takes credit for a picture
    said, again = set(WORD.findall(alt.text.casefold())), set(WORD.findall(caption.text.casefold()))
    shared = len(said & again)
    if len(said) < 5 or shared < 0.6 * len(said):
        return False
    return shared >= 0.6 * len(said | again) or (caption.kind == "caption" and shared >= 0.7 * len(said))


def _crossheads(found: list[Piece]) -> list[Piece]:
    """Set aside headings between paragraphs, in texts that end their sentences with full stops."""
    body = [piece for piece in found if piece.kind == "body" and len(piece.text) > CROSSHEAD_LENGTH]
    if sum(bool(SENTENCE_END.search(piece.text)) for piece in body) <= 0.6 * len(body):
        return found
    return [replace(piece, kind="boilerplate") if _crosshead(found, i) else piece for i, piece in enumerate(found)]


def _crosshead(found: list[Piece], position: int) -> bool:
    if not _heading_like(found[position]) or not 0 < position < len(found) - 1:
        return False
    before = found[position - 1]
    after = next((other for other in found[position + 1 : position + 5] if other.kind == "body"), found[position])
    listed = before.text.endswith((":", ";", ",")) or before.kind == "dateline" or _heading_like(before)
    return not listed and len(after.text) > CROSSHEAD_LENGTH


def _heading_like(piece: Piece) -> bool:
    """Whether a piece is short and no sentence: a heading, or a point of a list."""
    short = piece.kind == "body" and len(piece.text) <= CROSSHEAD_LENGTH
    return short and not SENTENCE_END.search(piece.text) and not BULLET.match(piece.text)
