"""Who takes part in an engagement: by the roles of its trigger, of the verb that holds it, of what frames it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from communique.extract.contacts.attendees import UNNAMED, attendees, is_manner
from communique.extract.contacts.beside import one_speaking, ranked
from communique.extract.contacts.counterparts import below_owner, beside_remark, gathered, having, one_sided
from communique.extract.contacts.holding import OCCASIONS, arranged, frames, heads_of, is_absent, joins, sets, told_by
from communique.extract.contacts.invitations import asked_and_answered, bidden, invited, inviter, planning
from communique.extract.matching.between import go_betweens
from communique.extract.matching.parties import parties
from communique.lexicon.engagements import Trigger
from communique.lexicon.words import load_words
from communique.reading import Argument, Clause, Reading
from communique.records.actors import Actor, Part, Participant

_NOBODY = frozenset({"place", "document", "media"})
"""Kinds that take no part in an engagement."""

OF_SENDERS = frozenset({"letter", "meeting", "talks", "call"})
"""Types of what is sent or held by whom a clause behind it tells."""

TALKING = frozenset({"call", "meeting", "talks", "summit", "contact"})
"""Types of engagements of those who speak with one another."""

MEETING = frozenset({"meeting", "talks"})
"""Types of what a body may hold by itself."""

_OF_THE_VERB = frozenset({"subject", "object", "possessor", "compound", "of"})


_Parts = Iterator[tuple[Part, Iterable[Argument]]]
"""Who may take part: a part, and the arguments that name those who take it."""


def participants(reading: Reading, clause: Clause, trigger: Trigger, holder: Clause | None) -> tuple[Participant, ...]:
    """Return who takes part, each once: named at the trigger, at words that frame or tell of it, at the verb that holds
    it."""
    found: dict[str, Participant] = {}
    whole, saying = (clause, *frames(reading, clause)), tuple(told_by(reading, clause))
    named = chain(
        go_betweens(reading, clause, heads_of(reading, whole)),
        _at_trigger(reading, whole, trigger, saying),
        _by_others(reading, whole, trigger, holder, saying),
        _at_holder(reading, whole, trigger, holder, found),
        _at_invitation(reading, whole, trigger),
        _at_place(reading, clause, trigger),
    )
    for part, arguments in named:
        for argument in arguments:
            for actor in _taking_part(reading, argument, trigger, part):
                found.setdefault(actor.id, Participant.of(actor, part))
    going = {p.iso3 for p in found.values() if p.part in ("visitor", "organiser") and p.iso3}
    sent = any(p.part == "organiser" for p in found.values())  # "sent an envoy": whom is not told
    people = [p for p in found.values() if not (sent and p.kind == "unknown" and p.iso3 is None)]
    return tuple(p for p in people if p.part != "host" or p.iso3 not in going)  # nobody goes to himself


def _taking_part(reading: Reading, argument: Argument, trigger: Trigger, part: Part) -> Iterator[Actor]:
    """Yield the actors of an argument that can take a part in an engagement."""
    if part == "host" and reading.tokens[argument.head].lemma in load_words("engagements/en/border_nouns"):
        return  # "a visit to the border between X and Y"
    for who in attendees(reading, argument):
        actor = one_speaking(reading, argument.head, who) if trigger.type == "call" else who
        nobody = _NOBODY | (UNNAMED if part == "host" and actor.iso3 is None else frozenset())
        carried = part == "visitor" and _is_carried(reading, actor, argument)
        if actor.kind not in nobody and not carried and not _is_topic(reading, actor, argument, part):
            yield actor


def _is_carried(reading: Reading, actor: Actor, argument: Argument) -> bool:
    """ "Turkey's aid arrived in Aleppo": a thing visits nobody, whoever's it is, unless somebody came with it: "the
    minister's plane landed"."""
    return actor.kind != "person" and reading.tokens[argument.head].lemma in load_words("engagements/en/carried_nouns")


def _at_trigger(reading: Reading, whole: tuple[Clause, ...], trigger: Trigger, saying: Iterable[Clause]) -> _Parts:
    """Yield who stands in the trigger's roles: at its word, at words that frame it, at the verbs `saying` it."""
    clause, matters = whole[0], tuple(_matters(reading, whole[0]))
    for role, part in trigger.parts.items():
        for piece in whole:
            yield part, bidden(reading, piece) if role == "subject" and piece is clause else piece.all(role)
        if role not in _OF_THE_VERB:  # "a summit planned with Y", "talks over the deal with Y"
            yield part, [argument for told in saying for argument in told.all(role)]
            for matter in matters:
                if matter.all(role):
                    yield part, (*matter.all("possessor"), *matter.all(role))


