"""How the parts of a strategy's card can stand over two columns: the ways to try, the best first.

What to do stands at the left, why and what to beware of at the right; exercises with pictures stand side by side, with
what to take care of before them where that has room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec.structs import replace

from handoutgen.content.strategies import HowTo, Strategy
from handoutgen.layout.blocks.exercises import Pictured, exercise_band, exercise_bands, exercise_row, pictured
from handoutgen.layout.blocks.safety import ask_part, care_first, care_part, safety_across, safety_part
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
from handoutgen.story.strategies import is_in_brief
from handoutgen.units import mm

LOW_PICTURE = mm(48)


class Arranged(NamedTuple):
    """The parts of a card by where they stand, in reading order: over both columns, left, right."""

    over: list[PartOfCard]
    left: list[PartOfCard]
    right: list[PartOfCard]
    is_kept: bool = False
    """Whether what keeps readers safe is all among what stands over both columns."""


def _in_brief(look: Look, strategy: Strategy) -> Arranged:
    """What keeps readers safe over both columns, under a line that says all else."""
    return Arranged(safety_across(look, strategy), callouts_part(look, strategy, look.grid.measure), [])


def _splits(parts: list[PartOfCard], stop: int | None, bonus: float) -> Iterator[tuple[float, Arranged]]:
    """The parts in two columns, the left one ending after `stop` of them or anywhere; and how high the higher one is,
    less a bonus for an order that reads well."""
    ends = range(1, len(parts) + 1) if stop is None else (stop,)
    for end in ends or (0,):
        left, right = parts[:end], parts[end:]
        high = max((total_height(atoms_of(column)) for column in (left, right) if column), default=0.0)
        yield high - bonus, Arranged([], left, right)


class CardWays:
    """The ways of a card in one look, each set when it is asked for, and what they have in common once."""

    def __init__(self, look: Look, strategy: Strategy, card: str) -> None:
        self._look, self._strategy, self._card = look, strategy, card
        self._shown = [] if is_in_brief(strategy) else pictured(strategy.how)
        self._has_exercises = len(self._shown) >= 2
        self._set_ways: dict[int, list[PartOfCard]] = {}

    @cached_property
    def plain(self) -> list[Arranged]:
        """With what keeps readers safe under all else."""
        if is_in_brief(self._strategy):
            return [_in_brief(self._look, self._strategy)]
        if self._has_exercises:
            return list(self._with_exercises())
        return [self._in_columns()]

    @cached_property
    def beside(self) -> list[Arranged]:
        """Exercises side by side with what to take care of read before them, and when to ask first if there is room:
        with higher pictures, with lower ones, and with when to stop over both columns."""
        return [way for before, after in self._befores for way in self._side_by_side(before, after)]

    @cached_property
    def bands(self) -> list[Arranged]:
        """The same, each exercise with its steps beside its picture."""
        return [self._kept([*self._lead, *before, *self._bands], after) for before, after in self._befores]

    @property
    def kept(self) -> list[Arranged]:
        """Those with what to take care of before the exercises and when to stop over both columns under them."""
        return [way for way in (*self.beside, *self.bands) if way.is_kept]

    def _in_columns(self) -> Arranged:
        """All parts in the two columns, as low as can be; rather with why it helps at the head of the right one."""
        look, strategy, what, why = self._look, self._strategy, self._what, self._why
        care, after = care_first(look, strategy, look.grid.measure)
        does = [*care, *figure_part(look, strategy, look.grid.measure), *self._how(strategy.how)]
        facts, safety, asides = self._facts, safety_part(look, after, look.grid.measure), self._asides
        led, lead = [*what, *does, *facts[:1]], look.scale.body.leading
        orders = [
            ([*what, *does, *why, *facts, *safety, *asides], len([*what, *does]), lead * 0.75),
            ([*led, *why, *facts[1:], *safety, *asides], len(led), lead * 0.5),
            ([*what, *why, *does, *facts, *safety, *asides], None, 0.0),
            ([*what, *why, *does, *asides, *facts, *safety], None, -lead * 0.25),
        ]
        tries = [each for parts, stop, bonus in orders for each in _splits(parts, stop, bonus)]
        for how, figure in pictured(strategy.how):  # the picture with its steps beside it, over both columns
            care, _ = care_first(look, strategy, look.grid.full)
            over = [*self._lead, *care, exercise_band(look, how, figure, self._card)]
            others = self._how([each for each in strategy.how if each is not how])
            high = total_height(atoms_of(over))
            below = _splits([*others, *facts, *safety, *asides], None, 0.0)
            tries += [(high + worth, way._replace(over=over)) for worth, way in below]
        return min(tries, key=lambda each: each[0])[1]

    @cached_property
    def _what(self) -> list[PartOfCard]:
        return what_part(self._look, self._strategy, self._look.grid.measure)

    @cached_property
    def _why(self) -> list[PartOfCard]:
        return why_part(self._look, self._strategy, self._look.grid.measure)

    @cached_property
    def _facts(self) -> list[PartOfCard]:
        return facts_part(self._look, self._strategy, self._look.grid.measure)

    @cached_property
    def _asides(self) -> list[PartOfCard]:
        return callouts_part(self._look, self._strategy, self._look.grid.measure)

    def _how(self, ways: Sequence[HowTo]) -> list[PartOfCard]:
        """Ways to do it in one column, each set once however many arrangements show it."""
        for how in ways:
            if id(how) not in self._set_ways:
                self._set_ways[id(how)] = how_parts(self._look, [how], self._card)
        return [part for how in ways for part in self._set_ways[id(how)]]

    @cached_property
    def _lead(self) -> list[PartOfCard]:
        return beside_each_other(self._look, self._what, self._why)

    @cached_property
    def _rows(self) -> list[PartOfCard]:
        return [exercise_row(self._look, pair, self._card) for pair in _in_pairs(self._shown)]

    @cached_property
    def _low_rows(self) -> list[PartOfCard]:
        return [exercise_row(self._look, pair, self._card, high=LOW_PICTURE) for pair in _in_pairs(self._shown)]

    @cached_property
    def _bands(self) -> list[PartOfCard]:
        return exercise_bands(self._look, self._shown, self._card)

    @cached_property
    def _befores(self) -> list[tuple[list[PartOfCard], Strategy]]:
        """What can stand over exercises, the most first, and the strategy with what then stands under them."""
        look, strategy, width = self._look, self._strategy, self._look.grid.measure
        if not self._has_exercises or not strategy.caution:
            return []
        rest = strategy.model_copy(update={"caution": None})
        care_alone = (care_part(look, strategy, look.grid.full), rest)
        if not strategy.ask_first:
            return [care_alone]
        both = beside_each_other(look, care_part(look, strategy, width), ask_part(look, strategy, width))
        return [(both, rest.model_copy(update={"ask_first": ()})), care_alone]

    def _with_exercises(self) -> Iterator[Arranged]:
        """Exercises over both columns, what keeps readers safe under them on their page: side by side, with lower
        pictures, or each with its steps beside its picture."""
        look, strategy = self._look, self._strategy
        yield self._below([*self._lead, *self._rows], safety_part(look, strategy, look.grid.measure))
        safety, below = safety_across(look, strategy), self._below([], [])
        yield below._replace(over=[*self._lead, *self._low_rows, *safety])
        yield below._replace(over=[*self._lead, *self._bands, *safety])
        # For exercises on several pages: what to beware of is read before all of them.
        first, *others = self._bands
        may_start_a_page = replace(first, atoms=(first.atoms[0].with_break(cost=EASY), *first.atoms[1:]))
        yield below._replace(over=[*self._lead, *safety, may_start_a_page, *others])

    def _side_by_side(self, before: list[PartOfCard], after: Strategy) -> Iterator[Arranged]:
        safety = safety_part(self._look, after, self._look.grid.measure)
        for rows in (self._rows, self._low_rows):
            yield self._below([*self._lead, *before, *rows], safety)
        yield self._kept([*self._lead, *before, *self._low_rows], after)

    def _kept(self, over: list[PartOfCard], after: Strategy) -> Arranged:
        return self._below([*over, *safety_across(self._look, after)], [])._replace(is_kept=True)

    def _below(self, over: list[PartOfCard], safety: Sequence[PartOfCard]) -> Arranged:
        """What else there is of the strategy, in the two columns under its exercises, as low as can be."""
        plain = [how for how in self._strategy.how if not how.figure]
        tries = _splits([*self._how(plain), *self._facts, *safety, *self._asides], None, 0.0)
        return min(tries, key=lambda each: each[0])[1]._replace(over=over)


def _in_pairs(ways: Sequence[Pictured]) -> list[Sequence[Pictured]]:
    return [ways[i : i + 2] for i in range(0, len(ways), 2)]
