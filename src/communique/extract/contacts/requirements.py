"""Whether the parties and the place that a trigger requires are named."""

from __future__ import annotations

from communique.extract.contacts.attendees import PRIVATE, UNNAMED, attendees, counted, is_manner, is_place
from communique.extract.contacts.invitations import inviter
from communique.extract.matching.parties import parties
from communique.lexicon.engagements import Trigger
from communique.lexicon.words import load_words
from communique.reading import Argument, Clause, Reading
from communique.records.actors import Actor, Participant, Where

_GOING = ("visitor", "organiser")
"""Parts of those who go somewhere, or send somebody there."""


def enough(
    reading: Reading, clause: Clause, trigger: Trigger, people: tuple[Participant, ...], where: Where | None
) -> bool:
    """Whether the parties, or the place, that the trigger requires are named."""
    asked = clause.pos == "verb" and inviter(reading, clause) is not None
    nobody = not any(p.part != "host" and (p.diplomatic or not asked) for p in people)
    nowhere = "object" in trigger.place and _anywhere(reading, clause)
    if clause.pos == "verb" and trigger.type == "visit" and (nobody or nowhere):
        return False
    wanted = trigger.requires.split(" & ")
    return all(_has(reading, clause, trigger, requirement, people, where) for requirement in wanted)


def _has(
    reading: Reading,
    clause: Clause,
    trigger: Trigger,
    requirement: str,
    people: tuple[Participant, ...],
    where: Where | None,
) -> bool:
    """Whether one of the things that a trigger requires is there."""
    match requirement.split(":"):
        case ["away"]:  # who flies home visits nobody
            homeward = load_words("engagements/en/homeward_adverbs")
            if any(t.norm in homeward and t.dep == "advmod" for t in reading.dependents[clause.head]):
                return False
            return where is None or {p.iso3 for p in people if p.part in _GOING} != {where.iso3 or ""}
        case ["abroad"]:
            senders = {p.iso3 for p in people if p.part == "organiser"}
            codes = senders or {p.iso3 for p in people if p.part == "visitor"}
            return where is not None and where.iso3 not in codes | {None} and None not in codes
        case ["place"]:
            moved = (
                a
                for a in clause.all("object")
                if "object" not in trigger.parts and not is_manner(reading, a) and not is_place(reading, a)
                if reading.tokens[a.head].lemma not in trigger.objects
            )
            deed = (reading.clause_at.get(a.head) for a in clause.all("complement") if clause.passive)
            if clause.pos == "verb" and (any(moved) or any(c is not None and c.infinitive for c in deed)):
                return False  # "heading the delegation", "a court in Arusha is expected to rule" go nowhere
            return where is not None or any(p.part == "host" for p in people)
        case ["sides", number]:
            crowd = {p.id for p in people if p.kind == "movement" and p.id.startswith("mention/")}  # "protesters"
            return len({p.iso3 or p.id for p in people if p.diplomatic and p.id not in crowd}) >= int(number)
        case ["role", role]:
            return inviter(reading, clause) is not None or any(
                reading.mention_at.get(a.head) is not None for a in clause.all(*role.split("|"))
            )
        case ["several", role]:
            meant = [one for argument in clause.all(role) for one in counted(reading, argument)]
            heads = [h for argument in meant for h in reading.coordinated(argument.head)]
            named = [argument for argument in meant if all(h in reading.mention_at for h in heads)]
            came = [a for argument in named for a in attendees(reading, argument) if a.diplomatic]
            return len({a.iso3 or a.id for a in came if a.kind not in UNNAMED}) > 1
        case ["person", role]:
            return any(_is_person(reading, argument) for argument in clause.all(role))
        case _:
            return len(people) >= int(requirement)


def _is_person(reading: Reading, argument: Argument) -> bool:
    """Whether people and no state are told of: by name, by a delegation, by an office ("her Danish counterpart")."""
    if reading.tokens[argument.head].lemma in load_words("engagements/en/team_nouns"):
        return True
    return any(_is_guest(actor) for actor in parties(reading, argument))


def _is_guest(actor: Actor) -> bool:
    """Whether somebody may be meant by himself, and no crowd: not "200 people from Mali", "tourists"."""
    crowd = actor.kind == "unknown" and actor.iso3 is None and PRIVATE & set(actor.sectors)
    return actor.kind in ("person", "unknown", "collective") and not crowd


def _anywhere(reading: Reading, clause: Clause) -> bool:
    """Return whether a visit goes to no country in particular: "when I visit other countries", "everywhere he visits"
    (which the parser may take for a visit of himself)."""
    thing = clause.one("object")
    mention = reading.mention_at.get(thing.head) if thing is not None else None
    goal = mention.actor if mention is not None else None
    if goal is None:
        return False
    themselves = {actor.id for actor in parties(reading, *clause.all("subject"))}
    return (goal.kind == "collective" and not goal.members) or goal.id in themselves