def _by_others(
    reading: Reading, whole: tuple[Clause, ...], trigger: Trigger, holder: Clause | None, saying: Iterable[Clause]
) -> _Parts:
    """Yield whom other words say to be at it: who gathered, whose first visit it was, who sent it, who has it."""
    clause, first = whole[0], next(iter(trigger.parts.values()))
    yield first, gathered(reading, heads_of(reading, whole))
    for argument in ranked(reading, clause.head) if clause.pos == "noun" else ():
        yield trigger.parts.get(argument.role, first), (argument,)
    if trigger.type in TALKING:
        yield first, _counterparts(reading, whole)
        yield first, (*below_owner(reading, clause), *beside_remark(reading, whole[-1]))
    if trigger.type in OF_SENDERS:  # "the letter that X sent to Y", "the talks that X held with Y"
        active = (c for c in saying if c.link == "relative" and not (c.passive or sets(c)))
        yield first, (argument for told in active for argument in told.all("subject"))
    if holder is None and clause.pos == "noun" and trigger.type in TALKING and one_sided(whole):
        yield first, having(reading, whole[-1])


def _counterparts(reading: Reading, whole: Iterable[Clause]) -> Iterator[Argument]:
    """Yield whose counterpart a party is: "talks with *her* Chilean counterpart"."""
    for argument in (argument for piece in whole for argument in piece.all("with")):
        if reading.tokens[argument.head].lemma in load_words("engagements/en/counterpart_nouns"):
            owners = (token.index for token in reading.dependents[argument.head] if token.dep == "poss")
            yield from (Argument("possessor", owner, owner + 1, owner) for owner in owners)


def _at_holder(
    reading: Reading,
    whole: tuple[Clause, ...],
    trigger: Trigger,
    holder: Clause | None,
    found: Mapping[str, Participant],
) -> _Parts:
    """Yield who stands at the verb that holds it: its subject, whom it wants there, those in the trigger's roles."""
    if holder is None or (not joins(reading, holder) and any(piece.all("between", "among") for piece in whole)):
        return
    clause, part, heads = whole[0], next(iter(trigger.parts.values())), heads_of(reading, whole)
    wanted = holder.all("object") if any(a.head in heads for a in holder.all("for", "to")) else ()
    named = any(p.part == "visitor" for p in found.values()) or (bool(holder.all("by")) and not holder.passive)
    beside = any(a.head in heads for a in holder.all(*load_words(OCCASIONS)))
    theirs = trigger.type == "visit" and named and beside  # "agreed after a visit by X"
    if not theirs and not _is_of_another(reading, clause, holder):
        yield _part_of_holder(reading, whole, trigger, holder, wanted), holder.all("subject", "possessor")
    yield part, (*wanted, *_told_there(reading, holder, trigger, owned=bool(clause.all("possessor"))))
    if trigger.type in TALKING and _is_of_both(reading, clause, holder):
        yield part, holder.all("object")
    for role, other in trigger.parts.items():
        if role not in _OF_THE_VERB:
            yield other, holder.all(role)


def _part_of_holder(
    reading: Reading, whole: tuple[Clause, ...], trigger: Trigger, holder: Clause, wanted: Iterable[Argument]
) -> Part:
    """Return which part the subject of the verb takes: who brings a letter or arranges a meeting is between the
    parties, who invites others is host."""
    carries = _carries(holder, whole)
    if carries and trigger.type == "letter":
        return "mediator"  # "brought a message from", and not "brought others to a meeting"
    if _invites(reading, holder, wanted) or holder.predicate in load_words("language/en/hosting_verbs"):
        return "host"
    return "mediator" if carries or arranged(reading, whole[0], holder) else next(iter(trigger.parts.values()))


def _at_invitation(reading: Reading, whole: tuple[Clause, ...], trigger: Trigger) -> _Parts:
    """Yield who is asked or answers: "accepted an invitation to talks", "an invitation for X to visit"."""
    if (invitation := invited(reading, whole[-1])) is not None:
        taker = reading.clauses[invitation.under] if invitation.under is not None else invitation
        asked = invitation.all("for")
        yield next(iter(trigger.parts.values())), asked or taker.all("subject")
    if trigger.type in TALKING:
        yield next(iter(trigger.parts.values())), asked_and_answered(reading, whole[-1])
    clause = whole[0]
    for argument in clause.all("object", "to") if clause.pos == "verb" and "with" in trigger.parts else ():
        if is_manner(reading, argument) and (manner := reading.clause_at.get(argument.head)) is not None:
            yield trigger.parts["with"], manner.all("with")  # "met face to face with Y"


def _at_place(reading: Reading, clause: Clause, trigger: Trigger) -> _Parts:
    """Yield whom a visit is to, whose plan it is, and who is said to host."""
    if trigger.type == "visit":
        if (asking := inviter(reading, clause)) is not None:
            yield "host", asking.all("by" if asking.passive else "subject")
        yield "host", clause.all(*trigger.place)
    if clause.pos == "verb":
        yield trigger.parts.get("subject", next(iter(trigger.parts.values()))), planning(reading, clause)
    for below in reading.clauses_under.get(clause.index, ()):
        if _says_who_hosts(reading, below, clause):
            yield "host", below.all("subject")


