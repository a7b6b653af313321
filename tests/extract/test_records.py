"""Which records are diplomatic ones."""

from __future__ import annotations

from typing import Any

import pytest

from builders import absence, actor, article
from communique.extract.records import is_diplomatic
from communique.lexicon.actors import load_actors
from communique.records import Record
from communique.records.actors import Role
from conftest import ParseText

TEXT = "Norway, the coach, Anna Berg and the minister gave no details."


@pytest.mark.parametrize(
    ("who", "fields", "expected"),
    [
        (("Norway", "state/NOR"), {}, True),
        (("the coach", "mention/coach"), {"kind": "person"}, False),
        (("Anna Berg", "mention/anna-berg"), {"kind": "person"}, False),
        (("Anna Berg", "person/anna-berg"), {"kind": "person"}, True),
        (
            ("the minister", "mention/minister"),
            {"kind": "person", "role": Role("minister", "state/NOR", "stated")},
            True,
        ),
        (("the minister", "mention/minister"), {"kind": "person", "iso3": "NOR"}, True),
        (("the coach", "mention/coach"), {"kind": "unknown"}, False),
    ],
)
def test_a_record_needs_a_party_an_organ_or_an_office(
    who: tuple[str, str], fields: dict[str, Any], expected: bool
) -> None:
    art = article(TEXT)
    record: Record = absence(art, actor(art, *who, **fields), "gave no details")
    assert is_diplomatic(record, load_actors()) == expected


def test_who_merely_reports_makes_nothing_diplomatic() -> None:
    art = article(TEXT)
    coach = actor(art, "the coach", "mention/coach", kind="person")
    record = absence(art, coach, "gave no details", holder=((actor(art, "Norway", "state/NOR"),),))
    assert not is_diplomatic(record, load_actors())


NOT_DIPLOMATIC = """\
The visitors took the lead when Okafor headed in a corner. "We knew they would press us," coach Dana Whitlock
said.

The company said it would close two plants. Analysts accused the board of hiding losses, a claim the chief
executive denied.

"This is only a first step," said Dr. Lena Hart, who led the trial of the vaccine.

Heavy rain will spread from the west on Tuesday, forecasters warned.

She opened the door and looked at the man. "You came back," she said. He did not answer, but put the letter on
the table.

The bank raised its forecast and said inflation would fall. Shares in Paris and Tokyo rose on the news.

The band postponed its tour of Germany after the singer broke a leg.

Doctors at the hospital in Madrid said the patient was stable. They declined to give details.

The union agreed to end its strike at the carmaker after talks with management.

The United States beat Canada 3-0 to reach the final. Canada's coach blamed the referee.

The actor told a magazine that he wanted to meet the director. He denied that the film had been delayed.

The English county side signed an Australian bowler for the season."""


@pytest.mark.model
def test_sport_business_weather_and_fiction_give_no_records(read_text: ParseText) -> None:
    from communique import workflow
    from conftest import plain_article

    found = [r for line in NOT_DIPLOMATIC.split("\n\n") for r in workflow.read(plain_article(line, "2024-05-05"))]
    assert [(r.kind, r.evidence[0].text) for r in found if r.confidence >= 0.5] == []
