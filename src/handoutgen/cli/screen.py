"""Outcomes, failures and findings → what stands on the screen, and the same as objects for programs.

Results go to standard output, everything else to standard error. The keys of the objects are stable: programs read
them (`--json`).
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handoutgen import diagnostics
from handoutgen.codes import FOR_WHO_PRINTS
from handoutgen.diagnostics import Diagnostic, Severity, printable
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.phrases import counted
from handoutgen.service.problems import OUR_FAULT, own_words

if TYPE_CHECKING:
    from handoutgen.service.outcomes import BuildOutcome


def show(problem: Exception) -> None:
    """A failure in plain words on standard error: what, then how to mend it."""
    if isinstance(problem, ContentRefused):
        show_diagnostics(problem.diagnostics)
        click.echo(problem.message, err=True)
    elif isinstance(problem, click.ClickException):
        problem.show()
    elif isinstance(problem, HandoutError):
        click.echo(f"Error: {printable(problem.message)}", err=True)
        if problem.remedy:
            click.echo(f"Fix: {printable(problem.remedy)}", err=True)
    else:
        click.echo(f"Error: {printable(own_words(problem))}\n{OUR_FAULT}", err=True)


def show_diagnostics(found: Sequence[Diagnostic], *, err: bool = True) -> None:
    """Findings with their place, excerpt and fix; on standard error, unless they are what was asked for."""
    if found:
        stream = sys.stderr if err else sys.stdout
        colour = stream.isatty() and not os.environ.get("NO_COLOR")
        click.echo(diagnostics.render_text(found, colour=colour), err=err, color=colour)


def to_json(data: Any) -> str:
    """JSON as all commands print it: ASCII only, so that no terminal's character set can spoil it."""
    return json.dumps(data, indent=2)


class Teller:
    """Tells outcomes as lines. What several sizes of one leaflet have in common is told once."""

    def __init__(self) -> None:
        self._told: set[object] = set()
        self._again: Counter[Path] = Counter()

    def tell(self, outcome: BuildOutcome) -> None:
        """One line for a file; a failure with its findings."""
        if outcome.built is not None:
            pages, sheets = outcome.built.pages, outcome.built.sheets
            paper = f"  {counted(pages, 'page')}, {counted(sheets, 'sheet')}" if pages else ""
            click.echo(f"{outcome.path}{paper}")
            self._warn(outcome)
        elif outcome.problem is not None:
            self._fail(outcome, outcome.problem)

    def _warn(self, outcome: BuildOutcome) -> None:
        """Who prints must know what is left out of a form and what concerns the clinic; the rest is the author's."""
        found = outcome.built.diagnostics if outcome.built else ()
        ours = [d for d in found if d.code in FOR_WHO_PRINTS]
        show_diagnostics([d for d in ours if self._first_time(d)])
        warnings = [d for d in found if d.severity is Severity.WARNING and d not in ours]
        if warnings and self._first_time(outcome.order.leaflet):
            click.echo(
                f'  {counted(len(warnings), "warning")} for the author: "handoutgen check {outcome.order.leaflet}"',
                err=True,
            )

    def _fail(self, outcome: BuildOutcome, problem: Exception) -> None:
        order = outcome.order
        found = problem.diagnostics if isinstance(problem, ContentRefused) else (str(problem),)
        new = [each for each in found if self._first_time((order.leaflet, each))]
        if not new:
            self._again[order.leaflet] += 1
            return
        clinic = f", clinic {order.clinic.stem}" if order.clinic else ""
        click.echo(f"Not made: {order.leaflet} ({order.format}, {order.size}{clinic})", err=True)
        show(
            ContentRefused([d for d in new if isinstance(d, Diagnostic)])
            if isinstance(problem, ContentRefused)
            else problem
        )
        if not isinstance(problem, HandoutError) and "--debug" in sys.argv:
            click.echo("".join(traceback.format_exception(problem)), err=True)

    def tell_rest(self) -> None:
        """How many more files were not made, for reasons that were told."""
        for leaflet, count in self._again.items():
            click.echo(f"Not made for the same reasons: {counted(count, 'more file')} of {leaflet}", err=True)

    def _first_time(self, what: object) -> bool:
        new = what not in self._told
        self._told.add(what)
        return new


def show_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns as wide as what is in them."""
    lines = [list(heads), *([printable(cell) for cell in row] for row in rows)]
    widths = [max(len(line[index]) for line in lines) for index in range(len(heads))]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        click.echo(f"  {'  '.join(cells)}".rstrip())
