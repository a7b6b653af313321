"""What "he" before a name, "it" behind a paper and "it" of no one stand for."""

from __future__ import annotations

import pytest

from conftest import ParseText, mention_at

pytestmark = pytest.mark.model

DAY = "2023-03-01"


@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        # the subject that follows
        ("As he arrived in Oslo, Emmanuel Macron praised the talks.", "he", "person/emmanuel-macron"),
        ("When she left Lima, Foreign Minister Ana Berg praised Chile.", "she", "mention/ana-berg"),
        ("Before he flew home, President Omar Haddad thanked Kenya.", "he", "mention/omar-haddad"),
        ("While he was in Doha, Ali Muster met Taliban envoys.", "he", "mention/ali-muster"),
        ("After she had met the rebels, envoy Karin Berg spoke of progress.", "she", "mention/karin-berg"),
        # a paper that is told to say so
        ("Russia issued a statement. It calls for a truce.", "It", "mention/russias-statement"),
        ("Norway presented a plan. It calls for talks between Mali and Chad.", "It", "mention/norways-plan"),
        ("Chad and Niger met in May. A joint statement was published by Mali. It condemns the raid.", "It",
         "mention/joint-statement"),
        ("Peru drafted it. The resolution was adopted on Monday. It demands that Chile withdraw.", "It",
         "mention/resolution"),
        ("Denmark published a proposal. It calls for an end to the raids on Sudan.", "It",
         "mention/denmarks-proposal"),
        ("Kenya drew up a draft. It demands that troops leave.", "It", "state/KEN"),
        ("Chile rejected the report. It asks for proof.", "It", "state/CHL"),
        # of whom the text spoke last, not of whom it spoke most before
        (
            "Kenya's president, Ana Okello, flew to Lome on Monday. Okello met bankers. Okello met farmers. "
            "Okello toured the port. Okello opened a school. Okello praised the choir. Okello then flew home. "
            "Chad's finance minister, Marie Berg, was in Paris that day. France lent Chad money for a dam. "
            "Mali wants a loan too. Niger wants none. Togo has not asked. She hopes for more.",
            "She", "mention/marie-berg",
        ),
        (
            "Peru's envoy, Luis Muster, came to Oslo for talks on fish. Muster stayed three days. "
            "Muster saw the fjords. Muster signed a note. Muster gave a lecture. Muster left on Friday. "
            "The Swedish minister Erik Dahl was in Riga that week. Latvia bought Swedish radar. "
            "Estonia bought tents. Finland bought nothing. Poland is still thinking. He will go there in May.",
            "He", "mention/erik-dahl",
        ),
        (
            "General Kemal Sahin led the Turkish army for six years. Sahin fought in the hills. "
            "Sahin built camps. Sahin wrote a book. Sahin taught cadets. Sahin retired in March. "
            "General Omar Haddad now leads the Syrian army. Iran trained it. Russia armed it. Iraq fears it. "
            "Jordan watches it. He is 51.",
            "He", "mention/omar-haddad",
        ),
        (
            "Iran's chief negotiator, Reza Muster, gave a press conference in Vienna. Muster praised the Swiss. "
            "Muster scolded the French. Muster thanked the Austrians. Muster quoted a poem. "
            "Muster took no questions. The Iraqi premier, Karim Beispiel, was in Ankara meanwhile. "
            "Turkey sells Iraq water. Syria sells it grain. Jordan sells it salt. Kuwait sells it nothing. "
            "He wants more of all three.",
            "He", "mention/karim-beispiel",
        ),
        (
            "Ghana's ambassador, Ama Okello, presented her papers in Bern. Okello spoke of cocoa. "
            "Okello spoke of gold. Okello met a banker. Okello met a bishop. Okello saw the lake. "
            "Benin's ambassador, Rosa Berg, leaves Bern in June. Benin will close the embassy. "
            "Togo closed its own. Niger may close another. Mali will stay. She moves to Rome.",
            "She", "mention/rosa-berg",
        ),
        # of no one
        ("Kenya said the vote made it clear that Somalia wanted talks.", "it", None),
        ("Oman considers it vital to keep the strait open.", "it", None),
        ("Norway thinks it unwise to leave the talks.", "it", None),
        ("Peru found it useful to meet Chile's envoy.", "it", None),
        ("Togo called it absurd to accuse Benin of spying.", "it", None),
    ],
)  # fmt: skip
def test_a_pronoun_stands_for(text: str, words: str, identity: str | None, read_text: ParseText) -> None:
    reading = read_text(text, DAY)
    actor = mention_at(reading, words).actor
    assert (actor.id if actor is not None else None) == identity


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("Congo accuses Rwanda of backing the rebels, a charge it denies.", "state/RWA"),
        ("Lebanon blamed Israel for the explosion, an accusation it rejects.", "state/ISR"),
        ("Ukraine alleged that Belarus had sent drones, an allegation it denied.", "state/BLR"),
        ("Chad said Sudan had armed the rebels, a claim it disputes.", "state/SDN"),
        ("Ethiopia accused Egypt of massing troops on the border, which it denied.", "state/EGY"),
        ("Rwanda has been accused by Congo of backing the rebels, which it denies.", "state/RWA"),
        ("Togo was blamed by Benin for the fire, a charge it refuted.", "state/TGO"),
        ("Peru was accused by Chile of piracy, a charge it denied.", "state/PER"),
        ("Sudan has been accused by Chad of shelling a camp, which it disputes.", "state/SDN"),
        ("Armenia was blamed by Georgia for the blast, a claim it rejected.", "state/ARM"),
        ("Iran is accused of arming the group, a charge it rejects.", "state/IRN"),
        ("Kenya accused its neighbour of shelling a town, a charge it denies.", None),
        ("Peru has accused its northern neighbor of spying, a claim it disputes.", None),
        ("Congo accused Rwanda of backing the rebels, a charge it has repeated since May.", "state/COD"),
    ],
)
def test_who_denies_what_is_told_is_not_who_tells_it(text: str, identity: str | None, read_text: ParseText) -> None:
    actor = mention_at(read_text(text, DAY), "it").actor
    assert (actor.id if actor is not None else None) == identity
