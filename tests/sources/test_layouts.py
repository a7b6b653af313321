"""Articles as the pages of different outlets lay them out (invented): kinds of segments in order, headline, date."""

from __future__ import annotations

import textwrap

import pytest

from communique.sources import article_from_text

LEAD = "The foreign ministers of the two countries resumed talks on the border on Friday, a year after they broke down."
QUOTE = "“This is a beginning,” one of them told reporters."

LAYOUTS = {
    "broadcaster": (
        f"Border talks resume in Riga after long pause\n\nPublished\n24 February 2023\n\nImage source, Getty Images\n"
        f"Image caption, The two ministers shook hands for the cameras\nBy Anna Example\nBBC News, Riga\n\n"
        f"{LEAD}\n\n{QUOTE}\n\nRelated Topics\nLatvia\nEstonia\n",
        "title boilerplate dateline credit caption byline byline body body boilerplate boilerplate boilerplate",
        "Border talks resume in Riga after long pause",
        "2023-02-24",
    ),
    "daily with a deck": (
        f"Border talks resume\nMinisters of two countries meet in Riga as neighbours call for calm\n\n"
        f"Anna Example in Riga and Ben Sample in Brussels\nFri 24 Feb 2023 14.05 GMT\n"
        f"Last modified on Sat 25 Feb 2023 09.00 GMT\n\n{LEAD}\n"
        f"The ministers arriving for talks in Riga. Photograph: Carla Probe/AFP/Getty Images\n{QUOTE}\n\n"
        " Sign up to our free newsletter\n",
        "title title byline dateline boilerplate body caption credit body boilerplate",
        "Border talks resume",
        "2023-02-24",
    ),
    "daily with a headline in capitals on its words": (
        f"Border Talks Resume in Riga\n\nThe two sides met for the first time in a year.\n\nGive this article\n"
        f"The ministers in Riga on Friday. Credit...Carla Probe for The New York Times\n\n"
        "By Anna Example and Ben Sample\nAnna Example reported from Riga, and Ben Sample from Brussels.\n"
        "Feb. 24, 2023Updated 3:15 p.m. ET\n\n"
        f"RIGA, Latvia — {LEAD}\n",
        "title body boilerplate caption credit byline byline dateline dateline body",
        "Border Talks Resume in Riga",
        "2023-02-24",
    ),
    "agency on its own page": (
        f"World\n\nFebruary 24, 2023 2:05 PM GMT Updated 3 hours ago\n\nBorder talks resume in Riga, ministers say\n\n"
        f"By Anna Example and Ben Sample\n4 minute read\n\n"
        "[1/3] A guard opens a gate near Valga. REUTERS/Carla Probe\n\n"
        f"RIGA, Feb 24 (Reuters) - {LEAD}\n\n{QUOTE}\n\nReporting by Anna Example in Riga; Editing by Dan Test\n\n"
        "Our Standards: The Thomson Reuters Trust Principles.\n",
        "boilerplate dateline title byline boilerplate caption credit dateline body body byline boilerplate",
        "Border talks resume in Riga, ministers say",
        "2023-02-24",
    ),
    "agency with wrapped lines": (
        f"Border talks resume in Riga\nSource: Xinhua| 2023-02-24 22:10:11|Editor: anna\n\n"
        f"{textwrap.fill('RIGA, Feb. 24 (Xinhua) -- ' + LEAD, 72)}\n\n"
        "They did not say when they would meet again. Enditem\n",
        "title source_line dateline body body boilerplate",
        "Border talks resume in Riga",
        "2023-02-24",
    ),
    "agency without a headline": (
        f"RIGA, Latvia (AP) — {LEAD}\n\n{QUOTE}\n\n___\n\n"
        "Associated Press writer Ben Sample in Oslo contributed to this report.\n\n"
        "FILE - A guard opens the gate near Valga, Feb. 24, 2022. (AP Photo/Carla Probe, File)\n\n"
        "Copyright 2023 The Associated Press. All rights reserved.\n",
        "dateline body body boilerplate byline caption credit boilerplate",
        None,
        None,
    ),
    "agency with slashes": (
        f"24 FEB, 17:03\nBorder talks resume in Riga\n“This is a beginning,” a diplomat said\n\n"
        f"RIGA, February 24. /TASS/. {LEAD}\n",
        "dateline title title dateline body",
        "Border talks resume in Riga",
        None,
    ),
    "portal": (
        f"Border talks resume in Riga\nPublished On 24 Feb 2023\n24 Feb 2023\n\n{LEAD}\n\n"
        "Keep reading\nlist of 4 items\nend of list\n\n"
        "A guard opens the gate near Valga [File: Carla Probe/Reuters]\n\nSource: AFP\n",
        "title dateline dateline body boilerplate boilerplate boilerplate caption credit source_line",
        "Border talks resume in Riga",
        "2023-02-24",
    ),
    "one line": (f"{LEAD} {QUOTE}", "body", None, None),
    "chronology": (
        f"{LEAD}\n\nMarch 3, 2022\n\nThe talks broke down over the status of the bridge.\n\n"
        "May 9, 2022\n\nThe border was closed.\n",
        "body body body body body",
        None,
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kinds", "title", "day"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_the_layout_of_a_page(text: str, kinds: str, title: str | None, day: str | None) -> None:
    article = article_from_text(text)
    assert " ".join(segment.kind for segment in article.segments) == kinds
    assert article.title == title
    assert (article.published.from_ if article.published else None) == day


@pytest.mark.parametrize("name", ["agency with wrapped lines", "broadcaster", "portal"])
def test_windows_newlines_change_nothing(name: str) -> None:
    text = LAYOUTS[name][0]
    assert article_from_text(text.replace("\n", "\r\n")) == article_from_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "IOWA POLLS ARE NOT WRONG, JUST TOO EARLY - a long analysis of the numbers before the vote was published.",
        "UNICEF — the agency for children — said that schools would open again in May, and that food was on its way.",
        "Riga is calm: nobody was in the streets on Friday, a spokesman for the city said at a news conference.",
    ],
)
def test_what_only_resembles_a_dateline_stays_in_the_text(text: str) -> None:
    assert [segment.kind for segment in article_from_text(text).segments] == ["body"]
