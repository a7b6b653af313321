"""Words that describe actors without naming them: nouns for people, organs, groups and documents, pronouns, titles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from communique.lexicon.files import Row, read_table

_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class PersonNoun:
    """A noun that describes people: an office, a role, a description, or an unnamed source; `of` whom it is by itself
    ("the pope")."""

    id: str
    office_class: str
    sector: str
    gender: str
    use: str
    of: str = ""

    @property
    def official(self) -> bool:
        """Whether it names a post that a record keeps as somebody's role."""
        return self.use in ("office", "role", "local")

    @property
    def serves(self) -> bool:
        """Whether people of it, without an office, serve a state: diplomats, officials, officers."""
        return self.use == "source" and self.sector in ("GOV", "MIL")


class Nouns(dict[str, _Entry]):
    """Phrases in lower case -> their entries; `longest` tells for each last word how many words its phrases have at
    most.
    """

    def __init__(self, entries: Iterable[tuple[str, _Entry]]) -> None:
        """Take (phrase, entry) pairs."""
        super().__init__(entries)
        self.longest: dict[str, int] = {}
        for phrase in self:
            length = len(re.findall(r"[\w.]+|-|'", phrase))
            for last in {re.split(r"[ -]", phrase)[-1], phrase.split()[-1]}:
                self.longest[last] = max(self.longest.get(last, 0), length)


class NounTables:
    """The tables of words in `data/actors`, each loaded when it is first asked for."""

    def __init__(self, overlay: Path | None = None) -> None:
        """Remember the overlay folder."""
        self._overlay = overlay

    def _rows(self, name: str, *columns: str, key: str = "id") -> list[Row]:
        return read_table(f"actors/{name}", columns, self._overlay, key)

    @cached_property
    def person_nouns(self) -> Nouns[PersonNoun]:
        """Phrase in lower case, singular -> the noun for people that it is."""
        rows = self._rows("person_nouns", "id", "words", "class", "sector", "gender", "use", "of")
        fields = ("id", "class", "sector", "gender", "use", "of")
        nouns = [(row, PersonNoun(*(row[field] for field in fields))) for row in rows]
        return Nouns((words, noun) for row, noun in nouns for words in row.many("words"))

    @cached_property
    def organ_nouns(self) -> Nouns[tuple[str, str]]:
        """Phrase in lower case ("foreign ministry", "army") -> identity part and sector of the organ of any state that
        it names.
        """
        rows = self._rows("organ_nouns", "id", "words", "sector")
        return Nouns((words, (row["id"], row["sector"])) for row in rows for words in row.many("words"))

    @cached_property
    def group_nouns(self) -> Nouns[Row]:
        """Lemma of a noun for a body of people ("troop", "rebel") -> its row: sector, kind, the organ it is of a
        state, and whether it acts at home.
        """
        return Nouns(
            (row["word"], row) for row in self._rows("group_nouns", "word", "sector", "kind", "as", "home", key="word")
        )

    @cached_property
    def collective_words(self) -> dict[str, Row]:
        """Word that makes a collective ("both", "western", "side") -> its row: class and what it collects."""
        return {row["word"]: row for row in self._rows("collective_words", "word", "class", "as", key="word")}

    @cached_property
    def document_nouns(self) -> Nouns[Row]:
        """Noun for a document that can speak ("the plan said"), in lower case -> its row."""
        return Nouns((row["word"], row) for row in self._rows("document_nouns", "word", "family", "plural", key="word"))

    @cached_property
    def reference_words(self) -> dict[str, str]:
        """Lemma that helps to tell who is meant -> its class ("war": a pair of parties; "put": issues a document)."""
        return {row["word"]: row["class"] for row in self._rows("reference_words", "word", "class", key="word")}

    @cached_property
    def media_words(self) -> frozenset[str]:
        """Last words of the names of newspapers and stations, in lower case."""
        return frozenset(row["word"] for row in self._rows("media_words", "word", key="word"))

    @cached_property
    def noun_endings(self) -> frozenset[str]:
        """Words in which a phrase of one of the tables of nouns may end."""
        tables = (self.person_nouns, self.organ_nouns, self.group_nouns, self.document_nouns)
        return frozenset(word for table in tables for word in table.longest) | {
            *self.collective_words,
            *self.reference_words,
        }

    @cached_property
    def pronouns(self) -> dict[str, Row]:
        """Pronoun in lower case -> its row: person, number, gender, kind."""
        return {
            row["word"]: row for row in self._rows("pronouns", "word", "person", "number", "gender", "kind", key="word")
        }

    @cached_property
    def honorifics(self) -> dict[str, str]:
        """Word before a name that is no office ("mr.", "gen.") in lower case -> gender, or ""."""
        return {row["word"]: row["gender"] for row in self._rows("honorifics", "word", "gender", key="word")}

    @cached_property
    def ambiguous(self) -> dict[str, tuple[str, ...]]:
        """Name that is an everyday word too -> the entity labels one of which the model must give it."""
        return {row["word"]: row.many("needs") for row in self._rows("ambiguous", "word", "needs", "why", key="word")}

    @cached_property
    def halves(self) -> dict[str, Row]:
        """Word that names one half of a divided country, with its capital ("the *North*") -> its row: the state, which
        states an article must name for it, and which it must not."""
        return {row["word"]: row for row in self._rows("halves", "word", "state", "beside", "not", key="word")}

    @cached_property
    def place_uses(self) -> tuple[Row, ...]:
        """The rules that tell a place from a government, in the order in which they are tried."""
        return tuple(
            self._rows("place_uses", "id", "relation", "words", "of", "reading", "examples", "counterexamples")
        )
