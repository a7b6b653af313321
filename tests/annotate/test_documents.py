"""Which papers are those of the press, and which papers are one."""

from __future__ import annotations

import pytest

from conftest import ParseText, mention_at

pytestmark = pytest.mark.model

DAY = "2023-03-01"


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("American media reports said Chad had lied.", "American media reports", "media"),
        ("A Turkish newspaper report said troops had left Syria.", "A Turkish newspaper report", "media"),
        ("Press reports in Lima said the envoy had quit.", "Press reports", "media"),
        ("Radio reports said that Mali's president had fled.", "Radio reports", "media"),
        ("State television reports said that Mali's president had fled.", "State television reports", "media"),
        ("A Turkish report said troops had left Syria.", "A Turkish report", "document"),
    ],
)
def test_what_the_press_reports_is_no_paper_of_a_state(text: str, words: str, kind: str, read_text: ParseText) -> None:
    reading = read_text(text, DAY)
    actor = mention_at(reading, words).actor
    assert actor is not None and actor.kind == kind


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Joint Plan of Action was signed in Geneva.", "The Joint Plan of Action"),
        ("Iran signed the Agreement of Friendship with Oman.", "the Agreement of Friendship"),
        ("Albania signed the Charter of Trust.", "the Charter of Trust"),
        ("Libya accepted the Plan of Action.", "the Plan of Action"),
        ("The Agreement of Cooperation was signed by Peru and Chile.", "The Agreement of Cooperation"),
        # a place is no part of it
        ("The Treaty of Riga was rejected by Russia.", "The Treaty"),
    ],
)
def test_a_paper_may_have_a_name_of_several_words(text: str, words: str, read_text: ParseText) -> None:
    papers = [m for m in read_text(text, DAY).mentions if m.actor is not None and m.actor.kind == "document"]
    assert [m.actor.mention.text for m in papers if m.actor is not None] == [words]


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("Peru left the INF treaty. Peru signed the Open Skies accord.", ["inf-treaty", "open-skies-accord"]),
        ("Chad rejected the Baker plan. Mali praised the Annan plan.", ["baker-plan", "annan-plan"]),
        ("Russia tore up the START treaty. Norway signed the Energy Charter treaty.",
         ["start-treaty", "energy-charter-treaty"]),
        ("Nepal joined the NPT treaty. India left the CTBT treaty.", ["npt-treaty", "ctbt-treaty"]),
        ("Niger praised the Habre report. Mali condemned the Goldstone report.", ["habre-report", "goldstone-report"]),
        ("Chad rejected the Baker plan. Mali praised the plan.", ["baker-plan"]),
        ("Chad rejected the Baker plan. Mali praised the Baker plan.", ["baker-plan"]),
    ],
)  # fmt: skip
def test_papers_of_other_names_are_others(text: str, papers: list[str], read_text: ParseText) -> None:
    actors = [m.actor for m in read_text(text, DAY).mentions if m.actor is not None]
    assert list(dict.fromkeys(a.id for a in actors if a.kind == "document")) == [f"mention/{name}" for name in papers]
