"""Statements of whole sentences, as the product reads them: speaker, act, parts, mode, holder."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from builders import actor, allegation, article, engagement, participant, statement
from communique.extract.matters import link_matters, without_doubles
from communique.extract.speech.statements import find_statements
from communique.lexicon.acts import ActRule, load_acts
from communique.lexicon.cues import load_cues
from communique.reading import Reading
from communique.records.statements import Statement

ReadText = Callable[..., Reading]


def statements(reading: Reading, everyone: bool = False) -> list[Statement]:
    return find_statements(reading, load_cues(), everyone)


def said(found: list[Statement]) -> list[tuple[str, str]]:
    return [(s.act, " | ".join(span.text for span in s.content)) for s in found]


@pytest.mark.model
@pytest.mark.parametrize("rule", load_acts(), ids=lambda rule: rule.id)
def test_examples_of_an_act_get_it_by_its_rule(rule: ActRule, read_text: ReadText) -> None:
    for text in rule.examples:
        assert any(s.rule.endswith(f"+{rule.id}") for s in statements(read_text(text), True)), text


@pytest.mark.model
@pytest.mark.parametrize("rule", load_acts(), ids=lambda rule: rule.id)
def test_counterexamples_of_an_act_do_not_get_it(rule: ActRule, read_text: ReadText) -> None:
    for text in rule.counterexamples:
        assert not any(s.rule.endswith(f"+{rule.id}") for s in statements(read_text(text), True)), text


@pytest.mark.model
def test_a_quotation_with_an_assertion_and_a_demand_is_two_statements(read_text: ReadText) -> None:
    reading = read_text("“Kenya respects the treaty, and Uganda must open the port,” the Kenyan Foreign Ministry said.")
    found = statements(reading)
    assert said(found) == [("assert", "Kenya respects the treaty"), ("demand", "Uganda must open the port")]
    assert {s.quotes[0].text for s in found} == {"“Kenya respects the treaty, and Uganda must open the port,”"}
    assert {s.mode for s in found} == {"verbatim"}
    assert len({s.id for s in found}) == 2


@pytest.mark.model
def test_appeals_that_share_a_subject_are_divided_at_commas(read_text: ReadText) -> None:
    text = "“War feeds nobody. All sides must stop the shelling, free the sailors, and open the port,” NATO said."
    assert said(statements(read_text(text))) == [
        ("assert", "War feeds nobody"),
        ("appeal", "All sides must stop the shelling"),
        ("appeal", "free the sailors"),
        ("appeal", "open the port"),
    ]


@pytest.mark.model
def test_reported_content_is_not_divided_but_at_a_cue_of_its_own(read_text: ReadText) -> None:
    text = "The Norwegian Foreign Ministry said that it planned to meet the rebels and believed this would end the war."
    assert said(statements(read_text(text))) == [
        ("intend", "it planned to meet the rebels"),
        ("believe", "this would end the war"),
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“We need grain,” the Kenyan Foreign Ministry said.", "verbatim"),
        ("The Kenyan Foreign Ministry said the talks were “frank and useful”.", "mixed"),
        ("The Kenyan Foreign Ministry said the talks were useful.", "paraphrase"),
    ],
)
def test_the_mode_follows_from_the_quotation_marks(text: str, mode: str, read_text: ReadText) -> None:
    assert [s.mode for s in statements(read_text(text))] == [mode]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan Foreign Ministry did not say that the port would open.",
        "The Kenyan Foreign Ministry may say that the port will open.",
        "The Kenyan Foreign Ministry will announce on Sunday that the port is open.",
        "If the Kenyan Foreign Ministry says that the port is open, ships will come.",
        "Kenya accused Uganda of closing the port.",
        "Kenya denied that it had closed the port.",
        "Kenya plans to open the port.",
        "A fisherman said the port was closed.",
        "The port is open.",
    ],
)
def test_what_was_not_said_or_is_another_kind_of_record_is_no_statement(text: str, read_text: ReadText) -> None:
    assert said(statements(read_text(text))) == []


@pytest.mark.model
def test_others_than_diplomatic_actors_speak_only_when_asked_for(read_text: ReadText) -> None:
    reading = read_text("A fisherman said the port was closed.")
    assert said(statements(reading, True)) == [("assert", "the port was closed")]


@pytest.mark.model
def test_who_reports_the_speech_of_another_is_its_holder(read_text: ReadText) -> None:
    reading = read_text("The Kenyan Foreign Ministry said the Taliban had told it the prisoners were alive.")
    inner = next(s for s in statements(reading) if s.cue is not None and "told" in s.cue.text)
    assert [[actor.id for actor in level] for level in inner.holder] == [["organ/KEN-foreign-ministry"]]


@pytest.mark.model
def test_nobody_holds_his_own_speech(read_text: ReadText) -> None:
    reading = read_text("The Taliban said they had told the Kenyan Foreign Ministry that the prisoners were alive.")
    assert all(s.holder == () for s in statements(reading))


@pytest.mark.model
def test_what_it_said_was_a_label_is_no_statement(read_text: ReadText) -> None:
    assert said(statements(read_text("Kenya shot down what it said was a spy balloon."))) == []


@pytest.mark.model
def test_every_span_reproduces_its_text_and_every_statement_has_its_cue_in_evidence(read_text: ReadText) -> None:
    text = '“No,” Macron said. ‘Never,’ he added. "Why?" asked Kenya\'s president, and NATO said it "would wait".'
    reading = read_text(text)
    for found in statements(reading, True):
        assert any(e.role == "cue" for e in found.evidence)
        for span in (*found.content, *found.quotes, *found.evidence):
            assert text[span.start : span.end] == span.text


TEXT = article(
    "Kenya said talks with Uganda would open in May, and Uganda said its allegation that Kenya armed rebels stood."
)
KENYA, UGANDA = actor(TEXT, "Kenya", "state/KEN"), actor(TEXT, "Uganda", "state/UGA")


def test_a_statement_is_about_the_matters_named_in_its_content() -> None:
    speech = statement(TEXT, KENYA, "said", "talks with Uganda would open in May")
    other = statement(TEXT, UGANDA, "said", "stood", cue_nth=1)
    matter = engagement(
        TEXT, "talks", participants=[participant(TEXT, "Uganda", "state/UGA", "participant")], status="announced"
    )
    assert [s.about for s in link_matters([speech, other], [matter])] == [(matter.id,), ()]


def test_speech_that_is_an_allegation_is_no_statement_too() -> None:
    speech = statement(TEXT, KENYA, "said", "talks with Uganda would open in May")
    double = statement(TEXT, UGANDA, "allegation", "Kenya armed rebels")
    charge = allegation(TEXT, "allegation", "Kenya armed rebels", accusers=[UGANDA], accused=[KENYA])
    assert without_doubles([speech, double], [charge]) == [speech]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "speaker", "holder"),
    [
        ("Xinhua quoted Xi Jinping as saying that China would wait.", "person/xi-jinping", ["media/xinhua"]),
        ("\"We will wait,\" Xinhua quoted Xi Jinping as saying.", "person/xi-jinping", ["media/xinhua"]),
        ("Xinhua cited Xi Jinping as saying: \"We will wait.\"", "person/xi-jinping", ["media/xinhua"]),
        ("The Kremlin quoted Vladimir Putin as telling Oman that Russia would wait.", "person/vladimir-putin",
         ["organ/RUS-kremlin"]),
        ("Xi Jinping was quoted as saying that China would wait.", "person/xi-jinping", []),
        ("Xi Jinping said that China would wait.", "person/xi-jinping", []),
        ("Xinhua said that China would wait.", "media/xinhua", []),
    ],
)  # fmt: skip
def test_who_is_quoted_as_saying_speaks(text: str, speaker: str, holder: list[str], read_text: ReadText) -> None:
    found = [s for s in statements(read_text(text), True) if s.cue]
    assert {s.speaker.id for s in found if s.speaker} == {speaker}
    assert [a.id for level in found[0].holder for a in level] == holder


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Togo urged Benin to open the border.", "state/BEN"),
        ("Togo called on Benin to open the border.", "state/BEN"),
        ("Togo urged Benin not to close the border.", "state/BEN"),
        ("The Togolese president urged Secretary-General Antonio Guterres to visit.", "person/antonio-guterres"),
        ("Togo asked Benin to open the border.", "state/BEN"),
        ("Togo said that Benin would open the border.", None),
        ("Togo demanded that Benin open the border.", None),
        ("Togo offered to help Benin to open the border.", None),
    ],
)
def test_who_is_urged_to_act_is_addressed(text: str, addressee: str | None, read_text: ReadText) -> None:
    found = statements(read_text(text), True)
    assert [s.addressee.id if s.addressee else None for s in found] == [addressee]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“A dark day for the region,” Kenya's foreign ministry said.", "A dark day for the region"),
        ("“Enough,” Libya's foreign ministry said.", "Enough"),
        ("“No talks, no truce,” Peru's foreign ministry said.", "No talks, no truce"),
        ("“Lies and more lies,” Somalia's foreign ministry said of the report.", "Lies and more lies"),
        ("“Chad mines gold,” Niger's government said.", "Chad mines gold"),
    ],
)
def test_quoted_words_without_a_verb_are_said_as_they_stand(text: str, content: str, read_text: ReadText) -> None:
    assert [text for _, text in said(statements(read_text(text)))] == [content]


@pytest.mark.model
@pytest.mark.parametrize(
    ("words", "number"), [("That's it", 0), ("It", 0), ("We are", 0), ("Never", 1), ("No deal", 1), ("That's war", 1)]
)
def test_a_quotation_without_a_word_that_says_something_is_none(words: str, number: int, read_text: ReadText) -> None:
    assert len(statements(read_text(f'Putin met the envoy. "{words}," Putin said.'), True)) == number
