"""Any PDF turned into facts for staff: size on paper, tags and reading order, fonts, contrast, what it claims to be.

PDFium reads it, so files of other programs, old or slightly broken, are told about too. The reading order comes from
our own reader where that can follow the file, because only there do elements that run over pages stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from handoutgen.design.colour import contrast
from handoutgen.pdf.reading import pdfium
from handoutgen.pdf.reading.objects import UnreadableError
from handoutgen.pdf.reading.pdfium import FoundText
from handoutgen.pdf.reading.reader import PdfFile
from handoutgen.pdf.reading.streams import Stream
from handoutgen.pdf.reading.tagtree import TagNode, read_tree

_INLINE = frozenset(("Span", "Link", "Reference", "Quote", "Code", "Em", "Strong", "Annot"))
"""Elements within a line: what they say belongs to the paragraph around them."""


@dataclass(frozen=True, slots=True)
class FontFacts:
    """A font of the file; `name` without its subset tag."""

    name: str
    embedded: bool


@dataclass(frozen=True, slots=True)
class TextFacts:
    """A piece of text that stands out, on a page counted from 1."""

    page: int
    text: str
    size: float
    contrast: float


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """One step of the reading order: a role (P, H1, Figure …) and what a screen reader says there."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What a finished PDF is. Sizes in pt."""

    page_sizes: tuple[tuple[float, float], ...]
    tagged: bool
    language: str
    title: str
    producer: str
    identifier: str
    pdf_a: str
    """The PDF/A level it claims, as "2A", or nothing."""
    pdf_ua: str
    """The part of PDF/UA it claims, as "1", or nothing."""
    fonts: tuple[FontFacts, ...]
    smallest_text: TextFacts | None
    palest_text: TextFacts | None
    """The text with the lowest contrast against white paper."""
    reading_order: tuple[FoundPassage, ...]
    images: int
    links: tuple[str, ...]

    @property
    def unembedded_fonts(self) -> tuple[str, ...]:
        """Fonts that another computer may replace by its own."""
        return tuple(font.name for font in self.fonts if not font.embedded)

    @property
    def has_text(self) -> bool:
        """Whether there is any text at all, or only pictures of it."""
        return self.smallest_text is not None


def inspect_pdf(data: bytes) -> PdfFacts:
    """The facts of a PDF.

    Raises HandoutError when it is no PDF, damaged beyond reading or locked with a password.
    """
    with pdfium.opened(data) as document:
        pieces: list[FoundText] = []
        sizes: list[tuple[float, float]] = []
        links: list[str] = []
        orders: list[list[tuple[str, str]]] = []
        images = 0
        for number, page in enumerate(document, 1):
            found = list(pdfium.text_pieces(page, number))
            pieces += found
            sizes.append(page.get_size())
            links += pdfium.link_targets(document, page)
            images += pdfium.count_images(page)
            orders.append(pdfium.tagged_order(page, _by_mark(found)))
            page.close()
        about = document.get_metadata_dict()
        packet = _metadata(data)
        shown = [piece for piece in pieces if piece.text.strip()]
        return PdfFacts(
            page_sizes=tuple(sizes),
            tagged=pdfium.is_tagged(document),
            language=pdfium.language(document),
            title=about.get("Title", ""),
            producer=about.get("Producer", ""),
            identifier=pdfium.identifier(document),
            pdf_a=_claim(packet, "pdfaid:part") + _claim(packet, "pdfaid:conformance"),
            pdf_ua=_claim(packet, "pdfuaid:part"),
            fonts=_fonts(shown),
            smallest_text=_facts(min(shown, key=lambda piece: piece.size, default=None)),
            palest_text=_facts(min(shown, key=lambda piece: contrast(piece.colour), default=None)),
            reading_order=_reading_order(data, pieces) or _page_by_page(orders),
            images=images,
            links=tuple(links),
        )


def _by_mark(pieces: list[FoundText]) -> dict[int, str]:
    """The text of each marked-content sequence of one page."""
    said: dict[int, str] = {}
    for piece in pieces:
        if piece.mcid is not None:
            said[piece.mcid] = said.get(piece.mcid, "") + piece.text
    return said


def _fonts(pieces: list[FoundText]) -> tuple[FontFacts, ...]:
    """Each font once, by name."""
    found = {(re.sub(r"^[A-Z]{6}\+", "", piece.font), piece.embedded) for piece in pieces}
    return tuple(FontFacts(name, embedded) for name, embedded in sorted(found))


def _facts(piece: FoundText | None) -> TextFacts | None:
    if piece is None:
        return None
    text = " ".join(piece.text.split())
    return TextFacts(piece.page, text, round(piece.size, 2), round(contrast(piece.colour), 2))


def _metadata(data: bytes) -> str:
    """The XMP packet: through the catalog, or found in the bytes, for PDF/A forbids to compress it."""
    try:
        pdf = PdfFile(data)
        stream = pdf.entry(pdf.catalog, "/Metadata")
        if isinstance(stream, Stream):
            return stream.content().decode("utf-8", "replace")
    except (UnreadableError, TypeError, ValueError, KeyError, IndexError, AttributeError, RecursionError):
        pass  # a file that our small reader cannot follow
    found = re.search(rb"<x:xmpmeta.*?</x:xmpmeta>", data, re.DOTALL)
    return found[0].decode("utf-8", "replace") if found else ""


def _claim(packet: str, name: str) -> str:
    """The value of a property, written as an element or as an attribute."""
    found = re.search(rf"""{name}\s*(?:>\s*([^<\s]+)|=\s*["']([^"']+))""", packet)
    return (found[1] or found[2]) if found else ""


def _reading_order(data: bytes, pieces: list[FoundText]) -> tuple[FoundPassage, ...]:
    """The structure tree's own order, over all pages; empty when our reader cannot follow the file."""
    try:
        pdf = PdfFile(data)
        places = {number: index for index, (number, _) in enumerate(pdf.pages(), 1)}
        nodes = read_tree(pdf).nodes
    except (UnreadableError, TypeError, ValueError, KeyError, IndexError, AttributeError, RecursionError):
        return ()
    said: dict[tuple[int, int], str] = {}
    for piece in pieces:
        if piece.mcid is not None:
            said[piece.page, piece.mcid] = said.get((piece.page, piece.mcid), "") + piece.text
    inner = {id(kid) for node in nodes for kid in node.kids if kid.role in _INLINE}
    passages = [_passage(node, places, said) for node in nodes if id(node) not in inner]
    return _worth_telling(passages)


def _passage(node: TagNode, places: dict[int, int], said: dict[tuple[int, int], str]) -> FoundPassage:
    words = _words(node, places, said) or node.alt
    return FoundPassage(node.role, " ".join(words.split()))


def _words(node: TagNode, places: dict[int, int], said: dict[tuple[int, int], str]) -> str:
    """What an element says itself, and its inline kids with it."""
    own = "".join([said.get((places.get(page, 0), mcid), "") for page, mcid in node.marks])
    return own + "".join([_words(kid, places, said) for kid in node.kids if kid.role in _INLINE])


def _worth_telling(passages: Iterable[FoundPassage]) -> tuple[FoundPassage, ...]:
    """Without the elements that only hold others. A figure that says nothing is worth telling."""
    return tuple(passage for passage in passages if passage.text or passage.role == "Figure")


def _page_by_page(orders: list[list[tuple[str, str]]]) -> tuple[FoundPassage, ...]:
    """PDFium's order, which knows one page at a time."""
    return _worth_telling(FoundPassage(role, " ".join(text.split())) for order in orders for role, text in order)
