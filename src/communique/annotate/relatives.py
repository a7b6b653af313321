"""What stands apart from its noun: relative clauses, and phrases behind the verb."""

from __future__ import annotations

from collections.abc import Iterator

from communique.reading import Clause, Reading

_PRONOUNS = frozenset({"that", "which"})


def is_relative(reading: Reading, clause: Clause) -> bool:
    """Return whether a clause tells of a thing: "a plan that would ...", "an accord under which ..."."""
    opening = reading.tokens[clause.first : clause.first + 2]
    return clause.link == "relative" and any(token.norm in _PRONOUNS for token in opening)


def text_nouns(reading: Reading, noun: Clause) -> Iterator[Clause]:
    """Yield a noun, then those on which it hangs by prepositions: "a *proposal* on the *strait* that would ...".

    A parser hangs a relative clause on the nearest noun.
    """
    current: Clause | None = noun
    while current is not None and current.pos == "noun":
        yield current
        inner = current.link == "argument" and current.under is not None
        current = reading.clauses[current.under] if inner and current.under is not None else None


def extraposed(reading: Reading, clause: Clause, above: Clause) -> Clause | None:
    """Return the subject to which a phrase behind a verb belongs: "*hopes* faded for a ceasefire", "*calls* grew for
    talks"."""
    subject = above.one("subject")
    apart = clause.pos == "noun" and clause.head > above.head and clause.mark in ("of", "for", "about", "over")
    if not apart or above.pos != "verb" or subject is None or above.one("object", "complement", "attribute"):
        return None
    return reading.clause_at.get(subject.head)
