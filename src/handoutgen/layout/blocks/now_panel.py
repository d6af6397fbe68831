"""What to do at once, on a tint over the whole width: its name with a disc at the left, its steps at the right."""

from __future__ import annotations

from collections.abc import Callable

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import ExtraSection, Section
from handoutgen.layout.blocks.discs import HELP_DISC, disc_size, icon_disc
from handoutgen.layout.blocks.lists import bulleted
from handoutgen.layout.blocks.panels import on_panel, panel_padding
from handoutgen.layout.blocks.sections import open_section
from handoutgen.layout.blocks.stretches import stretch_atoms
from handoutgen.layout.flow.atoms import Atom, merge, overlay, piece_atom
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.order import section_title

NAME_SHARE = 0.29
"""How much of the panel its name takes, where it stands beside the steps."""

TIGHT = 0.5
"""White between the steps, as a share of the usual."""


def now_panel(
    look: Look, parent: Element, section: ExtraSection, *, beside: bool = True, text: bool = True, disc: float = 1.0
) -> Atom:
    """All that the section says, its steps in discs; without its `text` where that has no room. `disc`: how wide the
    disc beside its name is, as a share of those in the help box."""
    if not text and (section.steps or section.do):
        section = section.model_copy(update={"text": None})
    sect = open_section(parent, section.id)
    icon = section.icon or "clock"

    def words(sect: Element, width: float) -> list[Atom]:
        return _whole(look, sect, section, width)

    return _panel(look, sect, section_title(look.voice, section), icon, words, beside=beside, disc=disc)


def key_points_panel(look: Look, parent: Element, leaflet: Leaflet, *, beside: bool = True, disc: float = 1.0) -> Atom:
    """The key points in its place, for a leaflet that has nothing to do at once."""
    sect = open_section(parent, "key-points")

    def words(sect: Element, width: float) -> list[Atom]:
        return bulleted(look, sect, leaflet.key_points, width, before=0.0)

    return _panel(look, sect, look.voice.word("key_points"), "info", words, beside=beside, disc=disc)


def _whole(look: Look, sect: Element, section: Section, width: float) -> list[Atom]:
    first, *rest = stretch_atoms(look, sect, section, width, in_discs=True)
    return [first, *(atom.with_break(before=atom.before * TIGHT) for atom in rest)]


def _panel(
    look: Look, sect: Element, title: str, icon: str, words: Callable[[Element, float], list[Atom]], *,
    beside: bool, disc: float,
) -> Atom:  # fmt: skip
    full, pad = look.grid.full, panel_padding(look) * 0.75
    inner = full - 2 * pad
    size = disc_size(look, HELP_DISC) * disc
    hang = size + look.scale.base * 0.8
    left = inner * NAME_SHARE - look.scale.base if beside else inner
    beside = beside and look.longest_word(title, look.scale.h2, bold=True) <= left - hang
    left = left if beside else inner
    name = look.text(
        sect.add("H2", bookmark=title), title, left - hang, look.scale.h2, bold=True, colour=look.palette.deep,
        balance=True,
    )  # fmt: skip
    high = max(size, name.height)
    mark = icon_disc(look, icon, size, "solid").moved(0.0, (high - size) / 2)
    head = overlay(piece_atom(name).moved(hang, (high - name.height) / 2), mark)
    if not beside:
        body = merge(words(sect, inner)).with_break(before=look.unit * 0.75)
        return on_panel(look, merge([head, body]), full, look.palette.tint, padding=pad)
    body = merge(words(sect, inner * (1 - NAME_SHARE)))
    tall = max(head.height, body.height)
    both = overlay(
        head.moved(0.0, (tall - head.height) / 2), body.moved(inner * NAME_SHARE, (tall - body.height) / 2)
    )  # fmt: skip
    return on_panel(look, both, full, look.palette.tint, padding=pad)
