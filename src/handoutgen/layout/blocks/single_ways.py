"""Ways to do something in the one column of a booklet: exercises with pictures beside their steps, or over them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from handoutgen.content.strategies import HowTo, Strategy
from handoutgen.layout.blocks.exercise_safety import stop_again
from handoutgen.layout.blocks.exercises import exercise_band, pictured
from handoutgen.layout.blocks.sections import reminder
from handoutgen.layout.blocks.strategy_parts import PartOfCard, how_part, how_parts
from handoutgen.layout.flow.atoms import FREE, Atom, grown_by, merge
from handoutgen.layout.setting import Look
from handoutgen.units import mm

LOWER = mm(12)
"""By how much the panel of a picture over its steps gets lower at most: what to do must be seen in it."""


def single_ways(look: Look, ways: Sequence[HowTo], card: str) -> list[PartOfCard]:
    """Ways to do it in one column of standard print, several pictures each beside its steps."""
    if len(pictured(ways)) < 2:
        return how_parts(look, ways, card)
    return [
        part
        for how in ways
        for part in (
            [exercise_band(look, how, how.figure, card)] if how.figure else how_part(look, how, look.grid.measure, card)
        )
    ]


def exercises_apart(look: Look, strategy: Strategy, card: str, depth: float) -> list[PartOfCard]:
    """The same with each picture over its steps, on the column's whole width, on pages of `depth` pt. When to stop has
    been said before all of them, overleaf: it is said again under each but the last, which the one before faces."""
    room = depth - reminder(look, card).height
    stop = stop_again(look, strategy, look.grid.measure)
    shown = [how for how, _ in pictured(strategy.how)]
    parts = [(how, part) for how in strategy.how for part in how_parts(look, [how], card)]
    return [_whole(part, [] if how is shown[-1] else stop, room) if how.figure else part for how, part in parts]


def _whole(part: PartOfCard, stop: Sequence[Atom], room: float) -> PartOfCard:
    """An exercise as one that never splits, if `room` pt hold it, with when to stop if they hold that too: its picture
    grows, and gets hardly lower."""
    wholes = (_stack([*part.atoms, *again]) for again in (stop, []))
    return next((PartOfCard(part.elements, (whole,)) for whole in wholes if whole.height <= room), part)


def _stack(atoms: Sequence[Atom], white: float = 1.0) -> Atom:
    whole = merge([atom.with_break(before=atom.before * white) if index else atom for index, atom in enumerate(atoms)])
    grown = (lambda more: grown_by(whole, max(-LOWER, more))) if whole.grown else None
    return replace(whole, cost=FREE, grown=grown, loosened=lambda share: _stack(atoms, share))
