"""Where the source, the cue and the content of an attribution begin and end: token stretches and character pieces.

The conventions are those of PARC and PolNeAR: "that" and "to" belong to the content, auxiliaries and negation to the
cue, quotation marks to the content; the source is the whole noun phrase, apposition and relative clause included.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.annotate.parsing.frames import Candidate, below
from communique.lexicon.words import load_words
from communique.reading import Quotation, Reading, Token

Piece = tuple[int, int]

_HELPERS = ("aux", "auxpass", "neg", "prt")
_EDGE = ",;:.!?-–—… \u00a0"
_LINKS = frozenset({"and", "but", "or", ","})


def cue_tokens(reading: Reading, candidate: Candidate) -> list[int]:
    """Return the tokens of the cue: its head, auxiliaries, negation, particle and the preposition that leads to the
    content."""
    kids = below(reading, candidate.head)
    found = {candidate.head, *candidate.words}
    if candidate.pos == "verb":
        found.update(k.index for k in kids if k.dep in _HELPERS)
    elif candidate.pos == "adjective":
        copula = reading.tokens[reading.tokens[candidate.head].head]
        if reading.tokens[candidate.head].dep == "acomp":
            found.add(copula.index)
            found.update(k.index for k in below(reading, copula.index) if k.dep in _HELPERS)
    elif candidate.pos == "preposition" and candidate.lemma.startswith("in "):
        found.update(k.index for k in below(reading, candidate.words[0]) if k.dep in ("amod",))
    return sorted(found)


def content_stretches(reading: Reading, candidate: Candidate, source: tuple[int, int] | None) -> list[Piece]:
    """Return the token stretches [first, last) of the content as the tree has it."""
    taken = set(cue_tokens(reading, candidate))
    if source is not None:
        taken.update(range(*source))
    if candidate.around:
        return _around(reading, candidate, taken)
    indices: set[int] = set()
    for head in candidate.content:
        indices.update(_filled(reading, head, candidate.head))
    if not indices:
        return []
    if candidate.frame == "clause" and max(indices) < candidate.head:
        first, last = _front(reading, candidate, min(indices), source)
        indices.update(range(first, max(last, max(indices) + 1)))
    elif candidate.frame in _OPEN_ENDED:
        indices = _completed(reading, candidate, _without_another_voice(reading, candidate, indices))
    return runs(reading, sorted(indices - taken))


def _filled(reading: Reading, head: int, cue: int) -> range:
    """The stretch below `head`, cut at the cue where the tree reaches over it."""
    below_head = sorted(reading.subtree(head))
    first, last = below_head[0], below_head[-1] + 1
    if first <= cue < last:
        first, last = (cue + 1, last) if head > cue else (first, cue)
    return range(first, last)


_OPEN_ENDED = frozenset({"clause", "wh", "inf", "np_inf", "ing", "np"})


def _front(reading: Reading, candidate: Candidate, first: int, source: tuple[int, int] | None) -> Piece:
    """A content before its cue is all that comes before: "But on Monday it left and its crew was freed, officials
    said"."""
    token = reading.tokens[candidate.head]
    sentence = reading.sentences[token.sentence]
    block = min(candidate.head, source[0]) if source is not None else candidate.head
    rest = reading.tokens[candidate.head + 1 : sentence.last]
    ends = (
        block > sentence.first
        and reading.tokens[block - 1].norm in (",", '"')
        and not any(t.pos == "VERB" and t.tag != "VBG" for t in rest)
    )
    if token.dep == "ROOT" or ends:
        return sentence.first, block if ends else first
    return first, first


def _completed(reading: Reading, candidate: Candidate, indices: set[int]) -> set[int]:
    """Cut off ", threatening to ..." (a remark of the narrator's); take in what a colon at the content's end leads
    to."""
    last = max(indices) + 1
    sentence = reading.sentences[reading.tokens[candidate.head].sentence]
    for index in sorted(indices):
        token = reading.tokens[index]
        if token.tag == "VBG" and token.dep == "advcl" and index > candidate.head:
            first = reading.reach(index)[0]
            if (
                first > candidate.head
                and reading.tokens[first - 1].norm == ","
                and reading.reach(index)[1] >= last - 1
                and token.head in indices
            ):
                if not any(i < first for i in indices):
                    return indices
                return {i for i in indices if i < first}
    if last < sentence.last - 1 and reading.tokens[last].norm == ":" and last > candidate.head:
        return indices | set(range(last, sentence.last))
    return indices


_TURNS = frozenset({"and", "but", "though", "although", "while", "whereas"})


def _without_another_voice(reading: Reading, candidate: Candidate, indices: set[int]) -> set[int]:
    """Cut off what the narrator lets somebody else say: "said it was safe, *though the police later said* ...", "said
    it would close, *which critics said* ..."."""
    for index in sorted(i for i in indices if i > candidate.head):
        first = _start_of_another_voice(reading, candidate, reading.tokens[index])
        kept = {i for i in indices if first is not None and i < first}
        if kept and reading.reach(index)[1] >= max(indices):
            return kept
    return indices


