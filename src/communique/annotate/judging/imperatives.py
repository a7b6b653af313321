"""Finds commands: "Bring them back", and what follows if they are not obeyed: "Stop it, or lose the fund"."""

from __future__ import annotations

from communique.lexicon.words import load_words
from communique.reading import Clause, Factuality, Reading

_LINKS = (None, "complement", "conjunct", "adverbial")
_NOT_BARE = {"nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass", "mark"}


def commanded(reading: Reading, clause: Clause) -> Factuality | None:
    """Return what an imperative makes of its verb and of the verb after "or"; None for other clauses."""
    if _bids(reading, clause):
        return Factuality("demanded", "imperative")
    token = reading.tokens[clause.head]
    first = reading.clause_at.get(token.head) if token.dep == "conj" else None
    if first is None or clause.pos != "verb" or not _is_bare(reading, clause) or not _bids(reading, first):
        return None
    threat = any(c.norm == "or" for c in reading.dependents[first.head])
    return Factuality("threatened" if threat else "demanded", "after an imperative")


def _bids(reading: Reading, clause: Clause) -> bool:
    """Whether a verb in its plain form, without a subject, opens a sentence, a quotation or what follows a colon."""
    token = reading.tokens[clause.head]
    if clause.pos != "verb" or clause.passive or token.norm != token.lemma or token.tag == "VBZ":
        return False
    if clause.link not in _LINKS:
        return False
    if not _is_bare(reading, clause):
        return False
    before = reading.tokens[token.index - 1] if token.index else None
    return before is None or before.sentence != token.sentence or before.norm in load_words("language/en/openers")


def _is_bare(reading: Reading, clause: Clause) -> bool:
    """Whether the verb has neither a subject of its own nor auxiliaries."""
    return not any(c.dep in _NOT_BARE for c in reading.dependents[clause.head])
