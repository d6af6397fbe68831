"""How to reach the clinic: a panel at the end of a leaflet, a few lines on a cover, or lines to write it on.

The panel prints all that the clinic's file says for readers, so that a number that stands in the file is never missing
on paper; the help box and the covers say the part of it that is needed there.
"""

from __future__ import annotations

from handoutgen.content.clinic import Clinic
from handoutgen.layout.blocks.sections import headed, open_section, shared_heading
from handoutgen.layout.blocks.writing import labelled_line
from handoutgen.layout.flow.atoms import (
    EASY,
    FAIR,
    NEVER,
    Atom,
    PieceInAtom,
    kept_together,
    merge,
    overlay,
    piece_atom,
    text_atoms,
    total_height,
)
from handoutgen.layout.flow.pieces import DrawingPiece
from handoutgen.layout.setting import Setting
from handoutgen.pictures.qr import qr_drawing
from handoutgen.plan.element import Element
from handoutgen.story.contact import blanks, cover_rows, offers, other_formats, panel
from handoutgen.units import mm

LEAST_LINE = mm(48)
"""The shortest line that still holds a phone number in a shaky hand."""
CODE_SIDE = mm(26)
"""A QR code in the hand is scanned from some 25 cm: a tenth of that."""
WHOLE_UP_TO = 0.5
"""Addresses and numbers stay on one page unless they fill more than this share of it."""


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


def cover_contact(setting: Setting, parent: Element, hours: bool, page: bool) -> list[Atom]:
    """For the foot of a cover: the clinic's main line, the one for when it is closed, and its page; or lines to write
    on."""
    blank = contact_lines(setting, parent)
    said = cover_rows(setting.voice, hours, page)
    group = parent.add("Div", ident="contact") if said else parent
    return blank + [
        piece_atom(setting.text(group.add("P"), words, setting.grid.measure), before=space)
        for rows in said
        for words, space in zip(rows, (setting.unit * 0.5, 0.0), strict=False)
    ]


def contact_atoms(setting: Setting, parent: Element, clinic: Clinic) -> list[Atom]:
    """The panel: names and address, phone lines, e-mail and page, a code to scan, then what the clinic offers."""
    sect = open_section(parent, "contact")
    head = shared_heading(setting, sect, setting.voice.word("contact"))
    body = [*_reach(setting, sect, clinic), *_offers(setting, sect, clinic)]
    return headed(setting, head, kept_together(body, setting.grid.depth))


def _reach(setting: Setting, sect: Element, clinic: Clinic) -> list[Atom]:
    """Whom to call and where to go; the code beside them, or under them in large print."""
    grid = setting.grid
    narrow = grid.measure - CODE_SIDE - setting.scale.base
    if clinic.web and not setting.scale.is_large:
        holder = Element("Sect")
        lines = _lines(setting, holder, clinic, narrow)
        if total_height(lines) <= grid.depth * WHOLE_UP_TO:
            sect.kids += holder.kids
            code = PieceInAtom(_code(clinic.web), grid.measure - CODE_SIDE, 0.0)
            return [overlay(merge(lines), Atom((code,), CODE_SIDE))]
    lines = _lines(setting, sect, clinic, grid.measure)
    if clinic.web:
        lines.append(piece_atom(_code(clinic.web), before=setting.unit, cost=FAIR))
    return [merge(lines)] if total_height(lines) <= grid.depth * WHOLE_UP_TO else lines


def _lines(setting: Setting, sect: Element, clinic: Clinic, width: float) -> list[Atom]:
    lines: list[Atom] = []
    for group in panel(setting.voice, clinic):
        for index, rows in enumerate(group):
            for below, said in enumerate(rows):
                piece = setting.text(sect.add("P"), said, width)
                space = 0.0 if below else setting.unit * (0.25 if index else 1.0)
                lines += text_atoms(piece, before=space, cost=NEVER if below else FAIR if index else EASY)
    return lines


def _code(address: str) -> DrawingPiece:
    return DrawingPiece(None, qr_drawing(address), CODE_SIDE, CODE_SIDE)


def _offers(setting: Setting, sect: Element, clinic: Clinic) -> list[Atom]:
    """Interpreter, feedback and other formats (a step larger: whoever needs them reads this page hardest)."""
    width = setting.grid.measure
    atoms: list[Atom] = []
    for said in offers(setting.voice, clinic):
        atoms += text_atoms(setting.text(sect.add("P"), said, width), before=setting.unit, cost=EASY)
    said = other_formats(setting.voice)
    piece = setting.text(sect.add("P"), said, width, setting.scale.standfirst, bold=True)
    return [*atoms, *text_atoms(piece, before=setting.unit * 1.5, cost=EASY)]
