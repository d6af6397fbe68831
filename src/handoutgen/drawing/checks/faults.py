"""Faults in a finished drawing that an eye would find: each check takes the drawing's marks and says what is wrong."""

from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

import numpy as np
import shapely
from msgspec import Struct
from shapely.geometry import LinearRing, LineString, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import polygonize, unary_union

from handoutgen.design.colour import contrast
from handoutgen.drawing import style
from handoutgen.drawing.checks.marks import PaintedPath, PaintedSheet, read_marks

MOST_BYTES: Final = 16_000
"""For one frame: some hundred drawings must not make a leaflet heavy."""
LEAST_CONTRAST: Final = 3.0
"""WCAG 2.2, 1.4.11, for what must be seen to understand a picture. Contrast is of luminance, as a grey print has it."""
THINNEST: Final = 0.5
"""A strip of colour between two lines that is thinner, in mm, is seen as a smudge."""

_GRID: Final = 0.001
"""Shapes are cut on a grid so fine, in mm: without one, lines that all but touch have no answer."""
_LOOP: Final = 0.06
"""Area in mm² of a loop in an outline that is too small to be seen."""
_DOUBLE: Final = 1.3
"""A line that is thicker by this than the widest is two."""
_LONG: Final = 2.5
"""Length in mm from which two lines beside each other are seen as a smudge."""
_FLAT: Final = 0.15
"""A smudge that rises by less than this for its length lies flat."""
_BESIDE: Final = 0.12
"""How far beside an outline its ground is looked at, in mm."""

FaultKind: TypeAlias = Literal["crossing", "sliver", "outside", "contrast", "size"]


class Fault(Struct, frozen=True):
    """What is wrong with a drawing, and where: mm from its left and top."""

    kind: FaultKind
    text: str
    x: float = 0
    y: float = 0


def faults_of(svg: str, frames: int = 1) -> tuple[Fault, ...]:
    """All faults of a drawing that has so many frames side by side."""
    sheet = read_marks(svg)
    found = [*crossings(sheet), *slivers(sheet), *outside(sheet), *faint(sheet)]
    size = len(svg.encode())
    if size > MOST_BYTES * frames:
        found.append(Fault("size", f"{size / 1000:.1f} kB, and {MOST_BYTES * frames / 1000:.0f} kB is the most."))
    return tuple(found)


def crossings(sheet: PaintedSheet) -> Iterator[Fault]:
    """Outlines that cross themselves, so that they have a loop."""
    for mark in sheet.marks:
        if not mark.closed or len(mark.course) < 4 or LinearRing(mark.course).is_simple:
            continue
        ring = np.vstack([mark.course, mark.course[:1]])
        faces = sorted(polygonize(unary_union(LineString(ring))), key=lambda face: -face.area)
        for loop in faces[1:]:
            if loop.area > _LOOP:
                yield _fault("crossing", f"An outline crosses itself: a loop of {loop.area:.1f} mm²", loop)


def slivers(sheet: PaintedSheet) -> Iterator[Fault]:
    """Contours that run side by side and so near that the strip between them is a smudge, or is gone altogether."""
    ink = _contours(sheet)
    width = max((mark.width for mark in sheet.marks if mark.stroke == style.INK), default=0.0)
    gap = max(THINNEST - width, 0.02)
    thick = ink.buffer(gap / 2).buffer(-gap / 2 - _DOUBLE * width / 2)
    for smudge in _polygons(thick):
        length = smudge.length / 2
        if length > _LONG and not _lies_flat(smudge):
            text = f"Two lines run side by side for {length:.1f} mm, less than {THINNEST:g} mm apart"
            yield _fault("sliver", text, smudge)


def _lies_flat(smudge: Polygon) -> bool:
    """Whether it is a body's line on a floor, a seat or a mat, where two lines are meant to meet."""
    x0, y0, x1, y1 = smudge.bounds
    return bool(y1 - y0 < _FLAT * (x1 - x0))


