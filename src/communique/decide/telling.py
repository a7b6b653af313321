"""Decisions in words: what was decided about which record, from what to what, why, and whether it was withdrawn."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any

from communique.decide.attaching import named
from communique.records.links import Decision


def line(decision: Decision) -> str:
    """Return one decision: number, when, who, verb, what; before and after; the reason; whether it was withdrawn."""
    words = decision.verb.replace("_", " ")
    head = f"{decision.number}  {decision.when[:19]}Z  {decision.who}  {words}  {subject(decision)}"
    lines = [head, *(f"     {change}" for change in changes(decision))]
    if decision.reason:
        lines.append(f"     because {decision.reason}")
    if decision.withdrawn:
        lines.append(f"     withdrawn {decision.withdrawn[:19]}Z")
    return "\n".join(lines)


def subject(decision: Decision) -> str:
    """Return what a decision is about: one record, two, or all places of a name."""
    what = named(decision.target) if decision.target.record else "everywhere"
    return what + (f" / {named(decision.other)}" if decision.other is not None else "")


def changes(decision: Decision) -> list[str]:
    """Return what a decision changes, a line for each field: from what to what."""
    before, after = decision.before or {}, decision.after or {}
    if decision.verb == "split":
        return ["into " + ", ".join(f"“{_flat(part['text'])}”" for part in after["parts"])]
    if decision.verb == "alias":
        return [f"“{before['name']}” is {after['id']} ({after['name']})"]
    return [f"{name}: {old} → {new}" for name, old, new in pairs(decision)]


def pairs(decision: Decision) -> list[tuple[str, str, str]]:
    """Return each field that a decision sets, as it was and as it is then; none for a verb that sets no fields."""
    if decision.verb in ("accept", "reject", "merge", "distinct", "add", "split", "alias"):
        return []
    return _told(decision.before or {}, decision.after or {})


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Return the fields in which two pieces of a record's JSON data differ, each in a few words."""
    names = [name for name in dict.fromkeys([*after, *before]) if before.get(name) != after.get(name)]
    return _told({name: before.get(name) for name in names}, {name: after.get(name) for name in names})


def _told(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    return [(name, brief(before.get(name)), brief(after.get(name))) for name in dict.fromkeys([*after, *before])]


def brief(value: Any) -> str:
    """Return a value of JSON data in a few words: ids of actors, days of times, the words of a span."""
    if isinstance(value, list | tuple):
        return ", ".join(map(brief, value)) or "nobody"
    if isinstance(value, Mapping):
        if "granularity" in value:
            ends = [value["from"] or "..", value["to"] or ".."]
            return ends[0] if ends[0] == ends[1] else "/".join(ends)
        if "id" in value:
            return str(value["id"]) + (f":{value['part']}" if value.get("part", "participant") != "participant" else "")
        return f"“{_flat(str(value['text']))}”" if "text" in value else str(value.get("name", "..."))
    return "none" if value is None else str(value)


def _flat(words: str) -> str:
    return textwrap.shorten(words, 60, placeholder="...")
