"""How the parts of a strategy's card can stand over two columns: the ways to try, the best first.

What to do stands at the left, why and what to beware of at the right; exercises with pictures stand side by side, with
what to take care of before them where that has room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from handoutgen.content.strategies import Strategy
from handoutgen.layout.blocks.exercises import Pictured, exercise_band, exercise_bands, exercise_row, pictured
from handoutgen.layout.blocks.safety import care_part, safety_across, safety_part
from handoutgen.layout.blocks.strategy_parts import (
    PartOfCard,
    atoms_of,
    beside_each_other,
    callouts_part,
    facts_part,
    figure_part,
    how_parts,
    what_part,
    why_part,
)
from handoutgen.layout.flow.atoms import EASY, total_height
from handoutgen.layout.setting import Look
from handoutgen.units import mm

LOW_PICTURE = mm(48)


class Arranged(NamedTuple):
    """The parts of a card by where they stand, in reading order: over both columns, left, right."""

    over: list[PartOfCard]
    left: list[PartOfCard]
    right: list[PartOfCard]


def in_brief(look: Look, strategy: Strategy, card: str) -> Iterator[Arranged]:
    """What keeps readers safe over both columns, under a line that says all else."""
    del card
    yield Arranged(safety_across(look, strategy), callouts_part(look, strategy, look.grid.measure), [])


def in_columns(look: Look, strategy: Strategy, card: str) -> Iterator[Arranged]:
    """All parts in the two columns, as low as can be; rather with why it helps at the head of the right one."""
    width = look.grid.measure
    what, why = what_part(look, strategy, width), why_part(look, strategy, width)
    does = [*figure_part(look, strategy, width), *how_parts(look, strategy.how, card)]
    facts, safety = facts_part(look, strategy, width), safety_part(look, strategy, width)
    asides = callouts_part(look, strategy, width)
    lead = look.scale.body.leading
    orders = [
        ([*what, *does, *why, *facts, *safety, *asides], len([*what, *does]), lead * 0.75),
        ([*what, *does, *facts[:1], *why, *facts[1:], *safety, *asides], len([*what, *does, *facts[:1]]), lead * 0.5),
        ([*what, *why, *does, *facts, *safety, *asides], None, 0.0),
        ([*what, *why, *does, *asides, *facts, *safety], None, -lead * 0.25),
    ]
    tries = [each for parts, stop, bonus in orders for each in _splits(parts, stop, bonus)]
    for how, figure in pictured(strategy.how):  # the picture with its steps beside it, over both columns
        band = exercise_band(look, how, figure, card)
        over = [*beside_each_other(look, what, why), band]
        others = how_parts(look, [each for each in strategy.how if each is not how], card)
        high = total_height(atoms_of(over))
        below = _splits([*others, *facts, *safety, *asides], None, 0.0)
        tries += [(high + worth, way._replace(over=over)) for worth, way in below]
    yield min(tries, key=lambda each: each[0])[1]


def _splits(parts: list[PartOfCard], stop: int | None, bonus: float) -> Iterator[tuple[float, Arranged]]:
    """The parts in two columns, the left one ending after `stop` of them or anywhere; and how high the higher one is,
    less a bonus for an order that reads well."""
    ends = range(1, len(parts) + 1) if stop is None else (stop,)
    for end in ends or (0,):
        left, right = parts[:end], parts[end:]
        high = max((total_height(atoms_of(column)) for column in (left, right) if column), default=0.0)
        yield high - bonus, Arranged([], left, right)


def with_exercises(look: Look, strategy: Strategy, card: str) -> Iterator[Arranged]:
    """Exercises with pictures over both columns, what keeps readers safe always under them on their page: side by side,
    with lower pictures, or each with its steps beside its picture."""
    grid = look.grid
    shown = pictured(strategy.how)
    pairs = _in_pairs(shown)
    lead = beside_each_other(look, what_part(look, strategy, grid.measure), why_part(look, strategy, grid.measure))
    rows = [exercise_row(look, pair, card) for pair in pairs]
    yield _under_exercises(look, strategy, card, [*lead, *rows], safety_part(look, strategy, grid.measure))
    safety = safety_across(look, strategy)
    below = _under_exercises(look, strategy, card, [], [])
    low = [exercise_row(look, pair, card, high=LOW_PICTURE) for pair in pairs]
    yield Arranged([*lead, *low, *safety], below.left, below.right)
    bands = exercise_bands(look, shown, card)
    yield Arranged([*lead, *bands, *safety], below.left, below.right)
    # For exercises on several pages: what to beware of is read before all of them.
    first, *others = bands
    may_start_a_page = replace(first, atoms=(first.atoms[0].with_break(cost=EASY), *first.atoms[1:]))
    yield Arranged([*lead, *safety, may_start_a_page, *others], below.left, below.right)


def _under_exercises(
    look: Look, strategy: Strategy, card: str, over: list[PartOfCard], safety: Sequence[PartOfCard]
) -> Arranged:
    """What else there is of a strategy, in the two columns under its exercises, as low as can be."""
    width = look.grid.measure
    plain = [how for how in strategy.how if not how.figure]
    rest = [*how_parts(look, plain, card), *facts_part(look, strategy, width)]
    tries = _splits([*rest, *safety, *callouts_part(look, strategy, width)], None, 0.0)
    return min(tries, key=lambda each: each[0])[1]._replace(over=over)


def careful_exercises(look: Look, strategy: Strategy, card: str) -> Iterator[Arranged]:
    """Exercises with what to take care of read before them: side by side with higher pictures, with lower ones, with
    when to stop over both columns; and each with its steps beside its picture. Nothing where there is no such thing."""
    care, width = care_part(look, strategy, look.grid.full), look.grid.measure
    if not care:
        return
    lead = [*beside_each_other(look, what_part(look, strategy, width), why_part(look, strategy, width)), *care]
    without = strategy.model_copy(update={"caution": None})
    shown, stop = pictured(strategy.how), safety_across(look, without)
    for high in (None, LOW_PICTURE):
        rows = [exercise_row(look, pair, card, high=high) for pair in _in_pairs(shown)]
        yield _under_exercises(look, without, card, [*lead, *rows], safety_part(look, without, width))
    yield _under_exercises(look, without, card, [*lead, *rows, *stop], [])
    yield _under_exercises(look, without, card, [*lead, *exercise_bands(look, shown, card), *stop], [])


def no_way(look: Look, strategy: Strategy, card: str) -> Iterator[Arranged]:
    """Of what has no such way."""
    del look, strategy, card
    yield from ()


def _in_pairs(ways: Sequence[Pictured]) -> list[Sequence[Pictured]]:
    return [ways[i : i + 2] for i in range(0, len(ways), 2)]
