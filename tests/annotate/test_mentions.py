"""Who and where is mentioned: passages of our own with the actors that they name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.annotate.naming.mentions import Maker, syntactic_head
from communique.annotate.naming.places import RELATIONS
from communique.lexicon.actors import load_actors
from communique.reading import Reading
from conftest import mention_at

ReadText = Callable[..., Reading]


NAMED = [
    ("Ukraine's President Volodymyr Zelenskiy spoke.", "Ukraine's President Volodymyr Zelenskiy",
     "person/volodymyr-zelenskyy"),
    ("Ukraine's President Volodymyr Zelenskiy spoke.", "Ukraine", "state/UKR"),
    ("Kenyan President William Ruto met donors.", "Kenyan", "state/KEN"),
    ("Peru's foreign ministry protested.", "Peru's foreign ministry", "organ/PER-foreign-ministry"),
    ("The Ministry of Defence of Estonia said so.", "The Ministry of Defence of Estonia", "organ/EST-defence-ministry"),
    ("The US State Department declined.", "US State Department", "organ/USA-foreign-ministry"),
    ("The Kremlin rejected the claim.", "Kremlin", "organ/RUS-kremlin"),
    ("Nigerian troops entered the village.", "Nigerian troops", "organ/NGA-armed-forces"),
    ("Police in Peru arrested Chilean police officers.", "Peru", "state/PER"),
    ("NATO Secretary-General Jens Stoltenberg agreed.", "NATO Secretary-General Jens Stoltenberg",
     "person/jens-stoltenberg"),
    ("A Hamas delegation left.", "A Hamas delegation", "armed_group/hamas"),
    ("Fighters of al Shabaab attacked the base.", "al Shabaab", "armed_group/al-shabaab"),
    ("The African Union condemned the coup.", "African Union", "org/au"),
    ("Western governments imposed sanctions.", "Western governments", "collective/western-states"),
    ("The international community must act, he said.", "The international community",
     "collective/international-community"),
    ("All parties must show restraint.", "All parties", "collective/all-parties"),
    ("Reuters reported the talks.", "Reuters", "media/reuters"),
    ("The treaty binds the US.", "US", "state/USA"),
    ("Seoul said that the North had fired a missile.", "North", "state/PRK"),
    ("North Korea cut the hotline with the South.", "South", "state/KOR"),
    ("Turkey and Chad signed it.", "Chad", "state/TCD"),
    ("The Japan Times reported it.", "Japan Times", "mention/japan-times"),
    ("The foreign ministers of Peru and Chile met.", "The foreign ministers of Peru and Chile",
     "mention/foreign-ministers-of-peru-and-chile"),
    ("Kim Yong-chol arrived on Monday.", "Kim Yong-chol", "mention/kim-yong-chol"),
    ("Ethnic Albanians marched in Skopje.", "Albanians", "mention/ethnic-albanians"),
    ("Albanians marched in Tirana.", "Albanians", "state/ALB"),
    ("Polish Deputy Foreign Minister Ola Przyklad resigned.", "Polish Deputy Foreign Minister Ola Przyklad",
     "mention/ola-przyklad"),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "words", "identity"), NAMED)
def test_a_name_is_known(read_text: ReadText, text: str, words: str, identity: str) -> None:
    actor = mention_at(read_text(text, "2023-03-01"), words).actor
    assert actor is not None
    assert actor.id == identity
    assert actor.mention.text == words


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They told us to leave.", "us"),
        ("Roast turkey was served to guests.", "turkey"),
        ("Michael Jordan signed the shirt.", "Jordan"),
        ("It is clear who won.", "who"),
        ("Pro-Russian separatists left.", "Russian"),
        ("The Panama Papers named him.", "Panama"),
        ("A U.S.-drafted text failed.", "A U.S.-drafted"),
        ("Seoul said that snow fell in the north.", "north"),
        ("Seoul sent ships to the North Sea.", "North"),
        ("Sudan told South Korea that the South had shelled it.", "South"),
        ("Italy sent aid to the South.", "South"),
    ],
)
def test_a_common_word_is_no_state_or_organisation(read_text: ReadText, text: str, words: str) -> None:
    for mention in read_text(text, "2023-03-01").mentions:
        actor = mention.actor
        assert actor is None or actor.mention.text != words or actor.kind not in ("state", "organisation")


ROLES = [
    ("Ukraine's President Volodymyr Zelenskyy spoke.", "person/volodymyr-zelenskyy", "President", "state/UKR", "UKR"),
    ("President Volodymyr Zelenskyy spoke.", "person/volodymyr-zelenskyy", "President", None, "UKR"),
    ("Zelenskyy spoke.", "person/volodymyr-zelenskyy", None, None, "UKR"),
    ("Qatari Prime Minister Anwar Beispiel spoke.", "mention/anwar-beispiel", "Prime Minister", "state/QAT", "QAT"),
    ("Sergei Lavrov, Russia's foreign minister, spoke.", "person/sergey-lavrov", "foreign minister", "state/RUS",
     "RUS"),
    ("Russia's foreign minister, Sergei Lavrov, spoke.", "person/sergey-lavrov", "foreign minister", "state/RUS",
     "RUS"),
    ("German government spokeswoman Anna Beispiel spoke.", "mention/anna-beispiel", "government spokeswoman",
     "state/DEU", "DEU"),
    ("White House spokesman Tom Beispiel spoke.", "mention/tom-beispiel", "spokesman", "organ/USA-white-house", "USA"),
    ("Hamas leader Omar Beispiel spoke.", "mention/omar-beispiel", "leader", "armed_group/hamas", None),
    ("Former Kenyan President Uhuru Kenyatta spoke.", "person/uhuru-kenyatta", "President", "state/KEN", None),
    ("President of Belarus Alexander Lukashenko spoke.", "person/alexander-lukashenko", "President", "state/BLR",
     "BLR"),
    ("French journalist Anne Beispiel spoke.", "mention/anne-beispiel", None, None, None),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "identity", "title", "of", "iso3"), ROLES)
def test_a_role_is_what_the_text_gives(
    read_text: ReadText, text: str, identity: str, title: str | None, of: str | None, iso3: str | None
) -> None:
    reading = read_text(text, "2023-03-01")
    actors = [
        m.actor for m in reading.mentions if m.actor is not None and m.actor.id == identity and m.actor.form == "name"
    ]
    assert actors, [m.actor for m in reading.mentions]
    role = actors[0].role
    assert (role.title if role else None, role.of if role else None, actors[0].iso3) == (title, of, iso3)
    assert role is None or role.basis == "stated"


UNNAMED = [
    ("US officials refused to comment.", "US officials", "unknown", "USA"),
    ("A senior diplomat told reporters so.", "A senior diplomat", "unknown", None),
    ("Egyptian and Qatari mediators met.", "Egyptian and Qatari mediators", "unknown", None),
    ("The Belarus opposition called a strike.", "The Belarus opposition", "movement", None),
    ("Syrian rebels took the town.", "Syrian rebels", "movement", None),
    ("Israeli media reported the vote.", "Israeli media", "media", None),
    ("Caspian News Agency reported the vote.", "Caspian News Agency", "media", None),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "words", "kind", "iso3"), UNNAMED)
def test_unnamed_people_keep_their_nationality_but_are_no_state(
    read_text: ReadText, text: str, words: str, kind: str, iso3: str | None
) -> None:
    actor = mention_at(read_text(text, "2023-03-01"), words).actor
    assert actor is not None
    assert (actor.kind, actor.iso3) == (kind, iso3)
    assert actor.id.startswith("mention/")


@pytest.mark.model
def test_one_name_is_a_government_or_a_city_by_its_use(read_text: ReadText) -> None:
    lines = (
        "Tehran rejected the offer.",
        "Envoys flew to Tehran.",
        "The minister is in Tehran.",
        "He criticised Tehran.",
    )
    text = "\n".join(lines)
    found = [
        m for m in read_text(text, "2023-03-01").mentions if m.actor is not None and m.actor.mention.text == "Tehran"
    ]
    assert [(m.reading, m.actor and m.actor.id, m.actor and m.actor.iso3) for m in found] == [
        ("actor", "state/IRN", "IRN"),
        ("place", "place/tehran", "IRN"),
        ("place", "place/tehran", "IRN"),
        ("actor", "state/IRN", "IRN"),
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words"),
    [("© Ana Beispiel", "Ana Beispiel"), ("Leaders shake hands. Ana Beispiel / AFP via Getty Images", "Ana Beispiel")],
)
def test_who_signs_a_picture_is_no_actor(read_text: ReadText, text: str, words: str) -> None:
    assert all(m.actor is None or m.actor.name != words for m in read_text(text, "2023-03-01").mentions)


RULES = [(row["id"], row.many("examples"), row.many("counterexamples")) for row in load_actors().place_uses]


@pytest.mark.model
def test_every_rule_for_places_fires_on_its_examples_and_on_nothing_else(parse_text: ReadText) -> None:
    lines = [
        (rule, text, wanted)
        for rule, yes, no in RULES
        for texts, wanted in ((yes, True), (no, False))
        for text in texts
    ]
    reading = parse_text("\n".join(text for _, text, _ in lines))
    maker = Maker(reading.article, reading.tokens, reading.sentences, load_actors())
    fired: dict[int, set[str]] = {}
    for hit in maker.hits:
        if hit.city is not None or hit.known.kind == "state":
            row = maker.places.rule_for(hit, syntactic_head(reading.tokens, hit.first, hit.last))
            line = reading.article.text.count("\n", 0, reading.tokens[hit.first].start)
            fired.setdefault(line, set()).update([row["id"]] if row else [])
    wrong = [
        (rule, text, fired.get(i))
        for i, (rule, text, wanted) in enumerate(lines)
        if (rule in fired.get(i, ())) != wanted
    ]
    assert not wrong


def test_rules_for_places_use_known_relations_and_carry_proof() -> None:
    for row in load_actors().place_uses:
        assert row["relation"] in RELATIONS
        assert row["of"] in ("any", "city", "state")
        assert row["reading"] in ("actor", "place")
        assert len(row.many("examples")) >= 5, row["id"]
        assert len(row.many("counterexamples")) >= 3, row["id"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        ("British Virgin Islands authorities closed the firm.", "British Virgin Islands authorities",
         "organ/VGB-authorities"),
        ("The government of Bermuda said it would publish the list.", "The government of Bermuda",
         "organ/BMU-government"),
        ("Jersey's government rejected the claim.", "Jersey's government", "organ/JEY-government"),
        ("American Samoa asked for help.", "American Samoa", "state/ASM"),
        ("French Polynesia demanded compensation.", "French Polynesia", "state/PYF"),
        ("Guam said that the island was safe.", "Guam", "state/GUM"),
        ("Police in the Isle of Man arrested ten men.", "Police", "organ/IMN-police"),
        ("Western forces are behind it, Chad said.", "Western forces", "collective/western-states"),
        ("The P4+1 met in Vienna.", "P4+1", "collective/p4-1"),
        ("Peru's tax agency sued.", "Peru's tax agency", "organ/PER-tax-authority"),
        # how many powers
        ("A series of countries vowed to act.", "A series of countries", "collective/series-of-countries"),
        ("Dozens of Asian nations left.", "Dozens of Asian nations", "collective/dozens-of-asian-nations"),
        ("More than forty countries condemned it.", "forty countries", "collective/forty-countries"),
        ("Two dozen governments stayed away.", "Two dozen governments", "collective/two-dozen-governments"),
        ("A handful of governments refused.", "A handful of governments", "collective/handful-of-governments"),
    ],
)  # fmt: skip
def test_a_power_that_is_no_state_of_its_own_is_known(
    read_text: ReadText, text: str, words: str, identity: str
) -> None:
    reading = read_text(text)
    found = {m.actor.mention.text: m.actor.id for m in reading.mentions if m.actor is not None}
    assert found.get(words) == identity, found


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("He lives in New Jersey.", "JEY"),
        ("The striker wore a jersey.", "JEY"),
        ("The Family Reunion was shown in May.", "REU"),
        ("Forty states sued the firm.", "USA"),
    ],
)
def test_an_everyday_word_is_no_territory(read_text: ReadText, text: str, code: str) -> None:
    reading = read_text(text)
    assert all(m.iso3 != code for m in reading.mentions)
    assert all(m.actor is None or m.actor.kind != "collective" for m in reading.mentions)
