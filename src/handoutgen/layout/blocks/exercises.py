"""Exercises with pictures: side by side over two columns, or in large print each on a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from handoutgen.content.sections import Figure
from handoutgen.content.strategies import HowTo, Strategy
from handoutgen.layout.blocks.exercise_head import head_again
from handoutgen.layout.blocks.exercise_safety import care_again, stop_frame
from handoutgen.layout.blocks.figures import (
    HIGHEST_SHARE,
    LARGE_PANEL_HIGH,
    caption_atoms,
    caption_beside,
    figure_panel,
    fitted,
    panel_picture,
    panels_alike,
    picture_piece,
    placed_figure,
    stands,
    with_true_lines,
)
from handoutgen.layout.blocks.lists import numbered, numbered_in_discs
from handoutgen.layout.blocks.sections import reminder
from handoutgen.layout.blocks.strategy_parts import (
    PICTURE_APART,
    PartOfCard,
    atoms_of,
    how_part,
)
from handoutgen.layout.flow.atoms import (
    FREE,
    HALF,
    HARD,
    NEVER,
    Atom,
    PieceInAtom,
    continued,
    merge,
    merged_loosely,
    overlay,
    piece_atom,
    total_height,
)
from handoutgen.layout.flow.pieces import Frame
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.strategies import numbered_title
from handoutgen.units import mm

BAND_PICTURES, BAND_LEAST, BAND_HIGH = (0.28, 0.26, 0.24), mm(38), mm(38)
"""Of the page's width, and in pt: a picture that has its steps beside it, the wider the better."""
LOWER_PANELS = (mm(78), mm(68), mm(58))
"""Where a page of large print has no room for a higher one."""
FACING_PANEL_HIGH = mm(135)
"""Where a picture has a page for itself and its caption."""
AGAIN_HIGH, AGAIN_LEAST = mm(46), mm(26)
"""A picture that is shown once more over its steps, in pt."""
OVERLEAF = 150.0
"""For steps that are overleaf of their picture and do not face it."""
OWN_PAGE = -60.0
"""An exercise starts a page in large print where nothing else is torn by it."""


class _Highest(NamedTuple):
    """How high the panel of a picture is at most, in pt: over its steps, and on a page apart from them."""

    with_steps: float
    apart: float


HIGH, LOW = _Highest(LARGE_PANEL_HIGH, FACING_PANEL_HIGH), _Highest(LOWER_PANELS[1], LARGE_PANEL_HIGH)
"""For an exercise with a page or two to itself, and for one with the end of other words over it."""
Pictured = tuple[HowTo, Figure]
"""A way to do something, and its picture."""


def pictured(ways: Sequence[HowTo]) -> list[Pictured]:
    """Those that have a picture."""
    return [(how, how.figure) for how in ways if how.figure]


def exercise_row(look: Look, ways: Sequence[Pictured], card: str, high: float | None = None) -> PartOfCard:
    """One exercise or two side by side: the name leads, as it is looked for first, then the pictures on panels of one
    height, then the steps, each row starting on one line; one that never splits, unless a page cannot hold it: then
    one under the other. `high`: of the panels, at most, where their page has no room for more."""
    grid = look.grid
    holder = Element("Sect")
    groups = [holder.add("Div") for _ in ways]
    width = grid.measure
    drawn, captions, names, steps = [], [], [], []
    for (how, figure), group in zip(ways, groups, strict=True):
        name = look.text(
            group.add("H4"), how.title or "", width, look.scale.h3, bold=True, colour=look.palette.deep, balance=True
        )
        names.append(piece_atom(name))
        placed, under = placed_figure(look, group, figure, width)
        drawn.append(placed)
        captions.append([*under, *caption_beside(look, group, figure, [each for _, each in ways], width)])
        steps.append(merge(numbered(look, group, how.steps, width, before=0.0)))
    over, below = (_beside(row, grid.second) for row in (names, steps))
    space = (look.unit * 1.25, look.unit * 0.5, look.unit * 0.75)

    def under_each_other(panels: Sequence[Atom]) -> Atom:
        pictures = [merge([panel, *caption]) for panel, caption in zip(panels, captions, strict=True)]
        rows = [over, _beside(pictures, grid.second), below]
        return merge([row.with_break(before=white) for row, white in zip(rows, space, strict=True)])

    whole = under_each_other(panels_alike(drawn, high))
    if whole.height <= grid.depth:
        grown = replace(whole, grown=lambda more: under_each_other(panels_alike(drawn, high, more)))
        return PartOfCard(tuple(holder.kids), (grown.with_break(before=space[0], cost=HARD),))
    parts = [part for how, _ in ways for part in how_part(look, how, width, card)]
    return PartOfCard(tuple(e for part in parts for e in part.elements), tuple(atoms_of(parts)))


