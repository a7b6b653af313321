"""Who engages whom: the same ties in any order give one picture, and every label can be read."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.web.pictures.drawing import SIZE, breadth
from communique.web.pictures.networks import MOST, Tie, network, placed, ring, strongest

NAMES = [f"Party {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]
TIES = st.lists(
    st.builds(Tie, a=st.sampled_from(NAMES), b=st.sampled_from(NAMES), count=st.integers(1, 9), held=st.integers(0, 3)),
    min_size=1, max_size=40,
)  # fmt: skip


@given(TIES)
def test_order_and_direction_do_not_matter(ties: list[Tie]) -> None:
    turned = [Tie(a=t.b, b=t.a, count=t.count, held=t.held) for t in reversed(ties)]
    assert network("n", "N", ties) == network("n", "N", turned)


@given(TIES)
def test_each_pair_is_drawn_once_and_nobody_with_themselves(ties: list[Tie]) -> None:
    found = strongest(ties)
    assert len({(t.a, t.b) for t in found}) == len(found)
    assert all(t.a < t.b for t in found)
    assert len({n for t in found for n in (t.a, t.b)}) <= MOST


@given(st.lists(st.text("abcXYZ ", min_size=1, max_size=40).filter(str.strip), min_size=2, max_size=MOST, unique=True),
       st.sampled_from([340.0, 720.0]))  # fmt: skip
def test_labels_are_inside_and_apart(names: list[str], width: float) -> None:
    nodes = placed(names, width)
    boxes = []
    for node in nodes:
        left = node.at if node.anchor == "start" else node.at - breadth(node.words)
        assert left >= 0
        assert left + breadth(node.words) <= width
        boxes.append((left, left + breadth(node.words), node.level))
    for a, b in combinations(boxes, 2):
        assert abs(a[2] - b[2]) >= SIZE or a[1] <= b[0] or b[1] <= a[0]


def test_the_one_in_question_is_always_drawn() -> None:
    ties = [Tie(a="Quiet", b="Party A", count=1), *(Tie(a=a, b=b, count=9) for a, b in combinations(NAMES, 2))]
    assert any("Quiet" in (t.a, t.b) for t in strongest(ties, "Quiet"))
    assert not any("Quiet" in (t.a, t.b) for t in strongest(ties))
    assert "7 more parties" in network("n", "N", ties, centre="Quiet")


def test_those_who_engage_one_another_stand_side_by_side() -> None:
    order = ring([Tie(a="A", b="B", count=5), Tie(a="C", b="D", count=5), Tie(a="B", b="C", count=1)])
    assert abs(order.index("A") - order.index("B")) == 1
    assert abs(order.index("C") - order.index("D")) == 1


@pytest.mark.parametrize(("held", "dashed"), [(0, True), (1, False)])
def test_a_pair_of_which_nothing_was_held_is_dashed(held: int, dashed: bool) -> None:
    assert ("stroke-dasharray" in network("n", "N", [Tie(a="A", b="B", count=2, held=held)])) is dashed
