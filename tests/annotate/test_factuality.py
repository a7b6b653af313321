"""Every operator's examples and counterexamples, and the grammar of statuses."""

from __future__ import annotations

import re

import pytest

from communique.lexicon.statuses import SAME, Operator, load_statuses
from conftest import ParseText

OPERATORS = {operator.id: operator for many in load_statuses().operators.values() for operator in many}
REAL = {"occurred", "ongoing"}


def statuses_at_brackets(parse: ParseText, examples: list[str]) -> list[str | None]:
    """Return the status of the [bracketed] happening of each example, parsed as one text."""
    marks = [re.search(r"\[(.*?)\]", example) for example in examples]
    lines = [example.replace("[", "").replace("]", "") for example in examples]
    reading = parse("\n".join(lines))
    found: list[str | None] = []
    offset = 0
    for mark, line in zip(marks, lines, strict=True):
        assert mark is not None, f"no [happening] in {line!r}"
        start, end = offset + mark.start(), offset + mark.end() - 2
        at = [c for c in reading.clauses if start <= reading.tokens[c.head].start < end]
        found.append(reading.factuality[at[0].index].status if at else None)
        offset += len(line) + 1
    return found


@pytest.mark.model
@pytest.mark.parametrize("operator", OPERATORS.values(), ids=lambda operator: operator.id)
def test_an_operator_gives_its_status_to_its_examples_and_not_to_its_counterexamples(
    operator: Operator, read_text: ParseText
) -> None:
    wanted = REAL if operator.gives == SAME else {operator.gives}
    for example, got in zip(operator.examples, statuses_at_brackets(read_text, list(operator.examples)), strict=True):
        assert got in wanted, f"{example} came out as {got}"
    for example, got in zip(
        operator.counterexamples, statuses_at_brackets(read_text, list(operator.counterexamples)), strict=True
    ):
        assert got not in wanted, f"{example} came out as {got}"


def test_every_operator_has_five_examples_and_three_counterexamples() -> None:
    for operator in OPERATORS.values():
        assert len(operator.examples) >= 5, operator.id
        assert len(operator.counterexamples) >= 3, operator.id


@pytest.mark.model
@pytest.mark.parametrize(
    ("example", "status"),
    [
        ("It was not Chad who [attacked] the convoy.", "negated"),
        ("It was not Peru who [broke] the treaty.", "negated"),
        ("It was not Moscow who [blew] up the pipeline, the spokesman said.", "negated"),
        ("It was not Oman who [invited] the rebels.", "negated"),
        ("It was not Kenya who [closed] the border, the minister said.", "negated"),
        ("It was Chad who [attacked] the convoy.", "occurred"),
        ("Iran will not hesitate to [strike] the base, the general said.", "announced"),
        ("Kenya will not hesitate to [close] the border.", "announced"),
        ("Turkey would not hesitate to [send] troops, the minister said.", "announced"),
        ("Manila will not hesitate to [expel] the envoy.", "announced"),
        ("Lima would not hesitate to [recall] its ambassador.", "announced"),
        ("Chad did not hesitate to [arrest] the rebels.", "occurred"),
        ("The two ministers discussed the upcoming [visit].", "planned"),
        ("The leaders discussed the upcoming [summit] in Oslo.", "planned"),
        ("The envoys talked about the upcoming [elections].", "planned"),
        ("The presidents discussed the planned [exercise].", "planned"),
        ("The ministers discussed the upcoming [talks] on the dam.", "planned"),
        ("The presidents discussed the [exercise].", "possible"),
        ("The gunman killed two soldiers before being [shot].", "occurred"),
        ("The rebels seized the port before being [driven] out.", "occurred"),
        ("The envoy met the king before being [expelled].", "occurred"),
        ("The ship was boarded before being [released] on Monday.", "occurred"),
        ("The general toured the camp before being [arrested] in Lome.", "occurred"),
        ("Israel would [free] 90 prisoners under a draft deal.", "proposed"),
        ("Chad will [withdraw] from the valley under a proposed accord.", "proposed"),
        ("Peru would [return] the ship under a draft agreement.", "proposed"),
        ("Russia would [keep] the port under a draft treaty.", "proposed"),
        ("Both sides will [reopen] the crossing under a draft accord.", "proposed"),
        ("Chad will [withdraw] from the valley under the accord.", "agreed"),
    ],
)
def test_what_is_put_off_denied_or_drafted_is_no_fact(example: str, status: str, parse_text: ParseText) -> None:
    assert statuses_at_brackets(parse_text, [example]) == [status]


