"""Who said it in the turns of agency prose: quoted by another, after a second verb of speech, by a noun."""

from __future__ import annotations

import pytest

from communique.extract.speech.statements import find_statements
from communique.lexicon.cues import load_cues
from communique.records.statements import Statement
from conftest import ParseText

pytestmark = pytest.mark.model


def told(read_text: ParseText, text: str) -> list[tuple[str, str, str]]:
    """Speaker, act and content of each statement."""
    found: list[Statement] = find_statements(read_text(text, "2023-06-03"), load_cues(), all_statements=True)
    return [(s.speaker.id if s.speaker else "", s.act, " | ".join(span.text for span in s.content)) for s in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We will leave," Kenyan President William Ruto was quoted as saying by state media.', "person/william-ruto"),
        ('"We will leave," Lavrov was quoted as saying by the Interfax news agency. Sergei Lavrov spoke in Baku.',
         "person/sergey-lavrov"),
        ("Sergei Lavrov was quoted by the agency as saying that talks would resume.", "person/sergey-lavrov"),
        ("The agency quoted Sergei Lavrov as saying that talks would resume.", "person/sergey-lavrov"),
        ("State media reported Sergei Lavrov as saying that talks would resume.", "person/sergey-lavrov"),
    ],
)  # fmt: skip
def test_who_is_quoted_as_saying_speaks(text: str, speaker: str, read_text: ParseText) -> None:
    assert {who for who, _, _ in told(read_text, text)} == {speaker}


def test_who_is_only_cited_does_not_speak(read_text: ParseText) -> None:
    assert not told(read_text, "William Ruto was cited in the report.")
    assert not told(read_text, "The price was quoted as ten dollars by the bank.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Egypt said the dam was illegal and urged Ethiopia to stop filling it.",
         [("state/EGY", "assert", "the dam was illegal"),
          ("state/EGY", "appeal", "Ethiopia to stop filling it")]),
        ("Chad said talks would resume in May and called on the African Union to step in.",
         [("state/TCD", "assert", "talks would resume in May"),
          ("state/TCD", "appeal", "the African Union to step in")]),
        ("Peru said it was opposed to the test and warned Chile to hold back.",
         [("state/PER", "refuse", "it was opposed to the test"), ("state/PER", "warn", "Chile to hold back")]),
        ("Oman said the rebels threatened the town and demanded food.",
         [("state/OMN", "assert", "the rebels threatened the town and demanded food")]),
        ("Oman said the group had attacked a convoy and warned of war.",
         [("state/OMN", "assert", "the group had attacked a convoy and warned of war")]),
    ],
)  # fmt: skip
def test_speech_goes_on_from_said(text: str, found: list[tuple[str, str, str]], read_text: ParseText) -> None:
    assert [(who, act, what) for who, act, what in told(read_text, text)] == found


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("World leaders expressed outrage over North Korea's test.", "criticise"),
        ("Emmanuel Macron voiced concern about the arrests in Chad.", "criticise"),
        ("Kenya's president voiced support for the talks.", "support"),
        ("Chad expressed its gratitude to Peru.", "thank"),
        ("Iran conveyed its readiness for talks.", "intend"),
        ("Kyiv has voiced hope that the talks will resume.", "desire"),
    ],
)
def test_voiced_nouns_say_what_is_done(text: str, act: str, read_text: ParseText) -> None:
    assert [done for _, done, _ in told(read_text, text)] == [act]


@pytest.mark.parametrize(
    "text",
    ["Serbia expressed a view on the matter.", "Egypt has not expressed concern about the dam.",
     "Brazil may express hope for a truce.", "The express train left Lima."],
)  # fmt: skip
def test_other_nouns_are_not_voiced(text: str, read_text: ParseText) -> None:
    assert not told(read_text, text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("In their joint statement, Maia Sandu and Edi Rama called for a fast ratification.", "a fast ratification"),
        ("In a letter to the council, Iran asked for an inquiry.", "an inquiry"),
        ("At a summit in Lima, Gabriel Boric warned against an arms race.", "an arms race"),
        ("Luis Arce said at the time he was ready to withdraw troops.", "he was ready to withdraw troops"),
        ("Boris Johnson said at the weekend that Kyiv needed arms.", "Kyiv needed arms"),
        ("Poland branded the vote a sham.", "the vote a sham"),
    ],
)
def test_the_content_is_what_the_verb_takes(text: str, content: str, read_text: ParseText) -> None:
    assert {what for _, _, what in told(read_text, text)} == {content}


