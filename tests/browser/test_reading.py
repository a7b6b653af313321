"""Pages of actors, two parties, timeline, article, queue and log in a browser: no serious fault of accessibility."""

from __future__ import annotations

from typing import Any

import pytest

from communique.store import Store

pytestmark = [pytest.mark.model, pytest.mark.browser]

PATHS = (
    "/actor/ARM?as_of=2023-12-31",
    "/actor/person/ilham-aliyev",
    "/dyad",
    "/dyad?a=armenia&b=azerbaijan&as_of=2023-12-31",
    "/timeline?as_of=2023-12-31",
    "/timeline?from=2030-01-01",
    "/article/{article}",
    "/article/{article}/add?words=to",
    "/article/{article}/add?words=Prague",
    "/record/{record}/correct",
    "/review",
    "/log",
    "/login",
)


@pytest.fixture
def filled_in(stories: Store) -> dict[str, str]:
    article = stories.article_ids()[3]
    return {"article": article, "record": stories.of_articles([article])[0].record.id}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_no_serious_fault(page: Any, site: str, filled_in: dict[str, str], path: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page.emulate_media(color_scheme=scheme)
    page.goto(site + path.format(**filled_in))
    found = axe.Axe().run(page)
    serious = [v for v in found.response["violations"] if v["impact"] in ("serious", "critical")]
    assert [(v["id"], [n["html"][:200] for n in v["nodes"][:3]]) for v in serious] == []


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_wider_than_a_narrow_screen(page: Any, site: str, filled_in: dict[str, str], path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site + path.format(**filled_in))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_bar_of_the_timeline_leads_to_its_record(page: Any, site: str) -> None:
    page.goto(f"{site}/timeline?as_of=2023-12-31")
    page.locator(".picture-wide a", has_text="meeting cancelled").first.click()
    page.wait_for_url("**/record/*")


def test_a_line_of_the_network_leads_to_the_two_parties(page: Any, site: str) -> None:
    page.goto(f"{site}/actor/ARM?as_of=2023-12-31")
    assert page.locator(".picture-wide").is_visible()
    assert page.locator(".picture-narrow").is_hidden()
    page.get_by_role("region", name="Who engages whom, as a table").get_by_role("link").first.click()
    page.wait_for_url("**/dyad?*")
    assert "as_of=2023-12-31" in page.url


def test_a_note_in_the_margin_marks_its_words(page: Any, site: str, filled_in: dict[str, str]) -> None:
    page.goto(f"{site}/article/{filled_in['article']}")
    note = page.locator("[data-note]").first
    note.hover()
    short = note.get_attribute("data-note")
    assert page.locator(".pointed").count() >= 1
    assert all(short in one for one in page.locator(".pointed").evaluate_all("all => all.map(e => e.dataset.records)"))


def test_the_day_looked_from_stays_from_page_to_page(page: Any, site: str) -> None:
    page.goto(f"{site}/dyad?a=armenia&b=azerbaijan&as_of=2023-06-01")
    page.get_by_role("link", name="The same as a list").click()
    page.wait_for_url("**/timeline*")
    assert "as_of=2023-06-01" in page.url
    assert page.get_by_label("As of", exact=True).input_value() == "2023-06-01"
