"""Who is who: states, organs, organisations, groups, media, people in dated office, cities, and the nouns that describe
them.

The registry decides who may be meant by a name; it never says that the text gives a person a title. Names are found
without regard
to accents, dots and hyphens ("Al-Shabaab", "al Shabaab"), but with regard to capitals ("US" is not "us").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, TypeVar, get_args

from communique.lexicon.files import Row, read_table
from communique.records.actors import ActorKind

_Entry = TypeVar("_Entry")

NameForm = Literal["name", "acronym", "demonym", "metonym", "city"]

_PIECE = re.compile(r"[^\W_]+")
_UNDECOMPOSED = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "ß": "ss", "æ": "ae"}
)


@dataclass(frozen=True, slots=True)
class Known:
    """An entry of the registry; `iso3` is the state it acts for, `body` (for an office) see `Office`."""

    id: str
    name: str
    kind: ActorKind
    iso3: str | None = None
    based_in: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    gender: str = ""
    short: tuple[str, ...] = ()
    offices: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """A post held from one day to another; `body` is "CHN" or "org/un". `certain` is False once the source no longer
    vouches for it.
    """

    body: str
    office_class: str
    title: str
    first: str
    last: str
    open: bool

    def held(self, day: str) -> bool | None:
        """Whether it was held on ISO `day`: True, False, or None where the source does not reach so far."""
        if day < self.first[: len(day)] or (day > self.last and not self.open):
            return False
        return None if day > self.last else True


@dataclass(frozen=True, slots=True)
class Sense:
    """A meaning of a name: the entry, how the name refers to it, the spelling whose capitals the text must show."""

    known: Known
    form: NameForm
    spelling: str


@dataclass(frozen=True, slots=True)
class PersonNoun:
    """A noun that describes people: an office, a role, a description, or an unnamed source."""

    id: str
    office_class: str
    sector: str
    gender: str
    use: str


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


@lru_cache(maxsize=50000)
def pieces(text: str) -> tuple[str, ...]:
    """Return the words of `text` in lower case without accents: "Côte d’Ivoire" -> cote, d, ivoire."""
    if not text.isascii():
        text = "".join(
            c for c in unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED)) if not unicodedata.combining(c)
        )
    return tuple(_PIECE.findall(text.lower()))


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Return `text` as an identifier: "Côte d’Ivoire" -> cote-divoire."""
    return "-".join(pieces(re.sub(r"['’ʼ‘]", "", text))) or "unnamed"


def fits(spelling: str, text: str) -> bool:
    """Whether `text` shows the capitals of `spelling`: an acronym exactly, any other name at least where it has them.

    A text all in capitals fits a longer name, as in headlines.
    """
    wanted, given = _PIECE.findall(spelling), _PIECE.findall(text)
    if len(wanted) != len(given):
        return False
    if spelling.upper() == spelling:
        return wanted == given or unicodedata.normalize("NFKD", text) == unicodedata.normalize("NFKD", spelling)
    if text.isupper():
        return len(text) > 3
    return all(g[0].isupper() for w, g in zip(wanted, given, strict=True) if w[0].isupper())


