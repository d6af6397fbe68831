"""Tables as rows that never split, with their head repeated on every page they run on to.

Column widths follow the words: no column narrower than its longest word, the rest shared by how much each has to
say. Where the words are too wide for the page (giant print), every row is set as a small list of its own instead,
each cell under its column's name: nothing is shrunk and nothing is lost.

An empty cell is a place to write: its column and its row have room for a hand, and in a list it is a line.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.markdown import inline
from handoutgen.layout.blocks.writing import blank_lines, labelled_line, pitch
from handoutgen.layout.flow.atoms import (
    EASY,
    FAIR,
    HALF,
    NEVER,
    Atom,
    PieceInAtom,
    glued,
    merge,
    mostly_whole,
    piece_atom,
    total_height,
)
from handoutgen.layout.flow.pieces import Rule, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.voice import Runs
from handoutgen.units import mm

TableRow = Sequence[Runs]

ROOM_TO_WRITE = mm(25)
"""The narrowest column for a hand to write in."""


def table_atoms(look: Look, parent: Element, block: inline.TableBlock, width: float, *, before: float) -> list[Atom]:
    """A Markdown table in a column of `width` pt."""
    widths = column_widths(look, block.head, block.rows, width)
    if widths is None:
        return _stacked(look, parent, block, width, before)
    table = parent.add("Table")
    head_row = table.add("THead").add("TR")
    head = [look.text(head_row.add("TH", scope="Column").add("P"), cell, w, bold=True)
            for cell, w in zip(block.head, widths, strict=True)]  # fmt: skip
    heading = row_atom(look, head, widths, width, rule=look.scale.rule, colour=look.palette.ink)
    again = [look.text(None, cell, w, bold=True) for cell, w in zip(block.head, widths, strict=True)]
    repeated = row_atom(look, again, widths, width, rule=look.scale.rule, colour=look.palette.ink)
    body = table.add("TBody")
    atoms = [heading.with_break(before=before, cost=EASY)]
    for row in block.rows:
        line = body.add("TR")
        cells = [_cell(look, line.add("TD"), cell, w) for cell, w in zip(row, widths, strict=True)]
        high = pitch(look) if any(map(_is_empty, row)) else 0.0
        atom = row_atom(look, cells, widths, width, rule=look.scale.hairline, colour=look.palette.rule, least=high)
        atoms.append(Atom(atom.puts, atom.height, 0.0, FAIR, repeated))
    if max(atom.height for atom in atoms) > look.grid.depth * HALF:  # a row cannot be parted, words in a list can
        parent.kids.pop()
        return _stacked(look, parent, block, width, before)
    return _keep_table_ends(atoms)


def _cell(look: Look, element: Element, cell: Runs, width: float) -> TextPiece:
    """A cell's words; an empty one says nothing, and a screen reader says that it is blank."""
    return look.text(None if _is_empty(cell) else element.add("P"), cell, width)


def _keep_table_ends(atoms: list[Atom]) -> list[Atom]:
    last = len(atoms) - 1
    return [a.with_break(cost=NEVER) if i in (1, last) and i > 0 else a for i, a in enumerate(atoms)]


def column_gap(look: Look) -> float:
    """The white between two columns, in pt."""
    return look.scale.base


def column_widths(look: Look, head: TableRow, rows: Sequence[TableRow], width: float) -> list[float] | None:
    """Text widths (pt) of the columns, or None when the longest words do not fit side by side."""
    columns = list(zip(head, *rows, strict=True))
    room = width - column_gap(look) * (len(columns) - 1)
    least = [
        max(*(look.longest_word(cell, bold=i == 0) + 0.5 for i, cell in enumerate(column)), _hand(column))
        for column in columns
    ]
    if sum(least) > room or (look.scale.is_large and room / len(columns) < 6.5 * look.scale.base):
        return None
    wish = [
        max(*(look.natural_width(cell, bold=i == 0) + 0.5 for i, cell in enumerate(column)), _hand(column))
        for column in columns
    ]
    if sum(wish) <= room:
        return [*wish[:-1], room - sum(wish[:-1])]
    spare = room - sum(least)
    hunger = [max(0.0, w - m) ** 0.5 for w, m in zip(wish, least, strict=True)]
    total = sum(hunger) or 1.0
    return [m + spare * h / total for m, h in zip(least, hunger, strict=True)]


def _hand(column: TableRow) -> float:
    """The width that a column needs for somebody's handwriting, in pt."""
    return ROOM_TO_WRITE if any(map(_is_empty, column[1:])) else 0.0


def row_atom(
    look: Look,
    cells: Sequence[TextPiece],
    widths: Sequence[float],
    width: float,
    *,
    rule: float,
    colour: str,
    least: float = 0.0,
) -> Atom:
    """Cells side by side over a rule, at least `least` pt high."""
    pad = look.unit * 0.5
    puts, x = [], 0.0
    for cell, w in zip(cells, widths, strict=True):
        puts.append(PieceInAtom(cell, x, pad))
        x += w + column_gap(look)
    height = max(max(cell.height for cell in cells) + 2 * pad, least)
    puts.append(PieceInAtom(Rule(width, rule, colour), 0.0, height))
    return Atom(tuple(puts), height, 0.0, FAIR)


def _stacked(look: Look, parent: Element, block: inline.TableBlock, width: float, before: float) -> list[Atom]:
    """Each row as a list of "column name: cell", the first cell as its title."""
    atoms: list[Atom] = []
    for index, row in enumerate(block.rows):
        group = parent.add("Div")
        rule = piece_atom(Rule(width, look.scale.hairline, look.palette.rule))
        parts = [rule.with_break(before=before if index == 0 else look.unit)]
        parts += _first(look, group, block.head[0], row[0], width)
        for name, cell in zip(block.head[1:], row[1:], strict=True):
            parts += _named(look, group, name, cell, width, look.unit * 0.5)
        is_short = len(parts) <= 4 and total_height(parts) <= look.grid.depth * HALF
        atoms += [merge(parts)] if is_short else glued(parts, FAIR)
    if _plain(block.head[0]):
        title = look.text(parent.add("P"), block.head[0], width, bold=True, colour=look.palette.accent)
        parent.kids.insert(len(parent.kids) - 1 - len(block.rows), parent.kids.pop())
        atoms = [piece_atom(title, before=before), atoms[0].with_break(cost=NEVER), *atoms[1:]]
    return atoms


def _first(look: Look, group: Element, name: Runs, cell: Runs, width: float) -> list[Atom]:
    """The first cell of a row, as the title of the others."""
    if _is_empty(cell):
        return _named(look, group, name, cell, width, look.unit)
    return mostly_whole(look.text(group.add("P"), cell, width, bold=True), look.grid.depth, before=look.unit)


def _named(look: Look, group: Element, name: Runs, cell: Runs, width: float, before: float) -> list[Atom]:
    """A cell behind the name of its column; an empty one is a line to write on."""
    if _is_empty(cell):
        label = f"{_plain(name)}:" if _plain(name) else ""
        line = labelled_line(look, group, label, width) if label else blank_lines(look, 1, width)[0]
        return [line.with_break(before=before)]
    said = [inline.Text(_plain(name) + ": ", strong=True), *cell] if _plain(name) else cell
    return mostly_whole(look.text(group.add("P"), said, width), look.grid.depth, before=before)


def _is_empty(cell: Runs) -> bool:
    return not _plain(cell)


def _plain(phrase: Runs) -> str:
    return "".join(part.text for part in phrase).strip()
