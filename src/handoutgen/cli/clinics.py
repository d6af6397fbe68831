"""`handoutgen clinics`: clinic files made from a list, again and again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from handoutgen.cli.options import json_option, out_option
from handoutgen.errors import DONE, REFUSED
from handoutgen.phrases import counted

WRITERS = 8
"""Files written at a time: each waits for the disk, and thousands are many waits."""
NAMED = 12
"""So many unused headings of a list are named."""

if TYPE_CHECKING:
    from handoutgen.clinic_list.importing import Import


@click.group("clinics")
def command() -> None:
    """Make clinic files from a list of clinics.

    \b
    For example:
      handoutgen clinics import hospitals.csv --country GB
    """


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.csv")
@click.option(
    "--map", "maps", metavar="FIELD=HEADING", multiple=True, help='Which column holds what, such as phone="Tel. (day)".'
)
@click.option("--country", metavar="CODE", help="For rows that name no country: GB, IE, US and so on.")
@click.option("--update", is_flag=True, help="Put the list's values into files edited by hand too.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@out_option("clinics", "clinic files")
@json_option()
def import_list(
    file: Path, maps: tuple[str, ...], country: str | None, update: bool, dry_run: bool, out: Path, as_json: bool
) -> int:
    """Write a clinic file for each row of a list saved as CSV.

    \b
    For example, to see what would be written, then to write it:
      handoutgen clinics import hospitals.csv --country GB --dry-run
      handoutgen clinics import hospitals.csv --country GB

    The first row names the columns; usual names are known, others are mapped: --map name="Organisation Name". Rows with
    something wrong are told and left out. A file that somebody has edited is not overwritten without --update.
    """
    from handoutgen.clinic_list.importing import Wishes, plan_import
    from handoutgen.workshop import Workshop

    wishes = Wishes(file.name, out, maps, country, update)
    planned = plan_import(_bytes_of(file), wishes, Workshop().fonts.uncovered)
    if not dry_run:
        _write(planned)
    if as_json:
        _tell_json(planned)
    else:
        _tell(planned, dry_run)
    return REFUSED if planned.refused else DONE


def _bytes_of(file: Path) -> bytes:
    from handoutgen.clinic_list.sheet import MAX_BYTES
    from handoutgen.content.yaml.file import read_content

    return read_content(file, MAX_BYTES)


def _write(planned: Import) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from handoutgen.cli.new import write_schemas
    from handoutgen.clinic_list.changes import Fate
    from handoutgen.output import write_whole

    changes = [change for change in planned.changes if change.fate in (Fate.NEW, Fate.CHANGED)]
    with ThreadPoolExecutor(WRITERS) as pool:
        for _ in pool.map(lambda change: write_whole(change.path, change.text.encode("utf-8")), changes):
            pass  # a failure is raised here
    if planned.changes and planned.changes[0].path.parent == Path("clinics"):
        write_schemas()


def _tell(planned: Import, dry_run: bool) -> None:
    from handoutgen.clinic_list.changes import Fate
    from handoutgen.diagnostics import printable, render_text

    if planned.findings:
        # The rows of a list are no lines of a text, so no excerpt is shown.
        click.echo(render_text(planned.findings, {planned.findings[0].span.file: ""}), err=True)
    for notice in planned.notices:
        click.echo(f"Note: {printable(notice)}", err=True)
    if planned.unused:
        more = len(planned.unused) - NAMED
        rest = f" and {more} more" if more > 0 else ""
        click.echo(f"Note: not used: {printable(', '.join(planned.unused[:NAMED]))}{rest}.", err=True)
    for change in planned.changes:
        if change.fate is not Fate.UNCHANGED:
            click.echo(f"{change.path}  {change.fate}")
    if any(change.fate is Fate.EDITED for change in planned.changes):
        click.echo("Files edited by hand were left as they are; --update puts the list's values into them.", err=True)
    click.echo(f"{'Would be: ' if dry_run else ''}{_counts(planned)}.")


def _counts(planned: Import) -> str:
    from handoutgen.clinic_list.changes import Fate

    counts = [(sum(change.fate is fate for change in planned.changes), str(fate)) for fate in Fate]
    told = [f"{count} {words}" for count, words in counts if count]
    if planned.refused:
        told.append(f"{counted(planned.refused, 'row')} refused")
    return ", ".join(told) or "no clinics in the list"


def _tell_json(planned: Import) -> None:
    from handoutgen.cli.screen import to_json
    from handoutgen.diagnostics import describe

    files = [{"path": c.path.as_posix(), "row": c.row, "fate": c.fate.name.lower()} for c in planned.changes]
    findings = [describe(finding) for finding in planned.findings]
    told = {"files": files, "refused": planned.refused, "diagnostics": findings}
    click.echo(to_json({**told, "notices": planned.notices, "unused": planned.unused}))
