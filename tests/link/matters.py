"""Reports of invented matters, in a line each: who, on which day, in which status, for which slot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from builders import actor, allegation, article, day, denial, engagement, event, interval, proposal, statement
from communique.records import Actor, Article, Participant, Record, When, Where
from communique.records.links import Appearance, Entry

STATES = {"ARV": "Arvia", "BOR": "Borland", "CES": "Cesta"}
PEOPLE = {
    "Anna Orlin": "ARV",
    "Piet Marn": "ARV",
    "Boris Tal": "BOR",
    "Lena Koss": "BOR",
    "Cleo Dane": "CES",
}
PLACES = {"Nordby": "NOR", "Sudby": "NOR", "Norway": "NOR", "Westport": "WES"}


def someone(art: Article, name: str, **fields: Any) -> Actor:
    """Return the state, person or group `name`; "name?" is somebody whom the registry does not know."""
    slug = name.rstrip("?").casefold().replace(" ", "-")
    words = STATES.get(name, name.rstrip("?"))
    if name in STATES:
        return actor(art, words, f"state/{name}", **fields)
    if name in PEOPLE:
        return actor(art, words, f"person/{slug}", iso3=PEOPLE[name], **fields)
    if name.startswith("two "):
        return actor(art, words, f"collective/{slug}", kind="collective", **fields)
    if name.endswith("?"):
        return actor(art, words, f"mention/{slug}", **{"kind": "person"} | fields)
    return actor(art, words, f"org/{slug}", **fields)


def span_of_days(text: str | None) -> When | None:
    """Return the day "2024-05-02", or the stretch "2024-05-01/2024-05-31"; an end may be empty."""
    if text is None:
        return None
    first, _, last = text.partition("/")
    return interval(first or None, last or None) if "/" in text else day(text)


def entry(art: Article, record: Record, *, source: str = "", until: str | None = None) -> Entry:
    """Return a record as a store knows it, printed once by the article's publisher."""
    printed = Appearance(publisher=art.publisher, url=None, published=art.published, added_at="2025-01-01T00:00:00Z")
    return Entry(record=record, appearances=(printed,), cluster=source or art.id, until=until)


def paper(printed: str | None, words: str, names: Sequence[str], outlet: str) -> Article:
    """Return an article that names everybody; the outlet keeps texts of one content apart."""
    known = ", ".join(STATES.get(name, name.rstrip("?")) for name in names)
    return article(f"{words}: {known}. {outlet}.", published=printed, publisher=outlet)


def meeting(
    printed: str | None,
    who: str,
    status: str = "held",
    *,
    on: str | None = None,
    at: str | None = None,
    type: str = "meeting",
    outlet: str = "Harbour Ledger",
    by: str | None = None,
    said: str | None = None,
    told: str | None = None,
    goes: str | None = None,
    host: str | None = None,
    until: str | None = None,
    source: str = "",
    **fields: Any,
) -> Entry:
    """Return the report of an engagement of `who` ("Anna Orlin + Boris Tal"), printed on a day.

    `on`: the day it took place (held, under way) or its slot; `at`: the place; `by`: who announces it; `said`: who
    vouches; `told`: the day of the announcement; `goes`: the visitor, or the writer of a letter.
    """
    names = who.split(" + ")
    speakers = [name for name in (by, said) if name and name not in names]
    words = f"A {type} {status} on {on} at {at} by {by} {told} {fields.get('layer', '')}".replace("_", " ")
    art = paper(printed, words, [*names, *speakers, *([at] if at else [])], outlet)
    fields |= {"when" if status in ("held", "under_way") else "window": span_of_days(on)} if on else {}
    parts = [
        Participant.of(
            someone(art, n), "host" if n == host else "visitor" if n == goes and type == "visit" else "participant"
        )
        for n in names
    ]
    if goes and type == "letter":
        fields["initiator"] = someone(art, goes)
    where = (
        Where(
            name=at,
            iso3=PLACES[at],
            mention=art.span(art.text.index(at), art.text.index(at) + len(at)),
            country=at == "Norway",
        )
        if at
        else None
    )
    record = engagement(
        art,
        type.replace("_", " "),
        participants=parts,
        type=type,
        status=status,
        where=where,
        announced_by=someone(art, by) if by else None,
        announced_when=span_of_days(told),
        holder=((someone(art, said),),) if said else (),
        **fields,
    )
    return entry(art, record, until=until, source=source)


def happening(
    printed: str | None,
    words: str,
    kind: str,
    who: str,
    whom: str = "",
    *,
    status: str = "occurred",
    on: str | None = None,
    outlet: str = "Harbour Ledger",
    said: str | None = None,
    **fields: Any,
) -> Entry:
    """Return the report of an event: who did `words` to whom."""
    names = [n for n in (who, whom, said) if n]
    art = paper(printed, f"They {words} {status} {on}", names, outlet)
    record = event(
        art,
        words,
        kind,
        status=status,
        actors=[someone(art, who)],
        when=span_of_days(on),
        recipients=[someone(art, whom)] if whom else [],
        holder=((someone(art, said),),) if said else (),
        **fields,
    )
    return entry(art, record)


def charge(
    printed: str | None,
    accuser: str,
    accused: str,
    content: str,
    *,
    cue: str = "accused",
    outlet: str = "Harbour Ledger",
) -> Entry:
    """Return the report of an allegation."""
    art = paper(printed, f"{cue}: {content}", [accuser, accused], outlet)
    record = allegation(art, cue, content, accusers=[someone(art, accuser)], accused=[someone(art, accused)])
    return entry(art, record)


def rebuttal(
    printed: str | None, denier: str, content: str | None = None, *, outlet: str = "Harbour Ledger", **fields: Any
) -> Entry:
    """Return the report of a denial, of `content` where it is told."""
    art = paper(printed, f"denied {content or 'it'}", [denier], outlet)
    return entry(art, denial(art, someone(art, denier), "denied", content=content, **fields))


def plan(
    printed: str | None,
    title: str,
    proposer: str = "",
    status: str = "put_forward",
    *,
    outlet: str = "Harbour Ledger",
    **fields: Any,
) -> Entry:
    """Return the report of a proposal."""
    art = paper(printed, f"There is {title} {status}", [proposer] if proposer else [], outlet)
    by = [someone(art, proposer)] if proposer else []
    return entry(art, proposal(art, title, proposer=by, status=status, **fields))


def pact(
    printed: str | None,
    title: str,
    parties: str = "",
    status: str = "under_discussion",
    *,
    on: str | None = None,
    outlet: str = "Harbour Ledger",
) -> Entry:
    """Return the report of an agreement of `parties` ("ARV + BOR"); `on`: when that became of it."""
    names = parties.split(" + ") if parties else []
    art = paper(printed, f"There is {title} {status} {on}", names, outlet)
    sides = tuple(someone(art, name) for name in names)
    return entry(art, proposal(art, title, parties=sides, status=status, when=span_of_days(on)))


def quotation(printed: str | None, speaker: str, words: str, *, outlet: str = "Harbour Ledger") -> Entry:
    """Return the report of quoted speech."""
    art = paper(printed, f'said "{words}"', [speaker], outlet)
    return entry(art, statement(art, someone(art, speaker), "said", words, quotes=[words]))
