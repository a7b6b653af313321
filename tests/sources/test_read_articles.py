"""Files and standard input; bad ones cost one line each."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from communique.config import MAX_ARTICLE_BYTES
from communique.errors import ArticleError
from communique.records import Article
from communique.sources import PublicationDateError, original_bytes, read_article, read_articles

BODY = "The ministers met in Riga on Tuesday and agreed to reopen the border, a spokesman for the presidency said."
FRENCH = (
    "Les ministres des Affaires étrangères se sont réunis mardi à Riga et ont décidé de rouvrir la frontière, "
    "a déclaré un porte-parole de la présidence, qui n'a pas voulu préciser la date de la prochaine rencontre."
)


def error_of(path: Path | str) -> ArticleError:
    (found,) = read_articles(path)
    assert isinstance(found, ArticleError)
    assert str(found).startswith(f"{'<stdin>' if path == '-' else path}: ") and "\n" not in str(found)
    assert found.what and found.mend
    return found


def written(folder: Path, raw: bytes) -> Path:
    path = folder / "article.txt"
    path.write_bytes(raw)
    return path


def test_a_text_file_is_one_article_that_keeps_its_bytes(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbfBorder to reopen\r\n\r\nRIGA \xe2\x80\x94 " + BODY.encode() + b"\r\n"
    article = read_article(written(tmp_path, raw))
    assert article.original == raw
    assert article.text == f"Border to reopen\n\nRIGA — {BODY}\n"
    start = article.text.index("— The")
    assert original_bytes(article, start, start + 5) == "— The".encode()


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n \xc2\xa0", "holds nothing but blanks"),
        (b"\xef\xbb\xbf", "is empty"),
        ("\u200b\u200d\n".encode(), "holds nothing but blanks"),
        (b"GIF89a....", "a GIF image"),
        (b"a\x00b", "binary data"),
        ("Le café est fermé, a dit le ministre.".encode("latin-1"), "looks like iso-8859-1"),
        (b"<!DOCTYPE html><html><p>Talks</p></html>", "looks like HTML"),
        (b"\n <html lang='en'>", "looks like HTML"),
        (b"<p>One</p><p>Two</p><p>Three</p><p>Four</p><p>Five</p>", "looks like HTML"),
        (b"<p>The ministers met in Riga.", "looks like HTML"),
        (b"\n<div class=story>The ministers met in Riga</p>", "looks like HTML"),
        (FRENCH.encode(), "looks like French, and only English is read; give --language en"),
        (b"a\n" * 60_000, "more than 50,000 lines"),
        (b"x" * (MAX_ARTICLE_BYTES + 1), "limit of 500,000 bytes"),
    ],
)
def test_a_bad_file_costs_one_line(tmp_path: Path, raw: bytes, what: str) -> None:
    assert what in str(error_of(written(tmp_path, raw)))


def test_a_missing_file_and_a_directory_are_named(tmp_path: Path) -> None:
    assert "there is no such file" in str(error_of(tmp_path / "none.txt"))
    assert "is a directory" in str(error_of(tmp_path))


def test_a_single_read_raises_the_one_error(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="there is no such file"):
        read_article(tmp_path / "none.txt")


def test_an_impossible_date_is_an_error_of_usage_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(PublicationDateError):
        read_articles(tmp_path / "none.txt", date="2023-02-30")


def test_comparisons_and_a_few_tags_are_no_html(tmp_path: Path) -> None:
    text = f"{BODY} The draft says a < b > c, and <b>bold</b> words stand in it. " + "<quote id=1> " * 20
    assert read_article(written(tmp_path, text.encode())).text == text


class Counting(io.BytesIO):
    """A stream without end that counts what is taken from it."""

    taken = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        return self.read(size)

    def read(self, size: int | None = -1, /) -> bytes:
        assert size is not None and size >= 0, "an unbounded read"
        self.taken += size
        return b"x" * size


class FakeStdin:
    def __init__(self, stream: io.BytesIO) -> None:
        self.buffer = stream


def test_never_more_than_the_limit_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = Counting()
    monkeypatch.setattr(sys, "stdin", FakeStdin(endless))
    assert "limit of 500,000 bytes" in str(error_of("-"))
    assert endless.taken <= MAX_ARTICLE_BYTES + 1


def test_a_line_that_is_too_long_is_set_aside_and_the_next_is_read(tmp_path: Path) -> None:
    long = json.dumps({"text": "x" * (2 * MAX_ARTICLE_BYTES + 10)})
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join([json.dumps({"text": BODY}), long, json.dumps({"text": BODY})]), encoding="utf-8")
    first, error, last = read_articles(path)
    assert isinstance(first, Article) and first == last
    assert isinstance(error, ArticleError) and error.source == f"{path}:2" and "limit" in error.what


@pytest.mark.parametrize("raw", [BODY.encode(), json.dumps({"text": BODY}).encode()])
def test_standard_input_is_read_like_a_file(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", FakeStdin(io.BytesIO(raw)))
    assert read_article("-").text == BODY


def test_an_empty_jsonl_file_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "none.jsonl"
    path.write_bytes(b"\n\n")
    assert "is empty" in str(error_of(path))
