"""From a sent form to a decision: the same verbs, checks and words as the command line's corrections."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from communique.decide import making
from communique.decide.changing import WORDS
from communique.decide.forms import filled
from communique.errors import DecisionError
from communique.questions.asking import day
from communique.records.codec import to_data
from communique.records.links import Decision
from communique.records.texts import Article
from communique.workflow import Desk

Sent = Mapping[str, str]
FIELD = "field."
"""Fields of a record stand in a form under this beginning."""


def decision_of(verb: str, sent: Sent) -> Callable[[Desk], Decision]:
    """Return what makes the decision that a form asks for, at a desk; DecisionError for a verb that there is not."""
    if verb not in VERBS:
        raise DecisionError(f"there is no verb {verb!r}; there are {', '.join(VERBS)}")
    return lambda desk: VERBS[verb](desk, sent)


def chosen(article: Article, sent: Sent) -> str:
    """Return the words that were selected or typed, as a place START:END or letter by letter.

    `start` and `end` count code points. A browser that counts otherwise is found out: the place must hold the words.
    """
    start, end, words = (sent.get(name, "").strip() for name in ("start", "end", "words"))
    if not start and not end:
        if not words:
            raise DecisionError("which words say it? Select them, or write them letter by letter")
        return words
    if not (start.isdecimal() and end.isdecimal()):
        raise DecisionError(f"{start}:{end} is no place in a text")
    there = article.text[int(start) : int(end)]
    if not words or there != words:
        raise DecisionError(f"at {start}:{end} stands {there!r}, not {words!r}; select the words again")
    return f"{start}:{end}"


def fields_of(sent: Sent) -> dict[str, str]:
    """Return the fields of a record that a form gives."""
    return {name.removeprefix(FIELD): value for name, value in sent.items() if name.startswith(FIELD)}


def _accept(desk: Desk, sent: Sent) -> Decision:
    return making.accept(desk.record(_given(sent, "record")), desk.hand)


def _reject(desk: Desk, sent: Sent) -> Decision:
    return making.reject(desk.record(_given(sent, "record")), desk.hand)


def _correct(desk: Desk, sent: Sent) -> Decision:
    record = desk.record(_given(sent, "record"))
    assignments = filled(record.kind, to_data(record), fields_of(sent))
    return making.edit(record, assignments, desk.sheet(record.article), desk.hand)


def _set_status(desk: Desk, sent: Sent) -> Decision:
    since = sent.get("since", "").strip()
    status = _given(sent, "status")
    return making.set_status(
        desk.record(_given(sent, "record")), status, day(since, "since") if since else None, desk.hand
    )


def _merge(desk: Desk, sent: Sent) -> Decision:
    return making.merge(desk.record(_given(sent, "record")), desk.record(_given(sent, "other")), desk.hand)


def _distinct(desk: Desk, sent: Sent) -> Decision:
    return making.distinct(desk.record(_given(sent, "record")), desk.record(_given(sent, "other")), desk.hand)


def _split(desk: Desk, sent: Sent) -> Decision:
    record = desk.record(_given(sent, "record"))
    parts = [line.strip() for line in _given(sent, "parts").splitlines() if line.strip()]
    return making.split(record, parts, desk.sheet(record.article), desk.hand)


def _alias(desk: Desk, sent: Sent) -> Decision:
    within = sent.get("within", "").strip()
    record = desk.record(within) if within else None
    sheet = desk.sheet(record.article) if record else None
    return making.alias(_given(sent, "name"), _given(sent, "actor"), sheet, desk.hand, record)


def _add(desk: Desk, sent: Sent) -> Decision:
    sheet = desk.sheet(_given(sent, "article"))
    kind = _given(sent, "kind")
    words = [chosen(sheet.article, sent)]
    if kind not in WORDS:
        raise DecisionError(f"{kind!r} cannot be added; there are {', '.join(WORDS)}")
    return making.add(sheet, kind, words, filled(kind, None, fields_of(sent)), desk.hand)


def _given(sent: Sent, name: str) -> str:
    value = sent.get(name, "").strip()
    if not value:
        raise DecisionError(f"{name} is not given")
    return value


VERBS: dict[str, Callable[[Desk, Sent], Decision]] = {
    "accept": _accept,
    "correct": _correct,
    "reject": _reject,
    "merge": _merge,
    "distinct": _distinct,
    "split": _split,
    "set-status": _set_status,
    "alias": _alias,
    "add-record": _add,
}
