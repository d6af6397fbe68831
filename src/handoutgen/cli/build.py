"""`handoutgen build`: leaflets as finished PDF files."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handoutgen.cli.at_hand import workshop_at_hand
from handoutgen.cli.options import (
    chosen_options,
    detail_option,
    expired_option,
    form_options,
    json_option,
    leaflet_argument,
    out_option,
    person_option,
    today_option,
    with_option,
)
from handoutgen.cli.screen import Teller, show, to_json

if TYPE_CHECKING:
    from handoutgen.content.for_person import ForPerson
    from handoutgen.formats import Options
    from handoutgen.service.outcomes import BuildOutcome
    from handoutgen.service.requests import Request

LONG_WORK = 6
"""With this many files or more, a bar says how far the work is."""


@click.command("build")
@leaflet_argument(many=True)
@form_options(many=True)
@out_option("out", "finished PDF files")
@click.option("--reading-order", is_flag=True, help="Booklets and folded leaflets page by page, for screens.")
@click.option("--weeks", type=click.IntRange(1, 53), default=1, show_default=True, help="Weeks of diary to print.")
@detail_option()
@with_option()
@click.option("--fillable", is_flag=True, help="Places to write as fields, to be filled in on a screen.")
@click.option("--beside", metavar="TAG", default="", help="Beside it, block by block, the same in another language.")
@chosen_options()
@person_option()
@click.option("--crlf", is_flag=True, help="Plain text with the line ends that old Windows programs need.")
@click.option("--cells", type=click.IntRange(20, 100), default=40, show_default=True, help="Braille: cells in a line.")
@click.option("--lines", type=click.IntRange(10, 100), default=25, show_default=True, help="Braille: lines on a page.")
@click.option("--voice", metavar="NAME", default="", help="Spoken file: a voice of eSpeak NG, or a Piper model's file.")
@click.option("--proof", is_flag=True, help="Add a ruler, folds and the printable area, to check a printer.")
@click.option("--distance", type=float, default=1.5, show_default=True,
              help="Metres from which a poster is read, 1 to 2.")  # fmt: skip
@expired_option()
@today_option()
@json_option()
def command(
    leaflets: tuple[str, ...],
    clinics: tuple[str, ...],
    sizes: tuple[str, ...],
    formats: tuple[str, ...],
    languages: tuple[str, ...],
    out: Path,
    allow_expired: str | None,
    today: date,
    as_json: bool,
    **how: Any,
) -> int:
    """Make finished PDF leaflets, one file for each size, format, language and clinic asked for.

    \b
    For example, the first leaflet in large print, then in every size on both papers:
      handoutgen build leg-cramps-ms --size large
      handoutgen build leg-cramps-ms --size all --format all

    A leaflet that is refused is told with its reason, and the others are built all the same.
    """
    from handoutgen.service.outcomes import as_object, exit_code_for, run_orders
    from handoutgen.service.problems import problem_object
    from handoutgen.service.requests import Asked, request_for

    options = _options(**how)
    request = request_for(Asked(leaflets, clinics, sizes, formats, languages, today, allow_expired, options), Path())
    outcomes = run_orders(request.orders, out, workshop_at_hand())
    if as_json:
        done = list(outcomes)
        code = exit_code_for(done, request.refused)
        files = [as_object(outcome) for outcome in done]
        refused = [problem_object(problem) for problem in request.refused]
        click.echo(to_json({"files": files, "refused": refused, "left_out": request.left_out, "exit_code": code}))
        return code
    done = _tell(outcomes, len(request.orders))
    _tell_left_out(request)
    _sum_up(done)
    return exit_code_for(done, request.refused)


def _options(
    reading_order: bool,
    weeks: int,
    distance: float,
    proof: bool,
    crlf: bool,
    detail: str,
    added: tuple[str, ...],
    chosen: tuple[str, ...],
    only_chosen: bool,
    for_person: ForPerson | None,
    cells: int,
    lines: int,
    fillable: bool,
    voice: str,
    beside: str,
) -> Options:
    """What was typed of how to print."""
    from handoutgen.depth import Depth
    from handoutgen.formats import Options, readable_distance

    return Options(
        reading_order, weeks, readable_distance(distance), proof, crlf, Depth(detail), "write-on" in added, chosen,
        only_chosen, for_person, cells, lines, fillable, voice, beside,
    )  # fmt: skip


def _tell_left_out(request: Request) -> None:
    for problem in request.refused:
        show(problem)
    for what in request.left_out:
        click.echo(f"Note: {what}", err=True)


def _tell(outcomes: Iterator[BuildOutcome], count: int) -> list[BuildOutcome]:
    """Tell each outcome as it comes; on long work at a terminal, a bar first and the lines after it."""
    teller = Teller()
    if count >= LONG_WORK and sys.stderr.isatty():
        with click.progressbar(outcomes, length=count, label="Building", file=sys.stderr) as bar:
            done = list(bar)
        for outcome in done:
            teller.tell(outcome)
        teller.tell_rest()
        return done
    done = []
    for outcome in outcomes:
        done.append(outcome)
        teller.tell(outcome)
    teller.tell_rest()
    return done


def _sum_up(done: Sequence[BuildOutcome]) -> None:
    failed = sum(outcome.problem is not None for outcome in done)
    made = len(done) - failed
    if len(done) > 1 or failed:
        click.echo(f"{made} of {len(done)} files made." if failed else f"{made} files made.", err=bool(failed))
