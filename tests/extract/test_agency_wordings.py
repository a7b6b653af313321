"""Wordings of agency reports: plans announced, thanks by a wish, whose warning, whose embassy, whom a bomb hit."""

from __future__ import annotations

import pytest

from communique.extract.contacts.engagements import find_engagements
from communique.extract.happenings.events import find_events
from communique.extract.speech.statements import find_statements
from communique.lexicon.cues import load_cues
from communique.lexicon.engagements import load_engagements
from communique.lexicon.rules import load_rules
from conftest import ParseText

pytestmark = pytest.mark.model


def spoken(read_text: ParseText, text: str) -> set[tuple[str, str, str]]:
    """Who does what by saying it, and the first three words of it."""
    found = find_statements(read_text(text, "2024-03-14"), load_cues(), True)
    return {
        (s.speaker.name if s.speaker else "", s.act, " ".join(s.content[0].text.strip('"').split()[:3])) for s in found
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Peruvian foreign minister announced plans to travel to Quito next week.",
            ("González-Olaechea", "announce", "plans to travel"),
        ),
        ("Serbia announced its intention to leave the talks.", ("Serbia", "announce", "its intention to")),
        ("Chad announced a decision to close its consulate.", ("Chad", "announce", "a decision to")),
        ("Norway and Chile called for restraint.", ("Norway", "call_for", "restraint")),
        ("Laos has called for calm.", ("Laos", "call_for", "calm")),
        ("Kenya called for dialogue on Monday.", ("Kenya", "call_for", "dialogue")),
        ('"I want to thank you for your help," Chad\'s envoy said.', ("Chad's envoy", "thank", "I want to")),
        (
            '"We would like to apologise to the families," the Peruvian ministry said.',
            ("ministry of Peru", "apologise", "We would like"),
        ),
        (
            "Norway's prime minister said she wished to congratulate Chile.",
            ("Jonas Gahr Støre", "praise", "she wished to"),
        ),
        (
            "Warsaw brushed aside warnings from Minsk on Thursday that tariffs could hurt ties.",
            ("Belarus", "warn", "tariffs could hurt"),
        ),
        (
            "Chile ignored a warning by Peru last week that it would close the bridge.",
            ("Peru", "warn", "it would close"),
        ),
        ("Togo dismissed complaints from Ghana that the census was rigged.", ("Ghana", "criticise", "the census was")),
        (
            "The Ukrainian president said his army had assured Norway that it would hold the town.",
            ("army of Ukraine", "promise", "it would hold"),
        ),
        (
            "Chad's president said his government had told Libyan officials that the road was closed.",
            ("government of Chad", "assert", "the road was"),
        ),
    ],
)
def test_agencies_tell_speech_in_few_words(read_text: ParseText, text: str, told: tuple[str, str, str]) -> None:
    found = spoken(read_text, text)
    assert any(who.endswith(told[0]) or told[0] in who for who, act, words in found if (act, words) == told[1:]), found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Serbia announced a partnership with Peru.", "a partnership with"),
        ("France announced new sanctions on Mali.", "new sanctions on"),
        ("Laos announced a truce.", "a truce"),
        ("Norway warned Serbia.", "Serbia"),
        ("Chad said its army was worried.", "was worried"),
        ("The president of Peru said his government believed that it was late.", "it was late"),
        ("The president of Chad said his ministry had told him that it was late.", "it was late"),
    ],
)
def test_a_thing_announced_and_what_ones_own_side_thinks_are_no_words_of_their_own(
    read_text: ParseText, text: str, words: str
) -> None:
    assert not any(words in told for _, _, told in spoken(read_text, text))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway's prime minister said she wanted to visit Chile.", "desire"),
        ("Laos said it wished to join the bloc.", "desire"),
        ('"We do not want to apologise," the Peruvian foreign ministry said.', "refuse"),
    ],
)
def test_other_wishes_stay_wishes(read_text: ParseText, text: str, act: str) -> None:
    acts = {found for _, found, _ in spoken(read_text, text)}
    assert not acts & {"thank", "apologise", "praise"}
    assert act in acts or act == "refuse"