@pytest.mark.model
@pytest.mark.parametrize(
    ("example", "status"),
    [
        ("Macron said that the plan was good and that [meeting] Putin would help.", "hypothetical"),
        ("Modi said that [meeting] Xi will be useful.", "hypothetical"),
        ("The minister said that the offer was fair and that [talking] to Rome would do no harm.", "hypothetical"),
        ("[Meeting] the rebels was useful, the envoy said.", "occurred"),
        ("Malawi [recalled] its envoy.", "occurred"),
        ("These are the women [released] by Chad.", "occurred"),
        ("The women [released] by Chad are in Lome.", "occurred"),
        ("Malawi did not [recall] its envoy.", "negated"),
        ("Malawi is [recalling] its envoy.", "ongoing"),
        ("Malawi may [recall] its envoy.", "possible"),
        ("Malawi will [recall] its envoy.", "planned"),
        ("Malawi will [recall] its envoy, the minister said.", "announced"),
        ("The minister said Malawi would [recall] its envoy.", "announced"),
        ("Malawi will not [recall] its envoy.", "refused"),
        ("Malawi should [recall] its envoy.", "demanded"),
        ("Under the accord, Malawi would [recall] its envoy.", "agreed"),
        ("Ties will suffer unless Malawi [recalls] its envoy.", "demanded"),
        ("Asked whether he would [recall] the envoy, Banda smiled.", "possible"),
        ("Malawi has yet to [recall] its envoy.", "negated"),
        ("Zambia proposed that Malawi [cut] ties with the bloc.", "proposed"),
        ("Zambia warned Malawi against [recalling] its envoy.", "possible"),
        ("If Malawi [recalls] its envoy, ties will suffer.", "hypothetical"),
        ("Had Malawi [recalled] its envoy, ties would have suffered.", "hypothetical"),
        ("Malawi would have [recalled] its envoy.", "hypothetical"),
        ("Did Malawi [recall] its envoy?", "possible"),
        ("Zambia and Malawi held [talks] in Lilongwe.", "occurred"),
        ("Zambia and Malawi will hold [talks] in Lilongwe.", "planned"),
        ("The planned [withdrawal] worried Lusaka.", "planned"),
        ("The alleged [attack] worried Lusaka.", "alleged"),
        ("The two sides left without [signing] the accord.", "negated"),
        ("Envoys flew to Lusaka to [discuss] the dam.", "planned"),
        ("The ministry said Malawi had [recalled] its envoy.", "occurred"),
        ("Is Malawi about to [recall] its envoy?", "possible"),
        ("Malawi is about to [recall] its envoy.", "planned"),
        ("Zambia said troops had [crossed] the river, which Malawi denied.", "alleged"),
        ("Zambia said troops had [crossed] the river, which Malawi saw.", "occurred"),
        ("Malawi will [freeze] the funds unless Zambia pays.", "threatened"),
        ("Malawi will [freeze] the funds, the minister said.", "announced"),
        ("Malawi is ready to [send] troops if Zambia does.", "hypothetical"),
        ("Malawi is ready to [send] troops.", "offered"),
        ("Malawi hopes to secure the [release] of the crew.", "sought"),
        ("Malawi regretted the [release] of the crew.", "occurred"),
        ("Ministers ended the day with a deal to [reopen] the border.", "agreed"),
        ("Envoys met ahead of the [talks].", "planned"),
        ("Were Malawi to [recall] its envoy, ties would suffer.", "hypothetical"),
        ("The envoys were to [meet] in Lusaka.", "planned"),
        ("Provided that Malawi [recalls] its envoy, the deal will stand.", "hypothetical"),
        ("Malawi provided proof that Zambia [recalled] its envoy.", "occurred"),
        ("Rather than [recall] its envoy, Malawi sent a letter.", "negated"),
        ("Instead of [recalling] its envoy, Malawi sent a letter.", "negated"),
        ("Far from [withdrawing], Zambian units dug in.", "negated"),
        ("The units came from the [talks] in Lusaka.", "occurred"),
        ("In the event of an [attack] on Malawi, Zambia will fight.", "hypothetical"),
        ("Malawi broke off the [talks] with Zambia.", "cancelled"),
        ("The [summit] due in Lusaka worried Malawi.", "planned"),
        ("[Bring] our teachers home, the crowd chanted.", "demanded"),
        ('"[Free] the crew," the envoy said.', "demanded"),
        ("Stop the raids or [lose] the port, Zambia told Malawi.", "threatened"),
        ("Under a plan of the mediators, both sides would [free] prisoners.", "proposed"),
        ("Under the compromise, fees will [rise].", "agreed"),
        ("What Malawi suggests is a [swap] of prisoners.", "proposed"),
        ("What Malawi saw was a [swap] of prisoners.", "occurred"),
        ("Point four of the plan foresees a [withdrawal] of troops.", "proposed"),
        ("It was not Zambia that [shelled] the school, a colonel said.", "negated"),
        ("It was Zambia that [shelled] the school, a colonel said.", "occurred"),
        ("Had they not [met] by chance, the war would have gone on.", "occurred"),
        ("Without the [loan] the hospital would have closed.", "occurred"),
        ("If the hostages die, every door [closes].", "hypothetical"),
        ("Zambia accused Malawi of [shelling] a school, a charge that Malawi dismissed.", "alleged"),
        ("Envoys said Malawi had [shelled] a school, a claim that Zambia repeated.", "alleged"),
        ("A diplomat said that guards had [beaten] him. Malawi denied this.", "alleged"),
        ("A diplomat said that guards had [beaten] him. Malawi denied the visas.", "occurred"),
        ("Thirty people were held for [burning] a flag.", "occurred"),
        ("Nothing was [announced] in Lusaka.", "negated"),
        ("Neither side's leader [attended].", "negated"),
        ("Hackers [shut] down the tax office for six hours, its cyber chief charged.", "alleged"),
        ("Hackers [shut] down the tax office for six hours, its cyber chief said.", "occurred"),
        ("It has been mooted that migrants be [housed] on ferries.", "proposed"),
        ("Banda said the [strike] would go on.", "announced"),
        ("The army has to [leave] the town.", "demanded"),
        ("The army had to [leave] the town.", "occurred"),
        ("The council called for an end to the [fighting].", "ongoing"),
        ("Malawi did not hesitate to [recall] its envoy.", "occurred"),
        ("Anyone who [enters] the zone will be shot.", "hypothetical"),
        ("Those who [entered] the zone were shot.", "occurred"),
        ("Should Zambia [attack], Malawi would recall its envoy.", "hypothetical"),
        ("Should Zambia attack, Malawi would [recall] its envoy.", "hypothetical"),
        ("Malawi may condemn the [raid].", "occurred"),
        ("The [talks] are due to begin on Monday.", "planned"),
        ("The two sides held talks on a [truce].", "possible"),
        ("The two sides held talks on the [raid].", "occurred"),
        ("The sides exchanged lists but [freed] none.", "negated"),
        ("Malawi [recalls] its envoy", "occurred"),
        ("Malawi [recalls] its envoy each spring.", "ongoing"),
        ("The [summit] in Lusaka postponed", "postponed"),
        ("The [summit] in Lusaka postponed a quarrel.", "occurred"),
        ("A second vote would [bring] in the north.", "hypothetical"),
        ("The minister said a second vote would [bring] in the north.", "announced"),
        ("The [talks] would take place in Lusaka.", "announced"),
        ("Lawmakers studied a bill that would [ban] the exports.", "proposed"),
        ("The bill, which would [strip] them of the vote, was sent back.", "proposed"),
        ("Zambia published a proposal on the strait that would [free] the ships.", "proposed"),
        ("Peru published a plan on the river that would [reopen] the port.", "proposed"),
        ("Kenya published a proposal on the lake that would [ban] trawlers.", "proposed"),
        ("Oman circulated a proposal on the gulf that would [withdraw] the ships.", "proposed"),
        ("Togo published a proposal on the border that would [close] the crossing.", "proposed"),
        ("Chile circulated a draft on the islands that would [free] the crew.", "proposed"),
        ("Egypt presented a proposal on the dam that would [halt] the filling.", "proposed"),
        ("Both signed a treaty that would [merge] their customs.", "agreed"),
        ("Envoys weighed a swap that would [free] sixty men.", "possible"),
        ("Envoys arranged a swap that [freed] sixty men.", "occurred"),
        ("Under a draft accord, both would [withdraw].", "proposed"),
        ("Zambia laid out a plan: first a [truce], then an exchange.", "proposed"),
        ("Zambia laid out a plan: first a truce, then an [exchange] of captives.", "proposed"),
        ("Zambia saw two things: first a [truce], then an exchange.", "occurred"),
        ("The premier laid out what he called a Kenyan offer: first a [truce], then a swap.", "proposed"),
        (
            "The premier laid out what he called a Kenyan offer: first a truce, then a [pull-out] from the valley.",
            "proposed",
        ),
        ("Oslo presented what it described as a plan: a [pause] in the fighting and a swap.", "proposed"),
        ("The minister listed the terms of the offer: a truce, a [withdrawal], an exchange.", "proposed"),
        ("Lima put forward what she called a proposal: a [ceasefire] and a swap.", "proposed"),
        ("He described what he called a massacre: first a [raid], then a fire.", "occurred"),
        ("The envoy recalled what he called a dark year: a [coup], a raid and an embargo.", "occurred"),
        ("The general spoke of the plan: the [raid] had cost him forty men.", "occurred"),
        ("A bishop warned the junta that troops who [fired] on nuns would be shunned, not fined.", "hypothetical"),
        ("Malawi threatened a raid on the ships that would [carry] the oil.", "hypothetical"),
        ("Zambia threatened an attack on the bridge that would [link] the two capitals.", "hypothetical"),
        ("Chad denied an attack on the convoy that would [supply] the camp.", "hypothetical"),
        ("Kenya refused an inspection of the reactor that would [power] the port.", "hypothetical"),
        ("Togo ruled out a raid on the tunnel that would [link] the camps.", "hypothetical"),
        ("Hopes faded for a [ceasefire].", "sought"),
        ("Calls grew for a [truce].", "demanded"),
        ("The army left for a [truce] in Lusaka.", "planned"),
        ("Pressure is growing on Malawi to [withdraw].", "demanded"),
        ("Concern is growing that Zambia would [attack].", "possible"),
        ("The two sides could not [agree] on a date.", "negated"),
        ("The two sides failed for a third day to [agree].", "negated"),
        ("The two sides met for a third day to [agree].", "planned"),
        ("Malawi wants the border [opened].", "sought"),
        ("The general is under [arrest].", "ongoing"),
        ("The two sides are in [talks].", "ongoing"),
        ("As long as Zambia [holds] the town, there will be no peace.", "hypothetical"),
        ("Provided both sides [withdraw] their guns, monitors will come.", "hypothetical"),
        ("In case Russia [attacks] Estonia, NATO has a plan.", "hypothetical"),
        ("In a case that Zambia [lost], judges ruled for Malawi.", "occurred"),
        ("Serbia will reopen the border in case Kosovo [frees] the officers.", "hypothetical"),
        ("Japan will lift the ban provided China [frees] the crew.", "hypothetical"),
        ("Chad will sign so long as both sides can [withdraw].", "hypothetical"),
        ("Provided Kenya [pays], the port will open.", "hypothetical"),
        ("Provided both camps are closed, monitors will [come].", "planned"),
        ("Provided the crew is [freed], Japan will lift the ban.", "hypothetical"),
        ("Provided the prisoners are [exchanged], Oslo will host talks.", "hypothetical"),
        ("Provided the treaty is [ratified], trade will resume.", "hypothetical"),
        ("Provided the minister is [pardoned], the party will rejoin the cabinet.", "hypothetical"),
        ("Provided a truce is [signed], aid will flow to the camps.", "hypothetical"),
        ("Provided the embargo is [lifted], Iran will sell oil.", "hypothetical"),
        ("Provided the hostages are [released], the army will withdraw.", "hypothetical"),
        ("The treaty provided that Zambia would [recall] its envoy.", "agreed"),
        ("Iran provided Russia's army with drones and [trained] its pilots.", "occurred"),
        ("The deputies will not talk before the premier [resigns].", "demanded"),
        ("The deputies have not talked since the premier [resigned].", "occurred"),
    ],
)
def test_grammar_shows_a_status(example: str, status: str, parse_text: ParseText) -> None:
    assert statuses_at_brackets(parse_text, [example]) == [status]


