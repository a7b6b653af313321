"""Says what a clause's own grammar makes of its happening: tense, modal, negation, question, condition, date."""

from __future__ import annotations

from datetime import date

from communique.annotate.judging.circumstances import UNDER_WAY, set_aside, supposed
from communique.annotate.judging.operators import in_headlines, only_occurs
from communique.annotate.judging.reports import of_own_side, reported
from communique.lexicon.statuses import Statuses
from communique.reading import FUTURE, PRESENT, YET, Clause, Factuality, Reading, TimeRef, Token
from communique.records.events import EventStatus

LASTING = "still going on"
"""`Factuality.why` of a past that reaches into the present."""

ASKED = "asked"
"""`Factuality.why` of what a question asks."""

NEGATED, NONE = "negated", "no"
"""`Factuality.why` of a verb that is denied and of a noun under "no"."""

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
    if inverted_condition(reading, clause) and clause.negated and clause.perfect:
        return Factuality("occurred", "had it not been")
    if (condition := supposed(reading, clause)) is not None or inverted_condition(reading, clause):
        return Factuality("hypothetical", f"under {condition or 'an inverted condition'}")
    if (phrase := set_aside(reading, clause)) is not None:
        return Factuality("negated", phrase)
    if clause.modal:
        return _modal(reading, statuses, clause)
    if clause.infinitive and reading.tokens[clause.head - 2].norm == "yet":
        return Factuality("negated", YET)
    if clause.tense == "none":
        return (
            Factuality("negated", NEGATED)
            if clause.negated and clause.pos == "verb" and not clause.infinitive
            else None
        )
    if clause.negated:
        return Factuality("negated", NEGATED)
    if clause.tense == "past":
        going_on = clause.progressive or _lasts(reading, clause)
        past = Factuality("ongoing", LASTING) if going_on else Factuality("occurred", "past tense")
        return past if going_on else long_ago(reading, clause) or past
    if conditioned(reading, clause, "if", "unless"):
        return Factuality("hypothetical", "present under a condition")
    if clause.progressive:
        return Factuality("ongoing", UNDER_WAY)
    return Factuality("occurred" if in_headlines(reading, clause) else "ongoing", PRESENT)


def _modal(reading: Reading, statuses: Statuses, clause: Clause) -> Factuality:
    modal = clause.modal or ""
    will = modal == "will" or (modal == "would" and not clause.perfect and of_own_side(reading, clause))
    if will and conditioned(reading, clause, "unless"):
        return Factuality("refused" if clause.negated else "threatened", f"{modal}, unless")
    if conditioned(reading, clause, "if", "unless") or (
        modal in ("would", "could", "might", "should") and clause.perfect
    ):
        return Factuality("hypothetical", f"{modal} under a condition")
    if terms := _terms(reading, statuses, clause):
        return Factuality("refused" if clause.negated else terms, f"{modal}, by its terms")
    if modal in FUTURE:
        if modal == "would" and not clause.negated and _muses(reading, clause) and not only_occurs(statuses, clause):
            return Factuality("hypothetical", "would, of a thing")
        told: EventStatus = "announced" if modal == "would" or reported(reading, clause) else "planned"
        return Factuality("refused" if clause.negated else told, modal)
    if clause.negated and modal in ("can", "could", "ca"):
        return Factuality("refused" if of_own_side(reading, clause) else "negated", modal)
    if modal in ("must", "should", "ought"):
        return Factuality("demanded", modal)
    return Factuality("possible", modal)


def _muses(reading: Reading, clause: Clause) -> bool:
    """ "A second vote would bring in the north": the outlet thinks of what a thing would do; nobody said so."""
    subject = clause.one("subject")
    if clause.passive or subject is None or reported(reading, clause):
        return False
    token = reading.tokens[subject.head]
    return token.pos == "NOUN" and token.index not in reading.mention_at


def _noun(reading: Reading, statuses: Statuses, clause: Clause) -> Factuality | None:
    if clause.negated:
        return Factuality("negated", NONE)
    if (phrase := set_aside(reading, clause)) is not None:
        return Factuality("negated", phrase)
    if _asks(reading, clause):
        return Factuality("possible", ASKED)  # "Talks? What talks?"
    return _modified(reading, statuses, clause, "amod", "compound", "nmod", "det")


def _modified(reading: Reading, statuses: Statuses, clause: Clause, *labels: str) -> Factuality | None:
    """ "the planned withdrawal", "the hoped-for talks", "any attack", "allegedly sold"."""
    for token in reading.dependents[clause.head]:
        if token.dep in labels:
            for word in (token.norm, reading.hyphened(token)):
                if (status := statuses.modifiers.get(word)) is not None:
                    return Factuality(status, word)
    return None


def _lasts(reading: Reading, clause: Clause) -> bool:
    """ "Has fought for 14 years", "have patrolled since 2017": what has gone on until now."""
    if not clause.perfect or clause.negated:
        return False
    if any(c.norm == "had" for c in reading.dependents[clause.head]):
        return False
    spans = [t for t in reading.times_at.get(clause.head, ()) if t.type in ("DURATION", "DATE")]
    marks = {"DURATION": "for", "DATE": "since"}
    return any(_before(reading, time.first, marks[time.type]) for time in spans)


