"""Tools to write on: diary, checklist, goals, questions, notes; each under its own heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handoutgen.content.markdown.inline import Text
from handoutgen.content.tools import Checklist, Diary, DiaryColumn, Goals, Notes, Questions, Tool
from handoutgen.layout.blocks.lists import keep_ends, tick_boxes, ticked
from handoutgen.layout.blocks.prose import prose
from handoutgen.layout.blocks.sections import headed, heading, open_section
from handoutgen.layout.blocks.writing import blank_lines, labelled_line, least_pitch, pitch, place_to_write
from handoutgen.layout.flow.atoms import (
    EASY,
    FAIR,
    HARD,
    LAST_RESORT,
    NEVER,
    Atom,
    PieceInAtom,
    glued,
    merged_unless_high,
    mostly_whole,
    piece_atom,
    spanning,
    total_height,
)
from handoutgen.layout.flow.pieces import Frame, Rule, TextPiece, UprightRule
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.tools import example_words
from handoutgen.story.voice import Runs, words_of
from handoutgen.story.writing import empty
from handoutgen.units import mm

NARROWEST_COLUMN = mm(15)
"""A narrower diary column holds nobody's handwriting."""
STACKED_ENTRIES = 4
"""Diary entries when every entry is a small form of its own: about two pages in giant print."""


def tool_atoms(look: Look, parent: Element, tool: Tool, ident: str, *, box: float | None = None) -> list[Atom]:
    """One tool with its heading; its boxes to tick of `box` pt, on a sheet to write on."""
    sect = open_section(parent, ident)
    if isinstance(tool, Diary):
        return _diary(look, sect, tool)
    grid = look.grid
    head = heading(look, sect, tool.title, grid.measure)
    body = prose(look, sect, tool.intro, grid.measure) if tool.intro else []
    space = look.unit if body else 0.0
    match tool:
        case Checklist():
            body += _ticks(look, sect, tool.items, space, box)
        case Questions():
            body += _ticks(look, sect, tool.questions, space, box)
            if tool.lines:
                label = look.voice.word("my_questions")
                own = piece_atom(look.text(sect.add("P"), label, grid.measure), before=look.unit)
                body += glued([own, *blank_lines(look, sect, label, tool.lines, grid.measure)])
                body[-1] = _with_room(look, body[-1])
        case Goals():
            for index, prompt in enumerate(tool.prompts):
                words = look.text(sect.add("P"), look.voice.phrase(prompt), grid.measure, bold=True)
                body += mostly_whole(words, look.grid.depth, before=space if index == 0 else look.unit * 2)
                about = words_of(look.voice.phrase(prompt))
                body += glued([Atom((), 0.0), *blank_lines(look, sect, about, tool.lines, grid.measure)])
        case Notes():
            body += keep_ends([[line] for line in blank_lines(look, sect, tool.title, tool.lines, grid.measure)])
            body[-1] = _with_room(look, body[-1])
    return headed(look, head, body, remind=tool.title)


def _ticks(look: Look, sect: Element, items: Sequence[str], before: float, box: float | None) -> list[Atom]:
    if box is None:
        return ticked(look, sect, items, look.grid.measure, before=before)
    return tick_boxes(look, sect, items, look.grid.measure, before=before, side=box)


def _with_room(look: Look, last: Atom) -> Atom:
    """The end of lines to write on with more white under it, or the hairline over the next section is one of them."""
    return replace(last, height=last.height + look.unit * 2)


