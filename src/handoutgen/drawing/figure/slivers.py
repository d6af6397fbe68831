"""Far limbs that show beside near ones as a sliver too thin to print are cut back."""

from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from handoutgen.drawing.figure.dressed import Dressed
from handoutgen.drawing.figure.feet import foot_outline
from handoutgen.drawing.figure.sleeves import sleeve_shape
from handoutgen.drawing.figure.trousers import leg_cloth, pelvis_cloth
from handoutgen.drawing.figure.tubes import BoneStretch, limb_outline
from handoutgen.drawing.outline.shapes import biggest, smooth

_THINNEST = 0.8
"""Between the middles of two contours, in mm on paper: what is left of the colour between them is 0.45."""
_BEHIND = 0.4
"""A cut edge lies so far behind what covers it, in % of stature, and is not seen."""
_LEAST_AREA, _LEAST_CLOTH = 1.0, 3.0
"""In square mm on paper; a smaller scrap of shorts or trousers beside a near leg reads as a thing of its own."""
_TAPER = 6.0
"""Radius, in % of stature, of the curve on which the edge of a far limb runs out into what lies before it."""


def before_far_limbs(body: Dressed) -> BaseGeometry:
    """What the near limbs and the trunk cover, seen from the side, as they are drawn."""
    near = body.skeleton.near
    arm, leg = body.skeleton.arms[near], body.skeleton.legs[near]
    arms = smooth(limb_outline(arm, body.build, BoneStretch(), BoneStretch(lower=True)), 0.8, 0.3, 0.8)
    sleeve = Polygon() if body.figure.top == "vest" else sleeve_shape(body, arm)
    legs = smooth(limb_outline(leg, body.build, BoneStretch(), BoneStretch(lower=True)), 0.9, 0.5, 0.9)
    cloth = Polygon() if body.bare_legs else leg_cloth(body, near, None if body.deep else pelvis_cloth(body)).outline
    foot = foot_outline(leg, leg.spec.wear or body.figure.feet)
    return unary_union([arms, sleeve, legs, cloth, foot, body.shirt])


def without_slivers(
    body: Dressed, shape: Polygon, *, before: BaseGeometry | None = None, cloth: bool = False
) -> Polygon:
    """The shape without the parts that show too thin beside what lies before it: the near limbs, and ``before``."""
    if body.frontal:
        return shape
    scale = body.pen.mm_per_unit
    thinnest, least = _THINNEST / scale, (_LEAST_CLOTH if cloth else _LEAST_AREA) / scale**2
    covering = before_far_limbs(body)
    if before is not None:
        covering = covering.union(before)
    seen = shape.difference(covering)
    broad = seen.buffer(-thinnest / 2).buffer(thinnest / 2 + 0.02).intersection(shape)
    kept = [_tapered(part, shape, covering) for part in getattr(broad, "geoms", [broad]) if part.area > least]
    behind = shape.intersection(covering.buffer(-_BEHIND))
    joined_on = [part.buffer(2 * _BEHIND).intersection(shape).intersection(covering) for part in kept]
    rest = biggest(unary_union([*kept, *joined_on, behind]).buffer(0.15).buffer(-0.15))
    return shape if rest.is_empty else _without_gaps(rest, covering, thinnest)


def _without_gaps(shape: Polygon, covering: BaseGeometry, narrowest: float) -> Polygon:
    """The shape with those gaps beside what lies before it filled that would close in print, and no thin necks."""
    closed = covering.union(shape).buffer(narrowest / 2).buffer(-narrowest / 2)
    gaps = closed.difference(covering).difference(shape).intersection(shape.buffer(narrowest))
    return biggest(unary_union([shape, gaps.buffer(0.03)]).buffer(0.15).buffer(-0.3).buffer(0.15))


def _tapered(part: BaseGeometry, shape: Polygon, covering: BaseGeometry) -> BaseGeometry:
    """A part that is kept, with its blunt ends run out to a point along what covers the rest of the shape."""
    around = covering.intersection(part.buffer(3 * _TAPER)).union(part)
    hollows = around.buffer(_TAPER).buffer(-_TAPER).difference(covering).intersection(shape)
    ends = [each for each in getattr(hollows, "geoms", [hollows]) if each.distance(part) < _BEHIND]
    return unary_union([part, *(each.buffer(0.02) for each in ends)]).intersection(shape)
