"""Many articles at once: a pool of worker processes that read, one process that writes."""

from communique.batch.adding import Outcome, add, rerun
from communique.batch.gathering import gather
from communique.batch.pool import Read

__all__ = ["Outcome", "Read", "add", "gather", "rerun"]
