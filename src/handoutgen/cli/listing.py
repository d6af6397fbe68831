"""`handoutgen list`: the leaflets, clinics, icons and poses there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from handoutgen.cli.options import json_option
from handoutgen.cli.screen import show_table, to_json


@click.command("list")
@click.option("--icons", is_flag=True, help="List the icons a strategy may have instead.")
@click.option("--poses", is_flag=True, help="List the poses a figure may show instead.")
@click.option("--packs", is_flag=True, help="List the ready packs of leaflets instead.")
@json_option()
def command(icons: bool, poses: bool, packs: bool, as_json: bool) -> None:
    """Show the leaflets that can be built, and the clinics of this folder.

    \b
    For example:
      handoutgen list
      handoutgen list --icons
    """
    if icons:
        _show_icons(as_json)
        return
    if poses:
        _show_poses(as_json)
        return
    if packs:
        _show_packs(as_json)
        return
    found = _Found(Path())
    if as_json:
        click.echo(to_json({"leaflets": found.leaflets, "clinics": found.clinics}))
        return
    click.echo("Leaflets:")
    columns = ("id", "language", "version", "status", "next_review", "origin", "title")
    heads = ("ID", "LANGUAGE", "VERSION", "STATUS", "NEXT REVIEW", "FROM", "TITLE")
    show_table(heads, _texts(found.leaflets, columns))
    click.echo("\nClinics:" if found.clinics else '\nNo clinics here yet: "handoutgen new clinic NAME" starts one.')
    if found.clinics:
        show_table(("ID", "NAME"), _texts(found.clinics, ("id", "name")))


class _Found(Struct, frozen=True):
    """What the library room lists, as objects for programs."""

    folder: Path

    @property
    def leaflets(self) -> list[dict[str, Any]]:
        from handoutgen.library.files import list_leaflets

        return [
            {
                "id": entry.id,
                "language": entry.language,
                "title": entry.title,
                "version": entry.version,
                "status": entry.status,
                "next_review": entry.next_review.isoformat() if entry.next_review else None,
                "origin": entry.origin,
                "path": str(entry.path),
            }
            for entry in list_leaflets(self.folder)
        ]

    @property
    def clinics(self) -> list[dict[str, Any]]:
        from handoutgen.library.files import list_clinics

        return [{"id": c.id, "name": c.name, "path": str(c.path)} for c in list_clinics(self.folder)]


def _show_icons(as_json: bool) -> None:
    from handoutgen.design.iconset import icon_names

    names = list(icon_names())
    if as_json:
        click.echo(to_json({"icons": names}))
    else:
        click.echo("\n".join(names))


def _show_poses(as_json: bool) -> None:
    from handoutgen.library.peek import peek_pose
    from handoutgen.library.poses import list_poses

    found: list[dict[str, Any]] = [
        {
            "name": entry.name,
            "subject": entry.subject,
            "title": peek_pose(entry.path, "title"),
            "origin": entry.origin,
            "path": str(entry.path),
            "drawn": entry.drawing.is_file(),
        }
        for entry in list_poses(Path())
    ]
    if as_json:
        click.echo(to_json({"poses": found}))
    else:
        show_table(("NAME", "SUBJECT", "FROM", "TITLE"), _texts(found, ("name", "subject", "origin", "title")))


def _show_packs(as_json: bool) -> None:
    from handoutgen.library.packs import list_packs
    from handoutgen.library.peek import peek_pack

    found: list[dict[str, Any]] = []
    for entry in list_packs(Path()):
        title, leaflets = peek_pack(entry.path)
        found.append(
            {"id": entry.id, "title": title, "leaflets": leaflets, "origin": entry.origin, "path": str(entry.path)}
        )
    if as_json:
        click.echo(to_json({"packs": found}))
        return
    rows = [{**row, "leaflets": ", ".join(row["leaflets"])} for row in found]
    show_table(("ID", "FROM", "TITLE", "LEAFLETS"), _texts(rows, ("id", "origin", "title", "leaflets")))


def _texts(rows: Iterable[dict[str, Any]], keys: Sequence[str]) -> list[tuple[str, ...]]:
    """The rows' values under these keys; what could not be read is "?"."""
    return [tuple(str(row[key] or "?") for key in keys) for row in rows]
