"""Whatever goes wrong below → plain words on the screen and an exit code.

Exit codes: 0 done, 1 content refused, some jobs failed or nobody can be told, 2 wrong usage, 3 our fault, 130 stopped
by Ctrl-C (as shells expect). With `--json` the error is an object on standard output, for programs; people read
standard error.
"""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from handoutgen.errors import DONE, INTERNAL, REFUSED, HandoutError, UsageProblem

STOPPED = 130


def prepare_streams() -> None:
    """Make printing safe on terminals that lack a character: it becomes "?", never a traceback. A stream that is closed
    leads nowhere, for whoever closed it wants to hear nothing."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for as long as we run
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def guarded(app: click.Command, words: Sequence[str], at_hand: object = None) -> int:
    """Run `app` on `words`; every way out is an exit code. `at_hand` is what a warm process has kept for commands."""
    try:
        code = _run(app, words, at_hand)
        sys.stdout.flush()
    except OSError as problem:  # of our own printing: all others are told by `_run`
        return unheard(problem)
    return code


def unheard(problem: OSError) -> int:
    """The exit code when what is said cannot be written; a pipe's reader that has gone wants to hear nothing of it."""
    if not isinstance(problem, BrokenPipeError):
        with contextlib.suppress(OSError):
            reason = problem.strerror or type(problem).__name__
            click.echo(f"Error: What was to be said cannot be written: {reason}.", err=True)
    return _nobody_hears()


def _run(app: click.Command, words: Sequence[str], at_hand: object) -> int:
    """The command's exit code, its failures told. Raises OSError when what is to be said cannot be written."""
    try:
        _refuse_lost_folder()
        result = app.main(list(words), prog_name="handoutgen", standalone_mode=False, obj=at_hand)
        return result if isinstance(result, int) else DONE
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped.", err=True)
        return STOPPED
    except BrokenPipeError:
        raise
    except Exception as problem:
        if isinstance(problem, OSError) and _is_of_printing(problem):
            raise
        return _explain(problem, words)


def _is_of_printing(problem: OSError) -> bool:
    """Whether it was raised when something was said: all that is said goes through click, which opens no files."""
    *_, (frame, _) = traceback.walk_tb(problem.__traceback__)
    return problem.filename is None and str(frame.f_globals.get("__name__")).startswith("click.")


def _refuse_lost_folder() -> None:
    try:
        Path.cwd()
    except OSError as problem:
        raise HandoutError(
            "The folder you are in is no longer there, or cannot be read.", "Go to another folder and try again."
        ) from problem


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


def hear_no_more() -> None:
    """From here on Ctrl-C would stop nothing, and only tear the program's own end: Python waits for its workers then,
    and says so with a traceback when it is disturbed."""
    with contextlib.suppress(ValueError):  # not in the main thread
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _nobody_hears() -> int:
    """`handoutgen list | head`, or a full disk: say nothing more, and keep Python from failing when it flushes at the
    end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return REFUSED
