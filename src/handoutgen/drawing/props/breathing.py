"""Inhalers and nebulisers drawn."""

from __future__ import annotations

from shapely.geometry import LineString, Polygon, box

from handoutgen.content.poses.things.medicines import DryInhalerProp, InhalerProp, NebuliserMaskProp, NebuliserProp
from handoutgen.drawing.outline.shapes import bar, disc, hand_set, hand_set_line, joined, rounded_box, smooth
from handoutgen.drawing.outline.vectors import vector
from handoutgen.drawing.props.brush import Brush
from handoutgen.drawing.props.entry import CENTIMETRE

_FACE_MASK = (
    (0.2, 5.6),
    (1.6, 4.6),
    (3.6, 2.6),
    (6.2, 0.6),
    (7.6, -1.6),
    (7.4, -4.2),
    (4.4, -5.6),
    (1.6, -6.2),
    (-0.6, -6.4),
    (1, -3.4),
    (1.4, 0),
    (1, 3),
)
"""From the bridge of the nose round its front to the chin, and back along the face."""
_HOSE = 0.9
"""Cm across the tube of a nebuliser: wider than life (0.7), so that it can be seen."""


def draw_inhaler(own: Brush, prop: InhalerProp) -> None:
    """A puffer alone, or on its spacer: mouthpiece, chamber, and the puffer at the far end."""
    if not prop.spacer:
        _draw_puffer(own, prop)
        return
    if prop.mask:
        own.area(_mask().buffer(0))
    own.area(rounded_box(0, -1.25, 3.2, 1.25, 0.6))
    own.area(rounded_box(2.4, -2.9, 17, 2.9, 2.2))
    for x in (5.2, 14.6):
        own.line(LineString([(x, -2.8), (x, 2.8)]), "detail")
    own.area(rounded_box(18.6, 2.5, 21.4, 6.3, 0.9))
    body = [(16.4, -2), (20.6, -2), (22.1, -1.3), (22.1, 4.4), (17.9, 4.4), (17.6, 2), (16.4, 1.8)]
    own.area(Polygon(body).buffer(-0.4).buffer(0.4), "cloth")


def _mask() -> Polygon:
    """The mask of a spacer, from its side: wide at the face, narrow at the chamber."""
    return hand_set([(-2.6, 3.6), (-1.2, 3.8), (0.6, 1.6), (2, 1.2), (2, -1.2), (0.6, -1.6), (-1.2, -3.8), (-2.6, -3.6),
                     (-1.9, 0)], sharp=(0, 7))  # fmt: skip


def _draw_puffer(own: Brush, prop: InhalerProp) -> None:
    """A bent sleeve with the canister in it; in cm."""
    cm = own.enlarged(CENTIMETRE)
    cm.area(rounded_box(2.9, 4.6, 5.1, 8.4, 0.7))
    cm.fine(LineString([(2.9, 7.2), (5.1, 7.2)]), 0.7)
    sleeve = Polygon([(0, -1.3), (4.6, -1.9), (5.8, -1.2), (5.6, 5.6), (2.4, 5.6), (2.6, 1.2), (0, 1.2)])
    cm.area(smooth(sleeve, 0.5, 0.3, 0.2, 0.1), "cloth")
    if prop.cap:
        cm.area(rounded_box(-1.6, -1.7, 0.5, 1.6, 0.5))
    else:
        cm.fine(LineString([(0.9, -1.4), (0.9, 1.2)]), 0.8)


def draw_dry_inhaler(own: Brush, prop: DryInhalerProp) -> None:
    """Mouthpiece, body with the window that counts doses, and a ribbed base to twist."""
    own.area(rounded_box(7.2, -1.9, 10, 1.9, 0.5), "accent")
    for y in (-1.1, -0.37, 0.37, 1.1):
        own.fine(LineString([(7.7, y), (9.6, y)]), 0.7, "white")
    own.area(
        Polygon([(0, -0.9), (0, 0.9), (1.6, 1.15), (2.8, 1.6), (2.8, -1.6), (1.6, -1.15)]).buffer(-0.2).buffer(0.2)
    )
    own.area(rounded_box(2.5, -1.65, 7.5, 1.65, 0.4), "cloth")
    own.area(rounded_box(4.6, -0.6, 6.4, 0.6, 0.2), "white", "detail")


