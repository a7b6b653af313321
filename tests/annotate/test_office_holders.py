"""Whose office-holders are meant: of the two told as a group, of the state that tells it, of whom the article names."""

from __future__ import annotations

import pytest

from communique.reading import Reading
from conftest import ParseText, mention_at

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


@pytest.mark.parametrize(
    ("text", "words", "people"),
    [
        # their names stand beside them
        ("The foreign ministers, Ana Berg and Luis Muster, met in Oslo.", "The foreign ministers",
         {"mention/ana-berg", "mention/luis-muster"}),
        ("The defence ministers of Peru and Chile, Rosa Perez and Carl Vargas, met in Lima.",
         "The defence ministers of Peru and Chile", {"mention/rosa-perez", "mention/carl-vargas"}),
        ("Their leaders, Ana Berg and Luis Muster, spoke by phone.", "Their leaders",
         {"mention/ana-berg", "mention/luis-muster"}),
        ("The presidents, Omar Haddad and Ivo Novak, agreed to a truce.", "The presidents",
         {"mention/omar-haddad", "mention/ivo-novak"}),
        # who is in office in the two states whose talks they are, whoever else is told of
        ("Talks of Armenia and Azerbaijan took place in Brussels. Nikol Pashinyan came first and Ilham Aliyev last. "
         "Charles Michel waited. The two leaders did not speak.", "The two leaders",
         {"person/nikol-pashinyan", "person/ilham-aliyev"}),
        ("Talks of France and Germany took place in Metz. Emmanuel Macron came first and Olaf Scholz last. Carl Berg "
         "waited. The two leaders did not speak.", "The two leaders",
         {"person/emmanuel-macron", "person/olaf-scholz"}),
        ("Talks of Kenya and Uganda opened in Arusha. William Ruto came first and Yoweri Museveni last. Carl Berg "
         "waited. The two presidents sat down.", "The two presidents",
         {"person/william-ruto", "person/yoweri-museveni"}),
        ("A summit of India and China began. Narendra Modi came first and Xi Jinping last. Carl Berg waited. The two "
         "leaders sat down.", "The two leaders", {"person/narendra-modi", "person/xi-jinping"}),
        ("A meeting of Serbia and Kosovo began. Aleksandar Vucic came first and Vjosa Osmani last. Carl Berg waited. "
         "The two presidents sat down.", "The two presidents", {"person/aleksandar-vucic", "person/vjosa-osmani"}),
        # or of which most is told
        ("Peru spoke. Chile answered. Peruvian President Ana Berg said Peru was ready. Chilean President Luis Muster "
         "said Chile was not. Carl Berg waited. The two presidents want a pipeline.", "The two presidents",
         {"mention/ana-berg", "mention/luis-muster"}),
        ("Kenya shut a road. Kenyan President Ana Okello blamed Uganda. Ugandan President Peter Okello blamed Kenya, "
         "and Uganda shut a bridge. Carl Berg waited. The two presidents are old rivals.", "The two presidents",
         {"mention/ana-okello", "mention/peter-okello"}),
        ("Norway sent ships. Iceland protested. Norwegian Foreign Minister Kari Muster told Iceland no. Icelandic "
         "Foreign Minister Jon Beispiel left Norway. Carl Berg waited. The two ministers will meet.",
         "The two ministers", {"mention/kari-muster", "mention/jon-beispiel"}),
        ("Greece arrested a captain. Turkey protested. Greek Prime Minister Nikos Muster called Turkey. Turkish Prime "
         "Minister Ali Haddad blamed Greece. Carl Berg waited. The two prime ministers will meet.",
         "The two prime ministers", {"mention/nikos-muster", "mention/ali-haddad"}),
        ("Chad fired first. Sudan fired back. Chadian Defence Minister Ali Beispiel blamed Sudan. Sudanese Defence "
         "Minister Idris Haddad blamed Chad. Carl Berg waited. The two ministers will meet.", "The two ministers",
         {"mention/ali-beispiel", "mention/idris-haddad"}),
        ("Egypt cut the gas. Jordan complained. Egyptian Foreign Minister Hani Muster said Jordan was late. Jordanian "
         "Foreign Minister Sami Haddad left Egypt. Carl Berg waited. The two ministers are old friends.",
         "The two ministers", {"mention/hani-muster", "mention/sami-haddad"}),
        # who bore this office before in just two states
        ("Peruvian Foreign Minister Ana Berg went to Quito. Chilean Foreign Minister Luis Muster did too. Both foreign "
         "ministers want a treaty.", "Both foreign ministers", {"mention/ana-berg", "mention/luis-muster"}),
        ("Chadian Defence Minister Ali Beispiel blamed Sudan. Sudanese Defence Minister Idris Haddad blamed Chad. Both "
         "defence ministers denied firing first.", "Both defence ministers",
         {"mention/ali-beispiel", "mention/idris-haddad"}),
        ("Norwegian Foreign Minister Kari Muster came. Icelandic Foreign Minister Jon Beispiel did not. The two "
         "foreign ministers will meet.", "The two foreign ministers", {"mention/kari-muster", "mention/jon-beispiel"}),
        ("Greek Prime Minister Nikos Muster came. Turkish Prime Minister Ali Haddad did not. The two prime ministers "
         "will speak by phone.", "The two prime ministers", {"mention/nikos-muster", "mention/ali-haddad"}),
        ("The foreign ministers of Togo and Mali met in Lome. The two foreign ministers signed a note.",
         "The two foreign ministers", {"state/TGO", "state/MLI"}),
        ("The presidents of Kenya and Uganda met in Arusha. Rwanda stayed away. The presidents spoke of trade.",
         "The presidents", {"state/KEN", "state/UGA"}),
        ("The defence ministers of Norway and Sweden met in Oslo. The two defence ministers toured a base.",
         "The two defence ministers", {"state/NOR", "state/SWE"}),
        ("The prime ministers of Nepal and India met on Friday. Both prime ministers shook hands.",
         "Both prime ministers", {"state/NPL", "state/IND"}),
        ("Peruvian Foreign Minister Ana Berg went to Quito. Chilean Foreign Minister Luis Muster did too. Bolivian "
         "Foreign Minister Rosa Perez stayed. The two foreign ministers want a treaty.", "The two foreign ministers",
         set()),
        ("Peruvian Foreign Minister Ana Berg went to Quito. Chilean Foreign Minister Luis Muster did too. Two foreign "
         "ministers want a treaty.", "Two foreign ministers", set()),
        ("Emmanuel Macron met Olaf Scholz. The two leaders left. Both opposition leaders protested.",
         "Both opposition leaders", set()),
    ],
)  # fmt: skip
def test_who_of_the_named_is_in_office(text: str, words: str, people: set[str], read_text: ParseText) -> None:
    reading = read_text(text, "2023-03-01")
    actor = mention_at(reading, words).actor
    assert actor is not None and set(actor.members) == people
