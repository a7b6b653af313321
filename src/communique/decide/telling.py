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
    match decision.verb:
        case "accept" | "reject" | "merge" | "distinct":
            return []
        case "add":
            return []
        case "split":
            return ["into " + ", ".join(f"“{_flat(part['text'])}”" for part in after["parts"])]
        case "alias":
            return [f"“{before['name']}” is {after['id']} ({after['name']})"]
    names = list(dict.fromkeys([*after, *before]))
    return [f"{name}: {brief(before.get(name))} → {brief(after.get(name))}" for name in names]


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
