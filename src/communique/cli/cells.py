"""The cells of a row: what the columns of each section say about one record."""

from __future__ import annotations

from rich.text import Text

from communique.cli.layout import tone
from communique.questions import lines, phrases
from communique.records import (
    Absence,
    Actor,
    Allegation,
    Denial,
    Engagement,
    Event,
    Label,
    Position,
    Proposal,
    Provision,
    Relationship,
    Statement,
)

Cells = tuple[Text | str, ...]


def engagement_cells(engagement: Engagement) -> Cells:
    """Return type, participants, status, time or slot, place."""
    kind = phrases.spaced(engagement.type)
    where = engagement.where.name if engagement.where else ""
    return (
        kind,
        _who(phrases.sides(engagement.participants)),
        tone(engagement.status),
        phrases.schedule(engagement),
        where,
    )


def statement_cells(statement: Statement) -> Cells:
    """Return act, how much is quoted, time, whom it is said to or directed at, who reports it."""
    to = phrases.reached(statement)
    reported = phrases.vouching(statement.holder)
    return phrases.spaced(statement.act), lines.QUOTED[statement.mode], phrases.time(statement.when), to, reported


def proposal_cells(proposal: Proposal, reported: int) -> Cells:
    """Return title, status, proposers, time, points declared and reported."""
    points = f"{proposal.declared_points} declared, {reported} here" if proposal.declared_points else ""
    by, when = phrases.names(proposal.proposer), phrases.time(proposal.when)
    return _who(proposal.title), tone(proposal.status), by, when, points


def provision_cells(provision: Provision) -> Cells:
    """Return the provision's words, its addressees, its topic."""
    return phrases.flat(provision.text.text), phrases.names(provision.addressees), phrases.spaced(provision.topic)


def position_cells(position: Position) -> Cells:
    """Return party, stance, on what, through whom."""
    return _who(position.party.name), tone(position.stance), phrases.flat(position.topic.text), _name(position.via)


def allegation_cells(allegation: Allegation, denied: bool) -> Cells:
    """Return accusers, accused, the hedge verbatim, time, whether it is denied in this article."""
    who = phrases.names(allegation.accusers) or phrases.vouching(allegation.holder) or "unnamed"
    hedge = Text(phrases.quoted(allegation.hedge.text), "hedge") if allegation.hedge else ""
    answer = Text("denied", "failed") if denied else Text("no denial here", "past")
    return _who(who), phrases.names(allegation.accused), hedge, phrases.time(allegation.when), answer


def denial_cells(denial: Denial) -> Cells:
    """Return denier, scope, time, who reports it."""
    scope = Text(denial.scope, "wished" if denial.scope == "ambiguous" else "")
    return _who(phrases.name(denial.denier)), scope, phrases.time(denial.when), phrases.vouching(denial.holder)


def event_cells(event: Event) -> Cells:
    """Return type and mode, status, who to whom, time, place, who vouches."""
    kind = f"{event.type} {phrases.spaced(event.mode)}" if event.mode else event.type
    doers, done_to = phrases.names(event.actors), phrases.names(event.recipients)
    who = f"{doers} {phrases.ARROW} {done_to}".strip() if done_to else doers
    where = event.where.name if event.where else ""
    return kind, tone(event.status), _who(who), phrases.time(event.when), where, phrases.vouching(event.holder)


def tie_cells(tie: Relationship) -> Cells:
    """Return one party, the relation, the other party."""
    return _who(phrases.name(tie.a)), phrases.spaced(tie.relation), phrases.name(tie.b)


def label_cells(label: Label) -> Cells:
    """Return about whom, the words, by whom."""
    return _who(phrases.name(label.about)), phrases.quoted(label.text.text), _name(label.by)


def absence_cells(absence: Absence) -> Cells:
    """Return who did not say it."""
    return (_who(_name(absence.who)),)


def _who(words: str) -> Text:
    return Text(words, "who")


def _name(actor: Actor | None) -> str:
    return phrases.name(actor) if actor else ""
