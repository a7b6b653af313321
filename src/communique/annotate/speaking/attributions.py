"""Finds attributed speech and thought: who (source), by which words (cue), what (content), each to the character.

The scheme is that of PARC 3 and PolNeAR. Candidates come from the grammar (`frames`), their chance from the cue
lexicon and the sentence (`likelihood`), their extents from the tree (`extents`); quotations are linked to the cue
beside them (`speakers`), and some speech is attributed by punctuation alone (`dialogue`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.annotate.parsing.frames import Candidate, find_candidates
from communique.annotate.speaking.dialogue import Turn, find_turns, quotations_in
from communique.annotate.speaking.extents import (
    Piece,
    adjoining,
    content_stretches,
    cue_tokens,
    merge,
    pieces,
)
from communique.annotate.speaking.likelihood import likelihood
from communique.annotate.speaking.speakers import Link, link_quotations, quoted_tokens
from communique.annotate.speaking.voices import find_addressee, find_source
from communique.lexicon.cues import CueLexicon
from communique.reading import Attribution, Reading
from communique.records.stretches import Stretches
from communique.records.values import plain

LEAST_CONFIDENCE = 0.68
"""Attributions below are not kept: at this bar four of five contents are right, and four of five cues of speech
found."""

INSIDE_QUOTATION = 0.5
"""What the speaker of a quotation says others say is attributed far less often than what the narrator says they say."""

NESTED = 0.55
"""What a source says that others say is marked by annotators about half as often..."""

PLAIN_SPEECH = 0.9
"""...but a cue as sure as "told" is kept: the chain of who vouches depends on it."""

BARE_PRONOUN = 0.7
"""A content that is only "it" or "that" says little; annotators mostly pass over it."""

QUOTE_CONFIDENCE = {"after": 0.95, "before": 0.93, "joined": 0.85}


@plain(frozen=True, slots=True)
class _Draft:
    candidate: Candidate
    confidence: float
    content: tuple[Piece, ...]
    source: Piece | None
    source_head: int | None
    quotations: tuple[int, ...]
    rule: str


def find_attributions(reading: Reading, cues: CueLexicon, least: float = LEAST_CONFIDENCE) -> tuple[Attribution, ...]:
    """Return the attributions of a reading that has tokens, sentences, quotations and clauses, in order of their cues.

    Confidence is the chance that the cue attributes something here, from `likelihood` and the place of the cue;
    attributions below `least` are left out.
    """
    inside = quoted_tokens(reading)
    links: dict[int, list[Link]] = {}
    for link in link_quotations(reading, inside, cues):
        links.setdefault(link.cue, []).append(link)
    drafts: list[_Draft] = []
    for candidate in find_candidates(reading):
        beside = links.get(candidate.head, [])
        if beside or cues.rate(candidate.lemma, candidate.pos, candidate.frame) >= least / 2:
            draft = _drafted(reading, candidate, inside, beside, cues)
            drafts.extend([draft] if draft else [])
    spoken = [_turn(reading, turn) for turn in find_turns(reading)]
    drafts = [*spoken, *(d for d in drafts if not any(_covers(turn, d) for turn in spoken))]
    sure = _weighed(reading, _each_once(drafts), cues)
    return _finished(reading, [draft for draft in sure if draft.confidence >= least])


def _weighed(reading: Reading, drafts: Sequence[_Draft], cues: CueLexicon) -> list[_Draft]:
    """Lower the confidence of drafts inside the content of a surer one.

    Annotators mark what the text reports, seldom what its sources report.
    """
    outer = [d for d in drafts if d.confidence >= LEAST_CONFIDENCE and _tells(d)]
    contents = _contents(outer)
    under = [_holder(reading, draft, contents) for draft in drafts]
    return [
        draft if number is None else _nested(reading, draft, outer[number], cues)
        for draft, number in zip(drafts, under, strict=True)
    ]


def _tells(draft: _Draft) -> bool:
    return Attribution(0, (), (), (), 0, 0, "", rule=draft.rule).tells


def _nested(reading: Reading, draft: _Draft, outer: _Draft, cues: CueLexicon) -> _Draft:
    """Speech told by a source; of "said he planned to go and believed that" the second cue shares the speaker.

    A medium, a document or somebody unnamed only passes on what others say ("CNN reports that Qatar rejected it").
    """
    shares = reading.tokens[draft.candidate.head].dep == "conj"
    another = _is_named(reading, draft.source_head) or _is_named(reading, find_addressee(reading, draft.candidate))
    enough = LEAST_CONFIDENCE if shares else PLAIN_SPEECH if another else 1.0
    told = draft.candidate.frame in _TOLD
    entry = cues.entry(draft.candidate.lemma, draft.candidate.pos, draft.candidate.frame)
    speaks = entry is not None and entry.family == "speech"
    if speaks and _passes_on(reading, outer) and _is_party(reading, draft.source_head):
        enough, told = LEAST_CONFIDENCE, told or "quote" not in draft.rule
    sure = draft.confidence >= enough and told
    return replace(draft, confidence=max(LEAST_CONFIDENCE if sure else 0.0, draft.confidence * NESTED))


def _is_named(reading: Reading, head: int | None) -> bool:
    return head is not None and reading.tokens[head].pos in ("PROPN", "NOUN")


def _is_party(reading: Reading, head: int | None) -> bool:
    actor = reading.actor_at(head) if head is not None else None
    return actor is not None and actor.diplomatic and actor.kind not in ("document", "unknown")


def _passes_on(reading: Reading, outer: _Draft) -> bool:
    """Whether who tells is a medium, a document or nobody named ("is said to have"): little depends on their word."""
    if outer.source_head is None:
        return outer.candidate.frame.startswith("passive")
    actor = reading.actor_at(outer.source_head)
    return actor is not None and actor.kind in ("media", "document", "unknown")


def _turn(reading: Reading, turn: Turn) -> _Draft:
    candidate = Candidate(turn.mark, reading.tokens[turn.mark].norm, "mark", "turn", ())
    content = tuple(merge(reading.article.text, [(turn.start, turn.end)]))
    numbers = tuple(quotation.index for quotation in quotations_in(reading, turn))
    head = next(
        (i for i in range(turn.last - 1, turn.first - 1, -1) if reading.tokens[i].pos == "PROPN"), turn.last - 1
    )
    return _Draft(candidate, turn.confidence, content, (turn.first, turn.last), head, numbers, "attribution.mark.turn")


def _covers(turn: _Draft, draft: _Draft) -> bool:
    """Whether a draft links the very words of a turn to another cue."""
    return bool(turn.content) and draft.content == turn.content


def _each_once(drafts: Sequence[_Draft]) -> list[_Draft]:
    """Keep the surest of drafts with the same content: in "said in a statement that" verb and noun claim it both."""
    best: dict[tuple[Piece, ...], _Draft] = {}
    for draft in drafts:
        if draft.content not in best or draft.confidence > best[draft.content].confidence:
            best[draft.content] = draft
    return list(best.values())


def _drafted(
    reading: Reading, candidate: Candidate, inside: Sequence[int], links: Sequence[Link], cues: CueLexicon
) -> _Draft | None:
    """The attribution of a candidate, with the quotations beside its cue and in the sentences that follow."""
    source, source_head = find_source(reading, candidate)
    chance = _confidence(reading, candidate, source_head, inside, cues)
    confidence = max([chance, *(QUOTE_CONFIDENCE[link.where] for link in links)])
    content = _content(reading, candidate, source, inside, links)
    frame = f"quote_{links[0].where}" if links else candidate.frame
    numbers = tuple(link.quotation for link in links)
    rule = f"attribution.{candidate.pos}.{frame}"
    return _Draft(candidate, confidence, tuple(content), source, source_head, numbers, rule) if content else None


def _content(
    reading: Reading, candidate: Candidate, source: Piece | None, inside: Sequence[int], links: Sequence[Link]
) -> list[Piece]:
    """Return the content's characters: what the tree gives, the quotations beside the cue, or both."""
    around = reading.quotations[inside[candidate.head]] if inside[candidate.head] >= 0 else None
    found = pieces(reading, content_stretches(reading, candidate, source), reading.quotations, around)
    if not links:
        return found
    quotations = [reading.quotations[link.quotation] for link in links]
    quoted = [(quotation.start, quotation.end) for quotation in quotations]
    kept = [piece for piece in found if candidate.frame in _CLAUSE_FRAMES and _adds_words(piece, quoted)]
    return merge(reading.article.text, [*kept, *quoted])


