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
        "Kenyan President William Ruto attacked Raila Odinga over his record.",
        "William Ruto's attacks on Raila Odinga went on in Kisumu.",
        "William Ruto is battling Raila Odinga for the presidency.",
        "Emmanuel Macron has fought for lower taxes.",
        "Olaf Scholz hit back at Emmanuel Macron.",
        "Lula clashed with Gustavo Petro over the budget.",
        "The candidates met voters before the primary. William Ruto captured Kenya's coast by a thousand votes.",
    ],
)
def test_who_fights_with_words_hurts_nobody(text: str, read_text: ParseText) -> None:
    assert not assaults(read_text, text)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Vladimir Putin attacked Ukraine in February.", "Vladimir Putin"),
        ("Recep Tayyip Erdogan vowed to fight the Islamic State.", "Recep Tayyip Erdoğan"),
        ("Bashar al-Assad has attacked civilians for years.", "Bashar al-Assad"),
        ("A gunman attacked Emmanuel Macron in Paris.", "gunman"),
        ("Sudanese soldiers attacked a village in Chad.", "soldiers of Sudan"),
        ("William Ruto seized a Ugandan island with his ships.", "William Ruto"),
        ("Ruto's rival William Kabogo attacked William Ruto with a knife.", "William Kabogo"),
    ],
)
def test_who_fights_in_earnest_attacks(text: str, actor: str, read_text: ParseText) -> None:
    assert [actor] in [actors for actors, _ in assaults(read_text, text)]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Two Malian soldiers were ambushed and killed on Monday.", "soldiers of Mali"),
        ("Robert Fico was attacked and wounded outside the hall.", "Robert Fico"),
        ("A Chadian envoy was robbed, beaten and shot in Bangui.", "Chadian envoy"),
        ("Kenyan police were surrounded and shot by the rebels.", "police of Kenya"),
    ],
)
def test_what_goes_on_in_the_passive_was_suffered_too(text: str, whom: str, read_text: ParseText) -> None:
    told = assaults(read_text, text)
    assert told and all(whom in recipients and whom not in actors for actors, recipients in told)
