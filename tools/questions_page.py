"""Answers the commands of docs/questions.md anew.

python tools/questions_page.py STORE      the store of `communique demo`
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "questions.md"
ANSWERED = re.compile(r"^    \$ (communique .*)\n((?:    .*\n|\n(?=    ))*)", re.M)
SHOWN = 24
"""Lines of an answer; the rest is cut with a note."""


def main() -> None:
    """Replace what stands under each command by what it prints now."""
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(ANSWERED.sub(lambda match: _answered(match[1], sys.argv[1]), text), encoding="utf-8")


def _answered(command: str, store: str) -> str:
    lines = [line.rstrip() for line in _ask(command, store).rstrip().split("\n")]
    if len(lines) > SHOWN:
        lines = [*lines[:SHOWN], f" ... ({len(lines) - SHOWN - 1} lines more)", lines[-1]]
    return "".join(f"    {line}".rstrip() + "\n" for line in (f"$ {command}", *lines))


def _ask(command: str, store: str) -> str:
    code = "from communique.cli import main; main()"
    run = [sys.executable, "-c", code, *shlex.split(command)[1:], "--store", store]
    environment = os.environ | {"COLUMNS": "112"}
    return subprocess.run(run, capture_output=True, text=True, check=True, env=environment).stdout


if __name__ == "__main__":
    main()
