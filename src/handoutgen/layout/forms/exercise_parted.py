"""Exercises in print so large that no page holds one with its picture: the picture and the steps on facing pages."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.layout.blocks.exercises import exercise_pages
from handoutgen.layout.blocks.strategy_parts import atoms_of
from handoutgen.layout.blocks.tick_cards import marked_reminders, reminders_of
from handoutgen.layout.blocks.tick_charts import Exercise
from handoutgen.layout.flow.atoms import Atom
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.forms.exercise_opening import strategy_head
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element

SHRINK = 0.45
"""How much of its white a page may lose, so that what belongs together stands on it."""


def parted_pages(
    setting: Setting, root: Element, exercises: Sequence[Exercise], over: Sequence[Atom], depth: float, *, again: bool
) -> list[Sequence[Atom]]:
    """The exercises of one strategy: what to know before, unless another of the strategy stands before them (`again`),
    and then each on as many pages as it takes, its picture on a page that faces its steps."""
    first = exercises[0]
    strategy = first.strategy
    sect = root.add("Sect", ident=strategy.id)
    atoms = list(over)
    if not again:
        before = strategy_head(setting, sect, first, again=False, ruled=not over)
        before[0] = before[0].with_break(before=setting.unit * 1.25)
        said = reminders_of(setting, strategy.model_copy(update={"stop_if": ()}))
        atoms += [*before, *marked_reminders(setting, sect, said, setting.grid.full)]
    ways = [(each.how, each.figure) for each in exercises]
    parts = exercise_pages(setting, strategy, first.number, ways, depth)
    for element in (element for part in parts for element in part.elements):
        sect.kids.append(element)
        for heading in (each for each in element.walk() if each.role == "H4"):
            heading.role = "H3"
    shown = break_pages(atoms_of(parts), depth, shrink=SHRINK).pages
    return [*(break_pages(atoms, depth, shrink=SHRINK).pages if atoms else ()), *shown]