class Registry:
    """Names and nouns of `data/actors`; see `load_actors`."""

    def __init__(self, overlay: Path | None = None) -> None:
        """Load the tables of names; those of nouns are loaded when they are first asked for."""
        self._overlay = overlay
        self.known: dict[str, Known] = {}
        self._senses: dict[str, list[Sense]] = {}
        self._called: dict[str, list[Known]] = {}
        self.longest: dict[str, int] = {}
        for fill in (
            self._states,
            self._organs,
            self._organisations,
            self._groups,
            self._media,
            self._collectives,
            self._cities,
        ):
            fill()
        self._people()

    def _rows(self, name: str, *columns: str, key: str = "id") -> list[Row]:
        return read_table(f"actors/{name}", columns, self._overlay, key)

    def _add(self, row: Row, known: Known, names: Iterable[str], form: NameForm = "name") -> None:
        if self.known.setdefault(known.id, known) is not known:
            raise row.error(f"{known.id} stands in another table already")
        self._name(known, names, form)

    def _name(self, known: Known, names: Iterable[str], form: NameForm) -> None:
        for name in names:
            if known.kind != "collective" and not (known.kind == "media" and name.count(" ") == 1):  # not "the Times"
                name = name.removeprefix("the ").removeprefix("The ")
            words = pieces(name)
            if not words:
                continue
            key = " ".join(words)
            self._senses.setdefault(key, []).append(Sense(known, form, name))
            if self.longest.get(words[0], 0) < len(words):
                self.longest[words[0]] = len(words)

    def _states(self) -> None:
        for row in self._rows("states", "id", "name", "aliases", "demonyms", "capital", "metonyms", "since", "until"):
            known = Known(f"state/{row['id']}", row["name"], "state", row["id"])
            self._add(row, known, [row["name"], *row.many("aliases")])
            self._name(known, row.many("demonyms"), "demonym")
            self._name(known, row.many("metonyms"), "metonym")

    def _organs(self) -> None:
        for row in self._rows("organs", "id", "iso3", "name", "aliases", "kind", "sector"):
            kind = as_kind(row)
            government = kind == "organ"
            known = Known(
                f"{kind if kind != 'organisation' else 'org'}/{row['id']}", row["name"], kind,
                row["iso3"] if government else None,
                () if government else (row["iso3"],), row.many("sector"),
            )  # fmt: skip
            self._add(row, known, [row["name"], *row.many("aliases")])

    def _organisations(self) -> None:
        for row in self._rows("organisations", "id", "name", "aliases", "sector", "members"):
            known = Known(f"org/{row['id']}", row["name"], "organisation", None, (), row.many("sector"))
            self._add(row, known, [row["name"], *row.many("aliases")])

    def _groups(self) -> None:
        for row in self._rows("armed_groups", "id", "name", "aliases", "kind", "based_in", "sector"):
            kind = as_kind(row)
            known = Known(f"{kind}/{row['id']}", row["name"], kind, None, row.many("based_in"), row.many("sector"))
            self._add(row, known, [row["name"], *row.many("aliases")])

    def _media(self) -> None:
        for row in self._rows("media", "id", "name", "aliases"):
            self._add(
                row,
                Known(f"media/{row['id']}", row["name"], "media", sectors=("JRN",)),
                [row["name"], *row.many("aliases")],
            )

    def _collectives(self) -> None:
        for row in self._rows("collectives", "id", "name", "aliases", "members"):
            known = Known(
                f"collective/{row['id']}",
                row["name"],
                "collective",
                members=tuple(f"state/{m}" for m in row.many("members")),
            )
            self._add(row, known, [row["name"], *row.many("aliases")])

    def _cities(self) -> None:
        for row in self._rows("cities", "id", "name", "aliases", "iso3"):
            known = Known(f"place/{row['id']}", row["name"], "place", row["iso3"] or None)
            self._add(row, known, [row["name"], *row.many("aliases")], "city")

    def _people(self) -> None:
        for row in self._rows("people", "id", "name", "aliases", "short", "gender", "offices"):
            known = Known(
                f"person/{row['id']}",
                row["name"],
                "person",
                gender=row["gender"],
                short=row.many("short"),
                offices=row["offices"],
            )
            self._add(row, known, [row["name"], *row.many("aliases")] if " " in row["name"] else ())
            for short in known.short or (() if " " in row["name"] else (row["name"],)):
                self._called.setdefault(" ".join(pieces(short)), []).append(known)

    def senses(self, key: str) -> Sequence[Sense]:
        """Return what the name with these `pieces`, joined by blanks, may mean; the caller compares capitals with
        `fits`.
        """
        return self._senses.get(key, ())

    def find(self, name: str) -> tuple[Sense, ...]:
        """Return the meanings of `name` as it is written: find("US") is the United States, find("us") is nobody."""
        return tuple(sense for sense in self.senses(" ".join(pieces(name))) if fits(sense.spelling, name))

    def called(self, short: str) -> tuple[Known, ...]:
        """Return the people known by the short name `short` (a surname, mostly): many for "Li", one for "Zelenskiy"."""
        return tuple(self._called.get(" ".join(pieces(short)), ()))

    def offices(self, person: Known) -> Iterator[Office]:
        """Yield the posts of `person` in order of time."""
        return iter(_offices(person.offices))

    def in_office(self, person: Known, day: str | None) -> tuple[Office, ...]:
        """Return the posts that `person` held on ISO `day`, those whose end is unknown included; () without a day."""
        return tuple(o for o in _offices(person.offices) if o.held(day) is not False) if day else ()

    def acts_for(self, person: Known, day: str | None) -> str | None:
        """Return the one state for which `person` held office on ISO `day`, else None."""
        offices = [office for office in self.in_office(person, day) if "/" not in office.body]
        leading = {office.body for office in offices if office.office_class != "OTHER"}
        states = leading or {office.body for office in offices}
        return states.pop() if len(states) == 1 else None

    def holders(self, body: str, office_class: str, day: str, title: str = "") -> tuple[Known, ...]:
        """Return who held an office of `office_class` (or titled `title`) of `body` on ISO `day`, as far as sources
        vouch for it.
        """
        return tuple(
            person
            for person, office in self._by_body.get(body, ())
            if office.held(day)
            and (office.office_class == office_class or (title and title.lower() == office.title.lower()))
        )

    def resembling(self, name: str, body: str, day: str | None) -> Known | None:
        """Return the one office-holder of `body` whose name is `name` but for vowels ("Sergey Aleinik", "Sergei
        Aleynik").
        """
        wanted = _skeleton(name)
        found = {
            p.id: p
            for p, office in self._by_body.get(body, ())
            if _skeleton(p.name) == wanted and (not day or office.held(day) is not False)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    @cached_property
    def _by_body(self) -> dict[str, list[tuple[Known, Office]]]:
        found: dict[str, list[tuple[Known, Office]]] = {}
        for known in self.known.values():
            for office in _offices(known.offices) if known.offices else ():
                found.setdefault(office.body, []).append((known, office))
        return found

    @cached_property
    def person_nouns(self) -> Nouns[PersonNoun]:
        """Phrase in lower case, singular -> the noun for people that it is."""
        rows = self._rows("person_nouns", "id", "words", "class", "sector", "gender", "use")
        nouns = [(row, PersonNoun(row["id"], row["class"], row["sector"], row["gender"], row["use"])) for row in rows]
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
        """Lemma of a noun for a body of people ("troop", "rebel") -> its row: sector, kind, and the organ it is of a
        state.
        """
        return Nouns(
            (row["word"], row) for row in self._rows("group_nouns", "word", "sector", "kind", "as", key="word")
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
    def place_uses(self) -> tuple[Row, ...]:
        """The rules that tell a place from a government, in the order in which they are tried."""
        return tuple(
            self._rows("place_uses", "id", "relation", "words", "of", "reading", "examples", "counterexamples")
        )


@lru_cache(maxsize=20000)
def _skeleton(name: str) -> str:
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyjh]", "", " ".join(pieces(name))).replace("kh", "h"))


@lru_cache(maxsize=20000)
def _offices(text: str) -> tuple[Office, ...]:
    found = []
    for item in text.split("|") if text else ():
        body, office_class, title, first, last = item.split(";")
        end = last.rstrip("?")
        found.append(
            Office(body, office_class, title, first, end if len(end) == 10 else f"{end}-99", last.endswith("?"))
        )
    return tuple(found)


def as_kind(row: Row, column: str = "kind") -> ActorKind:
    """Return the cell in `column` as a kind of actor; LexiconError if it is none."""
    kind: ActorKind = row.one_of(column, get_args(ActorKind))  # type: ignore[assignment]
    return kind


@lru_cache(maxsize=4)
def load_actors(overlay: Path | None = None) -> Registry:
    """Load the registry, with the tables of the folder `overlay`/actors laid over the built-in ones. Raises
    LexiconError.
    """
    return Registry(overlay)
