"""Texts for translators → an XLIFF 2.0 file, as its schema wants it.

A part is a group and each of its texts a unit: what stands in one unit may be joined and split by translation tools,
which a list of steps must not be. Paragraphs, list entries and cells of a text are its segments; list marks and bars
are ignorable. Strong words and links are paired codes, a clinic's fields are placeholders.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct, field

from handoutgen.translation.exchange.inline_codes import (
    FieldCode,
    InlinePiece,
    SpanCode,
    TextSegment,
    pieces_of,
    segments_of,
)
from handoutgen.translation.exchange.model import ExchangeFile, ExchangeState, ExchangeText

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
VERSION = "2.0"


def xliff_bytes(file: ExchangeFile) -> bytes:
    """The file. The same texts give the same bytes."""
    name = f"{file.leaflet}/{file.source_language}.yaml"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff xmlns="{NAMESPACE}" version="{VERSION}" srcLang={quoteattr(file.source_language)} '
        f"trgLang={quoteattr(file.target_language)}>",
        f' <file id={quoteattr(file.leaflet)} original={quoteattr(name)} canResegment="no">',
        f"  <notes><note>{escape(f'{name}, version {file.source_version}')}</note></notes>",
    ]
    for part, texts in groupby(file.texts, key=lambda text: text.part):
        lines.append(f"  <group id={quoteattr(part)}>")
        for text in texts:
            lines += _unit(text)
        lines.append("  </group>")
    lines += [" </file>", "</xliff>", ""]
    return "\n".join(lines).encode("utf-8")


def _unit(text: ExchangeText) -> Iterator[str]:
    codes = _Codes()
    segments = list(_segments(text, codes))
    yield f'   <unit id={quoteattr(text.name)} xml:space="preserve">'
    if text.note:
        notes = "".join(f"<note>{escape(line)}</note>" for line in text.note.split("\n"))
        yield f"    <notes>{notes}</notes>"
    if codes.data:
        data = "".join(f'<data id="{ident}">{escape(said)}</data>' for said, ident in codes.data.items())
        yield f"    <originalData>{data}</originalData>"
    yield from segments
    yield "   </unit>"


def _segments(text: ExchangeText, codes: _Codes) -> Iterator[str]:
    source, target = segments_of(text.source), segments_of(text.target)
    if text.target and _between(source) != _between(target):
        source, target = (TextSegment(text.source, True),), (TextSegment(text.target, True),)
    for index, stretch in enumerate(source):
        written = codes.source(pieces_of(stretch.text) if stretch.says_something else (stretch.text,))
        if not stretch.says_something:
            yield f"    <ignorable><source>{written}</source></ignorable>"
            continue
        inside = f"<source>{written}</source>"
        if text.target:
            inside += f"<target>{codes.target(pieces_of(target[index].text))}</target>"
        state = text.state if text.target else ExchangeState.INITIAL
        yield f'    <segment state="{state}">{inside}</segment>'


def _between(stretches: Sequence[TextSegment]) -> list[str | None]:
    """What stands between words, and where words stand."""
    return [None if each.says_something else each.text for each in stretches]


class _Codes(Struct):
    """The codes of one unit: those of a target have the numbers of the same ones in its source."""

    data: dict[str, str] = field(default_factory=dict)
    last: int = 0
    free: list[tuple[tuple[str, str], int]] = field(default_factory=list)

    def source(self, pieces: tuple[InlinePiece, ...]) -> str:
        self.free = []
        return self._written(pieces, is_source=True)

    def target(self, pieces: tuple[InlinePiece, ...]) -> str:
        return self._written(pieces, is_source=False)

    def _written(self, pieces: tuple[InlinePiece, ...], is_source: bool) -> str:
        return "".join(escape(piece) if isinstance(piece, str) else self._code(piece, is_source) for piece in pieces)

    def _code(self, code: SpanCode | FieldCode, is_source: bool) -> str:
        if isinstance(code, FieldCode):
            number = self._number((code.written, ""), is_source)
            shown = quoteattr(code.written)
            return f'<ph id="{number}" dataRef="{self._ref(code.written)}" equiv={shown} disp={shown}/>'
        number = self._number((code.start, code.end), is_source)
        kind = 'type="link"' if code.is_link else 'type="fmt" subType="xlf:b"'
        start, end = self._ref(code.start), self._ref(code.end)
        inner = self._written(code.inner, is_source)
        return f'<pc id="{number}" {kind} dataRefStart="{start}" dataRefEnd="{end}">{inner}</pc>'

    def _number(self, data: tuple[str, str], is_source: bool) -> int:
        same = next((each for each in self.free if each[0] == data), None)
        if not is_source and same:
            self.free.remove(same)
            return same[1]
        self.last += 1
        if is_source:
            self.free.append((data, self.last))
        return self.last

    def _ref(self, said: str) -> str:
        return self.data.setdefault(said, f"d{len(self.data) + 1}")
