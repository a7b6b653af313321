"""The parts that pages are made of: addresses, marked sentences, documentation as blocks, the order of a list."""

from __future__ import annotations

import pytest

from affairs import announced
from communique.errors import QuestionError
from communique.questions import lists, plans
from communique.questions.orders import ordered
from communique.records.statements import Allegation
from communique.records.views import Filter, View
from communique.store import Store
from communique.web.addresses import Address
from communique.web.papers import blocks, words
from communique.web.quoting import pieces

HERE = Address("/engagements", (("as_of", "2024-02-01"), ("actor", "peru"), ("sort", "who")))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (HERE.url("/events"), "/events?as_of=2024-02-01"),
        (HERE.url("/article/ab", "s12"), "/article/ab?as_of=2024-02-01#s12"),
        (HERE.url("/events", as_of=None), "/events"),
        (HERE.url("/events", with_="UKR", open=True, q=""), "/events?as_of=2024-02-01&with=UKR&open=1"),
        (HERE.url("/engagements", actor=["a", "b"]), "/engagements?as_of=2024-02-01&actor=a&actor=b"),
        (HERE.url('/actor/mention/"><b>'), "/actor/mention/%22%3E%3Cb%3E?as_of=2024-02-01"),
        (HERE.url("/search", q="a&b=c #d"), "/search?as_of=2024-02-01&q=a%26b%3Dc+%23d"),
        (HERE.here(sort="-who"), "/engagements?as_of=2024-02-01&actor=peru&sort=-who"),
        (HERE.here(as_of=None, actor=None), "/engagements?sort=who"),
    ],
)
def test_a_link_keeps_the_day_and_nothing_else(made: str, expected: str) -> None:
    assert made == expected


def test_a_sentence_is_cut_at_its_telling_words() -> None:
    text, records = announced()
    charge = next(r for r in records if isinstance(r, Allegation))
    whole = text.span(text.text.index("Bolivia welcomed"), len(text.text))
    cut = pieces(whole, [charge])
    assert "".join(words for words, _ in cut) == whole.text
    assert [(words, role) for words, role in cut if role] == [
        ("accused", "cue"),
        ("moving the border posts", "content"),
    ]


def test_documentation_is_read_as_blocks() -> None:
    text = "# One\n\nTwo **three** `four`\n[five](six.md).\n\n| a | b |\n|---|---|\n| 1 | **2** |\n"
    title, paragraph, table = blocks(text)
    assert (title.level, title.words) == (1, [("", "One")])
    assert paragraph.words == [
        ("", "Two "), ("strong", "three"), ("", " "), ("code", "four"), ("", " "), ("", "five"), ("", "."),
    ]  # fmt: skip
    assert [[words for (words,) in (cell for cell in row)] for row in table.rows] == [
        [("", "a"), ("", "b")],
        [("", "1"), ("strong", "2")],
    ]


@pytest.mark.parametrize("line", ["no marks", "a * b ** c", "[open", "", "`"])
def test_what_is_no_markup_stays_as_it_is(line: str) -> None:
    assert "".join(text for _, text in words(line)) == line


def test_a_list_is_ordered_by_a_column_and_what_has_none_comes_last(affair: Store) -> None:
    answer = lists.statements(affair, Filter(), View(as_of="2024-02-01"))
    days = [told.record.when.to if told.record.when else "" for told in ordered(answer, "when").items]
    assert days == ["2024-01-01", ""]
    assert [t.short for t in ordered(answer, "").items] == [t.short for t in answer.items]
    with pytest.raises(QuestionError, match="none of"):
        ordered(answer, "beauty")


def test_every_short_id_leads_to_its_record(affair: Store) -> None:
    entries = affair.entries(Filter())
    assert {e.record.kind for e in entries} >= {"proposal", "provision", "position"}
    short = affair.short_ids(entries)
    assert [affair.resolve(short[e.record.id]) for e in entries] == [e.record.id for e in entries]


def test_a_position_stands_in_the_line_of_its_point(affair: Store) -> None:
    (plan,) = plans.proposals(affair, Filter(), View(as_of="2024-02-01")).items
    assert [told.record.kind for _, told in plan.whole.cells] == ["position"]
    assert [line.cells for line in plan.lines] == [(), ()]
