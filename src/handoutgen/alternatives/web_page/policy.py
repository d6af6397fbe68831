"""What stands at the head of a page that fetches nothing: its own policy, which lets in one style sheet and one script
by their digests, and the sheet with colours and faces.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

from handoutgen.alternatives.web_page.dress import Dress, WebFace
from handoutgen.alternatives.web_page.markup import element, text


def head_of(title: str, style: str, script: str = "", more: str = "") -> str:
    """The head of a page with this style sheet and this script, which stands at the page's end; `more` goes in too."""
    allowed = f"script-src '{_digest(script)}'" if script else "script-src 'none'"
    policy = "; ".join((
        "default-src 'none'", f"style-src '{_digest(style)}'", allowed, "img-src data:", "font-src data:",
        "base-uri 'none'", "form-action 'none'",
    ))  # fmt: skip
    inner = "".join((
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{text(policy)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">',
        '<link rel="icon" href="data:,">',  # or a browser asks the server for one
        more,
        element("title", text(title)),
        f"<style>{style}</style>",
    ))  # fmt: skip
    return element("head", inner)


def style_of(dress: Dress, faces: Sequence[WebFace], sheet: str) -> str:
    """The sheet with the clinic's colours and the page's faces."""
    names = list(dict.fromkeys(face.family for face in faces))
    ruled = "".join(
        f"@font-face{{font-family:leaflet-{face.family};font-weight:{face.weight};"
        f"src:url(data:font/woff;base64,{base64.b64encode(face.data).decode()}) format('woff')}}"
        for face in faces
    )
    words = ",".join([*(f"leaflet-{name}" for name in names), "system-ui", "sans-serif"])
    light = "".join(f"--{name}:{value};" for name, value in dress.light.items())
    dark = "".join(f"--{name}:{value};" for name, value in dress.dark.items())
    return (
        f":root{{color-scheme:light;--words:{words};{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{color-scheme:dark;{dark}}}}}{ruled}{sheet}{dress.lines}"
    )


def _digest(inline: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()}"
