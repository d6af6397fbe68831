"""`handoutgen check`: everything that can be known about leaflets, clinics, poses and words without laying them out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handoutgen.cli.batch import cores
from handoutgen.cli.complete import complete_leaflets
from handoutgen.cli.fixing import put_right, show_diff
from handoutgen.cli.options import today_option
from handoutgen.cli.screen import show_diagnostics
from handoutgen.diagnostics import Severity, printable
from handoutgen.errors import DONE, REFUSED, UsageProblem
from handoutgen.phrases import counted

if TYPE_CHECKING:
    from handoutgen.diagnostics import Diagnostic


@click.command("check")
@click.argument("paths", metavar="[PATH...]", nargs=-1, shell_complete=complete_leaflets)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="For people, for programs, or for code-review tools.",
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--advice", is_flag=True, help="Show advice on wording too: what an editor may as well leave.")
@click.option("--scores", is_flag=True, help="Say how hard each part is to read, by the formulas of its language.")
@click.option("--explain", metavar="CODE", help="Say what a code means, why, and what to write instead.")
@click.option("--fix", is_flag=True, help="Put right what has one right reading; the files before are kept.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--contractions",
    type=click.Choice(["split", "keep"]),
    default="split",
    show_default=True,
    help="With --fix: write do not for don't, or leave it.",
)
@today_option()
def command(
    paths: tuple[str, ...], form: str, strict: bool, advice: bool, scores: bool, explain: str | None, fix: bool,
    diff: bool, contractions: str, today: date,
) -> int:  # fmt: skip
    """Say what is wrong in leaflets, clinics, poses, packs and words, where, and how to mend it. Nothing is built.

    PATH is a leaflet's id, a YAML file, or a folder. Without one, everything in this folder is checked.

    \b
    For example:
      handoutgen check leg-cramps-ms
      handoutgen check --strict
      handoutgen check leg-cramps-ms --advice
      handoutgen check --explain HG142
      handoutgen check --scores leg-cramps-ms
      handoutgen check leg-cramps-ms --diff
      handoutgen check leg-cramps-ms --fix
    """
    if explain is not None:
        click.echo(_explained(explain.strip().upper()), nl=False)
        return DONE
    files = list(dict.fromkeys(_files(paths, Path())))
    if scores:
        return _tell_scores(files, form)
    if diff:
        return show_diff(list(filter(_is_leaflet, files)), contractions)
    if fix:
        put_right(list(filter(_is_leaflet, files)), contractions)
    from handoutgen.service.checking import check_files

    found = check_files(files, Path(), today, cores())
    stopping = [d for d in found if d.is_error or (strict and d.severity is Severity.WARNING)]
    _show(found, form, len(files), advice)
    return REFUSED if stopping else DONE


def _explained(code: str) -> str:
    from handoutgen.check.rules.catalogue import RULES
    from handoutgen.check.rules.telling import told
    from handoutgen.codes import MEANINGS

    if code not in MEANINGS:
        raise UsageProblem(f"There is no code {code}.", "Codes look like HG142; docs/checks.md has all.")
    return told(RULES[code]) if code in RULES else f"{code}: {MEANINGS[code]}\n"


def _tell_scores(files: Iterable[Path], form: str) -> int:
    """The scores of each leaflet among the files."""
    from handoutgen.check.readability.telling import described_scores, scores_table
    from handoutgen.readings import Readings

    readings = Readings()
    leaflets = [readings.leaflet(path).leaflet for path in files if _is_leaflet(path)]
    if form == "json":
        click.echo(json.dumps([described_scores(leaflet) for leaflet in leaflets], ensure_ascii=True, indent=2))
    else:
        click.echo("\n".join(map(scores_table, leaflets)), nl=False)
    return DONE


def _is_leaflet(path: Path) -> bool:
    from handoutgen.content.yaml.file import read_content
    from handoutgen.library.file_kinds import FileKind, kind_of_file

    return kind_of_file(path, read_content(path)) is FileKind.LEAFLET


def _show(found: list[Diagnostic], form: str, files: int, advice: bool) -> None:
    from handoutgen import __version__, diagnostics
    from handoutgen.codes import MEANINGS

    if form == "json":
        click.echo(diagnostics.render_json(found), nl=False)
    elif form == "sarif":
        from handoutgen.sarif import render_sarif

        click.echo(render_sarif(found, {code: _described(code) for code in MEANINGS}, __version__), nl=False)
    else:
        _show_to_people(found, files, advice)


def _show_to_people(found: list[Diagnostic], files: int, advice: bool) -> None:
    """Advice is only counted, for each file, unless it is asked for: among it nobody would see what must be mended."""
    from handoutgen.check.advice import is_advice

    advised = [each for each in found if is_advice(each)]
    told = [each for each in found if not is_advice(each)]
    show_diagnostics(found if advice else told, err=False)
    files_advised = {} if advice else Counter(printable(each.span.file) for each in advised)
    for file, count in files_advised.items():
        click.echo(f"{file}: {_pieces(count)}. See it: handoutgen check --advice {file}")
    counts = [(severity, sum(each.severity is severity for each in told)) for severity in Severity]
    summary = [counted(count, str(severity)) for severity, count in counts if count]
    summary += [_pieces(len(advised))] if advised else []
    click.echo(f"{counted(files, 'file')} checked: {', '.join(summary) or 'nothing to mend'}.")


def _pieces(count: int) -> str:
    return f"{counted(count, 'piece')} of advice on wording"


def _described(code: str) -> dict[str, str]:
    """What a code means, for programs that show findings."""
    from handoutgen.check.rules.catalogue import RULES
    from handoutgen.check.rules.telling import told
    from handoutgen.codes import MEANINGS

    said, rule = MEANINGS[code], RULES.get(code)
    return {
        "shortDescription": said,
        "fullDescription": rule.why if rule else said,
        "help": told(rule) if rule else said,
    }


def _files(paths: Iterable[str], folder: Path) -> Iterator[Path]:
    """YAML files that were named: by path, by folder, by a leaflet's id in all its languages, or not at all."""
    from handoutgen.library.files import (
        ENDINGS,
        clinic_files,
        find_leaflet,
        is_path,
        languages_of,
        list_leaflets,
        own_leaflet_files,
    )  # fmt: skip

    for name in paths:
        path = folder / name
        if path.is_dir():
            from handoutgen.service.clinic_saving import EARLIER  # late, as below: for one leaflet it is never asked

            there = (file for file in path.rglob("*") if file.suffix in ENDINGS and file.parent.name != EARLIER)
            inside = sorted(file for file in there if file.is_file())
            if not inside:
                raise UsageProblem(f"There are no YAML files in {name}.", "Name a leaflet, a YAML file or its folder.")
            yield from inside
        elif is_path(name):
            yield find_leaflet(name, folder)
        else:
            yield from (find_leaflet(name, folder, language) for language in languages_of(name, folder))
    if not paths:
        from handoutgen.library.packs import list_packs
        from handoutgen.library.poses import list_poses
        from handoutgen.library.words import list_words

        own, clinics = own_leaflet_files(folder), clinic_files(folder).values()
        poses = [entry.path for entry in list_poses(folder) if entry.origin == "project"]
        packs = [entry.path for entry in list_packs(folder) if entry.origin == "project"]
        yield from [*own, *clinics, *poses, *packs, *list_words(folder)] or [
            entry.path for entry in list_leaflets(folder)
        ]
