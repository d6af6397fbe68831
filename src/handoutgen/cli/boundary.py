"""Whatever goes wrong below → plain words on the screen and an exit code.

Exit codes: 0 done, 1 content refused or some jobs failed, 2 wrong usage, 3 our fault, 130 stopped by Ctrl-C (as
shells expect). With `--json` the error is an object on standard output, for programs; people read standard error.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import traceback
from collections.abc import Sequence

import click

from handoutgen.errors import DONE, INTERNAL, REFUSED, HandoutError, UsageProblem

STOPPED = 130


def prepare_streams() -> None:
    """Make printing safe on terminals that lack a character: it becomes "?", never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def guarded(app: click.Command, words: Sequence[str]) -> int:
    """Run `app` on `words`; every way out is an exit code."""
    try:
        try:
            result = app.main(list(words), prog_name="handoutgen", standalone_mode=False)
            code = result if isinstance(result, int) else DONE
        except (KeyboardInterrupt, click.Abort):
            click.echo("Stopped.", err=True)
            code = STOPPED
        except BrokenPipeError:
            raise
        except Exception as problem:
            code = _explain(problem, words)
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_went_away()
    return code


def _explain(problem: Exception, words: Sequence[str]) -> int:
    from handoutgen.cli.screen import show, to_json
    from handoutgen.service.problems import exit_code_of, problem_object

    ours = _in_our_words(problem)
    code = exit_code_of(ours)
    if "--json" in words:
        click.echo(to_json({"error": problem_object(ours), "exit_code": code}))
    else:
        show(problem)
    if code == INTERNAL and "--debug" in words:
        click.echo("".join(traceback.format_exception(problem)), err=True)
    return code


def _in_our_words(problem: Exception) -> Exception:
    """click's refusals of what was typed, as the refusals of ours that they are."""
    if isinstance(problem, click.UsageError):
        return UsageProblem(problem.format_message(), "")
    if isinstance(problem, click.ClickException):
        return HandoutError(problem.format_message(), "")
    return problem


def _reader_went_away() -> int:
    """`handoutgen list | head`: say nothing more, and keep Python from failing when it flushes at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return REFUSED
