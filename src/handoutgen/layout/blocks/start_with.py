"""The strategies that are ticked for one person, named in one line with a tick: what to start with."""

from __future__ import annotations

from handoutgen.content.model import Leaflet
from handoutgen.layout.blocks.discs import tick_mark
from handoutgen.layout.blocks.panels import framed, on_panel
from handoutgen.layout.flow.atoms import Atom, overlay, piece_atom
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.chosen import overview

MARK, GAP = 1.9, 0.6
"""The tick and the white after it, in units of the body size."""


def start_with(look: Look, parent: Element, leaflet: Leaflet, width: float, *, leads: bool = False) -> list[Atom]:
    """The line on a tint `width` pt wide, in large print in a frame; nothing where none is ticked. Each title `leads`
    to its card where the form has them all."""
    said = overview(look.voice, leaflet, leads=leads)
    if not said:
        return []
    base, pad = look.scale.base, look.scale.base * 0.6
    hang = base * (MARK + GAP)
    words = look.text(parent.add("P", ident="start-with"), said, width - 2 * pad - hang)
    size = base * MARK
    high = max(size, words.height)
    mark = tick_mark(look, None, size).moved(0.0, (high - size) / 2)
    inside = overlay(piece_atom(words).moved(hang, (high - words.height) / 2), mark)
    inside = Atom(inside.puts, high)
    if look.scale.is_large:  # nothing stands behind text in large print
        box = framed(look, inside, width, pad)
    else:
        box = on_panel(look, inside, width, look.palette.tint, padding=pad)
    return [box.with_break(before=look.unit)]
