"""`communique serve`: what it says when it starts, that it answers, and what it refuses."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from affairs import AFFAIR
from communique.cli.app import app
from filling import fill


@pytest.fixture
def path(tmp_path: Path) -> Path:
    fill(tmp_path / "affair.db", [tell() for tell in AFFAIR]).close()
    return tmp_path / "affair.db"


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        number: int = free.getsockname()[1]
    return number


def test_it_serves_pages_and_api_until_it_is_interrupted(path: Path, port: int) -> None:
    code = "import sys; from communique.cli import main; sys.exit(main())"
    words = [sys.executable, "-c", code, "serve", "--store", str(path), "--port", str(port)]
    environment = os.environ | {"COMMUNIQUE_TOKEN": "from the environment"}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment) as server:
        try:
            assert server.stdout is not None
            assert server.stdout.readline().startswith(f"The desk of {path}: http://127.0.0.1:{port}/")
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
                assert client.get("/api/v1/engagements").json()["question"] == "engagements"
                assert client.get("/").headers["content-type"].startswith("text/html")
                assert client.get("/nothing").headers["content-type"].startswith("text/html")
                assert client.get("/", headers={"Host": "desk.example"}).status_code == 421
                record = client.get("/api/v1/engagements").json()["items"][0]["id"]
                token = {"Authorization": "Bearer from the environment"}
                assert client.post(f"/api/v1/accept/{record}", json={}, headers=token).status_code == 201
        finally:
            server.send_signal(signal.SIGINT)
            rest = server.stdout.read() if server.stdout else ""
    assert "Token" not in rest


def started(path: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[Any, Any]:
    """Return what was printed and the application that would have been served."""
    served: list[Any] = []
    monkeypatch.delenv("COMMUNIQUE_TOKEN", raising=False)
    monkeypatch.setattr("communique.api.serving.run", lambda application, _: served.append(application))
    result = CliRunner().invoke(app, ["serve", "--store", str(path), *words])
    return result, served[0] if served else None


def test_a_token_is_made_and_told_once(path: Path, port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    result, served = started(path, monkeypatch, "--port", str(port))
    assert result.exit_code == 0 and len(served.state.token) > 20
    assert f"Token for writing, until it ends: {served.state.token}" in result.output
    given, served = started(path, monkeypatch, "--port", str(port), "--token", "mine")
    assert served.state.token == "mine" and "mine" not in given.output
    _, served = started(path, monkeypatch, "--port", str(port), "--read-only")
    assert served.state.token is None


def test_an_address_that_others_reach_is_warned_of(path: Path, port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = started(path, monkeypatch, "--port", str(port), "--host", "0.0.0.0")
    assert "0.0.0.0 can be reached from other machines" in result.output
    assert "other machines" not in started(path, monkeypatch, "--port", str(port))[0].output


def test_a_port_that_is_taken_is_told_in_one_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result, served = started(path, monkeypatch, "--port", str(taken.getsockname()[1]))
    assert (result.exit_code, served) == (1, None)
    assert "cannot listen at 127.0.0.1 port" in result.output and result.output.count("\n") == 1


def test_a_store_that_is_not_there_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result, served = started(tmp_path / "none.db", monkeypatch)
    assert (result.exit_code, served) == (2, None) and "there is no such store" in result.output
