"""Pages over the affair: what they show is what the questions answer; links lead somewhere; nothing loads from afar."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import pytest
from starlette.testclient import TestClient

from communique.config import CONFIDENT
from communique.plover import PloverEvent
from communique.questions import catalogue, dossiers, forms, lists, pages, plans
from communique.questions.answers import Answer
from communique.questions.parameters import SHARED
from communique.records.views import Filter, View
from communique.store import Store
from desks import application
from web.looking import Page, crawl, look

DAY = "as_of=2024-02-01"
VIEW = View(as_of="2024-02-01")
ALL = Filter(limit=50, min_confidence=CONFIDENT)

QUESTIONS = {
    "/engagements": lambda s: lists.engagements(s, ALL, VIEW),
    "/pending": lambda s: lists.pending(s, ALL, VIEW),
    "/overdue": lambda s: lists.overdue(s, ALL, VIEW),
    "/proposals": lambda s: plans.proposals(s, ALL, VIEW),
    "/allegations": lambda s: lists.allegations(s, ALL, VIEW),
    "/statements": lambda s: lists.statements(s, ALL, VIEW),
    "/positions": lambda s: lists.positions(s, ALL, VIEW),
    "/events": lambda s: lists.events(s, ALL, VIEW),
    "/basis": lambda s: pages.basis(s, ALL, VIEW),
    "/search?q=plan": lambda s: lists.search(s, "plan", ALL, VIEW),
}


def at(address: str, day: str = DAY) -> str:
    return f"{address}{'&' if '?' in address else '?'}{day}"


@pytest.mark.parametrize("address", QUESTIONS)
def test_a_list_counts_and_names_what_the_question_answers(address: str, client: TestClient, affair: Store) -> None:
    answer: Answer[object] = QUESTIONS[address](affair)  # type: ignore[no-untyped-call]
    page = look(client, at(address))
    assert re.sub(r" \(--[a-z, -]+\)", "", forms.clocks(answer, None)) in page.words
    shown = {href for href, _ in page.links}
    for item in answer.items:
        short = getattr(item, "short", None) or getattr(item, "matter", None) or getattr(item, "told", None)
        short = short if isinstance(short, str) else getattr(short, "short")  # noqa: B009
        assert any(urlsplit(href).path.endswith(f"/{short}") for href in shown), short


@pytest.mark.parametrize("address", QUESTIONS)
@pytest.mark.parametrize("form", ["csv", "json", "md"])
def test_a_download_is_what_the_command_line_prints(address: str, form: str, client: TestClient, affair: Store) -> None:
    answer: Answer[object] = QUESTIONS[address](affair)  # type: ignore[no-untyped-call]
    file = client.get(at(at(address), f"format={form}"))
    assert file.status_code == 200 and file.headers["content-disposition"].startswith("attachment")
    if form == "csv":
        assert file.text == forms.csv_text(forms.rows(answer))
    elif form == "json":
        assert json.loads(file.text) == json.loads(json.dumps(list(forms.objects(answer))))
    else:
        assert file.text.endswith(f"{forms.clocks(answer, None)}\n")


def test_a_download_comes_in_the_order_and_with_the_filter_shown(client: TestClient) -> None:
    whole = list(csv.DictReader(io.StringIO(client.get(f"/statements?{DAY}&sort=who&format=csv").text)))
    assert len(whole) > 1
    assert [row["who"] for row in whole] == sorted(row["who"] for row in whole)
    some = client.get(f"/statements?{DAY}&type=desire&format=csv").text
    assert {row["act"] for row in csv.DictReader(io.StringIO(some))} == {"desire"}


def test_plover_events_are_listed_with_their_scores(client: TestClient, affair: Store) -> None:
    from communique.lexicon.codebook import load_codebook

    answer: Answer[PloverEvent] = dossiers.plover(affair, ALL, VIEW, load_codebook())
    page = look(client, f"/events?plover=1&{DAY}")
    assert answer.items
    assert [row[4] for row in page.rows[1:]] == [str(event.score) for event in answer.items]


@pytest.mark.parametrize(
    ("day", "status"), [("2024-01-05", "sought"), ("2024-01-15", "announced"), ("2024-01-25", "outcome unreported"),
                        ("2024-02-01", "held")],
)  # fmt: skip
def test_the_meeting_stands_as_reported_by_the_day(day: str, status: str, client: TestClient) -> None:
    rows = [row for row in look(client, f"/engagements?as_of={day}").rows if row[0] == "meeting"]
    assert [row[2].strip() for row in rows] == [status]


def test_a_matter_shows_every_step_of_its_history_with_its_sentence(client: TestClient) -> None:
    page = look(client, f"/engagements?{DAY}")
    matter = next(href for href, _ in page.links if href.startswith("/matter/"))
    shown = look(client, matter)
    told = re.sub(r"\s+", " ", shown.words)
    for day, status in (("2024-01-03", "sought"), ("2024-01-10", "announced"), ("2024-01-27", "held")):
        assert re.search(rf"{day} ?{status} ", told), (day, status)
    assert {"history", "reports"} <= set(shown.ids)


def test_a_plan_is_a_matrix_where_silence_is_not_reported(client: TestClient) -> None:
    page = look(client, f"/proposals?{DAY}")
    plan = next(href for href, _ in page.links if href.startswith("/proposal/"))
    rows = {row[0]: row[1:] for row in look(client, plan).rows}
    parties = rows["Point"]
    whole = dict(zip(parties, (cell.strip() for cell in rows["the plan as a whole"]), strict=True))
    assert whole["Bolivia"] == "welcomes" and whole["Peru"] == "not reported"
    assert [cell.strip() for cell in rows["open the border"]].count("not reported") == len(parties) - 1


def test_a_denial_in_part_is_flagged_beside_the_charge(client: TestClient) -> None:
    page = look(client, f"/allegations?{DAY}")
    row = next(row for row in page.rows if row[0] == "Bolivia")
    assert "Chile (date not stated)" in row[5] and row[6].strip() == "part"
    assert "of a part only" in page.words


def test_a_record_says_why(client: TestClient, affair: Store) -> None:
    entry = affair.entries(Filter(kinds=("allegation",)))[0]
    page = look(client, f"/record/{entry.record.id}?{DAY}")
    for words in (f"rule {entry.record.rule}", "cue: “accused”", "accusers: state/BOL"):
        assert words in page.words


def test_every_link_leads_to_a_page_and_every_fragment_to_a_place(client: TestClient) -> None:
    places: dict[str, set[str]] = {}
    wanted: list[tuple[str, str, str]] = []
    for address, page in crawl(client, [f"/?{DAY}", f"/engagements?{DAY}&view=board", f"/search?q=plan&{DAY}"]):
        assert len(page.ids) == len(set(page.ids)), (address, sorted(i for i in page.ids if page.ids.count(i) > 1))
        places.setdefault(urlsplit(address).path, set()).update(page.ids)
        for href, _ in page.links:
            there = urlsplit(urljoin(address, href))
            if there.fragment and not there.netloc:
                wanted.append((address, there.path, there.fragment))
        assert keeps_the_day(address, page) == []
    assert {"/", "/engagements", "/proposals", "/allegations", "/statements", "/data", "/since", "/basis"} <= set(
        places
    )
    assert [(a, path, id) for a, path, id in wanted if id not in places.get(path, {id})] == []
    assert any(path.startswith("/article/") for path in places)


def keeps_the_day(address: str, page: Page) -> list[str]:
    """Return the links of a page looked at from a day that lose the day, but for those that mean to."""
    if "as_of=" not in address:
        return []
    hrefs = [(href, given) for href, given in page.links if href.startswith("/") and not href.startswith("/static")]
    return [href for href, given in hrefs if "as_of=" not in href and given.get("class") != "reset"]


LOOKED = {"as_of": "2024-02-01", "known_at": "2024-03-01T12:00", "machine_only": "1"}


def test_both_clocks_and_the_hand_stay_in_every_link_and_form(client: TestClient) -> None:
    start = f"/?{urlencode(LOOKED)}"
    for address, page in crawl(client, [start, start.replace("/?", "/engagements?view=board&")], most=60):
        if "known_at" not in address:
            continue  # "today, now" was followed
        for href, given in page.links:
            own = href.startswith("/") and not href.startswith("/static") and given.get("class") != "reset"
            assert not own or set(LOOKED) <= dict(parse_qsl(urlsplit(href).query)).keys(), (address, href)
        for names in page.forms:
            assert set(LOOKED) <= names, (address, names)


def test_nothing_runs_inline_and_nothing_loads_from_afar(client: TestClient) -> None:
    for address, page in crawl(client, ["/", f"/engagements?view=board&{DAY}"]):
        assert page.inline == [], address
        assert [value for value in page.loaded if not value.startswith("/static/")] == [], address


def test_styles_and_scripts_are_there_and_load_nothing_from_afar(client: TestClient) -> None:
    page = look(client, "/")
    for address in page.loaded:
        assert client.get(address).status_code == 200, address
    static = Path(pages.__file__).parents[1] / "web" / "static"
    for path in static.iterdir():
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "//" not in re.sub(r"^\s*//.*$|/\*.*?\*/", "", text, flags=re.M | re.S).replace(": //", ""), path.name


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nowhere", 404, "there is no page /nowhere"),
        ("/record/eng-ffffffff", 404, "no record has an id that begins with"),
        ("/record/' OR 1=1", 404, "is no id"),
        ("/matter/%2e%2e%2f%2e%2e%2fetc%2fpasswd", 404, ""),
        ("/engagements?as_of=2024-02-31", 400, "is no day"),
        ("/engagements?as_of=yesterday", 400, "is no day"),
        ("/engagements?known_at=soon", 400, "soon"),
        ("/engagements?status=eaten", 400, "is none of"),
        ("/engagements?actor=Zaphod", 400, "nobody is called"),
        ("/engagements?from=2024-02-01&to=2024-01-01", 400, "is later than"),
        ("/engagements?limit=many", 400, "is no whole number"),
        ("/engagements?actr=peru", 400, "this page has no parameter 'actr'; it has actor"),
        ("/record/eng-1?as_of=2024-02-31", 400, "is no day"),
        ("/record/eng-1?format=exe", 400, "is none of"),
        ("/statements?format=ics", 400, "a calendar of engagements"),
        ("/statements?status=held", 400, "statements have no status"),
        ("/statements?mode=shouted", 400, "is none of verbatim, mixed, paraphrase"),
        ("/actor/Zaphod", 404, "nobody is called"),
        ("/engagements?limit=0", 400, "asks for nothing"),
        ("/engagements?limit=-1", 400, "is no whole number"),
        ("/engagements?sort=beauty", 400, "is none of"),
        ("/engagements?format=exe", 400, "is none of"),
        ("/statements?sort=who;DROP TABLE records", 400, "is none of"),
        ("/since?since=once", 400, "once"),
    ],
)
def test_a_bad_question_is_answered_in_words(address: str, status: int, words: str, client: TestClient) -> None:
    page = look(client, address, status)
    assert words.lower() in page.words.lower()
    assert "--" not in page.words


@pytest.mark.parametrize(
    "address", ["/", "/engagements", "/pending", "/proposals", "/allegations", "/statements", "/positions", "/events",
                "/events?plover=1", "/basis", "/search?q=war", "/since", "/matters"],
)  # fmt: skip
def test_an_empty_store_says_what_to_do(address: str, empty: TestClient) -> None:
    page = look(empty, address)
    assert "Nothing reported" in page.words and "communique add" in page.words
    assert look(empty, "/data").words.count("0 records of 0 articles") == 1


def test_an_empty_list_says_what_had_to_stay_out(client: TestClient) -> None:
    page = look(client, "/engagements?as_of=2023-01-01")
    assert "1 record would fit, but no date of publication is known" in page.words
    assert "no engagements in what was published by 2023-01-01" in page.words


def test_what_the_view_leaves_out_is_said_on_every_page(client: TestClient) -> None:
    page = look(client, f"/statements?{DAY}&known_at=2024-03-01&machine_only=1")
    assert "as known to this store at" in page.words and "machine only" in page.words
    lists_ = [href for href, _ in page.links if href.startswith("/engagements")]
    assert lists_ and all("known_at=" in href and "machine_only=1" in href for href in lists_)


@pytest.mark.model
def test_the_bundled_stories_can_be_walked_through(told: TestClient) -> None:
    seen = [urlsplit(address).path.split("/")[1] for address, _ in crawl(told, ["/?as_of=2023-10-20"], most=260)]
    assert len(seen) > 150
    assert {"matter", "record", "article", "actor", "engagements", "allegations"} <= {*seen}


@pytest.mark.parametrize(
    "path", [*(address.partition("?")[0] for address in QUESTIONS), "/matters", "/timeline", "/since"]
)
def test_every_list_takes_what_the_questions_of_every_face_take(path: str, client: TestClient) -> None:
    given = {"machine_only": "1", "certainly": "1", "actor": "peru", "with": "chile", "source": "Andes Wire",
             "from": "2024-01-01", "to": "2024-02-01", "all": "1", "limit": "3", "offset": "0", "min_sources": "1",
             "known_at": "2024-03-01", "as_of": "2024-02-01", "open": "1", "sort": ""}  # fmt: skip
    assert {one.name for one in SHARED} - {"status", "type"} == set(given)
    page = client.get(path, params=given)
    assert page.status_code == 200, page.text[-600:]


def test_statements_are_narrowed_by_act_and_by_mode(client: TestClient) -> None:
    for mode, words in (("verbatim", "verbatim"), ("mixed", "partly quoted"), ("paraphrase", "paraphrase")):
        rows = [row for row in look(client, f"/statements?{DAY}&mode={mode}").rows[1:] if len(row) > 2]
        assert {row[2] for row in rows} <= {words}
        listed = list(csv.DictReader(io.StringIO(client.get(f"/statements?{DAY}&mode={mode}&format=csv").text)))
        assert len(listed) == len(rows)
    both = client.get(f"/statements?{DAY}&mode=verbatim,paraphrase&type=desire&format=csv").text
    assert {(row["act"], row["mode"]) for row in csv.DictReader(io.StringIO(both))} == {("desire", "paraphrase")}


def test_the_parts_of_a_list_end_to_end_are_the_whole(client: TestClient) -> None:
    whole = [row[-1] for row in look(client, f"/events?{DAY}&plover=1").rows[1:]]
    parts: list[str] = []
    address: str | None = f"/events?{DAY}&plover=1&limit=2"
    while address is not None:
        page = look(client, address)
        parts += [row[-1] for row in page.rows[1:]]
        address = next((href for href, given in page.links if given.get("rel") == "next" and "offset" in href), None)
        assert address is None or DAY in address
    assert len(whole) > 2 and parts == whole


def test_a_name_of_several_leads_to_each_of_them(client: TestClient) -> None:
    page = look(client, f"/engagements?{DAY}&actor=Ivanov&open=1", 400)
    ways = [href for href, _ in page.links if "actor=person" in href]
    assert len(ways) > 1 and all(DAY in href and "open=1" in href for href in ways)
    assert look(client, ways[0]).words
    nobody = look(client, f"/engagements?{DAY}&actor=Zaphod", 400)
    assert any(href.startswith("/search?") and "q=Zaphod" in href for href, _ in nobody.links)


def test_engagements_are_a_calendar_to_take_along(client: TestClient) -> None:
    page = look(client, f"/engagements?{DAY}")
    address = next(href for href, _ in page.links if "format=ics" in href)
    file = client.get(address)
    assert file.headers["content-type"] == "text/calendar; charset=utf-8"
    assert file.headers["content-disposition"] == 'attachment; filename="engagements-2024-02-01.ics"'
    assert file.text.count("BEGIN:VEVENT") == 1 and "http://testserver/matter/eng-" in file.text.replace("\r\n ", "")


def test_an_error_of_ours_is_a_page_in_words(affair: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(catalogue, "pending", broken)
    page = look(TestClient(application(affair), raise_server_exceptions=False), f"/?{DAY}", 500)
    assert "met something it did not expect" in page.words and "Traceback" not in page.words
