"""Markup in articles, names, outlets, ids and parameters stays text on every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from builders import actor, allegation, article, engagement, label, position, proposal, provision, statement
from communique.store import Store
from desks import application
from filling import fill
from web.looking import Page, crawl

BAD = '<script>alert(1)</script><img src=x onerror="alert(2)">'
NAME = '"><b onmouseover=alert(3)>Ana</b>'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    said, charge, named, point = (BAD.replace("alert(1)", f"alert({n})") for n in (11, 12, 13, 14))
    text = article(
        f"{NAME} of Peru said {said} and met Chile. She accused Chile of {charge}. The plan {named} asks for {point}.",
        published="2024-01-03", publisher=BAD,
    )  # fmt: skip
    text = replace(text, title=BAD, url="javascript:alert(4)")
    ana = actor(text, NAME, f"mention/{NAME.lower()}", name=NAME, kind="person", iso3="PER")
    chile = actor(text, "Chile", "state/CHL")
    plan = replace(proposal(text, f"The plan {named}", proposer=[ana]), title=BAD)
    records = [
        engagement(text, "met", participants=[ana, chile]),
        statement(text, ana, "said", said, quotes=[said]),
        allegation(text, "accused", charge, accusers=[ana], accused=[chile]),
        plan,
        provision(text, plan, point),
        position(text, ana, "proposes", f"The plan {named}", on=plan.id),
        label(text, chile, NAME),
    ]
    with fill(tmp_path_factory.mktemp("hostile") / "hostile.db", [(text, records)]) as store:
        yield client_of(store)


def client_of(store: Store) -> TestClient:
    return TestClient(application(store))


def check(address: str, page: Page) -> None:
    assert page.inline == [], address
    assert [value for value in page.loaded if not value.startswith("/static/")] == [], address
    assert [href for href, _ in page.links if not href.startswith(("/", "#", "?"))] == [], address


def test_hostile_words_of_an_article_stay_words(hostile: TestClient) -> None:
    seen = set()
    for address, page in crawl(hostile, ["/?as_of=2024-02-01", "/engagements?view=board&as_of=2024-02-01"]):
        check(address, page)
        seen.add(address.partition("?")[0].split("/")[1])
        if "alert(1)" in page.words:
            seen.add("shown")
    assert {"shown", "matter", "record", "proposal", "article", "statements", "allegations"} <= seen


@pytest.mark.parametrize("path", ["/engagements", "/search", "/statements", "/since", "/proposals", "/data"])
@pytest.mark.parametrize(
    "name",
    [
        "q",
        "actor",
        "source",
        "status",
        "sort",
        "as_of",
        "known_at",
        "view",
        "x",
        "format",
        "mode",
        "offset",
        "min_sources",
        "since",
    ],
)
def test_hostile_parameters_stay_words(path: str, name: str, hostile: TestClient) -> None:
    for bad in (BAD, NAME, "javascript:alert(5)", "' UNION SELECT 1 --", "../../etc/passwd", "\x00", "%00", "😀" * 500):
        answer = hostile.get(path, params={name: bad})
        assert answer.status_code in (200, 400), (path, name, bad, answer.status_code)
        check(path, Page(answer.text))


def test_a_hostile_name_of_a_parameter_stays_words(hostile: TestClient) -> None:
    for bad in (BAD, NAME, "' OR 1=1", "../..", "😀" * 100):
        answer = hostile.get("/engagements", params={bad: "1", "as_of": "2024-02-01"})
        assert answer.status_code == 400 and "this page has no parameter" in answer.text.lower()
        check("/engagements", Page(answer.text))


@pytest.mark.parametrize(
    "path", ["/static/../data.py", "/static/%2e%2e/data.py", "/static/..%2fdata.py", "/static//etc/passwd"]
)
def test_nothing_outside_of_static_is_served(path: str, hostile: TestClient) -> None:
    answer = hostile.get(path)
    assert answer.status_code == 404 and "import" not in answer.text
