"""Answers as one plain sentence each, for briefings: nothing is said that the records do not say."""

from __future__ import annotations

from communique.questions.answers import Ledger, Line, Matrix, Matter, Party, Told
from communique.questions.phrases import flat, names, quoted, spaced
from communique.records.actors import Actor, When
from communique.records.events import Engagement, Event
from communique.records.proposals import Position, Proposal, Provision
from communique.records.record import Record
from communique.records.statements import Absence, Allegation, Denial, Label, Relationship, Statement
from communique.records.texts import Publication

NONE_REPORTED = "none reported"
NOT_REPORTED = "not reported"
"""What is said where no record exists: never "no"."""


def engagement(matter: Matter) -> str:
    """Return who meets, how it stands and by whose word, the slot, what is not told."""
    thread = matter.thread
    parts = [f"{spaced(thread.type)} of {names(thread.participants)}: {spaced(thread.status)}"]
    parts[0] += f" since {matter.since}" if matter.since else ""
    parts[0] += f", by {matter.by}" if matter.by else ""
    parts[0] += " (contradicting reports)" if thread.contested else ""
    parts.append(days(thread.when) or (f"slot {days(thread.window)}" if days(thread.window) else "no date reported"))
    if thread.where is not None:
        parts.append(thread.where.name)
    if matter.unanswered:
        parts.append(f"response of {', '.join(matter.unanswered)}: {NONE_REPORTED}")
    return capital("; ".join(parts))


def plan(matrix: Matrix) -> str:
    """Return a plan's title, proposers and status, how many points are declared and how many reported."""
    thread = matrix.matter.thread
    by = f", put forward by {names(matrix.proposal.proposer)}" if matrix.proposal.proposer else ""
    return f"{matrix.proposal.title}{by}: {spaced(thread.status)}{counted(matrix)}"


def counted(matrix: Matrix) -> str:
    """Return how many points are declared and reported; the text's own numbering is not reported."""
    here = len(matrix.lines)
    if matrix.declared is None:
        return f"; points reported: {here}" if here else ""
    return f"; {matrix.declared} points declared, {here} reported, numbering not reported"


def stance(matrix: Matrix, key: str, told: Told) -> str:
    """Return where a party stands on the plan as a whole."""
    party = next((p.name for p in matrix.parties if p.key == key), key)
    return f"{party} on the plan as a whole: {spaced(_stance(told))}"


def point(matrix: Matrix, line: Line) -> str:
    """Return a point and who answered it."""
    answers = [f"{p.name}: {answer(matrix, line, p)}" for p in matrix.parties if line.of(p) or proposes(matrix, p)]
    return f"“{words(line)}”" + (f" ({'; '.join(answers)})" if answers else "")


def answer(matrix: Matrix, line: Line, party: Party) -> str:
    """Return a party's answer to a point: its last stance, "proposes" for the plan's author, else "not reported"."""
    stands = line.of(party)
    if stands:
        return ", ".join(dict.fromkeys(spaced(s.stance) for s in stands))
    return "proposes" if line.provision is not None and proposes(matrix, party) else NOT_REPORTED


def proposes(matrix: Matrix, party: Party) -> bool:
    """Return whether a party is an author of the plan."""
    return any((actor.iso3 or actor.id) == party.key for actor in matrix.proposal.proposer)


def charge(ledger: Ledger) -> str:
    """Return who alleges what of whom, with the hedge; who denied it, in which scope."""
    denials = dict.fromkeys(f"{denier(d.denier)} ({d.scope}, {stated(d.when)})" for d in ledger.answers)
    return f"{_alleged(ledger)}; denial: {', '.join(denials) or NONE_REPORTED}"


def _alleged(ledger: Ledger) -> str:
    charges = list(ledger.charges)
    if not charges:
        return ledger.matter.thread.title
    first = charges[0]
    hedges = dict.fromkeys(f"“{c.hedge.text}”" for c in charges if c.hedge)
    whom = f"{names(first.accusers) or 'unnamed'} against {names(first.accused) or 'unnamed'}"
    hedged = f" ({', '.join(hedges)})" if hedges else ""
    return f"{whom}: “{flat(first.content.text)}”{hedged}, {stated(first.when)}"


def stated(when: When | None) -> str:
    """Return a time as ISO days, or that none is stated."""
    return days(when) or "date not stated"


