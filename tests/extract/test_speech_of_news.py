"""Speech in the turns of agency prose: told by a noun, under a medium, negated, on an occasion, to somebody."""

from __future__ import annotations

import pytest

from communique.extract.speech.statements import find_statements
from communique.lexicon.cues import load_cues
from communique.records.statements import Statement
from conftest import ParseText

pytestmark = pytest.mark.model

DAY = "2024-05-08"


def statements(read_text: ParseText, text: str) -> list[Statement]:
    return find_statements(read_text(text, DAY), load_cues())


def told(read_text: ParseText, text: str) -> list[tuple[str, str, str]]:
    """Speaker, act and content of each statement."""
    found = statements(read_text, text)
    return [(s.speaker.id if s.speaker else "", s.act, " | ".join(span.text for span in s.content)) for s in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway announced a boycott of the summit.", ("state/NOR", "announce", "a boycott of the summit")),
        ("Kenya has announced investigations into the leak.", ("state/KEN", "announce", "investigations")),
        ("France questioned the need for a new treaty.", ("state/FRA", "criticise", "the need for a new treaty")),
        ("Oman's foreign minister suggested a halt to the talks.",
         ("person/badr-bin-hamad-al-busaidi", "propose", "a halt to the talks")),
        ("Norway closed its embassy in Kabul, citing the security situation.",
         ("state/NOR", "assert", "the security situation")),
        ("Egypt reiterated its demand for a halt.", ("state/EGY", "demand", "its demand for a halt")),
        ("Kenya reiterated its support for the deal.", ("state/KEN", "support", "its support for the deal")),
        ("Cuba voiced its determination to stay in the pact.",
         ("state/CUB", "intend", "its determination to stay in the pact")),
        ("Kenya threatened sanctions against Uganda.", ("state/KEN", "threaten", "sanctions against Uganda")),
        ("The Kenyan president issued an appeal for calm.", ("person/william-ruto", "appeal", "an appeal for calm")),
        ("The Kenyan president repeated his vow to fight on.", ("person/william-ruto", "promise", "to fight on")),
        ("Xi extols socialist values.", ("person/xi-jinping", "praise", "socialist values")),
    ],
)  # fmt: skip
def test_a_noun_tells_what_was_said(text: str, found: tuple[str, str, str], read_text: ParseText) -> None:
    assert told(read_text, text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya threatened Uganda.",
        "Police questioned the Ugandan minister for three hours.",
        "The Kremlin suggested a plot.",
        "Iran warned its neighbours.",
        "The drought is a threat to the harvest of Kenya.",
        "The Kenyan president issued a passport.",
        "President Ruto sought to open the port.",
    ],
)
def test_a_thing_or_a_person_is_no_content(text: str, read_text: ParseText) -> None:
    assert not told(read_text, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("President Ruto made it clear that the border would stay closed.",
         ("person/william-ruto", "assert", "the border would stay closed")),
        ("President Ruto made clear he would not sign.", ("person/william-ruto", "refuse", "he would not sign")),
        ("Kenya does not agree with the ruling.", ("state/KEN", "criticise", "the ruling")),
        ("Kenya did not rule out sending troops.", ("state/KEN", "assert", "sending troops")),
        ("Kenya told Uganda to open the border.", ("state/KEN", "demand", "to open the border")),
        ("Kenya warned Uganda over the border closure.", ("state/KEN", "warn", "the border closure")),
        ("The Kenyan foreign ministry issued a statement condemning the attack.",
         ("organ/KEN-foreign-ministry", "criticise", "the attack")),
        ("The Security Council adopted a resolution calling for a ceasefire.",
         ("org/unsc", "call_for", "a ceasefire")),
        ("The Peruvian foreign minister said: “No comment.”",
         ("person/javier-gonzalez-olaechea", "decline_comment", "No comment")),
        ("The Kenyan president is said to have questioned the verdict.",
         ("person/william-ruto", "criticise", "the verdict")),
    ],
)  # fmt: skip
def test_speech_in_other_turns(text: str, found: tuple[str, str, str], read_text: ParseText) -> None:
    assert told(read_text, text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The new law made it clear that ships were taxed.",
        "Kenya made it easy for ships to pass.",
        "Kenya did not agree to the visit.",
    ],
)
def test_what_says_nothing(text: str, read_text: ParseText) -> None:
    assert not told(read_text, text)


