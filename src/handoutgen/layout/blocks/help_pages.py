"""The help box of large print over two pages: a frame on each, both in one size and under one title.

Levels are whole where that leaves both pages nearly as full. Where the emergency would leave much of its page white and
the rest fill the next one to its frame, the signs of the level after it stand on both: under its label each time, so
that whoever reads one page knows whom to call, and with the words that say that they go on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from handoutgen.content.helping import Help
from handoutgen.layout.blocks.help_levels import label_again
from handoutgen.layout.blocks.help_print import closer_lines, larger_print, tears_a_word
from handoutgen.layout.blocks.help_whole import SPACE_ABOVE, HelpBox, levels_apart, ruled_off
from handoutgen.layout.blocks.panels import framed
from handoutgen.layout.flow.atoms import FAIR, FREE, Atom, merge, piece_atom, reminding
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.help import help_title, levels_of

LARGER = (1.15, 1.1, 1.05)
"""How many times the usual size the box is set where the first level has a page alone: the largest that both of
its pages hold."""
MOST_APART, LEAST_APART = 1.0, 0.25
"""How much white more than usual both pages have between signs at most, where they have room for it, and how much at
least where closer lines leave that: in baseline units. Signs that run into each other are found more slowly."""
SIGNS_FROM = 2
"""Of the atoms of a level the first is its label, the second a sign under that."""
UNEVEN = 0.7
"""Where the first page is at most this share as high as the second, they share signs."""
OWN_PAGE = -400.0
"""A help box of several pages starts at the head of one: no other break is worth more."""


PRINTS = (
    (False, 0.6, False), (False, 0.4, False), (False, 0.4, True), (False, 0.35, True), (True, 0.4, False),
    (True, 0.35, True),
)  # fmt: skip
"""Whether lines are close, padding and whether lead-ins stand in the line of their label, from the roomiest to the
closest."""


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
    for is_named in (True, False):
        for apart, each in product((LEAST_APART, 0.0), PRINTS):
            yield from (_Way(*each, white, is_named, before, apart) for white in (1.0, 0.5, 0.0) for before in (1, 2))


def help_over_two_pages(setting: Setting, guide: Help, depth: float) -> HelpBox | None:
    """In large print a frame on each of two pages of `depth` pt, the emergency level on the first: lists parted
    between levels, or between signs where else one page would be full and the other half empty, are found faster than
    sentences on one page."""
    if not setting.scale.is_large:
        return None
    words: _Words = {}
    for way in _ways():
        box = _set(setting, guide, depth, way, words)
        if box and way.before == 1:
            return _larger(setting, guide, depth, way) or _shared_out(setting, guide, depth, box) or box
        if box:
            return box
    return None


def _shared_out(setting: Setting, guide: Help, depth: float, apart: HelpBox) -> HelpBox | None:
    """The box with signs of its second level on both pages, as even as they can be: None where both are nearly as high
    with their levels `apart`, or where no list has signs enough for both."""
    front, back = apart.atoms
    if front.height > back.height * UNEVEN:
        return None
    for is_close, share, runs_in in PRINTS:
        own, pad = closer_lines(setting) if is_close else setting, setting.scale.base * share
        sect, top, levels = levels_apart(own, guide, pad, runs_in=runs_in)
        pages = [_at_sign(setting, guide, levels, top, stop, pad, depth) for stop in _between_signs(levels[1])]
        found = [page for page in pages if page]
        if found:
            even = min(found, key=lambda pair: abs(pair[0].height - pair[1].height))
            return HelpBox(sect, even)
    return None


def _between_signs(level: Sequence[Atom]) -> list[int]:
    """Before which atoms of a level a page may end: two signs of their list at least stand before it, and two after."""
    return [index for index, atom in enumerate(level) if index > SIGNS_FROM and atom.cost == FAIR]


def _at_sign(
    setting: Setting, guide: Help, levels: Sequence[list[Atom]], top: Sequence[Atom], stop: int, pad: float,
    depth: float,
) -> tuple[Atom, Atom] | None:  # fmt: skip
    """Both pages, the second level parted before its atom `stop`: its signs as far apart on the one as on the other.
    None where a page of `depth` pt does not hold its part so."""
    first, second, *others = levels
    width, goes_on = setting.grid.full - 2 * pad, second[stop]
    turn = setting.text(None, setting.voice.word("turn_over"), width, bold=True, align="end")
    over = reminding(piece_atom(turn, before=setting.unit * 0.5))
    named = merge([goes_on.heading, goes_on.with_break(before=0.0)]) if goes_on.heading else goes_on
    again = [label_again(setting, *levels_of(guide)[1], width), named.with_break(before=setting.unit * 0.25)]
    pages = (
        ([first, [*second[:stop], over]], top),
        ([[*again, *second[stop + 1 :]], *others], [_title_again(setting, guide, width)]),
    )
    most = [setting.unit * MOST_APART]
    for parts, above in pages:
        spare = depth - _group(setting, parts, pad, 1.0, above).height
        most.append(spare / (sum(len(part) - SIGNS_FROM for part in parts) + len(parts) - 1))
    more = min(most)
    if more < setting.unit * LEAST_APART:
        return None
    front, back = (_group(setting, parts, pad, 1.0, above, more, over=more) for parts, above in pages)
    if front.height + back.height <= depth:
        return None
    return _on_two_pages(setting, front, back)


def _on_two_pages(setting: Setting, front: Atom, back: Atom) -> tuple[Atom, Atom]:
    return (
        front.with_break(before=setting.unit * 3, cost=OWN_PAGE),
        back.with_break(before=setting.unit * SPACE_ABOVE, cost=FREE),
    )


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
    over = [_title_again(setting, guide, setting.grid.full - 2 * pad)] if way.is_named else []
    pages = [_apart(setting, each, pad, way, above, depth) for each, above in ((first, top), (second, over))]
    if not all(pages):
        return None
    front, back = (page for page in pages if page)
    if front.height + back.height <= depth:  # its title would be said twice on one page
        back = _group(setting, second, pad, way.white)
    return HelpBox(sect, _on_two_pages(setting, front, back))


def _title_again(setting: Setting, guide: Help, width: float) -> Atom:
    """The title once more, an artifact."""
    words = setting.voice.word("continued", title=help_title(setting.voice, guide.title))
    piece = setting.text(None, words, width, setting.scale.h2, bold=True, balance=True)
    return reminding(piece_atom(piece))


def _apart(
    setting: Setting, levels: Sequence[Sequence[Atom]], pad: float, way: _Way, top: Sequence[Atom], depth: float
) -> Atom | None:
    """Levels in one frame, with what a page of `depth` pt leaves shared out between their signs, or with a level alone
    on it between all that stands there; None where it does not hold them, or the signs would stand less far apart than
    they should."""
    is_alone = way.before == 1 and len(levels) == 1
    white, start = (1.0, 0) if is_alone else (way.white, SIGNS_FROM)
    spare = depth - _group(setting, levels, pad, white, top).height
    gaps = sum(len(level) - start for level in levels)
    if spare < 0 or gaps * way.apart * setting.unit > spare:
        return None
    for rows in (len(levels) - 1 if start else 0, 0):  # over a level too where that leaves its signs apart
        more = min(spare / (gaps + rows), setting.unit * MOST_APART) if gaps else 0.0
        if more >= way.apart * setting.unit:
            break
    return _group(setting, levels, pad, white, top, more, start, over=more if rows else 0.0)


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
