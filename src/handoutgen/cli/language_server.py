"""`handoutgen language-server`: what editors start to show findings as one types."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click


@click.command("language-server")
def command() -> int:
    """Talk to an editor over standard input and output, in the language server protocol.

    Editors start it themselves; docs/editors.md says how to set it up in each.

    \b
    For example, in the settings of Helix:
      command = "handoutgen", args = ["language-server"]
    What it runs:
      handoutgen language-server
    """
    from handoutgen.editor.server import LanguageServer

    return LanguageServer(sys.stdin.buffer, sys.stdout.buffer, Path().resolve(), date.today).serve()
