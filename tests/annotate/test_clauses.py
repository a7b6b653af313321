"""Clauses: logical roles, and the attachments that are repaired on the way."""

from __future__ import annotations

import pytest

from communique.reading import Reading
from conftest import ParseText

pytestmark = pytest.mark.model


def roles(reading: Reading, predicate: str) -> dict[str, str]:
    """Return role -> text of the first clause with this predicate."""
    clause = next(c for c in reading.clauses if c.predicate == predicate)
    return {a.role: reading.span(a.first, a.last).text for a in reversed(clause.arguments)}


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("Oman handed over 21 sailors to Togo.", "hand over", {"object": "21 sailors", "to": "Togo"}),
        ("The rebels handed over 12 bodies to Togo.", "hand over", {"object": "12 bodies", "to": "Togo"}),
        ("Oman turned over 40 prisoners to Togo.", "turn over", {"object": "40 prisoners"}),
        ("Oman arrested over 40 sailors.", "arrest", {"subject": "Oman"}),
        ("Oman hosted the envoys on Monday.", "host", {"subject": "Oman", "object": "the envoys", "on": "Monday"}),
        ("The envoys were hosted by Oman.", "host", {"subject": "Oman", "object": "The envoys"}),
        ("The envoy who met the king left.", "meet", {"subject": "The envoy", "object": "the king"}),
        ("Togo asked Benin to open the border.", "open", {"subject": "Benin", "object": "the border"}),
        ("Hanoi asked Libya at a meeting in Vienna to free them.", "free", {"subject": "Libya", "object": "them"}),
        ("Togo promised Benin to open the border.", "open", {"subject": "Togo", "object": "the border"}),
        ("The king met the envoy and thanked Oman.", "thank", {"subject": "The king", "object": "Oman"}),
        ("Togo accused Benin of arming rebels.", "arm", {"subject": "Benin", "object": "rebels"}),
        (
            "Oman accused Togo of arming the gang and of hiding its leader.",
            "hide",
            {"subject": "Togo", "object": "its leader"},
        ),
        (
            "Oman spoke of opening the port and of lifting the tariff.",
            "lift",
            {"subject": "Oman", "object": "the tariff"},
        ),
        (
            "Rwanda, long accused by Congo of backing the rebels, denies it.",
            "accuse",
            {"subject": "Congo", "object": "Rwanda"},
        ),
        (
            "Togo accused the veteran leader of fraud.",
            "accuse",
            {"subject": "Togo", "object": "the veteran leader", "of": "fraud"},
        ),
        ("Togo put forward a plan.", "put forward", {"subject": "Togo", "object": "a plan"}),
        ("The talks between Togo and Benin ended.", "talk", {"between": "Togo and Benin"}),
        ("Lome is beholden to Paris.", "beholden", {"subject": "Lome", "to": "Paris"}),
        ("Togo gave Benin a week to free the crew.", "free", {"subject": "Benin", "object": "the crew"}),
        ("Quit the port, the junta told the marines.", "quit", {"subject": "the marines", "object": "the port"}),
        ("Quit the port, the junta said.", "quit", {"subject": None, "object": "the port"}),
    ],
)
def test_roles_are_logical(text: str, predicate: str, expected: dict[str, str | None], parse_text: ParseText) -> None:
    found = roles(parse_text(text), predicate)
    assert {role: found.get(role) for role in expected} == expected


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("Togo suspended from trade bloc", "suspend", {"object": "Togo", "subject": None}),
        ("Peru urged to free Chilean sailors", "urge", {"object": "Peru", "subject": None}),
        ("Peru urged to free Chilean sailors", "free", {"subject": "Peru"}),
        ("Cuba told to pay Spanish firm", "tell", {"object": "Cuba", "subject": None}),
        ("Togo freed sailors", "free", {"subject": "Togo", "object": "sailors"}),
        ("Togo resigned from trade bloc", "resign", {"subject": "Togo"}),
        ("Togo suspended in anger.", "suspend", {"subject": "Togo"}),  # no headline
    ],
)
def test_a_headline_leaves_out_the_is_of_a_passive(
    text: str, predicate: str, expected: dict[str, str | None], parse_text: ParseText
) -> None:
    found = roles(parse_text(text), predicate)
    assert {role: found.get(role) for role in expected} == expected