def _start_of_another_voice(reading: Reading, candidate: Candidate, token: Token) -> int | None:
    """Where a clause of speech begins that a comma and a turn ("though", "which") part from what stands before."""
    if token.dep not in ("conj", "advcl", "relcl") or token.lemma not in load_words("language/en/saying_verbs"):
        return None
    kids = below(reading, token.index)
    told = any(k.dep == "ccomp" and k.index > token.index for k in kids)
    if not told or not any(k.dep == "nsubj" for k in kids) or any(k.norm == "that" and k.dep == "mark" for k in kids):
        return None
    if reading.quotations_around(token.start) != reading.quotations_around(reading.tokens[candidate.head].start):
        return None
    first = reading.reach(token.index)[0]
    first -= token.dep == "conj" and reading.tokens[first - 1].dep == "cc"
    turn = reading.tokens[first]
    turns = turn.norm in _TURNS or (token.dep == "relcl" and turn.tag in ("WDT", "WP"))
    return first if turns and reading.tokens[first - 1].norm in (",", ";") else None


def _closing(reading: Reading, candidate: Candidate, taken: set[int]) -> int | None:
    """Return where ", according to X" begins that ends a sentence: all before it is the content."""
    sentence = reading.sentences[reading.tokens[candidate.head].sentence]
    rest = [t for t in reading.tokens[max(taken) + 1 : sentence.last] if t.pos != "PUNCT"]
    first = min(taken)
    ends = not rest and first > sentence.first and reading.tokens[first - 1].norm == ","
    return first if ends else None


def _around(reading: Reading, candidate: Candidate, taken: set[int]) -> list[Piece]:
    """ "The deal, officials said on Monday, will end": all of the sentence but the cue's own words."""
    own = set(reading.subtree(candidate.head)) | taken
    governor = reading.tokens[candidate.content[0]]
    if candidate.lemma == "according to":
        closing = _closing(reading, candidate, taken)
        if closing is not None:
            return runs(reading, range(reading.sentences[governor.sentence].first, closing))
    if candidate.frame == "paren" and (governor.dep == "ROOT" or governor.head == candidate.head):
        sentence = reading.sentences[governor.sentence]
        block = min(taken)
        own = {i for i in own if i >= block}
        return runs(reading, [i for i in range(sentence.first, sentence.last) if i not in own])
    whole = sorted(set(reading.subtree(governor.index)) - own)
    return runs(reading, whole)


def runs(reading: Reading, indices: Sequence[int]) -> list[Piece]:
    """Return sorted token indices as stretches without punctuation or bare conjunctions at their edges."""
    stretches: list[list[int]] = []
    for index in indices:
        if (stretches and index == stretches[-1][1]) or (
            stretches and all(reading.tokens[i].pos == "PUNCT" for i in range(stretches[-1][1], index))
        ):
            stretches[-1][1] = index + 1
        else:
            stretches.append([index, index + 1])
    found = []
    for first, last in stretches:
        while first < last and reading.tokens[first].norm in (",", ";", ":", ".", "-", "--", "–", "—"):
            first += 1
        while last > first and reading.tokens[last - 1].norm in (",", ";", ":", ".", "-", "--", "–", "—"):
            last -= 1
        if first < last:
            found.append((first, last))
    return found


def adjoining(indices: Sequence[int]) -> list[Piece]:
    """Return sorted token indices as stretches [first, last) without gaps."""
    stretches: list[Piece] = []
    for index in indices:
        if stretches and stretches[-1][1] == index:
            stretches[-1] = (stretches[-1][0], index + 1)
        else:
            stretches.append((index, index + 1))
    return stretches


def pieces(
    reading: Reading, stretches: Iterable[Piece], quotations: Sequence[Quotation], inside: Quotation | None
) -> list[Piece]:
    """Return token stretches as characters: a quotation that a stretch enters is taken in to its end.

    A cue that stands `inside` a quotation says nothing beyond it.
    """
    found = []
    for first, last in stretches:
        start, end = reading.tokens[first].start, reading.tokens[last - 1].end
        for quotation in quotations:
            if inside is not None and quotation.index == inside.index:
                start, end = max(start, quotation.inner_start), min(end, quotation.inner_end)
            elif start <= quotation.start < end <= quotation.end + 1:
                end = quotation.end
            elif quotation.start < start < quotation.end and start - quotation.start <= 2:
                start = quotation.start
        if start < end:
            found.append((start, end))
    return merge(reading.article.text, found)


def merge(text: str, found: Iterable[Piece]) -> list[Piece]:
    """Return pieces in text order, those joined that overlap or have only punctuation and blanks between them."""
    merged: list[Piece] = []
    for start, end in sorted(found):
        start, end = trimmed(text, start, end)
        if start >= end:
            continue
        if merged and (start <= merged[-1][1] or not text[merged[-1][1] : start].strip(_EDGE + "\n")):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def trimmed(text: str, start: int, end: int) -> Piece:
    """Return the piece without blanks and separating marks at its end."""
    while end > start and (
        text[end - 1] in ",;: \n\u00a0–—-" or (text[end - 1] == "." and not _quoted_stop(text, end))
    ):
        end -= 1
    return start, end


def _quoted_stop(text: str, end: int) -> bool:
    """A full stop stays where it belongs to an abbreviation ("U.S.")."""
    return end >= 3 and text[end - 3] == "." and text[end - 2].isupper()
