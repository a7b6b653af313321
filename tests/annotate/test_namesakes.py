"""Whom a name or an office means where several people share it."""

from __future__ import annotations

import pytest

from communique.records.actors import Actor
from conftest import ParseText, mention_at

pytestmark = pytest.mark.model

DAY = "2024-05-16"


def last_called(text: str, words: str, read_text: ParseText) -> Actor | None:
    """Return the actor of the last mention whose words are `words`."""
    return mention_at(read_text(text, DAY), words, -1).actor


@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        # the state beside the name tells
        ("Kenyan Trade Minister Ana Okello met Ugandan Trade Minister Peter Okello in Kampala. Ugandan Minister Okello "
         "promised lower tariffs.", "Ugandan Minister Okello", "mention/peter-okello"),
        ("Bosnian President Edin Novak received Croatian President Ivo Novak. Croatian President Novak asked for a new "
         "bridge.", "Croatian President Novak", "mention/ivo-novak"),
        ("Peruvian envoy Luis Vargas met Chilean envoy Marta Vargas in Quito. Peruvian envoy Vargas left early.",
         "Peruvian envoy Vargas", "mention/luis-vargas"),
        ("Danish Prime Minister Ole Berg and Norwegian Prime Minister Kari Berg signed a treaty. Norwegian leader Berg "
         "praised it.", "Norwegian leader Berg", "mention/kari-berg"),
        ("Jordanian negotiator Omar Haddad wrote to Lebanese negotiator Salma Haddad. Lebanese negotiator Haddad sent "
         "no answer.", "Lebanese negotiator Haddad", "mention/salma-haddad"),
        # the office does
        ("Foreign Minister Ana Okello met Defence Minister Peter Okello on Monday. Defence Minister Okello said troops "
         "would leave.", "Defence Minister Okello", "mention/peter-okello"),
        ("President Hugo Muster received Prime Minister Lena Muster in Bern. Prime Minister Muster spoke of a truce.",
         "Prime Minister Muster", "mention/lena-muster"),
        ("Ambassador Juan Perez and Foreign Minister Rosa Perez arrived in Quito. Foreign Minister Perez signed the "
         "accord.", "Foreign Minister Perez", "mention/rosa-perez"),
        ("Defence Minister Omar Haddad met Foreign Minister Salma Haddad in Tunis. Foreign Minister Haddad thanked "
         "Algeria.", "Foreign Minister Haddad", "mention/salma-haddad"),
        ("President Tomas Silva flew home with Foreign Minister Rita Silva. President Silva refused to comment.",
         "President Silva", "mention/tomas-silva"),
        # nothing does
        ("Foreign Minister Ana Okello met Foreign Minister Peter Okello on Monday. Foreign Minister Okello left.",
         "Foreign Minister Okello", "mention/okello"),
        # who was named last
        ("Ana Okello met Peter Muster in Nairobi. Later Carl Okello arrived. Okello said the border would reopen.",
         "Okello", "mention/carl-okello"),
        ("Chief negotiator Ana Vargas resigned in Lima on Monday. The government named Pedro Vargas her successor. "
         "Vargas promised to resume talks with Chile.", "Vargas", "mention/pedro-vargas"),
        ("Omar Beispiel wants talks with Mali. Ali Beispiel wants war. Beispiel said Bamako was weak.", "Beispiel",
         "mention/ali-beispiel"),
        ("Karin Berg, the Danish envoy, left Oslo. Lena Berg took over the talks. Berg met the Russian ambassador.",
         "Berg", "mention/lena-berg"),
        ("Peru sent Luis Perez to Caracas. A week later it sent Rosa Perez. Perez returned without a deal.", "Perez",
         "mention/rosa-perez"),
        ("Ana Okello and Carl Okello met. Okello left.", "Okello", "mention/okello"),
        # where the family name stands first, who is known by it
        ("Kim Jong-il received General Kim Yong Beispiel. Kim praised the army.", "Kim", "person/kim-jong-il"),
        ("Kim Dae-jung sent Kim Sung Muster to Beijing. Kim hoped for talks with the North.", "Kim",
         "person/kim-dae-jung"),
        ("Jiang Zemin spoke first. Jiang Wei Beispiel interpreted. Jiang called for talks with Japan.", "Jiang",
         "person/jiang-zemin"),
        ("Roh Moo-hyun sent his adviser Roh Sung Beispiel to Tokyo. Roh wanted the islands to be discussed.", "Roh",
         "person/roh-moo-hyun"),
        ("Li Peng told Hanoi so. Li Wei Beispiel went there in May. Li refused a second round of talks.", "Li",
         "person/li-peng"),
        ("General Kim Yong Beispiel met Kim Sung Muster in Seoul. Kim said the talks would go on.", "Kim",
         "mention/kim"),
    ],
)  # fmt: skip
def test_of_two_who_share_a_name_one_is_meant(text: str, words: str, identity: str, read_text: ParseText) -> None:
    actor = last_called(text, words, read_text)
    assert actor is not None and actor.id == identity


