"""Which addresses a leaflet may link to, and what to say about the others."""

from __future__ import annotations

import re

from handoutgen.dialling.numbers import without_trunk

SCHEMES = ("https:", "http:", "mailto:", "tel:")
_ADDRESS = re.compile(r"(?:https?://[^\s/]+\S*|mailto:[^\s@]+@[^\s@]+|tel:[+\d][\d().-]*)")


def as_dialled(link: str) -> str:
    """A link as it is followed: one to a phone without spaces and without the "(0)" after a country's code, which is
    not dialled from abroad; any other as it is."""
    scheme, sign, number = link.partition(":")
    return f"tel:{without_trunk(''.join(number.split()))}" if scheme + sign == "tel:" else link


def link_problem(link: str) -> tuple[str, str] | None:
    """What is wrong with an address, and the remedy; None when nothing is."""
    if not link.lower().startswith(SCHEMES):
        return "a link to something other than a web page, an e-mail or a phone", "write the address with https://"
    if not _ADDRESS.fullmatch(link):
        return f'"{link}" is not a whole address', "write it like https://www.example.org, mailto:a@b.org or tel:0117…"
    return None
