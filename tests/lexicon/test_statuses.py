"""The table of governing words is strict: a bad status or form is named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import LexiconError
from communique.lexicon.statuses import load_statuses

ENTRY = (
    "- {{id: mull, gives: {gives}, form: {form}, predicates: [mull], roles: [object], "
    'examples: ["A."], counterexamples: ["B."]}}\n'
)


def _overlay(folder: Path, gives: str, form: str) -> Path:
    inner = folder / "status" / "en"
    inner.mkdir(parents=True)
    (inner / "operators.yaml").write_text(ENTRY.format(gives=gives, form=form))
    return folder


@pytest.mark.parametrize(
    ("gives", "form", "what"),
    [("likely", "passive", "gives is 'likely'"), ("planned", "active", "form is 'active'")],
)
def test_a_bad_operator_is_named_with_its_place(tmp_path: Path, gives: str, form: str, what: str) -> None:
    with pytest.raises(LexiconError, match=what):
        load_statuses(_overlay(tmp_path, gives, form))


def test_operators_with_conditions_are_tried_first(tmp_path: Path) -> None:
    first, *others = load_statuses(_overlay(tmp_path, "planned", "passive")).of("mull")
    assert (first.id, first.form) == ("mull", "passive")
    assert [operator.form for operator in others] == [""]


def test_what_an_accord_provides_for_is_agreed_and_what_a_draft_does_proposed() -> None:
    terms = load_statuses().terms
    assert (terms["accord"], terms["draft"]) == ("agreed", "proposed")
    assert "weather" not in terms
