"""Proposals, their provisions, and where parties stand."""
