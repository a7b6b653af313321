"""One view for each kind of record, for people who open a store with tools of their own; see docs/store.md."""

from __future__ import annotations

from collections.abc import Callable

Told = Callable[[str, str], str]
"""How a database writes what a column comes from."""

COMMON = ("when_from", "when_to", "layer", "confidence", "rule", "article", "diplomatic")
"""Columns of every view, after its own: as they are in `records`."""

VIEWS: dict[str, dict[str, str]] = {
    "statement": {
        "speaker": "role:speaker",
        "speaker_state": "state:speaker",
        "act": "type",
        "mode": "$.mode",
        "quoted": "quoted",
        "cue": "$.cue.text",
        "content": "each:$.content",
        "addressee": "role:addressee",
        "towards": "role:towards",
    },
    "absence": {"who": "role:who", "words": "$.text.text"},
    "engagement": {
        "type": "type",
        "status": "status",
        "participants": "role:participant,visitor,host,mediator,speaker,organiser",
        "states": "state:participant,visitor,host,mediator,speaker,organiser",
        "window_from": "$.window.from",
        "window_to": "$.window.to",
        "place": "$.where.name",
        "trigger": "$.trigger.text",
    },
    "event": {
        "type": "type",
        "status": "status",
        "actors": "role:actor",
        "actor_states": "state:actor",
        "recipients": "role:recipient",
        "recipient_states": "state:recipient",
        "place": "$.where.name",
        "trigger": "$.trigger.text",
    },
    "proposal": {"title": "$.title", "status": "status", "proposers": "role:proposer", "points": "$.declared_points"},
    "provision": {"topic": "type", "words": "$.text.text", "addressees": "role:addressee", "proposal": "$.proposal"},
    "position": {
        "party": "role:party",
        "party_state": "state:party",
        "stance": "type",
        "topic": "$.topic.text",
        "on_record": "$.on",
        "via": "role:via",
    },
    "allegation": {
        "accusers": "role:accuser",
        "accuser_states": "state:accuser",
        "accused": "role:accused",
        "accused_states": "state:accused",
        "content": "$.content.text",
        "hedge": "$.hedge.text",
    },
    "denial": {
        "denier": "role:denier",
        "denier_state": "state:denier",
        "scope": "type",
        "cue": "$.cue.text",
        "content": "$.content.text",
        "denies": "ids:$.of",
    },
    "relationship": {"a": "role:a", "relation": "type", "b": "role:b"},
    "label": {"about": "role:about", "words": "$.text.text", "by_whom": "role:by"},
}
"""Kind of record -> column -> where it comes from: a column of `records`, a path of the payload, names or states of the
participants in some roles, the texts of several spans."""


def views(dialect: str) -> dict[str, str]:
    """Return the queries of all views by name, as this database writes them; live records of the human view only."""
    told = _sqlite if dialect == "sqlite" else _postgresql
    return {f"v_{kind}": _query(kind, columns, told) for kind, columns in VIEWS.items()} | {"v_evidence": EVIDENCE}


EVIDENCE = (
    'SELECT r.id, r.kind, e.position, e.role, e.start + 1 AS first_character, e."end" AS last_character,'
    ' substr(a.text, e.start + 1, e."end" - e.start) AS words, r.article'
    " FROM evidence e JOIN records r ON r.pk = e.record JOIN articles a ON a.id = r.article WHERE r.recorded_to IS NULL"
)


def _query(kind: str, columns: dict[str, str], told: Told) -> str:
    own = [f"{_source(source, told)} AS {name}" for name, source in columns.items()]
    days = ["r.reported_from AS published_from", "NULLIF(r.reported, '9999-99-99') AS published_to"]
    rest = [f"r.{name}" for name in COMMON]
    listed = ", ".join(["r.id", *days, *own, *rest])
    return f"SELECT {listed} FROM records r WHERE r.kind = '{kind}' AND r.recorded_to IS NULL"


def _source(source: str, told: Told) -> str:
    what, colon, where = source.partition(":")
    if colon and what in ("role", "state"):
        roles = ", ".join(f"'{role}'" for role in where.split(","))
        return told(what, roles)
    return told(what if colon else "path", where or source) if "$" in source else f"r.{source}"


def _sqlite(what: str, where: str) -> str:
    if what == "path":
        return f"json_extract(r.payload, '{where}')"
    if what in ("each", "ids"):
        value = "json_extract(value, '$.text')" if what == "each" else "value"
        return f"(SELECT group_concat({value}, ' ... ') FROM json_each(r.payload, '{where}'))"
    column = "name" if what == "role" else "iso3"
    return (
        f"(SELECT group_concat({column}, '; ') FROM"
        f" (SELECT {column} FROM participants p WHERE p.record = r.pk AND p.role IN ({where}) ORDER BY p.position))"
    )


def _postgresql(what: str, where: str) -> str:
    path = "{" + where.removeprefix("$.").replace(".", ",") + "}"
    if what == "path":
        return f"(r.payload::json #>> '{path}')"
    if what in ("each", "ids"):
        value = "value ->> 'text'" if what == "each" else "value #>> '{}'"
        pieces = f"json_array_elements(r.payload::json #> '{path}') WITH ORDINALITY AS pieces(value, place)"
        return f"(SELECT string_agg({value}, ' ... ' ORDER BY place) FROM {pieces})"
    column = "name" if what == "role" else "iso3"
    return (
        f"(SELECT string_agg(p.{column}, '; ' ORDER BY p.position) FROM participants p"
        f" WHERE p.record = r.pk AND p.role IN ({where}))"
    )
