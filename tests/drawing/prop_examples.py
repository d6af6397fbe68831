"""One example of every prop, and a stand-in for a figure's anchors: what several tests draw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from pydantic import TypeAdapter

from handoutgen.content.poses.props import Prop
from handoutgen.drawing.outline.vectors import Array
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.props import draw_prop, pieces_of
from handoutgen.drawing.style import FigureColours

PROPS: TypeAdapter[Prop] = TypeAdapter(Prop)

_JOINTS = {
    "shoulder": (0, 80), "elbow": (4, 62), "wrist": (18, 60), "hand": (22, 60), "hip": (0, 53), "knee": (20, 50),
    "ankle": (22, 10), "heel": (19, 6), "ball": (30, 6), "toes": (34, 6),
}  # fmt: skip
ANCHORS: Mapping[str, Array] = {
    "mouth": np.array([5.0, 88.0]),
    **{
        f"{side}_{joint}": np.array([x + shift, y], dtype=np.float64)
        for side, shift in (("near", 0), ("far", 5), ("left", 0), ("right", 5))
        for joint, (x, y) in _JOINTS.items()
    },
}

AT = {"at": [0, 0]}
EXAMPLES: Mapping[str, Mapping[str, Any]] = {
    "floor": {"x": [-20, 40]},
    "wall": {"x": 30},
    "rail": {"points": [[0, 40], [30, 60]]},
    "handrail": {"points": [[0, 52], [40, 52]]},
    "step": {"x": [0, 30]},
    "footprints": {"x": 0, "y": -6},
    "stairs": {"x": 0, "rail": True},
    "table": {"x": [0, 60]},
    "worktop": {"x": [0, 70], "sink": True},
    "chair": {"x": 0},
    "chair_front": {"x": 0},
    "sofa": {"x": [0, 100]},
    "bench": {"x": [0, 70]},
    "bed": {"x": [0, 112], "board": True, "legs": True},
    "mat": {"x": [0, 105]},
    "bed_top": {"x": [0, 112], "y": [0, 53], "cover": 0.5},
    "mat_top": {"x": [0, 105], "y": [0, 36]},
    "floor_towel": {"x": [0, 50]},
    "pillow": AT,
    "cushion": AT,
    "rolled_towel": AT,
    "blanket": {"points": [[0, 8], [20, 14], [40, 8]]},
    "stick": {"held_by": "near_hand", "foot": [26, 0]},
    "crutch": {"held_by": "near_hand", "foot": [26, 0]},
    "frame": {"x": 20},
    "rollator": {"x": 20},
    "wheelchair": {"x": 0, "arms": True},
    "grab_bar": {"at": [0, 50]},
    "strip": {"points": [[0, 40], [10, 50], [20, 44]], "stripes": True},
    "towel": {"wraps": "near_foot", "ends": ["near_hand", "far_hand"]},
    "band": {"ends": ["near_hand", "far_hand"]},
    "bandage": {"wraps": "near_shin"},
    "tablet": AT,
    "capsule": AT,
    "blister": AT,
    "pill_box": {**AT, "open": 3},
    "glass": AT,
    "spoon": AT,
    "medicine_bottle": AT,
    "dropper": AT,
    "drop": AT,
    "tube": AT,
    "inhaler": {"at": ["mouth", 0, 0]},
    "dry_inhaler": AT,
    "nebuliser": AT,
    "nebuliser_mask": AT,
    "glucose_meter": AT,
    "lancet": AT,
    "test_strip": AT,
    "insulin_pen": AT,
    "injection_pen": AT,
    "sharps_bin": AT,
    "bp_monitor": {**AT, "tube": ["near_elbow", 0, 0]},
    "cuff": {"wraps": "near_upper_arm"},
    "thermometer": AT,
    "oximeter": AT,
    "cold_pack": AT,
    "hot_water_bottle": AT,
    "mirror": AT,
    "phone": AT,
    "clock": AT,
    "cup": AT,
    "bag": AT,
    "bowl": AT,
    "ball": AT,
    "tin": AT,
    "dumbbell": AT,
    "bottle": AT,
    "box": {"x": 0},
    "roller": AT,
}


def prop_of(kind: str, **keys: Any) -> Prop:
    """The prop with these keys; those of the example if there are none."""
    return PROPS.validate_python({"type": kind, **(keys or EXAMPLES[kind])})


def drawn(prop: Prop, *, size: float = 100, camera: float = 0, anchors: Mapping[str, Array] = ANCHORS) -> Pen:
    """All pieces of the prop on paper where 1 % of stature is 1 mm."""
    pen = Pen(size)
    for piece in pieces_of(prop):
        draw_prop(pen, piece, FigureColours(), anchors, camera)
    return pen


def width_and_height(prop: Prop, camera: float = 0) -> tuple[float, float]:
    """How far the prop reaches across and up, in % of stature, without the thickness of its lines."""
    x0, y0, x1, y1 = drawn(prop, camera=camera).bounds()
    return x1 - x0, y1 - y0
