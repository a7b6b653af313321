"""Event rules: each with examples and in the codebook's terms, and a loader that refuses what it cannot read."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import LexiconError
from communique.lexicon.codebook import load_codebook
from communique.lexicon.rules import TYPES, EventRule, load_rules

RULES = load_rules()
CODEBOOK = load_codebook()
GOOD = """- id: consult.wave
  predicate: [wave]
  roles: {subject: actor, at: recipient}
  examples: ["Chad waved at Mali."]
  counterexamples: ["A wave hit Mali."]
"""


def with_rules(folder: Path, text: str, name: str = "consult.yaml") -> Path:
    (folder / "rules" / "en").mkdir(parents=True, exist_ok=True)
    (folder / "rules" / "en" / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_every_rule_has_five_examples_and_three_counterexamples(rule: EventRule) -> None:
    assert len(set(rule.examples)) >= 5
    assert len(set(rule.counterexamples)) >= 3
    assert not set(rule.examples) & set(rule.counterexamples)


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_every_rule_speaks_the_terms_of_the_codebook(rule: EventRule) -> None:
    if rule.type != "STATE":
        assert rule.mode is None or rule.mode in CODEBOOK.kinds[rule.type].modes
    assert set(rule.contexts) <= set(CODEBOOK.contexts)
    assert rule.id.partition(".")[0] in {rule.type.lower(), "request"}


def test_every_type_has_rules() -> None:
    assert {rule.type for rule in RULES.rules} == set(TYPES)


def test_a_rule_is_found_by_the_first_word_of_its_predicates() -> None:
    found = {rule.id for rule, phrase in RULES.by_word["pull"] if phrase == ("pull", "out")}
    assert {"retreat.withdraw", "retreat.pull_out"} <= found
    assert "out" not in RULES.by_word


def test_a_class_stands_for_its_words_and_may_hold_another_class() -> None:
    assert {"soldier", "brigade"} <= RULES.classes["troops"]
    assert RULES.classes["weapons"] <= RULES.classes["arms_or_aid"]
    assert not any(word.startswith("@") and word != "@actor" for words in RULES.classes.values() for word in words)


def test_an_overlay_adds_a_rule_and_replaces_one_of_the_same_name(tmp_path: Path) -> None:
    meet = GOOD.replace("consult.wave", "consult.meet")
    found = {rule.id: rule for rule in load_rules(with_rules(tmp_path, GOOD + meet)).rules}
    assert found["consult.wave"].roles == {"subject": "actor", "at": "recipient"}
    assert found["consult.meet"].predicates == (("wave",),)
    assert set(found) == {rule.id for rule in RULES.rules} | {"consult.wave"}


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("at: recipient", "at: target", 1, "roles is 'target'"),
        ("[wave]", '[""]', 1, "a predicate is empty"),
        ("[wave]", '["@wavers"]', 1, "no class '@wavers'"),
        ("roles: {", "role: {", 1, "unknown field 'role'"),
        ("examples: [", "mode: visit\n  record: fact\n  examples: [", 1, "record is 'fact'"),
        ("examples: [", "gives: done\n  examples: [", 1, "gives is 'done'"),
        ("examples: [", "type: MEET\n  examples: [", 1, "type is 'MEET'"),
        ("examples: [", "pos: adverb\n  examples: [", 1, "pos is 'adverb'"),
        ("examples: [", "words: [a]\n  examples: [", 1, "words must be a mapping"),
        ("examples: [", "requires: [both]\n  examples: [", 1, "requires is 'both'"),
        ("- id: consult.wave\n", "\n\n- {}\n", 3, "field 'id' is missing"),
        ("id: consult.wave", "id: agree.agree", 1, "stands in another file already"),
    ],
)
def test_a_bad_rule_is_refused_with_file_and_line(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    text = GOOD.replace(old, new, 1) if "- {}" not in new else "\n\n- {}\n"
    with pytest.raises(LexiconError) as error:
        load_rules(with_rules(tmp_path, text))
    assert error.value.line == line
    assert Path(error.value.path).name == "consult.yaml"
    assert said in str(error.value)
