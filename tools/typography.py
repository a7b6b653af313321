"""Measures how far typography changes the record: the same bodies in other marks and line breaks.

python tools/typography.py [--differences] [FOLDER of texts, or JSONL ...]     without any: the samples and the stories
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from communique.cli.reading import samples
from communique.config import DATA
from communique.records import Article
from communique.sources import read_articles
from typesetting import likeness, settings, told


def main() -> None:
    """Print for each setting how many records it shares with curly marks in long lines."""
    paths = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    shared, all_ = Counter[str](), Counter[str]()
    for article in _articles(paths):
        texts = settings(article)
        records = {name: told(text, article) for name, text in texts.items()}
        for name, found in records.items():
            common, total = likeness(records["curly"], found)
            shared[name] += common
            all_[name] += total
            if "--differences" in sys.argv:
                for sign, rest in (("-", records["curly"] - found), ("+", found - records["curly"])):
                    print(*(f"{name} {sign} {line}" for line in rest.elements()), sep="\n", end="\n" if rest else "")
    for name, count in all_.items():
        print(f"{name:18}{shared[name] / count:7.3f}   {shared[name]} of {count}")
    others = [name for name in all_ if name != "curly"]
    print(f"{'all':18}{sum(shared[n] for n in others) / sum(all_[n] for n in others):7.3f}")


def _articles(paths: list[Path]) -> Iterator[Article]:
    if not paths:
        yield from (article for article in samples() if isinstance(article, Article))
        paths = sorted((DATA / "stories").glob("*/articles.jsonl"))
    for path in [file for given in paths for file in (sorted(given.iterdir()) if given.is_dir() else [given])]:
        yield from (article for article in read_articles(path) if isinstance(article, Article))


if __name__ == "__main__":
    main()
