"""Fights of words are no attacks; what was attacked and wounded suffered both."""

from __future__ import annotations

import pytest

from communique.extract.happenings.events import find_events
from communique.lexicon.rules import load_rules
from conftest import ParseText

pytestmark = pytest.mark.model


def assaults(read_text: ParseText, text: str) -> list[tuple[list[str], list[str]]]:
    """Who attacked whom, by the names of the record."""
    events = [e for e in find_events(read_text(text, "2024-05-16"), load_rules()) if e.type == "ASSAULT"]
    return [([a.name for a in e.actors], [a.name for a in e.recipients]) for e in events]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Joel Wanjala attacked Deputy President Peter Ouma over his record.",
        "Kenyan President Joel Wanjala's attacks on Deputy President Peter Ouma went on in Kisumu.",
        "Kenyan President Joel Wanjala is battling Deputy President Peter Ouma for the presidency.",
        "French Foreign Minister Luc Perrin has fought for lower taxes.",
        "Chilean President Ana Solano clashed with Foreign Minister Luis Salas over the budget.",
        "The candidates met voters before the election. Kenyan President Joel Wanjala captured the coast by a thousand "
        "votes.",
    ],
)
def test_who_fights_with_words_hurts_nobody(text: str, read_text: ParseText) -> None:
    assert not assaults(read_text, text)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Kenyan President Joel Wanjala attacked Somalia in February.", "Joel Wanjala"),
        ("Chadian President Ali Saleh vowed to fight the Islamic State.", "Ali Saleh"),
        ("Chadian President Ali Saleh has attacked civilians for years.", "Ali Saleh"),
        ("A gunman attacked French Foreign Minister Luc Perrin in Paris.", "gunman"),
        ("Sudanese soldiers attacked a village in Chad.", "soldiers of Sudan"),
        ("Kenyan President Joel Wanjala seized a Ugandan island with his ships.", "Joel Wanjala"),
        ("Ugandan President Ali Okello attacked and wounded Kenyan President Joel Wanjala.", "Ali Okello"),
    ],
)
def test_who_fights_in_earnest_attacks(text: str, actor: str, read_text: ParseText) -> None:
    assert [actor] in [actors for actors, _ in assaults(read_text, text)]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Two Malian soldiers were ambushed and killed on Monday.", "soldiers of Mali"),
        ("Peruvian Prime Minister Luis Salas was attacked and wounded outside the hall.", "Luis Salas"),
        ("A Chadian envoy was robbed, beaten and shot in Bangui.", "Chadian envoy"),
        ("Kenyan police were surrounded and shot by the rebels.", "police of Kenya"),
    ],
)
def test_what_goes_on_in_the_passive_was_suffered_too(text: str, whom: str, read_text: ParseText) -> None:
    told = assaults(read_text, text)
    assert told and all(whom in recipients and whom not in actors for actors, recipients in told)


HUSTINGS = "The candidates met voters before the election, and the campaign was long. "


@pytest.mark.parametrize(
    "text",
    [
        "The attacks on Senator Peter Ouma went on.",
        "Thousands came to a rally in Nairobi.",
        "Senator Peter Ouma held rallies in Nairobi.",
        "The Senate fought hard to keep the tax.",
        "Senator Peter Ouma clashed with Mary Achieng on a stage in Mombasa.",
        "The battle for the coast goes on.",
    ],
)
def test_in_a_campaign_nobody_is_hurt_by_words(text: str, read_text: ParseText) -> None:
    events = find_events(read_text(HUSTINGS + text, "2024-05-16"), load_rules())
    assert not [event for event in events if event.type in ("ASSAULT", "PROTEST")]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kenyan soldiers attacked a village in Somalia.", "ASSAULT"),
        ("A gunman attacked Kenyan soldiers in Nairobi.", "ASSAULT"),
        ("Thousands of Kenyans protested against Ethiopia in Nairobi.", "PROTEST"),
        ("Kenyan teachers held a rally against Ethiopia in Nairobi.", "PROTEST"),
    ],
)
def test_in_a_campaign_there_is_blood_and_protest(text: str, type_: str, read_text: ParseText) -> None:
    events = find_events(read_text(HUSTINGS + text, "2024-05-16"), load_rules())
    assert type_ in [event.type for event in events]
