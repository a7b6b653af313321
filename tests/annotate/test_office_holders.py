"""Whose office-holders are meant: of the two told as a group, of the state that tells it, of whom the article names."""

from __future__ import annotations

import pytest

from communique.reading import Reading
from conftest import ParseText

pytestmark = pytest.mark.model
ROADS = "Weapons and mines were found on the roads, and the peacekeepers left the hills. "
TWO = ROADS + "Chile's Ana Lopez and Peru's Juan Diaz were there. "


def actors(reading: Reading, words: str) -> set[str]:
    """Return ids, members and states of the actors of the mentions with these words."""
    at = reading.article.text.index(words)
    found = [m.actor for m in reading.mentions if m.actor and reading.tokens[m.first].start == at]
    return {x for a in found for x in (a.id, a.iso3 or "", *a.members) if x}


@pytest.mark.parametrize(
    "text",
    [
        TWO + "Antony Blinken received the two in Washington. In February he met their presidents in Munich.",
        TWO + "Antony Blinken saw the two envoys in Washington. Later he met their foreign ministers in Munich.",
        TWO + "Lula praised the two officials on Monday. In May he met their leaders in Brasilia.",
        TWO + "Lula had met both of the envoys before. In May he invited their presidents to Brasilia.",
        TWO + "Olaf Scholz greeted the two in Rome. In May he met their ministers in Berlin.",
    ],
)
def test_their_presidents_are_those_of_the_two_before(text: str, read_text: ParseText) -> None:
    reading = read_text(text, "2024-06-05")
    whose = actors(reading, "their ")
    assert {"state/CHL", "state/PER"} <= whose or {"mention/ana-lopez", "mention/juan-diaz"} <= whose


@pytest.mark.parametrize(
    "text",
    [
        TWO + "Antony Blinken received the two in Washington. The villagers left their houses.",
        ROADS + "Farmers and drivers blocked the roads. In May Lula met their leaders in Brasilia.",
        ROADS + "Reporters and farmers met envoys. In May Olaf Scholz met their leaders in Berlin.",
    ],
)
def test_nobody_elses_are(text: str, read_text: ParseText) -> None:
    assert not {"mention/ana-lopez", "state/CHL"} & actors(read_text(text, "2024-06-05"), "their ")


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("Uganda said that President Okello Byamugisha would not travel to Oman.", "Okello", "UGA"),
        ("The Chadian Foreign Ministry announced that Foreign Minister Ali Dogo would go to Libya.", "Ali", "TCD"),
        ("Peru said on Monday that Prime Minister Juan Diaz had met Lula.", "Juan", "PER"),
        ("Oman announced that Foreign Minister Salim Harrasi was to visit Kenya.", "Salim", "OMN"),
        ("Nepal said President Hari Lama would receive India's premier.", "Hari", "NPL"),
        ("Uganda said that Okello Byamugisha, a farmer, had won.", "Okello", None),
        ("Uganda said that Kenyan President Wanjiru Kibet would not travel to Oman.", "Wanjiru", "KEN"),
        ("President Okello Byamugisha said that Uganda would vote.", "Okello", None),
        (
            "Ugandan President Joel Ssali is ill. Uganda said President Okello Byamugisha was.",
            "Okello",
            None,
        ),
    ],
)
def test_an_office_holder_acts_for_the_state_that_tells_of_him(
    text: str, name: str, state: str | None, read_text: ParseText
) -> None:
    reading = read_text(text, "2024-06-05")
    told = {m.actor.iso3 for m in reading.mentions if m.actor and name in m.actor.name.split()}
    assert told == {state}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenya's president went to Oman. Kenyan President Wanjiru Kibet met the sultan.", "mention/wanjiru-kibet"),
        ("Chile's foreign minister left. Chilean Foreign Minister Ana Lopez met Lula.", "mention/ana-lopez"),
        ("Peru's president spoke. \"We are ready,\" Peruvian President Juan Diaz said.", "mention/juan-diaz"),
        ("Uganda's president was there. Ugandan President Okello Byamugisha left early.", "mention/okello-byamugisha"),
        ("Poland's prime minister came. Polish Prime Minister Jan Lis met Lula.", "mention/jan-lis"),
        ("Kenya's president went to Oman. Former Kenyan President Wanjiru Kibet was there.", "person/william-ruto"),
        ("Kenya's president went to Oman. Kenyan Foreign Minister Wanjiru Kibet met him there.", "person/william-ruto"),
        ("Kenya's president went to Oman. Ugandan President Wanjiru Kibet met him there.", "person/william-ruto"),
    ],
)  # fmt: skip
def test_whom_the_article_names_in_an_office_holds_it(text: str, who: str, read_text: ParseText) -> None:
    assert who in actors(read_text(text, "2024-06-05"), text.split(" ")[0])


@pytest.mark.parametrize(
    "text",
    [
        'The New York-based Delta Lavrov holds little hope. "I was shocked," said Lavrov, 44.',
        'Ghana-born River Haines holds little hope for the vote. "I was shocked," said Haines, 44.',
        "South Korean-born Sunny Blinken mends nets. Blinken said that the sea was empty.",
    ],
)
def test_who_has_another_first_name_is_no_office_holder(text: str, read_text: ParseText) -> None:
    mentions = read_text(text, "2023-11-17").mentions
    assert not [m for m in mentions if m.actor and m.actor.id.startswith("person/")]


@pytest.mark.parametrize(
    "text",
    [
        "Chilean Foreign Minister Ana Lopez met Peruvian Foreign Minister Juan Diaz. The ministers will meet again.",
        "Peru's foreign minister, Juan Diaz, called. Chile's foreign minister, Ana Lopez, came. The ministers met.",
        "The presidents of Chile and Peru met in Lima on Monday. The presidents signed a treaty.",
        "The foreign ministers of Chile and Peru met in Lima. Brazil was not there. The ministers agreed on little.",
        "Chilean President Ana Lopez spoke. Peruvian President Juan Diaz answered. The presidents are to meet in May.",
    ],
)
def test_the_ministers_are_the_two_told_of_before(text: str, read_text: ParseText) -> None:
    who = actors(read_text(text, "2024-06-05"), "The ministers" if "The ministers" in text else "The presidents")
    assert {"state/CHL", "state/PER"} <= who or {"mention/ana-lopez", "mention/juan-diaz"} <= who


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ana Lopez of Chile received Peruvian Foreign Minister Juan Diaz and Bolivian Foreign "
        "Minister Eva Rojas. The ministers will meet again.",
        "Chilean Foreign Minister Ana Lopez spoke on Monday. The ministers will meet on Friday.",
        "Chilean Foreign Minister Ana Lopez met Peruvian President Juan Diaz. The ministers will meet again.",
        "Peruvian ministers resigned on Monday. The ministers were asked to.",
    ],
)
def test_of_one_or_of_three_the_ministers_are_not_told(text: str, read_text: ParseText) -> None:
    assert not {"mention/juan-diaz", "state/CHL"} & actors(read_text(text, "2024-06-05"), "The ministers")
