"""Copies of an article are known by their words, an agency by its credit; both count as one source."""

from __future__ import annotations

import subprocess
import sys

import pytest

from builders import article
from communique.link.duplicates import alike, bands, signature
from communique.link.sources import Copy, cluster, credited
from communique.records import Article

REPORT = (
    "The foreign ministers of Velmora and Sarrond met in Ansel on Thursday and agreed to reopen the ferry line across "
    "the Kell Strait. The line was closed in February after a collision of two trawlers. Both ministers said that the "
    "first ferry would sail on April 15. They left open who will pay for the new pier. A second round of talks on "
    "fishing rights is to follow in May, officials said, though neither side named a place for it."
)
EDITED = REPORT.replace("officials said, though neither side named a place for it", "officials said")
REWRITTEN = (
    "Velmora and Sarrond will run ferries over the Kell Strait again from April 15, their foreign ministers announced "
    "after a meeting in Ansel. Traffic had stopped in February when two trawlers collided. Who pays for the pier was "
    "not settled; fishing rights come up in May."
)
COPIES = [
    (True, "the same text", REPORT),
    (True, "a last clause cut", EDITED),
    (True, "an editor's line on top", f"UPDATED. {REPORT}"),
    (True, "other spaces and quotation marks", REPORT.replace(" ", "  ").replace("'", "’")),
    (True, "a place and agency before it", f"ANSEL (Gull Wire) - {REPORT}"),
    (False, "the same news in other words", REWRITTEN),
    (False, "its first sentence only", REPORT.partition(". ")[0]),
    (False, "another text", "Ondria put forward a plan of four points for the strait on Thursday."),
    (False, "no words", "..."),
]


@pytest.mark.parametrize(("copy", "text"), [pytest.param(copy, text, id=why) for copy, why, text in COPIES])
def test_copies_are_alike_and_share_a_band_and_other_texts_are_not(copy: bool, text: str) -> None:
    one, other = signature(REPORT), signature(text)
    assert (alike(one, other) >= 0.7) == copy
    if copy:
        assert set(bands(one)) & set(bands(other))


def test_a_signature_is_the_same_in_every_run() -> None:
    code = f"from communique.link.duplicates import signature; print(signature({REPORT!r}))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert runs == {str(signature(REPORT))}


CREDITS = [
    (
        "gull-wire",
        article("ANSEL (Gull Wire) - They met.", segments=[("dateline", "ANSEL (Gull Wire) -"), ("body", "They met.")]),
    ),
    ("gull-wire", article("They met. (Reporting by Gull Wire)", segments=[("byline", "(Reporting by Gull Wire)")])),
    ("afp", article("They met.\nSource: AFP", segments=[("source_line", "Source: AFP")])),
    (None, article("By Hanne Orsted\nThey met.", segments=[("byline", "By Hanne Orsted")])),
    (None, article("They met.\n(Photo: Lio Brandt/Gull Wire)", segments=[("credit", "(Photo: Lio Brandt/Gull Wire)")])),
    (None, article("The ministers (Gull Wire reported) met.")),
]


@pytest.mark.parametrize(("agency", "art"), CREDITS, ids=lambda value: str(value)[:20])
def test_the_credited_agency_is_the_one_that_supplied_the_text(agency: str | None, art: Article) -> None:
    assert credited(art) == agency


class TestClusters:
    """One source, however many printed it."""

    FIRST = Copy("0" * 16, "2024-03-29", signature(REPORT), "0" * 16)
    OTHER = Copy("1" * 16, "2024-03-28", signature(REWRITTEN), "agency/gull-wire")

    def test_a_copy_is_of_the_source_that_it_copies(self) -> None:
        assert cluster(article(EDITED), signature(EDITED), [self.OTHER, self.FIRST]) == self.FIRST.cluster

    def test_a_text_of_its_own_is_a_source_of_its_own(self) -> None:
        art = article(REWRITTEN + " Nobody else was there.")
        assert cluster(art, signature(art.text), [self.FIRST]) == art.id

    def test_two_texts_of_one_agency_are_one_source(self) -> None:
        art = article("ANSEL (Gull Wire) - They met.", segments=[("dateline", "ANSEL (Gull Wire) -")])
        assert cluster(art, signature(art.text), []) == "agency/gull-wire"

    def test_a_copy_that_leaves_out_the_credit_is_still_the_agency_s(self) -> None:
        agency = self.FIRST._replace(cluster="agency/gull-wire")
        assert cluster(article(EDITED), signature(EDITED), [agency]) == "agency/gull-wire"

    def test_of_several_copies_the_likest_counts_then_the_first(self) -> None:
        later = self.FIRST._replace(article="2" * 16, published="2024-03-30", cluster="2" * 16)
        art = article(REPORT + " ")
        for earlier in ([later, self.FIRST], [self.FIRST, later]):
            assert cluster(art, signature(REPORT), earlier) == self.FIRST.cluster
