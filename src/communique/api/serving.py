"""Runs the application: one process, at one address."""

from __future__ import annotations

import gc
import socket

import uvicorn
from fastapi import FastAPI

from communique import process
from communique.errors import AddressError


def listen(host: str, port: int) -> socket.socket:
    """Return the socket to serve at; AddressError if the address is taken or is none of this machine."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise AddressError(f"cannot listen at {host} port {port} ({why}); give another --port or --host") from error


def run(application: FastAPI, at: socket.socket) -> None:
    """Serve until interrupted."""
    gc.freeze()
    process.begin()
    config = uvicorn.Config(application, log_level="warning", server_header=False, timeout_graceful_shutdown=3)
    uvicorn.Server(config).run(sockets=[at])
