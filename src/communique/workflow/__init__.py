"""Articles in, record out: read, enter, decide, link, fold, check. Glue: each step is another room's work.

Each step is loaded when it is first used: to see that an article is there already takes neither model nor linking.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.workflow.arriving import Entered, known, needs_reading
    from communique.workflow.checking import check
    from communique.workflow.deciding import decide, redate, undo
    from communique.workflow.entering import Difference, compare, enter, reread
    from communique.workflow.reading import make_reading, read
    from communique.workflow.reviewing import review
    from communique.workflow.runs import overlay_of, present_run
    from communique.workflow.settling import settle_all
    from communique.workflow.taking import Desk, date_article, decisions_on, sheet_of, take, take_back
else:
    STEPS = {
        "arriving": ("Entered", "known", "needs_reading"),
        "checking": ("check",),
        "deciding": ("decide", "redate", "undo"),
        "entering": ("Difference", "compare", "enter", "reread"),
        "reading": ("make_reading", "read"),
        "reviewing": ("review",),
        "runs": ("overlay_of", "present_run"),
        "settling": ("settle_all",),
        "taking": ("Desk", "date_article", "decisions_on", "sheet_of", "take", "take_back"),
    }

    def __getattr__(name: str) -> object:
        """Load the step that offers a name."""
        for step, names in STEPS.items():
            if name in names:
                return getattr(import_module(f"{__name__}.{step}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "Desk",
    "Difference",
    "Entered",
    "check",
    "compare",
    "date_article",
    "decide",
    "decisions_on",
    "enter",
    "known",
    "make_reading",
    "needs_reading",
    "overlay_of",
    "present_run",
    "read",
    "redate",
    "reread",
    "review",
    "settle_all",
    "sheet_of",
    "take",
    "take_back",
    "undo",
]
