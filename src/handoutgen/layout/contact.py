"""How to reach the clinic: a panel at the end of a leaflet, a few lines on a cover, or lines to write it on.

The panel prints all that the clinic's file says for readers, so that a number that stands in the file is never missing
on paper; the help box and the covers say the part of it that is needed there.
"""

from __future__ import annotations

from dataclasses import dataclass

from handoutgen.content.clinic import Clinic, Phone
from handoutgen.content.markdown.inline import Text
from handoutgen.layout.atoms import (
    EASY,
    FAIR,
    NEVER,
    Atom,
    Put,
    kept_together,
    merge,
    overlay,
    piece_atom,
    text_atoms,
    total_height,
)
from handoutgen.layout.pieces import DrawingPiece
from handoutgen.layout.sections import headed, open_section, shared_heading
from handoutgen.layout.setting import Setting, printed_address
from handoutgen.layout.writing import labelled_line
from handoutgen.pictures.qr import qr_drawing
from handoutgen.plan.element import Element
from handoutgen.units import mm

LEAST_LINE = mm(48)
"""The shortest line that still holds a phone number in a shaky hand."""
CODE_SIDE = mm(26)
"""A QR code in the hand is scanned from some 25 cm: a tenth of that."""
WHOLE_UP_TO = 0.5
"""Addresses and numbers stay on one page unless they fill more than this share of it."""

Said = list[Text]


def contact_lines(setting: Setting, parent: Element) -> list[Atom]:
    """Lines to write on what is not known: the clinic's name and number, side by side where there is room; for a clinic
    without a number that one alone."""
    if setting.fields.get("clinic.phone"):
        return []
    group = parent.add("Div", ident="contact")
    if setting.clinic:
        return [labelled_line(setting, group, setting.word("phone_blank"), setting.grid.full)]
    full, gap = setting.grid.full, setting.scale.base * 1.5
    words = (setting.word("clinic_blank"), setting.word("phone_blank"))
    phone = max(setting.natural_width(words[1]) + LEAST_LINE, (full - gap) * 0.4)
    if setting.natural_width(words[0]) + LEAST_LINE > full - gap - phone:
        return [labelled_line(setting, group, word, full) for word in words]
    left = labelled_line(setting, group, words[0], full - gap - phone)
    right = labelled_line(setting, group, words[1], phone)
    return [overlay(left, right.moved(full - phone))]


COVERS = ((True, True), (True, False), (False, False))
"""Whether the foot of a cover says the lines' hours, and the clinic's page: from all to the least."""


def cover_contact(setting: Setting, parent: Element, hours: bool, page: bool) -> list[Atom]:
    """For the foot of a cover: the clinic's main line, the one for when it is closed, and its page; or lines to write
    on."""
    clinic = setting.clinic
    blank = contact_lines(setting, parent)
    if clinic is None:
        return blank
    if not hours:
        clinic = _without_hours(clinic)
    said = [*map(_rows_of, clinic.phones[:1]), *_closed(setting, clinic), *(_page(setting, clinic) if page else ())]
    group = parent.add("Div", ident="contact") if said else parent
    return blank + [
        piece_atom(setting.text(group.add("P"), words, setting.grid.measure), before=space)
        for rows in said
        for words, space in zip(rows, (setting.unit * 0.5, 0.0), strict=False)
    ]


@dataclass(frozen=True, slots=True)
class Foot:
    """What the foot of a form with little room says beside the clinic's main number, which is always there."""

    hours: bool
    identity: bool
    """Which leaflet it is, and until when it holds."""
    label: bool = True
    """What the clinic calls its main line."""
    address: bool = True
    """The whole address of the page that a code opens, or else its site alone: the code has it all."""
    closed: bool = True
    """Whom to call when the clinic is closed."""


FEET = (
    Foot(True, True), Foot(False, True), Foot(False, False), Foot(False, False, address=False),
    Foot(False, False, address=False, label=False), Foot(False, False, address=False, label=False, closed=False),
)  # fmt: skip
"""From all to the least; the richest that fits is taken."""


def main_line(setting: Setting, foot: Foot) -> Said:
    """The clinic's main phone line by its own name: for forms that have no room for the signs when to call it."""
    if setting.clinic is None or not setting.clinic.phones:
        return []
    line = setting.clinic.phones[0]
    if not foot.label:
        return [Text(line.number, strong=True)]
    return _line_said(line if foot.hours else line.model_copy(update={"hours": None}))


