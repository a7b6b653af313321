"""Meetings told in passing: listed, counted, called off beside their plan, further ones, and where they took place."""

from __future__ import annotations

import pytest

from builders import article
from communique import read
from communique.extract.contacts.engagements import find_engagements
from communique.lexicon.engagements import load_engagements
from communique.records.events import Engagement
from conftest import ParseText

pytestmark = pytest.mark.model
TRIGGERS = load_engagements()
LISTED = "Peru and Chile have met twice since then: in Lima on May 6 and in Quito on May 9."


def found(read_text: ParseText, text: str) -> list[Engagement]:
    return find_engagements(read_text(text, "2023-06-03"), TRIGGERS)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A meeting between Peru and Chile was planned for June 7 but was called off.", "cancelled"),
        ("Talks between Serbia and Kosovo were scheduled for May 30 but were postponed.", "postponed"),
        ("A summit of Peru and Chile was announced on Monday and cancelled on Friday.", "cancelled"),
        ("The summit of Turkey and Greece was cancelled on Tuesday and reinstated on Wednesday.", "announced"),
        ("The talks between Chad and Libya were first planned for June 12 and were put off.", "postponed"),
        ("The talks between Laos and Thailand may be called off.", "announced"),
        ("Turkey threatened to call off talks with Greece.", "announced"),
        ("Turkey denied that it had cancelled talks with Greece.", "announced"),
        ("A meeting between Peru and Chile was planned for June 7, and a concert was called off.", "announced"),
        ("The talks between Serbia and Kosovo are to take place in Brussels in October.", "announced"),
        ("The next meeting of Serbia and Kosovo is to take place in Brussels in October.", "announced"),
        ("A meeting between Peru and Chile took place in Lima on June 1.", "held"),
    ],
)
def test_the_last_word_on_a_plan_counts(text: str, status: str, read_text: ParseText) -> None:
    assert [e.status for e in found(read_text, text)] == [status]


def test_what_has_yet_to_take_place_was_not_held(read_text: ParseText) -> None:
    assert not found(read_text, "The talks between Serbia and Kosovo have yet to take place.")


@pytest.mark.parametrize(
    ("text", "occasions"),
    [
        (LISTED, [("Lima", "2023-05-06"), ("Quito", "2023-05-09")]),
        ("Vladimir Putin and Xi Jinping met in Moscow on March 20 and in Beijing on May 12.",
         [("Moscow", "2023-03-20"), ("Beijing", "2023-05-12")]),
        ("Antony Blinken met Wang Yi in Bali in March and in Munich in May.",
         [("Bali", "2023-03-01"), ("Munich", "2023-05-01")]),
        ("Joe Biden hosted Fumio Kishida in Washington in January and in Hiroshima in May.",
         [("Washington", "2023-01-01"), ("Hiroshima", "2023-05-01")]),
        ("Emmanuel Macron and Olaf Scholz met in Paris on May 3 and in Berlin on May 24.",
         [("Paris", "2023-05-03"), ("Berlin", "2023-05-24")]),
        ("Peru and Chile met in Lima on May 6 and signed a treaty in Quito on May 9.", [("Lima", "2023-05-06")]),
    ],
)  # fmt: skip
def test_occasions_listed_are_told_apart(text: str, occasions: list[tuple[str, str]], read_text: ParseText) -> None:
    assert [(e.where.name, e.when.from_) for e in found(read_text, text) if e.where and e.when] == occasions


def test_the_occasions_of_one_verb_have_ids_of_their_own() -> None:
    told = [r for r in read(article(LISTED, published="2023-06-03")) if isinstance(r, Engagement)]
    assert len({r.id for r in told}) == len(told) == 2


def test_plans_are_not_divided(read_text: ParseText) -> None:
    assert len(found(read_text, "Peru and Chile will meet in Lima on June 6 and in Quito on June 9.")) == 1


