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
        ("Iran is accused of arming the group, a charge it rejects.", "state/IRN"),
        ("Kenya accused its neighbour of shelling a town, a charge it denies.", None),
        ("Peru has accused its northern neighbor of spying, a claim it disputes.", None),
        ("Congo accused Rwanda of backing the rebels, a charge it has repeated since May.", "state/COD"),
    ],
)
def test_who_denies_what_is_told_is_not_who_tells_it(text: str, identity: str | None, read_text: ParseText) -> None:
    actor = mention_at(read_text(text, DAY), "it").actor
    assert (actor.id if actor is not None else None) == identity
