"""References: which noun phrases and pronouns refer to an actor, and to whom.

Gold marks a mention from its determiner to its head word; "of" phrases and clauses behind it are left out, and so are
documents, unnamed people and relative pronouns. Who is meant is an actor id, the ids of a group's members joined by
"+", or "place" for a name that is only a place here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from communique.evaluate.gold import Question
from communique.evaluate.measures import Counts, Row, f1_row, share_row
from communique.evaluate.pairing import best_pairs
from communique.evaluate.tasks import Error, Labels, Task, around, one_by_one, overlap, read
from communique.reading import Mention, Reading

FORMS = ("name", "role", "description", "pronoun", "metonym", "demonym")
LEFT_OUT = frozenset({"document", "unknown"})
"""Kinds of actor that the gold does not mark."""

LEAST = 0.5
"""Two mentions with the same last word, or that share this part of their characters, may be one."""


def find(question: Question) -> Iterator[Labels]:
    """Yield the mentions of a text with whom they refer to; `actor` is null where that stays open."""
    reading, places = read(question)
    for mention in reading.mentions:
        actor = mention.actor
        relative = reading.tokens[mention.head].tag in ("WDT", "WP", "WP$")
        if relative or (actor is not None and actor.kind in LEFT_OUT):
            continue
        span = reading.span(mention.first, _end(reading, mention))
        form = actor.form if actor is not None else None
        yield {"span": places.own(span.start, span.end), "text": span.text, "actor": _whom(mention), "form": form}


def _end(reading: Reading, mention: Mention) -> int:
    """Where a mention ends for the gold: without the ending of a genitive and what follows its head by "of"."""
    after = mention.head + 1
    if after < mention.last and reading.tokens[after].pos == "ADP":
        return after
    last = mention.last
    return last - 1 if last - 1 > mention.first and reading.tokens[last - 1].tag == "POS" else last


def _whom(mention: Mention) -> str | None:
    if mention.actor is None:
        return None
    if mention.reading == "place":
        return "place"
    if mention.actor.kind == "collective" and mention.actor.members:
        return "+".join(sorted(mention.actor.members))
    return mention.actor.id


def count(gold: Labels, predicted: Labels) -> Counts:
    """Count the mentions of one text, those found, those given an actor, and those given the right one."""
    counts: Counts = Counter()
    pairs, alone = _paired(gold, predicted)
    told = sum(found["actor"] is not None for _, found in pairs)
    counts.update(predicted=told + sum(found["actor"] is not None for found in alone), told=told)
    for expected in gold["mentions"]:
        counts.update((kind, "gold") for kind in _kinds(expected))
    for expected, found in pairs:
        right = expected["actor"] == found["actor"]
        for kind in _kinds(expected):
            counts.update({(kind, "found"): 1, (kind, "told"): found["actor"] is not None, (kind, "right"): right})
    return counts


def _kinds(mention: Labels) -> Iterator[str]:
    """The figures in which a mention of the gold counts."""
    yield from ("all", mention["form"])
    if "+" in mention["actor"]:
        yield "group"
    if mention["form"] == "metonym" or mention["actor"] == "place":
        yield "place or government"


def measure(counts: Counts) -> list[Row]:
    """Return F1 of mentions and of actors, the share of right actors given the mention, and that by form."""
    gold, found, right = (counts["all", what] for what in ("gold", "found", "right"))
    pronouns = [counts["pronoun", what] for what in ("right", "found", "told")]
    return [
        f1_row("actor", right, counts["predicted"], gold),
        f1_row("mention", found, counts["predicted"], gold, counts["told"]),
        share_row("actor given mention", right, found),
        share_row("actor where one is told", right, counts["all", "told"]),
        share_row("pronoun given mention", pronouns[0], pronouns[1]),
        share_row("pronoun where one is told", pronouns[0], pronouns[2]),
        *(share_row(f"{form}, of all", counts[form, "right"], counts[form, "gold"]) for form in FORMS),
        *(share_row(kind, counts[kind, "right"], counts[kind, "gold"]) for kind in ("group", "place or government")),
    ]


def errors(gold: Labels, predicted: Labels) -> Iterator[Error]:
    """Yield wrong and open actors, missed and invented mentions."""
    pairs, alone = _paired(gold, predicted)
    for expected, found in pairs:
        if expected["actor"] != found["actor"]:
            what = "open" if found["actor"] is None else "wrong"
            told = f"{expected['actor']}, not {found['actor']}"
            cause = f"{what}: {expected['form']} {expected['text'].lower() if expected['form'] == 'pronoun' else ''}"
            yield Error(cause.strip(), gold["id"], f"{around(gold['text'], *expected['span'])} is {told}")
    matched = [id(expected) for expected, _ in pairs]
    for expected in gold["mentions"]:
        if id(expected) not in matched:
            yield Error(f"missed: {expected['form']}", gold["id"], around(gold["text"], *expected["span"]))
    for found in alone:
        if found["actor"] is not None:
            where = around(gold["text"], *found["span"])
            yield Error(f"invented: {found['form']}", gold["id"], f"{where} as {found['actor']}")


def _paired(gold: Labels, predicted: Labels) -> tuple[list[tuple[Labels, Labels]], list[Labels]]:
    """Mentions that are one, each taken once, and predicted ones that stand alone where the gold allows none."""
    expected, found = gold["mentions"], predicted["mentions"]
    likeness = {
        (i, j): alike
        for i, a in enumerate(expected)
        for j, b in enumerate(found)
        if (alike := _likeness(_bare(a["span"], gold["text"]), _bare(b["span"], gold["text"]))) > 0
    }
    pairs = best_pairs(likeness)
    taken = {j for _, j in pairs}
    optional = [_bare(span, gold["text"]) for span in gold.get("optional", ())]
    alone = [
        b
        for j, b in enumerate(found)
        if j not in taken and not any(_likeness(_bare(b["span"], gold["text"]), span) for span in optional)
    ]
    return [(expected[i], found[j]) for i, j in pairs], alone


def _bare(span: Sequence[int], text: str) -> tuple[int, int]:
    """A mention without the article before it."""
    start, end = span
    first, _, rest = text[start:end].partition(" ")
    return (end - len(rest.lstrip()), end) if rest and first.lower() in ("the", "a", "an") else (start, end)


def _likeness(a: Sequence[int], b: Sequence[int]) -> float:
    """How alike two stretches are, 0 if they cannot be one mention."""
    shared = overlap(a, b)
    part = shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared else 0.0
    if a[1] == b[1] and shared:
        return part + 1
    return part if part >= LEAST else 0.0


TASK = Task("references", "mentions", one_by_one("mentions", find), count, measure, errors)
