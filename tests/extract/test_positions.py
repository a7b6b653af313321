"""Positions: every stance rule's examples, whose stance it is, and what is no position."""

from __future__ import annotations

import re

import pytest

from communique import workflow
from communique.extract.matching.plan_mentions import party_key
from communique.extract.plans.positions import find_positions
from communique.extract.plans.proposals import find_proposals
from communique.extract.speech.statements import find_statements
from communique.lexicon.cues import load_cues
from communique.lexicon.files import Entry, read_entries
from communique.lexicon.proposals import load_proposals
from communique.reading import Reading
from communique.records.proposals import Position
from conftest import ParseText, plain_article

WORDS, CUES = load_proposals(), load_cues()
STANCES = read_entries(
    "proposals/en/stances",
    ("id", "gives", "roles", "target", "predicates", "examples", "counterexamples"),
    optional=("negated", "party", "modals", "conditioned"),
)
NOUNS = read_entries(
    "proposals/en/stance_nouns",
    ("id", "gives", "roles", "target", "predicates", "examples", "counterexamples"),
    optional=("negated", "party", "modals", "conditioned"),
)
VERDICTS = [
    entry
    for table in ("verdicts", "closed")
    for entry in read_entries(
        f"proposals/en/{table}", ("id", "gives", "words", "examples", "counterexamples"), optional=("negated",)
    )
]

pytestmark = pytest.mark.model


def positions(reading: Reading) -> list[Position]:
    return find_positions(reading, find_proposals(reading, WORDS), find_statements(reading, CUES, True), (), WORDS)


def takes(text: str, stance: str, read_text: ParseText) -> bool:
    """Whether the party in [brackets], or anybody where there are none, takes the stance."""
    named = re.search(r"\[(?:The )?(.*?)\]", text)
    reading = read_text(text.replace("[", "").replace("]", ""))
    mentions = (m for m in reading.mentions if m.actor is not None)
    keys = {
        party_key(m.actor)
        for m in mentions
        if named and m.actor and reading.span(m.first, m.last).text.endswith(named[1])
    }
    return any(p.stance == stance and (named is None or party_key(p.party) in keys) for p in positions(reading))


@pytest.mark.parametrize("entry", [*STANCES, *NOUNS, *VERDICTS], ids=lambda entry: entry.text("id"))
def test_a_stance_is_taken_in_its_examples_only(entry: Entry, read_text: ParseText) -> None:
    told = (entry.text(name, "none") for name in ("gives", "negated", "conditioned"))
    stance = next(stance for stance in told if stance != "none")
    for text in entry.texts("examples"):
        assert takes(text, stance, read_text), text
    for text in entry.texts("counterexamples"):
        assert not takes(text, stance, read_text), text


