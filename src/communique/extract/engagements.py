"""Engagements: meetings, visits, calls, talks, conferences, each one record however often the article speaks of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.extract.contacts import Contact, find_contacts, pointing, trigger_span
from communique.extract.parties import holders
from communique.lexicon.engagements import Triggers
from communique.lexicon.words import load_words
from communique.reading import Clause, Reading
from communique.records.actors import Actor, Participant, When, same_side
from communique.records.events import Engagement
from communique.records.texts import Evidence, Layer, Span

SAME_KIND = (
    {"meeting", "talks", "summit", "contact"},
    {"visit"},
    {"call"},
    {"news_conference"},
    {"ceremony"},
    {"exercise"},
    {"letter"},
)
"""Types whose mentions may speak of one engagement: a summit is also called a meeting, a visit is not."""

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
    clusters: list[list[Contact]] = []
    for contact in find_contacts(reading, triggers):
        home = next((c for c in reversed(clusters) if _belongs(reading, contact, c)), None)
        if home is None and contact.participants:
            clusters.append([contact])
        elif home is not None:
            home.append(contact)
    return sorted((_engagement(reading, cluster) for cluster in clusters), key=lambda e: e.trigger)


def _belongs(reading: Reading, contact: Contact, cluster: Sequence[Contact]) -> bool:
    """Whether a mention fits the cluster's fullest mention in every way, and no other mention of it in time and
    place."""
    fullest = max(cluster, key=lambda other: len(other.participants))
    return _compatible(reading, contact, fullest) and not any(_elsewhere(contact, other) for other in cluster)


def _compatible(reading: Reading, a: Contact, b: Contact) -> bool:
    """Whether two mentions can speak of one engagement: kind, parties, and done or not yet done."""
    if not any({a.trigger.type, b.trigger.type} <= kind for kind in SAME_KIND):
        return False
    small, large = sorted((a.participants, b.participants), key=len)
    if not all(any(_same_party(one, other) for other in large) for one in small):
        return False
    if (
        len(small) < 2
        and a.trigger.type not in ("visit", "news_conference")
        and not pointing(reading, a.clause)
        and (a.real or b.real)
    ):
        return False
    back = len(a.participants) < 2 and pointing(reading, a.clause)
    return a.real == b.real or back or a.weak or b.weak or "postponed" in (a.status, b.status)


def _same_party(a: Actor, b: Actor) -> bool:
    """Whether two mentions can name one party: the same actor, or a state and whoever acts for it."""
    people = a.kind == "person" and b.kind == "person"
    return a.id == b.id or (not people and same_side(a, b))


def _elsewhere(a: Contact, b: Contact) -> bool:
    """Whether two mentions name times or places that exclude each other."""
    places = (
        a.where is not None and b.where is not None and a.where.name != b.where.name and a.where.iso3 != b.where.iso3
    )
    return _apart(a.when, b.when) or places


def _apart(a: When | None, b: When | None) -> bool:
    """Whether two times exclude each other."""
    if a is None or b is None or None in (a.from_, a.to, b.from_, b.to):
        return False
    return str(a.from_)[:10] > str(b.to)[:10] or str(b.from_)[:10] > str(a.to)[:10]


def _engagement(reading: Reading, cluster: Sequence[Contact]) -> Engagement:
    ordered = sorted(cluster, key=lambda c: (_layer(reading, c) != "main", c.clause.head))
    first = ordered[0]
    news = max(_telling(reading, ordered), key=lambda c: RANK.index(c.status))
    when = next((c.when for c in ordered if c.when is not None and c.status == news.status), None)
    slot = when or next((c.when for c in ordered if c.when is not None and not c.real), None)
    planner = _planner(reading, news)
    people = _together(ordered)
    return Engagement(
        article=reading.article.id,
        trigger=trigger_span(reading, first),
        type=first.trigger.type,
        participants=people,
        status=news.status,
        evidence=tuple(_evidence(reading, ordered)),
        rule=first.trigger.id,
        confidence=_confidence(ordered, people),
        holder=holders(reading, news.clause.head),
        when=when if news.real else None,
        window=None if news.real else slot,
        where=next((c.where for c in ordered if c.where is not None), None),
        layer="background" if _historical(reading, ordered) else _layer(reading, first),
        initiator=planner if news.status in ("sought", "proposed", "invited") else None,
        announced_by=planner if news.status in ("announced", "confirmed", "postponed", "cancelled") else None,
        announced_when=_announced_when(reading, news),
        purpose=_purpose(reading, ordered),
        mode_of_contact=next((c.trigger.contact for c in ordered if c.trigger.contact), None),
    )


def _telling(reading: Reading, ordered: Sequence[Contact]) -> list[Contact]:
    """The mentions that may say how things stand: of the first one's layer, and claims before mere names."""
    here = [c for c in ordered if _layer(reading, c) == _layer(reading, ordered[0])]
    return [c for c in here if not c.weak] or here


def _layer(reading: Reading, contact: Contact) -> Layer:
    return reading.sentences[contact.clause.sentence].layer


def _historical(reading: Reading, contacts: Sequence[Contact]) -> bool:
    return all(reading.factuality[c.clause.index].status == "historical" for c in contacts)


def _together(contacts: Sequence[Contact]) -> tuple[Participant, ...]:
    """All parties of all mentions; a state stands back where its own person is named, unless it hosts."""
    found: dict[str, Participant] = {}
    for contact in contacts:
        for participant in contact.participants:
            found.setdefault(participant.id, participant)
    people = {p.iso3 for p in found.values() if p.kind == "person"}
    return tuple(p for p in found.values() if p.kind != "state" or p.part == "host" or p.iso3 not in people)


def _evidence(reading: Reading, contacts: Sequence[Contact]) -> Iterable[Evidence]:
    for contact in contacts:
        yield Evidence.of(trigger_span(reading, contact), "trigger")
    for contact in contacts:
        if contact.when is not None and contact.when.text is not None:
            yield Evidence.of(contact.when.text, "time")
        if contact.where is not None:
            yield Evidence.of(contact.where.mention, "place")
        for cue in contact.scope[-1:]:
            head = reading.clauses[cue].head
            yield Evidence.of(reading.span(head, head + 1), "cue")


def _confidence(contacts: Sequence[Contact], people: Sequence[Participant]) -> float:
    """Two named parties, or one with a place or time, are worth showing; each further mention adds."""
    known = sum(not p.id.startswith("mention/") for p in people)
    anchored = any(c.where is not None or c.when is not None for c in contacts)
    score = 0.35 + 0.2 * min(known, 2) + 0.1 * anchored + 0.05 * min(len(contacts) - 1, 2)
    return round(min(score, 0.95), 2)


def _planner(reading: Reading, contact: Contact) -> Actor | None:
    """Who wants, proposes, announces or cancels it: the subject of the word that gave it its status."""
    for index in reversed(contact.scope):
        subject = reading.clauses[index].one("subject", "possessor")
        actor = reading.actor_at(subject.head) if subject is not None else None
        if actor is not None:
            return actor
    return None


def _announcement(reading: Reading, contact: Contact) -> Clause | None:
    return (
        reading.clauses[contact.scope[0]]
        if contact.scope and contact.status in ("announced", "confirmed", "postponed", "cancelled")
        else None
    )


def _announced_when(reading: Reading, contact: Contact) -> When | None:
    clause = _announcement(reading, contact)
    return next((time.when for time in reading.times_at.get(clause.head, ())), None) if clause is not None else None


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
