"""Who makes an engagement known, or calls it off, and when: by the word that decides it, else by who tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extract.contacts.contacts import Contact
from communique.extract.contacts.standings import OPEN
from communique.extract.matching.parties import parties
from communique.lexicon.words import load_words
from communique.reading import Attribution, Clause, Reading, TimeRef
from communique.records.actors import Actor, When, same_side
from communique.records.events import EngagementStatus

WISHES = frozenset({"sought", "proposed", "invited"})
DECISIONS = frozenset({"announced", "confirmed", "postponed", "suspended", "cancelled", "refused"})


def planner(reading: Reading, contact: Contact) -> Actor | None:
    """Return who wants, proposes, announces or cancels it: the subject of the word that gave it its status; in "A urged
    B to resume talks" A, since B's own part is only asked for."""
    told = [index for index in contact.scope if reading.factuality[index].status not in OPEN]
    for index in reversed(told or contact.scope):
        subject = reading.clauses[index].one("subject", "possessor")
        named = subject is not None and subject.head != contact.clause.head  # "X-Y talks will resume"
        actor = reading.actor_at(subject.head) if subject is not None and named else None
        if actor is not None and actor.kind not in ("media", "document"):
            return actor
    return None


def announcer(reading: Reading, contact: Contact) -> Actor | None:
    """Return who makes a decision known: the subject of the deciding word, else the innermost source that tells it."""
    deciding = load_words("engagements/en/deciding_verbs")
    words = [i for i in contact.scope if reading.clauses[i].predicate in deciding]
    for index in reversed(words):
        subject = reading.clauses[index].one("subject", "possessor")
        actor = reading.actor_at(subject.head) if subject is not None else None
        if actor is not None:
            return actor
    if reading.factuality[contact.clause.index].status in OPEN:
        return None  # "urged the cabinet to block the visit" announces nothing
    sources = [_source(reading, attribution) for attribution in _attributions(reading, contact)]
    return next((actor for actor in sources if actor is not None), None)


def _attributions(reading: Reading, contact: Contact) -> Iterator[Attribution]:
    """Yield the attributions that tell a mention, innermost first."""
    yield from reversed(reading.attributions_around.get(contact.clause.head, ()))


def _source(reading: Reading, attribution: Attribution) -> Actor | None:
    if attribution.source_head is None:
        return None
    actor = reading.actor_at(attribution.source_head)
    return actor if actor is not None and actor.diplomatic and actor.kind not in ("media", "document") else None


def announced_when(reading: Reading, contact: Contact, slot: When | None) -> When | None:
    """Return the day of the decision or of the words that tell it; never the slot itself, nor a day to come."""
    if contact.status not in DECISIONS | WISHES:
        return None
    for time in _claim_times(reading, contact):
        if time.type in ("DATE", "TIME") and time.when != slot and not _after_publication(reading, time.when):
            return time.when
    return None


def _claim_times(reading: Reading, contact: Contact) -> Iterator[TimeRef]:
    deciding = load_words("engagements/en/deciding_verbs")
    for index in contact.scope:
        verb = reading.clauses[index]
        if verb.predicate in deciding:
            yield from reading.times_at.get(verb.head, ())
            yield from reading.times_at.get(_first_verb(reading, verb), ())
    for attribution in _attributions(reading, contact):
        yield from reading.times_at.get(attribution.cue_head, ())


def _first_verb(reading: Reading, verb: Clause) -> int:
    """The verb on whose day it was decided too: "they met in November and agreed to meet again"."""
    token = reading.tokens[verb.head]
    first = reading.clause_at.get(token.head) if token.dep == "conj" else None
    shared = first is not None and first.pos == "verb" and first.tense == verb.tense == "past" and not verb.modal
    return token.head if shared else verb.head


def _after_publication(reading: Reading, when: When) -> bool:
    published = reading.article.published
    return published is not None and when.to is not None and when.to[:10] > published.to


def by_both_sides(reading: Reading, contacts: Sequence[Contact], people: Sequence[Actor]) -> bool:
    """Whether two of the parties announce it, each for themselves, or one confirms what the other announced."""
    sources = [a for c in contacts if c.status == "announced" for a in _announcers(reading, c)]
    sides = [p for p in people if any(same_side(p, source) for source in sources)]
    return any(not same_side(one, other) for one in sides for other in sides)


def _announcers(reading: Reading, contact: Contact) -> tuple[Actor, ...]:
    """Who binds themselves by an announcement: its source, and with "agreed" all who agreed."""
    one = announcer(reading, contact)
    agreed = [reading.clauses[i] for i in contact.scope if reading.clauses[i].predicate == "agree"]
    return (*((one,) if one is not None else ()), *(a for c in agreed for a in parties(reading, *c.all("subject"))))


def is_confirmed(reading: Reading, contact: Contact) -> bool:
    """Whether the mention is told as confirmed: "confirmed that the talks would resume"."""
    words = load_words("engagements/en/confirming_verbs")
    cues = [a.cue_lemma for a in _attributions(reading, contact)]
    return any(cue in words for cue in cues) or any(reading.clauses[i].predicate in words for i in contact.scope)


def settled(reading: Reading, news: Contact, encounter: Sequence[Contact], people: Sequence[Actor]) -> EngagementStatus:
    """Return the status of an engagement: what its news says, confirmed where more than one side vouches for it."""
    if news.status != "announced":
        return news.status
    named = [news, *(c for c in encounter if c.weak)]  # "Peru confirmed the visit"
    confirmed = any(is_confirmed(reading, c) for c in named) or by_both_sides(reading, encounter, people)
    return "confirmed" if confirmed else "announced"
