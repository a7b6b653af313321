"""How decisions and the review queue look: a line for people, JSON for programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from communique.cli.printing import write_out
from communique.decide.attaching import named
from communique.decide.review import Item
from communique.records import to_data
from communique.records.links import Decision

WIDTH = 110


def line(decision: Decision) -> str:
    """Return one decision: number, when, who, verb, what; before and after; the reason; whether it was withdrawn."""
    words = decision.verb.replace("_", " ")
    what = named(decision.target) if decision.target.record else "everywhere"
    if decision.other is not None:
        what += f" / {named(decision.other)}"
    head = f"{decision.number}  {decision.when[:19]}Z  {decision.who}  {words}  {what}"
    lines = [head, *(f"     {change}" for change in _changes(decision))]
    if decision.reason:
        lines.append(f"     because {decision.reason}")
    if decision.withdrawn:
        lines.append(f"     withdrawn {decision.withdrawn[:19]}Z")
    return "\n".join(lines)


def _changes(decision: Decision) -> list[str]:
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


def print_log(decisions: Sequence[Decision], form: Literal["table", "json"]) -> None:
    """Print decisions by number."""
    if form == "json":
        _json([to_data(decision) for decision in decisions])
    else:
        write_out(("\n".join(map(line, decisions)) or "No decisions.") + "\n")


def print_queue(
    items: Sequence[Item], limit: int, day: str, short: Mapping[str, str], form: Literal["table", "json"]
) -> None:
    """Print the first `limit` items of the queue with the commands that settle them; ids as short as is clear."""

    def brief_ids(text: str) -> str:
        return " ".join(short.get(word, word) for word in text.split(" "))

    shown = [to_data(item) for item in items[:limit]]
    for data in shown:
        del data["sort"]
        data["reason"] = brief_ids(data["reason"].replace(":", " :")).replace(" :", ":")
        data["commands"] = [f"communique {brief_ids(command)}" for command in data["commands"]]
    if form == "json":
        _json(shown)
        return
    lines = []
    for data in shown:
        lines.append(f"{data['topic'].upper():<10} {short.get(data['record'], ''):<9} {data['about']}".rstrip())
        lines += textwrap.wrap(data["reason"], WIDTH, initial_indent=" " * 21, subsequent_indent=" " * 21)
        lines += [f"{' ' * 21}$ {command}" for command in data["commands"]]
    more = f"; {len(items) - limit} more (--limit)" if len(items) > limit else ""
    lines.append(f"As of {day}: {len(items)} to look at{more}." if items else f"As of {day}: nothing to look at.")
    write_out("\n".join(lines) + "\n")


def _json(data: Any) -> None:
    write_out(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