def draw_nebuliser(own: Brush, prop: NebuliserProp) -> None:
    """A compressor with a handle, air slits, a switch, and its tube."""
    end = own.to_own(own.on_page(prop.tube)) if prop.tube else vector(22, 4)
    x, y = float(end[0]), float(end[1])
    side = -1 if x < 0 else 1
    start, low = side * 8.0, min(0.9, y)
    middle = [(start * 1.5, 2.6), (start * 1.5 + (x - start * 1.5) * 0.35, low), (x + (start - x) * 0.12, y * 0.45)]
    own.hose(hand_set_line([(start, 3.2), *middle, (x, y)]), _HOSE)
    port = side * 8.5
    handle = hand_set_line([(-4.5, 10.4), (-4, 13), (0, 13.6), (4, 13), (4.5, 10.4)])
    own.area(handle.buffer(0.7, 12))
    own.area(rounded_box(-8.5, 0.4, 8.5, 11, 2.4), "cloth")
    for step in range(4):
        height = 4 + step * 1.5
        own.fine(LineString([(-6.5, height), (-0.5, height)]), 1.4)
    own.area(disc((4.5, 7.4), 1.6, 32), "accent", "detail")
    own.area(rounded_box(port - 1.1, 2.3, port + 1.1, 4.1, 0.4))
    for foot in (-6, 6):
        own.area(rounded_box(foot - 1.2, -0.3, foot + 1.2, 0.9, 0.3), "ink", None)


def draw_nebuliser_mask(own: Brush, prop: NebuliserMaskProp) -> None:
    """A mask with its strap, or a mouthpiece; the cup for the medicine under it, and the tube."""
    cup_x, cup_y, low = 5.6, -5.2, -12.2
    if prop.hose:
        end = own.to_own(own.on_page(prop.tube)) if prop.tube else vector(9, -22)
        middle = [(cup_x + 0.2, low - 3), ((cup_x + end[0]) / 2, (low - 3 + end[1]) / 2 - 2)]
        own.hose(hand_set_line([(cup_x, low + 0.6), *middle, (float(end[0]), float(end[1]))]), _HOSE)
    if prop.mouthpiece:
        own.area(bar([(0.5, 0), (8.2, 0)], 2.3))
        own.area(box(cup_x - 0.9, cup_y, cup_x + 0.9, -0.9))
    else:
        own.line(hand_set_line([(0.6, 0.6), (-4, 1.6), (-9.5, 2.2)]), "contour")
        own.area(hand_set(_FACE_MASK, sharp=(0, 8)))
        for x, y in ((3.4, 0.6), (2.4, -1.2), (4.2, -1.2)):
            own.area(disc((x, y), 0.42, 20), "cloth", "detail")
    cup = Polygon(
        [(cup_x - 1.9, cup_y), (cup_x + 1.9, cup_y), (cup_x + 1.7, low + 1.8), (cup_x, low), (cup_x - 1.7, low + 1.8)]
    )
    own.area(smooth(joined([cup]), 0.1, 0.2, 0.15, 0.1), "cloth")
    own.area(rounded_box(cup_x - 2.2, cup_y - 0.8, cup_x + 2.2, cup_y + 0.5, 0.3))
    if prop.mist:
        _draw_mist(own, 9.2, 0 if prop.mouthpiece else 0.6)


def _draw_mist(own: Brush, x: float, y: float) -> None:
    for lift in (-1.6, 0.2, 2.0):
        own.line(
            hand_set_line([(x, y + lift), (x + 1, y + lift + 0.6), (x + 2, y + lift), (x + 3, y + lift + 0.6)]),
            "detail",
            "accent",
        )
