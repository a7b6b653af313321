"""The example notebook runs from its first cell to its last; it ships without outputs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desks import tell_stories

NOTEBOOK = Path(__file__).parents[2] / "docs" / "notebooks" / "ask_the_record.ipynb"


def cells() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in found if cell["cell_type"] == "code"]


def test_the_notebook_ships_without_outputs() -> None:
    assert cells() and all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells())


@pytest.mark.model
def test_the_cells_of_the_notebook_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    tell_stories(tmp_path / "stories.db").close()
    monkeypatch.setenv("COMMUNIQUE_STORE", str(tmp_path / "stories.db"))
    inside: dict[str, Any] = {}
    for cell in cells():
        exec("".join(cell["source"]), inside)
    inside["store"].close()
    assert len(inside["engagements"]) > 7 and (inside["both"]["then"] != inside["both"]["now"]).any()
