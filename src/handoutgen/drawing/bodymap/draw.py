"""A body map on a pen."""

from handoutgen.content.poses.closeups import BodyMap
from handoutgen.drawing import style
from handoutgen.drawing.bodymap.person import mapped_person
from handoutgen.drawing.bodymap.regions import region_shape
from handoutgen.drawing.detail import paint
from handoutgen.drawing.figure.muscles import inset, marked
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.style import FigureColours


def draw_body_map(pen: Pen, body_map: BodyMap) -> None:
    """Draw the body and its marked regions."""
    person = mapped_person(body_map)
    palette = FigureColours(skin=style.SKINS[body_map.skin], hair=style.HAIR[body_map.hair_colour])
    paint(pen, person.details, palette)
    room = person.body.buffer(-inset(pen))
    for region in body_map.regions:
        shape = region_shape(person, region)
        on_head = region in ("head", "face", "jaw")
        for piece in getattr(shape, "geoms", (shape,)):
            marked(pen, piece if on_head else piece.intersection(room))