@pytest.mark.model
@pytest.mark.parametrize(
    ("example", "status"),
    [
        ("Malawi said it had not [recalled] its envoy.", "denied"),
        ("Malawi's army did not [shell] the town, Malawi said.", "denied"),
        ("Malawi's army did not [shell] the town, Zambia said.", "negated"),
        ("Malawi said it does not [recognise] the council.", "refused"),
        ("'We never [promised] tanks,' the minister said.", "denied"),
        ("The minister said that there would be no [exchange].", "refused"),
        ("The minister said that there had been no [ultimatum].", "denied"),
        ("There had been no [ultimatum].", "negated"),
        ("Malawi said it could not [accept] the draft.", "refused"),
        ("Malawi said it would not take part in a [meeting] in Lusaka.", "refused"),
        ("Malawi has denied sending troops, but a report says that some are [fighting] there.", "alleged"),
        ("Malawi has sent troops, but a report says that some are [fighting] there.", "ongoing"),
        ("Under the accord the rebels are to [disarm].", "planned"),
        ("Zambia said that Malawi had [shelled] the town, but Malawi denied it.", "alleged"),
        ("Rwanda [shelled] Goma, Congo says; Rwanda denies it.", "alleged"),
        ("Zambia said that Malawi had [shelled] the town; Malawi said the claim was baseless.", "alleged"),
        ("Zambia said that Malawi had [shelled] the town. Malawi said the charge was fabricated.", "alleged"),
        ("Women blocked the bridge to [demand] elections.", "occurred"),
        ("Malawi offered on Monday to [free] the crew.", "offered"),
        ("The [envoy] appealed to Chad to open the road.", "occurred"),
        ("[Talks] between Zambia and Malawi failed to take place.", "negated"),
        ("Zambia said that Malawi had [shelled] the town, but Malawi denied any involvement.", "alleged"),
        ("Malawi said that it had [shelled] the town and denied any wrongdoing.", "occurred"),
        ("Zambia said that Malawi had [shelled] the town, but Malawi denied that it held the port.", "occurred"),
    ],
)
def test_parties_tell_of_themselves(example: str, status: str, read_text: ParseText) -> None:
    assert statuses_at_brackets(read_text, [example]) == [status]


