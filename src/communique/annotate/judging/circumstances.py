"""Says what stands around a happening and keeps it from being a fact: a date to come, a condition, "instead of"."""

from __future__ import annotations

from communique.lexicon.words import load_words
from communique.reading import PRESENT, Clause, Factuality, Reading

UNDER_WAY = "under way"
"""`Factuality.why` of a progressive present."""


def lies_ahead(reading: Reading, clause: Clause, told: Factuality) -> bool:
    """Whether a named or present happening is dated after the article: "a meeting in Lisbon next week", "travels to
    Rome on Saturday"."""
    published = reading.article.published
    if published is None or not (clause.pos == "noun" or told.why in (PRESENT, UNDER_WAY)):
        return False
    heads = {clause.head, reading.clauses[clause.under].head} if clause.under is not None else {clause.head}
    return any(
        time.type in ("DATE", "TIME")
        and (time.when.from_ or "")[:10] > published.from_
        and _dates(reading, clause, time.anchor, time.first)
        for head in heads
        for time in reading.times_at.get(head, ())
    )


def _dates(reading: Reading, clause: Clause, anchor: int, first: int) -> bool:
    """Whether a time is the clause's own: it hangs on its head, or follows a noun with no other happening between."""
    if anchor == clause.head:
        return True
    above = reading.clauses[clause.under] if clause.under is not None else None
    if clause.pos != "noun" or above is None or anchor != above.head or first < clause.head:
        return False
    return not any(clause.head < other.head < first and other.pos == "verb" for other in reading.clauses)


def supposed(reading: Reading, clause: Clause) -> str | None:
    """Return the word that makes the clause a condition: "provided that both agree", "provided both agree", "in case
    they agree"."""
    before = reading.tokens[max(0, _mark(reading, clause) - 1)].norm
    words = load_words("language/en/condition_words")
    if clause.mark in words:
        return clause.mark
    opening = reading.tokens[clause.first]
    if opening.head == clause.head and opening.dep in ("mark", "prep"):
        subject = clause.one("subject")
        two = f"{opening.norm} {reading.tokens[clause.first + 1].norm}" if clause.first < clause.head else ""
        if opening.norm in words:
            return opening.norm
        if two in words and subject is not None and subject.first == clause.first + 2:  # "in case they agree"
            return two
    phrase = f"{before} {clause.mark}"  # "as long as"
    above = reading.clauses[clause.under] if clause.under is not None and clause.link == "modifier" else None
    if above is not None and above.head and clause.tense != "none":  # "in case they agree"
        phrase = f"{reading.tokens[above.head - 1].norm} {reading.tokens[above.head].norm}"
    return phrase if phrase in words else before if clause.mark == "that" and before in words else None


def set_aside(reading: Reading, clause: Clause) -> str | None:
    """Return the phrase that names what was not done: "rather than leave", "instead of talks"."""
    mark = _mark(reading, clause)
    if mark < 0:
        return None
    word = reading.tokens[mark].norm
    phrase = f"{reading.tokens[mark - 1].norm} {word}" if mark else word
    above = reading.clauses[clause.under] if clause.under is not None else None
    if word == "without" and above is not None and above.modal == "would" and above.perfect:
        return None  # "without the loan it would have closed": there was a loan
    return next((p for p in (phrase, word) if p in load_words("language/en/excluding_phrases")), None)


def _mark(reading: Reading, clause: Clause) -> int:
    """The index of the word that joins the clause to its governor, -1 without one."""
    for child in reading.dependents[clause.head]:
        if child.dep == "mark":
            return child.index
    head = reading.tokens[clause.head]
    return head.head if head.dep in ("pcomp", "pobj") else -1
