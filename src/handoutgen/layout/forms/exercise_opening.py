"""The head of a sheet of exercises: whose it is, of what, and whom to call in an emergency; and that of a strategy."""

from __future__ import annotations

from handoutgen.content.model import Leaflet
from handoutgen.design.scale import Level
from handoutgen.layout.blocks.emergency_line import emergency_line, emergency_width
from handoutgen.layout.blocks.exercise_head import head_again
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.blocks.strategy_parts import card_head
from handoutgen.layout.blocks.tick_charts import Exercise
from handoutgen.layout.flow.atoms import NEVER, Atom, merge, overlay, piece_atom
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.strategies import facts

CALL_SHARE = 0.44
"""How much of the page's width whom to call takes in large print: on two lines beside the title."""
TITLE_LINES = 1.8
"""A title of so many lines, run together, is set in two."""


def opening(setting: Setting, root: Element, leaflet: Leaflet) -> list[Atom]:
    """At the head of page 1: whose it is, of what, and whom to call in an emergency."""
    full, unit, scale = setting.grid.full, setting.unit, setting.scale
    head = masthead(setting, root, leaflet)
    heading = root.add("H1", bookmark=leaflet.title)
    call = emergency_line(setting, root, full * (CALL_SHARE if scale.is_large else 1.0))
    wide = emergency_width(call)
    room = full - wide - scale.base
    beside = setting.longest_word(leaflet.title, scale.h2, bold=True) <= room and room > full * 0.4
    level = _title_level(setting, leaflet.title, room if beside else full)
    title = setting.text(
        heading, leaflet.title, room if beside else full, level, bold=True, colour=setting.palette.deep, balance=True
    )
    if not beside:
        root.kids.remove(heading)
        root.kids.append(heading)
        first = merge([head, call.with_break(before=unit * 0.75)])  # on page 1, whatever does not fit there
        return [first, piece_atom(title, before=unit, cost=NEVER)]
    high = max(title.height, call.height)
    words = piece_atom(title).moved(0.0, (high - title.height) / 2)
    row = overlay(words, call.moved(full - wide, (high - call.height) / 2))
    return [head, row.with_break(before=unit)]


def _title_level(setting: Setting, title: str, width: float) -> Level:
    """The largest in which a title takes two lines at most, or else the least."""
    scale = setting.scale
    middle = (scale.h1.size + scale.h2.size) / 2
    levels = (scale.h1, Level(round(middle, 2), round(middle * 1.15, 2)), scale.h2)
    fitting = [
        level for level in levels
        if setting.longest_word(title, level, bold=True) <= width
        and setting.natural_width(title, level, bold=True) <= width * TITLE_LINES
    ]  # fmt: skip
    return fitting[0] if fitting else scale.h2


def strategy_head(setting: Setting, sect: Element, exercise: Exercise, *, again: bool, ruled: bool) -> list[Atom]:
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