@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        ("President Saddam Hussein met envoys in Baghdad. King Hussein called for restraint.", "King Hussein",
         "mention/hussein"),
        ("Saddam Hussein met envoys in Baghdad. King Hussein called for restraint.", "King Hussein", "mention/hussein"),
        ("President Sam Salem met King Salem in Muscat. King Salem praised him.", "King Salem", "mention/salem"),
        ("Prime Minister Idris Haddad wrote to Queen Haddad. Queen Haddad sent no answer.", "Queen Haddad",
         "mention/haddad"),
        ("Foreign Minister Ali Beispiel left for Manama. Emir Beispiel received him.", "Emir Beispiel",
         "mention/beispiel"),
        # one who bears a royal title already
        ("Crown Prince Hamad Beispiel met envoys. Prince Beispiel called for restraint.", "Prince Beispiel",
         "mention/hamad-beispiel"),
        ("Hamad Beispiel met envoys. King Beispiel called for restraint.", "King Beispiel", "mention/hamad-beispiel"),
    ],
)  # fmt: skip
def test_a_king_is_no_president_of_his_name(text: str, words: str, identity: str, read_text: ParseText) -> None:
    actor = last_called(text, words, read_text)
    assert actor is not None and actor.id == identity


@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        ("The son of Omar Haddad was freed. Omar Karim Haddad thanked Tunis.", "Omar Karim Haddad",
         "mention/omar-karim-haddad"),
        ("Luis Muster's nephew was named envoy. Luis Pedro Muster will go to Lima.", "Luis Pedro Muster",
         "mention/luis-pedro-muster"),
        ("Peru charged the brother of Ali Beispiel. Ali Jose Beispiel fled to Chile.", "Ali Jose Beispiel",
         "mention/ali-jose-beispiel"),
        ("The daughter of Karin Berg flew to Oslo. Karin Anna Berg will lead the talks.", "Karin Anna Berg",
         "mention/karin-anna-berg"),
        ("A cousin of Idris Haddad, Idris Salem Haddad, was appointed consul in Dubai.", "Idris Salem Haddad",
         "mention/idris-salem-haddad"),
        ("Jean Muster's late father was a minister. Jean Luc Muster had ruled for years, and Muster was feared.",
         "Muster", "mention/jean-luc-muster"),
        # whoever is no relative is the same person
        ("The envoy of Omar Haddad was freed. Omar Karim Haddad thanked Tunis.", "Omar Karim Haddad",
         "mention/omar-haddad"),
    ],
)  # fmt: skip
def test_relatives_are_two_people(text: str, words: str, identity: str, read_text: ParseText) -> None:
    actor = last_called(text, words, read_text)
    assert actor is not None and actor.id == identity


