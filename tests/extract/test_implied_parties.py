"""Parties that a clause does not name itself: nameless people at home, the other state, whose plan it is."""

from __future__ import annotations

import pytest

from communique.evaluate.gold import Question
from communique.evaluate.status import find
from communique.extract.matching.finding import find_matches
from communique.lexicon.lexicon import load_lexicon
from conftest import ParseText

pytestmark = pytest.mark.model


def sides(text: str, trigger: str) -> tuple[list[str], list[str]]:
    """The codes of the actors and recipients of the event whose trigger begins with a word."""
    events = [
        e
        for e in find(Question(id="a", text=text, dct="2023-06-01"))
        if text[e["trigger_span"][0] :].startswith(trigger)
    ]
    assert len(events) == 1, events
    return events[0]["actor"], events[0]["recipient"]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("BISSAU - Soldiers shelled the presidential palace.", "shelled", ["GNB"], ["GNB"]),
        ("Taxi drivers blocked the bridge in Gabon for a third day.", "blocked", ["GAB"], ["GAB"]),
        ("The opposition in Bolivia accused the government of fraud.", "accused", ["BOL"], ["BOL"]),
        ("Vietnam executed a businessman over a loan.", "executed", ["VNM"], ["VNM"]),
        ("BISSAU - Soldiers lobbed grenades at the residence of the premier.", "lobbed", ["GNB"], ["GNB"]),
        ("LIMA - Attackers killed a judge.", "killed", [], ["PER"]),  # whose they were is not told
        ("Israel killed three gunmen on Tuesday.", "killed", ["ISR"], []),
        ("Foreign soldiers shelled the palace in Chad.", "shelled", [], ["TCD"]),
        ("Thousands took to the streets of Tbilisi.", "took", ["GEO"], ["GEO"]),  # who protests hides nothing
        ("A hundred people rallied outside the Turkish embassy in Berlin.", "rallied", ["DEU"], ["TUR"]),
        ("Kazakh police broke up a protest, Peru said.", "protest", ["KAZ"], ["KAZ"]),
        ("Peru said that Chadian police had detained people who protested.", "protested", ["TCD"], ["TCD"]),
        ("Peru condemned the protests.", "protests", [], []),
        ("U.S. drone attacks have killed eight people in Pakistan.", "killed", ["USA"], ["PAK"]),
        ("Armenia said that its foe had invaded Peru.", "invaded", [], ["PER"]),
        ("LIMA - Chile said that soldiers had shelled the palace.", "shelled", [], []),  # Peru's or Chile's?
    ],
)  # fmt: skip
def test_nameless_people_are_of_the_country_they_act_in(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert sides(text, trigger) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Peru demanded that Chile free the sailors, and Chile refused.", "refused", ["PER"]),
        ("Kenya says that Uganda promised to clear the road.", "promised", []),  # to whom is not told
        ("Mali turned down a Chadian offer.", "offer", ["MLI"]),
        ("Peru and Chile refused at once.", "refused", []),
        ("In Lima, Chile refused.", "refused", []),  # a place is no party
        ("Peru asked Chile and Bolivia for help, and Chile refused.", "refused", []),
        ("Chile refused.", "refused", []),
    ],
)
def test_what_is_done_to_nobody_in_particular_is_done_to_the_one_other_state(
    text: str, trigger: str, recipients: list[str]
) -> None:
    assert sides(text, trigger)[1] == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Norway said that Sudan had shelled the camp.", "shelled", []),
        ("Norway said that Sudan had ended the siege.", "ended", []),
        ("According to Norway, Sudan has ended the siege.", "ended", []),
        ("Japan said North Korea had fired a missile.", "fired", []),
        ("Norway called on Sudan to end the siege.", "end", []),
        ("France and Spain urged Serbia to lift the blockade.", "lift", []),
        ("Japan condemned the Israeli bombing of the hospital.", "bombing", []),
        ("Chile condemned the North Korean missile test.", "test", []),
        ("Norway denounced the Sudanese strike on the market.", "strike", []),
        ("Kenya criticised the Turkish raid on the village.", "raid", []),
        ("Ghana deplored the Ethiopian attack on the convoy.", "attack", []),
        ("Peru condemned the Chilean attack on Bolivia.", "attack", ["BOL"]),
        ("Peru demanded that Chile free the sailors.", "free", ["PER"]),  # what is demanded, one wants for oneself
        ("Sudan shelled a camp in Chad, Norway said.", "shelled", ["TCD"]),
    ],
)
def test_who_only_speaks_of_a_happening_is_no_party_to_it(text: str, trigger: str, recipients: list[str]) -> None:
    assert sides(text, trigger)[1] == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Nauru opened an embassy in Bangkok.", "opened", ["THA"]),
        ("Peru and Chile freed soldiers on their border.", "freed", []),  # the border is of those who act
        ("Serbia called off a trip to Zagreb.", "called off", ["HRV"]),
        ("Moldova imposed a 20 percent duty on Georgian wine.", "imposed", ["GEO"]),
        ("Serbia called off the trip.", "called off", []),
    ],
)
def test_whose_the_object_is_and_a_place_abroad_are_the_other_side(
    text: str, trigger: str, recipients: list[str]
) -> None:
    assert sides(text, trigger)[1] == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("After Peru and Chile met, each side accused the other of theft.", "accused", ["PER", "CHL"]),
        ("In a video call, the Moldovan and Ukrainian ministers spoke of gas.", "call", ["MDA", "UKR"]),
        ("Peru, Chile and Bolivia met, and each side accused the other.", "accused", []),
        ("A truce was near, Egypt told Qatar.", "truce", []),  # mediators may speak of it
    ],
)
def test_two_states_do_what_each_does_to_the_other(text: str, trigger: str, actors: list[str]) -> None:
    assert sides(text, trigger)[0] == actors


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Japan is sticking to plans for sending engineers to Iraq.", "sending", ["JPN"]),
        ("An Israeli plan to send troops into Lebanon was leaked.", "send", ["ISR"]),
        ("The Georgian parliament put off a vote on cutting ties with Russia.", "cutting", ["GEO"]),
        ("The Croatian premier has put off a trip to Sarajevo.", "trip", ["HRV"]),
        ("Norway mocked plans for sending engineers to Iraq.", "sending", []),
    ],
)
def test_whose_plan_it_is_would_do_it_also_in_a_gerund(text: str, trigger: str, actors: list[str]) -> None:
    assert sides(text, trigger)[0] == actors


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Chad and U.N. officials met on Tuesday.", {"state/TCD", "mention/u-n-officials"}),
        ("Haiti and Dominican police exchanged fire.", {"state/HTI", "organ/DOM-police"}),
        ("U.N. officials met Chad on Tuesday.", {"mention/u-n-officials", "state/TCD"}),
    ],
)
def test_a_name_before_and_another_people_is_a_party_too(text: str, parties: set[str], read_text: ParseText) -> None:
    (match,) = find_matches(read_text(text, "2023-06-01"), load_lexicon().events)
    assert {actor.id for actor in (*match.actors, *match.recipients)} == parties


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Ten Syrians were killed in an Israeli air strike.", "killed", ["ISR"], ["SYR"]),
        ("Ten Syrians were killed in an Israeli air strike.", "strike", ["ISR"], ["SYR"]),
        ("Four Kenyan soldiers were wounded in an attack by Somali militants.", "wounded", ["SOM"], ["KEN"]),
        ("A Chadian village was burned in a raid by Sudanese militiamen.", "burned", ["SDN"], ["TCD"]),
        ("Six Armenian soldiers were captured during an Azerbaijani offensive.", "captured", ["AZE"], ["ARM"]),
        ("Rwandan troops attacked a camp in Congo, killing nine people.", "killing", ["RWA"], ["COD"]),
        # who came before, or did another thing, is not the doer
        ("Ten Syrians were killed after an Israeli air strike.", "killed", [], ["SYR"]),
        ("Ten Syrians were killed near an Israeli base.", "killed", [], ["SYR"]),
        ("Rwandan troops left a camp in Congo, killing nine people.", "killing", ["RWA"], []),
    ],
)
def test_what_an_attack_came_to_has_its_parties(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert sides(text, trigger) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Two Kenyan drivers held by Somali rebels for a month have been freed.", "freed", ["SOM"]),
        ("A Norwegian sailor seized by Iranian forces in May was released.", "released", ["IRN"]),
        ("Three Polish nurses kidnapped by Libyan militiamen were freed.", "freed", ["LBY"]),
        ("Two Chilean journalists who were detained by Peru were released.", "released", ["PER"]),
        ("A Dutch engineer jailed by Mali was released.", "released", ["MLI"]),
        ("Two Kenyan drivers seen by Somali rebels have been freed.", "freed", []),
        ("Two Kenyan drivers held by Somali rebels were freed by Ethiopia.", "freed", ["ETH"]),
        ("Two Kenyan drivers held by Somali rebels were killed.", "killed", []),
    ],
)
def test_whoever_held_those_who_are_freed_by_nobody_in_particular_frees_them(
    text: str, trigger: str, actors: list[str]
) -> None:
    assert sides(text, trigger)[0] == actors


