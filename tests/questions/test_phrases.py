"""Records in a reader's words."""

from __future__ import annotations

import pytest

from builders import actor, allegation, article, day, engagement, interval, participant, unresolved
from communique.questions import lines, phrases
from communique.records import Role, When

TEXT = article("Envoys of Nepal met Bhutan's king in Oslo last week, with Norway and a source present.")


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, ""),
        (day("2024-05-13"), "2024-05-13"),
        (interval("2024-05-20", "2024-05-26"), "2024-05-20…26"),
        (interval("2024-01-29", "2024-02-04"), "2024-01-29…02-04"),
        (interval("2023-12-30", "2024-01-02"), "2023-12-30…2024-01-02"),
        (interval("2024-02-01", "2024-02-29"), "2024-02"),
        (interval("2023-02-01", "2023-02-27"), "2023-02-01…27"),
        (interval("2024-01-01", "2024-12-31"), "2024"),
        (interval("2024-01-01", "2024-06-30"), "2024-01-01…06-30"),
        (interval("2024-02-24", None), "since 2024-02-24"),
        (interval(None, "2024-02-24"), "until 2024-02-24"),
        (unresolved(TEXT.span(42, 51), "PXW"), "“last week” ?"),
        (interval("2024-05-13T14:00", "2024-05-13T15:00"), "2024-05-13T14:00…2024-05-13T15:00"),
    ],
)
def test_a_time_is_as_short_as_is_clear(when: When | None, words: str) -> None:
    assert phrases.time(when) == words


def test_an_unnamed_source_is_named_by_its_own_words() -> None:
    source = actor(TEXT, "a source", "mention/a-source", name="source")
    assert phrases.name(source) == "a source"
    assert phrases.name(None) == "unnamed"


def test_a_speaker_has_the_post_that_the_text_gives_once() -> None:
    king = actor(TEXT, "Bhutan's king", "person/x", name="Jigme", role=Role("King", "state/BTN", "stated"))
    assert phrases.speaker(king) == "Jigme, King"
    titled = actor(TEXT, "Bhutan's king", "person/x", name="King Jigme", role=Role("King", "state/BTN", "stated"))
    assert phrases.speaker(titled) == "King Jigme"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([("Nepal", "participant"), ("Bhutan", "participant")], "Nepal, Bhutan"),
        ([("Nepal", "visitor"), ("Bhutan", "host")], "Nepal → Bhutan"),
        ([("Nepal", "participant"), ("Bhutan", "participant"), ("Norway", "mediator")], "Nepal, Bhutan (via Norway)"),
        ([("Nepal", "participant"), ("Norway", "host")], "Nepal (host Norway)"),
        ([("Norway", "host")], "Norway"),
        ([("Nepal", "visitor")], "Nepal"),
        ([], "not stated"),
    ],
)
def test_who_meets_whom_shows_the_parts(parts: list[tuple[str, str]], words: str) -> None:
    people = [participant(TEXT, name, f"state/{name}", part, kind="state", iso3=None) for name, part in parts]
    assert phrases.sides(people) == words


def test_a_slot_is_told_from_the_time_it_was_held() -> None:
    slot = interval("2024-05-20", "2024-05-26")
    assert phrases.schedule(engagement(TEXT, "met", participants=[], window=slot)) == "[2024-05-20…26]"
    held = engagement(TEXT, "met", participants=[], window=slot, when=day("2024-05-21"))
    assert phrases.schedule(held) == "2024-05-21"
    assert phrases.schedule(engagement(TEXT, "met", participants=[])) == ""


def test_holders_are_told_outermost_first() -> None:
    nepal, bhutan, norway = (actor(TEXT, n, f"state/{n}") for n in ("Nepal", "Bhutan", "Norway"))
    assert phrases.vouching(((nepal, norway), (bhutan,))) == "Nepal, Norway › Bhutan"
    assert phrases.vouching(()) == ""


@pytest.mark.parametrize(
    ("count", "noun", "words"), [(0, "event", "0 events"), (1, "denial", "1 denial"), (2, "summary", "2 summaries")]
)
def test_counts_are_grammatical(count: int, noun: str, words: str) -> None:
    assert phrases.plural(count, noun) == words


def test_who_alleges_and_who_is_accused_are_named_once_over_all_reports() -> None:
    text = article("Mali and Niger said that Chad and Libya armed rebels, as Niger had alleged.")
    mali, niger, chad, libya = (
        actor(text, name, f"state/{code}")
        for name, code in (("Mali", "MLI"), ("Niger", "NER"), ("Chad", "TCD"), ("Libya", "LBY"))
    )
    charges = [
        allegation(text, "said", "Chad and Libya armed rebels", accusers=[mali, niger], accused=[chad, libya]),
        allegation(text, "alleged", "armed rebels", accusers=[niger], accused=[libya]),
        allegation(text, "alleged", "armed rebels", accusers=[], accused=[chad], holder=((mali,),)),
    ]
    assert lines.accusers(charges) == "Mali, Niger"
    assert lines.accused(charges) == "Chad, Libya"
    assert lines.accusers([allegation(text, "alleged", "armed rebels", accusers=[], accused=[chad])]) == "unnamed"
