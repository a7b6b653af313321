"""Who brings the parties of an engagement together, and whom somebody spoke to there: whole sentences, as read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.extract.records import find_records
from communique.lexicon.lexicon import load_lexicon
from communique.reading import Reading
from communique.records.events import Engagement

pytestmark = pytest.mark.model

ReadText = Callable[..., Reading]
DAY = "2023-03-06"


def engagements(read_text: ReadText, text: str) -> list[Engagement]:
    records = find_records(read_text(text, DAY), load_lexicon())
    return [record for record in records if isinstance(record, Engagement)]


@pytest.mark.parametrize(
    ("text", "part", "who"),
    [
        ("Talks between Iran and Oman, facilitated by the European Union, ended.", "mediator", {"org/eu"}),
        ("The talks between Chad and Libya were mediated by Qatar and Egypt.", "mediator", {"state/QAT", "state/EGY"}),
        ("U.S.-brokered talks between Israel and Lebanon began in Naqoura.", "mediator", {"state/USA"}),
        ("Serbia held Norwegian-mediated talks with Kosovo.", "mediator", {"state/NOR"}),
        ("Norway mediated negotiations between Colombia and Cuba.", "mediator", {"state/NOR"}),
        ("Talks between Iran and Oman, hosted by Iraq, ended on Sunday.", "host", {"state/IRQ"}),
        ("Chad signed a deal brokered by Qatar after talks with Libya.", "mediator", set()),
        ("U.S.-backed talks between Israel and Lebanon began in Naqoura.", "mediator", set()),
        ("Talks between Iran and Oman, watched by the European Union, ended.", "mediator", set()),
    ],
)
def test_who_mediates_or_hosts_has_that_part(text: str, part: str, who: set[str], read_text: ReadText) -> None:
    found = [p for e in engagements(read_text, text) for p in e.participants if p.part == part]
    assert {p.id for p in found} == who


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Iraq hosted talks between Iran and Oman on Sunday.", "talks"),
        ("Norway hosted a meeting of Chadian and Libyan ministers.", "meeting"),
        ("Talks between Iran and Oman were hosted by Iraq.", "talks"),
    ],
)
def test_hosting_and_what_is_hosted_are_one_engagement(text: str, type_: str, read_text: ReadText) -> None:
    assert [(e.type, len(e.participants)) for e in engagements(read_text, text)] == [(type_, 3)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("In a phone call on Friday, Lula told Gustavo Petro that the pact would hold.", 2),
        ("During talks in Oman, Iran told the United States that it would not yield.", 2),
        ("At a meeting in Quito on Monday, Lula assured Petro that the pact would hold.", 2),
        ("At a meeting in Quito, Lula told reporters that he was pleased.", 1),
        ("In a phone call on Friday, Lula told his wife that the pact would hold.", 1),
        ("During a visit to Quito, Lula told Petro that he was pleased.", 1),
    ],
)
def test_whom_somebody_told_there_took_part(text: str, people: int, read_text: ReadText) -> None:
    assert sum(len(e.participants) for e in engagements(read_text, text)) == people


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Macron spoke to Japanese and Chilean business executives in Tokyo.", set()),
        ("Macron met Kenyan and Rwandan activists in Nairobi.", {"FRA"}),
        ("Macron met Kenyan and Rwandan envoys in Nairobi.", {"FRA", "KEN", "RWA"}),
    ],
)
def test_private_people_stand_for_no_state(text: str, sides: set[str], read_text: ReadText) -> None:
    assert {p.iso3 for e in engagements(read_text, text) for p in e.participants if p.iso3} == sides


def test_further_talks_are_not_those_named_beside_them(read_text: ReadText) -> None:
    text = "The Hamas delegation left Cairo for talks in Qatar and will be back in Cairo for further talks on Tuesday."
    slots = [e.window for e in engagements(read_text, text) if e.where is not None and e.where.name == "Qatar"]
    assert slots == [None]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In talks with Kosovo in Brussels, Serbia failed to win a delay.", "held"),
        ("At a meeting in Oslo on Monday, Erdogan and Macron refused to sign the pact.", "held"),
        ("Serbia failed to open talks with Kosovo in Brussels.", None),
    ],
)
def test_where_something_failed_did_take_place(text: str, status: str | None, read_text: ReadText) -> None:
    found = {e.status for e in engagements(read_text, text)}
    assert found == {status} if status else "held" not in found