def test_a_list_of_demands_shares_its_addressee(parse_text: ParseText) -> None:
    reading = parse_text(
        "His remarks came after Oman tabled a plan that called for all sides to agree to a truce, release prisoners "
        "and open the port."
    )
    for predicate in ("agree", "release", "open"):
        assert roles(reading, predicate)["subject"] == "all sides"


def test_negation_reaches_across_or(parse_text: ParseText) -> None:
    reading = parse_text("She did not say if a date had been set or give any reason.")
    give = next(c for c in reading.clauses if c.predicate == "give")
    assert give.negated and reading.span(give.arguments[0].first, give.arguments[0].last).text == "She"


def test_a_clause_knows_what_governs_it(parse_text: ParseText) -> None:
    reading = parse_text("The ministry announced that the king would visit Muscat.")
    visit = next(c for c in reading.clauses if c.predicate == "visit")
    assert visit.under is not None and reading.clauses[visit.under].predicate == "announce"
    assert (visit.link, visit.mark, visit.modal) == ("complement", "that", "would")


@pytest.mark.parametrize(
    ("text", "predicate", "role", "expected"),
    [
        ("Oman brokered a truce in May, when Hamas freed 40 hostages and Israel released 90 captives.",
         "release", "subject", "Israel"),
        ("Oman brokered a truce in May, when Togo freed 40 hostages and Benin released 90 captives.",
         "release", "subject", "Benin"),
        ("Togo freed captives and released Benin's envoy.", "release", "subject", "Togo"),
        ("Chad accepted the plan on Monday and Niger praised it on Friday.", "praise", "subject", "Niger"),
        ("Peru signed the pact on Monday and Chile ratified it on Friday.", "ratify", "subject", "Chile"),
        ("Mali closed its airspace and Algeria recalled its envoy.", "recall", "subject", "Algeria"),
        ("Armenia handed over two villages and Azerbaijan withdrew its guards.", "withdraw", "subject", "Azerbaijan"),
        ("The envoy returned to Lima on Monday and Chile recalled its consul on Friday.",
         "recall", "subject", "Chile"),
        ("Egypt said the talks would resume in June, adding that Sudan had been invited.", "add", "subject", "Egypt"),
        ("The governor said the rebels had agreed to leave the town, stressing that no deal had been signed.",
         "stress", "subject", "The governor"),
        ("Kenya said the pact did not oblige it to send troops, alluding to the vote in parliament.",
         "allude", "subject", "Kenya"),
        ("Lima said the crew had agreed to stay, noting that the ship was damaged.", "note", "subject", "Lima"),
        ("The spokesman said Turkey had begun to withdraw, stressing that no date was set.",
         "stress", "subject", "The spokesman"),
        ("Togo met Benin and Ghana and left the talks.", "leave", "subject", "Togo"),
        ("Togo accused Benin last week of arming rebels.", "arm", "subject", "Benin"),
        ("Oman accused both Togo and Benin last month of war crimes.", "accuse", "of", "war crimes"),
        ("Togo visited Benin last month of all months.", "visit", "of", None),
        ("The envoy was released, according to Benin.", "release", "to", None),
        ("The envoy was released to Benin, according to Togo.", "release", "to", "Benin"),
        ("Togo has formally called for Hamas, the group's political wing, to be expelled from the union.",
         "expel", "object", "Hamas, the group's political wing"),
        ("Togo appealed for Benin, its old ally, to free the crew.", "free", "subject", "Benin, its old ally"),
        ("Togo called for Benin to be expelled.", "expel", "object", "Benin"),
        ("Kenya called for Chad, a member since 1999, to be suspended from the bloc.",
         "suspend", "object", "Chad, a member since 1999"),
        ("The senator called for Belarus, the close ally of Moscow, to be barred from the games.",
         "bar", "object", "Belarus, the close ally of Moscow"),
        ("Peru has repeatedly called for Ecuador, its northern neighbour, to be admitted to the alliance.",
         "admit", "object", "Ecuador, its northern neighbour"),
        ("Latvia appealed for Georgia, the host of the talks, to be invited to the summit.",
         "invite", "object", "Georgia, the host of the talks"),
        ("The crisis deepened in April, when Baku closed the road on Monday and Yerevan closed its airspace.",
         "close", "subject", "Baku"),
        ("With Benin now annexed, Togo has a port.", "annex", "object", "Benin"),
        ("With Benin now annexed, Togo has a port.", "annex", "subject", None),
        ("Togo remained adamant that Benin must leave.", "remain", "complement", "that Benin must leave"),
    ],
)  # fmt: skip
def test_a_phrase_is_attached_where_grammar_allows(
    text: str, predicate: str, role: str, expected: str | None, parse_text: ParseText
) -> None:
    assert roles(parse_text(text), predicate).get(role) == expected


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("On Friday, Okoro and former President Samir Khoury signed a declaration.", ["Okoro", "Khoury"]),
        ("Macron and Scholz signed a declaration.", ["Macron", "Scholz"]),
        ("Macron's adviser signed a declaration.", ["adviser"]),
        ("His rival signed a declaration.", ["rival"]),
    ],
)
def test_two_names_before_a_verb_are_its_subjects(text: str, subjects: list[str], parse_text: ParseText) -> None:
    reading = parse_text(text)
    clause = next(c for c in reading.clauses if c.predicate == "sign")
    heads = [reading.tokens[i].text for a in clause.all("subject") for i in reading.coordinated(a.head)]
    assert [word for word in heads if word != "Minister"] == subjects


