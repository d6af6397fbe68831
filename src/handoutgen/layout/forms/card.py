"""Wallet cards (85.6 × 54 mm, ISO/IEC 7810 ID-1), several to a sheet: what to do now in front, whom to call behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.content.sections import ExtraSection
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.errors import HandoutError
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.brief_strategies import glance_list
from handoutgen.layout.blocks.contact import contact_lines
from handoutgen.layout.blocks.help_levels import grouped_signs
from handoutgen.layout.blocks.lists import bulleted, numbered
from handoutgen.layout.flow.atoms import Atom, piece_atom, total_height
from handoutgen.layout.forms.cut_sheet import CutSheet
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.contact import FEET, Foot, main_line
from handoutgen.story.glance import glances, keeps_safe
from handoutgen.story.help import label_words, lead_in, level_label, levels_of, sign_lists, when_closed
from handoutgen.story.order import section_title
from handoutgen.story.record import identity, is_draft
from handoutgen.units import mm, to_mm

WIDTH, HEIGHT = mm(85.6), mm(54)
PADDING = mm(4)
SURROUND = mm(12)
"""White round the cards, at least: for the marks to cut along."""


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """Two pages: fronts and backs. Raises HandoutError, saying by how much, when a card has too much to say."""
    root = Element("Document", language=leaflet.language)
    inner = HEIGHT - 2 * PADDING
    (front, section), back, urgent = _sides(setting, root, leaflet, inner)
    reminders = _reminders(setting, root, leaflet)
    if total_height([*front, *reminders]) <= inner:
        front = [*front, *reminders]
    else:
        back = [*back, *reminders]
    for side, atoms in (("in front", front), ("on the back", back)):
        excess = total_height(atoms) - inner
        if excess > 0:
            raise HandoutError(
                f"{leaflet.id} does not fit on a card: {side} it is {to_mm(excess):.0f} mm too long.",
                "Shorten the title, the main message, the emergency signs or what sections warn of, or use "
                "--format a6-card.",
            )
    pages = tuple(_sheet(form).filled(atoms) for atoms in (front, back))
    return Composed(root, pages, claims=lambda path: keeps_safe(leaflet, path) or _is_claimed(section, urgent, path))


def _sheet(form: Format) -> CutSheet:
    """As many cards as the paper holds."""
    width, height = form.page_width, form.page_height
    across, down = int((width - 2 * SURROUND) / WIDTH), int((height - 2 * SURROUND) / HEIGHT)
    return CutSheet((width, height), (WIDTH, HEIGHT), across, down, PADDING)


def _reminders(setting: Setting, root: Element, leaflet: Leaflet) -> list[Atom]:
    """What keeps readers safe in any section, under its title."""
    listed = [glance for glance in glances(setting.voice, leaflet) if glance.reminders]
    rows = glance_list(setting, root, listed, WIDTH - 2 * PADDING, with_brief=False)
    return [row.with_break(before=setting.unit * 0.5) for row in rows]


def _is_claimed(section: int | None, urgent: bool, path: ModelPath) -> bool:
    if section is not None and path[:2] == ("sections", section) and path[2:3] in (("do",), ("steps",)):
        return True
    if path[0] == "help" and path[2:3] == ("signs",):
        return path[1] == "emergency" or (urgent and path[1] == "urgent")
    return path[0] == "title" or (section is None and path[0] == "main_message")


Front = tuple[list[Atom], int | None]
"""What is in front, and the section whose steps are there."""


def _sides(setting: Setting, root: Element, leaflet: Leaflet, depth: float) -> tuple[Front, list[Atom], bool]:
    """Front and back, and whether the back has the signs of both levels that cannot wait: then each is one paragraph,
    and who says so is in front. Without room for that, the emergency alone, as a list."""
    cannot_wait = leaflet.help.emergency.is_there and leaflet.help.urgent.is_there
    if setting.voice.clinic and setting.voice.clinic.phones and cannot_wait:
        trial = Element("Document")
        front = _front(setting, trial, leaflet, depth, named=True)
        back = _both_levels(setting, trial, leaflet)
        if total_height(front[0]) <= depth and total_height(back) <= depth:
            root.kids += trial.kids
            return front, back, True
    front = _front(setting, root, leaflet, depth, named=False)
    return front, _back(setting, root, leaflet, depth), False


def _both_levels(setting: Setting, root: Element, leaflet: Leaflet) -> list[Atom]:
    """The signs of an emergency and of what must be seen today, run in with whom to call for each."""
    width = WIDTH - 2 * PADDING
    sect = root.add("Sect", ident="help")
    atoms: list[Atom] = []
    for key, level in [each for each in levels_of(leaflet.help) if each[0] != "routine"]:
        group = sect.add("Sect", ident=f"help-{key}")
        label = level_label(setting.voice, key, level)
        said = [Text(f" {lead_in(setting.voice, key, level)}")]
        for over, signs in sign_lists(level):
            said += [Text(" "), *([Text(over, strong=True), Text(" ")] if over else []), *setting.voice.run_in(signs)]
        closed = when_closed(setting.voice) if key == "urgent" else ()
        said += [Text(" "), *closed] if closed else []
        heading = group.add("H2", bookmark=label)
        words = setting.labelled(heading, group.add("P"), Text(label, strong=True), said, width)
        atoms.append(piece_atom(words, before=setting.unit * 0.75))
    return atoms


def _front(setting: Setting, root: Element, leaflet: Leaflet, depth: float, named: bool) -> Front:
    """The title, and what to do now (the first extra section with steps or a list of what to do), or else the main
    message. `named`: with the clinic's name and which leaflet this is, the list as tight as need be."""
    width = WIDTH - 2 * PADDING
    title = setting.text(root.add("H1", bookmark=leaflet.title), leaflet.title, width, setting.scale.h2, bold=True,
                         colour=setting.palette.deep, balance=True)  # fmt: skip
    top = [piece_atom(title)]
    if named and setting.voice.clinic:
        top.append(piece_atom(setting.text(root.add("P"), setting.voice.clinic.name, width)))
    if is_draft(setting.voice, leaflet):
        top.append(piece_atom(setting.text(root.add("P"), setting.voice.word("draft"), width)))
    if setting.voice.notice:
        top.append(piece_atom(setting.text(root.add("P"), setting.voice.notice, width, bold=True)))
    for index, section in enumerate(leaflet.sections):
        trial = Element("Document")
        items = _to_do(setting, trial, section, width)
        last = [setting.text(trial.add("P"), identity(setting.voice, leaflet), width)] if named else []
        for white in (1.0, 0.5, 0.0) if named else (1.0,):
            atoms = [*top, *_spaced(items, white)]
            atoms += [piece_atom(line, before=setting.unit * (0.5 + white / 2)) for line in last]
            if items and total_height(atoms) <= depth:
                root.kids += trial.kids
                return atoms, index
    message = setting.text(root.add("P"), setting.voice.phrase(leaflet.main_message), width)
    atoms = [*top, piece_atom(message, before=setting.unit)]
    if named:
        atoms.append(piece_atom(setting.text(root.add("P"), identity(setting.voice, leaflet), width),
                                before=setting.unit))  # fmt: skip
    return atoms, None


