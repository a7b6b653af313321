"""Draws docs/images/read.svg: the report of one sample article as a terminal shows it.

python tools/picture.py [SAMPLE] [LINES]
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.terminal_theme import TerminalTheme

from communique import workflow
from communique.cli.layout import THEME
from communique.cli.reading import samples
from communique.cli.report import report
from communique.records import Article

DARK, LIGHT = (36, 41, 47), (253, 253, 250)
RED, GREEN, YELLOW = (180, 35, 24), (17, 99, 41), (149, 100, 0)
BLUE, MAGENTA, CYAN, GREY = (9, 80, 170), (130, 50, 160), (20, 110, 120), (120, 125, 130)
COLOURS = [DARK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, GREY]
PAPER = TerminalTheme(LIGHT, DARK, COLOURS, COLOURS)
FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""rich asks the reader's browser to fetch a font from elsewhere: any fixed-width font will do."""

TARGET = Path(__file__).parent.parent / "docs" / "images" / "read.svg"


def main() -> None:
    """Draw the first LINES lines of the report of SAMPLE (a word of its title)."""
    word, lines = (sys.argv[1:2] or ["Gaza"])[0], int((sys.argv[2:3] or ["60"])[0])
    article = next(a for a in samples() if isinstance(a, Article) and word in a.text)
    console = Console(theme=THEME, record=True, width=110, file=io.StringIO(), highlight=False, force_terminal=True)
    page = console.render_lines(Padding(report(article, workflow.read(article)), (0, 1)), pad=False)
    for line in page[:lines]:
        for segment in line:
            console.print(segment.text, style=segment.style, end="", markup=False, soft_wrap=True)
        console.print()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    picture = FONTS.sub("", console.export_svg(title="communique read", theme=PAPER)).replace("Fira Code, ", "")
    TARGET.write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
