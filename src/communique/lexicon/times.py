"""How a language writes time: its words, and patterns made of them, from data/times/<language>."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from communique.lexicon.files import Entry, Row, read_entries, read_table

GUARDS = ("capital", "noun", "year", "rate", "day", "ahead", "verbless")
"""Checks on the words themselves that a pattern may ask for; `annotate` makes them."""

RULES = (
    *(
        "calendar_day",
        "calendar_month",
        "month_of_year",
        "calendar_year",
        "fiscal_year",
        "decade",
        "century",
        "quarter",
    ),
    *(
        "season",
        "iso_day",
        "slashed_day",
        "feast",
        "named_day",
        "day_part",
        "overnight",
        "weekday",
        "relative_unit",
        "ago",
    ),
    *(
        "from_named",
        "year_before",
        "running_unit",
        "week_of",
        "period_of_year",
        "year_end",
        "stretch",
        "within",
        "duration",
    ),
    *("anniversary", "rate", "each", "reference", "clock"),
)
"""The functions that say what a match means; `annotate` holds them."""

_NUMBER = r"-?\d+(?:\.\d+)?"
_STEP = r"-?\d+"
CLASSES = {
    **dict.fromkeys(("month", "weekday", "tens", "ordinal", "decadeword"), _STEP),
    **dict.fromkeys(("deictic", "anaphoric", "stretch", "within", "sequence", "dayname"), _STEP),
    **dict.fromkeys(("unit", "units"), "S|TM|H|D|W|M|Q|Y|DE|CE|WE"),
    "number": _NUMBER,
    "vague": "X",
    "daypart": "MO|MI|AF|EV|NI",
    "season": "SP|SU|FA|WI",
    "phase": "START|MID|END|OPEN|CLOSE|H1|H2",
    "partof": "BEFORE|AFTER",
    "bound": "BEFORE|AFTER",
    "approx": "APPROX|MORE_THAN|LESS_THAN|EXACT",
    "reference": "PAST_REF|PRESENT_REF|FUTURE_REF",
    "rate": r"PT?\d+[A-Z]",
    "clockword": r"\d\d:\d\d",
    "zone": r"Z?|[+-]\d\d:\d\d",
    "feast": r"\d\d-\d\d",
    "modal": "will|other",
    **dict.fromkeys(
        (
            "planning_verb",
            "planning_noun",
            "planning_adjective",
            "moving",
            "inviting",
            "starting",
            "telling",
            "standing",
            "aside",
        ),
        r"\w+",
    ),
}
"""The classes of words.csv and what their values look like."""

_BEGIN = r"(?<![\w$£€#])(?<!\d[.,:/])(?:(?<!\w-)|(?<=mid-)|(?<=post-)|(?<=pre-)|(?<=late-)|(?<=early-))(?<!\w['&])"
_END = r"(?![\w$£€%])(?![.,:/]\d)(?!-\d)"
_DIGITS = {"digits": "0", "twodigits": "00", "fourdigits": "0000", "slash": "/"}
_PLACE = re.compile(r"\{(~?)([a-z]\w*)(?::(\w+))?\}")


@dataclass(frozen=True, slots=True)
class TimePattern:
    """A way to write a time: `expression` over the text in lower case, and the name of the rule that gives its meaning.

    `not_before` and `only_before` look at the text that ends where a match begins, `not_after` and `only_after` at
    what follows it.
    """

    id: str
    expression: re.Pattern[str]
    rule: str
    guards: tuple[str, ...]
    not_before: re.Pattern[str] | None
    only_before: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    only_after: re.Pattern[str] | None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    def fits(self, text: str, start: int, end: int) -> bool:
        """Return whether what stands around [start, end) lets this pattern apply."""
        before, after = text[max(0, start - 40) : start], text[end : end + 40]
        if self.not_before and self.not_before.search(before):
            return False
        if self.only_before and not self.only_before.search(before):
            return False
        if self.not_after and self.not_after.match(after):
            return False
        return not self.only_after or bool(self.only_after.match(after))


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """The words of time by class, and the patterns that may match where one of their `triggers` occurs.

    `prefixes` match what stands right before an expression and changes it: "early", "the end of", "less than".
    """

    words: Mapping[str, Mapping[str, str]]
    patterns: tuple[TimePattern, ...]
    triggers: Mapping[str, tuple[int, ...]]
    prefixes: Mapping[str, re.Pattern[str]]
    names: re.Pattern[str] | None

    def meaning(self, kind: str, word: str) -> str | None:
        """Return the value of `word` in class `kind`, None where it has none."""
        return self.words.get(kind, {}).get(" ".join(word.split()))


@cache
def load_times(overlay: Path | None = None) -> TimeLexicon:
    """Return the time lexicon; LexiconError names file and line of what is wrong."""
    folder = "times/en"
    words = _words(read_table(f"{folder}/words", ["id", "class", "value", "words"], overlay))
    macros = {
        row["name"]: row["pattern"] for row in read_table(f"{folder}/macros", ["name", "pattern"], overlay, key="name")
    }
    entries = read_entries(
        f"{folder}/patterns",
        ["id", "pattern", "rule", "needs"],
        overlay,
        optional=["guards", "not_before", "only_before", "not_after", "only_after", "examples", "counterexamples"],
    )
    patterns = tuple(_pattern(entry, words, macros) for entry in entries)
    prefixes = {kind: _prefix(kind, words) for kind in ("phase", "partof", "approx", "bound")}
    names = [row["name"] for row in read_table(f"{folder}/names", ["name", "note"], overlay, key="name")]
    return TimeLexicon(words, patterns, _triggers(entries, words), prefixes, _any(names))


def _words(rows: Sequence[Row]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        kind = row.one_of("class", tuple(CLASSES))
        if not re.fullmatch(CLASSES[kind], row["value"]):
            raise row.error(f"{row['value']!r} is no value of class {kind}")
        for word in row.many("words"):
            if word in found.setdefault(row["class"], {}):
                raise row.error(f"{word!r} stands twice in class {row['class']}")
            found[row["class"]][word] = row["value"]
    return found


def _any(words: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile(r"\b(?:" + _choice(words) + r")\b") if words else None


def _choice(words: Sequence[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


def _prefix(kind: str, words: Mapping[str, Mapping[str, str]]) -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(" + _choice(list(words.get(kind, {}))) + r")(?:\s+|-)$")


def _expand(entry: Entry, pattern: str, words: Mapping[str, Mapping[str, str]], macros: Mapping[str, str]) -> str:
    def replaced(place: re.Match[str]) -> str:
        silent, kind, name = place.groups()
        if kind in macros:
            body = _expand(entry, macros[kind], words, macros)
        elif kind in words:
            body = _choice(list(words[kind]))
        else:
            raise entry.error(f"{{{kind}}} is neither a class of words.csv nor a macro of macros.csv")
        return f"(?:{body})" if silent else f"(?P<{name or kind}>{body})"

    return _PLACE.sub(replaced, pattern)


def _pattern(entry: Entry, words: Mapping[str, Mapping[str, str]], macros: Mapping[str, str]) -> TimePattern:
    body = _expand(entry, entry.text("pattern"), words, macros).replace(" ", r"\s+").replace(r"\s+?", r"\s*")
    if entry.text("rule") not in RULES:
        raise entry.error(f"rule {entry.text('rule')!r} is not one of {', '.join(RULES)}")
    for guard in entry.texts("guards"):
        if guard not in GUARDS:
            raise entry.error(f"guard {guard!r} is not one of {', '.join(GUARDS)}")
    try:
        return TimePattern(
            id=entry.text("id"),
            expression=re.compile(_BEGIN + "(?:" + body + ")" + _END),
            rule=entry.text("rule"),
            guards=entry.texts("guards"),
            not_before=_context(entry, "not_before", r"(?:^|\b|\s)(?:{})\s*$", words, macros),
            only_before=_context(entry, "only_before", r"(?:^|\b|\s)(?:{})\s*$", words, macros),
            not_after=_context(entry, "not_after", r"\s*(?:{})", words, macros),
            only_after=_context(entry, "only_after", r"\s*(?:{})", words, macros),
            examples=entry.texts("examples"),
            counterexamples=entry.texts("counterexamples"),
        )
    except re.error as error:
        raise entry.error(f"the pattern is no regular expression: {error}") from error


def _context(
    entry: Entry, field: str, frame: str, words: Mapping[str, Mapping[str, str]], macros: Mapping[str, str]
) -> re.Pattern[str] | None:
    text = entry.text(field, "")
    return re.compile(frame.format(_expand(entry, text, words, macros).replace(" ", r"\s+"))) if text else None


def _triggers(entries: Sequence[Entry], words: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[int, ...]]:
    """Word -> the patterns that may match where it occurs; "0" stands for any digit, "0000" for four in a row."""
    found: dict[str, list[int]] = {}
    for index, entry in enumerate(entries):
        for need in entry.texts("needs"):
            for word in words.get(need, {need: ""}):
                first = _DIGITS.get(need) or max(re.findall(r"[a-z]+", word), key=len, default="0")
                if not found.setdefault(first, []) or found[first][-1] != index:
                    found[first].append(index)
    return {word: tuple(indices) for word, indices in found.items()}
