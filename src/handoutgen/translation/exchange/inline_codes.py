"""A text in the small Markdown → its words and its codes (strong, links, fields), and its stretches of words apart from
list marks, table bars and line ends.

Translation tools keep codes and what stands between segments as they are, so that nobody has to type a `**` or an
address. Put together again, all pieces are the text. What is not well nested stays words, as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_CODE = re.compile(
    r"(?P<sign>\\.|\{\{|\}\})"
    r"|\*\*(?P<strong>(?:\\.|(?!\*\*)[^\\])+)\*\*"
    r"|\[(?P<link>(?:\\.|[^\[\]\\])*)\]\((?P<address>[^()\s]+)\)"
    r"|(?P<field>\{[\w.]+\})",
    re.DOTALL,
)
_MARK = re.compile(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*")
_BARS = re.compile(r"([ \t]*(?<!\\)\|[ \t]*)")
_SAYS = re.compile(r"[^\W_]|[{\\]")


class SpanCode(Struct, frozen=True):
    """What stands around words: `**` on both sides, or a link's brackets and address."""

    start: str
    end: str
    inner: tuple[InlinePiece, ...]
    is_link: bool


class FieldCode(Struct, frozen=True):
    """What stands for a clinic's own words, such as `{clinic.phone}`."""

    written: str


InlinePiece = str | SpanCode | FieldCode


class TextSegment(Struct, frozen=True):
    """Words to translate, or what stands between them."""

    text: str
    says_something: bool


def pieces_of(text: str) -> tuple[InlinePiece, ...]:
    """The words and codes of a text, in order."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[InlinePiece]:
    words, after = "", 0
    for found in _CODE.finditer(text):
        words += text[after : found.start()]
        after = found.end()
        code = _code(found)
        if isinstance(code, str):
            words += code
            continue
        if words:
            yield words
        yield code
        words = ""
    if words := words + text[after:]:
        yield words


def _code(found: re.Match[str]) -> InlinePiece:
    if found["strong"]:
        return SpanCode("**", "**", pieces_of(found["strong"]), False)
    if found["address"]:
        return SpanCode("[", f"]({found['address']})", pieces_of(found["link"]), True)
    return FieldCode(found["field"]) if found["field"] else found[0]


def segments_of(text: str) -> tuple[TextSegment, ...]:
    """What is to be translated piece by piece: paragraphs, list entries and table cells, with what stands between. A
    line end inside of a paragraph, which is a space to every reader, becomes one."""
    found: list[TextSegment] = []
    was_words = False
    for number, line in enumerate(text.split("\n")):
        end = "\n" if number else ""
        if line.lstrip().startswith("|"):
            pieces, was_words = [end, *_BARS.split(line)], False
        else:
            mark = _MARK.match(line)
            start = mark[0] if mark else ""
            words = line[len(start) :].rstrip()
            goes_on = was_words and bool(words) and not start.strip()
            pieces = [" " if goes_on else end + start, words]
            was_words = bool(words)
        _add(found, [piece for piece in pieces if piece], line)
    return tuple(found)


def _add(found: list[TextSegment], pieces: list[str], line: str) -> None:
    for piece in pieces:
        last = found[-1] if found else None
        says = bool(_SAYS.search(piece)) and not _MARK.fullmatch(piece)
        joins = last is not None and (last.says_something == says or (piece == " " and bool(line.strip())))
        if last is not None and joins:
            found[-1] = TextSegment(last.text + piece, last.says_something)
        else:
            found.append(TextSegment(piece, says))
