"""Every pattern of data/sources/segments.yaml finds its examples and leaves its counterexamples alone."""

from __future__ import annotations

import pytest

from communique.sources.patterns import Pattern, patterns, terms

EXAMPLES = [pytest.param(p, text, id=f"{p.id}:{n}") for p in patterns() for n, text in enumerate(p.examples)]
OTHERS = [pytest.param(p, text, id=f"{p.id}:{n}") for p in patterns() for n, text in enumerate(p.counterexamples)]


@pytest.mark.parametrize(("pattern", "text"), EXAMPLES)
def test_a_pattern_finds_its_example(pattern: Pattern, text: str) -> None:
    match = pattern.find(text)
    assert match is not None
    if pattern.at == "end":
        assert match.start() > 0, "something is left for the credit to close"
    if pattern.at in ("start", "lead"):
        assert match.end() < len(text), "something is left for the dateline to open"


@pytest.mark.parametrize(("pattern", "text"), OTHERS)
def test_a_pattern_leaves_its_counterexample_alone(pattern: Pattern, text: str) -> None:
    assert pattern.find(text) is None


@pytest.mark.parametrize("pattern", patterns(), ids=lambda p: p.id)
def test_a_pattern_proves_itself_with_five_examples_and_three_counterexamples(pattern: Pattern) -> None:
    assert len(set(pattern.examples)) >= 5
    assert len(set(pattern.counterexamples)) >= 3


def test_line_breaks_count_as_blanks() -> None:
    byline = next(p for p in patterns() if p.id == "byline.by")
    assert byline.find("By Anna Example\nand John Doe")


def test_terms_do_not_cut_a_name_short() -> None:
    import re

    match = re.match(terms()["agency"], "The Associated Press said")
    assert match is not None and match.group() == "The Associated Press"
