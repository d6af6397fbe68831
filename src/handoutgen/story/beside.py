"""Two tellings of one leaflet, in two languages → rows to be set side by side: what stands in a row says the same.

Rows are paired by their place in the model, made of the keys and ids of what they stand in, never by counting lines of
text. What belongs to one language alone (who translated it, who has approved it) may stand beside nothing; anything
else that has no counterpart is refused, for a nurse points at a line in hers and the patient reads the same in theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.content.markdown.inline import Text
from handoutgen.errors import HandoutError
from handoutgen.language import language_of
from handoutgen.story.passages import Aside, Chart, Lines, Listed, Passage, Picture, Said, Story, StoryBlock, Tabled
from handoutgen.story.voice import Runs, words_of

RowKind = Literal["heading", "paragraph", "item", "picture", "line", "block"]
"""A "block" is several lines of one language that have no counterparts one by one."""
Tone = Literal["", "strong", "safe"]
"""How a row stands out: bold; or on a tint, for what keeps a reader safe."""
RowPlace = tuple[str | int, ...]

RECORD = "review"
"""The part whose lines are each language's own: who translated it, who has checked and approved it."""
_SAFE = frozenset({"caution", "dose", "do_not", "stop_if", "ask_first", "important"})
BULLET = "•"
_MARKS = {"bullet": BULLET, "yes": BULLET, "no": BULLET, "tick box": BULLET, "none": ""}
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class RowCell(Struct, frozen=True):
    """One block in one language."""

    place: RowPlace
    kind: RowKind
    words: Runs = ()
    level: int = 0
    """Of a heading, 1 to 4; of an item, how deep its list is, from 0."""
    mark: str = ""
    """What stands before an item: the same in both languages."""
    tone: Tone = ""
    group: RowPlace = ()
    """The list that an item belongs to, with the words over it; or what keeps a reader safe, as one."""
    picture: Picture | None = None
    several: tuple[RowCell, ...] = ()
    goes_on: bool = False
    """Whether it is the rest of the row before, and has its number."""


class PairedRow(NamedTuple):
    """A block in the one language and in the other; None where only one of them has it."""

    one: RowCell | None
    other: RowCell | None

    @property
    def any(self) -> RowCell:
        """Either of them: what they look like is the same."""
        told = self.one or self.other
        assert told is not None  # noqa: S101 - a row has one at least
        return told


def rows_of(one: Story, other: Story) -> list[PairedRow]:
    """The passages of a leaflet in two languages, row by row. Raises HandoutError where one of them says something that
    the other does not have."""
    rows: list[PairedRow] = []
    passages = zip_longest(one.passages, other.passages)
    for first, second in passages:
        if first is None or second is None or first.ident != second.ident:
            raise _not_the_same(one, other, first or second)
        told, also = list(_passage(first, ())), list(_passage(second, ()))
        if first.ident == RECORD:
            rows += [PairedRow(told[0], also[0]), PairedRow(_as_one(told[1:]), _as_one(also[1:]))]
        elif list(map(_shape, told)) == list(map(_shape, also)):
            rows += map(PairedRow, told, also)
        else:
            raise _not_the_same(one, other, first)
    return rows


def message_rows(one: Story, other: Story) -> list[PairedRow]:
    """What stands under the titles: the subtitle and the main message."""
    return [
        PairedRow(*(_said(block, ("message", place)) for block in pair))
        for place, pair in enumerate(zip(_paragraphs(one.message), _paragraphs(other.message), strict=True))
    ]


def heading_of(story: Story) -> RowCell:
    """A leaflet's title."""
    return RowCell(("title",), "heading", [Text(story.title)], 1)


def _paragraphs(blocks: Sequence[StoryBlock]) -> list[Said]:
    return [block for block in blocks if isinstance(block, Said)]


def _shape(told: RowCell) -> tuple[object, ...]:
    return told.place, told.kind, told.level, told.mark, told.tone


def _as_one(told: Sequence[RowCell]) -> RowCell:
    """Lines that are not paired: no two of them stand in a row of their own, as if they said the same."""
    return RowCell((RECORD, "lines"), "block", several=tuple(told))