@pytest.mark.parametrize(
    ("text", "predicate", "modal"),
    [
        ("The draft would have cut the quota for Togo, banned imports of timber and ended the aid.", "ban", "would"),
        ("The treaty would have opened the port, lifted the embargo and ended the war.", "lift", "would"),
        ("The minister would have stayed, but the king dismissed him.", "dismiss", None),
        ("Togo has cut imports and banned exports.", "ban", None),
    ],
)
def test_a_modal_reaches_the_participles_listed_after_it(
    text: str, predicate: str, modal: str | None, parse_text: ParseText
) -> None:
    assert next(c for c in parse_text(text).clauses if c.predicate == predicate).modal == modal


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Neither gave a date.", True),
        ("Nobody answered the letter.", True),
        ("None of them spoke.", True),
        ("Both gave a date.", False),
        ("They answered neither envoy in public and gave a date.", False),
    ],
)
def test_a_subject_that_is_nobody_negates(text: str, negated: bool, parse_text: ParseText) -> None:
    clause = [c for c in parse_text(text).clauses if c.pos == "verb"][-1]
    assert clause.negated == negated


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ("Oman received Ana Ruiz of Chile and Ben Cole of Peru.", ["Ruiz", "Cole"]),
        ("Oman received Sergei Lavrov of Russia and Hakan Fidan of Turkey.", ["Lavrov", "Fidan"]),
        ("Oman received Penny Wong of Australia and Wang Yi of China.", ["Wong", "Yi"]),
        ("Oman received Olaf Scholz of Germany and Rishi Sunak of Britain.", ["Scholz", "Sunak"]),
        ("Oman received Ararat Mirzoyan of Armenia and Jeyhun Bayramov of Azerbaijan.", ["Mirzoyan", "Bayramov"]),
        ("Oman received Ana Ruiz of Chile and Peru.", ["Ruiz"]),
        ("Oman received envoys of Chile and Peru.", ["envoys"]),
        ("Oman received Ana Ruiz of Chile.", ["Ruiz"]),
    ],
)
def test_two_people_each_of_a_state_stand_side_by_side(text: str, objects: list[str], parse_text: ParseText) -> None:
    reading = parse_text(text)
    clause = next(c for c in reading.clauses if c.predicate == "receive")
    assert [reading.tokens[i].text for a in clause.all("object") for i in reading.coordinated(a.head)] == objects


