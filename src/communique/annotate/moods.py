"""Says what a clause's own grammar makes of its happening: tense, modal, negation, question, condition, date."""

from __future__ import annotations

from datetime import date
from typing import cast

from communique.annotate.circumstances import UNDER_WAY, set_aside, supposed
from communique.lexicon.statuses import Statuses
from communique.reading import PRESENT, Clause, Factuality, Reading
from communique.records.events import EventStatus

ASKED = "asked"
"""`Factuality.why` of what a question asks."""

HISTORICAL_DAYS = 30
"""Annotation guidelines of status_dev: background is what lies more than about a month back."""


def own_status(reading: Reading, statuses: Statuses, clause: Clause) -> Factuality | None:
    """Return what the clause's own grammar says; None for infinitives, gerunds and nouns, which say nothing by
    themselves."""
    if clause.pos == "noun":
        return _noun(reading, statuses, clause)
    if (adverb := _modified(reading, statuses, clause, "advmod")) is not None:
        return adverb
    if _asks(reading, clause):
        return Factuality("possible", ASKED)
    if clause.mark in ("unless", "until") or (clause.mark == "if" and clause.negated):
        return Factuality("demanded", f"what would end a threat ({clause.mark})")
    if clause.mark == "whether":
        return Factuality("possible", "under whether")
    if (condition := supposed(reading, clause)) is not None or inverted_condition(reading, clause):
        return Factuality("hypothetical", f"under {condition or 'an inverted condition'}")
    if (phrase := set_aside(reading, clause)) is not None:
        return Factuality("negated", phrase)
    if clause.modal:
        return _modal(reading, statuses, clause)
    if clause.infinitive and reading.tokens[clause.head - 2].norm == "yet":
        return Factuality("negated", "yet to")
    if clause.tense == "none":
        return (
            Factuality("negated", "negated")
            if clause.negated and clause.pos == "verb" and not clause.infinitive
            else None
        )
    if clause.negated:
        return Factuality("negated", "negated")
    if clause.tense == "past":
        return _dated(reading, clause) or Factuality("ongoing" if clause.progressive else "occurred", "past tense")
    headline = reading.sentences[clause.sentence].layer == "headline"
    if clause.progressive:
        return Factuality("ongoing", UNDER_WAY)
    return Factuality("occurred" if headline else "ongoing", PRESENT)


def _modal(reading: Reading, statuses: Statuses, clause: Clause) -> Factuality:
    modal = clause.modal or ""
    if modal == "will" and conditioned(reading, clause, "unless"):
        return Factuality("refused" if clause.negated else "threatened", "will, unless")
    if conditioned(reading, clause, "if", "unless") or (
        modal in ("would", "could", "might", "should") and clause.perfect
    ):
        return Factuality("hypothetical", f"{modal} under a condition")
    if modal in ("will", "shall", "would"):
        return Factuality(
            "refused" if clause.negated else _under_terms(reading, statuses, clause) or "announced", modal
        )
    if modal in ("must", "should", "ought"):
        return Factuality("demanded", modal)
    return Factuality("possible", modal)


def _noun(reading: Reading, statuses: Statuses, clause: Clause) -> Factuality | None:
    if clause.negated:
        return Factuality("negated", "no")
    if (phrase := set_aside(reading, clause)) is not None:
        return Factuality("negated", phrase)
    return _modified(reading, statuses, clause, "amod", "compound", "nmod", "det")


def _modified(reading: Reading, statuses: Statuses, clause: Clause, *labels: str) -> Factuality | None:
    """ "the planned withdrawal", "any attack", "allegedly sold"."""
    for child in reading.children[clause.head]:
        token = reading.tokens[child]
        status = statuses.modifiers.get(token.norm)
        if status is not None and token.dep in labels:
            return Factuality(status, token.norm)
    return None


def _dated(reading: Reading, clause: Clause) -> Factuality | None:
    """A past happening dated more than HISTORICAL_DAYS before publication is history."""
    if _long_since(reading, clause):
        return Factuality("historical", "years before what it is told with")
    published = reading.article.published
    ends = [t.when.to for t in reading.times_at.get(clause.head, ()) if t.type in ("DATE", "TIME") and t.when.to]
    if (
        published is None
        or not ends
        or (date.fromisoformat(published.from_) - date.fromisoformat(ends[0][:10])).days <= HISTORICAL_DAYS
    ):
        return None
    return Factuality("historical", f"more than {HISTORICAL_DAYS} days before publication")


def _long_since(reading: Reading, clause: Clause) -> bool:
    """ "Three years after they cut ties", "for years they had haggled": the text counts the years."""
    lengths = [t for t in reading.times if t.type == "DURATION" and t.sentence == clause.sentence]
    spans = {t.last for t in lengths if _is_long(t.when.value)}
    if clause.mark in ("after", "since") and clause.link in ("adverbial", "complement", "argument"):
        marks = [c for c in reading.children[clause.head] if reading.tokens[c].norm == clause.mark]
        return any(mark in spans for mark in marks)
    had = any(reading.tokens[c].norm == "had" for c in reading.children[clause.head])
    at = reading.times_at.get(clause.head, ())
    return had and any(t.type == "DURATION" and _is_long(t.when.value) for t in at)


def _under_terms(reading: Reading, statuses: Statuses, clause: Clause) -> EventStatus | None:
    """ "Under the accord, both would withdraw": what an agreement or a proposal provides for."""
    for argument in clause.all("under"):
        for operator in statuses.of(reading.tokens[argument.head].lemma):
            if operator.gives in ("agreed", "proposed"):
                return cast(EventStatus, operator.gives)
    return None


def _asks(reading: Reading, clause: Clause) -> bool:
    """A question in the outlet's own voice or in a quotation."""
    sentence = reading.sentences[clause.sentence]
    return clause.under is None and reading.tokens[sentence.last - 1].norm == "?"


def inverted_condition(reading: Reading, clause: Clause) -> bool:
    """Return whether the clause is a condition without "if": "Had the two leaders met, ..." """
    first = reading.tokens[clause.first]
    adverbial = reading.tokens[clause.head].dep == "advcl"
    inverted = first.dep == "aux" and first.head == clause.head
    were = first.norm == "were" and first.index == clause.head  # "Were Malawi to leave, ..."
    return adverbial and first.norm in ("had", "should", "were") and (inverted or were)


def conditioned(reading: Reading, clause: Clause, *marks: str) -> bool:
    """Return whether a condition with one of `marks` hangs on the clause."""
    return any(
        reading.tokens[child].dep == "advcl" and any(reading.tokens[c].norm in marks for c in reading.children[child])
        for child in reading.children[clause.head]
    )


def _is_long(value: str | None) -> bool:
    """Whether a TIMEX3 duration is one of years: "P3Y"."""
    return value is not None and value.startswith("P") and value.endswith(("Y", "YE", "DE"))
