"""What was read from the small Markdown, written out in one way only: however an author broke lines or drew bullets,
the same words with the same looks are the same text, and others never are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from handoutgen.content.markdown.blocks import Block, FieldSlot, Items, MarkdownProblem, Paragraph, Text
from handoutgen.content.markdown.inline import phrase_unfilled, prose_unfilled
from handoutgen.content.text_kinds import TextKind

_SPACE = re.compile(r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+")
_SIGN = re.compile(r"[\\*\[\]|]")
_BEGINS_A_LIST = re.compile(r"(?:[-+#] |\d{1,9}[.)] )")


def one_line(text: str) -> str:
    """A text without what depends on how a file was written: line breaks, doubled spaces, how accents are composed."""
    return unicodedata.normalize("NFC", _SPACE.sub(" ", text)).strip(" ")


def written_lines(source: str, kind: TextKind) -> Iterator[str]:
    """A text as lines: one for a phrase, one for each paragraph, list entry and table row of prose. A text outside the
    subset, which no check lets pass, is a line as it stands."""
    try:
        if kind == "prose":
            for block in prose_unfilled(source):
                yield from _block(block)
        else:
            yield one_line(source) if kind == "plain" else _inline(phrase_unfilled(source))
    except MarkdownProblem:
        yield one_line(source)


def written_row(cells: Sequence[str]) -> str:
    """A table's row in one line; an empty cell is a place to write."""
    return _row([next(written_lines(cell, "phrase")) if cell.strip() else "" for cell in cells])


def _block(block: Block, first: str = "", rest: str = "") -> Iterator[str]:
    """Lines of a block: `first` stands before the first of them, `rest` before the others."""
    if isinstance(block, Paragraph):
        text = _inline(block.content)
        yield first + ("\\" if _BEGINS_A_LIST.match(text) else "") + text
    elif isinstance(block, Items):
        for number, item in enumerate(block.items, start=block.start):
            sign = f"{number}. " if block.ordered else "- "
            for index, inner in enumerate(item):
                yield from _block(inner, rest + "  " if index else first + sign, rest + "  ")
            first = rest
    else:
        for place, cells in enumerate((block.head, *block.rows)):
            yield (rest if place else first) + _row([_inline(cell) for cell in cells])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _inline(runs: Sequence[Text]) -> str:
    stretches = ((strong, "".join(map(_run, each))) for strong, each in groupby(runs, key=lambda run: run.strong))
    return one_line("".join(f"**{text}**" if strong else text for strong, text in stretches))


def _run(run: Text) -> str:
    """With a sign before what would else read as markup, and fields as an author writes them."""
    if isinstance(run, FieldSlot) and run.field is not None:
        text = f"{{{run.field}}}"
    else:
        text = _SIGN.sub(lambda sign: "\\" + sign[0], run.text).replace("{", "{{").replace("}", "}}")
    return f"[{text}]({run.link})" if run.link else text
