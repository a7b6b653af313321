"""Which mentions of engagements in an article speak of one: kind, parties, time, place, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.extract.contacts.attendees import office_named
from communique.extract.contacts.contacts import Contact, is_added, is_further, is_previous, team_named
from communique.extract.contacts.holding import points_back
from communique.extract.contacts.occasions import LONG, place_before
from communique.extract.contacts.standings import OFF, is_long_ago
from communique.lexicon.ranks import other_level, same_office
from communique.lexicon.words import load_words
from communique.reading import Clause, Reading
from communique.records.actors import Actor, Participant, Role, When, same_side

SAME_KIND = (
    {"meeting", "talks", "summit"},
    {"visit"},
    {"call", "contact"},
    {"news_conference"},
    {"ceremony"},
    {"exercise"},
    {"letter"},
)
"""Types whose mentions may speak of one engagement: a summit is also called a meeting, a visit is not."""


TALKING = {"meeting", "talks", "summit", "visit", "call", "contact"}
"""Types in which a word like "discussed", which tells no way of contact, may speak of one engagement."""

MEETINGS = frozenset({"meeting", "talks", "summit"})
"""Types of what two sides come together for."""

COMING = frozenset({"invited", "announced", "confirmed"})
"""Rungs of what will be."""

WANTED = frozenset({"sought", "proposed", "invited"})
"""Rungs of what somebody would have."""

_BEHIND = frozenset({"relcl", "acl", "punct"})

ONE_MEETING = 2
"""More sides than this, and a plural: they did not all meet at once."""

NEAR = 3
"""How many sentences a meeting that is told without its parties may follow the last one that names them."""


def find_encounters(reading: Reading, contacts: Iterable[Contact]) -> list[list[Contact]]:
    """Return the mentions by engagement, each in text order; what points at none of them is left out."""
    encounters: list[list[Contact]] = []
    early: list[Contact] = []
    for contact in contacts:
        contact = _with_pair(contact, encounters)
        further = is_further(reading, contact.clause)
        homes = [
            e for e in encounters if _belongs(reading, contact, e) and not (further and _is_next(reading, contact, e))
        ]
        if is_added(reading, contact.clause):
            homes = [e for e in homes if any(_beside(contact, other) for other in e)]
        home = _home(reading, contact, homes) if contact.participants or not further else None
        if home is not None:
            home.append(contact)
        elif contact.participants:
            encounters.append([_both_sides(reading, contact, encounters)])
        elif _is_news(reading, contact) and (pair := _pair_before(reading, contact, encounters)):
            denied = _denied(reading, contact, encounters)
            encounters.append([denied or replace(contact, participants=pair)])
        elif not homes and not further:
            early.append(contact)
    for contact in early:  # "The Vienna talks will resume": who talks is told later
        home = _home(reading, contact, [e for e in encounters if _belongs(reading, contact, e)])
        if home is not None and place_before(reading, contact.clause) is not None:
            home.append(contact)
    return [part for encounter in encounters for part in _steps(encounter)]


def _is_next(reading: Reading, contact: Contact, encounter: Sequence[Contact]) -> bool:
    """Whether "a second meeting" is one beside that which its sentence tells of."""
    return _beside(contact, encounter[-1]) and not any(_recounts(reading, contact, other) for other in encounter)


def _beside(one: Contact, other: Contact) -> bool:
    """Whether two mentions stand in one sentence: "left for talks in Oslo and will be back for further talks"."""
    return one.clause.sentence == other.clause.sentence


def _steps(encounter: list[Contact]) -> list[list[Contact]]:
    """What was on hold before it is to go on is a step of its own: "the talks will resume; they have been on hold since
    June"."""
    held_up = [c for c in encounter if c.status == "suspended"]
    rest = [c for c in encounter if c.status != "suspended"]
    coming = [c for c in rest if c.status in COMING and not c.weak]
    if not held_up or not coming or held_up[0].clause.head < coming[0].clause.head:
        return [encounter]
    people = max((c.participants for c in encounter), key=len)
    where = next((c.where for c in encounter if c.where is not None), None)
    return [rest, [replace(c, participants=people, where=c.where or where, past=True) for c in held_up]]