@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        ("NATO Secretary-General Stoltenberg spoke in Oslo.", "NATO Secretary-General Stoltenberg",
         "person/jens-stoltenberg"),
        ("U.N. chief Guterres spoke in Oslo.", "U.N. chief Guterres", "person/antonio-guterres"),
        ("IMF chief Georgieva arrived in Oslo.", "IMF chief Georgieva", "person/kristalina-georgieva"),
        ("Pentagon chief Austin arrived in Oslo.", "Pentagon chief Austin", "person/lloyd-austin"),
        ("German leader Scholz arrived in Oslo.", "German leader Scholz", "person/olaf-scholz"),
        ("Secretary-General Guterres spoke in Oslo.", "Secretary-General Guterres", "person/antonio-guterres"),
        # with middle names
        ("Kenyan President William Samoei Ruto arrived.", "Kenyan President William Samoei Ruto",
         "person/william-ruto"),
        ("French President Emmanuel Jean-Michel Macron spoke.", "French President Emmanuel Jean-Michel Macron",
         "person/emmanuel-macron"),
        ("Indian Prime Minister Narendra Damodardas Modi spoke.", "Indian Prime Minister Narendra Damodardas Modi",
         "person/narendra-modi"),
        ("Zimbabwean President Emmerson Dambudzo Mnangagwa arrived.",
         "Zimbabwean President Emmerson Dambudzo Mnangagwa", "person/emmerson-mnangagwa"),
        ("German Chancellor Olaf Beispiel Scholz arrived.", "German Chancellor Olaf Beispiel Scholz",
         "person/olaf-scholz"),
        ("Polish Prime Minister Donald Franciszek Tusk spoke.", "Polish Prime Minister Donald Franciszek Tusk",
         "person/donald-tusk"),
        ("Peruvian President William Samoei Ruto arrived.", "Peruvian President William Samoei Ruto",
         "mention/william-samoei-ruto"),
        # of another body, or in a lesser office
        ("NATO leader Guterres arrived in Oslo.", "NATO leader Guterres", "mention/guterres"),
        ("Peruvian Foreign Minister Lavrov arrived in Oslo.", "Peruvian Foreign Minister Lavrov", "mention/lavrov"),
        ("NATO spokesman Stoltenberg spoke in Oslo.", "NATO spokesman Stoltenberg", "mention/stoltenberg"),
        ("Foreign Ministry spokesman Lavrov spoke in Oslo.", "Foreign Ministry spokesman Lavrov", "mention/lavrov"),
        ("Russian spokesman Lavrov spoke in Oslo.", "Russian spokesman Lavrov", "mention/lavrov"),
        ("U.N. envoy Guterres spoke in Oslo.", "U.N. envoy Guterres", "mention/guterres"),
        ("Ambassador Blinken spoke in Oslo.", "Ambassador Blinken", "mention/blinken"),
    ],
)  # fmt: skip
def test_a_surname_with_a_title_is_who_is_in_that_office(
    text: str, words: str, identity: str, read_text: ParseText
) -> None:
    actor = last_called(text, words, read_text)
    assert actor is not None and actor.id == identity


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("President Ana Berg and President Luis Muster wrote to William Ruto. The president left.", "The president"),
        ("Foreign Minister Ana Berg and Foreign Minister Luis Muster called Sergey Lavrov. The foreign minister was "
         "glad.", "The foreign minister"),
        ("Prime Minister Ana Berg and Prime Minister Luis Muster wrote to Narendra Modi. The prime minister left.",
         "The prime minister"),
        ("Foreign Minister Ana Berg and Foreign Minister Luis Muster waited for Antony Blinken. The top diplomat was "
         "late.", "The top diplomat"),
        ("President Omar Haddad and President Ivo Novak met Emmanuel Macron. The president was pleased.",
         "The president"),
    ],
)  # fmt: skip
def test_an_office_that_two_bear_is_nobodys(text: str, words: str, read_text: ParseText) -> None:
    assert last_called(text, words, read_text) is None


@pytest.mark.parametrize(
    ("text", "words", "iso3"),
    [
        ("The chief Sudanese negotiator, Ali Muster said the talks had failed.", "Ali Muster", "SDN"),
        ("Kenya's envoy to Chad, Ana Okello has met the rebels twice.", "Ana Okello", "KEN"),
        ("Norway's envoy to Sudan, Lena Muster was expected in Lima.", "Lena Muster", "NOR"),
        ("Mali's ambassador to Togo, Omar Haddad signed the note.", "Omar Haddad", "MLI"),
        ("Denmark's envoy to Mali, Karin Berg has seen the camps.", "Karin Berg", "DNK"),
        # of whom somebody else speaks
        ("The Sudanese envoy, Ali Muster said, had lied.", "Ali Muster", None),
        ("A Chadian minister, Ali Muster claimed, took bribes.", "Ali Muster", None),
        ("The Peruvian president, Ana Berg told reporters, would resign.", "Ana Berg", None),
    ],
)  # fmt: skip
def test_an_office_before_the_subject_is_its_own(text: str, words: str, iso3: str | None, read_text: ParseText) -> None:
    actor = last_called(text, words, read_text)
    assert actor is not None and actor.iso3 == iso3
