"""Which addresses a leaflet may link to, and what to say about the others."""

from __future__ import annotations

import re

from handoutgen.dialling.numbers import without_trunk

SCHEMES = ("https:", "http:", "mailto:", "tel:")
_ADDRESS = re.compile(r"(?:https?://[^\s/]+\S*|mailto:[^\s@]+@[^\s@]+|tel:[+\d][\d().-]*(?:;ext=\d{1,10})?)")
_EXTENSION = re.compile(r",?(?:extension|ext|x)\.?(?=\d{1,10}$)")


def as_dialled(link: str) -> str:
    """A link as it is followed: one to a phone without spaces and brackets, without the "(0)" after a country's code,
    which is not dialled from abroad, and with its extension as RFC 3966 writes it; any other as it is."""
    scheme, sign, number = link.partition(":")
    if scheme + sign != "tel:":
        return link
    bare = re.sub(r"[()]", "", without_trunk("".join(number.split())))
    return f"tel:{_EXTENSION.sub(';ext=', bare)}"


def link_problem(link: str) -> tuple[str, str] | None:
    """What is wrong with an address, and the remedy; None when nothing is."""
    if not link.lower().startswith(SCHEMES):
        return "a link to something other than a web page, an e-mail or a phone", "write the address with https://"
    if not _ADDRESS.fullmatch(link):
        return f'"{link}" is not a whole address', "write it like https://www.example.org, mailto:a@b.org or tel:0117…"
    return None
