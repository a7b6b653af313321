"""Finds single mentions of engagements: a trigger word, the parties at it, place, time, status."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.parties import parties, phrases_after
from communique.lexicon.engagements import Trigger, Triggers
from communique.lexicon.words import load_words
from communique.reading import NAMED, PRESENT, PURPOSE, Argument, Clause, Factuality, Mention, Reading
from communique.records.actors import Actor, Part, Participant, When, Where, same_side
from communique.records.events import EngagementStatus, EventStatus
from communique.records.texts import Span

LADDER: dict[EventStatus, EngagementStatus] = {
    "occurred": "held", "historical": "held", "ongoing": "under_way", "planned": "announced", "announced": "announced",
    "agreed": "announced", "sought": "sought", "demanded": "sought", "proposed": "proposed", "offered": "proposed",
    "possible": "hypothetical", "hypothetical": "hypothetical", "threatened": "hypothetical", "postponed": "postponed",
    "cancelled": "cancelled", "refused": "refused",
}  # fmt: skip
"""Event status of the trigger -> rung of the engagement ladder; what is denied, negated or alleged is on no rung."""


_SIDES = {"state", "armed_group", "organisation", "movement", "party"}
"""Kinds that send envoys, officials and delegations."""

_NOBODY = {"place", "document", "media"}
"""Kinds that take no part in an engagement."""


@dataclass(frozen=True, slots=True)
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

    @property
    def real(self) -> bool:
        """Whether it took or takes place."""
        return self.status in ("held", "under_way")


def find_contacts(reading: Reading, triggers: Triggers) -> Iterator[Contact]:
    """Yield the mentions of engagements, in text order."""
    for clause in reading.clauses:
        for trigger in triggers.get(clause.predicate, ()):
            if trigger.pos == clause.pos and _worded(reading, clause, trigger):
                contact = _contact(reading, clause, trigger)
                if contact is not None:
                    yield contact
                    break


def _worded(reading: Reading, clause: Clause, trigger: Trigger) -> bool:
    """Whether the words around the predicate are those of the trigger."""
    token = reading.tokens[clause.head]
    if trigger.plural and token.tag not in ("NNS", "NNPS"):
        return False
    below = {
        reading.tokens[c].lemma
        for c in reading.children[clause.head]
        if reading.tokens[c].dep in ("compound", "amod", "nmod")
    }
    if not any(head == clause.predicate and before <= below for head, before in trigger.words):
        return False
    thing = clause.one("object") if trigger.pos == "verb" and "object" in trigger.parts else None
    if thing is not None and thing.head not in reading.mention_at and not _is_manner(reading, thing):
        return False
    if trigger.objects and not _heads(reading, clause, "object") & trigger.objects:
        return False
    return not trigger.by or bool(_heads(reading, clause, "by", "on", "via", "over") & trigger.by)


def _is_manner(reading: Reading, argument: Argument) -> bool:
    """ "met face to face": the parser takes the first face for an object."""
    return reading.tokens[argument.head].lemma in load_words("engagements/en/manner_nouns")


def _heads(reading: Reading, clause: Clause, *roles: str) -> set[str]:
    return {reading.tokens[argument.head].lemma for argument in clause.all(*roles)}


def _contact(reading: Reading, clause: Clause, trigger: Trigger) -> Contact | None:
    factuality = reading.factuality[clause.index]
    support = _support(reading, clause, trigger) if clause.pos == "noun" else None
    participants = _participants(reading, clause, trigger, support)
    when = _time(reading, clause)
    done = support is not None and support.pos == "verb" and any(a.head == clause.head for a in support.all("object"))
    if factuality.why == NAMED and support is not None and done:
        # "delivered a letter" is a letter sent, "will deliver" is not yet
        factuality = reading.factuality[support.index]
    status = _status(reading, clause, factuality, participants, when)
    where = _place(reading, clause, trigger)
    points = not participants and pointing(reading, clause)
    named = any(actor.diplomatic for actor in participants) and _enough(reading, clause, trigger, participants, where)
    if status is None or not (named or points):
        return None
    return Contact(trigger, clause, participants, status, when, where, factuality.scope, factuality.why == NAMED)


def _status(
    reading: Reading,
    clause: Clause,
    factuality: Factuality,
    participants: tuple[Participant, ...],
    when: When | None,
) -> EngagementStatus | None:
    """The rung of the ladder on which the text puts the engagement; None for what is denied, negated or alleged."""
    if (standing := _standing(reading, clause)) is not None:
        return standing
    status = LADDER.get(factuality.status)
    scheduled = status == "under_way" and factuality.why == PRESENT
    if scheduled or (status in ("held", "under_way") and _to_come(reading, when)):
        return "announced"
    wished = factuality.status == "planned" and factuality.why != PURPOSE
    if wished and _one_sided(reading, factuality.scope, participants):
        return "sought"
    invited = any(reading.clauses[i].predicate in load_words("engagements/en/inviting") for i in factuality.scope[-1:])
    return "invited" if status == "proposed" and invited else status


def _standing(reading: Reading, clause: Clause) -> EngagementStatus | None:
    """ "The summit is on", "is back on", "is off"."""
    above = reading.clauses[clause.under] if clause.under is not None else None
    if (
        above is None
        or above.predicate != "be"
        or above.negated
        or not any(a.head == clause.head for a in above.all("subject"))
    ):
        return None
    words = {
        reading.tokens[c].norm
        for c in reading.children[above.head]
        if not any(reading.tokens[below].dep == "pobj" for below in reading.children[c])
    }
    return "announced" if "on" in words else "cancelled" if "off" in words else None


def pointing(reading: Reading, clause: Clause) -> bool:
    """Whether a mention points back to one made before: "the meeting", "their talks", but not "the Paris meeting"."""
    below = [reading.tokens[child] for child in reading.children[clause.head]]
    points = any(token.norm in load_words("engagements/en/pointing_words") for token in below)
    return clause.pos == "noun" and points and not any(token.pos == "PROPN" for token in below)


def _participants(
    reading: Reading, clause: Clause, trigger: Trigger, support: Clause | None
) -> tuple[Participant, ...]:
    found: dict[str, Participant] = {}

    def add(part: Part, *arguments: Argument) -> None:
        nobody = _NOBODY | ({"unknown", "collective"} if part == "host" else set())
        for argument in arguments:
            for actor in _named(reading, argument):
                if actor.kind not in nobody and not _is_topic(reading, actor, argument, part):
                    found.setdefault(actor.id, Participant.of(actor, part))

    for role, part in trigger.parts.items():
        add(part, *clause.all(role))
        if role in ("with", "between", "among"):  # "a summit planned with Y"
            add(part, *(argument for told in _told(reading, clause) for argument in told.all(role)))
    if support is not None and not clause.all("between", "among"):
        wanted = support.all("object") if any(a.head == clause.head for a in support.all("for", "to")) else ()
        add(next(iter(trigger.parts.values())), *support.all("subject", "possessor"), *wanted)
        for role, part in trigger.parts.items():
            if role not in ("subject", "object", "possessor", "compound", "of"):
                add(part, *support.all(role))
    if trigger.type == "visit":
        add("host", *clause.all("object", *trigger.place))
    return tuple(found.values())


def _is_topic(reading: Reading, actor: Actor, argument: Argument, part: Part) -> bool:
    """A lone state's name before the noun is its matter or place: "Iran talks", "the Singapore summit", "the Beijing
    trip"."""
    if argument.role != "compound":
        return False
    if part == "visitor":
        return actor.kind != "person"
    return actor.kind in ("state", "organ") and actor.form != "demonym" and len(reading.coordinated(argument.head)) == 1


