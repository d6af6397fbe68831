"""ReportLab's canvas and document turned into ones that can carry tags: the only file that leans on its private parts.

ReportLab 5.1 writes no structure tree, puts Helvetica into every file, leaves out the line end before `endstream` and
formats each object on its own. Everything needed to change that is done here by subclassing, never by patching, and
`tests/pdf/test_seam.py` holds one test per hook, so that a new ReportLab that moves one fails there and nowhere else.
"""

from __future__ import annotations

import hashlib
import io
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas as reportlab_canvas

from handoutgen.errors import InternalError
from handoutgen.pdf.deflate import deflate

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_STREAM_END = b"\nendstream"
_OBJECTS_PER_STREAM = 200
_LEVEL = 4
"""How hard to deflate: a third faster than the usual 6 for a twentieth more bytes."""


class RawObject:
    """An indirect object whose text we write ourselves; `number` is its object number."""

    __slots__ = ("data", "number")

    def __init__(self, number: int) -> None:
        self.number = number
        self.data: str | bytes = "null"
        """What stands between `obj` and `endobj`: ASCII text, or bytes for a stream."""

    @property
    def reference(self) -> str:
        """How other objects name this one."""
        return f"{self.number} 0 R"


class ArchivalDocument(pdfdoc.PDFDocument):  # type: ignore[misc]
    """A ReportLab document that may only hold what PDF/A-2 and PDF/UA-1 allow, written with object streams."""

    def __init__(self) -> None:
        super().__init__(compression=1, invariant=1)
        self._own: dict[int, RawObject] = {}
        self.Catalog.Outlines = None
        # Hook: these keys are unknown to PDFCatalog, which writes only what its __NoDefault__ names.
        self.Catalog.__NoDefault__ = [*self.Catalog.__NoDefault__, "OutputIntents", "Version"]
        self.Reference(self.Catalog)
        self.info_object = self.reserve()

    def getInternalFontName(self, psfontname: str) -> str:  # noqa: N802 (ReportLab's name)
        """Refuse ReportLab's own fonts: the fourteen standard ones are never embedded (PDF/UA-1 7.21.4.1)."""
        raise InternalError(f"a font that is not embedded was asked for: {psfontname}")

    def reserve(self) -> RawObject:
        """A new indirect object, numbered but still empty, so that others can refer to it.

        Hook: `objectcounter` is the last number given out; ReportLab's objects and ours share the counting.
        """
        self.objectcounter += 1
        raw = self._own[self.objectcounter] = RawObject(self.objectcounter)
        return raw

    def add(self, data: str) -> RawObject:
        """A new indirect object holding `data`, which must be pure ASCII."""
        raw = self.reserve()
        raw.data = data
        return raw

    def add_stream(self, content: bytes, entries: str = "", compressed: bool = True) -> RawObject:
        """A new stream; `entries` are further entries of its dictionary, `compressed` deflates the content."""
        raw = self.reserve()
        raw.data = stream(content, entries, compressed)
        return raw

    def use_fonts(self, fonts: dict[str, Any]) -> str:
        """Fill ReportLab's shared font dictionary (resource name to reference) and say how to refer to it."""
        self.idToObject[pdfdoc.BasicFonts].dict.update(fonts)
        return f"{self.idToObjectNumberAndVersion[pdfdoc.BasicFonts][0]} 0 R"

    def number_of(self, obj: Any) -> int:
        """The object number of one of ReportLab's own objects."""
        return int(self.idToObjectNumberAndVersion[self.Reference(obj).name][0])

    def GetPDFData(self, canvas: Any) -> bytes:  # noqa: N802
        """The file. Hook: ReportLab's own version adds its outline, its clock and its Info dictionary."""
        return self.format()

    def format(self) -> bytes:
        """The file's bytes: streams as they are, all other objects in compressed object streams (ISO 32000-1 7.5.7).

        The identifier is a digest of the objects, so equal files, and only they, have equal identifiers.
        """
        plain: list[tuple[int, bytes]] = []
        packed: list[tuple[int, bytes]] = []
        number = 0
        while number < self.objectcounter:  # formatting an object may register others
            number += 1
            body = self._body(number)
            (plain if body.endswith(_STREAM_END) else packed).append((number, body))
        digest = hashlib.sha256(b"".join([body for _, body in (*plain, *packed)])).hexdigest()[:32]
        info = f"/Info {self.info_object.reference}"
        trailer = f"/Root {self.number_of(self.Catalog)} 0 R{info}/ID[<{digest}><{digest}>]"
        return _write_file(plain, packed, trailer)

    def _body(self, number: int) -> bytes:
        """An object's bytes. Hook: `numberToId` and `idToObject` lead to ReportLab's objects."""
        own = self._own.get(number)
        if own is not None:
            return own.data.encode("ascii") if isinstance(own.data, str) else own.data
        obj = self.idToObject[self.numberToId[number]]
        body: bytes = obj.format(self)
        return _mend_stream_end(body) if isinstance(obj, pdfdoc.PDFStream) else body


