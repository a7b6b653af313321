"""Pages of an actor, of two parties and of what came when: what is drawn is what is listed."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from communique.questions import histories
from communique.questions.lists import engagements
from communique.records.views import Filter, View
from communique.store import Store
from communique.web.drawn import bars, direction, ties
from web.looking import Page, look

DAY = "2024-02-01"


def hrefs(page: Page, beginning: str) -> list[str]:
    return [href for href, _ in page.links if href.startswith(beginning)]


def test_the_timeline_draws_what_it_lists(client: TestClient, affair: Store) -> None:
    answer = histories.timeline(affair, Filter(min_confidence=0.5, limit=50), View(as_of=DAY))
    text = client.get(f"/timeline?as_of={DAY}").text
    wide = text.partition('<div class="picture-narrow">')[0]
    drawn = re.findall(r'<a href="/record/([a-z]{3}-[0-9a-f]+)\?as_of', wide)
    assert sorted(drawn) == sorted(told.short for told in answer.items)
    assert len(answer.items) >= 3


@pytest.mark.parametrize(
    ("path", "present", "absent"),
    [
        (f"/timeline?as_of={DAY}", ["2024-01-21", "held"], []),
        ("/timeline?as_of=2024-01-10", ["2024-01-20…22"], ["2024-01-21"]),
        (f"/timeline?as_of={DAY}&actor=chile&with=bolivia", ["Nothing reported"], ["2024-01-21"]),
    ],
)
def test_the_timeline_stands_on_the_day_looked_from(
    client: TestClient, path: str, present: list[str], absent: list[str]
) -> None:
    words = look(client, path).words
    assert [w for w in present if w not in words] == []
    assert [w for w in absent if w in words] == []


def test_the_timeline_offers_the_last_days(client: TestClient) -> None:
    assert "/timeline?as_of=2024-02-01&from=2024-01-02" in hrefs(look(client, f"/timeline?as_of={DAY}"), "/timeline")


def test_an_actor_page_says_who_it_is_and_whom_they_engage(client: TestClient) -> None:
    page = look(client, f"/actor/PER?as_of={DAY}")
    assert "Peru" in page.words
    assert any("Chile" in row and "Peru" in row for row in page.rows)
    assert f"/dyad?as_of={DAY}&a=CHL&b=PER" in hrefs(page, "/dyad")
    assert f"/engagements?as_of={DAY}&actor=PER" not in hrefs(page, "/engagements")  # nothing is cut


def test_an_actor_of_whom_nothing_is_reported_has_a_page_that_says_so(client: TestClient) -> None:
    words = look(client, "/actor/state/BOL?as_of=2024-01-01").words
    assert words.count("none reported") >= 7


@pytest.mark.parametrize("path", ["/actor/nobody-of-that-name", "/dyad?a=peru&b=nobody-of-that-name"])
def test_an_unknown_name_is_refused_in_words(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (400, 404)
    assert "Nobody is called" in answer.text


def test_a_dyad_without_both_parties_asks_for_them(client: TestClient) -> None:
    for path in ("/dyad", "/dyad?a=peru", "/dyad?a=peru&b="):
        assert "Name two parties" in look(client, path).words


def test_a_dyad_has_its_curve_as_a_picture_and_as_numbers(client: TestClient) -> None:
    page = look(client, f"/dyad?a=peru&b=chile&as_of={DAY}")
    assert "curve-1240-title" in page.ids
    assert "curve-350-title" in page.ids
    assert any("done" in row and "2.5" in row for row in page.rows)
    assert len(page.ids) == len(set(page.ids))


def test_the_two_parties_can_be_asked_for_either_way(client: TestClient) -> None:
    one, other = (look(client, f"/dyad?a={a}&b={b}&as_of={DAY}") for a, b in (("PER", "CHL"), ("CHL", "PER")))
    assert len(one.rows) == len(other.rows) > 1


@pytest.mark.parametrize("form", ["csv", "json", "md"])
@pytest.mark.parametrize("path", ["/timeline", "/actor/PER", "/dyad?a=peru&b=chile"])
def test_what_is_shown_can_be_taken_away(client: TestClient, path: str, form: str) -> None:
    answer = client.get(f"{path}{'&' if '?' in path else '?'}format={form}&as_of={DAY}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "Peru" in answer.text


def test_lanes_tell_who_acts(affair: Store) -> None:
    view = View(as_of=DAY)
    told = histories.timeline(affair, Filter(actors=("BOL",), with_=("CHL",)), view).items
    told += histories.timeline(affair, Filter(actors=("PER",), with_=("CHL",)), view).items
    lanes = {bar.label: bar.lane for bar in bars(told, str, direction(("PER", "CHL"), ("Peru", "Chile")))}
    assert {lane for label, lane in lanes.items() if label.startswith("meeting")} == {"Peru and Chile"}
    assert all(bar.first or bar.last for bar in bars(told, str))


def test_each_pair_of_sides_is_tied_once_for_each_matter(affair: Store) -> None:
    names: dict[str, str] = {}
    found = ties(engagements(affair, Filter(), View(as_of=DAY)).items, names, lambda a, b: f"{a}/{b}")
    assert [(t.a, t.b, t.href) for t in found] == [("Chile", "Peru", "CHL/PER")]
    assert found[0].held <= found[0].count
    assert names["CHL"] == "Chile"
