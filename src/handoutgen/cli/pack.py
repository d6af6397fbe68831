"""`handoutgen pack`: several leaflets as one PDF, to be printed in one go."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handoutgen.cli.at_hand import workshop_at_hand
from handoutgen.cli.complete import complete_clinics, complete_formats, complete_packs, complete_sizes
from handoutgen.cli.options import WHICH_FORM, detail_option, expired_option, json_option, person_option, today_option
from handoutgen.cli.screen import show_diagnostics, to_json
from handoutgen.codes import FOR_WHO_PRINTS
from handoutgen.errors import DONE
from handoutgen.phrases import counted

if TYPE_CHECKING:
    from handoutgen.content.for_person import ForPerson


@click.command("pack")
@click.argument("names", metavar="ID...", nargs=-1, required=True, shell_complete=complete_packs)
@click.option("--clinic", metavar="NAME", help="For this clinic: its id, or its file.", shell_complete=complete_clinics)
@click.option("--size", metavar="SIZE", default="standard", show_default=True, shell_complete=complete_sizes,
              help="standard, clear, large, giant, or points from 12 to 36.")  # fmt: skip
@click.option("--format", "form", metavar="FORMAT", help=WHICH_FORM, shell_complete=complete_formats)
@click.option("--lang", "language", metavar="TAG", help="The language, such as en-GB.")
@click.option("--cover-note", "has_note", is_flag=True, help="A note over them: which they are, and whom to call.")
@click.option("--line", metavar="TEXT", help="A line from you on the cover note.")
@person_option()
@click.option("--one-sided", is_flag=True, help="For a printer that prints one side: no empty pages.")
@detail_option()
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE.pdf",
              help="The file to write.")  # fmt: skip
@expired_option()
@today_option()
@json_option()
def command(
    names: tuple[str, ...],
    clinic: str | None,
    size: str,
    form: str | None,
    language: str | None,
    has_note: bool,
    line: str | None,
    for_person: ForPerson | None,
    one_sided: bool,
    detail: str,
    out: Path,
    allow_expired: str | None,
    today: date,
    as_json: bool,
) -> int:
    """Make one PDF of several leaflets, each from a new sheet of paper, perhaps with a note over them.

    ID is a leaflet, or a ready pack of packs/*.yaml.

    \b
    For example:
      handoutgen pack leg-cramps-ms baclofen --clinic riverside-neurology --cover-note --out pack.pdf
      handoutgen pack starting-baclofen --size large --cover-note --out pack.pdf
    """
    from handoutgen.depth import Depth
    from handoutgen.formats import Options
    from handoutgen.output import write_whole
    from handoutgen.service.packs import AskedPack, pack_bytes

    options = Options(detail=Depth(detail))
    asked = AskedPack(
        names, clinic, today, form, size, language, has_note, line, for_person, options, allow_expired, not one_sided
    )
    made = pack_bytes(asked, Path(), workshop_at_hand())
    write_whole(out, made.data)
    if as_json:
        click.echo(to_json({"path": str(out), "pages": made.pages, "sheets": made.sheets, "bytes": len(made.data)}))
        return DONE
    click.echo(f"{out}  {counted(made.pages, 'page')}, {counted(made.sheets, 'sheet')}")
    show_diagnostics([finding for finding in made.diagnostics if finding.code in FOR_WHO_PRINTS])
    return DONE
