"""The part of `assert_sound` that looks at the paper: what PDFium sees of words, sizes, margins and figures' ink."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from handoutgen.plan.pages import Plan

POINT = 0.75
"""How far a box may be off, in pt."""


def check_paper(data: bytes, nodes: Sequence[Any], plan: Plan | None) -> list[str]:
    """What PDFium sees: words per element, sizes, margins, figures' ink."""
    problems: list[str] = []
    said: dict[tuple[int, int], str] = {}
    boxes: dict[tuple[int, int], list[tuple[float, ...]]] = {}
    document = pypdfium2.PdfDocument(data)
    try:
        for number, sheet in enumerate(document):
            problems += _read_sheet(sheet, number, said, boxes, plan)
    finally:
        document.close()
    pages = {objgen: number for number, objgen in enumerate(_page_ids(data))}
    for node in nodes:
        marks = [(pages.get(page, -1), mcid) for page, mcid in node.marks]
        box = node.attribute("/BBox") if node.role == "Figure" else None
        if box is not None and len({page for page, _ in marks}) == 1:
            edges = [float(edge) for edge in box]
            if any(not _inside(edges, ink) for mark in marks for ink in boxes.get(mark, [])):
                problems.append("a Figure's BBox does not hold its ink")
    if plan and nodes:
        elements = [element for element in plan.root.walk() if element.within is None]
        if [e.role for e in elements] != [n.role for n in nodes]:
            problems.append("the tags are not the plan's, or not in its order")
        for element, node in zip(elements, nodes, strict=False):
            text = "".join(said.get((pages.get(page, -1), mcid), "") for page, mcid in node.marks)
            if _letters(text, plan.direction) != _letters(element.own_text, plan.direction):
                problems.append(f"{element.role} should say {element.own_text!r} but PDFium reads {text!r}")
            if (element.language or "") != str(node.obj.get("/Lang", "")):
                problems.append(f"{element.role} has another language than the plan's (Lang)")
            if element.field and element.field.typed and len(node.annotations) == 1:
                kid = node.obj.K[0] if isinstance(node.obj.K, pikepdf.Array) else node.obj.K
                if str(kid.Obj.TU) != element.field.about:
                    problems.append(f"a field is not the plan's place to write {element.field.about!r} (TU)")
            elif element.field:
                role = {"tick": "/cb", "write": "/tv"}[element.field.kind]
                wanted = (element.alt, role, element.field.about)
                if wanted != (
                    str(node.obj.get("/Alt", "")),
                    str(node.attribute("/Role")),
                    str(node.attribute("/Desc")),
                ):
                    problems.append(f"{element.role} is not the plan's place to write (Alt, Role or Desc)")
    return problems


def _page_ids(data: bytes) -> list[tuple[int, int]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [sheet.obj.objgen for sheet in pdf.pages]


def _read_sheet(
    sheet: pypdfium2.PdfPage, number: int, said: dict[tuple[int, int], str],
    boxes: dict[tuple[int, int], list[tuple[float, ...]]], plan: Plan | None,
) -> list[str]:  # fmt: skip
    """One page's text and ink by mark, and what the plan forbids on it."""
    problems = []
    texts = sheet.get_textpage()
    width, height = sheet.get_size()
    inset = plan.safe_inset if plan else 0.0
    for item in sheet.get_objects():
        mcid = _mcid(item)
        text = _text(item, texts) if item.type == pdfium.FPDF_PAGEOBJ_TEXT else ""
        if mcid is not None:
            said[number, mcid] = said.get((number, mcid), "") + text
        if item.type == pdfium.FPDF_PAGEOBJ_TEXT and not text.strip():
            continue
        left, bottom, right, top = _bounds(item)
        if mcid is not None:
            boxes.setdefault((number, mcid), []).append((left, bottom, right, top))
        if not _inside((inset, inset, width - inset, height - inset), (left, bottom, right, top)):
            problems.append(f"page {number + 1}: ink within {inset:.0f} pt of the edge: {text!r}")
        if text and plan and _size(item) < plan.smallest_text - 0.01:
            problems.append(f"page {number + 1}: {text!r} is {_size(item):.1f} pt, below {plan.smallest_text} pt")
    return problems


def _bounds(item: pypdfium2.PdfObject) -> tuple[float, float, float, float]:
    """Where an object may have ink. PDFium gives the corners of every line spikes, also where they are round or where
    there are none: of those its points are taken, and half the line's width around them."""
    bounds: tuple[float, float, float, float] = item.get_bounds()
    if item.type != pdfium.FPDF_PAGEOBJ_PATH:
        return bounds
    has_corners = pdfium.FPDFPath_CountSegments(item.raw) > 2
    if has_corners and pdfium.FPDFPageObj_GetLineJoin(item.raw) != pdfium.FPDF_LINEJOIN_ROUND:
        return bounds
    width, x, y = pdfium.c_float(), pdfium.c_float(), pdfium.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(item.raw, width)
    matrix, points = item.get_matrix(), []
    for index in range(pdfium.FPDFPath_CountSegments(item.raw)):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(item.raw, index), x, y)
        points.append(matrix.on_point(x.value, y.value))
    reach = width.value / 2 * max(abs(matrix.a) + abs(matrix.c), abs(matrix.b) + abs(matrix.d))
    across, up = [point[0] for point in points], [point[1] for point in points]
    low = min(across, default=bounds[0]) - reach, min(up, default=bounds[1]) - reach
    high = max(across, default=bounds[2]) + reach, max(up, default=bounds[3]) + reach
    return max(low[0], bounds[0]), max(low[1], bounds[1]), min(high[0], bounds[2]), min(high[1], bounds[3])


def _mcid(item: pypdfium2.PdfObject) -> int | None:
    value = pdfium.FPDFPageObj_GetMarkedContentID(item.raw)
    return None if value < 0 else int(value)


def _text(item: pypdfium2.PdfObject, texts: pypdfium2.PdfTextPage) -> str:
    size = pdfium.FPDFTextObj_GetText(item.raw, texts.raw, None, 0)
    buffer = (pdfium.FPDF_WCHAR * (size // 2))()
    pdfium.FPDFTextObj_GetText(item.raw, texts.raw, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def _size(item: pypdfium2.PdfObject) -> float:
    size = pdfium.c_float()
    pdfium.FPDFTextObj_GetFontSize(item.raw, size)
    matrix = item.get_matrix()
    scale: float = min((matrix.a**2 + matrix.b**2) ** 0.5, (matrix.c**2 + matrix.d**2) ** 0.5)
    return float(size.value) * scale


def _inside(outer: Any, inner: Any) -> bool:
    left, bottom, right, top = outer
    return bool(
        inner[0] >= left - POINT and inner[1] >= bottom - POINT
        and inner[2] <= right + POINT and inner[3] <= top + POINT
    )  # fmt: skip


def _letters(text: str, direction: str) -> str:
    """What a text says without its white space. Right-to-left text, and any text of a right-to-left page, is a bag of
    letters, for PDFium turns it round word by word and mirrors its brackets (our own reader checks its order); a hyphen
    at a line's end comes out as U+0002."""
    text = text.replace("\x02", "-")
    letters = "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")
    if direction == "rtl" or any(unicodedata.bidirectional(c) in ("R", "AL") for c in letters):
        return "".join(sorted(letters.translate(str.maketrans(")]}»", "([{«"))))
    return letters
