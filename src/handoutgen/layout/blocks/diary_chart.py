"""A diary to write on: a chart with a row for each entry, or where its columns would be too narrow a form for each."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from handoutgen.content.markdown.inline import Text
from handoutgen.content.tools import Diary, DiaryColumn
from handoutgen.layout.blocks.lists import keep_ends
from handoutgen.layout.blocks.writing import (
    blank,
    cells_to_fill,
    joined_names,
    labelled_line,
    least_pitch,
    numbered_row,
    pitch,
    place_to_write,
)
from handoutgen.layout.flow.atoms import (
    EASY,
    FAIR,
    LAST_RESORT,
    NEVER,
    Atom,
    PieceInAtom,
    merged_unless_high,
    mostly_whole,
    piece_atom,
    total_height,
)
from handoutgen.layout.flow.pieces import Frame, Rule, TextPiece, UprightRule
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.tools import example_words
from handoutgen.story.voice import Runs
from handoutgen.story.writing import empty
from handoutgen.units import mm

CELL_EDGE = 1.0
"""From the line between two columns to a field, in pt."""
NARROWEST_COLUMN = mm(15)
"""A narrower diary column holds nobody's handwriting."""


def diary_chart(
    look: Look, sect: Element, diary: Diary, rows: int, entries: int, depth: float | None = None,
    high: float | None = None,
) -> list[Atom]:  # fmt: skip
    """The chart with `rows` empty rows, each `high` pt if that is given, or `entries` forms of such lines where its
    columns would be too narrow for the words: as many as can stand on a page of `depth` pt, if that is given, and the
    page's room shared out between their lines."""
    columns = _diary_columns(look, diary.columns)
    if columns is None:
        line = _lines_that_fill(look, diary, depth) if depth else high
        return _forms(look, sect, diary, entries, line)
    widths, cells = columns
    note = []
    if cells[0] == diary.columns[0].example:  # no room for the word in it, and it would pass for somebody's entry
        said = look.text(sect.add("P"), look.voice.word("example_row"), look.grid.full)
        note = [piece_atom(said, before=look.unit)]
    chart = _grid_rows(look, sect, diary, widths, cells, rows, high or pitch(look))
    return [*note, chart[0].with_break(before=look.unit * 0.5, cost=NEVER) if note else chart[0], *chart[1:]]


def is_grid(look: Look, diary: Diary) -> bool:
    """Whether the diary is a chart in this size, and not a form for each entry."""
    return _diary_columns(look, diary.columns) is not None


def _cell_pad(look: Look) -> float:
    return look.scale.base * 0.4


def _diary_columns(look: Look, columns: Sequence[DiaryColumn]) -> tuple[list[float], list[str]] | None:
    """Column widths (pt) and the example row's cells, of which the first says that it is one if there is room: else it
    would pass for somebody's entry. None when a word is wider than its column."""
    plain = [column.example or "" for column in columns]
    word = look.voice.word("example")
    said = [f"{word}: {plain[0]}" if plain[0] else word, *plain[1:]]
    for cells, on_one_line in ((said, True), (said, False), (plain, False)):
        widths = _diary_widths(look, columns, cells, on_one_line=on_one_line)
        if widths is not None:
            return widths, cells
    return None


def _diary_widths(
    look: Look, columns: Sequence[DiaryColumn], examples: Sequence[str], *, on_one_line: bool
) -> list[float] | None:
    """Column widths (pt) by the author's shares, with every title and example on one line if asked for, or None when a
    word is wider than its column."""
    room = 2 * _cell_pad(look) + 0.5
    hand = max(NARROWEST_COLUMN, 3.8 * look.scale.base) if look.scale.is_large else NARROWEST_COLUMN
    wide = look.natural_width if on_one_line else look.longest_word
    least = [
        max(wide(c.title, bold=True) + room, wide(example, bold=not index) + room, hand)
        for index, (c, example) in enumerate(zip(columns, examples, strict=True))
    ]
    full = look.grid.full
    if sum(least) > full:
        return None
    return _shared_out(least, [c.width for c in columns], full)


