"""A pose that there is turned into a commented copy under another name, to change."""

from __future__ import annotations

import re

from pydantic import BaseModel

from handoutgen.content.authoring.starter import SCHEMA_FOLDER
from handoutgen.content.poses.model import Arrow, Pose, PosedFigure

_HEAD = """\
# yaml-language-server: $schema={folder}/pose.schema.json
# The line above lets an editor complete and check as you write; make its file once with:
# handoutgen schema pose --out docs/pose.schema.json
#
# A copy of {model}, to change. Lengths are % of the figure's stature: the floor is y = 0, x runs to the right.
# See it change as you write: handoutgen draw {path} --watch

"""
_KEY = re.compile(r"^(?P<indent> *)(?P<key>[a-z_]+):(?P<value>[^#]*)$")
_LONGEST_LINE = 110
_ALWAYS_KNOWN = {"name", "props", "steps", "figures"}
"""Keys whose comment would say no more than they do."""


def pose_like(text: str, model: str, name: str, path: str) -> str:
    """The text of the pose `model` as a pose `name` at `path`, each key with what it is."""
    lines = text.splitlines()
    renamed = [re.sub(r"^name:.*$", f"name: {name}", line) for line in lines if not line.startswith("#")]
    told: set[str] = set()
    commented = [_commented(line, told) for line in renamed]
    return _HEAD.format(folder=SCHEMA_FOLDER, model=model, path=path) + "\n".join(commented).strip("\n") + "\n"


def _commented(line: str, told: set[str]) -> str:
    """A line with what its key is, the first time that it stands."""
    match = _KEY.match(line.rstrip())
    if match is None or match["key"] in told or match["key"] in _ALWAYS_KNOWN:
        return line
    meaning = _meaning(match["key"], len(match["indent"]))
    told.add(match["key"])
    commented = f"{line.rstrip()}  # {meaning}"
    return commented if meaning and len(commented) <= _LONGEST_LINE else line


def _meaning(key: str, indent: int) -> str:
    """The first sentence about a key, from the part that stands this far in."""
    parts: tuple[type[BaseModel], ...] = (Pose,) if not indent else (PosedFigure, Arrow, Pose)
    found = (part.model_fields[key].description for part in parts if key in part.model_fields)
    first = (next(found, "") or "").partition(". ")[0].rstrip(".")
    return f"{first[:1].lower()}{first[1:]}" if not first[:2].isupper() else first
