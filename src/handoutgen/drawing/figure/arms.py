"""Arms, hands and sleeves."""

import math

from msgspec import Struct
from msgspec.structs import replace
from shapely import affinity
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from handoutgen.drawing.detail import DetailPlacement, DrawnShape, fineness, paint, placed, turned
from handoutgen.drawing.figure.cloth import draw_shown
from handoutgen.drawing.figure.dressed import Dressed, flat_length
from handoutgen.drawing.figure.folds import fold
from handoutgen.drawing.figure.muscles import arm_marks
from handoutgen.drawing.figure.sleeves import LONG_TOPS, draw_sleeve, sleeve_shape
from handoutgen.drawing.figure.slivers import before_far_limbs, without_slivers
from handoutgen.drawing.figure.solids import Ground, Solid, shown_contour
from handoutgen.drawing.figure.tubes import BoneStretch, balls, limb_outline
from handoutgen.drawing.hands.hand import HandShape, hand
from handoutgen.drawing.hands.simple import simple_hand
from handoutgen.drawing.outline.shapes import biggest, disc, lines_of, smooth
from handoutgen.drawing.outline.vectors import Array, unit, vector
from handoutgen.drawing.skeleton.body import Skeleton
from handoutgen.drawing.skeleton.frames import SIDES, LeftOrRight
from handoutgen.drawing.skeleton.limbs import Arm

_HAND_SCALE = 1.06
_ELBOW_REACH, _ELBOW_RISE = 7.0, 1.2
_FOLD_BEND, _FOLD, _BELOW_HEM = 85, 1.6, 0.6
"""The bend of a bare elbow, in degrees, from which it shows a crease; how long that is; how far it keeps from a hem."""
_LEAST_OVERLAP = 1.0
"""In square % of stature: a forearm that covers less of its own sleeve is not drawn again before it."""
_CLEFT = 0.8
"""Half the width, in % of stature, of a cleft between fingers that a small drawing leaves out."""
_SHORT_PIECE = 0.9
"""What is left of a hand's line, in % of stature, and is too short to be drawn."""
_TIPS, _PAINTED_SHOULDER = 0.3, 8.0
"""A far hand of whose seen part no more would be cut is drawn whole; how far round a shoulder a sleeve paints."""
_RIM, _LEAST_SHOWN = 0.85, 0.25
"""Half the width of a mere rim, in %; a far hand of which less shows broadly beside the near one is not drawn."""


class _Skin(Struct, frozen=True):
    """An arm's bare part with its hand, and the forearm and hand of it alone."""

    whole: Polygon
    lower: Polygon
    hand: Polygon


def arm_layer(body: Dressed, side: LeftOrRight, *, behind: bool) -> None:
    """Draw an arm, its hand and its sleeve."""
    limb, pen = body.skeleton.arms[side], body.pen
    skin = _skin(body, limb)
    near_hand = _hand_shape(body, body.skeleton.arms[body.skeleton.near]) if behind else None
    whole = _far_skin(body, skin, near_hand) if near_hand else skin.whole
    pen.area(whole, body.palette.skin)
    sleeve = Polygon() if body.figure.top == "vest" else sleeve_shape(body, limb)
    _elbow_fold(body, limb, whole, sleeve)
    if not sleeve.is_empty:
        cut = without_slivers(body, sleeve) if behind else sleeve
        sleeve = draw_sleeve(body, limb, cut, behind=behind)
    if not behind:
        _draw_before_sleeve(body, limb, skin, sleeve)
        _draw_crossed(body, limb, skin, sleeve)
    details = _without_clefts(body, limb, placed(arm_hand(limb).details, hand_place(limb)))
    paint(pen, _seen_details(details, whole, near_hand) if behind else details, body.palette)
    shoulder = [disc(limb.root[:2], 3.4)] if sleeve.is_empty or body.frontal else []
    ground = unary_union([skin.whole, sleeve, *shoulder])
    arm_marks(body, limb, smooth(ground, 0.8, 0.3, 0.5))


def _skin(body: Dressed, limb: Arm) -> _Skin:
    hand_contour = _hand_shape(body, limb)
    whole = smooth(smooth(_bare_arm(body, limb), 0.8, 0.3, 0.8).union(hand_contour), 0.5, 0.15, 0.3)
    start = 0.7 if body.figure.top in LONG_TOPS else 0.0
    forearm = limb_outline(limb, body.build, BoneStretch(lower=True, start=start, ease=0.4))
    return _Skin(whole, biggest(whole.intersection(forearm.union(hand_contour.buffer(0.4)))), hand_contour)


