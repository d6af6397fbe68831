"""An exercise in large print, whole on a page: its picture with what keeps its doer safe beside it, and all its steps.

What to take care of and when to stop stand on the page of every exercise. When to ask first, and what else is warned
of, do if there is room; else they are said with the days to tick.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from handoutgen.layout.blocks.exercise_head import head_again
from handoutgen.layout.blocks.figures import LARGE_PANEL_HIGH, PANEL_PADDING, figure_panel, fitted
from handoutgen.layout.blocks.lists import numbered_in_discs
from handoutgen.layout.blocks.tick_cards import Reminder, marked_reminders, reminders_of
from handoutgen.layout.blocks.tick_charts import Exercise
from handoutgen.layout.flow.atoms import Atom, merge, overlay, total_height, without_meaning
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.strategies import numbered_title
from handoutgen.units import mm

LEAST_PANEL = mm(52)
"""A lower picture in large print shows nothing."""
PICTURE_SHARES = (0.5, 0.45, 0.4)
"""How much of the page's width the picture takes, from the best to the least."""


class WholePage(NamedTuple):
    """The part of the structure tree, the page, and whether it says all that the strategy warns of."""

    element: Element
    atoms: list[Atom]
    says_all: bool


def whole_page(
    setting: Setting, exercise: Exercise, over: Sequence[Atom], depth: float, *, again: bool
) -> WholePage | None:
    """The exercise under `over` on a page of `depth` pt, if it holds it; `again`: another of the strategy stands before
    it, so that what it warns of is an artifact."""
    for beside, before, says_all in _shared_out(setting, exercise, again=again):
        for share in PICTURE_SHARES if beside else (1.0,):
            made = _page(setting, exercise, over, depth, beside, before, share, again=again)
            if made:
                return WholePage(*made, says_all)
    return None


def _shared_out(
    setting: Setting, exercise: Exercise, *, again: bool
) -> Iterator[tuple[list[Reminder], list[Reminder], bool]]:
    """What is said beside the picture, what above it, and whether that is all; from the best."""
    strategy = exercise.strategy
    first = reminders_of(setting, strategy.model_copy(update={"ask_first": (), "callouts": ()}))
    others = reminders_of(setting, strategy.model_copy(update={"caution": None, "stop_if": ()}))
    if not again:
        yield [*first, *others], [], True
        yield first, others, True
        yield others, first, True
    yield first, [], again or not others


def _page(
    setting: Setting, exercise: Exercise, over: Sequence[Atom], depth: float, beside: Sequence[Reminder],
    before: Sequence[Reminder], share: float, *, again: bool,
) -> tuple[Element, list[Atom]] | None:  # fmt: skip
    full, unit = setting.grid.full, setting.unit
    sect = Element("Sect", ident=exercise.strategy.id)
    head, group = _head(setting, sect, exercise, again=again, ruled=not over)
    space = unit if over else 0.0
    above = [head.with_break(before=space), *_said(setting, group, before, full, again=again)]
    wide, gap = full * share, setting.scale.base
    pictured, words, stepped = Element("Div"), Element("Div"), Element("Div")
    steps = numbered_in_discs(setting, stepped, exercise.how.steps, full, before=unit)
    said = _said(setting, words, beside, full - wide - gap, again=again)
    column = merge(said) if said else Atom((), 0.0)
    room = depth - total_height([*over, *above, *steps]) - unit
    high = _panel_high(setting, exercise, wide, min(LARGE_PANEL_HIGH, room), column.height)
    if high is None:
        return None
    panel, under = figure_panel(setting, pictured, exercise.figure, wide, high, high)
    if under or panel.height > room:
        return None
    group.kids += [*pictured.kids, *words.kids, *stepped.kids]
    row = overlay(panel, column.moved(wide + gap, (panel.height - column.height) / 2))
    return sect, [*over, *above, row.with_break(before=unit), *steps]


def _head(setting: Setting, sect: Element, exercise: Exercise, *, again: bool, ruled: bool) -> tuple[Atom, Element]:
    """The strategy's title with the exercise's name under it, and the element of the exercise."""
    strategy, number = exercise.strategy, exercise.number
    title = None if again else sect.add("H2", bookmark=numbered_title(setting.voice, number, strategy))
    group = sect.add("Div")
    name = group.add("H3") if exercise.how.title else None
    named = (name, exercise.how.title or "")
    return head_again(setting, strategy, number, named, setting.grid.full, title=title, ruled=ruled), group


def _said(setting: Setting, parent: Element, said: Sequence[Reminder], width: float, *, again: bool) -> list[Atom]:
    atoms = marked_reminders(setting, Element("Div") if again else parent, said, width)
    return [without_meaning(atom) for atom in atoms] if again else atoms


def _panel_high(setting: Setting, exercise: Exercise, wide: float, room: float, least: float) -> float | None:
    """How high the picture's panel is: filled by it, and at least as high as what stands beside it. None where `room`
    pt do not hold that."""
    pad = PANEL_PADDING * setting.scale.base
    if room < max(LEAST_PANEL, least):
        return None
    if exercise.figure.labels:
        return room
    picture = setting.figure(exercise.figure.file, wide - 2 * pad)
    return max(least, fitted(picture, wide - 2 * pad, room - 2 * pad)[1] + 2 * pad)
