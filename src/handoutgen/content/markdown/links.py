"""Which addresses a leaflet may link to, and what to say about the others."""

from __future__ import annotations

import re

from handoutgen.dialling.numbers import figures_to_dial, without_trunk

SCHEMES = ("https:", "http:", "mailto:", "tel:")
_ADDRESS = re.compile(r"(?:https?://[^\s/]+\S*|mailto:[^\s@]+@[^\s@]+|tel:[+\d][\d().-]*(?:;ext=\d{1,10})?)")
_EXTENSION = re.compile(r"(?:extension|ext|x)\.?\s*(\d{1,10})\s*$")


def as_dialled(link: str) -> str:
    """A link as it is followed: one to a phone with nothing but what is dialled, and its extension as RFC 3966 writes
    it; any other as it is."""
    scheme, sign, number = link.partition(":")
    if scheme + sign != "tel:":
        return link
    return link_to_phone(number) or f"tel:{without_trunk(''.join(number.split()))}"


def link_to_phone(number: str) -> str:
    """The link that dials a phone number; empty where it is not certain which number is meant."""
    figures, extension = figures_to_dial(number), _EXTENSION.search(number)
    return f"tel:{figures}{f';ext={extension[1]}' if extension else ''}" if figures else ""


def link_problem(link: str) -> tuple[str, str] | None:
    """What is wrong with an address, and the remedy; None when nothing is."""
    if not link.lower().startswith(SCHEMES):
        return "a link to something other than a web page, an e-mail or a phone", "write the address with https://"
    if not _ADDRESS.fullmatch(link):
        return f'"{link}" is not a whole address', "write it like https://www.example.org, mailto:a@b.org or tel:0117…"
    return None