_TOLD = frozenset({"clause", "paren"})
_CLAUSE_FRAMES = frozenset({"clause", "wh", "inf", "np_inf"})
_FEW_CHARACTERS = 3


def _adds_words(piece: Piece, quoted: Sequence[Piece]) -> bool:
    """Whether a piece of content holds words outside the quotations, not only a mark or a blank."""
    start, end = piece
    inside = sum(max(0, min(end, stop) - max(start, begin)) for begin, stop in quoted)
    return end - start - inside > _FEW_CHARACTERS


def _confidence(
    reading: Reading, candidate: Candidate, source_head: int | None, inside: Sequence[int], cues: CueLexicon
) -> float:
    chance = likelihood(reading, candidate, source_head, cues)
    if inside[candidate.head] >= 0:
        chance *= INSIDE_QUOTATION
    if candidate.content and all(reading.tokens[head].pos == "PRON" for head in candidate.content):
        chance *= BARE_PRONOUN
    return chance


def _finished(reading: Reading, drafts: Sequence[_Draft]) -> tuple[Attribution, ...]:
    ordered = sorted(drafts, key=lambda d: (d.candidate.head, d.content))
    contents = _contents(ordered)
    under = [_holder(reading, draft, contents) for draft in ordered]
    return tuple(_attribution(reading, number, draft, under[number]) for number, draft in enumerate(ordered))


_Content = tuple[int, int, int]
"""How long a piece of content is, the number of its attribution, the token of its cue."""


def _contents(drafts: Sequence[_Draft]) -> Stretches[_Content]:
    return Stretches(
        (start, end, (end - start, number, draft.candidate.head))
        for number, draft in enumerate(drafts)
        for start, end in draft.content
    )


def _holder(reading: Reading, draft: _Draft, contents: Stretches[_Content]) -> int | None:
    """Return the number of the attribution whose content holds this one's cue most closely."""
    at = reading.tokens[draft.candidate.head].start
    around = [content for content in contents.around(at) if content[2] != draft.candidate.head]
    return min(around)[1] if around else None


def _attribution(reading: Reading, number: int, draft: _Draft, under: int | None) -> Attribution:
    candidate = draft.candidate
    span = reading.article.span
    return Attribution(
        index=number,
        source=(reading.span(*draft.source),) if draft.source else (),
        cue=tuple(reading.span(*stretch) for stretch in adjoining(cue_tokens(reading, candidate))),
        content=tuple(span(*piece) for piece in draft.content),
        sentence=reading.tokens[candidate.head].sentence,
        cue_head=candidate.head,
        cue_lemma=candidate.lemma,
        source_head=draft.source_head,
        addressee_head=find_addressee(reading, candidate),
        quotations=draft.quotations,
        under=under,
        confidence=round(draft.confidence, 3),
        rule=draft.rule,
    )
