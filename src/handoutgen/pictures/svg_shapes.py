"""SVG's basic shapes and paths → segments."""

from __future__ import annotations

from handoutgen.pictures import geometry
from handoutgen.pictures.geometry import Segment
from handoutgen.pictures.svg_numbers import length, nonsense, numbers, path_segments
from handoutgen.pictures.svg_tree import SvgNode


def outline(node: SvgNode) -> list[Segment] | None:
    """The outline of a shape in its own units; None when the element is not a shape."""
    match node.name:
        case "path":
            return path_segments(node.attributes.get("d", ""), node.line)
        case "rect":
            return _rectangle(node)
        case "circle":
            radius = _length(node, "r")
            return _ellipse(node, radius, radius)
        case "ellipse":
            return _ellipse(node, _length(node, "rx"), _length(node, "ry"))
        case "line":
            x1, y1, x2, y2 = (_length(node, name) for name in ("x1", "y1", "x2", "y2"))
            return [("M", (x1, y1)), ("L", (x2, y2))]
        case "polyline":
            return _polyline(node)
        case "polygon":
            segments = _polyline(node)
            return [*segments, ("Z", ())] if segments else []
    return None


def _length(node: SvgNode, name: str, default: str = "0") -> float:
    return length(node.attributes.get(name, default), name, node.line)


def _size(node: SvgNode, name: str) -> float:
    size = _length(node, name)
    if size < 0:
        raise nonsense(name, node.attributes[name], node.line)
    return size


def _rectangle(node: SvgNode) -> list[Segment]:
    x, y, width, height = _length(node, "x"), _length(node, "y"), _size(node, "width"), _size(node, "height")
    if not width or not height:
        return []
    rx = _length(node, "rx", node.attributes.get("ry", "0"))
    ry = _length(node, "ry", node.attributes.get("rx", "0"))
    rx, ry = min(abs(rx), width / 2), min(abs(ry), height / 2)
    right, low = x + width, y + height
    if not rx or not ry:
        return [("M", (x, y)), ("L", (right, y)), ("L", (right, low)), ("L", (x, low)), ("Z", ())]
    corners = (
        ((right - rx, y), (right, y + ry)), ((right, low - ry), (right - rx, low)),
        ((x + rx, low), (x, low - ry)), ((x, y + ry), (x + rx, y)),
    )  # fmt: skip
    segments: list[Segment] = [("M", (x + rx, y))]
    for start, end in corners:
        segments += [("L", start), *geometry.arc(*start, rx, ry, 0, False, True, *end)]
    return [*segments, ("Z", ())]


def _ellipse(node: SvgNode, rx: float, ry: float) -> list[Segment]:
    if rx < 0 or ry < 0:
        raise nonsense("radius", str(min(rx, ry)), node.line)
    if not rx or not ry:
        return []
    return geometry.ellipse(_length(node, "cx"), _length(node, "cy"), rx, ry)


def _polyline(node: SvgNode) -> list[Segment]:
    points = numbers(node.attributes.get("points", ""), "list of points", node.line)
    if len(points) % 2:
        raise nonsense("list of points", node.attributes["points"], node.line)
    pairs = list(zip(points[::2], points[1::2], strict=True))
    return [("L" if index else "M", pair) for index, pair in enumerate(pairs)]
