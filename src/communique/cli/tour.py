"""`demo`: the bundled stories in a store of their own, and the ten questions asked of it, each with its command."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from rich.rule import Rule
from rich.text import Text

from communique.cli.app import app
from communique.cli.printing import terminal
from communique.config import DATA
from communique.lexicon.files import read_table

STORIES = DATA / "stories"
OVERLAY = STORIES / "kell_strait" / "lexicon"
LOADS = (
    ["add", str(STORIES / "caucasus" / "articles.jsonl")],
    ["add", str(STORIES / "kell_strait" / "articles.jsonl"), "--lexicon", str(OVERLAY)],
)


def show_tour(store: Path) -> int:
    """Add the stories to `store` and ask the questions of the tour; return the worst exit code of its commands."""
    at = ["--store", str(store)]
    print(f"Two bundled stories, 42 articles written for this project, go into {store}.", flush=True)
    worst = max(run([*load, *at]) for load in LOADS)
    for number, (question, words) in enumerate(questions(), 1):
        announce(number, question, shlex.join(["communique", *words, *at]))
        worst = max(worst, run([*words, *at]))
    desk = shlex.join(["communique", "serve", *at, "--lexicon", str(OVERLAY)])
    print(f"\nThe store stays: ask on with --store {store}; `communique --help` lists the questions.")
    print(f"The same as pages, in a browser:\n  {desk}")
    return worst


def questions() -> list[tuple[str, list[str]]]:
    """Return the questions of the tour, each with the words of the command that answers it."""
    rows = read_table("stories/tour", ["question", "command"], key="question")
    overlay = {"kell_strait": str(OVERLAY)}
    return [(row["question"], [overlay.get(word, word) for word in shlex.split(row["command"])]) for row in rows]


def run(words: list[str]) -> int:
    """Run a command of communique within this process and return its exit code."""
    code = app(words, standalone_mode=False)
    sys.stdout.flush()
    return code if isinstance(code, int) else 0


def announce(number: int, question: str, command: str) -> None:
    """Print a question and, in one line that can be copied, the command that answers it."""
    console = terminal()
    console.print("\n", Rule(style="column"), sep="")
    console.print(Text(f"{number}. {question}", "heading"))
    console.print(Text(f"$ {command}\n", "note"), soft_wrap=True)
    sys.stdout.flush()
