"""The API says what the command line says: ten questions, six days, the bundled stories, letter by letter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from communique.api.application import create_application
from communique.cli.app import app
from desks import LEXICON, tell_stories

DAYS = ("2022-10-05", "2022-12-20", "2023-03-01", "2023-07-01", "2024-02-01", "2026-11-01")
"""From the first reports of the stories to long after the last."""

QUESTIONS: tuple[tuple[list[str], str, dict[str, Any]], ...] = (
    (["engagements", "--actor", "armenia", "--with", "azerbaijan", "--open"], "engagements",
     {"actor": "armenia", "with": "azerbaijan", "open": "true"}),
    (["allegations", "--actor", "azerbaijan"], "allegations", {"actor": "azerbaijan"}),
    (["proposals"], "proposals", {}),
    (["pending"], "pending", {}),
    (["statements", "--from", "2022-10-01", "--to", "2023-12-31"], "statements",
     {"from": "2022-10-01", "to": "2023-12-31"}),
    (["statements", "--actor", "armenia", "--quoted"], "statements", {"actor": "armenia", "quoted": "true"}),
    (["since", "2024-01-01"], "since", {"when": "2024-01-01"}),
    (["actor", "Armenia"], "actor", {"name": "Armenia"}),
    (["basis", "--limit", "99", "--all"], "basis", {"limit": "99", "all": "true"}),
    (["timeline"], "timeline", {}),
    (["matters", "--contested", "--limit", "5", "--offset", "2"], "matters",
     {"contested": "true", "limit": "5", "offset": "2"}),
    (["statements", "--mode", "verbatim,mixed", "--type", "assert", "--sort", "who", "--machine-only"], "statements",
     {"mode": "verbatim,mixed", "type": "assert", "sort": "who", "machine_only": "true"}),
    (["events", "--open", "--from", "2023-01-01", "--certainly", "--min-sources", "1"], "events",
     {"open": "true", "from": "2023-01-01", "certainly": "true", "min_sources": "1"}),
    (["search", "corridor", "--actor", "azerbaijan"], "search", {"text": "corridor", "actor": "azerbaijan"}),
)  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("told") / "stories.db"
    tell_stories(path).close()
    return path


@pytest.fixture(scope="module")
def told(path: Path) -> Iterator[TestClient]:
    with TestClient(create_application(path, lexicon=LEXICON), base_url="http://localhost") as client:
        yield client


def printed(path: Path, *words: str) -> str:
    result = CliRunner().invoke(app, [*words, "--store", str(path), "--lexicon", str(LEXICON)])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.model
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(("words", "route", "asked"), QUESTIONS, ids=[" ".join(q[0]) for q in QUESTIONS])
def test_api_and_command_line_say_the_same(
    words: list[str], route: str, asked: dict[str, Any], day: str, path: Path, told: TestClient
) -> None:
    answer = told.get(f"/api/v1/{route}", params=asked | {"as_of": day})
    assert answer.json()["items"] == json.loads(printed(path, *words, "--as-of", day, "--format", "json"))
    for form in ("csv", "md"):
        answer = told.get(f"/api/v1/{route}", params=asked | {"as_of": day, "format": form})
        assert answer.text == printed(path, *words, "--as-of", day, "--format", form)


@pytest.mark.model
def test_the_calendar_is_the_same_but_for_the_address_of_its_pages(path: Path, told: TestClient) -> None:
    answer = told.get("/api/v1/engagements", params={"as_of": DAYS[1], "format": "ics"})
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    own = answer.text.replace("\r\n ", "").replace("http://localhost/", "http://127.0.0.1:8000/").splitlines()
    assert own == printed(path, "engagements", "--as-of", DAYS[1], "--format", "ics").replace("\n ", "").splitlines()


@pytest.mark.model
def test_why_says_the_same_of_every_first_statement(path: Path, told: TestClient) -> None:
    items = told.get("/api/v1/statements", params={"as_of": DAYS[-1], "limit": 5}).json()["items"]
    assert len(items) == 5
    for item in items:
        answer = told.get(f"/api/v1/why/{item['short']}", params={"as_of": DAYS[-1]}).json()["items"]
        assert answer == json.loads(printed(path, "why", item["short"], "--as-of", DAYS[-1], "--format", "json"))


@pytest.mark.model
@pytest.mark.parametrize("route", ["engagements", "allegations", "events?plover=true", "since?when=2024-01-01"])
def test_pages_of_matters_end_to_end_are_the_whole_list(route: str, told: TestClient) -> None:
    mark = "&" if "?" in route else "?"
    whole = told.get(f"/api/v1/{route}{mark}as_of={DAYS[-1]}&limit=1000").json()
    pages, following = [], f"/api/v1/{route}{mark}as_of={DAYS[-1]}&limit=7"
    while following is not None:
        step = told.get(following).json()
        pages += step["items"]
        following = step["next"]
    assert whole["more"] is False and len(whole["items"]) > 7
    if route.startswith("since"):  # a matter stands on each page that holds a record of it
        assert {json.dumps(i) for i in pages} == {json.dumps(i) for i in whole["items"]}
    else:
        assert pages == whole["items"]