@pytest.mark.parametrize(
    ("text", "predicate", "subject"),
    [
        ("The ministry confirmed that the drone shot down over the gulf was Iranian.", "be", "the drone"),
        ("Officials said the missiles fired at the port belonged to the rebels.", "belong", "the missiles"),
        ("A spokesman said the meeting planned for Friday has been cancelled.", "cancel", None),
        ("Egypt said that the text agreed on Monday does not mention the dam.", "mention", "the text"),
        ("One woman adopted from Iran in 1970 did not learn of it until last year.", "learn", "One woman"),
        ("Togo repeated that the mines found near the island were foreign.", "be", "the mines"),
        ("The men arrested in the port worked for Benin.", "work", "The men"),
    ],
)
def test_a_participle_behind_a_noun_hides_no_verb(
    text: str, predicate: str, subject: str | None, parse_text: ParseText
) -> None:
    found = roles(parse_text(text), predicate)
    if subject is None:
        assert found["object"].startswith("the meeting")
    else:
        assert found["subject"].startswith(subject)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Albania argued rebels hacked into its tax network.", "hack", "rebels"),
        ("Georgia insisted saboteurs tampered with the pipeline.", "tamper", "saboteurs"),
        ("Officials in Tirana said intruders hacked into the ministry.", "hack", "intruders"),
        ("The Iraqi army contended militants attacked at dawn.", "attack", "militants"),
        ("Poland insisted agents tampered with the cables.", "tamper", "agents"),
        ("The Kenyan police contended gangs attacked at noon.", "attack", "gangs"),
        ("Montenegro argued spies hacked into the parliament's servers.", "hack", "spies"),
        ("Togo praised ministers attacked at dawn.", "attack", None),
        ("Chad met rebels wounded at dawn.", "wound", None),
    ],
)
def test_what_is_told_without_that_is_no_participle(
    text: str, verb: str, subject: str | None, parse_text: ParseText
) -> None:
    reading = parse_text(text)
    clause = next(c for c in reading.clauses if c.predicate == verb)
    assert (roles(reading, verb).get("subject"), clause.link == "complement") == (subject, subject is not None)


@pytest.mark.parametrize(
    ("text", "verb", "content"),
    [
        ("Libya rejects claims it shelled a village.", "shell", True),
        ("Rwanda dismissed allegations it had armed the rebels.", "arm", True),
        ("Iran rejects suggestions it is building a bomb.", "build", True),
        ("Moscow repeated its claim Kyiv shelled the plant.", "shell", True),
        ("Libya rejects claim it shelled a village.", "shell", True),
        ("Togo rejects claim it jailed reporters.", "jail", True),
        ("Togo denies charge it poisoned a spy.", "poison", True),
        ("Togo rejects charge it poisoned a spy.", "poison", True),
        ("Chad rejects claim it jailed reporters.", "jail", True),
        ("Hopes the two sides would meet faded.", "meet", True),
        ("The army said the prisoners it freed were from Chad.", "free", False),
        ("The claim it made was false.", "make", False),
        ("Hamas rejected a proposal that it had received from Qatari mediators.", "receive", False),
        ("The proposal that Egyptian mediators had put to Hamas would bring a truce.", "put", False),
        ("Togo rejected the offer made by Benin.", "make", False),
    ],
)
def test_what_a_claim_claims_may_follow_without_that(
    text: str, verb: str, content: bool, parse_text: ParseText
) -> None:
    clause = next(c for c in parse_text(text).clauses if c.predicate == verb)
    assert (clause.link == "complement") == content


