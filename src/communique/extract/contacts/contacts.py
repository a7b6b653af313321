"""Finds single mentions of engagements: a trigger word, the parties at it, place, time, status."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.contacts.attendance import participants
from communique.extract.contacts.holding import (
    arranged,
    frames,
    held_by,
    points_back,
    told_by,
)
from communique.extract.contacts.listings import is_count, occasions
from communique.extract.contacts.occasions import (
    followed,
    lasting,
    place_before,
    place_of,
    time_of,
)
from communique.extract.contacts.requirements import enough
from communique.extract.contacts.standings import OFF, is_past, is_reckoned
from communique.extract.contacts.tellers import is_of_teller, tellers
from communique.extract.contacts.tellings import factuality_of, is_claimed, status_of
from communique.extract.contacts.wording import heads_in, place_behind, worded
from communique.lexicon.engagements import Trigger, Triggers
from communique.lexicon.words import load_words
from communique.reading import NAMED, PURPOSE, Clause, Factuality, Reading, Token
from communique.records.actors import Participant, When, Where
from communique.records.events import EngagementStatus
from communique.records.texts import Span
from communique.records.values import plain

ANOTHER = "one"
"""The noun that stands for the one right before it."""


@plain(frozen=True, slots=True)
class Contact:
    """One mention of an engagement, before the mentions of the same one are put together."""

    trigger: Trigger
    clause: Clause
    participants: tuple[Participant, ...]
    status: EngagementStatus
    when: When | None
    where: Where | None
    scope: tuple[int, ...]
    weak: bool
    """The noun only names it ("his visit"): that it took place is not said."""
    past: bool
    """It is told as history or as how things stood before the news: "the two had agreed to meet"."""

    @property
    def real(self) -> bool:
        """Whether it took or takes place."""
        return self.status in ("held", "under_way")


def find_contacts(reading: Reading, triggers: Triggers) -> Iterator[Contact]:
    """Yield the mentions of engagements, in text order; of several occasions listed one after another, each."""
    last: Contact | None = None
    for clause in reading.clauses:
        for trigger in (*_triggers(clause, triggers), *_another(reading, clause, last)):
            if trigger.pos != clause.pos or _is_purpose(reading, clause, triggers) or _would_have_been(reading, clause):
                continue
            if clause.predicate == ANOTHER or worded(reading, clause, trigger):
                contact = _contact(reading, clause, trigger, triggers)
                if contact is not None:
                    last = contact
                    yield from _occasions(reading, contact)
                    break


def _triggers(clause: Clause, triggers: Triggers) -> Iterator[Trigger]:
    """Yield the triggers of a predicate; of a verb that says whereto, those of going there: "went on to", "drove over
    to"."""
    yield from triggers.get(clause.predicate, ())
    verb, _, particle = clause.predicate.partition(" ")
    if clause.pos == "verb" and particle in load_words("language/en/direction_adverbs"):
        yield from (trigger for trigger in triggers.get(verb, ()) if trigger.type == "visit")


def _another(reading: Reading, clause: Clause, last: Contact | None) -> Iterator[Trigger]:
    """ "Another one was planned": what the noun right before it named."""
    before = last is not None and 0 <= clause.sentence - last.clause.sentence <= 1 and last.clause.pos == "noun"
    if clause.predicate == ANOTHER and last is not None and before and is_further(reading, clause):
        yield last.trigger


def is_further(reading: Reading, clause: Clause) -> bool:
    """Return whether a noun names an occasion beside those told of: "another one", "the next meeting"."""
    words = load_words("engagements/en/further_words")
    return any(child.norm in words for child in _describing(reading, clause))


def is_previous(reading: Reading, clause: Clause) -> bool:
    """Return whether a noun names an occasion before those told of: "their last meeting", "an earlier round"."""
    words = load_words("engagements/en/previous_words")
    return any(child.norm in words and child.dep == "amod" for child in _describing(reading, clause))


