"""The finished bytes and the plan they were made from, turned into findings; none means the file is sound.

Part of every build: the file is opened again with a reader that shares no code with the writer, and the promises that
no validator looks at are checked: nothing lost or doubled, marks and tree lead to each other, the smallest size and
the margins hold. The checks stand in `verify_tree` (meaning) and `verify_ink` (paper).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from handoutgen import bounds
from handoutgen.memory import Memory
from handoutgen.pdf.reading.content import ContentReader
from handoutgen.pdf.reading.content_parts import ReadPart
from handoutgen.pdf.reading.objects import Ref, UnreadableError, text_of
from handoutgen.pdf.reading.page_content import PageContent
from handoutgen.pdf.reading.reader import PdfFile
from handoutgen.pdf.reading.readfont import CodeMap, ReadFont
from handoutgen.pdf.reading.streams import Pack, Stream
from handoutgen.pdf.reading.tagtree import ReadBranch, read_tree
from handoutgen.pdf.verifying.expected import expected_side
from handoutgen.pdf.verifying.verify_fields import check_fields
from handoutgen.pdf.verifying.verify_ink import ReadSide, check_figures, read_side
from handoutgen.pdf.verifying.verify_links import check_links, check_where_links_lead
from handoutgen.pdf.verifying.verify_tree import check_marks, check_nesting, check_words
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Plan

MOST_FINDINGS = 50


class VerifyMemory(Struct, frozen=True):
    """What was found in earlier files, by the very bytes it was found in and the part of the plan it was held against.
    A file is always read from its own bytes; what these have in common with another's is not read twice."""

    packs: Memory[Pack] = field(default_factory=lambda: Memory(bounds.READ_STREAMS))
    maps: Memory[CodeMap] = field(default_factory=lambda: Memory(bounds.CODE_MAPS))
    codes: Memory[dict[str, str]] = field(default_factory=lambda: Memory(bounds.FONT_CODES))
    parts: Memory[ReadPart] = field(default_factory=lambda: Memory(bounds.READ_PARTS))
    sides: Memory[ReadSide] = field(default_factory=lambda: Memory(bounds.READ_SIDES))
    branches: Memory[ReadBranch] = field(default_factory=lambda: Memory(bounds.READ_BRANCHES))
    shown: Memory[tuple[Element, ...]] = field(default_factory=lambda: Memory(bounds.READ_BRANCHES))
    told_apart: Memory[tuple[Element, ...]] = field(default_factory=lambda: Memory(bounds.READ_BRANCHES))
    findings: Memory[tuple[str, ...]] = field(default_factory=lambda: Memory(bounds.BRANCH_FINDINGS))


def verify(data: bytes, plan: Plan, memory: VerifyMemory | None = None) -> tuple[str, ...]:
    """What is wrong with the file, in words; empty when it keeps every promise of the plan."""
    try:
        memory = memory or VerifyMemory()
        return tuple(_findings(PdfFile(data, memory.packs), plan, memory)[:MOST_FINDINGS])
    except UnreadableError as problem:
        return (f"the file cannot be read back: {problem.message}",)
    except (TypeError, ValueError, KeyError, IndexError, AttributeError) as problem:
        return (f"the file is not built as expected: {type(problem).__name__}: {problem}",)


def _findings(pdf: PdfFile, plan: Plan, memory: VerifyMemory) -> list[str]:
    """Everything that is wrong."""
    pages = pdf.pages()
    found = _check_document(pdf, plan) + _check_pages(pages, plan)
    if len(pages) != len(plan.sheets):
        return found
    sides: dict[int, ReadSide] = {}
    fonts: dict[int, ReadFont] = {}
    named: dict[str, ReadFont] = {}
    looked_up, has_colours = None, False
    for number, (page, entries) in enumerate(pages):
        resources = entries.get("/Resources")
        if not isinstance(resources, Ref) or resources != looked_up:
            named = _open_fonts(pdf, entries, fonts, memory)
            has_colours = _has_colours(pdf, entries, plan.colours)
            looked_up = resources  # all of our pages name the same, by one reference
        content = _Page(pdf, entries, named, memory.parts)
        sides[page], problems = _read_side(content, plan, number, memory)
        found += [f"page {number + 1}: {problem}" for problem in problems]
        if not has_colours:
            found.append(f"page {number + 1}: the colours it names are not the clinic's")
    found += [problem for font in fonts.values() for problem in font.problems]
    tree = read_tree(pdf, memory.branches)
    elements = _led_or_filled_in(plan, memory.told_apart)
    found += tree.problems
    found += check_nesting(tree, memory.findings)
    found += check_marks(tree, pages, sides)
    found += check_links(pdf, tree, pages)
    found += check_fields(pdf, tree, pages, plan, elements)
    found += check_where_links_lead(pdf, tree, pages, plan, elements, memory.shown)
    found += check_words(tree, plan, sides, memory.findings)
    found += check_figures(tree, list(sides.items()))
    return found


