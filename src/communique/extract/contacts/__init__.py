"""Engagements: meetings, visits, calls and talks."""
