"""A YAML file as a tree in which every value is the text the author wrote, and every node knows its place."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct, field

from handoutgen.diagnostics import Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|\r\n[ \t]*|[\n\r][ \t]*|.)", re.DOTALL)
ModelPath = tuple[str | int, ...]


class Scalar(Struct, eq=False):
    """A value. `style` is the sign it was written with: '' (plain), '\\'', '"', '|' or '>'."""

    text: str
    start: int
    end: int
    style: str = ""
    refused: bool = False
    """Already reported as unusable, so that no second message follows."""

    @property
    def is_missing(self) -> bool:
        """Nothing was written after the key or the dash."""
        return not self.text and not self.style


class Sequence(Struct, eq=False):
    """A list."""

    start: int
    end: int
    items: list[Node] = field(default_factory=list)


class Mapping(Struct, eq=False):
    """Keys and values; `keys` holds the key's own node."""

    start: int
    end: int
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


class Places:
    """Turns an index into a file's text into a line and a column, both from 1."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def span(self, start: int, end: int) -> Span:
        """The span from one index to another, kept inside the file."""
        start = min(max(start, 0), len(self.text))
        end = min(max(end, start), len(self.text))
        line, column = self._at(start)
        end_line, end_column = self._at(end)
        return Span(self.file, line, column, end_line, end_column)

    def index(self, line: int, column: int) -> int:
        """The index of a line and a column, both from 0."""
        return self._starts[min(line, len(self._starts) - 1)] + column

    def _at(self, index: int) -> tuple[int, int]:
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


def find_node(root: Node, path: ModelPath) -> tuple[Node, int]:
    """The node at a path, or the nearest one above it, and how many steps of the path were found."""
    node = root
    for depth, step in enumerate(path):
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.values:
            node = node.values[step]
        elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
            node = node.items[step]
        else:
            return node, depth
    return node, len(path)


def place_in_scalar(scalar: Scalar, source: str, offset: int) -> int:
    """Where the character `offset` of a scalar's text stands in the file.

    The two are walked side by side: apart from escapes and doubled quotes, only white space differs (folding,
    indentation), so the words themselves keep them in step. `source` is the file's whole text.
    """
    position, end = _content_start(scalar, source), scalar.end
    value = scalar.text
    for index in range(min(offset + 1, len(value))):
        position, width = _match(value[index], scalar.style, source, position, end)
        if index == offset:
            return min(position, end)
        position += width
    return min(position, end)


def stretch_in_scalar(scalar: Scalar, source: str, start: int, end: int) -> tuple[int, int]:
    """From where to where in the file the characters `start` to `end` of a scalar's text stand, escapes whole."""
    first = place_in_scalar(scalar, source, start)
    if end <= start:
        return first, first
    last = place_in_scalar(scalar, source, end - 1)
    return first, last + _match(scalar.text[end - 1], scalar.style, source, last, scalar.end)[1]


def _content_start(scalar: Scalar, source: str) -> int:
    if scalar.style in ("|", ">"):
        line_end = _LINE_END.search(source, scalar.start)
        return line_end.end() if line_end else scalar.end
    return scalar.start + len(scalar.style)


def _match(character: str, style: str, source: str, position: int, end: int) -> tuple[int, int]:
    """The next place in the file that stands for a character, and how many characters it takes there."""
    if character.isspace():
        return _match_space(character, style, source, position)
    while position < end and source[position].isspace():
        position += 1
    if style == "'" and character == "'":
        return position, 2
    while style == '"' and source[position : position + 1] == "\\":
        escape = _ESCAPE.match(source, position)
        length = escape.end() - position if escape else 1
        if source[position + 1 : position + 2] not in ("\n", "\r"):
            return position, length
        position += length  # a \ at the end of a line stands for nothing
        while position < end and source[position].isspace():
            position += 1
    return position, 1


def _match_space(character: str, style: str, source: str, position: int) -> tuple[int, int]:
    here = source[position : position + 1]
    if here == "\\" and style == '"' and source[position + 1 : position + 2] not in ("\n", "\r"):
        escape = _ESCAPE.match(source, position)
        return position, escape.end() - position if escape else 1
    # A folded line end is a space in the text and a line break in the file.
    return position, 1 if here == character else 0
