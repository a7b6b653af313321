"""When an article was published: what is given, what it says, and what it does not say."""

from __future__ import annotations

import pytest

from communique.errors import CommuniqueError
from communique.sources import PublicationDateError, article_from_text, given_date

BODY = "The ministers met in Riga on Tuesday and agreed to reopen the border, a spokesman for the presidency said."


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("2023-02-24", "2023-02-24", "2023-02-24"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2023-02-24/2023-02-26", "2023-02-24", "2023-02-26"),
        ("2023-02-24T23:30:00-05:00", "2023-02-24", "2023-02-24"),
        ("2023-02-24 07:15", "2023-02-24", "2023-02-24"),
        ("2023-02-24T07:15:00Z", "2023-02-24", "2023-02-24"),
    ],
)
def test_a_given_date_is_taken_as_printed(given: str, first: str, last: str) -> None:
    published = given_date(given)
    assert (published.from_, published.to, published.basis) == (first, last, "stated")
    assert given in published.why


@pytest.mark.parametrize(
    "given",
    ["2023-02-30", "2023-13-01", "yesterday", "", "24.02.2023", "2023", "2023-02", "20230224", "2023-W08", "/",
     "2023-02-24/", "2023-02-26/2023-02-24", "2023-02-24/soon", "2023-02-24T25:00", "2023-02-24/2023-02-25/2023-02-26"],
)  # fmt: skip
def test_a_date_that_is_none_is_an_error_of_usage_in_one_line(given: str) -> None:
    with pytest.raises(PublicationDateError) as caught:
        given_date(given)
    assert isinstance(caught.value, CommuniqueError)
    assert repr(given) in str(caught.value) and "\n" not in str(caught.value)


STATED = {
    f"RIGA, May 3, 2021 (Reuters) - {BODY}": "2021-05-03",
    f"RIGA, 3 May 2021 (AFP) — {BODY}": "2021-05-03",
    f"MINSK, March 1, 2022. /TASS/. {BODY}": "2022-03-01",
    f"Border to reopen\n\nPublished: 24 February 2023\n\n{BODY}": "2023-02-24",
    f"Border to reopen\n\nFeb. 24, 2023\n\n{BODY}": "2023-02-24",
    f"Border to reopen\nBy Anna Example\nFriday, February 24, 2023\n\n{BODY}": "2023-02-24",
    f"Border to reopen\n\n2023-02-24\n\n{BODY}": "2023-02-24",
    f"Border to reopen\n\nPosted on September 1st, 2022\n\nUpdated: 3 September 2022\n\n{BODY}": "2022-09-01",
    f"{BODY}\n\nFirst published on 12 June 2020 at 09:15": "2020-06-12",
}


@pytest.mark.parametrize(("text", "day"), STATED.items())
def test_a_date_that_the_text_states(text: str, day: str) -> None:
    published = article_from_text(text).published
    assert published is not None
    assert (published.from_, published.to, published.basis) == (day, day, "stated")


UNSTATED = [
    BODY,
    f"RIGA, May 3 (Reuters) - {BODY}",
    f"Border to reopen\n\nUpdated: 25 February 2023\n\n{BODY}",
    f"{BODY}\n\nThe war began on February 24, 2022, and ended a year later, the two sides agree.",
    f"{BODY}\n\n© 2023 Example Media",
    f"{BODY}\n\nAugust 14, 2016\n\nThe ministers met for the first time at the border, it was said at the time.",
    f"Border to reopen\n\nPublished: 31 February 2023\n\n{BODY}",
    f"Border to reopen\n\n3 May 2021\n\n4 May 2021\n\n{BODY}",
    f"Border to reopen\n\n02/03/2021\n\n{BODY}",
    "The envoy said on Friday, February 24, 2023, that talks would go on in Riga and that nobody had objected so far.",
]


@pytest.mark.parametrize("text", UNSTATED)
def test_no_date_is_made_up(text: str) -> None:
    assert article_from_text(text).published is None


def test_the_year_of_a_dateline_may_follow_from_an_update() -> None:
    published = article_from_text(f"Updated: 2 January 2022\n\nRIGA, Dec 31 (Reuters) - {BODY}").published
    assert published is not None
    assert (published.from_, published.to, published.basis) == ("2021-12-31", "2021-12-31", "inferred")


def test_an_update_far_from_the_dateline_gives_no_year() -> None:
    assert article_from_text(f"Updated: 2 June 2022\n\nRIGA, Dec 31 (Reuters) - {BODY}").published is None


def test_a_dated_report_and_an_update_enclose_the_date() -> None:
    report = "The envoy said in Riga on Friday, February 24, 2023, that it was over."
    text = f"Last updated: 26 February 2023\n\n{report} {BODY}"
    published = article_from_text(text).published
    assert published is not None
    assert (published.from_, published.to, published.basis) == ("2023-02-24", "2023-02-26", "inferred")
    assert "dated report" in published.why


def test_a_given_date_wins_over_the_text() -> None:
    published = article_from_text(f"RIGA, May 3, 2021 (Reuters) - {BODY}", date="2021-05-04").published
    assert published is not None and published.from_ == "2021-05-04"
