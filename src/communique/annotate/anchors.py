"""What the dependency tree says about a time expression: the word it belongs to, and whether its clause looks back or ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.annotate.timerules import Direction
from communique.reading import Token

_VERBS = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN")


class Tree:
    """The dependency trees of an article's sentences, asked about stretches of tokens [first, last)."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.below: dict[int, list[Token]] = {}
        for token in tokens:
            if token.head != token.index:
                self.below.setdefault(token.head, []).append(token)

    def root(self, first: int, last: int) -> Token:
        """Return the token of the stretch that hangs on a word outside it (the last such one)."""
        outside = [t for t in self.tokens[first:last] if not first <= t.head < last or t.head == t.index]
        return outside[-1] if outside else self.tokens[last - 1]

    def anchor(self, first: int, last: int) -> int:
        """Return the index of the verb or noun whose time the stretch gives; its own root where it stands alone."""
        root = self.root(first, last)
        noun = self._noun_before(first, last)
        if noun is not None:
            return noun
        head = self.tokens[root.head]
        while head.pos in ("ADP", "SCONJ", "ADV", "PART", "CCONJ", "PUNCT", "NUM") and head.head != head.index:
            head = self.tokens[head.head]
        return head.index

    def _noun_before(self, first: int, last: int) -> int | None:
        """The noun right before a bare time when something of that noun follows: "allegations last week that ..."."""
        if first == 0 or last >= len(self.tokens):
            return None
        noun, after = self.tokens[first - 1], self.tokens[last]
        if noun.pos != "NOUN" or noun.sentence != after.sentence or noun.sentence != self.tokens[first].sentence:
            return None
        if any(child.index >= last and child.index - last < 3 for child in self.below.get(noun.index, ())):
            return noun.index
        if after.norm == "that" and after.dep == "mark" and noun.dep in ("dobj", "pobj", "nsubj", "nsubjpass", "conj"):
            return noun.index
        return None

    def preposition(self, first: int, last: int) -> str | None:
        """Return the preposition or conjunction that governs the stretch ("since", "until"), in lower case."""
        root = self.root(first, last)
        head = self.tokens[root.head]
        if root.dep in ("pobj", "pcomp") and head.index == first - 1:
            return head.norm
        following = self.tokens[last] if last < len(self.tokens) else None
        if following is not None and following.norm in ("after", "before") and following.head in range(first, last):
            return following.norm
        if following is not None and following.norm in ("after", "before") and root.head == following.index:
            return following.norm
        return None

    def above(self, index: int) -> Iterator[Token]:
        """Yield the tokens above `index`, nearest first."""
        token = self.tokens[index]
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def direction(self, first: int, last: int) -> Direction:
        """Return whether the clause of the stretch looks back, ahead or neither."""
        root = self.root(first, last)
        for token in (root, *self.above(root.index)):
            if token.norm in ("ahead", "upcoming"):
                return "future"
            if token.pos in _VERBS and token.index not in range(first, last):
                return self._tense(token)
        return "none"

    def _tense(self, verb: Token) -> Direction:
        helpers = [child for child in self.below.get(verb.index, ()) if child.dep in ("aux", "auxpass")]
        norms = {child.norm for child in helpers}
        if (
            norms & {"will", "'ll", "wo", "would", "shall", "may", "might", "should", "must", "could", "can", "'d"}
            and "have" not in norms
        ):
            return "future"
        if verb.tag == "VB" and any(child.norm == "to" for child in helpers):
            return "future"
        if verb.tag in ("VBD", "VBN") or any(child.tag == "VBD" for child in helpers):
            return "past"
        return "none"

    def allows(self, guards: Sequence[str], first: int, last: int) -> bool:
        """Return whether the words of a stretch are what its pattern needs them to be."""
        return all(getattr(self, f"_is_{guard}")(first, last) for guard in guards)

    def _is_capital(self, first: int, last: int) -> bool:
        return all(token.text[:1].isupper() for token in self.tokens[first:last] if token.norm[:1].isalpha())

    def _is_noun(self, first: int, last: int) -> bool:
        token = self.tokens[last - 1]
        return token.pos not in _VERBS and token.entity != "PERSON"

    def _is_year(self, first: int, last: int) -> bool:
        token = self.tokens[first]
        return token.dep != "nummod" or self.tokens[token.head].tag != "NNS" or token.entity == "DATE"

    def _is_rate(self, first: int, last: int) -> bool:
        before = self.tokens[first - 1] if first else None
        after = self.tokens[last] if last < len(self.tokens) else None
        if before is None or (
            after is not None and after.norm in ("ago", "earlier", "later", "before", "after", "old")
        ):
            return False
        return (
            before.tag in ("NNS", "NNPS", "CD")
            or before.norm in ("once", "twice", "%", "percent")
            or self.tokens[first].norm == "per"
        )

    def _is_steady(self, first: int, last: int) -> bool:
        """ "the day" tells a time only where it is counted into: "later in the day", "end the day"."""
        if self.tokens[last - 1].norm not in ("day", "hour", "minute", "second"):
            return True
        return (
            first > 0
            and self.tokens[first - 1].norm in ("in", "end", "ending", "ended", "of")
            and self.tokens[last - 1].norm == "day"
        )
