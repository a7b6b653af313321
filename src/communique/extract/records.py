"""All records of a reading, in the order in which they need one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from typing import Any

from communique.extract.absences import find_absences
from communique.extract.claims.allegations import find_allegations
from communique.extract.claims.answers import find_answers
from communique.extract.claims.denials import find_denials
from communique.extract.claims.rebuttals import deny_statements
from communique.extract.contacts.engagements import find_engagements, with_speeches
from communique.extract.contacts.venues import at_venues
from communique.extract.happenings.events import find_events
from communique.extract.happenings.everyday import everyday_sentences, is_everyday
from communique.extract.happenings.neighbours import with_neighbours
from communique.extract.matching.campaigns import with_rivals_aside
from communique.extract.matching.finding import find_matches
from communique.extract.matters import link_matters, without_doubles, without_told
from communique.extract.plans.positions import find_positions
from communique.extract.plans.proposals import find_proposals
from communique.extract.plans.provisions import find_provisions
from communique.extract.sequence import in_sequence
from communique.extract.speech.directions import directed, unspoken
from communique.extract.speech.labels import find_labels
from communique.extract.speech.statements import find_statements
from communique.extract.ties.relationships import find_relationships
from communique.lexicon.actors import Registry
from communique.lexicon.lexicon import Lexicon
from communique.lexicon.words import load_words
from communique.reading import Reading
from communique.records.actors import Actor, same_side
from communique.records.events import Engagement, Event
from communique.records.proposals import Proposal, Provision
from communique.records.record import Record
from communique.records.statements import Absence, Allegation, Denial, Statement


def find_records(reading: Reading, lexicon: Lexicon, all_statements: bool = False) -> list[Record]:
    """Return the records of a reading, in no particular order; ordinals are not yet given."""
    engagements = with_speeches(reading, find_engagements(reading, lexicon.engagements))
    matches = find_matches(reading, lexicon.events, meetings=False)
    spoken = directed(reading, find_statements(reading, lexicon.cues, all_statements), matches, lexicon.codebook)
    proposals = find_proposals(reading, lexicon.proposals)
    allegations = find_allegations(reading, lexicon.relations, lexicon.hedges)
    denials = find_denials(reading, allegations, lexicon.relations)
    answers = [s for s in spoken if not any(s.cue == denial.cue for denial in denials)]
    denials += find_answers(reading, lexicon.relations, allegations, answers)
    told = [match for match in matches if match.rule.record == "event"]
    told += unspoken(reading, matches, spoken, [*allegations, *denials], lexicon.codebook)
    events = find_events(reading, lexicon.events, sorted(told, key=lambda match: match.clause.index))
    events = without_told(events, reading, [*engagements, *proposals, *allegations, *denials], lexicon.events)
    found = with_neighbours(reading, in_sequence(reading, [*engagements, *events, *proposals, *allegations, *denials]))
    matters: Sequence[Record] = found
    charges = [record for record in found if isinstance(record, Allegation | Denial)]
    statements = [s for s in spoken if not any(_same_speech(s, c) for c in charges)]
    statements = link_matters(without_doubles(statements, matters), matters)
    statements = at_venues(reading, statements, [record for record in found if isinstance(record, Engagement)])
    absences = find_absences(reading, lexicon.cues)
    statements = [s for s in statements if not any(_is_silence(s, a) for a in absences)]
    denials = deny_statements(reading, lexicon.relations, [r for r in found if isinstance(r, Denial)], statements)
    records = [
        *(record for record in found if not isinstance(record, Denial)),
        *denials,
        *statements,
        *absences,
        *find_provisions(reading, proposals, lexicon.proposals),
        *find_positions(reading, proposals, statements, denials, lexicon.proposals),
        *find_relationships(reading, lexicon.relations),
        *find_labels(reading, lexicon.relations),
    ]
    records = with_rivals_aside(reading, records)
    if all_statements:
        return records
    everyday = everyday_sentences(reading)
    return [r for r in records if is_diplomatic(r, lexicon.actors) and not is_everyday(reading, r, everyday)]


def is_diplomatic(record: Record, registry: Registry) -> bool:
    """Whether a record has a diplomatic actor in one of its roles; plans, their points and states of affairs need none.

    Who merely reports (the holder) makes nothing diplomatic.
    """
    kind: Any = type(record)
    named = [getattr(record, name) for name in _told(kind)]
    actors = [a for value in named for a in (value if isinstance(value, tuple) else (value,)) if isinstance(a, Actor)]
    if isinstance(record, Absence) and not actors:
        return True  # "no date has been announced"
    if isinstance(record, Event) and actors and record.where is None and record.type != "STATE":
        return any(_public(actor, registry) for actor in actors) or not any(actor.diplomatic for actor in actors)
    return any(_public(actor, registry) for actor in actors) or isinstance(record, _NEED_NO_ACTOR)


@cache
def _told(kind: type) -> tuple[str, ...]:
    """The fields of a kind of record but that of who reports."""
    return tuple(field.name for field in fields(kind) if field.name != "holder")


def _public(actor: Actor, registry: Registry) -> bool:
    """Whether an actor is a diplomatic one, and not just a mayor or a judge of no named state, a spokesman or director
    of nobody known, or somebody's study."""
    if not actor.diplomatic or actor.iso3 is not None:
        return actor.diplomatic
    if actor.kind == "document":
        row = registry.document_nouns.get(actor.name.split()[-1].lower())
        return row is None or row["family"] != "report" or bool(actor.members)
    if actor.kind == "person" and actor.role is not None and actor.role.of is None and actor.id.startswith("mention/"):
        title = actor.role.title.lower()
        last = title.split()[-1]
        noun = registry.person_nouns.get(last)
        if last in load_words("actors/served_nouns"):
            return any(f" {word} " in f" {title} " for word in load_words("actors/public_words"))
        return noun is None or noun.use != "local"
    return True


_MOST = 0.7
"""Share of a statement's words beyond which what it alleges is all it says."""

_NEED_NO_ACTOR = (Proposal, Provision, Event)


def _is_silence(statement: Statement, absence: Absence) -> bool:
    """Whether a statement is what somebody would not say, told as an absence: "declined to comment"."""
    told = [*statement.content, *([statement.cue] if statement.cue else [])]
    inside = all(absence.text.start <= span.start and span.end <= absence.text.end for span in told)
    return statement.act == "refuse" and inside


def _same_speech(statement: Statement, charge: Allegation | Denial) -> bool:
    """Whether a statement is an allegation or denial told again: the same cue and content. One referent, one record."""
    if charge.cue is None or statement.cue is None:
        return False
    if not statement.cue.overlaps(charge.cue):
        return isinstance(charge, Allegation) and _says_no_more(statement, charge)
    return charge.content is None or any(content.overlaps(charge.content) for content in statement.content)


def _says_no_more(statement: Statement, charge: Allegation) -> bool:
    """Whether the accuser's own speech is the accusing and little else: "said he believed that B was behind it"."""
    whole = next((c for c in statement.content if charge.cue and c.start <= charge.cue.start < c.end), None)
    own = statement.speaker is not None and any(same_side(a, statement.speaker) for a in charge.accusers)
    if whole is None or not own or not whole.overlaps(charge.content):
        return False
    return charge.content.end - charge.content.start > (whole.end - whole.start) * _MOST
