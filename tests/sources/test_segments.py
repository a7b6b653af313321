"""Which part of an article is what. Texts are invented; X | Y in a test id reads: this text, these segments."""

from __future__ import annotations

import pytest

from communique.sources import article_from_text

BODY = "The ministers met in Riga on Tuesday and agreed to reopen the border, a spokesman for the presidency said."
MORE = "They did not say when traffic would resume, and no document was signed at the end of the talks, he added."


def segments(text: str) -> list[tuple[str, str]]:
    article = article_from_text(text)
    return [(s.kind, article.text[s.start : s.end]) for s in article.segments]


CASES = {
    "a headline above a blank line": (
        f"Ministers agree to reopen border\n\n{BODY}\n\n{MORE}",
        [("title", "Ministers agree to reopen border"), ("body", BODY), ("body", MORE)],
    ),
    "a headline without a blank line": (
        f"Ministers agree to reopen border\n{BODY}\n{MORE}",
        [("title", "Ministers agree to reopen border"), ("body", BODY), ("body", MORE)],
    ),
    "a headline in capitals that asks": (
        f"WILL THE BORDER REOPEN?\n\n{BODY}",
        [("title", "WILL THE BORDER REOPEN?"), ("body", BODY)],
    ),
    "a headline that quotes": (
        f"Riga calls offer ‘a first step’\n\n{BODY}",
        [("title", "Riga calls offer ‘a first step’"), ("body", BODY)],
    ),
    "no headline: the first line is a sentence": (f"{BODY}\n\n{MORE}", [("body", BODY), ("body", MORE)]),
    "no headline: there is only one paragraph": ("Border to reopen", [("body", "Border to reopen")]),
    "a headline, a byline and a dateline": (
        f"Border to reopen\n\nBy Anna Example and Ben Sample\n\nRIGA, May 3 (Reuters) - {BODY}",
        [
            ("title", "Border to reopen"),
            ("byline", "By Anna Example and Ben Sample"),
            ("dateline", "RIGA, May 3 (Reuters) -"),
            ("body", BODY),
        ],
    ),
    "a dateline with a state": (f"KYIV, Ukraine (AP) — {BODY}", [("dateline", "KYIV, Ukraine (AP) —"), ("body", BODY)]),
    "a dateline without an agency": (f"WASHINGTON — {BODY}", [("dateline", "WASHINGTON —"), ("body", BODY)]),
    "a dash in a sentence is no dateline": (
        "NATO — an alliance of thirty states — met in Oslo.",
        [("body", "NATO — an alliance of thirty states — met in Oslo.")],
    ),
    "a picture told twice, with a credit": (
        f"{BODY}\n\nForeign Minister Anna Example arrives for a meeting in Riga, Latvia\n"
        "Foreign Minister Anna Example arriving for talks in Riga, Latvia, on Tuesday. "
        f"Ben Sample / AFP via Getty Images\n\n{MORE}",
        [
            ("body", BODY),
            ("image_alt", "Foreign Minister Anna Example arrives for a meeting in Riga, Latvia"),
            ("caption", "Foreign Minister Anna Example arriving for talks in Riga, Latvia, on Tuesday."),
            ("credit", "Ben Sample / AFP via Getty Images"),
            ("body", MORE),
        ],
    ),
    "a caption with a credit in brackets": (
        f"Guards open a gate near Riga. (AP Photo/Ben Sample)\n\n{BODY}",
        [("caption", "Guards open a gate near Riga."), ("credit", "(AP Photo/Ben Sample)"), ("body", BODY)],
    ),
    "a caption with a label": (
        f"{BODY}\n\nFILE PHOTO: A truck waits at the border. REUTERS/Ben Sample/File Photo\n\n{MORE}",
        [
            ("body", BODY),
            ("caption", "FILE PHOTO: A truck waits at the border."),
            ("credit", "REUTERS/Ben Sample/File Photo"),
            ("body", MORE),
        ],
    ),
    "the credit is the whole of it": (
        f"A truck waits ©Anna Example (Pool/AFP)\n\n{BODY}",
        [("caption", "A truck waits"), ("credit", "©Anna Example (Pool/AFP)"), ("body", BODY)],
    ),
    "an agency's name behind the last sentence": (
        f"{BODY}\n\n{MORE} (Reuters)",
        [("body", BODY), ("body", MORE), ("credit", "(Reuters)")],
    ),
    "editors behind the last sentence": (
        f"{BODY} (Reporting by Anna Example; Editing by Ben Sample)",
        [("body", BODY), ("byline", "(Reporting by Anna Example; Editing by Ben Sample)")],
    ),
    "what follows Read more": (
        f"{BODY}\n\n{MORE}\n\nRead more:\n\nFive things to know about the border\n\nWho is the new envoy?",
        [
            ("body", BODY),
            ("body", MORE),
            ("boilerplate", "Read more:"),
            ("boilerplate", "Five things to know about the border"),
            ("boilerplate", "Who is the new envoy?"),
        ],
    ),
    "Read more in the middle sets only itself aside": (
        f"{BODY}\n\nRead more:\n\n{MORE} {MORE}",
        [("body", BODY), ("boilerplate", "Read more:"), ("body", f"{MORE} {MORE}")],
    ),
    "a source line and a copyright": (
        f"{BODY}\n\n© 2021 Example Media\nsource: example.com",
        [("body", BODY), ("boilerplate", "© 2021 Example Media"), ("source_line", "source: example.com")],
    ),
    "a source that is a person is running text": (
        f"{BODY}\n\nThe source: a diplomat who had read the draft of the treaty.",
        [("body", BODY), ("body", "The source: a diplomat who had read the draft of the treaty.")],
    ),
    "a heading between paragraphs": (
        f"{BODY}\n\nClosed since March\n\n{MORE}",
        [("body", BODY), ("boilerplate", "Closed since March"), ("body", MORE)],
    ),
    "points of a plan are no headings": (
        f"{BODY} The plan has two points:\n\nReopening of the border\n\nExchange of prisoners\n\n{MORE}",
        [
            ("body", f"{BODY} The plan has two points:"),
            ("body", "Reopening of the border"),
            ("body", "Exchange of prisoners"),
            ("body", MORE),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_segments(text: str, expected: list[tuple[str, str]]) -> None:
    assert segments(text) == expected


def test_a_known_headline_is_found_though_it_ends_with_a_full_stop() -> None:
    article = article_from_text(f"Border to reopen.\n\n{BODY}", title="Border to Reopen")
    assert article.title == "Border to Reopen"
    assert [s.kind for s in article.segments] == ["title", "body"]


def test_a_known_headline_that_the_text_does_not_repeat_makes_no_segment() -> None:
    article = article_from_text(BODY, title="Border to reopen")
    assert article.title == "Border to reopen"
    assert [s.kind for s in article.segments] == ["body"]


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"{BODY}\n\nsource: example.com", "example.com"),
        (f"RIGA (Reuters) - {BODY}", "Reuters"),
        (f"RIGA (Reuters) - {BODY}\n\nSource: www.example.org", "www.example.org"),
        (f"MINSK, March 1. /TASS/. {BODY}", "TASS"),
        (BODY, None),
        (f"{BODY} He spoke to Reuters.", None),
    ],
)
def test_the_publisher_is_what_the_article_says_it_is(text: str, publisher: str | None) -> None:
    assert article_from_text(text).publisher == publisher


def test_a_given_publisher_wins() -> None:
    assert article_from_text(f"RIGA (Reuters) - {BODY}", publisher="Example Times").publisher == "Example Times"
