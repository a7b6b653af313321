"""Lists the lines of the rooms that read which fewer than five of our own texts reach: rules that lack their examples.

    python tools/few_examples.py [--least N] [MODULE ...]     such as annotate/judging/factuality.py

Own texts are the examples and counterexamples of the data files, the sentences of tests and of `evaluation` (own test
and the blind paragraphs left out). What a line does is not judged: tests do that. Takes some minutes.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from communique import workflow
from communique.config import DATA
from conftest import plain_article

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "communique"
ROOMS = ("annotate", "extract")
LONGEST = 1200
"""Texts of more characters reach so much that they are examples of nothing."""
PUT_ASIDE = ("compiled/test", "second", "no_diplomacy_blind")
_MARKUP = re.compile(r"[\[\]{}<>]")
_LABELS = re.compile(r"\n\w{1,3}: ")


def main() -> None:
    """Print module, line and source of what is reached too seldom, and how often it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--least", type=int, default=5, help="how many texts are enough")
    parser.add_argument("modules", nargs="*", help="modules to print, below src/communique; all without any")
    given = parser.parse_args()
    paths = [path for room in ROOMS for path in sorted((SOURCE / room).rglob("*.py"))]
    wanted = [path for path in paths if not given.modules or str(path.relative_to(SOURCE)) in given.modules]
    reached = _reached(wanted, given.least)
    for path in wanted:
        source = path.read_text(encoding="utf-8").splitlines()
        for line, last in sorted(_lines_of(path).items()):
            texts = max(reached[str(path), each] for each in range(line, last + 1))
            if texts < given.least:
                print(f"{path.relative_to(SOURCE)}:{line}  {texts}  {source[line - 1].strip()}")


def _reached(paths: list[Path], enough: int) -> Counter[tuple[str, int]]:
    """Return (module, line) -> how many texts reach it, counted up to `enough`."""
    counts: Counter[tuple[str, int]] = Counter()
    seen: set[tuple[str, int]] = set()
    names = frozenset(str(path) for path in paths)
    called: set[CodeType] = set()
    full: set[CodeType] = set()

    def on_line(frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            seen.add((frame.f_code.co_filename, frame.f_lineno))
        return on_line

    def on_call(frame: FrameType, _event: str, _: Any) -> Any:
        code = frame.f_code
        if code in full or code.co_filename not in names:
            return None
        called.add(code)
        return on_line

    workflow.read(plain_article("Chad said it would talk to Mali."))
    for number, text in enumerate(sorted(set(_own_texts()))):
        sys.settrace(on_call)
        try:
            workflow.read(plain_article(text, "2024-05-16"))
        finally:
            sys.settrace(None)
        counts.update(seen)
        full.update(code for code in called if all(counts[place] >= enough for place in _places(code)))
        seen.clear()
        called.clear()
        if number % 2000 == 0:
            print(number, "texts", file=sys.stderr, flush=True)
    return counts


def _places(code: CodeType) -> Iterator[tuple[str, int]]:
    """Yield module and line of all that a function does."""
    return ((code.co_filename, line) for _, _, line in code.co_lines() if line and line != code.co_firstlineno)


def _own_texts() -> Iterator[str]:
    """Yield every text that could be an article, marks of annotation taken off."""
    for strings in (_of_data(), _of_tests(), _of_yaml(ROOT / "tests"), _of_yaml(ROOT / "evaluation")):
        for string in strings:
            text = _MARKUP.sub("", _LABELS.split(string)[0]).strip()
            if 20 <= len(text) <= LONGEST and "|" not in text and len(text.split()) >= 4:
                yield text


def _of_data() -> Iterator[str]:
    for path in DATA.rglob("*.yaml"):
        entries = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
        for entry in entries if isinstance(entries, list) else ():
            for field in ("examples", "counterexamples"):
                yield from _strings(entry.get(field, ()))
    for path in DATA.rglob("*.csv"):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            yield line.partition(",")[2].strip('"').replace('""', '"')


def _of_tests() -> Iterator[str]:
    for path in (ROOT / "tests").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip()[-1:] in ".!?”\"’'":
                yield node.value


def _of_yaml(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*.yaml"):
        if not any(part in str(path) for part in PUT_ASIDE):
            yield from _strings(yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader))


def _strings(value: Any) -> Iterator[str]:
    """Yield the strings in a value, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from _strings(key)
            yield from _strings(held)
    elif isinstance(value, list):
        for held in value:
            yield from _strings(held)


def _lines_of(path: Path) -> dict[int, int]:
    """Return the first and last line of what is done inside functions: no headers, docstrings, errors or bodies."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return {
        node.lineno: getattr(node, "test", getattr(node, "iter", node)).end_lineno or node.lineno
        for function in functions
        for body in function.body
        for node in ast.walk(body)
        if isinstance(node, ast.stmt) and not isinstance(node, ast.FunctionDef | ast.Raise) and not _is_string(node)
    }


def _is_string(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


if __name__ == "__main__":
    main()
