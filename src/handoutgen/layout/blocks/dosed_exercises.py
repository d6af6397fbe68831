"""Exercises to hand over and talk through: a drawing on sand, the name, the steps, and the boxes for how much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from handoutgen.content.strategies import HowTo, Strategy
from handoutgen.layout.blocks.asides import quiet_list
from handoutgen.layout.blocks.dose_box import dose_box
from handoutgen.layout.blocks.dose_strip import dose_strip, is_alike
from handoutgen.layout.blocks.exercises import Pictured
from handoutgen.layout.blocks.figures import figure_panel
from handoutgen.layout.blocks.lists import numbered
from handoutgen.layout.blocks.panels import framed, on_panel, panel_padding
from handoutgen.layout.blocks.safety import safety_across
from handoutgen.layout.blocks.strategy_parts import SAFETY_ICONS, PartOfCard, atoms_of, made
from handoutgen.layout.blocks.tick_cards import Reminder, marked_reminders, reminders_of
from handoutgen.layout.flow.atoms import HALF, Atom, merge, overlay, piece_atom
from handoutgen.layout.flow.columns import balanced
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element, Role
from handoutgen.story.strategies import safety_lists
from handoutgen.units import mm

BAND_PICTURE = mm(75.5)
"""How wide a drawing's panel is that has its steps beside it, in 12 pt print: the boxes stand under it."""
LEAST_PICTURE = mm(26)
TIGHT = 0.4
"""White between steps, as a share of the usual."""
AIRY_STEPS, AIRY_NAME, AIRY_BOX, AIRY_ROW = 0.2, 0.33, 0.75, 0.5
"""White between steps, over names, boxes and drawings where there is room for it, in units of the body size."""


def exercise_rows(
    look: Setting,
    sect: Element,
    ways: Sequence[Pictured],
    high: float,
    *,
    in_pairs: bool,
    role: Role = "H3",
    below: Callable[[Look, Element, float], Atom] | None = None,
    is_airy: bool = False,
    shares_dose: bool = False,
) -> list[Atom]:
    """The exercises two by two, drawings of one height beside each other, or each over the whole width with its steps
    beside its drawing, as one that is alone is. `high`: of the drawings' panels in pt, at most. `below`: what stands
    under the boxes of a pair. `is_airy`: white enough between the steps to tell them apart at a glance. `shares_dose`:
    a pair whose amounts are the same has one box for them."""
    rows = []
    step = 2 if in_pairs and look.grid.has_columns else 1
    for start in range(0, len(ways), step):
        pair = ways[start : start + step]
        if len(pair) == 2:
            row = _pair(look, sect, pair, high, role, below, is_airy=is_airy, shares_dose=shares_dose)
        else:
            row = _band(look, sect, pair[0], high, role, is_airy=is_airy)
        rows.append(row.with_break(before=max(look.unit, look.scale.base * AIRY_ROW) if is_airy else look.unit))
    return rows


def _pair(
    look: Setting,
    sect: Element,
    pair: Sequence[Pictured],
    high: float,
    role: Role,
    below: Callable[[Look, Element, float], Atom] | None,
    *,
    is_airy: bool,
    shares_dose: bool,
) -> Atom:
    width = look.grid.measure
    shares_dose = shares_dose and is_alike(look, [how for how, _ in pair])
    groups = [sect.add("Div") for _ in pair]
    least = max(figure_panel(look, Element("Div"), figure, width, high=high)[0].height for _, figure in pair)
    columns: list[tuple[Atom, ...]] = []
    for group, (how, figure) in zip(groups, pair, strict=True):
        name = _name(look, group, how, width, role)
        panel, under = figure_panel(look, group, figure, width, least, high)
        steps = merge(_steps(look, group, how, width, before=0.0, is_airy=is_airy))
        columns.append((merge([panel, *under]), name, steps))
        if not shares_dose:
            columns[-1] = (*columns[-1], dose_box(look, group, how, width))
        if below:
            columns[-1] = (*columns[-1], below(look, group, width))
    over_box = look.scale.base * AIRY_BOX if is_airy else look.unit * 0.6
    over_name = max(look.unit * 0.5, look.scale.base * AIRY_NAME if is_airy else 0.0)
    spaces = (0.0, over_name, look.unit * 0.3, over_box, look.unit)
    rows = [
        overlay(*(cell.moved(index * look.grid.second) for index, cell in enumerate(row))).with_break(before=space)
        for row, space in zip(zip(*columns, strict=True), spaces, strict=False)
    ]
    if shares_dose:
        rows.insert(3, dose_strip(look, sect, pair[0][0], look.grid.full).with_break(before=over_box))
    return merge(rows)


def _band(look: Setting, sect: Element, way: Pictured, high: float, role: Role, *, is_airy: bool) -> Atom:
    """The drawing with the boxes under it, as high as the steps beside it if that is not too high."""
    how, figure = way
    group = sect.add("Div")
    wide = min(BAND_PICTURE * look.scale.base / 12, look.grid.full * 0.5)
    left = wide + look.scale.base * 1.2
    width = min(look.grid.full - left, look.grid.line)
    words, boxed = Element("Div"), Element("Div")
    name = _name(look, group, how, width, role)
    steps = merge([name, *_steps(look, words, how, width, before=look.unit * 0.3, is_airy=is_airy)])
    box = dose_box(look, boxed, how, wide).with_break(before=look.unit * 0.6)
    fits = min(high, max(LEAST_PICTURE, steps.height - box.height - box.before))
    picture, under = figure_panel(look, group, figure, wide, fits, fits)
    group.kids += [*words.kids, *boxed.kids]
    return overlay(merge([picture, *under, box]), steps.moved(left))


