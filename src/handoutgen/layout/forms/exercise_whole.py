"""Exercises in large print, each whole on a page: its picture with what keeps its doer safe beside it, all its steps,
how much of it, and when to stop.

The pictures of a strategy's exercises have one height, unless a page after the first, which has no head of the sheet,
has room for a larger one over its whole width. What to take care of and when to stop stand on each page. When to ask
first, what else is warned of, and the boxes for how much do if there is room; else they stand with the days to tick.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from handoutgen.content.strategies import Strategy
from handoutgen.layout.blocks.dose_box import dose_box
from handoutgen.layout.blocks.exercise_safety import stop_frame
from handoutgen.layout.blocks.figures import figure_panel, fitted, panel_picture, picture_padding, stands
from handoutgen.layout.blocks.lists import numbered_in_discs
from handoutgen.layout.blocks.tick_cards import Reminder, marked_reminders, reminders_of
from handoutgen.layout.blocks.tick_charts import Exercise
from handoutgen.layout.flow.atoms import Atom, merge, overlay, total_height, without_meaning
from handoutgen.layout.forms.exercise_opening import under_head
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.units import mm

PANEL, LEAST_PANEL = mm(76), mm(52)
"""How high a picture's panel is at most, in pt; a lower one in large print shows nothing."""
PICTURE_SHARES = (0.5, 0.45, 0.4, 0.36)
"""How much of the page's width the picture takes, from the best to the least."""
WIDE_PANEL, LARGER = mm(110), 1.15
"""How high a panel over the page's whole width is at most, in pt, and how many times as large its picture has to be."""
FIRST_LINE = mm(3)
"""From a panel's top to the first line beside it, where the words leave room for that."""

BOXED, STOP_BELOW = 1.15, 1.6
"""How much larger a picture must be for the boxes to go from its page, and for when to stop to go from its foot."""
CLOSE, LOOSE = 0.75, 0.9
"""White between the parts of an exercise, in units, and how much more of it there is at most."""


class WholePage(NamedTuple):
    """The part of the structure tree, the page, whether it says all that the strategy warns of, and whether it has the
    boxes for how much."""

    element: Element
    atoms: list[Atom]
    says_all: bool
    is_dosed: bool


class _Plan(NamedTuple):
    """What stands where on the pages of a strategy."""

    beside: list[Reminder]
    above: list[Reminder]
    again: list[Reminder]
    """What of that stands on the pages of the strategy's other exercises too."""
    share: float
    is_stop_below: bool
    says_all: bool
    is_dosed: bool


class _Prepared(NamedTuple):
    """A page but for its picture, and how high that may be."""

    exercise: Exercise
    sect: Element
    group: Element
    above: list[Atom]
    column: Atom
    below: list[Atom]
    kids: tuple[Sequence[Element], Sequence[Element]]
    room: float


class _Laid(NamedTuple):
    """The pages of a strategy, what they are worth, and how large their pictures are, in pt²."""

    worth: float
    pages: list[WholePage]
    plan: _Plan
    sizes: list[float]


def whole_pages(
    setting: Setting, exercises: Sequence[Exercise], over: Sequence[Atom], depth: float, *, again: bool
) -> list[WholePage] | None:
    """Exercises of one strategy, each on a page of `depth` pt, the first under `over`, if these hold them; `again`:
    another of the strategy stands before them, so that what it warns of is an artifact."""
    best: _Laid | None = None
    for plan in _plans(setting, exercises[0].strategy, again=again):
        if best and not plan.says_all:
            break
        best = _laid(setting, exercises, over, depth, plan, best, again=again) or best
    if best is None:
        return None
    planned = zip(exercises, best.pages, best.sizes, strict=True)
    return [
        (_widened(setting, exercise, depth, best.plan, size) if place or again else None) or page
        for place, (exercise, page, size) in enumerate(planned)
    ]


def _laid(
    setting: Setting, exercises: Sequence[Exercise], over: Sequence[Atom], depth: float, plan: _Plan,
    best: _Laid | None, *, again: bool,
) -> _Laid | None:  # fmt: skip
    """The pages as planned, if they are better than the `best` so far. They are worth as much as the smallest of their
    pictures is large, up to the height of a panel: with the boxes on them, or with when to stop under the steps, it may
    be a little smaller."""
    pages = [
        _prepared(setting, each, [] if index else over, depth, plan, again=again or index > 0)
        for index, each in enumerate(exercises)
    ]
    least = max(LEAST_PANEL, *(page.column.height for page in pages))
    room, wide = min(page.room for page in pages), setting.grid.full * plan.share
    if room < least:
        return None

    def high_up_to(most: float) -> float:
        return max(least, *(_filled(setting, page.exercise, wide, min(room, max(most, least))) for page in pages))

    def sizes(high: float) -> list[float]:
        return [_size(setting, page.exercise, wide, high) for page in pages]

    high = high_up_to(PANEL)
    own = sizes(high)
    worth = min(own) * (BOXED if plan.is_dosed else 1.0) * (STOP_BELOW if plan.is_stop_below else 1.0)
    if best and worth <= best.worth:
        return None
    if plan.share == 1.0:
        high = high_up_to(WIDE_PANEL)
        own = sizes(high)
    finished = [_finished(setting, page, wide, high) for page in pages]
    if not all(finished):
        return None
    whole = [WholePage(*each, plan.says_all, plan.is_dosed) for each in finished if each]
    return _Laid(worth, whole, plan, own)


