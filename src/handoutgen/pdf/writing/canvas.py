"""What a plan's pieces draw, turned into content operators in which every mark says whose it is.

The canvas is the `Ink` of the plan. It keeps one mark open as long as the owner stays the same, so a paragraph painted
line by line is one marked-content sequence; whatever has no owner is an artifact (PDF/UA-1 7.1). Panels are placed by
adding their corner to all coordinates, never with a matrix, so every position in the file is a position on the sheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Protocol

from handoutgen.pdf.writing.boxes import continues, goes_on_below, union
from handoutgen.pdf.writing.fonts import GlyphCodes
from handoutgen.pdf.writing.graphics import Graphics
from handoutgen.pdf.writing.number import pdf_number
from handoutgen.pdf.writing.reportlab_seam import stream
from handoutgen.pdf.writing.reuse import DrawnBox, DrawnSide, Mark, Start
from handoutgen.pdf.writing.syntax import colour_operators, numbers
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.plan.element import Element, Running
from handoutgen.text.model import GlyphRun, Line

_ASCENT, _DESCENT = 0.8, 0.25
"""A line of text as a box above and below its baseline, in ems: where a link can be clicked."""
_CURVE = 0.5523
"""How far a Bézier handle reaches along the tangent to draw a quarter of a circle of radius 1."""


class TextOperators(Protocol):
    """What the canvas needs of the font embedder."""

    def operators(self, run: GlyphRun) -> str:
        """The operators that show a run at the current text position."""


class TaggedCanvas:
    """One sheet side being drawn: for each page `place`, then paint; at the end `finish`."""

    def __init__(self, side: int, fonts: TextOperators, holders: Mapping[Element, Element]) -> None:
        """`holders` gives the Link or Figure that an element lies in."""
        self._side = side
        self._fonts = fonts
        self._holders = holders
        self._code: list[str] = []
        self._colours: dict[str, tuple[str, str]] = {}
        self._page = 0
        self._x = self._y = 0.0
        self._owner: Element | Running | None = None
        self._marked = self._in_text = False
        self._fill = "0 g"
        self._pen = (0, 0)
        self._owners: list[Element] = []
        self._marks: dict[Element, tuple[Mark, ...]] = {}
        self._starts: dict[Element, Start] = {}
        self._boxes: dict[Element, DrawnBox] = {}
        self._stretches: dict[Element, list[tuple[int, DrawnBox]]] = {}
        self._images: dict[str, bytes] = {}
        self._graphics = Graphics()

    def place(self, page: int, x: float, y: float) -> None:
        """Draw what follows on behalf of this page of the plan, with its origin at (x, y) on the sheet."""
        self._page, self._x, self._y = page, x, y

    def finish(self, codes: Mapping[str, GlyphCodes]) -> DrawnSide:
        """What has been drawn, with the fonts' `codes`."""
        self._leave_text()
        return DrawnSide(
            content=stream("\n".join([*self._code, ""]).encode("ascii")),
            owners=tuple(self._owners),
            marks=self._marks,
            starts=self._starts,
            boxes=self._boxes,
            annotated=tuple((owner, box) for owner, stretches in self._stretches.items() for _, box in stretches),
            images=self._images,
            graphics=self._graphics.kept,
            codes=codes,
        )

    # -- Ink ---------------------------------------------------------------------------------------------------------

    def draw_lines(
        self, element: Element | Running | None, lines: tuple[Line, ...], x: float, y: float, leading: float
    ) -> None:
        """Set lines of text; see `Ink`."""
        left, baseline = self._x + x, self._y + y
        self._enter_text()
        for line in lines:
            for run in line.runs:
                owner = run.tag if isinstance(run.tag, Element) else element
                self._own(owner)
                self._show(run, left + run.x, baseline)
                if isinstance(owner, Element):
                    self._note_text(owner, run, left + run.x, baseline)
            baseline -= leading

    def draw_drawing(
        self, element: Element | None, drawing: Drawing, x: float, y: float, width: float, height: float
    ) -> None:
        """Paint a vector drawing; see `Ink`."""
        self._own_graphic(element, x, y, width, height)
        if drawing.resources is not None:
            form = self._graphics.keep(drawing, drawing.resources)
            self._code.append(f"q {_matrix((width, 0, 0, height, self._x + x, self._y + y))} cm /{form} Do Q")
            return
        matrix = (width / drawing.width, 0, 0, height / drawing.height, self._x + x, self._y + y)
        ink = "" if self._fill == "0 g" else "0 g "
        self._code.append(f"q {ink}{_matrix(matrix)} cm\n{drawing.operators}\nQ")

    def draw_image(
        self, element: Element | None, image: Raster, x: float, y: float, width: float, height: float
    ) -> None:
        """Paint a picture; see `Ink`."""
        self._own_graphic(element, x, y, width, height)
        name = self._image(image)
        self._code.append(f"q {_matrix((width, 0, 0, height, self._x + x, self._y + y))} cm /{name} Do Q")

    def draw_rule(
        self, element: Element | None, x1: float, y1: float, x2: float, y2: float, thickness: float, colour: str
    ) -> None:
        """A straight line; see `Ink`."""
        self._own_graphic(element, x1, y1, x2 - x1, y2 - y1)
        ends = _points(self._x + x1, self._y + y1), _points(self._x + x2, self._y + y2)
        self._code.append(f"q {pdf_number(thickness)} w {self._colour(colour)[1]} {ends[0]} m {ends[1]} l S Q")

    def draw_box(
        self, x: float, y: float, width: float, height: float, *, radius: float = 0,
        stroke: str | None = None, thickness: float = 0, fill: str | None = None,
    ) -> None:  # fmt: skip
        """A rectangle, perhaps with round corners; see `Ink`."""
        stroke = stroke if thickness > 0 else None
        if not stroke and not fill:
            return
        self._own_graphic(None)
        parts = ["q"]
        if stroke:
            parts += [pdf_number(thickness), "w", self._colour(stroke)[1]]
        if fill:
            parts.append(self._colour(fill)[0])
        parts.append(_box_path(self._x + x, self._y + y, width, height, min(radius, width / 2, height / 2)))
        parts.append("B Q" if stroke and fill else "S Q" if stroke else "f Q")
        self._code.append(" ".join(parts))

    def draw_field(self, element: Element, x: float, y: float, width: float, height: float) -> None:
        """Remember where a form is filled in; see `Ink`."""
        left, foot = self._x + x, self._y + y
        box = (left, foot, left + width, foot + height)
        self._note_start(element, left, box[3])
        boxes = self._stretches.setdefault(element, [])
        if boxes and goes_on_below(boxes[-1], (self._page, box)):
            box = union(boxes.pop()[1], box)
        boxes.append((self._page, box))

    # -- marks -------------------------------------------------------------------------------------------------------

    def _own(self, owner: Element | Running | None) -> None:
        """Make `owner` the one to whom the following operators belong; without an element they are an artifact."""
        if self._marked:
            if owner is self._owner:
                return
            self._code.append("EMC")
        self._marked, self._owner = True, owner
        if owner is None:
            self._code.append("/Artifact BMC")
            return
        if not isinstance(owner, Element):
            self._code.append(f"/Artifact<</Type/Pagination/Subtype/{owner}>>BDC")
            return
        mcid, home = len(self._owners), owner.home
        self._marks[owner] = (*self._marks.get(owner, ()), Mark(self._page, mcid, self._side))
        self._code.append(f"/{home.role}<</MCID {mcid}>>BDC")
        self._owners.append(home)

    def _own_graphic(
        self, owner: Element | None, x: float = 0, y: float = 0, width: float = 0, height: float = 0
    ) -> None:
        """Leave any text object, then own; a Figure's box is kept for its BBox (PDF/UA-1 7.3)."""
        if self._in_text:
            self._leave_text()
        self._own(owner)
        if owner is not None:
            box = (self._x + x, self._y + y, self._x + x + width, self._y + y + height)
            self._note_box(owner.home, box)
            self._note_start(owner, box[0], box[3])

    def _enter_text(self) -> None:
        """Open a text object. Marks never straddle its ends (ISO 32000-1 14.6.1)."""
        if not self._in_text:
            self._close_mark()
            self._code.append("BT")
            self._in_text, self._pen = True, (0, 0)

    def _leave_text(self) -> None:
        """Close the open mark and the open text object, if any."""
        self._close_mark()
        if self._in_text:
            self._code.append("ET")
            self._in_text = False

    def _close_mark(self) -> None:
        if self._marked:
            self._code.append("EMC")
            self._marked, self._owner = False, None

    # -- text --------------------------------------------------------------------------------------------------------

    def _show(self, run: GlyphRun, x: float, y: float) -> None:
        """Show a run with its left end at (x, y) on the sheet, to a hundredth of a point."""
        across, up = int(x * 100 + 0.5), int(y * 100 + 0.5)
        pen = self._pen
        self._pen = (across, up)
        move = f"{(across - pen[0]) / 100:g} {(up - pen[1]) / 100:g} Td {self._fonts.operators(run)}"
        fill = self._colour(run.colour)[0]
        if fill != self._fill:
            self._fill = fill
            move = f"{fill} {move}"
        self._code.append(move)

    def _note_text(self, owner: Element, run: GlyphRun, x: float, y: float) -> None:
        """Remember where an element starts, and where a link can be clicked."""
        self._note_start(owner, x, y + _ASCENT * run.size)
        holder = self._holders.get(owner)
        if holder is None:
            return
        box = (x, y - _DESCENT * run.size, x + run.width, y + _ASCENT * run.size)
        if holder.role == "Figure":
            self._note_box(holder, box)
        else:
            self._note_stretch(holder, box)

    def _note_stretch(self, link: Element, box: DrawnBox) -> None:
        """Keep where a link can be clicked; neighbours on a line are one stretch."""
        stretches = self._stretches.setdefault(link, [])
        if stretches and continues(stretches[-1], (self._page, box)):
            box = union(stretches.pop()[1], box)
        stretches.append((self._page, box))

    def _note_box(self, owner: Element, box: DrawnBox) -> None:
        """Keep what an element covers on this side."""
        before = self._boxes.get(owner)
        self._boxes[owner] = union(before, box) if before else box

    def _note_start(self, owner: Element, x: float, top: float) -> None:
        """Keep the earliest page's place, in whatever order the pages of a side are drawn."""
        known = self._starts.get(owner)
        if known is None or self._page < known.page:
            self._starts[owner] = Start(self._page, self._side, x, top)

    def _colour(self, colour: str) -> tuple[str, str]:
        """The operators that set a colour for filling and for stroking."""
        found = self._colours.get(colour)
        if found is None:
            found = self._colours[colour] = colour_operators(colour)
        return found

    def _image(self, image: Raster) -> str:
        """The resource name of a picture: that of its bytes, so that it is stored once however often it is painted."""
        shape = f"{image.pixel_width}x{image.pixel_height} {image.mode} {image.jpeg} "
        name = "Im" + sha256(shape.encode("ascii") + image.data).hexdigest()[:16]
        if name not in self._images:
            space = "/DeviceGray" if image.mode == "L" else "/DeviceRGB"
            entries = (
                f"/Type/XObject/Subtype/Image/Width {image.pixel_width}/Height {image.pixel_height}"
                f"/ColorSpace{space}/BitsPerComponent 8" + ("/Filter/DCTDecode" if image.jpeg else "")
            )
            self._images[name] = stream(image.data, entries, compressed=not image.jpeg)
        return name


def _matrix(values: tuple[float, ...]) -> str:
    """A matrix: its scale needs more decimals than a position."""
    scale = " ".join(f"{round(v, 6) + 0.0:.10g}" for v in values[:4])
    return f"{scale} {numbers(*values[4:])}"


def _points(*values: float) -> str:
    """Coordinates to a hundredth of a point, which is finer than any printer."""
    return ("%.2f " * len(values))[:-1] % values


def _box_path(x: float, y: float, width: float, height: float, radius: float) -> str:
    """The path of a rectangle; round corners are quarter circles."""
    if radius <= 0:
        return f"{_points(x, y, width, height)} re"
    right, top, bend = x + width, y + height, radius * (1 - _CURVE)
    return (
        f"{_points(x + radius, y)} m {_points(right - radius, y)} l "
        f"{_points(right - bend, y, right, y + bend, right, y + radius)} c {_points(right, top - radius)} l "
        f"{_points(right, top - bend, right - bend, top, right - radius, top)} c {_points(x + radius, top)} l "
        f"{_points(x + bend, top, x, top - bend, x, top - radius)} c {_points(x, y + radius)} l "
        f"{_points(x, y + bend, x + bend, y, x + radius, y)} c h"
    )
