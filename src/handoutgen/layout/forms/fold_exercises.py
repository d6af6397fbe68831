"""The exercises of the main strategy inside a sheet folded once: two beside each other, each with its drawing over its
steps, or each with its drawing beside them."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.strategies import HowTo
from handoutgen.layout.blocks.figures import figure_panel
from handoutgen.layout.blocks.lists import numbered
from handoutgen.layout.flow.atoms import Atom, merge, overlay, piece_atom
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element

TIGHT = 0.4
"""White between steps, as a share of the usual."""
LEAST_SHAPE, MOST_SHAPE = 0.75, 1.35
"""How high a drawing's panel is beside its steps, as a share of its width: as high as these, within bounds."""
PAIR_GAP = 1.1
"""Between two exercises beside each other, in units of the body size."""


def pair_of_ways(setting: Setting, sect: Element, ways: Sequence[HowTo], high: float) -> Atom | None:
    """Two ways beside each other, their drawings on panels of one height, at most `high` pt; None where there are not
    two with drawings, or where words cannot stand beside these."""
    figures = [how.figure for how in ways if how.figure]
    if len(ways) != 2 or len(figures) != 2:
        return None
    gap = setting.scale.base * PAIR_GAP
    width = (setting.grid.full - gap) / 2
    least = max(figure_panel(setting, Element("Div"), figure, width, high=high)[0].height for figure in figures)
    columns: list[tuple[Atom, ...]] = []
    for how, figure in zip(ways, figures, strict=True):
        group = sect.add("Div")
        name = _name(setting, group, how, width)
        panel, under = figure_panel(setting, group, figure, width, least, high)
        steps = merge(_steps(setting, group, how, width, before=0.0))
        if under:
            return None
        columns.append((panel, merge(name) if name else Atom((), 0.0), steps))
    spaces = (0.0, setting.unit * 0.75, setting.unit * 0.3)
    rows = [
        overlay(*(cell.moved(index * (width + gap)) for index, cell in enumerate(row))).with_break(before=space)
        for row, space in zip(zip(*columns, strict=True), spaces, strict=True)
    ]
    return merge(rows)


def way_beside(setting: Setting, sect: Element, how: HowTo, wide: float) -> Atom:
    """A way with its drawing, if it has one, on a panel of `wide` pt beside its steps; never parted."""
    group, full = sect.add("Div"), setting.grid.full
    left = wide + setting.scale.base if how.figure else 0.0
    width = full - left
    name = _name(setting, group, how, width)
    holder = Element("Div")
    steps = merge([*name, *_steps(setting, holder, how, width, before=setting.unit * 0.3)])
    if how.figure is None:
        group.kids += holder.kids
        return steps
    high = min(max(steps.height, wide * LEAST_SHAPE), wide * MOST_SHAPE)
    panel, under = figure_panel(setting, group, how.figure, wide, high, high)
    group.kids += holder.kids
    return overlay(merge([panel, *under]), steps.moved(left))


def _name(setting: Setting, group: Element, how: HowTo, width: float) -> list[Atom]:
    if not how.title:
        return []
    scale = setting.scale
    return [
        piece_atom(setting.text(group.add("H3"), how.title, width, scale.h3, bold=True, colour=setting.palette.deep))
    ]


def _steps(setting: Setting, group: Element, how: HowTo, width: float, *, before: float) -> list[Atom]:
    first, *rest = numbered(setting, group, how.steps, width, before=before)
    return [first, *(step.with_break(before=step.before * TIGHT) for step in rest)]