def found(read_text: ParseText, text: str) -> list[tuple[str, str | None, str, str]]:
    return [(p.party.name, p.via.name if p.via else None, p.stance, p.topic.text) for p in positions(read_text(text))]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Kenya will not take part in the talks.", "the talks"),
        ("Kenya said it would not take part in a summit in Cairo.", "a summit in Cairo"),
        ("Kenya will not attend the summit.", "the summit"),
    ],
)
def test_who_will_take_no_part_rejects_the_occasion_and_no_part(text: str, topic: str, read_text: ParseText) -> None:
    assert [p.topic.text for p in positions(read_text(text))] == [topic]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile put forward a peace plan. Peru's President Dina Boluarte said she wanted to discuss Chile's plan.",
            [("Chile", None, "proposes", "a peace plan"),
             ("Peru", "Dina Boluarte", "willing_to_discuss", "Chile's plan")],
        ),
        (
            'Chile unveiled a peace plan. "Dialogue is the only solution," the plan said.',
            [("Chile", None, "proposes", "a peace plan"),
             ("Chile", "Chile's peace plan", "proposes", "Dialogue is the only solution")],
        ),
        (
            "Iran said it would accept the truce if Israel stopped its strikes.",
            [("Iran", None, "conditional", "the truce")],
        ),
        (
            "Sudan said it would accept the Kenyan peace plan if the militia withdrew.",
            [("Kenya", None, "proposes", "the Kenyan peace plan"),
             ("Sudan", None, "conditional", "the Kenyan peace plan")],
        ),
        (
            "Ghana demanded that the border be reopened, that two captives be freed and that the army withdraw.",
            [("Ghana", None, "demands", "the border be reopened"), ("Ghana", None, "demands", "two captives be freed"),
             ("Ghana", None, "demands", "the army withdraw")],
        ),
        (
            "Oman proposed that the strikes end, that the port reopen, and that envoys meet.",
            [("Oman", None, "proposes", "the strikes end"), ("Oman", None, "proposes", "the port reopen"),
             ("Oman", None, "proposes", "envoys meet")],
        ),
        (
            "Jordan demanded that the convoys be let through, that the crossing be opened, and that the strikes end.",
            [("Jordan", None, "demands", "the convoys be let through"),
             ("Jordan", None, "demands", "the crossing be opened"), ("Jordan", None, "demands", "the strikes end")],
        ),
        (
            "Kenya proposed that tariffs be cut, that ports be opened, and that visas be dropped.",
            [("Kenya", None, "proposes", "tariffs be cut"), ("Kenya", None, "proposes", "ports be opened"),
             ("Kenya", None, "proposes", "visas be dropped")],
        ),
        ("Libya must hand over the suspects, Malta said.",
         [("Malta", None, "demands", "Libya must hand over the suspects")]),
        ("Russia should leave, Ukraine said.", [("Ukraine", None, "demands", "Russia should leave")]),
        ("Chad said Libya must withdraw its troops and free the captives.",
         [("Chad", None, "demands", "Libya must withdraw its troops and free the captives")]),
        ("Peru said that its goal was to prevent a blockade.", [("Peru", None, "opposes", "a blockade")]),
        ("Norway said that it would help Ghana if Ghana asked.",
         [("Norway", None, "conditional", "it would help Ghana if Ghana asked")]),
        ("Peru would withdraw its ships, Peru's President Dina Boluarte said, if Chile did the same.",
         [("Peru", "Dina Boluarte", "conditional", "Peru would withdraw its ships")]),
        ("Peru would attack, its minister said, if Chile fired.", []),
        ("Peru would free the crews, its minister said.", []),
        ("Kenya presented a peace plan. Chad called it unacceptable. Niger accepted it.",
         [("Kenya", None, "proposes", "a peace plan"), ("Chad", None, "rejects", "it"),
          ("Niger", None, "accepts", "it")]),
        ("Iran insulted Iraq. Egypt criticised it.", []),
        ("Norway said that it would help Ghana.", [("Norway", None, "proposes", "it would help Ghana")]),
        (
            "Hamas wants the release of prisoners, the return of refugees and a permanent truce.",
            [("Hamas", None, "demands", "the release of prisoners"),
             ("Hamas", None, "demands", "the return of refugees"),
             ("Hamas", None, "demands", "a permanent truce")],
        ),
    ],
)  # fmt: skip
def test_who_stands_where(text: str, expected: list[tuple[str, str | None, str, str]], read_text: ParseText) -> None:
    assert found(read_text, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Russia did not say whether it would accept a truce.",
        "The plan calls on both sides to stop firing.",
        "Many Nigerians criticised the deal.",
        "Kenya's proposal would benefit Sudan.",
        "Egypt has not answered.",
        "The rules should help Ghana.",
        "Iran insisted the unrest reflected old tensions.",
        "Pakistan refused to comment.",
        "The deal must include Ghana.",
        "Peru freed the sailors whom Chile wanted to try.",
        "Kenya expelled the guards whom Sudan wanted to arrest.",
        "Mali jailed the officers whom France wanted to protect.",
    ],
)
def test_silence_being_addressed_and_being_named_are_no_positions(text: str, read_text: ParseText) -> None:
    assert [p for p in positions(read_text(text)) if p.stance != "proposes"] == []


def test_a_stance_told_twice_is_one_position(read_text: ParseText) -> None:
    reading = read_text("Chad rejected the Kenyan peace plan. On Friday Chad again rejected the plan.")
    rejected = [p for p in positions(reading) if p.stance == "rejects"]
    assert [len([e for e in p.evidence if e.role == "cue"]) for p in rejected] == [2]


