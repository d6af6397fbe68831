"""The words after `handoutgen` → a command, run behind the one boundary that turns failures into plain words.

Each command is a file of this folder and is imported only when it is needed; what it needs itself (layout, fonts,
ReportLab) it imports when it runs. So `handoutgen --help` stays quick on an old office machine.
"""

from __future__ import annotations

import difflib
import gc
import importlib
import os
import sys
from collections.abc import Sequence

import click

from handoutgen import __version__, bounds
from handoutgen.cli.boundary import STOPPED, guarded, hear_no_more, prepare_streams

COMMANDS = (
    "build", "pack", "check", "preview", "serve", "draw", "batch", "site", "inspect", "score", "list", "status",
    "approve", "diff", "translate", "new", "clinics", "schema", "warm", "language-server",
)  # fmt: skip
_MODULES = {"list": "listing", "language-server": "language_server", "warm": "warm.command"}
"""Commands whose file cannot have their name."""

_HELP = """One YAML file about a condition becomes every printed leaflet a clinic needs.

\b
  handoutgen build leg-cramps-ms --size large
  handoutgen list

A LEAFLET is an id from "handoutgen list" or the path of a YAML file. Each command has its own --help with an example.
"""


class LazyGroup(click.Group):
    """A group that imports a command's file when the command is asked for, and guesses at misspelt names."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command from its file, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"handoutgen.cli.{_MODULES.get(cmd_name, cmd_name)}")
        command = module.command
        assert isinstance(command, click.Command)  # noqa: S101 - for the type checker
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, but a name that does not exist is answered with the nearest that does."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            near = difflib.get_close_matches(name, COMMANDS, n=1)
            guess = f'Did you mean "{near[0]}"?' if near else f"The commands are: {', '.join(COMMANDS)}."
            ctx.fail(f'There is no command "{name}". {guess}')
        return super().resolve_command(ctx, args)


@click.command(cls=LazyGroup, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="handoutgen", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the programmers' details when something goes wrong on our side.")
@click.option("--cold", is_flag=True, help="Do it in this process, even if a warm one is there (handoutgen warm).")
def app(debug: bool, cold: bool) -> None:
    """The group itself does nothing: `--debug` is read at the boundary, and what is not a command's name before it is
    handed to no warm process."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0 done, 1 content refused, 2 wrong usage, 3 our fault."""
    prepare_streams()
    gc.set_threshold(*bounds.GARBAGE_THRESHOLDS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for some reads what is installed: 30 ms
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = guarded(app, words)
        hear_no_more()
    except KeyboardInterrupt:  # in the very moment between the last word and here
        hear_no_more()
        code = STOPPED
    sys.exit(code)
