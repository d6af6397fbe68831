"""An SVG file as a whole: its elements by name, what is said of each, and how often things were drawn.

Whatever repeats is counted, so that no file can multiply: uses by number and depth, elements each time they are drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.pictures import geometry
from handoutgen.pictures.geometry import IDENTITY, DrawingBox, Transform
from handoutgen.pictures.problem import BROKEN, TOO_BIG, PictureProblem
from handoutgen.pictures.svg_numbers import MOST_SEGMENTS, length, matrix, too_many_segments
from handoutgen.pictures.svg_sheet import read_sheet
from handoutgen.pictures.svg_style import Style, derive
from handoutgen.pictures.svg_tree import SvgNode
from handoutgen.pictures.svg_viewport import Viewport

MOST_USES = 1_000
MOST_MARKERS = 2_000
MOST_DRAWN = 60_000
"""Elements, each counted every time it is drawn."""
DEEPEST = 110
"""Levels, those of what is used included."""
_MOST_OPEN = 10


class Place(Struct, frozen=True):
    """Where an element stands: the style it inherits, the matrix to the drawing's units, and what percentages mean."""

    style: Style
    matrix: Transform
    viewport: Viewport

    def moved(self, inner: Transform) -> Place:
        """The place of something that is moved inside this one."""
        return replace(self, matrix=geometry.multiply(self.matrix, inner))


class SvgDocument:
    """The elements of one file."""

    def __init__(self, root: SvgNode) -> None:
        nodes = list(_all(root))
        self.root = root
        self._by_id = {node.attributes["id"]: node for node in reversed(nodes) if "id" in node.attributes}
        self._sheet = read_sheet([node for node in nodes if node.name == "style"])
        self._uses = self._markers = self._drawn = self._depth = self._segments = 0
        self._open: list[SvgNode] = []

    def find(self, ident: str) -> SvgNode | None:
        """The element of that name."""
        return self._by_id.get(ident)

    def needed(self, ident: str, names: tuple[str, ...], what: str, line: int) -> SvgNode:
        """The element of that name and kind; `what` says what the drawing does with it. `PictureProblem` without."""
        node = self._by_id.get(ident)
        if node is None or (names and node.name not in names):
            raise PictureProblem(
                BROKEN, f'the drawing {what} "#{ident[:40]}", which is not in it', "redraw that part", line
            )
        return node

    def properties(self, node: SvgNode) -> Mapping[str, str]:
        """All that is said of an element."""
        return self._sheet.properties(node)

    def style(self, node: SvgNode, place: Place) -> Style:
        """The style of an element that stands there."""
        return derive(place.style, self.properties(node), node.line, place.viewport)

    def style_at(self, node: SvgNode, viewport: Viewport) -> Style:
        """The style of something that is drawn elsewhere than it stands: it inherits from what is round it."""
        style = Style()
        for one in [*_around(node)][::-1]:
            style = derive(style, self.properties(one), one.line, viewport)
        return style

    def transform(self, node: SvgNode, viewport: Viewport) -> Transform:
        """The element's own transform, about its origin (CSS Transforms 1, 8)."""
        properties = self.properties(node)
        own = matrix(properties.get("transform", ""), node.line)
        words = properties.get("transform-origin", "").replace(",", " ").split()
        if not words or own == IDENTITY:
            return own
        x, y = _origin(words, viewport, node.line)
        return geometry.multiply(geometry.multiply((1, 0, 0, 1, x, y), own), (1, 0, 0, 1, -x, -y))

    # -- counting ----------------------------------------------------------------------------------------------------

    @contextmanager
    def inside(self, node: SvgNode) -> Iterator[None]:
        """While what is in an element is drawn."""
        self._drawn += 1
        self._depth += 1
        if self._drawn > MOST_DRAWN or self._depth > DEEPEST:
            raise _repeats(node)
        yield
        self._depth -= 1

    @contextmanager
    def referring(self, target: SvgNode, node: SvgNode) -> Iterator[None]:
        """While an element is drawn because `node` refers to it, which must not happen inside itself."""
        if target in self._open or len(self._open) > _MOST_OPEN:
            raise _repeats(node)
        self._open.append(target)
        yield
        self._open.pop()

    def count_use(self, node: SvgNode) -> None:
        """Refuse more clones than a drawing has."""
        self._uses += 1
        if self._uses > MOST_USES:
            raise _repeats(node)

    def count_marker(self, node: SvgNode) -> None:
        """Refuse more arrow heads than a drawing has."""
        self._markers += 1
        if self._markers > MOST_MARKERS:
            raise _repeats(node)

    def count_segments(self, number: int, line: int) -> None:
        """Refuse more lines and curves than a printer needs."""
        self._segments += number
        if self._segments > MOST_SEGMENTS:
            raise too_many_segments(line)


def by_box(box: DrawingBox) -> Transform:
    """The matrix from shares of a box to its units."""
    return (box[2] - box[0], 0.0, 0.0, box[3] - box[1], box[0], box[1])


def _all(root: SvgNode) -> Iterator[SvgNode]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.kids)


def _around(node: SvgNode | None) -> Iterator[SvgNode]:
    """The element and all it lies in."""
    while node is not None:
        yield node
        node = node.parent


def _origin(words: list[str], viewport: Viewport, line: int) -> tuple[float, float]:
    """A transform-origin; a single word is about x, and y is then in the middle."""
    names = {"left": "0%", "top": "0%", "center": "50%", "right": "100%", "bottom": "100%"}
    if words[0] in ("top", "bottom") or (len(words) > 1 and words[1] in ("left", "right")):
        words = [words[1] if len(words) > 1 else "center", words[0]]
    x, y = names.get(words[0], words[0]), names.get(words[1], words[1]) if len(words) > 1 else "50%"
    return (
        length(x, "transform-origin", line, viewport.width),
        length(y, "transform-origin", line, viewport.height),
    )


def _repeats(node: SvgNode) -> PictureProblem:
    return PictureProblem(
        TOO_BIG, "the drawing repeats its parts too often or endlessly", "expand its clones into shapes", node.line
    )
