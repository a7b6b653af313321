"""`--why`: the rule, the words and the reasons behind a record."""

from __future__ import annotations

from rich.text import Text

from communique.questions.reasons import reasons
from communique.records import Record


def explanation(record: Record) -> tuple[Text, ...]:
    """Return lines on rule and confidence, each piece of evidence with its place, and why times and actors read so."""
    return tuple(Text(line, "note") for line in reasons(record))