def _before(reading: Reading, first: int, word: str) -> bool:
    """Whether `word` stands right before a time, or is its first word."""
    return word in (reading.tokens[first].norm, reading.tokens[max(0, first - 1)].norm)


def long_ago(reading: Reading, clause: Clause) -> Factuality | None:
    """Return that a happening is history if it is dated more than HISTORICAL_DAYS before publication, else None."""
    if _long_since(reading, clause):
        return Factuality("historical", "years before what it is told with")
    published, times = reading.article.published, reading.times_at.get(clause.head)
    if published is None or times is None:
        return None
    ends = [t.when.to for t in times if t.type in ("DATE", "TIME") and t.when.to]
    if not ends or (date.fromisoformat(published.from_) - date.fromisoformat(ends[0][:10])).days <= HISTORICAL_DAYS:
        return None
    return Factuality("historical", f"more than {HISTORICAL_DAYS} days before publication")


def _long_since(reading: Reading, clause: Clause) -> bool:
    """ "Three years after they cut ties", "for years they had haggled": the text counts the years."""
    below = reading.dependents[clause.head]
    if clause.mark in ("after", "since") and clause.link in ("adverbial", "complement", "argument"):
        spans = {t.last for t in reading.times if t.sentence == clause.sentence and _is_years(t)}
        return any(child.index in spans for child in below if child.norm == clause.mark)
    at = reading.times_at.get(clause.head)
    return at is not None and any(map(_is_years, at)) and any(child.norm == "had" for child in below)


def _terms(reading: Reading, statuses: Statuses, clause: Clause) -> EventStatus | None:
    """ "Under the accord, both will withdraw", "the draft would give each side a week": what an agreement or a proposal
    provides for."""
    for argument in clause.all("under", "according to", "subject"):
        gives = statuses.terms.get(reading.tokens[argument.head].lemma)
        beside = (child.norm for child in reading.dependents[argument.head])
        drafted = gives is not None and argument.role != "subject"
        if drafted and any("proposed" in (statuses.modifiers.get(w), statuses.terms.get(w)) for w in beside):
            return "proposed"  # "under a draft deal"
        if gives is not None and (argument.role != "subject" or gives == "proposed"):
            return gives
    return None


def _asks(reading: Reading, clause: Clause) -> bool:
    """A question in the outlet's own voice or in a quotation; a noun asks right before its mark,
    and nothing is asked before a colon."""
    if clause.under is not None:
        return False
    last = reading.sentences[clause.sentence].last - 1
    if clause.pos == "noun" and clause.head < last and reading.tokens[clause.head + 1].norm == "?":
        return True
    return reading.tokens[last].norm == "?" and all(t.norm != ":" for t in reading.tokens[clause.head : last])


def inverted_condition(reading: Reading, clause: Clause) -> bool:
    """Return whether the clause is a condition without "if": "Had the two leaders met, ..." """
    first = reading.tokens[clause.first]
    adverbial = reading.tokens[clause.head].dep in ("advcl", "ccomp")
    inverted = first.dep == "aux" and first.head == clause.head
    were = first.norm == "were" and first.index == clause.head  # "Were Malawi to leave, ..."
    return adverbial and first.norm in ("had", "should", "were") and (inverted or were)


def anyone(reading: Reading, clause: Clause, own: Factuality) -> bool:
    """Return whether a relative clause tells what nobody in particular does: "Officers who *shoot* at them will be
    tried", "warned that officers who *shot* at them would be tried"."""
    whom = reading.tokens[reading.tokens[clause.head].head]
    if (
        clause.link != "relative"
        or clause.perfect
        or clause.progressive
        or reading.tokens[clause.first - 1].norm == ","
    ):
        return False
    fate = reading.clause_at.get(whom.head) if whom.dep in ("nsubj", "nsubjpass") else None
    if fate is None or not _is_any(reading, whom):
        return False
    would = fate.modal == "would" and reported(reading, fate)
    return would if own.why != PRESENT else would or (fate.modal in FUTURE and fate.passive)


def _is_any(reading: Reading, noun: Token) -> bool:
    """Whether a noun names no one in particular: "officers", but not "the officers", "two officers"; "that officers"
    only begins a clause."""
    below = {child.dep for child in reading.dependents[noun.index] if child.norm != "that"}
    return noun.tag == "NNS" and below.isdisjoint(("det", "poss", "nummod"))


def conditioned(reading: Reading, clause: Clause, *marks: str) -> bool:
    """Return whether a condition with one of `marks`, or an inverted one, hangs on the clause."""
    for child in reading.children[clause.head]:
        if reading.tokens[child].dep == "advcl":
            condition = reading.clause_at.get(child)
            marked = any(c.norm in marks for c in reading.dependents[child])
            if marked or (condition is not None and inverted_condition(reading, condition)):
                return True
    return False


def _is_years(time: TimeRef) -> bool:
    """Whether a time is a length of years: P3Y."""
    value = time.when.value
    return time.type == "DURATION" and (value or "").startswith("P") and (value or "").endswith(("Y", "YE", "DE"))
