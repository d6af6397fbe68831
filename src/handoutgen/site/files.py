"""What is there of a leaflet to print and for those who do not use paper, as lists of links."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import groupby

from handoutgen.alternatives.web_page.markup import element, text
from handoutgen.batch.entry import ManifestEntry
from handoutgen.depth import Depth
from handoutgen.formats import FORMATS, OUTPUTS, Format, parse_size
from handoutgen.language import language_of
from handoutgen.site.frame import SitePage, listed
from handoutgen.site.places import WEB_PAGE, way

_ORDER = {name: number for number, name in enumerate(OUTPUTS)}
MEGABYTE = 1_000_000
_NAMED = frozenset(["standard", "clear", "large", "giant"])
LONGEST_USUAL = 1_000
"""pt; a longer sheet is of paper twice as large."""
_PAPERS = {"a4": ("A4", "A3"), "letter": ("Letter", "Tabloid")}


def to_read(entries: Iterable[ManifestEntry]) -> list[ManifestEntry]:
    """The web pages, the whole leaflet first."""
    return sorted((each for each in entries if each.format == WEB_PAGE), key=lambda each: each.detail != Depth.FULL)


def to_print(page: SitePage, place: str, entries: Iterable[ManifestEntry]) -> str:
    """PDFs by form, each with its print size, pages, sheets of paper and size in kB, as HTML; nothing if none."""
    printed = sorted((each for each in entries if each.format in FORMATS), key=_in_order)
    said = []
    for form, own in groupby(printed, key=lambda each: each.format):
        title = _form(page, FORMATS[form])
        items = [_item(page, place, entry, _size(page, entry), page.look.joined((title, "PDF"))) for entry in own]
        said.append(element("h3", text(title)) + listed(items, class_="files"))
    return "".join(said)


def other_ways(page: SitePage, place: str, entries: Iterable[ManifestEntry]) -> str:
    """Braille, a book, text and what else is not on paper, as HTML; nothing if none."""
    others = sorted((each for each in entries if each.format not in FORMATS), key=_in_order)
    return listed([_item(page, place, each, _way(page, each)) for each in others], class_="files") if others else ""


def kilobytes(page: SitePage, size: int) -> str:
    """The size of a file in words, never too small."""
    if size >= MEGABYTE:
        said = f"{math.ceil(size / (MEGABYTE / 10)) / 10:g}"
        return page.word("leaflet.megabytes", n=said.replace(".", language_of(page.look.language).decimal_sign))
    return page.word("leaflet.kilobytes", n=max(1, math.ceil(size / 1000)))


def _item(page: SitePage, place: str, entry: ManifestEntry, what: str, form: str = "") -> str:
    """One file. A link's words say all of it where only links are listed."""
    unseen = element("span", page.word("page.between") + text(form), class_="unseen") if form else ""
    link = element("a", what + unseen, href=way(place, entry.path))
    return element("li", link + " " + element("span", page.look.joined(_facts(page, entry)), class_="facts"))


def _facts(page: SitePage, entry: ManifestEntry) -> Iterator[str]:
    if entry.pages:
        yield page.word("leaflet.pages", n=entry.pages)
        yield page.word("leaflet.sheets", n=entry.sheets)
    yield kilobytes(page, entry.bytes)


def _form(page: SitePage, form: Format) -> str:
    """What a printed form is called, with its paper."""
    usual, twice = _PAPERS[form.paper]
    return page.look.word(f"forms.{form.family}", paper=twice if max(form.sheet) > LONGEST_USUAL else usual)


def _size(page: SitePage, entry: ManifestEntry) -> str:
    """The print size, and the depth where the form has two."""
    size, look = parse_size(entry.size), page.look
    if not FORMATS[entry.format].is_sized:
        said = look.word("leaflet.own_size")
    elif size.name in _NAMED:
        said = look.word("leaflet.size", name=look.word(f"leaflet.{size.name}"), pt=f"{size.base:g}")
    else:
        said = look.word("leaflet.points", pt=f"{size.base:g}")
    return text(said) + _depth(page, entry)


def _way(page: SitePage, entry: ManifestEntry) -> str:
    return page.word(f"formats.{entry.format}") + _depth(page, entry)


def _depth(page: SitePage, entry: ManifestEntry) -> str:
    if entry.detail != Depth.ESSENTIAL:
        return ""
    return page.word("page.between") + page.word("leaflet.essential")


def _in_order(entry: ManifestEntry) -> tuple[int, float, bool, str]:
    return _ORDER[entry.format], parse_size(entry.size).base, entry.detail != Depth.FULL, entry.path
