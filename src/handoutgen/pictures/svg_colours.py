"""Colours and paints as CSS writes them → red, green and blue from 0 to 1 with an alpha, or a gradient's name."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb

from msgspec import Struct

from handoutgen.pictures.problem import UNSUPPORTED, PictureProblem
from handoutgen.pictures.svg_numbers import nonsense, number

Colour = tuple[float, float, float]
Paint = tuple[Colour, float]
"""A colour and its alpha."""
BLACK: Paint = ((0.0, 0.0, 0.0), 1.0)

_FUNCTION = re.compile(r"(rgb|hsl)a?\(\s*([^()]*)\)", re.IGNORECASE)
_URL = re.compile(r"url\(\s*['\"]?\s*#([^'\")]*?)\s*['\"]?\s*\)\s*(.*)", re.DOTALL)
_VARIABLE = re.compile(r"var\(\s*--[\w-]+\s*(?:,(.*))?\)", re.DOTALL)


class Reference(Struct, frozen=True):
    """A paint that stands elsewhere in the drawing, and what to paint when it does not."""

    ident: str
    fallback: Paint | None
    has_fallback: bool


def paint_of(value: str, current: Paint, name: str, line: int) -> Paint | Reference | None:
    """A paint; None for none. `current` is what currentColor means."""
    if match := _URL.fullmatch(value):
        rest = match[2].strip()
        return Reference(match[1], colour_of(rest, current, name, line) if rest else None, bool(rest))
    return colour_of(value, current, name, line)


def colour_of(value: str, current: Paint, name: str, line: int) -> Paint | None:
    """A CSS colour; None for none."""
    value = value.partition(" icc-color")[0].strip()
    if match := _VARIABLE.fullmatch(value):
        if not match[1]:
            raise PictureProblem(
                UNSUPPORTED, f'the drawing takes its {name} from a web page: "{value[:40]}"',
                "save it with its own colours", line,
            )  # fmt: skip
        value = match[1].strip()
    if value.lower() in ("none", "transparent"):
        return None
    if value.lower() == "currentcolor":
        return current
    return _hex_paint(value) or _function_paint(value, name, line) or _named_paint(value, name, line)


def share_of(value: str, name: str, line: int) -> float:
    """A number from 0 to 1, or a percentage; what lies outside is brought inside."""
    value = value.strip()
    share = number(value.removesuffix("%"), name, line) / (100 if value.endswith("%") else 1)
    return min(1.0, max(0.0, share))


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
    parts = re.split(r"[\s,/]+", match[2].strip())
    if len(parts) not in (3, 4):
        raise nonsense(name, value, line)
    alpha = share_of(parts[3], name, line) if len(parts) == 4 else 1.0
    if match[1].lower() == "hsl":
        turn = number(parts[0].removesuffix("deg"), name, line) / 360 % 1
        saturation, lightness = (share_of(part, name, line) for part in parts[1:3])
        return hls_to_rgb(turn, lightness, saturation), alpha
    red, green, blue = (
        share_of(part if part.endswith("%") else str(number(part, name, line) / 255), name, line) for part in parts[:3]
    )
    return (red, green, blue), alpha


def _named_paint(value: str, name: str, line: int) -> Paint:
    from PIL import ImageColor  # has the names of CSS; ReportLab's list lacks some and adds its own

    if value.lower() not in ImageColor.colormap:
        raise nonsense(f"{name} colour", value, line)
    red, green, blue = (channel / 255 for channel in ImageColor.getrgb(value)[:3])
    return (red, green, blue), 1.0
