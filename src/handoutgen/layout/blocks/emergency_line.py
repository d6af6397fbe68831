"""For a page without the help box: whom to call in an emergency, in a frame; with a clinic's main line beside it where
there is one."""

from __future__ import annotations

from typing import NamedTuple

from handoutgen.layout.blocks.discs import HELP_DISC, DiscKind, disc_size, icon_disc
from handoutgen.layout.blocks.panels import framed
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, overlay, piece_atom
from handoutgen.layout.flow.pieces import UprightRule
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.contact import main_line_rows, main_number
from handoutgen.story.help import in_an_emergency

DISC = 0.75
"""How wide a disc beside whom to call is, as a share of those in the help box."""
ICONS: tuple[tuple[str, DiscKind], ...] = (("emergency", "solid"), ("phone", "ring"))


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


def whom_to_call(setting: Setting, parent: Element, width: float) -> Atom:
    """The number to call in an emergency and, at the right of it, the clinic's main line, in one frame of `width` pt;
    the first alone without a clinic's line, or where half the width would tear a word of either."""
    size, pad, gap = disc_size(setting, HELP_DISC) * DISC, setting.scale.base * 0.6, setting.scale.base * 0.7
    half = width / 2 - pad
    room = half - size - 2 * gap
    cells = _to_call(setting, room)
    if len(cells) < len(ICONS):
        return emergency_line(setting, parent, width)
    high = max(size, *(cell.words.height for cell in cells))
    rule = PieceInAtom(UprightRule(high, setting.scale.hairline, setting.palette.rule), half, 0.0)
    inside = Atom((rule,), high)
    for place, (cell, (icon, kind)) in enumerate(zip(cells, ICONS, strict=True)):
        parent.kids += cell.elements
        disc = icon_disc(setting, icon, size, kind).moved(0.0, (high - size) / 2)
        words = cell.words.moved(size + gap, (high - cell.words.height) / 2)
        inside = overlay(inside, overlay(words, disc).moved(place * (half + gap)))
    return framed(setting, inside, width, pad)


def call_panel(setting: Setting, parent: Element, hours: bool, width: float | None = None) -> Atom:
    """The same on a narrow page, or in `width` pt, one under the other in a frame; the main line with its hours, if
    these are asked for."""
    width, size = setting.grid.measure if width is None else width, disc_size(setting, HELP_DISC) * 0.6
    pad, hang = setting.scale.base * 0.5, size + setting.scale.base * 0.7
    room = width - 2 * pad - hang
    said = [[in_an_emergency(setting.voice)], *main_line_rows(setting.voice, hours)]
    rows: list[Atom] = []
    for lines, (icon, kind) in zip(said, ICONS, strict=False):
        elements = [parent.add("P", ident=None if rows else "emergency") for _ in lines]
        set_lines = zip(elements, lines, strict=True)
        words = merge([piece_atom(setting.text(element, line, room)) for element, line in set_lines])
        high = max(size, words.height)
        disc = icon_disc(setting, icon, size, kind).moved(0.0, (high - size) / 2)
        row = overlay(words.moved(hang, (high - words.height) / 2), disc)
        rows.append(row.with_break(before=setting.unit * 0.5 if rows else 0.0))
    return framed(setting, merge(rows), width, pad)


class _Cell(NamedTuple):
    elements: list[Element]
    words: Atom


def _to_call(setting: Setting, room: float) -> list[_Cell]:
    """What to call in an emergency, and the clinic's main line; none where a word of theirs is wider than `room` pt."""
    called, level = main_number(setting.voice), setting.scale.h3
    if called is None:
        return []
    cells: list[_Cell] = []
    for lines in ([(in_an_emergency(setting.voice), level)], [([called[0]], setting.scale.body), ([called[1]], level)]):
        if max(setting.longest_word(said, each, bold=True) for said, each in lines) > room:
            return []
        ident = None if cells else "emergency"
        elements = [Element("P", ident=ident) for _ in lines]
        set_lines = [
            setting.text(element, said, room, each, balance=True)
            for element, (said, each) in zip(elements, lines, strict=True)
        ]
        cells.append(_Cell(elements, merge([piece_atom(line) for line in set_lines])))
    return cells