def _shared_out(least: Sequence[float], shares: Sequence[float], full: float) -> list[float]:
    """Widths by shares, none below its least: what those that need more than their share take, the others give."""
    fixed: set[int] = set()
    while True:
        free = [i for i in range(len(least)) if i not in fixed]
        room = full - sum(least[i] for i in fixed)
        unit = room / sum(shares[i] for i in free) if free else 0.0
        tight = {i for i in free if shares[i] * unit < least[i]}
        if not tight:
            return [least[i] if i in fixed else shares[i] * unit for i in range(len(least))]
        fixed |= tight


def _grid_rows(
    look: Look, sect: Element, diary: Diary, widths: list[float], examples: list[str], count: int, high: float
) -> list[Atom]:
    table = sect.add("Table")
    titles = [column.title for column in diary.columns]
    head_row = table.add("THead").add("TR")
    elements = [head_row.add("TH", scope="Column").add("P") for _ in titles]
    head = _row(look, elements, titles, widths, bold=True, ink=True)
    repeated = _row(look, [None] * len(titles), titles, widths, bold=True, ink=True)
    body = table.add("TBody")
    rows: list[Atom] = [head]
    if any(column.example for column in diary.columns):
        line = body.add("TR")
        cells = [line.add("TD").add("P") for _ in titles]
        example = _row(look, cells, [_example(diary, examples[0]), *examples[1:]], widths, bold=False, ink=False)
        if look.grid.has_columns and not look.scale.is_large:  # nothing stands behind words in large print
            example = _on_tint(look, example)
        rows.append(example.with_break(cost=NEVER))  # the head says what the example is one of
    rows += _empty_rows(look, body, diary, widths, count, repeated, high)
    return keep_ends([[row] for row in rows])


def _example(diary: Diary, said: str) -> Runs:
    """The example row's first cell, with the word that says what the row is in bold."""
    entry = diary.columns[0].example or ""
    return [Text(said.removesuffix(entry), strong=True), Text(entry)] if said != entry else [Text(said)]


def _on_tint(look: Look, row: Atom) -> Atom:
    """A row that nobody is to write in, on a tint as wide as the table."""
    under = look.scale.rule  # the line under the head stays whole
    tint = Frame(look.grid.full, row.height - under, fill=look.palette.tint)
    return replace(row, puts=(PieceInAtom(tint, 0.0, under), *row.puts))


def _empty_rows(
    look: Look, body: Element, diary: Diary, widths: Sequence[float], count: int, repeated: Atom, high: float
) -> list[Atom]:
    """Rows to write in. A listener hears how many there are, and does not walk through their cells, unless each is a
    field."""
    if not count:
        return []
    about, titles = diary.title, [column.title for column in diary.columns]
    if look.is_fillable:
        return [
            Atom(_fields(look, body.add("TR"), titles, numbered_row(look, number, about), widths, high),
                 high, 0.0, LAST_RESORT, repeated)
            for number in range(1, count + 1)
        ]  # fmt: skip
    cell = body.add("TR").add("TD", span=len(widths))
    form = place_to_write(look, cell, empty(look.voice, "row", count), about)
    return [Atom(_row_lines(look, widths, high, form), high, 0.0, LAST_RESORT, repeated) for _ in range(count)]


def _row_lines(
    look: Look, widths: Sequence[float], high: float, form: Element | None = None
) -> tuple[PieceInAtom, ...]:  # fmt: skip
    """The line under a row to write in, and those between its columns."""
    line = PieceInAtom(Rule(look.grid.full, look.scale.hairline, look.palette.write, element=form), 0.0, high)
    return (line, *_uprights(look, widths, high, form))


def _fields(
    look: Look, line: Element, titles: Sequence[str], row: str, widths: Sequence[float], high: float
) -> tuple[PieceInAtom, ...]:  # fmt: skip
    """The same with a field in each cell, between the lines."""
    puts, x = [], 0.0
    for form, width in zip(cells_to_fill(look, line, titles, row), widths, strict=True):
        puts += blank(form, width - 2 * CELL_EDGE, high, x + CELL_EDGE)
        x += width
    return (*puts, *_row_lines(look, widths, high))


