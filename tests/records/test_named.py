"""How a title names parties: a state gives way to who acts for it in the same part."""

from __future__ import annotations

import pytest

from builders import actor, article, participant
from communique.records.actors import Actor
from communique.records.parties import named

TEXT = article(
    "Ana Ruiz, Luis Vega, Chile, Peru, Chilean officials and the Ministry of Peru met in Lima, and so did Omar Haddad."
)
RUIZ = actor(TEXT, "Ana Ruiz", "person/ana-ruiz", iso3="CHL", kind="person")
VEGA = actor(TEXT, "Luis Vega", "person/luis-vega", iso3="PER", kind="person")
CHILE = actor(TEXT, "Chile", "state/CHL", iso3="CHL", kind="state")
PERU = actor(TEXT, "Peru", "state/PER", iso3="PER", kind="state")
OFFICIALS = actor(TEXT, "Chilean officials", "mention/officials", iso3="CHL", kind="collective", form="description")
MINISTRY = actor(TEXT, "Ministry of Peru", "org/ministry", iso3="PER", kind="organ")
HADDAD = actor(TEXT, "Omar Haddad", "person/omar-haddad", kind="person")


@pytest.mark.parametrize(
    ("parties", "names"),
    [
        ([RUIZ, VEGA, CHILE, PERU], ["Ana Ruiz", "Luis Vega"]),
        ([RUIZ, PERU], ["Ana Ruiz", "Peru"]),
        ([CHILE, PERU], ["Chile", "Peru"]),
        ([PERU, MINISTRY], ["Ministry of Peru"]),
        ([CHILE, OFFICIALS], ["Chile", "Chilean officials"]),
        ([CHILE, HADDAD], ["Chile", "Omar Haddad"]),
    ],
)
def test_a_state_gives_way_to_who_acts_for_it(parties: list[Actor], names: list[str]) -> None:
    assert [party.name for party in named(parties)] == names


def test_a_host_is_named_beside_a_guest_of_its_own_state() -> None:
    guest = participant(TEXT, "Ana Ruiz", "person/ana-ruiz", "visitor", iso3="CHL", kind="person")
    host = participant(TEXT, "Chile", "state/CHL", "host", iso3="CHL", kind="state")
    assert named([guest, host]) == [guest, host]
