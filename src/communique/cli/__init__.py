"""The command line: one face over workflow and questions. Imports typer only; the rest waits until a command runs."""

from communique.cli.app import app as main

from communique.cli import commands, storing, asking, correcting, serving, evaluating  # isort: skip  # the order of --help

__all__ = ["asking", "commands", "correcting", "evaluating", "main", "serving", "storing"]
