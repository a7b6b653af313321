"""Each article of the stories is read as an analyst reads it, or marked as a known gap."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from communique.records.holders import check_holders
from communique.records.referents import check_referents
from stories.expected import Line, lines, told
from stories.followed import Followed

pytestmark = pytest.mark.model


@pytest.mark.parametrize("line", lines("history"), ids=str)
def test_an_article_reports_its_step(line: Line, followed: Mapping[str, Followed]) -> None:
    found = told(followed[line.story].story, line)
    if line.gap == "read" and not found:
        pytest.xfail("a known gap")
    assert found, line.fields


@pytest.mark.parametrize("line", lines("positions"), ids=str)
def test_a_party_takes_its_stand(line: Line, followed: Mapping[str, Followed]) -> None:
    met = followed[line.story].met(line)
    if line.gap and not met:
        pytest.xfail("a known gap")
    assert met, line.fields


def test_the_most_of_what_the_articles_report_is_read(followed: Mapping[str, Followed]) -> None:
    read = [bool(told(followed[line.story].story, line)) for line in lines("history")]
    assert sum(read) >= 0.6 * len(read)


def test_one_referent_is_one_record_and_holders_are_in_shape(followed: Mapping[str, Followed]) -> None:
    for story in followed.values():
        for _, records in story.story:
            check_referents(records)
            check_holders(records)


def test_the_same_text_gives_the_same_records(followed: Mapping[str, Followed]) -> None:
    (first, records), (copy, again) = followed["caucasus"].story[3:5]
    assert first.id == copy.id
    assert [r.id for r in records] == [r.id for r in again]
