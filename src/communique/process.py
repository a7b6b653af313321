"""How a process of ours runs: arithmetic in one thread, and memory seldom searched for circles of objects."""

from __future__ import annotations

import gc
import os

RARELY = 50_000
"""So many objects more than before, and memory is searched for circles of them. Readings and records form none, and
Python's own 700 would have what is loaded for good looked through again with every article."""


def begin() -> None:
    """Set this process up: for the command line, a worker and the server, never for a program that imports us."""
    for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(threads, "1")  # more threads cost twice the time
    gc.set_threshold(RARELY, 20, 20)
