"""`handoutgen schema`: what a content file may say, as JSON Schema for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click


@click.command("schema")
@click.argument("what", type=click.Choice(["leaflet", "clinic", "pose", "pack", "batch"]), default="leaflet")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Write it to this file instead of the screen."
)
def command(what: str, out: Path | None) -> None:
    """Print the JSON Schema of a leaflet, clinic, pose, pack or batch plan, by which editors check as you write.

    \b
    For example:
      handoutgen schema leaflet --out docs/leaflet.schema.json
    """
    text = json.dumps(_schema_of(what), indent=2, ensure_ascii=out is None) + "\n"
    if out is None:
        click.echo(text, nl=False)
        return
    from handoutgen.output import write_whole

    write_whole(out, text.encode("utf-8"))
    click.echo(str(out))


def _schema_of(what: str) -> dict[str, Any]:
    from handoutgen.batch.plan_file import plan_schema
    from handoutgen.content.authoring.schema import clinic_schema, leaflet_schema, pack_schema, pose_schema

    schemas = {
        "leaflet": leaflet_schema, "clinic": clinic_schema, "pose": pose_schema, "pack": pack_schema,
        "batch": plan_schema,
    }  # fmt: skip
    return schemas[what]()
