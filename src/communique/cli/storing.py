"""`add`, `rerun`, `check` and `export`: the commands that fill a record store, renew it, examine it, print it whole."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import typer

from communique import clock
from communique.cli.app import Date, Language, Lexicon, Model, Source, StorePath, Url, app, plainly

if TYPE_CHECKING:
    from communique.batch import Outcome, Read
    from communique.errors import ArticleError
    from communique.records import Record
    from communique.records.views import Fault, Run
    from communique.store import Store
    from communique.workflow import Difference

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Text files, JSONL, folders of them, or -.")]
Workers = Annotated[int | None, typer.Option(min=1, max=64, help="Processes that read (one for each processor).")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Print what would change, and change nothing.")]
Form = Annotated[
    Literal["jsonl", "ics"], typer.Argument(metavar="jsonl|ics", help="One JSON object per line; a calendar.")
]
Each = Annotated[bool, typer.Option("--all", help="Print each fault, not three of a kind.")]
SOME = 3
"""So many faults of a kind are printed."""

WHOLE = 1_000_000
"""So many engagements are in a calendar of all."""

T = TypeVar("T")

SAYINGS = (
    ("new", "new", "new"),
    ("corrects", "corrected version", "corrected versions"),
    ("appearance", "further appearance", "further appearances"),
    ("again", "in the store already", "in the store already"),
)
"""Outcome -> how it is counted, for one and for several."""
UNDATED = "what they tell is in no list of a day; give --date, or `published` in JSONL, when adding them"


@app.command()
def add(
    paths: Paths,
    store: StorePath = "communique.db",
    date: Date = None,
    source: Source = None,
    url: Url = None,
    language: Language = None,
    workers: Workers = None,
    lexicon: Lexicon = None,
    model: Model = None,
) -> None:
    """Read articles into a record store; what is there already is left as it is."""
    from communique import batch, workflow
    from communique.store import open_store

    with plainly(), interrupted(), open_store(store) as opened, progress("reading") as step:
        found = batch.gather(paths, date=date, publisher=source, url=url, language=language)
        run = workflow.present_run(lexicon, model)
        outcomes = batch.add(
            opened, found, reader(lexicon, model), run, clock.now, workers=workers or os.cpu_count() or 1
        )
        aside = tell(outcomes, step)
    raise typer.Exit(1 if aside else 0)


@app.command()
def rerun(
    store: StorePath = "communique.db",
    dry_run: DryRun = False,
    workers: Workers = None,
    lexicon: Lexicon = None,
    model: Model = None,
) -> None:
    """Read all stored articles again with the rules of today; what people decided is carried over."""
    from communique import batch
    from communique.judgements import judgements
    from communique.store import open_store

    with plainly(), interrupted(), open_store(store, create=False, read_only=dry_run) as opened:
        with progress("reading again", len(opened.article_ids())) as step:
            hands, readers = workers or os.cpu_count() or 1, partial(reader_and_run, lexicon, model)
            differences = list(_counted(batch.rerun(opened, readers, clock.now, workers=hands, dry=dry_run), step))
        ties = judgements(opened).ties
        lost = [(orphan.decision.number, orphan.why) for orphan in ties.orphans]
        lost += [(conflict.merge.number, conflict.why) for conflict in ties.conflicts]
        care = tell_differences(differences, lost, dry_run)
    raise typer.Exit(1 if care else 0)


@app.command()
def check(store: StorePath = "communique.db", each: Each = False) -> None:
    """Examine a record store: spans, decisions, links, threads; of each kind of fault some, their number, a mend."""
    from communique import workflow
    from communique.store import open_store

    with plainly(), interrupted(), open_store(store, create=False, read_only=True) as opened:
        faults = workflow.check(opened)
        well = [f"{_plural(len(opened.article_ids()), 'article')}, nothing wrong"]
        for line in tell_faults(faults, each) if faults else well:
            print(f"{store}: {line}")
    raise typer.Exit(1 if faults else 0)


@app.command()
def export(form: Form, store: StorePath = "communique.db") -> None:
    """Print the whole record: each article, then its records (jsonl); or all engagements as a calendar (ics)."""
    from communique.store import open_store

    with plainly(), interrupted(), open_store(store, create=False, read_only=True) as opened:
        (_records if form == "jsonl" else _calendar)(opened)


def _records(store: Store) -> None:
    from communique.cli.printing import JsonPrinter

    printer = JsonPrinter()
    records: list[Record] = []
    for entry in store.export():
        if records and entry.record.article != records[0].article:
            printer.put(store.article(records[0].article), records)
            records = []
        records.append(entry.record)
    if records:
        printer.put(store.article(records[0].article), records)
    printer.close()


def _calendar(store: Store) -> None:
    from communique.cli.printing import write_out
    from communique.questions.catalogue import asked_of, engagements
    from communique.questions.forms import printed

    today = clock.today()
    whole = asked_of(store, {"limit": WHOLE}, today)
    write_out(printed(engagements(whole), "ics", today))


def reader(lexicon: Path | None, model: str | None) -> Read:
    """Return what reads an article, in a form that can be sent to other processes."""
    from communique import workflow

    return partial(workflow.read, lexicon_dir=lexicon, model=model)


def reader_and_run(lexicon: Path | None, model: str | None, before: Path | None) -> tuple[Read, Run]:
    """Return what reads an article again and its run: with `lexicon`, else with the one it was read with before."""
    from communique import workflow
    from communique.lexicon.files import check_overlay

    overlay = lexicon or before
    if overlay is not None:
        check_overlay(overlay)
    return reader(overlay, model), workflow.present_run(overlay, model)


@contextmanager
def interrupted() -> Iterator[None]:
    """End quietly on Ctrl-C: whatever was entered is kept."""
    try:
        yield
    except KeyboardInterrupt:
        print("communique: interrupted; what was entered is kept, the same command goes on from there", file=sys.stderr)
        raise typer.Exit(130) from None


@contextmanager
def progress(what: str, total: int | None = None) -> Iterator[Callable[[], None]]:
    """Show how far it has come, on a terminal only; yield what is to be called after each article."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TextColumn("articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


