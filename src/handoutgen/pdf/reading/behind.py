"""Words and the page without them → how well they stand out from what is behind them.

Contrast is WCAG 2.2's (relative luminance, 1.4.3). Where the ground is of several colours, what counts is the one that
the words stand out from least, once such colours make up a tenth of it: less is the edge of a panel beside them. RNIB's
Clear Print wants nothing behind text: a ground of which no one colour makes up most is a picture or a pattern.
"""

from __future__ import annotations

from itertools import accumulate
from typing import Any

from msgspec import Struct
from PIL import Image

from handoutgen.design.colour import WHITE, contrast, parse, to_hex
from handoutgen.pdf.reading.pdfium import Backdrop, FoundText

_WORST = 0.1
"""The share of the ground that may be worse than what counts."""
_EVEN = 0.7
"""The share that one colour has of a ground which is neither a picture nor a pattern."""
_ALIKE = 24
"""Steps of 255 within which two colours count as one: a photograph's sky is even, its trees are not."""
_SAMPLED = (48, 16)
"""Points across and down that are looked at of one ground."""


class Legibility(Struct, frozen=True):
    """A piece of text on its ground."""

    piece: FoundText
    contrast: float
    behind: str
    """The colour that counts, as #rrggbb; empty where nothing was seen."""
    is_busy: bool = False


def on_white(piece: FoundText) -> Legibility:
    """A piece whose ground nobody has seen, held against white paper."""
    return Legibility(piece, contrast(_mixed(piece, WHITE)), "")


def on_backdrop(piece: FoundText, backdrop: Backdrop) -> Legibility:
    """A piece on what is behind it."""
    found = _colours(backdrop.picture, backdrop.place(piece.box))
    if not found:
        return on_white(piece)
    total = sum(found.values())
    ratios = {colour: contrast(_mixed(piece, colour), colour) for colour in found}
    worst_first = sorted(found, key=lambda colour: ratios[colour])
    so_far = accumulate(found[colour] for colour in worst_first)
    counts = next(colour for colour, share in zip(worst_first, so_far, strict=True) if share > _WORST * total)
    return Legibility(piece, ratios[counts], counts, is_busy=_largest_share(found) < _EVEN)


def _mixed(piece: FoundText, behind: str) -> str:
    """The colour of letters that let some of the ground through."""
    if piece.opacity >= 1:
        return piece.colour
    pairs = zip(parse(piece.colour), parse(behind), strict=True)
    red, green, blue = (ink * piece.opacity + paper * (1 - piece.opacity) for ink, paper in pairs)
    return to_hex(red, green, blue)


def _colours(picture: Image.Image, box: tuple[int, int, int, int]) -> dict[str, int]:
    """How often each colour stands in a part of the picture; nothing when the part lies outside."""
    left, upper, right, lower = box
    inside = (max(0, left), max(0, upper), min(picture.width, right + 1), min(picture.height, lower + 1))
    if inside[0] >= inside[2] or inside[1] >= inside[3]:
        return {}
    part = picture.crop(inside)
    if part.width > _SAMPLED[0] or part.height > _SAMPLED[1]:
        size = (min(part.width, _SAMPLED[0]), min(part.height, _SAMPLED[1]))
        part = part.resize(size, Image.Resampling.NEAREST)
    counted: list[tuple[int, Any]] = part.getcolors(part.width * part.height) or []
    return {to_hex(red / 255, green / 255, blue / 255): count for count, (red, green, blue) in counted}


def _largest_share(found: dict[str, int]) -> float:
    """How much of the ground is of the commonest colour, or nearly."""
    middle = parse(max(found, key=lambda colour: found[colour]))
    near = _ALIKE / 255
    alike = sum(
        count
        for colour, count in found.items()
        if all(abs(one - other) <= near for one, other in zip(parse(colour), middle, strict=True))
    )
    return alike / sum(found.values())