def _hand_shape(body: Dressed, limb: Arm) -> Polygon:
    """A hand's contour on the page; in a small drawing without clefts that would close in print."""
    contour: Polygon = affinity.affine_transform(arm_hand(limb).contour, list(hand_place(limb)))
    if fineness(body.pen) != "small" or _sketched(limb):
        return contour
    return biggest(contour.buffer(_CLEFT).buffer(-_CLEFT))


def _far_skin(body: Dressed, skin: _Skin, near_hand: Polygon) -> Polygon:
    """A far arm's skin without slivers, and without a hand that shows as a mere rim beside the near one. Fingertips
    that run out beside a near limb are no slivers."""
    if _is_rim(skin.hand, near_hand):
        rim = skin.hand.difference(near_hand)
        arm = biggest(skin.whole.difference(rim.buffer(0.05)).buffer(-0.1).buffer(0.1))
        return without_slivers(body, arm, before=near_hand)
    whole = without_slivers(body, skin.whole, before=near_hand)
    seen = skin.hand.difference(before_far_limbs(body).union(near_hand))
    lost = seen.difference(whole)
    if body.frontal or not 0 < lost.area < _TIPS * seen.area:
        return whole
    return biggest(whole.union(skin.hand).buffer(0.1).buffer(-0.1))


def _is_rim(far_hand: Polygon, near_hand: Polygon) -> bool:
    """Whether a far hand shows as a mere rim beside the near one."""
    if not far_hand.intersects(near_hand):
        return False
    rim = far_hand.difference(near_hand)
    return bool(rim.buffer(-_RIM).buffer(_RIM).area < _LEAST_SHOWN * far_hand.area)


def _seen_details(details: list[DrawnShape], skin: Polygon, near_hand: Polygon | None) -> list[DrawnShape]:
    """The lines of a far hand as far as they lie on the skin that shows."""
    room = skin.buffer(-0.25) if near_hand is None else skin.buffer(-0.25).difference(near_hand.buffer(0.3))
    seen = []
    for each in details:
        if isinstance(each.shape, Polygon):
            if skin.buffer(0.1).covers(each.shape):
                seen.append(each)
            continue
        seen += [
            replace(each, shape=line) for line in lines_of(each.shape.intersection(room)) if line.length > _SHORT_PIECE
        ]
    return seen


def _bare_arm(body: Dressed, limb: Arm) -> BaseGeometry:
    if body.figure.top in LONG_TOPS:
        return limb_outline(limb, body.build, BoneStretch(lower=True, start=0.7))
    start = 0.0 if body.figure.top == "vest" else 0.4
    return limb_outline(limb, body.build, BoneStretch(start=start), BoneStretch(lower=True))


def _draw_before_sleeve(body: Dressed, limb: Arm, skin: _Skin, sleeve: Polygon) -> None:
    """Draw forearm and hand again where they lie before the sleeve of their own arm."""
    if skin.lower.intersection(sleeve).area < _LEAST_OVERLAP or body.figure.top in LONG_TOPS:
        return
    if float(limb.end[2]) < float(limb.joint[2]) - 3:
        return
    _draw_lower(body, limb, skin)


def _draw_crossed(body: Dressed, limb: Arm, skin: _Skin, sleeve: Polygon) -> None:
    """From the front: draw the other forearm, which crosses before this sleeve and is painted already, again."""
    other = body.skeleton.arms[next(side for side in SIDES if side != limb.side)]
    if not body.frontal or other.spec.behind or float(other.end[2]) >= float(limb.end[2]):
        return
    crossing = _skin(body, other)
    cloth = sleeve.union(disc(body.skeleton.shoulders[limb.side][:2], _PAINTED_SHOULDER))
    if crossing.lower.intersection(cloth).area < _LEAST_OVERLAP or body.figure.top in LONG_TOPS:
        return
    _draw_lower(body, other, crossing)
    paint(body.pen, _without_clefts(body, other, placed(arm_hand(other).details, hand_place(other))), body.palette)
    _draw_lower(body, limb, skin)


def _draw_lower(body: Dressed, limb: Arm, skin: _Skin) -> None:
    solid = Solid((balls(limb, body.build, BoneStretch(lower=True)),))
    upper = Solid((balls(limb, body.build, BoneStretch(start=0.4)),))
    ground = Ground(skin.whole, upper, limb.joint, _ELBOW_REACH, _ELBOW_RISE)
    draw_shown(body, skin.lower, body.palette.skin, shown_contour(skin.lower, solid, [ground]))


