"""The elements of an SVG file, in painting order → the scene they show: uses, symbols, nested frames and markers."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from handoutgen.pictures import geometry, scene, svg_shapes
from handoutgen.pictures.geometry import DrawingBox, Segment, Transform
from handoutgen.pictures.problem import UNSUPPORTED, PictureProblem
from handoutgen.pictures.scene import SceneItem
from handoutgen.pictures.svg_cuts import Cuts, frame_clip
from handoutgen.pictures.svg_document import Place, SvgDocument
from handoutgen.pictures.svg_markers import Vertex, placed, vertices
from handoutgen.pictures.svg_outlines import shape_of
from handoutgen.pictures.svg_style import Style
from handoutgen.pictures.svg_tree import SvgNode
from handoutgen.pictures.svg_viewport import Viewport, fitted

_GROUPS = frozenset({"g", "a"})
_NEVER_DRAWN = frozenset({
    "defs", "title", "desc", "metadata", "style", "symbol", "clipPath", "mask", "linearGradient", "radialGradient",
    "pattern", "filter", "marker", "view", "solidColor", "color-profile", "cursor", "font", "font-face",
})  # fmt: skip
_WORDS = frozenset({"text", "tspan", "textPath", "tref", "altGlyph"})


class Walk:
    """Goes through a drawing."""

    def __init__(self, root: SvgNode) -> None:
        self._document = SvgDocument(root)
        self._cuts = Cuts(self._document, self._draw)

    def scene(self, outer: Transform, width: float, height: float) -> list[SceneItem]:
        """All that the drawing shows, in units in which `outer` is the way from the viewBox."""
        return self._draw(self._document.root, Place(Style(), outer, Viewport(width, height)))

    def _draw(self, node: SvgNode, place: Place) -> list[SceneItem]:
        """What an element and all in it show."""
        if node.name in _NEVER_DRAWN:
            return []
        style = self._document.style(node, place)
        if not style.is_displayed:
            return []
        here = replace(place.moved(self._document.transform(node, place.viewport)), style=style)
        with self._document.inside(node):
            items = self._content(node, here)
        return self._cuts.cut(tuple(items), node, here)

    def _content(self, node: SvgNode, here: Place) -> list[SceneItem]:
        if node.name == "switch":
            chosen = next((kid for kid in node.kids if _is_understood(kid)), None)
            return self._draw(chosen, here) if chosen else []
        if node.name == "svg" and node is not self._document.root:
            return self._nested(node, node.attributes, here)
        if node.name in _GROUPS or node is self._document.root:
            return self._kids(node, here)
        if node.name == "use":
            return self._use(node, here)
        return self._shape(node, here)

    def _kids(self, node: SvgNode, here: Place) -> list[SceneItem]:
        return [item for kid in node.kids for item in self._draw(kid, here)]

    def _framed(self, node: SvgNode, inner: Transform, seen: DrawingBox, here: Place) -> list[SceneItem]:
        """What is in a frame inside the drawing: in its own coordinates, cut at its edges."""
        inside = replace(here.moved(inner), viewport=Viewport(seen[2] - seen[0], seen[3] - seen[1]))
        items = self._kids(node, inside)
        if self._document.properties(node).get("overflow", "hidden") in ("visible", "auto"):
            return items
        return scene.cut(tuple(items), (frame_clip(seen, inside.matrix),), 1.0, ())

    def _nested(self, node: SvgNode, sizes: Mapping[str, str], here: Place) -> list[SceneItem]:
        """An `svg` in the drawing, or a symbol, of which the use may say the size."""
        said = {**node.attributes, **sizes}
        at = node.attributes if node.name == "svg" else {}
        x, y = (here.viewport.length(at, name, node.line) for name in ("x", "y"))
        width, height = (here.viewport.length(said, name, node.line, "100%") for name in ("width", "height"))
        if width <= 0 or height <= 0:
            return []
        return self._framed(node, *fitted(node, x, y, width, height), here)

    def _use(self, node: SvgNode, here: Place) -> list[SceneItem]:
        document = self._document
        target = document.needed(node.target, (), "uses", node.line)
        document.count_use(node)
        properties = document.properties(node)
        x, y = (here.viewport.length(properties, name, node.line) for name in ("x", "y"))
        inside = here.moved((1, 0, 0, 1, x, y))
        with document.referring(target, node):
            if target.name in ("symbol", "svg"):
                return self._symbol(target, node, inside)
            return self._draw(target, inside)

    def _symbol(self, target: SvgNode, node: SvgNode, inside: Place) -> list[SceneItem]:
        style = self._document.style(target, inside)
        if not style.is_displayed:
            return []
        frame = replace(inside.moved(self._document.transform(target, inside.viewport)), style=style)
        sizes: dict[str, str] = {}
        for name in ("width", "height"):
            if name in node.attributes:
                sizes[name] = node.attributes[name]
        with self._document.inside(target):
            items = self._nested(target, sizes, frame)
        return self._cuts.cut(tuple(items), target, frame)

    def _shape(self, node: SvgNode, here: Place) -> list[SceneItem]:
        segments = svg_shapes.outline(node.name, self._document.properties(node), node.line, here.viewport)
        if segments is None:
            raise _not_drawable(node)
        if not segments or not here.style.is_visible:
            return []
        shape = shape_of(self._document, segments, here, node.line, self._cuts.is_clipping)
        items: list[SceneItem] = [] if shape is None else [shape]
        return items if self._cuts.is_clipping else [*items, *self._marked(node, segments, here)]

    # -- markers -----------------------------------------------------------------------------------------------------

    def _marked(self, node: SvgNode, segments: list[Segment], here: Place) -> list[SceneItem]:
        """The markers on a line, path or polygon."""
        if not any(here.style.markers) or node.name not in ("path", "line", "polyline", "polygon"):
            return []
        places = vertices(segments)
        items: list[SceneItem] = []
        for index, vertex in enumerate(places):
            names = here.style.markers
            wanted = (
                (names[0], index == 0),
                (names[1], 0 < index < len(places) - 1),
                (names[2], index == len(places) - 1),
            )
            for turn, (ident, is_here) in enumerate(wanted):
                marker = self._document.find(ident) if ident and is_here else None
                if marker is not None and marker.name == "marker" and not geometry.is_flat(here.matrix):
                    items += self._marker(marker, vertex, turn == 0, here)
        return items

    def _marker(self, marker: SvgNode, vertex: Vertex, is_start: bool, here: Place) -> list[SceneItem]:
        document = self._document
        document.count_marker(marker)
        found = placed(marker, document.properties(marker), vertex, here.style.stroke_width, is_start, here.viewport)
        if found is None:
            return []
        inside = replace(here, style=replace(document.style_at(marker, here.viewport), markers=("", "", "")))
        with document.referring(marker, marker):
            return self._framed(marker, *found, inside)


def _is_understood(node: SvgNode) -> bool:
    """Whether a switch may take this branch: it asks for no extension, and speaks English or says nothing of it."""
    said = node.attributes
    languages = said.get("systemLanguage", "en").replace(" ", "").split(",")
    return not said.get("requiredExtensions", "") and any(tag.partition("-")[0] == "en" for tag in languages)


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
