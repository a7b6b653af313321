"""Proposals and provisions: every rule's examples, who proposes, which mentions are one plan, where a point ends."""

from __future__ import annotations

import re

import pytest

from communique.extract.plans.proposals import find_proposals
from communique.extract.plans.provisions import find_provisions
from communique.lexicon.files import Entry, read_entries
from communique.lexicon.proposals import load_proposals
from communique.records.proposals import Proposal, Provision
from conftest import ParseText

WORDS = load_proposals()
NOUNS = read_entries("proposals/en/nouns", ("id", "strength", "owners", "nouns", "examples", "counterexamples"))
STATUSES = read_entries(
    "proposals/en/statuses",
    ("id", "gives", "roles", "predicates", "examples", "counterexamples"),
    optional=("proposer",),
)
PROVISIONS = read_entries(
    "proposals/en/provisions",
    ("id", "take", "roles", "predicates", "examples", "counterexamples"),
    optional=("points",),
)

pytestmark = pytest.mark.model


def proposals(read_text: ParseText, text: str) -> list[Proposal]:
    return find_proposals(read_text(text), WORDS)


def provisions(read_text: ParseText, text: str) -> list[Provision]:
    reading = read_text(text)
    return find_provisions(reading, find_proposals(reading, WORDS), WORDS)


def entry_id(entry: Entry) -> str:
    return entry.text("id")


@pytest.mark.parametrize("entry", NOUNS, ids=entry_id)
def test_a_noun_names_a_plan_in_its_examples_only(entry: Entry, read_text: ParseText) -> None:
    for text in entry.texts("examples"):
        assert len(proposals(read_text, text)) == 1, text
    for text in entry.texts("counterexamples"):
        assert not proposals(read_text, text), text


@pytest.mark.parametrize("entry", STATUSES, ids=entry_id)
def test_a_clause_tells_a_plans_fate_in_its_examples_only(entry: Entry, read_text: ParseText) -> None:
    for text in entry.texts("examples"):
        assert [p.status for p in proposals(read_text, text)] == [entry.text("gives")], text
    for text in entry.texts("counterexamples"):
        assert entry.text("gives") not in {p.status for p in proposals(read_text, text)}, text


@pytest.mark.parametrize("entry", PROVISIONS, ids=entry_id)
def test_a_rule_hands_on_the_bracketed_points_and_no_others(entry: Entry, read_text: ParseText) -> None:
    for text in [*entry.texts("examples"), *entry.texts("counterexamples")]:
        plain = text.replace("[", "").replace("]", "")
        assert [p.text.text for p in provisions(read_text, plain)] == re.findall(r"\[(.*?)\]", text), text


@pytest.mark.parametrize(
    ("text", "title", "proposers"),
    [
        ("Indonesia put forward a five-point peace plan.", "Indonesia's five-point peace plan", ["state/IDN"]),
        ("Hanoi's proposals for a truce were published.", "Vietnam's proposals for a truce", ["state/VNM"]),
        ("The Kenyan ceasefire proposal was rejected by Sudan.", "Kenya's ceasefire proposal", ["state/KEN"]),
        ("The council adopted a draft resolution submitted by Brazil.", "Brazil's draft resolution", ["state/BRA"]),
        ("Omani and Iraqi mediators presented a truce plan.", "Oman and Iraq's truce plan", ["state/OMN", "state/IRQ"]),
        ("Togo rejected the Sudan peace plan.", "Sudan peace plan", []),
        ("Indonesia put forward the so-called 'peace plan'.", "Indonesia's peace plan", ["state/IDN"]),
        ("Israel accepted the truce deal, brokered by Qatar.", "truce deal", []),
        ("The Prespa Agreement entered into force in February.", "Prespa Agreement", []),
    ],
)  # fmt: skip
def test_the_proposer_is_who_put_it_forward(text: str, title: str, proposers: list[str], read_text: ParseText) -> None:
    assert [(p.title, [a.id for a in p.proposer]) for p in proposals(read_text, text)] == [(title, proposers)]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Kenya unveiled an eight-point peace plan.", 8),
        ("Kenya unveiled a peace plan of ten points.", 10),
        ("Kenya unveiled a peace plan. The plan consists of 6 points.", 6),
        ("Kenya unveiled a peace plan.", None),
        ("Kenya unveiled a peace plan at a point of crisis.", None),
    ],
)
def test_the_number_of_points_is_the_declared_one(text: str, points: int | None, read_text: ParseText) -> None:
    assert [p.declared_points for p in proposals(read_text, text)] == [points]


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("Turkey unveiled a plan aimed at ending the dispute.", "ending the dispute"),
        ("Kenya put forward a proposal aimed at a truce in Sudan.", "a truce in Sudan"),
        ("Norway drafted a road map aimed at reuniting Cyprus.", "reuniting Cyprus"),
        ("Japan drew up a plan aimed at opening the strait.", "opening the strait"),
        ("Chile unveiled a peace plan to end the row (with Peru).", "end the row (with Peru)"),
        ("Chile unveiled a peace plan in Lima.", None),
        ("Chile unveiled a peace plan at a summit aimed at calm.", None),
    ],
)
def test_the_aim_is_what_a_plan_is_for(text: str, aim: str | None, read_text: ParseText) -> None:
    assert [p.aim.text if p.aim else None for p in proposals(read_text, text)] == [aim]


