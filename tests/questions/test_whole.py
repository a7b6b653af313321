"""No list ends unsaid: what is thinned out is looked for further on, what is cut or left out is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from affairs import AFFAIR, Told
from builders import actor, article, engagement, statement
from communique.config import CONFIDENT
from communique.lexicon.actors import load_actors
from communique.lexicon.codebook import load_codebook
from communique.questions import briefs, dossiers, lists, matters
from communique.questions.forms import clocks
from communique.records.views import Filter, View
from communique.store import Store
from filling import fill

ALL = Filter(limit=50, min_confidence=CONFIDENT)
LATE = View(as_of="2024-02-01")


def speech(day: str, *, quoted: bool) -> Told:
    """A report of one sentence: what Peru's president said that day."""
    words = f"the harvest of day {day[-2:]} was good"
    said = f"“{words}”" if quoted else words
    text = article(f"Ana Quispe said {said}.", published=day, publisher="Andes Wire")
    quispe = actor(text, "Ana Quispe", "person/ana-quispe", iso3="PER")
    return text, [statement(text, quispe, "said", words, quotes=[words] if quoted else [])]


@pytest.fixture(scope="module")
def speeches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a store with two quoted speeches, and five more that were paraphrased later."""
    told = [speech(f"2024-01-0{n}", quoted=n < 3) for n in range(1, 8)]
    with fill(tmp_path_factory.mktemp("speeches") / "s.db", told) as store:
        yield store


def test_quoted_words_are_found_behind_many_paraphrases(speeches: Store) -> None:
    one, two = (lists.statements(speeches, Filter(limit=n), LATE, quoted=True) for n in (1, 2))
    assert [(len(a.items), a.more) for a in (one, two)] == [(1, True), (2, False)]
    assert [t.entry.published.to for t in one.items if t.entry.published] == ["2024-01-02"]


def test_a_briefing_names_the_sections_that_are_cut(speeches: Store) -> None:
    short, whole = (briefs.brief(speeches, Filter(limit=n), LATE) for n in (1, 9))
    assert (short.cut, whole.cut) == (("In their own words",), ())
    assert "not all is shown of: In their own words" in clocks(short, None)
    assert "not all" not in clocks(whole, None)


def test_a_briefing_says_when_earlier_records_on_its_topic_were_not_looked_at(
    speeches: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not briefs.brief(speeches, ALL, LATE, "harvest").older
    monkeypatch.setattr(briefs, "HITS", 6)
    found = briefs.brief(speeches, ALL, LATE, "harvest")
    assert found.older and "there are earlier ones" in clocks(found, None)


def test_a_dossier_names_the_sections_that_are_cut(speeches: Store) -> None:
    short, whole = (dossiers.dossier(speeches, "PER", Filter(limit=n), LATE, load_actors(None)) for n in (6, 7))
    assert "not all is shown of: statements (" in clocks(short, None)
    assert "not all" not in clocks(whole, None)


@pytest.mark.parametrize("limit", [1, 2, 50])
def test_plover_events_are_cut_by_number_and_that_is_told(affair: Store, limit: int) -> None:
    whole = dossiers.plover(affair, Filter(), LATE, load_codebook()).items
    some = dossiers.plover(affair, Filter(limit=limit), LATE, load_codebook())
    assert (len(some.items), some.more) == (min(limit, len(whole)), limit < len(whole))
    assert set(some.items) <= set(whole)


@pytest.mark.parametrize("days", [(None, None), ("2024-01-19", "2024-01-23"), ("2024-01-01", None)])
def test_the_size_of_a_page_changes_no_list(
    affair: Store, monkeypatch: pytest.MonkeyPatch, days: tuple[str | None, str | None]
) -> None:
    def asked() -> list[str]:
        filter = Filter(from_=days[0], to=days[1])
        return [f.thread.id for f in matters.find_threads(affair, filter, LATE)]

    whole = asked()
    monkeypatch.setattr(matters, "PAGE", 1)
    assert asked() == whole and whole


def test_a_time_that_was_not_yet_reported_puts_no_matter_into_the_days(affair: Store) -> None:
    january = Filter(from_="2024-01-20", to="2024-01-22")
    counts = {
        day: len(lists.engagements(affair, january, View(as_of=day)).items) for day in ("2024-01-03", "2024-01-10")
    }
    assert counts == {"2024-01-03": 0, "2024-01-10": 1}


def test_a_search_counts_what_its_day_leaves_out(affair: Store) -> None:
    undated, possibly = (
        lists.search(affair, "ally", ALL, LATE),
        lists.search(affair, "aid", ALL, View(as_of="2024-01-06")),
    )
    assert (undated.items, undated.undated, undated.possibly) == ((), 1, 0)
    assert (possibly.items, possibly.undated, possibly.possibly) == ((), 0, 1)
    assert lists.search(affair, "ally", ALL, View()).undated == 0


@pytest.mark.parametrize("question", [lists.engagements, lists.pending, lists.overdue])
def test_matters_told_only_without_a_date_are_counted(affair: Store, question: object) -> None:
    assert callable(question) and question(affair, ALL, LATE).undated == 1


def test_a_side_is_called_as_its_records_call_it(tmp_path: Path) -> None:
    text = article("Velmora sought a meeting of Lady Orr of Velmora and Ana Quispe.", published="2024-01-03")
    velmora, orr = actor(text, "Velmora", "state/VLM"), actor(text, "Lady Orr", "person/orr", iso3="VLM")
    quispe = actor(text, "Ana Quispe", "person/ana-quispe", iso3="PER")
    meeting = engagement(text, "meeting", participants=[orr, quispe], status="sought", initiator=quispe)
    with fill(tmp_path / "s.db", [(text, [meeting, statement(text, velmora, "sought", "a meeting")])]) as store:
        (found,) = lists.engagements(store, ALL, LATE).items
    assert found.unanswered == ("Velmora",)


@pytest.mark.parametrize(("names", "called"), [({"PER": "Land of Peru"}, "Land of Peru"), ({"CHL": "Chile"}, "Peru")])
def test_the_built_in_registry_names_the_states_that_no_record_names(names: dict[str, str], called: str) -> None:
    text = AFFAIR[0]()[0]
    assert matters.side_name(actor(text, "Ana Quispe", "person/ana-quispe", iso3="PER"), names) == called


def test_sentences_of_one_quotation_stand_in_order_each_with_its_own_words(tmp_path: Path) -> None:
    quote = "“We wait. The river is high. The bridge is open.”"
    text = article(f"{quote} said Ana Quispe.", published="2024-01-02", publisher="Andes Wire")
    quispe = actor(text, "Ana Quispe", "person/ana-quispe", iso3="PER")
    own = ["The bridge is open", "We wait", "The river is high"]
    told = [statement(text, quispe, "said", words, quotes=[quote], mode="verbatim") for words in own]
    with fill(tmp_path / "one.db", [(text, told)]) as store:
        found = dict(briefs.brief(store, ALL, LATE).sections)["In their own words"]
    said = [words.partition("): ")[2] for words, _ in found]
    assert said == ["“We wait”", "“The river is high”", "“The bridge is open”"]
