"""How the cost of a store's main questions grows with the store: 10^4, 10^5 and, when asked for, 10^6 records.

    python benchmarks/store_growth.py [--records 10000 100000] [--folder DIR] [--store URL] [--keep]

Records are real readings of the bundled samples, varied by script: other states, people and dates, most words
exchanged for others, common and rare ones as in a language. One article in ten is a copy of another outlet's of the
day before; three in ten tell of the matter of an article of the last week, 40 % of its words exchanged again, its days
as they were: so matters are followed, by one article or by fifteen.
News per day stay the same however large the store: a larger one reaches further. Articles are entered as `add`
enters them: stored, clustered, linked and folded, but those of a day in one transaction, and read beforehand.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from communique import workflow
from communique.link.duplicates import bands, signature
from communique.link.keys import horizon
from communique.records.codec import record_from_data, to_data
from communique.records.record import Record
from communique.records.texts import Article, Publication
from communique.records.views import Filter, Run, View
from communique.store import Store, open_store
from communique.workflow.settling import held, settle, sought

FIRST_DAY = date(2024, 7, 1)
ARTICLES_A_DAY = 40
STATES = [a + b + c for a in "ABCDEFGHIJ" for b in "AEIOU" for c in "RSTU"]  # made-up codes: common first, rare last
ROUNDS = 5
RUN = Run(version="bench", model="none", lexicon="none")
COPIED = 35
"""So many articles before a copy stands what it is a copy of."""
FOLLOWING = (3, 6, 8)
"""Last digits of the numbers of articles that follow up what another one told."""
FOLLOWED = (ARTICLES_A_DAY, 7 * ARTICLES_A_DAY)
"""An article follows up one that stands so many before it."""
MADE_UP = 2000
"""So many words of each length are made up."""
WORD = re.compile(r"\b(?:[A-Z][a-z]{2,}|[a-z]{4,})\b")
"""Words that may be exchanged: not the small ones that hold a sentence together."""

Reading = tuple[Article, list[dict[str, Any]]]


@cache
def readings() -> list[Reading]:
    """Return the samples with their records as JSON data."""
    from communique.cli.reading import samples

    found = [article for article in samples() if isinstance(article, Article)]
    return [(article, [to_data(record) for record in workflow.read(article)]) for article in found]


@cache
def vocabulary() -> dict[int, tuple[list[str], list[float]]]:
    """Return, by their length, the words that may be exchanged and their weights, running totals: those of the
    samples, the most common first, and behind them made-up ones. The nth is about n times as rare as the first."""
    found: dict[int, Counter[str]] = {}
    for article, _ in readings():
        for word in WORD.findall(article.text):
            found.setdefault(len(word), Counter())[word.casefold()] += 1
    words = {length: [*counted, *_made_up(length)] for length, counted in _ranked(found).items()}
    return {
        length: (those, list(accumulate(1 / (place + 3) ** 0.9 for place in range(len(those)))))
        for length, those in words.items()
    }


def _ranked(found: dict[int, Counter[str]]) -> dict[int, list[str]]:
    return {length: sorted(those, key=lambda word: (-those[word], word)) for length, those in found.items()}


def _made_up(length: int) -> list[str]:
    """Return words of a length that sound like some."""
    chance = random.Random(length)
    letters = ("bcdfghklmnprstvz", "aeiou")
    made = ("".join(chance.choice(letters[place % 2]) for place in range(length)) for _ in range(MADE_UP))
    return list(dict.fromkeys(made))


class Words:
    """Most words of one article, names too, exchanged for others, each always for the same."""

    def __init__(self, chance: random.Random, again: random.Random | None = None) -> None:
        """Exchange by chance; 40 % of the words by that of another article (`again`)."""
        self._chance, self._again = chance, again
        self._known: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """Return a text of the same length."""
        return WORD.sub(lambda word: self._other(word[0]), text)

    def _other(self, word: str) -> str:
        low = word.casefold()
        if low not in self._known:
            self._known[low] = self._drawn(low, self._chance)
            if self._again is not None and self._again.random() < 0.4:
                self._known[low] = self._drawn(low, self._again)
        other = self._known[low]
        return other.capitalize() if word[0].isupper() else other

    def _drawn(self, low: str, chance: random.Random) -> str:
        if chance.random() < 0.1 or len(low) not in vocabulary():
            return low
        words, weights = vocabulary()[len(low)]
        return chance.choices(words, cum_weights=weights)[0]


@dataclass(frozen=True)
class Variation:
    """What becomes another in one variation of a reading."""

    article: Article
    words: Words
    state: dict[str, str]
    person: int
    shift: int
    ids: dict[str, str]


@cache
def root(number: int) -> int:
    """Return the number of the article whose matter the one of this number tells: as a rule itself."""
    if number >= COPIED and number % 10 == 9:
        return root(number - COPIED)
    if number >= FOLLOWED[1] and number % 10 in FOLLOWING:
        return root(number - random.Random(number).randint(*FOLLOWED))
    return number


def first_told(number: int) -> int:
    """Return the number of the article that one is a copy of: as a rule itself."""
    return number - COPIED if number >= COPIED and number % 10 == 9 else number


def varied(number: int, day: date | None = None) -> tuple[Article, list[Record]]:
    """Return the `number`th article, published on `day` (None: its own), and its records."""
    story, text = root(number), first_told(number)
    article, told = readings()[story % len(readings())]
    chance = random.Random(story)
    names = {code: place for place, code in enumerate(sorted(_codes(told)))}
    drawn = chance.choices(STATES, weights=[1 / (n + 1) for n in range(len(STATES))], k=len(names))
    appeared = (day or day_of(number)).isoformat()
    person, words = chance.randrange(3000), Words(chance, random.Random(text) if text != story else None)
    other = Article(
        text=f"{words(article.text)}\nNumber {number}.",
        title=article.title and words(article.title),
        publisher=f"Outlet {number % 60}",
        url=f"https://outlet{number % 60}.example/{number}",
        published=Publication(appeared, appeared, "stated", "made up"),
        segments=article.segments,
    )
    assert article.published is not None
    shift = (day_of(story) - date.fromisoformat(article.published.to[:10])).days
    variation = Variation(other, words, dict(zip(names, drawn, strict=True)), person, shift, {})
    made = [_changed(data, variation) for data in told]
    ids = {data["id"]: record_from_data(new).id for data, new in zip(told, made, strict=True)}
    return other, [record_from_data(_changed(data, replace(variation, ids=ids))) for data in told]


def day_of(number: int) -> date:
    """Return the day on which the `number`th article is published."""
    return FIRST_DAY + timedelta(number // ARTICLES_A_DAY)


def _codes(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["iso3"]} if value.get("iso3") else set()
        return own.union(*(_codes(part) for part in value.values()))
    return set().union(*(_codes(part) for part in value)) if isinstance(value, list) else set()


def _changed(value: Any, by: Variation) -> Any:
    if isinstance(value, list):
        return [_changed(part, by) for part in value]
    if not isinstance(value, dict):
        return by.ids.get(value, value) if isinstance(value, str) else value
    changed = {name: _changed(part, by) for name, part in value.items()}
    if "article" in changed:
        changed["article"] = by.article.id
    if "start" in changed:
        changed["text"] = by.article.text[changed["start"] : changed["end"]]
    for told in ("title", "name"):
        if isinstance(changed.get(told), str):
            changed[told] = by.words(changed[told])
    if changed.get("iso3"):
        changed["iso3"] = by.state[changed["iso3"]]
    if "mention" in changed and "id" in changed:
        head, _, tail = changed["id"].partition("/")
        changed["id"] = f"state/{by.state.get(tail, tail)}" if head == "state" else f"{changed['id']}-{by.person}"
    if "granularity" in changed:
        for end in ("from", "to"):
            changed[end] = _later(changed[end], by.shift)
    return changed


def _later(day: str | None, shift: int) -> str | None:
    if day is None:
        return None
    return (date.fromisoformat(day[:10]) + timedelta(shift)).isoformat() + day[10:]


def fill(store: Store, records: int) -> float:
    """Enter articles in the order of days until there are so many records; return the seconds that entering took.

    A store that was filled before is filled further.
    """
    seconds, made, number = 0.0, *held_by(store)
    while made < records:
        news = [varied(number + place) for place in range(ARTICLES_A_DAY)]
        start = time.perf_counter()
        enter(store, news, f"{day_of(number)}T12:00:00Z")
        seconds += time.perf_counter() - start
        number += len(news)
        made += sum(len(told) for _, told in news)
        print(f"\r{made} records, {seconds:.0f} s", end="", file=sys.stderr)
    print(file=sys.stderr)
    return seconds


def held_by(store: Store) -> tuple[int, int]:
    """Return how many records and articles a store holds."""
    return store.count(Filter()), len(store.article_ids())


def enter(store: Store, news: Sequence[tuple[Article, Sequence[Record]]], at: str) -> None:
    """Enter the news of a day in one transaction: `workflow.enter` takes one article each, and comes to the same."""
    with store.writing(at, held) as writer:
        for article, told in news:
            signed = signature(article.text)
            writer.put_article(article, signature=signed, bands=bands(signed))
            writer.put_records(article.id, told, RUN)
        settle(writer, [article.id for article, _ in news])


def questions(store: Store) -> dict[str, Callable[[], Any]]:
    """Return the reads that answers are made of, by name."""
    last = date.fromisoformat((store.moment() or "")[:10])

    def ago(days: int) -> str:
        return (last - timedelta(days)).isoformat()

    page: dict[str, Any] = {"limit": 50, "latest": True}
    past = ago(100)
    common, rare = STATES[0], STATES[-1]
    moment = store.moment()
    now = View(as_of=last.isoformat())
    some = store.entries(Filter(kinds=("engagement",), **page))
    ids = [e.record.id for e in some]

    def entries(view: View = now, **asked: Any) -> Callable[[], Any]:
        return lambda: store.entries(Filter(**page | asked), view)

    def states(view: View = now, **asked: Any) -> Callable[[], Any]:
        return lambda: store.states(Filter(**page | asked), view)

    return {
        "last records": entries(),
        "first records": entries(latest=False),
        "statements of a common state": entries(kinds=("statement",), actors=(common,), roles=("speaker",)),
        "statements of a rare state": entries(kinds=("statement",), actors=(rare,), roles=("speaker",)),
        "all of a common pair": entries(actors=(common,), with_=(STATES[1],)),
        "all of a rare pair": entries(actors=(rare,), with_=(STATES[-2],)),
        "a common with a rare state": entries(actors=(common,), with_=(rare,)),
        "one person": entries(actors=("person/antonio-guterres-1234",)),
        "allegations as of a past day": entries(View(as_of=past), kinds=("allegation",)),
        "records of a month by their time": entries(from_=ago(60), to=ago(30)),
        "timeline of a common state in a month": entries(
            actors=(common,), from_=ago(180), to=ago(150), timed=True, latest=False
        ),
        "timeline of all": entries(timed=True),
        "one outlet": entries(sources=("Outlet 7",)),
        "known before the last transaction": entries(View(known_at=_before(moment))),
        "left out of a past day": lambda: store.outside(Filter(kinds=("engagement",)), View(as_of=past)),
        "search, a common word": lambda: store.search("said", now),
        "search, words": lambda: store.search("grain corridor", now),
        "search, nothing": lambda: store.search("zebra crossing", now),
        "engagements": states(kinds=("engagement",)),
        "engagements of a common state": states(kinds=("engagement",), actors=(common,)),
        "engagements of a rare pair": states(kinds=("engagement",), actors=(rare,), with_=(common,)),
        "announced on a past day": states(View(as_of=past), kinds=("engagement",), statuses=("announced", "sought")),
        "outcome unreported": states(kinds=("engagement",), statuses=("outcome_unreported",)),
        "never any such status": states(kinds=("engagement",), statuses=("none",)),
        "members of fifty threads": lambda: store.members(list(store.heads(ids).values())),
        "links of fifty records": lambda: store.links(ids),
        "fifty short ids": lambda: store.short_ids(some),
        "changes since the last transaction": lambda: store.changes(moment),
    }


def _before(moment: str | None) -> str:
    assert moment is not None
    return (datetime.fromisoformat(moment) - timedelta(microseconds=1)).isoformat()


def neighbours(store: Store) -> float:
    """Return the milliseconds it takes to find the neighbours of the records of one article."""
    article = store.entries(Filter(latest=True, limit=1))[0].record.article
    with store.writing(store.moment() or "") as writer:
        shelf = writer.shelf(sought, horizon)
        return median(lambda: [shelf.neighbours(entry) for entry in writer.of_articles([article])])


def median(ask: Callable[[], Any]) -> float:
    """Return the median of some rounds in milliseconds of processor time, the first one aside."""
    return _measured(ask)[0]


def medians(ask: Callable[[], Any]) -> str:
    """Return the medians of some rounds in milliseconds of processor time and by the clock, the first one aside."""
    return " / ".join(f"{value:.0f}" for value in _measured(ask))


def _measured(ask: Callable[[], Any]) -> tuple[float, float]:
    ask()
    taken = []
    for _ in range(ROUNDS):
        start, began = time.process_time(), time.perf_counter()
        ask()
        taken.append((time.process_time() - start, time.perf_counter() - began))
    return 1000 * statistics.median(own for own, _ in taken), 1000 * statistics.median(whole for _, whole in taken)


def stored(folder: Path, records: int) -> Path:
    """Return the store of so many records in a folder; it is filled if it is not there."""
    path = folder / f"store{records}.db"
    if not path.exists():
        with open_store(path) as store:
            seconds = fill(store, records)
        print(f"{records}: {seconds:.0f} s to write, {path.stat().st_size / 1e6:.0f} MB", flush=True)
    return path


def main() -> None:
    """Fill a store of each size and print what its questions cost."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--records", type=int, nargs="+", default=[10_000, 100_000])
    options.add_argument("--folder", type=Path)
    options.add_argument("--only", default="")
    given = options.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp())
    table: dict[str, list[str]] = {}
    for records in given.records:
        with open_store(stored(folder, records)) as store:
            for name, ask in questions(store).items():
                if given.only in name:
                    table.setdefault(name, []).append(f"{median(ask):9.1f} ({len(_sized(ask()))})")
            table.setdefault("neighbours of an article's records", []).append(f"{neighbours(store):9.1f}")
    print("ms (rows found)".ljust(42) + "".join(f"{records:>16}" for records in given.records))
    for name, row in table.items():
        print(name.ljust(42) + "".join(f"{cell:>16}" for cell in row))


def _sized(answer: Any) -> Any:
    return json.dumps(answer) if isinstance(answer, int) else answer


if __name__ == "__main__":
    main()
