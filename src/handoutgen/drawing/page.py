"""The finished picture: frames side by side on one floor, written as an SVG of plain paths."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from handoutgen.drawing import style
from handoutgen.drawing.outline.cubics import STEP, fitted
from handoutgen.drawing.outline.vectors import Array
from handoutgen.drawing.pen import Pen, Stroke

MARGIN = 1.5
"""Room round the picture, in mm on paper."""
GAP = 7.0
"""Room between two frames, in mm on paper."""
_TOLERANCE = 0.05
"""How far, in mm on paper, the written curves may lie from the drawn ones."""
_STEP = 0.115
"""In mm on paper: in large drawings curves are fitted to points that lie closer."""
_STRAIGHT = 0.03
"""A cubic whose control points lie nearer than this to its chord is written as a straight line."""


class DrawingPage(Struct, frozen=True):
    """Frames with their places: ``left`` is where each frame's x = 0 lies, in mm from the left, and ``floor`` where
    y = 0 of all lies, in mm from the top. Width and height in mm."""

    pens: tuple[Pen, ...]
    left: tuple[float, ...]
    floor: float
    width: float
    height: float

    def on_paper(self, frame: int, course: Array) -> Array:
        """Points of a frame in mm from the left and from the top."""
        scale = self.pens[frame].mm_per_unit
        moved: Array = np.c_[self.left[frame] + course[:, 0] * scale, self.floor - course[:, 1] * scale]
        return moved

    def share(self, frame: int, x: float, y: float) -> tuple[float, float]:
        """A point of a frame as parts of the picture's width and height."""
        across, down = self.on_paper(frame, np.array([[x, y]]))[0]
        return float(across) / self.width, float(down) / self.height

    def svg(self) -> str:
        """The picture as SVG, its size in mm."""
        contour = self.pens[0].width("contour") if self.pens else 0
        usual = f' stroke="{style.INK}" stroke-width="{contour:.3f}"'
        width, height = f"{self.width:.2f}", f"{self.height:.2f}"
        lines = [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" '
            f'viewBox="0 0 {width} {height}">',
            f'<g fill="none"{usual} stroke-linecap="round" stroke-linejoin="round">',
        ]
        for frame, pen in enumerate(self.pens):
            lines += [self._path(frame, stroke, usual) for stroke in pen.strokes]
        return "\n".join([*lines, "</g>", "</svg>", ""])

    def _path(self, frame: int, stroke: Stroke, usual: str) -> str:
        scale = self.pens[frame].mm_per_unit
        step = min(STEP, _STEP / scale)
        cubics = fitted(stroke.course, closed=stroke.closed, tolerance=_TOLERANCE / scale, step=step)
        placed = [self.on_paper(frame, cubic) for cubic in cubics]
        return f'<path d="{path_data(placed, closed=stroke.closed)}"{_paint(stroke, usual)}/>'


def laid_out(pens: Sequence[Pen]) -> DrawingPage:
    """Frames from left to right, their floors on one line."""
    drawn = [pen for pen in pens if pen.strokes]
    left: list[float] = []
    edge = MARGIN
    boxes = [pen.bounds() for pen in drawn]
    for pen, (x0, _, x1, _) in zip(drawn, boxes, strict=True):
        left.append(edge - x0 * pen.mm_per_unit)
        edge += (x1 - x0) * pen.mm_per_unit + GAP
    above = max((box[3] * pen.mm_per_unit for pen, box in zip(drawn, boxes, strict=True)), default=1)
    below = min((box[1] * pen.mm_per_unit for pen, box in zip(drawn, boxes, strict=True)), default=0)
    width = edge - GAP + MARGIN if drawn else 2 * MARGIN
    return DrawingPage(tuple(drawn), tuple(left), above + MARGIN, width, above - below + 2 * MARGIN)


def path_data(cubics: Sequence[Array], *, closed: bool) -> str:
    """SVG path data of cubics that follow each other; those that are as good as straight become lines.

    Steps are relative to the point before, in hundredths of a millimetre: half as long as absolute places.
    """
    at = _hundredths(cubics[0][0])
    words = ["M", *_numbers([at])]
    command = "M"
    for cubic in cubics:
        steps = [_hundredths(point) - at for point in cubic[1:]]
        letter, wanted = ("l", steps[2:]) if _is_straight(cubic) else ("c", steps)
        words += [*(letter if letter != command else ""), *_numbers(wanted)]
        command, at = letter, _hundredths(cubic[3])
    return _close_up(words) + ("z" if closed else "")


def _hundredths(point: Array) -> npt.NDArray[np.int64]:
    return np.round(point * 100).astype(np.int64)


def _numbers(steps: Sequence[npt.NDArray[np.int64]]) -> list[str]:
    return [_number(int(value)) for step in steps for value in step]


def _close_up(words: Sequence[str]) -> str:
    """Letters and numbers with no more spaces than path data needs: none before a minus, or a second decimal point."""
    text = words[0]
    for before, word in pairwise(words):
        apart = (before[-1].isdigit() and word[0].isdigit()) or (
            word[0] == "." and "." not in before and before[-1].isdigit()
        )
        text += " " + word if apart else word
    return text


def _number(hundredths: int) -> str:
    """12 as ".12", -340 as "-3.4"."""
    text = f"{abs(hundredths) / 100:.2f}".rstrip("0").rstrip(".").removeprefix("0") or "0"
    return "-" + text if hundredths < 0 else text


def _paint(stroke: Stroke, usual: str) -> str:
    """Fill and stroke as attributes, but not those that the group says for all."""
    paint = f' fill="{stroke.fill}"' if stroke.fill else ""
    line = f' stroke="{stroke.colour}" stroke-width="{stroke.width:.3f}"' if stroke.colour else ' stroke="none"'
    return paint + ("" if line == usual else line)


def _is_straight(cubic: Array) -> bool:
    chord = cubic[3] - cubic[0]
    length = max(float(np.linalg.norm(chord)), 1e-6)
    return all(abs(_cross(chord, cubic[i] - cubic[0])) / length < _STRAIGHT for i in (1, 2))


def _cross(first: Array, second: Array) -> float:
    return float(first[0] * second[1] - first[1] * second[0])
