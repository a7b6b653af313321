"""What came before what, and the bounds that follow."""

from __future__ import annotations

import pytest

from communique.extract.sequence import in_sequence
from communique.reading import Clause, Reading, TimeRef, Token
from communique.records.actors import When
from communique.records.events import Event
from communique.records.record import Record
from communique.records.texts import Article, Evidence

TEXT = "Fighting began hours after talks"


def token(index: int, start: int, text: str, head: int) -> Token:
    return Token(index, start, start + len(text), text, text.lower(), text.lower(), "NOUN", "NN", "dep", head, 0)


def event(at: int, text: str, when: When | None = None) -> Event:
    article = Article(TEXT)
    trigger = article.span(at, at + len(text))
    return Event(
        article=article.id, evidence=(Evidence.of(trigger, "trigger"),), rule="test", confidence=0.9, type="STATE",
        trigger=trigger, status="occurred", when=when,
    )  # fmt: skip


def day(date: str) -> When:
    return When(from_=date, to=date, granularity="day", basis="stated", why="given")


def reading(mark: str, gap: tuple[str, str] | None) -> Reading:
    """ "Fighting" (later, a clause with head 1) and "talks" (token 4) under `mark`."""
    tokens = (
        token(0, 0, "Fighting", 1),
        token(1, 9, "began", 1),
        token(2, 15, "hours", 1),
        token(3, 21, "after", 1),
        token(4, 27, "talks", 3),
    )
    fighting = Clause(0, 1, "begin", "verb", 0, 5, 0, ())
    talks = Clause(1, 4, "talk", "noun", 4, 5, 0, (), under=0, link="adverbial", mark=mark)
    times: tuple[TimeRef, ...] = ()
    if gap is not None:
        when = When(
            from_=None,
            to=None,
            granularity="interval",
            basis="stated",
            why=f"{gap[1]}; {mark} a happening",
            value=gap[0],
        )
        times = (TimeRef(0, 2, 3, 0, "DURATION", when, 1),)
    return Reading(Article(TEXT), tokens=tokens, clauses=(fighting, talks), times=times)


def whens(records: list[Record]) -> list[tuple[str | None, str | None, str | None]]:
    return [(w.from_, w.to, w.relation) if (w := record.when) else (None, None, None) for record in records]


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        (None, ("2023-03-01", None, "")),
        (("PT24H", "less than"), ("2023-03-01", "2023-03-02", ", within PT24H")),
        (("P1D", "a length of time"), ("2023-03-02", "2023-03-02", ", by P1D")),
        (("P2W", "a length of time"), ("2023-03-15", "2023-03-15", ", by P2W")),
        (("PTXH", "a length of time"), ("2023-03-01", None, ", by PTXH")),
    ],
)
def test_what_follows_a_dated_happening_is_bounded_by_it(
    gap: tuple[str, str] | None, expected: tuple[str, str | None, str]
) -> None:
    talks, fighting = event(27, "talks", day("2023-03-01")), event(9, "began")
    found = in_sequence(reading("after", gap), [talks, fighting])
    assert whens(found)[1] == (*expected[:2], f"after {talks.id}{expected[2]}")


def test_what_precedes_a_dated_happening_ends_by_then() -> None:
    talks, fighting = event(27, "talks"), event(9, "began", day("2023-03-05"))
    assert whens(in_sequence(reading("after", None), [talks, fighting]))[0] == (
        None,
        "2023-03-05",
        f"before {fighting.id}",
    )


def test_a_date_of_its_own_is_kept() -> None:
    talks, fighting = event(27, "talks", day("2023-03-01")), event(9, "began", day("2023-03-09"))
    found = in_sequence(reading("after", None), [talks, fighting])
    assert whens(found) == [
        ("2023-03-01", "2023-03-01", f"before {fighting.id}"),
        ("2023-03-09", "2023-03-09", f"after {talks.id}"),
    ]


def test_an_unresolved_time_keeps_its_words_and_gets_bounds() -> None:
    friday = When(
        from_=None, to=None, granularity="day", basis="inferred", why="no publication date", value="XXXX-WXX-5"
    )
    talks, fighting = event(27, "talks", friday), event(9, "began", day("2023-03-05"))
    found = in_sequence(reading("after", None), [talks, fighting])
    assert whens(found)[0] == (None, "2023-03-05", f"before {fighting.id}")
    assert found[0].when is not None and found[0].when.value == "XXXX-WXX-5"


def test_without_a_word_of_order_nothing_is_ordered() -> None:
    talks, fighting = event(27, "talks"), event(9, "began", day("2023-03-05"))
    assert whens(in_sequence(reading("while", None), [talks, fighting]))[0] == (None, None, None)
