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
        (CHARGE + "Libya said it had not.", 1, 0),
        (CHARGE + "Tripoli said this was not the case.", 1, 0),
        (CHARGE + "“This is not the case,” Libya's foreign minister said.", 1, 0),
        (CHARGE + "The Libyan army said that it was not true.", 1, 0),
        (CHARGE + "Libya's government said it was not correct.", 1, 0),
        (CHARGE + "Libya said it was not at the summit.", 0, 1),
        (CHARGE + "Libya said it would not attack Chad.", 0, 1),  # a promise
        (CHARGE + "Libya said it was not ready for talks.", 0, 1),
        (CHARGE + "Libya said it was planning an attack.", 0, 1),
        ("Libya said it was not planning an attack. Chad accused Libya of planning an attack.", 1, 0),
        (CHARGE + "Mali said it was not ready for talks.", 0, 1),
    ],
)
def test_a_negation_in_the_words_of_the_charge_denies_it(
    text: str, denials: int, statements: int, read_text: ParseText
) -> None:
    records = find_records(read_text(text, "2023-06-01"), load_lexicon())
    found = [record for record in records if isinstance(record, Denial)]
    assert (len(found), len([r for r in records if isinstance(r, Statement)])) == (denials, statements)
    assert all(record.of for record in found)


@pytest.mark.parametrize(
    ("text", "denials", "statements"),
    [
        ("Libya said it was not planning an attack.", 1, 0),
        ("Libya said it had nothing to do with the attack.", 1, 0),
        ("Libya insisted it played no role in the raid.", 1, 0),
        ("Libya said its soldiers had not fired on the convoy.", 1, 0),
        ("Peru's foreign ministry said the country was not considering sending lethal aid to Chile.", 1, 0),
        ("Libya said it neither ordered nor carried out the attack.", 1, 0),
        ("Libya's prime minister said he had done nothing wrong.", 1, 0),
        ("Libya said it would not attack Chad.", 0, 1),  # a promise
        ("Libya said that it had not received any weapons.", 0, 1),
        ("Libya said it had no part in the talks.", 0, 1),
        ("Chad said Libya had not attacked anybody.", 0, 1),  # not its own deed
        ("Libya said it could not attack Chad.", 0, 1),
        ("Libya said it had done nothing about the drought.", 0, 1),
        ("Libya said it had not moved and would not attack Chad.", 0, 1),
        ("Peru said it had not fled and would not shell the village.", 0, 1),
        ("Kenya said it had not waited and would not jam radars.", 0, 1),
        ("Chile said it did not rest and would not violate the truce.", 0, 1),
        ("Mali said it was not sleeping and would not arm rebels.", 0, 1),
        ("Libya said that if it was not arming rebels, it had nothing to fear.", 0, 1),  # a condition
        ("Libya said that when it was not violating the truce, nobody praised it.", 0, 1),
    ],
)
def test_who_says_that_it_did_no_such_wrong_denies_it(
    text: str, denials: int, statements: int, read_text: ParseText
) -> None:
    records = find_records(read_text(text, "2023-06-01"), load_lexicon())
    found = [record for record in records if isinstance(record, Denial)]
    assert (len(found), len([r for r in records if isinstance(r, Statement)])) == (denials, statements)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Mali accused Niger of shelling a village. “This is not true,” Niger's defense ministry said.",
            "This is not true",
        ),
        ("Chad accused Libya of arming rebels. That is not true, Libya's foreign ministry said.", "That is not true"),
        ("Peru accused Chile of mining the strait. Chile said that was not true.", "that was not true"),
        ("Kenya accused Somalia of jamming its radars. “It's not true,” Somalia's army said.", "It's not true"),
        ("Niger accused Mali of sheltering gunmen. Mali's army said this was not true.", "this was not true"),
        ("Chad accused Libya of arming rebels. “That is false,” Libya's foreign ministry said.", "That is false"),
        ("Peru accused Chile of mining the strait. “It is a lie,” Chile's defense ministry said.", "It is a lie"),
        ("Chad accused Libya of arming rebels. “This,” Libya's army said, “is a lie.”", "“is a lie.”"),
        ("Chad accused Libya of arming rebels. “This is not new,” Libya's foreign ministry said.", None),
        ("Chad accused Libya of arming rebels. “This is a start,” Libya's foreign ministry said.", None),
    ],
)
def test_a_verdict_on_what_was_said_denies_it(text: str, content: str | None, read_text: ParseText) -> None:
    records = find_records(read_text(text, "2023-06-01"), load_lexicon())
    found = [record for record in records if isinstance(record, Denial)]
    assert [record.content.text for record in found if record.content] == ([content] if content else [])
    assert all(record.of for record in found)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Chad accused Libya of arming rebels. Libya said it did not.", True),
        ("Chad accused Libya of arming rebels. Libya said on Friday it had never done so.", True),
        ("Niger accused Mali of sheltering gunmen. Mali's foreign ministry said it does not.", True),
        ("Kenya accused Somalia of jamming its radars. “We never did,” Somalia's foreign ministry said.", True),
        ("Peru accused Chile of moving troops to the border. Chile's army said it had not done so.", True),
        ("Kenya accused Somalia of jamming its radars. Trade has fallen since. Somalia said it did not.", False),
        ("Chad accused Libya of arming rebels. Libya said it had never done that.", True),
        ("Chad accused Libya of arming rebels. Libya said it had done no such thing.", True),
        ("Peru accused Chile of moving troops to the border. Chile said it was not doing that.", True),
        ("Mali accused Niger of shelling a village. Niger's army said it had never tried this.", True),
        ("Kenya accused Somalia of jamming its radars. “We have never used any such thing,” Somalia said.", True),
        (
            "Kenya accused Somalia of jamming its radars. Trade has fallen since. Somalia said it did not do that.",
            False,
        ),
        ("Libya said it did not. Chad accused Libya of arming rebels.", False),
        ("Somalia said it had never tried this. Kenya accused Somalia of jamming its radars.", False),
        ("Peru accused Chile of hoarding grain. Talks go on. Fog is thick. Chile said it did not hoard grain.", True),
        (
            "Chad accused Libya of hiding maps. Talks go on. Fog is thick. Rain fell. Libya said it did not hide maps.",
            True,
        ),
    ],
)
def test_a_bare_negation_answers_the_charge_right_before_it(text: str, denied: bool, read_text: ParseText) -> None:
    records = find_records(read_text(text, "2023-06-01"), load_lexicon())
    assert any(record.of for record in records if isinstance(record, Denial)) == denied


