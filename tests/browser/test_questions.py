"""The ten questions, answered by clicking as an analyst would, over the bundled stories."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = [pytest.mark.model, pytest.mark.browser]


def look_from(page: Page, day: str) -> None:
    """Set the as-of day in the header."""
    page.get_by_label("As of").fill(day)
    page.get_by_role("button", name="Look").click()
    page.wait_for_url(f"**as_of={day}**")


def open_list(page: Page, name: str) -> None:
    """Go to a page of the navigation."""
    page.get_by_role("navigation", name="Pages").get_by_role("link", name=name, exact=True).click()


def narrow(page: Page, **fields: str) -> None:
    """Fill the form over a list and send it."""
    form = page.get_by_role("form", name="Narrow the list")
    for label, value in fields.items():
        choice = form.get_by_role("combobox", name=label)
        if choice.count():
            choice.select_option(value)
        else:
            form.get_by_label(label, exact=True).fill(value)
    form.get_by_role("button", name="Show").click()
    page.wait_for_load_state()  # a busy machine is still sending the list when the click is done


def rows(page: Page) -> Locator:
    """Return the rows of the list."""
    return page.locator("table.rows tbody")


def test_1_what_was_sought_or_announced_and_has_not_been_held(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    look_from(page, "2023-10-20")
    open_list(page, "Engagements")
    page.get_by_label("open only").check()
    narrow(page, Actor="armenia", With="azerbaijan")
    first = rows(page).first
    assert "invited" in first.inner_text()
    assert "Ilham Aliyev, Nikol Pashinyan (host Charles Michel)" in first.inner_text()
    assert "response of Azerbaijan, Armenia: none reported" in first.inner_text()
    assert not rows(page).filter(has=page.locator(".chip", has_text=re.compile("^held$"))).count()


def test_2_who_alleged_it_and_who_denied_it(page: Page, site: str) -> None:
    page.goto(f"{site}/allegations?as_of=2022-12-31")
    narrow(page, Actor="azerbaijan", Status="denied")
    charge = rows(page).filter(has_text="blockade of the Lachin corridor")
    assert charge.count() == 1
    words = charge.inner_text()
    assert words.startswith("Armenia") and "Azerbaijan (date not stated)" in words and "whole" in words


def test_3_how_each_party_responded_to_each_point(page: Page, site: str) -> None:
    page.goto(f"{site}/proposals?as_of=2024-04-10")
    narrow(page, Actor="ondria")
    page.locator("td.who a").first.click()
    matrix = page.locator("table.matrix")
    heads = matrix.locator("thead th").all_inner_texts()
    whole = matrix.locator("tbody tr").first.locator("td").all_inner_texts()
    stands = dict(zip(heads[1:], whole, strict=True))
    assert "rejects" in stands["Sarrond"] and "conditional" in stands["Velmora"]
    assert matrix.locator("tbody tr").count() == 5
    matrix.get_by_role("link", name="rejects").first.click()
    assert page.locator(":target").inner_text().startswith("Sarrond")


def test_4_what_was_pending_and_how_it_changed_with_the_day(page: Page, site: str) -> None:
    page.goto(f"{site}/pending?as_of=2024-03-20&actor=kessar")
    assert rows(page).filter(has_text="visit").get_by_text("announced", exact=True).count() >= 1
    page.get_by_role("link", name=re.compile("^The day after")).click()
    page.wait_for_url("**as_of=2024-03-21**")
    visit = rows(page).filter(has_text="visit").filter(has_text="March 18 to 20")
    assert visit.get_by_text("outcome unreported", exact=True).count() == 1
    page.get_by_role("link", name="Overdue", exact=True).click()
    assert rows(page).filter(has_text="visit").filter(has_text="March 18 to 20").count() == 1


def test_5_what_exactly_somebody_said(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    look_from(page, "2023-12-31")
    open_list(page, "Statements")
    narrow(page, Speaker="blinken")
    modes = rows(page).locator("td[data-label=Mode]").all_inner_texts()
    order = ["verbatim", "partly quoted", "paraphrase"]
    assert modes and modes == sorted(modes, key=order.index)
    assert "tangible progress" in rows(page).first.locator("mark.quote").inner_text().lower()


def test_6_where_a_party_stands(page: Page, site: str) -> None:
    page.goto(f"{site}/positions?as_of=2023-12-31")
    narrow(page, Party="armenia")
    assert rows(page).count() > 3
    assert all(chip.is_visible() for chip in rows(page).locator(".chip").all())


def test_7_what_the_store_has_learnt(page: Page, site: str) -> None:
    page.goto(f"{site}/?as_of=2024-05-01")
    page.get_by_role("link", name=re.compile("learnt")).click()
    page.get_by_label("Since (UTC)").fill("2024-05-01T11:00")
    page.get_by_role("button", name="Show").click()
    assert "there are more" in page.locator(".clocks").inner_text()
    page.get_by_label("Since (UTC)").fill("2024-05-02")
    page.get_by_role("button", name="Show").click()
    assert page.get_by_text("Nothing reported").is_visible()


def test_8_who_somebody_is(page: Page, site: str) -> None:
    page.goto(f"{site}/engagements?as_of=2023-10-20&actor=Charles+Michel")
    rows(page).first.locator("td.who a").click()
    page.locator("dl.facts").get_by_role("link", name="Charles Michel", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Charles Michel")
    assert "European Council" in page.locator("main").inner_text()


def test_9_what_rests_on_one_source_or_an_inference(page: Page, site: str) -> None:
    page.goto(f"{site}/?as_of=2022-12-31")
    open_list(page, "Grounds")
    narrow(page, Actor="armenia")
    notes = rows(page).locator(".notes").all_inner_texts()
    assert notes and all("1 source" in note or "inferred" in note for note in notes)


def test_10_why_it_says_so(page: Page, site: str) -> None:
    page.goto(f"{site}/engagements?as_of=2023-06-30&actor=putin")
    row = rows(page).filter(has_text="2023-05-25")
    row.locator("td.who a").click()
    page.locator("#reports ~ table .id").first.click()
    told = page.locator("main").inner_text()
    assert "Thursday: the latest one on or before, publication on 2023-05-26" in told
    assert "rule talks.noun" in told and "communique correct" in told


def test_a_fact_opens_its_sentence(page: Page, site: str) -> None:
    page.goto(f"{site}/engagements?as_of=2023-10-20")
    sentence = rows(page).first.locator(".evidence q").inner_text()
    rows(page).first.locator(".evidence").click()
    page.wait_for_url("**/article/**#s*")
    target = page.locator(":target")
    assert target.count() == 1
    around = target.evaluate("e => e.closest('p, h1, h2, h3, li, div').textContent")
    assert " ".join(sentence.split())[:40] in " ".join(around.split())
    assert page.get_by_label("As of").input_value() == "2023-10-20"


def test_a_status_opens_its_history(page: Page, site: str) -> None:
    page.goto(f"{site}/engagements?as_of=2024-03-30&actor=sarrond")
    row = rows(page).filter(has_text="summit").first
    row.locator("td .chip").click()
    statuses = page.locator("ol.history .chip").all_inner_texts()
    assert [s for s in statuses if s in ("cancelled", "announced", "held")][-3:] == ["cancelled", "announced", "held"]


def test_a_table_is_downloaded_as_shown(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(f"{site}/engagements?as_of=2023-10-20&actor=armenia&sort=-since")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV", exact=True).click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.name == "engagements-2023-10-20.csv"
    listed = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))
    assert [row["id"] for row in listed] == rows(page).locator(".id").all_inner_texts()
    dated = [row["since"] for row in listed if row["since"]]
    assert dated == sorted(dated, reverse=True)


def test_the_keys_go_to_the_search_box_and_the_day(page: Page, site: str) -> None:
    page.goto(f"{site}/engagements?as_of=2023-10-20")
    page.keyboard.press("/")
    page.keyboard.type("Lachin corridor")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    assert "as_of=2023-10-20" in page.url and rows(page).count() > 0
    page.keyboard.press(".")
    assert page.evaluate("document.activeElement.name") == "as_of"


def test_pages_can_be_read_without_scripts(browser: object, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"{site}/engagements?as_of=2023-10-20")
    assert page.locator("table.rows tbody").count() > 5
    assert page.get_by_role("button", name="Show").is_visible()
    context.close()