@pytest.mark.parametrize(
    ("text", "stance", "topic"),
    [
        ("Chile proposed to open the border. Peru opposes this.", "opposes", "to open the border"),
        ("Chile proposed to open the border to trucks. Peru rejected that.", "rejects", "to open the border to trucks"),
        ("Chile wants Peru to withdraw its troops. Peru has rejected this.", "rejects", "Peru to withdraw its troops"),
        ("Chile called on Peru to free the crew. Peru refused to accept that.", "rejects", "Peru to free the crew"),
        ("Chile demanded that the port be opened. Peru welcomed this.", "welcomes", "the port be opened"),
        ("The storm hit the coast. Peru condemned this.", None, None),
        ("Chile proposed to open the border. Chile opposes this.", None, None),
        ("Chile proposed to open the border. It was cold. It rained. Peru opposes this.", None, None),
    ],
)
def test_this_is_what_another_wants_in_the_sentence_before(
    text: str, stance: str | None, topic: str | None, read_text: ParseText
) -> None:
    reading = read_text(text)
    found = [(p.stance, p.topic.text if p.topic else None) for p in positions(reading)]
    answers = [pair for pair in found if pair[0] not in ("proposes", "demands")]
    assert answers == ([(stance, topic)] if stance else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hamas insisted that the deal must guarantee a truce, a withdrawal from Gaza and the return of families.",
            ["a truce", "a withdrawal from Gaza", "the return of families"],
        ),
        ("Chad is adamant that the accord should include an amnesty and a vote.", ["an amnesty", "a vote"]),
        ("Mali insisted that the treaty must include a census and a hotline.", ["a census", "a hotline"]),
        ("Peru insisted that the agreement should provide a quota and a patrol.", ["a quota", "a patrol"]),
        ("Kenya is adamant that the deal must contain a ban and an apology.", ["a ban", "an apology"]),
        ("Chad insisted that the accord must guarantee a truce.", ["the accord must guarantee a truce"]),
        ("Chad insisted that the deal included an amnesty and a vote.", []),
    ],
)
def test_what_a_deal_must_hold_is_demanded_term_by_term(text: str, expected: list[str], read_text: ParseText) -> None:
    assert [topic for _, _, stance, topic in found(read_text, text) if stance == "demands"] == expected


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Libya rejected a treaty it had accepted in May.", ["rejects"]),
        ("Iran, which had condemned the raid, criticised the treaty of Chad.", ["opposes", "opposes"]),
        ("The peace plan hatched by Oman was not accepted in full by Libya.", ["conditional"]),
        ("The peace plan was not accepted by Libya.", ["rejects"]),
        ("Libya did not entirely accept the Kenyan peace plan.", ["conditional"]),
        (
            "Kenya has formally called for Hamas, the group's political wing, to be expelled from the talks.",
            ["demands"],
        ),
    ],
)
def test_a_stance_is_the_present_one_and_the_party_s_own(text: str, stances: list[str], read_text: ParseText) -> None:
    assert [stance for _, _, stance, _ in found(read_text, text) if stance != "proposes"] == stances


