"""Finds the word that decides what becomes of the happening under it: "denied that X struck", "a plan to strike"."""

from __future__ import annotations

from communique.lexicon.statuses import SAME, Operator, Statuses
from communique.reading import Clause, Reading


def operator_of(reading: Reading, statuses: Statuses, clause: Clause, above: Clause) -> Operator | None:
    """Return the operator of the governing word, if the clause stands in one of its roles."""
    governor = reading.clauses[above.under].predicate if above.under is not None else None
    role = role_of(reading, clause, above)
    predicate = above.predicate
    if predicate == "be" and role in ("complement", "subject"):  # "It is unthinkable that ...", "the talks are off"
        predicate = _said_of(reading, above) or predicate
    for operator in statuses.of(predicate):
        governed = not operator.governed_by or governor in operator.governed_by
        named = not operator.happenings or clause.predicate in operator.happenings
        formed = operator.finite or clause.pos != "verb" or clause.tense == "none"
        if role in operator.roles and governed and named and formed and _spoken_of(reading, above, operator):
            return operator
    return None


def _said_of(reading: Reading, above: Clause) -> str | None:
    """What "be" says of its subject: an adjective or noun, or the "off" of "is off"."""
    attribute = above.one("attribute")
    if attribute is not None:
        return reading.tokens[attribute.head].lemma
    particles = (reading.tokens[child] for child in reading.children[above.head])
    return next((t.lemma for t in particles if t.dep in ("advmod", "prt", "acomp") and t.index > above.head), None)


def _spoken_of(reading: Reading, above: Clause, operator: Operator) -> bool:
    """Whether the governing verb's subject is one that the operator asks for ("the plan involves ...")."""
    subject = above.one("subject")
    return not operator.subjects or (subject is not None and reading.tokens[subject.head].lemma in operator.subjects)


def role_of(reading: Reading, clause: Clause, above: Clause) -> str | None:
    """Return where a clause stands under its governor: complement, subject, object, a preposition..."""
    if clause.link == "complement":
        return "complement"
    head = reading.tokens[clause.head]
    while head.dep == "conj" and head.pos in ("NOUN", "PROPN"):
        head = reading.tokens[head.head]
    bare = clause.link == "argument" and clause.pos == "verb" and clause.mark is None
    return next((a.role for a in above.arguments if a.head == head.index), "complement" if bare else clause.mark)


def only_occurs(statuses: Statuses, clause: Clause) -> bool:
    """Return whether the verb says no more than that its subject takes place: "begin", "take place"."""
    return any(o.gives == SAME and "subject" in o.roles for o in statuses.of(clause.predicate))
