"""Status of events: told as a fact, a plan, a wish, a charge, a denial... and on whose word.

Every match of an event rule is judged, those that the product keeps as speech or meetings included: the gold marks
them all. Codes of parties and of the innermost holder are those of exports. The figures are those of score_status.py,
with UNO and EUR as IGO.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from communique.evaluate.events import ENTITIES
from communique.evaluate.gold import Question
from communique.evaluate.measures import Counts, Row, f1_row, ratio, share_row
from communique.evaluate.pairing import in_turn
from communique.evaluate.tasks import Error, Labels, Task, around, one_by_one, overlap, read
from communique.extract.matching.finding import find_matches
from communique.extract.matching.parties import holders
from communique.extract.matching.tellings import telling_of
from communique.lexicon.codebook import load_codebook
from communique.lexicon.lexicon import load_lexicon
from communique.plover import codes, sides
from communique.records.events import REAL
from communique.records.holders import innermost

LEAST = 3
"""A status with fewer events in the gold is left out of the average."""


def find(question: Question) -> Iterator[Labels]:
    """Yield the events of a text with their statuses and holders."""
    reading, places = read(question)
    rules, codebook = load_lexicon().events, load_codebook()
    for match in find_matches(reading, rules):
        if match.rule.type != "STATE" and not match.doubtful:
            trigger = reading.span(match.first, match.last)
            holder = innermost(holders(reading, match.clause.head))
            telling = telling_of(reading, rules, match)
            place = (telling.where.iso3,) if telling.where is not None and telling.where.iso3 else ()
            kind = match.rule.type if match.rule.type in codebook.kinds else "REQUEST"
            actors, recipients = sides(kind, match.rule.mode, match.actors, match.recipients, place, codebook)
            yield {
                "trigger_span": places.own(trigger.start, trigger.end),
                "type": match.rule.type,
                "actor": list(actors),
                "recipient": list(recipients),
                "status": telling.status,
                "holder": list(codes(holder, codebook)) or "narrator",
            }


def count(gold: Labels, predicted: Labels) -> Counts:
    """Count triggers found, and of these the right types, statuses, parties and holders."""
    pairs, alone = _paired(gold, predicted)
    counts: Counts = Counter()
    counts.update(gold=len(gold["events"]), predicted=len(pairs) + len(alone), right=len(pairs))
    if not gold["events"]:
        counts.update(empty=1, alarms=len(alone))
    counts.update(("gold", event["status"]) for event in gold["events"])
    counts.update(("predicted", _status(event)) for event in alone)
    for expected, found in pairs:
        status, told = _status(found), expected["status"]
        right = status == told
        counts["predicted", status] += 1
        counts["right", status] += right
        real, side = told in REAL, "real" if told in REAL else "unreal"
        counts[side] += 1
        counts[f"{side} turned"] += real != (status in REAL)
        parties, ours = _parties(expected, found)
        held = bool(_holders(expected["holder"]) & _holders(found.get("holder")))
        typed = found.get("type") == expected["type"]
        counts.update(status=right, type=typed, holder=held, record=typed and right and parties == ours)
        if typed:
            counts.update(actors=parties[0] == ours[0], recipients=parties[1] == ours[1], parties=parties == ours)
        if expected["holder"] != "narrator":
            counts.update({"held": 1, "holder held": held})
    return counts


def measure(counts: Counts) -> list[Row]:
    """Return the figures of goals.md: status given the trigger, macro-F1 over statuses, facts that are none."""
    gold, predicted, found = counts["gold"], counts["predicted"], counts["right"]
    common = [key[1] for key in counts if isinstance(key, tuple) and key[0] == "gold" and counts[key] >= LEAST]
    f1s = [f1_row("", counts["right", s], counts["predicted", s], counts["gold", s]).value or 0.0 for s in common]
    return [
        share_row("status given trigger", counts["status"], found),
        Row("status macro-F1", ratio(sum(f1s), len(f1s)), gold, predicted, counts["status"]),
        share_row("false facts", counts["unreal turned"], counts["unreal"]),
        share_row("lost facts", counts["real turned"], counts["real"]),
        f1_row("trigger", found, predicted, gold),
        f1_row("record", counts["record"], predicted, gold),
        share_row("type given trigger", counts["type"], found),
        share_row("actors given type", counts["actors"], counts["type"]),
        share_row("recipients given type", counts["recipients"], counts["type"]),
        share_row("parties given type", counts["parties"], counts["type"]),
        share_row("holder given trigger", counts["holder"], found),
        share_row("holder, not the outlet", counts["holder held"], counts["held"]),
        share_row("alarms per empty sentence", counts["alarms"], counts["empty"]),
    ]


def errors(gold: Labels, predicted: Labels) -> Iterator[Error]:
    """Yield false and lost facts, other wrong statuses, wrong parties, missed triggers."""
    pairs, _ = _paired(gold, predicted)
    for expected, found in pairs:
        told, status = expected["status"], _status(found)
        if told != status:
            kind = "false fact" if status in REAL and told not in REAL else "lost fact" if told in REAL else "status"
            yield Error(f"{kind}: {told} -> {status}", gold["id"], around(gold["text"], *expected["trigger_span"]))
        theirs, ours = _parties(expected, found)
        if expected["type"] == found.get("type") and theirs != ours:
            place = around(gold["text"], *expected["trigger_span"])
            yield Error(f"parties of {expected['type']}", gold["id"], f"{place}: {_told(theirs)}, not {_told(ours)}")
    matched = [id(expected) for expected, _ in pairs]
    for event in gold["events"]:
        if id(event) not in matched:
            yield Error(f"missed: {event['type']}", gold["id"], around(gold["text"], *event["trigger_span"]))


def _paired(gold: Labels, predicted: Labels) -> tuple[list[tuple[Labels, Labels]], list[Labels]]:
    """Events with the same trigger, each taken once, and predicted ones that stand alone where they should not."""
    expected, found = gold["events"], predicted["events"]
    candidates = (
        (list(b["trigger_span"]) != list(a["trigger_span"]), b.get("type") != a["type"], -shared, i, j)
        for i, a in enumerate(expected)
        for j, b in enumerate(found)
        if (shared := overlap(a["trigger_span"], b["trigger_span"]))
    )
    pairs = dict(in_turn(candidates))
    triggers = [event["trigger_span"] for event in expected]
    alone = [
        event
        for j, event in enumerate(found)
        if j not in pairs.values()
        and (_touches(event, triggers) or not _touches(event, gold.get("optional_spans") or []))
    ]
    return [(expected[i], found[j]) for i, j in pairs.items()], alone


def _touches(event: Labels, spans: Iterable[Any]) -> bool:
    return any(overlap(event["trigger_span"], span) for span in spans)


def _status(event: Labels) -> str:
    """What a coder without a status claims is a fact."""
    return event.get("status") or "occurred"


def _parties(expected: Labels, found: Labels) -> tuple[tuple[set[str], set[str]], tuple[set[str], set[str]]]:
    """Actors and recipients of both; what two do with each other may be written as one doing it to the other."""
    theirs, ours = ((_codes(e.get("actor")), _codes(e.get("recipient"))) for e in (expected, found))
    if not theirs[1] and len(theirs[0]) > 1 and ours[0] | ours[1] == theirs[0]:
        return theirs, theirs
    return theirs, ours


def _told(sides: tuple[set[str], set[str]]) -> str:
    """Both sides in words: "FRA IGO > MLI"."""
    return " > ".join(" ".join(sorted(side)) or "-" for side in sides)


def _codes(value: str | list[str] | None) -> set[str]:
    codes = [value] if isinstance(value, str) else value or []
    return {ENTITIES.get(code, code) for code in codes}


def _holders(value: str | list[str] | None) -> set[str]:
    """Holders by code; the media of any state are one."""
    return {code.split(":")[0] if code.startswith("media") else code for code in _codes(value or "narrator")}


TASK = Task("status", "events", one_by_one("events", find), count, measure, errors)
