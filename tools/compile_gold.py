"""Compiles our own open gold: evaluation/gold/source/*.yaml -> evaluation/gold/compiled/<split>/<task>.jsonl.

    python tools/compile_gold.py            write the compiled files, print the counts
    python tools/compile_gold.py FILE...    only check these sources; exit code 1 and FILE:LINE for what is wrong

How the sources are written stands on the first page of evaluation/GUIDE.md. Spans are quoted words; words that are
not there, or are there more than once, are an error.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from gold_annotations import Marked, annotate, plover_events

from communique.errors import GoldError

GOLD = Path(__file__).parent.parent / "evaluation" / "gold"
CODES = ("s: ", "e: ", "t: ", "a: ", "o: ")
SPLITS = ("train", "dev", "test")
TASKS = {
    "attribution": "attributions",
    "events": "events",
    "status": "events",
    "times": "timex",
    "references": "mentions",
}


@dataclass(frozen=True, slots=True)
class Item:
    """A text that is read by itself, with its sentences and labels; items of one group share a split."""

    id: str
    group: str
    dct: str
    form: str
    where: str
    text: str
    sentences: tuple[str, ...]
    labels: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def split(self) -> str:
        """The split of the item's group."""
        return split_of(self.group)


def split_of(group: str) -> str:
    """Return train (six in ten), dev or test (two in ten each) by the SHA-1 of the group's id."""
    number = int(hashlib.sha1(group.encode()).hexdigest(), 16) % 10
    return "train" if number < 6 else "dev" if number < 8 else "test"


def load_sources(paths: Iterable[Path]) -> list[Item]:
    """Return the items of source files in the order of their ids; GoldError with file and line."""
    items: dict[str, Item] = {}
    groups: dict[str, str] = {}
    for path in sorted(paths):
        for item in _items(path):
            if item.id in items or groups.setdefault(item.group, item.where) != item.where:
                raise GoldError(f"{item.where}: the id {item.id} or its group stands there twice")
            items[item.id] = item
    return [items[key] for key in sorted(items)]


def _items(path: Path) -> Iterator[Item]:
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise GoldError(f"{path}: {error}") from error
    for node in root.value if isinstance(root, yaml.SequenceNode) else ():
        where = f"{path.name}:{node.start_mark.line + 1}"
        entry = {key.value: value for key, value in node.value}
        form = next((form for form in ("article", "sentences") if form in entry), None)
        if form is None or set(entry) != {"group", "dct", form}:
            raise GoldError(f"{where}: an entry has group, dct, and article or sentences")
        group, dct = entry["group"].value, entry["dct"].value
        blocks = [_block(path, block) for block in entry[form].value]
        if form == "article":
            yield _joined(group, group, dct, form, where, blocks)
        else:
            for number, block in enumerate(blocks, start=1):
                yield _joined(f"{group}-{number:02}", group, dct, form, where, [block])


def _block(path: Path, node: yaml.ScalarNode) -> Marked:
    """Read one paragraph: lines of text, one sentence each, with the annotations of each sentence below it."""
    if node.style != "|":
        raise GoldError(f"{path.name}:{node.start_mark.line + 1}: a paragraph is written as a block that begins with |")
    marked = Marked()
    for number, line in enumerate(node.value.split("\n"), start=node.start_mark.line + 2):
        if line.startswith(CODES):
            annotate(marked, line[0], line[3:], f"{path.name}:{number}")
        elif line.strip():
            marked.add(line.strip())
    return marked


def _joined(identity: str, group: str, dct: str, form: str, where: str, blocks: Iterable[Marked]) -> Item:
    """Put paragraphs together; offsets move by what stands before."""
    text, sentences = "", list[str]()
    labels: dict[str, list[dict[str, Any]]] = {key: [] for key in Marked.KEYS}
    for block in blocks:
        text += "\n\n" if text else ""
        for key, found in block.labels.items():
            labels[key] += [_moved(label, len(text)) for label in found]
        text += block.text
        sentences += block.sentences
    return Item(identity, group, dct, form, where, text, tuple(sentences), labels)


def _moved(value: Any, by: int) -> Any:
    """Move every span of a label, which are the only pairs of numbers in it."""
    if isinstance(value, dict):
        return {key: _moved(one, by) for key, one in value.items()}
    if isinstance(value, list):
        return [one + by if isinstance(one, int) else _moved(one, by) for one in value]
    return value


def line_of(item: Item, task: str) -> dict[str, Any]:
    """Return an item as a line of gold for a task of `communique evaluate`."""
    line: dict[str, Any] = {"id": item.id, "text": item.text, "dct": item.dct}
    labels = item.labels[TASKS[task]]
    line[TASKS[task]] = plover_events(labels) if task == "events" else labels
    return line | ({"optional_spans": [one["span"] for one in item.labels["optional"]]} if task == "status" else {})


def compiled(items: Iterable[Item]) -> dict[str, str]:
    """Return the compiled files by their path below evaluation/gold/compiled."""
    files = {f"{split}/{task}.jsonl": "" for split in SPLITS for task in TASKS}
    for item in items:
        for task in TASKS:
            files[f"{item.split}/{task}.jsonl"] += json.dumps(line_of(item, task), ensure_ascii=False) + "\n"
    return files


def counts(items: Iterable[Item]) -> list[str]:
    """Return the counts per split as the rows of the table in evaluation/README.md."""
    found: dict[str, Counter[str]] = {split: Counter() for split in (*SPLITS, "all")}
    for item in items:
        one = Counter({key: len(labels) for key, labels in item.labels.items()})
        one.update(items=1, articles=int(item.form == "article"), sentences=len(item.sentences))
        found[item.split].update(one)
        found["all"].update(one)
    names = ("articles", "items", "sentences", "attributions", "events", "timex", "mentions")
    return [f"| {split} | " + " | ".join(str(of[name]) for name in names) + " |" for split, of in found.items()]


def all_sources() -> list[Path]:
    """Return the source files."""
    return sorted((GOLD / "source").glob("*.yaml"))


def main(arguments: list[str]) -> int:
    """Compile all sources and write, or check those that are named."""
    try:
        items = load_sources(map(Path, arguments) if arguments else all_sources())
    except GoldError as error:
        print(error, file=sys.stderr)
        return 1
    if not arguments:
        for name, text in compiled(items).items():
            path = GOLD / "compiled" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    print("\n".join(counts(items)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
