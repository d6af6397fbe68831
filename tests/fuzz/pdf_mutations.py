"""Finished PDFs → hostile ones: references that loop, counts that lie, streams that unpack to far too much, torn bytes.

A file is taken apart into its objects, these are changed, and a whole file with a right index is written again: else
every reader would stop at the index and nothing behind it would be tried. Raw bytes are changed last.
"""

from __future__ import annotations

import io
import random
import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pikepdf

REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
STRING = re.compile(rb"\([^()\\]*\)")
ARRAY = re.compile(rb"\[[^\[\]]*\]")
ODD_NUMBERS = (
    b"-1", b"0", b"1", b"65536", b"2147483647", b"2147483648", b"-2147483648", b"4294967296", b"99999999999999999999",
    b"1e999", b"0.000000001", b"3.4e38", b"340282350000000000000000000000000000000", b"NaN", b"null", b"true", b"/N",
)  # fmt: skip
ODD_FILTERS = (
    b"/LZWDecode", b"/ASCIIHexDecode", b"/ASCII85Decode", b"/RunLengthDecode", b"/DCTDecode", b"/JPXDecode",
    b"/JBIG2Decode", b"/CCITTFaxDecode", b"/Crypt", b"/None", b"[/FlateDecode/FlateDecode]", b"[/ASCIIHexDecode]",
    b"[" + b"/FlateDecode" * 40 + b"]", b"99 0 R", b"null",
)  # fmt: skip
ODD_CONTENT = (
    b"q " * 50_000, b"BT " * 5_000, b"/P <</MCID 0>> BDC " * 5_000, b"EMC Q ET " * 3_000, b"[" * 5_000,
    b"(" * 5_000, b"/Fm0 Do /Im0 Do " * 2_000, b"1e38 0 0 1e38 0 0 cm ", b"BT /F1 1e30 Tf (x) Tj ET ",
    b"BI /W 99999 /H 99999 /BPC 8 /CS /RGB ID x EI ", b"0 0 0 0 0 0 cm ", b"<" * 1_000, b"/GS0 gs /Pattern cs /P0 scn ",
)  # fmt: skip


@dataclass(slots=True)
class Parts:
    """A file in parts: the text of each object, by its number, and of its trailer."""

    objects: dict[int, bytes]
    trailer: bytes

    def copy(self) -> Parts:
        """The same, to change."""
        return Parts(dict(self.objects), self.trailer)


