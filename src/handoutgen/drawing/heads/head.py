"""A head: from a view and a person's looks to its shapes, back to front."""

from typing import Final

from shapely.geometry import Polygon

from handoutgen.content.poses.looks import Looks
from handoutgen.drawing.detail import DrawnShape, Fineness
from handoutgen.drawing.heads import face
from handoutgen.drawing.heads.coverings import covering
from handoutgen.drawing.heads.hair import OVER_EARS, hair_behind, hair_over
from handoutgen.drawing.heads.outlines import HeadView, full_face, profile, three_quarter_face
from handoutgen.drawing.outline.shapes import biggest, ellipse

_STRONG_BROWS: Final = ("man", "older_man", "heavy")
_FRONT: Final = 0.88
_THREE_QUARTER: Final = 0.38
_BACK: Final = -0.6
"""How far a face must be turned to the viewer (1 looks straight at them) to be seen from the front, half, or behind."""
_ABOVE_NAPE: Final = ellipse(0, 4.2, 7, 6.6)
"""From behind the neck hides the chin."""


def head_view(towards_viewer: float) -> HeadView:
    """The view of a head whose face looks to the viewer by so much: 1 straight at them, -1 away."""
    if towards_viewer > _FRONT:
        return "front"
    if towards_viewer < _BACK:
        return "back"
    return "three_quarter" if towards_viewer > _THREE_QUARTER else "side"


def head(view: HeadView, looks: Looks, size: Fineness = "small") -> list[DrawnShape]:
    """The shapes of a head, back to front."""
    skull = _skull(view, looks)
    details = [*hair_behind(view, looks.hair), *face.ears_behind(view), DrawnShape("skin", skull)]
    if looks.beard and looks.hair in ("scarf", "turban"):
        details += face.beard_of(view, grey=looks.hair_colour == "grey")
    details += hair_over(view, looks.hair, skull)
    if looks.hair not in OVER_EARS:
        details += face.ear_on_top(view)
        if looks.hearing_aid:
            details += face.hearing_aid(view)
    details += covering(view, looks.hair, skull)
    return details + (_features(view, looks, size) if view != "back" else [])


def _skull(view: HeadView, looks: Looks) -> Polygon:
    old = looks.body.startswith("older")
    if view == "side":
        lips = "full" if looks.nose == "broad" else "thin"
        return profile(looks.nose, lips, old=old, pursed=looks.mouth == "pursed")
    if view == "three_quarter":
        return three_quarter_face(old=old)
    face_on = full_face("heavy" if looks.body == "heavy" else "old" if old else "young")
    return biggest(face_on.intersection(_ABOVE_NAPE)) if view == "back" else face_on


def _features(view: HeadView, looks: Looks, size: Fineness) -> list[DrawnShape]:
    details = (
        face.beard_of(view, grey=looks.hair_colour == "grey")
        if looks.beard and looks.hair not in ("scarf", "turban")
        else []
    )
    details += face.eyes_of(view, size, looks.eyes)
    details += [*face.brows_of(view, looks.mood, strong=looks.body in _STRONG_BROWS), *face.nose_of(view, looks.nose)]
    if not (view == "side" and looks.mouth == "shut" and looks.beard and looks.hair_colour != "grey"):
        details += face.mouth_of(view, looks.mouth, looks.mood)
    if looks.mouth == "shut" and looks.nose == "broad" and not looks.beard:
        details += face.lower_lip(view)
    if looks.body.startswith("older"):
        details += face.wrinkles(view, glasses=looks.glasses)
    return details + (face.glasses_of(view) if looks.glasses else [])
