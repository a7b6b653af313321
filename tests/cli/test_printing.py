"""Where the report goes: straight out, or through the pager on a terminal."""

from __future__ import annotations

import io
import pydoc
import sys
from contextlib import redirect_stdout
from unittest.mock import patch

import pytest
from rich.console import Console

from cli.examples import kenya_article, kenya_records
from communique.cli.layout import THEME
from communique.cli.printing import WIDEST, JsonPrinter, PagePrinter, terminal


class Screen(io.StringIO):
    """A terminal of text."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keep what the pager is given."""
    pages: list[str] = []
    monkeypatch.setattr(pydoc, "pager", pages.append)
    monkeypatch.setenv("PAGER", "less")
    return pages


def printer(height: int, paged: bool = True) -> PagePrinter:
    console = Console(theme=THEME, force_terminal=True, width=100, height=height, file=io.StringIO())
    return PagePrinter(console=console, paged=paged)


def put(page: PagePrinter) -> str:
    """Return what the printer writes on a terminal."""
    article = kenya_article()
    with redirect_stdout(Screen()) as screen, patch.object(sys, "stdin", Screen()):
        page.put(article, kenya_records(article))
        page.close()
    return screen.getvalue()


def test_a_long_report_goes_through_the_pager(shown: list[str]) -> None:
    assert put(printer(height=20)) == ""
    assert len(shown) == 1 and "ENGAGEMENTS" in shown[0]


def test_a_report_that_fits_the_screen_does_not(shown: list[str]) -> None:
    assert "ENGAGEMENTS" in put(printer(height=200))
    assert shown == []


def test_an_empty_pager_variable_means_no_pager(shown: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "")
    assert "ENGAGEMENTS" in put(printer(height=20))
    assert shown == []


def test_the_demo_is_never_paged(shown: list[str]) -> None:
    assert "ENGAGEMENTS" in put(printer(height=20, paged=False))
    assert shown == []


def test_articles_are_parted_by_a_rule(shown: list[str]) -> None:
    page = printer(height=20, paged=False)
    assert "─" * 20 not in put(page)
    assert "─" * 20 in put(page)


def test_no_colour_when_the_user_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert terminal().no_color
    monkeypatch.delenv("NO_COLOR")
    assert not terminal().no_color


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("140", 140), ("300", WIDEST)])
def test_the_width_follows_the_terminal_up_to_a_readable_line(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal().width == width


def test_json_is_utf_8_whatever_the_terminal_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    article = kenya_article()
    out = JsonPrinter()
    out.put(article, kenya_records(article))
    out.close()
    lines = raw.getvalue().decode("utf-8").splitlines()
    assert len(lines) == 1 + len(kenya_records(article))
