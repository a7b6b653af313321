"""Reads pages as a browser would: links with what they say, tables as rows of cells, whatever might load or run."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit

from starlette.testclient import TestClient

WHO = {"a", "b", "id"}
GOING = {"href", "src", "action", "formaction", "xlink:href", "data"}
LOADING = {"src", "srcset", "data", "poster", "background"}


class Page(HTMLParser):
    """One page: its links, ids, words, the fields of the forms that only ask, what it loads and what it would run."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__()
        self.links: list[tuple[str, dict[str, str]]] = []
        self.ids: list[str] = []
        self.loaded: list[str] = []
        self.inline: list[str] = []
        self.labels: list[str] = []
        self.rows: list[list[str]] = []
        self.forms: list[set[str]] = []
        self.words = ""
        self._script = False
        self._cell = False
        self._asks = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag links to, loads and runs."""
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in given:
            self.links.append((given["href"], given))
        if tag == "form":
            self.forms.append(set())
            self._asks = given.get("method", "get") == "get"
            if not self._asks:
                self.forms.pop()
        if tag in ("input", "select", "textarea") and "name" in given and self._asks and self.forms:
            self.forms[-1].add(given["name"])
        if "id" in given:
            self.ids.append(given["id"])
        self.loaded += [value for name, value in given.items() if name in LOADING or (tag, name) == ("link", "href")]
        self.inline += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        self.inline += [
            f"{tag} {v}" for n, v in given.items() if n in GOING and "script:" in v.lower().partition("/")[0]
        ]
        self._script = tag in ("script", "style")
        if tag == "tr":
            self.rows.append([])
        self._cell = tag in ("td", "th") or (self._cell and tag != "tr")
        if tag in ("td", "th") and self.rows:
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        """Leave a cell or a script."""
        if tag in ("td", "th", "table"):
            self._cell = False
        self._script = False

    def handle_data(self, data: str) -> None:
        """Collect the words."""
        if self._script and data.strip():
            self.inline.append(data.strip()[:40])
        self.words += data
        if self._cell and self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def look(client: TestClient, address: str, status: int = 200) -> Page:
    """Return a page; it must have the status."""
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.status_code, answer.text[:400])
    return Page(answer.text)


def crawl(client: TestClient, starts: list[str], most: int = 2000) -> Iterator[tuple[str, Page]]:
    """Yield the pages that can be reached by links from `starts`, one of each kind of list; files are only fetched.

    Pages that differ in the values of their parameters alone (order, day, status...) count as one.
    """
    seen: set[str] = set()
    waiting = [*starts]
    while waiting and len(seen) < most:
        address = waiting.pop(0)
        parts = urlsplit(address)
        names = {n if n not in WHO else f"{n}={v}" for n, v in parse_qsl(parts.query)}
        key = f"{parts.path}?{sorted(names)}"
        if key in seen:
            continue
        seen.add(key)
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code, answer.text[-900:])
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        page = Page(answer.text)
        yield address, page
        waiting += [there for href, _ in page.links if (there := inside(address, href))]


def inside(address: str, href: str) -> str:
    """Return where a link leads, without its fragment; "" if out of the application."""
    there = urlsplit(urljoin(f"http://here{address}", href))
    return there.path + (f"?{there.query}" if there.query else "") if there.netloc == "here" else ""
