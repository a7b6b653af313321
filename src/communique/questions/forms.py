"""Answers in forms that every face hands out alike: CSV, Markdown, JSON in the form of record.md, and the last line.

The last line of an answer names the day and the moment looked from, and counts what had to stay out.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from communique.errors import QuestionError
from communique.plover import PloverEvent
from communique.questions import phrases, wording
from communique.questions.answers import (
    Answer,
    Brief,
    Change,
    Dossier,
    Dyad,
    Ground,
    Ledger,
    Matrix,
    Matter,
    Page,
    Sheet,
    Told,
)
from communique.questions.calendars import DESK, calendar
from communique.questions.rows import Cells, flat
from communique.records import to_data

Reply = Answer[Any] | Dossier | Dyad | Page | Sheet | Brief
"""What a question returns."""

MEDIA = {"json": "application/json", "csv": "text/csv", "md": "text/markdown", "ics": "text/calendar"}
"""The forms in which an answer can be had, and their media types; only engagements can be had as a calendar."""


def printed(reply: Reply, form: str, today: str | None, desk: str = DESK) -> str:
    """Return an answer in one of the forms; QuestionError for one that it cannot be had in.

    `today` is the day that stood in for the as-of day, if none was given; `desk` the address of the pages that a
    calendar links to.
    """
    if form == "json":
        return json.dumps(list(objects(reply)), ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        return csv_text(rows(reply))
    if form == "ics":
        return calendar_text(reply, today, desk)
    if form != "md":
        raise QuestionError(f"--format {form!r} is none of {', '.join(MEDIA)}")
    if isinstance(reply, Brief):
        return briefing_text(reply)
    return markdown_text(rows(reply)) + "\n" + clocks(reply, today) + "\n"


def clocks(reply: Reply, today: str | None) -> str:
    """Return the day and the moment looked from, how much is listed, and what had to stay out."""
    view = reply.view
    day = f"as of {view.as_of}" + (" (today)" if view.as_of == today else "") if view.as_of else "as of all reports"
    said = [day, f"as known at {view.known_at}" if view.known_at else "as known now", *_left_out(reply)]
    words = "; ".join(said)
    return words[0].upper() + words[1:] + "."


def _left_out(reply: Reply) -> Iterator[str]:
    answers = _answers(reply)
    if isinstance(reply, Answer):
        yield f"{len(reply.items)} listed" if reply.items else wording.NONE_REPORTED
        if reply.more:
            yield "there are more (--limit, --offset)"
    elif cut := _cut(reply):
        yield f"not all is shown of: {', '.join(cut)} (their lists show all)"
    if isinstance(reply, Brief) and reply.older:
        yield "only the last reported records on the topic are looked at; there are earlier ones"
    undated, possibly, doubtful = (sum(getattr(a, n, 0) for a in answers) for n in ("undated", "possibly", "doubtful"))
    if undated:
        yield f"left out: {phrases.plural(undated, 'record')} without a date of publication"
    if possibly:
        yield f"left out: {phrases.plural(possibly, 'record')} only possibly reported by then"
    if doubtful:
        yield f"{doubtful} doubtful hidden (--all)"


def _cut(reply: Reply) -> list[str]:
    """Return the names of the sections of which there is more than is shown."""
    if isinstance(reply, Brief):
        return list(reply.cut)
    cut = [answer.question for answer in _answers(reply) if answer.more]
    return [*cut, "PLOVER events"] if isinstance(reply, Dyad) and reply.more else cut


def _answers(reply: Reply) -> Sequence[Any]:
    match reply:
        case Answer() | Brief():
            return [reply]
        case Dossier() | Dyad():
            return reply.sections
    return []


def objects(reply: Reply) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects of an answer: threads and records of record.md, with what the answer adds to them."""
    match reply:
        case Answer():
            for item in reply.items:
                yield from _objects(item)
        case Dossier() | Dyad():
            for section in reply.sections:
                yield from objects(section)
            if isinstance(reply, Dyad):
                yield from map(to_data, reply.events)
        case Page():
            yield from _objects(reply.told)
            yield from _objects(reply.matter) if reply.matter is not None else ()
            yield from map(to_data, (*reply.links, *reply.decisions))
        case Sheet():
            yield to_data(reply.article)
            yield from (_record(told) for told in reply.told)
        case Brief():
            for title, lines in reply.sections:
                yield from ({"section": title, "text": text, "notes": list(notes)} for text, notes in lines)
            yield from ({"note": n, **to_data(passage)} for n, passage in enumerate(reply.notes, start=1))