@pytest.mark.model
@pytest.mark.parametrize(
    ("example", "status"),
    [
        ("Oman said that Chad had [shelled] the port, something Chad denies.", "alleged"),
        ("The minister told deputies that Kenya had [promised] a loan, something Nairobi disputes.", "alleged"),
        ("A mayor said Polish guards [beat] two men, something Warsaw has denied.", "alleged"),
        ("Officials say that Togo [armed] the rebels, something Lome has always denied.", "alleged"),
        ("A consul said that Mali had [closed] the road, something that Bamako rejects.", "alleged"),
        ("Oman said that Chad had [shelled] the port, something Chad regrets.", "occurred"),
        ("Oman said that Chad had [shelled] the port, something Chad has not denied.", "occurred"),
        ("Oman [shelled] the port, something that Chad condemned.", "occurred"),
        ("A bishop warned that officers who [shot] at marchers would be shunned.", "hypothetical"),
        ("The premier said that states which [sent] troops would be paid.", "hypothetical"),
        ("He vowed that companies that [traded] with the rebels would be blacklisted.", "hypothetical"),
        ("Officers who [shoot] at marchers will be tried, the minister said.", "hypothetical"),
        ("States that [close] the strait would be isolated, he said.", "hypothetical"),
        ("The minister said that the officers who [shot] at marchers would be tried.", "occurred"),
        ("The minister said that officers who had [shot] at marchers would be tried.", "occurred"),
        ("Officers who [shot] at marchers were tried.", "occurred"),
        ("Should Mali [reject] the plan, diplomats said, the talks would end.", "hypothetical"),
        ("Had the king [resigned] then, his aide said, the war would have ended.", "hypothetical"),
        ("Had Kenya [signed] the treaty, officials say, the border would be open.", "hypothetical"),
        ("[Talks]? What talks?", "possible"),
        ("A [truce]? Not yet, says Mali", "possible"),
        ("[Sanctions]? Never, says Lima.", "possible"),
        ("[Withdrawal]? Not this year.", "possible"),
        ("A [visit]? Perhaps.", "possible"),
        ("[Shelling] of Goma by rebels: why now?", "occurred"),
        ("[Raid] on Goma by rebels: why now?", "occurred"),
        ("After the [raid], did the army leave?", "occurred"),
        ("The [raid] failed. Why?", "occurred"),
    ],
)
def test_what_is_put_in_doubt_beside_it_is_no_fact(example: str, status: str, read_text: ParseText) -> None:
    assert statuses_at_brackets(read_text, [example]) == [status]


