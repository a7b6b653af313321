"""Compiles the passages of evaluation/references, whose actor mentions are marked in the text, to JSONL with offsets.

python tools/compile_references.py [FOLDER [OUT]]

A mark is `[words|who]` or `[words|who.form]`; marks nest. `who` is a key of the passage's own list, an actor id, the
ISO3 code of a state, several of these joined by + for the members of a group, `@` for a place that is only a place, or
`~` for a mention that may be found or not. `form` is n(ame), the default, m(etonym), d(emonym), e (description) or
r(ole); pronouns are known by their words.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique.lexicon.actors import Registry, load_actors
from communique.lexicon.files import Entry, read_yaml

FOLDER = Path(__file__).parent.parent / "evaluation" / "references"
FORMS = {"n": "name", "m": "metonym", "d": "demonym", "e": "description", "r": "role"}
MARKS = re.compile(r"\[|\]|\|([^|\[\]]+)\]")
FREE = re.compile(r"(mention|organ)/[A-Za-z0-9-]+")


def compile_folder(folder: Path) -> list[dict[str, Any]]:
    """Return the passages of a folder's YAML files in the order of their ids; LexiconError names file and line."""
    registry, found = load_actors(), dict[str, dict[str, Any]]()
    for path in sorted(folder.glob("*.yaml")):
        for entry in read_yaml(path):
            if entry.fields.keys() - {"id", "dct", "who", "text"}:
                raise entry.error("the fields are id, dct, who, text")
            if entry.text("id") in found:
                raise entry.error(f"the id {entry.text('id')} stands there twice")
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", entry.text("dct")):
                raise entry.error("dct is no day (YYYY-MM-DD)")
            found[entry.text("id")] = _compiled(entry, registry)
    return [found[identity] for identity in sorted(found)]


def _compiled(entry: Entry, registry: Registry) -> dict[str, Any]:
    who, marked = entry.fields.get("who", {}), entry.text("text").rstrip()
    if not isinstance(who, dict):
        raise entry.error("who is a mapping from keys to actor ids")
    used: set[str] = set()
    plain, opened = "", list[int]()
    mentions, optional = [], []
    at = 0
    for mark in MARKS.finditer(marked):
        plain, at = plain + marked[at : mark.start()], mark.end()
        if mark[0] == "[":
            opened.append(len(plain))
            continue
        if mark[0] == "]" or not opened:
            raise _error(entry, marked, mark.start(), "a bracket that opens or closes no mark")
        start = opened.pop()
        words, (key, _, form) = plain[start:], mark[1].partition(".")
        if not words.strip() or words != words.strip():
            raise _error(entry, marked, mark.start(), f"a mark begins and ends with a word, not {words!r}")
        if key == "~":
            optional.append([start, len(plain)])
            continue
        try:
            actor = _actor(key, who, registry, used)
            form = "pronoun" if words.lower() in registry.pronouns else FORMS[form or "n"]
        except KeyError as error:
            raise _error(entry, marked, mark.start(), f"who or what is {error} in {mark[0]!r}?") from error
        mentions.append({"span": [start, len(plain)], "text": words, "actor": actor, "form": form})
    if opened:
        raise _error(entry, marked, len(marked) - 1, "a mark is not closed")
    if unused := set(who) - used:
        raise entry.error(f"who names {', '.join(sorted(unused))}, whom no mark uses")
    mentions.sort(key=_widest_first)
    text = plain + marked[at:]
    return {"id": entry.text("id"), "dct": entry.text("dct"), "text": text, "mentions": mentions, "optional": optional}


def _widest_first(mention: dict[str, Any]) -> tuple[int, int]:
    start, end = mention["span"]
    return start, -end


def _actor(key: str, who: dict[str, Any], registry: Registry, used: set[str]) -> str:
    if key == "@":
        return "place"
    return "+".join(sorted(_one(part, who, registry, used) for part in key.split("+")))


def _one(key: str, who: dict[str, Any], registry: Registry, used: set[str]) -> str:
    used.add(key)
    identity = str(who.get(key, f"state/{key}" if re.fullmatch("[A-Z]{3}", key) else key))
    if identity not in registry.known and not FREE.fullmatch(identity):
        raise KeyError(identity)
    return identity


def _error(entry: Entry, marked: str, at: int, what: str) -> Exception:
    """The error at the line of the file where character `at` of a literal block stands."""
    lines = entry.path.read_text(encoding="utf-8").split("\n")
    begins = next(n for n in range(entry.line - 1, len(lines)) if lines[n].lstrip("- ").startswith("text:"))
    line = begins + 2 + marked.count("\n", 0, at)
    return Entry(entry.path, line, entry.fields).error(what)


def written(passages: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of the JSONL file."""
    for passage in passages:
        yield json.dumps(passage, ensure_ascii=False) + "\n"


def main() -> None:
    """Write the JSONL file and print what it holds."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else folder / "references.jsonl"
    passages = compile_folder(folder)
    out.write_text("".join(written(passages)), encoding="utf-8")
    print(f"{out.name}: {len(passages)} passages, {sum(len(p['mentions']) for p in passages)} mentions")


if __name__ == "__main__":
    main()
