"""Frames: a drawing's own, and those of drawings inside it → where they lie and what of them is to be seen."""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot, sqrt

from msgspec import Struct

from handoutgen.pictures.geometry import DrawingBox, Transform
from handoutgen.pictures.problem import NO_SHAPE, PictureProblem
from handoutgen.pictures.svg_numbers import length, nonsense, numbers
from handoutgen.pictures.svg_tree import SvgNode

_SHARES = {"min": 0.0, "mid": 0.5, "max": 1.0}


class Viewport(Struct, frozen=True):
    """What percentages are of (SVG 1.1 7.10), in user units."""

    width: float
    height: float

    def length(self, properties: Mapping[str, str], name: str, line: int, default: str = "0") -> float:
        """The length of that name: "x", "width" and their like across, "y", "height" … upwards, others between."""
        return length(properties.get(name) or default, name, line, self.whole(name))

    def whole(self, name: str) -> float:
        """What 100 % are, for a property of that name."""
        if name in ("x", "cx", "x1", "x2", "fx", "width", "rx", "refX", "markerWidth"):
            return self.width
        if name in ("y", "cy", "y1", "y2", "fy", "height", "ry", "refY", "markerHeight"):
            return self.height
        return hypot(self.width, self.height) / sqrt(2)


def frame_of(root: SvgNode) -> DrawingBox:
    """Left, top, width and height of what the drawing shows: its viewBox, or else its stated size. A stated size of
    other proportions than the viewBox widens it to them, as a browser does."""
    text = root.attributes.get("viewBox")
    stated = _stated_size(root)
    if text is None and stated is None:
        raise PictureProblem(
            NO_SHAPE, "the drawing has no size", 'give its <svg> element a viewBox="0 0 width height"', root.line
        )
    box = (0.0, 0.0, *(stated or ())) if text is None else tuple(numbers(text, "viewBox", root.line))
    if len(box) != 4 or not _is_sensible(box[2], box[3]):
        raise PictureProblem(
            NO_SHAPE, f'the drawing has a size that makes no sense: "{(text or "")[:60]}"',
            "let its page fit the drawing, then save it again", root.line,
        )  # fmt: skip
    left, top, width, height = box
    if text is None or stated is None or not _is_sensible(*stated):
        return left, top, width, height
    return _widened((left, top, width, height), stated, root)


def _stated_size(root: SvgNode) -> tuple[float, float] | None:
    sizes = [root.attributes.get(side, "").strip() for side in ("width", "height")]
    if any(not size or size.endswith(("%", "em", "ex", "auto")) for size in sizes):
        return None
    width, height = (length(size, "size", root.line) for size in sizes)
    return width, height


def _is_sensible(width: float, height: float) -> bool:
    return min(width, height) >= 1 and max(width, height) <= min(100_000, 50 * min(width, height))


def _widened(box: DrawingBox, stated: tuple[float, float], root: SvgNode) -> DrawingBox:
    """The viewBox with the room beside it that a size of other proportions leaves."""
    left, top, width, height = box
    across, up = stated[0] / width, stated[1] / height
    if abs(across - up) <= 0.005 * max(across, up):
        return box
    align, slices = _alignment(root)
    if align is None or slices:
        return box
    scale = min(across, up)
    wide, high = stated[0] / scale, stated[1] / scale
    return left - (wide - width) * align[0], top - (high - height) * align[1], wide, high


def fitted(node: SvgNode, x: float, y: float, width: float, height: float) -> tuple[Transform, DrawingBox]:
    """The matrix that puts what is in a nested frame into (x, y, width, height), and the frame's own coordinates."""
    text = node.attributes.get("viewBox")
    if text is None:
        return (1.0, 0.0, 0.0, 1.0, x, y), (0.0, 0.0, width, height)
    box = numbers(text, "viewBox", node.line)
    if len(box) != 4 or min(box[2:]) <= 0:
        raise nonsense("viewBox", text, node.line)
    left, top, wide, high = box
    across, up = width / wide, height / high
    align, slices = _alignment(node)
    if align is not None:
        across = up = max(across, up) if slices else min(across, up)
    share = align or (0.0, 0.0)
    right, down = x + (width - wide * across) * share[0], y + (height - high * up) * share[1]
    matrix = (across, 0.0, 0.0, up, right - left * across, down - top * up)
    seen_left, seen_top = left + (x - right) / across, top + (y - down) / up
    return matrix, (seen_left, seen_top, seen_left + width / across, seen_top + height / up)


def _alignment(node: SvgNode) -> tuple[tuple[float, float] | None, bool]:
    """How a frame is fitted (SVG 1.1 7.8): where the room is left, None to stretch; and whether to cut instead."""
    text = node.attributes.get("preserveAspectRatio", "").strip() or "xMidYMid"
    align, *rest = text.removeprefix("defer ").split()
    if align == "none":
        return None, False
    x, y = _SHARES.get(align[1:4].lower()), _SHARES.get(align[5:].lower())
    if x is None or y is None or align[0] != "x" or align[4] != "Y":
        raise nonsense("preserveAspectRatio", text, node.line)
    return (x, y), rest == ["slice"]
