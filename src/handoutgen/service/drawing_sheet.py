"""Drawings → one picture of them all, each in its printed size with its name, subject by subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from msgspec import Struct

WIDTH, MARGIN, GAP = 420.0, 8.0, 6.0
"""mm: of the sheet, at its edges, and between drawings."""
HEADING, NAME = 10.0, 6.0
"""mm of height for a subject's heading, and for the name under a drawing."""
LETTER = 1.9
"""mm: about as wide is a letter of a name."""
GROUND = "#faf4ea"
"""Sand, on which leaflets show their drawings."""
_ROOT = re.compile(r'<svg\b[^>]*\bwidth="([0-9.]+)mm" height="([0-9.]+)mm"[^>]*>')


class SheetEntry(Struct, frozen=True):
    """A drawing for the sheet."""

    subject: str
    name: str
    svg: str


class _Sized(Struct, frozen=True):
    entry: SheetEntry
    width: float
    """As wide as the drawing or its name."""
    height: float
    body: str


def contact_sheet(entries: Sequence[SheetEntry]) -> str:
    """An SVG of all drawings, in rows as wide as the sheet."""
    y = MARGIN
    lines: list[str] = []
    for subject, group in groupby(entries, key=lambda entry: entry.subject):
        if subject:
            lines.append(_text(MARGIN, y + 6, 5.5, subject.replace("-", " "), "bold"))
            y += HEADING
        for row in _rows([_sized(entry) for entry in group]):
            deepest = max(each.height for each in row)
            lines += _placed(row, y + deepest)
            y += deepest + NAME + GAP
    height = y - GAP + MARGIN
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH:g}mm" height="{height:.1f}mm" '
    ground = f'<rect width="{WIDTH:g}" height="{height:.1f}" fill="{GROUND}"/>'
    return "\n".join([f'{head}viewBox="0 0 {WIDTH:g} {height:.1f}">', ground, *lines, "</svg>", ""])


def _sized(entry: SheetEntry) -> _Sized:
    match = _ROOT.search(entry.svg)
    assert match  # noqa: S101 - our own drawing
    body = entry.svg[match.end() : entry.svg.rindex("</svg>")]
    return _Sized(entry, max(float(match[1]), len(entry.name) * LETTER), float(match[2]), body)


def _rows(drawings: Sequence[_Sized]) -> Iterator[list[_Sized]]:
    """Drawings as many to a row as find room."""
    row: list[_Sized] = []
    used = 2 * MARGIN
    for drawing in drawings:
        if row and used + drawing.width > WIDTH:
            yield row
            row, used = [], 2 * MARGIN
        row.append(drawing)
        used += drawing.width + GAP
    yield row


def _placed(row: Sequence[_Sized], floor: float) -> Iterator[str]:
    """A row's drawings on one floor, with their names below."""
    x = MARGIN
    for each in row:
        yield f'<g transform="translate({x:.2f} {floor - each.height:.2f})">{each.body}</g>'
        if each.entry.name:
            yield _text(x, floor + 4, 3.5, each.entry.name)
        x += each.width + GAP


def _text(x: float, y: float, size: float, text: str, weight: str = "normal") -> str:
    style = f'font-family="sans-serif" font-size="{size:g}" font-weight="{weight}"'
    return f'<text x="{x:.2f}" y="{y:.2f}" {style}>{escape(text)}</text>'
