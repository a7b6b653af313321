"""How trained models learn: the fit finds the best weights, the file is the same twice, groups are kept apart."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from linear import Case, Plan, Table, crossed, descend, means, save, sureness, train

PLAN = Plan(("NONE", "AID"), {"word": 2.0, "governor": 1.0}, of_traits=4.0, of_vectors=2.0, floor=0.5, sure=0.8)


def case(kind: str, *traits: str, group: str = "group") -> Case:
    return Case(group, traits, np.zeros(4, np.float32), kind)


LEARNED = [*[case("AID", "give")] * 4, *[case("NONE", "sing")] * 4]


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


def test_words_of_one_place_are_averaged_and_an_empty_place_is_nought() -> None:
    words = np.array([[3.0, 0.0], [0.0, 5.0]], np.float32)
    [both, neither] = means([([], {"word": [0, 1]}), ([], {})], words, PLAN.scales)
    assert both.tolist() == [1.0, 1.0, 0.0, 0.0]
    assert neither.tolist() == [0.0] * 4


def test_what_was_seen_is_learned() -> None:
    found = sureness(train(LEARNED, PLAN), [case("NONE", "give"), case("NONE", "sing")], PLAN)
    assert found[0].argmax() == 1
    assert found[1].argmax() == 0


def test_what_is_judged_by_cross_validation_was_learned_from_other_groups() -> None:
    others = [case("AID", "verb", "give", group=str(number)) for number in range(8)]
    alone = [case("NONE", "verb", "hum", group="alone")] * 4
    gold, always = [*others, *alone], [case("AID", "verb", "give"), case("NONE", "noun", "sing")] * 2
    assert (crossed(gold, always, PLAN, 5)[:, 1] > 0.5).all()  # nobody else hums: verbs were AID
    assert (sureness(train([*gold, *always], PLAN), alone, PLAN)[:, 1] < 0.5).all()


def test_the_same_cases_give_the_same_file(tmp_path: Path) -> None:
    for name in ("one.npz", "two.npz"):
        save(train(LEARNED, PLAN), tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
