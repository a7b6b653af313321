"""Engagements: meetings, visits, calls, talks, conferences, each one record however often the article speaks of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.extract.contacts.announcements import DECISIONS, WISHES, announced_when, announcer, planner, settled
from communique.extract.contacts.contacts import Contact, find_contacts, trigger_span
from communique.extract.contacts.encounters import find_encounters, is_object, titles
from communique.extract.contacts.holding import frames
from communique.extract.contacts.listings import count_of
from communique.extract.contacts.occasions import moved_by
from communique.extract.contacts.standings import OFF
from communique.extract.matching.parties import holders
from communique.lexicon.engagements import Triggers
from communique.lexicon.ranks import level
from communique.lexicon.words import load_words
from communique.reading import Reading
from communique.records.actors import Participant, Role, When, same_side
from communique.records.events import Engagement
from communique.records.texts import Evidence, Layer, Span

_OF_TWO = frozenset({"meeting", "talks", "call", "contact", "summit"})
"""What nobody can do alone."""

RANK = (
    "hypothetical",
    "sought",
    "proposed",
    "invited",
    "announced",
    "confirmed",
    "under_way",
    "held",
    "suspended",
    "postponed",
    "cancelled",
    "refused",
)
"""Where an article's mentions of one engagement differ in status, the later of these is its news."""


def find_engagements(reading: Reading, triggers: Triggers) -> list[Engagement]:
    """Return the engagements of a reading, in text order of their first trigger in the main text."""
    encounters = find_encounters(reading, find_contacts(reading, triggers))
    return sorted((_engagement(reading, encounter) for encounter in encounters), key=lambda e: e.trigger)


def _engagement(reading: Reading, encounter: Sequence[Contact]) -> Engagement:
    ordered = sorted(encounter, key=lambda c: (_layer(reading, c) != "main", c.clause.head))
    first = ordered[0]
    news = max(_telling(reading, ordered), key=lambda c: RANK.index(c.status))
    when = _sharpest(c.when for c in ordered if c.status == news.status or _opens(c, news))
    slot = when or _sharpest(c.when for c in ordered if not c.real or news.status in OFF)
    people = tuple(_in_office(reading, participant) for participant in _together(ordered))
    status = settled(reading, news, ordered, people)
    return Engagement(
        article=reading.article.id,
        trigger=trigger_span(reading, first),
        type=next((c.trigger.type for c in ordered if is_object(c, first)), first.trigger.type),
        participants=people,
        status=status,
        evidence=tuple(_evidence(reading, ordered)),
        rule=first.trigger.id,
        confidence=_confidence(ordered, people),
        holder=holders(reading, news.clause.head),
        when=when if news.real else None,
        window=None if news.real else slot,
        where=next((c.where for c in ordered if c.where is not None), None),
        layer="background" if all(c.past for c in _claims(ordered)) else _layer(reading, first),
        initiator=planner(reading, news) if status in WISHES else None,
        announced_by=announcer(reading, news) if status in DECISIONS else None,
        announced_when=announced_when(reading, news, slot),
        purpose=_purpose(reading, ordered),
        mode_of_contact=next((c.trigger.contact for c in ordered if c.trigger.contact), None),
    )


def _opens(contact: Contact, news: Contact) -> bool:
    """Whether a mention tells of the day that began what goes on: "they met on Monday as talks got under way"."""
    return news.status == "under_way" and contact.real and contact.clause.sentence == news.clause.sentence


def _sharpest(times: Iterable[When | None]) -> When | None:
    """The narrowest of times that lie within one another; several days stay where one only names the first of them."""
    best: When | None = None
    for when in times:
        if when is None:
            continue
        if best is None or _begins(best, when) or (_within(when, best) and not _begins(when, best)):
            best = when
    return best


def _within(one: When, other: When) -> bool:
    bounds = (one.from_, one.to, other.from_, other.to)
    if None in bounds:
        return False
    return str(other.from_)[:10] <= str(one.from_)[:10] and str(one.to)[:10] <= str(other.to)[:10]


def _begins(day: When, days: When) -> bool:
    """Whether a day is the first of days that the text counts out: "on May 3", "from May 3 to May 5"."""
    return (
        days.granularity == "interval" and day.granularity == "day" and day.from_ == days.from_ and _within(day, days)
    )


def _telling(reading: Reading, ordered: Sequence[Contact]) -> Sequence[Contact]:
    """The mentions that may say how things stand: of the first one's layer, and claims before mere names; "A met B as
    talks opened" tells that they have begun."""
    claims = _claims([c for c in ordered if _layer(reading, c) == _layer(reading, ordered[0])])
    opened = {c.clause.sentence for c in claims if c.status == "under_way"}
    if not opened:
        return claims
    return [c for c in claims if c.status != "held" or not (c.clause.sentence in opened or _is_part(reading, c))]