def denier(actor: Actor | None) -> str:
    """Return who denied it."""
    return actor.name if actor is not None else "unnamed"


def statement(told: Told) -> str:
    """Return who said it, how, when and where."""
    record = told.record
    assert isinstance(record, Statement)
    where = told.venue.record.where if told.venue is not None else None
    at = f" in {where.name}" if where is not None else ""
    when = f", {days(record.when)}" if days(record.when) else ""
    said = flat(" … ".join(_verbatim(record) or [piece.text for piece in record.content]))
    return f"{denier(record.speaker)}{at}{when} ({spaced(record.act)}): {said}"


def _verbatim(statement: Statement) -> list[str]:
    """Return what of the quotations is this statement's: each with its marks, but one that goes on to other statements
    cut to this one's words."""
    own = []
    for quote in statement.quotes:
        for piece in statement.content:
            first, last = max(quote.start, piece.start), min(quote.end, piece.end)
            if first < last:
                whole = first - quote.start <= 1 and quote.end - last <= 1
                own.append(quote.text if whole else quoted(quote.text[first - quote.start : last - quote.start]))
    return own


def event(told: Told) -> str:
    """Return what happened between whom, its status, and who says so."""
    record = told.record
    assert isinstance(record, Event)
    sides = " → ".join(filter(None, (names(record.actors), names(record.recipients))))
    holders = " › ".join(names(level) for level in record.holder)
    when = f", {days(record.when)}" if days(record.when) else ""
    said = f", according to {holders}" if holders else ""
    what = f"{spaced(record.mode or record.type.lower())} ({spaced(record.status)})"
    return f"{what}{': ' + sides if sides else ''}{when}{said}"


def _stance(told: Told) -> str:
    return told.record.stance if isinstance(told.record, Position) else NOT_REPORTED


def days(when: When | None) -> str:
    """Return a time as ISO days, "" where it is not resolved."""
    if when is None or (when.from_ is None and when.to is None):
        return ""
    if when.from_ == when.to:
        return when.from_ or ""
    return f"{when.from_ or '?'} to {when.to or '?'}"


def capital(words: str) -> str:
    """Return words with a capital at the beginning."""
    return words[:1].upper() + words[1:]


def words(line: Line) -> str:
    """Return the words of a point; the plan as a whole has none of its own."""
    record = line.provision.record if line.provision is not None else None
    return flat(record.text.text) if isinstance(record, Provision) else "the plan as a whole"


def own_words(record: Record) -> str:
    """Return the words that are the record's own: what was said, the point, the label; else its trigger."""
    match record:
        case Statement():
            pieces = record.content
        case Provision() | Absence() | Label():
            pieces = (record.text,)
        case Allegation():
            pieces = (record.content,)
        case Denial():
            pieces = (record.content or record.cue,)
        case Position():
            pieces = (record.topic,)
        case Proposal():
            return record.title
        case _:
            pieces = record.defining[:1]
    return flat(" … ".join(piece.text for piece in pieces))


def published(when: Publication | None) -> str:
    """Return the day or days of publication; "undated" where none is known."""
    if when is None:
        return "undated"
    return when.to if when.from_ == when.to else f"{when.from_}/{when.to}"


def summary(record: Record) -> tuple[str, str]:
    """Return who, and what in one term: for lists in which records of several kinds stand together."""
    match record:
        case Engagement():
            return names(record.participants), f"{spaced(record.type)} {spaced(record.status)}"
        case Event():
            what = f"{spaced(record.mode or record.type)} {spaced(record.status)}"
            return " → ".join(filter(None, (names(record.actors), names(record.recipients)))), what
        case Statement():
            return denier(record.speaker), spaced(record.act)
        case Allegation():
            return f"{names(record.accusers) or 'unnamed'} → {names(record.accused) or 'unnamed'}", "alleged"
        case Denial():
            return denier(record.denier), f"denied ({record.scope})"
        case Position():
            return record.party.name, spaced(record.stance)
        case Proposal():
            return names(record.proposer) or record.title, spaced(record.status)
        case Provision():
            return names(record.addressees), spaced(record.topic)
        case Relationship():
            return f"{record.a.name} → {record.b.name}", spaced(record.relation)
        case Label():
            return record.about.name, f"“{record.text.text}”"
        case Absence():
            return denier(record.who), "not said"
    return "", record.kind
