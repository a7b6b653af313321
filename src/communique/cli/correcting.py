"""Corrections as commands: look through the queue, say what is right, undo it, read the log."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from communique import clock
from communique.cli.app import StorePath, app, plainly

if TYPE_CHECKING:
    from communique.records.links import Decision
    from communique.workflow import Desk

Id = Annotated[str, typer.Argument(metavar="ID", help="A record, as lists show it: eng-7f3a.")]
Other = Annotated[str, typer.Argument(metavar="ID", help="The other record.")]
Fields = Annotated[list[str], typer.Argument(metavar="FIELD=VALUE...", help="status=held, when=2023-04-01/2023-04-03")]
MoreFields = Annotated[list[str] | None, typer.Argument(metavar="FIELD=VALUE...", help="type=meeting, status=held...")]
Spans = Annotated[list[str] | None, typer.Option("--spans", help="START:END or words, letter by letter; repeatable.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; it stands in the log.")]
Who = Annotated[str, typer.Option("--who", help="Who decides (the user's name).")]
Form = Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")]
Decide = Callable[["Desk"], "Decision"]


def user() -> str:
    """Return the name of whoever is at the keyboard, as the environment has it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"


@contextmanager
def _desk(store: str, who: str, reason: str) -> Iterator[Desk]:
    from communique.decide.making import Hand
    from communique.store import open_store
    from communique.workflow import Desk

    with plainly(), open_store(store, create=False) as opened:
        yield Desk(opened, Hand(who=who or user(), when=clock.now(), reason=reason))


def _take(store: str, who: str, reason: str, make: Decide) -> None:
    """Make a decision, store it, print it; a merge that contradicts others is told, with exit code 1."""
    from communique import workflow
    from communique.decide.telling import line

    with _desk(store, who, reason) as desk:
        taken = workflow.take(desk, make)
        typer.echo(f"{line(taken.decision)}\nTo take it back: communique undo {taken.decision.number}")
        for conflict in taken.conflicts:
            typer.echo(f"communique: {conflict.why}", err=True)
    if taken.conflicts:
        raise typer.Exit(1)


@app.command()
def review(
    store: StorePath = "communique.db",
    as_of: Annotated[str | None, typer.Option("--as-of", help="Overdue by this day (today): YYYY-MM-DD.")] = None,
    topic: Annotated[list[str] | None, typer.Option("--topic", help="Only overdue, contested, date...")] = None,
    limit: Annotated[int, typer.Option("--limit", help="At most so many.")] = 20,
    form: Form = "table",
) -> None:
    """What to look at, most pressing first: overdue, contradicting, inferred, unclear; and what settles it."""
    from communique import workflow
    from communique.cli.decisions import print_queue
    from communique.decide.review import ORDER
    from communique.questions.asking import day
    from communique.store import open_store

    unknown = sorted(set(topic or ()) - set(ORDER))
    if unknown:
        typer.echo(f"communique: there is no topic {unknown[0]}; there are {', '.join(ORDER)}", err=True)
        raise typer.Exit(2)
    with plainly(), open_store(store, create=False, read_only=True) as opened:
        on = day(as_of, "--as-of") if as_of else clock.today()
        items = [item for item in workflow.review(opened, on) if not topic or item.topic in topic]
        shown = opened.by_id(sorted({id for item in items[:limit] for id in _ids(item)}))
        print_queue(items, limit, on, opened.short_ids(shown.values()), form)


def _ids(item: Any) -> set[str]:
    return {word for text in (item.reason, *item.commands) for word in text.split() if len(word) == 32} | {item.record}


@app.command()
def correct(
    id: Id, fields: Fields, store: StorePath = "communique.db", reason: Reason = "", who: Who = "",
    source: Annotated[str | None, typer.Option("--source", help="Of an article: the publisher meant.")] = None,
    url: Annotated[str | None, typer.Option("--url", help="Of an article: the address meant.")] = None,
) -> None:  # fmt: skip
    """Correct fields of a record that was misread; of an article, published=DATE."""
    from communique import workflow
    from communique.decide import making

    if len(fields) == 1 and fields[0].startswith("published="):
        given = fields[0].partition("=")[2]
        with _desk(store, who, reason) as desk:
            article = workflow.date_article(desk, id, given, source, url)
            typer.echo(
                f"Article {article} appeared {given}; `communique rerun` reads its relative times by the new date."
            )
        return

    def make(desk: Desk) -> Decision:
        record = desk.record(id)
        return making.edit(record, fields, desk.sheet(record.article), desk.hand)

    _take(store, who, reason, make)


