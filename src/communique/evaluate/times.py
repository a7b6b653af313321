"""Time expressions (TimeML, TempEval-3 task A): where they stand, of which type they are, which value they have.

The gold marks datelines too, which the product sets apart: so everything is read as running text here. The figures are
those of score_timex.py; `value` is the one that counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from communique.evaluate.gold import Question
from communique.evaluate.measures import Counts, Row, f1_row, share_row
from communique.evaluate.pairing import in_turn
from communique.evaluate.tasks import Error, Labels, Task, around, one_by_one, overlap, read


def find(question: Question) -> Iterator[Labels]:
    """Yield the time expressions of a text with their TIMEX3 types and values."""
    reading, places = read(question, running=True)
    for time in reading.times:
        span = reading.span(time.first, time.last) if time.when.text is None else time.when.text
        yield {"span": places.own(span.start, span.end), "type": time.type, "value": time.when.value}


def count(gold: Labels, predicted: Labels) -> Counts:
    """Count the expressions of one text and those that agree in span, type or value."""
    counts: Counts = Counter()
    counts.update(gold=len(gold["timex"]), predicted=len(predicted["timex"]))
    for expected, found in _pairs(gold, predicted):
        exact, value = list(expected["span"]) == list(found["span"]), _value(expected) == _value(found)
        counts["relaxed"] += 1
        counts["strict"] += exact
        counts["type"] += expected["type"] == found.get("type")
        counts["value"] += value
        counts["strict value"] += exact and value
    return counts


def measure(counts: Counts) -> list[Row]:
    """Return F1 of value, span (strict and relaxed) and type, and the share of right values among those found."""
    names = ("value", "relaxed", "strict", "type", "strict value")
    rows = [f1_row(name, counts[name], counts["predicted"], counts["gold"]) for name in names]
    return [*rows, share_row("value given match", counts["value"], counts["relaxed"])]


def errors(gold: Labels, predicted: Labels) -> Iterator[Error]:
    """Yield wrong values, missed and invented expressions."""
    pairs, text = _pairs(gold, predicted), gold["text"]
    for expected, found in pairs:
        if _value(expected) != _value(found):
            cause = f"value of {text[slice(*expected['span'])].lower()!r}"
            what = f"{expected.get('value')}, not {found.get('value')}"
            yield Error(cause, gold["id"], f"{around(text, *expected['span'])} is {what}")
    matched = [id(time) for pair in pairs for time in pair]
    for what, side in (("missed", gold), ("invented", predicted)):
        for time in side["timex"]:
            if id(time) not in matched:
                words = text[slice(*time["span"])].lower()
                yield Error(f"{what}: {words!r}", gold["id"], around(text, *time["span"]))


def _value(time: Labels) -> str:
    return "".join(str(time.get("value") or "").split()).upper()


def _pairs(gold: Labels, predicted: Labels) -> list[tuple[Labels, Labels]]:
    """Expressions that belong together, each taken once: same span first, then by the characters they share."""
    candidates = (
        (list(a["span"]) != list(b["span"]), -overlap(a["span"], b["span"]), i, j)
        for i, a in enumerate(gold["timex"])
        for j, b in enumerate(predicted["timex"])
        if overlap(a["span"], b["span"])
    )
    return [(gold["timex"][i], predicted["timex"][j]) for i, j in in_turn(candidates)]


TASK = Task("times", "timex", one_by_one("timex", find), count, measure, errors)
