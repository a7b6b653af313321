"""The shapes of answers for the OpenAPI document, worked out from the types of the records: there is no second list.

What an answer adds to a record or thread (its short id, the sentence that says so) is described here, beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from communique.api import problems
from communique.decide.review import Item
from communique.plover import PloverEvent
from communique.questions.answers import Inference, Passage
from communique.questions.forms import MEDIA
from communique.questions.overviews import Overview
from communique.records.codec import HIDDEN, KINDS
from communique.records.links import Decision, Link, Thread
from communique.records.record import Record
from communique.records.texts import Article

Schema = dict[str, Any]
PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Any: {},
}
CODES = (400, 401, 403, 404, 409, 413, 422, 503)


def ref(name: str) -> Schema:
    """Return a reference to a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def schema_of(hint: Any, found: dict[str, Schema]) -> Schema:
    """Return the schema of a type; dataclasses are put into `found` by name and referred to."""
    origin, parts = get_origin(hint), get_args(hint)
    if hint in PLAIN:
        return PLAIN[hint]
    if is_dataclass(hint):
        return _component(hint, found)
    if origin is Literal:
        return {"type": "string", "enum": list(parts)}
    if origin in (Union, UnionType):
        return {"anyOf": [schema_of(part, found) for part in parts]}
    if origin is tuple and parts[-1] is Ellipsis:
        return _many(schema_of(parts[0], found))
    return {"type": "array"} if origin is tuple else {"type": "object"}


def _component(cls: Any, found: dict[str, Schema]) -> Schema:
    name = cls.__name__
    if name not in found:
        found[name] = {}  # a type may hold itself
        hints = get_type_hints(cls)
        own = {f.name.rstrip("_"): schema_of(hints[f.name], found) for f in fields(cls) if f.name not in HIDDEN}
        kind = "article" if cls is Article else getattr(cls, "kind", None) if "kind" not in own else None
        if isinstance(kind, str):
            own = {"kind": {"type": "string", "const": kind}, **own}
        if cls is Article or issubclass(cls, Record):
            own["id"] = {"type": "string"}
        words = (cls.__doc__ or "").strip().partition("\n")[0]
        found[name] = {"type": "object", "description": words, "properties": own, "required": list(own)}
    return ref(name)


def _object(own: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(own), "required": list(own)}


def _many(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_none(schema: Schema) -> Schema:
    return {"anyOf": [schema, PLAIN[NoneType]]}


def _with(base: Schema, added: Mapping[str, Schema]) -> Schema:
    return {"allOf": [base, _object(added)]}


def components() -> dict[str, Schema]:
    """Return every shape by its name."""
    found: dict[str, Schema] = {}
    for cls in (Article, *KINDS.values(), Thread, Link, Decision, PloverEvent, Passage, Inference, Item, Overview):
        schema_of(cls, found)
    text, whole, told = PLAIN[str], PLAIN[int], _many(ref("Told"))
    within = {"type": "string", "enum": ["certainly", "possibly"]}
    added = {"short": text, "within": within, "cited": _or_none(ref("Passage"))}
    days = {"by": text, "status_since": _or_none(text)}
    line = {"provision": _or_none(text), "text": text, "answers": {"type": "object"}}
    change = {"change": {"enum": ["status", "decided", "undone", "new", "changed", "gone"]}, "before_status": text}
    why = dict.fromkeys(("type", "title", "detail"), text) | {"status": whole}
    found["Told"] = _told(added)
    found["Matter"] = _with(ref("Thread"), added | days | {"not_told": told, "no_word_of": _many(text)})
    found["Ledger"] = _with(ref("Matter"), {"allegations": told, "denials": told})
    found["Matrix"] = _with(ref("Matter"), {"declared_points": _or_none(whole), "matrix": _many(_object(line))})
    found["Ground"] = _with(ref("Told"), {"sources": whole, "inferences": _many(ref("Inference"))})
    found["Change"] = _object(change)
    found["Line"] = _with({"type": "object"}, {"section": text, "text": text, "notes": _many(whole)})
    found["Note"] = _with(ref("Passage"), {"note": whole})
    found["Log"] = _many(ref("Decision"))
    found["Queue"] = _many(ref("Item"))
    found["Item"] = _without(found["Item"], "sort")
    found["Overview"]["properties"]["kinds"] = {"type": "object", "additionalProperties": whole}
    found["Taken"] = _object({"decision": ref("Decision"), "conflicts": _many(text), "undo": text})
    found["Undone"] = _object({"withdrawn": whole, "waiting": _many(text)})
    found["Dated"] = _object({"article": text, "published": text})
    found["Problem"] = _object(why) | {"example": _EXAMPLE}
    return found


def _told(added: Mapping[str, Schema]) -> Schema:
    mapping = {kind: ref(cls.__name__)["$ref"] for kind, cls in KINDS.items()}
    record = {
        "oneOf": [ref(cls.__name__) for cls in KINDS.values()],
        "discriminator": {"propertyName": "kind", "mapping": mapping},
    }
    told = _object(added)
    told["properties"] |= {"venue_where": _or_none(ref("Where")), "venue_from": PLAIN[str]}  # of events only
    return {"allOf": [record, told]}


_EXAMPLE = {
    "type": "about:blank",
    "title": "Bad Request",
    "status": 400,
    "detail": "as_of '2023-02-30' is no day; write one as 2023-03-01",
}


def _without(schema: Schema, name: str) -> Schema:
    return schema | _object({key: value for key, value in schema["properties"].items() if key != name})


def _envelope(items: tuple[str, ...]) -> Schema:
    text = PLAIN[str]
    own = {
        "question": text,
        "as_of": _or_none(text),
        "known_at": _or_none(text),
        "machine_only": PLAIN[bool],
        "said": text,
        "more": PLAIN[bool],
        "next": _or_none(text),
        "items": _many(ref(items[0]) if len(items) == 1 else {"anyOf": [*map(ref, items)]}),
    }
    return _object(own)


def replies(*items: str) -> dict[int | str, dict[str, Any]]:
    """Return what a question may answer with: its items as JSON, CSV, Markdown; or why not."""
    words = {media: {"schema": PLAIN[str]} for form, media in MEDIA.items() if form != "json"}
    return _answers(200, {"application/json": {"schema": _envelope(items)}, **words}) | _UNCHANGED


def responses(name: str, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """Return what another route may answer with: one shape as JSON, or why not."""
    told = _answers(status, {"application/json": {"schema": ref(name)}})
    return told | _UNCHANGED if status == 200 else told


def _answers(status: int, content: Schema) -> dict[int | str, dict[str, Any]]:
    why = {"description": "Why not.", "content": {problems.MEDIA: {"schema": ref("Problem")}}}
    return {status: {"description": "The answer.", "content": content}, **dict.fromkeys(CODES, why)}


_UNCHANGED: dict[int | str, dict[str, Any]] = {304: {"description": "As the reader has it (If-None-Match)."}}
