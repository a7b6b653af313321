"""Who says what, by construction: every case of voices.yaml and voices_second.yaml that is not marked as a gap."""

from __future__ import annotations

import pytest
from cases import Case, read_cases
from score_voices import FILES, compare, speeches_of

pytestmark = pytest.mark.model
CASES: list[Case] = [case for file in FILES for case in read_cases(file)]
GROUPS = sorted({(case.group, case.construction) for case in CASES})


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: ": ".join(group))
def test_what_is_said_has_its_speaker_and_its_words_or_is_a_known_gap(group: tuple[str, str]) -> None:
    cases = [case for case in CASES if (case.group, case.construction) == group]
    met = {case.text: compare(case, speeches_of(case.text)) == ([], []) for case in cases}
    assert [case.text for case in cases if not met[case.text] and not case.gap] == []
    assert [case.text for case in cases if met[case.text] and case.gap] == [], "closed: take the mark away (--mend)"
