"""Inhalers and nebulisers drawn."""

from __future__ import annotations

from shapely.geometry import LineString, Polygon

from handoutgen.content.poses.things.medicines import InhalerProp
from handoutgen.drawing.outline.shapes import rounded_box
from handoutgen.drawing.props.brush import Brush

_CANISTER_X = 20.0


def draw_inhaler(own: Brush, prop: InhalerProp) -> None:
    """A puffer on its spacer: mouthpiece, chamber, and the puffer with its canister at the far end."""
    own.area(rounded_box(0, -1.25, 3.2, 1.25, 0.6))
    own.area(rounded_box(2.4, -2.9, 17, 2.9, 2.2))
    for x in (5.2, 14.6):
        own.line(LineString([(x, -2.8), (x, 2.8)]), "detail")
    own.area(rounded_box(18.6, 2.5, 21.4, 8.6, 0.9))
    body = [(16.4, -2), (20.6, -2), (22.1, -1.3), (22.1, 5.2), (17.9, 5.2), (17.6, 2), (16.4, 1.8)]
    own.area(Polygon(body).buffer(-0.4).buffer(0.4), "cloth")