def _row(
    look: Look, elements: Sequence[Element | None], words: Sequence[str | Runs], widths: Sequence[float], *,
    bold: bool, ink: bool,
) -> Atom:  # fmt: skip
    """Words in their columns, all as far from the column's edge."""
    pad = _cell_pad(look)
    cells: list[TextPiece] = [
        look.text(element, text, width - 2 * pad, bold=bold)
        for element, text, width in zip(elements, words, widths, strict=True)
    ]
    colour = look.palette.ink if ink else look.palette.write
    thickness = look.scale.rule if ink else look.scale.hairline
    high = max(max(c.height for c in cells) + look.unit, 0.0 if ink else pitch(look))
    puts: list[PieceInAtom] = []
    x = 0.0
    for cell, width in zip(cells, widths, strict=True):
        puts.append(PieceInAtom(cell, x + pad, high - cell.height - look.unit * 0.5))
        x += width
    puts.append(PieceInAtom(Rule(look.grid.full, thickness, colour), 0.0, high))
    lines = () if ink else _uprights(look, widths, high)
    return Atom((*puts, *lines), high, 0.0, FAIR)


def _uprights(look: Look, widths: Sequence[float], high: float, form: Element | None = None) -> list[PieceInAtom]:
    x, puts = 0.0, []
    for width in widths[:-1]:
        x += width
        puts.append(PieceInAtom(UprightRule(high, look.scale.hairline, look.palette.write, element=form), x, 0.0))
    return puts


def _lines_that_fill(look: Look, diary: Diary, depth: float) -> float:
    """From line to line, in pt, when as many forms as can stand on a page fill it."""
    least = least_pitch(look)
    form = _form(look, None, diary, look.grid.measure, least)
    before, height = form[0].before, total_height(form)
    count = max(1, int((depth + before) / (height + before)))
    spare = max(0.0, (depth + before) / count - before - height)
    return min(pitch(look) * 1.2, least + spare / len(diary.columns))


def _forms(look: Look, sect: Element, diary: Diary, entries: int, high: float | None = None) -> list[Atom]:
    """An example in one sentence, then one form for each entry."""
    width = look.grid.measure
    atoms: list[Atom] = []
    said = example_words(look.voice, diary)
    if said:
        atoms += mostly_whole(look.text(sect.add("P"), said, width), look.grid.depth)
    atoms += _form(look, sect.add("Div", ident="entry"), diary, width, high)
    others = entries - 1
    if look.is_fillable:
        for number in range(2, entries + 1):
            atoms += _form(look, None, diary, width, high, None, sect.add("Div"), number)
    elif others > 0:
        form = place_to_write(look, sect, empty(look.voice, "form", others), diary.title)
        atoms += _form(look, None, diary, width, high, form) * others
    return atoms


def _form(
    look: Look, group: Element | None, diary: Diary, width: float, high: float | None, copies: Element | None = None,
    fields: Element | None = None, number: int = 1,
) -> list[Atom]:  # fmt: skip
    """The first entry is content, in `group`. The others say the same words again, for pens only: what they have in the
    tree is their first line alone, in `copies`; or on a screen their fields, in `fields`, named by their `number`."""
    named = joined_names(diary.title, look.voice.word("form_number", number=number)) if look.is_fillable else ""
    rule = piece_atom(Rule(width, look.scale.rule, look.palette.accent, element=copies))
    *lines, last = (
        labelled_line(look, group, column.title, width, high, about=joined_names(named, column.title), field_in=fields)
        for column in diary.columns
    )
    # What hangs below the last line (a g, a y) stands on the page too.
    lowest = max(put.down + put.piece.height for put in last.puts)
    lines.append(replace(last, height=max(last.height, lowest)))
    first, *rest = merged_unless_high([rule, *lines], look.grid.depth)
    return [first.with_break(before=look.unit * 3, cost=EASY), *rest]