@pytest.mark.model
@pytest.mark.parametrize(
    ("example", "status"),
    [
        ("Three years after Malawi [cut] ties, its envoy came back.", "historical"),
        ("For ten years Malawi had [blocked] the road.", "historical"),
        ("Three days after Malawi [cut] ties, its envoy came back.", "occurred"),
        ("Malawi [cut] ties after three years of talks.", "occurred"),
    ],
)
def test_what_lies_years_before_is_history(example: str, status: str, read_text: ParseText) -> None:
    assert statuses_at_brackets(read_text, [example]) == [status]


def status_on_the_day(example: str, read_text: ParseText) -> str:
    """Return the status of the [bracketed] happening of an example printed on 2024-03-05."""
    reading = read_text(example.replace("[", "").replace("]", ""), "2024-03-05")
    start = example.index("[")
    at = [c for c in reading.clauses if start <= reading.tokens[c.head].start < example.index("]")]
    return reading.factuality[at[0].index].status


@pytest.mark.model
@pytest.mark.parametrize(
    ("example", "status"),
    [
        ("Togo hopes to win a loan at a [meeting] in Lisbon next week.", "planned"),
        ("Zambia's foreign minister [travels] to Lusaka on Saturday.", "planned"),
        ("Togo won a loan at a [meeting] in Lisbon last week.", "occurred"),
        ("After [talks] in Lisbon, Togo and Mali said they would meet next week.", "occurred"),
        ("Zambia's foreign minister [travelled] to Lusaka on Saturday.", "occurred"),
    ],
)
def test_what_is_dated_after_the_article_is_no_fact(example: str, status: str, read_text: ParseText) -> None:
    assert status_on_the_day(example, read_text) == status


