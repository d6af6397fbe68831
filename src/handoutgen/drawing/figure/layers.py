"""The layers of a figure, back to front."""

import math
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

import numpy as np
from shapely.ops import unary_union

from handoutgen.drawing.figure.arms import arm_layer, fingers_layer
from handoutgen.drawing.figure.cloth import Cloth, draw_cloth, shirt_cloth
from handoutgen.drawing.figure.dressed import Dressed, in_shade
from handoutgen.drawing.figure.legs import draw_groin_fold, draw_leg
from handoutgen.drawing.figure.portrait import head_layer
from handoutgen.drawing.figure.skirts import SKIRT_LENGTH, draw_skirt, robe_length, top_outline
from handoutgen.drawing.figure.trousers import pelvis_cloth
from handoutgen.drawing.figure.trunk import section
from handoutgen.drawing.figure.trunk_muscles import trunk_marks
from handoutgen.drawing.figure.tubes import BoneStretch, limb_outline
from handoutgen.drawing.outline.shapes import biggest, half_plane, hand_set_line, lines_of
from handoutgen.drawing.outline.vectors import unit
from handoutgen.drawing.skeleton.frames import SIDES, LeftOrRight

FigureLayer: TypeAlias = tuple[str, Callable[[], None]]
"""A name that props may refer to, and what draws it."""


_UNDER_HEM = 0.0
"""Up to this level of the spine the pelvis is painted again with a thigh that lies before the shirt."""
_HEM_LEVEL, _LAP_LEVEL, _HEM_SAG, _SHORTEST_HEM = 0.1, 0.2, 0.7, 2.5
"""Where on the spine the hem of a shirt lies over a seat, over a lap seen from the front, how far it sags, and the
shortest piece that is drawn."""
_OPEN_END = 0.8
"""How far above the hips a trunk without legs ends: open, since the body goes on."""
_SEAT_REACH = 16.0
"""How far from the hips the seat of trousers may melt into a shirt."""


def layers(body: Dressed) -> list[FigureLayer]:
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


def _side_layers(body: Dressed) -> list[FigureLayer]:
    near, far = body.skeleton.near, body.skeleton.far
    legs, shaded = _Legs(body), in_shade(body)
    trunk: FigureLayer = ("trunk", partial(_trunk_layer, body))
    skirt: FigureLayer = ("skirt", partial(_skirt_layer, body))
    near_leg: FigureLayer = ("near_leg", partial(legs.draw, near, pelvis=not body.deep))
    return [
        *_arm(shaded, far, behind=True),
        ("far_leg", partial(legs.draw, far, pelvis=body.deep, shaded=shaded)),
        *([trunk, near_leg, ("hem", partial(_hem_layer, body)), skirt] if body.deep else [near_leg, skirt, trunk]),
        ("marks", partial(trunk_marks, body)),
        ("head", partial(head_layer, body)),
        *_arm(body, near, behind=False),
    ]


def _front_layers(body: Dressed) -> list[FigureLayer]:
    skeleton = body.skeleton
    depths = {skeleton.near: "near", skeleton.far: "far"}
    sides = sorted(SIDES, key=lambda side: float(skeleton.legs[side].joint[2]))
    arms = sorted(SIDES, key=lambda side: float(skeleton.arms[side].end[2]))
    behind = [side for side in arms if skeleton.arms[side].spec.behind]
    legs = _Legs(body)
    trunk: FigureLayer = ("trunk", partial(_trunk_layer, body))
    skirt: FigureLayer = ("skirt", partial(_skirt_layer, body))
    if body.deep:
        above: list[FigureLayer] = [(f"{depths[side]}_leg", partial(legs.draw, side)) for side in sides]
        below: list[FigureLayer] = [trunk, ("pelvis", legs.seat), *above, ("hem", partial(_hem_layer, body)), skirt]
    else:
        below = [*((f"{depths[side]}_leg", partial(legs.draw, side, pelvis=True)) for side in sides), skirt, trunk]
    return [
        *(layer for side in behind for layer in _arm(body, side, behind=True)),
        *below,
        ("head", partial(head_layer, body)),
        *(layer for side in arms if side not in behind for layer in _arm(body, side, behind=False)),
        ("marks", partial(trunk_marks, body)),
    ]


