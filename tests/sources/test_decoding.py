"""Bytes that are text, bytes that are not, and what the refusal says."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ArticleError
from communique.sources.decoding import decode, guess_encoding
from communique.sources.plain import article_from_bytes

ENGLISH = "The minister’s café in Zürich opened in the presence of the king’s sister. " * 3
RUSSIAN = "Министр иностранных дел заявил, что переговоры продолжатся на следующей неделе. " * 3
CHINESE = "外交部发言人表示双方将于下周继续就停火问题举行会谈并交换意见" * 3
JAPANESE = "外務大臣は来週も協議を続けると述べました。これについてのコメントはありません。" * 3
KOREAN = "외교부 대변인은 다음 주에 회담을 계속할 것이라고 밝혔습니다. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_or_without_a_mark_is_read(encoding: str) -> None:
    assert article_from_bytes(ENGLISH.encode(encoding), "a.txt").text == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding", "guess"),
    [
        (ENGLISH, "cp1252", "windows-1252"),
        (ENGLISH.replace("’", "'"), "latin-1", "iso-8859-1"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "iso8859-5", "iso-8859-5"),
        (RUSSIAN, "cp866", "cp866"),
        (CHINESE, "gb18030", "gb18030"),
        (JAPANESE, "shift_jis", "shift-jis"),
        (KOREAN, "euc_kr", "euc-kr"),
        (ENGLISH, "utf-16-le", "utf-16le"),
        (ENGLISH, "utf-16-be", "utf-16be"),
    ],
)
def test_undecodable_bytes_are_refused_with_a_guess_that_iconv_knows(text: str, encoding: str, guess: str) -> None:
    raw = text.encode(encoding)
    with pytest.raises(ArticleError, match=f"looks like {guess}.*iconv -f {guess} -t utf-8"):
        decode(raw, "a.txt")
    assert raw.decode(guess) == text, "the advice mends it"


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7 some text", "a PDF file"),
        (b"PK\x03\x04rest", "a ZIP archive"),
        (b"\x1f\x8b\x08rest", "gzip data"),
        (b"\x89PNG\r\n\x1a\nrest", "a PNG image"),
        (b"some\x00thing", "binary data"),
        (bytes(range(256)) * 4, "binary data"),
        (b"\x01\x02\x03\x04 text", "binary data"),
    ],
)
def test_binary_data_is_refused_and_named(raw: bytes, what: str) -> None:
    with pytest.raises(ArticleError, match=f"a.bin: this is {what}"):
        decode(raw, "a.bin")


def test_damaged_utf8_is_told_from_another_encoding() -> None:
    raw = ENGLISH.encode()
    with pytest.raises(ArticleError, match="damaged UTF-8 at byte"):
        decode(raw[: raw.rindex("ü".encode()) + 1], "a.txt")


def test_a_tower_of_combining_marks_is_refused_at_once() -> None:
    with pytest.raises(ArticleError, match="combining marks"):
        decode(("e" + "\u0301\u0323" * 500_000).encode(), "a.txt")


def test_a_few_control_characters_are_no_binary_data() -> None:
    assert decode(b"A form feed\x0c and a bell\x07 in a text that is otherwise quite plain and long.", "a").text


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    try:
        decoded = decode(raw, "a.txt")
    except ArticleError as error:
        assert "\n" not in str(error) and str(error).startswith("a.txt: ")
    else:
        mark = {"utf-8": codecs.BOM_UTF8}.get(decoded.encoding, raw[: decoded.skipped])[: decoded.skipped]
        assert mark + decoded.text.encode(decoded.encoding) == raw


@given(st.binary(min_size=1, max_size=200))
def test_a_guess_is_always_an_encoding_that_python_knows(raw: bytes) -> None:
    assert codecs.lookup(guess_encoding(raw))