def _to_do(setting: Setting, parent: Element, section: ExtraSection, width: float) -> list[Atom]:
    """A section's steps, or what to do, under its title; nothing where it has neither."""
    if not (section.steps or section.do):
        return []
    title = section_title(setting.voice, section)
    sect = parent.add("Sect", ident=section.id)
    head = setting.text(sect.add("H2", bookmark=title), title, width, bold=True, colour=setting.palette.accent)
    set_list = numbered if section.steps else bulleted
    items = set_list(setting, sect, section.steps or section.do, width, before=setting.unit * 0.5)
    return [piece_atom(head, before=setting.unit), *items]


def _spaced(atoms: Sequence[Atom], white: float) -> list[Atom]:
    return [atom.with_break(before=atom.before * white) for atom in atoms]


def _back(setting: Setting, root: Element, leaflet: Leaflet, depth: float) -> list[Atom]:
    """The back with as much at its foot as it has room for."""
    for foot in FEET:
        trial = Element("Document")
        atoms = _back_with(foot, setting, trial, leaflet)
        if total_height(atoms) <= depth:
            break
    root.kids += trial.kids
    return atoms


def _back_with(foot: Foot, setting: Setting, root: Element, leaflet: Leaflet) -> list[Atom]:
    """The emergency level, the clinic's number or lines to write it on, and which leaflet this is."""
    width = WIDTH - 2 * PADDING
    key, level = levels_of(leaflet.help)[0]
    group = root.add("Sect", ident="help").add("Sect", ident=f"help-{key}")
    heading = group.add("H2", bookmark=level_label(setting.voice, key, level))
    label = setting.text(heading, label_words(setting.voice, key, level), width)
    signs = grouped_signs(setting, group, level, width)
    atoms = [piece_atom(label), *(a.with_break(before=0.0) for a in signs)]
    narrow = replace(setting, grid=setting.grid.narrowed(width))
    if setting.voice.clinic:
        name = setting.text(root.add("P"), setting.voice.clinic.name, width, bold=True)
        atoms.append(piece_atom(name, before=setting.unit))
    atoms += [line.with_break(before=setting.unit * 0.25) for line in contact_lines(narrow, root)]
    closed = when_closed(setting.voice) if foot.closed else ()
    said = [main_line(setting.voice, foot), closed, [Text(identity(setting.voice, leaflet))] if foot.identity else ()]
    return atoms + [piece_atom(setting.text(root.add("P"), words, width)) for words in said if words]
