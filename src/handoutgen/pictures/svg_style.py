"""Presentation attributes, style sheets and style attributes of SVG elements → how a shape is painted.

Opacity becomes a paler flat colour, as if on white paper, because a leaflet's page holds no transparency; where two
see-through shapes overlap, the upper one hides the lower. What cannot be painted exactly with flat colours and plain
strokes (gradients, patterns, effects, clipping, markers) is refused with its line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from handoutgen.pictures.problem import UNSAFE, UNSUPPORTED, PictureProblem
from handoutgen.pictures.svg_numbers import length, nonsense, number, numbers

Colour = tuple[float, float, float]
Paint = tuple[Colour, float]
"""A colour and its alpha."""

_PLAIN = {
    # property: what leaves the shape as it is, and what to do otherwise
    "filter": (("none",), "remove the effect"),
    "mask": (("none",), "cut the shapes themselves"),
    "clip-path": (("none",), 'cut the shapes themselves (in Figma: untick "Clip content")'),
    "marker": (("none",), "draw the arrow heads as shapes"),
    "marker-start": (("none",), "draw the arrow heads as shapes"),
    "marker-mid": (("none",), "draw the arrow heads as shapes"),
    "marker-end": (("none",), "draw the arrow heads as shapes"),
    "mix-blend-mode": (("normal",), "set the blend mode to normal"),
    "vector-effect": (("none",), "let the lines scale with the drawing"),
    "paint-order": (("normal", "fill", "fill stroke", "fill stroke markers", "fill markers stroke"), "fill first"),
}  # fmt: skip
_CSS_ONLY = {"transform": (("none",), "write the transform as an attribute, or apply it to the shapes")}
_INHERITED = frozenset({
    "color", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-opacity", "stroke-width", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "visibility",
})  # fmt: skip
_KNOWN = _INHERITED | {"opacity", "display"}
_FUNCTION = re.compile(r"rgba?\(\s*([^()]*)\)")
_URL = re.compile(r"url\(\s*['\"]?\s*([^'\")\s]*)")


@dataclass(frozen=True, slots=True)
class Style:
    """What a shape inherits and adds. Colours are 0 to 1; lengths are in the shape's own units."""

    color: Paint = ((0.0, 0.0, 0.0), 1.0)
    fill: Paint | None = ((0.0, 0.0, 0.0), 1.0)
    fill_opacity: float = 1.0
    is_even_odd: bool = False
    stroke: Paint | None = None
    stroke_opacity: float = 1.0
    stroke_width: float = 1.0
    cap: int = 0
    join: int = 0
    miter_limit: float = 4.0
    dashes: tuple[float, ...] = ()
    dash_offset: float = 0.0
    is_visible: bool = True
    is_displayed: bool = True
    opacity: float = 1.0
    """The product of the opacities of the element and all round it."""

    @property
    def flat_fill(self) -> Colour | None:
        """The fill as it looks on white paper."""
        return _on_white(self.fill, self.fill_opacity * self.opacity)

    @property
    def flat_stroke(self) -> Colour | None:
        """The stroke as it looks on white paper."""
        return _on_white(self.stroke, self.stroke_opacity * self.opacity) if self.stroke_width > 0 else None


def _on_white(paint: Paint | None, opacity: float) -> Colour | None:
    if paint is None or paint[1] * opacity <= 0:
        return None
    (red, green, blue), alpha = paint
    share = alpha * opacity
    return (1 - share * (1 - red), 1 - share * (1 - green), 1 - share * (1 - blue))


def declarations(text: str) -> dict[str, str]:
    """ "fill: red; stroke: none" as property → value."""
    found = {}
    for declaration in text.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip()
    return found


def derive(parent: Style, attributes: Mapping[str, str], rules: Mapping[str, str], line: int) -> Style:
    """The style of an element inside `parent`. Its style attribute beats the sheet's `rules`, they beat attributes."""
    css = {**rules, **declarations(attributes.get("style", ""))}
    _refuse_what_is_not_plain(css, {**_PLAIN, **_CSS_ONLY}, line)
    _refuse_what_is_not_plain(attributes, _PLAIN, line)
    own = {name: value for name, value in {**attributes, **css}.items() if name in _KNOWN}
    style = replace(parent, is_displayed=own.pop("display", "") != "none")
    if "color" in own:  # first, because the others may say currentColor
        style = _with(style, parent, "color", own.pop("color"), line)
    for name, value in own.items():
        style = _with(style, parent, name, value, line)
    return style


