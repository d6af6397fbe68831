"""linearGradient and radialGradient elements → gradients in the drawing's units (SVG 1.1 13.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import hypot

from handoutgen.pictures import geometry
from handoutgen.pictures.geometry import DrawingBox, Transform
from handoutgen.pictures.problem import UNSUPPORTED, PictureProblem
from handoutgen.pictures.scene import Gradient, SceneInk
from handoutgen.pictures.svg_colours import BLACK, Paint, colour_of, share_of
from handoutgen.pictures.svg_numbers import length, matrix
from handoutgen.pictures.svg_tree import SvgNode
from handoutgen.pictures.svg_viewport import Viewport

MOST_STOPS = 200
_LONGEST_CHAIN = 10
_AXIS = {"x1": "0%", "y1": "0%", "x2": "100%", "y2": "0%"}
_CIRCLE = {"cx": "50%", "cy": "50%", "r": "50%"}
_INNER_MOST = 0.999
"""A focus on the circle's edge or beyond it is brought inside, as SVG 1.1 wants."""

Lookup = Callable[[str], SvgNode | None]
Properties = Callable[[SvgNode], Mapping[str, str]]


def is_gradient(node: SvgNode) -> bool:
    """Whether the element is a gradient."""
    return node.name in ("linearGradient", "radialGradient")


def gradient_of(
    node: SvgNode, find: Lookup, said: Properties, box: DrawingBox | None, outer: Transform, viewport: Viewport
) -> SceneInk:
    """The ink of a gradient for a shape with this `box`, in its own units, and this matrix. One colour all over is
    plain paint; a shape without extent has no ink when the gradient is measured by it."""
    chain = _chain(node, find)
    values = {name: value for one in reversed(chain) for name, value in said(one).items()}
    stops = _stops(next((one for one in chain if any(kid.name == "stop" for kid in one.kids)), node), said)
    if not stops:
        return None
    if values.get("spreadMethod", "pad").strip() not in ("pad", "") and len(stops) > 1:
        raise PictureProblem(
            UNSUPPORTED, "the drawing has a gradient that repeats, which cannot be printed",
            'set its repeat to "none" (spreadMethod pad)', node.line,
        )  # fmt: skip
    inner = matrix(values.get("gradientTransform", ""), node.line)
    by_box = values.get("gradientUnits", "").strip() != "userSpaceOnUse"
    if by_box:
        if box is None or box[0] >= box[2] or box[1] >= box[3]:
            return None
        inner = geometry.multiply((box[2] - box[0], 0, 0, box[3] - box[1], box[0], box[1]), inner)
    places = _Places(values, node.line, None if by_box else viewport)
    coordinates = places.axis() if node.name == "linearGradient" else places.circles()
    placed = geometry.multiply(outer, inner)
    if len(stops) == 1 or coordinates is None or geometry.is_flat(placed):
        return stops[-1][1]
    return Gradient(coordinates, placed, stops)


class _Places:
    """The coordinates of one gradient; without a viewport, they are shares of the shape's box."""

    def __init__(self, values: Mapping[str, str], line: int, viewport: Viewport | None) -> None:
        self._values = values
        self._line = line
        self._viewport = viewport or Viewport(1.0, 1.0)

    def axis(self) -> tuple[float, ...] | None:
        """The line; None when it has no length."""
        x1, y1, x2, y2 = (self._place(name, default) for name, default in _AXIS.items())
        return None if (x1, y1) == (x2, y2) else (x1, y1, x2, y2)

    def circles(self) -> tuple[float, ...] | None:
        """The inner and the outer circle; None when there is no outer one."""
        cx, cy, r = (self._place(name, default) for name, default in _CIRCLE.items())
        if r <= 0:
            return None
        fx = self._place("fx", self._values.get("cx", "50%"))
        fy = self._place("fy", self._values.get("cy", "50%"))
        fr = min(max(0.0, self._place("fr", "0%")), r * _INNER_MOST)
        off, most = hypot(fx - cx, fy - cy), (r - fr) * _INNER_MOST
        if off > most:
            fx, fy = cx + (fx - cx) * most / off, cy + (fy - cy) * most / off
        return (fx, fy, fr, cx, cy, r)

    def _place(self, name: str, default: str) -> float:
        return length(self._values.get(name) or default, name, self._line, self._viewport.whole(name))


def _chain(node: SvgNode, find: Lookup) -> list[SvgNode]:
    """The gradient and those it refers to for what it does not say itself."""
    chain = [node]
    while len(chain) < _LONGEST_CHAIN and chain[-1].target:
        following = find(chain[-1].target)
        if following is None or not is_gradient(following) or following in chain:
            break
        chain.append(following)
    return chain


def _stops(node: SvgNode, said: Properties) -> tuple[tuple[float, Paint], ...]:
    """The stops, none before the one in front of it."""
    stops: list[tuple[float, Paint]] = []
    for kid in [kid for kid in node.kids if kid.name == "stop"][:MOST_STOPS]:
        values = said(kid)
        offset = share_of(values.get("offset") or "0", "offset", kid.line)
        current = colour_of(values.get("color", "black"), BLACK, "color", kid.line) or BLACK
        paint = colour_of(values.get("stop-color") or "black", current, "stop-color", kid.line)
        opacity = share_of(values.get("stop-opacity") or "1", "stop-opacity", kid.line)
        colour, alpha = paint or ((0.0, 0.0, 0.0), 0.0)
        stops.append((max(offset, stops[-1][0] if stops else 0.0), (colour, alpha * opacity)))
    return tuple(stops)
