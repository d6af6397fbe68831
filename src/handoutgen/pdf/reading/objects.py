"""The text of PDF objects turned into Python values, and text strings into text (ISO 32000-1 7.3).

Objects come as dictionaries and lists, numbers, booleans and None; names are `str` with their slash, strings are
`bytes`, references are `Ref`.
"""

from __future__ import annotations

import re
from sys import intern
from typing import Any

from handoutgen.errors import HandoutError
from handoutgen.pdf.reading.limits import DEEPEST

_TOKEN = re.compile(
    # No token is given up to be tried in another way, or a file could make us try for hours.
    r"\d++\s++\d++\s++R(?![A-Za-z])"
    r"|/[^\s<>\[\](){}/%]*+"
    r"|<<|>>|\[|\]"
    r"|[-+]?(?:\d++\.?\d*+|\.\d++)"
    r"|\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\)?"  # one that is never closed is a token too
    r"|<[0-9A-Fa-f\s]*+>"
    r"|%[^\r\n]*+"
    r"|[A-Za-z]++",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None}


class Ref(int):
    """A reference to the indirect object of this number."""


class UnreadableError(HandoutError):
    """The bytes are not a PDF that this reader understands."""


def parse(text: str) -> list[Any]:
    """All values written one after another in `text` (Latin-1 characters for bytes)."""
    values: list[Any] = []
    outer: list[list[Any]] = []
    for word in _TOKEN.findall(text):
        first = word[0]
        if first == "/":
            values.append(intern(word) if "#" not in word else _plain_name(word))  # a file says few names, often
        elif first in "0123456789+-.":
            if word[-1] == "R":
                values.append(Ref(word.split(None, 1)[0]))
            else:
                values.append(float(word) if "." in word else int(word))
        elif word in ("<<", "["):
            if len(outer) == DEEPEST:
                raise UnreadableError("Brackets stand too deep in each other.")
            outer.append(values)
            values = []
        elif word in ("]", ">>"):
            if not outer:
                raise UnreadableError("A bracket is closed that was never opened.")
            done: Any = values if word == "]" else _dictionary(values)
            values = outer.pop()
            values.append(done)
        elif first == "(":
            values.append(_literal(word))
        elif first == "<":
            digits = "".join(word[1:-1].split())
            values.append(bytes.fromhex(digits + "0" * (len(digits) % 2)))
        elif word in _WORDS:
            values.append(_WORDS[word])
        elif first != "%":
            break  # endobj, stream: the object ends here
    if outer:
        raise UnreadableError("A bracket is opened that is never closed.")
    return values


def first_value(values: list[Any]) -> Any:
    """The one value of an object."""
    if not values:
        raise UnreadableError("An object is empty.")
    return values[0]


def _dictionary(values: list[Any]) -> dict[Any, Any]:
    pairs = iter(values)
    try:
        return dict(zip(pairs, pairs, strict=False))
    except TypeError as error:  # a list or a dictionary where a name must be
        raise UnreadableError("A dictionary has a key that is no name.") from error


def _plain_name(token: str) -> str:
    return re.sub(r"#([0-9A-Fa-f]{2})", lambda match: chr(int(match[1], 16)), token)


def _literal(token: str) -> bytes:
    """The bytes of a string in parentheses (7.3.4.2)."""
    if not token.endswith(")"):
        raise UnreadableError("A string is never closed.")
    data = token[1:-1].encode("latin-1")
    if b"\\" not in data:
        return data

    def plain(match: re.Match[bytes]) -> bytes:
        code = match[1]
        return bytes([int(code, 8) & 255]) if code[0] in b"01234567" else _ESCAPED.get(code, code)

    return _ESCAPE.sub(plain, data)


def text_of(value: Any) -> str:
    """A text string's characters (7.9.2.2)."""
    if not isinstance(value, bytes):
        return ""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1")
