"""Says what stands around a happening and keeps it from being a fact: a date to come, a condition, "instead of"."""

from __future__ import annotations

from communique.lexicon.words import load_words
from communique.reading import PRESENT, Clause, Factuality, Reading

UNDER_WAY = "under way"
"""`Factuality.why` of a progressive present."""
_SUBJECTS = ("nsubj", "nsubjpass", "expl")


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
    """Return the word that makes the clause a condition: "if they agree", or before its subject "provided (that) they
    agree", "as long as they agree", "in case they agree"."""
    words = load_words("language/en/condition_words")
    if clause.mark in words:
        return clause.mark
    if clause.tense == "none" and clause.modal is None:
        return None
    own = (t.index for t in reading.dependents[clause.head] if t.dep in _SUBJECTS and t.index < clause.head)
    subject = next(own, None)
    first = clause.first + (clause.first < clause.head) if subject is None else reading.reach(subject)[0]
    before = [token.norm for token in reading.tokens[max(0, first - 3) : first]]
    before = before[:-1] if before[-1:] == ["that"] else before
    return next((word for word in (" ".join(before[-2:]), *before[-1:]) if word in words), None)


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
