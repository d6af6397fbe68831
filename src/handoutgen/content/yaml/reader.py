"""Bytes of a YAML file turned into a tree of places and texts, or into diagnostics that say what to change.

PyYAML only splits the file into events; nothing is resolved, so `0117`, `no` and `12:30` stay what the author wrote.
Anchors, aliases, merge keys and tags are refused: leaflets do not need them, and an alias bomb cannot be built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

import yaml
from msgspec import Struct, field

from handoutgen.content.yaml.cut_text import cut_after
from handoutgen.content.yaml.nodes import Mapping, Node, Places, Scalar, Sequence
from handoutgen.content.yaml.syntax import explain_syntax
from handoutgen.diagnostics import Collected, Diagnostic, Severity, Span

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_VALUES = 20_000
"""Keys, texts and list entries of a file, each line and each table cell of a text counted as one: a leaflet has some
500, and what reads and checks them takes as long for a line as for a value."""
# C0 and C1 controls, line and paragraph separators, bidi embeddings, overrides and isolates, stray byte order marks.
REFUSED_SIGNS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_TABBED = re.compile(r"(?m)^[ ]*(\t)[ \t]*(?=[^ \t\r\n])")
_BEFORE_SIGN = frozenset(" \t\r\n#")
"""What stands behind a text that a # may cut short."""
_QUOTES = "put the text in double quotes."
_QUOTED = "put the whole text in double quotes."


class YamlFile(Struct, frozen=True):
    """What was read. `root` is None when the file as a whole could not be; `places` holds its text."""

    places: Places
    root: Mapping | None
    diagnostics: tuple[Diagnostic, ...]


def read_yaml(data: bytes, file: str, most: int = MAX_VALUES) -> YamlFile:
    """Read a file's bytes, at most so many values; `file` is its name in messages. Never raises."""
    if len(data) > MAX_BYTES:
        hint = "split it, or check that it is the right file."
        finding = _error("HG004", "the file is larger than 1 MB", hint, Span(file, 1, 1, 1, 1))
        return YamlFile(Places(file, ""), None, (finding,))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _refuse_bytes(data, file, error)
    reader = _Reader(Places(file, text), most)
    root = reader.read()
    return YamlFile(reader.places, root, tuple(reader.found.told()))


def _refuse_bytes(data: bytes, file: str, error: UnicodeDecodeError) -> YamlFile:
    places = Places(file, data.decode("utf-8", "replace"))
    before = data[: error.start].decode("utf-8", "replace")
    at = len(before) - before.startswith("\ufeff") if not places.text.startswith("\ufeff") else len(before)
    hint = "save the file as UTF-8 (in the editor: Save with encoding, UTF-8)."
    message = f"the file is not UTF-8 text (byte {error.start + 1})"
    return YamlFile(places, None, (_error("HG001", message, hint, places.span(at, at + 1)),))


def _error(code: str, message: str, hint: str, span: Span, label: str = "", also: tuple[Span, ...] = ()) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, hint, span, label, also)


class _Open(Struct):
    """A list or mapping being read; `key` is the key that waits for its value."""

    node: Mapping | Sequence
    key: Scalar | None = None
    drops: bool = False
    """The key that waits was refused: take its value, but keep it nowhere."""


