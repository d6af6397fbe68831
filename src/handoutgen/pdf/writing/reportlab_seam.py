"""ReportLab's canvas and document turned into ones that can carry tags: the only file that leans on its private parts.

ReportLab 5.1 writes no structure tree, puts Helvetica into every file, leaves out the line end before `endstream` and
formats each object on its own. Everything needed to change that is done here by subclassing, never by patching.
`tests/pdf/writing/test_reportlab_seam.py` holds one test per hook, so that a new ReportLab that moves one fails there.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas as reportlab_canvas

from handoutgen import bounds
from handoutgen.errors import InternalError
from handoutgen.memory import Memory, remembered
from handoutgen.pdf.writing.deflate import deflate, ends_well
from handoutgen.pdf.writing.syntax import rectangle

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_STREAM_END = b"\nendstream"
_OBJECTS_PER_STREAM = 200
_ROW = struct.Struct(">BIH").pack
"""A row of the cross-reference stream, in the widths [1 4 2]."""
_LEVEL = 4
"""How hard to deflate: a third faster than the usual 6 for a twentieth more bytes."""


class RawObject:
    """An indirect object whose text we write ourselves; `number` is its object number."""

    __slots__ = ("data", "number")

    def __init__(self, number: int) -> None:
        self.number = number
        self.data: str | bytes = "null"
        """What stands between `obj` and `endobj`: ASCII text, or a stream object's bytes."""

    @property
    def reference(self) -> str:
        """How other objects name this one."""
        return f"{self.number} 0 R"


class ArchivalDocument(pdfdoc.PDFDocument):  # type: ignore[misc]
    """A ReportLab document that may only hold what PDF/A-2 and PDF/UA-1 allow, written with object streams. `known`
    remembers object streams by the objects in them: those of most clinics are the same."""

    def __init__(self, known: Memory[bytes] | None = None) -> None:
        super().__init__(compression=1, invariant=1)
        self._known: Memory[bytes] = Memory(bounds.ONE) if known is None else known
        self._own: dict[int, RawObject] = {}
        self._packs: dict[int, tuple[range, bytes]] = {}
        self.Catalog.Outlines = None
        # Hook: these keys are unknown to PDFCatalog, which writes only what its __NoDefault__ names.
        self.Catalog.__NoDefault__ = [*self.Catalog.__NoDefault__, "OutputIntents", "Version"]
        self.Reference(self.Catalog)
        self.info_object = self.reserve()
        self._apart = {self.info_object.number}

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

    def add(self, data: str | bytes) -> RawObject:
        """A new indirect object holding `data`: pure ASCII, or a stream object's bytes."""
        raw = self.reserve()
        raw.data = data
        return raw

    def add_apart(self, data: str) -> RawObject:
        """As `add`, for what is a clinic's own: it stands outside of the object streams, which most clinics have the
        same."""
        raw = self.add(data)
        self._apart.add(raw.number)
        return raw

    def reserve_row(self, count: int) -> range:
        """Reserve `count` object numbers in a row; `add_pack` writes the objects later."""
        first = self.objectcounter + 1
        self.objectcounter += count
        return range(first, first + count)

    def add_pack(self, numbers: range, pack: bytes) -> None:
        """Fill reserved numbers with the objects of a finished object stream."""
        self._packs[numbers[0]] = (numbers, pack)

    def pack_apart(self, objects: Sequence[RawObject]) -> None:
        """Put objects that were reserved in a row, and are filled in, into an object stream of their own."""
        if objects:
            row = range(objects[0].number, objects[-1].number + 1)
            self.pack_row(row, [str(raw.data).encode("ascii") for raw in objects])

    def pack_row(self, numbers: range, bodies: Iterable[bytes]) -> None:
        """Fill reserved numbers with these objects, in an object stream of their own."""
        objects = tuple(zip(numbers, bodies, strict=True))
        self.add_pack(numbers, self._known.get(objects, lambda: object_stream(objects)))

    def annotate(self, page: int, annotation: RawObject) -> None:
        """Put an annotation on a page (from 0). Hook: PDFPage's `Annots`."""
        self.Pages.pages[page].Annots.append(annotation.reference)

    def number_of(self, obj: Any) -> int:
        """The object number of one of ReportLab's own objects."""
        return int(self.idToObjectNumberAndVersion[self.Reference(obj).name][0])

    def GetPDFData(self, canvas: Any) -> bytes:  # noqa: N802
        """The file. Hook: ReportLab's own version adds its outline, its clock and its Info dictionary."""
        return self.format()

    def format(self) -> bytes:
        """The file's bytes: streams as they are, all other objects in compressed object streams (ISO 32000-1 7.5.7).

        The identifier is a digest of the objects, so equal files, and only they, have equal identifiers. Info, which
        names the clinic, and its colours stand by themselves, so that the object streams of most clinics are the same.
        """
        plain: list[tuple[int, bytes]] = []
        packed: list[tuple[int, bytes]] = []
        number = 1
        while number <= self.objectcounter:  # formatting an object may register others
            if number in self._packs:
                number = self._packs[number][0].stop
                continue
            body = self._body(number)
            alone = body.endswith(_STREAM_END) or number in self._apart
            (plain if alone else packed).append((number, body))
            number += 1
        packs = [*self._packs.values(), *_packs(packed, self._known)]
        digest = hashlib.sha256(b"".join([body for _, body in (*plain, *packs)])).hexdigest()[:32]
        info = f"/Info {self.info_object.reference}"
        trailer = f"/Root {self.number_of(self.Catalog)} 0 R{info}/ID[<{digest}><{digest}>]"
        return _write_file(plain, packs, trailer)

    def _body(self, number: int) -> bytes:
        """An object's bytes. Hook: `numberToId` and `idToObject` lead to ReportLab's objects."""
        own = self._own.get(number)
        if own is not None:
            return own.data.encode("ascii") if isinstance(own.data, str) else own.data
        obj = self.idToObject[self.numberToId[number]]
        if isinstance(obj, pdfdoc.PDFPage):
            return self._page(obj).encode("ascii")
        body: bytes = obj.format(self)
        return _mend_stream_end(body) if isinstance(obj, pdfdoc.PDFStream) else body

    def _page(self, page: Any) -> str:
        """A page's dictionary, with what tagging needs and ReportLab has not. Hook: PDFPage's attributes."""
        annotations = f"/Annots[{' '.join(page.Annots)}]" if page.Annots else ""
        return (
            f"<</Type/Page/Parent {self.number_of(self.Pages)} 0 R"
            f"/MediaBox{rectangle(0, 0, page.pagewidth, page.pageheight)}/Resources {page.Resources}"
            f"/Contents {page.Contents}/StructParents {page.StructParents}/Tabs/S{annotations}>>"
        )


