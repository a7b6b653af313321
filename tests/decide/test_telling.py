"""Decisions in words: which fields changed, from what to what; what a decision is about."""

from __future__ import annotations

from typing import Any

import pytest

from builders import actor, article, engagement
from communique.decide import making
from communique.decide.attaching import target_of
from communique.decide.making import Hand
from communique.decide.telling import brief, changes, differing, line, pairs, subject
from communique.records.links import Decision, Verb

TEXT = article("Oman hosted Iran for talks.", published="2024-02-07")
TALKS = engagement(TEXT, "talks", participants=[actor(TEXT, "Oman", "state/OMN")], status="held")
HAND = Hand(who="ana", when="2024-03-01T10:00:00Z", reason="misread")


def decision(verb: Verb, before: dict[str, Any] | None, after: dict[str, Any] | None) -> Decision:
    return Decision(number=4, who="ana", when=HAND.when, verb=verb, target=target_of(TALKS), before=before, after=after)


@pytest.mark.parametrize(
    ("verb", "before", "after", "expected"),
    [
        ("edit", {"status": "held"}, {"status": "cancelled"}, [("status", "held", "cancelled")]),
        ("edit", {"where": None}, {"where": {"name": "Muscat"}}, [("where", "none", "Muscat")]),
        ("set_status", {"status": "held"}, {"status": "held", "when": "2024-03-01"},
         [("status", "held", "held"), ("when", "none", "2024-03-01")]),
        ("accept", None, {"status": "held"}, []),
        ("reject", {"status": "held"}, None, []),
    ],
)  # fmt: skip
def test_the_fields_that_a_decision_sets(
    verb: Verb, before: dict[str, Any] | None, after: dict[str, Any] | None, expected: list[tuple[str, str, str]]
) -> None:
    assert pairs(decision(verb, before, after)) == expected


@pytest.mark.parametrize(
    ("verb", "before", "after", "expected"),
    [
        ("edit", {"status": "held"}, {"status": "cancelled"}, ["status: held → cancelled"]),
        ("alias", {"name": "Kim"}, {"id": "person/kim", "name": "Kim Min"}, ["“Kim” is person/kim (Kim Min)"]),
        ("split", None, {"parts": [{"text": "met"}, {"text": "spoke"}]}, ["into “met”, “spoke”"]),
        ("add", None, {"status": "held"}, []),
    ],
)
def test_changes_in_a_line_each(
    verb: Verb, before: dict[str, Any] | None, after: dict[str, Any], expected: list[str]
) -> None:
    assert changes(decision(verb, before, after)) == expected


def test_what_is_the_same_does_not_differ() -> None:
    assert differing({"status": "held", "type": "talks"}, {"status": "held", "type": "call"}) == [
        ("type", "talks", "call")
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "none"),
        ([], "nobody"),
        ({"granularity": "day", "from": "2024-02-07", "to": "2024-02-07"}, "2024-02-07"),
        ({"granularity": "interval", "from": "2024-02-07", "to": None}, "2024-02-07/.."),
        (
            [{"id": "state/OMN", "part": "host"}, {"id": "state/IRN", "part": "participant"}],
            "state/OMN:host, state/IRN",
        ),
    ],
)
def test_values_are_brief(value: Any, words: str) -> None:
    assert brief(value) == words


def test_a_line_names_who_what_and_why() -> None:
    told = line(making.accept(TALKS, HAND))
    assert told.startswith("0  2024-03-01T10:00:00Z  ana  accept  engagement “talks”")
    assert told.endswith("because misread")


def test_a_name_that_means_somebody_everywhere_is_about_all() -> None:
    assert subject(making.alias("Kim", "state/KOR", None, HAND)) == "everywhere"
    assert subject(making.merge(TALKS, engagement(TEXT, "hosted", participants=[]), HAND)).count("engagement") == 2
