"""Writing through pages: the token, the secret of the form, each verb, and taking it back; nothing without both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from builders import actor, article, engagement, participant, statement
from communique.records.views import NOW, Filter
from communique.store import Store
from desks import application
from filling import fill

TEXT = article(
    "“Well 😀 done, Jose\u0301,” Oman said. Oman hosted Iran for talks. They spoke by phone on Monday.",
    published="2024-02-07",
    publisher="Gulf Post",
)
OMAN = actor(TEXT, "Oman", "state/OMN")
SIDES = [participant(TEXT, "Oman", "state/OMN"), participant(TEXT, "Iran", "state/IRN")]
TALKS = engagement(TEXT, "talks", type="talks", status="held", participants=SIDES)
SAID = statement(TEXT, OMAN, "said", "Well 😀 done, Jose\u0301", quotes=["Well 😀 done, Jose\u0301"])
AT = TEXT.text.index("spoke by phone")
PLACE = {"words": "spoke by phone", "start": str(AT), "end": str(AT + 14)}
TOKEN = "a token of twelve words"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with fill(tmp_path / "one.db", [(TEXT, [TALKS, SAID])]) as opened:
        yield opened


@pytest.fixture
def anybody(store: Store) -> TestClient:
    made = application(store)
    made.state.token = TOKEN
    return TestClient(made, follow_redirects=False)


@pytest.fixture
def ana(anybody: TestClient) -> TestClient:
    answer = anybody.post("/login", data={"token": TOKEN, "who": " Ana\tB ", "next": "/review"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/review")
    return anybody


def key(client: TestClient) -> str:
    found = re.search(r'name="key" value="([0-9a-f]+)"', client.get(f"/record/{TALKS.id}/correct").text)
    assert found
    return found[1]


def post(client: TestClient, path: str, **fields: str) -> tuple[int, str]:
    answer = client.post(path, data={"key": key(client), "next": "/log", **fields})
    return answer.status_code, answer.headers.get("location") or answer.text


def status(store: Store) -> str:
    entry = store.entry(TALKS.id)
    return str(getattr(entry.record, "status", "")) if entry else "gone"


def test_a_corrected_field_is_a_decision_of_whoever_signed_in(ana: TestClient, store: Store) -> None:
    assert post(ana, "/decide/correct", record=TALKS.id, reason="misread", **{"field.status": "cancelled"}) == (
        303,
        "/log",
    )
    (decision,) = store.decisions()
    assert (decision.who, decision.verb, decision.reason) == ("Ana B", "edit", "misread")
    assert (decision.before, decision.after) == ({"status": "held"}, {"status": "cancelled"})
    assert status(store) == "cancelled"


def test_it_is_taken_back_and_the_log_keeps_both(ana: TestClient, store: Store) -> None:
    post(ana, "/decide/correct", record=TALKS.id, **{"field.status": "cancelled"})
    assert post(ana, "/undo", number="1") == (303, "/log")
    assert status(store) == "held"
    assert store.decisions()[0].withdrawn is not None
    log = ana.get("/log").text
    assert "<del>held</del>" in log
    assert "<ins>cancelled</ins>" in log
    assert "withdrawn" in log


def test_what_was_decided_is_said_once(ana: TestClient) -> None:
    post(ana, "/decide/accept", record=TALKS.id)
    assert "Decision 1." in ana.get("/review").text
    assert "Decision 1." not in ana.get("/review").text


@pytest.mark.parametrize(
    ("verb", "fields", "expected"),
    [
        ("accept", {"record": TALKS.id}, "accept"),
        ("reject", {"record": TALKS.id}, "reject"),
        ("set-status", {"record": TALKS.id, "status": "postponed", "since": "2024-02-08"}, "set_status"),
        ("distinct", {"record": TALKS.id, "other": TALKS.id}, None),
        ("split", {"record": TALKS.id, "parts": "Oman hosted Iran\nspoke by phone"}, "split"),
        ("split", {"record": TALKS.id, "parts": "Oman hosted Iran"}, None),
        ("alias", {"name": "Iran", "actor": "state/IRQ", "within": TALKS.id}, "alias"),
        ("correct", {"record": TALKS.id}, None),
        ("correct", {"record": TALKS.id, "field.status": "eaten"}, None),
        ("erase", {"record": TALKS.id}, None),
    ],
)
def test_each_verb_does_what_the_command_does_or_says_why_not(
    ana: TestClient, store: Store, verb: str, fields: dict[str, str], expected: str | None
) -> None:
    code, _ = post(ana, f"/decide/{verb}", **fields)
    assert code == (303 if expected else 400)
    assert [d.verb for d in store.decisions()] == ([expected] if expected else [])


def test_an_article_is_given_another_date(ana: TestClient, store: Store) -> None:
    assert post(ana, "/published", article=TEXT.id, published="2024-02-09")[0] == 303
    (appearance,) = store.appearances(TEXT.id)
    assert appearance.published is not None
    assert appearance.published.to == "2024-02-09"
    assert post(ana, "/published", article=TEXT.id, published="soon")[0] == 400


def test_a_missed_record_is_added_on_the_words_selected_after_an_emoji_and_a_combining_accent(
    ana: TestClient, store: Store
) -> None:
    fields = {
        "article": TEXT.id,
        "kind": "engagement",
        "words": "spoke by phone",
        "start": str(AT),
        "end": str(AT + 14),
    }
    own = {"field.type": "call", "field.status": "held", "field.participants": "state/OMN, state/IRN"}
    assert post(ana, "/decide/add-record", **fields, **own)[0] == 303
    added = [e.record for e in store.entries(Filter(kinds=("engagement",)), NOW) if e.record.id != TALKS.id]
    assert [(r.evidence[0].start, r.evidence[0].text) for r in added] == [(AT, "spoke by phone")]
    assert added[0].rule == "analyst:Ana B"


def test_a_place_counted_in_utf_16_is_refused(ana: TestClient, store: Store) -> None:
    at = len(TEXT.text[:AT].encode("utf-16-le")) // 2
    assert at == AT + 1
    fields = {
        "article": TEXT.id,
        "kind": "engagement",
        "words": "spoke by phone",
        "start": str(at),
        "end": str(at + 14),
    }
    code, why = post(ana, "/decide/add-record", **fields, **{"field.type": "call", "field.status": "held"})
    assert code == 400
    assert "select the words again" in why
    assert store.decisions() == []


def test_the_form_of_a_missed_record_shows_its_sentence_and_its_fields(anybody: TestClient) -> None:
    page = anybody.get(f"/article/{TEXT.id}/add", params={"words": "spoke by phone", "kind": "engagement"}).text
    assert '<mark class="trigger">spoke by phone</mark>' in page
    assert f"{AT}:{AT + 14}" in page
    assert '<option value="news_conference">' in page


@pytest.mark.parametrize("words", ["never said", "Oman", ""])
def test_words_that_do_not_stand_there_once_are_asked_for_again(anybody: TestClient, words: str) -> None:
    page = anybody.get(f"/article/{TEXT.id}/add", params={"words": words})
    assert page.status_code == 200
    assert 'role="alert"' in page.text
    assert "field.type" not in page.text


@pytest.mark.parametrize(
    "path", ["/decide/accept", "/decide/reject", "/undo", "/published", "/logout", "/decide/add-record"]
)
def test_nobody_writes_without_the_token(anybody: TestClient, store: Store, path: str) -> None:
    answer = anybody.post(path, data={"record": TALKS.id, "number": "1", "key": "", "article": TEXT.id})
    assert answer.status_code in (400, 403)
    assert store.decisions() == []


def test_a_wrong_token_begins_no_session(anybody: TestClient) -> None:
    answer = anybody.post("/login", data={"token": "guess", "who": "eve"})
    assert answer.status_code == 403
    assert "not the token" in answer.text
    assert "set-cookie" not in answer.headers


def test_a_server_without_a_token_takes_no_writing(store: Store) -> None:
    client = TestClient(application(store), follow_redirects=False)
    assert client.post("/login", data={"token": "", "who": "eve"}).status_code == 403
    assert client.post("/decide/accept", data={"record": TALKS.id, "key": ""}).status_code == 403
    assert "started without a token" in client.get("/review").text


@pytest.mark.parametrize("secret", ["", "0" * 64, None])
def test_a_form_without_the_secret_of_the_session_is_refused(ana: TestClient, store: Store, secret: str | None) -> None:
    fields = {"record": TALKS.id} | ({"key": secret} if secret is not None else {})
    assert ana.post("/decide/accept", data=fields).status_code == 403
    assert store.decisions() == []


def test_a_form_sent_from_another_site_is_refused(ana: TestClient, store: Store) -> None:
    fields = {"record": TALKS.id, "key": key(ana)}
    assert ana.post("/decide/accept", data=fields, headers={"Origin": "https://evil.example"}).status_code == 403
    assert ana.post("/decide/accept", data=fields, headers={"Origin": "http://testserver"}).status_code == 303
    assert len(store.decisions()) == 1


def test_a_session_of_another_server_is_worth_nothing(ana: TestClient, store: Store) -> None:
    other = application(store)
    other.state.token = TOKEN
    client = TestClient(other, cookies=dict(ana.cookies), follow_redirects=False)
    assert client.post("/decide/accept", data={"record": TALKS.id, "key": key(ana)}).status_code == 403


def test_a_forged_session_is_worth_nothing(anybody: TestClient) -> None:
    for value in ("", ".", "YW5h.00", "YW5h", "é.ü"):
        page = anybody.get("/review", headers=[(b"cookie", f"communique_session={value}".encode())])
        assert page.status_code == 200
        assert "You decide as" not in page.text


def test_a_session_ends(ana: TestClient) -> None:
    assert ana.post("/logout", data={"key": key(ana)}).status_code == 303
    assert "Give the token" in ana.get("/review").text


@pytest.mark.parametrize(
    "onward", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nb"]
)
def test_nothing_leads_to_another_site(ana: TestClient, onward: str) -> None:
    answer = ana.post("/decide/accept", data={"record": TALKS.id, "key": key(ana), "next": onward})
    assert answer.headers["location"] == "/"


def test_a_form_that_is_too_large_is_refused(ana: TestClient, store: Store) -> None:
    fields = {"record": TALKS.id, "key": key(ana), "reason": "x" * 300_000}
    assert ana.post("/decide/accept", data=fields).status_code in (400, 403, 413)
    assert store.decisions() == []


def test_names_of_people_are_shown_as_words(anybody: TestClient) -> None:
    anybody.post("/login", data={"token": TOKEN, "who": "<script>alert(1)</script>"})
    page = anybody.get("/review").text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


BAD = '"><script>alert(1)</script>'


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/review", ("topic", "limit", "as_of")),
        ("/log", ("id", "limit")),
        ("/login", ("next",)),
        ("/dyad", ("a", "b", "from")),
        ("/timeline", ("actor", "from", "sort", "limit")),
        (f"/article/{TEXT.id}/add", ("kind", "words", "start", "end")),
        (f"/record/{TALKS.id}/correct", ("as_of", "x")),
    ],
)
def test_hostile_parameters_stay_words(anybody: TestClient, path: str, names: tuple[str, ...]) -> None:
    for name in names:
        for bad in (BAD, "\x00", "' OR 1=1 --", "../../etc/passwd", "9" * 40, "-1", "😀"):
            answer = anybody.get(path, params={"b": "x", name: bad} if name == "a" else {name: bad})
            assert answer.status_code in (200, 400, 404), (path, name, bad)
            assert "<script>alert" not in answer.text


@pytest.mark.parametrize("field", ["reason", "other", "number", "field.title", "parts", "since", "words", "start"])
@pytest.mark.parametrize("verb", ["correct", "merge", "split", "set-status", "add-record", "alias"])
def test_hostile_forms_are_refused_or_kept_as_words(ana: TestClient, field: str, verb: str) -> None:
    sent = {"record": TALKS.id, "article": TEXT.id, "kind": "proposal", "status": "held", "field.status": "held"}
    answer = ana.post(f"/decide/{verb}", data={"key": key(ana), "next": "/log", **sent, field: BAD})
    assert answer.status_code in (303, 400), answer.text[:300]
    assert "<script>alert" not in answer.text
    assert "<script>alert" not in ana.get("/log").text