class SheetCanvas(reportlab_canvas.Canvas):  # type: ignore[misc]
    """A ReportLab canvas on an `ArchivalDocument`, with no preamble and with the page entries that tagging needs."""

    def __init__(self, known: Memory[bytes] | None = None) -> None:
        super().__init__(io.BytesIO(), pageCompression=1, invariant=1)
        self._doc = ArchivalDocument(known)
        self.resources = self._doc.reserve()

    @property
    def document(self) -> ArchivalDocument:
        """The document being written."""
        return self._doc

    def end_page(self, width: float, height: float, content: bytes) -> int:
        """Close the page at hand, whose content is this stream object; its object number."""
        self._pagesize = (width, height)
        self._content = content
        self.showPage()
        return self._doc.number_of(self._doc.Pages.pages[-1])

    def _make_preamble(self) -> None:
        """Nothing. Hook: ReportLab's own preamble selects Helvetica outside any mark."""
        self._preamble = ""

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802
        """Say what stands in the page's dictionary. Hook: `showPage` calls this with the finished PDFPage."""
        page.Annots = []
        page.StructParents = len(self._doc.Pages.pages)
        page.Resources = self.resources.reference
        page.Contents = self._doc.add(self._content).reference


def stream(content: bytes, entries: str = "", compressed: bool = True) -> bytes:
    """A stream object's bytes, with the line end before `endstream` that PDF/A-2 6.1.7.1 wants."""
    if compressed:
        content = deflate(content, _LEVEL)
        entries += "/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s" % (entries.encode("ascii"), len(content), content + _STREAM_END)


def _mend_stream_end(body: bytes) -> bytes:
    """Hook: `PDFStream.format` writes `endstream` right behind the data (PDF/A-2 6.1.7.1 wants a line end)."""
    return body.removesuffix(b"endstream\n") + _STREAM_END


def _write_file(plain: list[tuple[int, bytes]], packs: list[tuple[Sequence[int], bytes]], trailer: str) -> bytes:
    """Lay the objects out behind each other and index them with a cross-reference stream (ISO 32000-1 7.5.8)."""
    out = [_HEADER]
    offset = len(_HEADER)
    rows: dict[int, bytes] = {0: b"\0\0\0\0\0\xff\xff"}

    def put(number: int, body: bytes) -> None:
        nonlocal offset
        text = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        rows[number] = _ROW(1, offset, 0)
        out.append(text)
        offset += len(text)

    for number, body in plain:
        put(number, body)
    size = max(max(rows), *(row[-1] for row, _ in packs)) + 1
    for holder, (row, pack) in enumerate(packs, start=size):
        put(holder, pack)
        kind_and_holder = b"\2" + holder.to_bytes(4, "big")
        rows.update(zip(row, [kind_and_holder + index for index in _indices(len(row))], strict=True))
    xref, size = size + len(packs), size + len(packs) + 1
    rows[xref] = _ROW(1, offset, 0)
    table = b"".join([rows[number] for number in range(size)])
    entries = f"/Type/XRef/Size {size}/W[1 4 2]{trailer}"
    # Its rows are counted: it cannot take the byte more by which `deflate` mends an end. Unpacked it ends in zeros.
    packed = zlib.compress(table, _LEVEL)
    is_packed = ends_well(packed)
    entries += "/Filter/FlateDecode" if is_packed else ""
    index = stream(packed if is_packed else table, entries, compressed=False)
    out.append(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (xref, index, offset))
    return b"".join(out)


@remembered(bounds.ROWS_OF_PACKS)
def _indices(count: int) -> Sequence[bytes]:
    """The last column of the rows of an object stream's objects."""
    return [index.to_bytes(2, "big") for index in range(count)]


def _packs(objects: list[tuple[int, bytes]], known: Memory[bytes]) -> Iterator[tuple[Sequence[int], bytes]]:
    """The objects in as many object streams as it takes."""
    for start in range(0, len(objects), _OBJECTS_PER_STREAM):
        chunk = tuple(objects[start : start + _OBJECTS_PER_STREAM])
        yield [number for number, _ in chunk], known.get(chunk, lambda: object_stream(chunk))  # noqa: B023 (at once)


def object_stream(objects: Iterable[tuple[int, bytes]]) -> bytes:
    """One object stream holding these objects (ISO 32000-1 7.5.7)."""
    index: list[bytes] = []
    bodies: list[bytes] = []
    offset = 0
    for number, body in objects:
        index.append(b"%d %d" % (number, offset))
        bodies.append(body)
        offset += len(body) + 1
    head = b" ".join(index) + b"\n"
    return stream(head + b"\n".join(bodies), f"/Type/ObjStm/N {len(bodies)}/First {len(head)}")
