"""Events from texts: every rule's examples, who does it to whom, with what status, and one record for one happening."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.config import CONFIDENT
from communique.evaluate.gold import Question
from communique.evaluate.status import find
from communique.extract.happenings.events import find_events
from communique.extract.matching.finding import find_matches
from communique.lexicon.rules import EventRule, load_rules
from communique.records.codec import check_spans
from communique.records.events import Event
from conftest import ParseText

RULES = load_rules()

pytestmark = pytest.mark.model


def events(read_text: ParseText, text: str, date: str | None = "2023-06-01") -> list[Event]:
    reading = read_text(text, date)
    found = [e for e in find_events(reading, RULES) if e.confidence >= CONFIDENT or "guessed" not in e.rule]
    check_spans(reading.article, found)
    return found


def only(read_text: ParseText, text: str) -> Event:
    found = events(read_text, text)
    assert len(found) == 1, [(e.rule, e.trigger.text) for e in found]
    return found[0]


def fired(read_text: ParseText, text: str, parties: bool) -> set[str]:
    """Return the rules that fit; with `parties` only those that found somebody (others never become records)."""
    matches = find_matches(read_text(text), RULES)
    return {match.rule.id for match in matches if match.actors or match.recipients or not parties}


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_a_rule_fits_its_examples_and_none_of_its_counterexamples(rule: EventRule, read_text: ParseText) -> None:
    assert [text for text in rule.examples if rule.id not in fired(read_text, text, parties=False)] == []
    assert [text for text in rule.counterexamples if rule.id in fired(read_text, text, parties=True)] == []


@pytest.mark.parametrize(
    ("text", "rule", "actors", "recipients"),
    [
        ("Iraq invaded Kuwait.", "assault.attack", ["state/IRQ"], ["state/KWT"]),
        ("Kuwait was invaded by Iraq.", "assault.attack", ["state/IRQ"], ["state/KWT"]),
        ("Iraq, which had invaded Kuwait, lost.", "assault.attack", ["state/IRQ"], ["state/KWT"]),
        ("Iraq's invasion of Kuwait was brief.", "assault.attack_noun", ["state/IRQ"], ["state/KWT"]),
        ("Iraq launched an attack on Kuwait.", "assault.attack_noun", ["state/IRQ"], ["state/KWT"]),
        ("Japan imposed sanctions on Iran.", "sanction.impose", ["state/JPN"], ["state/IRN"]),
        ("Sanctions on Iran were imposed by Japan.", "sanction.impose", ["state/JPN"], ["state/IRN"]),
        ("Serbia and Hungary signed an agreement.", "support.sign", ["state/SRB", "state/HUN"], []),
        ("Serbia signed an agreement with Hungary.", "support.sign", ["state/SRB", "state/HUN"], []),
        ("Turkey gave Somalia a grant.", "aid.give", ["state/TUR"], ["state/SOM"]),
        ("Niger expelled the French ambassador.", "sanction.expel_diplomat", ["state/NER"], None),
        (
            "Peru and Chile agreed that prisoners would be exchanged.",
            "retreat.release",
            ["state/PER", "state/CHL"],
            None,
        ),
        (
            "Peru and Chile pledged that the captives would be freed.",
            "retreat.release",
            ["state/PER", "state/CHL"],
            None,
        ),
        ("Peru agreed that prisoners would be freed by Chile.", "retreat.release", ["state/CHL"], None),
    ],
)
def test_grammar_does_not_change_who_does_it_to_whom(
    text: str, rule: str, actors: list[str], recipients: list[str] | None, read_text: ParseText
) -> None:
    found = only(read_text, text)
    assert found.rule == rule
    assert [actor.id for actor in found.actors] == actors
    assert recipients is None or [actor.id for actor in found.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad bombed a camp in Sudan.", "occurred"),
        ("Chad will withdraw its troops from Sudan.", "planned"),
        ("Chad threatened to bomb Sudan.", "threatened"),
        ("Chad denied bombing Sudan.", "denied"),
        ("Sudan accused Chad of bombing a camp.", "alleged"),
        ("Chad could bomb Sudan.", "possible"),
        ("If Chad bombs Sudan, Egypt will respond.", "hypothetical"),
        ("Chad refused to withdraw its troops from Sudan.", "refused"),
        ("Sudan demanded that Chad withdraw its troops.", "demanded"),
        ("Chad agreed to release the prisoners.", "agreed"),
    ],
)
def test_what_the_text_makes_of_a_happening_is_its_status(text: str, status: str, read_text: ParseText) -> None:
    assert [event.status for event in events(read_text, text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Norway met Sweden in Oslo.",
        "Norway demanded an answer from Sweden.",
        "Norway criticised Sweden.",
        "War and conflict benefit no one.",
        "A man attacked a neighbour with a spade.",
        "The occupied city had no water.",
    ],
)
def test_meetings_speech_generalities_and_private_deeds_are_no_events(text: str, read_text: ParseText) -> None:
    assert events(read_text, text) == []


def test_what_one_party_agrees_to_may_be_for_another_to_do(read_text: ParseText) -> None:
    for text in ("Peru agreed that the prisoners would be freed.", "Peru said that the prisoners would be freed."):
        assert [event.actors for event in events(read_text, text)] in ([], [()]), text


def test_one_happening_told_twice_is_one_event_with_both_places(read_text: ParseText) -> None:
    found = only(read_text, "Iraq invaded Kuwait on Monday. Egypt was silent. The invasion shocked Jordan.")
    assert [piece.text for piece in found.evidence if piece.role == "trigger"] == ["invaded", "invasion"]


def test_two_happenings_stay_two(read_text: ParseText) -> None:
    found = events(read_text, "Iraq invaded Kuwait on Monday. Turkey invaded Cyprus on Tuesday.")
    assert [[actor.id for actor in event.actors] for event in found] == [["state/IRQ"], ["state/TUR"]]


def test_the_same_deed_on_two_days_is_two_events(read_text: ParseText) -> None:
    found = events(read_text, "Syria bombed Jordan on Monday. Syria bombed Jordan on Wednesday.")
    assert len(found) == 2


def test_a_denial_does_not_become_part_of_the_fact(read_text: ParseText) -> None:
    found = events(read_text, "Chad denied bombing Sudan. Chad bombed Sudan, Egypt said.")
    assert [event.status for event in found] == ["denied", "occurred"]


def test_who_vouches_for_it_and_who_confirms_it_are_kept(read_text: ParseText) -> None:
    found = only(read_text, "Egypt confirmed that Chad had released the prisoners.")
    assert [actor.id for actor in found.confirmed_by] == ["state/EGY"]
    said = only(read_text, "Egypt said Chad had released the prisoners.")
    assert [[actor.id for actor in level] for level in said.holder] == [["state/EGY"]]


def test_a_deed_has_its_day_and_place(read_text: ParseText) -> None:
    found = only(read_text, "Rebels released ten hostages in Chad on Monday.")
    assert found.when is not None and (found.when.from_, found.when.to) == ("2023-05-29", "2023-05-29")
    assert found.where is not None and found.where.iso3 == "TCD"


def test_a_protest_without_named_parties_is_kept_with_its_country(read_text: ParseText) -> None:
    found = only(read_text, "Thousands of people demonstrated in Chile.")
    assert found.where is not None and found.where.iso3 == "CHL"


def test_a_known_party_on_both_sides_makes_an_event_surer(read_text: ParseText) -> None:
    sure = only(read_text, "Iraq invaded Kuwait.").confidence
    bare = only(read_text, "The Iraqi attacks were brief.").confidence
    assert sure > bare


def test_both_of_two_are_no_recipients_of_what_they_do_with_what_is_theirs() -> None:
    [agreed, opened] = find(Question(id="a", text="Armenia and Turkey agreed to open their border.", dct="2023-06-01"))
    assert agreed["actor"] == ["ARM", "TUR"] and not agreed["recipient"]
    assert opened["actor"] == ["ARM", "TUR"] and not opened["recipient"]


def test_a_protest_in_words_is_no_rally() -> None:
    found = find(Question(id="a", text="Israel lodged a protest with Jordan.", dct="2023-06-01"))
    assert [(event["type"], event["recipient"]) for event in found] == [("ACCUSE", ["JOR"])]


def test_the_same_text_gives_the_same_events(read_text: ParseText) -> None:
    text = "Iraq invaded Kuwait on Monday. Japan imposed sanctions on Iraq, and Egypt condemned the invasion."
    assert events(read_text, text) == events(read_text, text)


def test_a_happening_takes_the_year_that_stands_before_its_clause(read_text: ParseText) -> None:
    found = events(
        read_text, "Turkey backed Tunisia in 2011 after protests broke out against the government of Tunisia."
    )
    when = next(event.when for event in found if event.type == "PROTEST")
    assert when is not None and (when.from_, when.basis) == ("2011-01-01", "inferred")


def test_unrest_is_in_the_one_country_that_its_clause_speaks_of(read_text: ParseText) -> None:
    found = only(read_text, "Mass protests broke out after the Kenyan government's tax on fuel.")
    assert found.where is None or found.where.iso3 == "KEN"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Mali is grateful to Cuba for sending doctors.", "state/CUB"),
        ("Chad accused Sudan of aggression against Libya.", "state/SDN"),
        ("Chad launched an offensive against Libya.", "state/TCD"),
        ("An offensive against Libya was launched by Chad.", "state/TCD"),
    ],
)
def test_the_doer_is_found_where_grammar_hides_it(text: str, actor: str, read_text: ParseText) -> None:
    assert [a.id for event in events(read_text, text) for a in event.actors] == [actor]


def test_two_claims_in_one_sentence_are_two_events(read_text: ParseText) -> None:
    text = "Norway accused Chad of giving Mali money and of sending Mali weapons."
    assert [event.status for event in events(read_text, text)] == ["alleged", "alleged"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Mali quits accord\nMali on Monday pulled out of the accord.", "pulled out of the accord"),
        ("Kenya leaves trade bloc\nKenya on Monday pulled out of the trade bloc.", "pulled out of the trade bloc"),
        ("Niger quits treaty\nNiger on Monday walked away from the treaty.", "walked away from the treaty"),
        ("Peru seizes Chilean ship\nPeru on Monday detained a Chilean ship.", "detained"),
        ("Chad bombs rebel camp\nChad's jets struck a rebel camp on Monday.", "struck"),
    ],
)
def test_a_headline_tells_what_the_text_tells(text: str, trigger: str, read_text: ParseText) -> None:
    reading = read_text(text, "2023-06-01")
    headline = replace(reading.sentences[0], layer="headline", segment="title")
    found = find_events(replace(reading, sentences=(headline, *reading.sentences[1:])), RULES)
    assert [(event.status, event.layer, event.trigger.text) for event in found] == [("occurred", "main", trigger)]


def test_nameless_people_are_known_again_by_their_noun_and_number(read_text: ParseText) -> None:
    again = events(read_text, "Boko Haram freed 21 schoolgirls. Nigeria said the girls were freed on Sunday.")
    assert [len([e for e in event.evidence if e.role == "trigger"]) for event in again] == [2]
    others = events(read_text, "Boko Haram freed 21 schoolgirls. Boko Haram freed 82 schoolgirls.")
    assert len(others) == 2


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Israeli airstrikes on Gaza went on.", ["state/ISR"], ["place/gaza"]),
        ("The Kenya bombing was planned by Somali militants.", ["mention/somali-militants"], ["state/KEN"]),
        ("The Kenyan bombing of Somalia went on.", ["state/KEN"], ["state/SOM"]),
        ("The Baghdad attack on the convoy went on in Iraq.", ["state/IRQ"], []),
        (
            "The village was attacked by Chadian soldiers, killing ten villagers.",
            ["organ/TCD-armed-forces"],
            ["mention/villagers"],
        ),
        ("Serbian troops were engaged in clashes with Croatia.", ["organ/SRB-armed-forces"], ["state/HRV"]),
    ],
)
def test_a_country_before_a_happening_is_where_or_to_whom_and_an_adjective_its_doer(
    text: str, actors: list[str], recipients: list[str], read_text: ParseText
) -> None:
    found = [e for e in events(read_text, text) if e.type == "ASSAULT"]
    assert [[a.id for a in found[-1].actors], [a.id for a in found[-1].recipients]] == [actors, recipients]


@pytest.mark.parametrize(
    ("text", "rule", "actors"),
    [
        ("Mali had no plans to send soldiers to Niger.", "mobilize.deploy", ["state/MLI"]),
        ("Mali dropped its threat to expel diplomats of France.", "sanction.expel_diplomat", ["state/MLI"]),
        ("Norway praised the decision to send troops to Mali.", "mobilize.deploy", []),
    ],
)
def test_whose_plan_it_is_would_do_it(text: str, rule: str, actors: list[str], read_text: ParseText) -> None:
    found = [e for e in events(read_text, text) if e.rule == rule]
    assert [[a.id for a in e.actors] for e in found] == [actors]


@pytest.mark.parametrize(
    "text",
    [
        "Chad surrendered its authority to its allies.",
        "Emmanuel Macron attacked Olaf Scholz for his plan.",
        "Whoever sends weapons to France is its friend.",
        "France saved its strongest rhetoric for Italy.",
    ],
)
def test_figures_of_speech_are_no_deeds(text: str, read_text: ParseText) -> None:
    assert [e.rule for e in events(read_text, text) if e.status not in ("hypothetical", "possible")] == []


@pytest.mark.parametrize(
    "text",
    [
        "A senator brought in a bill to impose sanctions on Iran.",
        "Carl Muster's bill would ban exports to Iran.",
        "The legislation seeks to impose sanctions on Iran.",
    ],
)
def test_what_a_draft_would_do_is_proposed_and_nobodys_deed(text: str, read_text: ParseText) -> None:
    assert {(e.status, e.actors) for e in events(read_text, text)} == {("proposed", ())}


def test_both_of_two_peoples_joined_by_a_hyphen_are_parties(read_text: ParseText) -> None:
    war = only(read_text, "The Israeli-Palestinian conflict goes on.")
    assert {a.id for a in (*war.actors, *war.recipients)} == {"state/ISR", "state/PSE"}


def test_who_is_convicted_does_not_convict(read_text: ParseText) -> None:
    text = "Iran freed men charged with or convicted of violating sanctions."
    found = [match for match in find_matches(read_text(text), RULES) if match.rule.type == "SANCTION"]
    assert [(match.actors, [a.id for a in match.recipients]) for match in found] == [((), ["mention/men"])]


def test_what_might_be_done_by_nobody_is_not_shown(read_text: ParseText) -> None:
    nobody = only(read_text, "Pressure grew to arrest Emmanuel Macron.")
    done = only(read_text, "Iran arrested ten sailors.")
    assert nobody.confidence < CONFIDENT <= done.confidence


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Rebels in Mali kidnapped twelve nurses. They have abducted thousands of other women in Mali.", 2),
        ("Chad expelled two envoys of Libya in May. It expelled another Libyan envoy.", 2),
        ("Rebels in Mali kidnapped twelve nurses. The rebels abducted the nurses at night in Mali.", 1),
    ],
)
def test_what_is_done_to_others_is_another_happening(text: str, count: int, read_text: ParseText) -> None:
    assert len(events(read_text, text)) == count


@pytest.mark.parametrize(
    "text",
    [
        '"That is nonsense," the president of Peru shot back at Chile.',
        "The leaders of Peru are hitting back at the press, saying that they did no wrong.",
        "The United Nations Security Council called an emergency session on Monday.",
        "The president of Peru sought on Monday to ease worries about the deal.",
        "As it turned out, Peru had been in debt to Chile.",
        "The senator said at a Saturday rally in Peru that Chile should pay.",
        "Despite the possibility of military conflict with Iraq, oil fell.",
    ],
)
def test_words_and_fears_are_no_deeds(text: str, read_text: ParseText) -> None:
    assert [e.rule for e in events(read_text, text) if e.confidence >= CONFIDENT] == []


@pytest.mark.parametrize(
    ("text", "rule", "status"),
    [
        ("Hamas hit back at Israel with rockets, saying the siege must end.", "assault.attack", "occurred"),
        ("Israeli soldiers shot back at the gunmen.", "assault.kill", "occurred"),
        ("The envoy of Chad was held for a week before being expelled by Mali.", "sanction.expel_diplomat", "occurred"),
        ("Iraq will begin withdrawing troops from Iran on Friday.", "retreat.withdraw", "planned"),
        ("Mediators want to end the conflict between Armenia and Azerbaijan.", "state.war", "ongoing"),
    ],
)
def test_deeds_beside_them_are_kept(text: str, rule: str, status: str, read_text: ParseText) -> None:
    assert (rule, status) in [(e.rule, e.status) for e in events(read_text, text)]
