"""What no request gets past: host, sizes, headers; hostile words in articles, addresses and parameters stay words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.conftest import ASKED, HERE, QUESTIONS, TOKEN
from builders import actor, article, engagement, statement
from communique.api.application import create_application
from communique.api.security import BODY, HEADERS
from communique.store import Store
from filling import fill

BAD = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "' OR 1=1 --",
    "x'; DROP TABLE records; --",
    '" UNION SELECT payload FROM records --',
    "../../../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "\x00",
    "\ud83d",
    "{{7*7}}",
    "%",
    "_",
    "*",
    '"',
    "😀" * 40,
    "\r\nSet-Cookie: a=b",
)
NAMES = ("actor", "with", "status", "type", "source", "as_of", "known_at", "from", "to", "limit", "offset", "format")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LocalHost:8000", 200),
        ("127.0.0.1:81", 200),
        ("[::1]:8000", 200),
        ("[::1]", 200),
        ("desk.example", 421),
        ("localhost.desk.example", 421),
        ("127.0.0.1.desk.example:8000", 421),
        ("localhost:x", 421),
        ("", 421),
    ],
)
def test_bound_to_this_machine_it_answers_for_this_machine_only(host: str, status: int, client: TestClient) -> None:
    answer = client.get("/api/v1/log", headers={"Host": host})
    assert answer.status_code == status
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_bound_to_any_address_it_answers_for_any_name(affair: Store) -> None:
    client = TestClient(create_application(affair, hosts=None), base_url="http://desk.example")
    assert client.get("/api/v1/log").status_code == 200


@pytest.mark.parametrize("path", ["/api/v1/log", "/api/v1/engagements", "/api/v1/show/zz", "/nothing", "/api/v1/actor"])
def test_every_answer_carries_the_headers(path: str, client: TestClient) -> None:
    headers = client.get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in headers["content-security-policy"] and "cache-control" in headers


def test_an_error_of_ours_says_nothing_of_the_inside(affair: Store) -> None:
    made = create_application(affair)

    @made.get("/broken")
    def broken() -> None:
        raise RuntimeError("a path and a secret")

    answer = TestClient(made, base_url=HERE, raise_server_exceptions=False).get("/broken")
    assert answer.status_code == 500 and "secret" not in answer.text
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_what_is_too_large_is_refused(ana: TestClient, own: Store) -> None:
    before = own.moment()
    assert ana.get("/api/v1/search", params={"text": "a" * 9000}).status_code == 414
    assert ana.get("/api/v1/search", params={"text": "a" * 600}).status_code == 422
    large = json.dumps({"reason": "a" * BODY}).encode()
    assert ana.post("/api/v1/accept/eng-1", content=large).status_code == 413
    pieces = (large[start : start + 10_000] for start in range(0, len(large), 10_000))
    streamed = ana.post("/api/v1/accept/eng-1", content=pieces, headers={"Content-Type": "application/json"})
    assert streamed.status_code in (400, 413)
    assert ana.post("/api/v1/accept/eng-1", headers={"Content-Length": "-1"}, content=b"").status_code == 413
    assert own.moment() == before


@pytest.mark.parametrize("bad", BAD)
def test_hostile_parameters_are_words(bad: str, client: TestClient, affair: Store) -> None:
    before = affair.moment()
    for question in QUESTIONS:
        asked = ASKED.get(question, {})
        for name in (*NAMES, *asked):
            query = asked | {name: bad}
            answer = client.get(f"/api/v1/{question}", params=_encoded(query))
            assert answer.status_code in (200, 400, 422), (question, name, answer.text[:200])
            assert not answer.headers["content-type"].startswith("text/html")
            assert "set-cookie" not in answer.headers and "root:" not in answer.text
    for route in ("show", "why", "article"):
        answer = client.get(f"/api/v1/{route}/{_quoted(bad)}")
        assert answer.status_code in (400, 404, 422)
    assert before == affair.moment()


def _encoded(query: dict[str, str]) -> str:
    return "&".join(f"{name}={_quoted(value)}" for name, value in query.items())


def _quoted(text: str) -> str:
    return "".join(f"%{byte:02x}" for byte in text.encode("utf-8", "surrogatepass"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    text = article(f"{BAD[0]} of Peru said {BAD[1]} and met Chile.", published="2024-01-03", publisher=BAD[0])
    text = replace(text, title=BAD[1], url="javascript:alert(4)")
    ana = actor(text, BAD[0], f"mention/{BAD[0]}", name=BAD[0], kind="person", iso3="PER")
    met = engagement(text, "met", participants=[ana, actor(text, "Chile", "state/CHL")])
    said = statement(text, ana, "said", BAD[1], quotes=[BAD[1]])
    with fill(tmp_path_factory.mktemp("hostile") / "hostile.db", [(text, [met, said])]) as store:
        yield create_application(store, token=TOKEN)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_hostile_articles_are_data_in_every_form(question: str, form: str, hostile: FastAPI) -> None:
    client = TestClient(hostile, base_url=HERE)
    answer = client.get(f"/api/v1/{question}", params=ASKED.get(question, {}) | {"format": form})
    assert answer.status_code == 200
    kind = {"json": "application/json", "csv": "text/csv", "md": "text/markdown"}[form]
    assert answer.headers["content-type"].startswith(kind) and answer.headers["x-content-type-options"] == "nosniff"
    if form == "md":
        assert "<script" not in answer.text and "<img" not in answer.text
    if form == "json" and question == "statements":
        assert answer.json()["items"][0]["quotes"][0]["text"] == BAD[1]


@pytest.mark.parametrize(
    "path", ["/api/v1/../../etc/passwd", "/api/v1/article/..%2f..%2fetc%2fpasswd", "/docs", "/redoc"]
)
def test_there_are_no_files_and_no_foreign_pages(path: str, client: TestClient) -> None:
    answer = client.get(path)
    assert answer.status_code == 404 and "root:" not in answer.text and "cdn" not in answer.text
