"""The days to tick for each exercise, on a page that is written on: how often, how much, and four weeks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from handoutgen.content.sections import Figure
from handoutgen.content.strategies import HowTo, Strategy
from handoutgen.layout.blocks.dose_box import dose_box
from handoutgen.layout.blocks.sections import heading, open_section
from handoutgen.layout.blocks.tick_cards import marked_reminders, reminders_of
from handoutgen.layout.blocks.tick_grid import tick_grid
from handoutgen.layout.flow.atoms import FAIR, Atom, merge, merged_unless_high, piece_atom
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.story.strategies import facts


class Exercise(NamedTuple):
    """A way to do a strategy that has a drawing."""

    strategy: Strategy
    number: int | None
    """None where the sheet has exercises of this strategy alone."""
    how: HowTo
    figure: Figure

    @property
    def name(self) -> str:
        """What it is called."""
        return self.how.title or self.strategy.title


def tick_charts(
    look: Setting, parent: Element, exercises: Sequence[Exercise], undosed: Sequence[Exercise], depth: float
) -> list[Atom]:
    """Under their heading one chart for each exercise, parted only where a page of `depth` pt does not hold it; with
    the boxes for how much where its own page does not have them (`undosed`), and in large print with how often to do
    it."""
    sect = open_section(parent, "ticks")
    head = heading(look, sect, look.voice.word("weeks_grid"), look.grid.full)
    atoms: list[Atom] = []
    for index, exercise in enumerate(exercises):
        is_next = index > 0 and exercises[index - 1].strategy is exercise.strategy
        with_often = not look.grid.has_columns and not is_next
        name, *rest = _chart(look, sect, exercise, with_often=with_often, with_dose=exercise in undosed)
        if index == 0:
            name = merge([head, name.with_break(before=look.unit)])
        first, *others = merged_unless_high([name, *rest], depth, 1.0)
        atoms += [first.with_break(before=look.unit * 1.5 if index else 0.0, cost=FAIR), *others]
    return atoms


def _chart(look: Setting, sect: Element, exercise: Exercise, *, with_often: bool, with_dose: bool) -> list[Atom]:
    """Its name, how often, how much, and the days."""
    group, full = sect.add("Div"), look.grid.full
    name = look.text(group.add("H3"), exercise.name, full, look.scale.h3, bold=True, colour=look.palette.deep)
    atoms = [piece_atom(name)]
    alone = exercise.strategy.model_copy(update={"benefits": None, "risks": None})
    for said in facts(look.voice, alone) if with_often else ():
        atoms.append(piece_atom(look.text(group.add("P"), said, full), before=look.unit * 0.25))
    if with_dose:
        atoms.append(dose_box(look, group, exercise.how, full).with_break(before=look.unit * 0.5))
    return [*atoms, tick_grid(look, group, full, exercise.name).with_break(before=look.unit * 0.75)]


def asked_first(look: Look, parent: Element, strategies: Sequence[Strategy]) -> list[Atom]:
    """What strategies warn of that their exercises' pages had no room for."""
    atoms: list[Atom] = []
    for strategy in strategies:
        sect = parent.add("Sect")
        name = look.text(sect.add("P"), strategy.title, look.grid.full, look.scale.h3, bold=True)
        unsaid = reminders_of(look, strategy.model_copy(update={"caution": None, "stop_if": ()}))
        said = merge([piece_atom(name), *marked_reminders(look, sect, unsaid, look.grid.full)])
        atoms.append(said.with_break(before=look.unit * 2, cost=FAIR))
    return atoms
