"""Positions: every stance rule's examples, whose stance it is, and what is no position."""

from __future__ import annotations

import re

import pytest

from communique.extract.matching.plan_mentions import party_key
from communique.extract.plans.positions import find_positions
from communique.extract.plans.proposals import find_proposals
from communique.extract.speech.statements import find_statements
from communique.lexicon.cues import load_cues
from communique.lexicon.files import Entry, read_entries
from communique.lexicon.proposals import load_proposals
from communique.reading import Reading
from communique.records.proposals import Position
from conftest import ParseText

WORDS, CUES = load_proposals(), load_cues()
STANCES = read_entries(
    "proposals/en/stances",
    ("id", "gives", "roles", "target", "predicates", "examples", "counterexamples"),
    optional=("negated", "party", "modals", "conditioned"),
)
NOUNS = read_entries(
    "proposals/en/stance_nouns",
    ("id", "gives", "roles", "target", "predicates", "examples", "counterexamples"),
    optional=("negated", "party", "modals", "conditioned"),
)
VERDICTS = [
    entry
    for table in ("verdicts", "closed")
    for entry in read_entries(
        f"proposals/en/{table}", ("id", "gives", "words", "examples", "counterexamples"), optional=("negated",)
    )
]

pytestmark = pytest.mark.model


def positions(reading: Reading) -> list[Position]:
    return find_positions(reading, find_proposals(reading, WORDS), find_statements(reading, CUES, True), (), WORDS)


def takes(text: str, stance: str, read_text: ParseText) -> bool:
    """Whether the party in [brackets], or anybody where there are none, takes the stance."""
    named = re.search(r"\[(?:The )?(.*?)\]", text)
    reading = read_text(text.replace("[", "").replace("]", ""))
    mentions = (m for m in reading.mentions if m.actor is not None)
    keys = {
        party_key(m.actor)
        for m in mentions
        if named and m.actor and reading.span(m.first, m.last).text.endswith(named[1])
    }
    return any(p.stance == stance and (named is None or party_key(p.party) in keys) for p in positions(reading))


@pytest.mark.parametrize("entry", [*STANCES, *NOUNS, *VERDICTS], ids=lambda entry: entry.text("id"))
def test_a_stance_is_taken_in_its_examples_only(entry: Entry, read_text: ParseText) -> None:
    told = (entry.text(name, "none") for name in ("gives", "negated", "conditioned"))
    stance = next(stance for stance in told if stance != "none")
    for text in entry.texts("examples"):
        assert takes(text, stance, read_text), text
    for text in entry.texts("counterexamples"):
        assert not takes(text, stance, read_text), text


def found(read_text: ParseText, text: str) -> list[tuple[str, str | None, str, str]]:
    return [(p.party.name, p.via.name if p.via else None, p.stance, p.topic.text) for p in positions(read_text(text))]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Kenya will not take part in the talks.", "the talks"),
        ("Kenya said it would not take part in a summit in Cairo.", "a summit in Cairo"),
        ("Kenya will not attend the summit.", "the summit"),
    ],
)
def test_who_will_take_no_part_rejects_the_occasion_and_no_part(text: str, topic: str, read_text: ParseText) -> None:
    assert [p.topic.text for p in positions(read_text(text))] == [topic]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile put forward a peace plan. Peru's President Dina Boluarte said she wanted to discuss Chile's plan.",
            [("Chile", None, "proposes", "a peace plan"),
             ("Peru", "Dina Boluarte", "willing_to_discuss", "Chile's plan")],
        ),
        (
            'Chile unveiled a peace plan. "Dialogue is the only solution," the plan said.',
            [("Chile", None, "proposes", "a peace plan"),
             ("Chile", "Chile's peace plan", "proposes", "Dialogue is the only solution")],
        ),
        (
            "Iran said it would accept the truce if Israel stopped its strikes.",
            [("Iran", None, "conditional", "the truce")],
        ),
        (
            "Sudan said it would accept the Kenyan peace plan if the militia withdrew.",
            [("Kenya", None, "proposes", "the Kenyan peace plan"),
             ("Sudan", None, "conditional", "the Kenyan peace plan")],
        ),
        (
            "Ghana demanded that the border be reopened, that two captives be freed and that the army withdraw.",
            [("Ghana", None, "demands", "the border be reopened"), ("Ghana", None, "demands", "two captives be freed"),
             ("Ghana", None, "demands", "the army withdraw")],
        ),
        ("Libya must hand over the suspects, Malta said.",
         [("Malta", None, "demands", "Libya must hand over the suspects")]),
        ("Russia should leave, Ukraine said.", [("Ukraine", None, "demands", "Russia should leave")]),
        ("Peru said that its goal was to prevent a blockade.", [("Peru", None, "opposes", "a blockade")]),
        ("Norway said that it would help Ghana if Ghana asked.",
         [("Norway", None, "conditional", "it would help Ghana if Ghana asked")]),
        ("Peru would withdraw its ships, Peru's President Dina Boluarte said, if Chile did the same.",
         [("Peru", "Dina Boluarte", "conditional", "Peru would withdraw its ships")]),
        ("Peru would attack, its minister said, if Chile fired.", []),
        ("Peru would free the crews, its minister said.", []),
        ("Kenya presented a peace plan. Chad called it unacceptable. Niger accepted it.",
         [("Kenya", None, "proposes", "a peace plan"), ("Chad", None, "rejects", "it"),
          ("Niger", None, "accepts", "it")]),
        ("Iran insulted Iraq. Egypt criticised it.", []),
        ("Norway said that it would help Ghana.", [("Norway", None, "proposes", "it would help Ghana")]),
        (
            "Hamas wants the release of prisoners, the return of refugees and a permanent truce.",
            [("Hamas", None, "demands", "the release of prisoners"),
             ("Hamas", None, "demands", "the return of refugees"),
             ("Hamas", None, "demands", "a permanent truce")],
        ),
    ],
)  # fmt: skip
def test_who_stands_where(text: str, expected: list[tuple[str, str | None, str, str]], read_text: ParseText) -> None:
    assert found(read_text, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Russia did not say whether it would accept a truce.",
        "The plan calls on both sides to stop firing.",
        "Many Nigerians criticised the deal.",
        "Kenya's proposal would benefit Sudan.",
        "Egypt has not answered.",
        "The rules should help Ghana.",
        "Iran insisted the unrest reflected old tensions.",
        "Pakistan refused to comment.",
        "The deal must include Ghana.",
    ],
)
def test_silence_being_addressed_and_being_named_are_no_positions(text: str, read_text: ParseText) -> None:
    assert [p for p in positions(read_text(text)) if p.stance != "proposes"] == []


