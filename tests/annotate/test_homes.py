"""Whose "the government" and "the embassy" are: by where an article was filed and who is told of."""

from __future__ import annotations

import pytest

from communique.annotate.parsing import nlp
from communique.annotate.readings import annotate
from communique.lexicon.lexicon import load_lexicon
from communique.sources import article_from_text
from conftest import ParseText

pytestmark = pytest.mark.model


def codes(text: str) -> dict[str, str | None]:
    """The country of each mention of an article by its words."""
    article = article_from_text(text, source="test", date="2023-03-01", language="en")
    reading = annotate(article, load_lexicon(), nlp.load_model())
    return {reading.span(m.first, m.last).text: m.actor.iso3 if m.actor is not None else None for m in reading.mentions}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("LIMA, Peru (AP) _ The foreign ministry denounced the sanctions on Monday.", "The foreign ministry", "PER"),
        ("OSLO (AP) - The government will answer Chile next week.", "The government", "NOR"),
        ("OSLO (AP) - A government spokesman said Chile was wrong.", "A government spokesman", "NOR"),
        ("OSLO (AP) - Defence Minister Kari Muster said she would resign.", "Defence Minister Kari Muster", "NOR"),
        ("BERGEN, Norway (AP) - Norway closed the port. Norway is worried. The government accused a firm.",
         "The government", "NOR"),
        ("TRIPOLI, Lebanon (AP) - Lebanon is worried. Lebanon closed the port. The government accused a firm.",
         "The government", "LBN"),
        ("MEDYKA, Poland - Poland is worried. Poland shut a road. The government accused a firm.",
         "The government", "POL"),
        # of whom else more is told, or nothing is known
        ("OSLO (AP) - Chile is worried. Chile wrote to Peru. The government sued.", "The government", None),
        ("GENEVA (AP) - Peace talks opened on Monday. The government accused the rebels.", "The government", None),
        ("The government will answer Chile next week.", "The government", None),
        ("OSLO (AP) - French Foreign Minister Jean Beispiel left.", "French Foreign Minister Jean Beispiel", "FRA"),
        # both sides may be a state and its rebels
        ("Colombia signed a truce with the FARC. Colombia is calm. Colombia's army opened a road. Both sides rejoiced. "
         "The government sued.", "The government", "COL"),
        ("Peru signed a truce. Peru is calm. Peru's army opened a road. Both sides rejoiced. The government sued.",
         "The government", None),
        ("Peru wrote to all neighbouring countries. Peru is calm. Peru's army opened a road. The government sued.",
         "The government", "PER"),
        # an office-holder of the state told of just before, where the article is filed or a place of it named
        ("LA PAZ (AP) - Bolivia accused Chile of fraud. Foreign Minister Ana Muster spoke.",
         "Foreign Minister Ana Muster", "BOL"),
        ("LA PAZ (AP) - Bolivia accused Chile. Chile denied it. Foreign Minister Ana Muster spoke in Santiago.",
         "Foreign Minister Ana Muster", "CHL"),
        ("Chile denied it to Peru. President Ana Muster said so in Santiago.", "President Ana Muster", "CHL"),
        ("Chile denied it to Peru. President Ana Muster said so.", "President Ana Muster", None),
        ("Chile and Peru denied it. President Ana Muster said so in Santiago.", "President Ana Muster", None),
        ("Chile denied it to Peru. Director Ana Muster said so in Santiago.", "Director Ana Muster", None),
        # a mission is of the state that sends it
        ("Peruvian ambassador Ana Quispe left. The embassy was shut.", "The embassy", "PER"),
        ("The Peruvian consul wrote. The consulate in Nairobi was shut.", "The consulate", "PER"),
        ("Croatian Ambassador Ivo Novak was summoned in Belgrade. The embassy denied it.", "The embassy", "HRV"),
        ("Chad expelled Danish ambassador Karin Berg. Police surrounded the embassy.", "the embassy", "DNK"),
        ("The Norwegian consul was detained in Murmansk. The consulate protested.", "The consulate", "NOR"),
        ("Jordan's ambassador was recalled. Staff burned papers at the embassy.", "the embassy", "JOR"),
        ("Danish minister Karin Berg left. The embassy was shut.", "The embassy", None),
        ("The Chilean embassy was shut. The embassy said so.", "The embassy", "CHL"),
        ("Police guarded the embassy in Oslo.", "the embassy", None),
        ("OSLO (AP) - The embassy was shut.", "The embassy", None),
    ],
)  # fmt: skip
def test_whose_organs_they_are(text: str, words: str, code: str | None) -> None:
    found = codes(text)
    assert found.get(words) == code, found


@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        ("The boy's uncle, Karl Beispiel, denied that he would leave.", "he", "mention/karl-beispiel"),
        ("The boy's great-uncle, Karl Beispiel, denied it. “It is false,” he said.", "he", "mention/karl-beispiel"),
        ("A friend of the family, Karl Beispiel, said he would come.", "he", "mention/karl-beispiel"),
        ("Peruvian police said they had arrested ten men.", "they", "organ/PER-police"),
        ("Chilean police denied that they had fired.", "they", "organ/CHL-police"),
        ("Norwegian police left after they had searched the ship.", "they", "organ/NOR-police"),
        # others are not told of as many
        ("The Peruvian army said they had arrested ten men.", "they", None),
    ],
)
def test_names_beside_a_noun_and_bodies_of_many(read_text: ParseText, text: str, words: str, identity: str) -> None:
    reading = read_text(text, "2023-03-01")
    found = [m.actor.id if m.actor else None for m in reading.mentions if reading.span(m.first, m.last).text == words]
    assert found and found[0] == identity, found
