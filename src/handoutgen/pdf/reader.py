"""The bytes of a PDF turned back into objects: a small reader that shares no code with the writer.

It exists so that every build can reopen what it made within milliseconds. It follows cross-reference tables and
streams and unpacks object streams (ISO 32000-1 7.5); it does not repair, decrypt or guess.

Objects come as the values of `objects`, streams as `Stream`.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from handoutgen.pdf.objects import Ref, UnreadableError, parse

_ELEMENT = re.compile(
    r"<</Type/StructElem/S(/[A-Za-z0-9]+)/P (\d+) 0 R(?:/Pg (\d+) 0 R)?"
    r"(?:/K\[(?:(\d+)|((?:\d+ 0 R ?)+))\])?(?:/A<</O(/\w+)(/\w+)(/\w+)>>)?>>\s*"
)


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: its dictionary and its bytes as they stand in the file."""

    entries: dict[str, Any]
    raw: bytes

    def content(self) -> bytes:
        """The bytes without their compression.

        Raises UnreadableError for any filter but FlateDecode without a predictor, or with a PNG one.
        """
        filters = self.entries.get("/Filter")
        if filters in (None, []):
            return self.raw
        if filters not in ("/FlateDecode", ["/FlateDecode"]):
            raise UnreadableError(f"A stream uses the filter {filters}, which is not read here.")
        try:
            data = zlib.decompressobj().decompress(self.raw)
        except zlib.error as error:
            raise UnreadableError(f"A compressed stream is damaged ({error}).") from error
        parameters = self.entries.get("/DecodeParms") or {}
        parameters = parameters[0] if isinstance(parameters, list) else parameters
        if parameters.get("/Predictor", 1) < 10:
            return data
        return _undo_png(data, parameters.get("/Columns", 1) * parameters.get("/Colors", 1))


