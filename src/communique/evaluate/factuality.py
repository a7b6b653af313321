"""Factuality (MEANTIME): certainty, time and polarity of the events that the gold marks.

The words to be judged are given; what the reading says of the clause at or above them is put into MEANTIME's three
values, where CERTAIN with FUTURE is a plain "will". The figures are those of score_factuality.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from communique.evaluate.gold import Mark, Question
from communique.evaluate.measures import Counts, Row, f1_row, ratio, share_row
from communique.evaluate.places import Places
from communique.evaluate.tasks import Error, Labels, Task, around, one_by_one, read
from communique.reading import FOR, FUTURE, HEADLINED, PURPOSE, Clause, Factuality, Reading
from communique.records.events import EventStatus

FIELDS = ("certainty", "time", "polarity")
LEAST = 5
"""A class with fewer events in the gold is left out of the average."""

NAMED_IN: frozenset[EventStatus] = frozenset({"agreed", "planned", "proposed", "offered", "sought"})
"""Statuses that are a verb's ("signed a deal", "plans to cut jobs"); the noun below it names what is there already."""

Values = tuple[str, str, str]
PLAIN: Values = ("CERTAIN", "NON_FUTURE", "POS")
NOT_SO: Values = ("CERTAIN", "NON_FUTURE", "NEG")
LIKELY: Values = ("PROBABLE", "FUTURE", "POS")
CONDITIONED = frozenset({"would under a condition", "would, of a thing"})
"""`Factuality.why` of what would be done or happen, which the annotators take for a plain future."""
VALUES: dict[EventStatus, Values] = {
    "occurred": PLAIN,
    "ongoing": PLAIN,
    "historical": PLAIN,
    "alleged": PLAIN,
    "denied": NOT_SO,
    "negated": NOT_SO,
    "cancelled": ("CERTAIN", "FUTURE", "NEG"),
    "refused": ("CERTAIN", "FUTURE", "NEG"),
    "announced": ("CERTAIN", "FUTURE", "POS"),
    "planned": ("UNDERSPECIFIED", "FUTURE", "UNDERSPECIFIED"),
    "agreed": ("CERTAIN", "FUTURE", "POS"),
    "postponed": ("CERTAIN", "FUTURE", "POS"),
    "threatened": ("POSSIBLE", "FUTURE", "POS"),
    "offered": ("CERTAIN", "FUTURE", "POS"),
    "possible": ("POSSIBLE", "FUTURE", "POS"),
    "sought": ("UNDERSPECIFIED", "FUTURE", "POS"),
    "proposed": ("UNDERSPECIFIED", "FUTURE", "UNDERSPECIFIED"),
    "demanded": ("UNDERSPECIFIED", "FUTURE", "UNDERSPECIFIED"),
    "hypothetical": ("UNDERSPECIFIED", "FUTURE", "UNDERSPECIFIED"),
}
"""A status of the record contract -> what MEANTIME's annotators call it: what is only intended or wanted is open."""


def find(question: Question) -> Iterator[Labels]:
    """Yield the three values of each place that is asked about."""
    reading, places = read(question)
    for mark in question.marks:
        values = _values(reading, _clause(reading, places, mark))
        yield {"id": mark.id, "span": [mark.start, mark.end], **dict(zip(FIELDS, values, strict=True))}


def _clause(reading: Reading, places: Places, mark: Mark) -> Clause | None:
    """The clause whose predicate stands in the mark, else the one that its first word belongs to."""
    start, end = places.stored(mark.start, mark.end)
    tokens = [token for token in reading.tokens if token.start < end and start < token.end]
    for token in tokens:
        if token.index in reading.clause_at:
            return reading.clause_at[token.index]
    current = tokens[0] if tokens else None
    while current is not None and current.head != current.index:
        current = reading.tokens[current.head]
        if current.index in reading.clause_at:
            return reading.clause_at[current.index]
    return None


