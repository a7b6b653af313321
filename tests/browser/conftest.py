"""A real browser before a real server over the bundled stories; skipped by name where one of them is missing."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from communique.store import Store
from desks import LEXICON, application, tell_stories

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TOKEN = "a token of the tests"
OWN = ("http://127.0.0.1:", "data:")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return the store of both bundled stories."""
    with tell_stories(tmp_path_factory.mktemp("browsed") / "stories.db") as store:
        yield store


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return headless Chromium of the system."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("there is no chromium on this machine")
    with api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def site(stories: Store) -> Iterator[str]:
    """Return the address of a server with all pages over the stories."""
    with served(application(stories, LEXICON)) as address:
        yield address


@contextmanager
def served(app: Any) -> Iterator[str]:
    """Yield the address of a server that runs `app` on a free port of this machine, until it is let go."""
    uvicorn = pytest.importorskip("uvicorn", reason="uvicorn is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < until, "the server did not start"
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page of a desk's width; errors of scripts, what the policy stops, requests elsewhere fail the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
    opened.on("request", lambda r: faults.append(r.url) if not r.url.startswith(OWN) else None)
    yield opened
    context.close()
    assert faults == []