def _is_news(reading: Reading, contact: Contact) -> bool:
    """Whether a mention without parties tells of an occasion: a further or an earlier one, one called off, one planned
    for teams."""
    if team_named(reading, contact.clause) and not contact.real:
        return True
    if is_previous(reading, contact.clause) and contact.real:
        return contact.when is not None or contact.where is not None
    if contact.status == "suspended" and contact.where is not None:
        return points_back(reading, contact.clause)
    return (is_further(reading, contact.clause) and not contact.weak) or contact.status in OFF


def _pair_before(
    reading: Reading, contact: Contact, encounters: Sequence[Sequence[Contact]]
) -> tuple[Participant, ...]:
    """The two sides that were last said to meet, for "a meeting in Geneva that was planned for May was called off",
    "another one is planned for June"; not for "a meeting of the commissions"."""
    whose = [a for a in contact.clause.all("possessor") if reading.tokens[a.head].pos != "PRON"]
    named = whose or contact.clause.all("of", "between", "with", "among")
    if named and not team_named(reading, contact.clause):
        return ()
    near = [c for e in encounters for c in e if 0 <= contact.clause.sentence - c.clause.sentence <= NEAR]
    for last in sorted(near, key=lambda c: c.clause.head, reverse=True):
        people = [p for p in last.participants if p.part not in ("host", "mediator") and p.diplomatic]
        if len(people) == 2 and not same_side(*people):
            team = team_named(reading, contact.clause)
            return tuple(
                _by_team(reading, p, team) if team else replace(p, basis="inferred", role=None) for p in people
            )
    return () if contact.where is None else _only_pair(encounters)


def _only_pair(encounters: Sequence[Sequence[Contact]]) -> tuple[Participant, ...]:
    """The two sides of all the meetings that an article tells of, for "the talks in Doha broke off"."""
    circles = [max((c.participants for c in e), key=len) for e in encounters if e[0].trigger.type in MEETINGS]
    pairs = [[p for p in people if p.part not in ("host", "mediator") and p.diplomatic] for people in circles]
    sides = {frozenset(p.iso3 or p.id for p in pair) for pair in pairs}
    if len(sides) != 1 or len(next(iter(sides))) != 2 or len(pairs[0]) != 2:
        return ()
    return tuple(replace(p, basis="inferred", role=None) for p in pairs[0])


def _both_sides(reading: Reading, contact: Contact, encounters: Sequence[Sequence[Contact]]) -> Contact:
    """ "Peru withdrew from a planned summit", where the sentence tells of Peru and Chile: theirs. "It also proposed a
    summit", after a meeting with others: with these, whoever is to come."""
    alone = contact.participants[0] if len(contact.participants) == 1 else None
    if alone is not None and contact.status in WANTED and is_added(reading, contact.clause):
        near = [e for e in encounters if 0 <= contact.clause.sentence - e[-1].clause.sentence <= 1]
        last = max((c.participants for c in near[-1]), key=len) if near else ()
        together = any(same_side(alone, party) for party in last)
        people = [replace(p, role=None, basis="inferred") for p in last if not same_side(p, alone) and p.diplomatic]
        return replace(contact, participants=(alone, *people)) if together else contact
    if alone is None or contact.status not in OFF or contact.trigger.type not in ("meeting", "talks", "summit"):
        return contact
    here = [e for e in encounters if any(_beside(c, contact) for c in e)]
    pair = _pair_before(reading, contact, here)
    return replace(contact, participants=pair) if any(same_side(alone, party) for party in pair) else contact


