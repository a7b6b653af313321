"""Which reports linking looks at: those that may be of one matter, and those that have a say about it besides."""

from __future__ import annotations

import pytest
from matters import charge, plan, rebuttal

from communique.link.keys import horizon, keys
from communique.records.links import Entry

MINES = "laying mines in the strait"
CHARGED = charge("2024-05-02", "ARV", "BOR", MINES)
FERRIES = plan("2024-05-02", "Strait Ferry Plan", "ARV")

PAIRS = [
    (True, "a charge and a denial in its words", CHARGED, rebuttal("2024-05-03", "BOR", "having laid mines")),
    (True, "a charge and a bare denial", CHARGED, rebuttal("2024-05-03", "BOR")),
    (True, "two charges between the same sides", CHARGED, charge("2024-05-09", "ARV", "BOR", "jailing a fisherman")),
    (
        True,
        "two denials that share a word",
        rebuttal("2024-05-02", "BOR", "laying mines"),
        rebuttal("2024-05-03", "BOR", "having any mines at all"),
    ),
    (
        True,
        "a charge and a denial in like words",
        charge("2024-05-02", "ARV", "BOR", "shelling villages on its soil"),
        rebuttal("2024-05-03", "BOR", "any shot at its territory"),
    ),
    (False, "a charge and the denial of something else", CHARGED, rebuttal("2024-05-03", "BOR", "jailing anybody")),
    (False, "a charge and the denial of somebody else", CHARGED, rebuttal("2024-05-03", "CES", "having laid mines")),
    (
        False,
        "two denials of different things",
        rebuttal("2024-05-02", "BOR", "laying mines"),
        rebuttal("2024-05-03", "BOR", "jailing anybody"),
    ),
    (True, "two names of a plan that share two words", FERRIES, plan("2024-05-09", "the strait ferry idea", "BOR")),
    (True, "names that share one, of one proposer", FERRIES, plan("2024-05-09", "the ferry proposal", "ARV")),
    (True, "one word, twice", plan("2024-05-02", "a charter", "ARV"), plan("2024-05-09", "the charter", "BOR")),
    (True, "a plan with a name and one without", FERRIES, plan("2024-05-09", "the plan", "ARV")),
    (True, "two plans without a name", plan("2024-05-02", "a plan", "ARV"), plan("2024-05-09", "the plan", "ARV")),
    (False, "a nameless plan of somebody else", FERRIES, plan("2024-05-09", "the plan", "BOR")),
    (False, "names that share a word, of two proposers", FERRIES, plan("2024-05-09", "the ferry proposal", "BOR")),
    (False, "two names of one proposer's plans", FERRIES, plan("2024-05-09", "Orchard Treaty", "ARV")),
]

BESIDE = [
    (True, "a name that shares a word", FERRIES, plan("2024-05-09", "the ferry proposal", "BOR")),
    (True, "another plan of the proposer", FERRIES, plan("2024-05-09", "Orchard Treaty", "ARV")),
    (True, "a charge, where something else is denied", CHARGED, rebuttal("2024-05-03", "BOR", "jailing anybody")),
    (False, "another plan of another proposer", FERRIES, plan("2024-05-09", "Orchard Treaty", "BOR")),
    (False, "a charge against another", CHARGED, rebuttal("2024-05-03", "CES", "jailing anybody")),
]


@pytest.mark.parametrize(("found", "what", "one", "other"), PAIRS, ids=[pair[1] for pair in PAIRS])
def test_who_is_looked_at_looks_back(found: bool, what: str, one: Entry, other: Entry) -> None:
    a, b = keys(one.record), keys(other.record)
    assert (not set(a.sought).isdisjoint(b.held), not set(b.sought).isdisjoint(a.held)) == (found, found)


@pytest.mark.parametrize(("found", "what", "one", "other"), BESIDE, ids=[pair[1] for pair in BESIDE])
def test_who_has_a_say_hears_the_other(found: bool, what: str, one: Entry, other: Entry) -> None:
    a, b = keys(one.record), keys(other.record)
    assert (not set(a.beside).isdisjoint(b.held), not set(b.beside).isdisjoint(a.held)) == (found, found)


@pytest.mark.parametrize("told", [CHARGED, FERRIES, rebuttal("2024-05-02", "BOR", MINES), rebuttal(None, "BOR")])
def test_every_key_leads_some_days_far(told: Entry) -> None:
    assert None not in {horizon(key) for words in keys(told.record) for key in words}
