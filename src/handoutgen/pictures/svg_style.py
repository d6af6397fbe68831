"""An element's properties, from wherever they come → how its shapes are painted.

What cannot be painted exactly (patterns, effects, blending) is refused with its line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.pictures.problem import UNSAFE, UNSUPPORTED, PictureProblem
from handoutgen.pictures.svg_colours import BLACK, Paint, Reference, colour_of, paint_of, share_of
from handoutgen.pictures.svg_numbers import length, nonsense, number, numbers
from handoutgen.pictures.svg_viewport import Viewport

_PLAIN = {
    # property: what leaves the shape as it is, and what to do otherwise
    "filter": (("none",), "remove the effect"),
    "mix-blend-mode": (("normal",), "set the blend mode to normal"),
    "vector-effect": (("none",), "let the lines scale with the drawing"),
    "transform-box": (("view-box",), "apply the transform to the shapes"),
    "offset-path": (("none",), "apply the move to the shapes"),
}  # fmt: skip
_ORDERS = {
    "normal": False, "fill": False, "fill stroke": False, "fill stroke markers": False, "fill markers stroke": False,
    "stroke": True, "stroke fill": True, "stroke fill markers": True, "stroke markers fill": True,
}  # fmt: skip
"""paint-order → whether the line is painted before the fill."""
_URL = re.compile(r"url\(\s*['\"]?\s*([^'\")\s]*)")
_FRAGMENT = re.compile(r"url\(\s*['\"]?\s*#([^'\")]*?)\s*['\"]?\s*\)")
_MARKERS = ("marker-start", "marker-mid", "marker-end")
_CUT = 'cut the shapes themselves (in Figma: untick "Clip content")'


class Style(Struct, frozen=True):
    """What a shape inherits and adds. Colours are 0 to 1; lengths are in the shape's own units."""

    color: Paint = BLACK
    fill: Paint | Reference | None = BLACK
    fill_opacity: float = 1.0
    is_even_odd: bool = False
    is_clip_even_odd: bool = False
    stroke: Paint | Reference | None = None
    stroke_opacity: float = 1.0
    stroke_width: float = 1.0
    cap: int = 0
    join: int = 0
    miter_limit: float = 4.0
    dashes: tuple[float, ...] = ()
    dash_offset: float = 0.0
    is_stroke_first: bool = False
    is_visible: bool = True
    markers: tuple[str, str, str] = ("", "", "")
    """The fragments of the markers at the start, between and at the end."""
    is_displayed: bool = True
    opacity: float = 1.0
    """Of the element as a whole: not inherited, nor are the next two."""
    clip: str = ""
    mask: str = ""


def derive(parent: Style, properties: Mapping[str, str], line: int, viewport: Viewport) -> Style:
    """The style of an element inside `parent`, of which all these properties are said."""
    _refuse_what_is_not_plain(properties, line)
    style = replace(parent, is_displayed=True, opacity=1.0, clip="", mask="")
    if value := properties.get("color", ""):  # first, because the others may say currentColor
        style = _with(style, parent, "color", value, line, viewport)
    for name, value in properties.items():
        if name != "color":
            style = _with(style, parent, name, value, line, viewport)
    return style


def _refuse_what_is_not_plain(properties: Mapping[str, str], line: int) -> None:
    for name, value in properties.items():
        if (url := _URL.search(value)) and not url[1].startswith("#"):
            raise PictureProblem(
                UNSAFE, f'the drawing refers to something outside itself: {name}="{value[:60]}"',
                "put everything that is needed into the drawing", line,
            )  # fmt: skip
        harmless, remedy = _PLAIN.get(name, ((), ""))
        if harmless and value.strip() not in (*harmless, "", "inherit"):
            raise PictureProblem(UNSUPPORTED, f'the drawing uses "{name}", which cannot be printed', remedy, line)


