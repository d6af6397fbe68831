"""The web page's HTML → XHTML 1 syntax for EPUB, without what can only be filled in.

It changes this program's own markup alone, in which no attribute holds a sign that ends a tag (`web_page.markup`).
"""

from __future__ import annotations

import base64
import re
from typing import NamedTuple

_WISH = re.compile(r'<label class="tick" data-own="">.*?</label>')
"""The box "I want to try this", which a book cannot keep."""
_BOX = re.compile(r'<input type="checkbox"[^>]*>')
_FIELD = re.compile(r'<input type="text"[^>]*>')
_LINES = re.compile(r'<textarea rows="(\d+)"[^>]*></textarea>')
_LABEL = re.compile(r'<label(?: for="[^"]*")?')
_VOID = re.compile(r"<(img|wbr)((?: [^>]*)?)>")
_PICTURE = re.compile(r'src="data:(image/[a-z+]+);base64,([A-Za-z0-9+/=]+)"')
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}
LINE = '<span class="line"></span>'


class EpubPicture(NamedTuple):
    """A picture as a file of the book."""

    name: str
    kind: str
    """Its media type."""
    data: bytes


def as_xhtml(html: str) -> tuple[str, list[EpubPicture]]:
    """The markup, and the pictures that stood in it. Boxes and fields become boxes and lines that are only seen."""
    pictures: list[EpubPicture] = []

    def apart(match: re.Match[str]) -> str:
        name = f"pictures/{len(pictures) + 1}.{_ENDINGS[match[1]]}"
        pictures.append(EpubPicture(name, match[1], base64.b64decode(match[2])))
        return f'src="{name}"'

    html = _PICTURE.sub(apart, html)
    html = _WISH.sub("", html)
    html = _BOX.sub('<span class="box"></span>', html)
    html = _FIELD.sub(LINE, html)
    html = _LINES.sub(lambda match: LINE * int(match[1]), html)
    html = _LABEL.sub("<span", html).replace("</label>", "</span>")
    html = html.replace(' focusable="false"', "").replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    return _VOID.sub(r"<\1\2/>", html), pictures
