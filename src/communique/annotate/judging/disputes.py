"""Finds what the words after it call a claim or contradict: "..., which Minsk denied", "..., a charge that Minsk
dismissed", "..., but Minsk denied it", "... . Minsk denied this"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.lexicon.words import load_words
from communique.reading import Argument, Clause, Reading


def disputed(reading: Reading) -> Iterator[tuple[Clause, Clause, str]]:
    """Yield what is told before, the clause that disputes it, and how."""
    denying, comments = load_words("language/en/denying_verbs"), load_words("language/en/comment_nouns")
    charging = load_words("language/en/charging_verbs")
    for clause in reading.clauses:
        if clause.pos == "verb" and clause.predicate in denying and not clause.negated:
            if _is_closing(reading, clause):
                yield from ((told, clause, "denied right after") for told in _reported_before(reading, clause))
                continue
            yield from ((told, clause, "said against a denial") for told in _against(reading, clause))
            if _points_back(reading, clause):
                yield from _denied(reading, clause)
        elif clause.link == "complement" and _is_untrue(reading, clause):
            yield from _denied(reading, clause)
        elif clause.pos == "verb" and clause.predicate in charging and _is_afterthought(reading, clause):
            yield reading.clause_at[reading.tokens[clause.head].head], clause, f"{clause.predicate}, set after it"
        elif clause.pos == "noun" and clause.predicate in comments and _is_comment(reading, clause):
            yield from ((told, clause, f"a {clause.predicate}") for told in _nearest(reading, clause))


def _denied(reading: Reading, denial: Clause) -> Iterator[tuple[Clause, Clause, str]]:
    """Yield what another is said to have told, in the sentence before its denial or else in the one before that."""
    subject = denial.one("subject") or (denial.one("object") if denial.passive else None)
    here = [told for told in _reported_before(reading, denial) if subject is not None and told.head < subject.first]
    yield from ((told, denial, "denied beside it") for told in here)
    if not here:
        yield from ((told, denial, "denied in the next sentence") for told in _told_last(reading, denial))


def _is_untrue(reading: Reading, clause: Clause) -> bool:
    """ "But Minsk said that this was *untrue*", "was *fabricated*": what somebody says of what was just told."""
    said = clause.one("attribute") if clause.predicate == "be" else None
    subject, head = clause.one("subject"), said.head if said is not None else None
    if clause.passive and clause.pos == "verb":
        subject, head = clause.one("object"), clause.head
    saying = reading.clauses[clause.under] if clause.under is not None else None
    if subject is None or head is None or saying is None or clause.negated:
        return False
    untrue = reading.tokens[head].lemma in load_words("language/en/untrue_words")
    return untrue and saying.predicate in load_words("language/en/saying_verbs") and _is_it(reading, subject)


def _is_it(reading: Reading, thing: Argument) -> bool:
    """Whether a phrase points at what was just told: "it", "this", "the charge", "any involvement"."""
    word = reading.tokens[thing.head]
    if word.norm in ("this", "it", "that"):
        return True
    before = {c.norm for c in reading.dependents[word.index]}
    defined = not before.isdisjoint(("the", "this", "that")) and word.lemma in load_words("language/en/comment_nouns")
    disclaimed = not before.isdisjoint(("any", "all")) and word.lemma in load_words("language/en/disclaimed_nouns")
    return thing.last == thing.head + 1 and (defined or disclaimed)


def _is_closing(reading: Reading, denial: Clause) -> bool:
    """ "..., which Minsk denied", "..., something Minsk denies"."""
    before = reading.tokens[denial.first - 1].norm if denial.first else ""
    if denial.link != "relative" or denial.one("subject") is None:
        return False
    whole = reading.tokens[reading.tokens[denial.head].head]
    if whole.norm == "something":
        return reading.tokens[whole.index - 1].norm in (",", "-", "--")
    return before == "," and any(reading.tokens[i].norm == "which" for i in range(denial.first, denial.head))


def _against(reading: Reading, denial: Clause) -> Iterator[Clause]:
    """ "Rwanda has denied sending troops, but a report says that some *are* there": what is said against a denial.

    "While a report says" may be joined to it as a clause of time is.
    """
    words, contrasts = load_words("language/en/saying_verbs"), load_words("language/en/contrasts")
    for saying in reading.clauses:
        token = reading.tokens[saying.head]
        first = reading.tokens[token.head]
        aside = token.dep == "advcl" and saying.mark in contrasts and saying.one("subject") is not None
        if not (aside or token.dep == "conj") or saying.predicate not in words or first.index != denial.head:
            continue
        joined = any(reading.tokens[c].norm in contrasts for c in reading.children[first.index] if c > first.index)
        if (aside or joined) and denial.under is None and saying.head > denial.head:
            yield from (c for c in reading.clauses_under.get(saying.index, ()) if c.link == "complement")


def _reported_before(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """The verbs of the sentence that stand before a clause and under words of speech."""
    words = load_words("language/en/saying_verbs")
    for told in reading.clauses:
        before = told.sentence == clause.sentence and told.head < clause.first and told.pos == "verb"
        if before and any(above.predicate in words for above in _above(reading, told)):
            yield told


def _points_back(reading: Reading, denial: Clause) -> bool:
    """ "Minsk denied this", "rejected the charge": the object is what was just told."""
    subject, thing = denial.one("subject"), denial.one("object")
    if subject is None or thing is None or denial.under is not None or denial.passive:
        return False
    return _is_it(reading, thing)


def _told_last(reading: Reading, denial: Clause) -> Iterator[Clause]:
    """What the sentence before a denial has somebody say: the verbs that are the content of another."""
    for told in reading.clauses:
        finite = told.tense != "none" or told.modal is not None
        if told.sentence == denial.sentence - 1 and told.pos == "verb" and told.link == "complement" and finite:
            yield told


def _is_comment(reading: Reading, noun: Clause) -> bool:
    """ "..., a charge that Minsk dismissed": in apposition to what was told."""
    opening = reading.tokens[noun.first]
    before = reading.tokens[noun.first - 1].norm if noun.first else ""
    article = any(c.norm in ("a", "an") for c in reading.dependents[noun.head])
    return article and before in (",", "-", "--") and opening.sentence == reading.tokens[noun.first - 1].sentence


def _is_afterthought(reading: Reading, clause: Clause) -> bool:
    """ "They shot first, *the Kyrgyz allege*": after what it is about, with a subject and nothing else."""
    token, subject = reading.tokens[clause.head], clause.one("subject")
    bare = subject is not None and all(a.role in ("subject", "on", "in") for a in clause.arguments)
    told = reading.clause_at.get(token.head)
    if not bare or subject is None or told is None or told.pos != "verb" or told.head >= subject.first:
        return False
    return token.dep in ("conj", "parataxis", "ccomp") and reading.tokens[subject.first - 1].norm == ","


def _nearest(reading: Reading, noun: Clause) -> Iterator[Clause]:
    """The last verb before a comment, with what that verb is part of as long as it is reported."""
    before = [c for c in reading.clauses if c.sentence == noun.sentence and c.head < noun.first and c.pos == "verb"]
    yield from list(_reported_before(reading, noun)) or before[-1:]


def _above(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """Yield the clauses that govern a clause, innermost first."""
    seen = {clause.index}
    while clause.under is not None and clause.under not in seen:
        clause = reading.clauses[clause.under]
        seen.add(clause.index)
        yield clause
