"""How the parts of an article that are not running text look: data/sources/segments.yaml and terms.yaml, compiled.

Every pattern comes with examples and counterexamples; tests try them all through `Pattern.find`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from communique.lexicon.files import Entry, read_entries, read_rules
from communique.records.texts import SegmentKind

TERM = re.compile(r"\{([a-z_]+)\}")
REACH = {"line": 600, "start": 160, "lead": 160, "end": 240}
"""How many characters of a paragraph a pattern looks at: bounds the time that hostile input can cost."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One look of one kind of segment; `at` says where in a paragraph it stands, `before` what precedes it there."""

    id: str
    kind: SegmentKind
    at: Literal["line", "start", "lead", "end"]
    regex: re.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    before: Literal["body", "caption"] = "body"
    opens: bool = False

    def find(self, paragraph: str) -> re.Match[str] | None:
        """Return the match in a paragraph (line breaks count as blanks); its offsets are those of `paragraph`."""
        flat = paragraph.replace("\n", " ")
        if self.at in ("start", "lead"):
            return self.regex.match(flat, 0, REACH["start"])
        if self.at == "end":
            return self.regex.search(flat, max(0, len(flat) - REACH["end"]))
        return self.regex.fullmatch(flat) if len(flat) <= REACH["line"] else None


@cache
def patterns() -> tuple[Pattern, ...]:
    """Return all patterns in the order of the file; LexiconError names the line of a malformed one."""
    return tuple(p for _, p in read_rules(Pattern, "sources/segments", names={"regex": "pattern"}, given=_regex))


@cache
def terms() -> dict[str, str]:
    """Return the regular expression of each term (month, weekday, full_date...)."""
    found: dict[str, str] = {}
    for entry in read_entries("sources/terms", ["id"], optional=["words", "pattern"]):
        if ("words" in entry.fields) == ("pattern" in entry.fields):
            raise entry.error("needs either words or a pattern")
        regex = _any_of(entry.texts("words")) if "words" in entry.fields else entry.text("pattern")
        found[entry.text("id")] = _expand(f"(?:{regex})", found, entry)
    return found


def _any_of(words: tuple[str, ...]) -> str:
    """Return an alternation, longest first: "The Associated Press" must not be cut to a shorter name."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) + (r"\b" if word[-1].isalnum() else "") for word in ordered)


def _expand(regex: str, known: dict[str, str], entry: Entry) -> str:
    def value(match: re.Match[str]) -> str:
        if match[1] not in known:
            raise entry.error(f"{{{match[1]}}} is not a term known here")
        return known[match[1]]

    return TERM.sub(value, regex)


def _regex(entry: Entry) -> dict[str, Any]:
    source = _expand(entry.text("pattern"), terms(), entry)
    try:
        return {"regex": re.compile(f"(?:{source})\\s*\\Z" if entry.text("at") == "end" else source)}
    except re.error as error:
        raise entry.error(f"not a regular expression: {error}") from None
