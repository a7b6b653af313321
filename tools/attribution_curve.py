"""Precision and recall of attributions by the confidence from which they are shown, from the default one upwards.

python tools/attribution_curve.py GOLD
"""

from __future__ import annotations

import sys
from pathlib import Path

from communique.annotate.speaking.attributions import LEAST_CONFIDENCE
from communique.evaluate import attribution
from communique.evaluate.gold import load_items
from communique.evaluate.running import score

STEPS = (LEAST_CONFIDENCE, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98)


def main(gold: str) -> int:
    """Print a row of Markdown for each threshold."""
    items = load_items(Path(gold), labels=attribution.TASK.key)
    found = list(attribution.TASK.predict([item.question for item in items]))
    print("| from | content P | content R | triple P | triple R | shown |\n|---|---|---|---|---|---|")
    for step in STEPS:
        kept = [{**p, "attributions": [a for a in p["attributions"] if a["score"] >= step]} for p in found]
        rows = {r.name: r for r in score(attribution.TASK, items, kept, 0, False, draws=0).scores[0].rows}
        triple, content = rows["triple"], rows["content"]
        figures = (content.precision, content.recall, triple.precision, triple.recall)
        print(f"| {step:.2f} | " + " | ".join(f"{figure:.3f}" for figure in figures) + f" | {triple.predicted} |")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
