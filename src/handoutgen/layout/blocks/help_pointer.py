"""For a first page without room for the help box: whom to call in an emergency, and where the box is, in a frame."""

from __future__ import annotations

from handoutgen.content.helping import Help
from handoutgen.layout.blocks.discs import HELP_DISC, disc_size, icon_disc
from handoutgen.layout.blocks.panels import framed
from handoutgen.layout.flow.atoms import Atom, overlay, piece_atom
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.help import where_help_is


def help_pointer(setting: Setting, guide: Help, target: Element, page: int) -> tuple[Element, Atom]:
    """The paragraph, which leads to the heading `target` on `page`, and its atom over the width of the page."""
    paragraph = Element("P", ident="help-pointer")
    width, pad = setting.grid.full, setting.scale.base
    size = disc_size(setting, HELP_DISC) * (0.8 if setting.scale.is_large else 0.7)
    hang = size + setting.scale.base
    words = setting.text(paragraph, where_help_is(setting.voice, guide.title, page), width - 2 * pad - hang)
    for link in paragraph.kids:
        if link.heading:
            link.target = target  # this very one, should a section be called the same
    disc = icon_disc(setting, "emergency", size, "solid")
    high = max(size, words.height)
    inside = overlay(piece_atom(words).moved(hang, (high - words.height) / 2), disc.moved(0.0, (high - size) / 2))
    return paragraph, framed(setting, inside, width, pad * 0.7)