def test_all_mentions_of_a_plan_are_one_record(read_text: ParseText) -> None:
    text = (
        "Chile put forward a peace plan for Haiti on Monday.\n"
        "Peru welcomed Chile's proposals. The plan calls for elections. It also calls for a truce."
    )
    [plan] = proposals(read_text, text)
    assert [e.text for e in plan.evidence if e.role in ("trigger", "mention")] == [
        "a peace plan", "Chile's proposals", "The plan", "It",
    ]  # fmt: skip


def test_a_second_agreement_is_another_plan(read_text: ParseText) -> None:
    text = (
        "Norway left the fisheries and trade agreement on Friday. A second trade agreement was signed by Norway in May."
    )
    assert [p.status for p in proposals(read_text, text)] == ["left", "signed"]


def test_plans_of_different_parties_are_different_plans(read_text: ParseText) -> None:
    text = "Ghana presented a peace plan. Togo rejected Ghana's plan and presented a peace plan of its own."
    assert [p.title for p in proposals(read_text, text)] == ["Ghana's peace plan", "Togo's peace plan"]


def test_the_news_comes_before_its_history(read_text: ParseText) -> None:
    text = "Russia pulled out of the grain deal on Monday. The deal had been signed in July and extended twice."
    assert [p.status for p in proposals(read_text, text)] == ["left"]


def test_a_plan_told_under_after_leaves_its_time_open(read_text: ParseText) -> None:
    [plan] = proposals(read_text, "His remarks came after Peru put forward a peace plan.")
    assert plan.when is not None
    assert (plan.when.from_, plan.when.to, plan.when.relation) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "points", "addressees"),
    [
        (
            '"Both armies must stop and hold fire, open the roads, and return to talks," Kenya\'s peace plan says.',
            ["Both armies must stop and hold fire", "open the roads", "return to talks"],
            [],
        ),
        (
            "Under the Kenyan peace plan, Sudan would free all prisoners and Chad would withdraw its army.",
            ["Sudan would free all prisoners", "Chad would withdraw its army"],
            ["Sudan", "Chad"],
        ),
        (
            "The Kenyan peace plan says that dialogue is the only solution.",
            ["dialogue is the only solution"],
            [],
        ),
        (
            "Egypt's proposal sets out a process that would bring a truce and the release of prisoners.",
            ["a truce", "the release of prisoners"],
            [],
        ),
        ("The Kenyan peace plan says that war benefits nobody.", [], []),
        ("Egypt demanded that Israel withdraw.", [], []),
    ],
)
def test_each_point_is_one_provision(text: str, points: list[str], addressees: list[str], read_text: ParseText) -> None:
    found = provisions(read_text, text)
    assert [p.text.text for p in found] == points
    if addressees:
        assert [a.name for p in found for a in p.addressees] == addressees


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Chad and Niger signed a border agreement on Monday.", ["Chad", "Niger"]),
        ("Tunisia suspended its part of the migration deal between Tunisia and Malta.", ["Malta", "Tunisia"]),
        ("The Chad-Niger border treaty was extended on Monday.", ["Chad", "Niger"]),
        ("Ecuador and Peru are negotiating a trade agreement in Lima.", ["Ecuador", "Peru"]),
        ("The general pulled Mali out of the peace agreement with Algeria.", ["Algeria", "Mali"]),
        ("The Egyptian-brokered truce deal was signed by Chad and Niger.", ["Chad", "Niger"]),
        ("The Pretoria peace accord was signed on Monday.", []),
        ("Norway's peace plan was accepted by Sudan.", []),
        ("Envoys from Norway discussed the peace treaty.", []),
        ("Peru and Chile held talks in Lima. They signed a trade agreement on Friday.", ["Chile", "Peru"]),
        ("Kenya and Uganda fell out over tea. Both countries have left the trade pact.", ["Kenya", "Uganda"]),
        ("Ghana and Togo talked for days. The two sides extended the fishing accord.", ["Ghana", "Togo"]),
        ("Chad signed the treaty on the port which Kenya abandoned.", ["Chad"]),
        ("Niger ratified the border accord on the road which Mali suspended.", ["Niger"]),
        ("Peru extended the treaty on the mine which Chile left.", ["Peru"]),
        ("Kenya signed the border treaty with the state which Sudan left.", ["Kenya"]),
        ("The border pact on the road, which Mali suspended, covers trucks.", ["Mali"]),
    ],
)
def test_the_parties_of_a_deal_are_named_with_it_or_conclude_it(
    text: str, parties: list[str], read_text: ParseText
) -> None:
    [plan] = proposals(read_text, text)
    assert sorted(actor.name for actor in plan.parties) == parties