def _says_who_hosts(reading: Reading, below: Clause, noun: Clause) -> bool:
    """ "Talks at which X was the host"."""
    at = below.link == "relative" and any(argument.head == noun.head for argument in below.all("at", "in"))
    words = (reading.tokens[argument.head].lemma for argument in below.all("attribute"))
    return at and any(word in load_words("engagements/en/host_nouns") for word in words)


def _is_of_another(reading: Reading, clause: Clause, verb: Clause) -> bool:
    """ "X snubbed Y during Y's visit", "X was not at the meeting": X has no part in it."""
    owners = parties(reading, *clause.all("possessor"))
    about = any(a.head == clause.head for a in verb.all(*load_words(OCCASIONS)))
    if (about and verb.negated and verb.predicate == "be") or is_absent(reading, verb):
        return True
    doers = {actor.id for actor in parties(reading, *verb.all("subject"))}
    return about and bool(owners) and not any(owner.id in doers for owner in owners)


def _matters(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """What talks are about, whose last phrase the parser may take for the matter's: "talks over the deal with Y",
    "discussed the deal with Y"."""
    roles = load_words("engagements/en/matter_prepositions") if clause.pos == "noun" else ("object",)
    for argument in clause.all(*roles):
        if (matter := reading.clause_at.get(argument.head)) is not None:
            yield matter


def _carries(verb: Clause, whole: Iterable[Clause]) -> bool:
    """ "X delivered a letter from Y": X brings what another wrote."""
    whose = any(piece.all("from", "possessor") for piece in whole) or bool(verb.all("from"))
    return whose and verb.predicate in load_words("engagements/en/carrying_verbs")


def _invites(reading: Reading, verb: Clause, guests: Iterable[Argument]) -> bool:
    """ "X invited A and B to a meeting": X is the host of the two."""
    several = {actor.id for argument in guests for actor in attendees(reading, argument)}
    return verb.predicate in load_words("engagements/en/inviting") and len(several) > 1


def _told_there(reading: Reading, verb: Clause, trigger: Trigger, *, owned: bool) -> Iterator[Argument]:
    """The other party of "in a call, X told Y that", "pressed Y at talks": an actor of the record, and not those who
    merely report; whom they warned at "their" talks is perhaps none (`owned`)."""
    words = load_words("cues/en/addressee_verbs" if owned else "cues/en/addressing")
    if trigger.type not in TALKING or verb.passive or verb.predicate not in words:
        return
    for argument in verb.all("object"):
        actor = reading.actor_at(argument.head)
        if actor is not None and actor.diplomatic:
            yield argument


def _is_of_both(reading: Reading, noun: Clause, verb: Clause) -> bool:
    """ "X warned Y during their meeting": one person and one other, and no group of which "their" may tell."""
    theirs = any(reading.tokens[a.head].norm == "their" for a in noun.all("possessor"))
    sides = (*verb.all("subject"), *verb.all("object"))
    one = all(len(reading.coordinated(a.head)) == 1 and reading.tokens[a.head].tag in ("NN", "NNP") for a in sides)
    people = all(any(actor.kind == "person" for actor in parties(reading, a)) for a in sides)
    return theirs and len(sides) == 2 and one and people and not verb.passive


def _is_topic(reading: Reading, actor: Actor, argument: Argument, part: Part) -> bool:
    """A lone state's name before the noun is its matter or place: "Iran talks", "the Singapore summit", "the Beijing
    trip"."""
    if argument.role != "compound":
        return False
    if part == "visitor":
        return actor.kind != "person"
    if actor.kind == "unknown" and reading.tokens[argument.head].norm in load_words("engagements/en/building_nouns"):
        return True  # "a Government House meeting", "an Oval Office meeting"
    return actor.kind in ("state", "organ") and actor.form != "demonym" and len(reading.coordinated(argument.head)) == 1


def is_of_one_body(reading: Reading, clause: Clause, trigger: Trigger) -> bool:
    """Return whether a meeting is that of a parliament, a cabinet or a society by itself, whoever speaks there: "a
    joint meeting of Congress", "the Peru Chile Friendship Society's annual meeting"."""
    if clause.pos != "noun" or trigger.type not in MEETING or clause.all("with", "between", "among"):
        return False
    return any(_is_one_body(reading, owner) for owner in clause.all("of", "possessor", "compound"))


def _is_one_body(reading: Reading, argument: Argument) -> bool:
    token = reading.tokens[argument.head]
    if len(reading.coordinated(argument.head)) > 1 or token.tag in ("NNS", "NNPS"):
        return False
    below = {t.norm for t in reading.dependents[argument.head]}
    society = not below.isdisjoint(load_words("engagements/en/society_words"))
    return society or token.norm in load_words("engagements/en/body_nouns")
