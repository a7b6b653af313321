"""Corrections as people write them (`status=held`, `when=2023-04-01/2023-04-03`, `actors=+state/CHN`) as JSON data.

The form of each field follows from the types of the record: a closed list names its values, an actor is its id (with
`@words` that mention it), a time is a day, month, year or A/B, words are START:END or a verbatim quote.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from communique.decide.changing import actors_in
from communique.errors import DecisionError, RecordError
from communique.lexicon.actors import Registry, load_actors
from communique.records.actors import Actor, Participant, When, Where
from communique.records.clocks import check_when
from communique.records.codec import from_data, to_data
from communique.records.record import Record
from communique.records.texts import Article, Span

FIXED = ("article", "evidence", "rule", "confidence", "ordinal", "layer")
"""What an analyst does not set: identity, evidence, and what the rules say of themselves."""

BY_HAND = "given by an analyst; the log says who and why"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An article on the desk: its text, its records as they are shown now, and who is known by which id."""

    article: Article
    records: Sequence[Record]
    registry: Registry

    def words(self, given: str) -> Span:
        """Return the place START:END, or the one place of a verbatim quote; DecisionError if there is none or more."""
        offsets = re.fullmatch(r"(\d+):(\d+)", given)
        if offsets:
            try:
                return self.article.span(int(offsets[1]), int(offsets[2]))
            except ValueError as error:
                raise DecisionError(str(error)) from error
        places = [m.start() for m in re.finditer(re.escape(given), self.article.text)] if given else []
        if len(places) == 1:
            return self.article.span(places[0], places[0] + len(given))
        if not places:
            raise DecisionError(f"{given!r} does not stand in article {self.article.id}; quote it letter by letter")
        each = ", ".join(f"{place}:{place + len(given)}" for place in places)
        raise DecisionError(f"{given!r} stands {len(places)} times in article {self.article.id}; give one of {each}")

    def record(self, prefix: str) -> str:
        """Return the id of the record of this article that begins with `prefix` ("eng-7f3a", "7f3a")."""
        found = [r.id for r in self.records if r.id.startswith(prefix.rpartition("-")[2])]
        if len(found) != 1:
            raise DecisionError(f"{prefix} names {len(found)} records of article {self.article.id}, not one")
        return found[0]


def split_assignments(given: Iterable[str]) -> list[tuple[str, str]]:
    """Return (path, value) of each "path=value"; DecisionError for anything else."""
    pairs = []
    for text in given:
        path, sign, value = text.partition("=")
        if not sign or not path:
            raise DecisionError(f"{text!r} is no correction; write field=value, such as status=held")
        pairs.append((path.strip(), value.strip()))
    return pairs


def assign(data: Mapping[str, Any], cls: type[Record], assignments: Iterable[str], sheet: Sheet) -> dict[str, Any]:
    """Return the JSON data with all `assignments` made; DecisionError names the fields or values there are."""
    changed = dict(data)
    for path, value in split_assignments(assignments):
        head = path.partition(".")[0]
        if head in FIXED:
            raise DecisionError(f"{head} is not for correction; {_choices(cls)}")
        changed = _set(cls, changed, path.split("."), value, sheet)
    return changed


def _set(hint: Any, data: Any, path: Sequence[str], value: str, sheet: Sheet) -> Any:
    """Return `data`, of type `hint`, with the value at the end of `path` set."""
    inner = present(hint)
    if not path:
        return _parse(inner, data, value, sheet, optional=inner is not hint)
    if get_origin(inner) is tuple:
        items = list(data or ())
        if not path[0].isdigit() or int(path[0]) >= len(items):
            raise DecisionError(f"there is no item {path[0]}; the list has {len(items)} (the first is 0)")
        items[int(path[0])] = _set(get_args(inner)[0], items[int(path[0])], path[1:], value, sheet)
        return items
    hints = hints_of(inner) if is_dataclass(inner) else {}
    if path[0] not in hints:
        raise DecisionError(f"{path[0]} is no field; {_choices(inner)}")
    if data is None:
        raise DecisionError(f"{path[0]} cannot be set where there is nothing yet; set the whole of it first")
    given = {path[0]: _set(hints[path[0]], data.get(path[0]), path[1:], value, sheet)}
    if path[0] == "id" and isinstance(inner, type) and issubclass(inner, Actor):
        given = who_is(str(value), sheet)  # the name goes with the identity
    return {**data, **given}


