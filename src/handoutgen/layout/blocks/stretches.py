"""What stands under a heading, in the author's order: text, steps, lists, tables, pictures, asides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handoutgen.content.markdown import inline
from handoutgen.content.sections import SectionContent, Table
from handoutgen.layout.blocks.asides import callout_atoms, marked_line, quiet_list
from handoutgen.layout.blocks.figures import figure_atoms
from handoutgen.layout.blocks.lists import keep_ends, named_again, numbered, numbered_in_discs
from handoutgen.layout.blocks.prose import prose
from handoutgen.layout.blocks.tables import column_widths, table_atoms
from handoutgen.layout.flow.atoms import (
    FAIR,
    HALF,
    NEVER,
    Atom,
    PieceInAtom,
    merge,
    mostly_whole,
    overlay,
    piece_atom,
    spanning,
    total_height,
)
from handoutgen.layout.flow.pieces import DrawingPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element, Role
from handoutgen.story.stretches import line_words, table_words, to_do
from handoutgen.units import mm

WHOLE_TO_DO, TO_DO_APART = 0.85, 800.0
"""What says what to do now, up to this share of a page, is kept whole, whatever white or paper it costs."""
IN_ONE_COLUMN, IN_A_NARROW_ONE = 0.42, 0.33
"""A table in one of two columns takes at most this share of the page's depth: a higher one reads better over both. In a
narrow column nearly every cell breaks, so over both it takes half the room."""
NARROW = mm(86)
LINE_ICONS = {"caution": "warning", "dose": "medicines"}
ListInColumn = tuple[Sequence[str], str, str]
"""Items, the words over them, and the icon before each."""


def stretch_atoms(
    look: Look,
    parent: Element,
    stretch: SectionContent,
    width: float,
    *,
    role: Role = "H3",
    in_discs: bool = False,
) -> list[Atom]:
    """All of a stretch but its subsections, in a column of `width` pt. `role` is the level of an aside's heading; steps
    have their numerals in discs if they are to be taken at once."""
    set_steps = numbered_in_discs if in_discs else numbered
    atoms: list[Atom] = []
    for key in stretch.written_order:
        if key == "subsections":
            continue
        if key == "steps":
            atoms += set_steps(look, parent, stretch.steps, width, before=look.unit * 0.6 if atoms else 0.0)
        elif key in ("do", "do_not"):
            listed = (*to_do(look.voice, stretch, key), "yes" if key == "do" else "no")
            atoms += do_lists(look, parent, [listed], width, before=look.unit * bool(atoms))
        elif key == "ask_first":
            items, words = to_do(look.voice, stretch, key)
            first, *rest = quiet_list(look, parent, "ask", words, items, width)
            atoms += [first.with_break(before=look.unit * bool(atoms)), *named_again(look, rest, words, width)]
        else:
            atoms += _set(look, parent, stretch, key, width, is_first=not atoms, role=role)
    return atoms


def _set(
    look: Look, parent: Element, stretch: SectionContent, key: str, width: float, *, is_first: bool, role: Role
) -> list[Atom]:
    unit = look.unit

    def callouts() -> list[Atom]:
        return [
            atom
            for callout in stretch.callouts
            for atom in callout_atoms(look, parent, callout, width, before=unit * 1.5, role=role)
        ]

    def line() -> list[Atom]:
        words = line_words(look.voice, stretch, key)
        return [marked_line(look, parent, LINE_ICONS[key], words, width, before=unit * (0 if is_first else 1.5))]

    figure, table = stretch.figure, stretch.table
    makers: dict[str, Callable[[], list[Atom]]] = {
        "caution": line,
        "dose": line,
        "text": lambda: prose(look, parent, stretch.text or "", width, before=0.0 if is_first else unit),
        "table": lambda: _table(look, parent, table, width, is_first) if table else [],
        "figure": lambda: figure_atoms(look, parent, figure, width, before=unit * 2) if figure else [],
        "callouts": callouts,
    }
    return makers[key]()


def _table(look: Look, parent: Element, table: Table, width: float, is_first: bool) -> list[Atom]:
    head, rows = table_words(look.voice, table)
    block = inline.TableBlock(head, rows)
    space = 0.0 if is_first else look.unit
    grid = look.grid
    if grid.has_columns and width == grid.measure and _is_too_long(look, block, width):
        return spanning(_whole(look, _captioned(look, parent, table, block, grid.full, space)))
    return _whole(look, _captioned(look, parent, table, block, width, space))


def _whole(look: Look, atoms: list[Atom]) -> list[Atom]:
    """A table of a page with columns as one that never splits, unless it is high."""
    is_low = look.grid.has_columns and total_height(atoms) <= look.grid.depth * HALF
    return [merge(atoms)] if is_low else atoms


def _is_too_long(look: Look, block: inline.TableBlock, width: float) -> bool:
    """Whether a table reads better over both columns than in one of them."""
    if column_widths(look, block.head, block.rows, width) is None:
        return True
    share = IN_A_NARROW_ONE if width < NARROW else IN_ONE_COLUMN
    return total_height(table_atoms(look, Element("Sect"), block, width, before=0.0)) > look.grid.depth * share


def _captioned(
    look: Look, parent: Element, table: Table, block: inline.TableBlock, width: float, space: float
) -> list[Atom]:
    """A table under its caption, if it has one."""
    if not table.caption:
        return table_atoms(look, parent, block, width, before=space)
    name = look.text(parent.add("P"), look.voice.phrase(table.caption), width, bold=True)
    first, *rest = table_atoms(look, parent, block, width, before=look.unit * 0.5)
    return [piece_atom(name, before=space), first.with_break(cost=NEVER), *rest]


def do_lists(look: Look, parent: Element, lists: Sequence[ListInColumn], width: float, *, before: float) -> list[Atom]:
    """What to do and what not to do, each item with a tick or a cross and under its own words."""
    atoms: list[Atom] = []
    for column in lists:
        if column[0]:
            first, *rest = _marked_list(look, parent, *column, width)
            atoms += [first.with_break(before=look.unit * 2 if atoms else before), *rest]
    return atoms


def _marked_list(
    look: Look, parent: Element, items: Sequence[str], words_over: str, icon: str, width: float
) -> list[Atom]:
    name = piece_atom(look.text(parent.add("P"), words_over, width, bold=True))
    holder = parent.add("L", numbering="None")
    size = look.scale.base
    drawing = look.icon(icon, look.palette.accent)
    hang = size * 1.5
    listed: list[list[Atom]] = []
    for item in items:
        words = look.text(holder.add("LI").add("LBody"), look.voice.phrase(item), width - hang)
        mark = DrawingPiece(None, drawing, size, size)
        down = words.baseline - 0.85 * size
        first, *rest = mostly_whole(words, look.grid.depth, before=look.unit * 0.5, cost=FAIR)
        marked = overlay(first.moved(hang), Atom((PieceInAtom(mark, 0.0, down),), 0.0))
        listed.append([marked, *(atom.moved(hang) for atom in rest)])
    first, *rest = keep_ends(listed)
    return [name, first.with_break(cost=NEVER), *named_again(look, rest, words_over, width)]