@app.command()
def accept(id: Id, store: StorePath = "communique.db", reason: Reason = "", who: Who = "") -> None:
    """Say that a record is right as it stands; the queue asks again only if another reading changes it."""
    from communique.decide import making

    _take(store, who, reason, lambda desk: making.accept(desk.record(id), desk.hand))


@app.command()
def reject(id: Id, store: StorePath = "communique.db", reason: Reason = "", who: Who = "") -> None:
    """Say that the article does not tell this; the record stays out, whatever is read later."""
    from communique.decide import making

    _take(store, who, reason, lambda desk: making.reject(desk.record(id), desk.hand))


@app.command("add-record")
def add_record(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article's id, or its beginning.")],
    kind: Annotated[str, typer.Argument(metavar="KIND", help="engagement, statement, event...")],
    fields: MoreFields = None,
    spans: Spans = None,
    store: StorePath = "communique.db",
    reason: Reason = "",
    who: Who = "",
) -> None:
    """Add a record that was missed: the words that say it, and its fields."""
    from communique.decide import making

    _take(store, who, reason, lambda desk: making.add(desk.sheet(article), kind, spans or (), fields or (), desk.hand))


@app.command()
def merge(a: Id, b: Other, store: StorePath = "communique.db", reason: Reason = "", who: Who = "") -> None:
    """Say that two records tell of one matter."""
    from communique.decide import making

    _take(store, who, reason, lambda desk: making.merge(desk.record(a), desk.record(b), desk.hand))


@app.command()
def distinct(a: Id, b: Other, store: StorePath = "communique.db", reason: Reason = "", who: Who = "") -> None:
    """Say that two records tell of two matters."""
    from communique.decide import making

    _take(store, who, reason, lambda desk: making.distinct(desk.record(a), desk.record(b), desk.hand))


@app.command()
def split(
    id: Id, spans: Spans = None, store: StorePath = "communique.db", reason: Reason = "", who: Who = ""
) -> None:  # fmt: skip
    """Divide a record that tells of several things: --spans once for each of them."""
    from communique.decide import making

    def make(desk: Desk) -> Decision:
        record = desk.record(id)
        return making.split(record, spans or (), desk.sheet(record.article), desk.hand)

    _take(store, who, reason, make)


@app.command("set-status")
def set_status(
    id: Id,
    status: Annotated[str, typer.Argument(metavar="STATUS", help="held, cancelled, signed...")],
    since: Annotated[str | None, typer.Option("--since", help="The day from which it holds: YYYY-MM-DD.")] = None,
    store: StorePath = "communique.db",
    reason: Reason = "",
    who: Who = "",
) -> None:
    """Say how a matter stands, known from elsewhere; what the article says stays as it is."""
    from communique.decide import making
    from communique.questions.asking import day

    def make(desk: Desk) -> Decision:
        on = day(since, "--since") if since else None
        return making.set_status(desk.record(id), status, on, desk.hand)

    _take(store, who, reason, make)


@app.command()
def alias(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The words, or the id that was given: mention/kim.")],
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="Who is meant: person/..., state/KOR.")],
    within: Annotated[
        str | None, typer.Option("--in", metavar="ID", help="Only in the article of this record.")
    ] = None,
    store: StorePath = "communique.db",
    reason: Reason = "",
    who: Who = "",
) -> None:
    """Say who is meant by a name: in one article (--in), or in the whole store, articles to come included."""
    from communique.decide import making

    def make(desk: Desk) -> Decision:
        record = desk.record(within) if within else None
        return making.alias(name, actor, desk.sheet(record.article) if record else None, desk.hand, record)

    _take(store, who, reason, make)


@app.command()
def undo(
    number: Annotated[int, typer.Argument(metavar="N", help="The decision's number; see log.")],
    store: StorePath = "communique.db",
) -> None:
    """Take a decision back: the record is as if it had never been taken; the log keeps both."""
    from communique import workflow

    with _desk(store, "", "") as desk:
        waiting = workflow.take_back(desk.store, number, clock.now())
        typer.echo(f"Decision {number} is withdrawn.")
        for orphan in waiting:
            typer.echo(f"Decision {orphan.decision.number} waits: {orphan.why}", err=True)


@app.command()
def log(
    id: Annotated[str | None, typer.Argument(metavar="[ID]", help="A record, or a decision's number.")] = None,
    store: StorePath = "communique.db",
    form: Form = "table",
) -> None:
    """Who decided what and when, from what to what, why; and what was withdrawn."""
    from communique import workflow
    from communique.cli.decisions import print_log
    from communique.store import open_store

    with plainly(), open_store(store, create=False, read_only=True) as opened:
        print_log(workflow.decisions_on(opened, id), form)
