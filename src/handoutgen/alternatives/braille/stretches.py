"""The story → stretches of braille in order: what each says, in which cells its lines begin, what it must stay with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.alternatives.braille.cells import Translator
from handoutgen.alternatives.plain_text import written_out
from handoutgen.story.passages import Aside, Chart, Lines, Listed, Passage, Picture, Said, Story, StoryBlock, Tabled

BOX_TOP, BOX_FOOT = "7", "G"
"""2356 and 1245: what is drawn over and under boxed material (BANA 7.2)."""
RULE = '"', "3"
"""Under a table's heads: 5, then 25 to the column's end (BANA 11.4)."""
GUTTER = 2
"""Blank cells between the columns of a table."""


class BrailleBlock(Struct, frozen=True):
    """What runs on from line to line. `first` and `rest` are blank cells before its first line and the others."""

    text: str
    """In print."""
    cells: str
    first: int = 0
    rest: int = 0
    is_centred: bool = False
    is_whole: bool = False
    """One line as it stands."""
    before: bool = False
    after: bool = False
    """Whether a blank line is wanted there."""
    holds_next: bool = False
    """Whether it may not be the last on a page."""
    holds_last: bool = False
    """Whether it may not be the first on a page."""


class Retelling:
    """Tells one story in braille for lines of `width` cells."""

    def __init__(self, translator: Translator, width: int) -> None:
        self._translator = translator
        self._code = translator.code
        self._width = width

    def whole(self, story: Story) -> Iterator[BrailleBlock]:
        """The whole leaflet."""
        yield from self._blocks(story.opening)
        yield self._heading(story.title, 1)
        yield from self._blocks(story.message)
        for passage in story.passages:
            yield from self._passage(passage)

    def _passage(self, passage: Passage) -> Iterator[BrailleBlock]:
        yield self._heading(written_out(passage.title), passage.level)
        for block in passage.blocks:
            yield from self._passage(block) if isinstance(block, Passage) else self._block(block, 0)

    def _heading(self, words: str, level: int) -> BrailleBlock:
        """The title and parts are centred with a blank line after, strategies and help levels begin in cell 5, what
        is under them in cell 7 (BANA 4.4 to 4.6)."""
        cells = self._translator.write(words)
        if level <= 2:
            return BrailleBlock(words, cells, is_centred=True, before=True, after=True, holds_next=True)
        indent = 4 if level == 3 else 6
        return BrailleBlock(words, cells, indent, indent, before=True, holds_next=True)

    def _blocks(self, blocks: Sequence[StoryBlock], at: int = 0) -> Iterator[BrailleBlock]:
        for block in blocks:
            yield from self._block(block, at)

    def _block(self, block: StoryBlock, at: int) -> Iterator[BrailleBlock]:
        match block:
            case Said(words):
                yield self._paragraph(written_out(words), at)
            case Listed():
                yield from self._list(block, at)
            case Tabled():
                yield from self._table(block, at)
            case Picture():
                yield from self._picture(block, at)
            case Aside():
                yield from self._aside(block)
            case Lines(label=label):
                yield self._item(" ".join(filter(None, (label, self._code.blank))), at)
            case Chart(columns=columns, example=example):
                yield from self._blocks([Said(example)] if example else [], at)
                yield from _apart([self._item(f"{each}: {self._code.blank}", at) for each in columns])
            case _:
                assert_never(block)

    def _paragraph(self, words: str, at: int) -> BrailleBlock:
        """3-1: it begins in cell 3, and goes on in cell 1 (BANA 1.9)."""
        return BrailleBlock(words, self._translator.write(words), at + 2, at)

    def _item(self, words: str, at: int) -> BrailleBlock:
        """1-3: it begins in cell 1, and goes on in cell 3 (BANA 8.3)."""
        return BrailleBlock(words, self._translator.write(words), at, at + 2)

    def _list(self, listed: Listed, at: int) -> Iterator[BrailleBlock]:
        title = [replace(self._paragraph(listed.title, at), holds_next=True)] if listed.title else []
        items: list[BrailleBlock] = []
        for number, blocks in zip(count(listed.start), listed.items, strict=False):
            sign = {"number": f"{number}. ", "none": ""}.get(listed.sign, self._code.bullet)
            if blocks and isinstance(blocks[0], Said):
                items.append(self._item(sign + written_out(blocks[0].words), at))
                blocks = blocks[1:]
            elif sign:
                items.append(self._item(sign.strip(), at))
            items += self._blocks(blocks, at + 2)
        yield from title
        yield from _apart(items, before=not title)

    def _picture(self, picture: Picture, at: int) -> Iterator[BrailleBlock]:
        """What it shows as a transcriber's note, 7-5 (BANA 3.2); then the words in it, and its caption."""
        opened, closed = self._code.note
        if opened:
            cells = f"{opened}{self._translator.write(picture.alt)}{closed}"
            note = BrailleBlock(picture.alt, cells, 6, 4)
        else:
            note = replace(self._paragraph(f"({picture.alt})", at), first=6, rest=4)
        yield replace(note, holds_next=bool(picture.labels))
        yield from _apart([self._item(label, at) for label in picture.labels])
        yield from self._blocks([Said(picture.caption)] if picture.caption else [], at)

    def _aside(self, aside: Aside) -> Iterator[BrailleBlock]:
        """In a box from side to side, its title in cell 5."""
        yield BrailleBlock("", BOX_TOP * self._width, is_whole=True, before=True, holds_next=True)
        yield replace(self._heading(aside.title, 3), before=False)
        yield from self._blocks(aside.blocks)
        yield BrailleBlock("", BOX_FOOT * self._width, is_whole=True, after=True, holds_last=True)

    def _table(self, table: Tabled, at: int) -> Iterator[BrailleBlock]:
        """Side by side where that fits the line, else row by row with each cell behind its column's head."""
        rows = [[written_out(cell) for cell in row] for row in (table.head, *table.rows)]
        rows[1:] = [[cell or self._code.blank for cell in row] for row in rows[1:]]
        cells = [[self._translator.write(cell) for cell in row] for row in rows]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        if sum(widths) + GUTTER * (len(widths) - 1) <= self._width:
            yield from _side_by_side(rows, cells, widths)
        else:
            yield from _apart(list(self._row_by_row(rows, at)))

    def _row_by_row(self, rows: Sequence[Sequence[str]], at: int) -> Iterator[BrailleBlock]:
        """Each row begins in cell 1, its other cells in cell 3; both go on in cell 5 (BANA 11.15)."""
        names, *others = rows
        for row in others:
            for index, (name, cell) in enumerate(zip(names, row, strict=True)):
                words = f"{name}: {cell}" if name else cell
                first = at + (2 if index else 0)
                holds = index == 0 and len(row) > 1
                yield BrailleBlock(words, self._translator.write(words), first, at + 4, holds_next=holds)


def _side_by_side(
    rows: Sequence[Sequence[str]], cells: Sequence[Sequence[str]], widths: Sequence[int]
) -> Iterator[BrailleBlock]:
    lines = ["".join(cell.ljust(width + GUTTER) for cell, width in zip(row, widths, strict=True)) for row in cells]
    rule = "".join((RULE[0] + RULE[1] * (width - 1)).ljust(width + GUTTER) for width in widths)
    said = [" ".join(row) for row in rows]
    yield BrailleBlock(said[0], lines[0], is_whole=True, before=True, holds_next=True)
    yield BrailleBlock("", rule, is_whole=True, holds_next=True)
    for index, (text, line) in enumerate(zip(said[1:], lines[1:], strict=True), start=2):
        yield BrailleBlock(text, line, is_whole=True, after=index == len(rows))


def _apart(stretches: Sequence[BrailleBlock], before: bool = True) -> Iterator[BrailleBlock]:
    """With a blank line before the first and after the last, as lists stand (BANA 8.2)."""
    last = len(stretches) - 1
    for index, each in enumerate(stretches):
        yield replace(each, before=each.before or (before and index == 0), after=each.after or index == last)
