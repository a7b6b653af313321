"""One function makes every link: the day, the moment and the hand looked from stay in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from communique.questions.parameters import LOOKING


@dataclass(frozen=True, slots=True)
class Address:
    """Where the reader is: the path, and the parameters in their order."""

    path: str
    query: tuple[tuple[str, str], ...] = ()

    def url(self, path: str, fragment: str = "", **parameters: object) -> str:
        """Return a link to another page, looked at from the same day, moment and hand.

        None, False and "" leave a parameter out (`as_of=None` drops the day); a trailing underscore of a name falls.
        """
        kept = [(name, value) for name, value in self.query if name in LOOKING]
        return _joined(path, _changed(kept, parameters), fragment)

    def here(self, fragment: str = "", **changes: object) -> str:
        """Return a link to this page with some parameters changed."""
        return _joined(self.path, _changed(self.query, changes), fragment)

    def get(self, name: str, default: str = "") -> str:
        """Return the last value of a parameter."""
        return next((value for key, value in reversed(self.query) if key == name), default)

    def but(self, *names: str) -> list[tuple[str, str]]:
        """Return the parameters other than `names`: what a form has to carry along."""
        return [(name, value) for name, value in self.query if name not in names and value]


def _changed(kept: Sequence[tuple[str, str]], changes: dict[str, object]) -> list[tuple[str, str]]:
    given = {name.rstrip("_"): value for name, value in changes.items()}
    pairs = [(name, value) for name, value in kept if name not in given and value]
    for name, value in given.items():
        if isinstance(value, list | tuple):
            pairs += [(name, str(one)) for one in value]
        elif value is not None and value is not False and value != "":
            pairs.append((name, "1" if value is True else str(value)))
    return pairs


def _joined(path: str, pairs: Sequence[tuple[str, str]], fragment: str) -> str:
    address = quote(path, safe="/:@,+")
    return address + (f"?{urlencode(pairs)}" if pairs else "") + (f"#{quote(fragment)}" if fragment else "")