def _named(reading: Reading, argument: Argument) -> tuple[Actor, ...]:
    """The parties of an argument; "Armenian and Azerbaijani ministers" are two, "Hamas negotiators" stand for Hamas."""
    actors = parties(reading, argument)
    group = reading.mention_at.get(argument.head)
    if group is not None and (not actors or (len(actors) == 1 and actors[0].kind in ("unknown", "collective"))):
        within = reading.mentions_within(group.first, group.last)
        inside = [mention.actor for mention in within if mention.reading == "actor" and mention is not group]
        sides = {actor.id: actor for actor in inside if actor is not None and actor.kind in _SIDES}
        if len(sides) > 1 or (sides and not any(actor.iso3 for actor in actors)):
            return tuple(sides.values())
    return actors


def _support(reading: Reading, clause: Clause, trigger: Trigger) -> Clause | None:
    """The verb whose subject takes part: "held a meeting", "told a news conference", "in a call with Y, X said"."""
    if clause.under is None:
        return None
    above = reading.clauses[clause.under]
    role = next((a.role for a in above.arguments if a.head == clause.head), None)
    if above.pos != "verb":
        return (
            above if role in ("for", "of") and above.predicate in load_words("engagements/en/support_nouns") else None
        )
    if trigger.speaker_of:
        return above if role in trigger.speaker_of else None
    moves = role == "for" and above.predicate in load_words("language/en/motion_verbs")
    invited = role == "to" and above.predicate in load_words("engagements/en/inviting")
    held = (
        moves
        or invited
        or (role in ("object", "for") and above.predicate in load_words("engagements/en/support_verbs"))
    )
    return above if held or role in load_words("engagements/en/occasion_prepositions") else None


