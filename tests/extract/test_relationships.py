"""Relationships and labels: every rule's examples, who stands in which relation to whom, and who says so."""

from __future__ import annotations

import pytest

from communique.extract.speech.labels import find_labels
from communique.extract.ties.relationships import find_relationships
from communique.lexicon.relations import LabelRule, RelationshipRule, load_relations
from communique.reading import Reading
from communique.records.codec import check_spans
from communique.records.statements import Label, Relationship
from conftest import ParseText

RELATIONS = load_relations()

pytestmark = pytest.mark.model


def relationships(reading: Reading) -> list[Relationship]:
    found = find_relationships(reading, RELATIONS)
    check_spans(reading.article, found)
    return found


def labels(reading: Reading) -> list[Label]:
    found = find_labels(reading, RELATIONS)
    check_spans(reading.article, found)
    return found


@pytest.mark.parametrize("rule", RELATIONS.relationships, ids=lambda rule: rule.id)
def test_a_relationship_finds_its_examples_and_nothing_in_its_counterexamples(
    rule: RelationshipRule, read_text: ParseText
) -> None:
    for text in rule.examples:
        assert rule.id in {record.rule for record in relationships(read_text(text, "2023-06-01"))}, text
    for text in rule.counterexamples:
        assert rule.id not in {record.rule for record in relationships(read_text(text, "2023-06-01"))}, text


@pytest.mark.parametrize("rule", RELATIONS.labels, ids=lambda rule: rule.id)
def test_a_label_finds_its_examples_and_nothing_in_its_counterexamples(rule: LabelRule, read_text: ParseText) -> None:
    for text in rule.examples:
        assert rule.id in {record.rule for record in labels(read_text(text, "2023-06-01"))}, text
    for text in rule.counterexamples:
        assert rule.id not in {record.rule for record in labels(read_text(text, "2023-06-01"))}, text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A close ally of Turkish President Recep Tayyip Erdogan, Ilham Aliyev, who rules Azerbaijan, is "
            "beholden to Erdogan for shielding him.",
            [
                ("Ilham Aliyev", "ally_of", "Recep Tayyip Erdoğan"),
                ("Ilham Aliyev", "beholden_to", "Recep Tayyip Erdoğan"),
            ],
        ),
        ("Lavrov met his Chinese counterpart, Wang Yi, in Moscow.", [("Wang Yi", "counterpart_of", "Sergey Lavrov")]),
        ("Rain fell on the Kenyan and Ugandan capitals.", []),
        ("Ethiopia's war with Eritrea ended the harvest.", [("Ethiopia", "at_war_with", "Eritrea")]),
        ("The war between Israel and Hamas went on.", [("Israel", "at_war_with", "Hamas")]),
        ("Peru fears Chile's trade war with Bolivia.", []),
        (
            "Qatar is mediating between Israel and Hamas.",
            [("Qatar", "mediates_between", "Hamas"), ("Qatar", "mediates_between", "Israel")],
        ),
        ("Iran-backed Houthis seized a ship.", [("Iran", "backs", "Houthis")]),
        ("Kenya's Foreign Ministry issued a note.", [("Foreign Ministry of Kenya", "organ_of", "Kenya")]),
        ("The Kenyan government issued a note.", []),
        ("Belarus, Russia and Serbia are allies of nobody.", []),
    ],
)
def test_who_stands_in_which_relation_to_whom(
    text: str, expected: list[tuple[str, str, str]], read_text: ParseText
) -> None:
    found = relationships(read_text(text, "2023-06-01"))
    assert sorted((record.a.name, record.relation, record.b.name) for record in found) == sorted(expected)


def test_a_tie_told_twice_is_one_record_with_two_pieces_of_evidence(read_text: ParseText) -> None:
    once = relationships(read_text("Belarus is an ally of Russia.", "2023-06-01"))
    twice = relationships(read_text("Belarus is an ally of Russia. Belarus, Russia's ally, sent aid.", "2023-06-01"))
    assert len(once) == len(twice) == 1
    assert len(twice[0].evidence) > len(once[0].evidence)


def test_a_war_has_no_direction(read_text: ParseText) -> None:
    found = relationships(
        read_text("Ethiopia's war with Eritrea went on. Eritrea's war with Ethiopia is old.", "2023-06-01")
    )
    assert len(found) == 1


def test_a_description_is_the_reporters_and_a_claim_the_speakers(read_text: ParseText) -> None:
    (described,) = relationships(read_text("Macron said that Belarus, an ally of Russia, was isolated.", "2023-06-01"))
    (claimed,) = relationships(read_text("Macron said that Belarus was an ally of Russia.", "2023-06-01"))
    assert described.holder == ()
    assert [[actor.name for actor in level] for level in claimed.holder] == [["Emmanuel Macron"]]


@pytest.mark.parametrize(
    ("text", "about", "name", "by"),
    [
        ('Thatcher was known as the "Iron Lady," even in Moscow.', None, "Iron Lady", None),
        ('Lukashenko, who is often called the "last autocrat", left.', "Alexander Lukashenko", "last autocrat", None),
        ('Biden called Putin a "war criminal".', "Vladimir Putin", "war criminal", "Joe Biden"),
        (
            "An ally of Iranian Supreme Leader Ali Khamenei, Assad, who is known as the “Butcher of Damascus,” agreed.",
            "Bashar al-Assad",
            "Butcher of Damascus",
            None,
        ),
        ("Iraq bombed the so-called Islamic State.", "Islamic State", "so-called Islamic State", None),
    ],
)
def test_a_label_says_whom_it_is_about_and_who_uses_it(
    text: str, about: str | None, name: str, by: str | None, read_text: ParseText
) -> None:
    (record,) = labels(read_text(text, "2023-06-01"))
    assert record.text.text == name
    assert about is None or record.about.name == about
    assert (record.by.name if record.by else None) == by


@pytest.mark.parametrize(
    "text",
    [
        'Macron called the talks "useful".',
        'The plan was described as "dead".',
        "The so-called Panama Papers named Cameron.",
        '"Peace is near," Guterres said.',
    ],
)
def test_a_judgement_of_a_thing_and_a_quotation_are_no_labels(text: str, read_text: ParseText) -> None:
    assert labels(read_text(text, "2023-06-01")) == []
