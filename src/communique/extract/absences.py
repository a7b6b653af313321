"""Absences."""
from __future__ import annotations
from communique.lexicon.cues import CueLexicon
from communique.reading import Reading
from communique.records.statements import Absence
def find_absences(reading: Reading, cues: CueLexicon) -> list[Absence]:
    """Return."""
    return []
