"""Who is who: states, organs, organisations, groups, media, people in dated office, cities, and the nouns that describe
them.

The registry decides who may be meant by a name; it never says that the text gives a person a title. Names are found
without regard
to accents, dots and hyphens ("Al-Shabaab", "al Shabaab"), but with regard to capitals ("US" is not "us").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, get_args

from communique.lexicon.files import Row
from communique.lexicon.given_names import other_names
from communique.lexicon.nouns import NounTables
from communique.lexicon.offices import Office, read_offices
from communique.lexicon.spellings import fits, pieces, skeleton
from communique.records.actors import ActorKind

FEWEST_MEN = 3
"""How many men must bear a given name, and no woman, before it is taken for a man's."""

NameForm = Literal["name", "acronym", "demonym", "metonym", "city"]


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
class Sense:
    """A meaning of a name: the entry, how the name refers to it, the spelling whose capitals the text must show."""

    known: Known
    form: NameForm
    spelling: str


class Registry(NounTables):
    """Names and nouns of `data/actors`; see `load_actors`."""

    def __init__(self, overlay: Path | None = None) -> None:
        """Load the tables of names; those of nouns are loaded when they are first asked for."""
        super().__init__(overlay)
        self.known: dict[str, Known] = {}
        self._senses: dict[str, list[Sense]] = {}
        self._called: dict[str, list[Known]] = {}
        self.lengths: dict[str, tuple[int, ...]] = {}
        """First word of a name -> how many words such names have, the longest first."""
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
            lengths = self.lengths.get(words[0], ())
            if len(words) not in lengths:
                self.lengths[words[0]] = tuple(sorted((*lengths, len(words)), reverse=True))

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
        full: list[tuple[Known, str]] = []
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
            full += [(known, name) for name in (row["name"], *row.many("aliases"))]
            for short in known.short or (() if " " in row["name"] else (row["name"],)):
                self._called.setdefault(" ".join(pieces(short)), []).append(known)
        self._call_otherwise(full)

    def _call_otherwise(self, full: Iterable[tuple[Known, str]]) -> None:
        """Take in the names that people go by beside their full ones, where one person alone may be meant."""
        alike: dict[str, tuple[str, ...]] = {}
        for row in self._rows("given_names", "names", key="names"):
            forms = row.many("names")
            for form in forms:
                alike[form.lower()] = (*alike.get(form.lower(), ()), *forms)
        bearers: dict[str, list[Known]] = {}
        for known, name in full:
            for other in other_names(name, alike):
                bearers.setdefault(other, []).append(known)
        free = {name: people for name, people in bearers.items() if not self.senses(" ".join(pieces(name)))}
        for name, people in free.items():
            if len({known.id for known in people}) == 1:
                self._name(people[0], [name], "name")

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
        found = self._called.get(" ".join(pieces(short)), ())
        return tuple({person.id: person for person in found}.values())  # "Erdoğan" and "Erdogan" are one short name

    def offices(self, person: Known) -> Iterator[Office]:
        """Yield the posts of `person` in order of time."""
        return iter(read_offices(person.offices))

    def in_office(self, person: Known, day: str | None) -> tuple[Office, ...]:
        """Return the posts that `person` held on ISO `day`, those whose end is unknown included; () without a day."""
        return tuple(o for o in read_offices(person.offices) if o.held(day) is not False) if day else ()

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

    def likely_gender(self, name: str) -> str:
        """Return the gender that all office-holders with the given name of `name` have, "" where that says little.

        Women are few among them, so that one is a sign where a man is none.
        """
        words = pieces(name)
        men, women = self._given_names.get(words[0], (0, 0)) if len(words) > 1 else (0, 0)
        if women and not men:
            return "f"
        return "m" if men >= FEWEST_MEN and not women else ""

    @cached_property
    def _given_names(self) -> dict[str, tuple[int, int]]:
        """Given name -> how many men and women of the registry bear it, where it stands before the surname."""
        found: dict[str, tuple[int, int]] = {}
        for known in self.known.values():
            words = pieces(known.name)
            if known.gender and len(words) > 1 and words[0] not in {" ".join(pieces(s)) for s in known.short}:
                men, women = found.get(words[0], (0, 0))
                found[words[0]] = (men + (known.gender == "m"), women + (known.gender == "f"))
        return found

    def resembling(self, name: str, body: str, day: str | None) -> Known | None:
        """Return the one office-holder of `body` whose name is `name` but for vowels ("Sergey Aleinik", "Sergei
        Aleynik").
        """
        wanted = skeleton(name)
        found = {
            p.id: p
            for p, office in self._by_body.get(body, ())
            if skeleton(p.name) == wanted and (not day or office.held(day) is not False)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    @cached_property
    def _by_body(self) -> dict[str, list[tuple[Known, Office]]]:
        found: dict[str, list[tuple[Known, Office]]] = {}
        for known in self.known.values():
            for office in read_offices(known.offices) if known.offices else ():
                found.setdefault(office.body, []).append((known, office))
        return found


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