@pytest.mark.parametrize(
    ("text", "status", "stages"),
    [
        (
            "The border treaty, signed in 2010 and extended in 2015, expired on Monday.",
            "expired",
            [("signed", "2010"), ("extended", "2015")],
        ),
        (
            "Mali pulled out of the peace deal on Monday. The deal was signed in Algiers in 2015.",
            "left",
            [("signed", "2015")],
        ),
        (
            "Ghana rejected the plan on Friday. Togo put forward the peace plan in March.",
            "rejected",
            [("put_forward", "2023-03")],
        ),
        (
            "The grain deal was extended in November 2022. The deal was renewed in March 2023.",
            "extended",
            [("extended", "2023-03")],
        ),
        ("Chad rejected the Kenyan peace plan, and Niger accepted it.", "rejected", []),
        ("Chad accepted the Kenyan peace plan. Niger is studying the plan.", "under_discussion", []),
        ("Chad and Niger accepted the Kenyan peace plan after they had discussed the plan.", "accepted", []),
        ("Chad signed the border treaty in 2010. Niger signed the border treaty in 2010.", "signed", []),
        ("Chad threatened to leave the border treaty, which was signed in 2010.", "signed", []),
        ("Togo signed the fishing treaty in May. Benin signed the fishing treaty.", "signed", []),
        ("Mali left the trade pact on Monday. Niger has left the trade pact.", "left", []),
        (
            "Peru left the trade pact, signed in 2012 and renewed in 2017.",
            "left",
            [("signed", "2012"), ("extended", "2017")],
        ),
    ],
)
def test_what_became_of_a_plan_before_is_a_stage_of_it(
    text: str, status: str, stages: list[tuple[str, str]], read_text: ParseText
) -> None:
    [plan] = find_proposals(read_text(text, "2023-05-08"), load_proposals())
    assert plan.status == status
    assert [(stage.status, stage.when.value if stage.when else None) for stage in plan.stages] == stages


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Talks on the nuclear deal resumed. Peru left the 2015 agreement in 2018.", 1),
        ("Peru left the 2015 nuclear accord in 2018. Oman signed the nuclear accord.", 1),
        ("Chad suspended the border pact. The 2010 treaty was signed in Paris.", 1),
        ("The border treaty of 2010 is in force, Chad said. The 2010 agreement was extended in May.", 1),
        ("The pact, which has been dead since Peru withdrew from it, was signed in Lima.", 1),
        ("Peru left the 2015 nuclear accord. Oman left the 1994 nuclear accord.", 2),
        (
            "The trade agreement between Chad and Niger expired. The trade agreement between Chad and Mali was signed.",
            2,
        ),
        ("Peru left the INF treaty. Peru signed the Open Skies accord.", 2),
        ("Peru left the nuclear deal. Peru left the climate deal. Oman signed the 2015 agreement.", 3),
    ],
)
def test_a_year_or_parties_tell_agreements_apart(text: str, number: int, read_text: ParseText) -> None:
    assert len(proposals(read_text, text)) == number