class SheetCanvas(reportlab_canvas.Canvas):  # type: ignore[misc]
    """A ReportLab canvas on an `ArchivalDocument`, with no preamble and with the page entries that tagging needs."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), pageCompression=1, invariant=1)
        self._doc = ArchivalDocument()
        self.resources = self._doc.reserve()

    @property
    def document(self) -> ArchivalDocument:
        """The document being written."""
        return self._doc

    @property
    def code(self) -> list[str]:
        """The content operators of the page at hand, one string per item. Hook: `_code`."""
        code: list[str] = self._code
        return code

    @property
    def annotations(self) -> list[Any]:
        """References to the annotations of the page at hand. Hook: `_annotationrefs`."""
        annotations: list[Any] = self._annotationrefs
        return annotations

    def end_page(self, width: float, height: float) -> int:
        """Close the page at hand; its object number."""
        self._pagesize = (width, height)
        self.showPage()
        return self._doc.number_of(self._doc.Pages.pages[-1])

    def _make_preamble(self) -> None:
        """Nothing. Hook: ReportLab's own preamble selects Helvetica outside any mark."""
        self._preamble = ""

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802
        """Complete the page dictionary. Hook: `showPage` calls this with the finished PDFPage."""
        super()._setAnnotations(page)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._doc.Pages.pages)
        page.Tabs = "/S"
        page.Trans = None
        page.Resources = self.resources.reference
        content = "\n".join(self.code).strip().encode("ascii") + b"\n"
        page.Contents = self._doc.add_stream(content).reference


def stream(content: bytes, entries: str = "", compressed: bool = True) -> bytes:
    """A stream object's bytes, with the line end before `endstream` that PDF/A-2 6.1.7.1 wants."""
    if compressed:
        content = deflate(content, _LEVEL)
        entries += "/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s" % (entries.encode("ascii"), len(content), content + _STREAM_END)


def _mend_stream_end(body: bytes) -> bytes:
    """Hook: `PDFStream.format` writes `endstream` right behind the data (PDF/A-2 6.1.7.1 wants a line end)."""
    return body.removesuffix(b"endstream\n") + _STREAM_END


def _write_file(plain: list[tuple[int, bytes]], packed: list[tuple[int, bytes]], trailer: str) -> bytes:
    """Lay the objects out behind each other and index them with a cross-reference stream (ISO 32000-1 7.5.8)."""
    out = [_HEADER]
    offset = len(_HEADER)
    size = max(number for number, _ in (*plain, *packed)) + 1
    rows: dict[int, bytes] = {0: b"\0\0\0\0\0\xff\xff"}

    def put(number: int, body: bytes) -> None:
        nonlocal offset
        text = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        rows[number] = b"\1" + offset.to_bytes(4, "big") + b"\0\0"
        out.append(text)
        offset += len(text)

    for number, body in plain:
        put(number, body)
    for start in range(0, len(packed), _OBJECTS_PER_STREAM):
        chunk = packed[start : start + _OBJECTS_PER_STREAM]
        put(size, _object_stream(chunk))
        holder = b"\2" + size.to_bytes(4, "big")
        for index, (number, _) in enumerate(chunk):
            rows[number] = holder + index.to_bytes(2, "big")
        size += 1
    xref, size = size, size + 1
    rows[xref] = b"\1" + offset.to_bytes(4, "big") + b"\0\0"
    table = b"".join(rows[number] for number in range(size))
    entries = f"/Type/XRef/Size {size}/W[1 4 2]{trailer}"
    out.append(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (xref, stream(table, entries), offset))
    return b"".join(out)


def _object_stream(chunk: list[tuple[int, bytes]]) -> bytes:
    """One object stream holding these objects."""
    index: list[bytes] = []
    offset = 0
    for number, body in chunk:
        index.append(b"%d %d" % (number, offset))
        offset += len(body) + 1
    head = b" ".join(index) + b"\n"
    content = head + b"\n".join(body for _, body in chunk)
    return stream(content, f"/Type/ObjStm/N {len(chunk)}/First {len(head)}")
