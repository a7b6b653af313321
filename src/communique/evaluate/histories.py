"""Predicted threads against the gold of a story: figures of our own, simpler than those of score_threads.py.

A predicted thread is paired with a gold one if both are engagements or both are not, a party is the same, and a step
rests on a sentence that the gold quotes. A step is right if a step of the paired thread in that article has its status
or one that the gold accepts; a state, if the thread's state on that day does. What was held is held on every later day
asked. Over-merges, links and statements are left to the scorer proper.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from communique.evaluate.measures import Counts, Row, share_row
from communique.evaluate.pairing import best_pairs
from communique.evaluate.tasks import overlap

OTHER = frozenset({"allegation", "proposal", "agreement", "event", "utterance"})
"""Kinds of predicted threads that are no engagement."""
LIKE = {
    "occurred": "held", "ongoing": "under_way", "invited": "proposed", "scheduled": "announced", "accused": "alleged",
    "claimed": "alleged", "dismissed": "rejected", "renewed": "extended",
}  # fmt: skip
"""Statuses that the gold counts as others."""
SENTENCE = re.compile(r"[^\n.!?]*[.!?]*[\"”’]?")

Data = Mapping[str, Any]


@dataclass(slots=True)
class Judgement:
    """What was counted for a story, and its errors as (cause, text)."""

    counts: Counts = field(default_factory=Counter)
    errors: list[tuple[str, str]] = field(default_factory=list)


def judge(gold: Data, texts: Mapping[str, str], prediction: Data) -> Judgement:
    """Return what a prediction gets right of a story; `texts` are those of its articles by the names of their files."""
    files = {article["id"]: article["file"] for article in gold["articles"]}
    wanted = gold.get("threads") or []
    found = [t for t in prediction["threads"] if any(step["article"] in texts for step in t["history"])]
    likeness: dict[tuple[int, int], float] = {}
    for i, thread in enumerate(wanted):
        for j, other in enumerate(found):
            shared = sum(bool(_near(step, other, files, texts)) for step in thread["history"])
            if shared and _alike(thread, other, gold.get("actors") or {}):
                likeness[i, j] = shared
    pairs = dict(best_pairs(likeness))
    judgement = Judgement()
    for i, thread in enumerate(wanted):
        other = found[pairs[i]] if i in pairs else None
        if thread.get("req") != "may" or other is not None:
            _judge(judgement, thread, other, files, texts, [str(day) for day in gold.get("as_of_dates") or ()])
    return judgement


def measure(counts: Counts) -> list[Row]:
    """Return recall of threads, and how much of histories and states of threads that were found is right."""
    return [
        share_row("threads that must be found", counts["must found"], counts["must"]),
        share_row("threads found", counts["thread found"], counts["thread"]),
        share_row("history given thread", counts["step right"], counts["step given"]),
        share_row("history", counts["step right"], counts["step"]),
        share_row("as of given thread", counts["state right"], counts["state given"]),
        share_row("as of", counts["state right"], counts["state"]),
    ]


def _judge(
    judgement: Judgement,
    thread: Data,
    other: Data | None,
    files: Mapping[str, str],
    texts: Mapping[str, str],
    days: Sequence[str],
) -> None:
    counts, name = judgement.counts, f"{thread['id']} {thread.get('title', '')}"
    if thread.get("req") != "may":
        for label in ("thread", *(["must"] if thread.get("req", "must") == "must" else [])):
            counts.update({label: 1, f"{label} found": other is not None})
    if other is None:
        judgement.errors.append(("missed thread", name))
    for step in thread["history"]:
        there = [s for s in (other or {}).get("history", ()) if s["article"] == files[step["a"]]]
        near = _near(step, other, files, texts) if other else []
        told = [s["status"] for s in near or there]
        right = bool(set(map(_plain, told)) & _accepted(step))
        counts.update({"step": 1, "step given": other is not None, "step right": right})
        if other and not right:
            judgement.errors.append((f"step: {step['status']}", f"{name}, {step['a']} {step['q']!r}: {told}"))
    for state in (*(thread.get("state_as_of") or ()), *_held_since(thread, days)):
        status = other["as_of"].get(state["date"]) if other else None
        right = status is not None and _plain(status) in _accepted(state)
        counts.update({"state": 1, "state given": other is not None, "state right": right})
        if other and not right:
            judgement.errors.append((f"state: {state['status']}", f"{name} on {state['date']}: {status}"))


def _held_since(thread: Data, days: Sequence[str]) -> Iterator[Data]:
    """The states of the other days asked, once a thread that ends as held is held."""
    states = {str(state["date"]): state["status"] for state in thread.get("state_as_of") or ()}
    held = [day for day, status in states.items() if status == "held"]
    if held and thread.get("final") == "held":
        accept = thread.get("final_accept")
        yield from ({"date": d, "status": "held", "accept": accept} for d in days if d > min(held) and d not in states)


def _accepted(label: Data) -> set[str]:
    return {_plain(status) for status in (label["status"], *(label.get("accept") or []))}


def _plain(status: str) -> str:
    return LIKE.get(status, status)


def _near(step: Data, other: Data, files: Mapping[str, str], texts: Mapping[str, str]) -> list[Data]:
    """The steps of a predicted thread that rest on the sentence which a gold step quotes."""
    text = texts[files[step["a"]]]
    start = text.find(step["q"])
    for _ in range(int(step.get("n", 1)) - 1):
        start = text.find(step["q"], start + 1)
    if start < 0:
        return []
    sentence = _sentences(text, start, start + len(step["q"]))
    return [s for s in other["history"] if s["article"] == files[step["a"]] and overlap(s["evidence"], sentence)]


def _sentences(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of the sentences in which [start, end) stands."""
    touched = [m.span() for m in SENTENCE.finditer(text) if m.start() < end and start < m.end()]
    return min(first for first, _ in touched), max(last for _, last in touched)


def _alike(thread: Data, other: Data, actors: Mapping[str, Data]) -> bool:
    """Whether two threads can be about one matter: both engagements or both not, with a party in common."""
    if (thread.get("class") == "engagement") != (other["kind"] not in OTHER):
        return False
    parties = thread.get("participants") or []
    return not parties or bool(set(_names(parties, actors)) & {name.casefold() for name in other["participants"]})


def _names(parties: Sequence[Any], actors: Mapping[str, Data]) -> Iterator[str]:
    """What a gold thread's parties are called, ISO3 codes of their states included."""
    for party in parties:
        actor: Data = party if isinstance(party, dict) else actors.get(party, {"name": party})
        names: Iterable[Any] = (actor.get("name"), actor.get("iso3"), *(actor.get("aliases") or []))
        yield from (str(name).casefold() for name in names if name)
