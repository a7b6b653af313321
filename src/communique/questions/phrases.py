"""Parts of records in a reader's words: who, when, according to whom. Pure functions, no colour."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence

from communique.records import Actor, Engagement, Holder, Participant, Statement, When

ARROW, CHAIN, RANGE = (
    "\N{RIGHTWARDS ARROW}",
    " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} ",
    "\N{HORIZONTAL ELLIPSIS}",
)


def name(actor: Actor | None) -> str:
    """Return the actor's name; an unnamed source by the words that mention it, nobody as "unnamed"."""
    if actor is None:
        return "unnamed"
    return actor.mention.text if actor.kind == "unknown" else actor.name


def names(actors: Iterable[Actor]) -> str:
    """Return the names in order, each once, with commas."""
    return ", ".join(dict.fromkeys(map(name, actors)))


def reached(statement: Statement) -> str:
    """Return whom a statement is said to, else at whom it is directed; "" if neither is told."""
    return name(statement.addressee) if statement.addressee else names(statement.towards)


def speaker(actor: Actor | None) -> str:
    """Return the name with the post that the text gives ("Antony Blinken, Secretary of State")."""
    if actor is None or actor.role is None or actor.role.title.lower() in actor.name.lower():
        return name(actor)
    return f"{name(actor)}, {actor.role.title}"


def sides(parts: Sequence[Participant]) -> str:
    """Return who takes part, and how: "A, B", "A -> B" for a visit, mediators in brackets."""
    going = names(_with(parts, "visitor"))
    hosts = names(_with(parts, "host"))
    others = names(p for p in parts if p.part not in ("visitor", "host", "mediator"))
    mediators = names(_with(parts, "mediator"))
    sides = [side for side in (others, f" {ARROW} ".join(filter(None, (going, hosts))) if going else "") if side]
    line = ", ".join(sides) or hosts or "not stated"
    if hosts and not going and others:
        line += f" (host {hosts})"
    return line + (f" (via {mediators})" if mediators else "")


def _with(parts: Iterable[Participant], part: str) -> list[Participant]:
    return [p for p in parts if p.part == part]


def time(when: When | None) -> str:
    """Return the interval as ISO dates, as short as is clear; an unresolved time as its own words with "?"."""
    if when is None:
        return ""
    if when.from_ is None and when.to is None:
        return quoted(when.text.text if when.text else when.value or "time") + " ?"
    if when.to is None:
        return f"since {when.from_}"
    if when.from_ is None:
        return f"until {when.to}"
    if when.from_ == when.to:
        return when.from_
    return _interval(when.from_, when.to)


def _interval(start: str, end: str) -> str:
    """Return "2024", "2024-01", "2024-02-05...11" (one month), "2024-01-29...02-04" (one year) or both dates."""
    if "T" in start + end:
        return f"{start}{RANGE}{end}"
    if start.endswith("-01-01") and end == f"{start[:4]}-12-31":
        return start[:4]
    if start[:7] == end[:7]:
        whole = start.endswith("-01") and int(end[8:]) >= 28 and _last_day(end)
        return start[:7] if whole else f"{start}{RANGE}{end[8:]}"
    return f"{start}{RANGE}{end[5:] if start[:4] == end[:4] else end}"


def _last_day(date: str) -> bool:
    return monthrange(int(date[:4]), int(date[5:7]))[1] == int(date[8:])


def schedule(engagement: Engagement) -> str:
    """Return when it took place, else the slot announced for it (in brackets)."""
    if engagement.when is not None:
        return time(engagement.when)
    return f"[{time(engagement.window)}]" if engagement.window else ""


def vouching(holder: Holder) -> str:
    """Return who vouches, outermost first; the outlet's own voice is empty."""
    return CHAIN.join(names(level) for level in holder)


def spaced(term: str) -> str:
    """Return a term of the contract with blanks for underscores ("news_conference")."""
    return term.replace("_", " ")


def flat(words: str) -> str:
    """Return the words in one line."""
    return " ".join(words.split())


def quoted(words: str) -> str:
    """Return the words in curly quotation marks."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}"


def plural(count: int, noun: str) -> str:
    """Return "1 event", "2 events", "2 summaries"."""
    if count == 1:
        return f"1 {noun}"
    return f"{count} {noun[:-1]}ies" if noun.endswith("y") else f"{count} {noun}s"