def _enough(
    reading: Reading, clause: Clause, trigger: Trigger, participants: tuple[Participant, ...], where: Where | None
) -> bool:
    match trigger.requires.split(":"):
        case ["place"]:
            if clause.pos == "verb" and any(not _is_manner(reading, a) for a in clause.all("object")):
                return False  # "heading the delegation" goes nowhere
            return where is not None or any(p.part == "host" for p in participants)
        case ["role", role]:
            return any(reading.mention_at.get(a.head) is not None for a in clause.all(role))
        case ["person", role]:
            return any(a.kind in ("person", "unknown", "collective") for a in parties(reading, *clause.all(role)))
        case _:
            return len(participants) >= int(trigger.requires)


def _place(reading: Reading, clause: Clause, trigger: Trigger) -> Where | None:
    """The place named in one of the trigger's place roles: at the trigger, its object, or the verbs around it."""
    heads = [argument.head for argument in clause.all(*trigger.place)]
    for argument in clause.all("object", "subject") if clause.pos == "verb" else ():
        heads.extend(phrases_after(reading, argument.head, trigger.place))
    for around in _around(reading, clause):
        heads.extend(a.head for a in around.all(*(trigger.place - {"object", "to"})))
    for head in heads:
        mention = reading.mention_at.get(head)
        where = _where(reading, mention) if mention is not None else None
        if where is not None:
            return where
    return None


def _where(reading: Reading, mention: Mention) -> Where | None:
    actor = mention.actor
    if actor is None or not (mention.reading == "place" or actor.kind in ("place", "state")):
        return None
    return Where(name=actor.name, iso3=mention.iso3 or actor.iso3, mention=reading.span(mention.first, mention.last))


def _time(reading: Reading, clause: Clause) -> When | None:
    """The time expression that modifies the trigger, or else one of the verbs around it."""
    for around in (clause, *_around(reading, clause)):
        decides = around is not clause and around.predicate in load_words("engagements/en/deciding_verbs")
        for time in reading.times_at.get(around.head, ()):
            # "on Monday X called off a visit": the day is the decision's, unless it is still to come
            if time.type in ("DATE", "TIME") and (not decides or _to_come(reading, time.when)):
                return time.when
    return None


def _around(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """Yield the verbs that tell of a noun: "the meeting, which was to be held in X", "a summit planned for June".

    The verb of which it is an argument comes last.
    """
    yield from _told(reading, clause)
    if clause.pos == "noun" and clause.under is not None and clause.link == "argument":
        yield reading.clauses[clause.under]


def _told(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """Yield the verbs after a noun of which it is the logical object or subject."""
    if clause.pos != "noun":
        return
    for later in reading.clauses[clause.index + 1 :]:
        if later.sentence != clause.sentence:
            break
        told = any(argument.head == clause.head for argument in later.all("object", "subject"))
        if told and later.predicate in load_words("engagements/en/support_verbs"):
            yield later


def _to_come(reading: Reading, when: When | None) -> bool:
    """Whether a time lies wholly after publication."""
    published = reading.article.published
    return when is not None and when.from_ is not None and published is not None and when.from_[:10] > published.to


def _one_sided(reading: Reading, scope: tuple[int, ...], participants: tuple[Participant, ...]) -> bool:
    """Whether a plan is only that of one party: "X plans to meet Y" is sought, not announced."""
    if not scope:
        return False
    planner = reading.clauses[scope[-1]].one("subject", "possessor")
    actor = reading.actor_at(planner.head) if planner is not None else None
    return actor is not None and any(same_side(actor, participant) for participant in participants)


def trigger_span(reading: Reading, contact: Contact) -> Span:
    """Return the words of the trigger, with the noun before it where that belongs to it ("news conference")."""
    head = contact.clause.head
    before = {word for lemma, words in contact.trigger.words for word in words}
    first = head
    while first - 1 >= contact.clause.first and reading.tokens[first - 1].lemma in before:
        first -= 1
    return reading.span(first, head + 1)
