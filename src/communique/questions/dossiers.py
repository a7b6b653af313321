"""What the record says of one actor, or of two towards each other, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from communique.lexicon.actors import Registry
from communique.lexicon.codebook import Codebook
from communique.plover import PloverEvent, project
from communique.questions.answers import Answer, Dossier, Dyad, Told
from communique.questions.lists import allegations, engagements, entries, events, positions, statements
from communique.questions.matters import pages
from communique.questions.names import display_name
from communique.records.actors import Actor, Role
from communique.records.links import Entry
from communique.records.parties import parties
from communique.records.views import Filter, View
from communique.store.reading import Reader

SECTION = 15
"""A section of a dossier shows at most so many; the list of its own shows all."""

PLOVER_KINDS = ("event", "engagement", "allegation", "statement")
"""Records of these kinds may be PLOVER events."""


def dossier(store: Reader, actor: str, filter: Filter, view: View, registry: Registry) -> Dossier:
    """Return what is told of `actor` (ISO3 code or id): posts, ties, epithets, meetings, charges, words, stances."""
    asked = replace(filter, actors=(actor,), offset=0, limit=min(filter.limit or SECTION, SECTION))
    ties = entries(store, "relationships", ("relationship",), asked, view)
    labels = entries(store, "labels", ("label",), replace(asked, roles=("about",)), view)
    named = [told for answer in (ties, labels) for told in answer.items]
    sections = (
        ties,
        labels,
        engagements(store, asked, view),
        allegations(store, asked, view),
        events(store, asked, view),
        positions(store, asked, view),
        statements(store, asked, view),
    )
    around = named + [told for answer in sections[4:] for told in answer.items if isinstance(told, Told)]
    last = [m.last for m in sections[2].items if hasattr(m, "last") and m.last is not None]
    roles = tuple(_roles(actor, [*last, *around]))
    return Dossier(
        view=view,
        name=display_name(actor, registry),
        key=actor,
        roles=roles,
        bodies={role.of: display_name(role.of, registry) for role, _ in roles if role.of},
        sections=sections,
    )


def dyad(
    store: Reader,
    a: str,
    b: str,
    filter: Filter,
    view: View,
    registry: Registry,
    codebook: Codebook,
    projected: Iterable[PloverEvent] | None = None,
) -> Dyad:
    """Return what two parties (ISO3 codes or ids) did, said and alleged towards each other.

    `projected` are their PLOVER events, SECTION and one more at least, for who has them already.
    """
    asked = replace(filter, actors=(a,), with_=(b,), offset=0, limit=min(filter.limit or SECTION, SECTION))
    sections = (
        engagements(store, asked, view),
        allegations(store, asked, view),
        events(store, asked, view),
        entries(store, "statements", ("statement",), asked, view),
        entries(store, "relationships", ("relationship",), asked, view),
    )
    events_of = plover_events(store, asked, view, codebook) if projected is None else iter(projected)
    found, more = _first(events_of, asked.limit)
    return Dyad(
        view=view,
        names=(display_name(a, registry), display_name(b, registry)),
        filter=asked,
        sections=sections,
        events=found,
        more=more,
    )


def plover(store: Reader, filter: Filter, view: View, codebook: Codebook) -> Answer[PloverEvent]:
    """Return the records that fit as PLOVER events, speech and engagements included; STATE is none."""
    found = plover_events(store, replace(filter, offset=0), view, codebook)
    kept, more = _first(islice(found, filter.offset, None), filter.limit)
    possibly, undated = store.outside(replace(filter, kinds=PLOVER_KINDS, limit=None, offset=0), view)
    return Answer(
        question="plover",
        view=view,
        filter=filter,
        items=kept,
        more=more,
        undated=undated,
        possibly=possibly,
    )


def plover_events(store: Reader, filter: Filter, view: View, codebook: Codebook) -> Iterator[PloverEvent]:
    """Yield the PLOVER events of the records that fit, last reported records first.

    Each article is projected as a whole, see communique.plover.
    """
    size = None if filter.limit is None else filter.limit + 1
    asked = replace(filter, kinds=PLOVER_KINDS, latest=True, limit=size)
    wanted = pages(lambda page: store.entries(page, view), asked)
    while some := list(islice(wanted, size)):
        articles = tuple(dict.fromkeys(entry.record.article for entry in some))
        around = store.entries(Filter(articles=articles, kinds=PLOVER_KINDS), view)
        place = {entry.record.id: number for number, entry in enumerate(some)}
        projected = project([e.record for e in around], codebook)
        yield from sorted((p for p in projected if p.record in place), key=lambda p: place[p.record])


def _first(events: Iterator[PloverEvent], limit: int | None) -> tuple[tuple[PloverEvent, ...], bool]:
    found = tuple(islice(events, None if limit is None else limit + 1))
    return found[:limit], len(found) > len(found[:limit])


def _roles(actor: str, told: Iterable[Told]) -> Iterator[tuple[Role, Told]]:
    """Yield each post that texts give the actor, with the first record that shows it; stated ones first."""
    found: dict[tuple[str, str | None, str], tuple[Role, Told]] = {}
    for one in told:
        for person in _mentions(one.entry, actor):
            if person.role is not None:
                role = person.role
                found.setdefault((role.title, role.of, role.basis), (role, one))
    stated = {(title, of) for title, of, basis in found if basis == "stated"}
    order: Sequence[tuple[str, str | None, str]] = sorted(found, key=lambda k: k[2] != "stated")
    yield from (found[k] for k in order if k[2] == "stated" or k[:2] not in stated)


def _mentions(entry: Entry, actor: str) -> Iterator[Actor]:
    yield from (person for _, person in parties(entry.record) if person.id == actor)
