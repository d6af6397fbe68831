"""Pages of exercises: two side by side, or one by itself on a page or on as many as it takes, and what keeps their doer
safe on each.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from handoutgen.content.strategies import Strategy
from handoutgen.layout.blocks.dose_box import dose_box
from handoutgen.layout.blocks.dosed_exercises import before_and_stop, exercise_rows, safety_panel
from handoutgen.layout.blocks.figures import PANEL_PADDING, figure_panel
from handoutgen.layout.blocks.lists import numbered
from handoutgen.layout.blocks.sections import reminder
from handoutgen.layout.blocks.strategy_parts import PICTURE_APART
from handoutgen.layout.blocks.tick_cards import marked_reminders, reminders_of
from handoutgen.layout.blocks.tick_charts import Exercise
from handoutgen.layout.flow.atoms import (
    HARD,
    Atom,
    continued,
    merge,
    overlay,
    piece_atom,
    total_height,
    without_meaning,
)
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.forms.exercise_opening import strategy_head
from handoutgen.layout.forms.exercise_parted import parted_pages
from handoutgen.layout.forms.exercise_stack import Several, stacked_exercises
from handoutgen.layout.forms.exercise_whole import whole_pages
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.units import mm

PAIR_PICTURES = (mm(72), mm(66), mm(60), mm(52), mm(45), mm(38), mm(32))
"""How high the panels of two drawings beside each other are, from the best to the least."""
ALONE = 90.0
"""How high a drawing by itself is, in mm, if it is not wider than the page."""
OVER_FOOTER = 0.75
"""White between a foot and the footer, in units."""
FOOT_SHARE = 0.42
"""When to stop stands at the foot of every page unless it takes more than this share of one: then once, over the
drawing."""


class ExerciseSides(NamedTuple):
    """The pages; the strategies of which they say only when to stop and what to take care of; the exercises whose pages
    do not have the boxes for how much; and whether the first exercise goes on overleaf."""

    pages: list[Sequence[Atom]]
    shortened: list[Strategy]
    undosed: list[Exercise]
    begins_parted: bool = False


def exercise_sides(
    setting: Setting, root: Element, exercises: Sequence[Exercise], top: list[Atom], depth: float
) -> ExerciseSides:
    """The pages of the exercises, the first under `top`."""
    sides = ExerciseSides([], [], [])
    taken, begins_parted = 0, False
    while taken < len(exercises):
        left = exercises[taken:]
        again = any(left[0].strategy is each.strategy for each in exercises[:taken])
        count = _next_sides(setting, root, left, [] if taken else top, depth, sides, again=again)
        if not taken:
            begins_parted = len(sides.pages) > count
        taken += count
    return sides._replace(begins_parted=begins_parted)


def _next_sides(
    setting: Setting, root: Element, left: Sequence[Exercise], over: list[Atom], depth: float, sides: ExerciseSides,
    *, again: bool,
) -> int:  # fmt: skip
    """The pages of the first of these exercises, or of as many as stand together, put to the others; how many."""
    if not setting.grid.has_columns:
        return _large_sides(setting, root, left, over, depth, sides, again=again)
    several = _several(setting, left, over, depth, again=again)
    if several:
        root.kids += several.elements
        sides.pages.append(several.atoms)
        return several.taken
    sides.pages.extend(_alone(setting, root, left[0], over, depth, again=again))
    return 1


def _large_sides(
    setting: Setting, root: Element, left: Sequence[Exercise], over: list[Atom], depth: float, sides: ExerciseSides,
    *, again: bool,
) -> int:  # fmt: skip
    """Pages of large print, put to the others: all exercises of the first one's strategy if their pages can be alike,
    or else that one, or all of them on as many pages as it takes. How many these are."""
    group = [each for each in left if each.strategy is left[0].strategy]
    for taken in dict.fromkeys((len(group), 1)):
        made = whole_pages(setting, group[:taken], over, depth, again=again)
        if made is None:
            continue
        for exercise, page in zip(group, made, strict=False):
            root.kids.append(page.element)
            sides.pages.append(page.atoms)
            if not page.says_all and exercise.strategy not in sides.shortened:
                sides.shortened.append(exercise.strategy)
            if not page.is_dosed:
                sides.undosed.append(exercise)
        return taken
    sides.pages.extend(parted_pages(setting, root, group, over, depth, again=again))
    sides.undosed.extend(group)
    return len(group)


def _several(
    setting: Setting, left: Sequence[Exercise], over: list[Atom], depth: float, *, again: bool
) -> Several | None:
    """The next two on a page if they are ways to do one strategy; or as many as stand under one another."""
    pair = left[:2]
    if len(pair) < 2:
        return None
    if pair[0].strategy is pair[1].strategy:
        both = _pair(setting, pair, over, depth, again=again)
        if both:
            return Several(both[0].kids, both[1], 2)
    return stacked_exercises(setting, left, over, depth, again=again)


def _pair(
    setting: Setting, pair: Sequence[Exercise], over: list[Atom], depth: float, *, again: bool
) -> tuple[Element, Sequence[Atom]] | None:
    """Two of one strategy on one page, if it holds them."""
    first = pair[0]
    ways = [(each.how, each.figure) for each in pair]
    for high, is_airy in product(PAIR_PICTURES, (True, False)):
        for in_lists in (True, False):
            sect = Element("Sect", ident=first.strategy.id)
            atoms = strategy_head(setting, sect, first, again=again, ruled=not over)
            atoms[0] = atoms[0].with_break(before=setting.unit * 1.25)
            before, stop = before_and_stop(first.strategy)
            atoms += _safety(setting, sect, before, in_lists=False, again=again)
            atoms += exercise_rows(setting, sect, ways, high, in_pairs=True, is_airy=is_airy)
            foot = _safety(setting, sect, stop, in_lists=in_lists, again=again)
            used = total_height([*over, *atoms])
            if used + sum(box.height + box.before for box in foot) <= depth:
                return sect, _with_foot([*over, *atoms], foot, depth, setting.unit)
    return None


def _safety(setting: Setting, sect: Element, strategy: Strategy, *, in_lists: bool, again: bool) -> list[Atom]:
    """What keeps their doer safe: read out where it is said first."""
    holder = Element("Sect")
    boxes = safety_panel(setting, holder, strategy, in_lists=in_lists)
    if not boxes:
        return []
    whole = merge(boxes).with_break(before=setting.unit)
    if again:
        return [without_meaning(whole)]
    sect.kids += holder.kids
    return [whole]


def _foot_height(setting: Setting, strategy: Strategy) -> float:
    return sum(box.height for box in safety_panel(setting, Element("Sect"), strategy, in_lists=False))


def _over_the_drawing(setting: Setting, sect: Element, strategy: Strategy, *, again: bool) -> list[Atom]:
    """The same where it is too much for a foot, without a frame, so that a page may end between two of them."""
    holder = Element("Sect")
    said = marked_reminders(setting, holder, reminders_of(setting, strategy), setting.grid.full)
    if again:
        return [without_meaning(atom) for atom in said]
    sect.kids += holder.kids
    return said


def _with_foot(atoms: Sequence[Atom], foot: Sequence[Atom], depth: float, unit: float) -> list[Atom]:
    """A page with its foot at its lower end, and white under it if there is some."""
    if not foot:
        return list(atoms)
    spare = depth - total_height(list(atoms)) - sum(box.height for box in foot) - unit * OVER_FOOTER
    return [*atoms, *(box.with_break(before=max(box.before, spare)) for box in foot)]


def _alone(
    setting: Setting, root: Element, exercise: Exercise, over: list[Atom], depth: float, *, again: bool
) -> list[Sequence[Atom]]:
    """One by itself, with a large drawing."""
    sect = root.add("Sect", ident=exercise.strategy.id)
    head = strategy_head(setting, sect, exercise, again=again, ruled=not over)
    head[0] = head[0].with_break(before=setting.unit * 1.25)
    is_foot = _foot_height(setting, exercise.strategy) <= depth * FOOT_SHARE
    before, stop = before_and_stop(exercise.strategy)
    if is_foot:
        over_it = _safety(setting, sect, before, in_lists=False, again=again)
    else:
        over_it = _over_the_drawing(setting, sect, exercise.strategy, again=again)
    group = sect.add("Div")
    body = _beside(setting, group, exercise)
    if over_it:
        body = [*over_it, body[0].with_break(cost=HARD), *body[1:]]
    foot = _safety(setting, sect, stop, in_lists=False, again=again) if is_foot else []
    room = depth - sum(box.height + box.before for box in foot)
    again_over = reminder(setting, exercise.strategy.title, exercise.how.title)
    atoms = [*over, *head, *continued(body, again_over)]
    pages = break_pages(atoms, room).pages
    return [
        _with_foot(page, foot if index == 0 else [without_meaning(box) for box in foot], depth, setting.unit)
        for index, page in enumerate(pages)
    ]


def _name(setting: Setting, group: Element, exercise: Exercise) -> Atom:
    words = setting.text(
        group.add("H3"), exercise.name, setting.grid.full, setting.scale.h3, bold=True, colour=setting.palette.deep
    )  # fmt: skip
    return piece_atom(words, before=setting.unit)


def _drawing(setting: Setting, group: Element, exercise: Exercise) -> list[Atom]:
    high = mm(ALONE) + 2 * PANEL_PADDING * setting.scale.base
    panel, under = figure_panel(setting, group, exercise.figure, setting.grid.full, high, high)
    return [panel.with_break(before=setting.unit * 0.5), *under]


def _beside(setting: Setting, group: Element, exercise: Exercise) -> list[Atom]:
    """Under the drawing the steps at the left, how much at the right."""
    width, unit = setting.grid.measure, setting.unit
    top = [_name(setting, group, exercise), *_drawing(setting, group, exercise)]
    steps = merge(numbered(setting, group, exercise.how.steps, width, before=0.0))
    box = dose_box(setting, group, exercise.how, width)
    both = overlay(steps, box.moved(setting.grid.second))
    return [merge(top), both.with_break(before=unit, cost=PICTURE_APART)]
