"""Fixtures that load a language model once a session; everything else in the suite runs on plain data."""
