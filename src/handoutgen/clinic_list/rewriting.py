"""A clinic's file with some of its values changed: every other line stays as it was written, comments and order too.

Only what changes is written anew: a value on its line, or else its whole entry. The result is read again and must say
just what was asked for; a file that is written in a way that this cannot change is refused, never guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from handoutgen.clinic_list.clinic_yaml import entry_text, item_text, scalar_text
from handoutgen.content.clinic import Clinic
from handoutgen.content.yaml import nodes
from handoutgen.content.yaml.nodes import Node, Scalar
from handoutgen.content.yaml.reader import read_yaml
from handoutgen.errors import ContentRefused, HandoutError

BOM = b"\xef\xbb\xbf"
_COMMENT = re.compile(r"(?m)(?:^|\s)#(.*)$")
_LINE_END = re.compile(r"\r\n|\r|\n")


class RewrittenFile(Struct, frozen=True):
    """The bytes of the file, and the comments that stood inside what was written anew and are gone."""

    data: bytes
    lost: tuple[str, ...] = ()


def rewritten(data: bytes, changes: Mapping[str, Any]) -> RewrittenFile:
    """The file with other values for some of its keys; None takes a key out. Values are texts, lists and mappings.

    Raises ContentRefused for a file that cannot be read, HandoutError for one that cannot be changed without guessing.
    """
    read = read_yaml(data, "")
    if read.root is None:
        raise ContentRefused(read.diagnostics)
    text, there = read.places.text, plain(read.root)
    asked = {key: value for key, value in changes.items() if there.get(key) != value}
    wanted = {key: value for key, value in {**there, **asked}.items() if value is not None}
    for is_fine in (True, False):
        made = _Rewriting(text, read.root, is_fine).of(asked)
        new = (BOM if data.startswith(BOM) else b"") + made.data
        again = read_yaml(new, "")
        if again.root is not None and plain(again.root) == wanted:
            return RewrittenFile(new, made.lost)
    raise HandoutError(
        "This file is written in a way that cannot be changed here.", "Change it in an editor, as docs/content.md says."
    )


def plain(node: Node | None) -> Any:
    """What a node says, as texts, lists and mappings; None where nothing is written."""
    if isinstance(node, Scalar):
        return None if node.is_missing else node.text
    if isinstance(node, nodes.Mapping):
        said = {key: plain(value) for key, value in node.values.items()}
        return {key: value for key, value in said.items() if value is not None}
    return [plain(item) for item in node.items] if node is not None else None


class _Whole(Exception):  # noqa: N818 - a sign to the caller, not a failure
    """This entry can only be written anew as a whole."""


class _Rewriting(Struct):
    text: str
    root: nodes.Mapping
    is_fine: bool
    """Whether to change single values where that can be done, or whole entries only."""
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def of(self, changes: Mapping[str, Any]) -> RewrittenFile:
        for key, value in changes.items():
            before, found = len(self.edits), len(self.lost)
            try:
                if not self.is_fine:
                    raise _Whole
                self._key(self.root, key, value, "")
            except _Whole:
                del self.edits[before:], self.lost[found:]
                self._whole(key, value)
        text = self.text
        in_order = sorted(self.edits, key=lambda edit: edit[:2])
        for start, end, new in reversed(in_order):  # of two at one place the first stays first
            text = text[:start] + self._lines(new) + text[end:]
        return RewrittenFile(text.encode("utf-8"), tuple(self.lost))

    def _lines(self, new: str) -> str:
        """With the line ends of the file."""
        first = _LINE_END.search(self.text)
        return new.replace("\n", first[0]) if first else new

    def _key(self, owner: nodes.Mapping, key: str, value: Any, indent: str) -> None:
        """Change, add or take out one key."""
        if key not in owner.values:
            self._add(owner, key, value, indent)
        elif value is None:
            self._cut(owner, key)
        else:
            self._value(owner.values[key], value)

    def _value(self, node: Node, value: Any) -> None:
        if plain(node) == value:
            return
        if isinstance(node, Scalar) and isinstance(value, str) and not node.is_missing:
            after = "\n" if node.style in ("|", ">") else ""
            self.edits.append((node.start, node.end, scalar_text(value) + after))
        elif self._is_flow(node):
            raise _Whole
        elif isinstance(node, nodes.Mapping) and isinstance(value, Mapping):
            indent = " " * self._column(next(iter(node.keys.values())).start)
            for key in dict.fromkeys([*node.values, *value]):
                self._key(node, key, value.get(key), indent)
        elif isinstance(node, nodes.Sequence) and isinstance(value, Sequence) and not isinstance(value, str):
            self._list(node, value)
        else:
            raise _Whole

    def _list(self, node: nodes.Sequence, value: Sequence[Any]) -> None:
        """Change entries in their places, and add others at the end; of a shorter list nobody knows which is gone."""
        if len(value) < len(node.items) or not node.items:
            raise _Whole
        for item, new in zip(node.items, value, strict=False):
            self._value(item, new)
        dash = self.text.rfind("-", 0, _start(node.items[-1]))
        indent = self.text[self.text.rfind("\n", 0, dash) + 1 : dash]
        if indent.strip():
            raise _Whole
        added = "".join(item_text(item, indent) for item in value[len(node.items) :])
        self._insert(self._line_end(node), added)

    def _add(self, owner: nodes.Mapping, key: str, value: Any, indent: str) -> None:
        if value is None:
            return
        order = list(Clinic.model_fields)
        before = [other for other in owner.values if other in order and key in order[order.index(other) :]]
        after = before[-1] if owner is self.root and before else list(owner.values)[-1]
        self._insert(self._line_end(owner.values[after], owner.keys[after]), entry_text(key, value, indent))

    def _insert(self, place: int, lines: str) -> None:
        if lines:
            has_end = place == 0 or self.text[place - 1] in "\r\n"
            self.edits.append((place, place, lines if has_end else "\n" + lines))

    def _cut(self, owner: nodes.Mapping, key: str) -> None:
        start = self._line_start(owner.keys[key])
        end = self._line_end(owner.values[key], owner.keys[key])
        self._forget(start, end, owner.keys[key], owner.values[key])
        self.edits.append((start, end, ""))

    def _whole(self, key: str, value: Any) -> None:
        """Write an entry of the file anew."""
        if key not in self.root.values:
            self._add(self.root, key, value, "")
            return
        try:
            self._cut(self.root, key)
        except _Whole:
            return  # what is read again will not be what was asked for
        if value is not None:
            start, end, _ = self.edits.pop()
            self.edits.append((start, end, entry_text(key, value, "")))

    def _line_start(self, key: Scalar) -> int:
        start = key.start - self._column(key.start)
        if self.text[start : key.start].strip():
            raise _Whole  # something else begins on its line
        return start

    def _line_end(self, node: Node, key: Scalar | None = None) -> int:
        """Where the line after a value begins."""
        last = _end(node, key)
        if last and self.text[last - 1] == "\n":
            return last
        found = _LINE_END.search(self.text, last)
        return found.end() if found else len(self.text)

    def _column(self, index: int) -> int:
        return index - (self.text.rfind("\n", 0, index) + 1)

    def _is_flow(self, node: Node) -> bool:
        return not isinstance(node, Scalar) and self.text[node.start : node.start + 1] in ("{", "[")

    def _forget(self, start: int, end: int, *gone: Node) -> None:
        """Note the comments between two places, which are not part of any value there."""
        signs = list(self.text[start:end])
        for scalar in (each for node in gone for each in _scalars(node)):
            for index in range(max(scalar.start, start), min(scalar.end, end)):
                signs[index - start] = "x"
        self.lost += [found[1].strip() for found in _COMMENT.finditer("".join(signs)) if found[1].strip()]


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
        return
    if isinstance(node, nodes.Mapping):
        yield from node.keys.values()
    for inner in node.values.values() if isinstance(node, nodes.Mapping) else node.items:
        yield from _scalars(inner)


def _start(node: Node) -> int:
    """Where the first word of a node stands."""
    return min((each.start for each in _scalars(node)), default=node.start)


def _end(node: Node, key: Scalar | None) -> int:
    """Where the last word of a node ends: a block's own end is where the next thing begins."""
    last = max((each.end for each in _scalars(node)), default=node.end)
    return max(last, key.end if key else 0)
