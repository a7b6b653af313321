"""Allegations and denials."""
