"""PDFs that are small or plain to look at and without end, depth or bound to read, each made by hand, by name."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping

from fuzz.pdf_mutations import BOMB, Parts, stream, written

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]%b>>"


def plain(page: bytes = b"", catalog: bytes = b"", **more: bytes) -> Parts:
    """A file with one blank page: objects 1 to 3, and more by their number as `_4`."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog,
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: PAGE % page,
    }
    objects |= {int(name[1:]): text for name, text in more.items()}
    return Parts(objects, b"<</Size 99/Root 1 0 R>>")


def references(first: int, count: int) -> bytes:
    """References to so many objects, one after another."""
    return b" ".join(b"%d 0 R" % number for number in range(first, first + count))


def _claimed_pages() -> bytes:
    parts = plain()
    parts.objects[2] = b"<</Type/Pages/Kids[3 0 R]/Count 1000000>>"
    return written(parts)


def _million_pages() -> bytes:
    parts = plain()
    parts.objects[2] = b"<</Type/Pages/Kids[" + b"3 0 R " * 1_000_000 + b"]/Count 1000000>>"
    return written(parts)


def _many_pages() -> bytes:
    parts = plain()
    parts.objects |= dict.fromkeys(range(4, 150004), PAGE % b"")
    parts.objects[2] = b"<</Type/Pages/Kids[%b]/Count 150000>>" % references(4, 150_000)
    return written(parts)


def _page_tree_loop() -> bytes:
    parts = plain()
    parts.objects[3] = b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 9>>"
    return written(parts)


def _shared_kids() -> bytes:
    """A thousand knots of the page tree with the same thousand kids."""
    parts = plain(_4=b"[%b]" % references(5, 1_000))
    parts.objects |= dict.fromkeys(range(5, 1005), b"<</Type/Pages/Parent 2 0 R/Kids 4 0 R/Count 1000>>")
    parts.objects[2] = b"<</Type/Pages/Kids 4 0 R/Count 1000000>>"
    return written(parts)


def _shared_tags() -> bytes:
    """Ten thousand elements with the same ten thousand kids."""
    parts = plain(catalog=b"/MarkInfo<</Marked true>>/StructTreeRoot 4 0 R", _4=b"<</Type/StructTreeRoot/K 5 0 R>>")
    parts.objects[5] = b"[%b %b]" % (references(6, 10_000), b"0 " * 10_000)
    parts.objects |= dict.fromkeys(range(6, 10006), b"<</Type/StructElem/S/P/P 4 0 R/K 5 0 R/Pg 3 0 R>>")
    return written(parts)


def _deep_tags() -> bytes:
    parts = plain(catalog=b"/MarkInfo<</Marked true>>/StructTreeRoot 4 0 R", _4=b"<</Type/StructTreeRoot/K 5 0 R>>")
    parts.objects |= {
        number: b"<</Type/StructElem/S/P/P %d 0 R/K[%d 0 R]>>" % (number - 1, number + 1) for number in range(5, 50_005)
    }
    return written(parts)


def _parent_tree_loop() -> bytes:
    tree = b"<</Type/StructTreeRoot/K[]/ParentTree 5 0 R>>"
    return written(plain(catalog=b"/StructTreeRoot 4 0 R", _4=tree, _5=b"<</Kids[%b]>>" % (b"5 0 R " * 1_000)))


def _object_streams_in_each_other() -> bytes:
    """Our reader follows the index to 5, which is in 6, which is in 5."""
    rows = [(0, 0), *[(1, 0)] * 4, (2, 6), (2, 5)]
    packed = zlib.compress(
        b"".join(kind.to_bytes(1, "big") + place.to_bytes(4, "big") + b"\0\0" for kind, place in rows)
    )
    entries = b"<</Type/XRef/W[1 4 2]/Root 5 0 R/Size %d/Filter/FlateDecode/Length %d>>" % (len(rows), len(packed))
    index = b"9 0 obj\n%b\nstream\n%b\nendstream\nendobj\n" % (entries, packed)
    return b"%%PDF-1.7\n%bstartxref\n9\n%%%%EOF\n" % index


def _index_loop() -> bytes:
    return b"%PDF-1.7\nxref\n0 0\ntrailer\n<</Prev 9/XRefStm 9/Root 1 0 R>>\nstartxref\n9\n%%EOF\n"


def _index_chain() -> bytes:
    """Fifty thousand indexes, each leading to the next."""
    links = [b"xref\n0 0\ntrailer<</Prev %010d/Root 1 0 R>>\n" % (9 + 46 * (number + 1)) for number in range(50_000)]
    return b"%PDF-1.7\n" + b"".join(links) + b"startxref\n9\n%%EOF\n"


def _wide_index() -> bytes:
    entries = b"<</Type/XRef/W[0 9999999 9999999]/Index[0 999999999]/Root 1 0 R/Size 9/Length 0>>"
    return b"%%PDF-1.7\n9 0 obj\n%b\nstream\n\nendstream\nendobj\nstartxref\n9\n%%%%EOF\n" % entries


