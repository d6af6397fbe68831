"""`handoutgen draw`: poses as drawings beside their files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handoutgen.cli import watching
from handoutgen.cli.complete import complete_poses
from handoutgen.cli.options import json_option
from handoutgen.cli.screen import show, show_diagnostics, to_json
from handoutgen.errors import UsageProblem
from handoutgen.phrases import counted

if TYPE_CHECKING:
    from handoutgen.library.poses import PoseEntry
    from handoutgen.service.drawing import DrawOutcome


@click.command("draw")
@click.argument("poses", metavar="[POSE...]", nargs=-1, shell_complete=complete_poses)
@click.option("--watch", is_flag=True, help="Draw anew whenever a pose changes; Ctrl-C stops it.")
@click.option("--large", is_flag=True, help="The heavier lines of large print, into NAME-large.svg.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="The folder for the drawings, instead of beside their poses.")  # fmt: skip
@click.option("--sheet", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write one SVG of all these drawings instead; without a POSE, of all there are.")  # fmt: skip
@json_option()
def command(
    poses: tuple[str, ...], watch: bool, large: bool, out: Path | None, sheet: Path | None, as_json: bool
) -> int:
    """Draw people from poses, each as an SVG beside its YAML file, for leaflets to show.

    POSE is a YAML file, a folder of them, or a pose's name. Without one, all poses of this folder are drawn.

    \b
    For example:
      handoutgen draw poses/back/my-stretch.yaml --watch
      handoutgen draw --sheet poses.svg
    """
    from handoutgen.service.drawing import refuse_without_drawing_room

    refuse_without_drawing_room()
    entries = _entries(poses, everything=sheet is not None)

    def work() -> int:
        return _sheet(entries, sheet, large, as_json) if sheet else _files(entries, out, large, as_json)

    if watch:
        watching.watch(lambda: (entry.path for entry in entries), work)
    return work()


def _entries(names: Sequence[str], everything: bool) -> list[PoseEntry]:
    """The poses that were named; without a name the project's, or with `everything` all."""
    from handoutgen.library.poses import PoseEntry, find_pose, list_poses, poses_in

    found: list[PoseEntry] = []
    for name in names:
        if (folder := Path(name)).is_dir():
            found += [PoseEntry(path.stem, path, "project") for path in poses_in(folder)]
        else:
            found.append(find_pose(name, Path()))
    if not names:
        found = [entry for entry in list_poses(Path()) if everything or entry.origin == "project"]
    if not found:
        raise UsageProblem("There are no poses here.", 'Make one with "handoutgen new pose NAME", or name a file.')
    return list({entry.path: entry for entry in found}.values())


def _files(entries: Sequence[PoseEntry], out: Path | None, large: bool, as_json: bool) -> int:
    from handoutgen.service.drawing import draw_poses, drawing_object
    from handoutgen.service.problems import joint_exit_code

    outcomes = []
    for outcome in draw_poses(entries, out, large):
        outcomes.append(outcome)
        if not as_json:
            _tell(outcome)
    code = joint_exit_code(outcome.exit_code for outcome in outcomes)
    if as_json:
        click.echo(to_json({"drawings": [drawing_object(outcome) for outcome in outcomes], "exit_code": code}))
    elif len(outcomes) > 1:
        failed = sum(outcome.problem is not None for outcome in outcomes)
        click.echo(f"{len(outcomes) - failed} of {counted(len(outcomes), 'pose')} drawn.", err=True)
    return code


def _tell(outcome: DrawOutcome) -> None:
    if outcome.drawn is not None:
        show_diagnostics(outcome.drawn.diagnostics)
        click.echo(str(outcome.path))
    elif outcome.problem is not None:
        click.echo(f"Not drawn: {outcome.pose.path}", err=True)
        show(outcome.problem)


def _sheet(entries: Sequence[PoseEntry], path: Path, large: bool, as_json: bool) -> int:
    """One SVG of all; a pose that cannot be read stops it, for nobody would miss it among many."""
    from handoutgen.content.poses.load import load_pose
    from handoutgen.errors import DONE
    from handoutgen.output import write_whole
    from handoutgen.service.drawing import drawn_pose
    from handoutgen.service.drawing_sheet import SheetEntry, contact_sheet

    if path.suffix.lower() != ".svg":
        raise UsageProblem(f"{path} cannot be made.", "A sheet is an SVG: end its name in .svg.")
    drawings = [SheetEntry(e.subject, e.name, drawn_pose(load_pose(e.path), large).svg) for e in entries]
    write_whole(path, contact_sheet(drawings).encode("utf-8"))
    told = {"sheet": str(path), "poses": [entry.name for entry in entries], "exit_code": DONE}
    click.echo(to_json(told) if as_json else f"{path}  {counted(len(entries), 'pose')}")
    return DONE
