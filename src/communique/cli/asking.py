"""The questions as commands. Each takes the same options; a day that is not given is today, and that is printed."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from communique.cli.app import Lexicon, StorePath, app, plainly

if TYPE_CHECKING:
    from communique.questions.catalogue import Asked

LIMIT = 50

AsOf = Annotated[str | None, typer.Option("--as-of", help="What was reported by this day (today): YYYY-MM-DD.")]
KnownAt = Annotated[str | None, typer.Option("--known-at", help="What this store held at this moment (now), UTC.")]
From = Annotated[str | None, typer.Option("--from", help="It happened, or may have, on this day or later.")]
To = Annotated[str | None, typer.Option("--to", help="It happened, or may have, on this day or earlier.")]
Status = Annotated[list[str] | None, typer.Option("--status", help="Only in this status; several with commas.")]
Open = Annotated[bool, typer.Option("--open", help="Only what is not held, cancelled or refused.")]
ActorName = Annotated[list[str] | None, typer.Option("--actor", help="Who takes part: a name, ISO3 code or id.")]
With = Annotated[list[str] | None, typer.Option("--with", help="The other side.")]
Type = Annotated[list[str] | None, typer.Option("--type", help="Meeting, visit, AID, demand...; several with commas.")]
Publisher = Annotated[list[str] | None, typer.Option("--source", help="Only as told by this publisher.")]
MinSources = Annotated[int, typer.Option("--min-sources", help="At least so many independent sources.")]
Form = Annotated[Literal["table", "csv", "json", "md"], typer.Option("--format", help="How to print it.")]
Limit = Annotated[int, typer.Option("--limit", help="At most so many.")]
Doubtful = Annotated[bool, typer.Option("--all", help="Doubtful ones too (confidence below .5).")]

SHARED: dict[str, tuple[Any, Any]] = {
    "store": (StorePath, "communique.db"),
    "as_of": (AsOf, None),
    "known_at": (KnownAt, None),
    "from_": (From, None),
    "to": (To, None),
    "status": (Status, None),
    "open_": (Open, False),
    "actor": (ActorName, None),
    "with_": (With, None),
    "type_": (Type, None),
    "source": (Publisher, None),
    "min_sources": (MinSources, 0),
    "form": (Form, "table"),
    "limit": (Limit, LIMIT),
    "everything": (Doubtful, False),
    "lexicon": (Lexicon, None),
}
"""Parameter -> option and default, for every question."""


def question(function: Callable[..., Any]) -> Callable[..., Any]:
    """Register a command: the function's own parameters, then the shared options; what it returns is printed."""
    own = list(inspect.signature(function, eval_str=True, locals={"Asked": object}).parameters.values())[1:]
    arguments = [p for p in own if p.default is inspect.Parameter.empty]
    options = [p for p in own if p.default is not inspect.Parameter.empty]
    keyword = inspect.Parameter.POSITIONAL_OR_KEYWORD
    shared = [inspect.Parameter(n, keyword, default=d, annotation=a) for n, (a, d) in SHARED.items()]

    def command(**given: Any) -> None:
        common = {name: given.pop(name) for name in SHARED}
        with plainly(), _asked(**common) as asked:
            from communique.cli.answers import put

            put(function(asked, **given), common["form"], None if common["as_of"] else asked.view.as_of)

    parameters = [*arguments, *options, *shared]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in parameters}
    app.command(function.__name__.rstrip("_"), help=function.__doc__)(command)
    return function


@contextmanager
def _asked(store: str, as_of: str | None, known_at: str | None, lexicon: Path | None, **words: Any) -> Iterator[Asked]:
    from communique.questions.asking import Wanted, make_view
    from communique.questions.catalogue import Asked
    from communique.store import open_store

    wanted = Wanted(
        actor=words["actor"] or (),
        with_=words["with_"] or (),
        status=words["status"] or (),
        type=words["type_"] or (),
        source=words["source"] or (),
        from_=words["from_"],
        to=words["to"],
        open=words["open_"],
        min_sources=words["min_sources"],
        limit=words["limit"],
        all=words["everything"],
    )
    today = date.today().isoformat()
    view = make_view(as_of or today, known_at)
    with open_store(store, create=False, read_only=True) as opened:
        yield Asked(store=opened, wanted=wanted, view=view, today=today, lexicon=lexicon)


@question
def engagements(asked: Asked) -> Any:
    """Meetings, visits, calls and talks: who with whom, how they stand, since when, by whose word."""
    from communique.questions import catalogue

    return catalogue.engagements(asked)


