"""What a row of a list says of a matter or record: the same words in a terminal and on a page.

What is not reported is said to be so; it is never shown as "no".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.questions import phrases, wording
from communique.questions.answers import Change, Inference, Ledger, Matter, Told
from communique.questions.matters import side_name
from communique.records import Actor, Allegation, Event, Participant
from communique.records.parties import named
from communique.records.views import UNREPORTED

QUOTED = {"verbatim": "verbatim", "mixed": "partly quoted", "paraphrase": "paraphrase"}
"""How much of a statement stands in quotation marks."""


def notes(matter: Matter) -> Iterator[str]:
    """Yield what the table cannot show: by whose word, contradiction, doubtful days, silences."""
    said = phrases.spaced(matter.thread.history[-1].status) if matter.thread.history else ""
    passed = "; its time has passed, outcome: none reported" if matter.thread.status == UNREPORTED else ""
    if matter.thread.of == "engagement" and (matter.by or passed):
        yield (f"{said} by {matter.by}" if matter.by else said) + passed
    if matter.thread.contested:
        yield "reports contradict one another: " + "; ".join(
            f"{phrases.spaced(step.status)} ({step.by}, {step.reported or 'undated'})" for step in matter.thread.history
        )
    if matter.within == "possibly":
        yield "possibly within the days asked for"
    for gap in matter.gaps:
        yield f"not told: {wording.own_words(gap.record)}"
    if matter.unanswered:
        yield f"response of {', '.join(matter.unanswered)}: {wording.NONE_REPORTED}"


def parties(matter: Matter) -> str:
    """Return who takes part, and how."""
    people = named(matter.thread.participants)
    parts = [p if isinstance(p, Participant) else Participant.of(p, "participant") for p in people]
    return phrases.sides(parts) if matter.thread.of == "engagement" else phrases.names(parts) or matter.thread.title


def counts(matter: Matter) -> str:
    """Return in how many reports, and of how many independent sources."""
    thread = matter.thread
    of = f" of {phrases.plural(thread.independent_sources, 'source')}" if thread.reports > 1 else ""
    return f"{phrases.plural(thread.reports, 'report')}{of}"


def accusers(charges: Iterable[Allegation]) -> str:
    """Return who alleges it, each once: the accusers, of a charge without any those who vouch for the report."""
    return each(who for c in charges for who in _alleging(c))


def _alleging(charge: Allegation) -> list[str]:
    return [phrases.name(actor) for actor in charge.accusers] or [phrases.vouching(charge.holder) or "unnamed"]


def accused(charges: Iterable[Allegation]) -> str:
    """Return who is accused, each once."""
    return phrases.names(actor for charge in charges for actor in charge.accused)


def each(words: Iterable[str]) -> str:
    """Return the words in order, each once, with commas."""
    return ", ".join(dict.fromkeys(filter(None, words)))


def speaker(speaker: Actor | None) -> str:
    """Return who said it; a document with who issued it."""
    said = phrases.speaker(speaker)
    if speaker is not None and speaker.kind == "document" and speaker.iso3:
        return f"{said} (issuer {side_name(speaker, {})})"
    return said


def slot(matter: Matter) -> str:
    """Return when it took place, else the slot announced for it in brackets, else that none is reported."""
    thread = matter.thread
    announced = f"[{phrases.time(thread.window)}]" if thread.window else ""
    return phrases.time(thread.when) or announced or wording.NONE_REPORTED


def denied_by(ledger: Ledger) -> str:
    """Return who denied it and when, each once; that none is reported where nobody did."""
    denials = (f"{phrases.name(d.denier)} ({wording.stated(d.when)})" for d in ledger.answers)
    return each(denials) or wording.NONE_REPORTED


def venue(told: Told) -> str:
    """Return where a statement was made; in brackets where only a caption says so."""
    place = told.venue.record.where if told.venue is not None else None
    if place is None:
        return ""
    return f"{place.name} ({told.venue_from})" if told.venue_from else place.name


def kind(event: Event) -> str:
    """Return the PLOVER type of an event, with its mode."""
    return f"{event.type} {phrases.spaced(event.mode)}" if event.mode else event.type


def doers(event: Event) -> str:
    """Return who did it, and to whom."""
    return f" {phrases.ARROW} ".join(filter(None, (phrases.names(event.actors), phrases.names(event.recipients))))


def turned(change: Change) -> str:
    """Return from which status to which a matter went."""
    assert change.matter is not None
    before, after = phrases.spaced(change.before) or "new", phrases.spaced(change.matter.thread.status)
    return f"{before} {phrases.ARROW} {after}"


def reason(inference: Inference) -> str:
    """Return what of a record was inferred, and why."""
    return f"{phrases.spaced(inference.part)} inferred: {inference.what} ({inference.why})"