@pytest.mark.model
@pytest.mark.parametrize(
    ("example", "status"),
    [
        ("Banda is to [recall] the envoy on Friday.", "planned"),
        ("Officials said Malawi is to [recall] its envoy.", "announced"),
        ("The bloc gave Malawi until July 1 to [free] the crew.", "demanded"),
        ("The bloc gave Malawi a ship to [free] the crew.", "planned"),
        ("Malawi has [fought] the rebels for 14 years.", "ongoing"),
        ("Malawi has [fought] the rebels.", "occurred"),
        ("Both navies have [patrolled] the lake since 2017.", "ongoing"),
        ("In 2014 a draft was read and Malawi [asked] for a week.", "historical"),
        ("Malawi held the crew in 2014 until Zambia [opened] its camps.", "historical"),
        ("Malawi refused in 2014 to sign until Zambia [opened] its camps.", "demanded"),
        ("In 1974 the emperor ruled until officers [deposed] him.", "historical"),
        ("In 1991 Serbia shelled the town until its defenders [surrendered].", "historical"),
        ("In 1999 Indonesia ran the island until foreign troops [landed].", "historical"),
        ("In 2003 rebels held the port until peacekeepers [retook] it.", "historical"),
        ("On Monday a draft was read and Malawi [asked] for a week.", "occurred"),
        ("The bloc freed a ship [seized] in 2014.", "historical"),
        ("The [talks] in Lome in 2014 were short.", "historical"),
        ("The man who led the [strike] that paralysed the port in 2014 grows roses.", "historical"),
        ("The man who led the [strike] that paralysed the port on Monday grows roses.", "occurred"),
        ("A bank lent its name to a [deal] in 2014.", "occurred"),
        ("In 2014 rebels broke a [truce] in the north.", "historical"),
    ],
)
def test_times_and_terms_tell_a_status(example: str, status: str, read_text: ParseText) -> None:
    assert status_on_the_day(example, read_text) == status


