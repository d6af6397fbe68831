"""One test per private hook of ReportLab that `seam` leans on: an upgrade that moves one fails here, by name."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from handoutgen.errors import InternalError
from handoutgen.pdf.writing.reportlab_seam import SheetCanvas, object_stream, stream

EMPTY = stream(b"")


def saved(sheet: SheetCanvas) -> bytes:
    """The file, with what a catalog needs."""
    sheet.document.info_object.data = "<<>>"
    sheet.resources.data = "<<>>"
    return sheet.document.format()


def reopened(sheet: SheetCanvas) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(saved(sheet)))


def test_each_page_has_the_content_it_was_closed_with() -> None:
    sheet = SheetCanvas()
    sheet.end_page(100, 200, stream(b"1 0 0 RG"))
    sheet.end_page(100, 200, stream(b"0 1 0 RG"))
    pdf = reopened(sheet)
    assert [page.Contents.read_bytes().strip() for page in pdf.pages] == [b"1 0 0 RG", b"0 1 0 RG"]


def test_hook_pagesize_is_the_size_of_the_page_that_show_page_closes() -> None:
    sheet = SheetCanvas()
    sheet.end_page(100.5, 200, EMPTY)
    sheet.end_page(300, 50, EMPTY)
    assert [[float(e) for e in page.MediaBox] for page in reopened(sheet).pages] == [
        [0, 0, 100.5, 200],
        [0, 0, 300, 50],
    ]


def test_hook_preamble_is_gone_and_with_it_helvetica() -> None:
    sheet = SheetCanvas()
    sheet.end_page(100, 200, EMPTY)
    assert b"Helvetica" not in saved(sheet)
    with reopened(sheet) as pdf:
        assert pdf.pages[0].Contents.read_bytes().strip() == b""


def test_without_the_hook_reportlab_still_writes_helvetica() -> None:
    """The day this fails, `_make_preamble` need not be overridden any more."""
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.rect(0, 0, 1, 1)
    canvas.save()
    assert b"Helvetica" in out.getvalue()


def test_hook_set_annotations_completes_each_page() -> None:
    sheet = SheetCanvas()
    sheet.end_page(100, 200, EMPTY)
    sheet.end_page(100, 200, EMPTY)
    sheet.document.annotate(0, sheet.document.add("<</Type/Annot/Subtype/Link/Rect[0 0 1 1]>>"))
    pdf = reopened(sheet)
    first, second = (page.obj for page in pdf.pages)
    assert [first.StructParents, second.StructParents] == [0, 1]
    assert first.Tabs == second.Tabs == "/S"
    assert len(first.Annots) == 1
    assert "/Annots" not in second
    assert "/Trans" not in first
    assert first.Resources.objgen == second.Resources.objgen


def test_hook_no_default_lets_the_catalog_have_an_output_intent() -> None:
    sheet = SheetCanvas()
    sheet.document.Catalog.OutputIntents = "[<</Type/OutputIntent>>]"
    sheet.document.Catalog.StructTreeRoot = sheet.document.add("<</Type/StructTreeRoot>>").reference
    sheet.end_page(100, 200, EMPTY)
    pdf = reopened(sheet)
    catalog = pdf.Root
    assert catalog.OutputIntents[0].Type == "/OutputIntent"
    assert catalog.StructTreeRoot.Type == "/StructTreeRoot"
    assert "/Outlines" not in catalog


def test_hook_object_counter_is_shared_with_reportlab_s_own_objects() -> None:
    document = SheetCanvas().document
    ours = document.reserve()
    theirs = document.Reference(pdfdoc.PDFDictionary({"A": "1"}))
    again = document.reserve()
    number = int(theirs.format(document).split()[0])
    assert (ours.number + 1, number + 1) == (number, again.number)


def test_hook_get_internal_font_name_refuses_fonts_that_are_never_embedded() -> None:
    with pytest.raises(InternalError, match="Times-Roman"):
        SheetCanvas().document.getInternalFontName("Times-Roman")


def test_hook_reportlab_s_streams_get_the_line_end_that_pdf_a_wants() -> None:
    sheet = SheetCanvas()
    stream = pdfdoc.PDFStream(content=b"some bytes")
    reference = sheet.document.Reference(stream)
    sheet.end_page(100, 200, EMPTY)
    number = reference.format(sheet.document).split()[0]
    assert re.search(rb"\n" + number + rb" 0 obj\n[^>]*>>\s*stream\nsome bytes\nendstream\nendobj\n", saved(sheet))


def test_the_canvas_s_own_way_to_the_bytes_is_the_seam_s() -> None:
    """Hook: `getpdfdata` asks the document's `GetPDFData`, so ReportLab's clock and outline never get in."""
    sheet = SheetCanvas()
    sheet.end_page(100, 200, EMPTY)
    sheet.document.info_object.data = sheet.resources.data = "<<>>"
    assert sheet.getpdfdata() == saved(sheet)


def test_the_identifier_follows_the_content_alone() -> None:
    def identifier(operators: str) -> bytes:
        sheet = SheetCanvas()
        sheet.end_page(100, 200, stream(operators.encode("ascii")))
        with reopened(sheet) as pdf:
            return bytes(pdf.trailer.ID[0])

    assert identifier("1 w") == identifier("1 w") != identifier("2 w")


def test_reserved_numbers_are_filled_with_a_finished_object_stream() -> None:
    sheet = SheetCanvas()
    sheet.end_page(100, 200, EMPTY)
    row = sheet.document.reserve_row(3)
    after = sheet.document.add("<</A(after)>>")
    sheet.document.add_pack(row, object_stream((number, b"<</A %d>>" % number) for number in row))
    sheet.resources.data = f"[{after.reference} {' '.join(f'{number} 0 R' for number in row)}]"
    with reopened(sheet) as pdf:
        assert [pdf.get_object(number, 0).A for number in row] == list(row)
        assert str(pdf.get_object(after.number, 0).A) == "after"


def test_what_qpdf_reads_needs_no_repair() -> None:
    sheet = SheetCanvas()
    for _ in range(450):  # more than two object streams
        sheet.document.add("<</A 1>>")
    sheet.end_page(100, 200, EMPTY)
    with reopened(sheet) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.get_warnings() == []
        assert sum(1 for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary) and obj.get("/A") == 1) == 450


def test_a_file_index_that_would_pack_badly_is_written_unpacked_with_no_byte_too_many() -> None:
    met = set()
    for length in range(600):
        sheet = SheetCanvas()
        sheet.end_page(100, 200, stream(b"%" + b"x" * length, compressed=False))
        data = saved(sheet)
        start = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
        met.add(b"/FlateDecode" in data[start:])
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert pdf.check_pdf_syntax() == []
    assert met == {True, False}, "neither kind may go untested: try more lengths"
