"""Attribution (PolNeAR): source, cue and content of attributed speech, compared word by word.

The figures are those of score_attribution.py: a pair agrees in half of its content's words; a triple in half of its
source's words and a word of its cue too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from communique.evaluate.gold import Question
from communique.evaluate.measures import Counts, Row, f1_row, share_row
from communique.evaluate.tasks import Error, Labels, Task, around, one_by_one, own_spans, read

ROLES = ("source", "cue", "content")
TYPES = ("direct", "mixed", "indirect")
WORD = re.compile(r"\w+")
LIKE, QUOTED = 0.5, 0.9
SPEECH = re.compile(
    r"\b(sa(y|ys|id|ying)|t(ell|ells|old|elling)|ask(|s|ed)|add(|s|ed)|note(|s|d)|state(|s|d)|(declare|announce)[sd]?"
    r"|(claim|warn)(|s|ed|ing)|argu(e|es|ed|ing)|den(y|ies|ied|ying)|(alleg|accus)e[sd]?"
    r"|(reject|insist|admit|suggest|report|respond|explain|condemn|vow|demand|confirm)(|s|ed)|(acknowledge|describe)[sd]?"
    r"|admitted|writes?|wrote|tweet(|s|ed)|repl(y|ies|ied)|according|call(|s|ed|ing)|(criticize|promise|pledge)[sd]?"
    r"|(propose|urge)[sd]?|statement|comments?|remarks?)\b",
    re.IGNORECASE,
)
"""Cues of speech and denial, as score_attribution.py has them."""
Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class _Speech:
    """An attribution as sets of word numbers; `type` by the share of its content in quotation marks."""

    source: Words
    cue: Words
    content: Words
    type: str
    data: Mapping[str, Any]


def find(question: Question) -> Iterator[Labels]:
    """Yield the attributions of a text at the default threshold."""
    reading, places = read(question)
    for found in reading.attributions:
        yield {role: own_spans(places, getattr(found, role)) for role in ROLES} | {"score": round(found.confidence, 4)}


def count(gold: Labels, predicted: Labels) -> Counts:
    """Count the attributions of one text, and those that agree."""
    counts: Counts = Counter()
    expected, found, pairs = _paired(gold, predicted)
    for side, speeches in (("gold", expected), ("predicted", found)):
        for speech in speeches:
            counts.update([(side, "all"), (side, speech.type)])
    counts["gold", "spoken"] = sum(_is_spoken(speech, gold["text"]) for speech in expected)
    for speech, other in pairs:
        for name, right in _agreements(speech, other).items():
            if right:
                counts.update([(name, "all"), (name, "gold", speech.type), (name, "predicted", other.type)])
                counts[name, "spoken"] += _is_spoken(speech, gold["text"])
    return counts


def measure(counts: Counts) -> list[Row]:
    """Return the figures of goals.md; the share of right sources is among matched contents."""
    gold, predicted = counts["gold", "all"], counts["predicted", "all"]
    rows = [f1_row(name, counts[name, "all"], predicted, gold) for name in ("triple", "content")]
    rows += [
        f1_row(
            f"triple, {kind}",
            counts["triple", "gold", kind],
            counts["predicted", kind],
            counts["gold", kind],
            counts["triple", "predicted", kind],
        )
        for kind in TYPES
    ]
    return [
        *rows,
        share_row("triple, recall of speech cues", counts["triple", "spoken"], counts["gold", "spoken"]),
        share_row("source given content", counts["source", "all"], counts["content", "all"]),
    ]


def errors(gold: Labels, predicted: Labels) -> Iterator[Error]:
    """Yield missed and invented attributions by cue, and matched ones with a wrong source or cue."""
    expected, found, pairs = _paired(gold, predicted)
    text = gold["text"]
    for speech, other in pairs:
        agree = _agreements(speech, other)
        if not agree["triple"]:
            yield _error("wrong source" if not agree["source"] else "wrong cue", speech, gold["id"], text)
    matched = [id(speech) for pair in pairs for speech in pair]
    yield from (_error("missed", speech, gold["id"], text) for speech in expected if id(speech) not in matched)
    yield from (_error("invented", speech, gold["id"], text) for speech in found if id(speech) not in matched)


def _is_spoken(speech: _Speech, text: str) -> bool:
    return SPEECH.search(_cue(speech, text)) is not None


def _cue(speech: _Speech, text: str) -> str:
    return " ".join(text[start:end] for start, end in speech.data.get("cue") or [])


def _error(what: str, speech: _Speech, identity: str, text: str) -> Error:
    cue = _cue(speech, text).lower()
    spans = speech.data.get("content") or []
    return Error(f"{what}: {cue or 'no cue'}", identity, around(text, spans[0][0], spans[-1][1]))


def _paired(gold: Labels, predicted: Labels) -> tuple[list[_Speech], list[_Speech], list[tuple[_Speech, _Speech]]]:
    """The attributions of both sides, and the pairs with the most alike content, each taken once."""
    text = gold["text"]
    words = [(m.start(), m.end()) for m in WORD.finditer(text)]
    quoted = _quoted(text)
    expected, found = (_speeches(side["attributions"], words, quoted) for side in (gold, predicted))
    neutral = _words(gold.get("discard") or [], words)
    found = [speech for speech in found if 2 * len(speech.content & neutral) < len(speech.content)]
    likeness = sorted(
        (-_likeness(a.content, b.content), not a.cue & b.cue, i, j)
        for i, a in enumerate(expected)
        for j, b in enumerate(found)
        if a.content & b.content
    )
    taken_i: set[int] = set()
    taken_j: set[int] = set()
    pairs = []
    for less, _, i, j in likeness:
        if -less >= LIKE and i not in taken_i and j not in taken_j:
            taken_i.add(i)
            taken_j.add(j)
            pairs.append((expected[i], found[j]))
    return expected, found, pairs


def _agreements(a: _Speech, b: _Speech) -> dict[str, bool]:
    source = _likeness(a.source, b.source) >= LIKE if a.source and b.source else not a.source and not b.source
    cue = bool(a.cue & b.cue) or not (a.cue or b.cue)
    return {"content": True, "source": source, "cue": cue, "triple": source and cue}


def _speeches(data: Iterable[Mapping[str, Any]], words: Sequence[tuple[int, int]], quoted: bytearray) -> list[_Speech]:
    found = []
    for one in data:
        source, cue, content = (_words(one.get(role) or [], words) for role in ROLES)
        if content:
            share = sum(quoted[words[i][0]] for i in content) / len(content)
            kind = "direct" if share >= QUOTED else "mixed" if share else "indirect"
            found.append(_Speech(source, cue, content, kind, one))
    return found


def _words(spans: Iterable[Sequence[int]], words: Sequence[tuple[int, int]]) -> Words:
    """The numbers of the words that share a character with one of the spans."""
    spans = list(spans)
    return frozenset(i for i, (start, end) in enumerate(words) if any(s < end and start < e for s, e in spans))


def _likeness(a: Words, b: Words) -> float:
    return len(a & b) / len(a | b) if a | b else 1.0


def _quoted(text: str) -> bytearray:
    """1 for each character inside quotation marks; a mark left open reaches to the end of its paragraph."""
    mask, inside, place = bytearray(len(text)), False, 0
    for mark in re.finditer(r"\n|“|”|\"|``|''", text):
        if inside:
            mask[place : mark.start()] = b"\1" * (mark.start() - place)
        inside = {"\n": False, "“": True, "``": True, "”": False}.get(mark[0], not inside)
        place = mark.end()
    if inside:
        mask[place:] = b"\1" * (len(text) - place)
    return mask


TASK = Task("attribution", "attributions", one_by_one("attributions", find), count, measure, errors)
