"""At whom speech is directed, and speech that no record of speech tells."""

from __future__ import annotations

import pytest

from communique.extract.records import find_records
from communique.lexicon.lexicon import load_lexicon
from communique.records.events import Event
from communique.records.statements import Statement
from conftest import ParseText

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "towards"),
    [
        ("Chile rejected Peru's offer of talks on Monday.", ["state/PER"]),
        ("Norway said that it backed Finland's plan for the Arctic.", ["state/FIN"]),
        ("Japan denounced North Korea's missile tests.", ["state/PRK"]),
        ("Jordan's king said that he was ready to meet Egypt's president.", ["person/abdel-fattah-el-sisi"]),
        ("Mexico urged Brazil to stay in the pact.", []),  # Brazil is spoken to
        ("Kenya said that the rains were late.", []),
        ("Sweden defended its own offer of talks.", []),
    ],
)
def test_a_statement_names_the_parties_at_whom_it_is_directed(
    text: str, towards: list[str], read_text: ParseText
) -> None:
    records = find_records(read_text(text, "2023-06-01"), load_lexicon())
    statements = [record for record in records if isinstance(record, Statement)]
    assert [actor.id for statement in statements for actor in statement.towards] == towards


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jordan and Britain have agreed upon a new trade pact.", [("AGREE", "occurred")]),
        ("Britain, criticised by Spain over the rock, closed its consulate.", [("ACCUSE", "occurred")]),
        ("The envoy wrote about an idea that Iran had dismissed.", [("REJECT", "occurred")]),
        ("Chile said that it rejected Peru's offer.", []),  # the statement tells it
        ("Oman has voiced concerns that Iran will close the strait.", []),
        ("Oman issued a statement in which it voiced concern over the strait.", []),  # so here
        ("Iran may reject the plan.", []),
        ("Iran is seeking a bigger role in the bank.", []),
        ("Analysts said that France should show goodwill.", []),
        ("The coach rejected the plan.", []),
    ],
)
def test_speech_without_a_record_of_speech_is_an_event(
    text: str, found: list[tuple[str, str]], read_text: ParseText
) -> None:
    records = find_records(read_text(text, "2023-06-01"), load_lexicon())
    speech = ("AGREE", "REJECT", "ACCUSE", "REQUEST")
    assert [(r.type, r.status) for r in records if isinstance(r, Event) and r.type in speech] == found