class PdfFile:
    """A PDF opened for reading. Objects are parsed when asked for, each once."""

    def __init__(self, data: bytes) -> None:
        """Raises UnreadableError when the cross-reference information cannot be followed."""
        self._data = data
        self._places: dict[int, tuple[int, int]] = {}
        """Object number to (0, offset) or (number of its object stream, index in it)."""
        self._objects: dict[int, Any] = {}
        self._packs: dict[int, list[str]] = {}
        self.trailer: dict[str, Any] = {}
        start = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data[-64:])
        if not data.startswith(b"%PDF-") or start is None:
            raise UnreadableError("This is not a complete PDF file.")
        self._read_index(int(start[1]))

    def get(self, value: Any) -> Any:
        """The value itself, or what it refers to."""
        while isinstance(value, Ref):
            value = self._object(int(value))
        return value

    def entry(self, holder: Any, *keys: str) -> Any:
        """What the keys lead to, one dictionary inside the other; None where there is nothing."""
        for key in keys:
            holder = self.get(holder)
            if isinstance(holder, Stream):
                holder = holder.entries
            if not isinstance(holder, dict):
                return None
            holder = holder.get(key)
        return self.get(holder)

    @property
    def catalog(self) -> dict[str, Any]:
        """The document's catalog."""
        found = self.get(self.trailer.get("/Root"))
        if not isinstance(found, dict):
            raise UnreadableError("The file has no catalog.")
        return found

    def pages(self) -> list[tuple[int, dict[str, Any]]]:
        """(object number, dictionary) of every page, in order."""
        found: list[tuple[int, dict[str, Any]]] = []
        todo = [self.catalog.get("/Pages")]
        seen: set[int] = set()
        while todo:
            reference = todo.pop()
            node = self.get(reference)
            if not isinstance(node, dict) or not isinstance(reference, Ref) or int(reference) in seen:
                raise UnreadableError("The page tree is damaged.")
            seen.add(int(reference))
            if node.get("/Type") == "/Pages":
                todo += reversed(self.get(node.get("/Kids")) or [])
            else:
                found.append((int(reference), node))
        return found

    def _object(self, number: int) -> Any:
        if number not in self._objects:
            holder, where = self._places.get(number, (0, -1))
            if holder:
                pack = self._pack(holder)
                self._objects[number] = _packed(pack[where]) if where < len(pack) else None
            else:
                self._objects[number] = self._indirect(number, where) if where >= 0 else None
        return self._objects[number]

    def _indirect(self, number: int, offset: int) -> Any:
        """The object that starts at `offset`."""
        head = re.compile(rb"\s*(\d+)\s+\d+\s+obj\b").match(self._data, offset)
        if head is None or int(head[1]) != number:
            raise UnreadableError(f"Object {number} is not where the index says.")
        end = self._data.find(b"endobj", head.end())
        body = self._data[head.end() : end if end >= 0 else len(self._data)]
        if b"stream" not in body:
            return _first(parse(body.decode("latin-1")))
        cut = re.search(rb">>\s*stream(\r\n|\n|\r)", body)
        if cut is None:
            return _first(parse(body.decode("latin-1")))
        entries = _first(parse(body[: cut.start() + 2].decode("latin-1")))
        length = self.get(entries.get("/Length"))
        start = head.end() + cut.end()
        return Stream(entries, self._data[start : start + int(length)])

    def _pack(self, number: int) -> list[str]:
        """The texts of the objects in an object stream (7.5.7), in their order in it."""
        if number not in self._packs:
            stream = self._object(number)
            if not isinstance(stream, Stream):
                raise UnreadableError(f"Object stream {number} is missing.")
            content = stream.content().decode("latin-1")
            first, count = stream.entries["/First"], stream.entries["/N"]
            starts = [first + int(offset) for offset in content[:first].split()[1 : 2 * count : 2]]
            ends = [*starts[1:], len(content)]
            self._packs[number] = [content[a:b] for a, b in zip(starts, ends, strict=True)]
        return self._packs[number]

    def _read_index(self, offset: int) -> None:
        """Follow the chain of cross-reference sections, the newest first (7.5.6)."""
        seen: set[int] = set()
        todo = [offset]
        while todo:
            offset = todo.pop()
            if offset in seen:
                continue
            seen.add(offset)
            read = self._read_table if self._data.startswith(b"xref", offset) else self._read_stream
            trailer = read(offset)
            self.trailer = {**trailer, **self.trailer}
            todo += [trailer[key] for key in ("/Prev", "/XRefStm") if isinstance(trailer.get(key), int)]

    def _read_table(self, offset: int) -> dict[str, Any]:
        """A cross-reference table and its trailer (7.5.4)."""
        end = self._data.find(b"trailer", offset)
        if end < 0:
            raise UnreadableError("The cross-reference table has no trailer.")
        words = self._data[offset + 4 : end].split()
        at = 0
        while at + 1 < len(words):
            first, count = int(words[at]), int(words[at + 1])
            for i in range(count):
                row = at + 2 + 3 * i
                if words[row + 2] == b"n":
                    self._places.setdefault(first + i, (0, int(words[row])))
            at += 2 + 3 * count
        stop = self._data.find(b"startxref", end)
        trailer = _first(parse(self._data[end + 7 : stop].decode("latin-1")))
        return trailer if isinstance(trailer, dict) else {}

    def _read_stream(self, offset: int) -> dict[str, Any]:
        """A cross-reference stream (7.5.8)."""
        head = re.compile(rb"\s*(\d+)\s+\d+\s+obj\b").match(self._data, offset)
        stream = self._indirect(int(head[1]), offset) if head else None
        if not isinstance(stream, Stream) or stream.entries.get("/Type") != "/XRef":
            raise UnreadableError("The cross-reference stream is missing.")
        rows, entries = stream.content(), stream.entries
        a, b, c = entries["/W"]
        ranges: Iterable[int] = iter(entries.get("/Index") or [0, entries["/Size"]])
        at = 0
        for first, count in zip(ranges, ranges, strict=False):  # the iterator is drawn on twice: pairs
            for number in range(first, first + count):
                row = rows[at : at + a + b + c]
                at += a + b + c
                kind = row[0] if a else 1
                where, index = int.from_bytes(row[a : a + b], "big"), int.from_bytes(row[a + b :], "big")
                if kind == 1:
                    self._places.setdefault(number, (0, where))
                elif kind == 2:
                    self._places.setdefault(number, (where, index))
        return entries


def _packed(text: str) -> Any:
    """The value of one object of an object stream. Most are structure elements with plain kids, so these, in the form
    that the writer gives them, are recognised in one go."""
    found = _ELEMENT.fullmatch(text)
    if found is None:
        return _first(parse(text))
    role, parent, page, mark, many, owner, key, value = found.groups()
    entries: dict[str, Any] = {"/Type": "/StructElem", "/S": role, "/P": Ref(parent)}
    if page:
        entries["/Pg"] = Ref(page)
    if mark:
        entries["/K"] = [int(mark)]
    elif many:
        entries["/K"] = [Ref(kid) for kid in many.split()[::3]]
    if owner:
        entries["/A"] = {"/O": owner, key: value}
    return entries


def _first(values: list[Any]) -> Any:
    """The one value of an object."""
    if not values:
        raise UnreadableError("An object is empty.")
    return values[0]


def _undo_png(data: bytes, width: int) -> bytes:
    """Rows of `width` bytes from their PNG prediction (only None and Up, which is what PDF writers use)."""
    rows: list[bytes] = []
    above = bytes(width)
    for start in range(0, len(data), width + 1):
        kind, row = data[start], data[start + 1 : start + 1 + width]
        if kind == 2:
            row = bytes((x + y) & 255 for x, y in zip(row, above, strict=False))
        elif kind:
            raise UnreadableError("A stream uses a PNG prediction that is not read here.")
        rows.append(row)
        above = row
    return b"".join(rows)
