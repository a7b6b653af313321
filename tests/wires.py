"""Invented agency reports that need no language model: made by number, and read by a pattern.

Forty reports on five pairs of states: talks announced, held, put off; charges; copies in other outlets; a corrected
version. `read` is a function of this module, so that it can be sent to other processes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from builders import actor, allegation, day, engagement, span
from communique.records import Article, Engagement, Publication, Record
from communique.records.views import Run

RUN = Run(version="0", model="pattern", lexicon="none")
LATER = Run(version="1", model="pattern", lexicon="none")
AT = "2026-01-01T00:00:00Z"

PAIRS = (("Peru", "Chile"), ("Kenya", "Uganda"), ("Oman", "Qatar"), ("Ghana", "Togo"), ("Nepal", "Bhutan"))
CODES = {
    "Peru": "PER",
    "Chile": "CHL",
    "Kenya": "KEN",
    "Uganda": "UGA",
    "Oman": "OMN",
    "Qatar": "QAT",
    "Ghana": "GHA",
    "Togo": "TGO",
    "Nepal": "NPL",
    "Bhutan": "BTN",
}
STATUSES = {"would hold": "announced", "have held": "held", "put off": "postponed"}
FORM = re.compile(r"(\w+) and (\w+) (would hold|have held|put off) (\w+) on (\S+),")
CHARGE = re.compile(r"(\w+) (accused) (\w+) of (moving its border posts)")


def reports(count: int = 40) -> list[Article]:
    """Return so many reports, in the order of their days."""
    made: list[Article] = []
    for number in range(count):
        first, second = PAIRS[number % 5]
        printed = date(2024, 3, 1) + timedelta(days=number)
        said = tuple(STATUSES)[number // 5 % 3]
        slot = date(2024, 3, 6) + timedelta(days=number % 5 + number // 15 * 15)
        text = f"{first} and {second} {said} talks on {slot}, officials in both capitals told report {number}.\n"
        if number % 4 == 0:
            text += f"\n{first} accused {second} of moving its border posts, as the {number}th note says.\n"
        made.append(_article(text, printed, f"Wire {number % 3}", f"https://wire.example/{number}"))
        if number % 10 == 3:
            made[-1] = replace(made[-4], publisher="Evening Copy", published=made[-1].published, url=None)
        if number % 10 == 7:
            made[-1] = replace(made[-1], url=made[-3].url)
    return made


def _article(text: str, printed: date, publisher: str, url: str) -> Article:
    published = Publication(printed.isoformat(), printed.isoformat(), "stated", "given with the test")
    return Article(text=text, publisher=publisher, url=url, published=published)


def read(article: Article) -> list[Record]:
    """Return the records that the patterns find."""
    return list(_found(article))


def read_less(article: Article) -> list[Record]:
    """Return what another version of the rules finds: no charges, and talks put off are called off."""
    talks = [record for record in read(article) if isinstance(record, Engagement)]
    return [replace(r, status="cancelled") if r.status == "postponed" else r for r in talks]


def refuse(article: Article) -> list[Record]:
    """Fail on some articles, as a bug would."""
    if "report 1" in article.text:
        raise ValueError("no such luck")
    return read(article)


def _found(article: Article) -> Iterator[Record]:
    for match in FORM.finditer(article.text):
        parties = [actor(article, name, f"state/{CODES[name]}") for name in match.group(1, 2)]
        status, slot = STATUSES[match[3]], day(match[5], span(article, match[5]))
        times: dict[str, Any] = {"when": slot} if status == "held" else {"window": slot}
        yield engagement(article, match[4], participants=parties, type="talks", status=status, **times)
    for match in CHARGE.finditer(article.text):
        one, other = (actor(article, name, f"state/{CODES[name]}") for name in match.group(1, 3))
        yield allegation(article, match[2], match[4], accusers=[one], accused=[other])
