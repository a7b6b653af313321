"""Diplomacy: a Reading becomes records. Pure functions; no language model in sight."""
