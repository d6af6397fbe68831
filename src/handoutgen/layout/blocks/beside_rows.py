"""Rows of two languages: a cell of each side by side, or one above the other in large print, and a number for both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.layout.blocks.beside_cells import Column, turned
from handoutgen.layout.blocks.beside_pictures import picture_over_both
from handoutgen.layout.flow.atoms import (
    EASY,
    FAIR,
    FREE,
    HARD,
    NEVER,
    Atom,
    PieceInAtom,
    overlay,
    piece_atom,
    reminding,
    text_atoms,
    total_height,
    without_meaning,
)
from handoutgen.layout.flow.pieces import Frame, Rule, TextPiece
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.beside import PairedRow, RowPlace
from handoutgen.story.beside_head import own_name

ROOM_FOR_NUMBER = 2.4
"""Before the rows of large print, in units of the body size."""
WHITE = 0.35
"""Over and under the words of a row, in units."""
OVERHANG = 0.5
"""How far a tint reaches into the margins, in units of the body size, so that words on it stand with all others."""
HIGHEST_GROUP = 0.6
"""What belongs together is not parted unless it is higher than this share of a page."""
HIGHEST_BLOCK = 0.9
"""The same of lines that are not paired: with its heading, and the languages' names, it still has a page."""


def _kept_as_one(row: PairedRow) -> RowPlace:
    """The list of what keeps a reader safe that a row belongs to; empty for all others."""
    return row.any.group if row.any.tone == "safe" else ()


