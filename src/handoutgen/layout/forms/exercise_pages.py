"""Pages of exercises: two side by side, or one by itself on a page or on as many as it takes, and what keeps their doer
safe on each.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.strategies import Strategy
from handoutgen.layout.blocks.dose_box import dose_box
from handoutgen.layout.blocks.dosed_exercises import exercise_rows, safety_panel
from handoutgen.layout.blocks.exercise_head import head_again
from handoutgen.layout.blocks.figures import PANEL_PADDING, figure_panel
from handoutgen.layout.blocks.lists import numbered, numbered_in_discs
from handoutgen.layout.blocks.sections import reminder
from handoutgen.layout.blocks.strategy_parts import PICTURE_APART, card_head
from handoutgen.layout.blocks.tick_cards import marked_reminders, reminders_of
from handoutgen.layout.blocks.tick_charts import Exercise
from handoutgen.layout.flow.atoms import (
    HARD,
    NEVER,
    Atom,
    continued,
    merge,
    overlay,
    piece_atom,
    total_height,
    without_meaning,
)
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.flow.spread import spread_out
from handoutgen.layout.forms.exercise_whole import whole_page
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.strategies import facts
from handoutgen.units import mm

PAIR_PICTURES = (mm(72), mm(66), mm(60), mm(52), mm(45), mm(38), mm(32))
"""How high the panels of two drawings beside each other are, from the best to the least."""
ALONE = 90.0
"""How high a drawing by itself is, in mm, if it is not wider than the page."""
MOST_SPREAD = 0.15
"""How much of a page's spare room goes between its steps, as a share of the most elsewhere."""
OVER_FOOTER = 0.75
"""White between a foot and the footer, in units."""
FOOT_SHARE = 0.42
"""When to stop stands at the foot of every page unless it takes more than this share of one: then once, over the
drawing."""


def exercise_sides(
    setting: Setting, root: Element, exercises: Sequence[Exercise], top: list[Atom], depth: float
) -> tuple[list[Sequence[Atom]], list[Strategy]]:
    """The pages, the first under `top`; and the strategies of which their pages say only when to stop and what to take
    care of."""
    pages: list[Sequence[Atom]] = []
    shortened: list[Strategy] = []
    left = list(exercises)
    while left:
        over = top if not pages else []
        pair = left[:2] if setting.grid.has_columns and len(left) > 1 else []
        again = any(left[0].strategy is each.strategy for each in exercises[: len(exercises) - len(left)])
        is_pair = bool(pair) and pair[0].strategy is pair[1].strategy
        both = _pair(setting, pair, over, depth, again=again) if is_pair else None
        if both:
            root.kids += both[0].kids
            pages.append(both[1])
            left = left[2:]
            continue
        exercise = left.pop(0)
        page = None if setting.grid.has_columns else whole_page(setting, exercise, over, depth, again=again)
        if page is None:
            pages += _alone(setting, root, exercise, over, depth, again=again)
            continue
        root.kids.append(page.element)
        pages.append(spread_out(page.atoms, depth, setting.unit * MOST_SPREAD))
        if not page.says_all and exercise.strategy not in shortened:
            shortened.append(exercise.strategy)
    return pages, shortened


def _head(setting: Setting, sect: Element, exercise: Exercise, *, again: bool, ruled: bool) -> list[Atom]:
    """The strategy's numeral, icon, title and line, and how often; `again`: over its next exercise, as an artifact."""
    full = setting.grid.full
    if again:
        return [head_again(setting, exercise.strategy, exercise.number, (None, ""), full)]
    head = card_head(setting, exercise.strategy, exercise.number, full, ruled=ruled)
    head.title.role = "H2"
    sect.kids += head.part.elements
    alone = exercise.strategy.model_copy(update={"benefits": None, "risks": None})
    often = [
        piece_atom(setting.text(sect.add("P"), said, setting.grid.line), before=setting.unit * 0.4, cost=NEVER)
        for said in facts(setting.voice, alone)
    ]
    return [*head.part.atoms, *often]


def _pair(
    setting: Setting, pair: Sequence[Exercise], over: list[Atom], depth: float, *, again: bool
) -> tuple[Element, Sequence[Atom]] | None:
    """Two of one strategy on one page, if it holds them."""
    first = pair[0]
    ways = [(each.how, each.figure) for each in pair]
    for high in PAIR_PICTURES:
        for in_lists in (True, False):
            sect = Element("Sect", ident=first.strategy.id)
            atoms = _head(setting, sect, first, again=again, ruled=not over)
            atoms[0] = atoms[0].with_break(before=setting.unit * 1.25)
            atoms += exercise_rows(setting, sect, ways, high, in_pairs=True)
            foot = _foot(setting, sect, first.strategy, in_lists=in_lists, again=again)
            used = total_height([*over, *atoms])
            if used + sum(box.height + box.before for box in foot) <= depth:
                return sect, _with_foot([*over, *atoms], foot, depth, setting.unit)
    return None


def _foot(setting: Setting, sect: Element, strategy: Strategy, *, in_lists: bool, again: bool) -> list[Atom]:
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
    head = _head(setting, sect, exercise, again=again, ruled=not over)
    head[0] = head[0].with_break(before=setting.unit * 1.25)
    is_foot = _foot_height(setting, exercise.strategy) <= depth * FOOT_SHARE
    over_it = [] if is_foot else _over_the_drawing(setting, sect, exercise.strategy, again=again)
    group = sect.add("Div")
    body = _beside(setting, group, exercise) if setting.grid.has_columns else _below(setting, group, exercise)
    if over_it:
        body = [*over_it, body[0].with_break(cost=HARD), *body[1:]]
    foot = _foot(setting, sect, exercise.strategy, in_lists=False, again=again) if is_foot else []
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


def _below(setting: Setting, group: Element, exercise: Exercise) -> list[Atom]:
    """In large print one under another."""
    width, unit = setting.grid.full, setting.unit
    top = merge([_name(setting, group, exercise), *_drawing(setting, group, exercise)])
    first, *steps = numbered_in_discs(setting, group, exercise.how.steps, width, before=unit)
    return [
        top.with_break(cost=NEVER),
        first.with_break(cost=PICTURE_APART),
        *(step.with_break(cost=max(step.cost, HARD)) for step in steps),
    ]
