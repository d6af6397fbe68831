"""A close-up on a pen: its parts one after the other, back to front."""

import numpy as np

from handoutgen.content.poses.closeups import (
    CloseUp,
    CloseUpBody,
    CloseUpPart,
    FingersPart,
    HandPart,
    HeadPart,
    SpotPart,
)
from handoutgen.drawing import style
from handoutgen.drawing.closeups.arms import drawn_hand, fingers_again, sleeve_of
from handoutgen.drawing.closeups.body import body_part, whole_person
from handoutgen.drawing.closeups.faces import head_part
from handoutgen.drawing.detail import fineness, paint, placed, turned
from handoutgen.drawing.outline.shapes import ellipse
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.props import draw_prop
from handoutgen.drawing.style import FigureColours


def draw_closeup(pen: Pen, closeup: CloseUp) -> None:
    """Draw the parts of a close-up, back to front."""
    palette = FigureColours(skin=style.SKINS[closeup.skin], hair=style.HAIR[closeup.hair_colour])
    hands = [part for part in closeup.parts if isinstance(part, HandPart)]
    for part in closeup.parts:
        _draw_part(pen, part, closeup, hands, palette)


def _draw_part(pen: Pen, part: CloseUpPart, closeup: CloseUp, hands: list[HandPart], palette: FigureColours) -> None:
    if isinstance(part, HandPart):
        place = hand_placement(part)
        paint(pen, placed([*drawn_hand(part), *sleeve_of(part)], place), palette)
    elif isinstance(part, FingersPart):
        if part.of <= len(hands):
            owner = hands[part.of - 1]
            paint(pen, placed(fingers_again(owner, part.digits), hand_placement(owner)), palette)
    elif isinstance(part, HeadPart):
        place = turned((part.at.x, part.at.y), part.angle, part.scale)
        if part.flip:
            place = (-place[0], place[1], -place[2], place[3], place[4], place[5])
        paint(pen, placed(head_part(part, closeup, fineness(pen)), place), palette)
    elif isinstance(part, CloseUpBody):
        place = turned((part.at.x, part.at.y), part.angle, part.scale, flip=part.flip)
        whole = part.part == "person"
        paint(pen, placed(whole_person(closeup) if whole else body_part(part.part), place), palette)
    elif isinstance(part, SpotPart):
        draw_spot(pen, part, palette)
    else:
        draw_prop(pen, part, palette, {})


def hand_placement(part: HandPart) -> tuple[float, float, float, float, float, float]:
    """How the axes of a right hand come to lie on the page; the left one is its mirror image."""
    return turned((part.at.x, part.at.y), part.angle, part.scale, flip=part.side == "left")


def draw_spot(pen: Pen, spot: SpotPart, palette: FigureColours) -> None:
    """A solid spot with a white line round it, or its edge alone."""
    shape = ellipse(spot.at.x, spot.at.y, spot.width / 2, (spot.height or spot.width) / 2, spot.angle)
    course = np.asarray(shape.exterior.coords)
    if spot.ring:
        width = pen.width("arrow")
        pen.path(course, closed=True, colour=palette.white, width=width + pen.in_print(2 * style.KEYLINE))
        pen.path(course, closed=True, colour=palette.accent, width=width)
        return
    pen.path(course, closed=True, fill=palette.white, colour=palette.white, width=pen.in_print(2 * style.KEYLINE))
    pen.path(course, closed=True, fill=palette.accent)
