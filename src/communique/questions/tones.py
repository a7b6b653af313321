"""What a status means for a reader: settled, pending, wished for, failed, halted, past; each face colours it so."""

from __future__ import annotations

from collections.abc import Sequence

TONES: dict[str, Sequence[str]] = {
    "settled": (
        "held",
        "occurred",
        "ongoing",
        "under_way",
        "signed",
        "in_force",
        "accepted",
        "accepts",
        "agreed",
        "extended",
        "welcomes",
    ),
    "pending": (
        "announced",
        "confirmed",
        "planned",
        "invited",
        "under_discussion",
        "put_forward",
        "proposed",
        "proposes",
        "offered",
    ),
    "wished": (
        "sought",
        "hypothetical",
        "possible",
        "floated",
        "demanded",
        "demands",
        "alleged",
        "threatened",
        "conditional",
    ),
    "failed": (
        "refused",
        "cancelled",
        "rejected",
        "rejects",
        "denied",
        "denies",
        "negated",
        "left",
        "expired",
        "withdrawn",
        "opposes",
    ),
    "halted": ("postponed", "suspended", "sceptical"),
    "past": ("historical",),
}
"""Colour follows meaning: what is settled, pending, wished for, failed, halted or past."""


def tone_of(status: str) -> str:
    """Return the meaning of a status or stance ("settled", "pending"...), "" where it has none of these."""
    return next((name for name, statuses in TONES.items() if status in statuses), "")
