"""How two parties stand to one another: each thing once, with how often it was told; words told apart from deeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import actor, allegation, article, day, engagement, participant, span, statement
from communique.lexicon.codebook import load_codebook
from communique.questions.dossiers import plover
from communique.questions.scores import Score, means, scored
from communique.records import Article, Record
from communique.records.views import Filter, View
from filling import fill


def met(outlet: str, published: str, *, dated: bool) -> tuple[Article, list[Record]]:
    text = article(f"Oman met Iran in Muscat on Sunday, {outlet} said.", published=published, publisher=outlet)
    sides = [participant(text, "Oman", "state/OMN"), participant(text, "Iran", "state/IRN")]
    when = day("2024-02-04", span(text, "Sunday")) if dated else None
    return text, [engagement(text, "met", type="meeting", status="held", participants=sides, when=when)]


def accused(published: str) -> tuple[Article, list[Record]]:
    text = article("Iran accused Oman of smuggling arms.", published=published, publisher="Gulf Post")
    iran, oman = actor(text, "Iran", "state/IRN"), actor(text, "Oman", "state/OMN")
    return text, [allegation(text, "accused", "smuggling arms", accusers=[iran], accused=[oman])]


def demanded(published: str) -> tuple[Article, list[Record]]:
    text = article("Oman asked Iran to send envoys.", published=published, publisher="Gulf Post")
    oman, iran = actor(text, "Oman", "state/OMN"), actor(text, "Iran", "state/IRN")
    return text, [statement(text, oman, "asked", "to send envoys", act="demand", addressee=iran)]


def asked(tmp_path: Path, *told: tuple[Article, list[Record]], view: View | None = None) -> list[Score]:
    with fill(tmp_path / "s.db", list(told)) as store:
        asking, codebook = (Filter(actors=("OMN",), with_=("IRN",)), view or View()), load_codebook()
        return list(scored(store, "OMN", "IRN", plover(store, *asking, codebook), asking[1], codebook).items)


def test_a_meeting_told_twice_is_one_event_with_two_reports(tmp_path: Path) -> None:
    (one,) = asked(tmp_path, met("Andes Wire", "2024-02-05", dated=True), met("Gulf Post", "2024-02-06", dated=True))
    assert (one.event.type, one.reports, one.done, one.side) == ("CONSULT", 2, True, "both")
    assert (one.day, one.clock) == ("2024-02-04", "happened")
    assert one.told.short.startswith("eng-") and one.told.passage is None


def test_what_has_no_day_of_its_own_stands_on_that_of_its_report(tmp_path: Path) -> None:
    (one,) = asked(tmp_path, met("Andes Wire", "2024-02-05", dated=False))
    assert (one.day, one.clock) == ("2024-02-05", "reported")


def test_words_are_no_deeds_and_each_side_speaks_for_itself(tmp_path: Path) -> None:
    found = asked(tmp_path, accused("2024-02-05"), demanded("2024-02-06"))
    assert [(s.event.type, s.side, s.done) for s in found] == [("ACCUSE", "b", False), ("REQUEST", "a", False)]


def test_nothing_is_drawn_before_it_is_reported(tmp_path: Path) -> None:
    assert asked(tmp_path, accused("2024-02-05"), view=View(as_of="2024-02-04")) == []


def test_reports_weigh_in_the_second_mean_only(tmp_path: Path) -> None:
    told = (
        met("Andes Wire", "2024-02-05", dated=True),
        met("Gulf Post", "2024-02-06", dated=True),
        accused("2024-02-05"),
    )
    by_event, by_report = means(asked(tmp_path, *told)) or (0.0, 0.0)
    assert by_event == pytest.approx((2.5 - 3.5) / 2)
    assert by_report == pytest.approx((2 * 2.5 - 3.5) / 3)


def test_no_events_have_no_mean() -> None:
    assert means([]) is None
