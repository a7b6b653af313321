"""Count how often a word in a frame is a cue in hand-annotated text: words only, no text.

    python tools/learn_cue_rates.py GOLD.jsonl[.gz] > src/communique/data/cues/en/rates.csv

GOLD holds one JSON object a line: {text, attributions: [{cue: [[start, end]], content: [[start, end]]}], discard}.
Uses inside quotations, and uses inside another attribution's content that are no cues, are not counted:
`annotate.attributions` weighs those by themselves.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from communique.annotate.parsing.frames import find_candidates
from communique.annotate.parsing.nlp import load_model, parse
from communique.annotate.parsing.quotations import find_quotations
from communique.annotate.parsing.repairs import repair
from communique.annotate.speaking.speakers import quoted_tokens
from communique.reading import Reading
from communique.records.texts import Article, Segment

LEAST_SEEN = 4
"""A word seen less often, and never as a cue, is counted under "*"."""

Use = tuple[str, str, str]


def main() -> None:
    """Read the gold named on the command line and print the table."""
    seen: Counter[Use] = Counter()
    cues: Counter[Use] = Counter()
    for document in documents(Path(sys.argv[1])):
        for use, is_cue in uses(document):
            seen[use] += 1
            cues[use] += is_cue
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["id", "cues", "seen"])
    writer.writerows(rows(seen, cues))


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of a JSONL file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def read(text: str) -> Reading:
    """Return a reading with tokens, sentences and quotations."""
    segments = tuple(Segment("body", m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", text))
    article = Article(text=text, segments=segments)
    quotations = find_quotations(text, segments)
    sentences, tokens = parse(article, quotations, load_model())
    reading = Reading(article=article, tokens=tokens, sentences=sentences, quotations=quotations)
    return replace(reading, tokens=repair(reading))


def uses(document: dict[str, Any]) -> Iterator[tuple[Use, bool]]:
    """Yield each countable use of a word in a frame and whether it is a cue."""
    reading = read(document["text"])
    cues = [span for a in document["attributions"] for span in a["cue"]]
    contents = [span for a in document["attributions"] for span in a["content"]]
    inside = quoted_tokens(reading)
    for candidate in find_candidates(reading):
        at = reading.tokens[candidate.head].start
        is_cue = any(start <= at < end for start, end in cues)
        skip = [*(document.get("discard") or []), *([] if is_cue else contents)]
        if inside[candidate.head] < 0 and not any(start <= at < end for start, end in skip):
            yield (candidate.lemma, candidate.pos, candidate.frame), is_cue


def rows(seen: Counter[Use], cues: Counter[Use]) -> list[tuple[str, int, int]]:
    """Return the lines of the table; rare words that were never cues share the line "*" of their frame."""
    words: Counter[tuple[str, str]] = Counter()
    for (word, pos, _), count in seen.items():
        words[word, pos] += count
    counted: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for (word, pos, frame), count in seen.items():
        plain = word.replace(" ", "").replace("-", "").isalpha() and word.isascii()
        rare = words[word, pos] < LEAST_SEEN and not cues[word, pos, frame]
        name = f"{word if plain and not rare else '*'} {pos} {frame}"
        counted[name] += count
        hits[name] += cues[word, pos, frame]
    return [(name, hits[name], counted[name]) for name in sorted(counted)]


if __name__ == "__main__":
    main()
