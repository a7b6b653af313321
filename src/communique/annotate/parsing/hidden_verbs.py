"""Brings out verbs that the parser hid behind a participle.

In "said the missiles *fired* at the port *belonged* to Chad" only "belonged" can be what the missiles did: two verbs
in a row, with one subject and nothing that joins them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.annotate.parsing.insertions import has_subject
from communique.lexicon.words import load_words
from communique.reading import Reading, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_JOINED = frozenset({"cc", "mark"})
_OPENING = frozenset({"nsubj", "nsubjpass", "mark", "cc", "expl"})
_MARKS = frozenset({",", ";", ":", '"', "--", "–", "—"})
_CLAUSE = frozenset({"ccomp", "advcl", "conj", "csubj", "csubjpass", "ROOT"})


def bring_out(reading: Reading) -> tuple[Token, ...]:
    """Return the reading's tokens with a participle below its noun, and the noun below the verb behind it."""
    tokens = list(reading.tokens)
    for token in reading.tokens:
        if token.tag in ("VBN", "VBD") and token.pos == "VERB" and token.dep in _CLAUSE:
            for index, head, dep in _reduced_relative(reading, token):
                tag = "VBN" if index == token.index else tokens[index].tag
                tokens[index] = replace(tokens[index], head=head, dep=dep, tag=tag)
    return tuple(tokens)


def _reduced_relative(reading: Reading, participle: Token) -> Iterator[tuple[int, int, str]]:
    """The participle says which thing is meant; its subject and what opens its clause are those of the verb behind."""
    below = reading.dependents[participle.index]
    subject = next((t for t in below if t.dep in ("nsubj", "nsubjpass") and t.index < participle.index), None)
    if any(t.dep == "dobj" for t in below) or participle.lemma in load_words("language/en/saying_verbs"):
        return  # "she said in an interview aired on Monday"
    if subject is None or subject.pos not in ("NOUN", "PROPN") or any(t.dep in _AUXILIARY for t in below):
        return
    verb = _verb_behind(reading, participle)
    if verb is None or reading.reach(subject.index)[1] != participle.index:
        return
    passive = any(t.dep == "auxpass" for t in reading.dependents[verb.index])
    yield subject.index, verb.index, "nsubjpass" if passive else "nsubj"
    yield participle.index, subject.index, "acl"
    if verb.head == participle.index:
        root = participle.head == participle.index
        yield verb.index, verb.index if root else participle.head, participle.dep
    for child in below:
        apart = child.index < reading.reach(subject.index)[0] or child.index > verb.index
        if apart and child.index not in (subject.index, verb.index):
            yield child.index, verb.index, child.dep


def _verb_behind(reading: Reading, participle: Token) -> Token | None:
    """The finite verb without a subject that follows a participle, joined to it by nothing."""
    above = reading.tokens[participle.head]
    told = [*reading.dependents[participle.index]]
    told += [above] if participle.dep in ("csubj", "csubjpass") else []
    told += [t for t in reading.dependents[above.index] if t.dep == participle.dep == "ccomp"]
    for verb in told:
        own = reading.dependents[verb.index]
        helpers = [t for t in own if t.dep in _AUXILIARY]
        first = min((t.index for t in (verb, *own) if t.dep in _AUXILIARY | {"neg"} or t is verb), default=verb.index)
        between = reading.tokens[participle.index + 1 : first]
        apart = any(t.dep in _OPENING or t.norm in _MARKS for t in between) or any(t.dep in _JOINED for t in own)
        finite = verb.pos in ("VERB", "AUX") and verb.dep in _CLAUSE and (helpers[0] if helpers else verb).tag in _FINITE
        if between and finite and not apart and not has_subject(reading, verb):
            return verb
    return None

