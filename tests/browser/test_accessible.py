"""Axe finds no serious or critical fault, light or dark, wide or narrow; no page is wider than its screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.model, pytest.mark.browser]

DAY = "as_of=2023-10-20"
PAGES = (
    f"/?{DAY}", f"/engagements?{DAY}", f"/engagements?view=board&{DAY}", f"/pending?{DAY}", f"/overdue?{DAY}",
    f"/proposals?{DAY}", f"/allegations?{DAY}", f"/statements?{DAY}", f"/positions?{DAY}", f"/events?{DAY}",
    f"/events?plover=1&{DAY}", f"/basis?{DAY}", f"/search?q=Lachin&{DAY}", "/search", "/since?since=2024-01-01",
    f"/matters?{DAY}", "/data", "/data/accuracy", "/engagements?as_of=2000-01-01", "/nowhere",
)  # fmt: skip
FOLLOWED = {
    "matter": f"/engagements?{DAY}", "proposal": "/proposals?as_of=2024-04-10&actor=ondria", "record": f"/events?{DAY}",
    "article": f"/statements?{DAY}",
}  # fmt: skip


def faults(browser: Browser, site: str, address: str, scheme: str, width: int) -> list[str]:
    """Return the serious and critical faults of a page, and by how much it is wider than the screen."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(site + address)
    found = [
        f"{fault['id']}: {fault['nodes'][0]['html'][:160]} ({fault['nodes'][0]['failureSummary'][:200]})"
        for fault in axe.Axe().run(page).response["violations"]
        if fault["impact"] in ("serious", "critical")
    ]
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    context.close()
    return found + ([f"{wider} pixels wider than the screen"] if wider > 0 else [])


@pytest.mark.parametrize("address", PAGES)
def test_a_page_can_be_used_by_everybody(address: str, browser: Browser, site: str) -> None:
    assert faults(browser, site, address, "light", 1440) + faults(browser, site, address, "dark", 390) == []


@pytest.mark.parametrize("kind", FOLLOWED)
def test_a_page_of_one_thing_can_be_used_by_everybody(kind: str, browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site + FOLLOWED[kind])
    address = page.locator(f"main a[href^='/{kind}/']").first.get_attribute("href")
    page.close()
    assert address is not None
    assert faults(browser, site, address, "light", 1440) + faults(browser, site, address, "dark", 390) == []
