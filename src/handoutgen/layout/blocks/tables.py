"""Tables as rows that never split, with their head repeated on every page they run on to.

Column widths follow the words: no column narrower than its longest word, the rest shared by how much each has to
say. Where the words are too wide for the page (giant print), every row is set as a small list of its own instead,
each cell under its column's name: nothing is shrunk and nothing is lost.

An empty cell is a place to write: its column and its row have room for a hand, and in a list it is a line. Rows that
are empty altogether are one place, and counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise
from operator import itemgetter

from msgspec.structs import replace

from handoutgen.content.markdown import inline
from handoutgen.layout.blocks.writing import (
    blank,
    blank_lines,
    cells_to_fill,
    inked,
    labelled_line,
    numbered_row,
    pitch,
    place_to_write,
)
from handoutgen.layout.flow.atoms import (
    EASY,
    FAIR,
    HALF,
    HARD,
    NEVER,
    Atom,
    PieceInAtom,
    glued,
    merge,
    mostly_whole,
    piece_atom,
    total_height,
)
from handoutgen.layout.flow.pieces import Rule, TextPiece, level_with
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.voice import Runs
from handoutgen.story.writing import empty
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
    head = [_cell(look, head_row.add("TH", scope="Column"), cell, w, bold=True)
            for cell, w in zip(block.head, widths, strict=True)]  # fmt: skip
    line = Rule(width, look.scale.rule, look.palette.ink)
    heading = row_atom(look, head, widths, line)
    again = [look.text(None, cell, w, bold=True) for cell, w in zip(block.head, widths, strict=True)]
    repeated = row_atom(look, again, widths, line)
    atoms = [heading.with_break(before=before, cost=EASY)]
    rows = _body_rows(look, table.add("TBody"), block, widths, Rule(width, look.scale.hairline, look.palette.rule))
    atoms += [Atom(atom.puts, atom.height, 0.0, FAIR, repeated) for atom in rows]
    if max(atom.height for atom in atoms) > look.grid.depth * HALF:  # a row cannot be parted, words in a list can
        parent.kids.pop()
        return _stacked(look, parent, block, width, before)
    return _keep_table_ends(atoms)


def _cell(look: Look, element: Element, cell: Runs, width: float, *, bold: bool = False) -> TextPiece:
    """A cell's words; an empty one has none."""
    return look.text(None if _is_empty(cell) else element.add("P"), cell, width, bold=bold)


def _body_rows(look: Look, body: Element, block: inline.TableBlock, widths: Sequence[float], rule: Rule) -> list[Atom]:
    """The rows under the head."""
    atoms: list[Atom] = []
    for is_blank, rows in groupby(block.rows, lambda row: all(map(_is_empty, row))):
        group = list(rows)
        if is_blank:
            atoms += _blank_rows(look, body, block, widths, rule, len(group))
        else:
            atoms += [_row(look, body.add("TR"), block.head, row, widths, rule) for row in group]
    return atoms


def _blank_rows(
    look: Look, body: Element, block: inline.TableBlock, widths: Sequence[float], rule: Rule, count: int
) -> list[Atom]:  # fmt: skip
    """Rows that are all to be written in: one place, which says how many; on a screen a field for each cell."""
    high = pitch(look)
    if not look.is_fillable:
        cell = body.add("TR").add("TD", span=len(widths))
        form = place_to_write(look, cell, empty(look.voice, "row", count), _plain(block.head[0]))
        return [Atom((PieceInAtom(replace(rule, element=form), 0.0, high),), high) for _ in range(count)]
    atoms: list[Atom] = []
    for number in range(1, count + 1):
        forms = cells_to_fill(look, body.add("TR"), list(map(_plain, block.head)), numbered_row(look, number))
        puts, x = [], 0.0
        for form, width in zip(forms, widths, strict=True):
            puts += blank(form, width, high, x)
            x += width + column_gap(look)
        atoms.append(Atom((*puts, PieceInAtom(rule, 0.0, high)), high))
    return atoms


def _row(look: Look, line: Element, head: TableRow, row: TableRow, widths: Sequence[float], rule: Rule) -> Atom:
    """A row of cells; the line under an empty one is what somebody writes on."""
    cells, forms = [], []
    for name, cell, w in zip(head, row, widths, strict=True):
        element = line.add("TD")
        cells.append(_cell(look, element, cell, w))
        about = ", ".join(filter(None, (_plain(name), _plain(row[0]))))
        said = look.voice.word("empty_cell")
        forms.append(place_to_write(look, element, said, about) if _is_empty(cell) else None)
    high = pitch(look) if any(forms) else 0.0
    return row_atom(look, cells, widths, rule, least=high, forms=forms)


def _keep_table_ends(atoms: list[Atom]) -> list[Atom]:
    """No page ends between the head and the first row, or before the last; seldom after the first."""
    last = len(atoms) - 1
    costs = {1: NEVER, 2: HARD, last: NEVER}
    return [a.with_break(cost=costs.get(i, a.cost)) if i else a for i, a in enumerate(atoms)]


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
    look: Look, cells: Sequence[TextPiece], widths: Sequence[float], line: Rule, *,
    least: float = 0.0, forms: Sequence[Element | None] = (),
) -> Atom:  # fmt: skip
    """Cells side by side over a line, at least `least` pt high. The stretch of it under a cell that has one belongs to
    its form; stretches meet in the white between columns."""
    pad = look.unit * 0.4
    lowest = max(cells, key=lambda cell: cell.baseline)
    puts, x, height = [], 0.0, 0.0
    for cell, w in zip(cells, widths, strict=True):
        down = level_with(lowest, cell)
        puts.append(PieceInAtom(cell, x, pad + down))
        x, height = x + w + column_gap(look), max(height, down + cell.height)
    height = max(height + 2 * pad, least)
    for form, start, w in zip(
        forms, accumulate((w + column_gap(look) for w in widths), initial=0.0), widths, strict=False
    ):
        puts += blank(form, w, height, start)
    puts += _line_under(look, widths, list(map(inked, forms)) or [None] * len(widths), height, line)
    return Atom(tuple(puts), height, 0.0, FAIR)


def _line_under(
    look: Look, widths: Sequence[float], forms: Sequence[Element | None], down: float, line: Rule
) -> list[PieceInAtom]:
    """One line, or as many as it takes to tell whose each stretch is."""
    ends = [x - column_gap(look) / 2 for x in accumulate(w + column_gap(look) for w in widths)]
    edges = [0.0, *ends[:-1], line.width]
    puts: list[PieceInAtom] = []
    for form, stretches in groupby(zip(pairwise(edges), forms, strict=True), itemgetter(1)):
        ((start, end), _), *others = stretches
        end = others[-1][0][1] if others else end
        puts.append(PieceInAtom(replace(line, width=end - start, element=form), start, down))
    return puts


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
        about = look.voice.word("empty_cell")
        line = labelled_line(look, group, label, width) if label else blank_lines(look, group, about, 1, width)[0]
        return [line.with_break(before=before)]
    said = [inline.Text(_plain(name) + look.voice.word("colon"), strong=True), *cell] if _plain(name) else cell
    return mostly_whole(look.text(group.add("P"), said, width), look.grid.depth, before=before)


def _is_empty(cell: Runs) -> bool:
    return not _plain(cell)


def _plain(phrase: Runs) -> str:
    return "".join(part.text for part in phrase).strip()