def _widths() -> bytes:
    font = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/W[" + b"0 9999999 500 " * 300_000 + b"]>>"
    whole = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]>>"
    page = b"/Resources<</Font<</F 4 0 R>>>>/Contents 6 0 R"
    return written(plain(page, _4=whole, _5=font, _6=stream(b"BT /F 9 Tf <00410042> Tj ET")))


def _forms(count: int, depth: int) -> bytes:
    """Forms that show the next one many times."""
    shown = stream(b"/X Do " * count, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>")
    parts = plain(b"/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>", _4=stream(b"/X Do " * count))
    parts.objects |= {number: shown.replace(b"%d", b"%d" % (number + 1)) for number in range(5, 5 + depth)}
    return written(parts)


def _annotations() -> bytes:
    link = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org/)>>>>"
    parts = plain(b"/Annots[%b]" % references(4, 100_000))
    parts.objects |= dict.fromkeys(range(4, 100004), link)
    return written(parts)


def _names() -> bytes:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/" + b"N" * 10_000_000 + b">>"
    shown = stream(b"BT /F 9 Tf " + b"(a) Tj " * 3_000 + b"ET")
    return written(plain(b"/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R", _4=font, _5=shown))


def _one_text_in_many_tags() -> bytes:
    shown = stream(b"BT /F 9 Tf /P <</MCID 0>> BDC (" + b"word " * 20_000 + b") Tj EMC ET")
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    page = b"/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R/StructParents 0"
    parts = plain(page, b"/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R", _4=font, _5=shown)
    parts.objects[6] = b"<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[7 0 R]]>>>>"
    parts.objects[7] = b"<</Type/StructElem/S/P/P 6 0 R/Pg 3 0 R/K[" + b"0 " * 30_000 + b"]>>"
    return written(parts)


def _unpacks_to_much() -> bytes:
    return b"<</Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (len(BOMB), BOMB)


def _packets() -> bytes:
    return written(plain(), b"<x:xmpmeta " * 1_000_000)


MONSTERS: Mapping[str, Callable[[], bytes]] = {
    "claims a million pages": _claimed_pages,
    "a million times the same page": _million_pages,
    "150,000 pages": _many_pages,
    "a page tree that holds itself": _page_tree_loop,
    "a page tree of shared kids": _shared_kids,
    "a structure tree of shared kids": _shared_tags,
    "a structure tree 50,000 deep": _deep_tags,
    "a ParentTree that holds itself": _parent_tree_loop,
    "one text in 30,000 marks": _one_text_in_many_tags,
    "object streams in each other": _object_streams_in_each_other,
    "an index that leads to itself": _index_loop,
    "50,000 indexes": _index_chain,
    "an index with wide columns": _wide_index,
    "widths for ten million codes, often": _widths,
    "forms in forms": lambda: _forms(20, 20),
    "a page of many forms": lambda: _forms(100_000, 1),
    "100,000 annotations": _annotations,
    "names of 10 MB": _names,
    "metadata without end": _packets,
    "metadata that unpack to 400 MB": lambda: written(
        plain(catalog=b"/Metadata 4 0 R", _4=_unpacks_to_much())
    ),
    "a page that unpacks to 400 MB": lambda: written(
        plain(b"/Contents 4 0 R", _4=_unpacks_to_much())
    ),
    "a million brackets": lambda: written(plain(catalog=b"/StructTreeRoot " + b"[" * 1_000_000)),
    "a million keys in keys": lambda: written(plain(catalog=b"/StructTreeRoot " + b"<</K " * 1_000_000)),
    "a string that never ends": lambda: written(plain(catalog=b"/StructTreeRoot (" + b"\\(" * 1_000_000)),
    "a file of zeros with a PDF's first words": lambda: b"%PDF-1.7\n" + bytes(30_000_000),
    "metadata that are a reference to themselves": lambda: written(plain(catalog=b"/Metadata 4 0 R", _4=b"4 0 R")),
    "metadata in a ring": lambda: written(plain(catalog=b"/Metadata 4 0 R", _4=b"5 0 R", _5=b"4 0 R")),
    "a stream as long as itself": lambda: written(
        plain(catalog=b"/Metadata 4 0 R", _4=b"<</Length 4 0 R>>\nstream\nx\nendstream")
    ),
    "words of ten million figures": lambda: written(plain(catalog=b"/Odd " + b"1" * 10_000_000)),
    "five million numbers": lambda: written(plain(catalog=b"/StructTreeRoot[" + b"1 " * 2_900_000 + b"]")),
}  # fmt: skip


def monsters() -> Iterator[tuple[str, bytes]]:
    """All of them, with their names."""
    return ((name, make()) for name, make in MONSTERS.items())