def _values(reading: Reading, clause: Clause | None) -> Values:
    """What MEANTIME says of a clause: a thing that is only named, what is done to some end and what one can do count as
    real; what is only meant for something, as to come."""
    if clause is None:
        return PLAIN
    told = reading.factuality[clause.index]
    if told.certainty == "probable":
        return LIKELY
    if told.why in ("can", PURPOSE) or (clause.pos == "noun" and _names(told)):
        return NOT_SO if told.why == "can" and clause.negated else PLAIN
    to_come = told.why == FOR or (told.why in FUTURE and told.status == "planned")
    return VALUES["announced"] if to_come or told.why in CONDITIONED else VALUES[told.status]


def _names(told: Factuality) -> bool:
    """Whether a noun only names a party to what is to come ("will cut *jobs*") or a thing that is there already."""
    return told.status in NAMED_IN or told.why in FUTURE or told.why == HEADLINED


def count(gold: Labels, predicted: Labels) -> Counts:
    """Count each class of the gold, of the predictions, and where both agree, for the joint values and each field."""
    counts: Counts = Counter()
    for told, found in _judged(gold, predicted):
        for name, a, b in [("joint", told, found), *zip(FIELDS, told, found, strict=True)]:
            counts.update([(name, "gold", a), (name, "predicted", b)])
            counts[name, "right", a] += a == b
        for name, (told_so, found_so) in _rare(told, found).items():
            counts[name, "gold", "yes"] += told_so
            counts[name, "predicted", "yes"] += found_so
            counts[name, "right", "yes"] += told_so and found_so
    return counts


def measure(counts: Counts) -> list[Row]:
    """Return the macro-F1 over the joint values and each field, and F1 of the three rare sides."""
    whole = sum(n for key, n in counts.items() if isinstance(key, tuple) and key[:2] == ("joint", "gold"))
    rows = [_macro(name, counts, whole) for name in ("joint", *FIELDS)]
    right = sum(n for key, n in counts.items() if isinstance(key, tuple) and key[:2] == ("joint", "right"))
    rare = [
        f1_row(name, *(counts[name, side, "yes"] for side in ("right", "predicted", "gold")))
        for name in ("FUTURE", "not CERTAIN", "NEG")
    ]
    return [*rows, *rare, share_row("joint accuracy", right, whole)]


def _macro(name: str, counts: Counts, whole: int) -> Row:
    classes = [
        key[2] for key in counts if isinstance(key, tuple) and key[:2] == (name, "gold") and counts[key] >= LEAST
    ]
    f1s = [f1_row("", *(counts[name, side, c] for side in ("right", "predicted", "gold"))).value or 0 for c in classes]
    right = sum(n for key, n in counts.items() if isinstance(key, tuple) and key[:2] == (name, "right"))
    return Row(f"{name} macro-F1", ratio(sum(f1s), len(f1s)), whole, whole, right)


def errors(gold: Labels, predicted: Labels) -> Iterator[Error]:
    """Yield the places that were judged otherwise."""
    labelled = [event for event in gold["events"] if _labelled(event)]
    for event, (told, found) in zip(labelled, _judged(gold, predicted), strict=True):
        if told != found:
            yield Error(f"{'/'.join(told)} -> {'/'.join(found)}", gold["id"], around(gold["text"], *event["span"]))


def _judged(gold: Labels, predicted: Labels) -> list[tuple[Values, Values]]:
    """The values of each labelled event and those predicted for it; NONE where nothing is."""
    by_id = {str(event["id"]): event for event in predicted["events"]}
    return [(_three(event), _three(by_id.get(str(event["id"]), {}))) for event in gold["events"] if _labelled(event)]


def _labelled(event: Labels) -> bool:
    return all(event.get(name) for name in FIELDS)


def _three(event: Labels) -> Values:
    certainty, time, polarity = (str(event.get(name) or "NONE") for name in FIELDS)
    return certainty, time, polarity


def _rare(told: Values, found: Values) -> dict[str, tuple[bool, bool]]:
    def sides(values: Values) -> tuple[bool, bool, bool]:
        uncertain = values[0] in ("PROBABLE", "POSSIBLE", "UNDERSPECIFIED")
        return values[1] == "FUTURE", uncertain, values[2] == "NEG"

    return dict(zip(("FUTURE", "not CERTAIN", "NEG"), zip(sides(told), sides(found), strict=True), strict=True))


TASK = Task("factuality", "events", one_by_one("events", find), count, measure, errors, marked=True)
