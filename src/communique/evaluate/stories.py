"""Developing stories as gold: which articles they have, when these appeared, and on which days they are asked about.

A story's file (YAML) holds the threads that a careful reader keeps open; a predictor gets the articles' texts with
their days, and the days asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from communique import workflow
from communique.errors import GoldError
from communique.evaluate.gold import half_of
from communique.evaluate.histories import judge, measure
from communique.evaluate.measures import DRAWS
from communique.evaluate.tasks import Error, Result, most_telling, scored_halves
from communique.evaluate.threads import Told, speech_prediction, story_prediction
from communique.lexicon.files import Entry as Yaml
from communique.lexicon.files import Value, read_mapping
from communique.sources import article_from_text
from communique.store import open_store

NAME = "threads"
ADDED = "2000-01-01T00:00:00.000000+00:00"
"""The moment at which all articles are added; no figure depends on it."""


@dataclass(frozen=True, slots=True)
class Report:
    """An article of a story: the name that the gold gives its file, its text without the file's header, its day."""

    name: str
    text: str
    title: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """All that may be known of a story beforehand: its reports and the days on which it is asked about."""

    name: str
    reports: tuple[Report, ...]
    asked: tuple[str, ...]


def load_stories(folder: Path) -> list[tuple[Story, Yaml]]:
    """Return the stories of a folder, each with its gold; their articles lie in the folder or in `articles` there.

    GoldError: no stories, an article that is not there.
    """
    found = [(_story(gold, folder), gold) for path in sorted(folder.rglob("*.yaml")) for gold in [read_mapping(path)]]
    if not found:
        raise GoldError(f"{folder}: holds no stories; a story is a YAML file with `storyline` and `articles`")
    return found


def _story(gold: Yaml, folder: Path) -> Story:
    reports = tuple(
        _report(str(article["file"]), article.get("date"), folder, gold) for article in mappings(gold, "articles")
    )
    asked = set(gold.texts("as_of_dates"))
    for thread in mappings(gold, "threads"):
        asked.update(str(state["date"]) for state in thread.get("state_as_of") or ())
    return Story(gold.text("storyline"), reports, tuple(sorted(asked)))


def mappings(gold: Yaml, name: str) -> Sequence[Mapping[str, Any]]:
    """Return the list of mappings in a field of a story's gold; LexiconError if it is anything else."""
    value: Value = gold.fields.get(name, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise gold.error(f"{name} must be a list of mappings")
    return [item for item in value if isinstance(item, dict)]


def _report(name: str, date: Any, folder: Path, gold: Yaml) -> Report:
    """The article in a file whose header ends with a blank line."""
    path = next((p for p in (folder / "articles" / name, folder / name, gold.path.parent / name) if p.is_file()), None)
    if path is None:
        raise GoldError(f"{gold.path}:{gold.line}: there is no article {name} in {folder} or {folder / 'articles'}")
    header, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    title = next((line.partition(":")[2].strip() for line in header.split("\n") if line.startswith("title:")), None)
    return Report(name, body, title, date if isinstance(date, str) and len(date) == 10 else None)


def predict(stories: Sequence[Story]) -> dict[str, Any]:
    """Return threads, links and statements of the stories in the form of score_threads.py.

    All stories are added to one fresh store, which is thrown away afterwards, so that nothing tells them apart.
    """
    told = {t.article.id: t for story in stories for t in _told(story)}
    with TemporaryDirectory() as folder, open_store(Path(folder) / "stories.db") as store:
        for one in told.values():
            workflow.enter(store, one.article, workflow.read(one.article), workflow.present_run(), ADDED)
        records = [entry.record for entry in store.export()]
        heads = store.heads([record.id for record in records])
        members = store.members(set(heads.values()))
        links = store.links(sorted(heads))
    return {**story_prediction(members, links, told), "statements": speech_prediction(records, told)}


def run(folder: Path, *, errors: int = 0, unread: bool = False, draws: int = DRAWS) -> Result:
    """Return the prediction for a folder of stories, with figures of our own; see `histories`.

    `unread`: only the stories whose name has an odd SHA-1, whose errors are never shown.
    """
    loaded = [(story, gold) for story, gold in load_stories(folder) if not unread or half_of(story.name) == "odd"]
    prediction = predict([story for story, _ in loaded])
    judged = [
        (half_of(story.name), story.name, judge(gold.fields, {r.name: r.text for r in story.reports}, prediction))
        for story, gold in loaded
    ]
    scores = scored_halves([(half, j.counts) for half, _, j in judged], measure, unread, draws)
    found = [Error(cause, name, text) for half, name, j in judged if half == "even" for cause, text in j.errors]
    return Result(NAME, scores, (prediction,), tuple(most_telling(found, errors)))


def _told(story: Story) -> Iterator[Told]:
    for report in story.reports:
        article = article_from_text(
            report.text, source=report.name, title=report.title, date=report.date, language="en"
        )
        yield Told(report.name, article, report.text, story.asked)
