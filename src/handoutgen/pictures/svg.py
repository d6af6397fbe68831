"""An SVG file → a `plan.Drawing`: flat colours and plain strokes as PDF operators, in the units of its viewBox.

Why not a library: svglib (the one that draws to ReportLab) ignores opacity, mitre limits, dash offsets and whatever
stands on the root element, starts a relative command after a closed path at the wrong point, and draws broken paths in
part, saying so only in a log. Half a figure on paper is worse than none, so this reader knows a small SVG exactly and
refuses the rest with its line. It costs no more time than svglib's imports and a preflight in front of it. The tests
hold it against svglib's rendering where both know what to draw.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handoutgen import bounds
from handoutgen.design.colour import parse
from handoutgen.memory import remembered
from handoutgen.pictures import geometry, svg_shapes
from handoutgen.pictures.geometry import DrawingBox, Transform
from handoutgen.pictures.model import Drawing
from handoutgen.pictures.operators import Operators
from handoutgen.pictures.problem import BROKEN, NO_SHAPE, TOO_BIG, UNSUPPORTED, PictureProblem
from handoutgen.pictures.reading import read_bytes
from handoutgen.pictures.svg_numbers import length, matrix, numbers
from handoutgen.pictures.svg_sheet import StyleSheet, read_sheet
from handoutgen.pictures.svg_style import Style, derive
from handoutgen.pictures.svg_tree import MOST_BYTES, SvgNode, read_tree

MOST_USES = 1_000
SPILL = 0.05
"""Ink may reach over the frame by this share of its longer side: half a line along the edge, no more."""

_GROUPS = frozenset({"svg", "g"})
_NEVER_DRAWN = frozenset({
    "defs", "title", "desc", "metadata", "style", "symbol", "clipPath", "mask", "linearGradient", "radialGradient",
    "pattern", "filter", "marker", "view",
})  # fmt: skip
_WORDS = frozenset({"text", "tspan", "textPath", "tref", "altGlyph"})


def load_drawing(path: Path, *, recolour: str | None = None, stroke_scale: float = 1.0) -> Drawing:
    """Read a drawing. `recolour` ("#rrggbb") paints all but white in one colour; `stroke_scale` makes lines heavier.

    Raises `PictureProblem` for whatever cannot be drawn exactly.
    """
    return drawing_from(read_bytes(path, MOST_BYTES), recolour, stroke_scale)


@remembered(bounds.DRAWINGS)
def drawing_from(data: bytes, recolour: str | None = None, stroke_scale: float = 1.0) -> Drawing:
    """The drawing in the bytes of an SVG file. Pure, so results are kept: a batch asks for the same figures often."""
    root = read_tree(data)
    left, top, width, height = _frame(root)
    operators = Operators(parse(recolour) if recolour else None, stroke_scale)
    _Walk(root, operators).draw(root, Style(), (1.0, 0.0, 0.0, -1.0, -left, top + height))
    _check_box(operators.box, width, height, root.line)
    return Drawing(width, height, operators.text())


def _frame(root: SvgNode) -> DrawingBox:
    """Left, top, width and height of the viewBox, or else of the drawing's stated size."""
    text = root.attributes.get("viewBox")
    if text is not None:
        box = tuple(numbers(text, "viewBox", root.line))
    else:
        sizes = [root.attributes.get(side, "").strip() for side in ("width", "height")]
        if any(not size or size.endswith("%") for size in sizes):
            raise PictureProblem(
                NO_SHAPE, "the drawing has no size", 'give its <svg> element a viewBox="0 0 width height"', root.line
            )
        box = (0.0, 0.0, *(length(size, "size", root.line) for size in sizes))
    if len(box) != 4 or not all(1 <= side <= 100_000 for side in box[2:]) or max(box[2:]) > 50 * min(box[2:]):
        raise PictureProblem(
            NO_SHAPE, f'the drawing has a size that makes no sense: "{(text or "")[:60]}"',
            "let its page fit the drawing, then save it again", root.line,
        )  # fmt: skip
    return box[0], box[1], box[2], box[3]


def _check_box(box: DrawingBox | None, width: float, height: float, line: int) -> None:
    if box is None:
        raise PictureProblem(NO_SHAPE, "there is nothing to see in the drawing", "draw it, or leave it out", line)
    spill = max(width, height) * SPILL
    if min(box[:2]) < -spill or box[2] > width + spill or box[3] > height + spill:
        raise PictureProblem(
            NO_SHAPE, "the drawing reaches outside its own frame (its viewBox), where it would run into the text",
            "fit the page to the drawing (in Inkscape: Edit, Resize Page to Selection), then save it again", line,
        )  # fmt: skip


class _Walk:
    """Goes through a drawing in painting order. Uses are bounded in number and depth, so that none can multiply."""

    def __init__(self, root: SvgNode, operators: Operators) -> None:
        nodes = list(_all(root))
        self.root = root
        self.by_id = {node.attributes["id"]: node for node in reversed(nodes) if "id" in node.attributes}
        self.sheet: StyleSheet = read_sheet([node for node in nodes if node.name == "style"])
        self.operators = operators
        self.uses = 0
        self.open_uses: list[SvgNode] = []

    def draw(self, node: SvgNode, parent: Style, outer: Transform) -> None:
        """Paint an element and all in it."""
        if node.name in _NEVER_DRAWN:
            return
        style = derive(parent, node.attributes, self.sheet.rules_for(node), node.line)
        if not style.is_displayed:
            return
        inner = geometry.multiply(outer, matrix(node.attributes.get("transform", ""), node.line))
        if node.name in _GROUPS:
            if node.name == "svg" and node is not self.root:
                raise _not_drawable(node)
            for kid in node.kids:
                self.draw(kid, style, inner)
        elif node.name == "use":
            self._use(node, style, inner)
        else:
            segments = svg_shapes.outline(node)
            if segments is None:
                raise _not_drawable(node)
            if style.is_visible:
                self.operators.paint(segments, style, inner, node.line)

    def _use(self, node: SvgNode, style: Style, outer: Transform) -> None:
        target = self.by_id.get(node.target)
        if target is None:
            raise PictureProblem(
                BROKEN, f'the drawing uses "#{node.target[:40]}", which is not in it', "redraw that part", node.line
            )
        self.uses += 1
        if self.uses > MOST_USES or target in self.open_uses or len(self.open_uses) > 10:
            raise PictureProblem(
                TOO_BIG, "the drawing repeats its parts too often or endlessly", "expand its clones into shapes",
                node.line,
            )  # fmt: skip
        if target.name in ("symbol", "svg"):
            raise PictureProblem(
                UNSUPPORTED, "the drawing uses a symbol", "expand its symbols into shapes (ungroup them)", node.line
            )
        x, y = (length(node.attributes.get(name, "0"), name, node.line) for name in ("x", "y"))
        self.open_uses.append(target)
        self.draw(target, style, geometry.multiply(outer, (1, 0, 0, 1, x, y)))
        self.open_uses.pop()


def _all(root: SvgNode) -> Iterator[SvgNode]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.kids)


def _not_drawable(node: SvgNode) -> PictureProblem:
    if node.name in _WORDS:
        return PictureProblem(
            UNSUPPORTED, "the drawing holds text, which would shrink with it and could not be read aloud",
            "take the words out and give them as `labels` or in the caption", node.line,
        )  # fmt: skip
    return PictureProblem(
        UNSUPPORTED, f"the drawing holds a <{node.name}> element, which cannot be printed", "turn it into plain shapes",
        node.line,
    )  # fmt: skip
