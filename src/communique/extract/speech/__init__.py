"""Statements: what was said, by whom, to whom, where."""
