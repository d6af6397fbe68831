"""`handoutgen check`: everything that can be known about leaflets, clinics, poses and words without laying them out."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handoutgen.cli.complete import complete_leaflets
from handoutgen.cli.fixing import put_right, show_diff
from handoutgen.cli.options import today_option
from handoutgen.cli.screen import show_diagnostics
from handoutgen.diagnostics import Severity
from handoutgen.errors import DONE, REFUSED, ContentRefused, HandoutError, UsageProblem
from handoutgen.phrases import counted

if TYPE_CHECKING:
    from handoutgen.content.clinic import Clinic
    from handoutgen.content.load import LoadedClinic, LoadedLeaflet
    from handoutgen.diagnostics import Diagnostic
    from handoutgen.readings import Readings

CLINIC_KEYS = frozenset({"phones", "emergency_number"})
"""What a leaflet never says at its top, and nearly every clinic does."""
POSE_KEYS = frozenset({"figure", "figures", "steps", "closeup", "bodymap"})
"""What only a pose says at its top."""
_KEY = re.compile(rb"""(?:^|(?<=[\r\n]))["']?([A-Za-z_]+)["']?[ ]*:(?=\s|$)""")


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
    paths: tuple[str, ...], form: str, strict: bool, scores: bool, explain: str | None, fix: bool, diff: bool,
    contractions: str, today: date,
) -> int:  # fmt: skip
    """Say what is wrong in leaflets, clinics, poses, packs and words, where, and how to mend it. Nothing is built.

    PATH is a leaflet's id, a YAML file, or a folder. Without one, everything in this folder is checked.

    \b
    For example:
      handoutgen check leg-cramps-ms
      handoutgen check --strict
      handoutgen check --explain HG142
      handoutgen check --scores leg-cramps-ms
      handoutgen check leg-cramps-ms --diff
      handoutgen check leg-cramps-ms --fix
    """
    if explain is not None:
        click.echo(_explained(explain.strip().upper()), nl=False)
        return DONE
    from handoutgen.readings import Readings

    files = list(dict.fromkeys(_files(paths, Path())))
    if scores:
        return _tell_scores(files, form, Readings())
    if diff:
        return show_diff([path for path in files if _is_leaflet(path)], contractions)
    if fix:
        put_right([path for path in files if _is_leaflet(path)], contractions)
    desk = _Desk(Path(), today, Readings())
    found = [finding for file in files for finding in desk.check(file)]
    stopping = [d for d in found if d.is_error or (strict and d.severity is Severity.WARNING)]
    _show(found, form, len(files))
    return REFUSED if stopping else DONE


def _explained(code: str) -> str:
    from handoutgen.check.rules.catalogue import RULES
    from handoutgen.check.rules.telling import told
    from handoutgen.codes import MEANINGS

    if code not in MEANINGS:
        raise UsageProblem(f"There is no code {code}.", "Codes look like HG142; docs/checks.md has all.")
    return told(RULES[code]) if code in RULES else f"{code}: {MEANINGS[code]}\n"


def _tell_scores(files: Iterable[Path], form: str, readings: Readings) -> int:
    """The scores of each leaflet among the files."""
    from handoutgen.check.readability.telling import described_scores, scores_table

    leaflets = [readings.leaflet(path).leaflet for path in files if _is_leaflet(path)]
    if form == "json":
        click.echo(json.dumps([described_scores(leaflet) for leaflet in leaflets], ensure_ascii=True, indent=2))
    else:
        click.echo("\n".join(map(scores_table, leaflets)), nl=False)
    return DONE


def _is_leaflet(path: Path) -> bool:
    from handoutgen.content.words import WORDS

    return path.parent.name != WORDS and not (_is_pack(path) or _is_pose(path) or _is_clinic(path))


def _show(found: list[Diagnostic], form: str, files: int) -> None:
    from handoutgen import __version__, diagnostics
    from handoutgen.check.rules.catalogue import RULES
    from handoutgen.check.rules.telling import told
    from handoutgen.codes import MEANINGS

    if form == "json":
        click.echo(diagnostics.render_json(found), nl=False)
    elif form == "sarif":
        helps = {code: {"help": told(rule)} for code, rule in RULES.items()}
        rules = {code: {"shortDescription": said, **helps.get(code, {})} for code, said in MEANINGS.items()}
        click.echo(diagnostics.render_sarif(found, rules, __version__), nl=False)
    else:
        show_diagnostics(found, err=False)
        counts = [(severity, sum(d.severity is severity for d in found)) for severity in Severity]
        summary = ", ".join(counted(count, str(severity)) for severity, count in counts if count)
        click.echo(f"{counted(files, 'file')} checked: {summary or 'nothing to mend'}.")


