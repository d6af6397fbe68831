"""The story for the ear: its blocks in the same order, tables as rows that are said one after another, links with the
number or address that their words do not say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from msgspec.structs import replace

from handoutgen.content.markdown.inline import Text
from handoutgen.story.addresses import EndOfAddress, written_out
from handoutgen.story.passages import (
    Aside,
    Chart,
    Lines,
    Listed,
    Passage,
    Picture,
    Said,
    Story,
    StoryBlock,
    Tabled,
)
from handoutgen.story.voice import Runs


def for_the_ear(story: Story) -> Story:
    """The same story without what only eyes need."""
    return replace(
        story,
        opening=tuple(map(_block, story.opening)),
        message=tuple(map(_block, story.message)),
        passages=tuple(map(_passage, story.passages)),
    )


def _passage(passage: Passage) -> Passage:
    blocks = tuple(_passage(each) if isinstance(each, Passage) else _block(each) for each in passage.blocks)
    return replace(passage, title=_words(passage.title), blocks=blocks)


def _block(block: StoryBlock) -> StoryBlock:
    match block:
        case Said():
            return replace(block, words=_words(block.words))
        case Listed():
            return replace(block, items=tuple(tuple(map(_block, item)) for item in block.items))
        case Tabled():
            return Listed(tuple((Said(tuple(_row(block.head, row))),) for row in block.rows), "none")
        case Picture():
            return replace(block, caption=_words(block.caption))
        case Aside():
            return replace(block, blocks=tuple(map(_block, block.blocks)))
        case Chart():
            return replace(block, example=_words(block.example))
        case Lines():
            return block
        case _:
            assert_never(block)


def _row(head: Sequence[Runs], row: Sequence[Runs]) -> Iterator[Text]:
    """A table's row as a sentence: each cell behind its column's name; what is empty is a line to write on."""
    for index, (name, cell) in enumerate(zip(head, row, strict=True)):
        yield from [Text("; ")] * bool(index)
        yield from (*_words(name), Text(": ")) if name else ()
        yield from _words(cell) if cell else (Text("…"),)


def _words(runs: Runs) -> tuple[Text, ...]:
    """The words, leading nowhere: nothing that is heard can be opened or dialled by its words."""
    return tuple(Text(written_out(run), run.strong) for run in runs if not isinstance(run, EndOfAddress))
