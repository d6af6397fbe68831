"""Four weeks of days to tick: a row for each week, or where the print is too large for seven columns one for each day.

A listener hears how many boxes there are in a row, and does not walk through them.
"""

from __future__ import annotations

from handoutgen.layout.blocks.writing import LEAST_PITCH
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, piece_atom
from handoutgen.layout.flow.pieces import Rule, UprightRule
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element, Field

WEEKS, DAYS = 4, 7
ROW = 0.8
"""The height of a row to tick in, as a share of one to write in: a tick is smaller than a word."""


def tick_grid(look: Look, parent: Element, width: float) -> Atom:
    """The grid in `width` pt, under its words; never parted."""
    says = look.text(parent.add("P"), look.voice.word("weeks_grid"), width, bold=True)
    days = [look.voice.word(f"weekday_{day}") for day in range(1, DAYS + 1)]
    weeks = [str(week) for week in range(1, WEEKS + 1)]
    by_week = _widths(look, [*weeks, look.voice.word("week")], days, width)
    columns, rows = (days, weeks) if by_week else (weeks, days)
    widths = by_week or _widths(look, [*days, look.voice.word("week")], weeks, width) or [width / 5] * 5
    return merge([piece_atom(says), *_table(look, parent.add("Table"), columns, rows, widths)])


def _widths(look: Look, heads: list[str], columns: list[str], width: float) -> list[float] | None:
    """The width of the column with the rows' names, and of each other; None where a name would not fit."""
    pad = look.scale.base * 0.4
    first = max(look.natural_width(name, bold=True) for name in heads) + 2 * pad
    share = (width - first) / len(columns)
    if any(look.natural_width(name, bold=True) + pad * 0.5 > share for name in columns):
        return None
    return [first, *[share] * len(columns)]


def _table(look: Look, table: Element, columns: list[str], rows: list[str], widths: list[float]) -> list[Atom]:
    pad = look.scale.base * 0.4
    head_row = table.add("THead").add("TR")
    named = [look.voice.word("week"), *columns]
    puts: list[PieceInAtom] = []
    x = 0.0
    for name, wide in zip(named, widths, strict=True):
        cell = look.text(head_row.add("TH", scope="Column").add("P"), name, wide, bold=True)
        inset = pad if x == 0.0 else (wide - cell.ink_width) / 2
        puts.append(PieceInAtom(cell, x + inset, 0.0))
        x += wide
    high = look.scale.body.leading + look.unit * 0.25
    puts.append(PieceInAtom(Rule(x, look.scale.rule, look.palette.ink), 0.0, high))
    body = table.add("TBody")
    return [Atom(tuple(puts), high, look.unit * 0.5), *(_row(look, body, name, widths, pad) for name in rows)]


def _row(look: Look, body: Element, name: str, widths: list[float], pad: float) -> Atom:
    line = body.add("TR")
    label = look.text(line.add("TH", scope="Row").add("P"), name, widths[0], bold=True)
    count = len(widths) - 1
    cell = line.add("TD", span=count)
    form = cell.add("Form", alt=look.voice.word("tick_boxes", count=count), field=Field("tick", name))
    high = max(LEAST_PITCH * ROW, label.height + look.unit * 0.25)
    puts: list[PieceInAtom] = [PieceInAtom(label, pad, (high - label.height) / 2)]
    rule = Rule(sum(widths), look.scale.hairline, look.palette.write, element=form)
    puts.append(PieceInAtom(rule, 0.0, high))
    x = 0.0
    for wide in widths:
        x += wide
        puts.append(PieceInAtom(UprightRule(high, look.scale.hairline, look.palette.write, element=form), x, 0.0))
    return Atom(tuple(puts), high)
