"""A story and its dress → one EPUB 3 file, the same bytes each time, and the words that are read in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from html import unescape
from pathlib import Path

from handoutgen.alternatives.epub.package import CONTAINER, BookFile, contents, document, package
from handoutgen.alternatives.epub.xhtml import as_xhtml
from handoutgen.alternatives.web_page.dress import Dress, WebFace
from handoutgen.alternatives.web_page.page import LIST_SIGNS, leaflet_in_html, led_to
from handoutgen.alternatives.web_page.reading_back import words_of_page
from handoutgen.memory import Once
from handoutgen.story.page_words import SurroundingWords
from handoutgen.story.passages import Said, Story
from handoutgen.story.voice import words_of

_MIMETYPE = "application/epub+zip"
_WHEN = (1980, 1, 1, 0, 0, 0)
"""The day of each file in the archive, which is the first that there is: the same leaflet is the same bytes."""
_UNIX = 3
"""Said to be written there wherever it is."""
_XHTML = "application/xhtml+xml"


@Once
def _sheet() -> str:
    return (Path(__file__).parent / "book.css").read_text(encoding="utf-8")


def epub(story: Story, words: SurroundingWords, dress: Dress, published: date) -> bytes:
    """The whole leaflet as a book. `published` is the day it says it was last changed."""
    leaflet = leaflet_in_html(story, words, dress, opens_pages=False)  # an e-reader often has no browser
    paper = leaflet.paper
    header = f"<header>{leaflet.bar}{leaflet.masthead}</header>"
    html = f'{paper.icons}{header}<main id="leaflet">{leaflet.title}{leaflet.parts}</main>'
    body, pictures = as_xhtml(html)
    places = {id(each): paper.place(each) for each in led_to(story)}
    giver = next(
        (words_of(each.words) for each in story.opening if isinstance(each, Said) and each.kind == "giver"), ""
    )
    faces = dress.faces(unescape(html) + LIST_SIGNS + words.texts["page_contents"])
    style = '<link rel="stylesheet" href="book.css"/>'
    has_drawings = "svg" if "<svg " in body else ""
    files = [
        BookFile("nav.xhtml", _XHTML, "nav", contents(story, words.texts["page_contents"], places).encode("utf-8")),
        BookFile("leaflet.xhtml", _XHTML, has_drawings, document(story, story.title, body, style).encode("utf-8")),
        BookFile("book.css", "text/css", "", _style(dress, faces).encode("utf-8")),
        *(BookFile(each.name, each.kind, "", each.data) for each in pictures),
        *(BookFile(name, "font/woff", "", face.data) for name, face in zip(_names(faces), faces, strict=True)),
    ]
    opf = package(story, words.code, giver, published, files)
    return _packed(
        [
            ("META-INF/container.xml", CONTAINER.encode()),
            ("EPUB/package.opf", opf.encode("utf-8")),
            *((f"EPUB/{each.name}", each.data) for each in files),
        ]
    )


def _names(faces: Sequence[WebFace]) -> Iterator[str]:
    yield from (f"fonts/{number}.woff" for number in range(1, len(faces) + 1))


def _style(dress: Dress, faces: Sequence[WebFace]) -> str:
    """The sheet with the clinic's colours and the book's faces."""
    ruled = "".join(
        f'@font-face {{ font-family: "leaflet-{face.family}"; font-weight: {face.weight}; src: url({name}); }}\n'
        for name, face in zip(_names(faces), faces, strict=True)
    )
    families = ", ".join([*dict.fromkeys(f'"leaflet-{face.family}"' for face in faces), "sans-serif"])
    colours = " ".join(f"--{name}: {value};" for name, value in dress.light.items())
    dark = " ".join(f"--{name}: {value};" for name, value in dress.dark.items())
    colours_at_night = f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
    return (
        f":root {{ {colours} }}\n{colours_at_night}{ruled}body {{ font-family: {families}; }}\n{_sheet()}{dress.lines}"
    )


def _packed(files: Sequence[tuple[str, bytes]]) -> bytes:
    """An archive whose first file is its type, as it stands (EPUB 3.3, OCF 4.2.2)."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in (("mimetype", _MIMETYPE.encode()), *files):
            about = zipfile.ZipInfo(name, _WHEN)
            about.create_system = _UNIX
            about.external_attr = 0o644 << 16
            about.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(about, data, compresslevel=9)
    return target.getvalue()


def words_of_epub(data: bytes) -> str:
    """All that is read in the book, and what its pictures say."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return words_of_page(archive.read("EPUB/leaflet.xhtml"))
