"""Runs the application: one process, at one address."""

from __future__ import annotations

import gc
import socket

import uvicorn
from fastapi import FastAPI

from communique.errors import AddressError


def listen(host: str, port: int) -> socket.socket:
    """Return the socket to serve at; AddressError if the address is taken or is none of this machine."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise AddressError(f"cannot listen at {host} port {port} ({why}); give another --port or --host") from error


RARELY = 50_000
"""So many objects more than before, and memory is searched for circles of them. Records form none: searching the many
that are kept stops an answer for up to 0.2 s and finds nothing."""


def run(application: FastAPI, at: socket.socket) -> None:
    """Serve until interrupted."""
    gc.freeze()
    gc.set_threshold(RARELY, 20, 20)
    config = uvicorn.Config(application, log_level="warning", server_header=False, timeout_graceful_shutdown=3)
    uvicorn.Server(config).run(sockets=[at])