def _widened(setting: Setting, exercise: Exercise, depth: float, plan: _Plan, size: float) -> WholePage | None:
    """A page after the first with its picture over the whole width and all that it warns of above; nothing where the
    picture is not larger for that than the other one of `size` pt²."""
    shown = [*plan.again, *plan.beside]
    across = plan._replace(beside=[], above=shown, again=shown, share=1.0)
    page = _prepared(setting, exercise, [], depth, across, again=True)
    wide = setting.grid.full
    high = _filled(setting, exercise, wide, min(WIDE_PANEL, page.room))
    if page.room < LEAST_PANEL or _size(setting, exercise, wide, high) < size * LARGER:
        return None
    made = _finished(setting, page, wide, high)
    return WholePage(*made, plan.says_all, plan.is_dosed) if made else None


def _size(setting: Setting, exercise: Exercise, wide: float, high: float) -> float:
    """How large a picture is on a panel, in pt²."""
    picture = panel_picture(setting, exercise.figure, wide)
    pad = picture_padding(setting, picture)
    across, up = fitted(picture, wide - 2 * pad, high - pad)
    return across * up


def _plans(setting: Setting, strategy: Strategy, *, again: bool) -> Iterator[_Plan]:
    """All that are worth a try: all warnings beside the picture, some or all above it, when to stop too; no boxes; and
    only then some of the warnings later. Boxes can stand with the days to tick; whom to ask first is told before."""
    bare = strategy.model_copy(update={"caution": None, "stop_if": (), "ask_first": (), "callouts": ()})
    care, stop, others = (
        reminders_of(setting, bare.model_copy(update={key: getattr(strategy, key) for key in keys}))
        for keys in (("caution",), ("stop_if",), ("ask_first", "callouts"))
    )
    for says_all, is_dosed in product((True, False), (True, False)):
        for first, is_stop_below in ((care, True), ([*care, *stop], False)):
            ways: tuple[tuple[list[Reminder], list[Reminder]], ...] = ((first, []),)
            if says_all:
                ways = (([*first, *others], []), (first, others), (others, first), ([], [*first, *others]))
            for beside, above in ways:
                for share in PICTURE_SHARES if beside else (1.0,):
                    repeated = [each for each in above if each in first]
                    yield _Plan(beside, above, repeated, share, is_stop_below, again or says_all, is_dosed)


def _prepared(
    setting: Setting, exercise: Exercise, over: Sequence[Atom], depth: float, plan: _Plan, *, again: bool
) -> _Prepared:
    full, unit = setting.grid.full, setting.unit
    sect = Element("Sect", ident=exercise.strategy.id)
    above, group = under_head(setting, sect, exercise, over, again=again)
    above += _said(setting, group, plan.again if again else plan.above, full, again=again)
    words, stepped = Element("Div"), Element("Div")
    wide = full * plan.share
    said = _said(setting, words, plan.beside, full - wide - setting.scale.base, again=again)
    below = numbered_in_discs(setting, stepped, exercise.how.steps, full, before=unit * CLOSE)
    if plan.is_dosed:
        below.append(dose_box(setting, stepped, exercise.how, full).with_break(before=unit * CLOSE))
    if plan.is_stop_below:
        below += stop_frame(setting, None if again else stepped, exercise.strategy, full)
    room = depth - total_height([*above, *below]) - unit * (1.0 + CLOSE)
    column = merge(said) if said else Atom((), 0.0)
    return _Prepared(exercise, sect, group, above, column, below, (words.kids, stepped.kids), room)


def _said(setting: Setting, parent: Element, said: Sequence[Reminder], width: float, *, again: bool) -> list[Atom]:
    atoms = marked_reminders(setting, Element("Div") if again else parent, said, width)
    return [without_meaning(atom) for atom in atoms] if again else atoms


def _filled(setting: Setting, exercise: Exercise, wide: float, room: float) -> float:
    """How high a panel is that the picture fills, in at most `room` pt."""
    if exercise.figure.labels:
        return room
    picture = panel_picture(setting, exercise.figure, wide)
    pad = picture_padding(setting, picture)
    white = pad if stands(picture) else 2 * pad
    return fitted(picture, wide - 2 * pad, room - white)[1] + white


def _finished(setting: Setting, page: _Prepared, wide: float, high: float) -> tuple[Element, list[Atom]] | None:
    """The page with its picture on a panel of this size; nothing where the picture's words have no room on it."""
    pictured = Element("Div")
    panel, under = figure_panel(setting, pictured, page.exercise.figure, wide, high, high)
    if under or panel.height > page.room + 0.01:
        return None
    words, stepped = page.kids
    page.group.kids += [*pictured.kids, *words, *stepped]
    spare = panel.height - page.column.height
    down = FIRST_LINE if spare >= 2 * FIRST_LINE else spare / 2
    row = overlay(panel, page.column.moved(wide + setting.scale.base, down))
    atoms = [*page.above, row.with_break(before=setting.unit), *page.below]
    return page.sect, _loosened(atoms, len(page.above), page.room - panel.height, setting.unit)


def _loosened(atoms: Sequence[Atom], start: int, spare: float, unit: float) -> list[Atom]:
    """A page whose spare room is shared out between its picture, its steps and when to stop."""
    gaps = [index for index, atom in enumerate(atoms) if index >= start and atom.before]
    each = min(unit * LOOSE, max(0.0, spare) / len(gaps))
    return [atom.with_break(before=atom.before + each * (index in gaps)) for index, atom in enumerate(atoms)]
