"""A setting with less white between its lines and blocks, for sheets that are looked through and talked through."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec.structs import replace

from handoutgen import bounds
from handoutgen.design.scale import Level
from handoutgen.layout.setting import Look
from handoutgen.memory import Memory

Whose = TypeVar("Whose", bound=Look)
CLOSER, CLOSEST, TIGHTEST = 0.58, 0.38, 0.25
"""The unit of white, as a share of the body size: as it is tried first, where that has no room, and where only that
puts drawings in pairs, signs in lists, or a line under each strategy."""


def closer(setting: Whose, body: Level, unit: float) -> Whose:
    """The setting with the body's lines as close as in another level, and with this unit of white. What is set in it is
    remembered apart."""
    scale = replace(setting.scale, body=body, unit=round(setting.scale.base * unit, 2))
    memory = setting.kept(("as close as", unit), lambda _: Memory[Any](bounds.PARTS))
    return replace(setting, scale=scale, memory=memory)