def _parse(hint: Any, data: Any, value: str, sheet: Sheet, optional: bool) -> Any:
    if value == "none" and (optional or get_origin(hint) is tuple):
        return [] if get_origin(hint) is tuple else None
    if get_origin(hint) is tuple:
        return _list(get_args(hint)[0], list(data or ()), value, sheet)
    if get_origin(hint) is Literal:
        return one_of(value, get_args(hint))
    if hint is When:
        return to_data(_time(value, sheet))
    if hint is Where:
        return _where(value, data, sheet)
    if hint is Span:
        return to_data(sheet.words(value))
    if isinstance(hint, type) and issubclass(hint, Actor):
        return _actor(hint, data, value, sheet)
    if hint is int or hint is float:
        try:
            return hint(value)
        except ValueError as error:
            raise DecisionError(f"{value!r} is no number") from error
    if hint is str:
        return value
    raise DecisionError(f"set the parts one by one; {_choices(hint)}")


def _list(item: Any, there: list[Any], value: str, sheet: Sheet) -> list[Any]:
    """Return the whole list: "+x" adds, "-x" takes out, "x,y" replaces all; levels of holders stand between ">"."""
    if get_origin(item) is tuple:
        return [_list(get_args(item)[0], [], level.strip(), sheet) for level in value.split(">")]
    if value.startswith("-"):
        left = [one for one in there if _label(one) != value[1:]]
        if len(left) == len(there):
            raise DecisionError(
                f"{value[1:]} is not in the list; it holds {', '.join(map(_label, there)) or 'nothing'}"
            )
        return left
    one_quote = item is Span
    pieces = [value.removeprefix("+")] if value.startswith("+") or one_quote else value.split(",")
    named = [sheet.record(p) if item is str and re.fullmatch(r"(\w{3}-)?[0-9a-f]{4,32}", p) else p for p in pieces]
    new = [_parse(item, None, piece.strip(), sheet, optional=False) for piece in named]
    return [*there, *new] if value.startswith("+") else new


def _label(item: Any) -> str:
    return str(item.get("id") or item.get("text")) if isinstance(item, Mapping) else str(item)


def _actor(hint: type[Actor], data: Any, value: str, sheet: Sheet) -> dict[str, Any]:
    """Return the actor "ID", "ID@words", for a participant also "ID:part@words"; who was there keeps their mention."""
    name, _, words = value.partition("@")
    id, _, part = name.partition(":")
    old, who = dict(data) if data else {}, who_is(id, sheet)
    if words or not old:
        old |= {"mention": to_data(sheet.words(words) if words else _mention(id, sheet))}
    if part and hint is Participant:
        old["part"] = one_of(part, get_args(hints_of(Participant)["part"]))
    actor: dict[str, Any] = to_data(from_data(hint, {**old, **who}))
    return actor


def who_is(id: str, sheet: Sheet | None) -> dict[str, Any]:
    """Return id, name, kind and state of an actor: as the article's records have it, else as the registry does; without
    an article the state of a person is left open, for it depends on the day."""
    registry = sheet.registry if sheet else load_actors()
    for actor in actors_in(tuple(sheet.records)) if sheet else ():
        if actor.id == id:
            return {"id": id, "name": actor.name, "kind": actor.kind, "iso3": actor.iso3}
    known = registry.known.get(id)
    if known is None:
        close = [other for other in registry.known if id.rpartition("/")[2] in other][:3]
        mend = f"did you mean {', '.join(close)}?" if close else "`communique actor NAME` prints the id of somebody"
        raise DecisionError(f"nobody has the id {id}; {mend}")
    published = sheet.article.published if sheet else None
    state = registry.acts_for(known, published.to[:10] if published else None) if known.offices else known.iso3
    return {"id": id, "name": known.name, "kind": known.kind} | ({"iso3": state} if state or sheet else {})


