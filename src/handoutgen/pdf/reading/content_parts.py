"""A content stream cut into parts that can be read apart: its marks, and what stands between them.

The pages of two clinics differ in a few lines: most marks are the same bytes at the same place. What a part paints
follows from its bytes and from the state that it begins in, and from nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from handoutgen.pdf.reading.geometry import IDENTITY, PageMatrix, ReadBox
from handoutgen.pdf.reading.page_content import MarkedContent

_END = re.compile(rb"^(?:EMC|BT|ET)\n", re.MULTILINE)
_STRINGS_AND_COMMENTS = (b"(", b"%")
_BRACKETS = ((b"[", b"]"), (b"<", b">"))


class PaintState(Struct):
    """The part of the graphics state that matters here."""

    matrix: PageMatrix = IDENTITY
    font: bytes = b""
    size: float = 0.0
    line_width: float = 1.0
    clip: ReadBox | None = None

    def copy(self) -> PaintState:
        return PaintState(self.matrix, self.font, self.size, self.line_width, self.clip)


class Between(NamedTuple):
    """The state between two parts: no mark, no path and no saved state is open."""

    matrix: PageMatrix
    font: bytes
    size: float
    line_width: float
    clip: ReadBox | None
    text: PageMatrix
    in_text: bool
    continues: bool


class ReadPart(NamedTuple):
    """What a part paints, in which nothing is wrong, and the state behind it. Nothing changes it."""

    marks: tuple[MarkedContent, ...]
    behind: Between


def ends_of_parts(content: bytes) -> Sequence[int]:
    """Where the stream's parts end: behind each line that ends a mark, or begins or ends a text object, and at its end;
    there alone where such a line may be something else, inside of a string or a comment."""
    if any(sign in content for sign in _STRINGS_AND_COMMENTS):
        return [len(content)]
    return [*[found.end() for found in _END.finditer(content)], len(content)]


def is_whole(part: bytes) -> bool:
    """Whether no array and no dictionary is open at the end of a part, so that its last line is what it looks like."""
    return all(part.count(opened) == part.count(closed) for opened, closed in _BRACKETS)
