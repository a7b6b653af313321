"""spaCy's rules for parts of speech, looked up by tag and word: what its matcher finds, in a fraction of the time.

All but a few of a model's rules look at one token: at its tag, its part in the sentence, and whether it is one of some
words. So the matcher is asked once for each kind of token, and of a text only about the rules that look at several.
"""

from __future__ import annotations

from typing import Any

COLUMNS = ("LOWER", "TAG", "DEP", "IS_SPACE")
"""What a rule may look at to be looked up."""

Match = tuple[int, int, int, int]
"""The number of a rule, its name's, and the tokens from and to which it matches."""


class Rules:
    """The rules of an attribute ruler; called with a text it returns their matches, as the ruler's own `match`."""

    def __init__(self, ruler: Any) -> None:
        """Sort the rules of a ruler into those that look at one token and the others."""
        matcher = type(ruler.matcher)
        self._strings = ruler.vocab.strings
        self._alone, self._several = matcher(ruler.vocab), matcher(ruler.vocab)
        self._known: dict[tuple[int, ...], list[tuple[int, int]]] = {}
        self._words: set[int] = set()
        for number, rule in enumerate(ruler.patterns):
            alone = all(map(_looks_at_one, rule["patterns"]))
            (self._alone if alone else self._several).add(str(number), rule["patterns"])
            for pattern in rule["patterns"] if alone else ():
                self._words.update(self._strings.add(word) for word in _listed(pattern[0].get("LOWER", [])) or ())

    def __call__(self, doc: Any) -> list[Match]:
        """Return what the rules match, later rules last, for they go before."""
        several = self._several(doc, allow_missing=True)
        found = [(int(self._strings[name]), name, start, end) for name, start, end in several]
        for at, (word, *told) in enumerate(doc.to_array(list(COLUMNS)).tolist()):
            kind = (word if word in self._words else 0, *told)
            if kind not in self._known:
                names = self._alone(doc[at : at + 1], allow_missing=True)
                self._known[kind] = [(int(self._strings[name]), name) for name, *_ in names]
            found += [(number, name, at, at + 1) for number, name in self._known[kind]]
        return sorted(found)


def _looks_at_one(pattern: list[dict[str, Any]]) -> bool:
    """Whether a pattern is of one token, and asks no more than whether it is one of some or none of them."""
    return len(pattern) == 1 and pattern[0].keys() <= {*COLUMNS} and None not in map(_listed, pattern[0].values())


def _listed(asked: Any) -> list[str] | None:
    """Return the values that are named by what a pattern asks; None if it asks otherwise, by a pattern of letters."""
    if not isinstance(asked, dict):
        return asked if isinstance(asked, list) else [asked]
    return [value for those in asked.values() for value in those] if asked.keys() <= {"IN", "NOT_IN"} else None
