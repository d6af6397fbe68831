"""Household things drawn."""

from __future__ import annotations

from shapely import affinity
from shapely.geometry import LineString

from handoutgen.content.poses.things.household import ColdPackProp
from handoutgen.drawing.props.beds import soft
from handoutgen.drawing.props.brush import Brush


def draw_cold_pack(own: Brush, prop: ColdPackProp) -> None:
    """A soft pack with two snow crystals."""
    own.area(soft(0, 0, prop.w, prop.h))
    for x in (-0.22 * prop.w, 0.22 * prop.w):
        for turn in (0, 60, 120):
            arm = LineString([(x - 0.95, 0), (x + 0.95, 0)])
            own.line(affinity.rotate(arm, turn), "detail", "accent")
