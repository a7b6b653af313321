"""The questions and what each may be told, by name: commands, routes and pages are made of these lists.

A parameter is called the same everywhere: `as_of` in an address, `--as-of` on the command line. Nothing heavy is
imported here, so that `communique --help` starts at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from keyword import iskeyword
from typing import Any, Literal

LIMIT, MOST, FARTHEST = 50, 1000, 1_000_000
"""Items of an answer if nothing else is asked; at most over HTTP; and the farthest place at which one may begin."""

Given = Mapping[str, Any]
"""Parameter -> value, by the names below; what is missing or None was not given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """Something that a question can be told.

    kind     text: one value; texts: several, as repeated values or with commas; flag: yes or no; number: a whole one
    default  of a number, if nothing else is asked; it lies from `least` to `most` (over HTTP)
    longest  so many characters at most
    """

    name: str
    help: str
    kind: Literal["text", "texts", "flag", "number"] = "text"
    example: str = ""
    default: int = 0
    least: int = 0
    most: int = MOST
    longest: int = 300

    @property
    def unset(self) -> Any:
        """What stands for a value that was not given."""
        return {"text": None, "texts": None, "flag": False, "number": self.default}[self.kind]

    @property
    def identifier(self) -> str:
        """Its name where Python does not allow it: `from_`."""
        return f"{self.name}_" if iskeyword(self.name) else self.name

    @property
    def option(self) -> str:
        """Its name on the command line."""
        return "--" + self.name.replace("_", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question: what it answers, what it must be told (`takes`), what it may be told besides the shared ones."""

    name: str
    help: str
    takes: tuple[Parameter, ...] = ()
    may: tuple[Parameter, ...] = ()


P = Parameter
SHARED: tuple[Parameter, ...] = (
    P(name="as_of", help="What was reported by this day (today): YYYY-MM-DD.", example="2023-03-01"),
    P(name="known_at", help="What this store held at this moment (now), UTC.", example="2023-03-01T09:30:00Z"),
    P(name="machine_only", kind="flag", help="As the rules read it, without people's decisions."),
    P(name="from", help="It happened, or may have, on this day or later."),
    P(name="to", help="It happened, or may have, on this day or earlier."),
    P(name="certainly", kind="flag", help="Only what surely lies within the days."),
    P(name="status", kind="texts", help="Only in this status; several with commas.", example="sought"),
    P(name="open", kind="flag", help="Only what is not held, cancelled or refused."),
    P(name="actor", kind="texts", help="Who takes part: a name, ISO3 code or id.", example="china"),
    P(name="with", kind="texts", help="The other side.", example="UKR"),
    P(name="type", kind="texts", help="Meeting, visit, AID, demand...; several with commas."),
    P(name="source", kind="texts", help="Only as told by this publisher."),
    P(name="min_sources", kind="number", most=999, help="At least so many independent sources."),
    P(name="all", kind="flag", help="Doubtful ones too (confidence below .5)."),
    P(name="sort", help="By this column (who, -since...), among those listed."),
    P(name="limit", kind="number", default=LIMIT, least=1, help="At most so many."),
    P(name="offset", kind="number", most=FARTHEST, help="Leave out the first so many."),
)
"""What every question may be told."""

LOOKING = ("as_of", "known_at", "machine_only")
"""Parameters that say from where one looks."""

_WORDS = P(name="text", help='Words and "quoted phrases"; all must occur.', example='"peace plan"', longest=500)
_ID = P(name="id", help="An id from the first column of a list, such as eng-7f3a.", example="eng-7f3a", longest=80)
_SIDES = tuple(P(name=side, help="A name, an ISO3 code or an id.", example="Zelenskyy") for side in "ab")
_NAME = P(name="name", help="A name, an ISO3 code or an id.", example="Zelenskyy")
_MODE = P(name="mode", kind="texts", help="Verbatim, mixed, paraphrase; several with commas.", example="verbatim")
_QUOTED = P(name="quoted", kind="flag", help="Only what stands in quotation marks, at least in part.")
_CONTESTED = P(name="contested", kind="flag", help="Only those of which reports contradict one another.")
_PLOVER = P(name="plover", kind="flag", help="As PLOVER events, speech and engagements included.")
_TOPIC = P(name="topic", help="Only what holds these words.", longest=500)
_WHEN = P(name="when", help="A moment (UTC), a day, yesterday, today.", example="yesterday", longest=60)

Q = Question
QUESTIONS: dict[str, Question] = {
    one.name: one
    for one in (
        Q(
            name="engagements",
            help="Meetings, visits, calls and talks: who with whom, how they stand, since when, by whose word.",
        ),
        Q(
            name="pending",
            help="What is sought, announced or agreed and was neither held nor called off; overdue ones are marked.",
        ),
        Q(name="overdue", help="Announced engagements whose time has passed without any report of an outcome."),
        Q(
            name="proposals",
            help='Plans and agreements: each reported point against each party, silence as "not reported".',
        ),
        Q(
            name="allegations",
            help="Who alleges what of whom, each hedge verbatim; who denied it, and how much of it.",
        ),
        Q(
            name="matters",
            help="Engagements, plans and allegations, the last changed first.",
            may=(_CONTESTED,),
        ),
        Q(
            name="statements",
            help="Who said what: verbatim first, then partly quoted, then paraphrases, each with where it was said.",
            may=(_MODE, _QUOTED),
        ),
        Q(name="positions", help="Where parties stand, and on what."),
        Q(
            name="events",
            help="What happened, will, may or is said to have happened, and according to whom.",
            may=(_PLOVER,),
        ),
        Q(
            name="actor",
            help="All that is told of somebody: posts, ties, epithets, meetings, charges, words; and who says so.",
            takes=(_NAME,),
        ),
        Q(name="dyad", help="What two parties did, said, sought and alleged of each other.", takes=_SIDES),
        Q(name="timeline", help="What happened or is to happen, in the order of its own time."),
        Q(
            name="since",
            help="What this store has learnt since a moment: changed matters, decisions, records.",
            takes=(_WHEN,),
        ),
        Q(name="search", help="Records that hold all the words, the last reported first.", takes=(_WORDS,)),
        Q(name="basis", help="Facts that rest on a single source or on an inference, each with its reasons."),
        Q(
            name="show",
            help="A record with its sentence, its matter over time, its links and the decisions on it.",
            takes=(_ID,),
        ),
        Q(
            name="why",
            help="Why a record says what it says: rule, words, calendar and registry; and how to override it.",
            takes=(_ID,),
        ),
        Q(
            name="article",
            help="An article: where it appeared, and the records read from it.",
            takes=(P(name="id", help="An article's id, or its first digits.", longest=80),),
        ),
        Q(name="brief", help="A briefing in Markdown, every line footnoted to its sentence.", may=(_TOPIC,)),
    )
}
"""The questions by name, in the order of the help."""