class PairedRows(Struct):
    """Makes rows and counts them."""

    setting: Setting
    one: Column
    other: Column
    count: int = 0

    def body(self, rows: Sequence[PairedRow], depth: float) -> list[Atom]:
        """All rows, numbered. A heading stays with what follows it, and what keeps a reader safe stays whole if a page
        can hold it; else each page says again what its items are under."""
        atoms: list[Atom] = []
        glued = False
        for key, several in groupby(self._parted(rows, depth), key=_kept_as_one):
            group = list(several)
            made = [self._numbered(row) for row in group]
            if key:
                made = self._kept(made, depth)
            for atom, row in zip(made, group, strict=True):
                first, *rest = self._in_parts(atom, row, depth)
                atoms += [first.with_break(cost=NEVER) if glued else first, *rest]
                glued = row.any.kind == "heading" or (row.any.place[-1] == "title")
        return atoms

    def _parted(self, rows: Sequence[PairedRow], depth: float) -> Iterator[PairedRow]:
        """The rows; of lines that are not paired, where they would be higher than a page, all of the one language and
        then all of the other; and a row that is too high by itself, in large print, in two."""
        for row in rows:
            is_block = row.any.kind == "block"
            if not (is_block or self._is_stacked) or not self._is_too_high(row, depth):
                yield row
            elif is_block:
                yield from (PairedRow(each, None) for each in (row.one.several if row.one else ()))
                yield from (PairedRow(None, each) for each in (row.other.several if row.other else ()))
            elif row.one and row.other:
                yield PairedRow(row.one, None)
                yield PairedRow(None, replace(row.other, goes_on=True))
            else:
                yield row

    def _is_too_high(self, row: PairedRow, depth: float) -> bool:
        trials = [replace(column, part=Element("Part")) for column in (self.one, self.other)]
        grid = self.setting.grid
        width = grid.full - self.setting.scale.base * ROOM_FOR_NUMBER if self._is_stacked else grid.measure
        pairs = zip(trials, (row.one, row.other), strict=True)
        heights = [column.cell(told, width).height for column, told in pairs if told]
        return (sum(heights) if self._is_stacked else max(heights)) > depth * HIGHEST_BLOCK

    @staticmethod
    def _kept(made: Sequence[Atom], depth: float) -> list[Atom]:
        first, *rest = made
        if total_height(made) <= depth * HIGHEST_GROUP:
            return [first, *(atom.with_break(cost=NEVER) for atom in rest)]
        again = reminding(without_meaning(first))
        return [first, *(replace(atom, heading=again, cost=HARD) for atom in rest)]

    def _in_parts(self, atom: Atom, row: PairedRow, depth: float) -> list[Atom]:
        """A row of one paragraph that is higher than a page, as parts of it, the first with the number."""
        words = [put for put in atom.puts if isinstance(put.piece, TextPiece) and put.piece.element is not None]
        if atom.height <= depth or len(words) != 1 or row.any.tone == "safe":
            return [atom]
        (long,) = words
        assert isinstance(long.piece, TextPiece)  # noqa: S101 - asked before
        first, *rest = (part.moved(long.x) for part in text_atoms(long.piece))
        others = Atom(tuple(put for put in atom.puts if put is not long), 0.0)
        return [replace(overlay(first.moved(0.0, long.down), others), before=atom.before, cost=atom.cost), *rest]

    def bare(self, row: PairedRow) -> Atom:
        """A row without a number."""
        return self._row(row, "")

    def _numbered(self, row: PairedRow) -> Atom:
        setting, told = self.setting, row.any
        if told.kind == "heading":
            before, line = (2.0, setting.scale.band) if told.level == 2 else (1.0, setting.scale.rule)
            atom = self._row(row, "")
            puts = (
                PieceInAtom(Rule(setting.grid.full, line, setting.palette.accent), 0.0, 0.0),
                *atom.moved(0, line).puts,
            )
            return Atom(puts, atom.height + line, setting.unit * before, FREE)
        self.count += not told.goes_on
        if told.kind == "picture":
            over = picture_over_both(setting, (self.one, self.other), row)
            under = self._row(row, str(self.count))
            return Atom(
                (*over.puts, *under.moved(0.0, over.height).puts), over.height + under.height, setting.unit, HARD
            )
        atom = self._row(row, str(self.count))
        return atom.with_break(cost=FAIR if told.kind == "item" else EASY)

    def _row(self, row: PairedRow, number: str) -> Atom:
        setting, told = self.setting, row.any
        white = setting.unit * WHITE
        inside = self._stacked(row, number) if self._is_stacked else self._side_by_side(row, number)
        high = inside.height + 2 * white
        full, hang = setting.grid.full, setting.scale.base * OVERHANG
        ground: list[PieceInAtom] = []
        if told.tone == "safe":
            ground = [PieceInAtom(Frame(full + 2 * hang, high, fill=setting.palette.tint), -hang, 0.0)]
        elif number:
            ground = [PieceInAtom(Rule(full, setting.scale.hairline, setting.palette.rule), 0.0, 0.0)]
        return Atom((*ground, *inside.moved(0.0, white).puts), high)

    @property
    def _is_stacked(self) -> bool:
        return not self.setting.grid.has_columns

    def _side_by_side(self, row: PairedRow, number: str) -> Atom:
        grid = self.setting.grid
        cells = self._cells(row, grid.measure)
        cells[1] = cells[1].moved(grid.second)
        mark = self._number(number, grid.gutter, "center").moved(grid.measure) if number else Atom((), 0.0)
        return overlay(cells[0], cells[1], mark)

    def _stacked(self, row: PairedRow, number: str) -> Atom:
        setting = self.setting
        hang = setting.scale.base * ROOM_FOR_NUMBER
        first, second = self._cells(row, setting.grid.full - hang)
        gap = setting.unit * WHITE if first.puts and second.puts else 0.0
        below = second.moved(hang, first.height + gap)
        mark = self._number(number, hang, "start") if number else Atom((), 0.0)
        return overlay(first.moved(hang), below, mark)

    def _cells(self, row: PairedRow, width: float) -> list[Atom]:
        pairs = ((self.one, row.one), (self.other, row.other))
        return [column.cell(told, width) if told else Atom((), 0.0) for column, told in pairs]

    def _number(self, number: str, width: float, align: str) -> Atom:
        """What both readers can name a row by: for the eye, no words of the text."""
        setting = self.setting
        wide = setting.natural_width(number, bold=True) + 0.5
        piece = setting.text(None, number, wide, bold=True, colour=setting.palette.accent)
        return piece_atom(piece, (width - wide) / 2 if align == "center" else 0.0)

    def names(self, *, in_tree: bool) -> Atom:
        """The languages' names over their columns, each in itself; on later pages for the eye alone."""
        atoms = []
        for column in (self.one, self.other):
            tag = column.setting.voice.language
            element = column.part.add("P") if in_tree else None
            width = self.setting.grid.measure if not self._is_stacked else self.setting.grid.full
            setting = column.setting
            piece = setting.text(element, own_name(tag), width, bold=True, colour=setting.palette.accent)
            atom = piece_atom(piece)
            atoms.append(turned(atom, width) if column.is_turned else atom)
        if self._is_stacked:
            return overlay(atoms[0], atoms[1].moved(0.0, atoms[0].height))
        return overlay(atoms[0], atoms[1].moved(self.setting.grid.second))
