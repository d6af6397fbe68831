"""When to get help: the only framed box of a leaflet, three levels, whole on one page.

The emergency level comes first, each level has an icon beside its word, and the number to call stands in the level's
own bold line. In a body size so large that the box is higher than a page, it parts between levels only, each framed.
"""

from __future__ import annotations

from dataclasses import dataclass

from handoutgen.content.model import Help, HelpLevel
from handoutgen.layout.atoms import EASY, FREE, NEVER, Atom, Put, merge, overlay, piece_atom
from handoutgen.layout.lists import bulleted
from handoutgen.layout.pieces import DrawingPiece, Frame, Rule
from handoutgen.layout.plan import Element
from handoutgen.layout.setting import Setting
from handoutgen.layout.writing import labelled_line

LEVELS = (("emergency", "emergency"), ("urgent", "phone"), ("routine", "calendar"))
"""Level → its icon's role."""


@dataclass(frozen=True, slots=True)
class HelpBox:
    """The box as atoms, and its part of the structure tree, to be hung in where layout puts the box."""

    element: Element
    atoms: tuple[Atom, ...]


def help_box(setting: Setting, guide: Help) -> HelpBox:
    """Set the box in the full width of the page."""
    sect = Element("Sect", ident="help")
    grid = setting.grid
    pad = setting.scale.base * (1.1 if grid.has_side else 0.9)
    width = grid.full - 2 * pad
    title = guide.title or setting.word("help")
    head = sect.add("H2", bookmark=title)
    name = setting.text(head, title, width, setting.scale.h2, bold=True, balance=True)
    top = [piece_atom(name)]
    if guide.intro:
        intro = setting.text(sect.add("P"), setting.phrase(guide.intro), width)
        top.append(piece_atom(intro, before=setting.unit * 0.5))
    levels = [
        _level(setting, sect, key, icon, getattr(guide, key), width, is_first=index == 0)
        for index, (key, icon) in enumerate(LEVELS)
    ]
    levels[-1] = merge([levels[-1], *_contact_lines(setting, sect, width)])
    whole = _framed(setting, merge([*top, *levels]), pad)
    if whole.height <= grid.depth:
        return HelpBox(sect, (whole.with_break(before=setting.unit * 3, cost=FREE),))
    first = _framed(setting, merge([*top, levels[0]]), pad)
    rest = [_framed(setting, level, pad).with_break(before=setting.unit * 2, cost=EASY) for level in levels[1:]]
    return HelpBox(sect, (first.with_break(before=setting.unit * 3, cost=FREE), *rest))


def _framed(setting: Setting, content: Atom, pad: float) -> Atom:
    inside = content.moved(pad, pad)
    height = inside.height + pad
    frame = Frame(
        setting.grid.full, height, radius=setting.scale.base * 0.5,
        stroke=setting.palette.ink, thickness=setting.scale.frame,
    )  # fmt: skip
    return Atom((Put(frame, 0.0, 0.0), *inside.puts), height)


def _level(
    setting: Setting, sect: Element, key: str, icon: str, level: HelpLevel, width: float, *, is_first: bool
) -> Atom:
    group = sect.add("Sect", ident=f"help-{key}")
    size = setting.scale.base * 2.1
    hang = size + setting.scale.base * 0.8
    column = width - hang
    label = level_label(setting, key)
    title = setting.text(group.add("H3"), label, column, setting.scale.h3, bold=True, balance=True)
    mark = DrawingPiece(None, setting.icon(icon, setting.palette.accent), size, size)
    signs = _signs(setting, group, level, column)
    action = []
    if level.action:
        words = setting.text(group.add("P"), setting.phrase(level.action), column)
        action = [piece_atom(words, before=setting.unit * 0.5)]
    body = merge([piece_atom(title), *signs, *action]).moved(hang)
    atom = overlay(body, Atom((Put(mark, 0.0, 0.0),), size))
    space = setting.unit * 1.25
    if is_first:
        return atom.with_break(before=space)
    rule = Put(Rule(width, setting.scale.hairline, setting.palette.rule), 0.0, 0.0)
    lowered = atom.moved(0.0, space)
    return Atom((rule, *lowered.puts), lowered.height, space, NEVER)


def _signs(setting: Setting, group: Element, level: HelpLevel, column: float) -> list[Atom]:
    lead = setting.text(group.add("P"), setting.word("help_lead_in"), column)
    items = bulleted(setting, group, level.signs, column, before=setting.unit * 0.25)
    return [piece_atom(lead), *(a.with_break(cost=NEVER) for a in items)]


def level_label(setting: Setting, key: str) -> str:
    """ "Call 999 now", "Call us today on 01632 960 123": the level's fixed words with the clinic's number."""
    emergency, phone = setting.fields.get("clinic.emergency_number", ""), setting.fields.get("clinic.phone", "")
    if key == "emergency":
        return setting.word("help_emergency", number=emergency or setting.word("emergency_number"))
    if key == "urgent":
        return setting.word("help_urgent_number", number=phone) if phone else setting.word("help_urgent")
    return setting.word("help_routine")


def _contact_lines(setting: Setting, sect: Element, width: float) -> list[Atom]:
    """Without a clinic: lines to write the contact on."""
    if setting.fields.get("clinic.phone"):
        return []
    group = sect.add("Div", ident="contact")
    words = ("write_clinic", "write_phone")
    return [
        labelled_line(setting, group, setting.word(word), width).with_break(before=setting.unit * (1 if i else 1.5))
        for i, word in enumerate(words)
    ]
