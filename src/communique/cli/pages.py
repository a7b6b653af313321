"""Answers of several parts for people: a dossier, two parties, a record with its reasons, an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from communique.cli.layout import heading
from communique.cli.report import report
from communique.cli.tables import quoted, table
from communique.questions import phrases, wording
from communique.questions.answers import Answer, Brief, Dossier, Dyad, Page, Sheet
from communique.questions.lines import notes
from communique.questions.reasons import reasons

Parts = Iterator[RenderableType]


def parts(reply: Answer[Any] | Dossier | Dyad | Page | Sheet | Brief) -> Parts:
    """Yield what to print of an answer, its clocks aside."""
    match reply:
        case Answer():
            yield from table(reply)
        case Dossier():
            yield from dossier(reply)
        case Dyad():
            yield from dyad(reply)
        case Page():
            yield from page(reply)
        case Sheet():
            yield report(reply.article, [told.record for told in reply.told], everything=True)
            yield from (Text(_appeared(a)) for a in reply.appearances[1:])


def dossier(found: Dossier) -> Parts:
    """Yield who somebody is and who says so, then all that is told of them."""
    yield Text.assemble((found.name, "who"), (f"  {found.key}", "id"))
    for role, told in found.roles:
        of = f" of {found.bodies[role.of]}" if role.of else ""
        yield Text(f"{role.title}{of} ({role.basis}): {_sentence(told.passage)}", "note")
    yield from _sections(found.sections)


def dyad(found: Dyad) -> Parts:
    """Yield what two parties did, said and alleged; then what of it is a PLOVER event."""
    yield Text(f"{found.names[0]} – {found.names[1]}", "who")
    yield from _sections(found.sections)
    if found.events:
        yield heading("PLOVER events", len(found.events))
        yield from table(Answer(question="plover", view=found.view, filter=found.filter, items=found.events))


def _sections(sections: tuple[Answer[Any], ...]) -> Parts:
    for answer in sections:
        more = f"{len(answer.items)}+" if answer.more else str(len(answer.items))
        yield heading(answer.question, more if answer.items else wording.NONE_REPORTED)
        yield from table(answer)


def page(found: Page) -> Parts:
    """Yield a record with its sentence, the reasons for every part of it, its matter, links and decisions."""
    record = found.told.record
    who, what = wording.summary(record)
    yield Text.assemble((f"{record.kind} {found.told.short}  ", "id"), (who, "who"), f"  {what}")
    sentence = quoted(found.told)
    if sentence is not None:
        yield sentence
    yield from (Text(line, "note") for line in reasons(record))
    for one in found.inferences:
        override = f"communique correct {found.told.short} {one.part}=... --reason ..."
        yield Text(f"{one.part} {one.what} is inferred: {one.why}; to override: {override}", "note")
    if found.matter is not None:
        yield from _matter(found)
    for link in found.links:
        other = link.b if link.a == record.id else link.a
        yield Text(f"{phrases.spaced(link.relation)} {other[:12]} ({link.score:.2f}, {link.why}, {link.by})")
    for decision in found.decisions:
        undone = f", undone {decision.withdrawn}" if decision.withdrawn else ""
        yield Text(
            f"decision {decision.number}: {decision.verb} by {decision.who}, {decision.when}{undone}: {decision.reason}"
        )


def _matter(found: Page) -> Parts:
    matter = found.matter
    assert matter is not None
    yield heading(f"{matter.thread.of} {matter.short}", phrases.spaced(matter.thread.status))
    for step in matter.thread.history:
        day = f", as of {step.when}" if step.when and step.when != step.reported else ""
        layer = f" [{step.layer}]" if step.layer != "main" else ""
        reported = step.reported or "undated"
        yield Text(f"{reported}  {phrases.spaced(step.status)}{day}, by {step.by}{layer}  {step.record[:12]}")
    yield from (Text(note, "note") for note in notes(matter))


def _sentence(passage: Any) -> str:
    if passage is None:
        return ""
    where = " ".join(filter(None, (passage.publisher, wording.published(passage.published))))
    return f"{phrases.flat(passage.sentence.text)} ({where})"


def _appeared(appearance: Any) -> str:
    where = (appearance.publisher or "unnamed outlet", wording.published(appearance.published), appearance.url or "")
    return "also " + " ".join(filter(None, where))
