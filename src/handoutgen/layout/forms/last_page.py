"""The foot of the last page of text: how to reach the clinic, and lines for notes where the page has room for them."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.layout.blocks.parts import BodyPart
from handoutgen.layout.blocks.sections import heading, open_section
from handoutgen.layout.blocks.writing import lines_of, pitch, place_to_write
from handoutgen.layout.flow.atoms import Atom, merge, spanning
from handoutgen.layout.flow.pagebreak import OnPage, height_of
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.writing import empty

FEWEST_LINES = 3
"""Fewer look left over."""
ABOVE = 2.0
"""In baseline units: the least white over the notes, and over the panel under them."""


def with_contact_at_the_foot(
    setting: Setting, root: Element, pages: Sequence[tuple[OnPage, ...]], contact: BodyPart, depth: float
) -> tuple[tuple[OnPage, ...], ...]:
    """The pages of `depth` pt, the panel that says how to reach the clinic moved to the foot of the one that it ends.
    Where that leaves room over it, lines for notes, hung into `root` before it."""
    return tuple(_with_foot(setting, root, page, contact, depth) if ends(page, contact) else page for page in pages)


def ends(page: Sequence[OnPage], contact: BodyPart) -> bool:
    """Whether a page ends with the panel, so that the rest of it can be filled."""
    last = page[-1]
    return len(contact.atoms) == 1 and isinstance(last, Atom) and last.puts is contact.atoms[0].puts


def _with_foot(
    setting: Setting, root: Element, page: tuple[OnPage, ...], contact: BodyPart, depth: float
) -> tuple[OnPage, ...]:
    *above, panel = page
    spare = depth - height_of(page)
    notes = _notes(setting, root, contact.element, spare)
    spare -= notes.before + notes.height if notes else 0.0
    if not notes and not above:
        return page
    foot = contact.atoms[0].with_break(before=panel.before + max(0.0, spare))
    return (*above, notes, foot) if notes else (*above, foot)


def _notes(setting: Setting, root: Element, before: Element, room: float) -> Atom | None:
    """A heading and as many lines as there is room for; nothing where that is not enough to be of use."""
    holder, title, full = Element("Document"), setting.voice.word("notes"), setting.grid.full
    sect = open_section(holder, "notes")
    head = heading(setting, sect, title, full)
    white = setting.unit * ABOVE
    count = int((room - white - head.height) / pitch(setting))
    if count < FEWEST_LINES:
        return None
    root.kids.insert(root.kids.index(before), sect)
    form = place_to_write(setting, sect, empty(setting.voice, "line", count), title, many_lines=True)
    (block,) = spanning([merge([head, *lines_of(setting, form, count, full)])])
    return block.with_break(before=white)
