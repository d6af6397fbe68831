"""Where a value of a loaded file stands in its YAML."""

from __future__ import annotations

from dataclasses import dataclass, field

from handoutgen.content.yaml.nodes import Mapping, ModelPath, Node, Places, Scalar, Sequence, find_node, place_in_scalar
from handoutgen.diagnostics import Span


@dataclass(frozen=True, slots=True)
class SourceMap:
    """A file's name, its text, and the place of every value."""

    file: str
    text: str
    _root: Node = field(repr=False)
    _places: Places = field(repr=False, compare=False)

    def span(self, path: ModelPath, offset: int | None = None, length: int = 1) -> Span:
        """The place of the value at a model path such as ("management", "strategies", 0, "title").

        `offset` is an index into the loaded text, `length` how many characters from there. A path that is not in
        the file (a value left out) gives the place of the nearest part above it.
        """
        node, found = find_node(self._root, path)
        if found < len(path):
            return self.owner_span(path[:found])
        if offset is None or not isinstance(node, Scalar):
            return self._places.span(*_extent(node))
        return self._places.span(*self._inside(node, offset, length))

    def key_span(self, path: ModelPath) -> Span:
        """The place of the key at a path, such as that of an unknown key."""
        parent, found = find_node(self._root, path[:-1])
        if found == len(path) - 1 and isinstance(parent, Mapping) and path and path[-1] in parent.keys:
            key = parent.keys[str(path[-1])]
            return self._places.span(key.start, key.end)
        return self.span(path)

    def says(self, path: ModelPath) -> bool:
        """Whether the file has a value, or an empty key, at a path."""
        return find_node(self._root, path)[1] == len(path)

    def owner_span(self, path: ModelPath) -> Span:
        """Where to point when something inside the part at a path is missing: its key, or its first line."""
        if path and isinstance(path[-1], str):
            return self.key_span(path)
        node, _ = find_node(self._root, path)
        return self._places.span(*_extent(node))

    def line_before(self, span: Span) -> str:
        """What stands in the file before a place, in its line."""
        end = self._places.index(span.line - 1, span.column - 1)
        return self.text[end - (span.column - 1) : end]

    def _inside(self, scalar: Scalar, offset: int, length: int) -> tuple[int, int]:
        # The model strips texts, so an index into the loaded one lacks the leading white space.
        offset += len(scalar.text) - len(scalar.text.lstrip())
        start = place_in_scalar(scalar, self.text, offset)
        end = place_in_scalar(scalar, self.text, offset + max(length, 1) - 1) + 1
        return start, max(start + 1, end)


def _extent(node: Node) -> tuple[int, int]:
    """From where to where to point at a node: a part's first key, a list's first entry, a text whole."""
    if isinstance(node, Mapping) and node.keys:
        first = next(iter(node.keys.values()))
        return first.start, first.end
    if isinstance(node, Sequence) and node.items:
        return _extent(node.items[0])
    return node.start, node.end
