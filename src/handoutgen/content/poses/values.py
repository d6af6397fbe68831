"""The values of which a pose is made: spots on the page, angles, layers. All lengths are % of the figure's stature."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from handoutgen.content.anchors import ANCHORS
from handoutgen.content.nearest import did_you_mean, listed, shortened

FARTHEST: Final = 400.0
"""How far from the origin anything may stand, in % of stature."""

Number = Annotated[float, Field(ge=-FARTHEST, le=FARTHEST, allow_inf_nan=False, examples=[10])]
"""A coordinate in % of stature."""
Length = Annotated[float, Field(gt=0, le=FARTHEST, allow_inf_nan=False, examples=[20])]
"""A length in % of stature."""
Degrees = Annotated[float, Field(ge=-360, le=360, allow_inf_nan=False)]
"""An angle in degrees."""

PropLayer: TypeAlias = Literal[
    "back", "front",
    "before_far_arm", "after_far_arm", "before_far_leg", "after_far_leg", "before_near_leg", "after_near_leg",
    "before_trunk", "after_trunk", "before_head", "after_head", "before_near_arm", "after_near_arm",
    "before_right_arm", "after_right_arm", "before_left_arm", "after_left_arm",
    "before_right_leg", "after_right_leg", "before_left_leg", "after_left_leg",
]  # fmt: skip
"""Behind everything, before everything, or painted just before (below) or after (above) a part of the figure."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point in % of stature, from the origin on the floor or from an anchor of the figure.

    `z` is towards the viewer; None leaves the depth to what stands there.
    """

    x: float
    y: float
    z: float | None = None
    anchor: str | None = None

    @property
    def offset(self) -> tuple[float, ...]:
        """The numbers as they were written: two, or three."""
        return (self.x, self.y) if self.z is None else (self.x, self.y, self.z)


def read_spot(value: object) -> Spot:
    """`[x, y]`, `[x, y, z]`, `[mouth, dx, dy]` or `[mouth, dx, dy, dz]`."""
    if isinstance(value, Spot):
        return value
    if not isinstance(value, list | tuple) or not 1 <= len(value) <= 4:
        raise _misfit("a place is [x, y], or [anchor, x, y] with the name of a part of the figure")
    name = _anchor_of(value[0])
    numbers = value[1:] if name else value
    if not 2 <= len(numbers) <= 3:
        raise _misfit(f"a place has two or three numbers, not {len(numbers)}")
    x, y, *depth = (_number(number) for number in numbers)
    return Spot(x, y, depth[0] if depth else None, name)


def _anchor_of(word: object) -> str | None:
    """The anchor's name if the first entry is a word."""
    if not isinstance(word, str) or _as_number(word) is not None:
        return None
    if word not in ANCHORS:
        raise _misfit(f'"{shortened(word)}" is no part of the figure', f"use one of: {listed(ANCHORS)}.", _near(word))
    return word


def _near(word: str) -> str:
    return did_you_mean(word, ANCHORS)


def _as_number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        return float(value)
    except ValueError:
        return None


def _number(value: object) -> float:
    number = _as_number(value)
    if number is None:
        raise _misfit(f'"{shortened(str(value))}" is not a number')
    if not math.isfinite(number) or abs(number) > FARTHEST:
        raise _misfit(f"a place lies between -{FARTHEST:g} and {FARTHEST:g}")
    return number


def read_own_spot(value: object) -> Spot:
    """A place of its own: `[x, y]` or `[x, y, z]`."""
    spot = read_spot(value)
    if spot.anchor:
        raise _misfit("this place cannot hang on a part of the figure", "write it as [x, y].")
    return spot


def read_extent(value: object) -> tuple[float, float]:
    """`[from, to]`: two numbers, the smaller first."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise _misfit("two numbers are wanted here: [from, to]")
    first, last = (_number(number) for number in value)
    if first >= last:
        raise _misfit("the first number must be smaller than the second")
    return first, last


def read_arc(value: object) -> tuple[float, float, float, float, float]:
    """`[x, y, radius, from, to]`: the middle, the radius and two angles in degrees, counted from 3 o'clock upwards."""
    if not isinstance(value, list | tuple) or len(value) != 5:
        raise _misfit("an arc has five numbers: [x, y, radius, from, to]")
    x, y, radius, start, end = (_number(number) for number in value)
    if radius <= 0:
        raise _misfit("the radius of an arc is more than 0")
    if start == end or abs(start) > 360 or abs(end) > 360:
        raise _misfit("the two angles of an arc differ, and lie between -360 and 360")
    return x, y, radius, start, end


def read_direction(value: object) -> tuple[float, float, float]:
    """`[x, y]` or `[x, y, z]`, not all of them 0."""
    if not isinstance(value, list | tuple) or not 2 <= len(value) <= 3:
        raise _misfit("a direction is [x, y] or [x, y, z]")
    x, y, z = (*(_number(number) for number in value), 0.0)[:3]
    if x == y == z == 0:
        raise _misfit("a direction cannot be 0 all over")
    return x, y, z


def _misfit(message: str, hint: str = "write it like the example in the reference.", label: str = "") -> Exception:
    return PydanticCustomError("pose_value", "not this value", {"message": message, "hint": hint, "label": label})


def _list_schema(least: int, most: int, items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least, "maxItems": most}


_NUMBER_SCHEMA: dict[str, Any] = {"type": "number"}
At = Annotated[
    Spot,
    BeforeValidator(read_spot),
    WithJsonSchema(_list_schema(2, 4, {"anyOf": [_NUMBER_SCHEMA, {"enum": list(ANCHORS)}]})),
    Field(examples=[[0, 50]]),
]
"""[x, y], [x, y, z] or [anchor, dx, dy]."""
OwnPlace = Annotated[Spot, BeforeValidator(read_own_spot), WithJsonSchema(_list_schema(2, 3, _NUMBER_SCHEMA))]
"""[x, y] or [x, y, z]."""
Extent = Annotated[
    tuple[float, float],
    BeforeValidator(read_extent),
    WithJsonSchema(_list_schema(2, 2, _NUMBER_SCHEMA)),
    Field(examples=[[-30, 40]]),
]
"""[from, to]."""
ArcOf = Annotated[
    tuple[float, float, float, float, float],
    BeforeValidator(read_arc),
    WithJsonSchema(_list_schema(5, 5, _NUMBER_SCHEMA)),
]
"""[x, y, radius, from, to]."""
Aim = Annotated[
    tuple[float, float, float],
    BeforeValidator(read_direction),
    WithJsonSchema(_list_schema(2, 3, _NUMBER_SCHEMA)),
]
"""[x, y] or [x, y, z]."""
