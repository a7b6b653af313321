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
    """Yield a noun, then those that it may belong to: "a *proposal* on the *strait* that would ...".

    A parser hangs a relative clause on the nearest noun, and its preposition now and then on the verb.
    """
    current: Clause | None = noun
    while current is not None and current.pos == "noun":
        yield current
        inner = current.link == "argument" and current.under is not None
        current = reading.clauses[current.under] if inner and current.under is not None else None
    thing = current.one("object") if current is not None else None
    if thing is not None and thing.head < noun.head and thing.head in reading.clause_at:
        yield reading.clause_at[thing.head]


def extraposed(reading: Reading, clause: Clause, above: Clause) -> tuple[Clause, str] | None:
    """Return the subject to which what stands behind a verb belongs, and in which role: "*hopes* faded for a
    ceasefire", "*pressure* is growing to withdraw", "*fears* grew that they would attack"."""
    subject = above.one("object" if above.passive else "subject")
    if above.pos != "verb" or subject is None or clause.head < above.head:
        return None
    role = clause.mark or "" if clause.pos == "noun" else "complement"
    named = clause.pos == "noun" and role in ("of", "for", "about", "over")
    asked = clause.pos == "verb" and (clause.mark == "that" or (clause.infinitive and clause.mark is None))
    busy = above.one("attribute") or (not above.passive and above.one("object"))
    noun = reading.clause_at.get(subject.head)
    return (noun, role) if (named or asked) and not busy and noun is not None and noun.pos == "noun" else None