def _describing(reading: Reading, clause: Clause) -> Iterator[Token]:
    """Yield the dependents of a noun and of those that frame it ("a further round of talks")."""
    for piece in (clause, *frames(reading, clause)) if clause.pos == "noun" else ():
        yield from reading.dependents[piece.head]


def is_added(reading: Reading, clause: Clause) -> bool:
    """Return whether a noun names an occasion beside what was told before: "it also proposed a summit"."""
    above = reading.clauses[clause.under] if clause.pos == "noun" and clause.under is not None else None
    if above is None or not any(argument.head == clause.head for argument in above.all("object")):
        return False
    bare = reading.tokens[clause.head].tag == "NNS" and not any(
        child.dep in ("det", "poss") for child in reading.dependents[clause.head]
    )  # "will also hold meetings with"
    new = bare or any(child.norm in ("a", "an") for child in reading.dependents[clause.head])
    words = load_words("engagements/en/adding_words")
    return new and any(child.norm in words for child in reading.dependents[above.head])


def team_named(reading: Reading, clause: Clause) -> str:
    """Return the noun by which the teams of parties named before meet, "the delegations", "the two teams"; "" if none
    do."""
    roles = ("subject",) if clause.pos == "verb" else ("of", "between")
    teams = (argument.head for argument in clause.all(*roles) if _is_team(reading, argument.head))
    return next((reading.tokens[head].norm for head in teams), "")


def _is_team(reading: Reading, head: int) -> bool:
    token, below = reading.tokens[head], reading.dependents[head]
    plural = token.tag == "NNS" and token.lemma in load_words("engagements/en/team_nouns")
    bare = not any(t.norm in ("of", "from") or t.dep in ("poss", "conj") or t.pos == "PROPN" for t in below)
    return plural and bare and any(t.norm in load_words("engagements/en/pointing_words") for t in below)


def _occasions(reading: Reading, contact: Contact) -> Iterator[Contact]:
    """Yield a mention once for each of the occasions that it lists."""
    listed = occasions(reading, contact.clause) if contact.clause.pos == "verb" and contact.real else []
    for where, when in listed:
        yield replace(contact, where=where, when=when)
    if not listed:
        yield contact


def _is_purpose(reading: Reading, clause: Clause, triggers: Triggers) -> bool:
    """ "met to discuss the border", "held talks to discuss", "met to finish talks": what an engagement is for is no
    second one."""
    ended = reading.clauses[clause.under] if clause.pos == "noun" and clause.under is not None else None
    if ended is not None and ended.predicate in load_words("engagements/en/ending_verbs"):
        clause = ended
    if not clause.infinitive or clause.link != "adverbial" or clause.under is None:
        return False
    above = reading.clauses[clause.under]
    met = any(trigger.type != "visit" for trigger in triggers.get(above.predicate, ()))
    return met or bool(heads_in(reading, above, "object") & triggers.keys())


def _would_have_been(reading: Reading, clause: Clause) -> bool:
    """ "It would have been their first meeting": what is said of a meeting told before, and no plan of another."""
    above = reading.clauses[clause.under] if clause.pos == "noun" and clause.under is not None else None
    if above is None or above.predicate != "be" or not (above.perfect and above.modal):
        return False
    return any(argument.head == clause.head for argument in above.all("attribute"))


def _contact(reading: Reading, clause: Clause, trigger: Trigger, triggers: Triggers) -> Contact | None:
    """The mention that a trigger is, if enough of its parties are named or it points to another; else None."""
    holder = held_by(reading, clause, trigger) if clause.pos == "noun" else None
    whole = (clause, *frames(reading, clause))
    people = _people(reading, whole, trigger, holder)
    when = _when(reading, clause)
    factuality = factuality_of(reading, whole, trigger, holder, triggers)
    status = status_of(reading, whole, trigger, triggers, factuality, people, when)
    if status == "suspended" and when is not None and when.to is None:
        when = None  # "on hold since March": no slot
    where = place_of(reading, clause, trigger)
    if trigger.type == "visit" and where is not None and where.country:
        people = _from_abroad(reading, whole[-1], people, where)
    teams = bool(team_named(reading, clause)) and trigger.type in ("meeting", "talks")
    people = () if teams else people
    if where is None and points_back(reading, clause):
        where = place_before(reading, clause)
    told = any(p.diplomatic and (p.kind != "unknown" or p.iso3 or p.members) for p in people)  # not "the ministers"
    named = told and enough(reading, clause, trigger, people, where)
    points = not people and (teams or _points(reading, clause, status))
    if status is None or not (named or points):
        return None
    before = is_previous(reading, clause)
    gone = followed(reading, clause) if when is None and status == "held" else None
    past = is_past(reading, clause, factuality, when) or is_count(reading, clause) or gone is not None or before
    weak = not before and _is_weak(reading, whole, trigger, holder, factuality, status)
    return Contact(trigger, clause, people, status, when or gone, where, factuality.scope, weak, past)


