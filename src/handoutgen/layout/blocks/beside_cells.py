"""A block in one language as a cell of a row, and its place in that language's part of the tag tree.

Every cell shapes its text in its own language and direction. What runs against the page is turned round within the cell
beforehand, since the page of a right-to-left language is mirrored as a whole.
"""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from handoutgen.design.scale import Level
from handoutgen.layout.blocks.lists import BULLET_INDENT, NUMBER_INDENT, list_item
from handoutgen.layout.blocks.writing import labelled_line
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, piece_atom
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.beside import BULLET, RowCell, RowPlace
from handoutgen.story.voice import words_of

HEADINGS = {1: "H1", 2: "H2", 3: "H3", 4: "H4"}
LIST_STEP = 1.2
"""How far a list within a list stands in, in units of the body size."""


class Column(Struct):
    """One language: its setting, its part of the tag tree, and the list that is being written."""

    setting: Setting
    part: Element
    is_turned: bool
    """Whether it runs against the page."""
    _list: tuple[RowPlace, Element] | None = field(default=None)

    def cell(self, told: RowCell, width: float) -> Atom:
        """The block in a cell of `width` pt."""
        if told.kind != "item":
            self._list = None
        if told.kind == "heading":
            atom = self._heading(told, width)
        elif told.kind == "item":
            atom = self._item(told, width)
        elif told.kind == "block":
            return merge([self.cell(each, width).with_break(before=self.setting.unit * 0.5) for each in told.several])
        elif told.kind == "line":
            atom = labelled_line(self.setting, self.part, words_of(told.words), width)
        elif not told.words:
            return Atom((), 0.0)
        else:
            atom = piece_atom(self.setting.text(self.part.add("P"), told.words, width))
        return turned(atom, width) if self.is_turned else atom

    def _heading(self, told: RowCell, width: float) -> Atom:
        setting, title = self.setting, words_of(told.words)
        element = self.part.add(HEADINGS[told.level], bookmark=title)  # type: ignore[arg-type]
        colour = setting.palette.deep if told.level < 4 else setting.palette.ink
        level = self._level(told.level)
        return piece_atom(setting.text(element, told.words, width, level, bold=True, colour=colour))

    def _level(self, level: int) -> Level:
        scale = self.setting.scale
        return {1: scale.h1 if scale.is_large else scale.strategy, 2: scale.h2, 3: scale.h3}.get(level, scale.body)

    def _item(self, told: RowCell, width: float) -> Atom:
        numbering = "Disc" if told.mark == BULLET else "Decimal" if told.mark[:-1].isdecimal() else "None"
        if self._list is None or self._list[0] != told.group:
            self._list = (told.group, self.part.add("L", numbering=numbering))
        inset = told.level * LIST_STEP * self.setting.scale.base
        indent = BULLET_INDENT if told.mark == BULLET else NUMBER_INDENT
        entry = self._list[1].add("LI")
        lines = list_item(self.setting, entry, told.mark, told.words, width - inset, indent, before=0.0)
        whole = merge(lines).moved(inset)
        # The mark first, since a tint under the row is painted before the first of its pieces.
        puts = sorted(whole.puts, key=lambda put: getattr(put.piece, "element", None) is not entry.kids[0])
        return replace(whole, puts=tuple(puts))


def turned(atom: Atom, width: float) -> Atom:
    """The atom as its mirror image shows it in a cell of `width` pt: pieces change sides, text does not."""
    puts = tuple(PieceInAtom(put.piece, width - put.x - put.piece.width, put.down) for put in atom.puts)
    return replace(atom, puts=puts)
