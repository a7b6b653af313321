"""Divides a content into its parts: one for each independent assertion, demand or appeal, each to the character.

A quotation is divided at sentences, at coordinated clauses with a subject of their own, and at commas between
coordinated predicates ("must stay calm, avoid ..., and prevent ..."); reported content only at a repeated "that" and at
a cue of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from communique.reading import Attribution, Reading, Sentence, Token
from communique.records.texts import Span
from communique.records.values import plain

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_MARKS = "\"“”«»„'‘’`"
_EDGE = " ,;:.!?-–—…\n\u00a0"
_PREDICATES = frozenset({"VERB", "AUX", "ADJ"})
_FEW_WORDS = 3


@plain(frozen=True, slots=True)
class Part:
    """A piece of content with the token that heads it (None where it has no clause) and the words of its span."""

    head: int | None
    spans: tuple[Span, ...]


def divide(reading: Reading, attribution: Attribution, elsewhere: Collection[int]) -> list[Part]:
    """Return the parts of an attribution's content in text order; `elsewhere` are cues in it that have statements of
    their own."""
    inside = [t.index for t in _tokens_of(reading, attribution.content)]
    quoted = _quoted(reading, inside, attribution)
    heads: list[int] = []
    for root in _roots(reading, inside):
        heads.extend(_division(reading, root, set(inside), quoted, elsewhere))
    parts = [
        part for head in heads if (part := _part(reading, head, heads, inside, elsewhere, attribution)) is not None
    ]
    return parts or _whole(reading, attribution)


def _sentences_of(reading: Reading, pieces: Sequence[Span]) -> Iterator[Sentence]:
    """Yield the sentences from the first piece to the last."""
    inside = [token.sentence for piece in pieces for token in reading.tokens_in(piece)]
    touched = [s.index for piece in pieces for at in (piece.start, piece.end - 1) if (s := reading.sentence_at(at))]
    found = [*inside, *touched]
    yield from reading.sentences[min(found) : max(found) + 1] if found else ()


def _tokens_of(reading: Reading, pieces: Sequence[Span]) -> Iterator[Token]:
    for sentence in _sentences_of(reading, pieces):
        for piece in pieces:
            if sentence.start < piece.end and sentence.end > piece.start:
                yield from (t for t in reading.words(sentence) if piece.start <= t.start < piece.end)


def _quoted(reading: Reading, inside: Sequence[int], attribution: Attribution) -> set[int]:
    """The tokens that stand in a quotation; none where the cue stands in it too."""
    cue = reading.tokens[attribution.cue_head].start
    return {
        index
        for index in inside
        for quotation in reading.quotations_around(reading.tokens[index].start)
        if not quotation.scare and not quotation.start <= cue < quotation.end
    }


def _roots(reading: Reading, inside: Sequence[int]) -> list[int]:
    """The topmost predicate of the content in each of its sentences, else its topmost word."""
    members = set(inside)
    found: dict[int, int] = {}
    for index in inside:
        token = reading.tokens[index]
        if token.pos in ("PUNCT", "CCONJ", "SPACE") or token.dep in ("mark", "aux", "cc", "punct"):
            continue
        top = token.head == index or token.head not in members
        if top and (token.sentence not in found or _better(token, reading.tokens[found[token.sentence]])):
            found[token.sentence] = index
    return [found[sentence] for sentence in sorted(found)]


def _better(token: Token, other: Token) -> bool:
    """Whether `token` heads the content rather than `other`: predicates before nouns, the earlier before the later."""
    return token.pos in _PREDICATES and token.dep != "amod" and not (other.pos in _PREDICATES and other.dep != "amod")


def _division(reading: Reading, root: int, inside: set[int], quoted: set[int], elsewhere: Collection[int]) -> list[int]:
    """Return `root` and the predicates coordinated with it that begin a part of their own."""
    heads = [root]
    queue = [root]
    while queue:
        current = queue.pop(0)
        for child in reading.children[current]:
            token = reading.tokens[child]
            joined = token.dep == "conj" or (
                token.dep in ("ccomp", "parataxis") and _clause_before(reading, current, child)
            )
            if not joined or child not in inside or token.pos not in _PREDICATES:
                continue
            if child in elsewhere:
                continue
            if _begins(reading, token, child in quoted and root in quoted):
                heads.append(child)
            queue.append(child)
    return sorted(heads)


def _clause_before(reading: Reading, current: int, child: int) -> bool:
    """ "Conflict benefits nobody, all must show restraint": two main clauses with nothing but a comma or semicolon
    between."""
    own = reading.dependents[child]
    if child > current or any(t.dep == "mark" for t in own) or not any(t.dep in _SUBJECTS for t in own):
        return False
    last = reading.reach(child)[1] - 1
    return last + 1 < len(reading.tokens) and reading.tokens[last + 1].norm == ";"


def _begins(reading: Reading, token: Token, quoted: bool) -> bool:
    below = reading.dependents[token.index]
    if any(t.dep == "mark" and t.norm == "that" for t in below):
        return True
    if not quoted or any(t.tag == "TO" for t in below):
        return False
    if any(t.dep in _SUBJECTS for t in below):
        return True
    first = reading.reach(token.index)[0]
    before = [t.norm for t in reading.tokens[max(0, first - 2) : first]]
    return bool(before) and (before[-1] == "," or (before[-1] in ("and", "or", "but") and before[:1] == [","]))


def _part(
    reading: Reading,
    head: int,
    heads: Sequence[int],
    inside: Sequence[int],
    elsewhere: Collection[int],
    attribution: Attribution,
) -> Part | None:
    below = set(reading.subtree(head))
    for other in [*heads, *elsewhere]:
        if other != head and other in below:
            below -= set(reading.subtree(other))
    if len(heads) == 1 and not any(e in inside for e in elsewhere):
        kept = list(inside)
    else:
        sentence = reading.tokens[head].sentence
        alone = sum(1 for h in heads if reading.tokens[h].sentence == sentence) == 1 and not elsewhere
        kept = [i for i in inside if i in below or (alone and reading.tokens[i].sentence == sentence)]
    spans = tuple(spans_of(reading, _trimmed(reading, kept), attribution))
    return Part(head, spans) if spans and any(len(s.text.split()) >= 1 for s in spans) else None


def _trimmed(reading: Reading, indices: Sequence[int]) -> list[int]:
    """Drop a leading "that", conjunction or mark, and trailing marks and conjunctions."""
    kept = list(indices)
    while kept and (
        _is_edge(reading.tokens[kept[0]])
        or (reading.tokens[kept[0]].norm in ("that", "for") and reading.tokens[kept[0]].dep == "mark")
    ):
        kept.pop(0)
    while kept and _is_edge(reading.tokens[kept[-1]]):
        kept.pop()
    return kept


def _is_edge(token: Token) -> bool:
    return (token.pos in ("PUNCT", "CCONJ", "SPACE") and token.norm not in ("(", ")", "$", "%")) or token.dep == "punct"


def spans_of(reading: Reading, indices: Sequence[int], attribution: Attribution) -> list[Span]:
    """Return tokens as spans of the text, broken where other words stand between; a quotation opened in a span ends in
    it."""
    text = reading.article.text
    found: list[list[int]] = []
    for index in indices:
        token = reading.tokens[index]
        if found and all(_is_edge(t) for t in reading.tokens[found[-1][2] + 1 : index]):
            found[-1][1:] = [token.end, index]
        else:
            found.append([token.start, token.end, index])
    spans = []
    for start, end, _ in found:
        for quotation in reading.quotations:
            if start <= quotation.start < end < quotation.end and not text[end : quotation.inner_end].strip(_EDGE):
                end = quotation.end
            elif (
                quotation.start < start < quotation.inner_end < end and not text[quotation.inner_start : start].strip()
            ):
                start = quotation.start
        spans.append(reading.article.span(start, end))
    return spans


def _whole(reading: Reading, attribution: Attribution) -> list[Part]:
    """Return the content as it stands, without outer marks."""
    spans = []
    for piece in attribution.content:
        words = piece.text.strip(_EDGE + _MARKS)
        if words:
            start = piece.start + piece.text.index(words)
            spans.append(reading.article.span(start, start + len(words)))
    return [Part(None, tuple(spans))] if spans else []
