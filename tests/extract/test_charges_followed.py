"""Turns of charges and denials by which later articles take them up: whose people, what is denied, taken back."""

from __future__ import annotations

import pytest

from communique.extract.records import find_records
from communique.lexicon.lexicon import load_lexicon
from communique.records.statements import Allegation, Denial
from conftest import ParseText

pytestmark = pytest.mark.model

CHARGE = "Chad accused Libya of shelling a village. "


def charges(read_text: ParseText, text: str) -> list[Allegation]:
    return [r for r in find_records(read_text(text, "2023-06-01"), load_lexicon()) if isinstance(r, Allegation)]


def denials(read_text: ParseText, text: str) -> list[Denial]:
    return [r for r in find_records(read_text(text, "2023-06-01"), load_lexicon()) if isinstance(r, Denial)]


@pytest.mark.parametrize(
    ("text", "homes"),
    [
        ("Ghana accused Togolese traders of smuggling gold.", [("TGO",)]),
        ("Ghana accused the captain of a Togolese ferry of smuggling gold.", [("TGO",)]),
        ("Peru accused a Bolivian company of polluting a lake.", [("BOL",)]),
        ("Peru suspected Chilean farmers of poaching.", [("CHL",)]),
        ("Oman accused three Yemeni sailors of piracy.", [("YEM",)]),
        ("Ghana accused the traders of smuggling gold.", []),
        ("Ghana accused a Togolese and a Beninese trader of smuggling gold.", []),
        ("Ghana accused two Togolese of smuggling gold.", []),  # citizens are not the state
    ],
)
def test_people_of_no_table_are_accused_as_those_of_the_state_that_is_named(
    text: str, homes: list[tuple[str, ...]], read_text: ParseText
) -> None:
    accused = [actor for charge in charges(read_text, text) for actor in charge.accused if actor.iso3 is None]
    assert [actor.based_in for actor in accused] == homes


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ghana accused the captain of a Togolese ferry of smuggling gold.", "smuggling gold"),
        ("Kenya accused the owner of a Somali ship of fishing without a licence.", "fishing without a licence"),
        ("Peru accuses Chile of mining two of its ports.", "mining two of its ports"),
        ("Chad accused Libya of shelling a village and of jamming its radar.", "shelling a village"),
        ("Chad accused the Bank of England of hoarding its gold.", "hoarding its gold"),
    ],
)
def test_what_somebody_is_accused_of_is_the_deed_and_not_whose_they_are(
    text: str, content: str, read_text: ParseText
) -> None:
    assert charges(read_text, text)[0].content.text == content


@pytest.mark.parametrize(
    "reply",
    [
        "Libya denied once more that it had shelled a village.",
        "Libya's foreign ministry said the allegation was not true.",
        "Libya's foreign ministry insisted that the claim was not accurate.",
        "“This is false,” Libya's foreign minister said.",
        "“It is not true,” Libya's foreign minister said.",
        "Libya denies having done so.",
        "Libya denied that it had done anything of the kind.",
        "Libya denied that it had shelled anything.",
        "Libya denied Chad's claims about the village.",
        "Libya said it had nothing to do with the shelling of the village.",
        "“This is a lie,” Libya's foreign minister said.",
        "“That is pure fantasy,” Libya's foreign ministry said.",
        "“These are lies,” Libya's foreign minister said.",
        "“That is not true,” Libya's foreign ministry said.",
        "“This is not true,” Libya's foreign minister said.",
        "“We did not do it,” Libya's foreign minister said.",
        "Libya said it did not.",
        "Libya insisted that it did not.",
        "The Libyan foreign minister said his country did not.",
        "Libya's foreign minister said: “We did not.”",
        "Libya's foreign ministry said that it did not.",
        "Libya said it had done no such thing.",
        "Libya said it did no such thing.",
        "Libya said it had not done that.",
        "Libya's foreign ministry said it had not done this.",
        "Libya denied doing anything of the kind.",
        "Libya denied doing that.",
        "Libya denied having done this.",
        "Libya denied that it did it.",
        "Libya denied some of it.",
        "Libya denied part of it.",
        "Libya denied most of this.",
        "Libya denied some of that.",
        "Libya denied parts of it.",
    ],
)
def test_a_reply_denies_the_charge_before_it(reply: str, read_text: ParseText) -> None:
    found = denials(read_text, CHARGE + reply)
    assert [len(one.of) for one in found] == [1]


