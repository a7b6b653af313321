"""Speech told in the middle of its content: "The border, the minister said on Monday, would stay closed".

The parser often gives the content's subject to the verb of saying; the tree is set right, so that the verb hangs on the
rest of the content as an insertion.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.lexicon.words import load_words
from communique.reading import Reading, Token
from communique.records.values import plain


@plain(frozen=True, slots=True)
class Insertion:
    """Tokens: the verb of saying, who speaks, and subject and verb of the content around it."""

    verb: int
    speaker: int
    subject: int
    rest: int


def set_apart(reading: Reading) -> tuple[Token, ...]:
    """Return the reading's tokens with inserted speech below the verb of its content."""
    tokens = list(reading.tokens)
    for found in find_insertions(reading):
        verb, rest = tokens[found.verb], tokens[found.rest]
        if rest.head == verb.index:
            head = rest.index if verb.head == verb.index else verb.head
            tokens[rest.index] = replace(rest, head=head, dep=verb.dep)
        passive = any(tokens[c].dep == "auxpass" for c in reading.children[rest.index])
        tokens[verb.index] = replace(verb, head=rest.index, dep="parataxis")
        for index, head, dep in (
            (found.subject, rest.index, "nsubjpass" if passive else "nsubj"),
            (found.speaker, verb.index, "nsubj"),
        ):
            tokens[index] = replace(tokens[index], head=head, dep=dep)
    return tuple(tokens)


def find_insertions(reading: Reading) -> Iterator[Insertion]:
    """Yield the insertions whose tree is wrong, in text order."""
    for token in reading.tokens:
        if token.tag in ("VBD", "VBZ", "VBP") and token.lemma in load_words("language/en/saying_verbs"):
            found = _insertion(reading, token)
            if found is not None:
                yield found


def _insertion(reading: Reading, verb: Token) -> Insertion | None:
    below = reading.dependents[verb.index]
    subject = next((t for t in below if t.dep == "nsubj" and t.index < verb.index), None)
    rest = _rest(reading, verb)
    if subject is None or rest is None or not subject.index < verb.index < rest.index:
        return None
    if any(t.dep in ("mark", "aux", "cc") for t in below):
        return None
    comma = _comma_after(reading, subject, verb)
    if comma is None:
        return None
    speaker = None if has_subject(reading, rest) else _speaker(reading, subject, verb, comma)
    speaker = speaker or _inverted(reading, verb, comma, rest)
    return Insertion(verb.index, speaker, subject.index, rest.index) if speaker is not None else None


def _rest(reading: Reading, verb: Token) -> Token | None:
    """The verb of the content behind the insertion, opened by nothing but a comma."""
    told = [t for t in reading.dependents[verb.index] if t.dep == "ccomp" and t.index > verb.index]
    above = reading.tokens[verb.head]
    if verb.dep in ("parataxis", "ccomp") and above.index > verb.index:
        told.append(above)
    for rest in told:
        own = reading.dependents[rest.index]
        opened = [t.index for t in own if t.dep in ("aux", "auxpass", "neg") and t.index > verb.index]
        first = min([rest.index, *opened])
        marked = any(t.dep == "mark" and t.index > verb.index for t in own)
        if rest.pos in ("VERB", "AUX") and not marked and reading.tokens[first - 1].norm == ",":
            return rest
    return None


def _comma_after(reading: Reading, subject: Token, verb: Token) -> int | None:
    """The first comma behind the content's subject."""
    between: Sequence[Token] = reading.tokens[subject.index + 1 : verb.index]
    return next((t.index for t in between if t.norm == ","), None)


def _speaker(reading: Reading, subject: Token, verb: Token, comma: int) -> int | None:
    """Who alone stands between the comma and the verb."""
    for token in reading.tokens[comma + 1 : verb.index]:
        second = token.dep == "nsubj" and token.head == verb.index
        apposed = token.dep == "appos" and token.head == subject.index
        if (second or apposed) and reading.reach(token.index) == (comma + 1, verb.index):
            return token.index
    return None


def _inverted(reading: Reading, verb: Token, comma: int, rest: Token) -> int | None:
    """Who follows the verb in "The talks, said the minister, would resume": taken for the subject of the rest."""
    own = next((t for t in reading.dependents[rest.index] if t.dep in ("nsubj", "nsubjpass")), None)
    if comma != verb.index - 1 or own is None or own.index < verb.index:
        return None
    return own.index if reading.reach(own.index)[0] == verb.index + 1 else None


def has_subject(reading: Reading, verb: Token) -> bool:
    """Return whether a verb has a subject of its own, if only "there"."""
    return any(t.dep in ("nsubj", "nsubjpass", "expl", "csubj") for t in reading.dependents[verb.index])
