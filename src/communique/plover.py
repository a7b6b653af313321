"""Projects records onto PLOVER events: a pure function, never stored, shared by exports, dyads and evaluation.

A statement that demands is a REQUEST, an accusation an ACCUSE, a visit a CONSULT; what has not happened is folded by
its status. STATE events are no PLOVER events. What speech is about is told by the speech alone, unless it happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from communique.lexicon.codebook import Codebook, Folding
from communique.records.actors import Actor, Holder, Participant, When, Where, same_side
from communique.records.events import REAL, Engagement, Event
from communique.records.record import Record
from communique.records.statements import Allegation, Statement
from communique.records.texts import Span

SPEECH = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})

INNER = frozenset({"censor", "curfew", "martial-law"})
"""Modes of what a state does to its own people where nobody is told."""

MANY = 3
"""A group of more states than these is a party of its own: six that meet would be thirty pairs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverEvent:
    """One PLOVER event: parties as codes (ISO3, IGO, UNO, EUR, NGO...), its record and the folding that applied."""

    record: str
    article: str
    type: str
    mode: str | None
    quad: int
    score: float
    contexts: tuple[str, ...]
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    trigger: Span
    when: When | None
    where: Where | None
    confidence: float
    folding: str | None = None


@dataclass(frozen=True, slots=True)
class _Happening:
    """A record as the codebook sees it, before folding."""

    record: Record
    type: str
    mode: str | None
    status: str
    trigger: Span
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    contexts: tuple[str, ...] = ()
    content: tuple[Span, ...] = ()


def project(records: Sequence[Record], codebook: Codebook) -> list[PloverEvent]:
    """Return the PLOVER events of `records` in their order; the same event told by two records counts once."""
    happenings = [h for record in records for h in _happenings(record, codebook)]
    around: dict[str, list[_Happening]] = {}
    for happening in happenings:
        around.setdefault(happening.record.article, []).append(happening)
    told = {id: [span for h in those if h.type in SPEECH for span in h.content] for id, those in around.items()}
    happenings = [_addressed(h, around[h.record.article]) for h in happenings]
    found: dict[tuple[object, ...], PloverEvent] = {}
    for happening in happenings:
        if happening.status not in REAL and _inside(happening, told[happening.record.article]):
            continue
        event = _folded(happening, codebook)
        if event is not None:
            key = (
                event.article,
                event.type,
                event.actors,
                event.recipients,
                *([event.trigger] if event.folding is None else []),
            )
            found.setdefault(key, event)
    return list(found.values())


def _happenings(record: Record, codebook: Codebook) -> Iterator[_Happening]:
    if isinstance(record, Event) and record.type != "STATE":
        yield _Happening(
            record, record.type, record.mode, record.status, record.trigger, record.actors, record.recipients,
            record.contexts,
            tuple(Span(e.start, e.end, e.text) for e in record.evidence if e.role == "content"),
        )  # fmt: skip
    elif isinstance(record, Engagement):
        yield _engagement(record, codebook)
    elif isinstance(record, Allegation) and not record.withdrawn:
        trigger = record.cue or record.content
        parties = (record.accusers, record.accused)
        yield _Happening(record, "ACCUSE", "allege", "occurred", trigger, *parties, content=(record.content,))
    elif isinstance(record, Statement) and record.act in codebook.acts and record.speaker is not None:
        type_, mode = codebook.acts[record.act]
        parties = ((record.speaker,), record.towards or ((record.addressee,) if record.addressee else ()))
        trigger = record.cue or record.content[0]
        yield _Happening(record, type_, mode, "occurred", trigger, *parties, content=record.content)


def _engagement(record: Engagement, codebook: Codebook) -> _Happening:
    """A meeting's parties are all actors; a visit has visitors and hosts, a mediated one its mediator as actor."""
    hosts = _with_part(record.participants, "host")
    recipients = hosts if record.type == "visit" else ()
    actors = tuple(p for p in record.participants if p not in recipients and p.part != "speaker")
    status = codebook.engagements[record.status]
    type_, mode = "CONSULT", None
    if record.type == "exercise":
        type_ = "COOPERATE" if len({p.id for p in actors}) > 1 else "MOBILIZE"
    elif record.type == "visit":
        mode = "visit"
    elif record.mode_of_contact in ("phone", "video", "written") or record.type in ("call", "letter"):
        mode = "phone"
    elif _with_part(record.participants, "mediator"):
        mode = "third-party"
    return _Happening(record, type_, mode, status, record.trigger, actors, recipients)


def _with_part(participants: Iterable[Participant], part: str) -> tuple[Participant, ...]:
    return tuple(p for p in participants if p.part == part)


def _addressed(speech: _Happening, happenings: Sequence[_Happening]) -> _Happening:
    """Speech without an addressee is addressed to the other party of what it is about, among those of its article."""
    if speech.recipients or not speech.content:
        return speech
    for matter in happenings:
        if matter is not speech and _inside(matter, speech.content):
            for side in (matter.actors, matter.recipients):
                others = tuple(a for a in side if not any(same_side(a, speaker) for speaker in speech.actors))
                if others:
                    return replace(speech, recipients=others)
    return speech


def _inside(happening: _Happening, told: Iterable[Span]) -> bool:
    """Whether speech of the same article that is an event of its own tells this happening."""
    at = happening.trigger
    return any(span.start <= at.start and at.end <= span.end and span not in happening.content for span in told)