@pytest.mark.parametrize(
    "reply",
    [
        "Libya's foreign ministry said the allegation was true.",
        "“This is new,” Libya's foreign minister said.",
        "“It is not easy,” Libya's foreign minister said.",
        "Libya said it had nothing to do with the festival.",
        "Libya said it had nothing to add.",
        "Libya neither confirmed nor denied Chad's claims about the village.",
        "Libya said the talks were not useful.",
    ],
)
def test_other_words_deny_nothing(reply: str, read_text: ParseText) -> None:
    assert denials(read_text, CHARGE + reply) == []


def test_what_is_denied_again_in_other_words_is_the_deed_and_not_how_often(read_text: ParseText) -> None:
    (denial,) = denials(read_text, "Libya denied once more on Monday that it had dug a tunnel.")
    assert denial.content is not None
    assert denial.content.text == "it had dug a tunnel"


@pytest.mark.parametrize(
    ("text", "withdrawn"),
    [
        ("Peru withdrew its accusation that Chile had burned a lighthouse.", [True]),
        ("Peru has retracted its allegation that Chile had bribed judges.", [True]),
        ("Kenya took back its allegation that Somalia had armed the clan.", [True]),
        ("Ghana dropped its accusation that Togo had closed a road.", [True]),
        ("Oman rescinded its allegation that Yemen had seized a ship.", [True]),
        ("Peru repeated its accusation that Chile had burned a lighthouse.", [False]),
        ("Peru refused to withdraw its accusation that Chile had burned a lighthouse.", [False]),
        ("Peru did not retract its allegation that Chile had bribed judges.", [False]),
        ("Chile rejected an accusation that it had burned a lighthouse.", [False]),
    ],
)
def test_a_charge_that_its_accuser_takes_back_is_withdrawn(
    text: str, withdrawn: list[bool], read_text: ParseText
) -> None:
    assert [charge.withdrawn for charge in charges(read_text, text)] == withdrawn


def test_a_day_is_nobody_who_could_be_blamed(read_text: ParseText) -> None:
    found = charges(read_text, "Peru blamed Chile on Monday for a cyberattack on its central bank.")
    assert [charge.content.text for charge in found] == ["a cyberattack on its central bank"]