def _refuse_what_is_not_plain(
    properties: Mapping[str, str], plain: Mapping[str, tuple[tuple[str, ...], str]], line: int
) -> None:
    for name, value in properties.items():
        if (url := _URL.search(value)) and not url[1].startswith("#"):
            raise PictureProblem(
                UNSAFE, f'the drawing refers to something outside itself: {name}="{value[:60]}"',
                "put everything that is needed into the drawing", line,
            )  # fmt: skip
        harmless, remedy = plain.get(name, ((), ""))
        if harmless and value.strip() not in (*harmless, "", "inherit"):
            raise PictureProblem(UNSUPPORTED, f'the drawing uses "{name}", which cannot be printed', remedy, line)


def _with(style: Style, parent: Style, name: str, value: str, line: int) -> Style:
    """The style with one property set."""
    value = value.strip()
    if value == "inherit" or not value:
        return style
    match name:
        case "color":
            return replace(style, color=_paint(value, parent.color, name, line) or parent.color)
        case "fill":
            return replace(style, fill=_paint(value, style.color, name, line))
        case "stroke":
            return replace(style, stroke=_paint(value, style.color, name, line))
        case "fill-opacity":
            return replace(style, fill_opacity=_share(value, name, line))
        case "stroke-opacity":
            return replace(style, stroke_opacity=_share(value, name, line))
        case "opacity":
            return replace(style, opacity=parent.opacity * _share(value, name, line))
        case "visibility":
            return replace(style, is_visible=value == "visible")
        case "fill-rule":
            return replace(style, is_even_odd=_choice(value, ("nonzero", "evenodd"), name, line) == 1)
    return _with_pen(style, name, value, line)


def _with_pen(style: Style, name: str, value: str, line: int) -> Style:
    match name:
        case "stroke-width":
            return replace(style, stroke_width=length(value, name, line))
        case "stroke-linecap":
            return replace(style, cap=_choice(value, ("butt", "round", "square"), name, line))
        case "stroke-linejoin":
            return replace(style, join=_choice(value, ("miter", "round", "bevel"), name, line))
        case "stroke-miterlimit":
            return replace(style, miter_limit=max(1.0, number(value, name, line)))
        case "stroke-dasharray":
            return replace(style, dashes=_dashes(value, line))
        case "stroke-dashoffset":
            return replace(style, dash_offset=length(value, name, line))
    raise AssertionError(name)


def _choice(value: str, words: tuple[str, ...], name: str, line: int) -> int:
    if value not in words:
        raise nonsense(name, value, line)
    return words.index(value)


def _share(value: str, name: str, line: int) -> float:
    """A number from 0 to 1, or a percentage."""
    share = number(value.removesuffix("%"), name, line) / (100 if value.endswith("%") else 1)
    return min(1.0, max(0.0, share))


def _dashes(value: str, line: int) -> tuple[float, ...]:
    if value == "none":
        return ()
    dashes = tuple(numbers(value.replace("px", " "), "stroke-dasharray", line))
    if any(dash < 0 for dash in dashes):
        raise nonsense("stroke-dasharray", value, line)
    return (dashes * (1 + len(dashes) % 2)) if any(dashes) else ()


def _paint(value: str, current: Paint, name: str, line: int) -> Paint | None:
    """A CSS colour; None for none."""
    if value in ("none", "transparent"):
        return None
    if value.lower() == "currentcolor":
        return current
    if value.startswith("url("):
        raise PictureProblem(
            UNSUPPORTED, f"the drawing has a {name} that is a gradient or pattern, which does not print cleanly",
            "use a flat colour, or lines", line,
        )  # fmt: skip
    return _hex_paint(value) or _function_paint(value, name, line) or _named_paint(value, name, line)


def _hex_paint(value: str) -> Paint | None:
    digits = value[1:]
    if not value.startswith("#") or len(digits) not in (3, 4, 6, 8) or not re.fullmatch("[0-9a-fA-F]+", digits):
        return None
    if len(digits) < 6:
        digits = "".join(2 * digit for digit in digits)
    red, green, blue, *alpha = (int(digits[i : i + 2], 16) / 255 for i in range(0, len(digits), 2))
    return (red, green, blue), alpha[0] if alpha else 1.0


def _function_paint(value: str, name: str, line: int) -> Paint | None:
    match = _FUNCTION.fullmatch(value)
    if not match:
        return None
    parts = re.split(r"[\s,/]+", match[1].strip())
    if len(parts) not in (3, 4):
        raise nonsense(name, value, line)
    red, green, blue = (
        _share(part if part.endswith("%") else str(number(part, name, line) / 255), name, line) for part in parts[:3]
    )
    return (red, green, blue), _share(parts[3], name, line) if len(parts) == 4 else 1.0


def _named_paint(value: str, name: str, line: int) -> Paint:
    from PIL import ImageColor  # has the names of CSS; ReportLab's list lacks some and adds its own

    if value.lower() not in ImageColor.colormap:
        raise nonsense(f"{name} colour", value, line)
    red, green, blue = (channel / 255 for channel in ImageColor.getrgb(value)[:3])
    return (red, green, blue), 1.0