def contact_atoms(setting: Setting, parent: Element, clinic: Clinic) -> list[Atom]:
    """The panel: names and address, phone lines, e-mail and page, a code to scan, then what the clinic offers."""
    sect = open_section(parent, "contact")
    head = shared_heading(setting, sect, setting.word("contact"))
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
            code = Put(_code(clinic.web), grid.measure - CODE_SIDE, 0.0)
            return [overlay(merge(lines), Atom((code,), CODE_SIDE))]
    lines = _lines(setting, sect, clinic, grid.measure)
    if clinic.web:
        lines.append(piece_atom(_code(clinic.web), before=setting.unit, cost=FAIR))
    return [merge(lines)] if total_height(lines) <= grid.depth * WHOLE_UP_TO else lines


def _lines(setting: Setting, sect: Element, clinic: Clinic, width: float) -> list[Atom]:
    lines: list[Atom] = []
    for group in (_place(clinic), _phones(setting, clinic), _writing(setting, clinic)):
        for index, rows in enumerate(group):
            for below, said in enumerate(rows):
                piece = setting.text(sect.add("P"), said, width)
                space = 0.0 if below else setting.unit * (0.25 if index else 1.0)
                lines += text_atoms(piece, before=space, cost=NEVER if below else FAIR if index else EASY)
    return lines


def _code(address: str) -> DrawingPiece:
    return DrawingPiece(None, qr_drawing(address), CODE_SIDE, CODE_SIDE)


Rows = list[Said]
"""What belongs together, on lines of its own: a number and its hours."""


def _place(clinic: Clinic) -> list[Rows]:
    plain = (clinic.organisation, ", ".join(clinic.address))
    return [[[Text(clinic.name, strong=True)]], *([[Text(line)]] for line in plain if line)]


def _phones(setting: Setting, clinic: Clinic) -> list[Rows]:
    return [*map(_rows_of, clinic.phones), *_closed(setting, clinic)]


def _closed(setting: Setting, clinic: Clinic) -> list[Rows]:
    """The line for when the clinic is closed, by the clinic's own name for it."""
    line = clinic.out_of_hours
    if line is None:
        return []
    hours = f". {line.hours}" if line.hours else ""
    return [[[Text(setting.word("out_of_hours") + ": "), Text(line.number, strong=True)], [Text(line.label + hours)]]]


def _rows_of(line: Phone) -> Rows:
    """ "Nurse advice line: 0117 496 0123", and under it when it is answered."""
    return [_line_said(line.model_copy(update={"hours": None})), *([[Text(line.hours)]] if line.hours else [])]


def _without_hours(clinic: Clinic) -> Clinic:
    closed = clinic.out_of_hours and clinic.out_of_hours.model_copy(update={"hours": None})
    phones = tuple(line.model_copy(update={"hours": None}) for line in clinic.phones)
    return clinic.model_copy(update={"phones": phones, "out_of_hours": closed})


def _line_said(line: Phone) -> Said:
    """ "Nurse advice line: 0117 496 0123. Monday to Friday, 9am to 5pm": the number in bold."""
    said = [Text(f"{line.label}: "), Text(line.number, strong=True)]
    return [*said, Text(f". {line.hours}")] if line.hours else said


def _writing(setting: Setting, clinic: Clinic) -> list[Rows]:
    mail = []
    if clinic.email:
        mail = [[[Text(setting.word("email") + ": "), Text(clinic.email, link=f"mailto:{clinic.email}")]]]
    return [*mail, *_page(setting, clinic)]


def _page(setting: Setting, clinic: Clinic) -> list[Rows]:
    if not clinic.web:
        return []
    return [[[Text(setting.word("web") + ": "), Text(printed_address(clinic.web), link=clinic.web)]]]


def _offers(setting: Setting, sect: Element, clinic: Clinic) -> list[Atom]:
    """Interpreter, other formats (a step larger: whoever needs them reads this page hardest) and feedback."""
    grid, scale = setting.grid, setting.scale
    atoms: list[Atom] = []
    for source, is_offer in ((clinic.interpreter, False), (clinic.feedback, False), (_other_formats(setting), True)):
        if not source:
            continue
        level = scale.standfirst if is_offer else scale.body
        piece = setting.text(sect.add("P"), setting.phrase(source), grid.measure, level, bold=is_offer)
        atoms += text_atoms(piece, before=setting.unit * (1.0 if not is_offer else 1.5), cost=EASY)
    return atoms


def _other_formats(setting: Setting) -> str:
    own = setting.clinic.other_formats if setting.clinic else None
    return own or setting.word("other_formats")