@pytest.mark.parametrize(
    ("text", "accusers", "accused", "content"),
    [
        # in a relative clause it is the deed on the thing before it
        (
            "Chad mocked an election that Libya accused Mali of rigging.",
            "LBY",
            "MLI",
            "an election that Libya accused Mali of rigging",
        ),
        (
            "Ukraine shot down a drone that it accuses Iran of supplying.",
            "UKR",
            "IRN",
            "a drone that it accuses Iran of supplying",
        ),
        (
            "The gold that Ghana has accused Togo of smuggling was found.",
            "GHA",
            "TGO",
            "The gold that Ghana has accused Togo of smuggling",
        ),
        ("Peru inspected a bridge it accuses Chile of bombing.", "PER", "CHL", "a bridge it accuses Chile of bombing"),
        (
            "Kenya wants back a ship that it accused Somalia of hijacking.",
            "KEN",
            "SOM",
            "a ship that it accused Somalia of hijacking",
        ),
        (
            "Libya, which Chad accuses of shelling a village, has recalled its envoy.",
            "TCD",
            "LBY",
            "shelling a village",
        ),
        (
            "The talks ended after an attack on a bridge, which Chad blamed on Libya.",
            "TCD",
            "LBY",
            "an attack on a bridge",
        ),
        (
            "Mali buried the victims of a raid on a market, which it blamed on Niger.",
            "MLI",
            "NER",
            "a raid on a market",
        ),
        ("Two sailors died in an attack on a ferry, which Oman blamed on Yemen.", "OMN", "YEM", "an attack on a ferry"),
        # a claim noun behind calls a claim what "A says is B's deed"
        (
            "The talks dwelt on what Ukraine says is Iran's supply of drones, a charge Iran denies.",
            "UKR",
            "IRN",
            "Iran's supply of drones",
        ),
        (
            "The row is about what Oman said was Yemen's smuggling of weapons, an allegation Yemen denies.",
            "OMN",
            "YEM",
            "Yemen's smuggling of weapons",
        ),
        (
            "The report details what Peru says is Chile's pollution of a lake, an allegation Chile denies.",
            "PER",
            "CHL",
            "Chile's pollution of a lake",
        ),
        (
            "What Mali says is Niger's support for the rebels, a charge Niger denies, has soured ties.",
            "MLI",
            "NER",
            "Niger's support for the rebels",
        ),
        (
            "The sanctions came over what Ghana said was Togo's smuggling of gold, a charge Togo rejects.",
            "GHA",
            "TGO",
            "Togo's smuggling of gold",
        ),
        ("A strike on a convoy, which Niger blamed on Mali, killed two.", "NER", "MLI", "A strike on a convoy"),
        ("Ten people died in a raid on a village, which Mali blamed on Niger.", "MLI", "NER", "a raid on a village"),
        (
            "Kenya mourned the victims of a bombing in a market, which it blamed on Somalia.",
            "KEN",
            "SOM",
            "a bombing in a market",
        ),
        ("Peru deplored the killing of a judge, which it blamed on Chile.", "PER", "CHL", "the killing of a judge"),
        # the deed below a word for people or for deeds
        ("Peru accused Chile of acts of spying.", "PER", "CHL", "spying"),
        ("Chad accused Libya of acts of looting.", "TCD", "LBY", "looting"),
        ("Kenya accused Somalia of acts of bombing.", "KEN", "SOM", "bombing"),
        # "as A has alleged" takes up what is denied
        ("Yemen denied smuggling weapons, as Oman has alleged.", "OMN", "YEM", "smuggling weapons"),
        ("Chile denies spying on its neighbour, as Peru alleges.", "PER", "CHL", "spying on its neighbour"),
        ("Libya denied shelling a village, as Chad has claimed.", "TCD", "LBY", "shelling a village"),
        ("Somalia denies the attack, as Kenya has alleged.", "KEN", "SOM", "the attack"),
        ("Niger denied the raid, as Mali has claimed.", "MLI", "NER", "the raid"),
        # the accuser stands last
        ("Libya was accused of meddling in Mali by France.", "FRA", "LBY", "meddling in Mali"),
        ("Niger was accused of arming rebels in Mali by Algeria.", "DZA", "NER", "arming rebels in Mali"),
        ("Togo was accused of smuggling gold from mines by Ghana.", "GHA", "TGO", "smuggling gold from mines"),
        ("Yemen was accused of attacks on ships by Oman.", "OMN", "YEM", "attacks on ships"),
        ("Eritrea was accused of jailing priests in Asmara by Norway.", "NOR", "ERI", "jailing priests in Asmara"),
        # the accused stand by the verb that makes the charge
        ("Chad levelled against Libya an accusation of shelling a village.", "TCD", "LBY", "shelling a village"),
        ("Peru made against Chile an accusation of bribing judges.", "PER", "CHL", "bribing judges"),
        ("Kenya raised against Somalia an allegation of piracy.", "KEN", "SOM", "piracy"),
        ("Mali has levelled against Niger an accusation of arming rebels.", "MLI", "NER", "arming rebels"),
        ("Ghana levelled against Togo an allegation of murder.", "GHA", "TGO", "murder"),
        # "the other side" is the one party beside the accuser
        (
            "Kenya and Somalia met on Monday. Kenya accused the other side of arming the clan.",
            "KEN",
            "SOM",
            "arming the clan",
        ),
        (
            "Oman and Yemen spoke on Friday. Oman accused its neighbour of jamming its radar.",
            "OMN",
            "YEM",
            "jamming its radar",
        ),
        (
            "Mali and Niger closed the border. Mali accused the other side of arming rebels.",
            "MLI",
            "NER",
            "arming rebels",
        ),
        ("Peru and Chile each recalled an envoy. Peru accused its neighbor of bribery.", "PER", "CHL", "bribery"),
        ("Togo and Benin met in Lome. Togo accused its neighbour of looting.", "TGO", "BEN", "looting"),
        # who stands behind "by" is accused
        ("The UN investigated allegations of rape by Mali.", "", "MLI", "rape"),
        ("Kenya looked into allegations of torture by Somalia.", "", "SOM", "torture"),
        ("Norway looked into allegations of rape by Togo.", "", "TGO", "rape"),
        ("The UN investigated allegations of torture by Chad.", "", "TCD", "torture"),
        ("Norway reviewed allegations of abuse by Eritrea.", "", "ERI", "abuse by Eritrea"),
        ("The court heard allegations of genocide by Niger.", "", "NER", "genocide by Niger"),
        ("The European Union investigated allegations of murder by Russia.", "", "RUS", "murder by Russia"),
        ("Kenya looked into allegations of rape by Eritrea.", "", "ERI", "rape"),
        # what somebody is kept from they are said to do
        ("Peru said the law was meant to stop Chile from stealing its secrets.", "PER", "CHL", "stealing its secrets"),
        ("Mali said its patrols were meant to prevent Niger from arming rebels.", "MLI", "NER", "arming rebels"),
        ("Oman said the blockade was needed to stop Yemen from attacking ships.", "OMN", "YEM", "attacking ships"),
        ("Ghana said it had acted to prevent Togo from bribing judges.", "GHA", "TGO", "bribing judges"),
        ("Norway said it had acted to stop Eritrea from torturing prisoners.", "NOR", "ERI", "torturing prisoners"),
        # who says so stands above "what ... is"
        (
            "Ukraine condemned what it says is Iran's supply of drones to Russia, a charge Iran denies.",
            "UKR",
            "IRN",
            "Iran's supply of drones to Russia",
        ),
        (
            "Kenya raised what it believes is Somalia's sheltering of pirates, a charge that Somalia denies.",
            "KEN",
            "SOM",
            "Somalia's sheltering of pirates",
        ),
        (
            "The envoys discussed what Peru says is Chile's mining of the strait, a charge Chile denies.",
            "PER",
            "CHL",
            "Chile's mining of the strait",
        ),
        (
            "The embargo followed what Niger says is Mali's delivery of rifles to rebels, a charge Mali denies.",
            "NER",
            "MLI",
            "Mali's delivery of rifles to rebels",
        ),
        # another than the one who is named accuses
        ("Chad's ally accused Libya of arming rebels.", "", "LBY", "arming rebels"),
        ("Mali's neighbor accused Niger of sheltering gunmen.", "", "NER", "sheltering gunmen"),
        ("Peru's rival accused Bolivia of spying on its army.", "", "BOL", "spying on its army"),
        ("Kenya's adversary accused Uganda of shelling a village.", "", "UGA", "shelling a village"),
        ("The envoys left Ghana. Its rival accused Togo of bribing judges.", "", "TGO", "bribing judges"),
        # somebody is accused whom no table knows
        ("Peru alleged that smugglers had bribed judges.", "PER", "", "smugglers had bribed judges"),
        ("Kenya alleges that pirates seized a ferry.", "KEN", "", "pirates seized a ferry"),
        ("Niger alleges that bandits attacked a convoy.", "NER", "", "bandits attacked a convoy"),
    ],
)
def test_who_charges_whom_with_what(text: str, accusers: str, accused: str, content: str, read_text: ParseText) -> None:
    (charge,) = charges(read_text, text)
    assert [actor.iso3 for actor in charge.accusers] == [accusers] * bool(accusers)
    assert [actor.iso3 for actor in charge.accused] == [accused] * bool(accused)
    assert charge.content.text == content


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Chad and Libya traded accusations of shelling.", {("TCD", "LBY"), ("LBY", "TCD")}),
        ("Peru and Chile exchanged allegations of spying.", {("PER", "CHL"), ("CHL", "PER")}),
        ("Kenya and Somalia swapped accusations of arming rebels.", {("KEN", "SOM"), ("SOM", "KEN")}),
        ("Georgia and Russia traded accusations of attacks on villages.", {("GEO", "RUS"), ("RUS", "GEO")}),
        ("Mali and Niger traded allegations of murder.", {("MLI", "NER"), ("NER", "MLI")}),
        ("Chad's allegation of murder, a charge Libya denies, was made in May.", set()),
        ("Peru's claim of piracy, an accusation Chile rejects, is old.", set()),
    ],
)
def test_charges_that_two_trade_go_both_ways(text: str, pairs: set[tuple[str, str]], read_text: ParseText) -> None:
    found = charges(read_text, text)
    assert {(one.iso3, other.iso3) for c in found for one in c.accusers for other in c.accused} == pairs
    assert all(charge.accusers for charge in found)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        (
            "Peru accused Chile of bribing judges and of burning a lighthouse. "
            "Chile admitted burning the lighthouse but denied the rest.",
            ["bribing judges"],
        ),
        (
            "Oman accused Yemen of jamming its radar and of sinking a ferry. "
            "Yemen acknowledged sinking the ferry but denied the rest.",
            ["jamming its radar"],
        ),
        (
            "Mali accused Niger of arming rebels and of closing a road. "
            "Niger conceded that it had closed the road but denied the rest.",
            ["arming rebels"],
        ),
        (
            "Georgia accused Russia of moving a fence and of jailing a farmer. "
            "Russia confirmed jailing the farmer but denied the rest.",
            ["moving a fence"],
        ),
        ("Ghana accused Togo of poaching and of spying. Togo admitted poaching but denied the rest.", ["spying"]),
        (
            "Peru accused Chile of bribing judges and of burning a lighthouse. "
            "Chile admitted burning the lighthouse but denied the other charges.",
            ["bribing judges"],
        ),
        (
            "Kenya accused Somalia of arming the clan and of seizing a ship. "
            "Somalia conceded that it had seized the ship but rejected the other allegations.",
            ["arming the clan"],
        ),
        (
            "Ghana accused Togo of smuggling gold and of closing a road. "
            "Togo admitted closing the road but denied the other accusation.",
            ["smuggling gold"],
        ),
        (
            "Chad accused Libya of shelling a village and of jamming its radar. Libya denied the allegations.",
            ["shelling a village", "jamming its radar"],
        ),
        ("Peru accused Chile of spying and of bribing judges. Chile denied them.", ["spying", "bribing judges"]),
        ("Mali accused Niger of a raid on a market that Niger rejects.", ["a raid on a market"]),
        ("Chad accused Libya of shelling a village, which Libya rejects.", ["shelling a village"]),
        ("Peru blamed Chile for a fire on a bridge that Chile rejects.", ["a fire on a bridge"]),
        ("Oman accused Yemen of murder, which Yemen rejected.", ["murder"]),
        ("Ghana accused Togo of meddling, which Togo rejects.", ["meddling"]),
    ],
)
def test_what_is_denied_of_several_charges(text: str, denied: list[str], read_text: ParseText) -> None:
    found = charges(read_text, text)
    (denial,) = denials(read_text, text)
    assert [one.content.text for one in found if one.id in denial.of] == denied
    assert denial.scope == ("part" if "rest" in text or "other" in text else "whole")


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Mali said Niger had moved its troops to the border. Niger rejected the claim.", True),
        ("Oman said Yemen was behind on its debts. Yemen denied it.", True),
        ("Peru said Chile had moved its ships to the strait. Chile denied it.", True),
        ("Ghana's foreign minister said Togo had left the talks early. Togo denied this.", True),
        ("Norway said Eritrea had recalled its envoy. Eritrea denied this.", True),
        ("Kenya said its port was open. Somalia rejected the claim.", False),
        ("Ghana said the road was closed. Togo denied it.", False),
        ("Peru said the talks had failed. Chile denied this.", False),
        ("Chad said the truce was over. Libya denied that.", False),
        ("Oman said its envoy had left. Yemen denied this.", False),
    ],
)
def test_a_statement_about_the_denier_is_what_it_denies(text: str, linked: bool, read_text: ParseText) -> None:
    (denial,) = denials(read_text, text)
    assert bool(denial.of) is linked


@pytest.mark.parametrize(
    "text",
    [
        "Libya's denial of access to the port angered Chad.",
        "Peru protested Chile's denial of visas to its athletes.",
        "Mali criticized Niger's denial of passage to its trucks.",
        "Kenya deplored Somalia's denial of asylum to two deserters.",
        "Kenya condemned Somalia's denial of entry to its envoy.",
        "Chad's accusation went unanswered and no denial came from Libya.",
        "The visa was denied him by Togo.",
    ],
)
def test_what_is_withheld_is_not_denied(text: str, read_text: ParseText) -> None:
    assert denials(read_text, text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Chad blamed the deaths on Monday.", 0),
        ("Peru's minister blamed the delay on Sunday.", 0),
        ("Oman blamed the fire on Friday on smugglers.", 0),
        ("Ghana blamed the shelling on March 3.", 0),
        ("Mali blamed the massacre on Tuesday.", 0),
        ("Niger blamed the massacre on the Tuareg.", 1),
        ("Ghana blamed the shelling on Togo.", 1),
    ],
)
def test_a_day_is_nobody_to_blame(text: str, count: int, read_text: ParseText) -> None:
    assert len(charges(read_text, text)) == count
