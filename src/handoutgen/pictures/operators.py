"""A scene → PDF operators, as short as they can be, and the few resources that they need.

Points are moved into the drawing's own units here, so that the operators need no `cm`; only a stroke that a transform
stretches unevenly keeps its matrix, since its pen is no longer round. What is see-through becomes a paler flat colour
wherever nothing but paper is beneath it, for that is the same to the eye and prints everywhere; only where shapes show
through each other is it made with transparency.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec.structs import replace

from handoutgen.pictures import geometry
from handoutgen.pictures.geometry import DrawingBox, Segment, plain
from handoutgen.pictures.inks import AppliedInk, Inkwell
from handoutgen.pictures.model import SeeThrough
from handoutgen.pictures.scene import Clip, Layer, SceneItem, Shape
from handoutgen.pictures.svg_style import Style

_OPERATORS: dict[str, Literal["m", "l", "c", "h"]] = {"M": "m", "L": "l", "C": "c", "Z": "h"}
MOST_BENEATH = 300
"""Boxes of what is painted already; beyond that, they are taken together."""
SPILL = 0.001
"""Ink may reach over the frame by this share of its longer side without being cut: no eye sees it."""


class Operators:
    """Writes the operators of one content stream. Colours and pens are set when they change."""

    def __init__(self, inkwell: Inkwell, frame: DrawingBox, stroke_scale: float, is_paper: bool = True) -> None:
        """`is_paper`: whether white paper is beneath, rather than something unknown."""
        self.lines: list[str] = []
        self.box: DrawingBox | None = None
        self._inkwell = inkwell
        self._frame = frame
        self._stroke_scale = stroke_scale
        self._is_paper = is_paper
        self._beneath: list[DrawingBox] = []
        self._state: dict[str, str] = {}

    def paint(self, items: Iterable[SceneItem], tint: float = 1.0) -> None:
        """Add items. What lies outside the frame is left out; white shapes stay, for they may cover something. `tint`
        below 1 lets the paper shine through all of them."""
        for item in items:
            if geometry.shared_box(_grown(item.box), self._frame) is None:
                continue
            if isinstance(item, Shape):
                self._shape(item, tint, 1.0)
            else:
                self._layer(item, tint)

    def text(self) -> str:
        """All of it, with the state round it kept, and cut at the frame if ink reaches over it."""
        return "\n".join(["q", *self._cut_at_frame(), *self.lines, "Q"])

    def _cut_at_frame(self) -> list[str]:
        width, height = self._frame[2:]
        spill = max(width, height) * SPILL
        box = self.box or self._frame
        if min(box[:2]) >= -spill and box[2] <= width + spill and box[3] <= height + spill:
            return []
        return [f"0 0 {plain(width)} {plain(height)} re", "W n"]

    # -- shapes ------------------------------------------------------------------------------------------------------

    def _shape(self, shape: Shape, tint: float, opacity: float) -> None:
        on_paper = self._is_on_paper(shape.box)
        style = shape.style
        fill = self._inkwell.apply(shape.fill, style.fill_opacity * opacity, tint, on_paper)
        stroke = self._inkwell.apply(shape.stroke, style.stroke_opacity * opacity, tint, on_paper and fill is None)
        if fill is None and stroke is None:
            return
        self._grow(shape.box)
        is_special = any(ink is not None and (ink.is_see_through or ink.is_ramp) for ink in (fill, stroke))
        if stroke is None or not (is_special or style.is_stroke_first):
            self._applied(shape, fill, stroke)
        elif style.is_stroke_first:
            self._applied(shape, None, stroke)
            self._applied(shape, fill, None)
        else:
            self._applied(shape, fill, None)
            self._applied(shape, None, stroke)
        if not all(ink is None or ink.is_white for ink in (fill, stroke)):
            self._note(shape.box)

    def _applied(self, shape: Shape, fill: AppliedInk | None, stroke: AppliedInk | None) -> None:
        """Paint with both inks if neither is see-through, or with one of them."""
        ink = fill or stroke
        if ink is None:
            return
        if not ink.is_see_through:
            self._step(shape, fill, stroke)
            return
        kept = dict(self._state)
        mask = self._mask_of(ink.mask) if ink.mask else ""
        self.lines += ["q", f"/{self._inkwell.state(SeeThrough(ink.alpha, mask))} gs"]
        self._step(shape, fill, stroke)
        self.lines.append("Q")
        self._state = kept

    def _mask_of(self, operators: str) -> str:
        """The layer that is as light, place by place, as a gradient is opaque."""
        width, height = map(plain, self._frame[2:])
        return self._inkwell.layer("\n".join(["q", operators, f"0 0 {width} {height} re", "f", "Q"]))

    def _step(self, shape: Shape, fill: AppliedInk | None, stroke: AppliedInk | None) -> None:
        """One painting operator and what it needs."""
        if fill is not None:
            self._set("fill", fill.fill_operators)
        scale = geometry.scale_of(shape.matrix)
        if stroke is not None:
            self._set("stroke", stroke.stroke_operators)
            self._set_pen(shape.style, scale or 1.0)
        operator = _paint_operator(fill is not None, stroke is not None, shape.style.is_even_odd)
        if stroke is None or scale is not None:
            self.lines += [*map(_written, shape.moved), operator]
        else:
            matrix = " ".join(map(_long, shape.matrix))
            self.lines += ["q", f"{matrix} cm", *map(_written, shape.segments), operator, "Q"]

    def _set_pen(self, style: Style, scale: float) -> None:
        self._set("w", plain(max(0.001, style.stroke_width * scale * self._stroke_scale)) + " w")
        self._set("J", f"{style.cap} J")
        self._set("j", f"{style.join} j")
        self._set("M", plain(style.miter_limit) + " M")
        dashes = " ".join(plain(dash * scale) for dash in style.dashes)
        self._set("d", f"[{dashes}] {plain(style.dash_offset * scale if dashes else 0.0)} d")

    def _set(self, name: str, operators: str) -> None:
        if self._state.get(name) != operators:
            self._state[name] = operators
            self.lines.append(operators)

    # -- layers ------------------------------------------------------------------------------------------------------

    def _layer(self, layer: Layer, tint: float) -> None:
        if not layer.clips:
            self._layer_content(layer, tint)
            return
        kept, outside = dict(self._state), self.box
        self.lines += ["q", *(line for clip in layer.clips for line in _clip_lines(clip))]
        self._layer_content(layer, tint)
        self.lines.append("Q")
        self._state, self.box = kept, outside
        self._grow(layer.box)

    def _layer_content(self, layer: Layer, tint: float) -> None:
        only = layer.kids[0] if len(layer.kids) == 1 else None
        if layer.masks:
            self._masked(layer, tint)
        elif layer.opacity >= 1:
            self.paint(layer.kids, tint)
        elif self._is_on_paper(layer.box):
            self.paint(layer.kids, tint * layer.opacity)
        elif isinstance(only, Shape) and (only.fill is None or only.stroke is None):
            self._shape(only, tint, layer.opacity)
        else:
            self._painted_apart(layer.kids, tint, SeeThrough(layer.opacity), layer.box)

    def _masked(self, layer: Layer, tint: float) -> None:
        """A layer seen through its mask; through several, it is a layer in a layer."""
        mask = layer.masks[-1]
        stencil = self._apart(self._inkwell.for_mask(mask.is_alpha))
        stencil.paint(mask.kids)
        name = self._inkwell.layer(stencil.text())
        inner: tuple[SceneItem, ...] = layer.kids
        if len(layer.masks) > 1:
            inner = (replace(layer, opacity=1.0, clips=(), masks=layer.masks[:-1]),)
        self._painted_apart(inner, tint, SeeThrough(layer.opacity, name, mask.is_alpha), layer.box)

    def _painted_apart(self, kids: Iterable[SceneItem], tint: float, state: SeeThrough, box: DrawingBox) -> None:
        """Items painted by themselves, then as one."""
        apart = self._apart(self._inkwell)
        apart.paint(kids, tint)
        if not apart.lines:
            return
        name = self._inkwell.layer(apart.text())
        self.lines += ["q", f"/{self._inkwell.state(state)} gs", f"/{name} Do", "Q"]
        self._grow(box)
        self._note(box)

    def _apart(self, inkwell: Inkwell) -> Operators:
        return Operators(inkwell, self._frame, self._stroke_scale, is_paper=False)

    # -- what is painted already -------------------------------------------------------------------------------------

    def _is_on_paper(self, box: DrawingBox) -> bool:
        """Whether nothing but white paper is beneath a box."""
        return self._is_paper and all(geometry.shared_box(box, other) is None for other in self._beneath)

    def _note(self, box: DrawingBox) -> None:
        self._beneath.append(box)
        if len(self._beneath) > MOST_BENEATH:
            merged = self._beneath[0]
            for other in self._beneath:
                merged = geometry.box_round(merged, other)
            self._beneath = [merged]

    def _grow(self, box: DrawingBox) -> None:
        self.box = box if self.box is None else geometry.box_round(self.box, box)


def _grown(box: DrawingBox) -> DrawingBox:
    """A box with a little round it, so that a line without width has a place."""
    return box[0] - 0.001, box[1] - 0.001, box[2] + 0.001, box[3] + 0.001


def _clip_lines(clip: Clip) -> list[str]:
    return [*map(_written, clip.segments), "W* n" if clip.is_even_odd else "W n"]


def _paint_operator(is_filled: bool, is_stroked: bool, is_even_odd: bool) -> str:
    if not is_filled:
        return "S"
    return ("B" if is_stroked else "f") + ("*" if is_even_odd else "")


def _written(segment: Segment) -> str:
    operator, numbers = segment
    return " ".join([*map(plain, numbers), _OPERATORS[operator]])


def _long(value: float) -> str:
    """A matrix entry: more decimals, because it multiplies."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
