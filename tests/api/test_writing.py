"""Writing over HTTP: every verb with the token, none without; what was decided is in the log and can be taken back."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from api.conftest import HERE, TOKEN
from communique.api import correcting
from communique.api.application import create_application
from communique.store import Store

DAY = {"as_of": "2024-02-01"}


def first(client: TestClient, question: str = "engagements") -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/api/v1/{question}", params=DAY | {"all": "true"}).json()["items"][0]
    return found


def send(client: TestClient, path: str, **body: Any) -> dict[str, Any]:
    answer = client.post(f"/api/v1/{path}", json=body)
    assert answer.status_code in (200, 201), answer.text
    told: dict[str, Any] = answer.json()
    return told


@pytest.mark.parametrize("route", [r.path for r in correcting.router.routes if isinstance(r, APIRoute)])
@pytest.mark.parametrize("shown", [None, "Bearer", "Bearer wrong", f"Basic {TOKEN}", TOKEN, "Bearer \xff"])
def test_nothing_is_written_without_the_token(route: str, shown: str | None, own: Store) -> None:
    client = TestClient(create_application(own, token=TOKEN), base_url=HERE)
    path = "/api/v1" + route.replace("{number}", "1").replace("{id}", "eng-1").replace("{article}", "1")
    before = own.moment()
    headers = {} if shown is None else {"Authorization": shown.encode("latin-1")}
    answer = client.post(path, json={}, headers=headers)
    assert (answer.status_code, own.moment()) == (401, before)
    assert answer.headers["www-authenticate"] == "Bearer"


def test_without_any_token_the_server_only_reads(own: Store) -> None:
    for token in (None, ""):
        client = TestClient(create_application(own, token=token), base_url=HERE)
        answer = client.post("/api/v1/accept/eng-1", json={}, headers={"Authorization": f"Bearer {token or ''}"})
        assert answer.status_code == 403 and "without a token" in answer.json()["detail"]


def test_a_status_is_corrected_and_taken_back(ana: TestClient) -> None:
    before = first(ana)
    record = before["records"][-1]
    told = send(ana, f"correct/{record}", fields={"status": "cancelled"}, who="ana", reason="misread")
    made = told["decision"]
    assert (made["verb"], made["who"], made["reason"]) == ("edit", "ana", "misread")
    assert first(ana)["status"] != before["status"]
    assert [d["number"] for d in ana.get("/api/v1/log").json()] == [made["number"]]
    assert ana.post(told["undo"]).json() == {"withdrawn": made["number"], "waiting": []}
    assert first(ana) == before


def test_each_verb_of_a_record_is_taken(ana: TestClient) -> None:
    matter = first(ana)
    one, other = matter["records"][0], matter["records"][-1]
    assert send(ana, f"accept/{one}")["decision"]["verb"] == "accept"
    assert send(ana, f"correct/{other}", fields={"when": "2024-01-21"})["decision"]["verb"] == "pin_date"
    assert send(ana, f"set-status/{one}", status="held", since="2024-01-22")["decision"]["after"] == {
        "status": "held",
        "when": "2024-01-22",
    }
    assert send(ana, f"merge/{one}", other=other)["conflicts"] == []
    assert send(ana, f"distinct/{one}", other=other)["conflicts"] != []
    assert send(ana, "alias", name="Ana Quispe", actor="state/PER", within=one)["decision"]["verb"] == "alias"
    said = first(ana, "statements")
    assert send(ana, f"reject/{said['id']}")["decision"]["verb"] == "reject"
    assert said["id"] not in {item["id"] for item in ana.get("/api/v1/statements", params=DAY).json()["items"]}


def test_a_missed_record_is_added_by_place_or_by_words_and_one_is_split(ana: TestClient) -> None:
    matter = first(ana)
    article = ana.get(f"/api/v1/show/{matter['id']}", params=DAY).json()["items"][0]["article"]
    text = ana.get(f"/api/v1/article/{article}", params=DAY).json()["items"][0]["text"]
    start = text.index("might")
    place = {"start": start, "end": start + 5}
    fields = {"type": "meeting", "status": "hypothetical", "participants": "state/PER, state/CHL"}
    made = send(
        ana, f"add-record/{article}", kind="event", spans=[place], fields={"type": "CONSULT", "status": "possible"}
    )
    assert made["decision"]["target"]["spans"] == [{**place, "text": "might"}]
    assert (
        ana.post(f"/api/v1/add-record/{article}", json={"kind": "engagement", "spans": [], "fields": fields})
        .json()["detail"]
        .startswith("which words say it?")
    )
    made = send(ana, f"split/{made['decision']['target']['record']}", spans=["wanted", "might"])
    assert made["decision"]["verb"] == "split"


def test_an_article_is_dated(ana: TestClient) -> None:
    article = first(ana, "events")["article"]
    assert send(ana, f"published/{article}", published="2024-01-30") == {"article": article, "published": "2024-01-30"}
    sheet = ana.get(f"/api/v1/article/{article}", params=DAY).json()["items"][0]
    assert sheet["published"]["to"] == "2024-01-30"


REFUSED: list[tuple[str, dict[str, Any] | None, int, str]] = [
    ("accept/eng-0000000", {}, 404, "no record has an id"),
    ("undo/7", None, 404, "decision 7: there is none of this number"),
    ("correct/{id}", {"fields": {"status": "over"}}, 409, "'over' is none of hypothetical"),
    ("correct/{id}", {"fields": {"colour": "red"}}, 409, "colour is no field"),
    ("correct/{id}", {"fields": {}}, 409, "nothing would change"),
    ("correct/{id}", {"field": {}}, 422, "fields: Field required"),
    ("merge/{id}", {"other": "{id}"}, 409, "that is one and the same record"),
    ("set-status/{id}", {"status": "held", "since": "soon"}, 400, "since 'soon' is no day"),
    ("accept/{id}", {"who": ""}, 422, "who: "),
]


@pytest.mark.parametrize(("path", "body", "status", "words"), REFUSED)
def test_what_cannot_be_done_is_told_and_not_stored(
    path: str, body: dict[str, Any] | None, status: int, words: str, ana: TestClient, own: Store
) -> None:
    record, before = first(ana)["records"][0], own.moment()
    sent = None if body is None else {n: record if v == "{id}" else v for n, v in body.items()}
    answer = ana.post(f"/api/v1/{path.replace('{id}', record)}", json=sent)
    assert (answer.status_code, own.moment()) == (status, before), answer.text
    assert answer.json()["detail"].startswith(words)
