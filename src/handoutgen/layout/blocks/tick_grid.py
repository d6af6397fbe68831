"""Days to tick: four weeks of them, a row for each week, or where the print is too large for seven columns one for each
day; or a week, a row for each thing to do.

Light: hairlines between the rows and a box for each tick, no other border. A listener hears how many boxes there are in
a row, and does not walk through them.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.layout.blocks.ticking import place_to_tick, tick_area
from handoutgen.layout.blocks.writing import LEAST_PITCH, inked, joined_names
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge
from handoutgen.layout.flow.pieces import Frame, Rule
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.voice import Runs, words_of
from handoutgen.units import mm

WEEKS, DAYS = 4, 7
LARGE_PITCH = mm(12)
"""From row to row in large print."""
LEAST_WORDS = 12
"""How wide the words of a row are at least, in units of the body size."""
BOX, LARGE_BOX = mm(5.5), mm(7.5)
"""The side of a box for a tick from an unsteady hand."""


def tick_grid(look: Look, parent: Element, width: float, about: str) -> Atom:
    """The grid in `width` pt, for what it is `about`; never parted."""
    days = _days(look)
    weeks = [str(week) for week in range(1, WEEKS + 1)]
    by_week = _widths(look, [*weeks, look.voice.word("week")], days, width)
    columns, rows = (days, weeks) if by_week else (weeks, days)
    widths = by_week or _widths(look, [*days, look.voice.word("week")], weeks, width) or [width / 5] * 5
    return merge(_table(look, parent.add("Table"), look.voice.word("week"), columns, rows, widths, about))


def week_grid(look: Look, parent: Element, items: Sequence[str], width: float) -> list[Atom] | None:
    """A week in `width` pt: a row for each item with a box for each day; None where the words would have too little
    room."""
    days = _days(look)
    box = LARGE_BOX if look.scale.is_large else BOX
    share = max(box * 1.6, *(look.natural_width(day, bold=True) + look.scale.base * 0.6 for day in days))
    widths = [width - share * DAYS, *[share] * DAYS]
    if widths[0] < LEAST_WORDS * look.scale.base:
        return None
    said = [look.voice.phrase(item) for item in items]
    return _table(look, parent.add("Table"), look.voice.word("weeks_grid"), days, said, widths)


def _days(look: Look) -> list[str]:
    return [look.voice.words.weekday(day) for day in range(1, DAYS + 1)]


def _widths(look: Look, heads: list[str], columns: list[str], width: float) -> list[float] | None:
    """The width of the column with the rows' names, and of each other; None where a name would not fit."""
    pad = look.scale.base * 0.4
    first = max(look.natural_width(name, bold=True) for name in heads) + 2 * pad
    share = (width - first) / len(columns)
    if any(look.natural_width(name, bold=True) + pad * 0.5 > share for name in columns):
        return None
    return [first, *[share] * len(columns)]


def _table(
    look: Look, table: Element, corner: str, columns: list[str], rows: Sequence[str | Runs], widths: list[float],
    about: str = "",
) -> list[Atom]:  # fmt: skip
    head_row = table.add("THead").add("TR")
    puts: list[PieceInAtom] = []
    x = 0.0
    for name, wide in zip((corner, *columns), widths, strict=True):
        cell = look.text(head_row.add("TH", scope="Column").add("P"), name, wide, bold=True)
        puts.append(PieceInAtom(cell, x + ((wide - cell.ink_width) / 2 if x else 0.0), 0.0))
        x += wide
    high = look.scale.body.leading + look.unit * 0.25
    puts.append(PieceInAtom(Rule(x, look.scale.rule, look.palette.rule), 0.0, high))
    body = table.add("TBody")
    lines = [_row(look, body.add("TR"), name, _names(about, corner, _words(name), columns), widths) for name in rows]
    return [Atom(tuple(puts), high), *lines]


def _row(look: Look, line: Element, name: str | Runs, names: Sequence[str], widths: list[float]) -> Atom:
    """Its name, in bold where that is one word, and its boxes with their names."""
    is_word = isinstance(name, str)
    room = widths[0] - (0.0 if is_word else look.scale.base)
    label = look.text(line.add("TH", scope="Row").add("P"), name, room, bold=is_word)
    forms = _forms(look, line, _words(name), names)
    is_large = look.scale.is_large
    high, side = (LARGE_PITCH, LARGE_BOX) if is_large else (LEAST_PITCH, BOX)
    high = max(high, label.height + look.unit * (0.25 if is_word else 0.75))
    puts = [PieceInAtom(label, 0.0, (high - label.height) / 2)]
    x = widths[0]
    for form, wide in zip(forms, widths[1:], strict=True):
        box = Frame(
            side, side, radius=look.scale.corner / 6, stroke=look.palette.write, thickness=look.scale.hairline
        )  # fmt: skip
        at = x + (wide - side) / 2, (high - side) / 2
        puts += [PieceInAtom(box, *at), *tick_area(form, side, *at)]
        x += wide
    rule = Rule(sum(widths), look.scale.hairline, look.palette.rule, element=inked(forms[0]))
    puts.append(PieceInAtom(rule, 0.0, high))
    return Atom(tuple(puts), high)


def _words(name: str | Runs) -> str:
    return name if isinstance(name, str) else words_of(name)


def _forms(look: Look, line: Element, about: str, names: Sequence[str]) -> list[Element]:
    """Whose each box of a row is: on paper all are one place to tick, on a screen each is a field in a cell."""
    if look.is_fillable:
        return [place_to_tick(look, line.add("TD"), "", name) for name in names]
    said = look.voice.word("tick_boxes", count=len(names))
    return [place_to_tick(look, line.add("TD", span=len(names)), said, about)] * len(names)


def _names(about: str, corner: str, row: str, columns: Sequence[str]) -> list[str]:
    """What the boxes of a row are called: "Calf stretch, Week 2, Monday". A number is one of what the corner says."""
    with_what = [f"{corner} {name}" if name.isdigit() else name for name in (row, *columns)]
    return [joined_names(about, with_what[0], column) for column in with_what[1:]]
