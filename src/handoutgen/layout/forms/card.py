"""Wallet cards (85.6 × 54 mm, ISO/IEC 7810 ID-1), several to a sheet: what to do now in front, whom to call behind.

All cards of a sheet are alike, so a sheet printed on both sides matches whichever way it is turned. Only the first card
is content in the tags; the others are the same ink again.
"""

from __future__ import annotations

from dataclasses import replace

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.errors import HandoutError
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.contact import contact_lines
from handoutgen.layout.blocks.help_levels import grouped_signs
from handoutgen.layout.blocks.lists import bulleted
from handoutgen.layout.flow.atoms import Atom, merge, piece_atom, total_height, without_meaning
from handoutgen.layout.flow.pieces import Rule, UprightRule
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed, Page, Placed
from handoutgen.story.contact import FEET, Foot, main_line
from handoutgen.story.glance import glances, keeps_safe
from handoutgen.story.help import label_words, level_label, levels_of, run_in_words, when_closed
from handoutgen.story.order import section_title
from handoutgen.story.record import identity, is_draft
from handoutgen.units import mm, to_mm

WIDTH, HEIGHT = mm(85.6), mm(54)
PADDING = mm(4)
MARK, MARK_GAP = mm(4), mm(1)
"""Length of a crop mark, and its distance from the cards: it is never on one."""


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
                "--format a4-summary.",
            )
    pages = tuple(_sheet(form, atoms) for atoms in (front, back))
    return Composed(root, pages, claims=lambda path: keeps_safe(leaflet, path) or _is_claimed(section, urgent, path))


def _reminders(setting: Setting, root: Element, leaflet: Leaflet) -> list[Atom]:
    """What keeps readers safe in any section, each in one paragraph."""
    width = WIDTH - 2 * PADDING
    said = [words for glance in glances(setting.voice, leaflet) for words in glance.reminders]
    return [piece_atom(setting.text(root.add("P"), words, width), before=setting.unit * 0.5) for words in said]


def _is_claimed(section: int | None, urgent: bool, path: ModelPath) -> bool:
    if section is not None and path[:3] == ("sections", section, "do"):
        return True
    if path[0] == "help" and path[2:3] == ("signs",):
        return path[1] == "emergency" or (urgent and path[1] == "urgent")
    return path[0] == "title" or (section is None and path[0] == "main_message")


Front = tuple[list[Atom], int | None]
"""What is in front, and the section whose steps are there."""


def _sides(setting: Setting, root: Element, leaflet: Leaflet, depth: float) -> tuple[Front, list[Atom], bool]:
    """Front and back, and whether the back has the signs of both levels that cannot wait: then each is one paragraph,
    and who says so is in front. Without room for that, the emergency alone, as a list."""
    if setting.voice.clinic and setting.voice.clinic.phones:
        trial = Element("Document")
        front = _front(setting, trial, leaflet, depth, named=True)
        back = _both_levels(setting, trial, leaflet)
        if front[1] is not None and total_height(back) <= depth:
            root.kids += trial.kids
            return front, back, True
    front = _front(setting, root, leaflet, depth, named=False)
    return front, _back(setting, root, leaflet, depth), False


def _both_levels(setting: Setting, root: Element, leaflet: Leaflet) -> list[Atom]:
    """The signs of an emergency and of what must be seen today, with whom to call for each."""
    width = WIDTH - 2 * PADDING
    atoms: list[Atom] = []
    for key, level in [each for each in levels_of(leaflet.help) if each[0] != "routine"]:
        closed = when_closed(setting.voice) if key == "urgent" else ()
        words = setting.text(root.add("P"), run_in_words(setting.voice, key, level, closed, with_action=False), width)
        atoms.append(piece_atom(words, before=setting.unit * 0.75))
    return atoms


