"""For a first page without room for the help box: whom to call in an emergency, and where the box is, in a frame."""

from __future__ import annotations

from handoutgen.content.helping import Help
from handoutgen.layout.blocks.discs import HELP_DISC, disc_size, icon_disc
from handoutgen.layout.blocks.panels import framed
from handoutgen.layout.flow.atoms import Atom, overlay, piece_atom
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.story.help import where_help_is
from handoutgen.story.voice import Runs


def help_pointer(setting: Setting, guide: Help, target: Element, page: int) -> tuple[Element, Atom]:
    """The paragraph, which leads to the heading `target` on `page`, and its atom over the width of the page."""
    said = tuple(where_help_is(setting.voice, guide.title, page))
    return setting.kept(("help pointer", said, target), lambda look: _set(look, said, target))


def _set(look: Look, said: Runs, target: Element) -> tuple[Element, Atom]:
    paragraph = Element("P", ident="help-pointer")
    width, pad = look.grid.full, look.scale.base
    size = disc_size(look, HELP_DISC) * (0.8 if look.scale.is_large else 0.7)
    hang = size + look.scale.base
    words = look.text(paragraph, said, width - 2 * pad - hang)
    for link in paragraph.kids:
        if link.heading:
            link.target = target  # this very one, should a section be called the same
    disc = icon_disc(look, "emergency", size, "solid")
    high = max(size, words.height)
    inside = overlay(piece_atom(words).moved(hang, (high - words.height) / 2), disc.moved(0.0, (high - size) / 2))
    return paragraph, framed(look, inside, width, pad * 0.7)
