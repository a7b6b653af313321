"""The codebook: types, scores and foldings as PLOVER's manual has them, and a strict loader."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from communique.errors import LexiconError
from communique.lexicon.codebook import load_codebook
from communique.records.events import EngagementStatus
from communique.records.record import PloverType

CODEBOOK = load_codebook()


def test_the_sixteen_types_stand_in_their_quad_classes() -> None:
    quads = {name: kind.quad for name, kind in CODEBOOK.kinds.items()}
    assert set(quads) == {*get_args(PloverType), "STATEMENT", "APPEAL"}
    assert {name for name, quad in quads.items() if quad == 1} == {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"}
    assert {name for name, quad in quads.items() if quad == 2} == {"COOPERATE", "AID", "RETREAT"}
    assert {name for name, quad in quads.items() if quad == 3} == {"REQUEST", "ACCUSE", "REJECT", "THREATEN"}
    assert quads["STATEMENT"] == 0


@pytest.mark.parametrize(
    ("type_", "mode", "score"),
    [
        ("CONSULT", None, 2.5),
        ("CONSULT", "visit", 4),
        ("CONSULT", "third-party", 1),
        ("RETREAT", "disarm", 10),
        ("PROTEST", "riot", -7),
        ("PROTEST", "vandalize", -5),
        ("ASSAULT", "unconventional", -10),
        ("ACCUSE", None, -3),
        ("SANCTION", "convict", -6),
    ],
)
def test_a_mode_has_its_own_score_or_that_of_its_type(type_: str, mode: str | None, score: float) -> None:
    assert CODEBOOK.score(type_, mode) == score


def test_every_status_of_an_engagement_stands_for_an_event_status() -> None:
    assert set(CODEBOOK.engagements) == set(get_args(EngagementStatus))


@pytest.mark.parametrize(
    ("type_", "mode", "status", "by", "folding"),
    [
        ("CONSULT", "visit", "announced", "any", "fold-future-consult"),
        ("AID", None, "planned", "party", "fold-future-consult"),
        ("RETREAT", "withdraw", "announced", "party", "fold-future-retreat"),
        ("ASSAULT", None, "threatened", "party", "fold-threat"),
        ("CONSULT", None, "cancelled", "any", "fold-cancelled-meeting"),
        ("AID", None, "refused", "party", "fold-refusal"),
        ("RETREAT", "release", "demanded", "other", "fold-demand"),
        ("RETREAT", "ceasefire", "demanded", "party", "truce-proposed-by-a-party"),
        ("ASSAULT", None, "alleged", "other", "fold-allegation"),
        ("ASSAULT", None, "denied", "any", "drop-unreal"),
        ("SANCTION", None, "historical", "any", "drop-unreal"),
        ("ASSAULT", None, "occurred", "any", None),
        ("CONCEDE", None, "planned", "any", None),
    ],
)
def test_the_first_folding_that_fits_is_the_manuals(
    type_: str, mode: str | None, status: str, by: str, folding: str | None
) -> None:
    found = next((f.id for f in CODEBOOK.foldings if f.fits(type_, mode, status, by)), None)
    assert found == folding


def test_a_threat_of_arrest_and_a_threat_of_force_have_different_modes() -> None:
    threat = next(f for f in CODEBOOK.foldings if f.id == "fold-threat")
    assert threat.new_mode("COERCE", "arrest") == "arrest"
    assert threat.new_mode("COERCE", "curfew") == "restrict"
    assert threat.new_mode("ASSAULT", "aerial") == "violence"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {id: x, section: kinds}", "section is 'kinds'"),
        (
            "- {id: x, section: fold, when: {type: ANY, status: denied}, then: {type: MEET, mode: visit}}",
            "no type 'MEET'",
        ),
        (
            "- {id: x, section: fold, when: {status: denied}, then: {type: AID, mode: food}}",
            "type AID has no mode 'food'",
        ),
        ("- {id: x, section: fold, when: {by: me}, then: {drop: yes}}", "by is 'me'"),
        ("- {id: AID, section: type, quad: 2, score: much}", "score 'much' is no number"),
    ],
)
def test_a_bad_entry_is_refused_with_file_and_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "codebook").mkdir()
    (tmp_path / "codebook" / "plover.yaml").write_text(f"\n{text}\n", encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        load_codebook(tmp_path)
    assert error.value.line == 2
    assert said in str(error.value)
