"""Events (PLOVER gold sentences): types, quad classes, parties and dyads, as sets per sentence.

A coder of PLOVER events has no records of speech and of meetings, so every match of a rule is read as an event here,
and all of them go through the projection that exports use. The figures are those of score_events.py, with UNO and EUR
as IGO; types of speech that are in no quad class (STATEMENT, APPEAL) are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from communique.config import CONFIDENT
from communique.evaluate.gold import Question
from communique.evaluate.measures import Counts, Row, f1_row, share_row
from communique.evaluate.tasks import Error, Labels, Task, one_by_one, overlap, read
from communique.extract.happenings.events import find_events
from communique.extract.matching.finding import find_matches
from communique.lexicon.codebook import load_codebook
from communique.lexicon.lexicon import load_lexicon
from communique.plover import project

ENTITIES = {"UNO": "IGO", "EUR": "IGO"}
"""The old gold has one code for all organisations of states."""

NAMES = ("type", "quad", "source", "target", "dyad", "type+dyad")


def find(question: Question) -> Iterator[Labels]:
    """Yield the PLOVER events of a text, the surest first."""
    reading, places = read(question)
    rules = load_lexicon().events
    found = find_events(reading, rules, find_matches(reading, rules))
    events = [event for event in found if event.confidence >= CONFIDENT]
    for event in sorted(project(events, load_codebook()), key=lambda e: -e.confidence):
        yield {
            "type": event.type,
            "mode": event.mode,
            "context": list(event.contexts),
            "sources": list(event.actors),
            "targets": list(event.recipients),
            "trigger_spans": [places.own(event.trigger.start, event.trigger.end)],
            "score": round(event.confidence, 4),
        }


def count(gold: Labels, predicted: Labels) -> Counts:
    """Count what is in the sentence's sets, and what both have."""
    counts: Counts = Counter()
    expected, found = _coded(gold["events"]), _coded(predicted["events"])
    ours, theirs = _sets(found), _sets(expected)
    for name in NAMES:
        counts[name, "right"] += len(ours[name] & theirs[name])
        counts[name, "predicted"] += len(ours[name])
        counts[name, "gold"] += len(theirs[name])
    if expected:
        counts["sentences"] += 1
        counts["first"] += bool(found) and found[0]["type"] in theirs["type"]
    for event in expected:
        same = [other for other in found if other["type"] == event["type"]]
        if same and event.get("mode"):
            counts["moded"] += 1
            counts["mode"] += any(other.get("mode") == event["mode"] for other in same)
        if same and event.get("trigger_spans"):
            counts["triggered"] += 1
            counts["trigger"] += any(
                overlap(a, b) for a in event["trigger_spans"] for o in same for b in o.get("trigger_spans") or []
            )
    return counts


def measure(counts: Counts) -> list[Row]:
    """Return F1 of each set, how often the surest event is a right one, modes and triggers of right types."""
    rows = [f1_row(name, counts[name, "right"], counts[name, "predicted"], counts[name, "gold"]) for name in NAMES]
    return [
        *rows,
        share_row("hit at first", counts["first"], counts["sentences"]),
        share_row("mode given type", counts["mode"], counts["moded"]),
        share_row("trigger given type", counts["trigger"], counts["triggered"]),
    ]


def errors(gold: Labels, predicted: Labels) -> Iterator[Error]:
    """Yield sentences with a wrong type; where the types are right, those with wrong parties."""
    ours, theirs = _sets(_coded(predicted["events"])), _sets(_coded(gold["events"]))
    for name, cause in (("type", "type"), ("type+dyad", "parties of")):
        missed, invented = (sorted(map(_words, one)) for one in (theirs[name] - ours[name], ours[name] - theirs[name]))
        if missed or invented:
            what = " ".join(sorted({word.split()[0] for word in missed or invented}))
            found = ", ".join(invented) or "nothing"
            text = f"{gold['text']} has {', '.join(missed) or 'nothing more'}; found {found}"
            yield Error(f"{cause} {'missed' if missed else 'invented'}: {what}", gold["id"], text)
            return


def _words(item: Any) -> str:
    """A member of a set in words: "ACCUSE", "ACCUSE USA -> IRN"."""
    if isinstance(item, str):
        return item
    kind, source, target = item
    return f"{kind} {source or '?'} -> {target or '?'}"


def _coded(events: Iterable[Labels]) -> list[dict[str, Any]]:
    """The events of types that are in a quad class, best first, with plain codes."""
    kinds = load_codebook().kinds
    coded = [
        {**event, "sources": _codes(event.get("sources")), "targets": _codes(event.get("targets"))}
        for event in events
        if event["type"] in kinds and kinds[event["type"]].quad
    ]
    return sorted(coded, key=lambda event: -event.get("score", 0))


def _codes(parties: Iterable[Any] | None) -> list[str]:
    codes = [party.get("code") if isinstance(party, dict) else party for party in parties or ()]
    return [ENTITIES.get(code[:3], code[:3]) for code in codes if code]


def _sets(events: Iterable[dict[str, Any]]) -> dict[str, set[Hashable]]:
    """What the events say, as sets; several sources without a target stand to each other."""
    sets: dict[str, set[Hashable]] = {name: set() for name in NAMES}
    kinds = load_codebook().kinds
    for event in events:
        sources, targets = event["sources"], event["targets"]
        if not targets and len(sources) > 1:
            dyads = {(a, b) for i, a in enumerate(sources) for j, b in enumerate(sources) if i != j}
        else:
            dyads = {(a, b) for a in sources or [None] for b in targets or [None]}
        sets["type"].add(event["type"])
        sets["quad"].add(kinds[event["type"]].quad)
        sets["source"].update(sources)
        sets["target"].update(target for _, target in dyads if target)
        sets["dyad"].update(dyads)
        sets["type+dyad"].update((event["type"], *dyad) for dyad in dyads)
    return sets


TASK = Task("events", "events", one_by_one("events", find), count, measure, errors)
