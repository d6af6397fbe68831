"""PDFium's view of any PDF, however old or odd, turned into plain values: pages, pieces of text, tags, links.

With `pdfium_fields` the only file that speaks PDFium's C interface. Nothing here judges; `inspect` draws the
conclusions.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator
from ctypes import byref, c_float, c_int, c_uint, create_string_buffer
from functools import partial
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct
from PIL import Image

from handoutgen.design.colour import to_hex
from handoutgen.errors import HandoutError
from handoutgen.pdf.reading.allowance import Allowance

_DEEPEST_FORM = 8
_LONGEST_NAME = 200
_LONGEST_ORDER = 50_000
"""How many tags are read at most: a file that loops must not hang us."""
_LOCKED = 4
"""FPDF_ERR_PASSWORD."""


Bounds = tuple[float, float, float, float]
"""Left, bottom, right and top in the page's own pt."""
_NOWHERE: Bounds = (0.0, 0.0, 0.0, 0.0)
_INKLESS = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_MOST_PIXELS = 2_000_000
"""Of a page whose ground is looked at: a poster has half as many at one to a pt."""


class FoundText(Struct, frozen=True):
    """Some text as it stands on a page (counted from 1), its size on paper in pt, its font and colour."""

    page: int
    text: str
    size: float
    font: str
    embedded: bool
    colour: str
    """Of its letters, as #rrggbb."""
    opacity: float
    """1 for letters that let nothing through."""
    is_inked: bool
    """Whether it leaves ink at all: the words under a scanned page do not."""
    box: Bounds
    mcid: int | None


@contextlib.contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The document, closed afterwards.

    Raises HandoutError for what is no PDF, is damaged beyond reading, or is locked with a password.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _LOCKED or "assword" in str(error):
            raise HandoutError("This PDF is locked with a password.", "Save a copy without a password.") from error
        if b"%PDF-" not in data[:1024]:
            raise no_pdf() from error
        raise damaged() from error
    try:
        yield document
    except pypdfium2.PdfiumError as error:  # a page or something on it that cannot be read
        raise damaged() from error
    finally:
        document.close()


def no_pdf() -> HandoutError:
    """What a file of another kind is answered with."""
    return HandoutError("This is not a PDF file.", "Check the file's name; only PDFs can be inspected.")


def damaged() -> HandoutError:
    """What a file is answered with that PDFium cannot read."""
    return HandoutError("This PDF is damaged and cannot be read.", "Get a fresh copy, or build it again.")


def is_tagged(document: Any) -> bool:
    """Whether the file says it has tags."""
    return bool(pdfium.FPDFCatalog_IsTagged(document.raw))


def language(document: Any) -> str:
    """The file's language, or nothing."""
    return wide(partial(pdfium.FPDFCatalog_GetLanguage, document.raw))


def about(document: Any, key: str) -> str:
    """What the file says of itself under a key such as Title, or nothing. Letters that are none are shown as such."""
    return wide(partial(pdfium.FPDF_GetMetaText, document.raw, key.encode()))


def identifier(document: Any) -> str:
    """The file's own fingerprint in hexadecimal, or nothing."""
    size = pdfium.FPDF_GetFileIdentifier(document.raw, pdfium.FILEIDTYPE_PERMANENT, None, 0)
    buffer = create_string_buffer(size)
    pdfium.FPDF_GetFileIdentifier(document.raw, pdfium.FILEIDTYPE_PERMANENT, buffer, size)
    return bytes(buffer)[:-1].hex() if size else ""


def text_pieces(page: Any, number: int) -> Iterator[FoundText]:
    """All visible text of a page, in painting order."""
    texts = page.get_textpage()
    try:
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=_DEEPEST_FORM):
            font = pdfium.FPDFTextObj_GetFont(item.raw)
            colour, opacity = _colour(item)
            yield FoundText(
                page=number,
                text=wide(partial(pdfium.FPDFTextObj_GetText, item.raw, texts.raw)),
                size=_size_on_paper(item),
                font=_narrow(partial(pdfium.FPDFFont_GetBaseFontName, font))[:_LONGEST_NAME],
                embedded=pdfium.FPDFFont_GetIsEmbedded(font) == 1,
                colour=colour,
                opacity=opacity,
                is_inked=pdfium.FPDFTextObj_GetTextRenderMode(item.raw) not in _INKLESS,
                box=_box(item),
                mcid=_positive(pdfium.FPDFPageObj_GetMarkedContentID(item.raw)),
            )
    finally:
        texts.close()


class Backdrop(Struct, frozen=True):
    """A page without its words: what they stand on."""

    picture: Image.Image
    place: Callable[[Bounds], tuple[int, int, int, int]]
    """Where a box of the page is in the picture, in pixels: left, upper, right, lower."""


