"""Streams of a PDF and the objects packed into them (ISO 32000-1 7.3.8, 7.5.7)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Hashable
from sys import intern
from typing import Any

from msgspec import Struct

from handoutgen.pdf.reading.limits import LONGEST_CHAIN, MOST_OBJECTS, MOST_UNPACKED
from handoutgen.pdf.reading.objects import Ref, UnreadableError, first_value, parse

_ELEMENT = re.compile(
    r"<</Type/StructElem/S(/[A-Za-z0-9]+)/P (\d+) 0 R(?:/Pg (\d+) 0 R)?"
    r"(?:/K\[(?:(\d+)|((?:\d+ 0 R ?)+))\])?(?:/A<</O(/\w+)(/\w+)(/\w+)>>)?>>\s*"
)
_PAGE = re.compile(
    r"<</Type/Page/Parent (\d+) 0 R/MediaBox(\[[-\d. ]+\])/Resources (\d+) 0 R/Contents (\d+) 0 R"
    r"/StructParents (\d+)/Tabs/S(?:/Annots\[((?:\d+ 0 R ?)+)\])?>>\s*"
)


class Stream(Struct, frozen=True):
    """A stream: its dictionary and its bytes as they stand in the file."""

    entries: dict[str, Any]
    raw: bytes

    @property
    def as_found(self) -> Hashable:
        """All that `content` depends on."""
        return (self.raw, str(self.entries.get("/Filter")), str(self.entries.get("/DecodeParms")))

    def content(self, most: int = MOST_UNPACKED) -> bytes:
        """The bytes without their compression.

        Raises UnreadableError for any filter but FlateDecode without a predictor, or with a PNG one, and for what
        unpacks to more than `most` bytes.
        """
        filters = self.entries.get("/Filter")
        if filters in (None, []):
            return self.raw
        if filters not in ("/FlateDecode", ["/FlateDecode"]):
            raise UnreadableError(f"A stream uses the filter {filters}, which is not read here.")
        data = _inflated(self.raw, most)
        parameters = self.entries.get("/DecodeParms") or {}
        parameters = parameters[0] if isinstance(parameters, list) else parameters
        if parameters.get("/Predictor", 1) < 10:
            return data
        return _undo_png(data, parameters.get("/Columns", 1) * parameters.get("/Colors", 1))


def _inflated(raw: bytes, most: int) -> bytes:
    try:
        data = zlib.decompressobj().decompress(raw, most + 1)
    except zlib.error as error:
        raise UnreadableError(f"A compressed stream is damaged ({error}).") from error
    if len(data) > most:
        raise UnreadableError("A stream unpacks to more than is read here.")
    return data


class ElsewhereError(Exception):
    """An object was asked for that is not in the object stream at hand."""


class Pack:
    """An object stream (7.5.7). Its objects are parsed when asked for, each once, and never changed."""

    def __init__(self, stream: Stream, most: int = MOST_UNPACKED) -> None:
        """Raises UnreadableError for what unpacks to more than `most` bytes, or whose objects do not stand in order."""
        content = stream.content(most).decode("latin-1")
        self.size = len(content)
        first, count = stream.entries["/First"], stream.entries["/N"]
        if not 0 <= count <= MOST_OBJECTS:
            raise UnreadableError("An object stream claims more objects than are read here.")
        head = list(map(int, content[:first].split(None, 2 * count)[: 2 * count]))
        starts = [first + offset for offset in head[1::2]]
        if starts != sorted(starts):  # else a few places could stand for the whole stream a thousand times over
            raise UnreadableError("The objects of an object stream are not in order.")
        self.numbers = head[0::2]
        """Of its objects, in their order in it, as it says itself."""
        self._indices = {number: index for index, number in enumerate(self.numbers)}
        self._texts = [content[a:b] for a, b in zip(starts, [*starts[1:], len(content)], strict=True)]
        self._objects: dict[int, Any] = {}

    def object(self, index: int) -> Any:
        """The object at this place in it; None behind its end."""
        if index >= len(self._texts):
            return None
        if index not in self._objects:
            self._objects[index] = _packed(self._texts[index])
            self._texts[index] = ""  # nobody asks for it again
        return self._objects[index]

    def get(self, value: Any) -> Any:
        """The value itself, or what it refers to in this object stream. Raises ElsewhereError."""
        steps = 0
        while isinstance(value, Ref):
            index = self._indices.get(value)
            if index is None:
                raise ElsewhereError
            if (steps := steps + 1) > LONGEST_CHAIN:
                raise UnreadableError("A reference leads back to itself.")
            value = self.object(index)
        return value


def _packed(text: str) -> Any:
    """The value of one object of an object stream. Most are structure elements with plain kids, and pages, so these, in
    the form that the writer gives them, are recognised in one go."""
    found = _ELEMENT.fullmatch(text)
    if found is None:
        of_page = _PAGE.fullmatch(text)
        return first_value(parse(text)) if of_page is None else _page(*of_page.groups())
    role, parent, page, mark, many, owner, key, value = found.groups()
    entries: dict[str, Any] = {"/Type": "/StructElem", "/S": intern(role), "/P": Ref(parent)}
    if page:
        entries["/Pg"] = Ref(page)
    if mark:
        entries["/K"] = [int(mark)]
    elif many:
        entries["/K"] = [Ref(kid) for kid in many.split()[::3]]
    if owner:
        entries["/A"] = {"/O": intern(owner), intern(key): value}
    return entries


def _page(parent: str, box: str, resources: str, contents: str, row: str, notes: str | None) -> dict[str, Any]:
    entries: dict[str, Any] = {
        "/Type": "/Page", "/Parent": Ref(parent), "/MediaBox": parse(box)[0], "/Resources": Ref(resources),
        "/Contents": Ref(contents), "/StructParents": int(row), "/Tabs": "/S",
    }  # fmt: skip
    if notes is not None:
        entries["/Annots"] = [Ref(note) for note in notes.split()[::3]]
    return entries


def _undo_png(data: bytes, width: int) -> bytes:
    """Rows of `width` bytes from their PNG prediction (only None and Up, which is what PDF writers use)."""
    rows: list[bytes] = []
    if not 0 < width <= len(data):
        raise UnreadableError("A stream's rows are longer than the stream.")
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
