"""The finished bytes and the plan they were made from, turned into findings; none means the file is sound.

Part of every build: the file is opened again with a reader that shares no code with the writer, and the promises that
no validator looks at are checked: nothing lost or doubled, marks and tree lead to each other, the smallest size and
the margins hold. The checks stand in `verify_tree` (meaning) and `verify_ink` (paper).
"""

from __future__ import annotations

import re
from typing import Any

from handoutgen.layout.plan import Plan
from handoutgen.pdf.content import ContentReader
from handoutgen.pdf.expected import expected_sides
from handoutgen.pdf.objects import UnreadableError, text_of
from handoutgen.pdf.reader import PdfFile, Stream
from handoutgen.pdf.readfont import ReadFont
from handoutgen.pdf.shown import PageContent
from handoutgen.pdf.tagtree import read_tree
from handoutgen.pdf.verify_ink import check_ink, tell_directions
from handoutgen.pdf.verify_tree import check_links, check_marks, check_nesting, check_words

MOST_FINDINGS = 50


def verify(data: bytes, plan: Plan) -> tuple[str, ...]:
    """What is wrong with the file, in words; empty when it keeps every promise of the plan."""
    try:
        return tuple(_findings(PdfFile(data), plan)[:MOST_FINDINGS])
    except UnreadableError as problem:
        return (f"the file cannot be read back: {problem.message}",)
    except (TypeError, ValueError, KeyError, IndexError, AttributeError) as problem:
        return (f"the file is not built as expected: {type(problem).__name__}: {problem}",)


def _findings(pdf: PdfFile, plan: Plan) -> list[str]:
    """Everything that is wrong."""
    pages = pdf.pages()
    fonts: dict[int, ReadFont] = {}
    contents = [_read_page(pdf, page, fonts) for _, page in pages]
    found = [f"page {number}: {problem}" for number, page in enumerate(contents, 1) for problem in page.problems]
    found += _check_document(pdf, plan)
    found += _check_pages(pages, plan)
    for font in fonts.values():
        found += font.problems + font.unexplained()
    tree = read_tree(pdf)
    found += tree.problems
    by_page = {number: content for (number, _), content in zip(pages, contents, strict=True)}
    found += check_nesting(tree)
    found += check_marks(tree, pages, by_page)
    found += check_links(pdf, tree, pages)
    sides = expected_sides(plan)
    for content, side in zip(contents, sides, strict=False):
        tell_directions(content, side)
    found += check_words(tree, plan, by_page)
    found += check_ink(plan, sides, tree, [(number, by_page[number]) for number, _ in pages])
    return found


def _read_page(pdf: PdfFile, page: dict[str, Any], fonts: dict[int, ReadFont]) -> PageContent:
    """A page's content, with its fonts opened once for the whole file."""
    named: dict[str, ReadFont] = {}
    for name, reference in (pdf.entry(page, "/Resources", "/Font") or {}).items():
        if int(reference) not in fonts:
            fonts[int(reference)] = ReadFont(pdf, reference)
        named[name] = fonts[int(reference)]
    parts = pdf.get(page.get("/Contents"))
    parts = parts if isinstance(parts, list) else [parts]
    streams = [stream.content() for part in parts if isinstance(stream := pdf.get(part), Stream)]
    return ContentReader(named).read(b"\n".join(streams))


def _check_document(pdf: PdfFile, plan: Plan) -> list[str]:
    """Language, title, identification and how to print (PDF/UA-1 5, 7.1, 7.2; PDF/A-2 6.6)."""
    catalog = pdf.catalog
    found: list[str] = []
    if text_of(pdf.get(catalog.get("/Lang"))) != plan.language:
        found.append(f"the file's language is {text_of(pdf.get(catalog.get('/Lang')))!r}, not {plan.language!r}")
    if pdf.entry(catalog, "/MarkInfo", "/Marked") is not True:
        found.append("the file does not say that it is tagged")
    wanted = {"/DisplayDocTitle": True, "/PrintScaling": "/None", "/Duplex": f"/{plan.duplex}"}
    for key, value in wanted.items():
        if pdf.entry(catalog, "/ViewerPreferences", key) != value:
            found.append(f"the viewer preference {key[1:]} is not {str(value).lstrip('/')}")
    if text_of(pdf.entry(pdf.trailer, "/Info", "/Title")) != plan.title:
        found.append("the title in the file's Info is not the plan's")
    return found + _check_metadata(pdf.entry(catalog, "/Metadata"), plan)


def _check_metadata(stream: Any, plan: Plan) -> list[str]:
    """The XMP says which standards the file keeps and what it is called."""
    if not isinstance(stream, Stream) or "/Filter" in stream.entries:
        return ["the metadata are missing or compressed"]
    packet = stream.content().decode("utf-8")
    found = [
        f"the metadata do not say {words}"
        for pattern, words in (
            ("<pdfaid:part>2</pdfaid:part>", "PDF/A-2"),
            ("<pdfaid:conformance>A</pdfaid:conformance>", "PDF/A conformance A"),
            ("<pdfuaid:part>1</pdfuaid:part>", "PDF/UA-1"),
        )
        if not re.search(pattern.replace(">", r">\s*"), packet)
    ]
    title = re.search(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", packet, re.DOTALL)
    plain = title[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") if title else ""
    if plain != plan.title:
        found.append("the title in the metadata is not the plan's")
    return found


def _check_pages(pages: list[tuple[int, dict[str, Any]]], plan: Plan) -> list[str]:
    """As many pages as sheet sides, of their size, ready for tags (PDF/UA-1 7.18.3)."""
    if len(pages) != len(plan.sheets):
        return [f"the file has {len(pages)} pages for {len(plan.sheets)} sheet sides"]
    found: list[str] = []
    for number, ((_, page), sheet) in enumerate(zip(pages, plan.sheets, strict=True), 1):
        box = page.get("/MediaBox") or [0, 0, 0, 0]
        if abs(box[2] - box[0] - sheet.width) > 0.01 or abs(box[3] - box[1] - sheet.height) > 0.01:
            found.append(f"page {number} is not of its sheet's size")
        if page.get("/Tabs") != "/S":
            found.append(f"page {number}: the tab order is not that of the structure")
        if not isinstance(page.get("/StructParents"), int):
            found.append(f"page {number} has no entry in the ParentTree (StructParents)")
        if page.get("/Rotate", 0) != 0:
            found.append(f"page {number} is turned")
    return found
