"""Reading over HTTP: each question, its forms, its pages, what is unchanged; and how a bad question ends."""

from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient

from api.conftest import ASKED, QUESTIONS
from communique.store import Store

DAY = {"as_of": "2024-02-01"}


def address(question: str) -> str:
    return f"/api/v1/{question}"


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_says_its_clocks_and_what_it_lists(question: str, client: TestClient) -> None:
    told = client.get(address(question), params=ASKED.get(question, {}) | DAY).json()
    assert (told["question"], told["as_of"], told["known_at"], told["more"]) == (question, "2024-02-01", None, False)
    assert told["said"].startswith("As of 2024-02-01; as known now")
    assert [item for item in told["items"] if not isinstance(item, dict)] == []


def test_a_day_that_is_not_given_is_today_and_said_so(client: TestClient) -> None:
    assert "(today)" in client.get(address("engagements")).json()["said"]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(("form", "media"), [("csv", "text/csv"), ("md", "text/markdown")])
def test_every_question_has_its_other_forms(question: str, form: str, media: str, client: TestClient) -> None:
    answer = client.get(address(question), params=ASKED.get(question, {}) | DAY | {"format": form})
    assert answer.status_code == 200 and answer.headers["content-type"].startswith(media)
    if form == "csv" and question == "engagements":
        assert [row["status"] for row in csv.DictReader(io.StringIO(answer.text))] == ["held"]


def test_a_record_and_an_article_have_their_routes(client: TestClient) -> None:
    first = client.get(address("engagements"), params=DAY).json()["items"][0]
    for route in ("show", "why"):
        assert client.get(address(f"{route}/{first['short']}"), params=DAY).json()["items"][0]["id"] == first["id"]
    article = client.get(address(f"article/{first['cited']['article']}"), params=DAY).json()["items"]
    assert article[0]["kind"] == "article" and {item["article"] for item in article[1:]} == {article[0]["id"]}


@pytest.mark.parametrize("question", ["statements", "timeline", "basis"])
def test_pages_end_to_end_are_the_whole_list(question: str, client: TestClient) -> None:
    asked = ASKED.get(question, {}) | DAY
    whole = client.get(address(question), params=asked).json()["items"]
    told, step = [], client.get(address(question), params=asked | {"limit": 1})
    while True:
        told += step.json()["items"]
        following = step.json()["next"]
        assert (step.headers.get("link") is None) == (following is None)
        if following is None:
            break
        step = client.get(following)
    assert len(whole) > 1 and sorted(item["id"] for item in told) == sorted(item["id"] for item in whole)


def test_what_the_reader_has_is_not_sent_again(client: TestClient) -> None:
    first = client.get(address("events"), params=DAY)
    tag = first.headers["etag"]
    again = client.get(address("events"), params=DAY, headers={"If-None-Match": f'"x", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    other = client.get(address("events"), params={"as_of": "2024-01-01"}, headers={"If-None-Match": tag})
    assert other.status_code == 200


def test_a_write_makes_every_tag_new(ana: TestClient) -> None:
    first = ana.get(address("engagements"), params=DAY)
    ana.post(address(f"accept/{first.json()['items'][0]['id']}"), json={})
    again = ana.get(address("engagements"), params=DAY, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 200 and again.headers["etag"] != first.headers["etag"]


BAD = [
    ("engagements", {"as_of": "2024-02-30"}, 400, "as_of '2024-02-30' is no day"),
    ("engagements", {"known_at": "noon"}, 400, "'noon' is no moment"),
    ("engagements", {"from": "2024-02-02", "to": "2024-02-01"}, 400, "from 2024-02-02 is later than to 2024-02-01"),
    ("engagements", {"status": "over"}, 400, "status 'over' is none of"),
    ("engagements", {"actor": "Nobody Known"}, 400, "nobody is called 'Nobody Known'"),
    ("engagements", {"limit": "0"}, 422, "limit: "),
    ("engagements", {"limit": "many"}, 422, "limit: "),
    ("engagements", {"format": "xml"}, 422, "format: "),
    ("engagements", {"as-of": "2024-02-01"}, 422, "there is no parameter 'as-of' here"),
    ("actor", {}, 422, "name: Field required"),
    ("show/eng-0000000", {}, 404, "no record has an id that begins with"),
    ("article/zz", {}, 404, "no article has an id that begins with 'zz'"),
    ("log", {"id": "eng-0000000"}, 404, "no record has an id"),
    ("review", {"topic": "weather"}, 400, "there is no topic weather"),
    ("nothing", {}, 404, "Not Found"),
]


@pytest.mark.parametrize(("path", "asked", "status", "words"), BAD)
def test_a_bad_question_is_told_in_one_sentence(
    path: str, asked: dict[str, str], status: int, words: str, client: TestClient
) -> None:
    answer = client.get(address(path), params=asked)
    told = answer.json()
    assert (answer.status_code, told["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert told["detail"].startswith(words) and "\n" not in told["detail"] and "--" not in told["detail"]


def test_what_the_store_holds_is_told_with_its_moment(client: TestClient, affair: Store) -> None:
    told = client.get(address("store")).json()
    assert told["moment"] == affair.moment() and told["kinds"]["engagement"] > 0
    assert client.get(address("review")).json()[0]["topic"]
    assert client.get(address("log")).json() == []