def _is_part(reading: Reading, contact: Contact) -> bool:
    """ "The opening session lasted two hours", "a first session of the talks was held": part of talks that go on."""
    words = load_words("engagements/en/part_words")
    nouns = (contact.clause, *frames(reading, contact.clause)) if contact.clause.pos == "noun" else ()
    return any(token.norm in words for noun in nouns for token in reading.dependents[noun.head])


def _claims(contacts: Sequence[Contact]) -> Sequence[Contact]:
    """The mentions that say how things stand; all of them where each only names it."""
    return [c for c in contacts if not c.weak] or contacts


def _layer(reading: Reading, contact: Contact) -> Layer:
    return reading.sentences[contact.clause.sentence].layer


def _together(contacts: Sequence[Contact]) -> tuple[Participant, ...]:
    """All parties of all mentions; a state stands back where its own person is named, unless it hosts, and whoever
    sends a visitor behind him: "put off a visit by its oil minister"."""
    found: dict[str, Participant] = {}
    for contact in contacts:
        for participant in contact.participants:
            found.setdefault(participant.id, participant)
    people = {p.iso3 for p in found.values() if p.kind == "person"}
    sent = {p.iso3 for p in found.values() if p.kind == "unknown" and p.part == "visitor"}
    states = [p for p in found.values() if p.kind == "state" and p.part != "host"]
    behind = {p.id for p in states if p.iso3 in people or (p.part == "visitor" and p.iso3 in sent)}
    return tuple(p for p in found.values() if p.id not in behind)


def _in_office(reading: Reading, participant: Participant) -> Participant:
    """A person in the one office that the article gives him or her elsewhere, even among others: "the ministers, X and
    Y"."""
    if participant.kind != "person" or participant.role is not None or participant.iso3 is None:
        return participant
    given = {title for title in titles(reading, participant) if level(title)}
    if len({level(title) for title in given}) != 1:
        return participant
    title = min(given, key=lambda title: (len(title), title))
    return replace(participant, role=Role(title=title, of=f"state/{participant.iso3}", basis="inferred"))


def _evidence(reading: Reading, contacts: Sequence[Contact]) -> Iterable[Evidence]:
    for contact in contacts:
        yield Evidence.of(trigger_span(reading, contact), "trigger")
    for contact in contacts:
        if contact.when is not None and contact.when.text is not None:
            yield Evidence.of(contact.when.text, "time")
        if contact.where is not None:
            yield Evidence.of(contact.where.mention, "place")
        if contact is contacts[0] and (counted := count_of(reading, contact.clause)) is not None:
            yield Evidence.of(reading.span(counted, counted + 1), "count")
        if (moved := moved_by(reading, contact.clause)) is not None:
            yield Evidence.of(moved, "moved")
        for cue in contact.scope[-1:]:
            head = reading.clauses[cue].head
            yield Evidence.of(reading.span(head, head + 1), "cue")


def _confidence(contacts: Sequence[Contact], people: Sequence[Participant]) -> float:
    """Two named parties, or one with a place or time, are worth showing; each further mention adds. Whoever acts for a
    state by name or office counts as known; a meeting of one ("after the meeting N said") lacks the other."""
    known = sum(not p.id.startswith("mention/") or (_is_by_name_or_post(p) and p.iso3 is not None) for p in people)
    anchored = any(c.where is not None or c.when is not None for c in contacts)
    score = 0.35 + 0.2 * min(known, 2) + 0.1 * anchored + 0.05 * min(len(contacts) - 1, 2)
    score -= 0.1 * (len(people) < 2 and contacts[0].trigger.type in _OF_TWO)
    return round(min(score, 0.95), 2)


def _is_by_name_or_post(participant: Participant) -> bool:
    return participant.kind == "person" or participant.role is not None


def _purpose(reading: Reading, contacts: Sequence[Contact]) -> Span | None:
    """The infinitive of purpose under a trigger: "to discuss the corridor"."""
    for contact in contacts:
        for clause in reading.clauses_under.get(contact.clause.index, ()):
            if clause.infinitive and clause.link == "adverbial" and clause.pos == "verb":
                return reading.span(clause.first, clause.last)
    return None


def with_speeches(reading: Reading, engagements: Sequence[Engagement]) -> list[Engagement]:
    """Add "his comments", "her speech" as evidence of the one news conference at which that person spoke."""
    found = list(engagements)
    for clause in reading.clauses:
        owner = clause.one("possessor") if clause.predicate in load_words("engagements/en/speech_nouns") else None
        actor = reading.actor_at(owner.head) if owner is not None else None
        if actor is None or owner is None:
            continue
        heard = [
            n
            for n, e in enumerate(found)
            if e.type == "news_conference" and any(same_side(actor, p) for p in e.participants)
        ]
        if len(heard) == 1:
            evidence = Evidence.of(reading.span(owner.first, clause.head + 1), "mention")
            found[heard[0]] = replace(found[heard[0]], evidence=(*found[heard[0]].evidence, evidence))
    return found