def _by_team(reading: Reading, party: Participant, team: str) -> Participant:
    """The state of a party, there by its team: "the commissions" of two presidents are those of their states."""
    states = reading.mentions_of.get(f"state/{party.iso3}", ())
    state = next((m.actor for m in states if m.actor is not None), None) or party
    role = Role(title=team, of=f"state/{party.iso3}", basis="inferred") if party.iso3 else None
    return replace(Participant.of(state, party.part), basis="inferred", role=role)


def _denied(reading: Reading, contact: Contact, encounters: Sequence[Sequence[Contact]]) -> Contact | None:
    """ "It reported that X and Y met in Oslo on May 2. The meeting did not take place": that one, with its day."""
    if not points_back(reading, contact.clause) or contact.when is not None or contact.where is not None:
        return None
    near = [c for e in encounters for c in e if 0 <= contact.clause.sentence - c.clause.sentence <= 1]
    last = max(near, key=lambda c: c.clause.head, default=None)
    if last is None or not last.real or last.weak or last.when is None or len(last.participants) < 2:
        return None
    people = tuple(replace(p, basis="inferred") for p in last.participants)
    return replace(contact, participants=people, when=last.when, where=last.where)


def _with_pair(contact: Contact, encounters: Sequence[Sequence[Contact]]) -> Contact:
    """Put the two parties of the last engagement between two in place of "the two leaders", where nobody is named who
    could be one of them: "X spoke to both leaders", "invited the two presidents"."""
    both = next((p for p in contact.participants if p.kind == "collective" and not p.members), None)
    words = set(both.name.lower().split()) if both is not None else set()
    if both is None or not words & load_words("engagements/en/pair_words"):
        return contact
    others = [p for p in contact.participants if p is not both]
    for encounter in reversed(encounters):
        people = max((c.participants for c in encounter), key=len)
        sides = [p for p in people if p.part not in ("host", "mediator")]
        if len(sides) == 2 and not same_side(*sides) and all(_is_called(p, words) for p in sides):
            if any(same_side(one, other) for one in sides for other in others):
                return contact
            meant = [replace(p, part=both.part, mention=both.mention, form=both.form, basis="inferred") for p in sides]
            meant = [replace(p, role=None) if p.kind == "person" else p for p in meant]
            return replace(contact, participants=(*meant, *others))
    return contact


def _is_called(party: Participant, words: set[str]) -> bool:
    """Whether one of two may be called so: people "leaders" and "ministers", or a state that is there by them."""
    people = bool(words & load_words("engagements/en/pair_people"))
    title = party.role.title.lower() if party.role is not None else ""
    by_them = any(same_office(title, word) or f" {title.removesuffix('s')}s".endswith(f" {word}") for word in words)
    return party.kind == ("person" if people else "state") or (people and party.kind == "state" and by_them)


def _home(reading: Reading, contact: Contact, homes: Sequence[list[Contact]]) -> list[Contact] | None:
    """The last engagement that fits; for one that is known by its place, the one there, or else planned alike."""
    place = place_before(reading, contact.clause)
    if contact.participants or place is None:
        return homes[-1] if homes else None
    here = [home for home in homes if any(c.where is not None and c.where.name == place.name for c in home)]
    alike = [home for home in homes if not contact.real and any(c.status == contact.status for c in home)]
    return here[-1] if here else alike[0] if len(alike) == len(homes) == 1 else None


def _belongs(reading: Reading, contact: Contact, encounter: Sequence[Contact]) -> bool:
    """Whether a mention fits the engagement's fullest mention in every way, and no other mention of it in time and
    place."""
    fullest = max(encounter, key=lambda other: len(other.participants))
    if any(_is_matter(contact, other) or _is_matter(other, contact) for other in encounter):
        return False
    if any(is_object(contact, other) or is_object(other, contact) or _is_aim(contact, other) for other in encounter):
        return True
    if is_previous(reading, contact.clause) and contact.real and any(not other.real for other in encounter):
        return False  # "X proposed a summit. Their last meeting was in May"
    return (
        _compatible(reading, contact, fullest)
        and not any(_elsewhere(contact, other) or _of_other_office(reading, contact, other) for other in encounter)
        and _of_one_time(reading, contact, encounter)
        and _of_one_occasion(reading, contact, encounter)
        and not (_is_one_of(reading, contact, fullest) or _is_one_of(reading, fullest, contact))
    )


