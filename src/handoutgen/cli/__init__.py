"""The command line: words typed → calls of the rooms above, printed results and an exit code. No decisions here."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from handoutgen.cli.warm.choosing import may_be_warm


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0 done, 1 content refused, 2 wrong usage, 3 our fault.

    A warm process is asked first, if the user has started one (`warm`); that is decided before anything is imported,
    for importing is most of what a command's start takes.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    code = _from_warm(words) if may_be_warm(words, os.environ) else None
    if code is not None:
        sys.exit(code)
    from handoutgen.cli import entry

    entry.main(words)


def _from_warm(words: Sequence[str]) -> int | None:
    """The exit code that a warm process tells; None if there is none."""
    from handoutgen.cli.warm import meeting

    try:
        os.stat(meeting.path())  # noqa: PTH116 - pathlib is not loaded for this
    except (OSError, ValueError):
        return None
    from handoutgen.cli.warm.asking import ask

    return ask(words)
