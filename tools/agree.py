"""Whether `communique evaluate` and the scorers of the development folder give the same figures.

python tools/agree.py [SHARED]      SHARED has gold_dev and scorers; ../shared unless named. Skips what is not there.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from communique.evaluate.measures import with_intervals
from communique.evaluate.running import TASKS, load_golden

NEAR = 0.00011
"""The scorers round to four digits (links: to two of a percentage)."""

SETS = (
    ("attribution", "score_attribution", "polnear_dev.jsonl.gz"),
    ("times", "score_timex", "timex_dev.jsonl.gz"),
    ("times", "score_timex", "meantime_timex_dev.jsonl.gz"),
    ("events", "score_events", "gsr_dev.jsonl"),
    ("events", "score_events", "icews_dev.jsonl"),
    ("status", "score_status", "status_dev.jsonl"),
    ("factuality", "score_factuality", "factuality_dev.jsonl.gz"),
    ("links", "score_links", "ecb_dev.jsonl.gz"),
)

FIGURES: Mapping[str, Callable[[Any], dict[str, float]]] = {
    "attribution": lambda r: {
        "triple": r["triple"]["f1"],
        "content": r["content_relaxed"]["f1"],
        **{f"triple, {kind}": r["by_type"][kind]["triple"]["f1"] for kind in ("direct", "mixed", "indirect")},
        "triple, recall of speech cues": r["speech"]["triple_recall"],
        "source given content": r["source_given_content"]["iou50"],
    },
    "times": lambda r: {
        **{name: r[name.replace(" ", "_")]["f1"] for name in ("value", "relaxed", "strict", "type", "strict value")},
        "value given match": r["value_acc"],
    },
    "events": lambda r: {
        **{name: r[name]["f1"] for name in ("type", "quad", "source", "target", "dyad", "type+dyad")},
        "hit at first": r["hit@1"],
        "mode given type": r["mode_given_type"],
        "trigger given type": r["trigger_given_type"],
    },
    "status": lambda r: {
        "status given trigger": r["status_acc"],
        "status macro-F1": r["status_macro_f1"],
        "false facts": r["false_fact"],
        "lost facts": r["lost_fact"],
        "trigger": r["trigger"]["f1"],
        "record": r["record"]["f1"],
        "type given trigger": r["type_acc"],
        "holder given trigger": r["holder_acc"],
        "holder, not the outlet": r["holder_acc_non_narrator"],
    },
    "factuality": lambda r: {
        **{f"{name} macro-F1": r[name]["macro_f1"] for name in ("joint", "certainty", "time", "polarity")},
        **{name: r["binary"][name]["f1"] for name in ("FUTURE", "not CERTAIN", "NEG")},
        "joint accuracy": r["joint"]["accuracy"],
    },
    "links": lambda r: {
        "CoNLL": r["CoNLL"] / 100,
        "MUC": r["MUC"]["f1"] / 100,
        "B-cubed": r["B3"]["f1"] / 100,
        "CEAF-e": r["CEAFe"]["f1"] / 100,
    },
}


def main() -> None:
    """Print each figure that differs, and how many agree; exit code 1 if one differs."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared"
    differing = 0
    for task, scorer, gold in SETS:
        script, path = shared / "scorers" / f"{scorer}.py", shared / "gold_dev" / gold
        absent = [str(p) for p in (script, path) if not p.is_file()]
        if absent:
            print(f"{task} on {gold}: skipped, no {' and no '.join(absent)}")
        else:
            differing += _compare(task, _module(script), path)
    sys.exit(1 if differing else 0)


def _compare(name: str, scorer: ModuleType, path: Path) -> int:
    task = TASKS[name]
    items = load_golden(task, path)
    predictions = list(task.predict([item.question for item in items]))
    counts = [task.count(item.gold, found) for item, found in zip(items, predictions, strict=True)]
    ours = {row.name: row.value for row in with_intervals(counts, task.measure, draws=0)}
    lines = {item.id: json.loads(json.dumps(found)) for item, found in zip(items, predictions, strict=True)}
    theirs = FIGURES[name](scorer.score({item.id: dict(item.gold) for item in items}, lines))
    differing = [n for n, value in theirs.items() if abs((ours[n] or 0.0) - (value or 0.0)) > NEAR]
    for figure in differing:
        print(f"{name} on {path.name}: {figure} is {ours[figure]}, the scorer has {theirs[figure]}")
    print(f"{name} on {path.name}: {len(theirs) - len(differing)} of {len(theirs)} figures agree")
    return len(differing)


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
