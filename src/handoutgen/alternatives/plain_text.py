"""The story as plain text, 72 columns wide: for e-mail, for text messages, for any screen reader and braille display.

One empty line between blocks, headings underlined, lists with signs, links written out. Nothing depends on colour,
on bold letters or on columns side by side, except tables that are narrow enough to be read across.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import assert_never

from handoutgen.alternatives.wrapping import columns, wrapped
from handoutgen.content.markdown.inline import Text
from handoutgen.story.addresses import EndOfAddress, is_number_itself, page_of, printed_address, site_of
from handoutgen.story.passages import (
    Aside,
    Chart,
    Lines,
    Listed,
    Passage,
    Picture,
    Said,
    Sign,
    Story,
    StoryBlock,
    Tabled,
)
from handoutgen.story.voice import Runs

WIDTH = 72
"""Columns: what e-mail programs show without breaking lines of their own (RFC 3676 4.2 asks for 78 at most)."""
UNDERLINES = {1: "=", 2: "-", 3: "."}
"""What stands under a heading of each level; deeper ones stand alone."""
SIGNS: dict[Sign, str] = {"bullet": "- ", "tick box": "[ ] ", "yes": "✓ ", "no": "✗ ", "none": ""}
GUTTER = "   "
"""Between the columns of a table."""
BLANK = 24
"""Columns of a line to write on."""


def plain_text(story: Story, *, crlf: bool = False) -> bytes:
    """The whole leaflet as UTF-8. Lines end with a line feed, or on request with CRLF, as old Windows programs need."""
    blocks: list[list[str]] = [*_blocks(story.opening), _heading([story.title], 1), *_blocks(story.message)]
    for passage in story.passages:
        blocks += _passage(passage)
    text = "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"
    return text.replace("\n", "\r\n" if crlf else "\n").encode("utf-8")


def _passage(passage: Passage) -> Iterator[list[str]]:
    yield _heading(wrapped(written_out(passage.title), WIDTH), passage.level)
    for block in passage.blocks:
        if isinstance(block, Passage):
            yield from _passage(block)
        else:
            yield from _block(block, WIDTH)


def _heading(lines: list[str], level: int) -> list[str]:
    line = UNDERLINES.get(level, "") * max(map(columns, lines), default=0)
    return [*lines, line] if line else lines


def _blocks(blocks: Iterable[StoryBlock], width: int = WIDTH) -> Iterator[list[str]]:
    for block in blocks:
        yield from _block(block, width)


def _block(block: StoryBlock, width: int) -> Iterator[list[str]]:
    """The lines of a block, or of each of the blocks it becomes."""
    match block:
        case Said(words):
            yield wrapped(written_out(words), width)
        case Listed():
            yield _list(block, width)
        case Tabled():
            yield from _table(block, width)
        case Picture():
            yield from _picture(block, width)
        case Aside(title=title, blocks=inner):
            yield wrapped(title, width)
            yield from (_indented(lines) for lines in _blocks(inner, width - 4))
        case Lines(count=number, label=label):
            yield _lines(label, number, width)
        case Chart():
            yield wrapped(written_out(block.example), width)
            yield [line for title in block.columns for line in _lines(f"{title}:", 1, width)]
        case _:
            assert_never(block)


def _list(listed: Listed, width: int) -> list[str]:
    lines = wrapped(listed.title, width)
    for number, item in zip(count(listed.start), listed.items, strict=False):
        sign = f"{number}. " if listed.sign == "number" else SIGNS[listed.sign]
        hang = " " * columns(sign)
        first, *others = [list(each) for each in _blocks(item, width - columns(sign))] or [[""]]
        lines += [(hang if index else sign) + line for index, line in enumerate(first)]
        lines += [hang + line for each in others for line in each]
    return lines


def _table(table: Tabled, width: int) -> Iterator[list[str]]:
    """Rows with their cells side by side where each fits on one line, else each row as a list under its first cell."""
    rows = [[written_out(cell) for cell in row] for row in (table.head, *table.rows)]
    widths = [max(columns(row[index]) for row in rows) for index in range(len(table.head))]
    if sum(widths) + len(GUTTER) * (len(widths) - 1) <= width:
        blanks = ["_" * each for each in widths]
        body = ([cell or blank for cell, blank in zip(row, blanks, strict=True)] for row in rows[1:])
        yield [
            _row(rows[0], widths),
            _row(["-" * each for each in widths], widths),
            *(_row(row, widths) for row in body),
        ]
        return
    names = rows[0]
    for title, *cells in rows[1:]:
        labelled = [_labelled(name, cell) for name, cell in zip(names[1:], cells, strict=True)]
        top = wrapped(_labelled(names[0], title), width)
        yield [*top, *(line for text in labelled for line in wrapped(text, width, "  ", "  "))]


def _labelled(name: str, cell: str) -> str:
    """A cell behind its column's name; an empty one is a line to write on."""
    said = cell or "_" * BLANK
    return f"{name}: {said}" if name else said


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - columns(cell)) for cell, width in zip(cells, widths, strict=True))
    return GUTTER.join(padded).rstrip()


def _picture(picture: Picture, width: int) -> Iterator[list[str]]:
    """What a picture shows, in brackets; then its labels and its caption."""
    yield wrapped(f"[{picture.alt}]", width)
    yield [line for label in picture.labels for line in wrapped(label, width, "- ", "  ")]
    yield wrapped(written_out(picture.caption), width)


def _lines(label: str, number: int, width: int) -> list[str]:
    blank = "_" * min(BLANK, width)
    if not label:
        return [blank] * number
    *above, last = wrapped(label, width) or [""]
    if number == 1 and columns(last) + 1 + BLANK <= width:
        return [*above, f"{last} {blank}"]
    return [*above, last, *[blank] * number]


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def written_out(phrase: Runs) -> str:
    return "".join(_run(run) for run in phrase if not isinstance(run, EndOfAddress))


def _run(run: Text) -> str:
    """A run's words; a link with its whole address, as nothing here can be opened by its words."""
    if not run.link or is_number_itself(run):
        return run.text
    address = printed_address(run.link)
    if address.casefold() in run.text.casefold():
        return run.text
    return address if run.text in (site_of(run.link), page_of(run.link)) else f"{run.text} ({address})"
