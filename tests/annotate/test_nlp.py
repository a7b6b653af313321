"""Tokens keep the article's own offsets, whatever was made uniform for the parser."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.annotate.parsing.nlp import normalise
from conftest import ParseText


@given(st.text(max_size=200))
def test_normalising_maps_every_character_to_the_text(text: str) -> None:
    norm, offsets = normalise(text, 0, len(text), {})
    assert len(norm) == len(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)
    assert list(offsets) == sorted(offsets)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“peace”were", '"peace" were'),
        ("said“no”", 'said "no"'),
        ("may be\u00a0sending", "may be sending"),
        ("Ukraine’s plan", "Ukraine's plan"),
        ("the min\u00adis\u00adters", "the ministers"),
        ("TALKS FAIL IN CAIRO", "Talks Fail In Cairo"),
        ("it ended.The talks", "it ended. The talks"),
        ("the U.S.S.R. fell", "the U.S.S.R. fell"),
    ],
)
def test_typography_is_made_uniform(text: str, expected: str) -> None:
    assert normalise(text, 0, len(text), {})[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«\u00a0Peace,\u00a0» he said.", '" peace , " he said .'),
        ("He said,“Peace.”", 'he said , " peace . "'),
        ('He said,"Peace."', 'he said , " peace . "'),
        ("‘A “just” peace,’ he said.", "\" a ' just ' peace , \" he said ."),
        ("“A ‘just’ peace,” he said.", "\" a ' just ' peace , \" he said ."),
    ],
)
@pytest.mark.model
def test_quotations_are_shown_to_the_parser_in_one_style(text: str, expected: str, parse_text: ParseText) -> None:
    reading = parse_text(text)
    assert [token.norm for token in reading.tokens] == expected.split()


@pytest.mark.model
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120))
def test_tokens_reproduce_the_text(parse_text: ParseText, text: str) -> None:
    reading = parse_text(text)
    for token in reading.tokens:
        assert reading.article.text[token.start : token.end] == token.text


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Kenya re-opened its border with Somalia.", "re-open"),
        ("Iran test-launched a ballistic missile on Friday.", "test-launch"),
        ("Jordan is air-dropping food over Gaza.", "air-drop"),
        ("The rebels re-took the town.", "re-take"),
    ],
)
def test_verbs_with_a_hyphen_are_lemmatised_as_their_last_part(text: str, lemma: str, parse_text: ParseText) -> None:
    assert lemma in {token.lemma for token in parse_text(text).tokens}


@pytest.mark.model
def test_wrapped_and_unwrapped_text_reads_alike(parse_text: ParseText) -> None:
    flat = "Oman hosted talks on Monday. “We want peace,” the envoy said."
    wrapped, straight = flat.replace("talks on", "talks on".replace(" ", " ")), flat.replace("“", '"').replace("”", '"')
    readings = [parse_text(text) for text in (flat, wrapped, straight)]
    assert len({tuple((t.norm, t.dep, t.head) for t in reading.tokens) for reading in readings}) == 1


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Jordan co-hosted a summit.", "co-host"),
        ("Gambia was readmitted to the body.", "readmit"),
        ("Voters re-elected the president.", "re-elect"),
        ("Chad reopened the border.", "reopen"),
        ("The guards rested.", "rest"),
    ],
)
def test_a_verb_with_a_prefix_has_the_lemma_of_the_verb_behind_it(text: str, lemma: str, parse_text: ParseText) -> None:
    assert lemma in [token.lemma for token in parse_text(text).tokens if token.pos == "VERB"]