@pytest.mark.parametrize(
    ("text", "layer"),
    [
        ("Emmanuel Macron has hosted Olaf Scholz in Paris four times.", "background"),
        ("Xi Jinping and Vladimir Putin have met 40 times.", "background"),
        ("Peru and Chile have repeatedly met in Quito.", "background"),
        ("The ruling came four days after the leaders of Peru and Chile met in Quito.", "background"),
        ("The strike came two weeks after Joe Biden met Xi Jinping in Bali.", "background"),
        ("The note was issued three days after a meeting between Emmanuel Macron and Olaf Scholz.", "background"),
        ("The blockade began five days after Serbia and Kosovo held talks in Brussels.", "background"),
        ("The deal came a week after Peru and Chile met in Quito.", "background"),
        ("The vote came hours after Joe Biden met Xi Jinping in Bali.", "main"),
        ("Emmanuel Macron met Olaf Scholz two days after the vote.", "main"),
        ("The note was issued after a meeting between Emmanuel Macron and Olaf Scholz.", "main"),
        ("Joe Biden met Xi Jinping at last.", "main"),
        ("Peru and Chile met in Quito.", "main"),
    ],
)
def test_many_meetings_at_once_are_not_the_news(text: str, layer: str, read_text: ParseText) -> None:
    assert [e.layer for e in found(read_text, text)] == [layer]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "The meeting of Peru and Chile was short. Another one was planned for June 7 but called off.",
            "cancelled",
        ),
        ("Joe Biden's meeting with Xi Jinping was long. Another one is planned for November.", "announced"),
        ("A summit of Chad and Libya ended on Friday. A third one will be held in Tunis.", "announced"),
        ("Serbia and Kosovo met on Friday. The next meeting is to take place in October.", "announced"),
        ("Turkey and Greece held talks in Athens on Friday. A second meeting was postponed.", "postponed"),
        ("Serbia and Kosovo met on Friday. The next meeting of the experts is to take place in October.", None),
        ("Serbia and Kosovo met on Friday. Another one of the ministers was ill.", None),
        ("Joe Biden met Xi Jinping on Friday. No date was given for the next meeting.", None),
        ("The harvest was poor. Another one is planned for June.", None),
    ],
)
def test_a_further_occasion_is_that_of_the_same_two(text: str, status: str | None, read_text: ParseText) -> None:
    told = found(read_text, text)
    further = [e for e in told if e.status not in ("held", "under_way")]
    assert [e.status for e in further] == ([status] if status else [])
    for one in further:
        assert {p.id for p in one.participants} == {p.id for p in told[0].participants}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Iran and Oman held talks in the Austrian capital on Friday.", "Vienna"),
        ("The talks between Serbia and Kosovo will resume in the capital of Finland.", "Helsinki"),
        ("Emmanuel Macron met Olaf Scholz in the resort town of Evian.", "Evian"),
        ("Peru and Chile met in the port of Callao on Friday.", "Callao"),
        ("Peru and Chile met in the Spanish city of Toledo on Friday.", "Toledo"),
        ("A meeting of Peru and Chile that was planned for Washington was cancelled.", "Washington"),
        ("A meeting of the Peruvian and Chilean foreign ministers that was planned for Lima was cancelled.", "Lima"),
        ("Peru invited them to a meeting with Emmanuel Macron and Olaf Scholz in Quito.", "Quito"),
        ("Chad and Sudan met in the capital on Monday.", None),
        ("Chad and Sudan met in the former Brazilian capital on Monday.", None),
        ("Chad and Sudan met in good spirits on Monday.", None),
    ],
)
def test_where_it_is(text: str, place: str | None, read_text: ParseText) -> None:
    assert [e.where.name if e.where else None for e in found(read_text, text)][:1] == [place]


def test_a_slot_stands_behind_for(read_text: ParseText) -> None:
    text = "Peru and Chile spoke by phone. The meeting, which their leaders had announced for June 1, was called off."
    windows = [(e.status, e.window.from_ if e.window else None) for e in found(read_text, text)]
    assert ("cancelled", "2023-06-01") in windows


@pytest.mark.parametrize(
    "text",
    [
        "Ilham Aliyev and Nikol Pashinyan met in Prague. Vladimir Putin had hosted both of them in Sochi in 2021.",
        "Felix Tshisekedi and Paul Kagame met in Luanda. Qatar received the two of them in Doha on Friday.",
    ],
)
def test_both_of_them_are_guests(text: str, read_text: ParseText) -> None:
    first, second = found(read_text, text)
    assert {p.id for p in first.participants} < {p.id for p in second.participants}
    assert len([p for p in second.participants if p.part == "host"]) == 1


def test_who_invites_two_to_a_meeting_is_its_host(read_text: ParseText) -> None:
    text = "Emmanuel Macron invited Gustavo Petro and Nicolas Maduro to a meeting in Paris."
    parts = {p.id: p.part for e in found(read_text, text) for p in e.participants}
    assert parts.pop("person/emmanuel-macron") == "host" and set(parts.values()) == {"participant"}


def test_the_leaders_of_both_are_not_the_ministers_of_the_day(read_text: ParseText) -> None:
    text = (
        "The foreign ministers of Armenia and Azerbaijan agreed on a text. Antony Blinken received Ararat Mirzoyan of "
        "Armenia and Jeyhun Bayramov of Azerbaijan. Their leaders have met twice: in Prague on April 6 and in Sochi on "
        "April 30."
    )
    assert [{p.id for p in e.participants} for e in found(read_text, text)] == [
        {"person/antony-blinken", "person/ararat-mirzoyan", "person/jeyhun-bayramov"},
        {"state/ARM", "state/AZE"},
        {"state/ARM", "state/AZE"},
    ]


def test_on_hold_before_it_goes_on_is_a_step_of_its_own(read_text: ParseText) -> None:
    text = "Talks between Serbia and Kosovo will resume on June 9. The talks have been on hold since January."
    steps = [(e.status, e.layer, {p.iso3 for p in e.participants}) for e in found(read_text, text)]
    assert steps == [("announced", "main", {"SRB", "XKX"}), ("suspended", "background", {"SRB", "XKX"})]


def test_talks_put_on_hold_stay_so_where_the_plan_is_the_older_word(read_text: ParseText) -> None:
    text = "Ethiopia has put its negotiations with Egypt on hold. The talks were to continue on June 10."
    assert [e.status for e in found(read_text, text)] == ["suspended"]


def test_a_day_named_after_a_meeting_is_not_its_day(read_text: ParseText) -> None:
    text = "After the meeting of Peru and Chile in Quito, Emmanuel Macron named July 21 as the date."
    told = [e for e in found(read_text, text) if e.type == "meeting"]
    assert [(e.status, e.when, e.window) for e in told] == [("held", None, None)]