@pytest.mark.parametrize(
    ("text", "content", "day"),
    [
        ("Egypt's police said on Tuesday they had arrested ten men.", "they had arrested ten men", "2023-05-30"),
        ("The British Foreign Office said today conditions in Kuwait were worse.", "conditions in Kuwait were worse",
         "2023-06-03"),
        ("The foreign ministry of Chad said on Monday it would recall its envoy.", "it would recall its envoy",
         "2023-05-29"),
        ("Gabriel Boric said that on Monday they would meet.", "on Monday they would meet", None),
        ("Gabriel Boric said next week Peru would vote.", "next week Peru would vote", None),
        ("Gabriel Boric said two days of talks were enough.", "two days of talks were enough", None),
    ],
)  # fmt: skip
def test_the_day_behind_said_is_when_it_was_said(
    text: str, content: str, day: str | None, read_text: ParseText
) -> None:
    (one,) = find_statements(read_text(text, "2023-06-03"), load_cues(), all_statements=True)
    assert " | ".join(span.text for span in one.content) == content
    assert (one.when.from_ if one.when else None) == day


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Iraqi President Saddam Hussein sent a letter. King Hussein said that he was hopeful.", "mention/hussein"),
        ("Prime Minister Charles Michel resigned. King Charles said that he was sorry.", "mention/charles"),
        ("Crown Prince Mohammed bin Salman left. Prince Mohammed said that he was sorry.",
         "person/mohammed-bin-salman"),
        ("Vladimir Putin sent a letter. President Putin said that he was hopeful.", "person/vladimir-putin"),
    ],
)  # fmt: skip
def test_a_king_is_not_the_president_of_that_name(text: str, speaker: str, read_text: ParseText) -> None:
    assert {who for who, _, _ in told(read_text, text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Joe Biden welcomed world leaders to the White House.", []),
        ("Emmanuel Macron, who welcomed Olaf Scholz at the palace, praised the work of the army.", ["praise"]),
        ("Lula welcomed the envoys to Brasilia on Monday.", []),
        ("Joe Biden welcomed the release of the ten men in Chad.", ["support"]),
        ("Chad's president welcomed Kenya's decision to send a force to the border.", ["support"]),
    ],
)
def test_who_welcomes_guests_says_nothing(text: str, acts: list[str], read_text: ParseText) -> None:
    assert [act for _, act, _ in told(read_text, text)] == acts


def test_a_time_told_by_a_clause_is_no_content(read_text: ParseText) -> None:
    assert not told(read_text, "Luis Arce spoke at a time when troops were leaving.")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Some Kenyans have complained that rescuers were late.", "mention/some-kenyans"),
        ("Many Russians said that they were against the war.", "mention/many-russians"),
        ("Ordinary Peruvians said that prices were too high.", "mention/ordinary-peruvians"),
        ("The Russians said that they would leave.", "state/RUS"),
        ("Two Israelis said that they were against the war.", "mention/two-israelis"),
        ("A young Chilean said that the bridge was closed.", "mention/young-chilean"),
        ("The first American in the camp said that it was cold.", "mention/first-american"),
        ("Another Briton said that prices were too high.", "mention/another-briton"),
        ("The French said that they would stay.", "state/FRA"),
        ("Many Russian officials said that they would leave.", "mention/many-russian-officials"),
    ],
)
def test_some_of_a_people_are_not_their_state(text: str, speaker: str, read_text: ParseText) -> None:
    assert {who for who, _, _ in told(read_text, text)} == {speaker}
