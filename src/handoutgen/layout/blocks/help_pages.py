"""The help box of large print over two pages: a frame on each, both in one size and under one title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from handoutgen import bounds
from handoutgen.content.helping import Help
from handoutgen.layout.blocks.help_print import closer_lines, larger_print, tears_a_word
from handoutgen.layout.blocks.help_whole import SPACE_ABOVE, HelpBox, levels_apart, ruled_off, without_words
from handoutgen.layout.blocks.panels import framed
from handoutgen.layout.flow.atoms import FREE, Atom, merge, piece_atom, reminding
from handoutgen.layout.setting import Look, Setting
from handoutgen.memory import Memory
from handoutgen.plan.element import Element
from handoutgen.story.help import help_title

LARGER = (1.15, 1.1, 1.05)
"""How many times the usual size the box is set where the first level has a page alone: the largest that both of
its pages hold."""
MOST_APART, LEAST_APART = 1.0, 0.25
"""How much white more than usual both pages have between signs at most, where they have room for it, and how much at
least where closer lines leave that: in baseline units. Signs that run into each other are found more slowly."""
SIGNS_FROM = 2
"""Of the atoms of a level the first is its label, the second a sign under that."""
OWN_PAGE = -400.0
"""A help box of several pages starts at the head of one: no other break is worth more."""


class _Way(NamedTuple):
    """One way to set a box over two pages."""

    is_close: bool
    """Whether its lines stand as close as they may."""
    share: float
    """Of the usual padding inside the frames."""
    runs_in: bool
    white: float
    """Between its lines, as a share of the usual."""
    is_named: bool
    """Whether the second page says, as large as the title, what it goes on with."""
    before: int
    """How many levels stand on the first page."""
    apart: float
    """The least that signs stand apart, in baseline units."""


def _ways() -> Iterator[_Way]:
    """The best first: a narrow padding, a lead-in beside its label and close lines are all better than signs with
    nothing between them, and these than a second page without its name."""
    prints = (
        (False, 0.6, False), (False, 0.4, False), (False, 0.4, True), (False, 0.35, True), (True, 0.4, False),
        (True, 0.35, True),
    )  # fmt: skip
    for is_named in (True, False):
        for apart, each in product((LEAST_APART, 0.0), prints):
            yield from (_Way(*each, white, is_named, before, apart) for white in (1.0, 0.5, 0.0) for before in (1, 2))


def help_over_two_pages(setting: Setting, guide: Help, depth: float) -> HelpBox | None:
    """In large print a frame on each of two pages of `depth` pt, the emergency level on the first: lists parted
    between levels are found faster than sentences on one page."""
    if not setting.scale.is_large:
        return None
    words: _Words = {}
    for way in _ways():
        box = _set(setting, guide, depth, way, words)
        if box:
            return (_larger(setting, guide, depth, way) if way.before == 1 else None) or box
    return None


def _larger(setting: Setting, guide: Help, depth: float, way: _Way) -> HelpBox | None:
    """The box in larger print: None where a page does not hold it, or a line not its longest word."""
    for times in LARGER:
        larger = larger_print(setting, times)
        if not tears_a_word(larger, guide, setting.grid.full - 2 * larger.scale.base * way.share):
            box = _set(larger, guide, depth, way, {})
            if box:
                return box
    return None


_Words = dict[tuple[bool, float, bool], tuple[Element, list[Atom], list[list[Atom]]]]
"""A box's element, top and levels by lines, padding and lead-in: what no white between them changes is set once."""


def _set(setting: Setting, guide: Help, depth: float, way: _Way, words: _Words) -> HelpBox | None:
    """The box set in one way; None where a page of `depth` pt does not hold a part of it."""
    pad = setting.scale.base * way.share
    key = (way.is_close, way.share, way.runs_in)
    if key not in words:
        each = closer_lines(setting) if way.is_close else setting
        words[key] = levels_apart(each, guide, pad, runs_in=way.runs_in)
    sect, top, levels = words[key]
    first, second = levels[: way.before], levels[way.before :]
    width = setting.grid.full - 2 * pad
    over = [_title_again(setting, guide, width)] if way.is_named else []
    parts = (first, top), (second, over)
    if not all(_white_for(setting, each, pad, way, above, depth).is_enough for each, above in parts):
        return None
    plain, back = (_apart(setting, each, pad, way, above, depth) for each, above in parts)
    turned = [*first[:-1], [*first[-1], _turn_over(setting, width)]]
    has_room = _white_for(setting, turned, pad, way, top, depth).is_enough
    front = _apart(setting, turned, pad, way, top, depth) if has_room else plain
    if front.height + back.height <= depth:  # its title would be said twice on one page
        front, back = plain, _group(setting, second, pad, way.white)
    front = front.with_break(before=setting.unit * 3, cost=OWN_PAGE)
    return HelpBox(sect, (front, back.with_break(before=setting.unit * SPACE_ABOVE, cost=FREE)))