def _diary(look: Look, sect: Element, diary: Diary) -> list[Atom]:
    """The chart across the full width, or a form for each entry where the columns are too narrow for the words."""
    grid = look.grid
    head = heading(look, sect, diary.title, grid.measure)
    intro = prose(look, sect, diary.intro, grid.line) if diary.intro else [Atom((), 0.0)]
    top = headed(look, head, intro)
    chart = diary_chart(look, sect, diary, diary.rows, min(diary.rows, STACKED_ENTRIES))
    if diary.rows > STACKED_ENTRIES and not is_grid(look, diary):
        more = look.text(sect.add("P"), look.voice.word("copy_pages"), grid.measure)
        chart.append(piece_atom(more, before=look.unit * 2, cost=HARD))
    chart[-1] = _with_room(look, chart[-1])
    return spanning([*top, chart[0].with_break(before=look.unit * 1.5, cost=NEVER), *chart[1:]])


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
    rows += _empty_rows(look, body, diary.title, widths, count, repeated, high)
    return keep_ends([[row] for row in rows])


def _example(diary: Diary, said: str) -> Runs:
    """The example row's first cell, with the word that says what the row is in bold."""
    entry = diary.columns[0].example or ""
    return [Text(said.removesuffix(entry), strong=True), Text(entry)] if said != entry else [Text(said)]


def _on_tint(look: Look, row: Atom) -> Atom:
    """A row that nobody is to write in; its tint hangs out, so that its words stand under those of the head."""
    out = _cell_pad(look)
    under = look.scale.rule  # the line under the head stays whole
    tint = Frame(look.grid.full + 2 * out, row.height - under, fill=look.palette.tint)
    return replace(row, puts=(PieceInAtom(tint, -out, under), *row.puts))


def _empty_rows(
    look: Look, body: Element, about: str, widths: Sequence[float], count: int, repeated: Atom, high: float
) -> list[Atom]:
    """Rows to write in. A listener hears how many there are, and does not walk through their cells."""
    if not count:
        return []
    cell = body.add("TR").add("TD", span=len(widths))
    form = place_to_write(look, cell, empty(look.voice, "row", count), about)
    line = PieceInAtom(Rule(look.grid.full, look.scale.hairline, look.palette.write, element=form), 0.0, high)
    row = (line, *_uprights(look, widths, high, form))
    return [Atom(row, high, 0.0, LAST_RESORT, repeated) for _ in range(count)]


def _row(
    look: Look, elements: Sequence[Element | None], words: Sequence[str | Runs], widths: Sequence[float], *,
    bold: bool, ink: bool,
) -> Atom:  # fmt: skip
    """Words in their columns, those of the first flush with the page's text."""
    pad = _cell_pad(look)
    cells: list[TextPiece] = [
        look.text(element, text, width - (2 * pad if index else pad), bold=bold)
        for index, (element, text, width) in enumerate(zip(elements, words, widths, strict=True))
    ]
    colour = look.palette.ink if ink else look.palette.write
    thickness = look.scale.rule if ink else look.scale.hairline
    high = max(max(c.height for c in cells) + look.unit, 0.0 if ink else pitch(look))
    puts: list[PieceInAtom] = []
    x = 0.0
    for cell, width in zip(cells, widths, strict=True):
        puts.append(PieceInAtom(cell, x + (pad if x else 0.0), high - cell.height - look.unit * 0.5))
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
    if others > 0:
        form = place_to_write(look, sect, empty(look.voice, "form", others), diary.title)
        atoms += _form(look, None, diary, width, high, form) * others
    return atoms


def _form(
    look: Look, group: Element | None, diary: Diary, width: float, high: float | None, copies: Element | None = None
) -> list[Atom]:
    """The first entry is content, in `group`. The others say the same words again, for pens only: what they have in the
    tree is their first line alone, in `copies`."""
    rule = piece_atom(Rule(width, look.scale.rule, look.palette.accent, element=copies))
    *lines, last = (labelled_line(look, group, column.title, width, high) for column in diary.columns)
    # What hangs below the last line (a g, a y) stands on the page too.
    lowest = max(put.down + put.piece.height for put in last.puts)
    lines.append(replace(last, height=max(last.height, lowest)))
    first, *rest = merged_unless_high([rule, *lines], look.grid.depth)
    return [first.with_break(before=look.unit * 3, cost=EASY), *rest]
