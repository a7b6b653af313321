"""The tables of accusations, denials, relationships and labels: well fed with examples, and strict."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import LexiconError
from communique.lexicon.hedges import load_hedges
from communique.lexicon.relations import LISTS, load_relations

RELATIONS = load_relations()
RULES = [*RELATIONS.accusations, *RELATIONS.denials, *RELATIONS.relationships, *RELATIONS.labels]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_five_examples_and_three_counterexamples(rule) -> None:  # type: ignore[no-untyped-def]
    assert len(set(rule.examples)) >= 5
    assert len(set(rule.counterexamples)) >= 3
    assert not set(rule.examples) & set(rule.counterexamples)


def test_no_word_list_is_empty() -> None:
    assert set(RELATIONS.words) == set(LISTS)
    assert all(RELATIONS.words.values())


def test_a_denying_verb_is_known_as_one_and_an_accusing_verb_is_not() -> None:
    assert "deny" in RELATIONS.denying
    assert "accuse" not in RELATIONS.denying


def test_an_overlay_adds_a_rule_and_keeps_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "relations" / "en"
    folder.mkdir(parents=True)
    (folder / "denials.yaml").write_text(
        '- {id: pooh.claim, words: [pooh-pooh], denied: claim, examples: ["A."], counterexamples: ["B."]}\n'
    )
    (folder / "words.csv").write_text("word,list\ncanard,claim_noun\n")
    found = load_relations(tmp_path)
    assert {rule.id for rule in found.denials} == {rule.id for rule in RELATIONS.denials} | {"pooh.claim"}
    assert found.words["claim_noun"] == RELATIONS.words["claim_noun"] | {"canard"}


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("words.csv", "word,list\ncanard,claim_noun\nfib,fibs\n", 3, "list is 'fibs'"),
        ("words.csv", "word,lists\n", 1, "column 'lists'"),
        (
            "denials.yaml",
            "\n- {id: x, words: [x], denied: some, examples: [], counterexamples: []}\n",
            2,
            "denied is 'some'",
        ),
        ("accusations.yaml", "- {id: x, words: [x]}\n", 1, "is missing"),
        (
            "accusations.yaml",
            "- {id: x, words: [x], accused: [object], content: [of], claim: any, confidence: no, "
            "examples: [], counterexamples: []}\n",
            1,
            "confidence is 'no'",
        ),
        (
            "relationships.yaml",
            "- {id: x, words: [x], relation: y, shape: z, examples: [], counterexamples: []}\n",
            1,
            "shape",
        ),
        (
            "labels.yaml",
            "- {id: x, words: [x], about: [object], name: [as], naming: loud, examples: [], counterexamples: []}\n",
            1,
            "naming is 'loud'",
        ),
    ],
)
def test_a_bad_entry_is_refused_with_file_and_line(tmp_path: Path, name: str, text: str, line: int, said: str) -> None:
    folder = tmp_path / "relations" / "en"
    folder.mkdir(parents=True)
    (folder / name).write_text(text)
    with pytest.raises(LexiconError, match=said) as caught:
        load_relations(tmp_path)
    assert (Path(caught.value.path).name, caught.value.line) == (name, line)


def test_hedges_are_of_three_kinds_and_modals_that_assert_are_none() -> None:
    hedges = load_hedges()
    assert {"may", "might", "could"} <= hedges.modals
    assert "reportedly" in hedges.adverbs
    assert "consider" in hedges.verbs
    assert not {"will", "must", "shall"} & hedges.modals


def test_a_hedge_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "cues" / "en"
    folder.mkdir(parents=True)
    (folder / "hedges.csv").write_text("word,kind\nmayhap,doubt\n")
    with pytest.raises(LexiconError, match="kind is 'doubt'"):
        load_hedges(tmp_path)
