"""How to reach the clinic: a panel at the end of a leaflet, a few lines on a cover, or lines to write it on.

The panel prints all that the clinic's file says for readers, so that a number that stands in the file is never missing
on paper; the help box and the covers say the part of it that is needed there.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.clinic import Clinic
from handoutgen.layout.blocks.emergency_line import call_panel
from handoutgen.layout.blocks.panels import for_tint, on_panel, panel_padding
from handoutgen.layout.blocks.sections import headed, open_section, shared_heading
from handoutgen.layout.blocks.writing import labelled_line
from handoutgen.layout.flow.atoms import (
    EASY,
    FAIR,
    FREE,
    HARD,
    LAST_RESORT,
    NEVER,
    Atom,
    PieceInAtom,
    as_high_as,
    kept_together,
    merge,
    overlay,
    piece_atom,
    spanning,
    text_atoms,
)
from handoutgen.layout.flow.columns import balanced
from handoutgen.layout.flow.pieces import DrawingPiece, TextPiece
from handoutgen.layout.setting import Setting
from handoutgen.pictures.qr import qr_drawing, with_room_for
from handoutgen.plan.element import Element
from handoutgen.story.contact import ContactRows, blanks, cover_rows, offers, other_cover_rows, other_formats, panel
from handoutgen.units import mm

LEAST_LINE = mm(48)
"""The shortest line that still holds a phone number in a shaky hand."""
CODE_SIDE = mm(26)
"""A QR code in the hand is scanned from some 25 cm: a tenth of that, with its quiet border."""
CODE_ON_PANEL = mm(23)
"""Where room is dear: it still scans from that far."""
WHOLE_UP_TO = 0.5
"""Addresses and numbers stay on one page unless they fill more than this share of it."""
HALF_A_PAGE = 0.42
"""A panel of at least this share of a page may start one."""
PANEL_UP_TO = 0.8
"""The same of a small page, where the panel has one of its own."""


def contact_lines(setting: Setting, parent: Element) -> list[Atom]:
    """Lines to write on what is not known: the clinic's name and number, side by side where there is room; for a clinic
    without a number that one alone."""
    words = blanks(setting.voice)
    if not words:
        return []
    group = parent.add("Div", ident="contact")
    full, gap = setting.grid.full, setting.scale.base * 1.5
    if len(words) == 1:
        return [labelled_line(setting, group, words[0], full)]
    phone = max(setting.natural_width(words[1]) + LEAST_LINE, (full - gap) * 0.4)
    if setting.natural_width(words[0]) + LEAST_LINE > full - gap - phone:
        return [labelled_line(setting, group, word, full) for word in words]
    left = labelled_line(setting, group, words[0], full - gap - phone)
    right = labelled_line(setting, group, words[1], phone)
    return [overlay(left, right.moved(full - phone))]


def cover_contact(setting: Setting, parent: Element, hours: bool, page: bool, *, framed: bool = False) -> list[Atom]:
    """For the foot of a cover: the clinic's main line, the one for when it is closed, and its page; or lines to write
    on. `framed`: over them whom to call in an emergency, in a frame that the main line stands in too."""
    call = [call_panel(setting, parent, hours)] if framed else []
    blank = [*call, *contact_lines(setting, parent)]
    said = (other_cover_rows if framed else cover_rows)(setting.voice, hours, page)
    group = parent.add("Div", ident="contact") if said else parent
    gaps = (setting.unit * (0.75 if framed else 0.5), 0.0)
    return blank + [
        piece_atom(setting.text(group.add("P"), words, setting.grid.measure), before=space)
        for rows in said
        for words, space in zip(rows, gaps, strict=False)
    ]


def contact_atoms(setting: Setting, parent: Element, clinic: Clinic) -> list[Atom]:
    """The panel: names and address, phone lines, e-mail and page, a code to scan, then what the clinic offers."""
    sect = open_section(parent, "contact")
    if not setting.scale.is_large:
        panel = _on_a_tint(setting, sect, clinic)
        if panel.height <= setting.grid.depth * (WHOLE_UP_TO if setting.grid.has_columns else PANEL_UP_TO):
            cost = FREE
            if setting.grid.has_columns:  # seldom alone on a large page, with little but lines for notes over it
                cost = HARD if panel.height >= setting.grid.depth * HALF_A_PAGE else LAST_RESORT
            return spanning([panel.with_break(before=setting.unit * 2, cost=cost)])
        sect.kids.clear()
    head = shared_heading(setting, sect, setting.voice.word("contact"))
    body = [*_reach(setting, sect, clinic), *_offers(setting, sect, clinic, setting.grid.measure)]
    body += _other_formats(setting, sect, setting.grid.measure)
    return headed(setting, head, kept_together(body, setting.grid.depth, LAST_RESORT))


def _on_a_tint(plain: Setting, sect: Element, clinic: Clinic) -> Atom:
    """Two columns of lines, or one on a small page, and the code at the right, on a panel over the whole page."""
    setting = for_tint(plain)
    grid = setting.grid
    inner = grid.full - 2 * panel_padding(setting)
    gap = setting.scale.base * 1.5
    code = _code(setting) if setting.voice.scanned else None
    room = inner - (CODE_SIDE + gap if code else 0.0)
    width = (room - gap) / 2 if grid.has_columns else room
    title = setting.voice.word("contact")
    name = setting.text(
        sect.add("H2", bookmark=title), title, room, setting.scale.h2, bold=True, colour=setting.palette.deep
    )
    said = [*_lines(setting, sect, clinic, width), *_offers(setting, sect, clinic, width)]
    columns = balanced(said).as_atom(width + gap) if grid.has_columns else merge(said)
    columns = columns.with_break(before=setting.unit * 0.5)
    words = merge([piece_atom(name), columns, *_other_formats(setting, sect, room)])
    if code:
        words = overlay(words, code.moved(inner - CODE_SIDE))
    return on_panel(setting, words, grid.full, setting.palette.tint)


def _code(setting: Setting) -> Atom:
    """The code that opens the leaflet's page or the clinic's, and centred under it what scanning it is good for.
    Artifacts: the page itself stands among the lines, with its address."""
    code = qr_drawing(with_room_for(setting.voice.scanned, setting.voice.marks))
    drawn = PieceInAtom(DrawingPiece(None, code, CODE_SIDE, CODE_SIDE), 0.0, 0.0)
    word = setting.voice.word("read_online")
    label = setting.text(None, word, CODE_SIDE, setting.scale.small, align="center")
    if setting.longest_word(word, setting.scale.small) > CODE_SIDE:
        return Atom((drawn,), CODE_SIDE)
    return Atom((drawn, PieceInAtom(label, 0.0, CODE_SIDE)), CODE_SIDE + label.height)


def _reach(setting: Setting, sect: Element, clinic: Clinic) -> list[Atom]:
    """Whom to call and where to go: in two columns, or in one where print is large or there is so much that a page has
    to part it; with the code at the right if the lines leave it room, else under them."""
    width = setting.grid.measure
    whole_up_to = setting.grid.depth * WHOLE_UP_TO
    gap = setting.scale.base
    holder, lines = Element("Sect"), list[Atom]()
    if not setting.scale.is_large:
        lines = [balanced(_lines(setting, holder, clinic, (width - gap) / 2)).as_atom((width + gap) / 2)]
    if not lines or lines[0].height > whole_up_to:
        holder = Element("Sect")
        lines = _lines(setting, holder, clinic, width)
    sect.kids += holder.kids
    whole = merge(lines)
    if not setting.voice.scanned:
        return [whole] if whole.height <= whole_up_to else lines
    code = _code(setting)
    widest = max(put.x + put.piece.ink_width for put in whole.puts if isinstance(put.piece, TextPiece))
    if widest + CODE_SIDE + setting.scale.base <= width and whole.height <= whole_up_to:
        return [overlay(whole, code.moved(width - CODE_SIDE))]
    top = as_high_as(code, lines)
    widest = max(put.x + put.piece.ink_width for put in top[0].puts if isinstance(put.piece, TextPiece))
    if widest + CODE_SIDE + setting.scale.base <= width:  # beside the names and the address
        return [overlay(top[0], code.moved(width - CODE_SIDE)), *top[1:]]
    return [*lines, code.with_break(before=setting.unit, cost=FAIR)]


def _lines(setting: Setting, sect: Element, clinic: Clinic, width: float) -> list[Atom]:
    lines: list[Atom] = []
    for group in panel(setting.voice, clinic):
        for index, line in enumerate(_group(setting, sect, group, width)):
            lines.append(line if index else line.with_break(before=setting.unit * 0.75, cost=EASY))
    return lines


def _group(setting: Setting, sect: Element, group: Sequence[ContactRows], width: float) -> list[Atom]:
    """Ways to reach the clinic that belong together, a line or two each."""
    lines: list[Atom] = []
    for rows in group:
        for below, said in enumerate(rows):
            piece = setting.text(sect.add("P"), said, width, setting.scale.small)
            space = 0.0 if below or not lines else setting.unit * 0.2
            lines += text_atoms(piece, before=space, cost=NEVER if below else FAIR)
    return lines


def _offers(setting: Setting, sect: Element, clinic: Clinic, width: float) -> list[Atom]:
    """An interpreter, and where to say what could be better."""
    return [
        atom
        for said in offers(setting.voice, clinic)
        for atom in text_atoms(setting.text(sect.add("P"), said, width), before=setting.unit * 0.75, cost=EASY)
    ]


def _other_formats(setting: Setting, sect: Element, width: float) -> list[Atom]:
    """The offer of other formats, a step larger: whoever needs them reads this page hardest."""
    said = other_formats(setting.voice)
    pieces = [setting.text(sect.add("P"), each, width, setting.scale.standfirst, bold=True) for each in said]
    return [atom for piece in pieces for atom in text_atoms(piece, before=setting.unit, cost=EASY)]
