"""The layers of a figure, back to front."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from handoutgen.drawing.figure.arms import arm_layer, fingers_layer
from handoutgen.drawing.figure.dressed import Dressed
from handoutgen.drawing.figure.legs import front_bottoms, leg_skin, side_leg
from handoutgen.drawing.figure.muscles import trunk_marks
from handoutgen.drawing.figure.portrait import head_layer

Layer: TypeAlias = tuple[str, Callable[[], None]]
"""A name that props may refer to, and what draws it."""


def layers(body: Dressed) -> list[Layer]:
    """All layers of a figure with their names, back to front."""
    found = _front_layers(body) if body.frontal else _side_layers(body)
    skipped = {_depth(body, name) for name in body.figure.skip}
    return [layer for layer in found if layer[0].replace("fingers", "arm") not in skipped]


def _depth(body: Dressed, name: str) -> str:
    """A limb's name as near or far."""
    side, limb = name.split("_")
    if side in ("right", "left"):
        side = "near" if side == body.skeleton.near else "far"
    return f"{side}_{limb}"


def _side_layers(body: Dressed) -> list[Layer]:
    near, far = body.skeleton.near, body.skeleton.far
    leg: Layer = ("near_leg", partial(side_leg, body, near, far=False))
    trunk: Layer = ("trunk", partial(_trunk_layer, body, marks=not body.deep))
    middle = [trunk, leg, ("marks", partial(trunk_marks, body))] if body.deep else [leg, trunk]
    return [
        *_arm(body, far, behind=True),
        ("far_leg", partial(side_leg, body, far, far=True)),
        *middle,
        ("head", partial(head_layer, body)),
        *_arm(body, near, behind=False),
    ]


def _front_layers(body: Dressed) -> list[Layer]:
    skeleton = body.skeleton
    names = {skeleton.near: "near", skeleton.far: "far"}
    legs = sorted(("right", "left"), key=lambda side: float(skeleton.legs[side].joint[2]))
    arms = sorted(("right", "left"), key=lambda side: float(skeleton.arms[side].end[2]))
    behind = [side for side in arms if skeleton.arms[side].spec.behind]
    return [
        *(layer for side in behind for layer in _arm(body, side, behind=True)),
        *((f"{names[side]}_leg", partial(leg_skin, body, side)) for side in legs),
        ("bottoms", partial(front_bottoms, body, legs)),
        ("trunk", partial(_trunk_layer, body, marks=False)),
        ("head", partial(head_layer, body)),
        *(layer for side in arms if side not in behind for layer in _arm(body, side, behind=False)),
        ("marks", partial(trunk_marks, body)),
    ]


def _arm(body: Dressed, side: str, *, behind: bool) -> list[Layer]:
    depth = "near" if side == body.skeleton.near else "far"
    return [
        (f"{depth}_arm", partial(arm_layer, body, side, behind=behind)),
        (f"{depth}_fingers", partial(fingers_layer, body, side)),
    ]


def _trunk_layer(body: Dressed, *, marks: bool) -> None:
    body.pen.area(body.neck, body.palette.skin)
    body.pen.area(body.shirt, body.palette.cloth)
    if marks:
        trunk_marks(body)
