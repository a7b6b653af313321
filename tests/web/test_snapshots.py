"""A page is of one moment: what a batch writes while it is drawn is not on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from affairs import AFFAIR
from communique import workflow
from communique.questions import catalogue, pages
from communique.records.codec import record_from_data, to_data
from desks import application
from filling import RUN, fill
from web.looking import look

PAGES = ("/?as_of=2024-02-01", "/statements?as_of=2024-02-01", "/data?as_of=2024-02-01", "/actor/CHL?as_of=2024-02-01",
         "/dyad?a=peru&b=chile&as_of=2024-02-01", "/review", "/log", "/timeline")  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_a_page_does_not_mix_two_states_of_the_store(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with fill(tmp_path / "own.db", [AFFAIR[0]()]) as store:
        client = TestClient(application(store))
        before = main_of(client, address)
        written: list[str] = []
        read = type(store).snapshot

        def snapshot(own: Any) -> Any:
            return _Writing(read(own), own, written)

        monkeypatch.setattr(type(store), "snapshot", snapshot)
        assert main_of(client, address) == before
        assert written


def write(store: Any) -> None:
    """Add the rest of the affair."""
    for number, tell in enumerate(AFFAIR[1:]):
        article, records = tell()
        again = replace(article, text=f"{article.text} Again.")
        moved = [record_from_data({**to_data(record), "article": again.id}) for record in records]
        workflow.enter(store, again, moved, RUN, f"2024-02-02T00:00:0{number}.000000Z")


class _Writing:
    """A snapshot after whose first question somebody else writes, once."""

    def __init__(self, inner: Any, store: Any, written: list[str]) -> None:
        self.inner, self.store, self.written = inner, store, written

    def __enter__(self) -> Any:
        reader = self.inner.__enter__()
        reader.moment()  # the first question: from now on the snapshot stands
        if not self.written:
            self.written.append("all")
            write(self.store)
        return reader

    def __exit__(self, *given: Any) -> Any:
        return self.inner.__exit__(*given)


def main_of(client: TestClient, address: str) -> str:
    """Return the words of a page."""
    return look(client, address).words


def test_the_questions_of_a_page_go_to_its_snapshot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def noting(question: Callable[..., Any]) -> Callable[..., Any]:
        def noted(first: Any, *rest: Any) -> Any:
            asked.append(type(getattr(first, "store", first)).__name__)
            return question(first, *rest)

        return noted

    monkeypatch.setattr(catalogue, "pending", noting(catalogue.pending))
    monkeypatch.setattr(pages, "course", noting(pages.course))
    with fill(tmp_path / "own.db", [AFFAIR[0]()]) as store:
        client = TestClient(application(store))
        page = look(client, "/?as_of=2024-02-01")
        look(client, next(href for href, _ in page.links if href.startswith("/matter/")))
    assert asked == ["Snapshot", "Snapshot"]