def arm_hand(limb: Arm) -> HandShape:
    """The hand's shape in its own axes: its sketch, or as it is traced."""
    return _sketched(limb) or hand(limb.spec.hand.shape, limb.spec.hand.view, limb.spec.hand.turn)


def _sketched(limb: Arm) -> HandShape | None:
    return simple_hand(limb.spec.hand.shape, limb.spec.hand.view, limb.spec.hand.turn)


def hand_place(limb: Arm) -> DetailPlacement:
    """How a hand's own axes (wrist at 0, 0, fingers along x) come to lie on the page."""
    pose = limb.spec.hand
    along = limb.lower[:2]
    straight = math.degrees(math.atan2(along[1], along[0])) if flat_length(along) > 0.1 else -90
    angle = straight + pose.bend if pose.angle is None else pose.angle
    return turned(limb.end[:2].tolist(), angle, _HAND_SCALE * pose.scale, flip=pose.flip)


def hand_anchors(skeleton: Skeleton) -> dict[str, Array]:
    """Where each hand holds things, and the direction on the page in which a rod in it comes out beside the thumb."""
    places: dict[str, Array] = {}
    for side in SIDES:
        limb = skeleton.arms[side]
        hold, (a, b, c, d, _, _) = arm_hand(limb).holds, hand_place(limb)
        x, y = hold.point
        point = limb.end + vector(a * x + b * y, c * x + d * y, 0)
        angle = math.radians(hold.angle)
        axis = unit(vector(a * math.cos(angle) + b * math.sin(angle), c * math.cos(angle) + d * math.sin(angle)))
        for name in (side, "near" if side == skeleton.near else "far"):
            places |= {f"{name}_hand": point, f"{name}_hand_axis": axis}
    return places


def has_fingers_over(body: Dressed, hand_name: str) -> bool:
    """Whether fingers of the hand ("near_hand", "left_hand") close over what it holds."""
    depth = hand_name.removesuffix("_hand")
    side = {"near": body.skeleton.near, "far": body.skeleton.far, "right": SIDES[0], "left": SIDES[1]}[depth]
    return bool(arm_hand(body.skeleton.arms[side]).over)


def fingers_layer(body: Dressed, side: LeftOrRight) -> None:
    """Draw the fingers that lie before what the hand holds."""
    limb, near = body.skeleton.arms[side], body.skeleton.arms[body.skeleton.near]
    if limb is not near and not body.frontal and _is_rim(_hand_shape(body, limb), _hand_shape(body, near)):
        return
    over = placed(arm_hand(limb).over, hand_place(limb))
    paint(body.pen, _without_clefts(body, limb, over), body.palette)


def _without_clefts(body: Dressed, limb: Arm, details: list[DrawnShape]) -> list[DrawnShape]:
    """In a small drawing: areas with their clefts filled, and no lines in those."""
    if fineness(body.pen) != "small" or _sketched(limb):
        return details
    open_hand = affinity.affine_transform(arm_hand(limb).contour, list(hand_place(limb)))
    closed = _hand_shape(body, limb)
    filled = closed.difference(open_hand).buffer(-0.02).buffer(0.25)
    drawn: list[DrawnShape] = []
    for each in details:
        if isinstance(each.shape, Polygon):
            drawn.append(replace(each, shape=biggest(each.shape.buffer(_CLEFT).buffer(-_CLEFT))))
        else:
            pieces = lines_of(each.shape.difference(filled))
            drawn += [replace(each, shape=piece) for piece in pieces if piece.length > _SHORT_PIECE]
    if any(isinstance(each.shape, Polygon) for each in details):
        areas = unary_union([each.shape for each in drawn if isinstance(each.shape, Polygon)])
        edges = lines_of(closed.exterior.intersection(filled).intersection(areas.buffer(0.1)))
        drawn += [DrawnShape("line", edge, "contour") for edge in edges if edge.length > _SHORT_PIECE]
    return drawn


def _elbow_fold(body: Dressed, limb: Arm, skin: Polygon, sleeve: Polygon) -> None:
    """Draw the crease inside a bent elbow, if it is bare."""
    if limb.flexion <= _FOLD_BEND or body.figure.top in LONG_TOPS:
        return
    forearm = limb_outline(limb, body.build, BoneStretch(lower=True))
    line = fold(limb_outline(limb, body.build, BoneStretch()), forearm, limb, _FOLD, skin)
    if line and not line.buffer(_BELOW_HEM).intersects(sleeve):
        body.pen.line(line, "contour")