def _is_one_of(reading: Reading, one: Contact, many: Contact) -> bool:
    """Whether a mention tells one of the meetings that another sums up: "held meetings with the leaders of A, B and C",
    "met A"."""
    noun = reading.tokens[many.clause.head]
    several = noun.tag == "NNS" and not many.trigger.plural and len(_sides(many)) > ONE_MEETING
    other = reading.tokens[one.clause.head]
    return several and other.tag != "NNS" and bool(one.participants) and len(_sides(one)) < len(_sides(many))


def _sides(contact: Contact) -> set[str]:
    return {participant.iso3 or participant.id for participant in contact.participants}


def is_object(noun: Contact, verb: Contact) -> bool:
    """Return whether one mention is the object of the other: "hosted" and "talks" in "hosted talks between A and B"."""
    return verb.clause.pos == "verb" and any(a.head == noun.clause.head for a in verb.clause.all("object"))


def _is_matter(noun: Contact, verb: Contact) -> bool:
    """Whether one mention is what the other was about: "discussed a summit"."""
    return verb.trigger.vague and is_object(noun, verb)


def _is_aim(noun: Contact, verb: Contact) -> bool:
    """Whether a noun says for what visit somebody came: "arrived in Accra for a two-day visit"."""
    visits = noun.trigger.type == verb.trigger.type == "visit" and noun.clause.pos == "noun"
    return visits and any(a.head == noun.clause.head for a in verb.clause.all("for", "on"))


def _recounts(reading: Reading, noun: Contact, told: Contact) -> bool:
    """Whether a noun only says which one it was that its sentence tells: "A met B on Monday, their third meeting this
    year"."""
    head = noun.clause.head
    below = reading.dependents[head]
    counted = noun.clause.pos == "noun" and {t.norm for t in below} & load_words("engagements/en/ordinal_words")
    whose = next((t.index for t in below if t.tag == "PRP$"), 0)
    apposed = reading.tokens[whose - 1].text == "," if whose else False
    told_of = head + 1 < len(reading.tokens) and reading.tokens[head + 1].pos in ("VERB", "AUX")
    return bool(counted and apposed) and not told_of and _beside(noun, told) and told.clause.head < head


def _of_one_occasion(reading: Reading, contact: Contact, encounter: Sequence[Contact]) -> bool:
    """Whether neither is told apart as another occasion: "they last met in Prague" is not the meeting of the day."""
    claims = [other for other in encounter if other.real and not other.weak]
    if not contact.real or contact.weak or not claims:
        return True
    return any(_is_other_occasion(reading, contact) == _is_other_occasion(reading, other) for other in claims)


def _is_other_occasion(reading: Reading, contact: Contact) -> bool:
    above = reading.clauses[contact.clause.under].head if contact.clause.under is not None else contact.clause.head
    head = contact.clause.head if contact.clause.pos == "verb" else above
    below = reading.dependents[head]
    words = load_words("engagements/en/occasion_adverbs")
    return any(token.dep == "advmod" and token.norm in words for token in below)


def _of_one_time(reading: Reading, contact: Contact, encounter: Sequence[Contact]) -> bool:
    """Whether neither is history that stood otherwise: "had called off" is a step of its own before "is back on"."""
    claims = [other for other in encounter if not other.weak]
    if contact.weak or not claims:
        return True
    other_day = is_long_ago(reading, contact.when) or (contact.when is not None and contact.when.granularity in LONG)
    if contact.real and other_day and not any(c.past or c.when for c in claims):
        return False  # "they met in May", "has hosted talks this year" is not the meeting of the day
    full = [other for other in claims if other.participants] or claims
    return any(other.past == contact.past or other.status == contact.status for other in full)


