"""For a sheet without the help box: whom to call in an emergency, in a frame."""

from __future__ import annotations

from handoutgen.layout.blocks.discs import HELP_DISC, disc_size, icon_disc
from handoutgen.layout.blocks.panels import framed
from handoutgen.layout.flow.atoms import Atom, overlay, piece_atom
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.help import in_an_emergency


def emergency_line(setting: Setting, parent: Element, width: float, *, with_disc: bool = True) -> Atom:
    """The number to call, over at most `width` pt if that tears no word: the frame is as wide as its words."""
    said = in_an_emergency(setting.voice)
    size = disc_size(setting, HELP_DISC) * 0.6
    pad = setting.scale.base * (0.5 if with_disc else 0.35)
    hang = size + setting.scale.base * 0.7
    whole = setting.natural_width(said, bold=True) + 1
    paragraph = parent.add("P", ident="emergency")
    if not with_disc or width - 2 * pad - hang < whole <= width - 2 * pad:
        least = max(min(width - 2 * pad, whole), setting.longest_word(said, bold=True) + 1)
        across = setting.text(Element("P"), said, least, balance=True).ink_width + 1
        # Set again at that width: words that run from right to left stand at the right edge of theirs.
        bare = setting.text(paragraph, said, across, balance=True)
        return framed(setting, piece_atom(bare), across + 2 * pad, pad)
    room = max(min(width - 2 * pad - hang, whole), setting.longest_word(said, bold=True) + 1)
    words = setting.text(paragraph, said, room)
    high = max(size, words.height)
    disc = icon_disc(setting, "emergency", size, "solid").moved(0.0, (high - size) / 2)
    inside = overlay(piece_atom(words).moved(hang, (high - words.height) / 2), disc)
    return framed(setting, inside, room + hang + 2 * pad, pad)


def emergency_width(atom: Atom) -> float:
    """How wide the frame of that line is, in pt."""
    return max(put.x + put.piece.width for put in atom.puts)