def points(read_text: ParseText, text: str) -> list[str]:
    return [provision.text.text for provision in provisions(read_text, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya's peace plan has six points and calls for elections.", ["elections"]),
        ("The Kenyan peace plan consists of ten points and calls for a ceasefire.", ["a ceasefire"]),
        ("The Turkish peace plan contains four measures and demands a withdrawal.", ["a withdrawal"]),
        ("The Togolese peace plan has two points and demands a truce.", ["a truce"]),
        ("The Chadian peace plan has five points and calls for talks.", ["talks"]),
        ("The Omani peace plan consists of seven points and calls for an amnesty.", ["an amnesty"]),
        ("The Qatari peace plan contains nine articles and demands elections.", ["elections"]),
        ("Mali's peace plan has ten points and calls for a vote.", ["a vote"]),
        ("China's peace plan consists of five points and provides for talks.", ["talks"]),
        ("Oman's peace plan is made up of five elements and provides for a prisoner swap.", ["a prisoner swap"]),
        ("Chad's peace plan is made up of six points and provides for a vote.", ["a vote"]),
        ("Egypt's peace plan is composed of ten points and provides for a truce.", ["a truce"]),
        ("The peace deal brokered by Oman involved freeing the crew.", ["freeing the crew"]),
        ("The peace deal brokered by Qatar included opening the port.", ["opening the port"]),
        ("Among the terms of the Kenyan peace plan are a ceasefire and a vote.", ["a ceasefire", "a vote"]),
        ("Among the points of Kenya's proposal are a withdrawal and a hotline.", ["a withdrawal", "a hotline"]),
        ("Among the parts of the Turkish peace plan are a ceasefire and an exchange of prisoners.",
         ["a ceasefire", "an exchange of prisoners"]),
        ("Among the clauses of Egypt's proposal are a truce and a census.", ["a truce", "a census"]),
        ("Among the provisions of Brazil's peace plan are a joint patrol and a vote.", ["a joint patrol", "a vote"]),
        ("Egypt's peace plan contains three points: a truce, a prisoner swap and a vote.",
         ["a truce", "a prisoner swap", "a vote"]),
        ("Kenya's peace plan has two elements: a withdrawal and an election.", ["a withdrawal", "an election"]),
        ("Kenya's peace plan has three steps: to stop firing, to open the roads and to free the crews.",
         ["stop firing", "open the roads", "free the crews"]),
        ("Oman's peace plan contains two points: withdraw from the valley and reopen the port.",
         ["withdraw from the valley", "reopen the port"]),
        ("Egypt's peace plan sets out three steps: both armies stop firing, the roads open and the crews go home.",
         ["both armies stop firing", "the roads open", "the crews go home"]),
        ("Egypt's peace plan provides for five steps, including a truce and the return of refugees.",
         ["a truce", "the return of refugees"]),
        ("Kenya's peace plan provides for several measures, such as a withdrawal and an amnesty.",
         ["a withdrawal", "an amnesty"]),
        ("Egypt's peace plan consists of nine points and has angered several states, among them Chad and Niger.", []),
        ("Oman's peace plan has nine points and was read by three envoys, among them a general and a judge.", []),
        ("The Kenyan peace plan has six points and was shown to reporters, among them a guest and a rival.", []),
        ("Egypt's peace plan has four points and costs a lot: a loan and a levy would pay for it.", []),
        ("The Omani peace plan includes Chad and Niger.", []),
        ("The truce deal includes Hamas and Israel.", []),
        ("The trade deal covers Peru and Chile.", []),
        ("The sanctions resolution imposed on Libya was renewed.", []),
        ("The draft resolution imposed on Iran by the Council was extended.", []),
        ("The truce deal demanded on Friday by Egypt includes a vote.", ["a vote"]),
        ("The peace plan demanded on Monday by Kenya was rejected by Chad.", []),
    ],
)  # fmt: skip
def test_points_follow_the_word_for_points_and_are_no_states(
    text: str, expected: list[str], read_text: ParseText
) -> None:
    assert points(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under the Kenyan peace plan, Sudan is to open two ports.", ["Sudan is to open two ports"]),
        ("Under the border accord, Chad was to withdraw its guards within a month.",
         ["Chad was to withdraw its guards within a month"]),
        ("Under the accord, Serbia would recognise the plates and Kosovo would drop the ban.",
         ["Serbia would recognise the plates", "Kosovo would drop the ban"]),
        ("Under the trade deal, Peru would cut tariffs and Chile would open the port.",
         ["Peru would cut tariffs", "Chile would open the port"]),
        ("Under the Omani peace plan, Peru would release its prisoners and Chile would lift the ban.",
         ["Peru would release its prisoners", "Chile would lift the ban"]),
        ("Under the Turkish proposal, Mali would withdraw its troops and Niger would reopen the border.",
         ["Mali would withdraw its troops", "Niger would reopen the border"]),
        ("Qatar's proposal says Chad would release the hostages and Libya would lift the blockade.",
         ["Chad would release the hostages", "Libya would lift the blockade"]),
        ("Under the Saudi peace plan, Chad would free captives and fully reopen the border.",
         ["Chad would free captives", "fully reopen the border"]),
        ("Under the Qatari proposal, Mali would release prisoners and gradually lift the blockade.",
         ["Mali would release prisoners", "gradually lift the blockade"]),
        ("Under the Kenyan peace plan, Peru would lift the ban and quickly release the crew.",
         ["Peru would lift the ban", "quickly release the crew"]),
        ("Under the Egyptian peace plan, Libya will pull back its troops and never again shell the town.",
         ["Libya will pull back its troops", "never again shell the town"]),
        ("The Omani peace plan requires all prisoners to be released.", ["all prisoners to be released"]),
        ("The Saudi peace plan requires the sanctions to be eased.", ["the sanctions to be eased"]),
        ("The Turkish plan requires the port to be reopened.", ["the port to be reopened"]),
        ("The Kenyan peace plan calls on Chad to free captives and on Mali to leave the town.",
         ["free captives", "leave the town"]),
        ("The Omani draft resolution calls on Peru to lift the blockade and on Chile to reopen the port.",
         ["lift the blockade", "reopen the port"]),
        ("Egypt's proposal calls on the rebels to disarm and on the army to release prisoners.",
         ["disarm", "release prisoners"]),
        ("The draft resolution calls for the siege to end.", ["the siege to end"]),
        ("The Kenyan peace plan calls for the siege to be lifted.", ["the siege to be lifted"]),
        ("The Omani peace plan calls for sanctions to be eased.", ["sanctions to be eased"]),
        ("The Turkish plan requires the border to be reopened.", ["the border to be reopened"]),
        ("The peace plan calls for Chad to be admitted.", ["Chad to be admitted"]),
        ("The Omani peace plan requires Chad to be admitted to the talks.", ["Chad to be admitted to the talks"]),
        ("The Omani peace plan requires Chad to leave the valley.", ["leave the valley"]),
        ("The draft resolution calls for the siege to be lifted and for Chad to be admitted.",
         ["the siege to be lifted", "Chad to be admitted"]),
        ("The draft resolution calls for Israel to halt its raids and for Hamas to free the hostages.",
         ["halt its raids", "free the hostages"]),
        ("The Kenyan peace plan calls on Sudan to immediately halt its raids.", ["immediately halt its raids"]),
        ("The draft resolution calls on the rebels to fully respect the truce.", ["fully respect the truce"]),
        ("Egypt's proposal urges Israel to immediately open the crossing.", ["immediately open the crossing"]),
        ("The peace plan calls for Chad to fully reopen the border.", ["fully reopen the border"]),
        ("The Kenyan peace plan calls for troops to fully withdraw and never return.",
         ["fully withdraw", "never return"]),
        ("The peace plan calls on Chad to no longer arm the rebels.", ["no longer arm the rebels"]),
        ("The draft resolution calls on Israel to halt its raids and on Hamas to free the hostages.",
         ["halt its raids", "free the hostages"]),
        ("The draft resolution calls on all to keep the truce, on Sudan to open the port and on donors to send food.",
         ["keep the truce", "open the port", "send food"]),
        ("The African Union plan calls on Eritrea to leave the valley, and on Ethiopian forces to reopen the road.",
         ["leave the valley", "reopen the road"]),
        ("The peace plan says that the army must withdraw, that the siege must end, and that a vote must be held.",
         ["the army must withdraw", "the siege must end", "a vote must be held"]),
        ("Kenya's peace plan requires that guards withdraw, that the border be opened and that crews be freed.",
         ["guards withdraw", "the border be opened", "crews be freed"]),
        ("According to the Kenyan peace plan, the army would leave the valley.", ["the army would leave the valley"]),
        ("The captives would be freed within a month, according to the Omani proposal.",
         ["The captives would be freed within a month"]),
        ("Both armies would pull back their guns, according to Egypt's truce proposal.",
         ["Both armies would pull back their guns"]),
        ("The port would reopen in June, according to the Turkish proposal.", ["The port would reopen in June"]),
        ("China's peace plan said that negotiation was the only viable solution.",
         ["negotiation was the only viable solution"]),
        ("“Talks are the only way out,” the Brazilian peace plan says.", ["Talks are the only way out"]),
        ("The Turkish plan states that a ceasefire is the best basis for talks.",
         ["a ceasefire is the best basis for talks"]),
        ("The peace plan calls on Mali to free the crews, to form a council of elders, and to reopen the port.",
         ["free the crews", "form a council of elders", "reopen the port"]),
        ("The peace plan says that Chad leaves the valley.", []),
        ("The Kenyan peace plan says that the war has gone on too long.", []),
    ],
)  # fmt: skip
def test_a_point_has_its_own_words_and_no_others(text: str, expected: list[str], read_text: ParseText) -> None:
    assert points(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Egyptian peace plan provides for the release of prisoners in exchange for ending the strikes.",
         ["the release of prisoners", "ending the strikes"]),
        ("The Qatari proposal calls for a truce in exchange for freeing the captives.",
         ["a truce", "freeing the captives"]),
        ("The Omani peace plan calls for a withdrawal in return for lifting the blockade.",
         ["a withdrawal", "lifting the blockade"]),
        ("The truce proposal provides for a pause in return for releasing ten hostages.",
         ["a pause", "releasing ten hostages"]),
        ("The draft deal calls for a freeze in exchange for easing sanctions.", ["a freeze", "easing sanctions"]),
        ("The Kenyan peace plan provides for the release of prisoners in exchange for cash.",
         ["the release of prisoners in exchange for cash"]),
        ("The Omani peace plan calls for the release of the crew in exchange for ten rebels.",
         ["the release of the crew in exchange for ten rebels"]),
        ("The Malian peace plan provides for a withdrawal in exchange for Chad.",
         ["a withdrawal in exchange for Chad"]),
        ("The Peruvian proposal includes the return of the ships in return for an apology.",
         ["the return of the ships in return for an apology"]),
        ("A truce would be followed by the release of the crew, according to the Omani peace plan.",
         ["A truce", "the release of the crew"]),
        ("A ceasefire would be followed by an exchange of prisoners, according to the Tunisian plan.",
         ["A ceasefire", "an exchange of prisoners"]),
        ("Under the Kenyan peace plan, a withdrawal would be followed by elections.", ["a withdrawal", "elections"]),
        ("According to the Turkish proposal, a halt to air strikes will be followed by talks.",
         ["a halt to air strikes", "talks"]),
        ("Under the ceasefire deal, a pause of ten days would be followed by the release of hostages.",
         ["a pause of ten days", "the release of hostages"]),
        ("The Kenyan peace plan includes, according to an official in Nairobi, a withdrawal from the valley.",
         ["a withdrawal from the valley"]),
        ("Egypt's proposal provides, according to envoys, a pause in the fighting.", ["a pause in the fighting"]),
        ("The truce deal involves, as the mediators put it, a pause of sixty days.", ["a pause of sixty days"]),
        ("The Turkish peace plan contains, among other things, a joint patrol of the border.",
         ["a joint patrol of the border"]),
        ("The draft agreement would include, said a diplomat, the return of refugees.", ["the return of refugees"]),
        ("The Malaysian peace plan foresees a gradual withdrawal, with the release of prisoners to follow.",
         ["a gradual withdrawal", "the release of prisoners to follow"]),
        ("Kenya's peace plan provides for a truce, with the return of refugees after three months.",
         ["a truce", "the return of refugees after three months"]),
        ("The Turkish plan provides for a joint patrol, with the withdrawal of guns within a week.",
         ["a joint patrol", "the withdrawal of guns within a week"]),
        ("Kenya unveiled a peace plan. The first phase would begin with a truce.", ["begin with a truce"]),
        ("Egypt put forward a truce proposal. The second stage would involve the return of refugees.",
         ["the return of refugees"]),
        ("Oman presented a peace plan. Its first stage provides for the release of prisoners.",
         ["the release of prisoners"]),
        ("Turkey presented a peace plan. This phase includes a prisoner exchange.", ["a prisoner exchange"]),
        ("Turkey presented a peace plan. A phase of calm followed.", []),
        ("Chad is going through a phase that includes a drought. Kenya unveiled a peace plan.", []),
        ("Kenya's peace plan includes a phase that would see the release of prisoners and require a withdrawal.",
         ["the release of prisoners", "a withdrawal"]),
        ("Brazil's peace plan provides for a mechanism that would include a joint patrol and a hotline.",
         ["a joint patrol", "a hotline"]),
        ("The Omani proposal sets out a first phase that would include a truce.", ["a truce"]),
        ("The Kenyan proposal includes a process that would provide for elections.", ["elections"]),
    ],
)  # fmt: skip
def test_what_is_given_for_a_point_follows_it_or_comes_with_it_is_another(
    text: str, expected: list[str], read_text: ParseText
) -> None:
    assert points(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kenya extended the 2009 border treaty. Uganda suspended the 1986 border treaty.", 2),
        ("Iran signed the 2003 nuclear agreement. Oman signed the 2015 nuclear agreement.", 2),
        ("Chad left the 2010 trade pact. Chad signed the 2022 trade pact.", 2),
        ("The 1979 peace treaty was extended in May. Jordan signed the 1994 peace treaty.", 2),
        ("Ecuador struck a deal to sell bananas to Chile. The Peru deal was signed in June.", 2),
        ("Jordan reached an agreement to buy gas from Egypt. The Syria agreement expired in May.", 2),
        ("Peru signed the nuclear deal. Peru left the climate deal. Chile suspended the 2015 accord.", 3),
        (
            "Kenya signed the trade agreement. Kenya suspended the security agreement. Uganda left the 2009 agreement.",
            3,
        ),
        ("Talks on the nuclear deal were held. Peru left the fishing deal. Oman left the 2015 agreement.", 3),
        ("The trade deal expired in May. Peru rejected the proposal.", 2),
        ("The nuclear deal expired. Iran rejected the proposal.", 2),
        ("The grain deal lapsed in July. Russia dismissed the proposals.", 2),
        ("The peace deal collapsed in May. Mali rejected the proposal of the African Union.", 2),
        ("The truce deal expired. Mali rejected the proposal.", 2),
        ("Norway is brokering a deal to end the war. Chad rejected the proposal.", 1),
        ("Kenya presented a peace plan. Sudan rejected the proposals.", 1),
        ("Kenya put forward a proposal on the lake. Sudan rejected the plan.", 1),
        ("Egypt made a proposal. Chad welcomed the plan.", 1),
        ("France tabled a draft resolution on Mali. Russia rejected the proposal.", 1),
        ("Brazil circulated a draft resolution on Haiti. China opposed the proposal.", 1),
        ("The Security Council vetoed a resolution on Sudan. Kenya welcomed the proposal.", 1),
        ("The council adopted a resolution on Mali. Chad again rejected the proposal.", 1),
        ("Algeria tabled a resolution on Gaza. Chad rejected the proposals.", 1),
        ("Algeria tabled a resolution on Gaza. The United States rejected the plan.", 2),
        ("The council adopted a resolution on Mali. Chad rejected the plan.", 2),
    ],
)
def test_a_plan_named_again_is_no_other_one(text: str, number: int, read_text: ParseText) -> None:
    assert len(proposals(read_text, text)) == number


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The accord negotiated by Oman gave Chad the port.", "accepted"),
        ("Kenya negotiated the trade agreement with Uganda in 2019.", "accepted"),
        ("The border treaty was negotiated by Norway.", "accepted"),
        ("Kenya is negotiating the trade agreement with Uganda.", "under_discussion"),
        ("Kenya is weighing its peace plan.", "put_forward"),
        ("Egypt is reviewing its proposal for talks in Sudan.", "put_forward"),
        ("Brazil discussed its peace plan with Peru.", "put_forward"),
        ("Togo studied its peace initiative for weeks.", "put_forward"),
        ("Chad is weighing the Kenyan peace plan.", "under_discussion"),
        ("Kenya pulled out of its own peace plan.", "withdrawn"),
        ("Turkey walked away from its proposal for a summit.", "withdrawn"),
        ("Norway abandoned its peace plan for Colombia.", "withdrawn"),
        ("Ecuador withdrew from its peace plan.", "withdrawn"),
        ("Ecuador withdrew from the peace accord.", "left"),
        ("UN Resolution 1701 has 12 points.", "accepted"),
        ("UN Resolution 242 calls for a withdrawal from the valley.", "accepted"),
        ("Security Council Resolution 1325 demands a halt to the fighting.", "accepted"),
        ("UN Resolution 1559 provides for the disarmament of the militias.", "accepted"),
        ("Security Council Resolution 1244 calls for the return of refugees.", "accepted"),
        ("The draft resolution calls for the return of refugees.", "put_forward"),
        ("The pact was signed by Peru in Quito. Chile withdrew from it on Monday.", "signed"),
    ],
)
def test_a_fate_is_told_of_a_plan_by_who_made_it_and_of_a_deal_by_all(
    text: str, status: str, read_text: ParseText
) -> None:
    assert [plan.status for plan in proposals(read_text, text)] == [status]