@pytest.mark.model
@pytest.mark.parametrize(
    ("example", "certainty"),
    [
        ("Malawi [recalled] its envoy.", "certain"),
        ("Malawi did not [recall] its envoy.", "certain"),
        ("Malawi is expected to [recall] its envoy.", "probable"),
        ("Malawi is likely to begin [recalling] its envoys.", "probable"),
        ("Malawi is not likely to [recall] its envoy.", "possible"),
        ("Malawi may [recall] its envoy.", "possible"),
        ("Malawi wants to [recall] its envoy.", "open"),
    ],
)
def test_how_certain_a_teller_is(example: str, certainty: str, parse_text: ParseText) -> None:
    reading = parse_text(example.replace("[", "").replace("]", ""))
    at = next(c for c in reading.clauses if reading.tokens[c.head].start == example.index("["))
    assert reading.factuality[at.index].certainty == certainty


@pytest.mark.model
@pytest.mark.parametrize(
    ("example", "status"),
    [
        ("Malawi said it would [freeze] the funds unless Zambia paid.", "threatened"),
        ("Malawi's president said his army would [attack] unless Zambia withdrew.", "threatened"),
        ("Malawi would [close] the border unless Zambia withdrew, Malawi said.", "threatened"),
        ("Analysts said Malawi would [attack] Zambia unless it was stopped.", "hypothetical"),
        ("Malawi would have [attacked] Zambia unless it withdrew.", "hypothetical"),
        ("Malawi said it would [close] the border.", "announced"),
        ("Malawi [raid] on Zambia is not linked with the theft.", "occurred"),
        ("Zambian [attack] on the port was not justified, the envoy said.", "occurred"),
        ("Malawian [raid] against the rebels did not help.", "occurred"),
        ("Malawian [attack] on Zambia did not take place.", "negated"),
        ("No Malawian [attack] on Zambia was planned.", "negated"),
    ],
)
def test_whose_words_and_whose_deed_it_is_counts(example: str, status: str, read_text: ParseText) -> None:
    assert statuses_at_brackets(read_text, [example]) == [status]
