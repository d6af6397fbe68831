"""`handoutgen schema`: what a content file may say, as JSON Schema for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command("schema")
@click.argument("what", type=click.Choice(["leaflet", "clinic"]), default="leaflet")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Write it to this file instead of the screen."
)
def command(what: str, out: Path | None) -> None:
    """Print the JSON Schema of a leaflet or a clinic, by which editors complete and check as you write.

    \b
    For example:
      handoutgen schema leaflet --out docs/leaflet.schema.json
    """
    from handoutgen.content import schema

    made = schema.leaflet_schema() if what == "leaflet" else schema.clinic_schema()
    text = json.dumps(made, indent=2, ensure_ascii=out is None) + "\n"
    if out is None:
        click.echo(text, nl=False)
        return
    from handoutgen.output import write_whole

    write_whole(out, text.encode("utf-8"))
    click.echo(str(out))
