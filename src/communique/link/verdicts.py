"""What is said of a report and a matter: do they belong together, how surely, and why."""

from __future__ import annotations

from typing import NamedTuple

from communique.records.links import Relation


class Verdict(NamedTuple):
    """Whether a report joins a matter; `score` 0..1 and `why` are kept for review where it does not."""

    relation: Relation
    score: float
    joins: bool
    why: str


class Candidate(NamedTuple):
    """A matter that a report was held against: its head and the verdict."""

    head: str
    verdict: Verdict
