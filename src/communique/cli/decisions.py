"""How decisions and the review queue look: a line for people, JSON for programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from communique.cli.printing import write_out
from communique.decide.review import Item
from communique.decide.telling import line
from communique.records import to_data
from communique.records.links import Decision

WIDTH = 110


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