def _mention(id: str, sheet: Sheet) -> Span:
    """Return where the article first names the actor; DecisionError asks for the words."""
    known = sheet.registry.known.get(id)
    places = [actor.mention for actor in actors_in(tuple(sheet.records)) if actor.id == id]
    if not places and known is not None:
        found = re.search(rf"\b{re.escape(known.name)}\b", sheet.article.text)
        places = [sheet.article.span(*found.span())] if found else []
    if not places:
        raise DecisionError(f'which words name {id}? Write {id}@"words" or {id}@START:END')
    return min(places)


def _where(value: str, data: Any, sheet: Sheet) -> dict[str, Any]:
    """Return the place that the words name, in the country that the registry or an explicit ":ISO3" gives."""
    words, _, iso3 = value.partition(":") if not re.fullmatch(r"\d+:\d+", value) else (value, "", "")
    if words not in sheet.article.text and not re.fullmatch(r"\d+:\d+", words):
        raise DecisionError(f"{words!r} does not stand in article {sheet.article.id}; a place is named by its words")
    at = sheet.article.text.find(words)
    mention = sheet.article.span(at, at + len(words)) if at >= 0 else sheet.words(words)
    known = [sense.known for sense in sheet.registry.find(mention.text) if sense.known.kind in ("place", "state")]
    codes = {place.iso3 for place in known}
    code, whole = iso3 or (codes.pop() if len(codes) == 1 else None), any(place.kind == "state" for place in known)
    place: dict[str, Any] = to_data(Where(name=mention.text, iso3=code, mention=mention, country=whole))
    return place


def _time(value: str, sheet: Sheet) -> When:
    """Return the time "2023-04-01", "2023-04", "2023" or "A/B", ".." for an open end, "@words" where they say it."""
    dates, _, words = value.partition("@")
    first, slash, last = dates.partition("/")
    ends = (_day(first, 0), _day(last if slash else first, 1))
    size = {4: "year", 7: "month", 10: "day"}.get(len(dates), "interval")
    text = sheet.words(words) if words else None
    basis: Literal["stated", "inferred"] = "stated" if words else "inferred"
    when = from_data(When, {"from": ends[0], "to": ends[1], "granularity": "day" if ends[0] == ends[1] else size,
                            "basis": basis, "why": BY_HAND, "value": dates, "text": to_data(text)})  # fmt: skip
    try:
        check_when(when)
    except RecordError as error:
        raise DecisionError(f"{value!r} is no time: {error}") from error
    return when


def _day(text: str, end: int) -> str | None:
    """Return the first (0) or last (1) day of a year, month or day; None for an open end."""
    if text in ("..", ""):
        return None
    if re.fullmatch(r"\d{4}", text):
        return f"{text}-{('01-01', '12-31')[end]}"
    month = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text)
    if month:
        return f"{text}-{(1, monthrange(int(month[1]), int(month[2]))[1])[end]:02}"
    return text


def one_of(value: str, allowed: Sequence[str]) -> str:
    """Return `value` if it is allowed; DecisionError names what is."""
    if value not in allowed:
        raise DecisionError(f"{value!r} is none of {', '.join(allowed)}")
    return value


def present(hint: Any) -> Any:
    """Return the type without "or None"."""
    if get_origin(hint) in (Union, UnionType):
        inner = [part for part in get_args(hint) if part is not NoneType]
        return inner[0] if len(inner) == 1 else hint
    return hint


def hints_of(cls: Any) -> dict[str, Any]:
    """Return field -> type of a dataclass, under the names of JSON data."""
    hints = get_type_hints(cls)
    return {f.name.rstrip("_"): hints[f.name] for f in fields(cls) if f.init}


def _choices(cls: Any) -> str:
    names = [name for name in hints_of(cls) if name not in FIXED] if is_dataclass(cls) else []
    return f"there are {', '.join(names)}" if names else "it has no parts"