@question
def pending(asked: Asked) -> Any:
    """What is sought, announced or agreed and was neither held nor called off; overdue ones are marked."""
    from communique.questions import catalogue

    return catalogue.pending(asked)


@question
def overdue(asked: Asked) -> Any:
    """Announced engagements whose time has passed without any report of an outcome."""
    from communique.questions import catalogue

    return catalogue.overdue(asked)


@question
def proposals(asked: Asked) -> Any:
    """Plans and agreements: each reported point against each party, silence as "not reported"."""
    from communique.questions import catalogue

    return catalogue.proposals(asked)


@question
def allegations(asked: Asked) -> Any:
    """Who alleges what of whom, each hedge verbatim; who denied it, and how much of it."""
    from communique.questions import catalogue

    return catalogue.allegations(asked)


Quoted = Annotated[bool, typer.Option("--quoted", help="Only what stands in quotation marks, at least in part.")]


@question
def statements(asked: Asked, quoted: Quoted = False) -> Any:
    """Who said what: verbatim first, then partly quoted, then paraphrases, each with where it was said."""
    from communique.questions import catalogue

    return catalogue.statements(asked, quoted=quoted)


@question
def positions(asked: Asked) -> Any:
    """Where parties stand, and on what."""
    from communique.questions import catalogue

    return catalogue.positions(asked)


Plover = Annotated[bool, typer.Option("--plover", help="As PLOVER events, speech and engagements included.")]


@question
def events(asked: Asked, plover: Plover = False) -> Any:
    """What happened, will, may or is said to have happened, and according to whom."""
    from communique.questions import catalogue

    return catalogue.events(asked, plover=plover)


@question
def actor(asked: Asked, name: Annotated[str, typer.Argument(help="A name, an ISO3 code or an id.")]) -> Any:
    """All that is told of somebody: posts, ties, epithets, meetings, charges, words; and who says so."""
    from communique.questions import catalogue

    return catalogue.actor(asked, name)


@question
def dyad(asked: Asked, a: Annotated[str, typer.Argument()], b: Annotated[str, typer.Argument()]) -> Any:
    """What two parties did, said, sought and alleged of each other."""
    from communique.questions import catalogue

    return catalogue.dyad(asked, a, b)


@question
def timeline(asked: Asked) -> Any:
    """What happened or is to happen, in the order of its own time."""
    from communique.questions import catalogue

    return catalogue.timeline(asked)


@question
def since(asked: Asked, when: Annotated[str, typer.Argument(help="A moment (UTC), a day, yesterday, today.")]) -> Any:
    """What this store has learnt since a moment: changed matters, decisions, records."""
    from communique.questions import catalogue

    return catalogue.since(asked, when)


Words = Annotated[str, typer.Argument(help='Words and "quoted phrases"; all must occur.')]


@question
def search(
    asked: Asked, text: Annotated[str, typer.Argument(help='Words and "quoted phrases"; all must occur.')]
) -> Any:
    """Records that hold all the words, the last reported first."""
    from communique.questions import catalogue

    return catalogue.search(asked, text)


@question
def basis(asked: Asked) -> Any:
    """Facts that rest on a single source or on an inference, each with its reasons."""
    from communique.questions import catalogue

    return catalogue.basis(asked)


Id = Annotated[str, typer.Argument(help="An id from the first column of a list, such as eng-7f3a.")]


@question
def show(asked: Asked, id: Id) -> Any:
    """A record with its sentence, its matter over time, its links and the decisions on it."""
    from communique.questions import catalogue

    return catalogue.show(asked, id)


@question
def why(asked: Asked, id: Id) -> Any:
    """Why a record says what it says: rule, words, calendar and registry; and how to override it."""
    from communique.questions import catalogue

    return catalogue.why(asked, id)


@question
def article(asked: Asked, id: Annotated[str, typer.Argument(help="An article id or its first digits.")]) -> Any:
    """An article: where it appeared, and the records read from it."""
    from communique.questions import catalogue

    return catalogue.article(asked, id)


Topic = Annotated[str, typer.Option("--topic", help="Only what holds these words.")]


@question
def brief(
    asked: Asked, topic: Annotated[str, typer.Option("--topic", help="Only what holds these words.")] = ""
) -> Any:
    """A briefing in Markdown, every line footnoted to its sentence."""
    from communique.questions import catalogue

    return catalogue.brief(asked, topic=topic)
