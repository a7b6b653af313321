"""How likely a candidate is a cue here: the rate of its word and frame, weighed by the circumstances of the
sentence."""

from __future__ import annotations

from collections.abc import Iterator

from communique.annotate.parsing.frames import Candidate, below
from communique.lexicon.cues import CueLexicon
from communique.lexicon.words import load_words
from communique.reading import Reading

MOST, LEAST = 0.99, 0.01

_MODALS = frozenset({"MD"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def likelihood(reading: Reading, candidate: Candidate, source_head: int | None, cues: CueLexicon) -> float:
    """Return the chance that the candidate attributes something, before it is known what stands around it.

    The odds of `CueLexicon.rate` are multiplied by those of each circumstance found (`cues/en/contexts.csv`).
    """
    rate = min(MOST, max(LEAST, cues.rate(candidate.lemma, candidate.pos, candidate.frame)))
    odds = rate / (1 - rate)
    for circumstance in circumstances(reading, candidate, source_head):
        odds *= cues.contexts.get(circumstance, 1.0)
    return odds / (1 + odds)


def circumstances(reading: Reading, candidate: Candidate, source_head: int | None) -> Iterator[str]:
    """Yield the names of the circumstances that make a cue likelier or less likely."""
    token, kids = reading.tokens[candidate.head], below(reading, candidate.head)
    if candidate.pos == "verb":
        if any(k.tag == "TO" for k in kids):
            yield "infinitive"
        if any(k.tag in _MODALS for k in kids):
            yield "modal"
    if any(k.dep == "neg" for k in kids):
        yield "negated"
    wanting = candidate.frame == "clause" and token.pos == "NOUN" and token.lemma in load_words("cues/en/wanting_nouns")
    if wanting and _is_past(reading, candidate.content[0]):
        yield "done"
    if not _is_of_document(reading, candidate.head):
        yield from _of_place(token.dep, candidate.pos)
    yield from _of_source(reading, source_head)


def _is_of_document(reading: Reading, verb: int) -> bool:
    """ "A statement *condemning* the attack", "a letter *urging* them to": what a document does, it says."""
    token = reading.tokens[verb]
    noun = reading.tokens[token.head]
    return token.dep == "acl" and token.tag == "VBG" and noun.lemma in load_words("cues/en/documents")


def _is_past(reading: Reading, verb: int) -> bool:
    """Whether a clause tells what was done ("rejected", "has rejected"), not what should be."""
    helpers = [k.tag for k in below(reading, verb) if k.dep in ("aux", "auxpass")]
    return helpers[0] in ("VBD", "VBZ") if helpers else reading.tokens[verb].tag in ("VBD", "VBZ")


def _of_place(dep: str, pos: str) -> Iterator[str]:
    if dep == "ROOT":
        yield "main_verb"
    elif pos == "noun" and dep in ("pobj", "dobj"):
        yield "noun_in_phrase"
    elif pos == "verb" and dep in ("ccomp", "pcomp", "acl", "relcl"):
        names = {
            "ccomp": "in_complement",
            "pcomp": "after_preposition",
            "acl": "participle_of_noun",
            "relcl": "relative",
        }
        yield names[dep]


def _of_source(reading: Reading, head: int | None) -> Iterator[str]:
    if head is None:
        yield "no_source"
        return
    token = reading.tokens[head]
    if token.norm in ("i", "we"):
        yield "first_person"
    elif token.norm in ("it", "they", "you"):
        yield "it_they"
    elif token.norm in ("this", "that", "these", "those", "which", "what", "there"):
        yield "demonstrative"
    elif token.pos == "PROPN" or token.entity in _NAMES:
        yield "named_source"
