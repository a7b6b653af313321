"""Who brings the parties of an engagement together: "talks brokered by X", "X-mediated talks", "X hosted the talks"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.lexicon.words import load_words
from communique.reading import Argument, Clause, Reading
from communique.records.actors import Part

_PARTIES = ("between", "with", "among")
_BEFORE = ("amod", "compound", "nmod")
_VERBS: tuple[tuple[Part, str], ...] = (
    ("mediator", "engagements/en/mediating_verbs"), ("host", "engagements/en/receiving_verbs")
)  # fmt: skip


def go_betweens(reading: Reading, clause: Clause, heads: set[int]) -> Iterator[tuple[Part, tuple[Argument, ...]]]:
    """Yield who mediates or hosts what the noun of `clause` names; `heads` are the words by which it fills roles.

    A participle behind the parties ("between A and B, brokered by C") tells of the occasion: nobody brokers parties.
    """
    if clause.pos != "noun":
        return
    parties = {head for a in clause.all(*_PARTIES) for head in reading.coordinated(a.head)}
    for part, words in _VERBS:
        for head in sorted(heads | parties):
            for told in reading.clauses_with.get(head, ()):
                behind = told.passive and told.link == "modifier" and part == "mediator"
                fills = any(argument.head == head for argument in told.all("object"))
                if told.predicate in load_words(words) and fills and (head in heads or behind):
                    yield part, told.all("subject")
        for child in reading.children[clause.head]:
            if reading.tokens[child].dep in _BEFORE and _by_whom(reading, child) & load_words(words):
                yield part, _hyphenated(reading, child)


def _by_whom(reading: Reading, index: int) -> frozenset[str]:
    """The verbs whose participle ends a word with a hyphen: "U.S.-brokered", "Qatari" + "-" + "mediated"."""
    word = reading.tokens[index].norm
    whole = "-" in word or reading.tokens[index - 1].text == "-"
    participle = word.rpartition("-")[2]
    return frozenset({participle[:-1], participle[:-2]}) if whole and participle.endswith("ed") else frozenset()


def _hyphenated(reading: Reading, index: int) -> tuple[Argument, ...]:
    """The name before the hyphen."""
    before = (index,) if index in reading.mention_at else reading.children[index]
    return tuple(Argument("by", i, i + 1, i) for i in before if i in reading.mention_at)