def test_a_charge_told_after_its_denial_is_what_is_denied(read_text: ParseText) -> None:
    text = (
        "Libya said on Monday that it was not sending weapons to Mali. The talks go on in Oslo. "
        "Chad has accused Libya of sending weapons to Mali."
    )
    records = find_records(read_text(text, "2023-06-01"), load_lexicon())
    (denial,) = [record for record in records if isinstance(record, Denial)]
    assert denial.of == tuple(record.id for record in records if record.kind == "allegation")


@pytest.mark.parametrize(
    ("denial", "tied"),
    [
        ("Libya denied that it had used the road for that purpose.", True),
        ("Libya denied having had such plans.", True),
        ("Libya denied that its lorries had ever been there for this end.", True),
        ("Libya denied that it had closed the embassy.", False),
        ("Libya denied that the bank had failed.", False),
    ],
)
def test_a_noun_that_points_back_ties_a_denial_to_the_charge_before(
    denial: str, tied: bool, read_text: ParseText
) -> None:
    text = "Chad accused Libya on Monday of smuggling rifles. " + denial
    records = find_records(read_text(text, "2023-06-01"), load_lexicon())
    (found,) = [record for record in records if isinstance(record, Denial)]
    assert bool(found.of) == tied


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Namibia accuses the crew of fishing without a licence. Angola's fisheries minister denied the charge.", True),
        ("Angola accused Namibian sailors of beating two men. The Namibian navy rejected the allegation.", True),
        ("Togo accuses fishermen of smuggling rifles. Benin dismissed the accusation.", True),
        ("Chad accused Niger of shelling a camp. A Sudanese minister denied the charge.", False),
        ("Namibia accuses the crew of fishing without a licence. Talks go on. Angola denied the charge.", False),
    ],
)
def test_a_charge_against_people_in_no_table_is_what_the_next_sentence_denies(
    text: str, linked: bool, read_text: ParseText
) -> None:
    records = find_records(read_text(text, "2023-06-01"), load_lexicon())
    (denial,) = [record for record in records if isinstance(record, Denial)]
    assert bool(denial.of) == linked