def parts_of(data: bytes) -> Parts:
    """A sound file, taken apart; its streams stay as they are."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    whole = out.getvalue()
    starts = [(int(number), int(at)) for number, at in enumerate(re.findall(rb"(\d{10}) \d{5} [nf]", whole)) if int(at)]
    ends = sorted([at for _, at in starts] + [whole.rindex(b"xref\n", 0, whole.rindex(b"trailer"))])
    objects = {}
    for number, at in starts:
        text = whole[at : ends[ends.index(at) + 1]]
        objects[number] = text[text.index(b"obj") + 3 : text.rindex(b"endobj")].strip()
    trailer = whole[whole.rindex(b"trailer") + 7 : whole.rindex(b"startxref")].strip()
    return Parts(objects, trailer)


def written(parts: Parts, tail: bytes = b"") -> bytes:
    """A whole file with a right index, and `tail` put in before its last three lines."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = {}
    for number, text in parts.objects.items():
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, text))
    start = out.tell()
    size = max(parts.objects, default=0) + 1
    out.write(b"xref\n0 %d\n" % size)
    out.writelines(
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n" for number in range(size)
    )
    out.write(b"trailer\n%b\n%bstartxref\n%d\n%%%%EOF\n" % (parts.trailer, tail, start))
    return out.getvalue()


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object, compressed."""
    packed = zlib.compress(content, 9)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (entries, len(packed), packed)


def bomb(size: int) -> bytes:
    """So many zeros, a thousandth as large in compressed form."""
    packer = zlib.compressobj(9)
    piece = bytes(1_000_000)
    return b"".join([*(packer.compress(piece) for _ in range(size // len(piece))), packer.flush()])


BOMB = bomb(400_000_000)

Change = Callable[[random.Random, Parts], None]


def _one(chance: random.Random, parts: Parts, wanted: re.Pattern[bytes]) -> tuple[int, re.Match[bytes]] | None:
    """A random place that the pattern finds, outside of the bytes of streams; None where there is none."""
    for _ in range(20):
        number = chance.choice(list(parts.objects))
        found = list(wanted.finditer(parts.objects[number].partition(b"stream")[0]))
        if found:
            return number, chance.choice(found)
    return None


def _put(parts: Parts, number: int, found: re.Match[bytes], new: bytes) -> None:
    text = parts.objects[number]
    parts.objects[number] = text[: found.start()] + new + text[found.end() :]


def _replace(wanted: re.Pattern[bytes], new: Callable[[random.Random, Parts, int, bytes], bytes]) -> Change:
    """A change that puts something else in one place."""

    def change(chance: random.Random, parts: Parts) -> None:
        place = _one(chance, parts, wanted)
        if place:
            _put(parts, *place, new(chance, parts, place[0], place[1][0]))

    return change


def _any_object(chance: random.Random, parts: Parts) -> int:
    return chance.choice(list(parts.objects))


def _become_a_reference(chance: random.Random, parts: Parts) -> None:
    number = _any_object(chance, parts)
    parts.objects[number] = b"%d 0 R" % chance.choice([number, _any_object(chance, parts)])


def _change_places(chance: random.Random, parts: Parts) -> None:
    one, other = _any_object(chance, parts), _any_object(chance, parts)
    parts.objects[one], parts.objects[other] = parts.objects[other], parts.objects[one]


def _lose(chance: random.Random, parts: Parts) -> None:
    if len(parts.objects) > 1:
        del parts.objects[_any_object(chance, parts)]


def _swell(chance: random.Random, parts: Parts) -> None:
    """A stream that unpacks to hundreds of megabytes, rarely; else to odd drawing."""
    streams = [number for number, text in parts.objects.items() if b"stream" in text]
    if not streams:
        return
    number = chance.choice(streams)
    if chance.random() < 0.06:
        entries = parts.objects[number].partition(b"stream")[0]
        entries = re.sub(rb"/(Length|Filter|DecodeParms)\s*(\d+( 0 R)?|/\w+|\[[^]]*\]|<<[^>]*>>)", b"", entries).strip()
        parts.objects[number] = entries.removesuffix(
            b">>"
        ) + b"/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (len(BOMB), BOMB)
    else:
        parts.objects[number] = stream(chance.choice(ODD_CONTENT))


def _nest(chance: random.Random, parts: Parts, number: int, old: bytes) -> bytes:
    deep = chance.choice([50, 600, 20_000])
    opening, closing = chance.choice([(b"[", b"]"), (b"<</K ", b">>"), (b"[", b""), (b"(", b")")])
    return opening * deep + old + closing * deep


CHANGES: Sequence[Change] = (
    _replace(REFERENCE, lambda chance, parts, number, old: b"%d 0 R" % number),
    _replace(REFERENCE, lambda chance, parts, number, old: b"%d 0 R" % _any_object(chance, parts)),
    _replace(REFERENCE, lambda chance, parts, number, old: parts.objects[_any_object(chance, parts)][:2_000]),
    _replace(ARRAY, lambda chance, parts, number, old: b"[" + old[1:-1] * chance.choice([2, 50, 5_000]) + b"]"),
    _replace(ARRAY, lambda chance, parts, number, old: b"[%d 0 R]" % number),
    _replace(NUMBER, lambda chance, parts, number, old: chance.choice(ODD_NUMBERS)),
    _replace(NUMBER, lambda chance, parts, number, old: b"%d 0 R" % _any_object(chance, parts)),
    _replace(NAME, lambda chance, parts, number, old: old + b"x" * chance.choice([1, 300, 70_000])),
    _replace(NAME, lambda chance, parts, number, old: b"/Was" + old[1:]),
    _replace(STRING, lambda chance, parts, number, old: old[:-1] + b"\\(" * chance.choice([3, 3_000]) + old[-1:]),
    _replace(re.compile(rb"/Filter\s*/\w+"), lambda chance, *_: b"/Filter " + chance.choice(ODD_FILTERS)),
    _replace(re.compile(rb"/Length \d+"), lambda chance, *_: b"/Length " + chance.choice(ODD_NUMBERS)),
    _replace(re.compile(rb"/Length \d+"), lambda chance, parts, number, old: b"/Length %d 0 R" % number),
    _replace(re.compile(rb"/(Count|Rotate|MCID|FontMatrix|Widths|MediaBox|DW) ?"),
             lambda chance, parts, number, old: old + b" " + chance.choice(ODD_NUMBERS) + b" /Odd "),
    _replace(re.compile(rb">>"), lambda chance, *_: b"/DecodeParms<</Predictor 15/Columns %b>>>>"
             % chance.choice(ODD_NUMBERS)),
    _replace(ARRAY, _nest),
    _replace(NUMBER, _nest),
    _become_a_reference,
    _change_places,
    _lose,
    _swell,
)  # fmt: skip


def _pack(chance: random.Random, parts: Parts) -> None:
    """Move objects into an object stream; PDFium finds them by rebuilding the index, our reader by an XRef stream."""
    plain = [number for number, text in parts.objects.items() if b"stream" not in text][: chance.randint(1, 40)]
    texts = [parts.objects[number] for number in plain]
    starts = [sum(len(text) + 1 for text in texts[:index]) for index in range(len(texts))]
    head = b" ".join(b"%d %d" % pair for pair in zip(plain, starts, strict=True)) + b"\n"
    number = max(parts.objects) + 1
    holder = chance.choice([number, number, *plain])
    count = chance.choice([len(plain), len(plain), 10**9, -1])
    entries = b"/Type/ObjStm/N %d/First %d/Extends %d 0 R" % (count, len(head), holder)
    parts.objects[holder] = stream(head + b"\n".join(texts), entries)


def tail_of(chance: random.Random) -> bytes:
    """Older indexes that the trailer leads to: itself, or nowhere."""
    return chance.choice([b"", b"", b"", b"xref\n0 999999999\ntrailer<</Prev 9>>\n", b"%%EOF\n", b"trailer<<>>\n"])


def mutated(chance: random.Random, seeds: Sequence[Parts]) -> bytes:
    """One hostile file."""
    parts = chance.choice(seeds).copy()
    for _ in range(chance.choice([1, 1, 2, 3, 8])):
        chance.choice(CHANGES)(chance, parts)
    if chance.random() < 0.1 and parts.objects:
        _pack(chance, parts)
    if chance.random() < 0.1:
        parts.trailer = parts.trailer.replace(b"<<", b"<</Prev %d " % chance.choice([0, 9, 15, 10**12]), 1)
    data = written(parts, tail_of(chance))
    return torn(chance, data) if chance.random() < 0.25 else data


def torn(chance: random.Random, data: bytes) -> bytes:
    """Raw bytes lost, doubled or changed."""
    for _ in range(chance.choice([1, 1, 3, 30])):
        at = chance.randrange(len(data) + 1)
        length = chance.choice([1, 2, 16, 500])
        kind = chance.randrange(5)
        if kind == 0:
            data = data[:at] + chance.randbytes(length) + data[at + length :]
        elif kind == 1:
            data = data[:at] + data[at + length :]
        elif kind == 2:
            data = data[:at] + data[at : at + length] * chance.choice([2, 30]) + data[at + length :]
        elif kind == 3:
            data = data[:at] + chance.choice([b"<<", b">>", b"[", b"(", b"endobj", b"stream\n", b"%"]) + data[at:]
        elif chance.random() < 0.2:
            data = data[:at]
    return data