@pytest.mark.parametrize(
    ("text", "speaker", "holder"),
    [
        ("CNN reports that Qatar's prime minister dismissed the idea.",
         "person/mohammed-bin-abdulrahman-al-thani", "media/cnn"),
        ("Reuters said Kenya had urged Uganda to open the border.", "state/KEN", "media/reuters"),
        ("Diplomats said Kenya had rejected the plan.", "state/KEN", "mention/diplomats"),
        ("President Ruto met Museveni and urged him to open the border, according to a statement.",
         "person/william-ruto", "mention/statement"),
        ("State media said Kenya's president told his cabinet that the talks had failed.",
         "person/william-ruto", "mention/state-media"),
    ],
)  # fmt: skip
def test_who_passes_on_what_a_party_says_is_its_holder(
    text: str, speaker: str, holder: str, read_text: ParseText
) -> None:
    found = [(s.speaker.id, s.holder[0][0].id) for s in statements(read_text, text) if s.speaker and s.holder]
    assert found == [(speaker, holder)]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("“We urge Kenya to open the border,” the Ugandan foreign ministry said.", "state/KEN"),
        ("“We call on the United States to lift the sanctions,” the Cuban foreign ministry said.", "state/USA"),
        ("“I appeal to Ethiopia to come back to the talks,” the Kenyan president said.", "state/ETH"),
        ("“We warn Azerbaijan against another attack,” the French foreign ministry said.", "state/AZE"),
        ("“I thank Oman for its help,” the Kenyan president said.", "state/OMN"),
        ("The Kenyan foreign ministry said Kenya urges NATO to stop.", "org/nato"),
        ("“Uganda urged us to open the border,” the Kenyan president said.", None),
        ("“We urge restraint,” the Kenyan president said.", None),
    ],
)
def test_whom_a_speaker_calls_upon_is_addressed(text: str, addressee: str | None, read_text: ParseText) -> None:
    assert [s.addressee.id if s.addressee else None for s in statements(read_text, text)] == [addressee]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Speaking on Sunday, the Kenyan president said the army was ready.", "2024-05-05"),
        ("Speaking to troops on Sunday, the Kenyan president said: “The army is ready.”", "2024-05-05"),
        ("Asked about the report at a news conference on Sunday, the Kenyan president called it false.", "2024-05-05"),
        ("In a phone call on Sunday, Kenya's president told Uganda's that the border was open.", "2024-05-05"),
        ("In an interview on Sunday, the Kenyan president said the border was open.", "2024-05-05"),
        ("Asked about a meeting on Sunday, the Kenyan president said it had gone well.", None),
        ("Leaving Kampala on Sunday, the Kenyan president said the border was open.", None),
    ],
)
def test_the_day_of_the_occasion_is_the_day_of_the_speech(text: str, day: str | None, read_text: ParseText) -> None:
    assert [s.when.from_ if s.when else None for s in statements(read_text, text)] == [day]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We had a deal,” said William Ruto. “Museveni must choose,” he added.", "person/william-ruto"),
        ("“We had a deal,” said William Ruto. “If Museveni chooses to talk, I am waiting,” he said.",
         "person/william-ruto"),
        ("David Cameron's Downing Street office said the deal was dead.", "organ/GBR-prime-ministers-office"),
        ("The foreign ministers of Kenya and Uganda said the border would open.",
         "mention/foreign-ministers-of-kenya-and-uganda"),
    ],
)  # fmt: skip
def test_who_speaks(text: str, speaker: str, read_text: ParseText) -> None:
    assert {s.speaker.id for s in statements(read_text, text) if s.speaker} == {speaker}


def test_a_quotation_goes_on_from_told_words(read_text: ParseText) -> None:
    text = "The Kenyan president says the rebels talk about weapons, “but ours are so powerful that none will be used.”"
    assert told(read_text, text) == [
        (
            "person/william-ruto",
            "assert",
            "the rebels talk about weapons, “but ours are so powerful that none will be used.”",
        )
    ]


def test_whom_he_told_before_is_told_apart(read_text: ParseText) -> None:
    text = "The Kenyan president said he told Yoweri Museveni that the border would stay closed."
    found = [(s.addressee.id if s.addressee else None, s.content[0].text) for s in statements(read_text, text)]
    assert ("person/yoweri-museveni", "the border would stay closed") in found
