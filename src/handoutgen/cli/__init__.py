"""The command line: words typed → calls of the rooms above, printed results and an exit code. No decisions here."""

from handoutgen.cli.entry import main

__all__ = ["main"]