@pytest.mark.parametrize(
    ("text", "proposers"),
    [
        ("The U.S.-drafted resolution was rejected by Russia.", [{"state/USA"}]),
        ("The China-drafted plan for Sudan was rejected by Ethiopia.", [{"state/CHN"}]),
        ("The Saudi-proposed truce plan was accepted by Yemen.", [{"state/SAU"}]),
        ("Iran rejected the U.N.-proposed plan.", [{"org/un"}]),
        ("Sudan accepted the Kenya-sponsored peace plan.", [{"state/KEN"}]),
        ("Kosovo rejected the EU-authored draft agreement.", [{"org/eu"}]),
        ("The hastily-drafted plan for Sudan was rejected by Ethiopia.", [set()]),
        ("Kenya proposed a truce in a four-point plan. Sudan accepted the plan.", [{"state/KEN"}, {"state/KEN"}]),
        ("Egypt proposed a ceasefire in a two-stage plan. Chad rejected the plan.", [{"state/EGY"}, {"state/EGY"}]),
        ("The Venezuelan opposition negotiators proposed a peace plan to Colombia.", [set()]),
        ("Opposition diplomats drafted a peace plan for Sudan.", [set()]),
        ("Opposition officials put forward a peace plan for Mali.", [set()]),
        ("The opposition envoys put forward a peace plan for Niger.", [set()]),
        ("Danish negotiators proposed a peace plan to Colombia.", [{"state/DNK"}]),
        (
            "The draft prepared by the UK, French and German diplomats would lift the sanctions.",
            [{"state/GBR", "state/FRA", "state/DEU"}],
        ),
        (
            "A peace plan drafted by the EU, Turkish and Serbian negotiators was rejected by Kosovo.",
            [{"org/eu", "state/TUR", "state/SRB"}],
        ),
        (
            "The 'Muscat plan' hatched by the US, Iranian and Iraqi negotiators was rejected by Kuwait.",
            [{"state/USA", "state/IRN", "state/IRQ"}],
        ),
        (
            "The 'Oslo draft' hatched by the UK, Danish and Swedish officials would end the dispute.",
            [{"state/GBR", "state/DNK", "state/SWE"}],
        ),
        ("The proposal that Egypt put to the rebels would begin with a pause.", [{"state/EGY"}]),
        ("The proposal that Norway put to both governments would begin with a ceasefire.", [{"state/NOR"}]),
        ("Norway proposed free elections in a three-page draft. Nepal welcomed the draft.", [{"state/NOR"}]),
    ],
)
def test_who_is_named_before_the_plan_or_beside_it_put_it_forward(
    text: str, proposers: list[set[str]], read_text: ParseText
) -> None:
    assert [{actor.id for actor in proposal.proposer} for proposal in proposals(read_text, text)] == proposers
