"""What pronouns, short names, titles and descriptions stand for: passages of our own with the answer expected."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.reading import Reading
from conftest import mention_at

ReadText = Callable[..., Reading]

DAY = "2023-03-01"


PEOPLE = [
    ("Emmanuel Macron spoke on Monday. Macron then left.", "Macron", "person/emmanuel-macron"),
    ("Ana Beispiel, the mayor, resigned. Beispiel gave no reason.", "Beispiel", "mention/ana-beispiel"),
    ("Emmanuel Macron spoke on Monday. He then left.", "He", "person/emmanuel-macron"),
    ("Emmanuel Macron said he would travel.", "he", "person/emmanuel-macron"),
    ("Angela Merkel met Vladimir Putin. She was pleased.", "She", "person/angela-merkel"),
    ("Angela Merkel met Vladimir Putin. He was pleased.", "He", "person/vladimir-putin"),
    ("Emmanuel Macron told Olaf Scholz that he was worried.", "he", "person/emmanuel-macron"),
    ("Recep Tayyip Erdogan received a letter from Vladimir Putin. His answer came late.", "His",
     "person/recep-tayyip-erdogan"),
    ("A statement by Narendra Modi that he would attend surprised Vladimir Putin.", "he", "person/narendra-modi"),
    ("As his country grew poorer, Kais Saied said little.", "his", "person/kais-saied"),
    ("Although she had refused before, Giorgia Meloni accepted.", "she", "person/giorgia-meloni"),
    ("Emmanuel Macron criticised himself.", "himself", "person/emmanuel-macron"),
    ("Joe Biden, who spoke first, left early.", "who", "person/joe-biden"),
    ("Macky Sall of Senegal met donors. The president asked for patience.", "The president", "person/macky-sall"),
    ("Kenya's President William Ruto met donors. The Kenyan leader asked for patience.", "The Kenyan leader",
     "person/william-ruto"),
    ("The Turkish president spoke.", "The Turkish president", "person/recep-tayyip-erdogan"),
    ("Isaias Afwerki rejected the report. The veteran ruler said it was false.", "Isaias Afwerki",
     "person/isaias-afwerki"),
    ("Hugo Example and Paul Biya met. Paul Biya rejected the report, and the veteran leader left.",
     "the veteran leader", "person/paul-biya"),
    ("Amina Beispiel spoke. She saw Kofi Beispiel. He was late, and she told him so.", "him", "mention/kofi-beispiel"),
    ("A senior Israeli official spoke. He added that Ned Price was wrong.", "He", "mention/senior-israeli-official"),
    ("A close ally of Vladimir Putin, Gerhard Schroeder, praised him.", "him", "person/vladimir-putin"),
    ("Hugo Lopez met Beatriz Example in Lima. She was late.", "She", "mention/beatriz-example"),
    ("Hugo Lopez met Beatriz Example in Lima. He was late.", "He", "mention/hugo-lopez"),
    ("The German chancellor met Sophie Example in Bonn. He was late.", "He", "person/olaf-scholz"),
    ("Hamisi Lugano, an adviser, left. Lugano said so.", "Lugano", "mention/hamisi-lugano"),
    ("Cuban President Miguel Diaz-Canel had met the pontiff at the airport.", "the pontiff", "person/francis"),
    ("Iran's president spoke in Qom.", "Iran's president", "person/ebrahim-raisi"),
    ("Emmanuel Macron met the president of Kenya. Kenya's Anna Example left, and her aide stayed.", "her",
     "mention/anna-example"),
    ("Trade Minister Ana Beispiel met Ambassador Lena Muster. The minister smiled.", "The minister",
     "mention/ana-beispiel"),
    ("Trade Minister Ana Beispiel met Ambassador Lena Muster. The envoy smiled.", "The envoy", "mention/lena-muster"),
    ("Dorji Example said that the envoy had left. Ambassador Lena Muster denied it.", "the envoy", None),
    ("Chad summoned the Danish ambassador. Ambassador Ilse Kappel came at noon.", "the Danish ambassador",
     "mention/ilse-kappel"),
    ("Chad heard a Danish ambassador. Ambassador Ilse Kappel came at noon.", "a Danish ambassador",
     "mention/danish-ambassador"),
    ("The Chad spokesman denied it. Spokesman Ilse Kappel of the bank came at noon.", "The Chad spokesman",
     "mention/chad-spokesman"),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "words", "identity"), PEOPLE)
def test_a_person_is_recognised(read_text: ReadText, text: str, words: str, identity: str | None) -> None:
    mention = mention_at(read_text(text, DAY), words)
    assert (mention.actor.id if mention.actor is not None else None) == identity, mention.why


BODIES = [
    ("The government in Lome has denied it.", "The government", "organ/TGO-government"),
    ("The foreign ministry in Oslo denied it.", "The foreign ministry", "organ/NOR-foreign-ministry"),
    ("Authorities in Kyiv denied it.", "Authorities", "organ/UKR-authorities"),
    ("Germany said it would help.", "it", "state/DEU"),
    ("Azerbaijan said it would not take part in the talks.", "it", "state/AZE"),
    (
        "Russia's Foreign Ministry said that Moscow was ready to help. It also proposed a summit.",
        "It",
        "organ/RUS-foreign-ministry",
    ),
    ("Iran may supply drones, and it may even sell missiles.", "it", "state/IRN"),
    ("Ethiopia will deliver its answer on Friday.", "its", "state/ETH"),
    ("Kais Saied spoke in Tunis. He said his country was poor.", "his country", "state/TUN"),
    (
        "China's Foreign Ministry met the envoy. The ministry gave no details.",
        "The ministry",
        "organ/CHN-foreign-ministry",
    ),
    ("Rishi Sunak met his cabinet.", "his cabinet", "organ/GBR-government"),
    ("The Biden administration objected.", "The Biden administration", "organ/USA-government"),
    ("The Macron government objected to the deal with Mali.", "The Macron government", "organ/FRA-government"),
    ("The Scholz cabinet met in Berlin.", "The Scholz cabinet", "organ/DEU-government"),
    ("The Modi government rejected the report.", "The Modi government", "organ/IND-government"),
    (
        "The Beispiel government fell. President Ana Beispiel of Peru fled.",
        "The Beispiel government",
        "organ/PER-government",
    ),
    ("Hamas refused the offer. The group wants a truce.", "The group", "armed_group/hamas"),
    ("Hezbollah fired rockets, which it had smuggled in.", "it", "armed_group/hezbollah"),
    ("China, which hosts the talks, is hopeful.", "which", "state/CHN"),
    ("The fighters swore loyalty to ISIS, the terror group.", "the terror group", "armed_group/islamic-state"),
    ("Seoul warned that North Korea may test its bomb.", "its", "state/PRK"),
    ("The African Union met on Sunday. It appealed for calm.", "It", "org/au"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "words", "identity"), BODIES)
def test_a_body_is_recognised(read_text: ReadText, text: str, words: str, identity: str) -> None:
    mention = mention_at(read_text(text, DAY), words)
    assert mention.actor is not None, mention.why
    assert mention.actor.id == identity
    assert mention.actor.basis == "inferred"


LEADS = [
    ("Uganda said it would stay away from Oman, accusing Kenya of lying. Police spoke. The two countries are at odds.",
     "The two countries", ("state/UGA", "state/KEN")),
    ("Chile recalled its ambassador and accused Peru of spying. Brazil was calm. Both countries share a border.",
     "Both countries", ("state/CHL", "state/PER")),
    ("Iran rejected an Iraqi offer. Police spoke. The two governments were silent.",
     "The two governments", ("state/IRN", "state/IRQ")),
    ("Israel turned down a truce that Hamas offered. Police spoke. Qatar invited both parties.",
     "both parties", ("state/ISR", "armed_group/hamas")),
    ("Serbia closed its border after Kosovo arrested two officers. It rained. The two countries were at war in 1999.",
     "The two countries", ("state/SRB", "state/XKX")),
    ("Chile accused Peru of lying to Brazil. It rained. The two countries are at odds.", "The two countries", ()),
    ("Chile held a vote. Peru was calm and so was Brazil. The two countries are at odds.", "The two countries", ()),
    ("Israel turned down a truce that Hamas offered. It rained. The two countries are at odds.",
     "The two countries", ()),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "words", "members"), LEADS)
def test_the_two_are_those_of_whom_the_first_sentence_tells(
    text: str, words: str, members: tuple[str, ...], read_text: ReadText
) -> None:
    actor = mention_at(read_text(text, DAY), words).actor
    assert actor is not None and actor.members == members


OPEN = [
    ("The foreign ministry in Lagos denied it.", "The foreign ministry"),
    ("He addressed parliament in Reykjavik.", "parliament"),
    ("It is clear that the talks failed.", "It"),
    ("Kenya planned a summit, but did not say when it might take place.", "it"),
    ("They met again on Monday.", "They"),
    ("Chad considers arming Niger in its war against Mali.", "its"),
    ("U.S.-backed forces entered the town.", "U.S.-backed forces"),
    ("The U.S.-led force left Mali.", "The U.S.-led force"),
    ("Rebels fired on U.S.-trained troops near the port.", "U.S.-trained troops"),
    ("The U.S.-funded police seized the bridge.", "The U.S.-funded police"),
    ("The U.S.-armed troops left the capital at dawn.", "The U.S.-armed troops"),
    ("Emmanuel Macron and Olaf Scholz met. He left early.", "He"),
    ("The president spoke.", "The president"),
    ("Police fired tear gas.", "Police"),
    ("We were surprised by the vote.", "We"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "words"), OPEN)
def test_what_the_text_does_not_tell_stays_open_with_a_reason(read_text: ReadText, text: str, words: str) -> None:
    mention = mention_at(read_text(text, DAY), words)
    assert mention.actor is None
    assert mention.why


@pytest.mark.model
def test_a_counterpart_has_the_role_of_whose_counterpart_he_is(read_text: ReadText) -> None:
    reading = read_text(
        "Egypt's Foreign Minister Sameh Shoukry met his Greek counterpart, Nikos Dendias, in Cairo.", DAY
    )
    actor = mention_at(reading, "Nikos Dendias").actor
    assert actor is not None and actor.role is not None
    assert actor.id == "person/nikos-dendias"
    assert (actor.role.title, actor.role.of, actor.role.basis) == ("Foreign Minister", "state/GRC", "inferred")
    described = mention_at(reading, "his Greek counterpart").actor
    assert described is not None and described.id == actor.id


@pytest.mark.model
def test_a_counterpart_without_a_name_is_who_held_the_office_that_day(read_text: ReadText) -> None:
    text = "Finland's President Sauli Niinisto called his Turkish counterpart."
    actor = mention_at(read_text(text, DAY), "his Turkish counterpart").actor
    assert actor is not None and actor.id == "person/recep-tayyip-erdogan"
    early = mention_at(read_text(text, "2013-05-02"), "his Turkish counterpart").actor
    assert early is not None and early.id == "person/abdullah-gul"
    undated = mention_at(read_text(text), "his Turkish counterpart").actor
    assert undated is not None and undated.id.startswith("mention/")


@pytest.mark.model
@pytest.mark.parametrize(
    ("day", "identity"), [("2009-03-01", "person/hillary-clinton"), ("2022-03-01", "person/antony-blinken")]
)
def test_an_office_is_held_by_another_person_at_another_time(read_text: ReadText, day: str, identity: str) -> None:
    actor = mention_at(read_text("The US Secretary of State visited Ankara.", day), "The US Secretary of State").actor
    assert actor is not None and actor.id == identity


MEMBERS = [
    ("Sudan's talks with Ethiopia resumed. Both sides want peace.", "Both sides", {"state/SDN", "state/ETH"}),
    ("Emmanuel Macron met Olaf Scholz in Berlin. The two leaders shook hands.",
     "The two leaders", {"person/emmanuel-macron", "person/olaf-scholz"}),
    ("Armenia and Azerbaijan signed the text. They will exchange prisoners.", "They", {"state/ARM", "state/AZE"}),
    ("Peru, Chile and Bolivia signed the text. They will meet again.", "They", {"state/PER", "state/CHL", "state/BOL"}),
    ("Emmanuel Macron met Olaf Scholz. The two will meet again.", "The two", {"person/emmanuel-macron",
     "person/olaf-scholz"}),
    ("Aid came late. Both sides want peace.", "Both sides", set()),
    ("The fighting went on. All parties must stop, the envoy said.", "All parties", set()),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "words", "members"), MEMBERS)
def test_a_pair_has_members_only_if_the_text_names_just_two(
    read_text: ReadText, text: str, words: str, members: set[str]
) -> None:
    actor = mention_at(read_text(text, DAY), words).actor
    assert actor is not None and actor.kind == "collective"
    assert set(actor.members) == members


@pytest.mark.model
def test_who_calls_on_both_sides_is_none_of_them(read_text: ReadText) -> None:
    text = "Sudan's war with Chad went on. Turkey put forward a plan that called on both sides to stop."
    actor = mention_at(read_text(text, DAY), "both sides").actor
    assert actor is not None
    assert set(actor.members) == {"state/SDN", "state/TCD"}


@pytest.mark.model
def test_one_plan_is_one_document_with_its_issuer(read_text: ReadText) -> None:
    text = "Turkey put forward a ten-point peace plan on Monday. The plan said that aid must flow. It offered no dates."
    reading = read_text(text, DAY)
    actors = [mention_at(reading, words).actor for words in ("a ten-point peace plan", "The plan", "It")]
    assert len({actor.id for actor in actors if actor is not None}) == 1
    assert all(actor is not None and actor.kind == "document" and actor.iso3 == "TUR" for actor in actors)


@pytest.mark.model
def test_two_plans_of_two_states_are_two_documents(read_text: ReadText) -> None:
    reading = read_text("Turkey's plan failed. Egypt's plan was accepted.", DAY)
    one, other = mention_at(reading, "Turkey's plan").actor, mention_at(reading, "Egypt's plan").actor
    assert one is not None and other is not None
    assert one.id != other.id
    assert (one.iso3, other.iso3) == ("TUR", "EGY")


@pytest.mark.model
def test_the_speaker_of_a_quotation_says_who_we_are(read_text: ReadText) -> None:
    text = "“We want peace, and I will work for it,” President William Ruto of Kenya told reporters."
    reading = read_text(text, DAY)
    we, i = mention_at(reading, "We").actor, mention_at(reading, "I").actor
    assert we is not None and (we.id, we.form, we.basis) == ("state/KEN", "pronoun", "inferred")
    assert i is not None and i.id == "person/william-ruto"


@pytest.mark.model
def test_a_name_in_brackets_explains_a_pronoun(read_text: ReadText) -> None:
    reading = read_text("“He (Abe) will buy more,” Donald Trump said after he met Shinzo Abe.", "2017-11-06")
    actor = mention_at(reading, "He").actor
    assert actor is not None and actor.id == "person/shinzo-abe"


@pytest.mark.model
def test_a_name_that_only_stands_beside_gives_no_role(read_text: ReadText) -> None:
    reading = read_text("According to the envoy, Vladimir Putin and the minister met.", DAY)
    actor = mention_at(reading, "Vladimir Putin").actor
    assert actor is not None and actor.role is None


@pytest.mark.model
def test_a_surname_that_many_bear_gets_a_label_and_no_identity(read_text: ReadText) -> None:
    actor = mention_at(read_text("Mr Li attended the dinner in the village hall.", DAY), "Mr Li").actor
    assert actor is not None and actor.id == "mention/li"


@pytest.mark.model
def test_the_same_text_gives_the_same_mentions(read_text: ReadText) -> None:
    text = "Sudan's talks with Ethiopia resumed. Both sides said they hoped it would help."
    assert read_text(text, DAY).mentions == read_text(text, DAY).mentions


@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        ("Nadia Oduya, Kenya's new president, spoke on Friday. William Ruto was there. The president said that he won.",
         "The president", "mention/nadia-oduya"),
        ("Nadia Oduya, Kenya's new president, spoke in Nairobi. The Kenyan president said that police would go.",
         "The Kenyan president", "mention/nadia-oduya"),
        ("Moldova's President Maia Sandu met U.S. President Joe Biden in Warsaw. The president said that he won.",
         "The president", "person/maia-sandu"),
        ("William Ruto spoke in Nairobi. The president said that police would go.", "The president",
         "person/william-ruto"),
        ("Nadia Oduya, Kenya's former president, spoke. The Kenyan president said that police would go.",
         "The Kenyan president", "person/william-ruto"),
        ("Joe Biden and Xi Jinping spoke. The president said that he won.", "The president", None),
    ],
)  # fmt: skip
def test_an_office_given_in_the_article_goes_before_what_is_known_and_what_is_near(
    read_text: ReadText, text: str, words: str, identity: str | None
) -> None:
    actor = mention_at(read_text(text, DAY), words).actor
    assert (actor.id if actor is not None else None) == identity


GROUPS = [
    ("Emmanuel Macron and Olaf Scholz met. The two leaders then ate.", "The two leaders",
     ("person/emmanuel-macron", "person/olaf-scholz")),
    ("Ana Beispiel met Lena Muster in Oslo. The two women had met before.", "The two women",
     ("mention/ana-beispiel", "mention/lena-muster")),
    ("Egypt, Ethiopia and Sudan ended their talks. The three countries will meet again.", "The three countries",
     ("state/EGY", "state/ETH", "state/SDN")),
    ("Egypt and Sudan ended their talks. The three countries will meet again.", "The three countries", ()),
    ("Emmanuel Macron held talks with the leaders of Peru and Chile. The three countries will meet again.",
     "The three countries", ("state/FRA", "state/PER", "state/CHL")),
    ("Egypt received the leaders of Peru and Chile. Tempers ran high. The three nations signed nothing.",
     "The three nations", ("state/EGY", "state/PER", "state/CHL")),
    ("Egypt, Sudan, Peru and Chile were there. The three countries will meet again.", "The three countries", ()),
    ("Saudi Arabia, Egypt, Bahrain and Oman cut their ties. The four gave no reason.", "The four",
     ("state/SAU", "state/EGY", "state/BHR", "state/OMN")),
    ("Emmanuel Macron and Olaf Scholz praised the treaty between their countries.", "their countries",
     ("state/FRA", "state/DEU")),
    ("Nikol Pashinyan and Ilham Aliyev met Charles Michel. Michel had brought the two together before.", "the two",
     ("person/nikol-pashinyan", "person/ilham-aliyev")),
    ("A meeting of the leaders of Peru and Chile was called off. The two countries are at odds.", "The two countries",
     ("state/PER", "state/CHL")),
    ("The presidents of Serbia and Kosovo signed a note. Both countries will hold talks.", "Both countries",
     ("state/SRB", "state/XKX")),
    ("The leaders of Chad and Sudan fell silent. The two sides want peace.", "The two sides",
     ("state/TCD", "state/SDN")),
    ("The ministers of Togo and Benin met in May. The two countries share a port.", "The two countries",
     ("state/TGO", "state/BEN")),
    ("Officials of Ghana and Mali left. The two countries share no border.", "The two countries",
     ("state/GHA", "state/MLI")),
    ("Egypt and Sudan met Charles Michel and the leaders of France and Germany. The two countries then signed.",
     "The two countries", ("state/EGY", "state/SDN")),
    ("Rwanda and Burundi quarrelled. The road between Uganda and Kenya was shut. The two countries kept silent.",
     "The two countries", ("state/RWA", "state/BDI")),
    ("The port of Lima and Callao is busy. The two countries kept silent.", "The two countries", ()),
    ("Vladimir Putin spoke to the leaders of Armenia and Azerbaijan, Prime Minister Nikol Pashinyan of Armenia said. "
     "Azerbaijani President Ilham Aliyev left. The two leaders had met in May.", "The two leaders",
     ("person/nikol-pashinyan", "person/ilham-aliyev")),
    ("Emmanuel Macron and Olaf Scholz were to meet in Oslo. Peru and Chile objected. Macron regretted it, and "
     "Scholz left. It would have been the first meeting of the two since May.", "the two",
     ("person/emmanuel-macron", "person/olaf-scholz")),
    ("Emmanuel Macron and Olaf Scholz were to meet in Oslo. Peru and Chile objected. It would have been the first "
     "meeting of the two since May.", "the two", ("state/PER", "state/CHL")),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "words", "members"), GROUPS)
def test_a_group_is_those_last_named_together(
    read_text: ReadText, text: str, words: str, members: tuple[str, ...]
) -> None:
    actor = mention_at(read_text(text, DAY), words).actor
    assert actor is not None and actor.members == members


@pytest.mark.parametrize(
    ("text", "words", "nth", "title"),
    [
        ("Sen. Ana Beispiel met reporters. Beispiel was calm.", "Beispiel", 0, "Sen."),
        ("Ana Beispiel, Peru's envoy to Chile, was calm. Beispiel gave no reason.", "Beispiel", 0, "envoy"),
        ("Sens. Ana Beispiel (D-N.J.) and Carl Muster agreed.", "Carl Muster", 0, "Sen."),
        ("Senators Ana Beispiel and Carl Muster agreed.", "Carl Muster", 0, "Senator"),
        ("Ana Beispiel, a director at the Muster Institute, was calm. Beispiel gave no reason.", "Beispiel", 0, None),
        ("Ana Beispiel and Carl Muster agreed.", "Carl Muster", 0, None),
    ],
)
def test_a_post_told_once_is_that_of_each_mention(
    text: str, words: str, nth: int, title: str | None, read_text: ReadText
) -> None:
    actor = mention_at(read_text(text, DAY), words, nth).actor
    assert actor is not None
    assert (actor.role.title if actor.role else None) == title


@pytest.mark.parametrize(
    ("text", "words", "iso3"),
    [
        ("Emmanuel Macron spoke. Macron's spokesman said that it went well.", "Macron's spokesman", "FRA"),
        ("An aide to Olaf Scholz said that it went well.", "An aide", "DEU"),
        ("British diplomat Ana Beispiel spoke. Beispiel was calm.", "Beispiel", "GBR"),
        ("Ana Beispiel, a British diplomat, spoke.", "Ana Beispiel", "GBR"),
        ("British singer Ana Beispiel spoke.", "British singer Ana Beispiel", None),
        ("A fan of Olaf Scholz cheered.", "A fan", None),
    ],
)
def test_who_serves_an_office_holder_or_a_state_acts_for_it(
    text: str, words: str, iso3: str | None, read_text: ReadText
) -> None:
    found = [m for m in read_text(text, DAY).mentions if m.actor is not None and m.actor.mention.text == words]
    assert [m.actor.iso3 for m in found if m.actor is not None] == ([iso3] if found else [])
    assert found or iso3 is None


@pytest.mark.parametrize(
    ("text", "words", "base"),
    [
        ("Ethnic Albanians fled Macedonia.", "Albanians", ()),
        ("Kosovo Albanians voted on Sunday.", "Albanians", ("XKX",)),
        ("Darfur rebels fled on Sunday.", "Darfur rebels", ("SDN",)),
        ("Sudanese rebels fled on Sunday.", "Sudanese rebels", ("SDN",)),
    ],
)
def test_a_people_is_not_the_state_that_bears_its_name(
    text: str, words: str, base: tuple[str, ...], read_text: ReadText
) -> None:
    actor = mention_at(read_text(text, DAY), words).actor
    assert actor is not None
    assert (actor.kind == "state", actor.based_in) == (False, base)


@pytest.mark.parametrize(
    ("words", "members"),
    [
        ("U.N. officials", ("org/un",)),
        ("A Western diplomat", ("collective/western-governments",)),
        ("European intelligence officials", ("collective/european-governments",)),
        ("Arab diplomats", ("collective/arab-governments",)),
        ("Hezbollah officials", ("armed_group/hezbollah",)),
        ("A Taliban official", ("armed_group/taliban",)),
        ("Western tourists", ()),
        ("Senior officials", ()),
        ("A regional official", ()),
    ],
)
def test_nameless_officials_of_a_body_or_of_a_regions_governments_act_for_them(
    words: str, members: tuple[str, ...], read_text: ReadText
) -> None:
    actor = mention_at(read_text(f"{words} said that the aid had arrived.", DAY), words).actor
    assert actor is None or (actor.members, actor.diplomatic) == (members, bool(members))
    assert actor is not None or not members


@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        ("Erdogan met reporters.", "Erdogan", "person/recep-tayyip-erdogan"),  # with and without its mark
        ("President Salva Kiir signed the deal.", "President Salva Kiir", "person/salva-kiir-mayardit"),
        ("Salva Beispiel signed the deal.", "Salva Beispiel", "mention/salva-beispiel"),
    ],
)
def test_short_names_in_other_spellings_and_of_two_words_are_known(
    text: str, words: str, identity: str, read_text: ReadText
) -> None:
    actor = mention_at(read_text(text, DAY), words).actor
    assert actor is not None
    assert actor.id == identity


def test_who_leads_a_body_that_nobody_knows_is_the_one_named_beside_it(read_text: ReadText) -> None:
    text = "Emmanuel Macron spoke. The leader of the Anti-Defamation League, Jonathan Beispiel, warned them."
    actor = mention_at(read_text(text, DAY), "The leader").actor
    assert actor is not None
    assert actor.id == "mention/jonathan-beispiel"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("Antonio Guterres spoke in Oslo. Emmanuel Macron met @antonioguterres on Friday.", "person/antonio-guterres"),
        ("Narendra Modi arrived. Emmanuel Macron wrote to @narendramodi on Friday.", "person/narendra-modi"),
        ("EU envoy Enrique Mora was there. In a call with @enriquemora_, we agreed on it.", "person/enrique-mora"),
        ("Joe Biden visited Warsaw. Andrzej Duda met @JoeBiden on Friday.", "person/joe-biden"),
        ("Olaf Scholz went home. Emmanuel Macron praised @OlafScholz on Friday.", "person/olaf-scholz"),
        ("Joe Biden visited Warsaw. Andrzej Duda met @potus on Friday.", None),
        ("Andrzej Duda met @joebiden on Friday.", None),  # whom the article does not name
        ("Joe Biden visited Warsaw. Andrzej Duda met @joe on Friday.", None),
    ],
)
def test_an_account_that_spells_a_name_is_that_person(read_text: ReadText, text: str, identity: str | None) -> None:
    reading = read_text(text, DAY)
    mention = next(m for m in reading.mentions if reading.tokens[m.first].text.startswith("@"))
    assert (mention.actor.id if mention.actor else None) == identity


HOME = "Peru's President Dina Boluarte spoke. Peruvian troops left the south. Boluarte had called them back. "


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        (HOME + "The government then fell silent.", "The government", "organ/PER-government"),
        (HOME + "Clashes between strikers and the army went on.", "the army", "organ/PER-armed-forces"),
        (HOME + "Authorities counted six dead.", "Authorities", "organ/PER-authorities"),
        (HOME + "Aid was sent by the Swiss government. The government was grateful.", "The government",
         "organ/PER-government"),
        (HOME + "The Swiss government sent aid. The government wants more done.", "The government",
         "organ/CHE-government"),  # who was the subject before goes on
        (HOME + "A government must listen.", "A government", None),
        (HOME + "The foreign ministries of both countries said so.", "The foreign ministries", None),
        (HOME + "The two sides parted. The ministries gave no date.", "The ministries", None),
        ("Peru's President Dina Boluarte met Chile's President Gabriel Boric. Peru and Chile differ. "
         "Chile wants peace, Peru agrees. The government fell silent.", "The government", None),
        ("Dina Boluarte flew to Santiago. The government fell silent.", "The government", None),
    ],
)  # fmt: skip
def test_what_every_state_has_is_that_of_the_one_state_that_an_article_is_about(
    text: str, words: str, identity: str | None, read_text: ReadText
) -> None:
    actor = mention_at(read_text(text, DAY), words).actor
    assert (actor.id if actor else None) == identity


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "words", "iso3"),
    [
        ("A government spokesman said it was late.", "A government spokesman", "PER"),
        ("Army officers said it was late.", "Army officers", "PER"),
        ("Senior military officials said it was late.", "Senior military officials", "PER"),
        ("Officials said it was late.", "Officials", None),  # of whom, nobody says
        ("A company spokesman said it was late.", "A company spokesman", None),
        ("Chilean army officers said it was late.", "Chilean army officers", "CHL"),
        ("Western intelligence officials said it was late.", "Western intelligence officials", None),
    ],
)
def test_people_of_a_states_organ_serve_the_one_state_that_an_article_is_about(
    sentence: str, words: str, iso3: str | None, read_text: ReadText
) -> None:
    actor = mention_at(read_text(HOME + sentence, DAY), words).actor
    assert actor is not None
    assert actor.iso3 == iso3


@pytest.mark.model
def test_a_name_beside_a_spokesman_of_somebody_in_office_acts_for_the_state(read_text: ReadText) -> None:
    text = "Jean Beispiel, a spokesman for President Emmanuel Macron, said so."
    actor = mention_at(read_text(text, DAY), "Jean Beispiel").actor
    assert actor is not None
    assert actor.iso3 == "FRA"


@pytest.mark.model
def test_he_is_who_was_named_last_and_not_a_subject_of_long_ago(read_text: ReadText) -> None:
    text = (
        "Emmanuel Macron spoke on Monday. The streets were closed. The shops were closed too. It rained. "
        "Nobody minded. The crowd listened to Olaf Scholz speak from a balcony. He smiled."
    )
    actor = mention_at(read_text(text, DAY), "He").actor
    assert actor is not None
    assert actor.id == "person/olaf-scholz"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        ("Mr. Anton Berg and Mrs. Karin Berg came. Mrs. Berg spoke.", "Mrs. Berg", "mention/karin-berg"),
        ("Mr. Anton Berg and Mrs. Karin Berg came. Mr. Berg spoke.", "Mr. Berg", "mention/anton-berg"),
        ("Emmanuel Macron came. Mrs. Macron spoke.", "Mrs. Macron", "mention/macron"),
        ("Emmanuel Macron came. Mr. Macron spoke.", "Mr. Macron", "person/emmanuel-macron"),
        ("Angela Merkel came. Ms. Merkel spoke.", "Ms. Merkel", "person/angela-merkel"),
        ("Sen. Robin Vale came. Ms. Vale spoke.", "Ms. Vale", "mention/robin-vale"),
    ],
)
def test_an_honorific_tells_husband_from_wife(text: str, words: str, identity: str, read_text: ReadText) -> None:
    actor = mention_at(read_text(text, DAY), words).actor
    assert actor is not None and actor.id == identity


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        ("Boko Haram freed them. The Bring Them Home movement was glad. The group, which had campaigned, waited.",
         "The group", None),
        ("Hamas held him. A farmers' movement asked for news. It then marched.", "It", None),
        ("Hamas held him. The group said so.", "The group", "armed_group/hamas"),
    ],
)  # fmt: skip
def test_the_group_may_be_one_that_nobody_knows(
    text: str, words: str, identity: str | None, read_text: ReadText
) -> None:
    actor = mention_at(read_text(text, DAY), words).actor
    assert (actor.id if actor else None) == identity


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A spokesman for Emmanuel Macron, Jean Beispiel, said so. He added nothing.", "He"),
        ("An aide to Olaf Scholz, Jean Beispiel, left.", "An aide"),
        ("A spokeswoman for President William Ruto, Jean Beispiel, spoke.", "A spokeswoman"),
    ],
)
def test_a_name_stands_beside_an_office_behind_whom_it_serves(text: str, words: str, read_text: ReadText) -> None:
    actor = mention_at(read_text(text, DAY), words).actor
    assert actor is not None
    assert actor.id == "mention/jean-beispiel"


@pytest.mark.model
@pytest.mark.parametrize(
    ("words", "kind", "iso3"),
    [
        ("American media reports", "media", None),
        ("A Turkish newspaper report", "media", None),
        ("Press reports", "media", None),
        ("A Turkish report", "document", "TUR"),
        ("Turkey's draft", "document", "TUR"),
    ],
)
def test_what_papers_and_broadcasters_report_speaks_for_no_state(
    words: str, kind: str, iso3: str | None, read_text: ReadText
) -> None:
    actor = mention_at(read_text(f"{words} said that the bridge was closed.", DAY), words).actor
    assert actor is not None
    assert (actor.kind, actor.iso3) == (kind, iso3)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        ("The son of President Denis Sassou Nguesso was named. Denis Christel Sassou Nguesso denied it.",
         "Denis Christel Sassou Nguesso", "mention/denis-christel-sassou-nguesso"),
        ("The son of President Denis Sassou Nguesso was named. Denis Christel Sassou Nguesso left. Sassou Nguesso hid.",
         "Sassou Nguesso", "mention/denis-christel-sassou-nguesso"),
        ("Emmanuel Macron's brother, Emmanuel Laurent Macron, is a doctor.", "Emmanuel Laurent Macron",
         "mention/emmanuel-laurent-macron"),
        ("Emmanuel Jean Macron spoke. Emmanuel Macron left.", "Emmanuel Jean Macron", "person/emmanuel-macron"),
    ],
)  # fmt: skip
def test_a_relative_may_bear_the_name(text: str, words: str, identity: str, read_text: ReadText) -> None:
    actor = mention_at(read_text(text, DAY), words).actor
    assert actor is not None
    assert actor.id == identity


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        ("The rebels burned the town. Envoys of Mali saw scouts, and guards met her as they rode by.", "they", None),
        (
            "Emmanuel Macron saw the crowd as he arrived. Olaf Scholz met him when he left.",
            "he",
            "person/emmanuel-macron",
        ),
        ("Emmanuel Macron wrote. Olaf Scholz called Joe Biden before he left.", "he", "person/olaf-scholz"),
    ],
)
def test_who_acts_in_an_adverbial_clause_is_the_subject_around_it(
    text: str, words: str, identity: str | None, read_text: ReadText
) -> None:
    actor = mention_at(read_text(text, DAY), words).actor
    assert (actor.id if actor else None) == identity


PAIR = "Kenya and Chad met in Accra. Togo and Mali stayed away. "


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        (PAIR + "Kenya's president came home. Crowds gathered outside parliament.", "parliament", "KEN"),
        (PAIR + "Kenya's president came home. Police used tear gas.", "Police", "KEN"),
        (PAIR + "Kenya's president came home. Lawmakers voted to oust him.", "Lawmakers", "KEN"),
        (PAIR + "Kenya's president denied it. The army said it was loyal.", "The army", "KEN"),
        (PAIR + "Kenya's president denied it, and tax authorities will look into it.", "tax authorities", "KEN"),
        # others are told of there too, it is not the one body of a state, or nobody acts
        (PAIR + "Kenya's president met Mali's. Crowds gathered outside parliament.", "parliament", None),
        (PAIR + "Kenya's president came home. He wants the sanctions regime to stay.", "the sanctions regime", None),
        (PAIR + "The club's president came home. The army said it was loyal.", "The army", None),
        (PAIR + "The trip to Kenya was short. Lawmakers voted.", "Lawmakers", None),
        # where they are
        ("Police in Nairobi arrested ten men.", "Police", "KEN"),
        ("Authorities in Puerto Rico closed the port.", "Authorities", "PRI"),
        ("He addressed parliament in Nairobi.", "parliament", None),
    ],
)  # fmt: skip
def test_a_body_that_every_state_has_is_that_of_the_one_state_told_of_beside_it(
    text: str, words: str, code: str | None, read_text: ReadText
) -> None:
    actor = mention_at(read_text(text, DAY), words).actor
    assert (actor.iso3 if actor else None) == code


@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        ("ASEAN ministers met in Jakarta. The bloc will send an envoy to Myanmar.", "The bloc", "org/asean"),
        ("ECOWAS closed its borders with Niger. The bloc will send troops.", "The bloc", "org/ecowas"),
        ("The European Union spoke to Russia. The bloc will add more names.", "The bloc", "org/eu"),
        ("Mercosur leaders met in Lima. The bloc wants a treaty.", "The bloc", "org/mercosur"),
        ("The West African bloc will send troops.", "West African bloc", "org/ecowas"),
        ("The West will send troops.", "The West", "collective/west"),
        ("The bloc will send troops.", "The bloc", None),
    ],
)
def test_a_bloc_is_the_one_named_before(text: str, words: str, identity: str | None, read_text: ReadText) -> None:
    actor = mention_at(read_text(text, DAY), words).actor
    assert (actor.id if actor is not None else None) == identity


@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        ("Peru's Congress said the deal was void.", "Peru's Congress", "organ/PER-parliament"),
        ("Argentina's Senate approved the treaty.", "Argentina's Senate", "organ/ARG-parliament"),
        ("Nigeria's House of Representatives met.", "Nigeria's House of Representatives", "organ/NGA-parliament"),
        ("The Serbian Security Council met.", "The Serbian Security Council", "organ/SRB-security-council"),
        ("South Korea's Joint Chiefs of Staff met.", "South Korea's Joint Chiefs of Staff",
         "organ/KOR-joint-chiefs-of-staff-of-south-korea"),
        ("Ireland's Foreign Office closed.", "Ireland's Foreign Office", "organ/IRL-foreign-ministry"),
        ("The Security Council met.", "Security Council", "org/unsc"),
        ("The U.S. Congress met.", "U.S. Congress", "organ/USA-congress"),
        ("Israel's UN ambassador left.", "UN", "org/un"),
        ("Mexico's White House visit was put off.", "White House", "organ/USA-white-house"),
    ],
)  # fmt: skip
def test_an_organ_is_that_of_the_state_named_before_it(
    text: str, words: str, identity: str, read_text: ReadText
) -> None:
    actor = mention_at(read_text(text, DAY), words).actor
    assert actor is not None
    assert actor.id == identity
