"""Posts and the days on which they were held."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Office:
    """A post held from one day to another; `body` is "CHN" or "org/un". `certain` is False once the source no longer
    vouches for it.
    """

    body: str
    office_class: str
    title: str
    first: str
    last: str
    open: bool

    def held(self, day: str) -> bool | None:
        """Whether it was held on ISO `day`: True, False, or None where the source does not reach so far."""
        if day < self.first[: len(day)] or (day > self.last and not self.open):
            return False
        return None if day > self.last else True


@lru_cache(maxsize=20000)
def read_offices(text: str) -> tuple[Office, ...]:
    """Return the posts in a cell of people.csv: `body;class;title;first day;last day`, separated by bars."""
    found = []
    for item in text.split("|") if text else ():
        body, office_class, title, first, last = item.split(";")
        end = last.rstrip("?")
        found.append(
            Office(body, office_class, title, first, end if len(end) == 10 else f"{end}-99", last.endswith("?"))
        )
    return tuple(found)
