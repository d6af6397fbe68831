"""Which addresses a leaflet may link to, and what to say about the others."""

from __future__ import annotations

import re

SCHEMES = ("https:", "http:", "mailto:", "tel:")
_ADDRESS = re.compile(r"(?:https?://[^\s/]+\S*|mailto:[^\s@]+@[^\s@]+|tel:[+\d][\d().-]*)")


def link_problem(link: str) -> tuple[str, str] | None:
    """What is wrong with an address, and the remedy; None when nothing is."""
    if not link.lower().startswith(SCHEMES):
        return "a link to something other than a web page, an e-mail or a phone", "write the address with https://"
    if not _ADDRESS.fullmatch(link):
        return f'"{link}" is not a whole address', "write it like https://www.example.org, mailto:a@b.org or tel:0117…"
    return None