def backdrop(page: Any) -> Backdrop | None:
    """What the words of a page stand on; None for a page of no size. The page's own words are hidden from then on."""
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=_DEEPEST_FORM):
        pdfium.FPDFPageObj_SetIsActive(item.raw, False)
    width, height = page.get_size()
    if not (math.isfinite(width * height) and width * height >= 1):
        return None
    bitmap = page.render(scale=min(1.0, math.sqrt(_MOST_PIXELS / (width * height))), may_draw_forms=False)
    return Backdrop(bitmap.to_pil().convert("RGB"), partial(_in_pixels, page, (bitmap.width, bitmap.height)))


def _in_pixels(page: Any, size: tuple[int, int], box: Bounds) -> tuple[int, int, int, int]:
    corners = []
    for x, y in ((box[0], box[1]), (box[2], box[3])):
        across, down = c_int(), c_int()
        pdfium.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, x, y, byref(across), byref(down))
        corners.append((across.value, down.value))
    (left, lower), (right, upper) = corners
    return min(left, right), min(upper, lower), max(left, right), max(upper, lower)


def count_images(page: Any) -> int:
    """How many pictures a page shows."""
    return sum(1 for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST_FORM))


def link_targets(document: Any, page: Any) -> Iterator[str]:
    """Where a page's links lead: an address, or "page 3"."""
    start, link = c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page.raw, byref(start), byref(link)):
        place = pdfium.FPDFLink_GetDest(document.raw, link)
        action = pdfium.FPDFLink_GetAction(link)
        if action and pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_URI:
            yield _narrow(partial(pdfium.FPDFAction_GetURIPath, document.raw, action))
            continue
        place = place or (pdfium.FPDFAction_GetDest(document.raw, action) if action else None)
        if place:
            yield f"page {pdfium.FPDFDest_GetDestPageIndex(document.raw, place) + 1}"


def tagged_order(page: Any, said: dict[int, str], words_left: Allowance) -> list[tuple[str, str]]:
    """(role, text or alternative text) of a page's elements, in tag order; `said` is the text of each MCID.

    Raises HandoutError when they say more words than are left, for thousands of elements may name one long text.
    """
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return []
    order: list[tuple[str, str]] = []
    try:
        waiting = [
            pdfium.FPDF_StructTree_GetChildAtIndex(tree, index)
            for index in reversed(range(max(0, pdfium.FPDF_StructTree_CountChildren(tree))))
        ]
        while waiting and len(order) < _LONGEST_ORDER:
            element = waiting.pop()
            if not element:
                continue
            kids = range(max(0, pdfium.FPDF_StructElement_CountChildren(element)))
            marks = [_positive(pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)) for index in kids]
            role = wide(partial(pdfium.FPDF_StructElement_GetType, element))
            told = [said.get(mcid, "") for mcid in marks if mcid is not None]
            words_left.spend(sum(map(len, told)))
            words = "".join(told)
            alternative = wide(partial(pdfium.FPDF_StructElement_GetAltText, element))
            order.append((role, words or alternative))
            waiting += [pdfium.FPDF_StructElement_GetChildAtIndex(element, index) for index in reversed(kids)]
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    return order


def _size_on_paper(item: Any) -> float:
    """The size through all matrices: what a ruler on the paper would say."""
    size = c_float()
    pdfium.FPDFTextObj_GetFontSize(item.raw, byref(size))
    matrix = item.get_matrix()
    on_paper = size.value * min(math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d))
    return float(on_paper) if math.isfinite(on_paper) else 0.0


def _colour(item: Any) -> tuple[str, float]:
    """The colour of the letters and how dense it is; the outline's where nothing else is drawn."""
    is_outline = pdfium.FPDFTextObj_GetTextRenderMode(item.raw) == pdfium.FPDF_TEXTRENDERMODE_STROKE
    ask = pdfium.FPDFPageObj_GetStrokeColor if is_outline else pdfium.FPDFPageObj_GetFillColor
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint(255)
    ask(item.raw, byref(red), byref(green), byref(blue), byref(alpha))
    return to_hex(red.value / 255, green.value / 255, blue.value / 255), alpha.value / 255


def _box(item: Any) -> Bounds:
    """Where it stands; nowhere when its numbers have no end."""
    edges = [c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item.raw, *map(byref, edges))
    left, bottom, right, top = (float(edge.value) for edge in edges)
    return (left, bottom, right, top) if all(map(math.isfinite, (left, bottom, right, top))) else _NOWHERE


def _positive(value: int) -> int | None:
    return int(value) if value >= 0 else None


def wide(ask: Callable[[Any, int], int]) -> str:
    """A string from a function that fills a UTF-16 buffer and returns its length in bytes."""
    size = int(ask(None, 0))
    if size <= 0:
        return ""
    buffer = (pdfium.FPDF_WCHAR * ((size + 1) // 2))()
    ask(buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").split("\0", 1)[0]


def _narrow(ask: Callable[[Any, int], int]) -> str:
    """The same for a buffer of bytes."""
    size = int(ask(None, 0))
    if size <= 0:
        return ""
    buffer = create_string_buffer(size)
    ask(buffer, size)
    return buffer.value.decode("utf-8", "replace")
