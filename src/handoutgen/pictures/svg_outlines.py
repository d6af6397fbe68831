"""Shapes of an SVG file → shapes of the scene: outlines in the drawing's units, and their inks worked out."""

from __future__ import annotations

from msgspec.structs import replace

from handoutgen.pictures import geometry
from handoutgen.pictures.geometry import DrawingBox, Segment
from handoutgen.pictures.problem import BROKEN, NO_SHAPE, UNSUPPORTED, PictureProblem
from handoutgen.pictures.scene import SceneInk, Shape
from handoutgen.pictures.svg_colours import Paint, Reference
from handoutgen.pictures.svg_document import Place, SvgDocument
from handoutgen.pictures.svg_gradient import gradient_of, is_gradient
from handoutgen.pictures.svg_numbers import LARGEST
from handoutgen.pictures.svg_style import Style


def shape_of(document: SvgDocument, segments: list[Segment], here: Place, line: int, is_clip: bool) -> Shape | None:
    """A shape with its ink; None when it has none. As a clip takes it, it is black without a pen, whatever it says of
    colours."""
    if geometry.is_flat(here.matrix):
        return None
    document.count_segments(len(segments), line)
    moved = geometry.transformed(segments, here.matrix)
    if not all(abs(number) <= LARGEST for _, numbers in moved for number in numbers):
        raise PictureProblem(NO_SHAPE, "the drawing's transforms send a shape far away", "redraw it", line)
    box, own_box = geometry.bounds(moved), geometry.bounds(segments)
    if box is None:
        return None
    style = here.style
    if is_clip:
        black = replace(Style(), is_even_odd=style.is_clip_even_odd)
        return Shape(tuple(segments), here.matrix, tuple(moved), black, black.color, None, box, line)
    fill = None if _is_line(own_box) else _ink(document, style.fill, own_box, here, line)
    stroke = _ink(document, style.stroke, own_box, here, line) if style.stroke_width > 0 else None
    if fill is None and stroke is None:
        return None
    margin = _half_pen(here) if stroke else 0.0
    box = (box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin)
    return Shape(tuple(segments), here.matrix, tuple(moved), style, fill, stroke, box, line)


def _ink(
    document: SvgDocument, paint: Paint | Reference | None, box: DrawingBox | None, here: Place, line: int
) -> SceneInk:
    """A shape's paint, worked out when it is a gradient."""
    if not isinstance(paint, Reference):
        return paint
    node = document.find(paint.ident)
    if node is None and paint.has_fallback:
        return paint.fallback
    if node is None:
        raise PictureProblem(
            BROKEN, f'the drawing paints with "#{paint.ident[:40]}", which is not in it', "choose a colour", line
        )
    if not is_gradient(node):
        raise PictureProblem(
            UNSUPPORTED, f"the drawing is painted with a <{node.name}>, which does not print cleanly",
            "use a flat colour or a gradient", line,
        )  # fmt: skip
    return gradient_of(node, document.find, document.properties, box, here.matrix, here.viewport)


def _is_line(box: DrawingBox | None) -> bool:
    """Whether an outline encloses nothing. PDF would fill it with a line as thin as can be, SVG with nothing."""
    return box is None or box[0] == box[2] or box[1] == box[3]


def _half_pen(place: Place) -> float:
    scale = geometry.scale_of(place.matrix)
    return place.style.stroke_width / 2 * (scale or max(map(abs, place.matrix[:4])))