def _not_the_same(one: Story, other: Story, passage: Passage | None) -> HandoutError:
    names = [language_of(story.language).english_name for story in (one, other)]
    where = f"“{words_of(passage.title)}”" if passage else "its parts"
    return HandoutError(
        f"{where} has not the same blocks in {names[0]} and in {names[1]}, so they cannot stand side by side.",
        "Bring the two files into step: handoutgen check tells what differs (HG324).",
    )


def _passage(passage: Passage, above: RowPlace) -> Iterator[RowCell]:
    place = (*above, passage.ident)
    yield RowCell(place, "heading", passage.title, passage.level)
    yield from _blocks(passage.blocks, place)


def _blocks(
    blocks: Sequence[StoryBlock | Passage], place: RowPlace, tone: Tone = "", depth: int = 0
) -> Iterator[RowCell]:
    for number, block in enumerate(blocks):
        here = (*place, number)
        if isinstance(block, Passage):
            yield from _passage(block, here)
        elif isinstance(block, Listed):
            yield from _listed(block, here, tone, depth)
        elif isinstance(block, Aside):
            inner: Tone = "safe" if block.kind in _SAFE else tone
            yield RowCell((*here, "title"), "paragraph", [Text(block.title, strong=True)], tone=inner, group=here)
            yield from _in_group(_blocks(block.blocks, here, inner, depth), here)
        else:
            yield from _block(block, here, tone)


def _in_group(told: Iterator[RowCell], group: RowPlace) -> Iterator[RowCell]:
    """Blocks of an aside or an item: they stand with its title, or with its first words."""
    return (each if each.group else replace(each, group=group) for each in told)


def _block(block: StoryBlock, place: RowPlace, tone: Tone) -> Iterator[RowCell]:
    if isinstance(block, Said):
        told = _said(block, place)
        yield told if told.tone else RowCell(place, "paragraph", block.words, tone=tone)
    elif isinstance(block, Tabled):
        yield from _table(block, place, tone)
    elif isinstance(block, Picture):
        yield RowCell(place, "picture", block.caption, picture=block)
        yield from (
            RowCell((*place, n), "item", [Text(words)], mark=_LETTERS[n], group=place)
            for n, words in enumerate(block.labels)
        )
    elif isinstance(block, Lines):
        yield RowCell(place, "line", [Text(block.label)])
    elif isinstance(block, Chart):
        raise HandoutError(
            "A diary cannot stand side by side in two languages.", "Print it by itself: --format write-on-a4."
        )


def _said(block: Said, place: RowPlace) -> RowCell:
    return RowCell(place, "paragraph", block.words, tone="safe" if block.kind in _SAFE else "")


def _listed(block: Listed, place: RowPlace, tone: Tone, depth: int) -> Iterator[RowCell]:
    tone = "safe" if block.kind in _SAFE else tone
    if block.title:
        yield RowCell((*place, "title"), "paragraph", [Text(block.title, strong=True)], tone=tone, group=place)
    for number, item in enumerate(block.items):
        mark = f"{block.start + number}." if block.sign == "number" else _MARKS[block.sign]
        here = (*place, number)
        first, *rest = item
        if isinstance(first, Said):
            kind: RowKind = "item" if mark else "paragraph"
            yield RowCell(here, kind, first.words, depth if mark else 0, mark, tone, place)
        else:
            yield from _blocks([first], here, tone, depth + 1)
        yield from _in_group(_blocks(rest, (*here, "more"), tone, depth + 1), place)


def _table(block: Tabled, place: RowPlace, tone: Tone) -> Iterator[RowCell]:
    """A row of a table as a paragraph, each cell after the head of its column: "Day: Monday; Dose: 5 mg"."""
    for number, cells in enumerate(block.rows):
        said: list[Text] = []
        for head, cell in zip(block.head, cells, strict=True):
            said += [Text("; ")] * bool(said)
            said += [Text(words_of(head) + ": ", strong=True)] if words_of(head) else []
            said += cell
        yield RowCell((*place, number), "item", said, mark=BULLET, tone=tone, group=place)
