"""Brings out what the parser took for a verb, and the verbs that it hid behind it.

In "said the missiles *fired* at the port *belonged* to Chad" only "belonged" can be what the missiles did: two verbs
in a row, with one subject and nothing that joins them. In "rejects that *offer* and *calls* it an insult" no verb
"offer" can stand behind "that": there is nobody who would offer. In "said rebels *hacked* into the network" nobody
says rebels: it is what they did. And in "Kenya accuses Somalia of raids, a charge officials *deny*" there are no charge
officials: the charge is what they deny.
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
_OBJECT = frozenset({"ccomp", "relcl", "dobj"})
_CLAUSE = frozenset({"ccomp", "advcl", "conj", "csubj", "csubjpass", "ROOT"})


def bring_out(reading: Reading) -> Reading:
    """Return the reading with participles below their nouns, objects and hidden verbs where they belong."""
    tokens: dict[int, Token] = {}
    for token in reading.tokens:
        if token.tag in ("VBN", "VBD") and token.pos == "VERB" and token.dep in _CLAUSE:
            moved = _reduced_relative(reading, token)
        elif token.tag in ("NN", "VBP") and token.dep in _OBJECT and reading.tokens[token.index - 1].norm == "that":
            moved = _object(reading, token)
        elif token.tag == "VBN" and token.dep == "acl":
            moved = _content(reading, token)
        elif token.pos == "VERB" and token.dep == "dobj" and token.lemma in load_words("language/en/content_nouns"):
            moved = iter((replace(token, tag="NN", pos="NOUN"),))  # "Libya rejects *claim* it shelled a village"
        elif token.dep in ("ROOT", "relcl") and token.lemma in load_words("language/en/denying_verbs"):
            moved = _remark(reading, token)
        else:
            continue
        tokens.update((found.index, found) for found in moved)
    return replace(reading, tokens=tuple(tokens.get(t.index, t) for t in reading.tokens)) if tokens else reading


def _object(reading: Reading, noun: Token) -> Iterator[Token]:
    """The noun behind a verb and "that" is its object; the verb that stood beside the noun stands beside the verb."""
    that, verb = reading.tokens[noun.index - 1], reading.tokens[noun.head]
    below = reading.dependents[noun.index]
    opened = any(t.dep in _OPENING - {"cc"} and t is not that for t in below)
    if verb.index != that.index - 1 or verb.pos != "VERB" or that.head != noun.index or opened:
        return
    yield replace(that, dep="det", tag="DT", pos="DET")
    yield replace(noun, dep="dobj", tag="NN", pos="NOUN", lemma=noun.norm)
    beside = [t for t in below if t.dep == "conj" and t.tag == verb.tag and t.pos == "VERB"]
    for child in (t for t in below if beside and (t in beside or t.dep == "cc")):
        yield replace(child, head=verb.index)


def _content(reading: Reading, verb: Token) -> Iterator[Token]:
    """The participle right behind the object of a verb that takes none but clauses is that clause's verb."""
    noun = reading.tokens[verb.head]
    saying, below = reading.tokens[noun.head], reading.dependents[verb.index]
    told = noun.dep == "dobj" and saying.lemma in load_words("language/en/clause_verbs") and saying.pos == "VERB"
    if not told or noun.index != verb.index - 1 or any(t.dep in _AUXILIARY | {"agent"} for t in below):
        return
    if any(t.dep == "ccomp" for t in reading.dependents[saying.index]):
        return
    yield replace(noun, head=verb.index, dep="nsubj")
    yield replace(verb, head=saying.index, dep="ccomp", tag="VBD")


def _remark(reading: Reading, denial: Token) -> Iterator[Token]:
    """What is denied behind a comma is the claim named there; the clause before the comma stands by itself."""
    first = reading.sentences[denial.sentence].first
    comma = next((i for i in range(denial.index - 1, first, -1) if reading.tokens[i].norm == ","), first)
    article, *named = reading.tokens[comma + 1 : denial.index] or (denial,)
    comments = load_words("language/en/comment_nouns")
    noun = next((t for t in named if t.lemma in comments), None)
    subject = next((t for t in reversed(named) if t.pos in ("NOUN", "PROPN", "PRON")), noun)
    if article.norm not in ("a", "an") or noun is None or subject is None or subject is noun:
        return
    below = reading.dependents[denial.index] if denial.dep == "ROOT" else ()
    told = next((t for t in below if t.dep == "ccomp" and t.index < comma), None)
    if told is None and (denial.dep == "ROOT" or denial.pos == "VERB"):
        return  # nothing stands before it, or it is a relative clause already
    yield replace(denial, head=noun.index, dep="relcl", pos="VERB", tag="VBZ" if denial.tag == "NNS" else denial.tag)
    yield replace(subject, head=denial.index, dep="nsubj")
    yield replace(article, head=noun.index, dep="det")
    if told is not None:
        yield replace(told, head=told.index, dep="ROOT")
        yield replace(noun, head=told.index, dep="appos")
        yield from (replace(mark, head=told.index) for mark in below if mark.dep == "punct")


def _reduced_relative(reading: Reading, participle: Token) -> Iterator[Token]:
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
    yield replace(subject, head=verb.index, dep="nsubjpass" if passive else "nsubj")
    yield replace(participle, head=subject.index, dep="acl", tag="VBN")
    if verb.head == participle.index:
        root = participle.head == participle.index
        yield replace(verb, head=verb.index if root else participle.head, dep=participle.dep)
    for child in below:
        apart = child.index < reading.reach(subject.index)[0] or child.index > verb.index
        if apart and child.index not in (subject.index, verb.index):
            yield replace(child, head=verb.index)


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
        finite = (
            verb.pos in ("VERB", "AUX") and verb.dep in _CLAUSE and (helpers[0] if helpers else verb).tag in _FINITE
        )
        if between and finite and not apart and not has_subject(reading, verb):
            return verb
    return None
