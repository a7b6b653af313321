"""Many articles at once: a pool of worker processes that read, one process that writes."""

from communique.batch.adding import Clock, Outcome, add, rerun
from communique.batch.gathering import gather
from communique.batch.pool import Read, read_all

__all__ = ["Clock", "Outcome", "Read", "add", "gather", "read_all", "rerun"]
