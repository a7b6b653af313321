"""Runs the application: one process, this machine only unless another address is asked for."""

from __future__ import annotations

import uvicorn
from fastapi import FastAPI


def run(application: FastAPI, host: str, port: int) -> None:
    """Serve until interrupted."""
    uvicorn.run(
        application, host=host, port=port, log_level="warning", server_header=False, timeout_graceful_shutdown=3
    )
