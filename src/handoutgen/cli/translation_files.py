"""`handoutgen translate export` and `import`: texts to translators, and back into the leaflet."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from handoutgen.cli.options import json_option, leaflet_argument
from handoutgen.cli.screen import to_json
from handoutgen.diagnostics import printable
from handoutgen.errors import DONE, REFUSED, UsageProblem
from handoutgen.phrases import counted


@click.command("export")
@leaflet_argument(many=False)
@click.argument("language", metavar="LANG")
@click.option("--to", "to", type=click.Choice(["xliff", "csv"]), default="xliff", show_default=True,
              help="XLIFF 2.0 for a translation tool, CSV for a spreadsheet.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE",
              help="The file to write. Left out: LEAFLET_LANG.xlf or .csv in the folder out.")  # fmt: skip
@click.option("--only-behind", is_flag=True, help="Only parts that do not follow the source as it is now.")
@json_option()
def export(leaflet: str, language: str, to: str, out: Path | None, only_behind: bool, as_json: bool) -> int:
    """Write the texts of a translation for translators: source and target, text by text.

    What is not translated has no target; what is behind has the old one, to be done again. A file that is there is
    never touched.

    \b
    For example:
      handoutgen translate export leg-cramps-ms pl --to xliff --only-behind
      handoutgen translate export leg-cramps-ms pl --to csv --out pl.csv
    """
    from handoutgen.output import write_new
    from handoutgen.readings import Readings
    from handoutgen.service.translating import find_pair
    from handoutgen.service.translation_files import SUFFIXES, ExchangeFormat, exchange_bytes, texts_to_send

    pair = find_pair(leaflet, language, None, Path(), Readings())
    going, kind = texts_to_send(pair, only_behind), ExchangeFormat(to)
    if not going.file.texts and not going.lacking:
        if as_json:
            click.echo(to_json({"file": None, "texts": 0, "lacking": []}))
        else:
            click.echo("Every part follows the source: there is nothing to translate.")
        return DONE
    path = out or Path("out") / f"{going.file.leaflet}_{going.file.target_language}{SUFFIXES[kind]}"
    write_new(path, exchange_bytes(going.file, kind))
    if as_json:
        click.echo(to_json({"file": path.as_posix(), "texts": len(going.file.texts), "lacking": list(going.lacking)}))
        return DONE
    click.echo(printable(str(path)))
    click.echo(f"{counted(len(going.file.texts), 'text')}. When it is back: handoutgen translate import FILE")
    for name in going.lacking:
        click.echo(f"Not in the file, for the translation has no place for it yet: {printable(name)}", err=True)
    if going.lacking:
        click.echo("Add these to the translation's file in the words of the source, and export again.", err=True)
    return DONE


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--dry-run", is_flag=True, help="Say what would be changed, and change nothing.")
@click.option("--diff", is_flag=True, help="Show what would be changed as a diff, and change nothing.")
@json_option()
def import_file(file: Path, dry_run: bool, diff: bool, as_json: bool) -> int:
    """Put the texts of a file that came back into the leaflet, all of them or none.

    Numbers, doses, phone numbers and addresses are held against the source first. What the source has changed since is
    left as it was. The file before is kept. No native reader has checked what comes in, and the leaflet says so.

    \b
    For example:
      handoutgen translate import out/leg-cramps-ms_pl.xlf --diff
      handoutgen translate import out/leg-cramps-ms_pl.xlf
    """
    from handoutgen.cli.translation_rows import import_in_words, plain_import
    from handoutgen.readings import Readings
    from handoutgen.service.translation_files import propose_import

    if diff and as_json:
        raise UsageProblem("A diff is not JSON.", "Give --diff or --json.")
    proposal = propose_import(file, Path(), Readings())
    if diff:
        click.echo(proposal.diff().encode("utf-8"), nl=False)  # as it is in the file, whatever the terminal is
        return REFUSED if proposal.diff() else DONE
    earlier = None if dry_run else proposal.save(datetime.now())
    if as_json:
        click.echo(to_json(plain_import(proposal, earlier, dry_run)))
        return DONE
    for line in import_in_words(proposal, earlier, dry_run):
        click.echo(printable(line))
    return DONE
