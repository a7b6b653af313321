"""Quotation marks of all shapes are found by character, before any parsing."""

from __future__ import annotations

import pytest

from communique.annotate.parsing.quotations import find_quotations
from communique.reading import Quotation
from communique.records.texts import Segment


def quotations(text: str) -> tuple[Quotation, ...]:
    segments = []
    start = 0
    for line in text.split("\n"):
        if line:
            segments.append(Segment("body", start, start + len(line)))
        start += len(line) + 1
    return find_quotations(text, segments)


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“The road is open,” he said.", ["The road is open,"]),
        ('"The road is open," he said.', ["The road is open,"]),
        ("„Die Straße ist offen“, sagte er.", ["Die Straße ist offen"]),
        ("«La route est ouverte», he said.", ["La route est ouverte"]),
        ("«\u00a0The road is open,\u00a0» he said.", ["The road is open,"]),
        ("« The road is open, » he said.", ["The road is open,"]),
        ("« The “main” road is open, » he said.", ["The “main” road is open,"]),
        ("''The road is open,'' he said.", ["The road is open,"]),
        ("‘The road is “open,” ’ he said. ‘Trade begins.’", ["The road is “open,”", "Trade begins."]),
        ("He said,‘The road is open.’", ["The road is open."]),
        ("‘[The road] is open,’ he said.", ["[The road] is open,"]),
        ("``The road is open,'' he said.", ["The road is open,"]),
        ("‘The road is open,’ he said.", ["The road is open,"]),
        ("'The road is open,' he said.", ["The road is open,"]),
        ("“He told us, ‘The road is open,’ and left,” she said.", ["He told us, ‘The road is open,’ and left,"]),
        (
            '"He told us, \'The road is open,\'" she said. "So we went."',
            ["He told us, 'The road is open,'", "So we went."],
        ),
        ("”The road is open,” he said.", ["The road is open,"]),
        ("“The road is open,“ he said. ”Trade begins.”", ["The road is open,", "Trade begins."]),
        ("“One,” he said. “Two,” he said.", ["One,", "Two,"]),
        ("“One,“ he said. “Two,“ he said.", ["One,", "Two,"]),
        ("“One,“ he said. ”Two,” he said.", ["One,", "Two,"]),
        ("For Oslo ‘talks and patience’were the only way.", ["talks and patience"]),
        ("'Talks and patience'were what he asked for, and 'time.'", ["Talks and patience", "time."]),
        ("'The road is open,'said the minister's aide.", ["The road is open,"]),
        ("‘The ministers’ plan and the road’are one, he said.", ["The ministers’ plan and the road"]),
        ("‘They’ve left the old road’because it froze.", ["They’ve left the old road"]),
        ("'The `gang' has left,' he said.", ["The `gang' has left,"]),
        ("‘The `gang’ and its `boss’ have left the road,’ he said.", ["The `gang’ and its `boss’ have left the road,"]),
        ("He called them a `gang' on Monday.", ["gang"]),
        ("``They say `go,''' she said.", ["They say `go,'"]),
        ("“They must come back.’’ Peru said “no”.", ["They must come back.", "no"]),
        ("‘The court backs the INS’ decision to stay,’ he said.", ["The court backs the INS’ decision to stay,"]),
        ("‘The court’s plan (a new law.)’ They left.", ["The court’s plan (a new law.)"]),
    ],
)
def test_marks_of_every_shape_are_found(text: str, inner: list[str]) -> None:
    found = [text[q.inner_start : q.inner_end] for q in quotations(text)]
    assert [words for words in found if words in inner] == inner


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' plan and Oman's offer weren't discussed in the '90s.",
        "It is the countries' choice, the envoys' duty and nobody's fault.",
        "The pipe is 5' long and 3' wide.",
        "'Tis the season, and ‘Twas the night.",
        "Nothing is quoted here.",
        "“”",
        "Mr. O'Brien met Shi'ites in Nuku'alofa and Xi'an and read the Qur'an, the Ma'ariv and Côte d'Ivoire's press.",
        "Sheikh `Abd al-Aziz's men left.",
        "The rebels' leader spoke of a 'new dawn for the valley.",
        "Peru called the ruling 'unjust and the envoy left.",
        "The ministers' deal has no 'sunset clause.",
        "The so-called 'friendship bridge is closed, the governor said.",
        "Officials called it a 'war of nerves and said no more.",
    ],
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    assert quotations(text) == ()


