"""The foot of a poster: a code with why to scan it, the clinic's line, and which poster this is."""

from __future__ import annotations

from msgspec.structs import replace

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.layout.blocks.contact import contact_lines
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, overlay, piece_atom
from handoutgen.layout.flow.pieces import DrawingPiece
from handoutgen.layout.setting import Setting
from handoutgen.pictures.qr import QUIET, qr_drawing, with_room_for
from handoutgen.plan.element import Element
from handoutgen.story.addresses import printed_address
from handoutgen.story.contact import Foot, main_line
from handoutgen.story.help import when_closed
from handoutgen.story.record import identity_line
from handoutgen.story.voice import Runs
from handoutgen.units import mm

CODE_SIDE = mm(40)
"""At least 30 mm, so that a telephone at arm's length reads it (a tenth of the distance)."""


def poster_foot(setting: Setting, root: Element, leaflet: Leaflet, foot: Foot) -> Atom:
    """A code with why to scan it and where it leads; the clinic's line; and which poster this is."""
    voice, rows = setting.voice, []
    place = next((place.web for place in leaflet.support if place.web), "")
    online = voice.online or ((Text(printed_address(place), link=place),) if place else ())
    address = voice.scanned or place
    code = qr_drawing(with_room_for(address, voice.marks)) if address else None
    quiet = CODE_SIDE * QUIET / code.width if code else 0.0
    hang = CODE_SIDE - quiet + setting.scale.base * 0.5 if code else 0.0
    width = setting.grid.measure - hang
    if foot.more and leaflet.all_sections:
        rows.append(piece_atom(setting.text(root.add("P"), voice.word("full_has_more"), width, bold=True)))
    if address:
        rows.append(piece_atom(setting.text(root.add("P"), _why_to_scan(setting, online[0], foot, width), width)))
    rows.append(_clinic(setting, root, width, foot))
    if foot.identity:
        named = identity_line(voice, leaflet, lambda line: setting.natural_width(line) <= width)
        rows += [piece_atom(setting.text(root.add("P"), line, width)) for line in named]
    words = merge([row for row in rows if row.puts])
    if code is None:
        return words
    high = max(CODE_SIDE, words.height)
    # Its quiet zone reaches into the margin, so that its ink stands under that of what is over it.
    drawn = PieceInAtom(DrawingPiece(None, code, CODE_SIDE, CODE_SIDE), -quiet, (high - CODE_SIDE) / 2)
    return overlay(words.moved(hang, (high - words.height) / 2), Atom((drawn,), high))


def _why_to_scan(setting: Setting, online: Text, foot: Foot, width: float) -> list[Text]:
    """ "Scan for more, or go to clinic.example", the address in bold: it leads there; the reason too where the line has
    room for that."""
    printed = online.text if foot.address else online.text.partition("/")[0]
    before, found, after = setting.voice.word("scan_code", address=printed).partition(printed)
    plain = setting.natural_width([Text(before), Text(found, strong=True)])
    is_bold = setting.natural_width(before + found, bold=True) + 0.5 <= width or plain > width
    said = (Text(before, strong=is_bold), Text(found, strong=True, link=online.link), Text(after))
    return [part for part in said if part.text]


def _clinic(setting: Setting, root: Element, width: float, foot: Foot) -> Atom:
    """The clinic's line by its own name, and the one for when it is closed, each on lines of its own unless that takes
    more; or lines to write on. "Call us today" would
    need its signs, for which a poster has no room."""
    narrow = replace(setting, grid=setting.grid.narrowed(width))
    blank = contact_lines(narrow, root)
    said: Runs = main_line(setting.voice, foot)
    closed = when_closed(setting.voice) if foot.closed else ()
    apart = [each for each in (said, closed) if each]
    if len(apart) > 1:
        together = (*said, Text(" " if said[-1].text.endswith(".") else ". "), *closed)
        is_lower = setting.lines_in(together, width) < sum(setting.lines_in(each, width) for each in apart)
        apart = [together] if is_lower else apart
    rows = [*blank, *(piece_atom(setting.text(root.add("P"), each, width)) for each in apart)]
    return merge(rows) if rows else Atom((), 0.0)