def _contours(sheet: PaintedSheet) -> BaseGeometry:
    """All lines in ink, as far as nothing lies over them."""
    over: list[BaseGeometry] = []
    ink = []
    for mark in reversed(sheet.marks):
        line = _course(mark)
        if mark.stroke == style.INK and line is not None:
            for cover in over:
                line = shapely.difference(line, cover, grid_size=_GRID) if cover.intersects(line) else line
            ink.append(line.buffer(mark.width / 2, 4, cap_style="flat"))
        covers = [_area(mark), _line(mark) if mark.stroke != style.INK else None]
        over += [shape for shape in covers if shape is not None]
    return shapely.union_all(ink, grid_size=_GRID)


def outside(sheet: PaintedSheet) -> Iterator[Fault]:
    """Strokes that the frame cuts."""
    for mark in sheet.marks:
        edge = mark.width / 2 if mark.stroke else 0
        low, high = mark.course.min(0) - edge, mark.course.max(0) + edge
        beyond = max(float(-low.min()), float(high[0]) - sheet.width, float(high[1]) - sheet.height)
        if beyond > 0.005:
            where = LineString(mark.course) if len(mark.course) > 1 else Polygon()
            yield _fault("outside", f"A stroke lies {beyond:.2f} mm outside the frame", where)


def faint(sheet: PaintedSheet) -> Iterator[Fault]:
    """Muscles and arrows that do not part from what is round them."""
    under: list[tuple[BaseGeometry, str]] = []
    for mark in sheet.marks:
        shape = _painted(mark)
        colour = mark.fill or mark.stroke
        if shape is None or colour is None:
            continue
        if colour == style.ACCENT and mark.width < 1 and not shape.is_empty:
            yield from _against(shape, under)
        under += _layers(mark)


def _against(shape: BaseGeometry, under: list[tuple[BaseGeometry, str]]) -> Iterator[Fault]:
    """The ground beside an accented shape, where the eye parts the two."""
    ring = shape.buffer(_BESIDE).boundary
    left: BaseGeometry = ring
    for ground, colour in reversed(under):
        beside = shapely.intersection(left, ground, grid_size=_GRID)
        ratio = contrast(style.ACCENT, colour)
        if ratio < LEAST_CONTRAST and colour not in (style.INK, style.ACCENT) and beside.length > 0.25 * ring.length:
            yield _fault("contrast", f"An accent lies on {colour} with a contrast of {ratio:.1f} to 1", beside)
        left = shapely.difference(left, ground, grid_size=_GRID)


def _layers(mark: PaintedPath) -> list[tuple[BaseGeometry, str]]:
    """What a mark lays over the paper: its fill, and its stroke above it."""
    layers: list[tuple[BaseGeometry, str]] = []
    area, line = _area(mark), _line(mark)
    if area is not None and mark.fill:
        layers.append((area, mark.fill))
    if line is not None and mark.stroke:
        layers.append((line, mark.stroke))
    return layers


def _painted(mark: PaintedPath) -> BaseGeometry | None:
    return _area(mark) if mark.fill else _line(mark)


def _area(mark: PaintedPath) -> Polygon | None:
    """What a mark fills."""
    if not mark.fill or len(mark.course) < 4:
        return None
    polygons = _polygons(Polygon(mark.course).buffer(0))
    return max(polygons, key=lambda polygon: polygon.area) if polygons else None


def _line(mark: PaintedPath) -> BaseGeometry | None:
    """What a mark's stroke covers."""
    course = _course(mark) if mark.stroke else None
    return None if course is None else course.buffer(mark.width / 2, 4)


def _course(mark: PaintedPath) -> BaseGeometry | None:
    """The line that a mark's points make."""
    if len(mark.course) < 2:
        return None
    return LineString(np.vstack([mark.course, mark.course[:1]]) if mark.closed else mark.course)


def _polygons(shape: BaseGeometry) -> list[Polygon]:
    if isinstance(shape, Polygon):
        return [] if shape.is_empty else [shape]
    return [part for part in getattr(shape, "geoms", ()) if isinstance(part, Polygon) and not part.is_empty]


def _fault(kind: FaultKind, text: str, where: BaseGeometry) -> Fault:
    if where.is_empty:
        return Fault(kind, text + ".")
    middle = where.representative_point()
    x, y = round(float(middle.x), 1), round(float(middle.y), 1)
    return Fault(kind, f"{text}, {x:g} mm from the left and {y:g} mm from the top.", x, y)