def _objects(item: object) -> Iterator[dict[str, Any]]:
    match item:
        case Matter():
            yield _thread(item)
        case Ledger():
            own = {"allegations": item.allegations, "denials": item.denials}
            yield _thread(item.matter) | {name: [_record(t) for t in told] for name, told in own.items()}
        case Matrix():
            yield _thread(item.matter) | {"declared_points": item.declared, "matrix": list(_lines(item))}
        case Told():
            yield _record(item)
        case Ground():
            yield _record(item.told) | {"sources": item.sources or 1, "inferences": to_data(item.inferences)}
        case Change():
            told = _record(item.told) if item.told else {}
            matter = _thread(item.matter) if item.matter else {}
            yield {
                **told,
                **matter,
                **(to_data(item.decision) or {}),
                "change": item.what,
                "before_status": item.before,
            }
        case PloverEvent():
            yield to_data(item)


def _thread(matter: Matter) -> dict[str, Any]:
    thread: dict[str, Any] = to_data(matter.thread)
    return thread | {
        "short": matter.short,
        "by": matter.by,
        "status_since": matter.since,
        "within": matter.within,
        "not_told": [_record(gap) for gap in matter.gaps],
        "no_word_of": list(matter.unanswered),
        "cited": to_data(matter.last.passage) if matter.last else None,
    }


def _record(told: Told) -> dict[str, Any]:
    added = {"short": told.short, "within": told.within, "cited": to_data(told.passage)}
    if told.venue is not None:
        added |= {"venue_where": to_data(told.venue.record.where), "venue_from": told.venue_from}
    record: dict[str, Any] = to_data(told.record)
    return record | added


def _lines(matrix: Matrix) -> Iterator[dict[str, Any]]:
    for line in (matrix.whole, *matrix.lines):
        answers = {party.key: wording.answer(matrix, line, party) for party in matrix.parties}
        provision = line.provision.record.id if line.provision is not None else None
        yield {"provision": provision, "text": wording.words(line), "answers": answers}


def rows(reply: Reply) -> list[Cells]:
    """Return the answer as rows of named cells, one for each item; those of a dossier name their section."""
    match reply:
        case Answer():
            return [row for item in reply.items for row in flat(item)]
        case Dossier() | Dyad():
            told = [{"section": a.question} | dict(row) for a in reply.sections for row in rows(a)]
            events = reply.events if isinstance(reply, Dyad) else ()
            return [*told, *({"section": "plover"} | dict(row) for event in events for row in flat(event))]
        case Page():
            return [row for item in (reply.told, reply.matter) if item is not None for row in flat(item)]
        case Sheet():
            return [row for told in reply.told for row in flat(told)]
        case Brief():
            lines = [(title, text, notes) for title, own in reply.sections for text, notes in own]
            return [{"section": a, "text": b, "notes": " ".join(map(str, c))} for a, b, c in lines]
    return []


def csv_text(found: Sequence[Cells]) -> str:
    """Return rows as CSV with a line of headings; a cell that a row lacks is empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(dict.fromkeys(name for row in found for name in row)), lineterminator="\n")
    writer.writeheader()
    writer.writerows(found)
    return text.getvalue()


def markdown_text(found: Sequence[Cells]) -> str:
    """Return rows as a Markdown table of the columns in which some row has something."""
    filled = dict.fromkeys(name for row in found for name, cell in row.items() if cell)
    columns = [c for c in filled if c not in ("article", "url", "record", "thread")]
    if not columns:
        return ""
    lines = [columns, ["---"] * len(columns), *([_escaped(row.get(c, "")) for c in columns] for row in found)]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def _escaped(cell: str) -> str:
    """Return words that stay words in Markdown."""
    plain = cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
    return plain.replace("[", "\\[").replace("`", "\\`")


def calendar_text(reply: Reply, today: str | None, desk: str) -> str:
    """Return engagements as a calendar (RFC 5545); QuestionError for an answer of another kind."""
    matters = [item for item in reply.items if isinstance(item, Matter)] if isinstance(reply, Answer) else None
    if matters is None or not isinstance(reply, Answer) or len(matters) != len(reply.items):
        raise QuestionError("--format ics is a calendar of engagements; ask for engagements, pending or overdue")
    return calendar(matters, clocks(reply, today), desk, None if reply.view.as_of == today else reply.view.as_of)


def briefing_text(brief: Brief) -> str:
    """Return the briefing: each line with its footnotes, each footnote with sentence, outlet and day."""
    title = f"# Briefing: {_escaped(brief.topic)}" if brief.topic else "# Briefing"
    lines = [title, "", clocks(brief, None)]
    for heading, own in brief.sections:
        lines += ["", f"## {heading}", ""]
        lines += [f"- {_escaped(text)} " + "".join(f"[^{n}]" for n in notes) for text, notes in own]
    lines += [""] if brief.sections else ["", f"Nothing: {wording.NONE_REPORTED}."]
    for number, passage in enumerate(brief.notes, start=1):
        where = ", ".join(filter(None, (passage.publisher, wording.published(passage.published), passage.url)))
        lines.append(f"[^{number}]: {_escaped(phrases.flat(passage.sentence.text))} ({_escaped(where)})")
    return "\n".join(lines) + "\n"
