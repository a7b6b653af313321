"""Answers as rows of named cells, for CSV and Markdown: one line a matter or record, nothing folded away."""

from __future__ import annotations

from collections.abc import Mapping

from communique.plover import PloverEvent
from communique.questions import phrases, wording
from communique.questions.answers import Change, Ground, Ledger, Matrix, Matter, Told
from communique.questions.inferences import inferences
from communique.records import When
from communique.records.events import time_of
from communique.records.parties import parties_by_role

Cells = Mapping[str, str]


def flat(item: object) -> list[Cells]:
    """Return the rows of one item of an answer; a matrix gives a row for each point and party."""
    match item:
        case Matter():
            return [matter_cells(item)]
        case Ledger():
            return [matter_cells(item.matter) | ledger_cells(item)]
        case Matrix():
            return matrix_cells(item)
        case Told():
            return [told_cells(item)]
        case Ground():
            return [ground_cells(item)]
        case Change():
            return [change_cells(item)]
        case PloverEvent():
            return [plover_cells(item)]
    raise TypeError(f"{type(item).__name__} has no rows")


def matter_cells(matter: Matter) -> dict[str, str]:
    """Return a thread as it stood: parties, status and by whose word, times, reports, sources, last sentence."""
    thread = matter.thread
    return {
        "id": matter.short,
        "kind": thread.of,
        "type": thread.type,
        "who": phrases.names(thread.participants),
        "status": thread.status,
        "since": matter.since or "",
        "by": matter.by,
        **_days(thread.when, "when"),
        **_days(thread.window, "window"),
        "where": thread.where.name if thread.where else "",
        "within": matter.within,
        "contested": "yes" if thread.contested else "",
        "no_word_of": "; ".join(matter.unanswered),
        "reports": str(thread.reports),
        "sources": str(thread.independent_sources),
        "holders": str(thread.holders),
        **_cited(matter.last),
        "thread": thread.id,
    }


def ledger_cells(ledger: Ledger) -> dict[str, str]:
    """Return who alleges what, with the hedges; who denied it, in which scope."""
    charges, answers = list(ledger.charges), list(ledger.answers)
    return {
        "accusers": "; ".join(dict.fromkeys(phrases.name(a) for c in charges for a in c.accusers)),
        "accused": "; ".join(dict.fromkeys(phrases.name(a) for c in charges for a in c.accused)),
        "hedges": "; ".join(dict.fromkeys(c.hedge.text for c in charges if c.hedge)),
        "alleged": "; ".join(dict.fromkeys(wording.stated(c.when) for c in charges)),
        "denied_by": "; ".join(dict.fromkeys(phrases.name(d.denier) for d in answers)) or wording.NONE_REPORTED,
        "denied": "; ".join(dict.fromkeys(wording.stated(d.when) for d in answers)),
        "scope": "; ".join(dict.fromkeys(d.scope for d in answers)),
    }


def matrix_cells(matrix: Matrix) -> list[Cells]:
    """Return one row for each point and party, the plan as a whole first."""
    rows: list[Cells] = []
    for line in (matrix.whole, *matrix.lines):
        point = wording.words(line)
        for party in matrix.parties:
            own = next((told for key, told in line.cells if key == party.key), None)
            rows.append(
                {
                    "id": matrix.matter.short,
                    "plan": matrix.proposal.title,
                    "status": matrix.matter.thread.status,
                    "declared": str(matrix.declared or ""),
                    "point": point,
                    "party": party.name,
                    "answer": wording.answer(matrix, line, party),
                    **_cited(own or line.provision or matrix.matter.last),
                }
            )
    return rows


def told_cells(told: Told) -> dict[str, str]:
    """Return a record: who in which part, its own terms, times, holder, sentence."""
    record = told.record
    venue = told.venue.record.where.name if told.venue is not None and told.venue.record.where is not None else ""
    terms = ("type", "act", "mode", "status", "stance", "relation", "scope")
    return {
        "id": told.short,
        "kind": record.kind,
        **{term: str(getattr(record, term, None) or "") for term in terms},
        "who": "; ".join(f"{role}: {phrases.names(those)}" for role, those in parties_by_role(record).items()),
        "words": wording.own_words(record),
        **_days(time_of(record), "when"),
        "where": record.where.name if record.where else venue,
        "within": told.within,
        "according_to": phrases.vouching(record.holder),
        "layer": record.layer,
        "confidence": f"{record.confidence:.2f}",
        "inferred": "; ".join(f"{i.part}: {i.what} ({i.why})" for i in inferences(record)),
        **_cited(told),
        "record": record.id,
    }


def ground_cells(ground: Ground) -> dict[str, str]:
    """Return a fact, how many sources tell it, and what of it is inferred by which rule."""
    return {"sources": str(ground.sources or 1), **told_cells(ground.told)}


def change_cells(change: Change) -> dict[str, str]:
    """Return what became otherwise; the cells of its matter, decision or record follow."""
    first = {"what": change.what, "before": change.before}
    if change.matter is not None:
        return first | matter_cells(change.matter)
    if change.decision is not None:
        made = change.decision
        return first | {"id": str(made.number), "kind": made.verb, "who": made.who, "words": made.reason}
    return first | (told_cells(change.told) if change.told is not None else {})


def plover_cells(event: PloverEvent) -> dict[str, str]:
    """Return a PLOVER event: codes, type, mode, quad, score."""
    return {
        "record": event.record,
        "type": event.type,
        "mode": event.mode or "",
        "status": event.status,
        "actors": " ".join(event.actors),
        "recipients": " ".join(event.recipients),
        "quad": str(event.quad),
        "score": str(event.score),
        "contexts": " ".join(event.contexts),
        **_days(event.when, "when"),
        "where": event.where.name if event.where else "",
        "folding": event.folding or "",
        "confidence": f"{event.confidence:.2f}",
    }


def _days(when: When | None, name: str) -> dict[str, str]:
    return {f"{name}_from": (when.from_ or "") if when else "", f"{name}_to": (when.to or "") if when else ""}


def _cited(told: Told | None) -> dict[str, str]:
    passage = told.passage if told is not None else None
    published = passage.published if passage is not None else None
    return {
        "sentence": phrases.flat(passage.sentence.text) if passage else "",
        "publisher": (passage.publisher or "") if passage else "",
        "published": wording.published(published),
        "url": (passage.url or "") if passage else "",
        "article": passage.article if passage else "",
    }
