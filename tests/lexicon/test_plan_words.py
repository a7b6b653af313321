"""The words of plans: what the loader gives, what it refuses and with which line; every rule carries its proof."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import LexiconError
from communique.lexicon.files import read_entries
from communique.lexicon.proposals import load_proposals

RULES = {
    "nouns": ("strength", "owners", "nouns"),
    "statuses": ("gives", "roles", "predicates"),
    "provisions": ("take", "roles", "predicates"),
    "stances": ("gives", "roles", "target", "predicates"),
    "verdicts": ("gives", "words"),
}
OPTIONAL = ("proposer", "points", "negated", "party", "modals", "conditioned")


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_five_examples_and_three_counterexamples(name: str) -> None:
    fields = ("id", *RULES[name], "examples", "counterexamples")
    for entry in read_entries(f"proposals/en/{name}", fields, optional=OPTIONAL):
        assert len(entry.texts("examples")) >= 5, entry.text("id")
        assert len(entry.texts("counterexamples")) >= 3, entry.text("id")


def test_no_sentence_is_an_example_twice() -> None:
    for name, extra in RULES.items():
        entries = read_entries(f"proposals/en/{name}", ("id", *extra, "examples", "counterexamples"), optional=OPTIONAL)
        for entry in entries:
            sentences = [*entry.texts("examples"), *entry.texts("counterexamples")]
            assert len(sentences) == len(set(sentences)), entry.text("id")


@pytest.mark.parametrize(
    ("lemmas", "topic"),
    [
        ("keep nuclear facility safe", "nuclear_safety"),
        ("limit the enrichment of uranium", "nuclear_weapons"),
        ("prevent attack on civilian population", "civilian_protection"),
        ("establish humanitarian corridor", "humanitarian_access"),
        ("agree to a gradual de-escalation", "de_escalation"),
        ("lift sanction on two bank", "sanctions_relief"),
        ("impose sanction on two bank", "sanctions"),
        ("a six - week truce", "ceasefire"),
        ("withdraw from the town", "withdrawal"),
        ("paint the fence", "other"),
    ],
)
def test_a_topic_follows_from_the_most_specific_cue(lemmas: str, topic: str) -> None:
    assert load_proposals().topic(lemmas.split()) == topic


def test_a_noun_belongs_to_one_family() -> None:
    nouns = load_proposals().nouns
    assert (nouns["plan"].id, nouns["deal"].owners, nouns["road map"].strength) == ("plan", False, "strong")


@pytest.mark.parametrize(
    ("file", "text", "line", "what"),
    [
        ("statuses.yaml", "- id: x\n  gives: adored\n  roles: [object]\n  predicates: [like]\n  examples: []\n"
         "  counterexamples: []\n", 1, "gives is 'adored'"),
        ("stances.yaml", "- id: x\n  gives: rejects\n  roles: [object]\n  target: moon\n  predicates: [like]\n"
         "  examples: []\n  counterexamples: []\n", 1, "target is 'moon'"),
        ("governors.csv", "word,effect\nwant,perhaps\n", 2, "effect is 'perhaps'"),
        ("modifiers.csv", "word,sense\npeace,good\n", 2, "sense is 'good'"),
        ("numbers.csv", "word,value\nsix,VI\n", 2, "value is 'VI'"),
        ("nouns.yaml", "- id: x\n  strength: strong\n", 1, "field 'owners' is missing"),
    ],
)  # fmt: skip
def test_a_bad_entry_is_refused_with_its_line(file: str, text: str, line: int, what: str, tmp_path: Path) -> None:
    path = tmp_path / "proposals" / "en" / file
    path.parent.mkdir(parents=True)
    path.write_text(text)
    with pytest.raises(LexiconError, match=what) as caught:
        load_proposals(tmp_path)
    assert (caught.value.path, caught.value.line) == (path, line)