def test_who_was_in_office_does_not_speak_for_the_state(read_text: ParseText) -> None:
    text = "Peru exports tea. “Chile should leave the valley,” said Ana Ruiz, a former foreign minister of Peru."
    assert "Peru" not in {party for party, _, _, _ in found(read_text, text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya said the aim was preventing a blockade.", [("opposes", "a blockade")]),
        ("“Our goal is to avoid a new war in the valley,” Armenia's government said.",
         [("opposes", "a new war in the valley")]),
        ("“The purpose of the patrols is to stop smuggling,” Malta's government said.", [("opposes", "smuggling")]),
        ("Norway said its objective was to end the siege.", [("opposes", "the siege")]),
        ("Finland said its objective was to ensure that the strait stayed open.",
         [("demands", "the strait stayed open")]),
        ("Jordan said its goal was to guarantee the rights of the fishermen.",
         [("demands", "the rights of the fishermen")]),
        ("“Our aim is to guarantee that the river is shared,” Egypt's government said.",
         [("demands", "the river is shared")]),
        ("Uganda said that its priority was to secure a share of the water.", [("demands", "a share of the water")]),
        ("“The task of the mission is to ensure safe passage for ships,” Oman's government said.",
         [("demands", "safe passage for ships")]),
        ("“Our goal is not to prevent trade,” Chile's government said.", []),
        ("Peru said that its goal was to sell more tea.", []),
        ("Kenya said the aim was winning the cup.", []),
        ("Togo said its priority was to build a port.", []),
        ("Ghana said that the purpose of the visit was to open a school.", []),
    ],
)  # fmt: skip
def test_a_goal_is_what_a_party_wants_or_wants_to_prevent(
    text: str, expected: list[tuple[str, str]], read_text: ParseText
) -> None:
    assert [(stance, topic) for _, _, stance, topic in found(read_text, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Uruguay respects the independence of the court,” Chile's government said.",
         [("Chile", "welcomes", "Uruguay respects the independence of the court")]),
        ("“Senegal honours its commitments,” Gambia's government said.",
         [("Gambia", "welcomes", "Senegal honours its commitments")]),
        ("“India respects the borders of Nepal,” Nepal's government said.",
         [("Nepal", "welcomes", "India respects the borders of Nepal")]),
        ("Vietnam upholds the law of the sea, Japan said.",
         [("Japan", "welcomes", "Vietnam upholds the law of the sea")]),
        ("“Togo observes the truce,” Benin's government said.", [("Benin", "welcomes", "Togo observes the truce")]),
        ("“Uruguay does not respect the court,” Chile's government said.", []),
        ("“Uruguay respected the court,” Chile's government said.", []),
        ("“Uruguay exports beef,” Chile's government said.", []),
    ],
)  # fmt: skip
def test_who_says_that_another_keeps_to_something_gives_credit(
    text: str, expected: list[tuple[str, str, str]], read_text: ParseText
) -> None:
    assert [(party, stance, topic) for party, _, stance, topic in found(read_text, text)] == expected


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Dialogue is the only solution, Qatar said.", "Dialogue is the only solution"),
        ("“Talks are the only way out of the crisis,” Ghana's government said.",
         "Talks are the only way out of the crisis"),
        ("Bolivia said a vote was the best way out of the crisis.", "a vote was the best way out of the crisis"),
        ("“A political settlement is the only path to peace,” Jordan's government said.",
         "A political settlement is the only path to peace"),
        ("Norway said that dialogue was the sole basis for peace.", "dialogue was the sole basis for peace"),
        ("“Negotiation is not the only solution,” Chile's government said.", None),
        ("Ghana said that tea was the only crop.", None),
    ],
)  # fmt: skip
def test_who_names_the_only_way_out_proposes_it(text: str, topic: str | None, read_text: ParseText) -> None:
    assert [topic for _, _, stance, topic in found(read_text, text) if stance == "proposes"] == (
        [topic] if topic else []
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Poland's acceptance of the pact hinges on guarantees.", [("Poland", "conditional", "the pact")]),
        ("Turkey's approval of the treaty depends on the return of the islands.",
         [("Turkey", "conditional", "the treaty")]),
        ("Kenya's support for the plan depends on a pledge by Uganda.", [("Kenya", "conditional", "the plan")]),
        ("Chad's consent to the deal rests on the release of prisoners.", [("Chad", "conditional", "the deal")]),
        ("Niger's signature of the accord will depend on talks in Lome.", [("Niger", "conditional", "the accord")]),
        ("Oman's approval depends on the shape of the final text.", [("Oman", "conditional", "Oman's approval")]),
        ("Kenya's harvest depends on the rains.", []),
        ("Kenya's support for the plan does not depend on aid.", []),
    ],
)  # fmt: skip
def test_consent_that_hangs_on_something_is_conditional(
    text: str, expected: list[tuple[str, str, str]], read_text: ParseText
) -> None:
    told = [(party, stance, topic) for party, _, stance, topic in found(read_text, text)]
    assert [one for one in told if one[1] == "conditional"] == expected


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Serbia set two conditions for talks: new elections and the withdrawal of police.",
         ["new elections", "the withdrawal of police"]),
        ("Chad made two demands of Niger: the return of the herds, and payment.",
         ["the return of the herds", "payment"]),
        ("Oman set three conditions for the sale: a survey, a loan and a bond.", ["a survey", "a loan", "a bond"]),
        ("Ecuador made three demands of Peru: a patrol, a hotline and an apology.",
         ["a patrol", "a hotline", "an apology"]),
        ("Among Peru's demands are a fishing zone and a joint patrol.", ["a fishing zone", "a joint patrol"]),
        ("Peru's main demand is the return of the ships.", ["the return of the ships"]),
        ("Ethiopia's demands include a port and a rail link.", ["a port", "a rail link"]),
        ("Kenya's condition is a ceasefire.", ["a ceasefire"]),
        ("Chile made three demands of Peru: an apology and a treaty.", []),
        ("Iran set three conditions: a loan and a bond.", []),
        ("Georgia made four demands of Armenia: a bridge, a road and a lake.", []),
        ("Mali set two conditions: a truce, a vote, and a census.", []),
        ("Kenya set three conditions: a truce and a vote.", []),
        ("Togo made two demands of Benin: it should open the road.", []),
    ],
)  # fmt: skip
def test_demands_are_what_a_colon_counts_or_what_they_are_said_to_be(
    text: str, topics: list[str], read_text: ParseText
) -> None:
    demanded = [topic for _, _, stance, topic in found(read_text, text) if stance == "demands"]
    assert sorted(demanded) == sorted(topics)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran has no intention of signing the agreement.", [("Iran", "rejects", "the agreement")]),
        ("The Kenyan government has no intention of accepting the deal.",
         [("government of Kenya", "rejects", "the deal")]),
        ("Turkey has no interest in joining the talks.", [("Turkey", "rejects", "the talks")]),
        ("Ghana has every intention of signing the accord.", [("Ghana", "accepts", "the accord")]),
        ("Oman had no desire to accept the offer.", [("Oman", "rejects", "the offer")]),
        ("Hungary has no intention of leaving the treaty.", []),
        ("Chad announced no decision to leave the treaty.", []),
    ],
)  # fmt: skip
def test_no_intention_of_something_rejects_it(
    text: str, expected: list[tuple[str, str, str]], read_text: ParseText
) -> None:
    told = [(party, via, stance, topic) for party, via, stance, topic in found(read_text, text)]
    assert [(via or party, stance, topic) for party, via, stance, topic in told] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad could not attend the talks.", []),
        ("Togo cannot take part in the summit because of floods.", []),
        ("Peru could not leave the summit.", []),
        ("Kenya's army could not withdraw from the town.", []),
        ("Mali may not leave the bloc.", []),
        ("Chad will not attend the talks.", [("rejects", "the talks")]),
        ("Togo said it would take no part in the summit.", []),
        ("Libya cannot accept the plan.", [("rejects", "the plan")]),
        ("Iran did not fully accept the plan.", [("conditional", "the plan")]),
        ("Libya did not accept the peace plan in full.", [("conditional", "the peace plan")]),
        ("Niger has not wholly accepted the terms of the deal.", [("conditional", "the terms of the deal")]),
        ("In return for a truce, Hamas would accept the plan.", [("conditional", "the plan")]),
        ("In exchange for aid, Chad will sign the accord.", [("conditional", "the accord")]),
        ("Only if the army leaves will Sudan accept the plan.", [("conditional", "the plan")]),
        ("Only after a ceasefire will Kenya sign the pact.", [("conditional", "the pact")]),
    ],
)  # fmt: skip
def test_who_cannot_takes_no_stance_and_who_only_partly_does_a_conditional_one(
    text: str, expected: list[tuple[str, str]], read_text: ParseText
) -> None:
    assert [(stance, topic) for _, _, stance, topic in found(read_text, text)] == expected


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Chile called for Peru to open the port.", ["Peru to open the port"]),
        ("Ghana called for troops to leave the town.", ["troops to leave the town"]),
        ("Jordan called for the crossing to be opened.", ["the crossing to be opened"]),
        ("Egypt appealed for Sudan to free the crew.", ["Sudan to free the crew"]),
        ("Oman has called for the sanctions to be lifted.", ["the sanctions to be lifted"]),
        ("Peru called the Chilean envoy to its foreign ministry.", []),
        ("Mali called the envoy of Togo to a meeting.", []),
        ("Peru called the envoy to explain the raid.", []),
        ("Kenya called the two ministers to talks.", []),
        ("Chad called to congratulate Niger.", []),
    ],
)
def test_who_calls_for_somebody_to_act_demands_it_and_who_calls_somebody_does_not(
    text: str, topics: list[str], read_text: ParseText
) -> None:
    assert [topic for _, _, stance, topic in found(read_text, text) if stance == "demands"] == topics


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Congo accuses Rwanda of backing the rebels, which Kigali denies.", "backing the rebels"),
        ("Ukraine said Belarus had sent drones, which Minsk denies.", "Belarus had sent drones"),
        ("Chad said Sudan had armed the raiders, which Khartoum disputed.", "Sudan had armed the raiders"),
        ("Togo has been accused by Benin of shelling a village, which it denies.", "shelling a village"),
        ("London accused Tehran of hacking its tax network, which Iran denied.", "hacking its tax network"),
        ("Congo accuses Rwanda of backing the rebels, a charge Kigali denies.", "a charge"),
        ("Armenia accuses Azerbaijan of ethnic cleansing, which Baku denies.", "ethnic cleansing"),
        ("Chile denied the report.", "the report"),
    ],
)
def test_what_is_denied_behind_which_is_the_clause_before(text: str, topic: str) -> None:
    stands = [r for r in workflow.read(plain_article(text, "2024-05-16")) if isinstance(r, Position)]
    assert [(p.stance, p.topic.text) for p in stands if p.stance == "denies"] == [("denies", topic)]