def test_a_stance_told_twice_is_one_position(read_text: ParseText) -> None:
    reading = read_text("Chad rejected the Kenyan peace plan. On Friday Chad again rejected the plan.")
    rejected = [p for p in positions(reading) if p.stance == "rejects"]
    assert [len([e for e in p.evidence if e.role == "cue"]) for p in rejected] == [2]


@pytest.mark.parametrize(
    ("text", "stance", "topic"),
    [
        ("Chile proposed to open the border. Peru opposes this.", "opposes", "to open the border"),
        ("Chile proposed to open the border to trucks. Peru rejected that.", "rejects", "to open the border to trucks"),
        ("Chile wants Peru to withdraw its troops. Peru has rejected this.", "rejects", "Peru to withdraw its troops"),
        ("Chile called on Peru to free the crew. Peru refused to accept that.", "rejects", "Peru to free the crew"),
        ("Chile demanded that the port be opened. Peru welcomed this.", "welcomes", "the port be opened"),
        ("The storm hit the coast. Peru condemned this.", None, None),
        ("Chile proposed to open the border. Chile opposes this.", None, None),
        ("Chile proposed to open the border. It was cold. It rained. Peru opposes this.", None, None),
    ],
)
def test_this_is_what_another_wants_in_the_sentence_before(
    text: str, stance: str | None, topic: str | None, read_text: ParseText
) -> None:
    reading = read_text(text)
    found = [(p.stance, p.topic.text if p.topic else None) for p in positions(reading)]
    answers = [pair for pair in found if pair[0] not in ("proposes", "demands")]
    assert answers == ([(stance, topic)] if stance else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hamas insisted that the deal must guarantee a truce, a withdrawal from Gaza and the return of families.",
            ["a truce", "a withdrawal from Gaza", "the return of families"],
        ),
        ("Chad is adamant that the accord should include an amnesty and a vote.", ["an amnesty", "a vote"]),
        ("Chad insisted that the accord must guarantee a truce.", ["the accord must guarantee a truce"]),
        ("Chad insisted that the deal included an amnesty and a vote.", []),
    ],
)
def test_what_a_deal_must_hold_is_demanded_term_by_term(text: str, expected: list[str], read_text: ParseText) -> None:
    assert [topic for _, _, stance, topic in found(read_text, text) if stance == "demands"] == expected


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Libya rejected a treaty it had accepted in May.", ["rejects"]),
        ("Iran, which had condemned the raid, criticised the treaty of Chad.", ["opposes", "opposes"]),
        ("The peace plan hatched by Oman was not accepted in full by Libya.", ["conditional"]),
        ("The peace plan was not accepted by Libya.", ["rejects"]),
        ("Libya did not entirely accept the Kenyan peace plan.", ["conditional"]),
        (
            "Kenya has formally called for Hamas, the group's political wing, to be expelled from the talks.",
            ["demands"],
        ),
    ],
)
def test_a_stance_is_the_present_one_and_the_party_s_own(text: str, stances: list[str], read_text: ParseText) -> None:
    assert [stance for _, _, stance, _ in found(read_text, text) if stance != "proposes"] == stances


def test_who_was_in_office_does_not_speak_for_the_state(read_text: ParseText) -> None:
    text = "Peru exports tea. “Chile should leave the valley,” said Ana Ruiz, a former foreign minister of Peru."
    assert "Peru" not in {party for party, _, _, _ in found(read_text, text)}
