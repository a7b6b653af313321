"""Nouns that tell what verbs tell, and doers whom the grammar puts elsewhere."""

from __future__ import annotations

import pytest

from communique.extract.matching.finding import match_rules
from communique.lexicon.lexicon import load_lexicon
from conftest import ParseText

RULES = load_lexicon().events


def test_every_verb_of_a_noun_is_known_to_some_rule() -> None:
    assert [verb for verb in RULES.verbal_nouns.values() if verb.split()[0] not in RULES.by_word] == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "rule", "actors", "recipients"),
    [
        ("The extradition of two bankers to Chile by Peru was late.", "cooperate.extradite", ["PER"], ["CHL"]),
        ("The launch of a missile by Iran alarmed pilots.", "mobilize.test", ["IRN"], []),
        ("The deployment of Greek warships was criticised.", "mobilize.weapons", ["GRC"], []),
        ("Togo's closure of the border with Benin hurt traders.", "coerce.close_border", ["TGO"], ["BEN"]),
        ("The delivery of 12 howitzers to Moldova by Italy was completed.", "aid.give", ["ITA"], ["MDA"]),
        ("The confiscation of a Cuban tanker by Panama was lawful.", "coerce.seize", ["PAN"], ["CUB"]),
        ("Peru's detention of two Chilean sailors was brief.", "coerce.arrest_noun", ["PER"], ["CHL"]),
        ("The arrest of a Mexican senator by Nicaraguan police was a shock.", "coerce.arrest_noun", ["NIC"], ["MEX"]),
        ("Venezuelan troops were deployed along the river.", "mobilize.deploy", ["VEN"], []),
        ("Two Gambian envoys were expelled from Senegal.", "sanction.expel_diplomat", ["SEN"], ["GMB"]),
        ("Canada closed its embassy in Mali.", "sanction.close_embassy", ["CAN"], []),
        ("Chad blamed the killing of two drivers on Libya.", "assault.attack_noun", ["LBY"], ["TCD"]),
    ],
)
def test_a_noun_and_a_passive_tell_who_did_it(
    text: str, rule: str, actors: list[str], recipients: list[str], read_text: ParseText
) -> None:
    found = next(match for match in match_rules(read_text(text), RULES) if match.rule.id == rule)
    assert [code for actor in found.actors if (code := actor.iso3 or next(iter(actor.based_in), ""))] == actors
    assert [code for one in found.recipients if (code := one.iso3 or next(iter(one.based_in), ""))] == recipients


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The closure of the school saddened Togo.",
        "Arms exports grew in Peru.",
        "The launch of the book drew a crowd in Iran.",
    ],
)
def test_a_noun_of_something_else_tells_nothing(text: str, read_text: ParseText) -> None:
    assert [match.rule.id for match in match_rules(read_text(text), RULES) if match.rule.type != "STATE"] == []
