"""Whom "both countries", "the two leaders" and "the three governments" mean, where others are told of as well."""

from __future__ import annotations

import pytest

from conftest import ParseText, mention_at

pytestmark = pytest.mark.model

DAY = "2023-03-01"

TOLD = [
    # three states of one sentence
    ("Egypt's president said Sudan was late, and Ethiopia agreed. The three countries will meet again.",
     "The three countries", ("state/EGY", "state/SDN", "state/ETH")),
    ("Chad accused Niger of sheltering men whom Mali wants. The three governments will hold talks.",
     "The three governments", ("state/TCD", "state/NER", "state/MLI")),
    ("Peru asked Chile to return a ship that Bolivia had bought. The three nations share a lake.",
     "The three nations", ("state/PER", "state/CHL", "state/BOL")),
    ("Serbia warned Kosovo, and Albania protested. The three countries will meet in Vienna.", "The three countries",
     ("state/SRB", "state/XKX", "state/ALB")),
    ("Iran fired at Iraq after Turkey had closed the border. The three governments blamed each other.",
     "The three governments", ("state/IRN", "state/IRQ", "state/TUR")),
    ("Egypt's president said Sudan was late, Ethiopia agreed, and Kenya wept. The three countries will meet again.",
     "The three countries", ()),
    # with a comma before "and"
    ("Ana Berg, Luis Muster, and Omar Haddad met in Oslo. The three leaders will meet again.", "The three leaders",
     ("mention/ana-berg", "mention/luis-muster", "mention/omar-haddad")),
    ("Emmanuel Macron, Olaf Scholz, and Joe Biden signed. The three leaders will meet again.", "The three leaders",
     ("person/emmanuel-macron", "person/olaf-scholz", "person/joe-biden")),
    ("Ivo Novak, Edin Beispiel, and Lena Muster spoke in Zagreb. The three presidents want a truce.",
     "The three presidents", ("mention/ivo-novak", "mention/edin-beispiel", "mention/lena-muster")),
    ("Carl Berg, Rosa Perez, and Idris Haddad were there. The three ministers signed nothing.", "The three ministers",
     ("mention/carl-berg", "mention/rosa-perez", "mention/idris-haddad")),
    # whose talks or war it is: the subject of the verb above
    ("Uganda was calm. Kenya withdrew its troops following a clash with Somalia. The two countries are at odds.",
     "The two countries", ("state/KEN", "state/SOM")),
    ("Brazil was calm. Peru flew its envoy home after talks with Chile. The two countries share a border.",
     "The two countries", ("state/PER", "state/CHL")),
    ("Georgia was calm. Armenia mourned its dead in the war with Azerbaijan. The two countries are at odds.",
     "The two countries", ("state/ARM", "state/AZE")),
    ("Ghana was calm. Togo signed nothing at a summit with Benin. Both countries want a port.", "Both countries",
     ("state/TGO", "state/BEN")),
    ("Omar Haddad left. President Ana Berg flew to Lima on Monday after a meeting with President Luis Muster. The two "
     "leaders will meet again.", "The two leaders", ("mention/ana-berg", "mention/luis-muster")),
    ("Ivo Novak left. Foreign Minister Omar Haddad spoke to reporters after talks with Foreign Minister Carl Beispiel. "
     "The two ministers had met in May.", "The two ministers", ("mention/omar-haddad", "mention/carl-beispiel")),
    ("Ghana was calm. It rained during a summit with Togo. Both countries want a port.", "Both countries",
     ("state/GHA", "state/TGO")),
    # before the noun, joined
    ("Cyprus was calm. Greek-Turkish talks ended on Monday. Both countries were pleased.", "Both countries",
     ("state/GRC", "state/TUR")),
    ("France was calm. The U.S.-China summit ended. Both countries were pleased.", "Both countries",
     ("state/USA", "state/CHN")),
    ("Ghana was calm. The Togo-Benin talks ended. Both countries want a port.", "Both countries",
     ("state/TGO", "state/BEN")),
    ("Kuwait was calm. The Iran-Iraq war ended in 1988. Both countries were ruined.", "Both countries",
     ("state/IRN", "state/IRQ")),
    ("Nepal was calm. India-Pakistan talks ended on Monday. The two countries are at odds.", "The two countries",
     ("state/IND", "state/PAK")),
    ("Albania was calm. Russian and Ukrainian talks ended. The two countries are at odds.", "The two countries",
     ("state/RUS", "state/UKR")),
    ("Albania was calm. The Egyptian, Ethiopian and Sudanese talks ended. The two countries are at odds.",
     "The two countries", ()),
    ("Kenya, Uganda and Chad talks ended. The two countries are at odds.", "The two countries", ()),
    ("The Mali, Niger and Chad border talks failed. The two countries are at odds.", "The two countries", ()),
    ("The Chilean, Peruvian and Bolivian pact lapsed. The two countries are at odds.", "The two countries", ()),
    ("The Polish, Czech and Slovak talks resumed. The two neighbours are at odds.", "The two neighbours", ()),
    ("The Norwegian, Swedish and Danish deal lapsed. Both countries were glad.", "Both countries", ()),
    ("Albania was calm. Saudi and Iranian talks with Iraq ended. The two countries are at odds.", "The two countries",
     ()),
    # behind "of"
    ("Mali was calm. The war of Chad and Niger ended. Both countries were glad.", "Both countries",
     ("state/TCD", "state/NER")),
    ("Brazil was calm. The talks of Peru and Chile failed. Both countries were glad.", "Both countries",
     ("state/PER", "state/CHL")),
    ("Ghana was calm. The summit of Togo and Benin failed. Both countries were glad.", "Both countries",
     ("state/TGO", "state/BEN")),
    ("Jordan was calm. The border dispute of Oman and Yemen is old. Both countries were glad.", "Both countries",
     ("state/OMN", "state/YEM")),
    ("Uganda was calm. The meeting of Kenya and Somalia failed. The two countries share a river.",
     "The two countries", ("state/KEN", "state/SOM")),
    ("Brazil was calm. The port of Peru and Chile is busy. The two countries share a border.", "The two countries", ()),
    # people stand for their states
    ("Brazil was calm. Peru's president met Chile's president in Quito. The two countries share a border.",
     "The two countries", ("state/PER", "state/CHL")),
    ("Ghana was calm. The Togolese minister met the Beninese minister. The two governments want a port.",
     "The two governments", ("state/TGO", "state/BEN")),
    ("Nigeria was calm. Emmanuel Macron met Olaf Scholz in Niamey. Both countries want a truce.", "Both countries",
     ("state/FRA", "state/DEU")),
    ("Uganda was calm. Kenyan envoy Ana Okello fought with Somali envoy Omar Haddad. Both governments want a truce.",
     "Both governments", ("state/KEN", "state/SOM")),
    ("Uganda was calm. Kenyan President Ana Okello held talks with Somali President Omar Haddad. The two countries "
     "share a river.", "The two countries", ("state/KEN", "state/SOM")),
    # two who meet a third
    ("Chad and Niger met Mali in Lome. Togo was calm. The two countries share a river.", "The two countries",
     ("state/TCD", "state/NER")),
    ("Ana Berg and Luis Muster met Omar Haddad. The two leaders will meet again.", "The two leaders",
     ("mention/ana-berg", "mention/luis-muster")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "members"), TOLD)
def test_the_parties_of_a_happening_are_those_meant_later(
    text: str, words: str, members: tuple[str, ...], read_text: ParseText
) -> None:
    reading = read_text(text, DAY)
    actor = mention_at(reading, words).actor
    assert actor is not None and actor.members == members


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two dozen countries voted for Peru.", "Two dozen countries"),
        ("A dozen nations condemned Chad.", "A dozen nations"),
        ("Three dozen nations condemned Chad.", "Three dozen nations"),
        ("About a dozen governments condemned Chad.", "a dozen governments"),
        ("On Friday two dozen governments sent a letter to Oslo.", "two dozen governments"),
        ("Two dozen states of the federation voted.", None),
        ("Two dozen farmers voted for Peru.", None),
    ],
)
def test_dozens_of_powers_are_told_as_many(text: str, name: str | None, read_text: ParseText) -> None:
    actors = [m.actor for m in read_text(text, DAY).mentions if m.actor is not None and m.actor.kind == "collective"]
    assert [actor.name for actor in actors] == ([name] if name else [])
