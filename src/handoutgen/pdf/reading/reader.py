"""The bytes of a PDF turned back into objects: a small reader that shares no code with the writer.

It exists so that every build can reopen what it made within milliseconds. It follows cross-reference tables and
streams and unpacks object streams (ISO 32000-1 7.5); it does not repair, decrypt or guess.

Objects come as the values of `objects`, streams as `Stream`.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from typing import Any

from handoutgen import bounds
from handoutgen.memory import Memory
from handoutgen.pdf.reading.allowance import Allowance
from handoutgen.pdf.reading.limits import LONGEST_CHAIN, MOST_OBJECTS, MOST_PARSED
from handoutgen.pdf.reading.objects import Ref, UnreadableError, first_value, parse
from handoutgen.pdf.reading.streams import Pack, Stream

_HEAD = re.compile(rb"\s*(\d+)\s+\d+\s+obj\b").match
_PLAIN_STREAM = re.compile(rb"\s*+<</Filter/FlateDecode/Length (\d++)>>\s*+stream(?:\r\n|\n|\r)").match
"""A stream in the form that the writer gives most: recognised in one go."""
_STREAM = re.compile(rb">>\s*+stream(\r\n|\n|\r)").search


class PdfFile:
    """A PDF opened for reading. Objects are parsed when asked for, each once."""

    def __init__(self, data: bytes, packs: Memory[Pack] | None = None) -> None:
        """`packs` remembers object streams, by their bytes. Raises UnreadableError when the cross-reference information
        cannot be followed."""
        self._data = data
        self._places: dict[int, tuple[int, int]] = {}
        """Object number to (0, offset) or (number of its object stream, index in it)."""
        self._objects: dict[int, Any] = {}
        self._known: Memory[Pack] = Memory(bounds.STREAMS_OF_A_FILE) if packs is None else packs
        self._packs: dict[int, Pack] = {}
        self._whole: dict[int, bool] = {}
        self._rows = Allowance(MOST_OBJECTS, "objects")
        self._parsed = Allowance(MOST_PARSED, "bytes of objects")
        self._skimmed = Allowance(3 * len(data), "bytes")
        """For what is cheap but not free: looking for the ends of objects that may lie in each other."""
        self._waiting = 0
        """How many objects are being read, each because the one before needs it."""
        self.trailer: dict[str, Any] = {}
        start = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data[-64:])
        if not data.startswith(b"%PDF-") or start is None:
            raise UnreadableError("This is not a complete PDF file.")
        self._read_index(int(start[1]))

    def get(self, value: Any) -> Any:
        """The value itself, or what it refers to."""
        if type(value) is not Ref:  # asked for a thousand times in each file
            return value
        found = self._objects.get(value, value)
        if type(found) is not Ref:
            return found
        steps = 0
        while isinstance(value, Ref):
            if (steps := steps + 1) > LONGEST_CHAIN:
                raise UnreadableError("A reference leads back to itself.")
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
                if len(todo) > MOST_OBJECTS:
                    raise UnreadableError("The page tree is too large.")
            else:
                found.append((int(reference), node))
        return found

    def _object(self, number: int) -> Any:
        known = self._objects.get(number, self)
        if known is self:
            self._waiting += 1
            if self._waiting > LONGEST_CHAIN:
                raise UnreadableError("An object needs itself to be read.")
            holder, where = self._places.get(number, (0, -1))
            if holder:
                self._objects[number] = self._pack(holder).object(where)
            else:
                self._objects[number] = self._indirect(number, where) if where >= 0 else None
            self._waiting -= 1
        return self._objects[number]

    def _indirect(self, number: int, offset: int) -> Any:
        """The object that starts at `offset`."""
        head = _HEAD(self._data, offset)
        if head is None or int(head[1]) != number:
            raise UnreadableError(f"Object {number} is not where the index says.")
        plain = _PLAIN_STREAM(self._data, head.end())
        if plain is not None:
            size = int(plain[1])
            return self._stream({"/Filter": "/FlateDecode", "/Length": size}, plain.end(), size)
        end = self._data.find(b"endobj", head.end())
        body = self._data[head.end() : end if end >= 0 else len(self._data)]
        self._skimmed.spend(len(body))
        cut = _STREAM(body) if b"stream" in body else None
        if cut is None:
            return self._value(body)
        entries = self._value(body[: cut.start() + 2])
        length = self.get(entries.get("/Length")) if isinstance(entries, dict) else None
        if not isinstance(length, int) or length < 0:
            raise UnreadableError(f"The stream {number} does not say how long it is.")
        return self._stream(entries, head.end() + cut.end(), length)

    def _stream(self, entries: dict[str, Any], start: int, length: int) -> Stream:
        """The stream of which so many bytes start here."""
        self._skimmed.spend(min(length, len(self._data) - start))
        return Stream(entries, self._data[start : start + length])

    def _value(self, text: bytes) -> Any:
        """The one value that is written here."""
        self._parsed.spend(len(text))
        return first_value(parse(text.decode("latin-1")))

    def pack_of(self, value: Any) -> Pack | None:
        """The object stream that holds what is referred to, if the file leads to all of its objects in it: then what
        they say of each other is what the file says."""
        holder = self._places.get(value, (0, 0))[0] if isinstance(value, Ref) else 0
        if not holder:
            return None
        pack = self._pack(holder)
        if holder not in self._whole:
            places = [(holder, index) for index in range(len(pack.numbers))]
            self._whole[holder] = list(map(self._places.get, pack.numbers)) == places
        return pack if self._whole[holder] else None

    def _pack(self, number: int) -> Pack:
        if number not in self._packs:
            stream = self._object(number)
            if not isinstance(stream, Stream):
                raise UnreadableError(f"Object stream {number} is missing.")
            key = (stream.as_found, stream.entries["/First"], stream.entries["/N"])
            self._packs[number] = self._known.get(key, lambda: Pack(stream, self._parsed.left))
            self._parsed.spend(self._packs[number].size)
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
            self._rows.spend(1)
            read = self._read_table if self._data.startswith(b"xref", offset) else self._read_stream
            trailer = read(offset)
            self.trailer = {**trailer, **self.trailer}
            todo += [trailer[key] for key in ("/Prev", "/XRefStm") if isinstance(trailer.get(key), int)]

    def _read_table(self, offset: int) -> dict[str, Any]:
        """A cross-reference table and its trailer (7.5.4)."""
        end = self._data.find(b"trailer", offset)
        if end < 0:
            raise UnreadableError("The cross-reference table has no trailer.")
        self._parsed.spend(end - offset)
        words = self._data[offset + 4 : end].split()
        at = 0
        while at + 1 < len(words):
            first, count = int(words[at]), int(words[at + 1])
            self._rows.spend(max(count, 0))
            for i in range(count):
                row = at + 2 + 3 * i
                if words[row + 2] == b"n":
                    self._places.setdefault(first + i, (0, int(words[row])))
            at += 2 + 3 * max(count, 0)
        stop = self._data.find(b"startxref", end)
        trailer = self._value(self._data[end + 7 : stop])
        return trailer if isinstance(trailer, dict) else {}

    def _read_stream(self, offset: int) -> dict[str, Any]:
        """A cross-reference stream (7.5.8)."""
        head = _HEAD(self._data, offset)
        stream = self._indirect(int(head[1]), offset) if head else None
        if not isinstance(stream, Stream) or stream.entries.get("/Type") != "/XRef":
            raise UnreadableError("The cross-reference stream is missing.")
        rows, entries = stream.content(self._parsed.left), stream.entries
        self._parsed.spend(len(rows))
        a, b, c = entries["/W"]
        ranges: Iterable[int] = iter(entries.get("/Index") or [0, entries["/Size"]])
        at = 0
        for first, count in zip(ranges, ranges, strict=False):  # the iterator is drawn on twice: pairs
            self._rows.spend(max(count, 0))
            part = rows[at : at + max(count, 0) * (a + b + c)]
            at += len(part)
            found = {
                number: (0, where) if kind == 1 else (where, index)
                for number, (kind, where, index) in enumerate(_rows(part, a, b, c), start=first)
                if kind in (1, 2)
            }
            self._places = {**found, **self._places}
        return entries


def _rows(data: bytes, a: int, b: int, c: int) -> Iterable[tuple[int, ...]]:
    """The rows of a cross-reference stream with columns `a`, `b` and `c` bytes wide: 1, 4 and 2 in our own files."""
    if (a, b, c) == (1, 4, 2):
        return struct.iter_unpack(">BIH", data[: len(data) // 7 * 7])
    rows = (data[at : at + a + b + c] for at in range(0, len(data), a + b + c))
    return (
        (row[0] if a else 1, int.from_bytes(row[a : a + b], "big"), int.from_bytes(row[a + b :], "big")) for row in rows
    )
