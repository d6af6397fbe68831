"""`handoutgen score`: score sheets of PEMAT-P and the Clear Communication Index, as far as a program fills them in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handoutgen.cli.options import json_option, leaflet_argument, today_option
from handoutgen.cli.screen import to_json
from handoutgen.diagnostics import printable
from handoutgen.errors import DONE, UsageProblem

if TYPE_CHECKING:
    from handoutgen.scoring.sheet import ScoreSheet

TOOL_NAMES = ("pemat", "cci")


@click.command("score")
@leaflet_argument(many=False)
@click.option("--lang", metavar="TAG", help="Which language, where there are several.")
@click.option(
    "--tool", "tools", type=click.Choice(TOOL_NAMES), multiple=True,
    help="PEMAT-P, or the Clear Communication Index of CDC. Left out: both.",
)  # fmt: skip
@click.option(
    "--report", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Write the sheet of one tool as a page to print: a tagged PDF.",
)  # fmt: skip
@today_option()
@json_option()
def command(
    leaflet: str, lang: str | None, tools: tuple[str, ...], report: Path | None, today: date, as_json: bool
) -> int:
    """Fill in score sheets for a leaflet. What a program can decide is decided; the rest says what to look at.

    A person's answers are written in the leaflet's file, under review: scored:, with role and date.

    \b
    For example:
      handoutgen score leg-cramps-ms
      handoutgen score leg-cramps-ms --tool pemat --report pemat.pdf
    """
    from handoutgen.content.load import load_leaflet
    from handoutgen.library.files import find_leaflet
    from handoutgen.service.score_sheets import score_report, score_sheets, sheet_object

    asked = tuple(dict.fromkeys(tools)) or TOOL_NAMES
    if report and len(asked) != 1:
        raise UsageProblem("A report is the sheet of one tool.", f"Add --tool {' or --tool '.join(TOOL_NAMES)}.")
    loaded = load_leaflet(find_leaflet(leaflet, Path(), lang))
    sheets = score_sheets(loaded, asked, today)
    if report:
        from handoutgen.output import write_whole
        from handoutgen.reporting import report_pdf

        write_whole(report, report_pdf(score_report(loaded, sheets[0], today)))
    if as_json:
        told = {"id": loaded.leaflet.id, "language": loaded.leaflet.language, "version": loaded.leaflet.review.version}
        click.echo(to_json({**told, "sheets": [sheet_object(sheet) for sheet in sheets]}))
    else:
        click.echo("\n\n".join("\n".join(_lines(sheet)) for sheet in sheets))
    return DONE


def _lines(sheet: ScoreSheet) -> list[str]:
    """The scores, what is to be done, then the rest."""
    from handoutgen.service.score_sheets import mark_shown, score_words

    rest = [item for item in sheet.items if item not in sheet.to_do]
    lines = [sheet.tool.title, *(f"  {score_words(score)}" for score in sheet.scores)]
    lines += [f"  the file answers item {number}, which the tool does not have" for number in sheet.unknown]
    for item in (*sheet.to_do, *rest):
        lines.append(printable(f"  {item.number:>3}  {mark_shown(item.mark):<15}{item.asks}: {item.because}"))
    return lines
