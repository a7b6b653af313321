"""The command line: one face over workflow. Imports typer only; everything heavy waits until a command runs."""

from communique.cli.commands import main

__all__ = ["main"]