def _with(style: Style, parent: Style, name: str, value: str, line: int, viewport: Viewport) -> Style:
    """The style with one property set; as it was when the property is no matter of painting."""
    value = value.strip()
    if value == "inherit" or not value:
        return style
    match name:
        case "color":
            return replace(style, color=colour_of(value, parent.color, name, line) or parent.color)
        case "fill":
            return replace(style, fill=paint_of(value, style.color, name, line))
        case "stroke":
            return replace(style, stroke=paint_of(value, style.color, name, line))
        case "fill-opacity":
            return replace(style, fill_opacity=share_of(value, name, line))
        case "stroke-opacity":
            return replace(style, stroke_opacity=share_of(value, name, line))
        case "visibility":
            return replace(style, is_visible=value == "visible")
        case "fill-rule":
            return replace(style, is_even_odd=_choice(value, ("nonzero", "evenodd"), name, line) == 1)
        case "clip-rule":
            return replace(style, is_clip_even_odd=_choice(value, ("nonzero", "evenodd"), name, line) == 1)
        case "paint-order":
            return replace(style, is_stroke_first=_is_stroke_first(value, line))
    if name.startswith("stroke-"):
        return _with_pen(style, name, value, line, viewport)
    return _with_what_is_round(style, name, value, line)


def _with_what_is_round(style: Style, name: str, value: str, line: int) -> Style:
    """The style with one property set that is about the element as a whole, or about its ends."""
    match name:
        case "opacity":
            return replace(style, opacity=share_of(value, name, line))
        case "display":
            return replace(style, is_displayed=value != "none")
        case "clip-path":
            return replace(style, clip=_fragment(value, name, _CUT, line))
        case "mask":
            return replace(style, mask=_fragment(value, name, "cut the shapes themselves", line))
        case "marker" | "marker-start" | "marker-mid" | "marker-end":
            marker = _fragment(value, name, "draw the arrow heads as shapes", line)
            start, mid, end = (
                marker if name in ("marker", place) else old for place, old in zip(_MARKERS, style.markers, strict=True)
            )
            return replace(style, markers=(start, mid, end))
    return style


def _with_pen(style: Style, name: str, value: str, line: int, viewport: Viewport) -> Style:
    match name:
        case "stroke-width":
            return replace(style, stroke_width=length(value, name, line, viewport.whole(name)))
        case "stroke-linecap":
            return replace(style, cap=_choice(value, ("butt", "round", "square"), name, line))
        case "stroke-linejoin":
            return replace(style, join=_choice(value, ("miter", "round", "bevel"), name, line))
        case "stroke-miterlimit":
            return replace(style, miter_limit=max(1.0, number(value, name, line)))
        case "stroke-dasharray":
            return replace(style, dashes=_dashes(value, line))
        case "stroke-dashoffset":
            return replace(style, dash_offset=length(value, name, line, viewport.whole(name)))
    return style


def _fragment(value: str, name: str, remedy: str, line: int) -> str:
    """The name of the element that `url(#name)` refers to; "" for none."""
    if value == "none":
        return ""
    match = _FRAGMENT.fullmatch(value)
    if not match:
        raise PictureProblem(UNSUPPORTED, f'the drawing uses "{name}", which cannot be printed so', remedy, line)
    return match[1]


def _is_stroke_first(value: str, line: int) -> bool:
    words = " ".join(value.split())
    if words not in _ORDERS:
        raise PictureProblem(UNSUPPORTED, 'the drawing uses "paint-order", which cannot be printed', "fill first", line)
    return _ORDERS[words]


def _choice(value: str, words: tuple[str, ...], name: str, line: int) -> int:
    if value not in words:
        raise nonsense(name, value, line)
    return words.index(value)


def _dashes(value: str, line: int) -> tuple[float, ...]:
    if value == "none":
        return ()
    dashes = tuple(numbers(value.replace("px", " "), "stroke-dasharray", line))
    if any(dash < 0 for dash in dashes):
        raise nonsense("stroke-dasharray", value, line)
    return (dashes * (1 + len(dashes) % 2)) if any(dashes) else ()
