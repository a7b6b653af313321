"""Relationships between parties."""