def _turn_over(setting: Setting, width: float) -> Atom:
    """That the box goes on, at the end of its first page: a frame alone looks as if that were all. An artifact."""

    def make(look: Look) -> Atom:
        piece = look.text(None, look.voice.word("turn_over"), width, bold=True, align="end")
        return reminding(piece_atom(piece, before=look.unit * 0.5))

    return setting.kept(("turn over", width), make)


def _title_again(setting: Setting, guide: Help, width: float) -> Atom:
    """The title once more, an artifact: the same for all clinics."""

    def make(look: Look) -> Atom:
        words = look.voice.word("continued", title=help_title(look.voice, guide.title))
        piece = look.text(None, words, width, look.scale.h2, bold=True, balance=True)
        return reminding(piece_atom(piece))

    return setting.kept(("help again", width), make)


class _White(NamedTuple):
    """What a page leaves to be shared out in a frame: so many pt more over each atom of a level, and over each level
    but the first. `is_enough`: it holds what stands in the frame, its signs as far apart as they should be."""

    is_enough: bool
    more: float = 0.0
    over: float = 0.0


def _white_for(
    setting: Setting, levels: Sequence[Sequence[Atom]], pad: float, way: _Way, top: Sequence[Atom], depth: float
) -> _White:
    """What a page of `depth` pt leaves between the signs of levels in one frame, or with a level alone on it between
    all that stands there. It follows from heights alone, and is kept by them."""
    heights = tuple([tuple([(atom.height, atom.before) for atom in level]) for level in (top, *levels)])
    known: Memory[_White] = setting.kept("white in a frame", lambda _: Memory(bounds.WHITE_IN_FRAMES))
    return known.get((pad, way, depth, heights), lambda: _shared_out(setting, levels, pad, way, top, depth))


def _shared_out(
    setting: Setting, levels: Sequence[Sequence[Atom]], pad: float, way: _Way, top: Sequence[Atom], depth: float
) -> _White:
    white, start = _white_and_start(levels, way)
    spare = depth - _group(setting, [without_words(level) for level in levels], pad, white, without_words(top)).height
    gaps = sum(len(level) - start for level in levels)
    if spare < 0 or gaps * way.apart * setting.unit > spare:
        return _White(is_enough=False)
    for rows in (len(levels) - 1 if start else 0, 0):  # over a level too where that leaves its signs apart
        more = min(spare / (gaps + rows), setting.unit * MOST_APART) if gaps else 0.0
        if more >= way.apart * setting.unit:
            break
    return _White(True, more, more if rows else 0.0)


def _white_and_start(levels: Sequence[Sequence[Atom]], way: _Way) -> tuple[float, int]:
    """The share of white between lines, and from which atom of a level on there is more: a level alone on its page has
    all of it."""
    is_alone = way.before == 1 and len(levels) == 1
    return (1.0, 0) if is_alone else (way.white, SIGNS_FROM)


def _apart(
    setting: Setting, levels: Sequence[Sequence[Atom]], pad: float, way: _Way, top: Sequence[Atom], depth: float
) -> Atom:
    """Levels in one frame on a page of `depth` pt, which has room for them, with what it leaves shared out."""
    white, start = _white_and_start(levels, way)
    _, more, over = _white_for(setting, levels, pad, way, top, depth)
    return _group(setting, levels, pad, white, top, more, start, over=over)


def _group(
    setting: Setting, levels: Sequence[Sequence[Atom]], pad: float, white: float, top: Sequence[Atom] = (),
    more: float = 0.0, start: int = SIGNS_FROM, over: float = 0.0,
) -> Atom:  # fmt: skip
    """Levels in one frame, parted by hairlines, with `more` pt over each of a level's atoms from `start` on, and `over`
    pt over each level but the first."""
    width = setting.grid.full - 2 * pad
    parted = []
    for index, level in enumerate(levels):
        spaced, above = _spaced(level, white, more, start), (over if index else 0.0) if start else more
        parted.append(ruled_off(setting, spaced, width, index == 0, white, above))
    return framed(setting, merge([*top, *parted]), setting.grid.full, pad)


def _spaced(level: Sequence[Atom], white: float, more: float, start: int) -> Atom:
    return merge([
        atom.with_break(before=atom.before * white + more * (index >= start)) for index, atom in enumerate(level)
    ])  # fmt: skip
