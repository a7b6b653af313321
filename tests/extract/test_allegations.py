"""Allegations and denials: every rule's examples, who accuses whom of what, and what a denial denies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import actor, statement
from communique.extract.claims.allegations import find_allegations
from communique.extract.claims.denials import find_denials
from communique.extract.claims.rebuttals import deny_statements
from communique.lexicon.hedges import load_hedges
from communique.lexicon.relations import AccusationRule, DenialRule, load_relations
from communique.reading import Reading
from communique.records.actors import Actor
from communique.records.codec import check_spans
from communique.records.statements import Allegation, Denial
from conftest import ParseText

RELATIONS, HEDGES = load_relations(), load_hedges()

pytestmark = pytest.mark.model


def allegations(reading: Reading) -> list[Allegation]:
    found = find_allegations(reading, RELATIONS, HEDGES)
    check_spans(reading.article, found)
    return found


def denials(reading: Reading) -> list[Denial]:
    found = find_denials(reading, allegations(reading), RELATIONS)
    check_spans(reading.article, found)
    return found


def names(actors: tuple[Actor, ...]) -> list[str]:
    return [actor.name for actor in actors]


@pytest.mark.parametrize("rule", RELATIONS.accusations, ids=lambda rule: rule.id)
def test_an_accusation_finds_its_examples_and_nothing_in_its_counterexamples(
    rule: AccusationRule, read_text: ParseText
) -> None:
    for text in rule.examples:
        assert rule.id in {record.rule for record in allegations(read_text(text, "2023-06-01"))}, text
    for text in rule.counterexamples:
        assert rule.id not in {record.rule for record in allegations(read_text(text, "2023-06-01"))}, text


@pytest.mark.parametrize("rule", RELATIONS.denials, ids=lambda rule: rule.id)
def test_a_denial_finds_its_examples_and_nothing_in_its_counterexamples(rule: DenialRule, read_text: ParseText) -> None:
    for text in rule.examples:
        assert rule.id in {record.rule for record in denials(read_text(text, "2023-06-01"))}, text
    for text in rule.counterexamples:
        assert rule.id not in {record.rule for record in denials(read_text(text, "2023-06-01"))}, text


@pytest.mark.parametrize(
    ("text", "accusers", "accused", "contents"),
    [
        (
            "Armenia accused Azerbaijan of violating the truce and shelling a village.",
            ["Armenia"],
            ["Azerbaijan"],
            ["violating the truce", "shelling a village"],
        ),
        (
            "It was a vote that Kenya and Western governments accused the army of rigging.",
            ["Kenya", "Western states"],
            None,
            ["a vote that Kenya and Western governments accused the army of rigging"],
        ),
        (
            "Tehran ignored British allegations last month that Iran may be arming rebels, and that it may even be "
            "considering sending jets.",
            ["United Kingdom"],
            ["Iran"],
            ["Iran may be arming rebels", "it may even be considering sending jets"],
        ),
        (
            "Serbia rejected Kosovo's claims that it was arming a militia.",
            ["Kosovo"],
            ["Serbia"],
            ["it was arming a militia"],
        ),
        ("Syria was accused of torturing prisoners.", [], ["Syria"], ["torturing prisoners"]),
        ("Syria has been accused of meddling in Lebanon by France.", ["France"], ["Syria"], ["meddling in Lebanon"]),
        (
            "Britain accused Syria of sending weapons to Russia.",
            ["United Kingdom"],
            ["Syria"],
            ["sending weapons to Russia"],
        ),
        (
            "The bloc met over what France says is Iran's supply of drones to Russia, an allegation Iran denies.",
            ["France"],
            ["Iran"],
            ["Iran's supply of drones to Russia"],
        ),
        (
            '"Russian jets bombed our port," Zelensky said.',
            ["Volodymyr Zelenskyy"],
            None,
            ["Russian jets bombed our port"],
        ),
        ("Chad said it had won; Libya accused Niger of spying.", ["Libya"], ["Niger"], ["spying"]),
        ("Macron denied accusing Japan of spying.", None, None, []),
        (
            "Riyadh, Abu Dhabi, Cairo and Manama accuse Doha of arming extremists.",
            ["Saudi Arabia", "United Arab Emirates", "Egypt", "Bahrain"],
            ["Qatar"],
            ["arming extremists"],
        ),
        (
            "Cairo denies that it has armed Somalia, as Addis Ababa has alleged.",
            ["Ethiopia"],
            ["Egypt"],
            ["it has armed Somalia"],
        ),
        ("Minsk is smuggling people, allegations that Minsk rejects.", None, None, []),
        (
            "The U.N. had bombed no town, a U.N. spokesman said. The U.N. had shelled it, a U.N. spokesman said.",
            None,
            None,
            [],
        ),
        ("Macron accused two Russian citizens of spying.", ["Emmanuel Macron"], ["two Russian citizens"], ["spying"]),
        ("Kyiv blamed the strike on Moscow.", ["Ukraine"], ["Russia"], ["the strike"]),
        (
            "The United States accused Iran of arming the Houthis, a charge Tehran denies.",
            ["United States"],
            ["Iran"],
            ["arming the Houthis"],
        ),
        (
            "Israel says Hamas uses schools as depots, a claim the group denies.",
            ["Israel"],
            ["Hamas"],
            ["Hamas uses schools as depots"],
        ),
        ("Georgia said Russia had shelled a village.", ["Georgia"], ["Russia"], ["Russia had shelled a village"]),
    ],
)
def test_who_accuses_whom_of_what(
    text: str, accusers: list[str] | None, accused: list[str] | None, contents: list[str], read_text: ParseText
) -> None:
    found = allegations(read_text(text, "2023-06-01"))
    assert [record.content.text for record in found] == contents
    for record in found:
        assert names(record.accusers) == accusers
        assert accused is None or names(record.accused) == accused


@pytest.mark.parametrize(
    "text",
    [
        "Lavrov cited claims that Iran was shipping drones to Sudan.",
        "Tusk said he was calm, alluding to allegations that Iran may be arming Syria.",
        "Asked about accusations that Turkey was smuggling oil, Macron shrugged.",
        "Scholz was responding to allegations that Serbia had armed the group.",
        "Zelensky repeated accusations that Russia was deporting children.",
    ],
)
def test_an_allegation_is_not_given_to_those_who_cite_answer_or_repeat_it(text: str, read_text: ParseText) -> None:
    found = allegations(read_text(text, "2023-06-01"))
    assert found
    assert all(record.accusers == () for record in found)


@pytest.mark.parametrize(
    "text",
    [
        "No one met the envoys or accused Niger of shelling a village.",
        "None of the speakers stood up and accused Chile of piracy.",
        "Nobody came forward and blamed Peru for the deaths of two farmers.",
        "No one in the hall rose and accused Somalia of jamming radars.",
        "Nobody at the summit took the floor and accused Libya of arming rebels.",
    ],
)
def test_what_nobody_did_is_no_accusation(text: str, read_text: ParseText) -> None:
    assert allegations(read_text(text, "2023-06-01")) == []


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Sudan alleged that Chad may be\u00a0sending\u00a0weapons to the rebels.", "may be"),
        ("Sudan alleged that Chad might have sent weapons to the rebels.", "might have"),
        ("Sudan alleged that Chad may even be considering sending weapons to the rebels.", "may even be considering"),
        ("Sudan reportedly accused Chad of arming the rebels.", "reportedly"),
        ("Sudan alleged that Chad sent weapons to the rebels.", None),
        ("Sudan alleged that Chad will send weapons to the rebels.", None),
    ],
)
def test_the_hedge_is_kept_word_for_word(text: str, hedge: str | None, read_text: ParseText) -> None:
    (record,) = allegations(read_text(text, "2023-06-01"))
    assert (record.hedge.text if record.hedge else None) == hedge


@pytest.mark.parametrize(
    ("text", "beneficiary"),
    [
        ("London accused Tehran of supplying drones to Moscow.", ["Russia"]),
        ("London accused Tehran of supplying Moscow with drones.", ["Russia"]),
        ("London accused Tehran of arming Hezbollah.", ["Hezbollah"]),
        ("London accused Tehran of lying to Moscow.", []),
        ("London accused Tehran of a threat to Moscow.", []),
    ],
)
def test_the_beneficiary_is_who_would_receive(text: str, beneficiary: list[str], read_text: ParseText) -> None:
    (record,) = allegations(read_text(text, "2023-06-01"))
    assert names(record.beneficiary) == beneficiary


def test_two_who_accuse_each_other_make_two_allegations(read_text: ParseText) -> None:
    found = allegations(read_text("Armenia and Azerbaijan accused each other of shelling villages.", "2023-06-01"))
    assert [(names(a.accusers), names(a.accused)) for a in found] == [
        (["Armenia"], ["Azerbaijan"]),
        (["Azerbaijan"], ["Armenia"]),
    ]
    assert len({record.id for record in found}) == 2


def test_the_time_of_an_allegation_is_that_of_its_cue(read_text: ParseText) -> None:
    reading = read_text("Syria rejected U.S. allegations last week that it had used gas in 2018.", "2023-06-01")
    (record,) = allegations(reading)
    assert record.when is not None
    assert (record.when.from_, record.when.to) == ("2023-05-22", "2023-05-28")


def test_nobody_reports_his_own_accusation(read_text: ParseText) -> None:
    own = allegations(read_text('Lavrov said: "We accuse Japan of spying."', "2023-06-01"))
    told = allegations(read_text("Lavrov said that Japan had accused China of spying.", "2023-06-01"))
    assert [record.holder for record in own] == [()]
    assert [[names(level) for level in record.holder] for record in told] == [[["Sergey Lavrov"]]]


ALLEGED = "Tehran ignored British allegations that Iran may be arming rebels, and that it may even be sending jets."


@pytest.mark.parametrize(
    ("text", "linked", "scope"),
    [
        (f"{ALLEGED} Iran has denied this.", 2, "ambiguous"),
        (f"{ALLEGED} Iran has denied the allegations.", 2, "whole"),
        (f"{ALLEGED} Iran has denied the allegation.", 2, "ambiguous"),
        (f"{ALLEGED} Iran has denied some of the claims.", 2, "part"),
        (f"{ALLEGED} Iran has denied sending jets.", 1, "whole"),
        (f"{ALLEGED} Iran has denied meeting Macron.", 0, "whole"),
        (f"{ALLEGED} Peru has denied this.", 0, "whole"),
        (f"{ALLEGED} Iran called the claims baseless.", 2, "whole"),
        ("Iran denied allegations that it was arming rebels.", 1, "whole"),
        ("London accused Iran of arming the Houthis, which Tehran denies.", 1, "whole"),
        (
            "Chad accused Sudan on Monday of sending raiders to a town. Sudan denied that its troops had attacked.",
            1,
            "whole",
        ),
        (
            "Georgia said that Russian drones had struck a depot. Moscow denied that it had used drones for this.",
            1,
            "whole",
        ),
        (
            "Peru accused Bolivia of smuggling fuel. Bolivia denied that any illegal fuel was found in its trucks.",
            1,
            "whole",
        ),
        ("Kenya said that Ugandan boats had opened fire. Uganda denied that its patrol had shot first.", 1, "whole"),
        (
            "Iraq accused Iran of shelling two villages and of jamming its radar. Iran said it had jammed the radar "
            "but denied the rest.",
            1,
            "part",
        ),
        ("Iraq accused Iran of shelling two villages and of jamming its radar. Iran denied the rest.", 2, "part"),
        (
            "Laos accused Vietnam of spying on its ministers. Vietnam denied that it planned to move its embassy.",
            0,
            "whole",
        ),
        (
            "Chad accused Sudan of attacking a village. Peace is far. Sudan denied that its troops had shot first.",
            0,
            "whole",
        ),
        ("Chad accused Sudan of attacking a village. Niger denied that its troops had attacked first.", 0, "whole"),
        ("London said Iran was behind the attack. Tehran rejected London's claim.", 1, "whole"),
        ("London said Iran was behind the attack. Tehran rejected Baku's claim.", 0, "whole"),
        ("Iran has denied this.", 0, "whole"),
        ("London said Iran was behind the attack. Tehran denied any involvement.", 1, "whole"),
        ("London said Iran was behind the attack. Tehran denied any involvement in Yemen.", 0, "whole"),
        ("London accused Iran of shipping drones to Sudan. Tehran denied supplying drones.", 1, "whole"),
        ("London accused Iran of arming Sudan. Tehran denied spying on Sudan.", 0, "whole"),
        ("Rwanda denies arming the rebels, as the United States has alleged.", 1, "whole"),
    ],
)
def test_what_a_denial_denies(text: str, linked: int, scope: str, read_text: ParseText) -> None:
    (record,) = denials(read_text(text, "2023-06-01"))
    assert (len(record.of), record.scope) == (linked, scope)


@pytest.mark.parametrize(
    "text",
    [
        "Tehran has neither confirmed nor denied the report.",
        "Tehran declined to confirm or deny the report.",
        "Tehran did not deny the report.",
        "Tehran refused to deny the report.",
        "Tehran could not deny the report.",
        "Tehran said it had not sold drones.",
        "Tehran rejected the plan.",
        "Tehran denied the envoy a visa.",
        "Tehran denied them justice.",
    ],
)
def test_silence_refusal_and_plain_negation_are_no_denials(text: str, read_text: ParseText) -> None:
    assert denials(read_text(f"London accused Iran of arming Syria. {text}", "2023-06-01")) == []


def test_a_denial_of_nothing_alleged_denies_what_another_stated_about_the_denier(read_text: ParseText) -> None:
    reading = read_text("Kirby said that Iran had sent trainers to Crimea. Tehran rejected the claim.", "2023-06-01")
    found = denials(reading)
    said = statement(
        reading.article, actor(reading.article, "Kirby", "person/kirby"), "said", "Iran had sent trainers to Crimea"
    )
    (linked,) = deny_statements(reading, RELATIONS, found, [said])
    assert (found[0].of, linked.of) == ((), (said.id,))
    own = replace(said, speaker=found[0].denier)
    assert deny_statements(reading, RELATIONS, found, [own])[0].of == ()


def test_the_remark_that_the_accused_denies_it_is_the_reporters(read_text: ParseText) -> None:
    (record,) = denials(read_text("Kuleba said Russia was guilty of a massacre, which Moscow denies.", "2023-06-01"))
    assert record.holder == ()


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('Rwanda dismissed the claims as "pure invention" on Monday.', ['"pure invention"']),
        ('The Kremlin called the allegations "groundless".', ['"groundless"']),
        ('Rwanda dismissed the claims, saying: "We want peace."', []),
        ('Rwanda dismissed the "secret" claims.', []),
    ],
)
def test_the_quoted_verdict_is_evidence_of_the_denial(text: str, quoted: list[str], read_text: ParseText) -> None:
    (found,) = denials(read_text(text, "2023-06-01"))
    assert [e.text.rstrip(".") for e in found.evidence if e.role == "quote"] == quoted
