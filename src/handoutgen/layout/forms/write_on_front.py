"""The front of the sheet to write on: whose it is, whom to call in an emergency, and the diary with its rows."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.model import Leaflet
from handoutgen.content.tools import Diary
from handoutgen.layout.blocks.diary_chart import diary_chart, is_grid
from handoutgen.layout.blocks.emergency_line import emergency_line, emergency_width
from handoutgen.layout.blocks.masthead import LOGO_HIGH, masthead
from handoutgen.layout.blocks.prose import prose
from handoutgen.layout.blocks.sections import open_section
from handoutgen.layout.blocks.writing import LEAST_PITCH, blank_lines, labelled_line, least_pitch, pitch
from handoutgen.layout.flow.atoms import FREE, NEVER, Atom, PieceInAtom, merge, overlay, piece_atom, total_height
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.flow.pieces import TextPiece
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.units import mm

LOGO_IN_LARGE_PRINT = 1.9
"""How high the logo is, in units of the body size: the page lies on its side."""
TITLE_LINES = 1.8
"""A title of so many lines, run together, is set in two."""
LEAST_NAME = mm(42)
"""A line for a name is at least so long where something else stands in its row."""
HIGHEST_ROW = mm(18)
"""A row of the diary is never higher than this in standard print: a page filled with few rows looks like another
form."""
LEAST_ROW = 1.4
"""The least height of a row in large print, in units of the body size."""
LEAST_LARGE_ROW = mm(13.5)
"""The least height of a row of the diary in large print, where hands are often unsteady."""
LEAST_NOTES = 3
"""Fewer lines for notes are not worth a heading."""


def head_atoms(
    setting: Setting, root: Element, leaflet: Leaflet, title: str, *, on_two_lines: bool = False
) -> list[Atom]:
    """Whose sheet it is, whom to call in an emergency, and what it is: `on_two_lines`, where the rows leave room for
    that, rather than in small letters."""
    full, unit, scale = setting.grid.full, setting.unit, setting.scale
    heading = Element("H1", bookmark=title)
    head = masthead(setting, root, leaflet, LOGO_IN_LARGE_PRINT if scale.is_large else LOGO_HIGH)
    root.kids.append(heading)
    call = emergency_line(setting, root, full)
    wide = emergency_width(call)
    room = full - wide - scale.base
    sizes = (scale.h1, scale.strategy, scale.h2)
    fitting = [size for size in sizes if setting.natural_width(title, size, bold=True) <= room]
    is_whole = setting.longest_word(title, scale.h1, bold=True) <= room
    if on_two_lines and is_whole and setting.natural_width(title, scale.h1, bold=True) <= room * TITLE_LINES:
        fitting = [scale.h1]
    if not fitting:
        words = setting.text(
            heading, title, full, scale.h2, bold=True, colour=setting.palette.deep, balance=True
        )  # fmt: skip
        return [head, piece_atom(words, before=unit), call.with_break(before=unit * 0.5)]
    words = setting.text(heading, title, room, fitting[0], bold=True, colour=setting.palette.deep, balance=True)
    high = max(words.height, call.height)
    row = overlay(
        piece_atom(words).moved(0.0, (high - words.height) / 2),
        call.moved(full - wide, (high - call.height) / 2),
    )
    return [head, row.with_break(before=unit * (0.75 if scale.is_large else 1.25))]


def diary_front(setting: Setting, root: Element, leaflet: Leaflet, diary: Diary, depth: float) -> list[Sequence[Atom]]:
    """The diary on one side, its rows as many as it promises or as the side holds; in the largest print, where its
    columns are too narrow for their words, one form on the side or on the next one."""
    head = head_atoms(setting, root, leaflet, diary.title)
    sect = open_section(root, "diary")
    if not is_grid(setting, diary):
        return _as_forms(setting, sect, diary, [*head, *_about(setting, sect, diary)], depth)
    least = LEAST_LARGE_ROW if setting.scale.is_large else max(LEAST_PITCH, LEAST_ROW * setting.scale.base)
    top = [*head, *_about(setting, Element("Sect"), diary)]
    bare = total_height([*top, *_chart(setting, Element("Sect"), diary, 0, None)])
    has_all = int((depth - bare - 1.0) / least) >= diary.rows
    top = [*head, *_about(setting, sect, diary, may_copy=not has_all)]
    bare = total_height([*top, *_chart(setting, Element("Sect"), diary, 0, None)])
    rows = diary.rows if has_all else max(1, int((depth - bare - 1.0) / least))
    high = (depth - bare - 1.0) / rows
    most = max(HIGHEST_ROW, pitch(setting)) if has_all else max(least, pitch(setting) * 1.3)
    return list(break_pages([*top, *_chart(setting, sect, diary, rows, min(high, most))], depth).pages)


def _chart(setting: Setting, sect: Element, diary: Diary, rows: int, high: float | None) -> list[Atom]:
    first, *rest = diary_chart(setting, sect, diary, rows, 1, high=high)
    return [
        first.with_break(before=setting.unit * (0.25 if setting.scale.is_large else 1.0), cost=NEVER),
        *(a.with_break(cost=NEVER) for a in rest),
    ]


def _about(setting: Setting, sect: Element, diary: Diary, *, may_copy: bool = False) -> list[Atom]:
    """What to do with it, and a row for whose it is; at that row's end, where there is room, that the page `may_copy`
    be copied."""
    grid, unit = setting.grid, setting.unit
    lines = setting.lines_in(diary.intro, grid.full) if diary.intro else 0
    intro = prose(setting, sect, diary.intro, grid.full if lines == 1 else grid.line) if diary.intro else []
    atoms = [merge(intro).with_break(before=unit * 0.5)] if intro else []
    name = setting.voice.word("name_label")
    copy = setting.voice.word("copy_page")
    wide = setting.natural_width(copy) + 0.5
    room = grid.full - wide - 2 * setting.scale.base
    if not may_copy:
        return [*atoms, labelled_line(setting, sect, name, grid.full)]
    if room < setting.natural_width(name) + LEAST_NAME:
        return [*atoms, labelled_line(setting, sect, name, grid.full), _copy(setting, sect)]
    line = labelled_line(setting, sect, name, room, least_pitch(setting))
    words = setting.text(sect.add("P"), copy, wide)
    return [*atoms, overlay(line, Atom((PieceInAtom(words, grid.full - wide, _baseline(line) - words.baseline),), 0.0))]


def _baseline(line: Atom) -> float:
    """Where the words beside a line to write on stand, from the top."""
    return next(put.down + put.piece.baseline for put in line.puts if isinstance(put.piece, TextPiece))


def _copy(setting: Setting, sect: Element) -> Atom:
    words = setting.text(sect.add("P"), setting.voice.word("copy_page"), setting.grid.full)
    return piece_atom(words, before=setting.unit * 0.5, cost=NEVER)


def _as_forms(setting: Setting, sect: Element, diary: Diary, top: list[Atom], depth: float) -> list[Sequence[Atom]]:
    """An example in one sentence, and a form for one entry; as many more as the side holds."""
    line = max(LEAST_PITCH, LEAST_ROW * setting.scale.base)
    pages: Sequence[Sequence[Atom]] = ()
    for entries, with_copy in [*((count, True) for count in range(min(diary.rows, 8), 0, -1)), (1, False)]:
        trial = Element("Sect")
        copy = [_copy(setting, trial)] if with_copy else []
        chart = [
            atom.with_break(before=min(atom.before, setting.unit))
            for atom in diary_chart(setting, trial, diary, 0, entries, high=line)
        ]
        pages = break_pages([*top, *copy, *chart], depth).pages
        if len(pages) == 1 or (entries == 1 and len(pages) == 2) or not with_copy:
            sect.kids += trial.kids
            break
    return list(pages)


def notes_to_fill(setting: Setting, root: Element, room: float) -> list[Atom]:
    """Lines for notes in the rest of a side, under their heading, if it has room for a few."""
    word = setting.voice.word("notes")
    sect = Element("Sect", ident="notes")
    title = setting.text(
        sect.add("H2", bookmark=word), word, setting.grid.full, setting.scale.h2, bold=True,
        colour=setting.palette.accent,
    )  # fmt: skip
    space = setting.unit * 2
    count = int((room - space - title.height) / pitch(setting))
    if count < LEAST_NOTES:
        return []
    root.kids.append(sect)
    lines = blank_lines(setting, sect, word, count, setting.grid.full)
    return [merge([piece_atom(title), *lines]).with_break(before=space)]


def notes_height(setting: Setting, count: int) -> float:
    """How high so many lines for notes are in a column, with the white above them."""
    notes = notes_in_column(setting, Element("Div"), count)
    return notes.before + notes.height


def notes_in_column(setting: Setting, root: Element, count: int) -> Atom:
    """So many lines for notes under their heading, in one of two columns."""
    word, width = setting.voice.word("notes"), setting.grid.measure
    sect = open_section(root, "notes")
    title = setting.text(
        sect.add("H2", bookmark=word), word, width, setting.scale.h2, bold=True, colour=setting.palette.accent
    )
    lines = blank_lines(setting, sect, word, count, width)
    return merge([piece_atom(title), *lines]).with_break(before=setting.unit * 2, cost=FREE)


def notes_level_with(setting: Setting, line: float, count: int) -> tuple[Atom, Element]:
    """So many lines for notes, on a level with those of a column whose last one is `line` pt down; and their
    section."""
    holder = Element("Div")
    notes = notes_in_column(setting, holder, count)
    down = (line - notes.puts[-1].down) % pitch(setting)
    title, *lines = notes.puts
    lower = [put._replace(down=put.down + down) for put in lines]
    return Atom((title, *lower), notes.height + down, notes.before, notes.cost), holder.kids[0]
