"""The report for people, on records made by hand."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from builders import actor, article, engagement, event, evidence, statement
from cli.examples import kenya_article, kenya_records
from communique.cli.layout import THEME
from communique.cli.report import report
from communique.records import Article, Record


def printed(art: Article, records: list[Record], width: int = 100, colour: bool = False, **options: bool) -> str:
    out = io.StringIO()
    Console(
        file=out, theme=THEME, width=width, force_terminal=colour, color_system="standard" if colour else None
    ).print(report(art, records, **options))
    return out.getvalue()


def lines(art: Article, records: list[Record], **options: bool) -> list[str]:
    return [" ".join(line.split()) for line in printed(art, records, **options).split("\n")]


@pytest.fixture(scope="module")
def kenya() -> list[str]:
    art = kenya_article()
    return lines(art, kenya_records(art))


def after(page: list[str], line: str) -> str:
    return page[page.index(line) + 1]


def test_the_head_says_what_it_is_and_when_it_appeared(kenya: list[str]) -> None:
    assert kenya[0] == "Kenya offers to host Sudan talks"
    assert kenya[1].startswith("Acacia Dispatch · published 2024-05-14 · article ")
    assert kenya[2] == "date stated, given with the test"
    assert kenya[3].startswith("1 engagement, 2 statements, 1 proposal, 2 provisions, 1 position, 1 allegation")


def test_sections_come_in_reading_order(kenya: list[str]) -> None:
    headings = [line for line in kenya if re.fullmatch(r"[A-Z ]+ \d+", line)]
    assert [h.rpartition(" ")[0] for h in headings] == [
        "ENGAGEMENTS",
        "STATEMENTS",
        "PROPOSALS AND POSITIONS",
        "ALLEGATIONS AND DENIALS",
        "EVENTS",
        "RELATIONSHIPS AND LABELS",
        "NOT SAID",
    ]


def test_an_engagement_shows_type_parties_status_slot_and_sentence(kenya: list[str]) -> None:
    row = next(line for line in kenya if " meeting " in line)
    assert row.endswith("meeting William Ruto, Abdel Fattah al-Burhan sought [2024-05-20…26]")
    assert after(kenya, row).startswith("President William Ruto said on Monday that he wanted to meet")


def test_statements_stand_under_their_speaker(kenya: list[str]) -> None:
    at = kenya.index("William Ruto, President 2")
    acts = [line.split()[1:3] for line in kenya[at + 1 : at + 8] if re.match(r"[0-9a-f]{8} ", line)]
    assert acts == [["desire", "paraphrase"], ["demand", "verbatim"]]


def test_provisions_name_their_addressees(kenya: list[str]) -> None:
    assert any(line.endswith("stop fighting both sides ceasefire") for line in kenya)
    assert any(line.endswith("open its border Chad humanitarian access") for line in kenya)
    assert any(line.endswith("five-point plan put forward Kenya 5 declared, 2 here") for line in kenya)


def test_a_position_stands_under_its_proposal(kenya: list[str]) -> None:
    row = next(line for line in kenya if line.endswith("Abdel Fattah al-Burhan welcomes the plan"))
    assert kenya.index(row) < kenya.index("ALLEGATIONS AND DENIALS 2")


def test_an_allegation_shows_its_hedge_and_the_denial_under_it(kenya: list[str]) -> None:
    row = next(line for line in kenya if "a Sudanese official" in line and line.endswith("denied"))
    assert "“may”" in row
    denial = next(line for line in kenya if line.endswith("United Arab Emirates whole"))
    assert after(kenya, denial) == "The UAE has denied this."


def test_background_is_told_apart_and_an_unresolved_time_is_its_own_words(kenya: list[str]) -> None:
    row = next(line for line in kenya if line.endswith("AID occurred Uganda “in March” ?"))
    assert kenya.index("background") < kenya.index(row)


def test_doubtful_records_are_counted_and_hidden_until_asked_for(kenya: list[str]) -> None:
    assert "1 doubtful record hidden; --all shows it" in kenya
    art = kenya_article()
    page = lines(art, kenya_records(art), everything=True)
    assert "hidden" not in " ".join(page)
    assert "William Ruto, President 3" in page


def test_why_names_rule_words_and_reasons() -> None:
    art = kenya_article()
    page = lines(art, kenya_records(art)[:2], why=True)
    assert any(line.startswith("rule test.by_hand, confidence 0.90, main, id ") for line in page)
    start = art.text.index("meet Abdel")
    assert f"trigger: “meet” [{start}:{start + 4}]" in page
    assert "when: 2024-05-13 from “Monday”: stated, written as a date" in page


def test_the_same_happening_told_again_is_one_row_that_says_so() -> None:
    art = article("Peru and Chile held talks. The talks lasted an hour. The talks went well.")
    more = (evidence(art, "talks"), evidence(art, "talks", nth=1), evidence(art, "talks", nth=2))
    record = engagement(art, "talks", participants=[actor(art, "Peru", "state/PER")], type="talks", evidence=more)
    page = lines(art, [record])
    assert "Peru and Chile held talks. (told again in 2 sentences)" in page


def test_a_sentence_is_printed_once_and_then_in_the_part_that_shows_the_next_record() -> None:
    words = "Oslo said that talks had begun in the old port and that the guns were silent for the first time since May."
    art = article(words, title="News from Oslo")
    oslo = actor(art, "Oslo", "state/NOR")
    first = statement(art, oslo, "said", "talks had begun in the old port")
    second = statement(art, oslo, None, "the guns were silent for the first time since May")
    page = printed(art, [first, second], width=140)
    assert page.count("talks had begun") == 1
    assert " ".join(page.split()).endswith("… the guns were silent for the first time since May.")


def test_a_caption_is_marked_as_one() -> None:
    text = "Peru met Chile.\n\nThe ministers talk in Lima on Monday."
    art = article(text, segments=[("body", "Peru met Chile."), ("caption", "The ministers talk in Lima on Monday.")])
    page = lines(art, [event(art, "talk", "CONSULT", layer="caption")])
    assert "[caption] The ministers talk in Lima on Monday." in page


def test_an_article_without_a_date_says_what_that_means() -> None:
    page = lines(article("Peru met Chile."), [])
    assert page[0] == "Peru met Chile."
    assert page[1].startswith("no publication date")
    assert page[2].startswith("Relative dates stay unresolved; --date")
    assert "Nothing diplomatic found." in page


def test_speech_without_a_speaker_is_unnamed() -> None:
    art = article("It was said that talks would follow.")
    assert "unnamed" in lines(art, [statement(art, None, "said", "talks would follow")])


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100, 140])
def test_every_width_holds_every_word_of_every_sentence(width: int) -> None:
    art = kenya_article()
    text = printed(art, kenya_records(art), width=width)
    assert max(len(line) for line in text.split("\n")) <= width
    if width >= 60:
        assert "open its border" in " ".join(text.split())


def test_the_trigger_is_marked_in_colour_and_plain_output_has_no_escapes() -> None:
    art = kenya_article()
    records = kenya_records(art)
    assert "\x1b" not in printed(art, records)
    assert re.search(r"\x1b\[[\d;]*33mmeet\x1b", printed(art, records[:1], colour=True))


def test_markup_in_an_article_is_text() -> None:
    art = article("Peru [bold]met[/bold] Chile [/x].")
    record = replace(engagement(art, "met", participants=[actor(art, "Peru", "state/PER")]), confidence=1.0)
    assert "Peru [bold]met[/bold] Chile [/x]." in lines(art, [record])
