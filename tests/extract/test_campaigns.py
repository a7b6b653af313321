"""In a campaign rivals are no powers: what they do to one another is kept, but not shown."""

from __future__ import annotations

import pytest

from communique.config import CONFIDENT
from communique.extract.records import find_records
from communique.lexicon.lexicon import load_lexicon
from communique.records import Record
from conftest import ParseText

pytestmark = pytest.mark.model

HUSTINGS = "The candidates met voters before the election, and the campaign was long. "


def found(read_text: ParseText, text: str) -> list[Record]:
    return find_records(read_text(text, "2024-05-16"), load_lexicon())


def kinds(records: list[Record], shown: bool) -> set[str]:
    return {record.kind for record in records if (record.confidence >= CONFIDENT) == shown}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Senator Peter Ouma sued former Kenyan President Joel Wanjala.", "event"),
        ("Senator Peter Ouma has resigned.", "event"),
        ("Senator Peter Ouma accused Senator Mary Achieng of lying.", "allegation"),
        ("Former Kenyan President Joel Wanjala denied that he had lied.", "denial"),
        ("Goodluck Jonathan met Senator Peter Ouma in Lagos on Monday.", "engagement"),
        ("Goodluck Jonathan visited Lagos on Monday.", "engagement"),
        ("Senator Peter Ouma rejected the plan of former Kenyan President Joel Wanjala.", "position"),
    ],
)
def test_in_a_campaign_what_rivals_do_is_not_shown(text: str, kind: str, read_text: ParseText) -> None:
    alone, amid = found(read_text, text), found(read_text, HUSTINGS + text)
    assert kind in kinds(alone, shown=True)
    assert kind in kinds(amid, shown=False) and kind not in kinds(amid, shown=True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenyan police arrested Senator Peter Ouma.", "event"),
        ("Senator Peter Ouma sued Somalia.", "event"),
        ("Kenya expelled the ambassador of Chad.", "event"),
        ("Gunmen killed Senator Peter Ouma in Mombasa.", "event"),
        ("Senator Peter Ouma accused Somalia of a raid.", "allegation"),
        ("Ugandan President Ali Okello met Senator Peter Ouma in Kampala on Monday.", "engagement"),
        ("Senator Peter Ouma said that the tax was too high.", "statement"),
    ],
)
def test_in_a_campaign_powers_and_words_are_shown(text: str, kind: str, read_text: ParseText) -> None:
    assert kind in kinds(found(read_text, HUSTINGS + text), shown=True)


def test_a_vote_of_delegates_is_no_campaign(read_text: ParseText) -> None:
    chamber = (
        "Delegates called for a vote before the vote on the primary text, and a second vote of delegates followed. "
    )
    text = "Senator Peter Ouma accused Senator Mary Achieng of lying."
    assert "allegation" in kinds(found(read_text, chamber + text), shown=True)


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("The candidates met voters before the election, and the campaign was long. Senator Peter Ouma sued former "
         "Kenyan President Joel Wanjala.", "event", False),
        ("The nominee thanked voters after the caucus, and the pollsters were busy. Senator Peter Ouma has "
         "resigned.", "event", False),
        ("The candidates met voters before the runoff, and turnout was low. Senator Peter Ouma accused Senator Mary "
         "Achieng of lying.", "allegation", False),
        ("The contenders sought nomination before the poll, and the electorate was tired. Former Kenyan President "
         "Joel Wanjala denied that he had lied.", "denial", False),
        ("The candidates met voters before the ballot, and the campaign was long. Goodluck Jonathan met Senator Peter "
         "Ouma in Lagos on Monday.", "engagement", False),
        ("Lebanon is grateful to Qatar for paying the soldiers, a candidate told voters on the eve of the runoff "
         "election.", "event", False),
        ("The candidates met voters before the election, and the campaign was long. Kenya freed a Somali officer on "
         "Monday.", "event", False),
        ("The candidates met voters before the election, and the campaign was long. The Gambian president was "
         "grateful to Senegal for training the police.", "event", False),
        ("Voters of both candidates met after the election, and the campaign was long. Kenya and Uganda agreed on "
         "Monday to share the power plant.", "event", False),
        ("The incumbent lost the nomination, and the pollsters said turnout was low. Serbia and Kosovo agreed to drop "
         "the levy.", "event", False),
        ("The candidates met voters before the election, and the campaign was long. Kenya expelled the ambassador of "
         "Chad.", "event", True),
        ("The candidates met voters before the election, and the campaign was long. Gunmen killed Senator Peter Ouma "
         "in Mombasa.", "event", True),
        ("The candidates met voters before the ballot, and the campaign was long. Rioters beat a voter to death in "
         "Mombasa.", "event", True),
        ("The candidates met voters before the election, and the campaign was long. Gunmen shot a mayor dead in "
         "Kisumu.", "event", True),
        ("The contenders met voters before the runoff, and the campaign was long. Gunmen killed two policemen in "
         "Nakuru.", "event", True),
        ("The candidates met voters before the election, and the campaign was long. Bandits shot dead a judge in "
         "Mombasa.", "event", True),
        ("The candidates met voters before the election, and the campaign was long. Senator Peter Ouma said that the "
         "tax was too high.", "statement", True),
        ("The nominee met voters after the caucus, and the electorate was tired. Senator Peter Ouma said that the "
         "road was bad.", "statement", True),
        ("The candidates met voters before the poll, and turnout was low. Former Kenyan President Joel Wanjala said "
         "that he would not run.", "statement", True),
        ("The candidates met voters before the election, and the campaign was long. Senator Mary Achieng told "
         "farmers that the price of maize was too low.", "statement", True),
        ("The candidates met voters before the election, and the campaign was long. Goodluck Jonathan said that the "
         "army was tired.", "statement", True),
    ],
)  # fmt: skip
def test_amid_a_campaign(text: str, kind: str, shown: bool, read_text: ParseText) -> None:
    records = found(read_text, text)
    assert (kind in kinds(records, shown=True)) == shown
    assert shown or kind in kinds(records, shown=False)
