"""`serve`: the pages and the API on this machine."""

from __future__ import annotations

import secrets
import sys
from typing import Annotated

import typer

from communique.cli.app import Lexicon, StorePath, app, plainly

Host = Annotated[
    str, typer.Option("--host", help="The address to listen at; another than this machine's is warned of.")
]
Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen at.")]
Token = Annotated[
    str | None,
    typer.Option("--token", envvar="COMMUNIQUE_TOKEN", help="What to give for writing (one is made and printed)."),
]
ReadOnly = Annotated[bool, typer.Option("--read-only", help="Nothing can be written.")]

HERE = ("127.0.0.1", "localhost", "::1")
"""Addresses that only this machine reaches."""


@app.command()
def serve(
    store: StorePath = "communique.db",
    host: Host = "127.0.0.1",
    port: Port = 8000,
    token: Token = None,
    read_only: ReadOnly = False,
    lexicon: Lexicon = None,
) -> None:
    """Show the record as web pages, and answer programs (/api/v1): on this machine, without any account."""
    from communique.api.application import create_application
    from communique.api.security import LOOPBACK
    from communique.api.serving import listen, run
    from communique.store import open_store
    from communique.web import pages

    given = None if read_only else token or secrets.token_urlsafe(18)
    with plainly(), open_store(store, create=False, read_only=read_only) as opened, listen(host, port) as at:
        hosts = LOOPBACK if host in HERE else None
        application = create_application(opened, token=given, lexicon=lexicon, hosts=hosts)
        pages.mount(application)
        application.state.told = pages.told
        name = f"[{host}]" if ":" in host else host
        print(f"The desk of {store}: http://{name}:{port}/ (API: /api/v1/openapi.json); Ctrl-C ends it.")
        if given is not None and token is None:
            print(f"Token for writing, until it ends: {given}")
        if hosts is None:
            print(
                f"communique: {host} can be reached from other machines: whoever reaches it reads the whole record, "
                "and the token travels unencrypted; use 127.0.0.1, or put a server with TLS before it",
                file=sys.stderr,
            )
        sys.stdout.flush()
        run(application, at)
