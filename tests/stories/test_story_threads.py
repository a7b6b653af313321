"""The stories are followed as an analyst follows them: what is one matter, how it stands on a day, what never mixes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from stories.expected import Line, lines
from stories.followed import Followed

pytestmark = pytest.mark.model


@pytest.mark.parametrize("line", lines("history"), ids=str)
def test_a_report_stands_in_its_thread(line: Line, followed: Mapping[str, Followed]) -> None:
    reads = followed[line.story].reads(line)
    if reads and line.gap in ("read", "thread"):
        pytest.xfail("a known gap")
    assert reads == "", line.fields


@pytest.mark.parametrize("section", ["parties", "counts", "as_of", "window", "apart", "never", "links"])
def test_every_section_of_the_expectations_is_asked(section: str) -> None:
    assert lines(section)


def meets(line: Line, followed: Mapping[str, Followed]) -> None:
    met = followed[line.story].met(line)
    if line.gap and not met:
        pytest.xfail("a known gap")
    assert met, line.fields


@pytest.mark.parametrize("line", [*lines("parties"), *lines("counts"), *lines("as_of"), *lines("window")], ids=str)
def test_a_matter_stands_as_expected(line: Line, followed: Mapping[str, Followed]) -> None:
    meets(line, followed)


@pytest.mark.parametrize("line", lines("apart"), ids=str)
def test_two_matters_are_never_one(line: Line, followed: Mapping[str, Followed]) -> None:
    meets(line, followed)


@pytest.mark.parametrize("line", lines("never"), ids=str)
def test_a_matter_never_stands_so(line: Line, followed: Mapping[str, Followed]) -> None:
    meets(line, followed)


@pytest.mark.parametrize("line", lines("links"), ids=str)
def test_a_link_is_drawn(line: Line, followed: Mapping[str, Followed]) -> None:
    meets(line, followed)


def test_a_later_report_changes_no_earlier_answer(followed: Mapping[str, Followed]) -> None:
    """The threads of the first articles alone are those of the whole story, cut at that day."""
    for name, count in (("caucasus", 16), ("kell_strait", 7)):
        early = Followed(name, followed[name].story[:count])
        whole = followed[name].placements
        assert all(whole[record] == placement for record, placement in early.placements.items())
