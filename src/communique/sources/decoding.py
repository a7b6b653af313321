"""Bytes of a file -> characters, or the reason why they are none.

UTF-8 is expected; a byte order mark is believed. Anything else is refused with a guess at its encoding: a text decoded
wrongly would give wrong words, wrong names and an identity that nobody else can reproduce.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from communique.errors import ArticleError
from communique.sources.tables import file_signatures

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROLS_ALLOWED = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85"
CONTROLS_REFUSED = re.compile(f"(?![{CONTROLS_ALLOWED}])[\x00-\x1f\x7f-\x9f]")
MAX_CONTROL_SHARE = 0.02
MAX_MARKS = 200
ASIAN = (("shift-jis", "HIRAGANA", 0.3), ("euc-kr", "HANGUL", 0.95), ("gb18030", "CJK UNIFIED", 0.6))
"""Multi-byte encodings, the characters that their texts are full of, and how full (Chinese misread is half Hangul)."""


CYRILLIC = ("windows-1251", "koi8-r", "iso-8859-5", "cp866")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file as it spells them; the first `skipped` bytes are the byte order mark."""

    text: str
    encoding: str = "utf-8"
    skipped: int = 0


def decode(raw: bytes, source: str) -> Decoded:
    """Return the characters of `raw`; ArticleError if it is binary or not in a Unicode encoding."""
    _refuse_signature(raw, source)
    mark, encoding = next((pair for pair in BYTE_ORDER_MARKS if raw.startswith(pair[0])), (b"", "utf-8"))
    try:
        text = raw[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(raw, source, encoding, error) from None
    refuse_controls(raw, text, source)
    return Decoded(text, encoding, len(mark))


def _refuse_signature(raw: bytes, source: str) -> None:
    for signature in file_signatures():
        if raw.startswith(signature.prefix):
            raise ArticleError(source, f"this is {signature.name}, not text", signature.mend)


def refuse_controls(raw: bytes, text: str, source: str) -> None:
    """Refuse characters that no text has: NULs, many control characters, towers of combining marks (ArticleError)."""
    if "\0" in text and (encoding := _unmarked_utf16(raw)):
        raise ArticleError(source, f"looks like {encoding} without a byte order mark", _mend(encoding))
    controls = len(CONTROLS_REFUSED.findall(text))
    if "\0" in text or controls > MAX_CONTROL_SHARE * len(text):
        raise ArticleError(source, "this is binary data, not text", "give the article as plain UTF-8 text")
    if _tower(text):
        raise ArticleError(
            source, f"stacks more than {MAX_MARKS} combining marks on one letter", "give the article as plain text"
        )


def _tower(text: str) -> bool:
    """Whether so many marks follow one letter that putting them in order would take quadratic time."""
    height = 0
    for char in () if text.isascii() else text:
        height = height + 1 if char > "\u02ff" and unicodedata.combining(char) else 0
        if height > MAX_MARKS:
            return True
    return False


def _undecodable(raw: bytes, source: str, encoding: str, error: UnicodeDecodeError) -> ArticleError:
    if encoding != "utf-8" or _mostly_utf8(raw):
        what = f"undecodable bytes: damaged {encoding.upper()} at byte {error.start + 1}"
        return ArticleError(source, what, f"mend it with: iconv -c -f {encoding} -t utf-8")
    if _binary(raw):
        return ArticleError(source, "this is binary data, not text", "give the article as plain UTF-8 text")
    guess = guess_encoding(raw)
    return ArticleError(source, f"undecodable bytes: not UTF-8, looks like {guess}", _mend(guess))


def _mend(encoding: str) -> str:
    return f"convert it with: iconv -f {encoding} -t utf-8"


def _binary(raw: bytes) -> bool:
    controls = sum(byte < 32 and chr(byte) not in CONTROLS_ALLOWED for byte in raw)
    return not _unmarked_utf16(raw) and (b"\0" in raw or controls > MAX_CONTROL_SHARE * len(raw))


def _mostly_utf8(raw: bytes) -> bool:
    """Whether most bytes beyond ASCII form valid UTF-8: a damaged or cut file rather than another encoding."""
    text = raw.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    valid = sum(char > "\x7f" for char in text) - damaged
    return valid >= 2 * damaged


def _unmarked_utf16(raw: bytes) -> str | None:
    """Return the byte order if every other byte is nearly always zero, as in Western text in UTF-16."""
    half = len(raw) // 2
    if half >= 8 and raw[1::2].count(0) > 0.7 * half and raw[::2].count(0) < 0.1 * half:
        return "utf-16le"
    if half >= 8 and raw[::2].count(0) > 0.7 * half and raw[1::2].count(0) < 0.1 * half:
        return "utf-16be"
    return None


def guess_encoding(raw: bytes) -> str:
    """Return the likeliest legacy encoding of bytes that are not UTF-8, by a name that iconv knows.

    A guess for the error line only: nothing is ever decoded with it.
    """
    if encoding := _unmarked_utf16(raw):
        return encoding
    high = sum(byte > 127 for byte in raw)
    letters = sum(65 <= byte <= 90 or 97 <= byte <= 122 for byte in raw)
    if high <= 0.4 * letters:
        return "windows-1252" if any(0x80 <= byte <= 0x9F for byte in raw) else "iso-8859-1"
    for encoding, script, enough in ASIAN:
        if _share(raw, encoding, script) > enough:
            return encoding
    return max(CYRILLIC, key=lambda encoding: _share(raw, encoding, "CYRILLIC SMALL"))


def _share(raw: bytes, encoding: str, script: str) -> float:
    """Return the share of characters beyond ASCII whose Unicode name begins with `script`; 0 if undecodable."""
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    beyond = [char for char in text if char > "\x7f"]
    return sum(unicodedata.name(char, "").startswith(script) for char in beyond) / max(len(beyond), 1)
