"""How far two annotations of the same texts agree: evaluation/gold/second against evaluation/gold/source.

    python tools/gold_agreement.py

The second annotation is scored like a program's output, by the figures of `communique evaluate`. Whoever annotated
second had not seen the first.
"""

from __future__ import annotations

import sys

from compile_gold import GOLD, TASKS, all_sources, line_of, load_sources

from communique.errors import GoldError
from communique.evaluate.gold import Item, Question
from communique.evaluate.running import TASKS as SCORED
from communique.evaluate.running import score


def main() -> int:
    """Print the figures of each task on the items annotated twice."""
    first = {item.id: item for item in load_sources(all_sources())}
    second = load_sources(sorted((GOLD / "second").glob("*.yaml")))
    for item in second:
        if item.id not in first or first[item.id].text != item.text:
            raise GoldError(f"{item.where}: {item.id} is no item of the first annotation, or its text differs")
    print(f"{len(second)} items, {sum(len(item.sentences) for item in second)} sentences annotated twice")
    for name in (name for name in TASKS if name in SCORED):
        pairs = [(line_of(first[item.id], name), line_of(item, name)) for item in second]
        golds = [Item(Question(gold["id"], gold["text"], gold["dct"]), gold) for gold, _ in pairs]
        result = score(SCORED[name], golds, [found for _, found in pairs], errors=0, unread=False)
        for row in next(scores for scores in result.scores if scores.half == "all").rows:
            if row.value is not None:
                print(f"{name:12} {row.name:40} {row.value:.3f}  of {row.gold}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