def _people(
    reading: Reading, whole: tuple[Clause, ...], trigger: Trigger, holder: Clause | None
) -> tuple[Participant, ...]:
    """Who takes part, with whoever tells of it where only the other is named: "my talks with X"."""
    people = participants(reading, whole[0], trigger, holder)
    if len(people) == 1 and is_of_teller(reading, whole, trigger):
        return (*people, *tellers(reading, whole[0], trigger, people))
    return people


def _when(reading: Reading, clause: Clause) -> When | None:
    """When it took or takes place; of what time is counted from no day is told: "two weeks after a meeting in Lima"."""
    if clause.pos == "noun" and is_reckoned(reading, clause) and not reading.times_at.get(clause.head):
        return None
    return lasting(reading, clause, time_of(reading, clause))


def _points(reading: Reading, clause: Clause, status: EngagementStatus | None) -> bool:
    """Whether a mention without parties is of one told elsewhere, or beside it."""
    off = status in OFF and any(True for _ in told_by(reading, clause))
    further = is_further(reading, clause) and status not in ("held", "under_way")
    return clause.pos == "noun" and (points_back(reading, clause) or off or further or is_previous(reading, clause))


def _is_weak(
    reading: Reading,
    whole: tuple[Clause, ...],
    trigger: Trigger,
    holder: Clause | None,
    factuality: Factuality,
    status: EngagementStatus,
) -> bool:
    """Whether a mention only names it: "Peru welcomed the visit", "ahead of the ceremony"."""
    clause = whole[0]
    bare = factuality.why == NAMED or (holder is None and points_back(reading, clause))
    unsaid = bare and status == "held" and not is_claimed(reading, whole, trigger, holder)
    return unsaid or arranged(reading, clause, holder) or (factuality.why == PURPOSE and points_back(reading, clause))


def _from_abroad(
    reading: Reading, outer: Clause, people: tuple[Participant, ...], where: Where
) -> tuple[Participant, ...]:
    """Who visits a country is not its own: in "Macron received him during his visit to France" the guest is meant."""
    owner = outer.one("possessor")
    at_home = any(p.part == "visitor" and p.iso3 == where.iso3 for p in people)
    if owner is None or reading.tokens[owner.head].pos != "PRON" or not at_home or outer.under is None:
        return people
    received = (reading.actor_at(argument.head) for argument in reading.clauses[outer.under].all("object"))
    guests = (a for a in received if a is not None and a.kind == "person" and a.iso3 != where.iso3)
    return tuple(replace(Participant.of(guest, "visitor"), basis="inferred") for guest in guests)


def trigger_span(reading: Reading, contact: Contact) -> Span:
    """Return the words of the trigger, with the noun before it where that belongs to it ("news conference"); the place
    where it is the place that tells of a meeting ("agreed in Oslo")."""
    place = place_behind(reading, contact.clause, contact.trigger) if contact.trigger.there else None
    if place is not None:
        return reading.span(*place)
    head = contact.clause.head
    before = {word for lemma, words in contact.trigger.words for word in words}
    first = head
    while first > contact.clause.first and before & {reading.tokens[first - 1].lemma, reading.tokens[first - 1].norm}:
        first -= 1
    return reading.span(first, head + 1)
