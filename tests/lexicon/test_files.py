"""The strict readers: what they take, what they refuse, and with which line."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import LexiconError
from communique.lexicon import files
from communique.lexicon.files import check_overlay, read_csv, read_entries, read_table, read_yaml


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_a_table_is_read_with_line_numbers_and_list_cells(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", 'id,names\na,"One, two|Three"\n\nb,\n')
    rows = read_csv(path, ["names", "id"])
    assert [(row.line, row["id"], row.many("names")) for row in rows] == [(2, "a", ("One, two", "Three")), (4, "b", ())]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    rows = read_csv(write(tmp_path / "t.csv", "\ufeffid,x\r\na,1\r\n"), ["id", "x"])
    assert [row.cells for row in rows] == [{"id": "a", "x": "1"}]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("id,colour\na,red\n", 1, "column 'colour' is not wanted"),
        ("id\na\n", 1, "column 'x' is missing"),
        ("id,x,x\na,1,2\n", 1, "column 'x' is not wanted"),
        ("id,x\na,1\nb\n", 3, "1 cells under 2 columns"),
        ("id,x\na,1,2\n", 2, "3 cells under 2 columns"),
        ('id,x\na,"open\n', 2, "unexpected end"),
        ("", 1, "column 'id' is missing"),
    ],
)
def test_a_malformed_table_is_refused_with_its_line(tmp_path: Path, text: str, line: int, what: str) -> None:
    with pytest.raises(LexiconError, match=what) as caught:
        read_csv(write(tmp_path / "t.csv", text), ["id", "x"])
    assert caught.value.line == line
    assert str(caught.value).startswith(f"{tmp_path / 't.csv'}:{line}: ")


def test_bytes_that_are_not_utf8_are_refused_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"id\na\n\xe9\n")
    with pytest.raises(LexiconError, match="not UTF-8") as caught:
        read_csv(path, ["id"])
    assert caught.value.line == 3


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setattr(files, "DATA", folder)
    return folder


def test_an_overlay_replaces_same_keys_in_place_and_adds_the_others(data: Path, tmp_path: Path) -> None:
    write(data / "en/t.csv", "id,x\na,1\nb,2\nc,3\n")
    write(tmp_path / "mine/en/t.csv", "x,id\n20,b\n40,d\n")
    rows = read_table("en/t", ["id", "x"], tmp_path / "mine")
    assert [(row["id"], row["x"]) for row in rows] == [("a", "1"), ("b", "20"), ("c", "3"), ("d", "40")]
    assert [row["x"] for row in read_table("en/t", ["id", "x"])] == ["1", "2", "3"]


def test_a_key_that_stands_twice_in_one_file_is_refused(data: Path) -> None:
    write(data / "t.csv", "word,x\na,1\nb,2\na,3\n")
    with pytest.raises(LexiconError, match="word 'a' stands in line 2 already") as caught:
        read_table("t", ["word", "x"], key="word")
    assert caught.value.line == 4


def test_an_empty_key_is_refused(data: Path) -> None:
    write(data / "t.csv", "id,x\n,1\n")
    with pytest.raises(LexiconError, match="id is empty"):
        read_table("t", ["id", "x"])


def test_a_missing_table_is_named(data: Path) -> None:
    with pytest.raises(LexiconError, match=r"t\.csv:0: the file is missing"):
        read_table("t", ["id"])


def test_yaml_scalars_stay_as_typed(tmp_path: Path) -> None:
    path = write(tmp_path / "t.yaml", "- id: no\n  list: [on, yes, 2023-01-01, 1.0, null]\n  deep: {a: [b]}\n")
    assert read_yaml(path)[0].fields == {
        "id": "no",
        "list": ["on", "yes", "2023-01-01", "1.0", "null"],
        "deep": {"a": ["b"]},
    }


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("- id: a\n  x: [1\n- id: b\n", 3, "expected"),
        ("id: a\n", 1, "must be a list"),
        ("- a\n", 1, "must be a mapping"),
        ("- id: a\n  x: 1\n  x: 2\n", 3, "'x' stands twice"),
        ("- id: a\n  x: 1\n- id: a\n  x: 2\n", 3, "id 'a' stands in line 1 already"),
        ("- id: a\n  x: 1\n  z: 2\n", 1, "unknown field 'z'"),
        ("- id: a\n", 1, "field 'x' is missing"),
    ],
)
def test_malformed_yaml_is_refused_with_its_line(data: Path, text: str, line: int, what: str) -> None:
    write(data / "t.yaml", text)
    with pytest.raises(LexiconError, match=what) as caught:
        read_entries("t", ["id", "x"])
    assert caught.value.line == line


def test_yaml_entries_are_laid_over_like_rows(data: Path, tmp_path: Path) -> None:
    write(data / "t.yaml", "- {id: a, x: 1}\n- {id: b, x: 2}\n")
    write(tmp_path / "mine/t.yaml", "- {id: a, x: 3, note: new}\n")
    entries = read_entries("t", ["id", "x"], tmp_path / "mine", optional=["note"])
    assert [(entry.text("id"), entry.texts("x")) for entry in entries] == [("a", ("3",)), ("b", ("2",))]


def test_an_entry_names_the_field_that_has_the_wrong_shape(tmp_path: Path) -> None:
    entry = read_yaml(write(tmp_path / "t.yaml", "- id: a\n  x: {b: c}\n"))[0]
    with pytest.raises(LexiconError, match="x must be a list of strings"):
        entry.texts("x")
    with pytest.raises(LexiconError, match="y is missing"):
        entry.text("y")
    assert entry.texts("y") == ()


def test_an_overlay_has_only_tables_that_exist(tmp_path: Path) -> None:
    (tmp_path / "status" / "en").mkdir(parents=True)
    (tmp_path / "status" / "en" / "modifiers.csv").write_text("word,gives\n")
    check_overlay(tmp_path)
    (tmp_path / "status" / "en" / "modifyers.csv").write_text("word,gives\n")
    with pytest.raises(LexiconError, match=r"modifyers\.csv:0: no table has this name"):
        check_overlay(tmp_path)


def test_an_overlay_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such folder"):
        check_overlay(tmp_path / "nowhere")
