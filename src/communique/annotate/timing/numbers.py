"""Numbers as news writes them: "twenty-two", "5 1/2", "third", "nineteen ninety-four"."""

from __future__ import annotations

import re

from communique.lexicon.times import TimeLexicon

_CENTURY_TURN = 40
"""'39 is 2039, '40 is 1940."""


def quantity(text: str, lexicon: TimeLexicon) -> str:
    """Return the digits of a number, the first of "two to three", "X" for a vague one ("several")."""
    text = re.split(r" (?:to|or) ", " ".join(text.split()))[0]
    if lexicon.meaning("vague", text):
        return "X"
    if known := lexicon.meaning("number", text):
        return known
    total = 0.0
    for word in re.findall(r"\d/\d|[\d.,]+|[a-z]+", text):
        if re.fullmatch(r"\d/[1-9]", word):
            total += int(word[0]) / int(word[2])
        elif word[0].isdigit():
            total += float(word.replace(",", "").rstrip(".") or 0)
        elif word == "half":
            total += 0.5
        elif word in ("hundred", "thousand"):
            total = (total or 1) * (100 if word == "hundred" else 1000)
        elif word not in ("and", "a"):
            total += float(lexicon.meaning("tens", word) or lexicon.meaning("number", word) or 0)
    return f"{total:g}"


def ordinal(text: str, lexicon: TimeLexicon) -> int:
    """Return the number of "third", "twenty-first" or "3rd"; -1 for "final"."""
    if digits := re.match(r"\d+", text):
        return int(digits[0])
    tens, _, ones = text.replace(" ", "-").rpartition("-")
    return int(lexicon.meaning("tens", tens) or 0) + int(lexicon.meaning("ordinal", ones) or 0)


def year(text: str, lexicon: TimeLexicon) -> int:
    """Return the year in "1998", "'98", "nineteen ninety-eight" or "two thousand and three"."""
    if text.isdigit():
        return int(text)
    if text.startswith("'"):
        short = int(text[1:])
        return (1900 if short >= _CENTURY_TURN else 2000) + short
    words = text.replace("-", " ").split()
    if words[:2] == ["two", "thousand"]:
        return 2000 + int(float(quantity(" ".join(words[2:]) or "0", lexicon)))
    return 100 * int(quantity(words[0], lexicon)) + int(float(quantity(" ".join(words[1:]), lexicon)))


def period(amount: str, unit: str) -> str:
    """Return the TIMEX3 period of `amount` units: P3D, PT24H, PXY."""
    if unit == "H" and amount.endswith(".5"):
        hours = "" if amount == "0.5" else f"{amount[:-2]}H"
        return f"PT{hours}30M"
    if unit == "DE":
        return "PXY" if amount == "X" else f"P{float(amount) * 10:g}Y"
    if unit == "CE":
        return "PXCE" if amount == "X" else f"P{float(amount) * 100:g}Y"
    if unit == "WE":
        return "P2D" if amount == "1" else f"P{amount}WE"
    return f"PT{amount}{unit[-1]}" if unit in ("S", "TM", "H") else f"P{amount}{unit}"