def _front(setting: Setting, root: Element, leaflet: Leaflet, depth: float, named: bool) -> Front:
    """The title, and what to do now (the first extra section with a do list), or else the main message. `named`: with
    the clinic's name and which leaflet this is, the list as tight as need be."""
    width = WIDTH - 2 * PADDING
    title = setting.text(root.add("H1", bookmark=leaflet.title), leaflet.title, width, setting.scale.h2, bold=True,
                         colour=setting.palette.accent, balance=True)  # fmt: skip
    top = [piece_atom(title)]
    if named and setting.voice.clinic:
        top.append(piece_atom(setting.text(root.add("P"), setting.voice.clinic.name, width)))
    if is_draft(setting.voice, leaflet):
        top.append(piece_atom(setting.text(root.add("P"), setting.voice.word("draft"), width)))
    if setting.voice.notice:
        top.append(piece_atom(setting.text(root.add("P"), setting.voice.notice, width, bold=True)))
    for index, section in enumerate(leaflet.sections):
        trial = Element("Document")
        items = bulleted(setting, trial, section.do, width, before=setting.unit * 0.5) if section.do else []
        head = setting.text(trial.add("P"), section_title(setting.voice, section), width, bold=True)
        trial.kids.insert(0, trial.kids.pop())
        last = [setting.text(trial.add("P"), identity(setting.voice, leaflet), width)] if named else []
        for white in (1.0, 0.5, 0.0) if named else (1.0,):
            atoms = [*top, piece_atom(head, before=setting.unit * (0.5 + white / 2))]
            atoms += [item.with_break(before=item.before * white) for item in items]
            atoms += [piece_atom(line, before=setting.unit * (0.5 + white / 2)) for line in last]
            if items and total_height(atoms) <= depth:
                root.kids += trial.kids
                return atoms, index
    message = setting.text(root.add("P"), setting.voice.phrase(leaflet.main_message), width)
    return [*top, piece_atom(message, before=setting.unit)], None


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
    heading = root.add("H2", bookmark=level_label(setting.voice, key, level))
    label = setting.text(heading, label_words(setting.voice, key, level), width)
    signs = grouped_signs(setting, root, level, width)
    atoms = [piece_atom(label), *(a.with_break(before=0.0) for a in signs)]
    narrow = replace(setting, grid=setting.grid.narrowed(width))
    if setting.voice.clinic:
        name = setting.text(root.add("P"), setting.voice.clinic.name, width, bold=True)
        atoms.append(piece_atom(name, before=setting.unit))
    atoms += [line.with_break(before=setting.unit * 0.25) for line in contact_lines(narrow, root)]
    closed = when_closed(setting.voice) if foot.closed else ()
    said = [main_line(setting.voice, foot), closed, [Text(identity(setting.voice, leaflet))] if foot.identity else ()]
    return atoms + [piece_atom(setting.text(root.add("P"), words, width)) for words in said if words]


def _sheet(form: Format, atoms: list[Atom]) -> Page:
    """As many cards as the paper holds, in its middle, with crop marks outside of them."""
    width, height = form.page_width, form.page_height
    across, down = int((width - 2 * mm(12)) / WIDTH), int((height - 2 * mm(12)) / HEIGHT)
    left, foot = (width - across * WIDTH) / 2, (height - down * HEIGHT) / 2
    card = merge(atoms)
    placed: list[Placed] = []
    for row in range(down):
        for column in range(across):
            copy = card if not placed else without_meaning(card)
            top = height - foot - row * HEIGHT - PADDING
            x = left + column * WIDTH + PADDING
            placed += [Placed(p.piece, x + p.x, top - p.down - p.piece.height) for p in copy.puts]
    return Page(width, height, (*placed, *_crop_marks(left, foot, across, down)))


def _crop_marks(left: float, foot: float, across: int, down: int) -> list[Placed]:
    marks: list[Placed] = []
    right, top = left + across * WIDTH, foot + down * HEIGHT
    for column in range(across + 1):
        x = left + column * WIDTH
        marks += [Placed(UprightRule(MARK, 0.5, "#000000"), x, y) for y in (foot - MARK_GAP - MARK, top + MARK_GAP)]
    for row in range(down + 1):
        y = foot + row * HEIGHT
        marks += [Placed(Rule(MARK, 0.5, "#000000"), x, y) for x in (left - MARK_GAP - MARK, right + MARK_GAP)]
    return marks