class _Legs:
    """Draws the legs one after the other: each melts into the cloth that is painted before it."""

    def __init__(self, body: Dressed) -> None:
        self._body = body
        self._painted: list[Cloth] = []

    def seat(self) -> None:
        """Draw the pelvis alone, over the shirt's hem, when both thighs lie before it."""
        body, cloth = self._body, pelvis_cloth(self._body)
        shirt = shirt_cloth(body).ground(body.skeleton.spine[0], _SEAT_REACH, math.inf)
        draw_cloth(body, cloth, [shirt])
        self._painted.append(cloth)

    def draw(self, side: LeftOrRight, *, pelvis: bool = False, shaded: Dressed | None = None) -> None:
        """Draw one leg, with the pelvis or out of the one that is painted."""
        body = self._body
        grounds = self._painted
        seat = pelvis_cloth(body) if pelvis else None
        if body.deep and not pelvis:
            grounds = [*grounds, shirt_cloth(body)]
            seat = None if body.frontal else pelvis_cloth(body, _UNDER_HEM)
        cloth = draw_leg(shaded or body, side, seat, grounds)
        if cloth:
            self._painted.append(cloth)
        limb = body.skeleton.legs[side]
        if pelvis and not (body.frontal or body.bare_legs) and 55 < limb.hip_flexion < 100:
            draw_groin_fold(body, limb)


def _arm(body: Dressed, side: LeftOrRight, *, behind: bool) -> list[FigureLayer]:
    depth = "near" if side == body.skeleton.near else "far"
    return [
        (f"{depth}_arm", partial(arm_layer, body, side, behind=behind)),
        (f"{depth}_fingers", partial(fingers_layer, body, side)),
    ]


def _skirt_layer(body: Dressed) -> None:
    if body.figure.bottom == "skirt" and body.figure.top != "dress":
        draw_skirt(body, SKIRT_LENGTH)
    if body.deep and robe_length(body):
        draw_skirt(body, robe_length(body))


def _trunk_layer(body: Dressed) -> None:
    body.pen.area(body.neck, body.palette.skin)
    top = top_outline(body)
    if not {"near_leg", "far_leg"} <= {_depth(body, name) for name in body.figure.skip}:
        body.pen.area(top, body.palette.cloth)
        return
    up = unit(body.skeleton.pelvis.up[:2])
    cut = half_plane(body.skeleton.spine[0][:2] + up * _OPEN_END, -up)
    body.pen.area(biggest(top.difference(cut)), body.palette.cloth, hide=cut.buffer(0.1))


def _hem_layer(body: Dressed) -> None:
    """Draw the shirt's hem over the seat, as far as no thigh hides it."""
    if body.bare_legs or body.figure.top == "tunic":
        return
    skeleton, build = body.skeleton, body.build
    ring = section(skeleton, build, _LAP_LEVEL if body.frontal else _HEM_LEVEL)
    seen = np.roll(ring, -int(np.argmin(ring[:, 2])), axis=0)
    seen = seen[seen[:, 2] > ring[:, 2].mean()][::2, :2]
    arch = np.sin(np.linspace(0, np.pi, len(seen)))[:, None]
    course = seen - skeleton.pelvis.up[:2] * _HEM_SAG * arch
    thighs = unary_union(
        [
            limb_outline(skeleton.legs[side], build, BoneStretch(start=0.7, ease=0.6))
            for side in (SIDES if body.frontal else (skeleton.near,))
        ]
    )
    seat = body.shirt.union(pelvis_cloth(body).outline)
    line = hand_set_line(course).intersection(seat.buffer(0.05)).difference(thighs.buffer(-_HEM_SAG))
    for piece in lines_of(line):
        if piece.length > _SHORTEST_HEM:
            body.pen.line(piece, "contour")
