"""Who tells a clause: the outlet, or somebody whose words it gives."""

from __future__ import annotations

from collections.abc import Iterator

from communique.lexicon.words import load_words
from communique.reading import Argument, Clause, Factuality, Reading
from communique.records.actors import same_side

_OURSELVES = frozenset({"i", "we", "us", "me"})


def reported(reading: Reading, clause: Clause) -> bool:
    """Return whether somebody else than the outlet tells the clause: it is quoted, hangs on words of speech, or such
    words stand beside it without a content of their own ("..., the minister said")."""
    if reading.quotations_around(reading.tokens[clause.head].start) or clause.one("according to") is not None:
        return True
    *governed, top = _upwards(reading, clause)
    return any(c.link == "complement" for c in governed) or any(_saying_beside(reading, top))


def of_own_side(reading: Reading, clause: Clause) -> bool:
    """Return whether a clause is told by its doer, or by the doer's side: "we", "Ukraine said it", "..., Tehran
    says"."""
    doer = clause.one("subject")
    if doer is None:
        return False
    if reading.tokens[doer.head].norm in _OURSELVES:
        return True
    actor = reading.actor_at(doer.head)
    tellers = (reading.actor_at(teller.head) for teller in _tellers(reading, clause))
    return actor is not None and any(teller is not None and same_side(actor, teller) for teller in tellers)


def answered(reading: Reading, clause: Clause, own: Factuality) -> Factuality:
    """Return what becomes of a denied happening if a party says so: what it will not do it refuses, what it has not
    done, or nobody has, it denies."""
    if clause.pos == "noun":
        return _answered_noun(reading, clause, own)
    if clause.tense == "none" or clause.modal or not of_own_side(reading, clause):
        return own
    stands = clause.tense == "present" and clause.predicate in load_words("language/en/stance_verbs")
    return Factuality("refused" if stands else "denied", "its own side says no")


def _answered_noun(reading: Reading, clause: Clause, own: Factuality) -> Factuality:
    """ "There will be no exchange", "there had been no ultimatum", "we made no promises"."""
    above = reading.clauses[clause.under] if clause.under is not None else None
    if above is None or above.pos != "verb" or not reported(reading, above):
        return own
    if above.modal in ("will", "shall", "would"):
        return Factuality("refused", f"no, {above.modal}", (above.index,))
    exists = above.predicate == "be" and any(c.dep == "expl" for c in reading.dependents[above.head])
    if exists or of_own_side(reading, above):
        return Factuality("denied", "its own side says no", (above.index,))
    return own


def _tellers(reading: Reading, clause: Clause) -> Iterator[Argument]:
    """Yield who says a clause: the subjects of words of speech above it or beside it."""
    words = load_words("language/en/saying_verbs")
    *governed, top = _upwards(reading, clause)
    above = [reading.clauses[c.under] for c in governed if c.link == "complement" and c.under is not None]
    for saying in (*above, *_saying_beside(reading, top)):
        teller = saying.one("subject")
        if saying.predicate in words and teller is not None:
            yield teller


def _upwards(reading: Reading, clause: Clause) -> list[Clause]:
    """A clause, what governs it, and so on to the top."""
    chain = [clause]
    while clause.under is not None and reading.clauses[clause.under] not in chain:
        clause = reading.clauses[clause.under]
        chain.append(clause)
    return chain


def _saying_beside(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """Yield words of speech that hang on what they tell: "..., the minister said"."""
    words = load_words("language/en/saying_verbs")
    for beside in reading.clauses_under.get(clause.index, ()):
        said = beside.predicate in words and beside.pos == "verb"
        if said and beside.one("subject") and not beside.one("complement", "object"):
            yield beside
