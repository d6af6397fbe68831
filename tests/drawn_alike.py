"""Whether two drawings of a pose are one: the same parts in the same order, and the same picture.

Processors round the last figure of sines and products in their own ways, by which a long curve may be cut at other
points. To the eye it is the same curve, so that is what is asked: not the very bytes.
"""

from __future__ import annotations

import re
from io import BytesIO

import pypdfium2
from PIL import Image, ImageChops
from reportlab.graphics import renderPDF
from svglib.svglib import svg2rlg

_CURVES = re.compile(r' d="[^"]*"')
WIDE = 400
"""Pixels: a drawing is printed 60 mm wide, so this is more than paper shows."""
SEEN, CLEAR = 32, 96
"""Of 255, how much a pixel differs that can be told, and that cannot be missed."""
MOST_SEEN, MOST_CLEAR = 0.003, 0.0001
"""Of all pixels. Of 66 poses on another processor 42 had other bytes, at most 0.001 of their pixels seen to differ and
0.00002 clearly."""


def alike(one: str, other: str) -> bool:
    """Whether they are the same drawing."""
    if one == other:
        return True
    if _CURVES.sub("", one) != _CURVES.sub("", other):
        return False
    pictures = _picture(one), _picture(other)
    if pictures[0].size != pictures[1].size:
        return False
    histogram = ImageChops.difference(*pictures).histogram()
    pixels = pictures[0].width * pictures[0].height
    return sum(histogram[SEEN:]) <= MOST_SEEN * pixels and sum(histogram[CLEAR:]) <= MOST_CLEAR * pixels


def _picture(svg: str) -> Image.Image:
    document = pypdfium2.PdfDocument(renderPDF.drawToString(svg2rlg(BytesIO(svg.encode()))))
    try:
        page = document[0]
        picture: Image.Image = page.render(scale=WIDE / page.get_width()).to_pil()
        return picture.convert("L")
    finally:
        document.close()