def test_a_city_whose_airport_is_hit_tells_where_it_is() -> None:
    assert sides("Tripoli's airport was shelled on Monday night.", "shelled") == ([], ["LBY"])


def test_who_draws_up_a_plan_would_do_what_is_planned() -> None:
    assert sides("Mali is examining a plan to attack Niger.", "attack") == (["MLI"], ["NER"])


def test_both_are_the_two_that_share_the_verb_before() -> None:
    text = "Fiji and Tonga signed an agreement ending a dispute in which both had seized boats."
    assert sides(text, "seized") == (["FJI", "TON"], [])


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The European Union is to vote on Friday on whether to renew sanctions on Burundi.", "renew", ["EUR"]),
        ("Cuba said that 80 prisoners would be released by Easter.", "released", []),  # a day is no doer
        ("Togo appealed on Monday to Benin to free the sailors.", "free", ["BEN"]),
        ("At a summit in Jakarta on Monday, ASEAN leaders called for an end to the violence.", "summit", ["IGO"]),
        ("ASEAN leaders called for a summit in Jakarta.", "summit", []),
        ("Qatar, Chad mend ties", "mend", ["QAT", "TCD"]),
    ],
)
def test_who_acts_is_neither_a_day_nor_only_the_first_of_two(text: str, trigger: str, actors: list[str]) -> None:
    assert sides(text, trigger)[0] == actors


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Hezbollah claimed responsibility for the attack on the base.", "attack", ["LBN"]),
        ("The Houthis have claimed responsibility for the bombing of the hotel.", "bombing", ["YEM"]),
        ("The Taliban claimed responsibility for the killing of two judges.", "killing", ["AFG"]),
        ("Syria admitted responsibility for the attack on the convoy.", "attack", ["SYR"]),
        ("Russia accepted responsibility for the killing of the miners.", "killing", ["RUS"]),
        ("Kenya took part in the attack on the camp.", "attack", ["KEN"]),
        ("No group has claimed responsibility for the attack in Kabul.", "attack", []),
        ("Peru was asked about responsibility for the attack.", "attack", []),
    ],
)
def test_who_claims_responsibility_for_a_deed_did_it(text: str, trigger: str, actors: list[str]) -> None:
    assert sorted(sides(text, trigger)[0]) == actors
