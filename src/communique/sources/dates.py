"""When was it published? What the caller gives, else what the text states; never the clock, never a file's date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import cache

from communique.errors import CommuniqueError
from communique.records import Publication
from communique.sources.patterns import terms
from communique.sources.segments import DATE_LINE, Piece, labelled, opening
from communique.sources.tables import months

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}.*")
NEAR = timedelta(days=7)
"""A date without a year takes the year of a full date this close to it."""


class PublicationDateError(CommuniqueError):
    """A date of publication that is no date: an error of usage when it was given with --date."""


def given_date(given: str, by: str = "--date") -> Publication:
    """Return the date (YYYY-MM-DD, an ISO datetime as printed, or an interval A/B) that `by` gives.

    PublicationDateError for anything else, for a day that does not exist, and for an interval that runs backwards.
    """
    ends = [_day(end.strip(), given, by) for end in given.split("/", 1)]
    if ends[0] > ends[-1]:
        raise PublicationDateError(f"{by} {given!r} ends before it begins; write the earlier day first")
    return Publication(ends[0].isoformat(), ends[-1].isoformat(), "stated", f"given by {by}: {given}")


def _day(text: str, given: str, by: str) -> date:
    """Return the day of a date or datetime as printed, without conversion between time zones."""
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
        if MOMENT.fullmatch(text):
            return datetime.fromisoformat(text).date()
    except ValueError as error:
        raise PublicationDateError(f"{by} {given!r} is not a date: {error}; write YYYY-MM-DD") from None
    raise PublicationDateError(f"{by} {given!r} is not a date; write YYYY-MM-DD, an ISO datetime, or an interval A/B")


def stated_date(pieces: Sequence[Piece]) -> Publication | None:
    """Return when the text says that it was published, else what follows from it by the calendar, else None."""
    return _stated(pieces) or _inferred(pieces)


def _stated(pieces: Sequence[Piece]) -> Publication | None:
    """A "Published: ..." line, else a date line above the text, else a dateline with a year; None if two differ."""
    header = pieces[: opening(pieces)]
    lines = [piece for piece in pieces if piece.pattern == DATE_LINE and piece.kind == "dateline"]
    marked = [piece for piece in lines if labelled(piece)]
    plain = [p for p in header if p in lines or p.kind in ("byline", "source_line")]
    filed = [piece for piece in pieces if piece.kind == "dateline" and piece not in lines]
    for group, rule in ((marked, "published line"), (plain, "date line"), (filed, "dateline")):
        if dated := {day: piece for piece in reversed(group) if (day := first_date(piece.text))}:
            day, piece = next(iter(dated.items()))
            return _publication(day, day, "stated", f"{rule}: {piece.text}") if len(dated) == 1 else None
    return None


def _inferred(pieces: Sequence[Piece]) -> Publication | None:
    """A dateline's day with the year of a full date near it; else from a dated report in the text up to an update."""
    updated = _dates(piece.text for piece in pieces if piece.pattern == "dateline.updated")
    reported = [day for piece in pieces if piece.kind == "body" for day in _reported(piece.text)]
    for piece in pieces:
        if piece.kind == "dateline" and (found := _day_of_year(piece.text)):
            near = {day for other in updated + reported for day in _near(found, other)}
            if len(near) == 1:
                day = near.pop()
                return _publication(day, day, "inferred", f"dateline {piece.text}, year from a full date within 7 days")
    if updated and reported and max(reported) <= min(updated):
        why = "not before the latest dated report in the text, not after the update"
        return _publication(max(reported), min(updated), "inferred", why)
    return None


def _publication(first: date, last: date, basis: str, why: str) -> Publication:
    return Publication(
        first.isoformat(), last.isoformat(), "stated" if basis == "stated" else "inferred", " ".join(why.split())
    )


def _dates(texts: Iterable[str]) -> list[date]:
    return [day for text in texts if (day := first_date(text))]


def _reported(text: str) -> list[date]:
    flat = text.replace("\n", " ")
    return [day for match in _report().finditer(flat) if (day := first_date(match["date"]))]


def _near(day_of_year: tuple[int, int], other: date) -> list[date]:
    """Return the date with this month and day that lies within a week of `other`, if any."""
    candidates = [_date(year, *day_of_year) for year in (other.year - 1, other.year, other.year + 1)]
    return [day for day in candidates if day and abs(day - other) <= NEAR]


def first_date(text: str) -> date | None:
    """Return the first full date of a text ("24 February 2023", "Feb. 24, 2023", "2023-02-24"); None if impossible."""
    match = full_date().search(text.replace("\n", " "))
    if match is None:
        return None
    year, month, day = (
        match[f"{part}1"] or match[f"{part}2"] or match[f"{part}3"] for part in ("year", "month", "day")
    )
    return _date(int(year), _month(month), int(day))


def _day_of_year(text: str) -> tuple[int, int] | None:
    match = _month_and_day().search(text.replace("\n", " "))
    return (_month(match["month1"] or match["month2"]), int(match["day1"] or match["day2"])) if match else None


def _month(text: str) -> int:
    return int(text) if text.isdecimal() else months()[text[:3].casefold()]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


MONTH_DAY = r"\b(?P<month1>{month}) (?P<day1>\d{{1,2}})(?:st|nd|rd|th)?{after}"
DAY_MONTH = r"\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>{month}){after}"


@cache
def full_date() -> re.Pattern[str]:
    """Return the expression of a date with its year."""
    month = terms()["month"]
    first = MONTH_DAY.format(month=month, after=r",? (?P<year1>\d{4})(?!\d)")
    second = DAY_MONTH.format(month=month, after=r",? (?P<year2>\d{4})(?!\d)")
    return re.compile(rf"{first}|{second}|\b(?P<year3>\d{{4}})-(?P<month3>\d{{2}})-(?P<day3>\d{{2}})")


@cache
def _month_and_day() -> re.Pattern[str]:
    month = terms()["month"]
    return re.compile(
        MONTH_DAY.format(month=month, after=r"\b(?!,? \d{4})") + "|" + DAY_MONTH.format(month=month, after="")
    )


@cache
def _report() -> re.Pattern[str]:
    """Return the expression of a dated report: "said on Friday, February 24, 2023" is not printed before that day."""
    known = terms()
    return re.compile(
        rf"\b{known['reported']} [^.!?]{{0,80}}?\bon (?:{known['weekday']},? )?(?P<date>{known['full_date']})"
    )
