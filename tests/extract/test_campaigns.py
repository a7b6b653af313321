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
