"""Pairs of reports: one matter, or two. Each table has matches and, beside them, what must stay apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from matters import charge, happening, meeting, pact, plan, quotation, rebuttal, span_of_days

from communique.link.placing import candidates, near_misses, place
from communique.link.relinking import link_all
from communique.records import Engagement
from communique.records.actors import Role, When
from communique.records.links import Entry

A, B, C, P, L = "Anna Orlin", "Boris Tal", "Cleo Dane", "Piet Marn", "Lena Koss"
AB = f"{A} + {B}"
OTHER = "Ring Tribune"


def later(*args: object, **fields: object) -> Entry:
    """The second report, by another outlet."""
    return meeting(*args, outlet=OTHER, **fields)  # type: ignore[arg-type]


def soon(on: str) -> Entry:
    """A plan of the two in Nordby, printed on the second of May."""
    return meeting("2024-05-02", AB, "announced", on=on, at="Nordby")


def visit(printed: str, who: str, status: str, **fields: Any) -> Entry:
    """The report of a visit of one person."""
    return meeting(printed, who, status, type="visit", goes=who, **fields)


PARTIES = [
    (True, "the same two people", meeting("2024-05-02", AB), later("2024-05-03", AB)),
    (True, "their order does not matter", meeting("2024-05-02", AB), later("2024-05-03", f"{B} + {A}")),
    (True, "states stand for their people", meeting("2024-05-02", AB), later("2024-05-03", "ARV + BOR")),
    (True, "a person and a state", meeting("2024-05-02", AB), later("2024-05-03", f"ARV + {B}")),
    (True, "a third party may be left out", meeting("2024-05-02", f"{AB} + {C}"), later("2024-05-03", AB)),
    (
        True,
        "a name in short",
        meeting("2024-05-02", f"{A} + Tom Reed Vance?"),
        later("2024-05-03", f"{A} + Tom Vance?"),
    ),
    (
        True,
        "a party without a name, and the day and place",
        meeting("2024-05-02", f"{C} + two leaders", on="2024-05-01", at="Nordby"),
        later("2024-05-03", f"{AB} + {C}", on="2024-05-01", at="Nordby"),
    ),
    (
        False,
        "a party without a name, and nothing else",
        meeting("2024-05-02", f"{C} + two leaders"),
        later("2024-05-03", f"{AB} + {C}"),
    ),
    (False, "another person of that state", meeting("2024-05-02", AB), later("2024-05-03", f"{A} + {L}")),
    (False, "other people of both states", meeting("2024-05-02", AB), later("2024-05-03", f"{P} + {L}")),
    (False, "another state", meeting("2024-05-02", AB), later("2024-05-03", f"{A} + {C}")),
    (False, "one party only, nothing else", meeting("2024-05-02", AB), later("2024-05-03", A)),
    (False, "namesakes", meeting("2024-05-02", f"{A} + Tom Vance?"), later("2024-05-03", f"{A} + Ada Vance?")),
]

TYPES = [
    (True, "a summit is a meeting", meeting("2024-05-02", AB, type="summit"), later("2024-05-03", AB)),
    (True, "talks are a meeting", meeting("2024-05-02", AB, type="talks"), later("2024-05-03", AB)),
    (True, "a call is a call", meeting("2024-05-02", AB, type="call"), later("2024-05-03", AB, type="call")),
    (
        True,
        "a letter",
        meeting("2024-05-02", AB, type="letter", goes=A),
        later("2024-05-03", AB, type="letter", goes=A),
    ),
    (True, "a visit", meeting("2024-05-02", AB, type="visit", goes=A), later("2024-05-03", AB, type="visit", goes=A)),
    (
        True,
        "received by its host, in the same city on the same day",
        meeting("2024-05-02", AB, type="visit", host=A, goes=B, on="2024-05-01", at="Nordby"),
        later("2024-05-03", AB, on="2024-05-01", at="Nordby"),
    ),
    (
        False,
        "received by its host, no place",
        meeting("2024-05-02", AB, type="visit", host=A, goes=B),
        later("2024-05-03", AB),
    ),
    (
        False,
        "a visit is no meeting",
        meeting("2024-05-02", AB, type="visit", goes=B, on="2024-05-01", at="Nordby"),
        later("2024-05-03", AB, on="2024-05-01", at="Nordby"),
    ),
    (False, "a call is no meeting", meeting("2024-05-02", AB, type="call"), later("2024-05-02", AB)),
    (
        False,
        "a call held for a planned meeting",
        meeting("2024-05-01", AB, "announced", on="2024-05-02"),
        later("2024-05-03", AB, type="call", on="2024-05-02"),
    ),
    (False, "a letter is no visit", meeting("2024-05-02", AB, type="letter"), later("2024-05-03", AB, type="visit")),
    (
        False,
        "a letter the other way",
        meeting("2024-05-02", AB, type="letter", goes=A),
        later("2024-05-03", AB, type="letter", goes=B),
    ),
    (
        False,
        "a visit the other way",
        meeting("2024-05-02", AB, type="visit", goes=A),
        later("2024-05-03", AB, type="visit", goes=B),
    ),
    (
        False,
        "by video is not in person",
        meeting("2024-05-02", AB, type="talks", mode_of_contact="video"),
        later("2024-05-03", AB, type="talks", mode_of_contact="in_person"),
    ),
]

PLACES = [
    (True, "the same city", meeting("2024-05-02", AB, at="Nordby"), later("2024-05-03", AB, at="Nordby")),
    (True, "a city and its country", meeting("2024-05-02", AB, at="Nordby"), later("2024-05-03", AB, at="Norway")),
    (True, "one names none", meeting("2024-05-02", AB, at="Nordby"), later("2024-05-03", AB)),
    (True, "a party and a place", meeting("2024-05-02", AB, at="Nordby"), later("2024-05-03", A, at="Nordby")),
    (True, "states and a place", meeting("2024-05-02", AB, at="Nordby"), later("2024-05-03", "ARV + BOR", at="Nordby")),
    (False, "another city", meeting("2024-05-02", AB, at="Nordby"), later("2024-05-03", AB, at="Westport")),
    (
        False,
        "another city of that country",
        meeting("2024-05-02", AB, at="Nordby"),
        later("2024-05-03", AB, at="Sudby"),
    ),
    (False, "another country", meeting("2024-05-02", AB, at="Norway"), later("2024-05-03", AB, at="Westport")),
]

DAYS = [
    (True, "the same day named", meeting("2024-05-02", AB, on="2024-05-01"), later("2024-06-20", AB, on="2024-05-01")),
    (True, "news of the same days", meeting("2024-05-02", AB), later("2024-05-04", AB)),
    (
        True,
        "a plan and its slot again",
        meeting("2024-05-02", AB, "announced", on="2024-06-12"),
        later("2024-05-30", AB, "announced", on="2024-06-12"),
    ),
    (
        True,
        "a slot narrowed down",
        meeting("2024-05-02", AB, "announced", on="2024-06-01/2024-06-30"),
        later("2024-05-30", AB, "announced", on="2024-06-12"),
    ),
    (
        True,
        "announced, then held in its slot",
        meeting("2024-05-02", AB, "announced", on="2024-06-12"),
        later("2024-06-13", AB),
    ),
    (
        True,
        "announced, then held on its day",
        meeting("2024-05-02", AB, "announced", on="2024-06-12"),
        later("2024-06-14", AB, on="2024-06-12"),
    ),
    (
        True,
        "sought, then announced",
        meeting("2024-05-02", AB, "sought"),
        later("2024-05-20", AB, "announced", on="2024-06-12"),
    ),
    (
        True,
        "announced, then called off",
        meeting("2024-05-02", AB, "announced", on="2024-06-12"),
        later("2024-05-20", AB, "cancelled"),
    ),
    (
        True,
        "called off, then on again in the same slot",
        meeting("2024-05-20", AB, "cancelled", on="2024-06-12"),
        later("2024-06-01", AB, "announced", on="2024-06-12"),
    ),
    (
        True,
        "put off to another day",
        meeting("2024-05-20", AB, "postponed", on="2024-06-12"),
        later("2024-06-01", AB, "announced", on="2024-06-20"),
    ),
    (True, "will meet, met: the same day's papers", meeting("2024-05-02", AB, "announced"), later("2024-05-04", AB)),
    (
        True,
        "a recap of a year later, by its month",
        meeting("2024-05-02", AB, on="2024-05-01"),
        later("2025-06-20", AB, on="2024-05-01/2024-05-31", layer="background"),
    ),
    (
        True,
        "one party's talks in one city, suspended in both papers",
        meeting("2024-05-02", A, "suspended", at="Nordby", type="talks"),
        later("2024-05-09", A, "suspended", at="Nordby", type="talks"),
    ),
    (
        True,
        "a state's talks there, put off in both papers",
        meeting("2024-05-02", "ARV", "postponed", at="Nordby", type="talks"),
        later("2024-05-12", "ARV", "postponed", at="Nordby", type="talks"),
    ),
    (
        True,
        "put off, says one; called off, says the other",
        meeting("2024-05-02", A, "postponed", at="Nordby"),
        later("2024-05-05", A, "cancelled", at="Nordby"),
    ),
    (
        False,
        "suspended here, suspended elsewhere",
        meeting("2024-05-02", A, "suspended", at="Nordby", type="talks"),
        later("2024-05-09", A, "suspended", at="Sudby", type="talks"),
    ),
    (
        False,
        "one party, suspended without a place",
        meeting("2024-05-02", A, "suspended", type="talks"),
        later("2024-05-09", A, "suspended", type="talks"),
    ),
    (
        False,
        "suspended in one season and in the next",
        meeting("2024-01-02", A, "suspended", at="Nordby", type="talks"),
        later("2024-05-09", A, "suspended", at="Nordby", type="talks"),
    ),
    (
        False,
        "one party sought talks there in both papers",
        meeting("2024-05-02", A, "sought", at="Nordby", type="talks"),
        later("2024-05-09", A, "sought", at="Nordby", type="talks"),
    ),
    (
        False,
        "states, a plan of weeks ago",
        meeting("2024-05-02", "ARV + BOR", "announced"),
        later("2024-05-25", "ARV + BOR", "cancelled"),
    ),
    (
        False,
        "done in the year so far, planned for its end",
        meeting("2024-05-02", "ARV + BOR", type="talks", on="2024-01-01/2024-12-31"),
        later("2024-05-20", "ARV + BOR", "cancelled", on="2024-12-07"),
    ),
    (False, "other days", meeting("2024-05-02", AB, on="2024-05-01"), later("2024-05-05", AB, on="2024-05-04")),
    (False, "they meet again and again", meeting("2024-05-02", AB), later("2024-05-12", AB)),
    (False, "announced after they had met", meeting("2024-05-02", AB), later("2024-05-10", AB, "announced")),
    (
        False,
        "held in the past, announced for later",
        meeting("2024-05-02", AB, on="2024-05-01"),
        later("2024-05-10", AB, "announced", on="2024-06-12"),
    ),
    (
        False,
        "another slot, and nothing was put off",
        meeting("2024-05-02", AB, "announced", on="2024-06-12"),
        later("2024-05-20", AB, "announced", on="2024-07-20"),
    ),
    (False, "held outside its slot", meeting("2024-05-02", AB, "announced", on="2024-06-12"), later("2024-05-20", AB)),
    (False, "a plan of long ago", meeting("2024-01-02", AB, "sought"), later("2024-05-20", AB, "sought")),
    (False, "a plan, and a meeting months later", meeting("2024-01-02", AB, "sought"), later("2024-05-20", AB)),
    (False, "background without a day", meeting("2024-05-02", AB), later("2024-05-03", AB, layer="background")),
    (
        False,
        "sides alone, a plan of weeks ago",
        meeting("2024-05-02", AB, "sought"),
        later("2024-05-30", "ARV + BOR", "sought"),
    ),
    (
        False,
        "put off, but another circle meets elsewhere",
        meeting("2024-05-20", "ARV + BOR", "postponed", on="2024-06-12"),
        later("2024-06-01", f"{AB} + {C}", "announced", on="2024-08-20"),
    ),
]

EVENTS = [
    (
        True,
        "same day",
        happening("2024-05-02", "expelled two envoys", "COERCE", "ARV", "BOR", on="2024-05-01"),
        happening("2024-05-06", "expelled diplomats", "COERCE", "ARV", "BOR", on="2024-05-01", outlet=OTHER),
    ),
    (
        True,
        "same words, same days' papers",
        happening("2024-05-02", "recalled its envoy", "COERCE", "ARV", "BOR"),
        happening("2024-05-03", "recalled its envoy", "COERCE", "ARV", "BOR", outlet=OTHER),
    ),
    (
        True,
        "denied",
        happening("2024-05-02", "shelled the port", "ASSAULT", "ARV", "BOR", on="2024-05-01"),
        happening(
            "2024-05-03", "shelled the port", "ASSAULT", "ARV", "BOR", status="denied", on="2024-05-01", outlet=OTHER
        ),
    ),
    (
        True,
        "planned, then done",
        happening("2024-05-02", "imposed sanctions", "SANCTION", "ARV", "BOR", status="planned"),
        happening("2024-05-03", "imposed sanctions", "SANCTION", "ARV", "BOR", outlet=OTHER),
    ),
    (
        True,
        "its president for the state",
        happening("2024-05-02", "signed a pact", "AGREE", "ARV", "BOR"),
        happening("2024-05-03", "signed a pact", "AGREE", A, "BOR", outlet=OTHER),
    ),
    (
        True,
        "recaps of one year",
        happening("2024-05-02", "left the accord", "RETREAT", "ARV", status="historical", on="2018-01-01/2018-12-31"),
        happening(
            "2024-05-08",
            "left the ferry accord",
            "RETREAT",
            "ARV",
            status="historical",
            on="2018-01-01/2018-12-31",
            outlet=OTHER,
        ),
    ),
    (
        False,
        "recaps of two years",
        happening("2024-05-02", "left the accord", "RETREAT", "ARV", status="historical", on="2018-01-01/2018-12-31"),
        happening(
            "2024-05-08",
            "left the accord",
            "RETREAT",
            "ARV",
            status="historical",
            on="2019-01-01/2019-12-31",
            outlet=OTHER,
        ),
    ),
    (
        False,
        "another day",
        happening("2024-05-02", "shelled the port", "ASSAULT", "ARV", "BOR", on="2024-05-01"),
        happening("2024-05-03", "shelled the port", "ASSAULT", "ARV", "BOR", on="2024-05-03", outlet=OTHER),
    ),
    (
        False,
        "the other way round",
        happening("2024-05-02", "recalled its envoy", "COERCE", "ARV", "BOR"),
        happening("2024-05-03", "recalled its envoy", "COERCE", "BOR", "ARV", outlet=OTHER),
    ),
    (
        False,
        "another type",
        happening("2024-05-02", "sent aid", "AID", "ARV", "BOR"),
        happening("2024-05-03", "sent aid", "SUPPORT", "ARV", "BOR", outlet=OTHER),
    ),
    (
        False,
        "other words, no day",
        happening("2024-05-02", "shelled a port", "ASSAULT", "ARV", "BOR"),
        happening("2024-05-03", "bombed the bridge", "ASSAULT", "ARV", "BOR", outlet=OTHER),
    ),
    (
        False,
        "weeks apart",
        happening("2024-05-02", "recalled its envoy", "COERCE", "ARV", "BOR"),
        happening("2024-05-23", "recalled its envoy", "COERCE", "ARV", "BOR", outlet=OTHER),
    ),
]

MINES = "laying mines in the strait"
CHARGES = [
    (
        True,
        "told again",
        charge("2024-05-02", "ARV", "BOR", MINES),
        charge("2024-05-20", "ARV", "BOR", "mines laid in the strait", outlet=OTHER),
    ),
    (
        True,
        "the state's president repeats it",
        charge("2024-05-02", "ARV", "BOR", MINES),
        charge("2024-05-09", A, "BOR", MINES, outlet=OTHER),
    ),
    (
        True,
        "its spokesman accuses their minister",
        charge("2024-05-02", P, L, MINES),
        charge("2024-05-09", "ARV", "BOR", MINES, outlet=OTHER),
    ),
    (
        True,
        "denied in its words",
        charge("2024-05-02", "ARV", "BOR", MINES),
        rebuttal("2024-05-03", "BOR", "having laid mines", outlet=OTHER),
    ),
    (
        True,
        "denied soon, without words",
        charge("2024-05-02", "ARV", "BOR", MINES),
        rebuttal("2024-05-03", L, outlet=OTHER),
    ),
    (
        False,
        "another accuser",
        charge("2024-05-02", "ARV", "BOR", MINES),
        charge("2024-05-03", "CES", "BOR", MINES, outlet=OTHER),
    ),
    (
        False,
        "another accused",
        charge("2024-05-02", "ARV", "BOR", MINES),
        charge("2024-05-03", "ARV", "CES", MINES, outlet=OTHER),
    ),
    (
        False,
        "another strike, nine months later",
        charge("2024-01-02", "ARV", "BOR", "opening fire with drones and artillery near Nordby"),
        charge("2024-10-03", "ARV", "BOR", "killing four soldiers with drones and artillery", outlet=OTHER),
    ),
    (
        True,
        "the blockade, in other words, months later",
        charge("2024-01-02", "ARV", "BOR", "organising a blockade of the corridor"),
        charge("2024-06-03", "ARV", "BOR", "blockading the corridor since January", outlet=OTHER),
    ),
    (
        False,
        "another matter",
        charge("2024-05-02", "ARV", "BOR", MINES),
        charge("2024-05-03", "ARV", "BOR", "jailing a fisherman", outlet=OTHER),
    ),
    (
        False,
        "somebody else denies",
        charge("2024-05-02", "ARV", "BOR", MINES),
        rebuttal("2024-05-03", "CES", "having laid mines", outlet=OTHER),
    ),
    (
        False,
        "another thing is denied",
        charge("2024-05-02", "ARV", "BOR", MINES),
        rebuttal("2024-05-03", "BOR", "jailing anybody", outlet=OTHER),
    ),
]

PLANS = [
    (
        True,
        "the same name",
        plan("2024-05-02", "Strait Ferry Plan", "ARV"),
        plan("2024-06-20", "Strait Ferry Plan", "ARV", "rejected", outlet=OTHER),
    ),
    (
        True,
        "part of the name, same proposer",
        plan("2024-05-02", "Strait Ferry Plan", "ARV"),
        plan("2024-05-20", "the ferry proposal", A, outlet=OTHER),
    ),
    (
        True,
        "no proposer named",
        plan("2024-05-02", "Strait Ferry Accord"),
        plan("2024-05-20", "the Strait Ferry deal", outlet=OTHER),
    ),
    (
        True,
        "their plan",
        plan("2024-05-02", "Strait Ferry Plan", "ARV"),
        plan("2024-05-20", "the plan", "ARV", "accepted", outlet=OTHER),
    ),
    (
        True,
        "same number of points",
        plan("2024-05-02", "Strait Ferry Plan", "ARV", declared_points=4),
        plan("2024-05-20", "Strait Ferry Plan", "ARV", declared_points=4, outlet=OTHER),
    ),
    (
        False,
        "another proposer",
        plan("2024-05-02", "Strait Ferry Plan", "ARV"),
        plan("2024-05-20", "Strait Ferry Plan", "BOR", outlet=OTHER),
    ),
    (
        False,
        "another number of points",
        plan("2024-05-02", "Strait Ferry Plan", "ARV", declared_points=4),
        plan("2024-05-20", "Strait Ferry Plan", "ARV", declared_points=7, outlet=OTHER),
    ),
    (False, "another year", plan("2024-05-02", "2015 ferry deal"), plan("2024-05-20", "2019 ferry deal", outlet=OTHER)),
    (
        False,
        "one word in common, no proposer",
        plan("2024-05-02", "Strait Ferry Accord"),
        plan("2024-05-20", "Ferry Workers Pact", outlet=OTHER),
    ),
    (
        True,
        "another name of a deal of that party's",
        pact("2024-05-02", "nuclear agreement", "ARV + BOR", "signed"),
        pact("2024-06-20", "Borland's nuclear deal", "BOR", outlet=OTHER),
    ),
    (
        True,
        "left by the same party in the same year, by other names",
        pact("2024-05-02", "2015 agreement", "ARV", "left", on="2018-01-01/2018-12-31"),
        pact("2024-06-20", "nuclear pact", "ARV", "left", on="2018-05-08", outlet=OTHER),
    ),
    (
        True,
        "the agreement of that year, two years later",
        pact("2024-05-02", "2015 agreement", "ARV + BOR", "in_force"),
        pact("2026-01-20", "2015 deal", "ARV", "suspended", outlet=OTHER),
    ),
    (
        True,
        "the same two, no telling word",
        pact("2024-05-02", "agreement", "ARV + BOR", "signed"),
        pact("2024-05-20", "accord", "ARV + BOR", "in_force", outlet=OTHER),
    ),
    (
        True,
        "one of two that signed it suspends it",
        pact("2024-05-02", "migration agreement", "ARV + BOR", "signed"),
        pact("2024-07-20", "migration deal", "ARV", "suspended", outlet=OTHER),
    ),
    (
        False,
        "a deal with another party",
        pact("2024-05-02", "migration agreement", "ARV + BOR", "signed"),
        pact("2024-05-20", "migration deal", "ARV + CES", "in_force", outlet=OTHER),
    ),
    (
        False,
        "left in the same year, another matter",
        pact("2024-05-02", "climate accord", "ARV", "left", on="2018-01-01/2018-12-31"),
        pact("2024-06-20", "nuclear pact", "ARV", "left", on="2018-05-08", outlet=OTHER),
    ),
    (
        False,
        "left in another year",
        pact("2024-05-02", "agreement", "ARV", "left", on="2018-01-01/2018-12-31"),
        pact("2024-06-20", "nuclear pact", "ARV", "left", on="2020-05-08", outlet=OTHER),
    ),
    (
        False,
        "left by another party",
        pact("2024-05-02", "agreement", "ARV", "left", on="2018-01-01/2018-12-31"),
        pact("2024-06-20", "nuclear pact", "CES", "left", on="2018-05-08", outlet=OTHER),
    ),
    (
        False,
        "the same party, another year in its name",
        pact("2024-05-02", "1994 nuclear accord", "ARV", "left"),
        pact("2024-05-20", "2015 nuclear deal", "ARV", "left", outlet=OTHER),
    ),
    (
        False,
        "two deals of one party, no telling word",
        pact("2024-05-02", "agreement", "ARV", "signed"),
        pact("2024-05-20", "accord", "ARV", "suspended", outlet=OTHER),
    ),
    (False, "a plan, whose?", plan("2024-05-02", "the plan"), plan("2024-05-03", "the plan", outlet=OTHER)),
]

WORDS = "we will not give up one metre of our coast"
SPEECH = [
    (True, "word for word", quotation("2024-05-02", A, WORDS), quotation("2024-05-02", A, WORDS, outlet=OTHER)),
    (
        True,
        "another translation",
        quotation("2024-05-02", A, WORDS),
        quotation("2024-05-03", A, "we won't give up one metre of our coast", outlet=OTHER),
    ),
    (
        True,
        "a part of it",
        quotation("2024-05-02", A, f"{WORDS}, and this is my last word on the strait"),
        quotation("2024-05-03", A, WORDS, outlet=OTHER),
    ),
    (
        True,
        "other order",
        quotation("2024-05-02", A, WORDS),
        quotation("2024-05-03", A, "one metre of our coast we will not give up", outlet=OTHER),
    ),
    (True, "days later", quotation("2024-05-02", A, WORDS), quotation("2024-05-07", A, WORDS, outlet=OTHER)),
    (False, "another speaker", quotation("2024-05-02", A, WORDS), quotation("2024-05-02", P, WORDS, outlet=OTHER)),
    (
        False,
        "other words",
        quotation("2024-05-02", A, WORDS),
        quotation("2024-05-02", A, "the ferry line opens again in spring for all", outlet=OTHER),
    ),
    (
        False,
        "a phrase of three words",
        quotation("2024-05-02", A, "not one metre"),
        quotation("2024-05-02", A, "not one metre", outlet=OTHER),
    ),
    (False, "months later", quotation("2024-05-02", A, WORDS), quotation("2024-08-02", A, WORDS, outlet=OTHER)),
]

TITLES = {
    "ministers": Role("foreign ministers", "state/ARV", "stated"),
    "leader": Role("President", "state/ARV", "stated"),
}


def of_office(printed: str, who: str, office: str, **fields: Any) -> Entry:
    """A report whose first party is there by an office: "the foreign ministers of X and Y"."""
    entry = meeting(printed, who, **fields)
    assert isinstance(entry.record, Engagement)
    first, *others = entry.record.participants
    return replace(entry, record=replace(entry.record, participants=(replace(first, role=TITLES[office]), *others)))


RECURRING = [
    (
        True,
        "a later article names another day within the week for an open plan",
        meeting("2024-05-02", AB, "announced", on="2024-05-21", at="Nordby"),
        later("2024-05-14", AB, "announced", on="2024-05-15", at="Nordby"),
    ),
    (
        True,
        "talks that opened on one day and ended on another",
        meeting("2024-05-02", AB, "under_way", on="2024-05-01", at="Nordby"),
        later("2024-05-05", AB, on="2024-05-04", at="Nordby"),
    ),
    (
        True,
        "put off by some weeks, there",
        meeting("2024-05-02", AB, "postponed", on="2024-05-10", at="Nordby"),
        later("2024-06-20", AB, on="2024-06-19", at="Nordby"),
    ),
    (
        True,
        "people of one office, by their states and by name",
        of_office("2024-05-02", "ARV + BOR", "ministers", on="2024-05-01", at="Nordby"),
        later("2024-05-03", f"{A} + {B}", on="2024-05-01", at="Nordby"),
    ),
    (
        True,
        "the slot of a plan was known, then a plan without one",
        meeting("2024-05-02", AB, "announced", on="2024-07-21", at="Nordby"),
        later("2024-07-01", AB, "announced", at="Nordby"),
    ),
    (
        False,
        "another day a month later",
        meeting("2024-05-02", AB, "announced", on="2024-05-21", at="Nordby"),
        later("2024-05-14", AB, "announced", on="2024-06-15", at="Nordby"),
    ),
    (
        False,
        "another day in another place",
        meeting("2024-05-02", AB, "announced", on="2024-05-21", at="Nordby"),
        later("2024-05-14", AB, "announced", on="2024-05-15", at="Westport"),
    ),
    (
        False,
        "called off in winter, met there in summer",
        meeting("2024-01-02", AB, "cancelled", on="2024-01-07", at="Nordby"),
        later("2024-05-16", AB, on="2024-05-15", at="Nordby"),
    ),
    (
        False,
        "a plan without a day, and a slot much later",
        meeting("2024-02-02", AB, "announced"),
        later("2024-05-16", AB, "announced", on="2024-05-20"),
    ),
    (
        False,
        "held, and planned again before the summer",
        meeting("2024-04-01", AB, on="2024-03-31"),
        later("2024-04-15", AB, "sought", on="/2024-05-31"),
    ),
    (
        False,
        "the ministers of two states, and their leaders",
        of_office("2024-05-02", "ARV + BOR", "ministers", on="2024-05-01", at="Nordby"),
        of_office("2024-05-03", "ARV + BOR", "leader", on="2024-05-01", at="Nordby", outlet=OTHER),
    ),
]

N = "Nordby"

MOVED = [  # an open plan of the same people in the same place: within a week it is the same one, on another day
    (True, "a day earlier", soon("2024-05-21"), later("2024-05-14", AB, "announced", on="2024-05-20", at=N)),
    (True, "six days earlier", soon("2024-05-21"), later("2024-05-14", AB, "announced", on="2024-05-15", at=N)),
    (True, "a week later", soon("2024-05-21"), later("2024-05-20", AB, "confirmed", on="2024-05-28", at=N)),
    (True, "the weekend after", soon("2024-05-21"), later("2024-05-14", AB, "announced", on="2024-05-25", at=N)),
    (True, "days of it", soon("2024-05-21/2024-05-22"), later("2024-05-14", AB, "announced", on="2024-05-24", at=N)),
    (False, "two weeks later", soon("2024-05-21"), later("2024-05-14", AB, "announced", on="2024-06-04", at=N)),
    (False, "its day has passed", soon("2024-05-05"), later("2024-05-08", AB, "announced", on="2024-05-10", at=N)),
    (False, "no place is named", soon("2024-05-21"), later("2024-05-14", AB, "announced", on="2024-05-20")),
    (False, "states alone", soon("2024-05-21"), later("2024-05-14", "ARV + BOR", "announced", on="2024-05-20", at=N)),
    (False, "only sought", soon("2024-05-21"), later("2024-05-14", AB, "sought", on="2024-05-20", at=N)),
]

RECAPS = [
    (True, "due in the city, on a visit to the country",
     visit("2024-05-02", A, "announced", on="2024-05-18/2024-05-20", at="Norway"),
     visit("2024-05-04", A, "announced", on="2024-05-18", at=N, outlet=OTHER)),
    (True, "one person is away on the same days, where to is not said",
     visit("2024-05-02", A, "announced", on="2024-05-18/2024-05-20", at="Norway"),
     visit("2024-05-04", A, "announced", on="2024-05-18/2024-05-20", outlet=OTHER)),
    (False, "days within those of a visit, where to is not said",
     visit("2024-05-02", A, "announced", on="2024-05-18/2024-05-20", at="Norway"),
     visit("2024-05-04", A, "announced", on="2024-05-19/2024-05-20", outlet=OTHER)),
    (False, "the whole month, where to is not said",
     visit("2024-05-02", A, "announced", on="2024-05-01/2024-06-30", at="Norway"),
     visit("2024-05-04", A, "announced", on="2024-05-01/2024-06-30", outlet=OTHER)),
    (True, "a visit to the city, then to the country",
     visit("2024-05-02", A, "announced", on="2024-05-18", at=N),
     visit("2024-05-04", A, "announced", on="2024-05-18/2024-05-20", at="Norway", outlet=OTHER)),
    (True, "hosted there, and told without the host",
     meeting("2024-05-02", f"{AB} + {C}", "announced", on="2024-05-18", at=N, host=C),
     later("2024-05-04", f"{AB} + {P}", "announced", on="2024-05-18", at=N)),
    (True, "called off, told again weeks after its day",
     meeting("2024-05-02", AB, "cancelled", on="2024-05-18", at=N),
     later("2024-06-10", AB, "cancelled", at=N)),
    (True, "refused, told again as called off",
     meeting("2024-05-02", AB, "refused", on="2024-05-18", at=N),
     later("2024-06-02", "ARV + BOR", "cancelled", at=N)),
    (True, "a visit is put off until a month, and set anew weeks later",
     visit("2024-05-02", A, "postponed", on="2024-06-01/2024-06-30", at=N),
     visit("2024-05-24", A, "announced", on="2024-06-10", at=N, outlet=OTHER)),
    (True, "a visit planned for a month, and paid",
     visit("2024-05-02", A, "announced", on="2024-06-01/2024-06-30", at=N),
     visit("2024-06-13", A, "held", on="2024-06-12", at=N, outlet=OTHER)),
    (True, "a visit brought forward",
     visit("2024-05-02", A, "announced", on="2024-05-25", at=N),
     visit("2024-05-10", A, "announced", on="2024-05-18", at=N, outlet=OTHER)),
    (True, "a visit put off without a day",
     visit("2024-05-02", A, "announced", on="2024-05-12", at=N),
     visit("2024-05-07", A, "postponed", at=N, outlet=OTHER)),
    (False, "a visit paid, and another of the next month",
     visit("2024-05-02", A, "held", on="2024-05-01", at=N),
     visit("2024-05-16", A, "announced", on="2024-06-03", at=N, outlet=OTHER)),
    (False, "a visit planned for another month",
     visit("2024-05-02", A, "announced", on="2024-06-01/2024-06-30", at=N),
     visit("2024-05-20", A, "announced", on="2024-09-01/2024-09-30", at=N, outlet=OTHER)),
    (False, "visits without a day, weeks apart",
     visit("2024-05-02", A, "announced", at=N),
     visit("2024-06-10", A, "announced", at=N, outlet=OTHER)),
    (False, "a visit of another to that country",
     visit("2024-05-02", A, "announced", on="2024-05-18/2024-05-20", at="Norway"),
     visit("2024-05-04", L, "announced", on="2024-05-18", at=N, outlet=OTHER)),
    (False, "a visit to another city of it",
     visit("2024-05-02", A, "announced", on="2024-05-18/2024-05-20", at="Sudby"),
     visit("2024-05-04", A, "announced", on="2024-05-18", at=N, outlet=OTHER)),
    (False, "a visit before its days",
     visit("2024-05-02", A, "announced", on="2024-05-18/2024-05-20", at="Norway"),
     visit("2024-05-04", A, "announced", on="2024-05-10", at=N, outlet=OTHER)),
    (False, "two hosts",
     meeting("2024-05-02", f"{AB} + {C}", "announced", on="2024-05-18", at=N, host=C),
     later("2024-05-04", f"{AB} + {P}", "announced", on="2024-05-18", at=N, host=P)),
    (False, "a host, no place",
     meeting("2024-05-02", f"{AB} + {C}", "announced", on="2024-05-18", host=C),
     later("2024-05-04", f"{AB} + Zed Ostrow?", "announced", on="2024-05-18")),
    (False, "planned again after its day",
     meeting("2024-05-02", AB, "cancelled", on="2024-05-18", at=N),
     later("2024-06-10", AB, "sought", at=N)),
    (False, "a slot without an end",
     meeting("2024-05-02", "ARV + BOR", "sought", on="2024-06-01/"),
     later("2024-08-10", "ARV + BOR", type="talks")),
]  # fmt: skip


def officials(printed: str, who: str, *titles: str, **fields: Any) -> Entry:
    """A report whose parties are there by these offices of theirs, one after another; "" for none."""
    told = meeting(printed, who, **fields)
    assert isinstance(told.record, Engagement)
    parties = tuple(
        replace(p, role=Role(title, f"state/{p.iso3}", "stated")) if title else p
        for p, title in zip(told.record.participants, titles, strict=True)
    )
    return replace(told, record=replace(told.record, participants=parties))


FM, PM, HEAD = "foreign minister", "Prime Minister", "President"
FMS = "foreign ministers"
SIDES = "ARV + BOR"
OFFICES = [  # a state by its minister is that minister; a plan without place or day needs as much
    (True, "ministers by name, and as those of their states",
     officials("2024-05-02", AB, FM, FM, status="announced"),
     officials("2024-05-20", SIDES, FMS, FMS, status="announced", outlet=OTHER)),
    (True, "twice as those of their states",
     officials("2024-05-02", SIDES, FMS, FMS, status="announced"),
     officials("2024-05-20", SIDES, FMS, FMS, status="announced", outlet=OTHER)),
    (True, "proposed to three ministers, and held",
     officials("2024-05-02", "ARV + BOR + CES", FMS, FMS, FMS, status="proposed"),
     officials("2024-05-20", f"{AB} + {C}", FM, FM, FM, on="2024-05-10", at=N, outlet=OTHER)),
    (True, "leaders are presidents",
     officials("2024-05-02", AB, HEAD, PM, status="announced"),
     officials("2024-05-20", SIDES, "leaders", "leaders", status="announced", outlet=OTHER)),
    (True, "one by office, one by name",
     officials("2024-05-02", AB, FM, FM, status="announced"),
     officials("2024-05-20", f"ARV + {B}", FMS, "", status="announced", outlet=OTHER)),
    (False, "whoever it is",
     officials("2024-05-02", AB, FM, FM, status="announced"), later("2024-05-20", SIDES, "announced")),
    (False, "presidents are no prime ministers",
     officials("2024-05-02", AB, HEAD, HEAD, status="announced"),
     officials("2024-05-20", SIDES, "prime ministers", "prime ministers", status="announced", outlet=OTHER)),
    (False, "commissions are no ministers",
     officials("2024-05-02", AB, FM, FM, status="announced", on="2024-05-31"),
     officials("2024-05-20", SIDES, "commissions", "commissions", status="announced", on="2024-05-31", outlet=OTHER)),
    (False, "officials may be anybody",
     officials("2024-05-02", AB, "official", "official", status="announced"),
     officials("2024-05-20", SIDES, "officials", "officials", status="announced", outlet=OTHER)),
]  # fmt: skip


def recalled(printed: str, who: str, **fields: Any) -> Entry:
    """Background that tells of a meeting without its day."""
    return later(printed, who, layer="background", **fields)


def counted(printed: str, who: str, **fields: Any) -> Entry:
    """Background that tells how often they met."""
    told = recalled(printed, who, **fields)
    times = replace(told.record.evidence[0], role="count")
    return replace(told, record=replace(told.record, evidence=(*told.record.evidence, times)))


RECALLED = [
    (True, "the last one there", meeting("2024-05-02", AB, on="2024-05-01", at=N), recalled("2024-05-06", AB, at=N)),
    (True, "weeks ago", meeting("2024-05-02", AB, on="2024-05-01", at=N), recalled("2024-05-29", AB, at=N)),
    (
        True,
        "with its host, told as a guest",
        meeting("2024-05-02", f"{AB} + {C}", on="2024-05-01", at=N, host=C),
        recalled("2024-05-06", f"{AB} + {C}", at=N),
    ),
    (
        True,
        "leaders by their states",
        officials("2024-05-02", AB, HEAD, PM, on="2024-05-01", at=N),
        officials("2024-05-06", SIDES, "leaders", "leaders", at=N, layer="background", outlet=OTHER),
    ),
    (
        True,
        "of three",
        meeting("2024-05-02", f"{AB} + {C}", on="2024-05-01", at=N),
        recalled("2024-05-06", f"{AB} + {C}", at=N),
    ),
    (False, "no place", meeting("2024-05-02", AB, on="2024-05-01", at=N), recalled("2024-05-06", AB)),
    (
        False,
        "another place",
        meeting("2024-05-02", AB, on="2024-05-01", at=N),
        recalled("2024-05-06", AB, at="Westport"),
    ),
    (False, "months ago", meeting("2024-05-02", AB, on="2024-05-01", at=N), recalled("2024-07-06", AB, at=N)),
    (False, "states alone", meeting("2024-05-02", SIDES, on="2024-05-01", at=N), recalled("2024-05-06", SIDES, at=N)),
    (False, "told by their count", meeting("2024-05-02", AB, on="2024-05-01", at=N), counted("2024-05-06", AB, at=N)),
    (
        False,
        "a stretch since when",
        meeting("2024-05-02", AB, on="2024-05-01", at=N),
        recalled("2024-05-06", AB, at=N, on="2023-12-01/"),
    ),
]

ENDS = [  # "by the end of the month" begins on the day of printing
    (True, "invited, then told not to have been held",
     meeting("2024-05-02", AB, "invited", on="/2024-05-31", at=N),
     later("2024-06-10", AB, "cancelled", on="/2024-05-31", at=N)),
    (True, "announced twice",
     meeting("2024-05-02", AB, "announced", on="/2024-05-31", at=N),
     later("2024-05-10", AB, "announced", on="/2024-05-31", at=N)),
    (True, "held within it",
     meeting("2024-05-02", AB, "announced", on="/2024-05-31", at=N), later("2024-05-21", AB, on="2024-05-20", at=N)),
    (True, "a day of it named",
     meeting("2024-05-02", AB, "announced", on="/2024-05-31", at=N),
     later("2024-05-10", AB, "announced", on="2024-05-30", at=N)),
    (True, "sought for after May, then invited by the end of June",
     meeting("2024-05-02", AB, "sought", on="2024-06-01/", at=N),
     later("2024-06-10", AB, "invited", on="/2024-06-30", at=N)),
    (False, "called off before",
     meeting("2024-01-02", AB, "cancelled", on="2024-02-07", at=N),
     later("2024-05-02", AB, "invited", on="/2024-05-31", at=N)),
    (False, "a plan for a day that had passed",
     meeting("2024-04-02", AB, "announced", on="2024-04-21", at=N),
     later("2024-05-02", AB, "invited", on="/2024-05-31", at=N)),
    (False, "another one called off, for its own day",
     meeting("2024-05-02", AB, "announced", on="/2024-05-31", at=N),
     later("2024-06-10", AB, "cancelled", on="2024-06-20", at=N)),
    (False, "held before",
     meeting("2024-04-22", AB, on="2024-04-21", at=N), later("2024-05-02", AB, "invited", on="/2024-05-31", at=N)),
]  # fmt: skip

NO_SUCH = [
    (True, "by one of the two, who names the place",
     meeting("2024-05-02", AB, at=N), rebuttal("2024-05-03", "ARV", "its minister had met the other in Nordby")),
    (True, "names the other",
     meeting("2024-05-02", AB, at=N), rebuttal("2024-05-03", "ARV", "its minister held talks with Boris Tal")),
    (True, "by the person",
     meeting("2024-05-02", AB, at=N, on="2024-04-28"), rebuttal("2024-05-04", B, "he had met Anna Orlin")),
    (True, "a call",
     meeting("2024-05-02", AB, type="call"), rebuttal("2024-05-03", B, "he had spoken to Anna Orlin")),
    (True, "talks, told as a meeting",
     meeting("2024-05-02", AB, type="talks", at=N), rebuttal("2024-05-03", A, "a meeting took place in Nordby")),
    (False, "names neither",
     meeting("2024-05-02", AB, at=N), rebuttal("2024-05-03", "ARV", "its minister had met anybody")),
    (False, "another denies", meeting("2024-05-02", AB, at=N), rebuttal("2024-05-03", C, "they had met in Nordby")),
    (False, "another matter", meeting("2024-05-02", AB, at=N), rebuttal("2024-05-03", A, "tanks were in Nordby")),
    (False, "weeks later", meeting("2024-05-02", AB, at=N), rebuttal("2024-05-23", A, "they had met in Nordby")),
    (False, "of long ago, told in passing",
     meeting("2024-05-02", AB, at=N, on="2023-10-01/2023-10-31", layer="background"),
     rebuttal("2024-05-03", A, "they had met in Nordby")),
    (False, "a plan",
     meeting("2024-05-02", AB, "announced", at=N), rebuttal("2024-05-03", A, "a meeting was planned in Nordby")),
]  # fmt: skip


def promised(printed: str, on: str | None = None, whom: str = "", **fields: Any) -> Entry:
    """A release that was agreed on."""
    return happening(
        printed, "release 34 prisoners", "RETREAT", "ARV", whom, status="agreed", on=on, mode="release", **fields
    )


def freed(printed: str, on: str | None = None, whom: str = "", **fields: Any) -> Entry:
    """A release, in other words."""
    who = fields.pop("who", "ARV")
    return happening(
        printed, "freed the prisoners", "RETREAT", who, whom, on=on, outlet=OTHER, mode="release", **fields
    )


CARRIED_OUT = [
    (True, "agreed without a day", promised("2024-05-02"), freed("2024-05-08", "2024-05-07")),
    (True, "agreed for a day, done without one",
     promised("2024-05-02", "2024-05-09"), freed("2024-05-12")),
    (True, "whom is told in the plan only",
     promised("2024-05-02", whom="prisoners?"), freed("2024-05-08", "2024-05-07")),
    (True, "whom is told of the deed only",
     promised("2024-05-02"), freed("2024-05-08", "2024-05-07", "prisoners?")),
    (True, "by the president",
     promised("2024-05-02"), freed("2024-05-04", "2024-05-03", who=A)),
    (False, "weeks later", promised("2024-05-02"), freed("2024-06-08", "2024-06-07")),
    (False, "done before it was agreed",
     promised("2024-05-02"), freed("2024-05-08", "2024-04-28")),
    (False, "by another", promised("2024-05-02"), freed("2024-05-08", "2024-05-07", who="BOR")),
    (False, "those of a state named",
     promised("2024-05-02", whom="CES"), freed("2024-05-08", "2024-05-07")),
    (False, "another day than agreed",
     promised("2024-05-02", "2024-05-09"), freed("2024-05-08", "2024-05-07")),
]  # fmt: skip


def exchange(printed: str, who: str, words: str = "exchange the crews", on: str | None = None, **fields: Any) -> Entry:
    """A plan of a deed, by whoever agrees to it."""
    told = {"type": "RETREAT", "status": "agreed", "mode": "release", "outlet": OTHER if on else "Post"} | fields
    return happening(printed, words, told.pop("type"), who, on=on, **told)


AGREED_TWICE = [  # what leaders agree for their states, their ministers agree for them
    (True, "by the president, then by the minister for a day",
     exchange("2024-05-02", A), exchange("2024-05-08", P, "exchanged", "2024-05-12")),
    (True, "in a noun", exchange("2024-05-02", A), exchange("2024-05-08", P, "exchange of crews", "2024-05-12")),
    (True, "the day told first",
     exchange("2024-05-02", A, "free the pilots", "2024-05-12"), exchange("2024-05-04", P, "freeing the pilots")),
    (True, "by no name of a person", exchange("2024-05-02", A), exchange("2024-05-08", "ARV", on="2024-05-12")),
    (True, "aid, by two of one state",
     exchange("2024-05-02", B, "send generators", type="AID", mode=None, status="announced"),
     exchange("2024-05-06", L, "sending generators", "2024-05-20", type="AID", mode=None, status="planned")),
    (False, "by another state", exchange("2024-05-02", A), exchange("2024-05-08", B, on="2024-05-12")),
    (False, "other words", exchange("2024-05-02", A), exchange("2024-05-08", P, "reopen the border", "2024-05-12")),
    (False, "for a day that had passed when it was agreed",
     exchange("2024-05-02", A), exchange("2024-05-08", P, on="2024-04-28")),
    (False, "weeks later", exchange("2024-05-02", A), exchange("2024-06-08", P, on="2024-06-12")),
    (False, "for another day",
     exchange("2024-05-02", A, on="2024-05-09"), exchange("2024-05-04", P, on="2024-05-12")),
    (False, "what one says, another does not",
     exchange("2024-05-02", A, "welcome the offer", type="SUPPORT", mode=None, status="announced"),
     exchange("2024-05-04", P, "welcome the offer", "2024-05-12", type="SUPPORT", mode=None, status="announced")),
]  # fmt: skip


def first(content: str) -> Entry:
    return charge("2024-05-02", "ARV", "BOR", content)


def again(content: str, who: str = "ARV") -> Entry:
    return charge("2024-05-20", who, "BOR", content, outlet=OTHER)


def repeated(content: str, cue: str = "repeated that", who: str = "ARV", printed: str = "2024-05-20") -> Entry:
    """A charge that is said not to be new."""
    return charge(printed, who, "BOR", content, cue=cue, outlet=OTHER)


CAMP = first("sheltering gunmen in a camp near Nordby")
REPEATED = [  # what is said to be repeated may be put otherwise
    (True, "repeated", CAMP, repeated("the gunmen of Tuesday's raid came across its frontier")),
    (True, "reiterated", CAMP, repeated("the gunmen were trained and paid by its army", "reiterated that")),
    (True, "renewed", CAMP, repeated("letting gunmen cross its frontier at night", "renewed its charge of")),
    (True, "again", CAMP, repeated("the gunmen crossed its frontier at night", "said again that")),
    (True, "reaffirmed", CAMP, repeated("the raid was the gunmen's and its own", "reaffirmed that")),
    (False, "said, not repeated", CAMP, repeated("the gunmen of Tuesday's raid came across its frontier", "said that")),
    (False, "nothing in common", CAMP, repeated("its boats fished inside the bay")),
    (False, "by another", CAMP, repeated("the gunmen of the raid came across its frontier", who="CES")),
    (False, "months later", CAMP, repeated("the gunmen of the raid came across its border", printed="2024-10-20")),
]


LIKE_CHARGES = [
    (True, "ground and territory", first("holding ground inside its borders"), again("having occupied its territory")),
    (True, "arms and weapons", first("supplying the rebels with arms"), again("weapons found with guerrillas")),
    (True, "closed by a blockade", first("blocking the only road"), again("a blockade of 100,000 people")),
    (True, "spies", first("espionage at the port"), again("having spied on its officers")),
    (True, "meddling", first("interference in its vote"), again("meddling before polling day")),
    (False, "two deeds of one kind", first("shelling a village"), again("firing on its boats")),
    (False, "like words of another accuser", first("holding ground inside its borders"), again("land grabs", "CES")),
    (True, "tapped and spied", first("intercepting the letters of its envoys"), again("having spied on envoys")),
    (True, "backing and arming", first("backing rebels in the hills"), again("arming rebels")),
    (True, "breaches of a truce", first("breaching a truce in the east"), again("violating the ceasefire")),
    (True, "shells", first("shelling two villages"), again("the bombardment of villages")),
    (False, "nothing alike", first("blocking the only road"), again("jamming navigation signals")),
    (False, "backing and blocking", first("backing rebels in the hills"), again("blocking a road to the coast")),
]


def for_days(count: int, who: str = AB, printed: str = "2024-05-09", **fields: Any) -> Entry:
    """Background told by its length alone: "follows four days of talks"."""
    told = later(printed, who, type="talks", layer="background", **fields)
    days = When(from_=None, to=None, granularity="interval", basis="stated", value=f"P{count}D", why="")
    return replace(told, record=replace(told.record, when=days))


FOUR_DAYS = meeting("2024-05-05", AB, on="2024-05-01/2024-05-04", at=N, type="talks")
LENGTHS = [
    (True, "as long as those", FOUR_DAYS, for_days(4)),
    (True, "weeks ago", FOUR_DAYS, for_days(4, printed="2024-06-01")),
    (True, "with a third", FOUR_DAYS, for_days(4, f"{AB} + {C}")),
    (True, "and the place", FOUR_DAYS, for_days(4, at=N)),
    (True, "two days", meeting("2024-05-05", AB, on="2024-05-03/2024-05-04", type="talks"), for_days(2)),
    (False, "of another length", FOUR_DAYS, for_days(2)),
    (False, "of other people", FOUR_DAYS, for_days(4, f"{A} + {C}")),
    (False, "states alone", FOUR_DAYS, for_days(4, SIDES)),
    (False, "months ago", FOUR_DAYS, for_days(4, printed="2024-07-20")),
    (False, "elsewhere", FOUR_DAYS, for_days(4, at="Westport")),
    (False, "still to come", meeting("2024-05-05", AB, "announced", on="2024-05-07/2024-05-10"), for_days(4)),
]  # fmt: skip


def agreed_on(made: str, printed: str = "2024-05-02") -> Entry:
    """A plan without a day, told in passing with the day on which it was made."""
    told = meeting(printed, AB, "announced", layer="background")
    assert isinstance(told.record, Engagement)
    return replace(told, record=replace(told.record, announced_when=span_of_days(made)))


OLD_PLANS = [
    (True, "made last week", agreed_on("2024-04-24"), later("2024-05-10", AB)),
    (True, "made that day", agreed_on("2024-05-02"), later("2024-05-10", AB)),
    (True, "made last month, planned again", agreed_on("2024-04-01"), later("2024-05-10", AB, "announced")),
    (True, "made last month, then held", agreed_on("2024-04-01/2024-04-10"), later("2024-05-10", AB)),
    (True, "a month of which some is near", agreed_on("2024-03-01/2024-03-31"), later("2024-05-10", AB)),
    (False, "made half a year ago, then held", agreed_on("2023-11-01/2023-11-30"), later("2024-05-10", AB)),
    (False, "made half a year ago, planned", agreed_on("2023-11-07"), later("2024-05-10", AB, "announced")),
    (False, "made last year, called off", agreed_on("2023-03-01"), later("2024-05-10", AB, "cancelled")),
]  # fmt: skip


def halted(printed: str, who: str = AB, **fields: Any) -> Entry:
    """Talks put on hold."""
    return later(printed, who, "suspended", type="talks", **fields)


BEGUN = meeting("2024-05-02", AB, "under_way", on="2024-05-01", at=N, type="talks")
HALTED = [  # what is put on hold is what began before
    (True, "days after they began", BEGUN, halted("2024-05-04", at=N)),
    (True, "a week after, no place", BEGUN, halted("2024-05-09")),
    (True, "told as a meeting held", meeting("2024-05-02", AB, at=N), halted("2024-05-05", at=N)),
    (True, "by the states", BEGUN, halted("2024-05-04", SIDES, at=N)),
    (True, "on the day they began", BEGUN, halted("2024-05-02", at=N)),
    (False, "elsewhere", BEGUN, halted("2024-05-04", at="Westport")),
    (False, "of others", BEGUN, halted("2024-05-04", f"{A} + {C}", at=N)),
    (False, "over long before", meeting("2024-05-02", AB, on="2024-05-01", at=N), halted("2024-06-15", at=N)),
    (False, "called off, not put on hold", BEGUN, later("2024-05-08", AB, "cancelled", type="talks", at=N)),
]  # fmt: skip

SUMMITS = [  # a summit is of whoever leads
    (True, "held by the leaders",
     meeting("2024-05-02", SIDES, "proposed", type="summit", at=N),
     officials("2024-05-10", AB, HEAD, PM, at=N, outlet=OTHER)),
    (True, "by people of whom no office is told",
     meeting("2024-05-02", SIDES, "proposed", type="summit", at=N), later("2024-05-10", AB, at=N)),
    (True, "told as a meeting of the states",
     meeting("2024-05-02", SIDES, "proposed", type="summit", at=N), later("2024-05-10", SIDES, at=N)),
    (True, "of foreign ministers by its own words",
     officials("2024-05-02", SIDES, FMS, FMS, status="proposed", type="summit", at=N),
     officials("2024-05-10", AB, FM, FM, at=N, outlet=OTHER)),
    (True, "with a leader among them",
     meeting("2024-05-02", SIDES, "proposed", type="summit", at=N),
     officials("2024-05-10", AB, HEAD, FM, at=N, outlet=OTHER)),
    (False, "a meeting of foreign ministers there",
     meeting("2024-05-02", SIDES, "proposed", type="summit", at=N),
     officials("2024-05-10", AB, FM, FM, at=N, outlet=OTHER)),
    (False, "of the states' foreign ministers",
     meeting("2024-05-02", SIDES, "announced", type="summit", on="2024-05-09", at=N),
     officials("2024-05-10", SIDES, FMS, FMS, on="2024-05-09", at=N, outlet=OTHER)),
    (False, "announced after the ministers met",
     officials("2024-05-02", AB, FM, FM, status="announced", at=N),
     later("2024-05-03", SIDES, "announced", type="summit", at=N)),
]  # fmt: skip

TREATY = pact("2024-02-02", "draft peace treaty", "ARV + BOR")
TREATIES = [  # without a name of its own: two sides have one at a time
    (True, "five months later", TREATY, pact("2024-06-28", "peace treaty", "ARV + BOR", outlet=OTHER)),
    (True, "the treaty alone", TREATY, pact("2024-06-28", "treaty", "BOR + ARV", outlet=OTHER)),
    (True, "signed", TREATY, pact("2024-06-28", "peace treaty", "ARV + BOR", "signed", outlet=OTHER)),
    (True, "a peace accord",
     pact("2024-02-02", "peace accord", "ARV + BOR"), pact("2024-06-28", "peace agreement", "ARV + BOR", outlet=OTHER)),
    (True, "its text", TREATY, pact("2024-05-28", "text of the treaty", "ARV + BOR", outlet=OTHER)),
    (False, "an agreement, they have many",
     pact("2024-02-02", "agreement", "ARV + BOR"), pact("2024-06-28", "agreement", "ARV + BOR", outlet=OTHER)),
    (False, "of others", TREATY, pact("2024-06-28", "peace treaty", "ARV + CES", outlet=OTHER)),
    (False, "whose?", TREATY, pact("2024-06-28", "peace treaty", "ARV", outlet=OTHER)),
    (False, "a year later", TREATY, pact("2025-02-28", "peace treaty", "ARV + BOR", outlet=OTHER)),
    (False, "one with a name", TREATY, pact("2024-06-28", "fisheries treaty", "ARV + BOR", outlet=OTHER)),
]  # fmt: skip

TABLES = {
    "parties": PARTIES,
    "types": TYPES,
    "places": PLACES,
    "days": DAYS,
    "events": EVENTS,
    "charges": CHARGES,
    "plans": PLANS,
    "speech": SPEECH,
    "recurring": RECURRING,
    "moved": MOVED,
    "recaps": RECAPS,
    "offices": OFFICES,
    "recalled": RECALLED,
    "ends": ENDS,
    "no such meeting": NO_SUCH,
    "carried out": CARRIED_OUT,
    "agreed twice": AGREED_TWICE,
    "summits": SUMMITS,
    "lengths": LENGTHS,
    "halted": HALTED,
    "old plans": OLD_PLANS,
    "like charges": LIKE_CHARGES,
    "repeated": REPEATED,
    "treaties": TREATIES,
}


@pytest.mark.parametrize(
    ("same", "first", "second"),
    [pytest.param(same, a, b, id=f"{name}: {why}") for name, rows in TABLES.items() for same, why, a, b in rows],
)
def test_two_reports_are_one_matter_or_two(same: bool, first: Entry, second: Entry) -> None:
    heads = [placement[1] for placement in link_all([first, second]).values() if placement]
    assert (len(set(heads)) == 1 and len(heads) == 2) == same


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_five_examples_and_three_counterexamples(name: str) -> None:
    same = [row[0] for row in TABLES[name]]
    assert same.count(True) >= 5
    assert same.count(False) >= 3


PLANNED = [
    meeting("2024-05-02", AB, "announced", on="2024-07-01/2024-07-31", at=N),
    later("2024-06-03", AB, "announced", on="2024-07-21", at=N),
    later("2024-07-14", AB, "announced", on="2024-07-15", at=N),
]


@pytest.mark.parametrize(
    ("together", "report"),
    [
        (True, later("2024-07-16", AB, at=N)),
        (True, later("2024-07-16", f"{AB} + {C}", at=N, host=C)),
        (True, later("2024-07-20", AB, on="2024-07-15", at=N)),
        (True, later("2024-11-20", AB, on="2024-07-15", at=N, layer="background")),
        (True, later("2024-11-20", AB, on="2024-07-01/2024-07-31", at=N, layer="background")),
        (False, later("2024-07-16", AB, "sought", on="2024-09-01/", at=N)),
        (False, later("2024-07-16", AB, "announced", on="2024-08-15", at=N)),
        (False, later("2024-07-16", AB, at="Westport")),
        (False, later("2024-11-20", AB, on="2024-10-15", at=N, layer="background")),
    ],
)
def test_what_was_planned_for_several_days_took_place_on_any_of_them(together: bool, report: Entry) -> None:
    placements = link_all([*PLANNED, report])
    heads = [placement[1] for entry in PLANNED if (placement := placements[entry.record.id])]
    own = placements[report.record.id]
    assert len(set(heads)) == 1 and own is not None
    assert (own[1] == heads[0]) == together


@pytest.mark.parametrize("outlet", ["Ring Tribune", "Alder Post", "Zinnia Herald"])
def test_a_plan_for_later_is_not_what_was_held_that_day_whichever_is_placed_first(outlet: str) -> None:
    held = later("2024-07-16", AB, at=N)
    again = meeting("2024-07-16", AB, "announced", on="2024-09-10", at=N, outlet=outlet)
    placements = link_all([*PLANNED, held, again])
    one, other = placements[held.record.id], placements[again.record.id]
    assert one is not None and other is not None and one[1] != other[1]


@pytest.mark.parametrize("day", ["2024-05-20", "2024-05-24", "2024-05-28"])
def test_what_is_told_without_its_day_is_neither_of_two_meetings_there(day: str) -> None:
    one, two = meeting("2024-05-02", AB, on="2024-05-01", at=N), later("2024-05-17", AB, on="2024-05-16", at=N)
    report = recalled(day, AB, at=N)
    placements = link_all([one, two, report])
    assert len({placement[1] for placement in placements.values() if placement}) == 3


@pytest.mark.parametrize(
    ("together", "printed"),
    [(True, "2024-05-20"), (True, "2024-06-20"), (False, "2024-07-20"), (False, "2024-09-20"), (False, "2025-05-20")],
)
def test_a_plan_called_by_its_proposer_alone_is_the_latest_one_and_no_old_one(together: bool, printed: str) -> None:
    old, new = plan("2024-05-02", "Arvia's truce", "ARV"), plan(printed, "Arvia's draft", "ARV", outlet=OTHER)
    heads = {placement[1] for placement in link_all([old, new]).values() if placement}
    assert len(heads) == (1 if together else 2)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_two_plans_with_names_are_not_joined_by_a_report_without_one(order: tuple[int, ...]) -> None:
    dredging = plan("2024-05-02", "Harbour Dredging Plan", "ARV")
    nameless = plan("2024-05-20", "plan", "ARV", outlet=OTHER)
    school = plan("2024-06-10", "Frontier School Fund", "ARV", outlet="The Lamplighter")
    placements = link_all([(dredging, nameless, school)[n] for n in order])
    one, between, two = (placements[entry.record.id] for entry in (dredging, nameless, school))
    assert one is not None and between is not None and two is not None
    assert one[1] == between[1] != two[1]


@pytest.mark.parametrize(
    ("together", "on"),
    [(True, "2024-05-16"), (True, "2024-05-20"), (False, "2024-03-01"), (False, "2024-04-01"), (False, "2024-02-16")],
)
def test_a_summit_that_fell_through_is_the_one_called_off_days_ago(together: bool, on: str) -> None:
    off = meeting("2024-05-15", SIDES, "cancelled", type="summit", on=on)
    again = later("2024-05-24", SIDES, "refused", type="summit", layer="background")
    heads = {placement[1] for placement in link_all([off, again]).values() if placement}
    assert len(heads) == (1 if together else 2)


def test_a_link_says_why_in_words() -> None:
    first, second = meeting("2024-05-02", AB, at="Nordby"), later("2024-05-03", AB, at="Nordby")
    placement = link_all([first, second])[second.record.id]
    assert placement is not None and placement[0] is not None
    link = placement[0]
    assert (link.relation, link.a, link.b, link.by) == (
        "same_as",
        second.record.id,
        first.record.id,
        "rule:link.engagement",
    )
    assert link.why == "same parties, meeting, printed within days of each other, same place"


@pytest.mark.parametrize(
    ("before", "after", "relation"),
    [
        ("announced", "held", "implements"),
        ("confirmed", "under_way", "implements"),
        ("announced", "confirmed", "same_as"),
        ("sought", "held", "same_as"),
        ("held", "held", "same_as"),
        ("announced", "cancelled", "same_as"),
    ],
)
def test_what_was_announced_and_takes_place_is_carried_out(before: str, after: str, relation: str) -> None:
    first = meeting("2024-05-02", AB, before, on="2024-05-04", at="Nordby")
    second = later("2024-05-05", AB, after, on="2024-05-04", at="Nordby")
    placement = link_all([first, second])[second.record.id]
    assert placement is not None and placement[0] is not None
    assert (placement[0].relation, placement[0].a, placement[0].b) == (relation, second.record.id, first.record.id)


def test_a_denial_denies_the_charge_whichever_was_printed_first() -> None:
    claim, answer = (
        charge("2024-05-04", "ARV", "BOR", MINES, outlet=OTHER),
        rebuttal("2024-05-03", "BOR", "having laid mines"),
    )
    placement = link_all([claim, answer])[claim.record.id]
    assert placement is not None and placement[0] is not None
    assert (placement[0].relation, placement[0].a, placement[0].b) == ("denies", answer.record.id, claim.record.id)


def test_a_revised_plan_revises_the_earlier_one_whatever_its_number_of_points() -> None:
    old = plan("2024-05-02", "four-point Strait Ferry Plan", "ARV", declared_points=4)
    new = plan("2024-06-02", "revised Strait Ferry Plan", "ARV", declared_points=5, outlet=OTHER)
    placement = link_all([old, new])[new.record.id]
    assert placement is not None and placement[0] is not None
    assert (placement[0].relation, placement[0].a, placement[0].b) == ("revises", new.record.id, old.record.id)


def test_two_matters_that_fit_alike_get_neither() -> None:
    one = meeting("2024-05-02", f"{A} + {B}", "announced", on="2024-06-12")
    two = meeting("2024-05-02", f"{P} + {L}", "announced", on="2024-06-12", outlet="The Lamplighter")
    vague = later("2024-05-20", "ARV + BOR", "announced", on="2024-06-12")
    placement = link_all([one, two, vague])[vague.record.id]
    assert placement == (None, vague.record.id)


def test_what_nearly_fitted_is_kept_for_review() -> None:
    from communique.records.views import Placed

    first, second = meeting("2024-05-02", AB, "sought"), later("2024-05-30", "ARV + BOR", "sought")
    earlier = [Placed(first, first.record.id)]
    assert place(second, earlier) is None
    [(head, verdict)] = near_misses(second, earlier)
    assert (head, verdict.joins) == (first.record.id, False)
    assert near_misses(second, earlier, {first.record.id}) == []


def test_who_was_told_apart_by_an_analyst_is_no_candidate() -> None:
    from communique.records.views import Placed

    first, second = meeting("2024-05-02", AB), later("2024-05-03", AB)
    earlier = [Placed(first, first.record.id)]
    assert place(second, earlier) is not None
    assert candidates(second, earlier, {first.record.id}) == []