def told_of(read_text: ParseText, text: str) -> dict[str, tuple[str, set[str]]]:
    """The engagements of a text by type: how they stand, who takes part."""
    found = find_engagements(read_text(text, "2024-03-14"), load_engagements())
    return {e.type: (e.status, {p.iso3 or p.id for p in e.participants}) for e in found}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "The Peruvian foreign minister announced plans to visit Quito next week.",
            "visit",
            ("announced", {"PER", "ECU"}),
        ),
        (
            "Turkish President Recep Tayyip Erdogan dropped plans to visit Berlin.",
            "visit",
            ("cancelled", {"TUR", "DEU"}),
        ),
        ("Emmanuel Macron's decision to visit Cairo was welcomed.", "visit", ("announced", {"FRA", "EGY"})),
        ("They discussed the upcoming visit of Emmanuel Macron to Warsaw.", "visit", ("announced", {"FRA", "POL"})),
        ("The envoy spoke about the planned summit of Peru and Chile.", "summit", ("announced", {"PER", "CHL"})),
        (
            "Officials talked about the scheduled visit of the Peruvian president to Oslo.",
            "visit",
            ("announced", {"PER", "NOR"}),
        ),
        (
            "Ilham Aliyev and Nikol Pashinyan signed the text. In their joint statement issued after the talks, they"
            " called for trade.",
            "talks",
            ("held", {"AZE", "person/nikol-pashinyan"}),
        ),
    ],
)
def test_agencies_tell_contacts_by_plans_and_statements(
    read_text: ParseText, text: str, kind: str, expected: tuple[str, set[str]]
) -> None:
    found = told_of(read_text, text)
    assert kind in found, found
    assert found[kind][0] == expected[0]
    assert len(found[kind][1] & expected[1]) >= min(len(found[kind][1]), 1)


@pytest.mark.parametrize(
    "text",
    [
        "Russia criticised a plan to visit Kyiv.",
        "The possibility of a visit by the Peruvian president to Oslo was discussed.",
        "In a statement issued before the summit, Emmanuel Macron called for calm.",
    ],
)
def test_no_part_in_what_is_only_spoken_of(read_text: ParseText, text: str) -> None:
    for status, people in told_of(read_text, text).values():
        assert status == "hypothetical" or not people & {"RUS", "FRA"}


def hits(read_text: ParseText, text: str) -> list[tuple[set[str], set[str]]]:
    """Who attacks whom in a text, by country."""
    found = find_events(read_text(text, "2024-03-14"), load_rules())
    return [
        ({a.iso3 or a.name for a in e.actors}, {r.iso3 or r.name for r in e.recipients})
        for e in found
        if e.type == "ASSAULT"
    ]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Two suspects in the U.S. embassy bombings were flown home.", "USA"),
        ("The U.S. embassy bombings in Kenya killed ten.", "USA"),
        ("The envoy arrived after bombings that targeted Peruvian consulates.", "PER"),
        ("A drone attack targeting Chilean ships failed.", "CHL"),
        ("A bomb went off outside the Turkish embassy in Nairobi.", "TUR"),
        ("An explosion ripped through the French embassy in Mali.", "FRA"),
        ("Peruvian ambassador Ana Quispe was hurt in the bombing of the embassy in Nairobi.", "PER"),
    ],
)
def test_bombs_hit_those_whose_house_it_is(read_text: ParseText, text: str, whom: str) -> None:
    found = hits(read_text, text)
    assert any(whom in recipients for _, recipients in found), found
    assert not any(whom in actors for actors, _ in found)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Israeli school attack in Gaza killed ten.", "ISR"),
        ("The Turkish attack on the embassy went on.", "TUR"),
        ("A Peruvian air raid hit a convoy in Chile.", "PER"),
    ],
)
def test_attackers_stay_attackers(read_text: ParseText, text: str, who: str) -> None:
    assert any(who in actors for actors, _ in hits(read_text, text))
