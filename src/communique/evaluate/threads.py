"""Threads over time as the scorer of developing stories reads them: histories, states on the days asked, speech.

The gold of a story (YAML) names its articles with their days and the days asked; nothing else of it is read here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from communique.evaluate.places import Places
from communique.link.folding import fold, status_on
from communique.records import Allegation, Article, Denial, Proposal, Record, Statement
from communique.records.actors import Actor
from communique.records.links import Entry, Link, Step, Thread
from communique.records.texts import Span

SHOWN = 0.5
"""What the product shows by default: a thread with no surer report, or surer speech, is left out."""

KINDS = {"ceremony": "engagement", "mission": "delegation", "exercise": "event"}
"""Types of engagements for which the scorer's form has another word."""


STATUSES = {"left": "pulled_out"}
"""Statuses of agreements for which the scorer's form has another word."""


@dataclass(frozen=True, slots=True)
class Told:
    """An article of a story: the name of its file, its own text, and the days on which its story is asked about."""

    name: str
    article: Article
    text: str
    asked: tuple[str, ...]


def story_prediction(
    members: Mapping[str, Sequence[Entry]], links: Iterable[Link], told: Mapping[str, Told]
) -> dict[str, Any]:
    """Return the prediction for a set of stories, in the form of score_threads.py; offsets count in own texts.

    `members` maps the head of each thread to its entries, `told` the id of each article to where it comes from. Speech
    is a thread of its own only where two articles tell it.
    """
    places = {article: Places(t.article, t.text) for article, t in told.items()}
    records = {entry.record.id: entry.record for entries in members.values() for entry in entries}
    head = {entry.record.id: name for name, entries in members.items() for entry in entries}
    threads = [thread for name in sorted(members) if (thread := _thread(members[name], told, places, records))]
    kept = {thread["id"] for thread in threads}
    return {
        "offset_base": "body",
        "threads": threads,
        "links": [link for link in _links(links, head) if {link["from"], link["to"]} <= kept],
    }


def speech_prediction(records: Iterable[Record], told: Mapping[str, Told]) -> list[dict[str, Any]]:
    """Return the attributed speech among `records`, charges and denials included, in the form of score_threads.py.

    Sentences of one quotation, which are statements of their own, are one there: they share their cue.
    """
    places = {article: Places(t.article, t.text) for article, t in told.items()}
    utterances: dict[tuple[str, object], list[_Speech]] = {}
    for record in records:
        if isinstance(record, Statement | Allegation | Denial) and record.confidence >= SHOWN:
            speech = _spoken(record)
            if speech.content:
                utterances.setdefault((record.article, record.cue or record.id), []).append(speech)
    return [
        {
            "article": told[article].name,
            "speaker": parts[0].speaker.name if parts[0].speaker else None,
            "cue": parts[0].cue.text if parts[0].cue else None,
            "content": places[article].own(*_reach(parts)),
            "mode": parts[0].mode if len({part.mode for part in parts}) == 1 else "mixed",
        }
        for (article, _), parts in utterances.items()
    ]


@dataclass(frozen=True, slots=True)
class _Speech:
    """Who says what, by which word."""

    speaker: Actor | None
    cue: Span | None
    content: tuple[Span, ...]
    mode: str


def _spoken(record: Statement | Allegation | Denial) -> _Speech:
    match record:
        case Statement():
            return _Speech(record.speaker, record.cue, record.content, record.mode)
        case Allegation():
            return _Speech(next(iter(record.accusers), None), record.cue, (record.content,), "paraphrase")
        case Denial():
            return _Speech(record.denier, record.cue, (record.content,) if record.content else (), "paraphrase")


def _reach(parts: Iterable[_Speech]) -> tuple[int, int]:
    spans = [span for part in parts for span in part.content]
    return min(span.start for span in spans), max(span.end for span in spans)


def _thread(
    entries: Sequence[Entry], told: Mapping[str, Told], places: Mapping[str, Places], records: Mapping[str, Record]
) -> dict[str, Any] | None:
    """One thread of the prediction; None for what is not shown."""
    whole = fold(entries, None, pinned={})
    if whole is None or all(entry.record.confidence < SHOWN for entry in entries):
        return None
    if whole.of == "utterance" and len({step.article for step in whole.history}) < 2:
        return None
    asked = sorted({day for entry in entries for day in told[entry.record.article].asked})
    return {
        "id": whole.id,
        "kind": _kind(whole),
        "participants": list(dict.fromkeys(_names(whole.participants))),
        "place": whole.where.name if whole.where else None,
        "history": [_step(step, told, places, records) for step in whole.history],
        "final": _named(status_on(whole, asked[-1]) if asked else whole.status),
        "as_of": dict(_states(entries, asked)),
    }


def _states(entries: Sequence[Entry], asked: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The days on which something was known, and what: only what was reported by then goes into the fold."""
    for day in asked:
        known = fold(entries, day, pinned={})
        yield day, _named(status_on(known, day)) if known else "not_yet_known"


def _named(status: str) -> str:
    return STATUSES.get(status, status)


def _kind(thread: Thread) -> str:
    return KINDS.get(thread.type, thread.type) if thread.of == "engagement" else thread.of


def _names(actors: Iterable[Actor]) -> Iterator[str]:
    """The names of the parties, and the states they act for."""
    for actor in actors:
        yield actor.name
        if actor.iso3:
            yield actor.iso3


def _step(
    step: Step, told: Mapping[str, Told], places: Mapping[str, Places], records: Mapping[str, Record]
) -> dict[str, Any]:
    whole = _stretch(records[step.record], told[step.article].article.text)
    start, end = (step.cue.start, step.cue.end) if step.cue is not None else whole
    found = {
        "article": told[step.article].name,
        "status": _named(step.status),
        "evidence": places[step.article].own(start, end),
    }
    return found | ({"on": step.when} if step.when else {})


def _stretch(record: Record, text: str) -> tuple[int, int]:
    """The words that show the record: from its first to its last evidence in the paragraph of what defines it.

    What became of a plan is shown where that is told, not where the plan is first named.
    """
    cues = [e for e in record.evidence if e.role == "cue"] if isinstance(record, Proposal) else []
    first: Span = cues[0] if cues else record.defining[0]
    begin, end = text.rfind("\n", 0, first.start) + 1, text.find("\n", first.end)
    near = [e for e in record.evidence if begin <= e.start and (end < 0 or e.end <= end)]
    spans: list[Span] = [first, *near]
    return min(s.start for s in spans), max(s.end for s in spans)


def _links(links: Iterable[Link], head: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The ties between different threads; a tie inside one is the thread itself."""
    for link in links:
        ends = head.get(link.a), head.get(link.b)
        if ends[0] and ends[1] and ends[0] != ends[1]:
            yield {"rel": link.relation, "from": ends[0], "to": ends[1]}
