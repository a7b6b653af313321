"""Absences of whole sentences, as the product reads them."""

from __future__ import annotations

import pytest

from communique.extract.absences import find_absences
from communique.lexicon.absences import AbsenceRule, load_absences
from communique.lexicon.cues import load_cues
from communique.reading import Reading
from communique.records.statements import Absence
from conftest import ParseText

pytestmark = pytest.mark.model


def absences(reading: Reading, everyone: bool = False) -> list[Absence]:
    return find_absences(reading, load_cues(), everyone)


@pytest.mark.parametrize("rule", load_absences(), ids=lambda rule: rule.id)
def test_examples_of_a_rule_are_absences(rule: AbsenceRule, read_text: ParseText) -> None:
    for text in rule.examples:
        assert absences(read_text(text), True), text


@pytest.mark.parametrize("rule", load_absences(), ids=lambda rule: rule.id)
def test_counterexamples_of_a_rule_are_none(rule: AbsenceRule, read_text: ParseText) -> None:
    for text in rule.counterexamples:
        assert [a.text.text for a in absences(read_text(text), True)] == [], text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Kenya's Foreign Ministry did not say if it would go or give any indication of when ships might sail.",
            [
                "Kenya's Foreign Ministry did not say if it would go",
                "give any indication of when ships might sail",
            ],
        ),
        ("Although NATO offered no details, it said talks went well.", ["NATO offered no details"]),
        ("NATO gave no date and closed the hall.", ["NATO gave no date"]),
        ("The Taliban confirmed the visit without naming the guests.", ["without naming the guests"]),
        ("The Taliban neither confirmed nor denied the visit.", ["The Taliban neither confirmed nor denied the visit"]),
        ("NATO declined to say whether the talks would go on.", ["NATO declined to say whether the talks would go on"]),
        ("No date was given.", ["No date was given"]),
    ],
)
def test_each_coordinated_silence_is_a_record_from_subject_to_end(
    text: str, words: list[str], read_text: ParseText
) -> None:
    assert [a.text.text for a in absences(read_text(text))] == words


def test_the_silent_one_is_the_subject_shared_with_the_first_clause(read_text: ParseText) -> None:
    found = absences(read_text("The Taliban did not say if the port would open or give any date."))
    assert [a.who.id if a.who else None for a in found] == ["armed_group/taliban"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "A fisherman gave no details.",
        "NATO said that no deal was reached.",
        "NATO did not say no.",
        "“We gave no details,” NATO said.",
        "NATO gave no ground.",
    ],
)
def test_other_negations_are_no_absences(text: str, read_text: ParseText) -> None:
    assert [a.text.text for a in absences(read_text(text))] == []


def test_the_reporter_of_a_silence_is_its_holder(read_text: ParseText) -> None:
    found = absences(read_text("The Kremlin said the Taliban had not said when they would come."))
    assert [[actor.id for level in a.holder for actor in level] for a in found] == [["organ/RUS-kremlin"]]
