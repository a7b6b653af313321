"""Takes the four pictures of the desk in docs/images, of a running desk over the store of `communique demo`.

python tools/desk_pictures.py http://127.0.0.1:8000
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

IMAGES = Path(__file__).parent.parent / "docs" / "images"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
WIDTH = 1280


def today(page: Page, desk: str) -> None:
    """Go to what is new, overdue, denied."""
    page.goto(f"{desk}/?as_of=2023-10-20")


def proposal(page: Page, desk: str) -> None:
    """Go to a plan's points against the parties."""
    page.goto(f"{desk}/proposals?as_of=2024-04-10&actor=ondria")
    page.locator("td.who a").first.click()


def dyad(page: Page, desk: str) -> None:
    """Go to the curve of two parties, and their lanes."""
    page.goto(f"{desk}/dyad?a=armenia&b=azerbaijan&as_of=2023-10-20")


def article(page: Page, desk: str) -> None:
    """Go to an article at a sentence, past the header."""
    page.goto(f"{desk}/statements?as_of=2023-10-20&actor=blinken")
    page.locator(".evidence").first.click()
    page.wait_for_url("**/article/**#s*")
    page.wait_for_timeout(500)  # the browser goes to the sentence by itself
    page.locator("h1").evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top + window.scrollY - 12)")


SHOTS = ((today, 640, "light"), (proposal, 800, "light"), (dyad, 800, "light"), (article, 700, "dark"))


def main() -> None:
    """Take them all."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for go, height, scheme in SHOTS:
            page = browser.new_page(viewport={"width": WIDTH, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
            go(page, sys.argv[1])
            page.wait_for_load_state()
            page.screenshot(path=IMAGES / f"desk-{go.__name__}.png")
        browser.close()


if __name__ == "__main__":
    main()