def _compatible(reading: Reading, a: Contact, b: Contact) -> bool:
    """Whether two mentions can speak of one engagement: kind, parties, and done or not yet done."""
    types = {a.trigger.type, b.trigger.type}
    vague = (a.trigger.vague or b.trigger.vague) and types <= TALKING
    vague = vague and ("visit" not in types or min(len(a.participants), len(b.participants)) > 1)
    if not vague and not any(types <= kind for kind in SAME_KIND):
        return False
    if _goes_between(reading, a) or (_beside(a, b) and _only_brokered(reading, a)):
        return a.real == b.real or a.weak or b.weak
    small, large = sorted((a.participants, b.participants), key=len)
    if not all(any(_same_party(one, other) for other in large) for one in small):
        return False
    points = points_back(reading, a.clause) and len(a.participants) <= len(b.participants)
    if len(small) < 2 and a.trigger.type not in ("visit", "news_conference") and not points and (a.real or b.real):
        return False
    back = len(a.participants) < 2 and points_back(reading, a.clause)
    return a.real == b.real or back or a.weak or b.weak


def _goes_between(reading: Reading, contact: Contact) -> bool:
    """Whether all that is told is who hosted, brokered or arranged what was told before: "X, who hosted the talks"."""
    if not contact.participants or any(p.part not in ("host", "mediator") for p in contact.participants):
        return False
    verb = contact.clause
    nouns = [verb] if verb.pos == "noun" else [reading.clause_at.get(a.head) for a in verb.all("object")]
    return any(noun is not None and noun.pos == "noun" and _is_bare(reading, noun) for noun in nouns)


def _only_brokered(reading: Reading, contact: Contact) -> bool:
    """ "A and B sat down, as peace talks brokered by X got under way": talks of those whom the sentence names."""
    below = reading.dependents[contact.clause.head]
    between = bool(contact.participants) and all(p.part == "mediator" for p in contact.participants)
    return between and all(t.dep in _BEHIND | {"compound", "amod"} or t.norm in ("in", "at") for t in below)


def _is_bare(reading: Reading, noun: Clause) -> bool:
    """Whether a noun points back and says nothing else of what it means: "the talks", not "the talks on Mali"; what is
    said behind it ("which were brokered by X") does not count."""
    words = load_words("engagements/en/pointing_words")
    below = reading.dependents[noun.head]
    return points_back(reading, noun) and all(t.norm in words or t.dep in _BEHIND for t in below)


def _same_party(a: Actor, b: Actor) -> bool:
    """Whether two mentions can name one party: the same actor, or a state and whoever acts for it."""
    people = a.kind == "person" and b.kind == "person"
    return a.id == b.id or (not people and same_side(a, b))


def _of_other_office(reading: Reading, a: Contact, b: Contact) -> bool:
    """Whether they name different people of one side: "the foreign ministers of X and Y" are not their presidents."""
    pairs = ((one, other) for one in a.participants for other in b.participants if same_side(one, other))
    return any(
        other_level(title, known)
        for one, other in pairs
        for title in titles(reading, one)
        for known in titles(reading, other)
    )


def titles(reading: Reading, actor: Actor) -> set[str]:
    """Return the offices that the article gives a party: "the foreign ministers of X", and those of a person by name,
    or among others: "the foreign ministers, A and B"."""
    named = reading.mentions_of.get(actor.id, ()) if actor.kind == "person" else ()
    given = {role.title for m in named if m.actor is not None and (role := m.actor.role) is not None}
    if actor.role is not None:
        given.add(actor.role.title)
    if given or actor.kind != "person":
        return given
    groups = (m.actor for m in reading.mentions if m.actor is not None and actor.id in m.actor.members)
    return {office for group in groups if (office := office_named(reading, group))}


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
