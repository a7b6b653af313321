"""Attributions of whole sentences, as the product reads them: source, cue and content to the character."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from communique.annotate.speaking.attributions import find_attributions
from communique.lexicon.cues import load_cues
from communique.lexicon.files import Entry, read_entries
from communique.reading import Attribution, Reading

pytestmark = pytest.mark.model

ParseText = Callable[..., Reading]
USAGES = read_entries("cues/en/usages", ("id", "examples", "counterexamples"))
ROLES = {"[": "source", "{": "cue", "<": "content"}
ENDS = {"]": "source", "}": "cue", ">": "content"}
EDGE = " ,;.:“”"


def unmarked(marked: str) -> tuple[str, dict[str, list[str]]]:
    """Return the plain sentence of a marked one, and the words of each role."""
    text, opened = "", dict.fromkeys(ENDS.values(), 0)
    words: dict[str, list[str]] = {"source": [], "cue": [], "content": []}
    for char in marked:
        if char in ROLES:
            opened[ROLES[char]] = len(text)
        elif char in ENDS:
            words[ENDS[char]].append(text[opened[ENDS[char]] :].strip(EDGE))
        else:
            text += char
    return text, words


def words_of(attribution: Attribution) -> dict[str, list[str]]:
    return {
        role: [span.text.strip(EDGE) for span in getattr(attribution, role)] for role in ("source", "cue", "content")
    }


def attributions(reading: Reading) -> tuple[Attribution, ...]:
    return find_attributions(reading, load_cues())


@pytest.mark.parametrize("entry", USAGES, ids=lambda entry: entry.text("id"))
def test_examples_of_a_usage_are_attributed_word_for_word(entry: Entry, parse_text: ParseText) -> None:
    for marked in entry.texts("examples"):
        text, expected = unmarked(marked)
        assert expected in [words_of(a) for a in attributions(parse_text(text))], text


@pytest.mark.parametrize("entry", USAGES, ids=lambda entry: entry.text("id"))
def test_counterexamples_of_a_usage_attribute_nothing(entry: Entry, parse_text: ParseText) -> None:
    for text in entry.texts("counterexamples"):
        assert [words_of(a) for a in attributions(parse_text(text))] == [], text


def test_a_quotation_over_sentences_belongs_to_the_cue_at_its_end(parse_text: ParseText) -> None:
    found = attributions(parse_text("“The army has left. Nobody was hurt. We thank God,” the mayor said."))
    assert [words_of(a)["content"] for a in found] == [["The army has left. Nobody was hurt. We thank God"]]
    assert found[0].quotations == (0,)


def test_a_quotation_of_its_own_goes_on_with_the_speaker_of_the_sentence_before(parse_text: ParseText) -> None:
    text = "The mayor said the army had left. “Nobody was hurt. We thank God.”"
    found = attributions(parse_text(text))
    assert [a.source[0].text for a in found] == ["The mayor"]
    assert found[0].content[-1].text.endswith("“Nobody was hurt. We thank God.”")


@pytest.mark.parametrize(
    ("before", "speakers"),
    [
        ("The envoy said that the road was open.", ["The envoy"]),
        ("Marin told reporters that the plan came in time.", ["Marin"]),
        ("“The army has left,” the mayor said.", ["the mayor"]),
        ("“The army has left,” the mayor said. It rained in Gao.", []),
        ("The road was closed on Monday.", []),
        ("The envoy said that the road was open. It rained in Gao.", []),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"], ids=["one line", "paragraphs"])
def test_a_quotation_alone_is_of_whom_the_sentence_before_names_whatever_lies_between(
    gap: str, before: str, speakers: list[str], parse_text: ParseText
) -> None:
    found = attributions(parse_text(f"{before}{gap}“We will send more trucks this week.”"))
    assert [a.source[0].text for a in found if len(a.quotations) > before.count("“")] == speakers


def test_a_quotation_after_a_paragraph_that_ends_with_a_colon(parse_text: ParseText) -> None:
    found = attributions(parse_text("The ministry's statement reads:\n“The border is closed until Monday.”"))
    assert [a.cue[0].text for a in found] == ["reads"]


def test_a_quotation_is_not_given_to_the_nearest_name(parse_text: ParseText) -> None:
    text = "“The army has left,” said the mayor of Gao, who met Ibrahim Keita on Sunday."
    assert [a.source[0].text for a in attributions(parse_text(text))][:1] == [
        "the mayor of Gao, who met Ibrahim Keita on Sunday"
    ]


def test_speech_inside_speech_stands_under_it(parse_text: ParseText) -> None:
    found = attributions(parse_text("The Red Cross said officials told it the prisoners were alive."))
    assert [(a.cue[0].text, a.under) for a in found] == [("said", None), ("told", 0)]


def test_cues_that_share_a_speaker_are_both_found(parse_text: ParseText) -> None:
    found = attributions(
        parse_text("She said that she planned to meet the king and believed this would calm the street.")
    )
    assert {"said", "believed"} <= {a.cue[0].text for a in found}
    assert {a.source[0].text for a in found if a.cue[0].text == "said"} == {"She"}


def test_a_participle_shares_the_speaker_of_its_sentence(parse_text: ParseText) -> None:
    found = attributions(parse_text("The premier rejected the plan, saying that it rewarded violence."))
    assert ("The premier", "saying") in [(a.source[0].text, a.cue[0].text) for a in found]


def test_a_relative_pronoun_is_the_source_and_its_noun_the_speaker(parse_text: ParseText) -> None:
    reading = parse_text("The envoy, who said that the talks had failed, left on Monday.")
    found = next(a for a in attributions(reading) if a.cue[0].text == "said")
    assert found.source[0].text == "who"
    assert found.source_head is not None and reading.tokens[found.source_head].text == "envoy"


def test_addressees_are_no_content(parse_text: ParseText) -> None:
    reading = parse_text("The envoy told the council that the talks had failed.")
    found = attributions(reading)[0]
    assert found.addressee_head is not None and reading.tokens[found.addressee_head].text == "council"
    assert [c.text for c in found.content] == ["that the talks had failed"]


def test_turns_of_a_transcript_are_attributed_by_their_colons(parse_text: ParseText) -> None:
    text = "WALLIN: Will you go?\nORTEGA: We will go.\nWALLIN: When?\nORTEGA: When the road is open."
    found = [a for a in attributions(parse_text(text)) if a.rule.endswith("turn")]
    assert [a.source[0].text for a in found] == ["WALLIN", "ORTEGA", "WALLIN", "ORTEGA"]


def test_a_name_after_a_dash_is_the_speaker_of_the_quotation_before(parse_text: ParseText) -> None:
    found = attributions(parse_text("“A road that is closed feeds nobody.” — Amina Diallo, trader"))
    assert [(a.source[0].text, a.rule) for a in found] == [("Amina Diallo", "attribution.mark.turn")]


@pytest.mark.parametrize(
    "text",
    [
        "Lukas Meyer / Getty Images",
        "source: example.com",
        "Photo: Lukas Meyer",
        "“Europe's forgotten war”",
        "Minsk: a city of two million.",
    ],
)
def test_credits_and_labels_never_speak(text: str, parse_text: ParseText) -> None:
    assert attributions(parse_text(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "“",
        "said",
        "“” said",
        "said: ",
        "— he said —",
        "“A” “B” “C”",
        "He said. She said. They said.",
        "NAME:",
        "A: B: C: D",
    ],
)
def test_scraps_do_no_harm(text: str, parse_text: ParseText) -> None:
    reading = parse_text(text)
    for found in attributions(reading):
        for span in (*found.source, *found.cue, *found.content):
            assert reading.article.text[span.start : span.end] == span.text


def test_the_bar_can_be_lowered_by_who_reads(parse_text: ParseText) -> None:
    reading = parse_text("They plan to go to the market to discuss the price of the boats that we like.")
    assert len(find_attributions(reading, load_cues(), 0.2)) > len(attributions(reading))


def test_attributions_do_not_depend_on_clauses_or_mentions(parse_text: ParseText) -> None:
    reading = parse_text("The envoy said the talks had failed.")
    assert attributions(replace(reading, clauses=(), mentions=())) == attributions(reading)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kenya repeated warnings that the dam would break.", "Kenya"),
        ("Oman made the announcement that the strait would close.", "Oman"),
        ("The announcement by Serbia that it would leave the pact surprised the mediators.", "Serbia"),
        ("Kenya ignored warnings that the dam would break.", None),
        ("Mali questioned the claim that the army had fled.", None),
        ("Chad welcomed the announcement that Libya would send food.", None),
        ("Sudan regretted the statement that the road would close.", None),
    ],
)
def test_who_hears_another_s_word_is_not_its_source(text: str, source: str | None, parse_text: ParseText) -> None:
    reading = parse_text(text)
    nouns = [a for a in attributions(reading) if a.rule.startswith("attribution.noun")]
    assert {a.source[0].text if a.source else None for a in nouns} <= {source}
    assert source is None or nouns


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad turned down the plan, Niger accepted it.", False),
        ("Israel rejects the Egyptian offer, Hamas accepts it in part.", False),
        ("Peru signed the treaty, Chile ignored it.", False),
        ("Peru will sign the treaty, Chile said.", True),
        ("Peru had broken the treaty, Chile told the court.", True),
        ("Peru would keep the treaty, it assured Chile.", True),
    ],
)
def test_two_clauses_side_by_side_tell_of_two_parties(text: str, told: bool, read_text: ParseText) -> None:
    found = [a for a in read_text(text, "2024-05-16").attributions if a.content and a.content[0].start == 0]
    assert bool(found) == told