@pytest.mark.parametrize(
    "inner",
    [
        "Mr. O’Brien flew from Côte d’Ivoire to Nuku’alofa,",
        "The Shi’ites of Ba’ath’s old guard won’t read Ma’ariv,",
        "The Qur’an, he’d say, isn’t ours, and the men’ve left for N’Djamena,",
        "Sana’a and Ta’izz are the Houthis’ towns,",
        "It was a coup d’état by Dell’Utri’s friends,",
    ],
)
@pytest.mark.parametrize("mark", ["’", "'"])
def test_names_with_apostrophes_stay_whole_inside_single_marks(inner: str, mark: str) -> None:
    text = f"‘{inner}’ he said.".replace("’", mark).replace("‘", "‘" if mark == "’" else "'")
    assert [text[q.inner_start : q.inner_end] for q in quotations(text)] == [inner.replace("’", mark)]


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("The “green line” divides the island.", True),
        ("The group's “army” has forty men.", True),
        ("“No,” he said.", False),
        ("“Enough!” he said.", False),
        ("He spoke of “a road that leads nowhere at all” on Sunday.", False),
    ],
)
def test_a_few_words_without_a_stop_are_a_label(text: str, scare: bool) -> None:
    assert [q.scare for q in quotations(text)] == [scare]


@pytest.mark.parametrize(
    "text",
    [
        "“The road is open.\n“Trade can begin again,” he said.",
        "“The road is open.\nTrade can begin again.”",
        "“The road is open.\nTrade can begin again,” he said.",
        "‘The road is open.\n‘Trade can begin again,’ he said.",
        "‘The road is open.\nTrade can begin again.’",
        '"The road is open.\nTrade can begin again."',
        '"The road is open.\nThe ships can sail again," the Omani minister said.',
        "“The road is open.\nTrucks will cross again,” the envoy said, and left.",
        "The envoy said: “The road is open.\nBoth sides can trade again.” He then left.",
        "‘The road is open.\nThe mines are gone and ships can sail again,’ he said.",
        "The general said: ‘The road is open.\nNobody will close it again.’",
        "He said: “The road is open.\n“Trade can begin again.”",
        "He said: ‘The road is open.\n‘Trade can begin again.’",
        "“We met,” he said. 'The road is open.\n'Trade can begin again.'",
    ],
)
def test_a_quotation_over_paragraphs_is_one(text: str) -> None:
    first = quotations(text)[-1]
    assert (first.start, first.closed) == (text.index("The road") - 1, True)
    assert text[first.inner_start : first.inner_end].startswith("The road is open.\n")
    assert text[first.inner_start : first.inner_end].endswith(("again,", "again."))


@pytest.mark.parametrize(
    "text",
    [
        "“The road is open.\nTrade has begun.",
        "“The road is open.\nThe host spoke of “trade” again.",
        "‘The road is open.\nThe ministers' talks go on.",
    ],
)
def test_a_quotation_that_nothing_closes_ends_with_its_paragraph(text: str) -> None:
    first = quotations(text)[0]
    assert (first.closed, text[first.inner_start : first.inner_end]) == (False, "The road is open.")


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    text = "“The road is open, he said.\nTrade began again."
    assert [(text[q.start : q.end], q.closed) for q in quotations(text)] == [("“The road is open, he said.", False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘The road’s open.\n‘Trade can begin again,’ he said.", [(0, True)]),
        ("'The road's open.\n'Trade can begin again,' he said.", [(0, True)]),
        ("‘The road’s open.\nTrade can begin again, he said.", [(0, False)]),
        ("'The road's open.\nTrade can begin again, he said.", []),
        ("‘The road is open,’ he said.\n‘Trade can begin,’ he said.", [(0, True), (29, True)]),
    ],
)
def test_a_straight_single_mark_that_nothing_closes_opens_a_quotation_only_if_the_next_paragraph_goes_on(
    text: str, expected: list[tuple[int, bool]]
) -> None:
    assert [(q.start, q.closed) for q in quotations(text)] == expected


@pytest.mark.parametrize("text", ["“", '"', "''", "‘", "”“", '""""', "“a", "a”", "''''", "«»"])
def test_stray_marks_do_no_harm(text: str) -> None:
    for found in quotations(text):
        assert 0 <= found.start <= found.inner_start <= found.inner_end <= found.end <= len(text)