class _Page:
    """A page's content, taken apart only when asked for, and its fonts."""

    def __init__(
        self, pdf: PdfFile, entries: dict[str, Any], fonts: Mapping[str, ReadFont], known: Memory[ReadPart]
    ) -> None:
        self._known = known
        parts = pdf.get(entries.get("/Contents"))
        parts = parts if isinstance(parts, list) else [parts]
        self._streams = [stream for part in parts if isinstance(stream := pdf.get(part), Stream)]
        self.as_found = tuple(stream.as_found for stream in self._streams)
        self.fonts = fonts

    @cached_property
    def content(self) -> PageContent:
        return ContentReader(self._known).read(b"\n".join([stream.content() for stream in self._streams]))


def _read_side(page: _Page, plan: Plan, number: int, memory: VerifyMemory) -> tuple[ReadSide, list[str]]:
    """What is on a page, and what is wrong with it. All of it follows from the bytes of its content, from what its
    fonts say that the codes in it mean, and from what the plan has there: pages alike in these are read once."""
    codes = memory.codes.get(page.as_found, lambda: page.content.codes)
    for font in codes.keys() - page.fonts.keys():
        raise UnreadableError(f"Page {number + 1} shows text in a font that it does not have, {font}.")
    meanings = tuple([(font, page.fonts[font].meaning(shown)) for font, shown in codes.items()])
    sheet = plan.sheets[number]
    held_against = (plan.placement_key(number), sheet.width, sheet.height, plan.safe_inset, plan.smallest_text)
    side = memory.sides.get(
        (page.as_found, meanings, held_against),
        lambda: read_side(page.content, page.fonts, expected_side(plan, number), sheet, plan),
    )
    unexplained = [problem for font, shown in codes.items() for problem in page.fonts[font].unexplained(shown)]
    return side, [*side.problems, *unexplained]


def _led_or_filled_in(plan: Plan, known: Memory[tuple[Element, ...]]) -> tuple[Element, ...]:
    """The plan's links, its places to write, and what links can lead to, in reading order."""

    def below(kid: Element) -> tuple[Element, ...]:
        return tuple([each for each in kid.walk() if each.role in ("Link", "Form") or each.bookmark])

    return tuple([each for kid in plan.root.kids for each in known.get(kid, lambda: below(kid))])  # noqa: B023 (at once)


def _open_fonts(
    pdf: PdfFile, page: dict[str, Any], opened: dict[int, ReadFont], memory: VerifyMemory
) -> dict[str, ReadFont]:
    """A page's fonts by resource name (with slash), each opened once for the whole file."""
    named: dict[str, ReadFont] = {}
    for name, reference in (pdf.entry(page, "/Resources", "/Font") or {}).items():
        if int(reference) not in opened:
            opened[int(reference)] = ReadFont(pdf, reference, memory.maps)
        named[name] = opened[int(reference)]
    return named


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


def _has_colours(pdf: PdfFile, page: dict[str, Any], colours: Sequence[str]) -> bool:
    """Whether the colours that a page names are the clinic's, in their order."""
    return not colours or _named_colours(pdf.entry(page, "/Resources", "/ColorSpace", "/Pal")) == list(colours)


def _named_colours(space: Any) -> list[str]:
    """The colours of an indexed colour space (ISO 32000-1 8.6.6.3) as "#rrggbb"; none if it is no such space."""
    match space:
        case ["/Indexed", "/DeviceRGB", int(last), bytes(table)] if len(table) == 3 * (last + 1):
            return [f"#{table[i : i + 3].hex()}" for i in range(0, len(table), 3)]
        case ["/Indexed", "/DeviceGray", int(last), bytes(table)] if len(table) == last + 1:
            return [f"#{table[i : i + 1].hex() * 3}" for i in range(len(table))]
    return []


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