def tell(outcomes: Iterable[Outcome], step: Callable[[], None]) -> int:
    """Print what became of the articles: a line for each one set aside or corrected, then the sum; return how many
    were set aside."""
    counted: Counter[str] = Counter()
    aside = records = undated = 0
    for outcome in _counted(outcomes, step):
        if outcome.entered is None:
            aside += 1
            print(f"communique: {outcome.aside}", file=sys.stderr)
            continue
        counted[outcome.entered.outcome] += 1
        undated += not outcome.entered.dated
        records += outcome.entered.records if outcome.entered.outcome in ("new", "corrects") else 0
        if outcome.entered.outcome == "corrects":
            print(f"{outcome.source}: another version of article {', '.join(outcome.entered.others)}")
    parts = [f"{counted[key]} {one if counted[key] == 1 else many}" for key, one, many in SAYINGS if counted[key]]
    told = [f"{_plural(counted.total(), 'article')}: {', '.join(parts)}" if parts else "no article"]
    told += [f"{_plural(records, 'record')} added"] if counted["new"] + counted["corrects"] else []
    told += ["nothing has changed"] if counted["again"] == counted.total() else []
    told += [f"{aside} set aside"] if aside else []
    print("; ".join(told))
    if undated:
        print(f"{_plural(undated, 'article')} without a date of publication: {UNDATED}")
    return aside


def tell_faults(faults: Sequence[Fault], each: bool) -> Iterator[str]:
    """Yield lines that tell what is wrong, kind by kind: all, or some of each and how many there are; then mends."""
    kinds: dict[str, list[Fault]] = {}
    for fault in faults:
        kinds.setdefault(fault.kind, []).append(fault)
    for those in kinds.values():
        yield from map(str, those if each else those[:SOME])
        if len(those) > SOME and not each:
            yield f"... and {len(those) - SOME:,} more like these (--all prints them)"
    for mend, count in Counter(fault.mend for fault in faults).items():
        yield f"{_plural(count, 'fault')}: {mend}"


def tell_differences(
    differences: Iterable[Difference | ArticleError], lost: Iterable[tuple[int, str]], dry: bool
) -> bool:
    """Print records gained, lost and changed, then decisions that found no record; return whether any asks for care."""
    from communique.errors import CommuniqueError

    counted: Counter[str] = Counter()
    wanting = dict(lost)
    for difference in differences:
        if isinstance(difference, CommuniqueError):
            counted["set aside"] += 1
            print(f"communique: {difference}", file=sys.stderr)
            continue
        wanting |= {orphan.decision.number: orphan.why for orphan in difference.orphans}
        counted["re-attached"] += difference.attached
        for name, sign, records in (("gained", "+", difference.gained), ("lost", "-", difference.lost)):
            counted[name] += len(records)
            for record in records:
                print(f"{sign} {_shown(record)}")
        for before, after in difference.changed:
            counted["changed"] += 1
            print(f"~ {_shown(after)}: {', '.join(_fields(before, after))}")
    for number in sorted(wanting):
        print(f"ORPHAN decision {number}: {wanting[number]}")
    print(
        f"{'would be' if dry else 'records'}: {counted['gained']} gained, {counted['lost']} lost, "
        f"{counted['changed']} changed; decisions: {counted['re-attached']} re-attached, {len(wanting)} orphaned"
    )
    return bool(wanting or counted["set aside"])


def _counted(those: Iterable[T], step: Callable[[], None]) -> Iterator[T]:
    for one in those:
        yield one
        step()


def _shown(record: Record) -> str:
    words = " … ".join(span.text for span in record.defining)
    short = words if len(words) <= 80 else f"{words[:79]}…"
    return f"{record.article} {record.kind} {record.id[:8]} “{' '.join(short.split())}”"


def _fields(before: Record, after: Record) -> list[str]:
    """Return the names of the fields in which two records differ, with what they say where that is short."""
    from communique.records.codec import to_data

    old, new = to_data(before), to_data(after)
    return [
        f"{name} {old.get(name)} -> {new[name]}" if isinstance(new[name], str) else name
        for name in new
        if new[name] != old.get(name)
    ]


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
