"""Who speaks in an attribution, and to whom: the source's noun phrase and the token that names it.

The source may be the cue's own subject, a by-phrase, a possessor ("his claim"), or what the verb above shares with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.annotate.parsing.frames import Candidate, below, is_passive
from communique.lexicon.words import load_words
from communique.reading import Reading, Token

_SUBJECTS = ("nsubj", "csubj")


def find_source(reading: Reading, candidate: Candidate) -> tuple[tuple[int, int] | None, int | None]:
    """Return the stretch [first, last) of the source and the token that names it; (None, None) where it is left unsaid.

    For a relative pronoun the stretch is the pronoun's and the naming token that of what it stands for.
    """
    if candidate.pos == "verb":
        subject = _verb_source(reading, candidate.head, 0)
        if candidate.around and subject in candidate.content:  # "Talks to resume, says Oman"
            kids = below(reading, candidate.head)
            subject = next((k.index for k in kids if k.dep in _SUBJECTS and k.index not in candidate.content), None)
    elif candidate.pos == "adjective":
        subject = _adjective_source(reading, candidate.head)
    elif candidate.pos == "noun":
        subject = _noun_source(reading, candidate)
    elif candidate.pos == "preposition":
        subject = _preposition_source(reading, candidate)
    else:
        return None, None
    if subject is None:
        return None, None
    token = reading.tokens[subject]
    first, last = noun_phrase(reading, subject, without=candidate.head)
    if token.norm in ("who", "which", "that") and token.dep in _SUBJECTS:
        verb = reading.tokens[token.head]
        while verb.dep == "conj":
            verb = reading.tokens[verb.head]
        if verb.dep == "relcl":
            return (first, last), verb.head
    return (first, last), subject


def noun_phrase(reading: Reading, index: int, without: int) -> tuple[int, int]:
    """Return the stretch of the noun phrase at `index`, not reaching over the token `without` (a cue in its relative
    clause)."""
    first, last = reading.reach(index)
    if first <= without < last:
        first, last = (first, without) if index < without else (without + 1, last)
    sentence = reading.sentences[reading.tokens[index].sentence]
    first = max(first, sentence.first)
    while last - 1 > index and (
        reading.tokens[last - 1].pos == "PUNCT" or reading.tokens[last - 1].dep in ("cc", "mark")
    ):
        last -= 1
    while first < index and (reading.tokens[first].pos == "PUNCT" or reading.tokens[first].dep == "cc"):
        first += 1
    return first, last


def _verb_source(reading: Reading, head: int, depth: int) -> int | None:
    """Return the token of who does the saying: own subject, by-phrase, or what grammar shares with the verb above."""
    token, kids = reading.tokens[head], below(reading, head)
    quoted = _quoted(reading, head)
    if quoted is not None:
        return quoted
    if is_passive(token, kids):
        agent = next((k for k in kids if k.dep == "agent"), None)
        return _pobj(reading, agent.index) if agent else None
    own = _own_subject(reading, token, kids)
    if own is not None:
        return own.index
    if depth > 6 or token.head == head:
        return None
    above = reading.tokens[token.head]
    if token.dep in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep") and above.pos in ("VERB", "AUX"):
        if token.dep in ("xcomp", "ccomp") and above.lemma != "be":
            thing = next((k for k in below(reading, above.index) if k.dep == "dobj" and k.index < head), None)
            if thing is not None and above.lemma not in ("promise", "use"):
                return thing.index
        return _upper_subject(reading, above.index, depth)
    if token.dep == "pcomp":
        holder = above
        while holder.pos in ("ADP", "SCONJ") and holder.head != holder.index:
            holder = reading.tokens[holder.head]
        if holder.pos in ("VERB", "AUX"):
            return _upper_subject(reading, holder.index, depth)
        return None
    document = _put_out(reading, above) if token.dep == "acl" and token.tag == "VBG" else None
    if document is not None:
        return _upper_subject(reading, document.head, depth)
    if token.dep in ("acl", "relcl") and above.pos in ("NOUN", "PROPN", "PRON"):
        return above.index if token.tag == "VBG" or token.dep == "relcl" else None
    if token.dep == "xcomp" and above.pos == "ADJ":
        return _adjective_source(reading, above.index)
    return None


def _put_out(reading: Reading, noun: Token) -> Token | None:
    """ "Issued a *statement* (on behalf of his allies) condemning it": who puts a document out speaks in it."""
    verb = reading.tokens[noun.head]
    while noun.dep == "pobj" and verb.dep == "prep" and verb.norm not in ("by", "from"):
        noun = reading.tokens[verb.head]
        verb = reading.tokens[noun.head]
        if noun.pos == "VERB":  # "issued a statement on *behalf*": the phrase hangs on the verb
            verb = noun
            noun = next((k for k in below(reading, verb.index) if k.dep == "dobj"), noun)
    put_out = noun.dep == "dobj" and verb.lemma in load_words("cues/en/issuing_verbs")
    return noun if put_out and noun.lemma in load_words("cues/en/documents") else None


def _own_subject(reading: Reading, verb: Token, kids: Sequence[Token]) -> Token | None:
    """The subject of a verb; of two that the parser gives it, the one on its own side of a quotation mark ("it was a
    start, a sign of trust," she said)."""
    subjects = [k for k in kids if k.dep in _SUBJECTS]
    around = reading.quotations_around(verb.start)
    alike = (k for k in subjects if reading.quotations_around(k.start) == around)
    return next(alike, None) or next(iter(subjects), None)


def _quoted(reading: Reading, head: int) -> int | None:
    """Who is quoted in "A quoted B as saying", "B was quoted as saying by A": B, whether `head` is "quoted" or
    "saying"."""
    token = reading.tokens[head]
    preposition = reading.tokens[token.head]
    if token.dep == "pcomp" and preposition.norm == "as":
        return _quoted(reading, preposition.head)
    kids = below(reading, head)
    speech = load_words("language/en/saying_verbs")
    saying = any(k.norm == "as" and any(s.lemma in speech for s in below(reading, k.index)) for k in kids)
    if token.lemma not in load_words("language/en/quoting_verbs") or not saying:
        return None
    quoted = "nsubjpass" if is_passive(token, kids) else "dobj"
    return next((k.index for k in kids if k.dep == quoted), None)


def _upper_subject(reading: Reading, head: int, depth: int) -> int | None:
    token, kids = reading.tokens[head], below(reading, head)
    if is_passive(token, kids):
        own = next((k for k in kids if k.dep in ("nsubjpass", *_SUBJECTS)), None)
        if own is not None:
            return own.index
        return token.head if token.dep == "acl" else None
    return _verb_source(reading, head, depth + 1)


def _spoken_to(reading: Reading, cue: int, thing: Token) -> int | None:
    """Who the object of a verb of speech is, of a title in quotation marks its owner ("told ABC's “Good Morning
    America”")."""
    if reading.quotations_around(thing.start) == reading.quotations_around(reading.tokens[cue].start):
        return thing.index
    return next((k.index for k in below(reading, thing.index) if k.dep == "poss"), None)


def _pobj(reading: Reading, index: int) -> int | None:
    return next((k.index for k in below(reading, index) if k.dep == "pobj"), None)


def _adjective_source(reading: Reading, head: int) -> int | None:
    token = reading.tokens[head]
    own = next((k for k in below(reading, head) if k.dep in _SUBJECTS), None)
    if own is not None:
        return own.index
    above = reading.tokens[token.head]
    if token.dep in ("acomp", "oprd", "conj", "advcl") and above.pos in ("VERB", "AUX"):
        return _upper_subject(reading, above.index, 0)
    if token.dep == "conj" and above.pos == "ADJ":
        return _adjective_source(reading, above.index)
    return token.head if token.dep == "amod" and above.pos in ("NOUN", "PROPN") else None


_MEANS = frozenset({"in", "with", "by", "through", "via", "on"})
"""Prepositions behind which a noun of speech is that of the verb's subject: "answered with a demand that"."""
_NAMES = ("GPE", "NORP", "ORG", "PERSON")


def _noun_source(reading: Reading, candidate: Candidate) -> int | None:
    """ "his claim that", "U.S. allegations that", "calls by X for", "X made a promise to", "the president's main goal
    was"."""
    token, kids = reading.tokens[candidate.head], below(reading, candidate.head)
    for kid in kids:
        if kid.dep == "poss":
            return kid.index
    for kid in kids:
        if kid.dep in ("compound", "amod", "nmod") and kid.entity in _NAMES:
            return kid.index
    for kid in kids:
        if kid.dep in ("prep", "agent") and kid.norm in ("by", "from", "among") and kid.index not in candidate.words:
            return _pobj(reading, kid.index)
    above = reading.tokens[token.head]
    if token.dep == "dobj" and above.lemma in load_words("cues/en/hearing_verbs"):
        return None  # "ignored warnings that": another's words
    if token.dep == "dobj" and above.pos == "VERB":
        return _verb_source(reading, above.index, 0) if not is_passive(above, below(reading, above.index)) else None
    if token.dep == "pobj" and above.norm in _MEANS and reading.tokens[above.head].pos in ("VERB", "AUX"):
        return _upper_subject(reading, above.head, 0)
    if token.dep == "attr" and above.lemma == "be":
        return _upper_subject(reading, above.index, 0)
    return None


def _preposition_source(reading: Reading, candidate: Candidate) -> int | None:
    if candidate.lemma == "according to":
        return _pobj(reading, candidate.words[0])
    if candidate.lemma.startswith("in "):
        noun = candidate.words[0]
        return next((k.index for k in below(reading, noun) if k.dep == "poss"), None)
    return _pobj(reading, candidate.head)


def find_addressee(reading: Reading, candidate: Candidate) -> int | None:
    """Return the token of who is spoken to: "told reporters that", "told a news conference", "said to the council"."""
    if candidate.pos != "verb":
        return None
    kids = below(reading, candidate.head)
    content = set(candidate.content)
    if _quoted(reading, candidate.head) is not None:
        return None
    if is_passive(reading.tokens[candidate.head], kids):
        told = candidate.lemma in load_words("cues/en/addressing") and "np" not in candidate.frame
        return next((k.index for k in kids if k.dep == "nsubjpass"), None) if told else None
    for kid in kids:
        if kid.dep in ("dobj", "dative") and kid.pos in ("NOUN", "PROPN", "PRON") and kid.index not in content:
            return _spoken_to(reading, candidate.head, kid)
    for kid in kids:
        if kid.dep in ("prep", "dative") and kid.norm == "to" and kid.index not in candidate.words:
            return _pobj(reading, kid.index)
    return None
