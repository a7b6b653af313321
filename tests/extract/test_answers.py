"""Who is charged and says in the same words that it is not so denies it; a negation by itself denies nothing."""

from __future__ import annotations

import pytest

from communique.extract.records import find_records
from communique.lexicon.lexicon import load_lexicon
from communique.records.statements import Denial, Statement
from conftest import ParseText

pytestmark = pytest.mark.model

CHARGE = "Chad accused Libya of planning an attack. "


@pytest.mark.parametrize(
    ("text", "denials", "statements"),
    [
        (CHARGE + "Libya's foreign ministry said it was not planning an attack.", 1, 0),
        (CHARGE + "Libya said on Friday that it had never planned an attack on Chad.", 1, 0),
        (CHARGE + "Libya said that it was not considering it.", 1, 0),
        (CHARGE + "“We are not planning any attack,” Libya's foreign minister said.", 1, 0),
        (CHARGE + "Libya said it would not attack Chad.", 0, 1),  # a promise
        (CHARGE + "Libya said it was not ready for talks.", 0, 1),
        (CHARGE + "Libya said it was planning an attack.", 0, 1),
        (CHARGE + "Mali said it was not planning an attack.", 0, 1),
        ("Libya said it was not planning an attack.", 0, 1),
        ("Libya said it was not planning an attack. Chad accused Libya of planning an attack.", 0, 1),
    ],
)
def test_a_negation_in_the_words_of_the_charge_denies_it(
    text: str, denials: int, statements: int, read_text: ParseText
) -> None:
    records = find_records(read_text(text, "2023-06-01"), load_lexicon())
    found = [record for record in records if isinstance(record, Denial)]
    assert (len(found), len([r for r in records if isinstance(r, Statement)])) == (denials, statements)
    assert all(record.of for record in found)
