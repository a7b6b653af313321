"""The review queue on a page: each item with its sentence, and a button or a field for each command that settles it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.decide.review import Item
from communique.questions.answers import Told
from communique.questions.passages import Papers
from communique.records.texts import Article
from communique.records.views import View
from communique.store.reading import Reader

KEYS = {"accept": "a", "reject": "r", "merge": "m", "distinct": "d", "undo": "u", "alias": "w"}
"""Verb -> the key that presses its button; `e` and `s` lead to a form. `u` elsewhere takes back the last decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What settles an item: a verb with the fields of its form; `ask` names a field that a person has to fill.

    `href` leads to a page instead, where there is more to say than a button can.
    """

    verb: str
    label: str
    key: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    ask: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An item of the queue with the record or article that it is about, its reason with short ids, what settles it."""

    item: Item
    told: Told | None
    other: Told | None
    article: Article | None
    reason: str
    offers: tuple[Offer, ...]


def cases(store: Reader, items: Sequence[Item]) -> list[Case]:
    """Return items of the queue as cases, in their order; records are looked up all at once."""
    wanted = {id for item in items for id in ids_of(item)}
    entries = store.by_id(sorted(wanted), View())
    told = {one.record.id: one for one in Papers(store, None).told(entries.values())}
    articles = store.texts(sorted({id for item in items if (id := _article_of(item))}))
    return [_case(item, told, articles) for item in items]


def _article_of(item: Item) -> str:
    """Return the article that an item is about where it is about no record; "" for none."""
    return next((word[1] for word in map(str.split, item.commands) if word[-1].startswith("published=")), "")


def ids_of(item: Item) -> set[str]:
    """Return the records that an item names."""
    words = (word.strip(":,") for text in (item.reason, *item.commands) for word in text.split())
    return {word for word in words if _is_id(word)} | ({item.record} if item.record else set())


def _is_id(word: str) -> bool:
    return len(word) == 32 and all(c in "0123456789abcdef" for c in word)


def _case(item: Item, told: Mapping[str, Told], articles: Mapping[str, Article]) -> Case:
    commands = [command.split(" ") for command in item.commands]
    pair = next((c for c in commands if c[0] == "merge"), None)
    other = told.get(pair[2]) if pair else None
    reason = " ".join(_short(word, told) for word in item.reason.split(" "))
    offers = [offer for command in commands for offer in _offers(command, item, told)]
    return Case(
        item=item,
        told=told.get(item.record),
        other=other,
        article=articles.get(_article_of(item)),
        reason=reason,
        offers=(*offers, *_always(item, offers)),
    )


def _short(word: str, told: Mapping[str, Told]) -> str:
    id = word.strip(":,")
    return word.replace(id, told[id].short) if id in told else word


def _offers(command: Sequence[str], item: Item, told: Mapping[str, Told]) -> Iterable[Offer]:
    """Yield what a command of the queue is on a page; a placeholder (ACTOR, YYYY-MM-DD) is for a person to fill."""
    verb, *rest = command
    key = KEYS.get(verb, "")
    match verb, rest:
        case "set-status", [record, status]:
            label = f"set status {status.replace('_', ' ')}"
            yield Offer(verb=verb, label=label, fields=(("record", record), ("status", status)))
        case "accept", [record]:
            yield Offer(verb=verb, label="accept", key=key, fields=(("record", record),))
        case (("merge" | "distinct"), [record, other]):
            label = "one matter (merge)" if verb == "merge" else "two matters (distinct)"
            yield Offer(verb=verb, label=label, key=key, fields=(("record", record), ("other", other)))
        case "alias", [name, "ACTOR", *within]:
            scope = (("within", within[1]),) if within else ()
            yield Offer(verb=verb, label="who it is", key=key, fields=(("name", name), *scope), ask="actor")
        case "correct", [id, assignment] if assignment.startswith("published="):
            yield Offer(verb="published", label="published on", key=key, fields=(("article", id),), ask="published")
        case "correct", [record, assignment] if "YYYY" not in assignment and "+ID" not in assignment:
            name, _, value = assignment.partition("=")
            yield Offer(verb=verb, label=assignment, fields=(("record", record), (f"field.{name}", value)))
        case "undo", [number]:
            yield Offer(verb="undo", label=f"undo {number}", key=key, fields=(("number", number),))
        case "log", [number]:
            yield Offer(verb="log", label=f"decision {number}", href=f"/log?id={number}")
        case "show", [record]:
            short = told[record].short if record in told else record
            yield Offer(verb="show", label="the record", href=f"/record/{short}")


def _always(item: Item, offers: Sequence[Offer]) -> Iterable[Offer]:
    """Yield what can be said of every record, where the queue does not offer it already."""
    if not item.record:
        return
    there = {offer.verb for offer in offers}
    fields = (("record", item.record),)
    if "accept" not in there:
        yield Offer(verb="accept", label="accept", key="a", fields=fields)
    yield Offer(verb="correct", label="edit", key="e", href=f"/record/{item.record}/correct")
    yield Offer(verb="reject", label="reject", key="r", fields=fields)
    yield Offer(verb="split", label="split", key="s", href=f"/record/{item.record}/correct#split")
    if "merge" not in there:
        yield Offer(verb="merge", label="merge with", key="m", fields=fields, ask="other")