class _Reader(Struct):
    places: Places
    most: int
    found: Collected = field(default_factory=Collected)
    _stack: list[_Open] = field(default_factory=list)
    _root: Node | None = None
    _documents: int = 0
    _values: int = 0

    def read(self) -> Mapping | None:
        text = self._clean(self.places.text)
        try:
            for event in _events(text):
                if not self._take(event, text):
                    return None
        except yaml.YAMLError as error:
            if not any(finding.code == "HG003" for finding in self.found.told()):
                self.found.keep(explain_syntax(error, self.places))
            return None
        return self._checked_root()

    def _checked_root(self) -> Mapping | None:
        if isinstance(self._root, Mapping):
            return self._root
        empty = self._root is None or (isinstance(self._root, Scalar) and self._root.is_missing)
        message = "the file is empty" if empty else "the file must start with keys, such as id: and title:"
        hint = "begin with a starter file: handoutgen new leaflet NAME."
        self._refuse("HG004", message, hint, 0, 1)
        return None

    def _refuse(self, code: str, message: str, hint: str, start: int, end: int, also: tuple[Span, ...] = ()) -> None:
        make = partial(self._finding, code, message, hint, start, end, also)
        self.found.note(code, Severity.ERROR, make)

    def _finding(self, code: str, message: str, hint: str, start: int, end: int, also: tuple[Span, ...]) -> Diagnostic:
        return _error(code, message, hint, self.places.span(start, end), "", also)

    def _clean(self, text: str) -> str:
        """The text with refused characters reported and replaced one for one, so that places stay right."""
        for match in REFUSED_SIGNS.finditer(text):
            self._refuse(*_describe_character(match.group()), match.start(), match.end())
        for match in _TABBED.finditer(text):
            hint = "indent with spaces: two for each level."
            self._refuse("HG003", "a tab is used for indentation", hint, match.start(1), match.end(1))
        text = REFUSED_SIGNS.sub("\ufffd", text)
        return re.sub(r"(?m)^[ \t]+", lambda match: " " * len(match.group()), text) if "\t" in text else text

    def _take(self, event: Any, text: str) -> bool:
        """Take one event in; False when reading on is no use."""
        match event:
            case yaml.ScalarEvent():
                return self._take_scalar(event, text)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                return self._open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._stack.pop().node.end = _marks(event)[1]
            case yaml.AliasEvent():
                self._refuse_alias(event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    hint = "keep one leaflet or clinic in each file; take the --- line away."
                    self._refuse("HG009", "a second document starts here", hint, *_marks(event))
                    return False
        return True

    def _take_scalar(self, event: Any, text: str) -> bool:
        """Take a text in. A file has thousands, so nothing is called that a plain text does not need."""
        start, end, style = event.start_mark.index, event.end_mark.index, event.style or ""
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        if text[end : end + 1] in _BEFORE_SIGN:
            self._tell_cut(event.value, style, text, end)
        self._place(Scalar(self._allowed(event) if style == '"' else event.value, start, end, style))
        return self._has_room(event, event.value)

    def _allowed(self, event: Any) -> str:
        """The text; an escape in double quotes can smuggle in what the file itself may not hold."""
        text: str = event.value
        match = REFUSED_SIGNS.search(text)
        if match:
            self._refuse(*_describe_character(match.group()), *_marks(event))
            text = REFUSED_SIGNS.sub("\ufffd", text)
        return text

    def _tell_cut(self, value: str, style: str, text: str, end: int) -> None:
        """`Pay £5 #1 choice` loses its end: YAML takes it as a comment."""
        cut = cut_after(value, style, text, end, self._indentation)
        if cut is None:
            return
        shown = _shown(text[cut.start : cut.end].rstrip())
        if cut.is_certain:
            hint = f"{_QUOTED} If it is a comment, leave a space after the #."
            self._refuse("HG012", f'"{shown}" is left out: a # cuts the text short', hint, cut.start, cut.end)
            return
        message = f'"{shown}" is left out: after a # comes a comment, and this may be part of the text'
        hint = f"{_QUOTED} If it is a comment, put two spaces before the #."
        span = self.places.span(cut.start, cut.end)
        self.found.keep(Diagnostic("HG012", Severity.WARNING, message, hint, span))

    def _indentation(self) -> int:
        """How far in the key or the list begins whose value is being read: text further in goes on with the value."""
        top = self._stack[-1] if self._stack else None
        if top is None:
            return 0
        start = top.key.start if top.key is not None else top.node.start
        return start - (self.places.text.rfind("\n", 0, start) + 1)

    def _open(self, event: Any) -> bool:
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        start = event.start_mark.index
        node: Mapping | Sequence
        node = Mapping(start, start) if isinstance(event, yaml.MappingStartEvent) else Sequence(start, start)
        if len(self._stack) >= MAX_DEPTH:
            self._refuse("HG008", "the nesting is too deep", "check the indentation from here on.", start, start + 1)
            return False
        self._place(node)
        self._stack.append(_Open(node))
        return self._has_room(event)

    def _has_room(self, event: Any, text: str = "") -> bool:
        """Whether the file may still hold more; if not, it is refused where it is too much."""
        self._values += 1 + text.count("\n") + text.count("|")
        if self._values > self.most:
            message = f"the file holds more than {self.most:,} keys, values and lines, and is not read from here on"
            self._refuse("HG004", message, "split it, or check that it is the right file.", *_marks(event))
        return self._values <= self.most

    def _refuse_alias(self, event: Any) -> None:
        hint = f"write the text out here; if it is a text that starts with *, {_QUOTES}"
        self._refuse("HG007", "aliases (*name) are not used here", hint, *_marks(event))
        self._place(Scalar("", *_marks(event), refused=True))

    def _refuse_extras(self, event: Any) -> None:
        start = _marks(event)[0]
        if event.anchor is not None:
            hint = f"take the & word away; if it is a text that starts with &, {_QUOTES}"
            self._refuse("HG007", "anchors (&name) are not used here", hint, start, start + 1)
        if event.tag is not None:
            hint = f"take the ! word away; if it is a text that starts with !, {_QUOTES}"
            self._refuse("HG007", "tags (!name) are not used here", hint, start, start + 1)

    def _place(self, node: Node) -> None:
        """Put a node where it belongs: as the root, a list's next entry, a key, or a key's value."""
        if not self._stack:
            self._root = node
            return
        top = self._stack[-1]
        if isinstance(top.node, Sequence):
            top.node.items.append(node)
        elif top.key is None:
            self._take_key(top, top.node, node)
        else:
            if not top.drops:
                top.node.keys[top.key.text] = top.key
                top.node.values[top.key.text] = node
            top.key, top.drops = None, False

    def _take_key(self, top: _Open, mapping: Mapping, node: Node) -> None:
        if not isinstance(node, Scalar):
            hint = f"write a plain word before the colon; if this is a text, {_QUOTES}"
            self._refuse("HG010", "a key must be a plain word", hint, node.start, node.start + 1)
            top.key, top.drops = Scalar("", node.start, node.end), True
            return
        top.key = node
        if node.text == "<<" and not node.style:
            hint = "write the keys out here."
            self._refuse("HG007", "merge keys (<<) are not used here", hint, node.start, node.end)
            top.drops = True
        elif node.text in mapping.values:
            first = mapping.keys[node.text]
            first_span = self.places.span(first.start, first.end)
            message = f'"{_shown(node.text)}" is written twice; it is already on line {first_span.line}'
            hint = "keep one of the two, and put both texts under it if both are needed."
            self._refuse("HG006", message, hint, node.start, node.end, (first_span,))
            top.drops = True


def _events(text: str) -> Iterator[Any]:
    """PyYAML's events, from libyaml when it is there: it is ten times as fast, and its places are the same."""
    parser = getattr(yaml, "CLoader", yaml.Loader)(text)
    try:
        yield from iter(parser.get_event, None)
    finally:
        parser.dispose()


def _marks(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index


def _shown(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def refused_character(text: str) -> str | None:
    """What the first character of a text is that no file may hold; None when there is none."""
    match = REFUSED_SIGNS.search(text)
    return _describe_character(match.group())[1] if match else None


def _describe_character(character: str) -> tuple[str, str, str]:
    code = f"U+{ord(character):04X}"
    if character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        message = f"an invisible character that turns text round ({code})"
    elif character in "\u2028\u2029\x85":
        message = f"an invisible line separator ({code})"
    else:
        message = f"an invisible control character ({code})"
    return "HG002", message, "delete it: it came in with copied text. Typing the words again helps."
