"""Stretches → numbered pages of lines, none longer or lower than the paper, and those → stretches again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from handoutgen.alternatives.braille.stretches import BOX_FOOT, BOX_TOP, BrailleBlock
from handoutgen.errors import UsageProblem

FEWEST_CELLS, MOST_CELLS = 20, 100
FEWEST_LINES, MOST_LINES = 10, 100
"""What can be read with indents, and what no embosser exceeds."""
GOES_ON = '"'
"""Dot 5 at a line's end: what follows belongs to the same word (UEB 6.10, 16.2)."""
MARGIN = 3
"""Blank cells at each side of a centred line at least (BANA 4.4.1)."""
_AFTER_PREFIX = '@^_",.;#'
"""Cells that a next one belongs to: a word is not divided between them."""


class BraillePaper(Struct, frozen=True):
    """How much a page holds. 40 cells and 25 lines are what embossers and libraries use on 11 × 11.5 inches."""

    cells: int = 40
    lines: int = 25

    def __post_init__(self) -> None:
        """Raises UsageProblem for a size that cannot be read or embossed."""
        if not (FEWEST_CELLS <= self.cells <= MOST_CELLS and FEWEST_LINES <= self.lines <= MOST_LINES):
            raise UsageProblem(
                f"A braille page of {self.cells} cells and {self.lines} lines cannot be made.",
                f"Ask for {FEWEST_CELLS} to {MOST_CELLS} cells and {FEWEST_LINES} to {MOST_LINES} lines.",
            )


def paged(stretches: Sequence[BrailleBlock], paper: BraillePaper, number: dict[str, str]) -> list[list[str]]:
    """The pages, each with its number at the right of its last line. `number` gives the cells of figures: under "#"
    what opens a number, and then each figure."""
    room = paper.lines - 1
    pages: list[list[str]] = [[]]
    for chunk in _chunks(stretches, paper.cells):
        page = pages[-1]
        if len(page) + len(chunk) > room and page:
            page = []
            pages.append(page)
        for line in chunk:
            if len(page) == room:  # a chunk higher than a page
                page = []
                pages.append(page)
            if line or page:
                page.append(line)
    return [_numbered(page, index, paper, number) for index, page in enumerate(filter(any, pages), start=1)]


def _numbered(page: list[str], index: int, paper: BraillePaper, number: dict[str, str]) -> list[str]:
    cells = number["#"] + "".join(number[figure] for figure in str(index))
    return [*page, *[""] * (paper.lines - 1 - len(page)), cells.rjust(paper.cells)]


def _chunks(stretches: Sequence[BrailleBlock], width: int) -> Iterator[list[str]]:
    """Lines that stay on one page, together; a blank line is a chunk by itself unless it stands inside one."""
    held: list[str] = []
    blank = True  # at the top of the first page
    for index, stretch in enumerate(stretches):
        lines = lines_of(stretch, width)
        following = stretches[index + 1] if index + 1 < len(stretches) else None
        if stretch.before and not blank:
            if held:
                held.append("")
            else:
                yield [""]
        stays = stretch.holds_next or bool(following and following.holds_last)
        *first, last = _parted(lines, whole=stretch.holds_next)
        for part in first:
            yield [*held, *part]
            held = []
        held += last
        blank = False
        if not stays:
            yield held
            held = []
        if stretch.after:
            blank = True
            if held:
                held.append("")
            else:
                yield [""]
    if held:
        yield held


def _parted(lines: list[str], *, whole: bool) -> list[list[str]]:
    """Where a stretch may go over to the next page: after each line, but not after its first or before its last."""
    if whole or len(lines) < 4:
        return [lines]
    return [lines[:2], *([line] for line in lines[2:-2]), lines[-2:]]


def lines_of(stretch: BrailleBlock, width: int) -> list[str]:
    """The lines of a stretch, none longer than `width` cells."""
    if stretch.is_whole:
        return [stretch.cells.rstrip()]
    if stretch.is_centred:
        inner = _wrapped(stretch.cells, width - 2 * MARGIN, 0, 0)
        return [" " * ((width - len(line)) // 2) + line for line in inner]
    deepest = width // 3  # what is nested deeply still has room
    return _wrapped(stretch.cells, width, min(stretch.first, deepest), min(stretch.rest, deepest))


def _wrapped(cells: str, width: int, first: int, rest: int) -> list[str]:
    lines: list[str] = []
    line, empty = " " * first, True
    for word in cells.split():
        if not empty and len(line) + 1 + len(word) > width:
            lines.append(line)
            line, empty = " " * rest, True
        while len(line) + len(word) + (not empty) > width:
            cut = _cut(word, width - len(line) - len(GOES_ON))
            lines.append(line + word[:cut] + GOES_ON)
            line, word = " " * rest, word[cut:]
        line += word if empty else f" {word}"
        empty = False
    return [*lines, line]


def _cut(word: str, room: int) -> int:
    """How much of a word that no line holds stands on this one: to behind a slash, else to before a dot or hyphen."""
    head = word[:room]
    slash = head.rfind("_/")
    places = [slash + 2 if slash > 0 else 0, head.rfind("4"), head.rfind("-")]
    cut = next((place for place in places if place > room // 2), room)
    while cut > 1 and word[cut - 1] in _AFTER_PREFIX:
        cut -= 1
    return cut


_BOX = re.compile(rf"{BOX_TOP}+|{BOX_FOOT}+")
_RULE = re.compile(r'(?:"3*\s*)+')


def words_in(pages: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """The words in cells, without page numbers and what is drawn; divided words are whole again."""
    begun = ""
    for page in pages:
        for line in page[:-1]:
            is_drawn = (len(line) == width and _BOX.fullmatch(line)) or _RULE.fullmatch(line)
            if is_drawn or not line.strip():
                continue
            *whole, last = line.split()
            for word in [*whole, last]:
                said, begun = begun + word, ""
                if word is last and word.endswith(GOES_ON) and len(word) > 1:
                    begun = said[: -len(GOES_ON)]
                else:
                    yield said
    if begun:
        yield begun