def exercise_bands(look: Look, ways: Sequence[Pictured], card: str) -> list[PartOfCard]:
    """Exercises one under another, each over both columns, their pictures all of the width that leaves the steps beside
    them on the fewest lines."""
    tries = [[exercise_band(look, how, figure, card, share) for how, figure in ways] for share in BAND_PICTURES]
    return min(tries, key=lambda bands: total_height(atoms_of(bands)))


def exercise_band(look: Look, how: HowTo, figure: Figure, card: str, share: float = BAND_PICTURES[0]) -> PartOfCard:
    """One exercise over both columns: its picture, on a `share` of the page's width, with its name and steps beside it;
    one that never splits, unless a page cannot hold it."""
    holder = Element("Sect")
    group = holder.add("Div")
    wide = max(look.grid.full * share, BAND_LEAST)
    gap = look.scale.base * 1.5
    width = min(look.grid.full - wide - gap, look.grid.line)
    name = look.text(group.add("H4"), how.title or "", width, look.scale.h3, bold=True, colour=look.palette.deep)
    panel, under = figure_panel(look, group, figure, wide, 0.0, BAND_HIGH)
    picture = merge([panel, *under, *caption_atoms(look, group, figure, wide)])
    steps = numbered(look, group, how.steps, width, before=look.unit * 0.4)
    words = merge([piece_atom(name), *steps]).moved(wide + gap)
    band = overlay(picture, words)
    if band.height <= look.grid.depth * HALF:
        return PartOfCard(tuple(holder.kids), (band.with_break(before=look.unit * 1.25, cost=HARD),))
    parts = how_part(look, how, look.grid.measure, card)
    return PartOfCard(tuple(e for part in parts for e in part.elements), tuple(atoms_of(parts)))


def _beside(row: Sequence[Atom], second: float) -> Atom:
    first, *others = row
    return overlay(first, *(atom.moved(second) for atom in others))


def exercise_pages(
    look: Look, strategy: Strategy, number: int | None, ways: Sequence[Pictured], depth: float, *, is_low: bool = False
) -> list[PartOfCard]:
    """Large print: each exercise on a page of `depth` pt, or on two that face each other, under the head of its card,
    and when to stop at its foot. `is_low`: the first picture leaves room for words before it."""
    pages: list[PartOfCard] = []
    for way in ways:
        holder = Element("Sect")
        highest = LOW if is_low and not pages else HIGH
        atoms = _exercise(look, holder, strategy, number, way, depth, highest, is_first=not pages)
        pages.append(PartOfCard(tuple(holder.kids), tuple(atoms)))
    return pages


def _exercise(
    look: Look, holder: Element, strategy: Strategy, number: int | None, way: Pictured, depth: float,
    highest: _Highest, *, is_first: bool,
) -> list[Atom]:  # fmt: skip
    how, figure = way
    width, card = look.grid.measure, numbered_title(look.voice, number, strategy)
    again = care_again(look, strategy, width)
    for high in (highest.with_steps, *(each for each in LOWER_PANELS if each < highest.with_steps)):
        trial = Element("Sect")
        group = trial.add("Div")
        name = group.add("H4") if how.title else None
        top = head_again(look, strategy, number, (name, how.title or ""), width)
        panel, under = figure_panel(look, group, figure, width, high=min(high, look.grid.depth * HIGHEST_SHARE))
        captions = [*under, *caption_atoms(look, group, figure, width)]
        steps = numbered_in_discs(look, group, how.steps, width, before=look.unit * 1.25)
        stop = stop_frame(look, group if is_first else None, strategy, width)
        picture = [top, panel.with_break(before=look.unit * 0.75)]
        wholes = (merged_loosely([top, *care, *picture[1:], *captions, *steps, *stop]) for care in (again, []))
        whole = next((each for each in wholes if each.height <= depth), None)
        if whole:
            holder.kids += trial.kids
            return [whole.with_break(before=look.unit * 3, cost=OWN_PAGE)]
    facing = _on_facing_pages(look, holder, strategy, number, way, depth, highest.apart, is_first=is_first)
    if facing:
        return facing
    holder.kids += trial.kids
    parted = [merge(picture).with_break(before=look.unit * 3, cost=OWN_PAGE)]
    parted += [atom.with_break(cost=NEVER if i == 0 else HARD) for i, atom in enumerate(captions)]
    parted += [steps[0].with_break(cost=PICTURE_APART), *(s.with_break(cost=max(s.cost, HARD)) for s in steps[1:])]
    parted += [box.with_break(cost=max(box.cost, HARD)) for box in stop]
    return continued(parted, reminder(look, card, how.title))


