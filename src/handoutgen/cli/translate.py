"""`handoutgen translate`: begin a translation, record what follows its source, and see what does not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from handoutgen.cli.options import Decorator, json_option, leaflet_argument
from handoutgen.cli.screen import show_table, to_json
from handoutgen.cli.translation_files import export, import_file
from handoutgen.diagnostics import printable
from handoutgen.errors import DONE, UsageProblem
from handoutgen.phrases import counted


@click.group("translate")
def command() -> None:
    """Begin translations, send them to translators, and keep them in step with their source.

    \b
    For example:
      handoutgen translate start leg-cramps-ms pl
      handoutgen translate status leg-cramps-ms
      handoutgen translate accept leg-cramps-ms pl main_message
      handoutgen translate export leg-cramps-ms pl --only-behind
      handoutgen translate import out/leg-cramps-ms_pl.xlf
    """


command.add_command(export)
command.add_command(import_file)


def _from_option() -> Decorator[Any]:
    return click.option("--from", "source", metavar="TAG", help="The language it is made from; en-GB if left out.")


@command.command("start")
@leaflet_argument(many=False)
@click.argument("language", metavar="LANG")
@_from_option()
@click.option("--translator", default="The handoutgen project", show_default=True, metavar="WHO",
              help="Who translates it, as the record prints it.")  # fmt: skip
@json_option()
def start(leaflet: str, language: str, source: str | None, translator: str, as_json: bool) -> int:
    """Write LANG.yaml beside the source: the same file, each part marked as not translated yet.

    It is not built before every part is translated and accepted. A file that is there is never touched.

    \b
    For example:
      handoutgen translate start leg-cramps-ms pl --translator "Ward 5 and a translation service"
    """
    from handoutgen.cli.new import checked_language
    from handoutgen.readings import Readings
    from handoutgen.service.translating import start_translation

    tag = checked_language(language)
    path, parts = start_translation(leaflet, tag, source, translator, Path(), Readings())
    if as_json:
        click.echo(to_json({"file": path.as_posix(), "language": tag, "parts": parts}))
        return DONE
    click.echo(printable(str(path)))
    click.echo(
        f"{counted(parts, 'part')} to translate. Then: handoutgen translate accept {printable(leaflet)} {tag} --all"
    )
    return DONE


@command.command("accept")
@leaflet_argument(many=False)
@click.argument("language", metavar="LANG")
@click.argument("keys", metavar="[KEY...]", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Every part that has no words of the source left.")
@click.option("--translator", metavar="WHO", help="Who translated it, where the file does not say so yet.")
@_from_option()
@json_option()
def accept(
    leaflet: str, language: str, keys: tuple[str, ...], every: bool, translator: str | None, source: str | None,
    as_json: bool,
) -> int:  # fmt: skip
    """Record that parts of a translation say what the source says now.

    KEY is a part that "translate status" names, or the beginning of several: strategies.medicines. Only the record in
    the file is changed; the file before is kept.

    \b
    For example:
      handoutgen translate accept leg-cramps-ms pl main_message strategies.medicines
      handoutgen translate accept leg-cramps-ms pl --all
    """
    from handoutgen.cli.translation_rows import accepted_in_words, plain_acceptance
    from handoutgen.readings import Readings
    from handoutgen.service.translating import accept_parts, find_pair

    if every == bool(keys):
        raise UsageProblem("Name the parts, or give --all.", 'Not both; "handoutgen translate status" names them.')
    pair = find_pair(leaflet, language, source, Path(), Readings())
    accepted = accept_parts(pair, keys, translator, Path(), datetime.now())
    if as_json:
        click.echo(to_json(plain_acceptance(accepted)))
    else:
        for line in accepted_in_words(accepted):
            click.echo(printable(line))
    return DONE


@command.command("status")
@leaflet_argument(many=False)
@click.argument("language", metavar="[LANG]", required=False)
@json_option()
def status(leaflet: str, language: str | None, as_json: bool) -> int:
    """Show which parts of each translation follow the source, and what has changed in those that do not.

    \b
    For example:
      handoutgen translate status leg-cramps-ms
      handoutgen translate status leg-cramps-ms pl --json
    """
    from handoutgen.cli.translation_rows import HEADS, details, plain_status, row
    from handoutgen.readings import Readings
    from handoutgen.service.translating import find_pair, status_of, statuses_of

    readings = Readings()
    if language:
        told = [status_of(find_pair(leaflet, language, None, Path(), readings))]
    else:
        told = list(statuses_of(leaflet, Path(), readings))
    if as_json:
        click.echo(to_json({"leaflet": leaflet, "translations": [plain_status(each) for each in told]}))
    elif told:
        show_table(HEADS, [row(each) for each in told])
        for each in told:
            for line in details(each):
                click.echo(printable(line))
    else:
        click.echo("No file of this leaflet says that it is a translation (review: translation:).")
    return DONE