def _folded(happening: _Happening, codebook: Codebook) -> PloverEvent | None:
    speakers = _speakers(happening.record.holder)
    doers = {actor.id for actor in happening.actors}
    by = "any" if not speakers else "party" if doers & {s.id for s in speakers} else "other"
    folding = next((f for f in codebook.foldings if f.fits(happening.type, happening.mode, happening.status, by)), None)
    if folding is None:
        return _event(happening, codebook, None)
    if folding.drop:
        return None
    return _event(_turned(happening, folding, speakers), codebook, folding.id)


def _turned(happening: _Happening, folding: Folding, speakers: tuple[Actor, ...]) -> _Happening:
    mode = folding.new_mode(happening.type, happening.mode)
    changed = replace(happening, type=folding.becomes, mode=mode)
    if folding.turned:
        changed = replace(changed, actors=speakers, recipients=happening.actors or happening.recipients)
    return changed


def _speakers(holder: Holder) -> tuple[Actor, ...]:
    """Who says it at first hand: the innermost level."""
    return holder[-1] if holder else ()


def sides(
    type_: str,
    mode: str | None,
    actors: Sequence[Actor],
    recipients: Sequence[Actor],
    place: tuple[str, ...],
    codebook: Codebook,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes of both sides of a happening of a type and mode.

    A side that is not told is, for some types, of the state where it happens (`place`) or of the other side's.
    """
    kind = codebook.kinds[type_]
    doers, others = codes(actors, codebook), codes(recipients, codebook)
    if not doers and _at_home(actors, codebook):
        doers = others[:1]
    if kind.at_home:
        doers = doers or place or (others if len(others) == 1 else ())
        inner = type_ == "PROTEST" or mode in INNER or _inland(actors)  # a state may shut its border to another
        others = others or place or (doers if inner and len(doers) == 1 else ())
    elif not others and len(doers) < 2 and (kind.at_place or mode == "visit"):
        others = tuple(code for code in place if code not in doers)
        if not others and recipients and _inland(actors):
            others = doers
    if not others and len(doers) == 1 and (place == doers or _at_home(actors, codebook)):
        others = doers
    return doers, others


def _event(happening: _Happening, codebook: Codebook, folding: str | None) -> PloverEvent | None:
    kind = codebook.kinds[happening.type]
    place = _place(happening.record)
    actors, recipients = sides(happening.type, happening.mode, happening.actors, happening.recipients, place, codebook)
    if not actors and not recipients:
        return None
    record = happening.record
    return PloverEvent(
        record=record.id,
        article=record.article,
        type=happening.type,
        mode=happening.mode,
        quad=kind.quad,
        score=codebook.score(happening.type, happening.mode),
        contexts=happening.contexts,
        status=happening.status,
        actors=actors,
        recipients=recipients,
        trigger=happening.trigger,
        when=record.when,
        where=record.where,
        confidence=record.confidence,
        folding=folding,
    )


def _inland(actors: Iterable[Actor]) -> bool:
    """Whether the actors live and act inside a state rather than for it abroad: rebels, police, courts, parties."""
    return all(actor.kind != "state" and not {"MIL", "SPY"} & set(actor.sectors) for actor in actors)


def _at_home(actors: Sequence[Actor], codebook: Codebook) -> bool:
    """Whether the actors are no part of a government: rebels, parties, unions, who act towards their own state."""
    return bool(actors) and all(
        actor.kind != "state" and codebook.home_sectors.intersection(actor.sectors) for actor in actors
    )


def _place(record: Record) -> tuple[str, ...]:
    """The code of the state where the record happened, if it says so."""
    return (record.where.iso3,) if record.where is not None and record.where.iso3 else ()


def codes(actors: Iterable[Actor], codebook: Codebook) -> tuple[str, ...]:
    """Return the country or entity codes of `actors`, each once, in their order; actors without one are left out."""
    found = (code for actor in actors for code in _codes(actor, codebook))
    return tuple(dict.fromkeys(codebook.territories.get(code, code) for code in found))


def _codes(actor: Actor, codebook: Codebook) -> tuple[str, ...]:
    """The codes of an actor; many states under one name ("Gulf leaders") are one party, as "the G7" is; "the five
    countries" that the text has named are themselves."""
    if actor.kind == "collective" and actor.basis == "stated" and len(actor.members) > MANY:
        return ("IGO",)
    if actor.iso3:
        return (actor.iso3,)
    if actor.based_in:
        return actor.based_in[:1]
    body = actor.role.of if actor.role is not None and actor.role.of is not None else actor.id
    if body.startswith("state/"):
        return (body.removeprefix("state/"),)
    if body.startswith("org/") or actor.kind == "organisation":
        entity = next((sector for sector in actor.sectors if sector in codebook.entities), None)
        return (codebook.organisations.get(body.partition("/")[2]) or entity or "IGO",)
    return tuple(code for member in actor.members for code in _member_codes(member, codebook))


def _member_codes(member: str, codebook: Codebook) -> tuple[str, ...]:
    """The code of a member of a collective: a state's ISO3 ("POL", "state/POL", "organ/POL-police") or an
    organisation's."""
    kind, slash, name = member.partition("/")
    if kind == "org":
        return (codebook.organisations.get(name, "IGO"),)
    code = name.partition("-")[0] if kind == "organ" else name if kind == "state" or slash else member
    return (code,) if len(code) == 3 and code.isupper() else ()