@pytest.mark.parametrize(
    ("text", "verb", "denier", "told"),
    [
        ("Congo accuses Rwanda of backing the rebels, a charge Kigali denies.", "deny", "Kigali", "accuse"),
        ("Armenia accuses Baku of moving its posts, a claim Azerbaijan denies.", "deny", "Azerbaijan", "accuse"),
        ("The rebels accuse the army of shelling the town, a charge officials deny.", "deny", "officials", "accuse"),
        ("Armenia accuses Minsk of moving its posts, an accusation officials deny.", "deny", "officials", "accuse"),
        ("Kenya accuses Minsk of hosting the plotters, a charge Kigali denies.", "deny", "Kigali", "accuse"),
        ("Armenia accuses Paris of arming the gunmen, a charge officials deny.", "deny", "officials", "accuse"),
        ("Turkey says the group runs camps there, a claim Athens disputes.", "dispute", "Athens", "run"),
        ("Kuwait says the rig stands in its waters, an assertion Tehran disputes.", "dispute", "Tehran", "stand"),
        ("Mali accuses Paris of arming the gunmen, a charge French officials deny.", "deny", "French officials",
         "accuse"),
        ("Rwanda backs the rebels, officials claim.", "claim", "officials", "back"),
    ],
)  # fmt: skip
def test_a_claim_told_behind_a_comma_is_what_is_denied(
    text: str, verb: str, denier: str, told: str, parse_text: ParseText
) -> None:
    reading = parse_text(text)
    clause = next(c for c in reading.clauses if c.predicate == verb and c.pos == "verb")
    before = next(c for c in reading.clauses if c.predicate == told)
    assert roles(reading, verb)["subject"] == denier
    assert (clause.link == "relative", before.link == "complement") == (verb != "claim", verb in ("claim", "dispute"))


@pytest.mark.parametrize(
    ("text", "verb", "role", "thing", "speaker"),
    [
        ("Two bridges, said Peru's defence minister, Luis Paredes, were mined last week.", "mine", "object",
         "Two bridges", "Peru's defence minister, Luis Paredes"),
        ("The border, said the Kenyan minister, will stay closed until July.", "stay", "subject",
         "The border", "the Kenyan minister"),
        ("Three ships, said Chile's navy minister, Ana Rojas, were seized on Monday.", "seize", "object",
         "Three ships", "Chile's navy minister, Ana Rojas"),
        ("Four villages, said Armenia's foreign minister, Ara Petrosyan, were shelled overnight.", "shell", "object",
         "Four villages", "Armenia's foreign minister, Ara Petrosyan"),
        ("Ten sailors, said Togo's interior minister, Kofi Mensah, were freed on Sunday.", "free", "object",
         "Ten sailors", "Togo's interior minister, Kofi Mensah"),
        ("The embassy, said Fiji's foreign minister, Jone Vula, will reopen in June.", "reopen", "subject",
         "The embassy", "Fiji's foreign minister, Jone Vula"),
        ("The islands, said the Japanese minister, will stay occupied until then.", "stay", "subject",
         "The islands", "the Japanese minister"),
        ("The border, Latvia's foreign minister Juris Kalnins said on Monday, would stay closed.", "stay", "subject",
         "The border", "Latvia's foreign minister Juris Kalnins"),
        ("The pipeline, Poland's energy minister Marek Zielinski said on Friday, would be closed.", "close", "object",
         "The pipeline", "Poland's energy minister Marek Zielinski"),
        ("The summit, Kenya's foreign minister Grace Wanjiru said on Monday, would be held in Oslo.", "hold", "object",
         "The summit", "Kenya's foreign minister Grace Wanjiru"),
        ("The embassy, Fiji's foreign minister Jone Vula said on Monday, would reopen in June.", "reopen", "subject",
         "The embassy", "Fiji's foreign minister Jone Vula"),
        ("The dam, Egypt's water minister Hani Fahmy said on Monday, would ruin farmers.", "ruin", "subject",
         "The dam", "Egypt's water minister Hani Fahmy"),
    ],
)  # fmt: skip
def test_speech_in_the_middle_leaves_the_subject_to_its_verb(
    text: str, verb: str, role: str, thing: str, speaker: str, parse_text: ParseText
) -> None:
    reading = parse_text(text)
    found = (roles(reading, verb)[role], roles(reading, "say")["subject"])
    assert tuple(words.rstrip(",") for words in found) == (thing, speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("And Pavel Novak, Poland's deputy foreign minister, asserted in an interview that drones had crossed.",
         "Novak"),
        ("And Hani Fahmy, Egypt's deputy water minister, asserted in an interview on Monday that farmers had fled.",
         "Fahmy"),
        ("And Kofi Mensah, Togo's interior minister, asserted in an interview on Monday that gangs had left the port.",
         "Mensah"),
        ("And Omar Idris, Sudan's deputy defence minister, asserted in an interview that rebels had burned the market.",
         "Idris"),
        ("And Robert Keller, Austria's deputy foreign minister, asserted in an interview that spies had fled.",
         "Keller"),
        ("And Robert Hall, Britain's deputy trade minister, asserted in an interview on Friday that tariffs failed.",
         "Hall"),
        ("Hani Fahmy, the minister, quoted a claim asserted in an interview.", None),
    ],
)  # fmt: skip
def test_a_verb_behind_a_title_has_the_name_as_its_subject(
    text: str, speaker: str | None, parse_text: ParseText
) -> None:
    reading = parse_text(text)
    subject = next(c for c in reading.clauses if c.predicate == "assert").one("subject")
    assert (reading.tokens[subject.head].text if subject else None) == speaker