def _steps(look: Look, group: Element, how: HowTo, width: float, *, before: float, is_airy: bool) -> list[Atom]:
    first, *rest = numbered(look, group, how.steps, width, before=before)
    airy = look.scale.base * AIRY_STEPS
    return [first, *(step.with_break(before=airy if is_airy else step.before * TIGHT) for step in rest)]


def _name(look: Look, group: Element, how: HowTo, width: float, role: Role) -> Atom:
    if not how.title:
        return Atom((), 0.0)
    words = look.text(group.add(role), how.title, width, look.scale.h3, bold=True, colour=look.palette.deep)
    return piece_atom(words)


def before_and_stop(strategy: Strategy) -> tuple[Strategy, Strategy]:
    """A strategy with nothing to keep its doer safe but what is read before an exercise, and one with nothing but when
    to stop, which stands at its foot."""
    return (
        strategy.model_copy(update={"stop_if": ()}),
        strategy.model_copy(update={"caution": None, "ask_first": (), "callouts": ()}),
    )


def safety_panel(look: Look, sect: Element, strategy: Strategy, *, in_lists: bool) -> list[Atom]:
    """What to take care of, when to stop, when to ask first, and the warnings: in lists side by side, or each in one
    sentence."""
    if in_lists:
        return _in_lists(look, sect, strategy)
    said = reminders_of(look, strategy)
    if not said:
        return []
    pad = panel_padding(look) * 0.6
    inner = look.grid.full - 2 * pad
    if not look.grid.has_columns:
        inside = merge(marked_reminders(look, sect, said, inner))
        if look.scale.is_large:  # nothing stands behind text in large print
            return [framed(look, inside, look.grid.full, pad).with_break(before=look.unit)]
        panel = on_panel(look, inside, look.grid.full, look.palette.tint, padding=pad)
        return [panel.with_break(before=look.unit)]
    rows = min((_care_across(look, strategy, pad), _in_two_columns(look, said, pad)), key=lambda rows: rows.atom.height)
    sect.kids += rows.elements
    panel = on_panel(look, rows.atom, look.grid.full, look.palette.tint, padding=pad)
    return [panel.with_break(before=look.unit)]


def _in_lists(look: Look, sect: Element, strategy: Strategy) -> list[Atom]:
    """In lists, as low as they can be; and the warnings under their panel."""
    alone = strategy.model_copy(update={"callouts": ()})
    parts = safety_across(look, strategy)
    if parts and strategy.caution and strategy.stop_if and strategy.ask_first and look.grid.has_columns:
        pad = panel_padding(look)
        rows = _care_across(look, alone, pad, in_lists=True)
        panel = on_panel(look, rows.atom, look.grid.full, look.palette.tint, padding=pad)
        if panel.height <= min(atoms_of(parts)[0].height, look.grid.depth * HALF):
            parts = [PartOfCard(tuple(rows.elements), (panel.with_break(before=look.unit),))]
    warnings = reminders_of(look, strategy.model_copy(update={"caution": None, "stop_if": (), "ask_first": ()}))
    parts += made(lambda holder: marked_reminders(look, holder, warnings, look.grid.line))
    sect.kids += [element for part in parts for element in part.elements]
    return atoms_of(parts)


class _Rows(NamedTuple):
    """What stands on the panel, and its parts of the structure tree."""

    elements: Sequence[Element]
    atom: Atom


def _care_across(look: Look, strategy: Strategy, pad: float, *, in_lists: bool = False) -> _Rows:
    """What to take care of over the whole panel, and under it when to stop and when to ask first side by side, in the
    page's own columns."""
    holder = Element("Div")
    bare = strategy.model_copy(update={"caution": None, "stop_if": (), "ask_first": (), "callouts": ()})

    def said(width: float, **kept: object) -> list[Atom]:
        return marked_reminders(look, holder, reminders_of(look, bare.model_copy(update=kept)), width)

    inner = look.grid.full - 2 * pad
    half = look.grid.measure - pad if strategy.stop_if and strategy.ask_first else inner
    rows = said(inner, caution=strategy.caution)
    if in_lists:
        lists = [
            merge(quiet_list(look, holder, SAFETY_ICONS[word], look.voice.word(word), items, half))
            for word, items in safety_lists(strategy)
        ]
    else:
        lists = [*said(half, stop_if=strategy.stop_if), *said(half, ask_first=strategy.ask_first)]
    if len(lists) == 2:
        lists = [overlay(lists[0].with_break(before=look.unit * 0.5), lists[1].moved(look.grid.second - pad))]
    rows += [*lists, *said(inner, callouts=strategy.callouts)]
    return _Rows(holder.kids, merge(rows).with_break(before=0.0))


def _in_two_columns(look: Look, said: Sequence[Reminder], pad: float) -> _Rows:
    """One after another, in the page's own two columns."""
    holder = Element("Div")
    atoms = marked_reminders(look, holder, said, look.grid.measure - pad)
    return _Rows(holder.kids, balanced(atoms).as_atom(look.grid.second - pad).with_break(before=0.0))
