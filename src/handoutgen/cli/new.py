"""`handoutgen new`: a commented starter file to fill in."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import click

from handoutgen.cli.complete import complete_poses
from handoutgen.errors import UsageProblem

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_NAME = 60
KIND_NAMES = ("condition", "procedure", "medicine", "test", "aftercare", "exercises", "service")


@click.group("new")
def command() -> None:
    """Make a commented starter file, for a leaflet, a clinic or a pose.

    \b
    For example:
      handoutgen new leaflet back-pain
      handoutgen new clinic riverside
      handoutgen new pose my-stretch --like calf-wall
    """


@command.command("leaflet")
@click.argument("name")
@click.option(
    "--lang", "language", metavar="TAG", default="en-GB", show_default=True, help="The language you write in."
)
@click.option("--kind", type=click.Choice(KIND_NAMES), default="condition", show_default=True, help="What it is about.")
def new_leaflet(name: str, language: str, kind: str) -> None:
    """Start a leaflet: handouts/NAME/LANGUAGE.yaml, with a comment for every part.

    \b
    For example:
      handoutgen new leaflet back-pain
      handoutgen new leaflet baclofen --kind medicine
    """
    from handoutgen.content.authoring.starter import starter_leaflet
    from handoutgen.content.kinds import KindName

    checked = _checked(name, "leaflet")
    path = Path("handouts", checked, f"{checked_language(language)}.yaml")
    _write(path, starter_leaflet(checked, language, date.today(), kind=KindName(kind)))
    click.echo(f'Fill it in, then: "handoutgen check {checked}" and "handoutgen preview {checked} --watch"')


@command.command("clinic")
@click.argument("name")
def new_clinic(name: str) -> None:
    """Start a clinic: clinics/NAME.yaml, with a comment for every part.

    \b
    For example:
      handoutgen new clinic riverside
    """
    from handoutgen.content.authoring.starter import starter_clinic

    checked = _checked(name, "clinic")
    path = Path("clinics", f"{checked}.yaml")
    _write(path, starter_clinic(checked, date.today()))
    click.echo(f'Fill it in, then: "handoutgen check {path}"')


@command.command("pose")
@click.argument("name")
@click.option(
    "--like", "model", metavar="POSE", default="sit-to-stand", show_default=True, shell_complete=complete_poses,
    help='The pose to start from: "handoutgen list --poses" names all.',
)  # fmt: skip
def new_pose(name: str, model: str) -> None:
    """Start a pose: poses/SUBJECT/NAME.yaml, a commented copy of one that there is.

    \b
    For example:
      handoutgen new pose my-stretch --like calf-wall
    """
    from handoutgen.content.authoring.pose_starter import pose_like
    from handoutgen.content.authoring.schema import pose_schema
    from handoutgen.content.poses.load import load_pose
    from handoutgen.library.poses import POSES, find_pose

    checked = _checked(name, "pose")
    like = load_pose(find_pose(model, Path()).path)
    path = Path(POSES, like.pose.subject, f"{checked}.yaml")
    _write_one(path, pose_like(like.sources.text, like.pose.name, checked, path.as_posix()))
    _write_schema("pose", pose_schema())
    click.echo(f'Change it, and see it change: "handoutgen draw {path.as_posix()} --watch"')


def _write(path: Path, text: str) -> None:
    _write_one(path, text)
    write_schemas()


def _write_one(path: Path, text: str) -> None:
    from handoutgen.output import write_new

    write_new(path, text.encode("utf-8"))
    click.echo(str(path))


def write_schemas() -> None:
    """The schemas that a starter's first line names, so that editors complete and check as one writes."""
    from handoutgen.content.authoring.schema import clinic_schema, leaflet_schema

    _write_schema("leaflet", leaflet_schema())
    _write_schema("clinic", clinic_schema())


def _write_schema(name: str, schema: dict[str, Any]) -> None:
    from handoutgen.content.authoring.starter import SCHEMA_FOLDER
    from handoutgen.output import write_whole

    text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    write_whole(Path(SCHEMA_FOLDER.removeprefix("../../"), f"{name}.schema.json"), text.encode("utf-8"))


def _checked(name: str, what: str) -> str:
    """The name, if it can be an id; otherwise the nearest that can is offered, never taken in silence."""
    from handoutgen.library.file_names import is_device

    if NAME.fullmatch(name) and len(name) <= LONGEST_NAME and not is_device(name):
        return name
    offer = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:LONGEST_NAME].strip("-")
    offer = f"{offer}-{what}" if is_device(offer) else offer
    again = f'Try "handoutgen new {what} {offer}". ' if offer else ""
    if is_device(name):
        raise UsageProblem(
            f'"{name}" cannot be the name of a {what}: Windows keeps it for a device.', f"{again}Use another word."
        )
    raise UsageProblem(
        f'"{name}" cannot be the name of a {what}.',
        f"{again}A name has small letters, digits and single hyphens, and at most {LONGEST_NAME} of them.",
    )


def checked_language(tag: str) -> str:
    """The tag, if it is one. Raises UsageProblem."""
    from pydantic import TypeAdapter, ValidationError

    from handoutgen.content.values import LanguageTag

    try:
        TypeAdapter(LanguageTag).validate_python(tag)
    except ValidationError as problem:
        raise UsageProblem(f'"{tag}" is not a language tag.', "Write it like en-GB, cy or zh-Hant.") from problem
    return tag
