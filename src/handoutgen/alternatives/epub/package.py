"""What stands around a book's text: its package document, its table of contents, and the container that leads there."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from handoutgen.alternatives.web_page.markup import element, text
from handoutgen.story.passages import Passage, Story
from handoutgen.story.voice import words_of

CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
ACCESSIBILITY = (
    ("accessMode", "textual"), ("accessMode", "visual"), ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "alternativeText"), ("accessibilityFeature", "displayTransformability"),
    ("accessibilityFeature", "readingOrder"), ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"), ("accessibilityHazard", "none"),
)  # fmt: skip
"""In schema.org words, as EPUB Accessibility 1.1 asks for. It claims no conformance, for nobody has evaluated it."""
SUMMARY = (
    "All that pictures show is said in words too. Headings, lists and tables are marked as what they are, "
    "and the text takes any size."
)
_SPACE = uuid.UUID("7f0d5c1e-6c5a-5c0f-9d57-3c1c3b6f2e55")
"""The namespace of this program's books: their names are made from what they are, and not by chance."""
_XHTML = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'


class BookFile(NamedTuple):
    """A file of a book: its name below EPUB/, its media type, its properties and its bytes."""

    name: str
    kind: str
    properties: str
    data: bytes


def package(story: Story, code: str, giver: str, published: date, files: Sequence[BookFile]) -> str:
    """The package document. `code` names leaflet and version; with language and giver it is its identifier."""
    identifier = uuid.uuid5(_SPACE, "\n".join((code, story.language, giver, story.title)))
    told = "".join(f'<meta property="schema:{name}">{value}</meta>' for name, value in ACCESSIBILITY)
    metadata = "".join((
        f'<dc:identifier id="book">urn:uuid:{identifier}</dc:identifier>',
        f"<dc:title>{text(story.title)}</dc:title><dc:language>{text(story.language)}</dc:language>",
        f"<dc:publisher>{text(giver)}</dc:publisher>" if giver else "",
        f"<dc:source>{text(code)}</dc:source><dc:date>{published.isoformat()}</dc:date>",
        f'<meta property="dcterms:modified">{published.isoformat()}T00:00:00Z</meta>',
        told,
        f'<meta property="schema:accessibilitySummary" xml:lang="en">{text(SUMMARY)}</meta>',
    ))  # fmt: skip
    items = "".join(_item(number, each) for number, each in enumerate(files, start=1))
    leaflet = next(number for number, each in enumerate(files, start=1) if each.name == "leaflet.xhtml")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" '
        f'xml:lang="{text(story.language)}" dir="{story.direction}">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f"<manifest>{items}</manifest>"
        f'<spine page-progression-direction="{story.direction}"><itemref idref="f{leaflet}"/></spine></package>\n'
    )


def _item(number: int, file: BookFile) -> str:
    properties = f' properties="{file.properties}"' if file.properties else ""
    return f'<item id="f{number}" href="{file.name}" media-type="{file.kind}"{properties}/>'


def contents(story: Story, title: str, places: dict[int, str]) -> str:
    """The table of contents under its title, and the landmarks. `places` gives the id of each part by its identity."""
    landmark = element("li", f'<a epub:type="bodymatter" href="leaflet.xhtml">{text(story.title)}</a>')
    inner = (
        f'<nav epub:type="toc" id="toc">{element("h1", text(title))}{_listed(story.passages, places)}</nav>'
        f'<nav epub:type="landmarks" hidden="hidden">{element("ol", landmark)}</nav>'
    )
    return document(story, title, inner)


def _listed(passages: Iterable[Passage], places: dict[int, str]) -> str:
    items = []
    for each in passages:
        inner = [part for part in each.blocks if isinstance(part, Passage) and id(part) in places]
        link = element("a", text(words_of(each.title)), href=f"leaflet.xhtml#{places[id(each)]}")
        items.append(element("li", link + (_listed(inner, places) if inner else "")))
    return element("ol", "".join(items))


def document(story: Story, title: str, body: str, head: str = "") -> str:
    """A content document in the story's language and direction."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        f'<html {_XHTML} lang="{text(story.language)}" xml:lang="{text(story.language)}" dir="{story.direction}">'
        f'<head><meta charset="utf-8"/>{element("title", text(title))}{head}</head><body>{body}</body></html>\n'
    )
