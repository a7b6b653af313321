"""How the finder is trained: the fit finds the best weights, the file is the same twice, cases are drawn as told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from communique.lexicon.finder import NONE, PLACES
from train_finder import EVERYDAY, KINDS, Case, Table, descend, of_everyday, save, sureness, train

from communique.lexicon.rules import TYPES


def case(kind: str, *traits: str, optional: bool = False) -> Case:
    return Case("group", traits, np.zeros(2 * len(PLACES), np.float32), kind, optional=optional)


LEARNED = [*[case("AID", "give")] * 4, *[case(NONE, "sing")] * 4]


def test_descent_ends_where_a_bowl_is_lowest() -> None:
    bottom = np.array([3.0, -2.0, 0.5])
    steep = np.array([1.0, 10.0, 100.0])
    found = descend(lambda at: (float((steep * (at - bottom) ** 2).sum()), 2 * steep * (at - bottom)), np.zeros(3))
    assert found == pytest.approx(bottom, abs=1e-2)


def test_a_table_multiplies_like_the_matrix_that_it_stands_for() -> None:
    table = Table([["a", "c"], ["b"]], {"a": 1, "b": 2, "c": 3})
    matrix = np.array([[1, 0, 1], [0, 1, 0]], np.float32)
    weights, values = np.arange(6, dtype=np.float32).reshape(3, 2), np.arange(4, dtype=np.float32).reshape(2, 2)
    assert table.times(weights).tolist() == (matrix @ weights).tolist()
    assert table.turned_times(values).tolist() == (matrix.T @ values).tolist()


def test_what_was_seen_is_learned() -> None:
    found = sureness(train(LEARNED), [case(NONE, "give"), case(NONE, "sing")])
    assert found[0].argmax() == KINDS.index("AID")
    assert found[1].argmax() == 0


def test_an_optional_word_that_is_no_trigger_teaches_nothing() -> None:
    more = [*LEARNED, *[case(NONE, "give", optional=True)] * 20]
    assert sureness(train(more), [case(NONE, "give")])[0].tolist() == pytest.approx(
        sureness(train(LEARNED), [case(NONE, "give")])[0].tolist()
    )


def test_the_same_cases_give_the_same_file(tmp_path: Path) -> None:
    for name in ("one.npz", "two.npz"):
        save(train(LEARNED), tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_kinds_are_all_types_but_states_of_affairs() -> None:
    assert (KINDS[0], set(KINDS[1:])) == (NONE, set(TYPES) - {"STATE"})


@pytest.mark.model
def test_everyday_sentences_teach_that_nothing_happens() -> None:
    cases = list(of_everyday(Path(__file__).parents[2] / EVERYDAY))
    assert len(cases) > 500
    assert {case.kind for case in cases} == {NONE}
