"""Names and descriptions side by side: "Lukashenko, a close ally of Putin", "his counterpart, Wang Yi"."""

from __future__ import annotations

from communique.reading import Reading, Token
from communique.records.actors import Actor

_BY_NAME = frozenset({"name", "metonym"})


def is_beside(reading: Reading, token: Token) -> bool:
    """Whether the noun `token` stands right in front of the name that it describes ("Putin ally Medvedev")."""
    return token.dep in ("compound", "nmod") and _named(reading, token.head) is not None


def named_by(reading: Reading, head: int) -> Actor | None:
    """Return the actor whose name stands beside the description headed by token `head`; None where none does."""
    token = reading.tokens[head]
    own = _named(reading, head)
    if own is not None:
        return own
    if is_beside(reading, token):
        return _named(reading, token.head)
    for child in reading.children[head]:
        if reading.tokens[child].dep == "appos" and (found := _named(reading, child)) is not None:
            return found
    if token.dep == "appos" and (found := _named(reading, token.head)) is not None:
        return found
    return _fronted(reading, token)


def _named(reading: Reading, head: int) -> Actor | None:
    mention = reading.mention_at.get(head)
    if mention is None or mention.actor is None or mention.reading != "actor" or mention.actor.form not in _BY_NAME:
        return None
    return mention.actor


def _fronted(reading: Reading, token: Token) -> Actor | None:
    """ "A close ally of President P, L is ...": the parser takes "P, L" for a list, but without "and" it is none."""
    if token.dep not in ("nsubj", "nsubjpass", "npadvmod", "dep", "advcl", "ROOT"):
        return None
    after = [i for i in reading.subtree(token.index) if i > token.index]
    for index in sorted(after):
        word = reading.tokens[index]
        if word.dep in ("conj", "appos") and _after_comma(reading, index) and not _is_list(reading, index):
            named = _named(reading, index)
            if named is not None:
                return named
    return _subject_after(reading, token)


def _subject_after(reading: Reading, token: Token) -> Actor | None:
    """The subject right after the comma that ends a fronted description which the parser hung to the verb itself."""
    if token.dep not in ("npadvmod", "dep", "advcl"):
        return None
    for sibling in reading.children[token.head]:
        if (
            reading.tokens[sibling].dep in ("nsubj", "nsubjpass")
            and sibling > token.index
            and _after_comma(reading, sibling)
        ):
            return _named(reading, sibling)
    return None


def _after_comma(reading: Reading, head: int) -> bool:
    """Whether the phrase headed by `head` begins right after a comma."""
    mention = reading.mention_at.get(head)
    first = mention.first if mention is not None else head
    return first > 0 and reading.tokens[first - 1].norm == ","


def _is_list(reading: Reading, index: int) -> bool:
    """Whether a conjunction joins the phrases coordinated with `index`."""
    top = index
    while reading.tokens[top].dep in ("conj", "appos"):
        top = reading.tokens[top].head
    return any(c.dep == "cc" for h in reading.coordinated(top) for c in reading.dependents[h])
