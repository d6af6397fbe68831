"""`handoutgen list`: the leaflets, clinics and icons there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from handoutgen.cli.options import json_option
from handoutgen.cli.screen import to_json
from handoutgen.diagnostics import printable


@click.command("list")
@click.option("--icons", is_flag=True, help="List the icons a strategy may have instead.")
@json_option()
def command(icons: bool, as_json: bool) -> None:
    """Show the leaflets that can be built, and the clinics of this folder.

    \b
    For example:
      handoutgen list
      handoutgen list --icons
    """
    if icons:
        _show_icons(as_json)
        return
    found = _Found(Path())
    if as_json:
        click.echo(to_json({"leaflets": found.leaflets, "clinics": found.clinics}))
        return
    click.echo("Leaflets:")
    columns = ("id", "language", "version", "status", "next_review", "origin", "title")
    _show_table(("ID", "LANGUAGE", "VERSION", "STATUS", "NEXT REVIEW", "FROM", "TITLE"), columns, found.leaflets)
    click.echo("\nClinics:" if found.clinics else '\nNo clinics here yet: "handoutgen new clinic NAME" starts one.')
    if found.clinics:
        _show_table(("ID", "NAME"), ("id", "name"), found.clinics)


@dataclass(frozen=True, slots=True)
class _Found:
    """What the library room lists, as objects for programs."""

    folder: Path

    @property
    def leaflets(self) -> list[dict[str, Any]]:
        from handoutgen.content.library import list_leaflets

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
        from handoutgen.content.library import list_clinics

        return [{"id": c.id, "name": c.name, "path": str(c.path)} for c in list_clinics(self.folder)]


def _show_icons(as_json: bool) -> None:
    from handoutgen.design.iconset import icon_names

    names = list(icon_names())
    if as_json:
        click.echo(to_json({"icons": names}))
    else:
        click.echo("\n".join(names))


def _show_table(heads: Sequence[str], keys: Sequence[str], rows: Iterable[dict[str, Any]]) -> None:
    """Columns as wide as what is in them; a value that could not be read is "?"."""
    lines = [list(heads), *([printable(str(row[key] or "?")) for key in keys] for row in rows)]
    widths = [max(len(line[index]) for line in lines) for index in range(len(heads))]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        click.echo(f"  {'  '.join(cells)}".rstrip())
