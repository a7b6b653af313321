"""Attributions of whole sentences, as the product reads them: source, cue and content to the character."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from communique.annotate.parsing import nlp
from communique.annotate.speaking.attributions import find_attributions
from communique.annotate.speaking.dialogue import find_turns
from communique.lexicon.cues import load_cues
from communique.lexicon.files import Entry, read_entries
from communique.reading import Attribution, Reading
from communique.records.texts import Article, Segment

pytestmark = pytest.mark.model

ParseText = Callable[..., Reading]
USAGES = read_entries("cues/en/usages", ("id", "examples", "counterexamples"))
ROLES = {"[": "source", "{": "cue", "<": "content"}
ENDS = {"]": "source", "}": "cue", ">": "content"}
EDGE = " ,;.:“”"


def unmarked(marked: str) -> tuple[str, dict[str, list[str]]]:
    """Return the plain sentence of a marked one, and the words of each role."""
    text, opened = "", dict.fromkeys(ENDS.values(), 0)
    words: dict[str, list[str]] = {"source": [], "cue": [], "content": []}
    for char in marked:
        if char in ROLES:
            opened[ROLES[char]] = len(text)
        elif char in ENDS:
            words[ENDS[char]].append(text[opened[ENDS[char]] :].strip(EDGE))
        else:
            text += char
    return text, words


def words_of(attribution: Attribution) -> dict[str, list[str]]:
    return {
        role: [span.text.strip(EDGE) for span in getattr(attribution, role)] for role in ("source", "cue", "content")
    }


def attributions(reading: Reading) -> tuple[Attribution, ...]:
    return find_attributions(reading, load_cues())


@pytest.mark.parametrize("entry", USAGES, ids=lambda entry: entry.text("id"))
def test_examples_of_a_usage_are_attributed_word_for_word(entry: Entry, parse_text: ParseText) -> None:
    for marked in entry.texts("examples"):
        text, expected = unmarked(marked)
        assert expected in [words_of(a) for a in attributions(parse_text(text))], text


@pytest.mark.parametrize("entry", USAGES, ids=lambda entry: entry.text("id"))
def test_counterexamples_of_a_usage_attribute_nothing(entry: Entry, parse_text: ParseText) -> None:
    for text in entry.texts("counterexamples"):
        assert [words_of(a) for a in attributions(parse_text(text))] == [], text


def test_a_quotation_over_sentences_belongs_to_the_cue_at_its_end(parse_text: ParseText) -> None:
    found = attributions(parse_text("“The army has left. Nobody was hurt. We thank God,” the mayor said."))
    assert [words_of(a)["content"] for a in found] == [["The army has left. Nobody was hurt. We thank God"]]
    assert found[0].quotations == (0,)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mayor said the army had left. “Nobody was hurt. We thank God.”", "The mayor"),
        ("Samoa's prime minister said the port was not for sale. “We built it, and we will run it.”",
         "Samoa's prime minister"),
        ("The Kenyan envoy said the deal was fair. “Nobody had to beg.”", "The Kenyan envoy"),
        ("The ministry announced on Monday that it would reopen the road. “The mines are gone.”", "The ministry"),
        ("A rebel spokesman said the town had fallen. “Our men are in the market.”", "A rebel spokesman"),
    ],
)  # fmt: skip
def test_a_quotation_of_its_own_goes_on_with_the_speaker_of_the_sentence_before(
    text: str, source: str, parse_text: ParseText
) -> None:
    found = attributions(parse_text(text))
    assert [a.source[0].text for a in found] == [source]
    assert found[0].content[-1].text.endswith(text[text.index("“") :])


@pytest.mark.parametrize(
    ("before", "speakers"),
    [
        ("The envoy said that the road was open.", ["The envoy"]),
        ("Marin told reporters that the plan came in time.", ["Marin"]),
        ("“The army has left,” the mayor said.", ["the mayor"]),
        ("“The army has left,” the mayor said. It rained in Gao.", []),
        ("The road was closed on Monday.", []),
        ("The envoy said that the road was open. It rained in Gao.", []),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"], ids=["one line", "paragraphs"])
def test_a_quotation_alone_is_of_whom_the_sentence_before_names_whatever_lies_between(
    gap: str, before: str, speakers: list[str], parse_text: ParseText
) -> None:
    found = attributions(parse_text(f"{before}{gap}“We will send more trucks this week.”"))
    assert [a.source[0].text for a in found if len(a.quotations) > before.count("“")] == speakers


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The statement said:\n“The border is closed. Trade has stopped.”", "The statement"),
        ("The envoy told the council on Friday:\n“We shall not sign. We shall not pay.”", "The envoy"),
        ("The minister wrote in a letter to the union:\n“The ships will sail. Nobody will stop them.”", "The minister"),
        ("The general warned the rebels:\n“You have one day. Leave the valley.”", "The general"),
        ("Peru's president added in a message:\n“The crew is safe. We thank Chile.”", "Peru's president"),
        ("The envoy left the hall at noon.\n“The truce is over. Our ships will sail.”", None),
    ],
)
def test_a_colon_leads_to_the_quotation_of_the_next_paragraph(
    text: str, source: str | None, parse_text: ParseText
) -> None:
    found = [(a.source[0].text, a.content[0].text) for a in attributions(parse_text(text))]
    assert found == ([(source, text[text.index("“") :])] if source else [])


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The Kenyan president repeated his vow to fight on.", "to fight on"),
        ("The rebels broke their promise to march on the capital.", "to march on the capital"),
        ("The Kenyan president stood by his threat to march on.", "to march on"),
        ("The Chadian leader repeated his threat to march on.", "to march on"),
        ("The rebel commander stood by his vow to fight on.", "to fight on"),
        ("The Kenyan president dropped his pledge to march on Kampala.", "to march on Kampala"),
        ("The Kenyan president used his speech to fight on.", None),
    ],
)
def test_an_infinitive_behind_a_promise_is_what_is_promised(
    text: str, content: str | None, parse_text: ParseText
) -> None:
    found = [a.content[0].text for a in attributions(parse_text(text)) if a.source[0].text in ("his", "their")]
    assert found == ([content] if content else [])


@pytest.mark.parametrize(
    "text",
    [
        "The treaty, which the envoy said Peru would sign, bans mines.",
        "The treaty, which the envoy said Chad would sign, bans mines.",
        "The treaty, which the envoy said Mali would sign, bans mines.",
        "The accord, which the envoy said Kenya would sign, bans mines.",
        "The treaty, which the envoy said Chile would sign, bans mines.",
        "The accord, which the envoy said Oman would sign, bans mines.",
    ],
)
def test_who_says_it_in_a_relative_clause_is_no_pronoun(text: str, parse_text: ParseText) -> None:
    assert [a.source[0].text for a in attributions(parse_text(text))] == ["the envoy"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Oslo renewed the demand that Moscow had dismissed.", []),
        ("Kenya renewed the demand that Mali had dismissed.", []),
        ("Peru dropped the demand that Chile had dismissed.", []),
        ("Lima dropped the demand that Quito had rejected.", []),
        ("Ghana renewed the demand that Togo had dismissed.", []),
        ("Peru backed Oslo's demand that Moscow withdraw its troops.", ["that Moscow withdraw its troops"]),
    ],
)
def test_what_was_done_with_a_demand_is_not_what_is_demanded(
    text: str, content: list[str], parse_text: ParseText
) -> None:
    found = [a for a in attributions(parse_text(text)) if a.cue[0].text == "demand"]
    assert [a.content[0].text for a in found] == content


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # a clause about the speaker stands between
        ("“We will wait,” the envoy who led the talks said.", "the envoy who led the talks"),
        ("“The harvest is lost,” the minister who toured the north said.", "the minister who toured the north"),
        ("“Nobody voted here,” a monitor who visited the town wrote.", "a monitor who visited the town"),
        ("“They came at night,” a farmer who fled the valley told the radio.", "a farmer who fled the valley"),
        ("“The dam will burst,” an engineer who built the gate wrote.", "an engineer who built the gate"),
        ("“The vote was a farce,” an observer sent by Norway told reporters.", "an observer sent by Norway"),
        # or a participle
        ("“The road is closed,” a soldier guarding the bridge said.", "a soldier guarding the bridge"),
        ("“The camp is full,” a doctor working in Goma said.", "a doctor working in Goma"),
        ("“Our sons are gone,” a woman waiting at the gate told reporters.", "a woman waiting at the gate"),
        ("“The mine is ours,” the general commanding the garrison said.", "the general commanding the garrison"),
        ("“There is no water,” a nurse running the clinic told the council.", "a nurse running the clinic"),
        # whoever spoke before a comma and another verb does not speak behind them
        ("Kenya said it would wait, and as the envoy put it, “time is on our side.”", None),
        ("The minister said the port was closed, but for traders who waited outside, “nothing had changed.”", None),
        ("The army said it had left, and when the villagers came home, “the walls were black.”", None),
        ("The mayor said the bridge would open, and a banner hung over the river, “Welcome home.”", None),
        ("The envoy told reporters on Friday, hours before the vote, “The road is open.”", "The envoy"),
        # nor before a semicolon
        ("Chad said the truce held; for the villagers, “the war goes on.”", None),
        ("Officials said the vote was fair; on the walls of the capital, “we were robbed.”", None),
        ("The general said the town was safe; over the gate hung a sign, “No Entry.”", None),
        ("Mali claimed victory; in the camps, “hunger rules.”", None),
        ("The envoy said on Monday that the talks had failed; to Togo, “the door is shut.”", None),
    ],
)
def test_whose_words_a_quotation_is_beside_other_verbs(text: str, source: str | None, parse_text: ParseText) -> None:
    found = [a.source[0].text for a in attributions(parse_text(text)) if a.quotations]
    assert found == ([source] if source else [])


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Kenya said the port was safe, though sailors later said that shots had been fired.",
         ["the port was safe", "that shots had been fired"]),
        ("The minister said the ferry would sail, while the union said that it would not.",
         ["the ferry would sail", "that it would not"]),
        ("The bank said the loan was ready, whereas the ministry insisted that nothing had been agreed.",
         ["the loan was ready", "that nothing had been agreed"]),
        ("Mali announced a truce with the rebels, which the rebels said they had not signed.",
         ["a truce with the rebels", "they had not signed"]),
        ("Peru announced the sale of the mine, which villagers said would be blocked.",
         ["the sale of the mine", "would be blocked"]),
        ("Kenya said the port was safe, though shots had been fired.",
         ["the port was safe, though shots had been fired"]),
    ],
)  # fmt: skip
def test_what_another_says_of_it_is_no_part_of_what_is_said(
    text: str, contents: list[str], parse_text: ParseText
) -> None:
    assert [words_of(a)["content"] for a in attributions(parse_text(text))] == [[words] for words in contents]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Talks to resume, says Oman.", "Oman", "Talks to resume"),
        ("Army to leave town, says Chadian minister.", "Chadian minister", "Army to leave town"),
        ("Ferry sinking an accident, says coast guard.", "coast guard", "Ferry sinking an accident"),
        ("No troops for Mali, says Danish premier.", "Danish premier", "No troops for Mali"),
        ("No envoy to Minsk until migrants leave, says Vilnius.", "Vilnius", "No envoy to Minsk until migrants leave"),
        ("Deal close, says Qatar.", "Qatar", "Deal close"),
    ],
)
def test_who_stands_behind_the_verb_of_a_headline_says_it(
    text: str, source: str, content: str, parse_text: ParseText
) -> None:
    found = [words_of(a) for a in attributions(parse_text(text))]
    assert [(a["source"], a["content"]) for a in found] == [([source], [content])]


def test_a_quotation_after_a_paragraph_that_ends_with_a_colon(parse_text: ParseText) -> None:
    found = attributions(parse_text("The ministry's statement reads:\n“The border is closed until Monday.”"))
    assert [a.cue[0].text for a in found] == ["reads"]


def test_a_quotation_is_not_given_to_the_nearest_name(parse_text: ParseText) -> None:
    text = "“The army has left,” said the mayor of Gao, who met Ibrahim Keita on Sunday."
    assert [a.source[0].text for a in attributions(parse_text(text))][:1] == [
        "the mayor of Gao, who met Ibrahim Keita on Sunday"
    ]


def test_speech_inside_speech_stands_under_it(parse_text: ParseText) -> None:
    found = attributions(parse_text("The Red Cross said officials told it the prisoners were alive."))
    assert [(a.cue[0].text, a.under) for a in found] == [("said", None), ("told", 0)]


def test_cues_that_share_a_speaker_are_both_found(parse_text: ParseText) -> None:
    found = attributions(
        parse_text("She said that she planned to meet the king and believed this would calm the street.")
    )
    assert {"said", "believed"} <= {a.cue[0].text for a in found}
    assert {a.source[0].text for a in found if a.cue[0].text == "said"} == {"She"}


def test_a_participle_shares_the_speaker_of_its_sentence(parse_text: ParseText) -> None:
    found = attributions(parse_text("The premier rejected the plan, saying that it rewarded violence."))
    assert ("The premier", "saying") in [(a.source[0].text, a.cue[0].text) for a in found]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Twelve soldiers died in the ambush, per the defence ministry.", "the defence ministry"),
        ("Peru will reopen its embassy in June, per a statement from the ministry.", "a statement from the ministry"),
        ("The convoy was turned back at the border, per local officials.", "local officials"),
        ("Chad has recalled its envoy, per the state agency.", "the state agency"),
        ("The ceasefire took effect at noon, per the Omani mediators.", "the Omani mediators"),
        ("The rebels killed ten men per village.", None),
        ("The union pays Kenya two dollars per head.", None),
    ],
)
def test_per_a_source_the_sentence_around_it_is_told(text: str, source: str | None, parse_text: ParseText) -> None:
    found = [(a.source[0].text, a.content[0].text) for a in attributions(parse_text(text))]
    assert found == ([(source, text.partition(", per")[0])] if source else [])


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("He told ABC's “Good Morning America” that the talks had failed.", "ABC"),
        ("The general told Al Jazeera's “Inside Story” that the rebels had left the town.", "Jazeera"),
        ("The ambassador told Fox's “Sunday Brunch” that the ship would be released.", "Fox"),
        ("The minister told Sky's “Breakfast Hour” that Kenya would not send troops.", "Sky"),
        ("The envoy told Sky's “Sunday Morning” that the pact was dead.", "Sky"),
        ("The envoy told the “friends of Peru” that the talks had failed.", None),
    ],
)
def test_who_owns_a_quoted_title_is_told(text: str, hearer: str | None, parse_text: ParseText) -> None:
    reading = parse_text(text)
    told = [a.addressee_head for a in attributions(reading)]
    assert [reading.tokens[i].text if i is not None else None for i in told] == [hearer]


def test_a_relative_pronoun_is_the_source_and_its_noun_the_speaker(parse_text: ParseText) -> None:
    reading = parse_text("The envoy, who said that the talks had failed, left on Monday.")
    found = next(a for a in attributions(reading) if a.cue[0].text == "said")
    assert found.source[0].text == "who"
    assert found.source_head is not None and reading.tokens[found.source_head].text == "envoy"


def test_addressees_are_no_content(parse_text: ParseText) -> None:
    reading = parse_text("The envoy told the council that the talks had failed.")
    found = attributions(reading)[0]
    assert found.addressee_head is not None and reading.tokens[found.addressee_head].text == "council"
    assert [c.text for c in found.content] == ["that the talks had failed"]


def test_turns_of_a_transcript_are_attributed_by_their_colons(parse_text: ParseText) -> None:
    text = "WALLIN: Will you go?\nORTEGA: We will go.\nWALLIN: When?\nORTEGA: When the road is open."
    found = [a for a in attributions(parse_text(text)) if a.rule.endswith("turn")]
    assert [a.source[0].text for a in found] == ["WALLIN", "ORTEGA", "WALLIN", "ORTEGA"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("MODERATOR: Will it open?\nHADDAD: When the mines are gone.\nMODERATOR: Who clears them?\nHADDAD: The army.",
         ["MODERATOR", "HADDAD", "MODERATOR", "HADDAD"]),
        ("KELLER: The pact is dead.\nOKORO: It was never signed.\nKELLER: Your king signed it.\nOKORO: He did not.",
         ["KELLER", "OKORO", "KELLER", "OKORO"]),
        ("Reporter: Is Peru leaving the bloc?\nSalas: No.\nReporter: So why the letter?\nSalas: It sets out our terms.",
         ["Reporter", "Salas", "Reporter", "Salas"]),
        ("QUESTION: Has the crew been freed?\nANSWER: Not yet.\nQUESTION: When will it be?\nANSWER: We do not know.",
         ["QUESTION", "ANSWER", "QUESTION", "ANSWER"]),
        ("WALLIN: The talks will resume.\nORTEGA: The port is closed.", []),  # each speaks once: no transcript
    ],
)  # fmt: skip
def test_a_transcript_has_speakers_that_come_back(text: str, speakers: list[str], parse_text: ParseText) -> None:
    found = [a for a in attributions(parse_text(text)) if a.rule.endswith("turn")]
    assert [a.source[0].text for a in found] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“A road that is closed feeds nobody.” — Amina Diallo, trader.", "Amina Diallo"),
        ("“We buried our dead and we know who sent the drones.” — Tarek Haddad, mayor of the port.", "Tarek Haddad"),
        ("“No treaty was ever signed in this hall without tears.” – Ingrid Solberg, archivist.", "Ingrid Solberg"),
        ('"The river belongs to all who drink from it." -- Kwame Boateng, fisherman.', "Kwame Boateng"),
        ("“Sanctions are a fence with many holes.” — Elena Petrescu, economist.", "Elena Petrescu"),
        ("“Our sailors have waited two years for a judge.” — Rosa Quispe, union leader.", "Rosa Quispe"),
        ("“Our sailors have waited two years for a judge.” — The union is right to complain.", None),
        ("“The river belongs to all who drink from it.” — Egypt rejects that claim.", None),
        ("“Sanctions are a fence with many holes.” — traders in the valley have found most of them.", None),
        ("“No treaty was ever signed in this hall without tears.”", None),
    ],
)
def test_a_name_after_a_dash_is_the_speaker_of_the_quotation_before(
    text: str, speaker: str | None, parse_text: ParseText
) -> None:
    found = [a for a in attributions(parse_text(text)) if a.rule == "attribution.mark.turn"]
    assert [a.source[0].text for a in found] == ([speaker] if speaker else [])
    assert all(content.text == text[: text.index(".") + 2] for a in found for content in a.content)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Amina Diallo: “A road that is closed feeds nobody.”", "Amina Diallo"),
        ("Foreign Minister Pavel Novak: “We shall not recall our envoy.”", "Foreign Minister Pavel Novak"),
        ("Said Ellis: “The talks were useful, and we agreed to meet again in June.”", "Ellis"),
        ("Ambassador Lindqvist: “Nobody at the table asked for our island.”", "Ambassador Lindqvist"),
        ("General Okoro: “The soldiers left the valley last night and will not return.”", "General Okoro"),
        ("Lima: a city of ten million that calls itself “the city of the kings of the coast.”", None),
        ("Background: “Friendship” is the name of the bridge over the river.", None),
    ],
)
def test_a_name_before_a_colon_is_the_speaker_of_a_quotation_that_fills_the_paragraph(
    text: str, speaker: str | None, parse_text: ParseText
) -> None:
    found = [a for a in attributions(parse_text(text)) if a.rule == "attribution.mark.turn"]
    assert [a.source[0].text for a in found] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Zelenskyy: Grain ships will sail in May", "Zelenskyy"),
        ("Egypt: The dam must not be filled", "Egypt"),
        ("Erdogan: We will not close the strait", "Erdogan"),
        ("Kremlin: Talks with Baku will continue", "Kremlin"),
        ("Chad: Rebels crossed the border at night", "Chad"),
        ("Exclusive: Rebels crossed the border at night", None),
        ("Egypt: a land of two rivers", None),
    ],
)
def test_a_party_before_the_colon_of_a_headline_speaks(title: str, speaker: str | None) -> None:
    text = f"{title}\nTalks went on in Geneva on Monday."
    segments = (Segment("title", 0, len(title)), Segment("body", len(title) + 1, len(text)))
    sentences, tokens = nlp.parse(Article(text=text, segments=segments), (), nlp.load_model())
    found = find_turns(Reading(article=Article(text=text, segments=segments), tokens=tokens, sentences=sentences))
    assert [" ".join(t.text for t in tokens[turn.first : turn.last]) for turn in found] == (
        [speaker] if speaker else []
    )


@pytest.mark.parametrize(
    "text",
    [
        "Lukas Meyer / Getty Images",
        "source: example.com",
        "Photo: Lukas Meyer",
        "“Europe's forgotten war”",
        "Minsk: a city of two million.",
    ],
)
def test_credits_and_labels_never_speak(text: str, parse_text: ParseText) -> None:
    assert attributions(parse_text(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "“",
        "said",
        "“” said",
        "said: ",
        "— he said —",
        "“A” “B” “C”",
        "He said. She said. They said.",
        "NAME:",
        "A: B: C: D",
    ],
)
def test_scraps_do_no_harm(text: str, parse_text: ParseText) -> None:
    reading = parse_text(text)
    for found in attributions(reading):
        for span in (*found.source, *found.cue, *found.content):
            assert reading.article.text[span.start : span.end] == span.text


def test_the_bar_can_be_lowered_by_who_reads(parse_text: ParseText) -> None:
    reading = parse_text("They plan to go to the market to discuss the price of the boats that we like.")
    assert len(find_attributions(reading, load_cues(), 0.2)) > len(attributions(reading))


def test_attributions_do_not_depend_on_clauses_or_mentions(parse_text: ParseText) -> None:
    reading = parse_text("The envoy said the talks had failed.")
    assert attributions(replace(reading, clauses=(), mentions=())) == attributions(reading)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kenya repeated warnings that the dam would break.", "Kenya"),
        ("Oman made the announcement that the strait would close.", "Oman"),
        ("The announcement by Serbia that it would leave the pact surprised the mediators.", "Serbia"),
        ("Kenya ignored warnings that the dam would break.", None),
        ("Mali questioned the claim that the army had fled.", None),
        ("Chad welcomed the announcement that Libya would send food.", None),
        ("Sudan regretted the statement that the road would close.", None),
    ],
)
def test_who_hears_another_s_word_is_not_its_source(text: str, source: str | None, parse_text: ParseText) -> None:
    reading = parse_text(text)
    nouns = [a for a in attributions(reading) if a.rule.startswith("attribution.noun")]
    assert {a.source[0].text if a.source else None for a in nouns} <= {source}
    assert source is None or nouns


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad turned down the plan, Niger accepted it.", False),
        ("Israel rejects the Egyptian offer, Hamas accepts it in part.", False),
        ("Peru signed the treaty, Chile ignored it.", False),
        ("Peru will sign the treaty, Chile said.", True),
        ("Peru had broken the treaty, Chile told the court.", True),
        ("Peru would keep the treaty, it assured Chile.", True),
    ],
)
def test_two_clauses_side_by_side_tell_of_two_parties(text: str, told: bool, read_text: ParseText) -> None:
    found = [a for a in read_text(text, "2024-05-16").attributions if a.content and a.content[0].start == 0]
    assert bool(found) == told


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Nigeria Says 30 Pilgrims Abducted By Gunmen Have Been Released",
         "30 Pilgrims Abducted By Gunmen Have Been Released"),
        ("Chad Says 9 Nurses Captured By The Militia Have Been Released",
         "9 Nurses Captured By The Militia Have Been Released"),
        ("Chad Says 14 Fishermen Abducted By Gunmen Have Been Released",
         "14 Fishermen Abducted By Gunmen Have Been Released"),
        ("Togo Says 9 Nurses Seized By Pirates Have Been Released", "9 Nurses Seized By Pirates Have Been Released"),
        ("Chad Says 21 Schoolboys Abducted By Gunmen Have Been Released",
         "21 Schoolboys Abducted By Gunmen Have Been Released"),
        ("Togo told nine nurses seized by pirates that they were safe.", "that they were safe"),
    ],
)  # fmt: skip
def test_nobody_is_said_in_a_headline(text: str, content: str, parse_text: ParseText) -> None:
    assert [" ".join(words_of(a)["content"]) for a in attributions(parse_text(text))] == [content]