@pytest.mark.parametrize(
    ("text", "told", "speaker"),
    [
        ("Both leaders will meet in June, announced minister Haddad.", "meet", "minister Haddad"),
        ("The two presidents will meet in Oslo in May, announced spokesman Novak.", "meet", "spokesman Novak"),
        ("Peru and Chile will reopen their embassies, announced minister Rojas.", "reopen", "minister Rojas"),
        ("The two armies will train in the desert, announced general Okoro.", "train", "general Okoro"),
        ("The ministers will travel to Baku next week, announced ambassador Lindqvist.", "travel",
         "ambassador Lindqvist"),
        ("Chad will host the summit in July, announced governor Bello.", "host", "governor Bello"),
        ("Both sides will exchange prisoners on Sunday, announced mediator Nasser.", "exchange", "mediator Nasser"),
        ("The two sides met for three hours, announced minister Horak.", "meet", "minister Horak"),
        ("Both leaders met in June, ate, drank and announced nothing.", "meet", None),
    ],
)  # fmt: skip
def test_a_verb_of_saying_behind_a_comma_and_before_a_name_tells_what_stands_before_it(
    text: str, told: str, speaker: str | None, parse_text: ParseText
) -> None:
    reading = parse_text(text)
    cue = next(c for c in reading.clauses if c.predicate in ("announce", "say"))
    content = [reading.clause_at[a.head].predicate for a in cue.all("complement") if a.head in reading.clause_at]
    assert content == ([told] if speaker else [])
    assert speaker is None or roles(reading, cue.predicate)["subject"] == speaker


@pytest.mark.parametrize(
    ("text", "verb", "label"),
    [
        ("Togo opened the port and closed the border.", "opened", "ROOT"),
        ("The king said in a letter published on Monday that Oman would help.", "said", "ROOT"),
        ("The envoy hoped the talks held in Lome would help.", "hoped", "ROOT"),
        ("The soldiers fired, killed two men and left.", "fired", "ROOT"),
        ("Benin announced the truce agreed in May was over.", "announced", "ROOT"),
    ],
)
def test_a_verb_of_its_own_is_no_participle(text: str, verb: str, label: str, parse_text: ParseText) -> None:
    assert next(t.dep for t in parse_text(text).tokens if t.text == verb) == label


@pytest.mark.parametrize("noun", ["demand", "claim", "offer", "account", "condition"])
@pytest.mark.parametrize("verb", ["rejects", "opposes", "welcomes"])
def test_behind_a_verb_and_that_a_noun_is_its_object(noun: str, verb: str, parse_text: ParseText) -> None:
    reading = parse_text(f"Togo {verb} that {noun} and regards the matter as closed.")
    tokens = {token.text: token for token in reading.tokens}
    assert (tokens[noun].dep, tokens["regards"].dep) == ("dobj", "conj")
    assert {reading.tokens[tokens[word].head].text for word in (noun, "regards")} == {verb}


@pytest.mark.parametrize(
    "text", ["Togo said that demand had risen.", "Togo knows that offers will follow.", "Do not let that happen."]
)
def test_behind_that_a_clause_is_no_object(text: str, parse_text: ParseText) -> None:
    assert all(token.dep != "dobj" for token in parse_text(text).tokens)
