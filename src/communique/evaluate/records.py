"""Whole records of an article against what a careful reader expects: lines that must and lines that must never hold.

A golden file (YAML) has two lists, `must` and `never`; tests/golden/README.md says what a line may ask for. Its article
is the text file beside it with the same name, or the bundled sample of that name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique import workflow
from communique.errors import GoldError
from communique.evaluate.gold import Item, Question
from communique.evaluate.measures import Counts, Row, share_row
from communique.evaluate.tasks import Error, Labels, Task
from communique.lexicon.files import read_mapping
from communique.records import Actor, Article, Record, When
from communique.records.codec import record_from_data, to_data
from communique.sources import article_from_text
from communique.sources.samples import SAMPLES, samples

DOERS = ("speaker", "participants", "actors", "accusers", "denier", "party", "who", "proposer", "a")
DONE_TO = ("addressee", "recipients", "accused", "addressees", "b")
SPECIAL = ("kind", "at", "who", "to", "holder", "when", "window", "says", "gap")


@dataclass(frozen=True, slots=True)
class Expectation:
    """One line of a golden file; `must` or `never`."""

    sample: str
    verdict: str
    fields: Mapping[str, Any]

    @property
    def gap(self) -> bool:
        """Whether the program is known not to manage it yet."""
        return self.fields.get("gap") == "yes"

    def __str__(self) -> str:
        """Return a name for the line."""
        return f"{self.sample}-{self.verdict}-{self.fields['kind']}-{self.fields['at'][:40]}"


def load_expectations(path: Path) -> list[Expectation]:
    """Return the lines of a golden file, or of all in a folder, in order; values stay the strings that were typed."""
    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    found: list[Expectation] = []
    for file in files:
        golden = read_mapping(file)
        for verdict in ("must", "never"):
            lines = golden.fields.get(verdict, [])
            if not isinstance(lines, list) or not all(isinstance(line, dict) and "at" in line for line in lines):
                raise golden.error(f"{verdict} must be a list of lines with `kind` and `at`")
            found += [Expectation(file.stem, verdict, line) for line in lines if isinstance(line, dict)]
    if not found:
        raise GoldError(f"{path}: holds no golden files; one is a YAML file with `must` and `never`")
    return found


def load_golden(path: Path) -> list[Item]:
    """Return each article with its expectations as an item; GoldError if an article is not there."""
    lines: dict[str, list[Expectation]] = {}
    for line in load_expectations(path):
        lines.setdefault(line.sample, []).append(line)
    folder = path if path.is_dir() else path.parent
    items = []
    for name, expected in lines.items():
        text, day = _text(name, folder)
        items.append(Item(Question(name, text, day), {"id": name, "text": text, "expected": expected}))
    return items


def _text(name: str, folder: Path) -> tuple[str, str | None]:
    """The text of the article that a golden file is about, and its day: `day` in the file, or the sample's own."""
    beside = folder / f"{name}.txt"
    if beside.is_file():
        return beside.read_text(encoding="utf-8"), read_mapping(folder / f"{name}.yaml").text("day", "") or None
    for file, sample in samples():
        if Path(file).stem == name and isinstance(sample, Article):
            return sample.text, sample.published.to if sample.published else None
    raise GoldError(
        f"{folder}: there is no article {name}.txt beside {name}.yaml, nor a sample of that name in {SAMPLES}"
    )


def predict(questions: Sequence[Question]) -> Iterator[Labels]:
    """Yield the whole record of each article as JSON data."""
    for question in questions:
        article = article_from_text(question.text, source=question.id, date=question.dct, language="en")
        yield {"id": question.id, "records": [to_data(record) for record in workflow.read(article)]}


def count(gold: Labels, predicted: Labels) -> Counts:
    """Count the lines of one article, and those that hold."""
    counts: Counts = Counter()
    for line, met in _judged(gold, predicted):
        counts.update([line.verdict, *([f"{line.verdict} met"] if met else [])])
    return counts


def measure(counts: Counts) -> list[Row]:
    """Return the share of lines that hold."""
    lines, met = counts["must"] + counts["never"], counts["must met"] + counts["never met"]
    return [
        share_row("lines", met, lines),
        *(share_row(verdict, counts[f"{verdict} met"], counts[verdict]) for verdict in ("must", "never")),
    ]


def errors(gold: Labels, predicted: Labels) -> Iterator[Error]:
    """Yield the lines that do not hold, and known gaps apart."""
    for line, met in _judged(gold, predicted):
        if not met:
            cause = f"{'known gap, ' if line.gap else ''}{line.verdict} {line.fields['kind']}"
            asked = ", ".join(f"{name}: {value}" for name, value in line.fields.items() if name not in ("kind", "gap"))
            yield Error(cause, gold["id"], asked)


def _judged(gold: Labels, predicted: Labels) -> Iterator[tuple[Expectation, bool]]:
    records = [record_from_data(data) for data in predicted["records"]]
    for line in gold["expected"]:
        yield line, fulfilled(line, gold["text"], records)


def fulfilled(expectation: Expectation, text: str, records: Sequence[Record]) -> bool:
    """Return whether some record fits (must), or none does (never)."""
    start = text.find(expectation.fields["at"])
    if start < 0:
        raise GoldError(f"{expectation}: its words are not in the article")
    end = start + len(expectation.fields["at"])
    there = [r for r in records if any(e.start < end and start < e.end for e in r.evidence)]
    return any(fits(r, expectation.fields) for r in there) == (expectation.verdict == "must")


def fits(record: Record, fields: Mapping[str, Any]) -> bool:
    """Return whether the record has all that the line asks for."""
    return (
        record.kind == fields["kind"]
        and set(fields.get("who", [])) <= set(_ids(record, DOERS))
        and set(fields.get("to", [])) <= set(_ids(record, DONE_TO))
        and ("holder" not in fields or [a.id for level in record.holder for a in level] == fields["holder"])
        and ("says" not in fields or any(fields["says"] in e.text for e in record.evidence))
        and all(_dated(getattr(record, name, None), fields[name]) for name in ("when", "window") if name in fields)
        and all(_value(record, name) in _choices(value) for name, value in fields.items() if name not in SPECIAL)
    )


def _ids(record: Record, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        value = getattr(record, name, None)
        yield from (item.id for item in (value if isinstance(value, tuple) else (value,)) if isinstance(item, Actor))


def _dated(when: When | None, expected: Any) -> bool:
    if expected == "none":
        return when is None
    if expected == "unresolved":
        return when is not None and when.from_ is None and when.to is None
    return when is not None and [when.from_, when.to] == expected


def _value(record: Record, name: str) -> str:
    return str(getattr(record, name))


def _choices(value: Any) -> list[str]:
    return [str(item) for item in (value if isinstance(value, list) else [value])]


TASK = Task("records", "records", predict, count, measure, errors)
