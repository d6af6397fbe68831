"""The book: the same words as the web page, a sound archive, and names and links that lead somewhere.

EPUBCheck judges the leaflets that ship (tools/epubcheck.py); here is what needs no Java.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from alternatives.html_reading import name, parsed, words_of
from handoutgen.alternatives.epub.book import words_of_epub
from handoutgen.alternatives.epub.package import ACCESSIBILITY
from handoutgen.alternatives.epub.xhtml import as_xhtml
from handoutgen.build import Order, build
from handoutgen.depth import Depth
from handoutgen.formats import Options
from handoutgen.workshop import Workshop
from leaflets import samples
from leaflets.conftest import ROOT

RIVERSIDE = ROOT / "clinics/riverside-neurology.yaml"
LEAFLETS = sorted((ROOT / "handouts").glob("*/en-GB.yaml"))
OPF = "{http://www.idpf.org/2007/opf}"
XHTML = "{http://www.w3.org/1999/xhtml}"
WRITTEN_OUT = " (www.mssociety.org.uk)"
"""The one address behind words in these leaflets: a book writes it out, a web page opens it."""


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


def made(workshop: Workshop, leaflet: Path, form: str, detail: Depth = Depth.FULL, write_on: bool = True) -> bytes:
    options = Options(detail=detail, write_on=write_on)
    return build(Order(leaflet, RIVERSIDE, form, "standard", date(2026, 12, 1), options=options), workshop).data


def files_of(book: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def main_words(page: bytes) -> str:
    """The words of the leaflet itself, but for what a page adds."""
    root = parsed(page)
    return " ".join(words_of(next(each for each in root.iter() if name(each) == "main")).split())


@pytest.mark.parametrize("detail", Depth)
@pytest.mark.parametrize("leaflet", [*LEAFLETS, samples.ARABIC], ids=lambda path: path.parent.name)
def test_a_book_has_the_words_of_the_web_page_in_their_order(workshop: Workshop, leaflet: Path, detail: Depth) -> None:
    page = made(workshop, leaflet, "html", detail, write_on=False)
    text = files_of(made(workshop, leaflet, "epub", detail, write_on=False))["EPUB/leaflet.xhtml"]
    body = text.split(b"\n", 1)[1]  # html5lib knows no XML declaration
    assert main_words(body).replace(WRITTEN_OUT, "") == main_words(page)


def test_the_address_of_a_page_is_written_out_since_an_e_reader_may_open_none(workshop: Workshop) -> None:
    link = "جمعية التصلب المتعدد"
    said = words_of_epub(made(workshop, samples.ARABIC, "epub"))
    assert f"{link}{WRITTEN_OUT}." in said


@pytest.mark.parametrize("leaflet", [*LEAFLETS, samples.ARABIC], ids=lambda path: path.parent.name)
def test_all_that_is_in_a_book_is_named_and_leads_somewhere(workshop: Workshop, leaflet: Path) -> None:
    files = files_of(made(workshop, leaflet, "epub"))
    package = ElementTree.fromstring(files["EPUB/package.opf"])  # noqa: S314 - ours
    items = {each.get("href"): each for each in package.iter(f"{OPF}item")}
    assert {f"EPUB/{href}" for href in items} | {"EPUB/package.opf", "META-INF/container.xml", "mimetype"} == {*files}
    idents: dict[str, set[str | None]] = {}
    for document in ("nav.xhtml", "leaflet.xhtml"):
        root = ElementTree.fromstring(files[f"EPUB/{document}"])  # noqa: S314 - ours
        named = [each.get("id") for each in root.iter() if each.get("id")]
        assert len(named) == len({*named})
        idents[document] = {*named}
        assert not any(each.tag.removeprefix(XHTML) in ("script", "input", "textarea", "label") for each in root.iter())
        assert root.get("lang") and root.get("dir") in ("ltr", "rtl")
    for document in ("nav.xhtml", "leaflet.xhtml"):
        text = files[f"EPUB/{document}"].decode()
        for link in re.findall(r'(?:href|src)="([^"]*)"', text):
            file, _, place = link.partition("#")
            if re.match(r"https?:|mailto:|tel:", link):
                continue
            assert not file or file in items
            assert not place or place in idents[file or document]
    assert b'href="tel:' in files["EPUB/leaflet.xhtml"]
    assert "http" not in re.sub(r"^/\*.*?\*/", "", files["EPUB/book.css"].decode())


def test_the_archive_begins_with_its_type_and_knows_no_day(workshop: Workshop) -> None:
    book = made(workshop, samples.LEG_CRAMPS, "epub")
    assert book == made(Workshop(), samples.LEG_CRAMPS, "epub")
    assert book[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        first, *others = archive.infolist()
        assert (first.compress_type, first.extra) == (zipfile.ZIP_STORED, b"")
        assert {each.date_time for each in (first, *others)} == {(1980, 1, 1, 0, 0, 0)}
        assert {each.create_system for each in (first, *others)} == {3}
    opf = files_of(book)["EPUB/package.opf"].decode()
    assert '<meta property="dcterms:modified">' in opf
    assert all(f'<meta property="schema:{key}">{value}</meta>' in opf for key, value in ACCESSIBILITY)
    assert "conformsTo" not in opf


def test_parts_and_strategies_are_in_its_contents(workshop: Workshop) -> None:
    nav = files_of(made(workshop, samples.LEG_CRAMPS, "epub"))["EPUB/nav.xhtml"].decode()
    assert nav.index('href="leaflet.xhtml#key-points"') < nav.index('href="leaflet.xhtml#help"')
    assert re.search(r'#management">What you can do</a><ol><li><a href="leaflet\.xhtml#[^"]*">1\. ', nav)
    assert 'epub:type="landmarks"' in nav


def test_a_book_of_a_language_from_right_to_left_turns_its_pages_so(workshop: Workshop) -> None:
    files = files_of(made(workshop, samples.ARABIC, "epub"))
    assert b'page-progression-direction="rtl"' in files["EPUB/package.opf"]
    assert b'lang="ar" xml:lang="ar" dir="rtl"' in files["EPUB/leaflet.xhtml"]


def test_what_is_filled_in_on_a_page_is_a_box_or_lines_in_a_book() -> None:
    html = (
        '<label class="tick"><input type="checkbox" id="tick" class="kept"><span>Water</span></label>'
        '<label class="tick" data-own=""><input type="checkbox" id="tick-2" class="kept"><span>Try</span></label>'
        '<p class="write"><label for="words">Notes</label><textarea rows="2" id="words"></textarea></p>'
        '<td><input type="text" id="cell" aria-label="Day 1"></td><svg class="a" focusable="false"></svg>'
    )
    xhtml, pictures = as_xhtml(html)
    assert xhtml == (
        '<span class="tick"><span class="box"></span><span>Water</span></span>'
        '<p class="write"><span>Notes</span><span class="line"></span><span class="line"></span></p>'
        '<td><span class="line"></span></td><svg xmlns="http://www.w3.org/2000/svg" class="a"></svg>'
    )
    assert pictures == []


def test_pictures_become_files_of_the_book() -> None:
    xhtml, pictures = as_xhtml(
        '<img width="9" src="data:image/png;base64,AAEC" alt="A &lt;leg"><img src="data:image/jpeg;base64,AA==" alt="">'
    )
    assert xhtml == '<img width="9" src="pictures/1.png" alt="A &lt;leg"/><img src="pictures/2.jpg" alt=""/>'
    assert [tuple(each) for each in pictures] == [
        ("pictures/1.png", "image/png", b"\x00\x01\x02"), ("pictures/2.jpg", "image/jpeg", b"\x00"),
    ]  # fmt: skip


def test_the_words_of_a_book_are_read_from_its_text(workshop: Workshop) -> None:
    said = words_of_epub(made(workshop, samples.LEG_CRAMPS, "epub"))
    assert "A swollen or hot leg may be a blood clot, not a cramp." in said
    assert "0117 496 0199" in said.replace("\u00a0", " ")
