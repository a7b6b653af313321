"""A task run on a gold file: predictions, figures for the whole and for each half, the most telling errors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from communique.errors import GoldError
from communique.evaluate import attribution, events, factuality, links, records, references, status, stories, times
from communique.evaluate.gold import Item, load_items
from communique.evaluate.measures import DRAWS
from communique.evaluate.tasks import Labels, Result, Task, most_telling, scored_halves

TASKS = {
    module.TASK.name: module.TASK
    for module in (attribution, events, status, times, factuality, links, references, records)
}


def run(name: str, gold: Path, *, errors: int = 0, unread: bool = False, draws: int = DRAWS) -> Result:
    """Return predictions and scores of a task on a gold file, with so many errors.

    `unread`: only items whose id has an odd SHA-1, whose errors are never shown, so that rules can be tried on what
    nobody has looked at. GoldError for an unknown task or unusable gold.
    """
    if name == stories.NAME:
        return stories.run(gold, errors=errors, unread=unread, draws=draws)
    if name not in TASKS:
        raise GoldError(f"there is no task {name!r}; the tasks are {', '.join((*TASKS, stories.NAME))}")
    task = TASKS[name]
    items = load_golden(task, gold)
    if unread:
        items = [item for item in items if item.half == "odd"]
    return score(task, items, list(task.predict([item.question for item in items])), errors, unread, draws)


def load_golden(task: Task, gold: Path) -> list[Item]:
    """Return the items of a task's gold: a JSONL file, or a folder of golden files."""
    if task is records.TASK:
        return records.load_golden(gold)
    return load_items(gold, task.key if task.marked else None, task.key)


def score(
    task: Task, items: Sequence[Item], predictions: Sequence[Labels], errors: int, unread: bool, draws: int = DRAWS
) -> Result:
    """Return the scores of predictions that are parallel to the items."""
    pairs = list(zip(items, predictions, strict=True))
    counts = [(item.half, task.count(item.gold, found)) for item, found in pairs]
    scores = scored_halves(counts, task.measure, unread, 0 if task.whole else draws)
    found = [e for item, p in pairs if errors and item.half == "even" for e in task.errors(item.gold, p)]
    return Result(task.name, scores, tuple(predictions), tuple(most_telling(found, errors)))
