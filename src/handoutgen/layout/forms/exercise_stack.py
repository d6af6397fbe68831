"""Exercises of standard print under one another, as many as a page holds: each a drawing with its steps beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from handoutgen.content.strategies import Strategy
from handoutgen.layout.blocks.dose_box import dose_box
from handoutgen.layout.blocks.dosed_exercises import before_and_stop, safety_panel
from handoutgen.layout.blocks.figures import figure_panel
from handoutgen.layout.blocks.lists import numbered
from handoutgen.layout.blocks.tick_charts import Exercise
from handoutgen.layout.flow.atoms import Atom, merge, overlay, piece_atom, total_height, without_meaning
from handoutgen.layout.flow.spread import spread_out
from handoutgen.layout.forms.exercise_opening import strategy_head
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.units import mm

PICTURES = (mm(66), mm(58), mm(50), mm(44))
"""How high the drawings' panels are, from the best to the least."""


class Several(NamedTuple):
    """Some exercises on one page: their parts of the structure tree, the page, and how many they are."""

    elements: Sequence[Element]
    atoms: Sequence[Atom]
    taken: int


def stacked_exercises(
    setting: Setting, exercises: Sequence[Exercise], over: Sequence[Atom], depth: float, *, again: bool
) -> Several | None:
    """As many of the first exercises as a page of `depth` pt holds under `over`, their drawings as high as these can
    then be; nothing where that is a single one."""
    tries = [_stack(setting, exercises, over, depth, high, again=again) for high in PICTURES]
    best = max(tries, key=lambda each: each.taken)
    if best.taken < 2:
        return None
    return best._replace(atoms=spread_out(best.atoms, depth, setting.unit))


def _stack(
    setting: Setting, exercises: Sequence[Exercise], over: Sequence[Atom], depth: float, high: float, *, again: bool
) -> Several:
    elements: list[Element] = []
    atoms = list(over)
    for index, exercise in enumerate(exercises):
        is_next = again if index == 0 else exercises[index - 1].strategy is exercise.strategy
        element, block = _block(setting, exercise, high, again=is_next, ruled=bool(elements), is_on_top=index == 0)
        if total_height([*atoms, block]) > depth:
            break
        elements.append(element)
        atoms.append(block)
    return Several(elements, atoms, len(elements))


def _block(
    setting: Setting, exercise: Exercise, high: float, *, again: bool, ruled: bool, is_on_top: bool
) -> tuple[Element, Atom]:
    """One exercise under its strategy's head: drawing, name, steps and boxes, and what keeps its doer safe; that is
    read out once, with the first of a strategy, and printed with the first of each page (`is_on_top`)."""
    width, unit = setting.grid.measure, setting.unit
    sect = Element("Sect", ident=exercise.strategy.id)
    head = strategy_head(setting, sect, exercise, again=again, ruled=ruled)
    before, stop = before_and_stop(exercise.strategy)
    care = _safety(setting, sect, before, again=again, is_on_top=is_on_top)
    group = sect.add("Div")
    words: list[Atom] = []
    if exercise.how.title and exercise.how.title != exercise.strategy.title:
        name = setting.text(
            group.add("H3"), exercise.name, width, setting.scale.h3, bold=True, colour=setting.palette.deep
        )  # fmt: skip
        words.append(piece_atom(name))
    panel, under = figure_panel(setting, group, exercise.figure, width, 0.0, high)
    words += numbered(setting, group, exercise.how.steps, width, before=unit * 0.4)
    words.append(dose_box(setting, group, exercise.how, width).with_break(before=unit * 0.75))
    row = overlay(merge([panel, *under]), merge(words).moved(setting.grid.second))
    foot = _safety(setting, sect, stop, again=again, is_on_top=is_on_top)
    whole = merge([*head, *care, row.with_break(before=unit * 0.75), *foot])
    return sect, whole.with_break(before=unit * 1.5)


def _safety(setting: Setting, sect: Element, strategy: Strategy, *, again: bool, is_on_top: bool) -> list[Atom]:
    if not again:
        return safety_panel(setting, sect, strategy, in_lists=False)
    boxes = safety_panel(setting, Element("Sect"), strategy, in_lists=False) if is_on_top else []
    return [without_meaning(box) for box in boxes]
