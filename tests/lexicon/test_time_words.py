"""The time lexicon is taken whole or refused with file and line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from communique.annotate.timing import rules
from communique.annotate.timing.anchors import Tree
from communique.errors import LexiconError
from communique.lexicon.times import GUARDS, RULES, load_times

PATTERN = "- id: test\n  pattern: '{pattern}'\n  rule: {rule}\n  needs: [month]\n"


def overlay(folder: Path, name: str, text: str) -> Path:
    path = folder / "times" / "en" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_every_rule_and_guard_that_a_pattern_may_name_exists() -> None:
    assert sorted(rules.RULES) == sorted(RULES)
    assert all(hasattr(Tree, f"_{guard}") for guard in GUARDS)


def test_words_have_the_meaning_of_their_class() -> None:
    lexicon = load_times()
    assert lexicon.meaning("month", "sept.") == "9"
    assert lexicon.meaning("weekday", "thursday") == "4"
    assert lexicon.meaning("dayname", "the day  before yesterday") == "-2"
    assert lexicon.meaning("month", "smarch") is None
    assert lexicon.meaning("no such class", "may") is None


def test_patterns_wake_only_where_one_of_their_words_occurs() -> None:
    lexicon = load_times()
    woken = {lexicon.patterns[index].id for index in lexicon.triggers["friday"]}
    assert "weekday" in woken and "month.bare" not in woken
    assert "treaty" not in lexicon.triggers


def test_every_pattern_has_five_examples_and_three_counterexamples() -> None:
    poor = [p.id for p in load_times().patterns if len(p.examples) < 5 or len(p.counterexamples) < 3]
    assert poor == []


@pytest.mark.parametrize(
    ("name", "text", "line", "what"),
    [
        ("patterns.yaml", PATTERN.format(pattern="{mouth}", rule="clock"), 1, "{mouth} is neither a class"),
        ("patterns.yaml", PATTERN.format(pattern="(may", rule="clock"), 1, "no regular expression"),
        ("patterns.yaml", PATTERN.format(pattern="may", rule="guess"), 1, "rule 'guess' is not one of"),
        ("patterns.yaml", PATTERN.format(pattern="may", rule="clock") + "  guards: [lucky]\n", 1, "guard 'lucky'"),
        ("patterns.yaml", "- id: test\n  pattern: may\n", 1, "'rule' is missing"),
        ("words.csv", "id,class,value,words\nx,mouth,1,may\n", 2, "class is 'mouth', not one of"),
        ("words.csv", "id,class,value,words\nx,month,V,mai\n", 2, "'V' is no value of class month"),
        ("words.csv", "id,class,value,words\nx,month,7,mai|may\n", 2, "'may' stands twice in class month"),
    ],
)
def test_a_bad_entry_is_refused_with_file_and_line(tmp_path: Path, name: str, text: str, line: int, what: str) -> None:
    with pytest.raises(LexiconError, match=re.escape(what)) as caught:
        load_times(overlay(tmp_path, name, text))
    assert (Path(caught.value.path).name, caught.value.line) == (name, line)


def test_an_overlay_adds_words_and_patterns(tmp_path: Path) -> None:
    overlay(tmp_path, "words.csv", "id,class,value,words\nweekday.payday,weekday,5,payday\n")
    lexicon = load_times(tmp_path)
    assert lexicon.meaning("weekday", "payday") == "5"
    assert lexicon.meaning("weekday", "friday") == "5"