def _on_facing_pages(
    look: Look, holder: Element, strategy: Strategy, number: int | None, way: Pictured, depth: float, apart: float,
    *, is_first: bool,
) -> list[Atom]:  # fmt: skip
    """An exercise that no page holds with its picture: that on a left-hand page, on a panel `apart` pt high if it has
    room for that, and on the one facing it all its steps and when to stop. What to take care of stands over the picture
    once more, if that stays high enough. Nothing where a page does not hold these."""
    how, figure = way
    width, group = look.grid.measure, Element("Div")
    name = group.add("H4") if how.title else None
    top = head_again(look, strategy, number, (name, how.title or ""), width)
    space = look.unit * 0.75
    below = Element("Div")
    others = [*figure_panel(look, Element("Div"), figure, width)[1], *caption_atoms(look, below, figure, width)]
    cares: tuple[list[Atom], ...] = (care_again(look, strategy, width), [])
    rooms = ((depth - merge([top, *care, *others]).height - space, care) for care in cares)
    room, care = next((each for each in rooms if each[0] >= LARGE_PANEL_HIGH), (0.0, []))
    high = min(apart, room)
    panel, under = figure_panel(look, group, figure, width, high=max(high, 1.0))
    picture = merge([top, *care, panel.with_break(before=space), *under, *caption_atoms(look, group, figure, width)])
    steps = numbered_in_discs(look, group, how.steps, width, before=look.unit)
    doing = merged_loosely([*steps, *stop_frame(look, group if is_first else None, strategy, width)])
    over = reminder(look, numbered_title(look.voice, number, strategy), how.title)
    if high < LARGE_PANEL_HIGH or picture.height > depth or over.height + doing.height > depth:
        return []
    holder.kids.append(group)
    again = _with_picture_again(look, strategy, number, way, depth - doing.height - look.unit) or over
    return [
        picture.with_break(before=look.unit * 3, cost=OWN_PAGE),
        replace(doing, cost=FREE, heading=again, turned=OVERLEAF),
    ]


def _with_picture_again(look: Look, strategy: Strategy, number: int | None, way: Pictured, room: float) -> Atom | None:
    """Over the steps on the page after the picture's: what they go on with, and the picture once more, small, in at
    most `room` pt. An artifact."""
    how, figure = way
    width = look.grid.measure
    high = min(AGAIN_HIGH, room)
    if high < AGAIN_LEAST or figure.labels:
        return None
    drawing, pad = panel_picture(look, figure, width), look.scale.base * 0.4
    below = 0.0 if stands(drawing) else pad
    across, up = fitted(drawing, width * 0.4, high - pad - below)
    wide = across + 2 * pad
    panel = Frame(wide, up + pad + below, radius=look.scale.corner, fill=look.palette.sand)
    piece = picture_piece(None, with_true_lines(look, drawing, across), across, up)
    narrow = replace(look, grid=look.grid.narrowed(width - wide - look.scale.base))
    words = reminder(narrow, numbered_title(look.voice, number, strategy), how.title)
    x = width - wide
    puts = (*words.puts, PieceInAtom(panel, x, 0.0), PieceInAtom(piece, x + pad, pad))
    row = Atom(puts, max(words.height, panel.height + look.unit))
    return row if row.height <= room else None
