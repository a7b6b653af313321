"""Corrects the attachment of that-clauses: what a noun of speech says, and what goes on from it."""

from __future__ import annotations

from collections.abc import Sequence

from communique.lexicon.words import load_words
from communique.reading import Reading, Token

SOURCE_WORDS = 9
"""So many words at most may say whose a report is, and of which day, before its that-clause."""


def noun_content(reading: Reading, token: Token) -> tuple[int, str] | None:
    """A that-clause right after "allegations", "reports", "a claim" says what they are, whatever verb stands above.

    Whose they are and of which day may stand between: "warnings *from Oslo on Monday* that".
    """
    that = next(
        (
            reading.tokens[c]
            for c in reading.children[token.index]
            if reading.tokens[c].dep == "mark" and reading.tokens[c].norm == "that"
        ),
        None,
    )
    if that is None or (reading.tokens[token.head].dep == "conj" and reading.tokens[token.head].head == token.index):
        return None
    before = reading.tokens[max(that.index - SOURCE_WORDS, reading.sentences[token.sentence].first) : that.index]
    noun = next(
        (t for t in reversed(before) if t.lemma in load_words("language/en/content_nouns") and t.pos == "NOUN"), None
    )
    if noun is None or noun.index == token.head:
        return None
    between = reading.tokens[noun.index + 1 : that.index]
    named = [t for t in between if not _is_of_time(reading, t)]
    owned = bool(named) and named[0].norm in _WHOSE and all(t.pos in _NAMING for t in named)
    near = all(t.entity in ("DATE", "TIME") or t.dep in ("npadvmod", "amod", "det") for t in between)
    return (noun.index, "acl") if near or owned else None


def source_of_content(reading: Reading, token: Token) -> tuple[int, str] | None:
    """In "brushed aside warnings from Oslo that" it is the warnings that are from Oslo."""
    noun = reading.tokens[max(token.index - 1, 0)]
    if token.norm not in _WHOSE or noun.head != token.head or noun.dep != "dobj":
        return None
    told = any(t.dep == "acl" and _has_that(reading, t) for t in reading.dependents[noun.index])
    return (noun.index, "prep") if told else None


_WHOSE = frozenset({"by", "from"})
_NAMING = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "PART", "PRON", "NUM"})


def _is_of_time(reading: Reading, token: Token) -> bool:
    """Whether a word belongs to a time: "last week", "*on* Monday"."""
    after = reading.tokens[min(token.index + 1, len(reading.tokens) - 1)]
    timed = token.dep == "prep" and after.entity in ("DATE", "TIME")
    return timed or token.entity in ("DATE", "TIME") or token.dep == "npadvmod"


def that_conjunct(reading: Reading, token: Token) -> tuple[int, str] | None:
    """A that-clause is coordinated with a that-clause: "ignored claims that A did this, and that B did that"."""
    if not _has_that(reading, token) or reading.tokens[token.head].dep in ("ccomp", "xcomp", "acl", "advcl"):
        return None
    earlier: Sequence[Token] = reading.tokens[reading.sentences[token.sentence].first : token.index]
    partner = next((t for t in reversed(earlier) if t.pos in ("VERB", "AUX") and _has_that(reading, t)), None)
    return (partner.index, "conj") if partner is not None and partner.index != token.head else None


def gerund_subject(reading: Reading, token: Token) -> tuple[int, str] | None:
    """In "and that meeting X would help" the conjunction is no subject: the gerund behind it is."""
    if token.tag != "VBG" or token.index != token.head + 1:
        return None
    that = reading.tokens[token.head]
    return (that.head, "csubj") if _is_that(that) else None


def that_before_gerund(reading: Reading, token: Token) -> tuple[int, str] | None:
    """The "that" whose gerund became the subject (see `gerund_subject`) opens the clause."""
    below = reading.dependents[token.head]
    behind = _is_that(token) and any(t.dep == "csubj" and t.index == token.index + 1 for t in below)
    return (token.head, "mark") if behind else None


def verb_behind_title(reading: Reading, token: Token) -> tuple[int, str] | None:
    """In "And A, the envoy, asserted in a talk that ..." the verb is the sentence's, no participle of the title's."""
    name = reading.tokens[token.head]
    while name.dep == "appos":
        name = reading.tokens[name.head]
    titled = any(c.dep == "appos" and c.index < token.index for c in reading.dependents[name.index])
    alone = name.dep == "ROOT" and name.pos == "PROPN" and name.index < token.index and titled
    return (token.index, "ROOT") if alone and _tells_behind_comma(reading, token) else None


def name_before_title(reading: Reading, token: Token) -> tuple[int, str] | None:
    """The name before such a verb is its subject."""
    verb = _verb_behind(reading, token) if token.pos == "PROPN" else None
    return (verb.index, "nsubj") if verb is not None else None


def content_behind_title(reading: Reading, token: Token) -> tuple[int, str] | None:
    """The that-clause behind such a verb is what it tells, whatever noun the parser gave it to."""
    name = reading.tokens[token.head]
    subject = name.dep == "nsubj" and name.index < reading.tokens[name.head].index < token.index
    told = subject and _has_that(reading, token) and _tells_behind_comma(reading, reading.tokens[name.head])
    return (name.head, "ccomp") if told else None


def _verb_behind(reading: Reading, name: Token) -> Token | None:
    """The verb behind a name that is a root beside it and tells."""
    later = reading.tokens[name.index + 1 : reading.sentences[name.sentence].last]
    verb = next((t for t in later if t.dep == "ROOT"), None)
    if verb is None or any(t.dep in ("nsubj", "nsubjpass") for t in reading.dependents[verb.index]):
        return None
    return verb if _tells_behind_comma(reading, verb) else None


def _tells_behind_comma(reading: Reading, verb: Token) -> bool:
    """Whether a past verb without auxiliary follows a comma and has a "that" of a clause behind it."""
    plain = verb.tag in ("VBD", "VBN") and not any(t.dep in ("aux", "auxpass") for t in reading.dependents[verb.index])
    if not plain or not verb.index or reading.tokens[verb.index - 1].norm != ",":
        return False
    later = reading.tokens[verb.index + 1 : reading.sentences[verb.sentence].last]
    return any(t.norm == "that" and t.dep == "mark" for t in later)


def _is_that(token: Token) -> bool:
    return token.norm == "that" and token.tag == "IN" and token.dep == "nsubj"


def _has_that(reading: Reading, token: Token) -> bool:
    below = reading.dependents[token.index]
    return any(child.dep == "mark" and child.norm == "that" for child in below)
