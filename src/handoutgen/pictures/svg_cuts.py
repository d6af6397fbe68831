"""Clips, masks and the opacity of an SVG element → layers of the scene.

A clip becomes outlines where the union of its shapes is plain; else a mask of the same shapes does what it says.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field
from msgspec.structs import replace

from handoutgen.pictures import geometry, scene
from handoutgen.pictures.geometry import IDENTITY, DrawingBox, Segment, Transform
from handoutgen.pictures.scene import Clip, Mask, SceneItem, Shape
from handoutgen.pictures.svg_document import Place, SvgDocument, by_box
from handoutgen.pictures.svg_tree import SvgNode
from handoutgen.pictures.svg_viewport import Viewport

Draw = Callable[[SvgNode, Place], list[SceneItem]]
_MOST_PARTS = 40
"""Outlines of one clip that are compared with each other."""
_NOT_IN_CLIPS = ("svg", "g", "a", "switch")


class _Found(Struct):
    """What cuts one element."""

    box: DrawingBox
    """Round its outlines, in its own units."""
    clips: list[Clip] = field(default_factory=list)
    masks: list[Mask] = field(default_factory=list)


class Cuts:
    """Cuts what is drawn; `draw` draws what cuts."""

    def __init__(self, document: SvgDocument, draw: Draw) -> None:
        self._document = document
        self._draw = draw
        self._clipping = 0

    @property
    def is_clipping(self) -> bool:
        """Whether what is drawn now is a clip's shape, of which only the outline counts."""
        return self._clipping > 0

    def cut(self, items: tuple[SceneItem, ...], node: SvgNode, here: Place) -> list[SceneItem]:
        """The items as their element's clip, mask and opacity leave them."""
        style = here.style
        opacity = 1.0 if self.is_clipping else style.opacity
        if not items or (not style.clip and not style.mask):
            return scene.cut(items, (), opacity, ())
        found = _Found(_box_in(items, here.matrix))
        if style.clip:
            self._clip(style.clip, node, here, found)
        if style.mask:
            self._mask(style.mask, node, here, found)
        return scene.cut(items, found.clips, opacity, tuple(found.masks))

    def _clip(self, ident: str, node: SvgNode, here: Place, found: _Found) -> None:
        """Add what a clip path cuts, and what cuts that."""
        document = self._document
        path = document.needed(ident, ("clipPath",), "is cut with", node.line)
        inner = by_box(found.box) if document.properties(path).get("clipPathUnits") == "objectBoundingBox" else IDENTITY
        style = document.style_at(path, here.viewport)
        inside = here.moved(inner).moved(document.transform(path, here.viewport))
        inside = replace(inside, style=replace(style, clip="", mask=""))
        with document.referring(path, node):
            self._clipping += 1
            kids = [kid for kid in path.kids if kid.name not in _NOT_IN_CLIPS]
            items = tuple(item for kid in kids for item in self._draw(kid, inside))
            self._clipping -= 1
            if style.clip:
                self._clip(style.clip, path, here, found)
        outlines = [item for item in items if isinstance(item, Shape)]
        clip = _union(outlines) if len(outlines) == len(items) else None
        if clip is None:
            found.masks.append(Mask(items, is_alpha=True))
        else:
            found.clips.append(clip)

    def _mask(self, ident: str, node: SvgNode, here: Place, found: _Found) -> None:
        """Add what a mask hides, its own edges as a clip."""
        document = self._document
        mask = document.needed(ident, ("mask",), "is masked with", node.line)
        said = document.properties(mask)
        is_by_box = said.get("maskUnits", "objectBoundingBox") != "userSpaceOnUse"
        units = Viewport(1.0, 1.0) if is_by_box else here.viewport
        x, y = (units.length(said, name, mask.line, "-10%") for name in ("x", "y"))
        width, height = (units.length(said, name, mask.line, "120%") for name in ("width", "height"))
        edges = here.moved(by_box(found.box)) if is_by_box else here
        found.clips.append(frame_clip((x, y, x + width, y + height), edges.matrix))
        inner = by_box(found.box) if said.get("maskContentUnits") == "objectBoundingBox" else IDENTITY
        style = document.style_at(mask, here.viewport)
        with document.referring(mask, node):
            items = tuple(
                item for kid in mask.kids for item in self._draw(kid, replace(here.moved(inner), style=style))
            )
            if style.mask:
                self._mask(style.mask, mask, here, found)
        found.masks.append(Mask(items, said.get("mask-type", "luminance") == "alpha"))


def frame_clip(frame: DrawingBox, matrix: Transform) -> Clip:
    """A frame in some units as a clip."""
    left, top, right, low = frame
    corners: list[Segment] = [
        ("M", (left, top)),
        ("L", (right, top)),
        ("L", (right, low)),
        ("L", (left, low)),
        ("Z", ()),
    ]
    segments = tuple(geometry.transformed(corners, matrix))
    return Clip(segments, False, geometry.bounds(segments) or (0.0, 0.0, 0.0, 0.0))


def _box_in(items: tuple[SceneItem, ...], matrix: Transform) -> DrawingBox:
    """The box of all outlines, without their pens, in the units from which `matrix` leads."""
    back = geometry.inverse(matrix)
    boxes = [geometry.bounds(geometry.transformed(shape.moved, back)) for shape in scene.shapes_in(items)]
    box = None
    for other in boxes:
        box = other if box is None else box if other is None else geometry.box_round(box, other)
    return box or (0.0, 0.0, 0.0, 0.0)


def _union(shapes: list[Shape]) -> Clip | None:
    """One clip for several outlines that do not touch and follow one rule; None when a mask must do it."""
    rules = {shape.style.is_even_odd for shape in shapes}
    apart = all(
        geometry.shared_box(one.box, other.box) is None for index, one in enumerate(shapes) for other in shapes[:index]
    )
    if not shapes:
        return Clip((("M", (0.0, 0.0)), ("Z", ())), False, (0.0, 0.0, 0.0, 0.0))
    if len(shapes) > _MOST_PARTS or len(rules) > 1 or not apart:
        return None
    segments = tuple(segment for shape in shapes for segment in shape.moved)
    return Clip(segments, rules.pop(), scene.box_of(shapes) or (0.0, 0.0, 0.0, 0.0))
