"""Rewrites the sample articles (other states, leaders, cities, weeks) and shows that the structure of the record stays.

    python tools/twins.py [SAMPLE]
    python tools/twins.py ARTICLE DATE PLAN.yaml

Every record of a sample, with its words rewritten in the same way, should be among the twin's records, and no others.
The differences are printed; exit code 1 when fewer than STAYS of the records have their twin.
"""

from __future__ import annotations

import re
import sys
from calendar import month_name
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from communique import workflow
from communique.cli.reading import samples
from communique.records import Actor, Article, Record, to_data
from communique.sources import article_from_text, read_article

STAYS = 0.9
PLANS = Path(__file__).parent / "twins.yaml"
SHAPE = (
    "type",
    "act",
    "mode",
    "status",
    "stance",
    "scope",
    "relation",
    "topic",
    "layer",
    "mode_of_contact",
    "declared_points",
)
"""Fields that must be the same in a twin, as far as a kind of record has them."""
MONTHS = month_name[1:]
DATE = re.compile(r"\b(" + "|".join([*MONTHS, *(m[:3] for m in MONTHS if m != "May")]) + r") (\d{1,2})\b(?:, (\d{4}))?")


class Rewriting:
    """One plan: words for words, dates by whole weeks."""

    def __init__(self, plan: Mapping[str, Any], published: date) -> None:
        """Prepare the plan for an article published on `published`."""
        self.words: dict[str, str] = plan["words"]
        self.shift = timedelta(weeks=int(plan.get("weeks", 0)))
        self.exchange: list[list[int]] = plan.get("exchange", [])
        self.published = published
        longest_first = sorted(map(re.escape, self.words), key=len, reverse=True)
        self.pattern = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")

    def __call__(self, text: str) -> str:
        """Return `text` with words and dates rewritten."""
        return DATE.sub(self._date, self.pattern.sub(lambda match: self.words[match[0]], text))

    def _date(self, match: re.Match[str]) -> str:
        """Shift a written date; one without a year is taken to be the last before publication."""
        month = next(number for number, name in enumerate(MONTHS, start=1) if name.startswith(match[1][:3]))
        year = int(match[3] or self.published.year - (month > self.published.month))
        day = date(year, month, int(match[2])) + self.shift
        name = MONTHS[day.month - 1]
        return f"{name if len(match[1]) > 3 else name[:3]} {day.day}" + (f", {day.year}" if match[3] else "")

    def article(self, original: Article) -> Article:
        """Return the twin of an article, its paragraphs exchanged as planned."""
        paragraphs = [self(p) for p in original.text.split("\n\n")]
        for a, b in self.exchange:
            paragraphs[a], paragraphs[b] = paragraphs[b], paragraphs[a]
        title = self(original.title) if original.title and original.title not in original.text else None
        day = (self.published + self.shift).isoformat()
        return article_from_text("\n\n".join(paragraphs), title=title, date=day, publisher=original.publisher)


def signature(record: Record, rewrite: Rewriting | None = None) -> tuple[Any, ...]:
    """Return what must stay: kind, shape, the words of trigger, cue and content, and who is who by their mentions."""
    change = rewrite or (lambda text: text)
    data = to_data(record)
    shape = tuple((name, data[name]) for name in SHAPE if name in data and not isinstance(data[name], dict))
    words = tuple(change(e.text) for e in record.evidence if e.role in ("trigger", "cue", "content", "provision"))
    people = tuple(sorted((name, change(actor.mention.text)) for name, actor in _actors(record)))
    return record.kind, shape, words, people


def _actors(record: Record) -> Iterator[tuple[str, Actor]]:
    for name in (
        "speaker",
        "addressee",
        "participants",
        "actors",
        "recipients",
        "accusers",
        "accused",
        "denier",
        "party",
        "who",
    ):
        value = getattr(record, name, None)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Actor):
                yield name, item


def compare(plan: Mapping[str, Any], original: Article) -> tuple[int, int, list[str]]:
    """Return how many records the sample has, how many have their twin, and the differences in words."""
    assert original.published is not None
    rewrite = Rewriting(plan, date.fromisoformat(original.published.from_))
    expected = Counter(signature(r, rewrite) for r in workflow.read(original))
    found = Counter(signature(r) for r in workflow.read(rewrite.article(original)))
    lines = [f"  - {_words(s)}" for s in (expected - found).elements()] + [
        f"  + {_words(s)}" for s in (found - expected).elements()
    ]
    return expected.total(), (expected & found).total(), sorted(lines, key=lambda line: line[4:])


def _words(found: tuple[Any, ...]) -> str:
    kind, shape, words, people = found
    told = " ".join(f"{value}" for _, value in shape if value is not None)
    return f"{kind} ({told}) {' | '.join(words)[:100]} <{', '.join(f'{n}: {w}' for n, w in people)}>"


def main() -> int:
    """Compare every sample (or the one named) with its twin, or an article of the user's with a plan of the user's."""
    if len(sys.argv) == 4:
        return _own(*sys.argv[1:])
    plans = {plan["sample"]: plan for plan in yaml.safe_load(PLANS.read_text(encoding="utf-8"))}
    all_records = all_same = 0
    for name, original in zip(plans, samples(), strict=True):
        if isinstance(original, Article) and name.startswith(sys.argv[1] if len(sys.argv) > 1 else ""):
            records, same, lines = compare(plans[name], original)
            all_records, all_same = all_records + records, all_same + same
            print(f"{name}: {same} of {records} records have their twin", *lines, sep="\n")
    print(f"all: {all_same} of {all_records} ({all_same / max(all_records, 1):.0%})")
    return 0 if all_same >= STAYS * all_records else 1


def _own(file: str, published: str, plan: str) -> int:
    """Compare one article, outside the samples, with its twin by a plan of one's own; skipped where it is absent."""
    if not Path(file).is_file():
        print(f"skipped: there is no {file}")
        return 0
    original = read_article(file, date=published)
    records, same, lines = compare(yaml.safe_load(Path(plan).read_text(encoding="utf-8")), original)
    print(f"{Path(file).name}: {same} of {records} records have their twin", *lines, sep="\n")
    return 0 if same >= STAYS * records else 1


if __name__ == "__main__":
    sys.exit(main())