def _files(paths: Iterable[str], folder: Path) -> Iterator[Path]:
    """YAML files that were named: by path, by folder, by a leaflet's id in all its languages, or not at all."""
    from handoutgen.library.files import ENDINGS, find_leaflet, is_path, languages_of, list_clinics, list_leaflets
    from handoutgen.library.packs import list_packs
    from handoutgen.library.poses import list_poses
    from handoutgen.library.words import list_words
    from handoutgen.service.clinic_saving import EARLIER

    for name in paths:
        path = folder / name
        if path.is_dir():
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
        leaflets = list_leaflets(folder)
        own = [entry.path for entry in leaflets if entry.origin == "project"]
        clinics = [entry.path for entry in list_clinics(folder)]
        poses = [entry.path for entry in list_poses(folder) if entry.origin == "project"]
        packs = [entry.path for entry in list_packs(folder) if entry.origin == "project"]
        yield from [*own, *clinics, *poses, *packs, *list_words(folder)] or [entry.path for entry in leaflets]


class _Desk:
    """Checks files one by one; the clinics of the folder are read once, and only for a leaflet that says something of
    its clinic."""

    def __init__(self, folder: Path, today: date, readings: Readings) -> None:
        self._folder, self._today, self._readings = folder, today, readings
        self._clinics: list[Clinic] | None = None
        self._approving: list[LoadedClinic] | None = None

    def check(self, path: Path) -> tuple[Diagnostic, ...]:
        """All findings of a leaflet's, a clinic's, a pose's or a pack's file, or of one of fixed words."""
        from handoutgen.check.approvals import check_names_no_text
        from handoutgen.check.drawings import check_pose
        from handoutgen.check.language import check_words_file
        from handoutgen.content.words import WORDS
        from handoutgen.examining import examine, examine_clinic
        from handoutgen.library.packs import check_pack

        try:
            if path.parent.name == WORDS:
                return check_words_file(path)
            if _is_pack(path):
                return check_pack(path, self._folder)
            if _is_pose(path):
                from handoutgen.content.poses.load import load_pose

                return check_pose(load_pose(path))
            if _is_clinic(path):
                clinic = self._readings.clinic_draft(path)
                return (*examine_clinic(clinic, self._readings), *check_names_no_text(clinic))
            loaded = self._readings.leaflet(path)
            found = examine(loaded, None, self._today, self._readings)
            return (*found, *self._of_fields(loaded), *self._of_approvals(loaded))
        except ContentRefused as refused:
            return refused.diagnostics

    def _of_fields(self, loaded: LoadedLeaflet) -> list[Diagnostic]:
        from handoutgen.check import check_fields_with
        from handoutgen.readings import uses_fields

        return check_fields_with(loaded, self._all_clinics()) if uses_fields(loaded) else []

    def _of_approvals(self, loaded: LoadedLeaflet) -> list[Diagnostic]:
        from handoutgen.check.approvals import check_not_risen

        if self._approving is None:
            self._approving = list(self._read_approving())
        return check_not_risen(loaded, self._approving, lambda: self._readings.content_of(loaded))

    def _read_approving(self) -> Iterator[LoadedClinic]:
        """Clinics that may have approved a text: of the others no file is read for it, however many there are."""
        from handoutgen.content.load import read_content
        from handoutgen.library.files import clinic_files

        for path in clinic_files(self._folder).values():
            with suppress(HandoutError):
                if b"content" in read_content(path):
                    yield self._readings.clinic(path)

    def _all_clinics(self) -> list[Clinic]:
        if self._clinics is None:
            self._clinics = list(self._read_clinics())
        return self._clinics

    def _read_clinics(self) -> Iterator[Clinic]:
        """Those that can be read: what is wrong with the others is told of their own files."""
        from handoutgen.library.files import list_clinics

        for entry in list_clinics(self._folder):
            with suppress(HandoutError):
                yield self._readings.clinic(entry.path).clinic


def _is_clinic(path: Path) -> bool:
    """Clinics stand in a folder "clinics"; elsewhere a file with phones or their like and no strategies is one."""
    keys = _keys_of(path) if path.parent.name != "clinics" else CLINIC_KEYS
    return not CLINIC_KEYS.isdisjoint(keys) and "management" not in keys


def _is_pack(path: Path) -> bool:
    """Packs stand in a folder "packs"; elsewhere a file that names leaflets at its top is one."""
    return path.parent.name == "packs" or "leaflets" in _keys_of(path)


def _is_pose(path: Path) -> bool:
    """Poses stand below a folder "poses"; elsewhere a file that shows somebody and has no strategies is one."""
    if "poses" in (path.parent.name, path.parent.parent.name):
        return True
    keys = _keys_of(path)
    return not POSE_KEYS.isdisjoint(keys) and "management" not in keys


def _keys_of(path: Path) -> Collection[str]:
    """The keys at the left edge of a file, as a glance shows them: it is read in full by who checks it."""
    from handoutgen.content.load import read_content

    return {key.decode() for key in _KEY.findall(read_content(path))}
