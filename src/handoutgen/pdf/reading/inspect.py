"""Any PDF turned into facts for staff: size on paper, tags and reading order, fonts, contrast, what it claims to be.

PDFium reads it, so files of other programs, old or slightly broken, are told about too. The reading order comes from
our own reader where that can follow the file, because only there do elements that run over pages stay whole.

A file of strangers may hold up PDFium for ever, or end its process: ask for one through `inspector`.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any, TypeVar
from xml.sax.saxutils import unescape

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.design.colour import WHITE, contrast
from handoutgen.pdf.reading import pdfium
from handoutgen.pdf.reading.allowance import Allowance
from handoutgen.pdf.reading.behind import Legibility, on_backdrop, on_white
from handoutgen.pdf.reading.facts import FontFacts, FoundPassage, PdfFacts, TextFacts
from handoutgen.pdf.reading.limits import MOST_WORDS
from handoutgen.pdf.reading.lines import lines
from handoutgen.pdf.reading.objects import UnreadableError
from handoutgen.pdf.reading.pdfium import FoundText
from handoutgen.pdf.reading.pdfium_fields import fields_of
from handoutgen.pdf.reading.reader import PdfFile
from handoutgen.pdf.reading.streams import Stream
from handoutgen.pdf.reading.tagtree import TagNode, read_tree
from handoutgen.text.characters import BIDI_MARKS

Followed = TypeVar("Followed")
_LONGEST_PACKET = 1_000_000
_NOT_FOLLOWED = (
    UnreadableError, TypeError, ValueError, KeyError, IndexError, AttributeError, RecursionError, OverflowError,
)  # fmt: skip
"""How our small reader ends when a file is not built as it expects."""
_MARKS = dict.fromkeys(map(ord, BIDI_MARKS))
_INLINE = frozenset(("Span", "Link", "Reference", "Quote", "Code", "Em", "Strong", "Annot"))
"""Elements within a line: what they say belongs to the paragraph around them."""


class _Seen(Struct):
    """What PDFium finds on the pages, one after another."""

    pieces: list[FoundText]
    sizes: list[tuple[float, float]]
    links: list[str]
    orders: list[list[tuple[str, str]]]
    images: int = 0


def inspect_pdf(data: bytes, tell: Callable[[PdfFacts], object] = lambda facts: None) -> PdfFacts:
    """The facts of a PDF. `tell` gets them as soon as they are known but for the fields and what is behind the text,
    because to look at a stranger's fields or to paint its pages may take longer than anybody waits.

    Raises HandoutError when it is no PDF, damaged beyond reading or locked with a password.
    """
    with pdfium.opened(data) as document:
        seen = _look_at_pages(document)
        ours = _followed(lambda: PdfFile(data))
        packet = _metadata(ours, data)
        shown = [piece for piece in seen.pieces if piece.text.strip() and piece.is_inked]
        set_lines = list(lines(shown))
        facts = PdfFacts(
            page_sizes=tuple(seen.sizes),
            tagged=pdfium.is_tagged(document),
            language=pdfium.language(document),
            title=pdfium.about(document, "Title"),
            producer=pdfium.about(document, "Producer"),
            identifier=pdfium.identifier(document),
            text_identifier=_text_identifier(packet),
            pdf_a=_claim(packet, "pdfaid:part") + _claim(packet, "pdfaid:conformance"),
            pdf_ua=_claim(packet, "pdfuaid:part"),
            fonts=_fonts(shown),
            smallest_text=_facts(min(shown, key=lambda piece: piece.size, default=None)),
            typical_size=_typical_size(shown),
            palest_text=_palest([on_white(piece) for piece in shown if piece.colour != WHITE]),
            busy_text=None,
            longest_line=max(set_lines, key=lambda line: line.characters, default=None),
            widest_line=max(set_lines, key=lambda line: line.width, default=None),
            reading_order=_followed(lambda: _reading_order(ours, seen.pieces)) or _page_by_page(seen.orders),
            images=seen.images,
            links=tuple(seen.links),
        )
        tell(facts)
        fields, field_count = fields_of(data)
        facts = replace(facts, fields=fields, field_count=field_count)
        tell(facts)
        return _with_backdrops(document, shown, facts)


def _with_backdrops(document: Any, shown: list[FoundText], facts: PdfFacts) -> PdfFacts:
    """The facts with each text held against what is behind it."""
    legibilities: list[Legibility] = []
    for number, pieces in groupby(shown, key=lambda piece: piece.page):
        page = document[number - 1]
        backdrop = pdfium.backdrop(page)
        legibilities += [on_backdrop(piece, backdrop) if backdrop else on_white(piece) for piece in pieces]
        page.close()
    busy = next((legibility for legibility in legibilities if legibility.is_busy), None)
    return replace(facts, palest_text=_palest(legibilities), busy_text=_legibility_facts(busy))


def _palest(legibilities: list[Legibility]) -> TextFacts | None:
    return _legibility_facts(min(legibilities, key=lambda legibility: legibility.contrast, default=None))


def _legibility_facts(legibility: Legibility | None) -> TextFacts | None:
    return _facts(legibility.piece, legibility.contrast, legibility.behind) if legibility else None


def _typical_size(shown: list[FoundText]) -> float:
    """The size of most characters."""
    characters: Counter[float] = Counter()
    for piece in shown:
        characters[round(piece.size * 2) / 2] += len(piece.text)
    return max(characters, key=lambda size: characters[size], default=0.0)


def _look_at_pages(document: Any) -> _Seen:
    seen = _Seen([], [], [], [])
    words = Allowance(MOST_WORDS, "words")
    for number, page in enumerate(document, 1):
        found = list(pdfium.text_pieces(page, number))
        seen.pieces += found
        seen.sizes.append(_finite(page.get_size()))
        seen.links += pdfium.link_targets(document, page)
        seen.images += pdfium.count_images(page)
        seen.orders.append(pdfium.tagged_order(page, _by_mark(found), words))
        page.close()
    return seen


def _finite(size: tuple[float, float]) -> tuple[float, float]:
    """A damaged page may be of no size, or of endless size."""
    width, height = (edge if math.isfinite(edge) else 0.0 for edge in size)
    return width, height


def _followed(read: Callable[[], Followed]) -> Followed | None:
    """What our small reader makes of a file; None when it cannot follow it."""
    try:
        return read()
    except _NOT_FOLLOWED:
        return None


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


def _facts(piece: FoundText | None, ratio: float | None = None, behind: str = "") -> TextFacts | None:
    if piece is None:
        return None
    text = " ".join(piece.text.split())
    told = contrast(piece.colour) if ratio is None else ratio
    return TextFacts(piece.page, text, round(piece.size, 2), round(told, 2), behind)


def _metadata(ours: PdfFile | None, data: bytes) -> str:
    """The XMP packet: through the catalog, or found in the bytes, for PDF/A forbids to compress it."""
    if ours is not None:
        stream = _followed(lambda: ours.entry(ours.catalog, "/Metadata"))
        packet = _followed(lambda: stream.content(_LONGEST_PACKET)) if isinstance(stream, Stream) else None
        if packet is not None:
            return packet.decode("utf-8", "replace")
    start = data.find(b"<x:xmpmeta")
    end = data.find(b"</x:xmpmeta>", start, start + _LONGEST_PACKET) if start >= 0 else -1
    return data[start:end].decode("utf-8", "replace") if end >= 0 else ""


def _claim(packet: str, name: str) -> str:
    """The value of a property, written as an element or as an attribute: a few letters or figures."""
    found = re.search(rf"""{name}\s*+(?:>\s*+([^<\s]{{1,9}})|=\s*+["']([^"']{{1,9}}))""", packet)
    return (found[1] or found[2]) if found else ""


def _text_identifier(packet: str) -> str:
    """The value of dc:identifier, of a length that anybody would write."""
    found = re.search(r"<dc:identifier>([^<]{1,200})</dc:identifier>", packet)
    return unescape(found[1]).strip() if found else ""


def _reading_order(ours: PdfFile | None, pieces: list[FoundText]) -> tuple[FoundPassage, ...]:
    """The structure tree's own order, over all pages; nothing when our reader cannot follow the file."""
    if ours is None:
        return ()
    places = {number: index for index, (number, _) in enumerate(ours.pages(), 1)}
    nodes = read_tree(ours).nodes
    said: dict[tuple[int, int], str] = {}
    for piece in pieces:
        if piece.mcid is not None:
            said[piece.page, piece.mcid] = said.get((piece.page, piece.mcid), "") + piece.text
    words = Allowance(MOST_WORDS, "words")
    for node in nodes:  # thousands of elements may name one long text
        words.spend(sum([len(said.get((places.get(page, 0), mcid), "")) for page, mcid in node.marks]) + len(node.alt))
    passages = [_passage(node, places, said) for node in _heard(nodes)]
    return _worth_telling(passages)


def _heard(nodes: Sequence[TagNode]) -> list[TagNode]:
    """The elements that are said by themselves: neither what stands in a line of another, nor what is in one whose
    alternative text is said instead."""
    in_line = {id(kid) for node in nodes for kid in node.kids if kid.role in _INLINE}
    silent: set[int] = set()
    for node in nodes:
        if node.alt or id(node) in silent:
            silent.update(map(id, node.kids))
    hidden = in_line | silent
    return [node for node in nodes if id(node) not in hidden]


def _passage(node: TagNode, places: dict[int, int], said: dict[tuple[int, int], str]) -> FoundPassage:
    words = node.alt or _words(node, places, said)
    return FoundPassage(node.role, _plain(words))


def _words(node: TagNode, places: dict[int, int], said: dict[tuple[int, int], str]) -> str:
    """What an element says itself, and its inline kids with it."""
    own = "".join([said.get((places.get(page, 0), mcid), "") for page, mcid in node.marks])
    return own + "".join([_words(kid, places, said) for kid in node.kids if kid.role in _INLINE])


def _plain(text: str) -> str:
    """Words with single spaces, without the marks that steer their direction."""
    return " ".join(text.translate(_MARKS).split())


def _worth_telling(passages: Iterable[FoundPassage]) -> tuple[FoundPassage, ...]:
    """Without the elements that only hold others. A figure that says nothing is worth telling."""
    return tuple(passage for passage in passages if passage.text or passage.role == "Figure")


def _page_by_page(orders: list[list[tuple[str, str]]]) -> tuple[FoundPassage, ...]:
    """PDFium's order, which knows one page at a time."""
    return _worth_telling(FoundPassage(role, _plain(text)) for order in orders for role, text in order)
