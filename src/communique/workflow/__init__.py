"""Articles in, record out: read, enter, decide, link, fold, check. Glue: each step is another room's work."""

from communique.workflow.checking import check
from communique.workflow.deciding import decide, redate, undo
from communique.workflow.entering import Difference, Entered, compare, enter, known, needs_reading, reread
from communique.workflow.reading import make_reading, read
from communique.workflow.reviewing import lost, review
from communique.workflow.runs import overlay_of, present_run
from communique.workflow.settling import settle_all

__all__ = [
    "Difference",
    "Entered",
    "check",
    "compare",
    "decide",
    "enter",
    "known",
    "lost",
    "make_reading",
    "needs_reading",
    "overlay_of",
    "present_run",
    "read",
    "redate",
    "reread",
    "review",
    "settle_all",
    "undo",
]
