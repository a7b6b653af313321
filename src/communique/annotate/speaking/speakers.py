"""Links quotations to the cue that introduces them: before or after it in its sentence, or in the sentence before.

Each quotation is judged by the words outside it in the sentences where it begins and ends, never by the nearest name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from communique.annotate.parsing.frames import below
from communique.lexicon.cues import CueLexicon
from communique.reading import Quotation, Reading, Sentence, Token
from communique.records.values import plain

Where = Literal["after", "before", "joined"]
LEAST_RATE = 0.25
"""A verb beside a quotation counts as its cue when at least this share of its uses are cues."""

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@plain(frozen=True, slots=True)
class Link:
    """Quotation `quotation` is introduced by the cue token `cue`; `where` says how."""

    quotation: int
    cue: int
    where: Where


def quoted_tokens(reading: Reading) -> list[int]:
    """Return for each token the index of the quotation that it stands in, -1 outside; scare quotes and marks count as
    outside."""
    inside = [-1] * len(reading.tokens)
    at = 0
    spoken = [q for q in reading.quotations if not q.scare]
    for token in reading.tokens:
        while at < len(spoken) and spoken[at].end <= token.start:
            at += 1
        if at < len(spoken) and spoken[at].start <= token.start < spoken[at].end:
            inside[token.index] = spoken[at].index
    return inside


def link_quotations(reading: Reading, inside: Sequence[int], cues: CueLexicon) -> list[Link]:
    """Return the links of the quotations that stand beside their content's cue or follow its sentence, in text order;
    embedded ones have none.

    Where a paragraph ends is not asked: the same words are of the same speaker in one line as in many.
    """
    present = sorted({number for number in inside if number >= 0})
    beside = ((number, _beside(reading, number, inside, cues)) for number in present)
    found = {number: link for number, link in beside if link is not None}
    for number in present:
        link = None if number in found else _following_on(reading, number, inside, cues, found)
        if link is not None:
            found[number] = link
    return [found[number] for number in sorted(found)]


def _beside(reading: Reading, number: int, inside: Sequence[int], cues: CueLexicon) -> Link | None:
    """Return the link to a cue in the sentence where the quotation begins (before) or ends (after)."""
    quotation = reading.quotations[number]
    first, last = _extent(reading, quotation, inside)
    before = _run(reading, range(first - 1, reading.sentences[reading.tokens[first].sentence].first - 1, -1), inside)[
        ::-1
    ]
    after = _run(reading, range(last + 1, reading.sentences[reading.tokens[last].sentence].last), inside)
    cue = _introducing(reading, before, cues)
    if cue is not None and reading.tokens[before[-1]].norm == ":":
        return Link(number, cue, "before")
    follows = _following(reading, quotation, after, cues) if _stands_alone(reading, before) else None
    if follows is not None:
        return Link(number, follows, "after")
    return Link(number, cue, "before") if cue is not None else None


def _stands_alone(reading: Reading, before: Sequence[int]) -> bool:
    """Whether the quotation begins its sentence or follows a mark: one that a word leads into belongs to that word's
    clause."""
    return not before or reading.tokens[before[-1]].pos in ("PUNCT", "CCONJ", "SPACE")


def _extent(reading: Reading, quotation: Quotation, inside: Sequence[int]) -> tuple[int, int]:
    begin = reading.first_token(quotation.start)
    end = reading.first_token(quotation.end)
    indices = [index for index in range(begin, end) if inside[index] == quotation.index]
    return indices[0], indices[-1]


def _run(reading: Reading, indices: range, inside: Sequence[int]) -> list[int]:
    """Return the tokens from the first of `indices` to the next quotation."""
    run: list[int] = []
    for index in indices:
        if inside[index] >= 0:
            break
        run.append(index)
    return run


def _introducing(reading: Reading, run: Sequence[int], cues: CueLexicon) -> int | None:
    """ "He told reporters on Friday, ..." and "The text says: ...": the last cue verb before the comma or colon."""
    if not run or reading.tokens[run[-1]].norm not in (",", ":", "—", "-", "--"):
        return None
    colon = reading.tokens[run[-1]].norm == ":"
    for index in reversed(run):
        token = reading.tokens[index]
        if token.pos == "VERB" and _is_cue(reading, token, cues):
            return index
        if token.norm in (";",) or (
            token.norm == "," and index != run[-1] and not colon and _new_clause(reading, index, run)
        ):
            return None
    return None


def _new_clause(reading: Reading, comma: int, run: Sequence[int]) -> bool:
    """Whether a clause of its own follows the comma, so that a verb before it does not introduce what comes after."""
    return any(
        reading.tokens[i].pos in ("VERB",) and reading.tokens[i].tag in ("VBD", "VBZ", "VBP") for i in run if i > comma
    )


def _following(reading: Reading, quotation: Quotation, run: Sequence[int], cues: CueLexicon) -> int | None:
    """ "...," he said / said X / said X, who ...: the first cue verb after the quotation, if nothing else comes
    first."""
    text = reading.article.text
    closes = text[quotation.inner_end - 1] in ",?!…—-" or (run and reading.tokens[run[0]].norm in (",", "—", "-"))
    if not run or not closes:
        return None
    words = [i for i in run if reading.tokens[i].pos != "PUNCT"]
    if not words or reading.tokens[words[0]].norm in (
        "and",
        "but",
        "while",
        "as",
        "after",
        "when",
        "because",
        "that",
        "which",
        "or",
    ):
        return None
    if reading.tokens[words[0]].norm == "according":
        return words[0]
    for index in words:
        token = reading.tokens[index]
        if token.pos != "VERB":
            continue
        kids = below(reading, index)
        if token.dep in ("acl", "relcl") and token.tag != "VBG":
            continue
        subject = next((k for k in kids if k.dep in _SUBJECTS and k.index >= words[0] and k.index in run), None)
        inverted = index == words[0] and token.tag != "VBG" and _name_follows(reading, index, words)
        if subject is None and not inverted:
            continue
        return index if _is_cue(reading, token, cues) else None
    return None


def _name_follows(reading: Reading, index: int, words: Sequence[int]) -> bool:
    """ "said John Kirby": the parser may have lost the subject, the order of words has not."""
    after = [i for i in words if i > index]
    return bool(after) and reading.tokens[after[0]].pos in ("PROPN", "DET", "NOUN", "PRON", "ADJ")


def _is_cue(reading: Reading, token: Token, cues: CueLexicon) -> bool:
    if token.pos != "VERB" or token.dep in ("aux", "auxpass", "amod"):
        return False
    entry = cues.entry(token.lemma, "verb", "quote")
    if entry is not None:
        return entry.family not in ("none", "silent")
    return cues.word_rate(token.lemma, "verb") >= LEAST_RATE


def _following_on(
    reading: Reading, number: int, inside: Sequence[int], cues: CueLexicon, found: dict[int, Link]
) -> Link | None:
    """Return the link of a quotation that fills whole sentences, without words of speech, to the cue of the sentence
    before."""
    first, last = _extent(reading, reading.quotations[number], inside)
    opening = reading.sentences[reading.tokens[first].sentence]
    closing = reading.sentences[reading.tokens[last].sentence]
    before = reading.sentences[opening.index - 1] if opening.index > 0 else None
    if before is None or before.segment != opening.segment:
        return None
    if _spoken_outside(reading, range(opening.first, first)) or _spoken_outside(reading, range(last + 1, closing.last)):
        return None
    if reading.tokens[before.last - 1].norm == ":":
        cue = _introducing(reading, range(before.first, before.last), cues)
        if cue is not None:
            return Link(number, cue, "before")
    cue = _cue_of_sentence(reading, before, inside, cues, found)
    return Link(number, cue, "joined") if cue is not None else None


def _spoken_outside(reading: Reading, indices: range) -> bool:
    return any(reading.tokens[i].pos not in ("PUNCT", "SPACE") for i in indices)


def _cue_of_sentence(
    reading: Reading, sentence: Sentence, inside: Sequence[int], cues: CueLexicon, found: dict[int, Link]
) -> int | None:
    """Return the cue under which the sentence before stands: that of its last quotation, else its main verb if that
    speaks."""
    numbers = [inside[i] for i in range(sentence.first, sentence.last) if inside[i] in found]
    if numbers:
        return found[numbers[-1]].cue
    for token in _main_verbs(reading, sentence):
        if inside[token.index] < 0 and _is_cue(reading, token, cues) and cues.word_rate(token.lemma, "verb") >= 0.5:
            return token.index
    return None


def _main_verbs(reading: Reading, sentence: Sentence) -> Iterator[Token]:
    for token in reading.words(sentence):
        if token.dep == "ROOT" and token.pos == "VERB":
            yield token
