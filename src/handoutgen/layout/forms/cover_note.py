"""The note over several leaflets that are handed out together: whose they are, which they are, a line from the staff,
whom to call in an emergency, and how to reach the clinic.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from handoutgen.content.markdown.inline import Text
from handoutgen.layout.blocks.contact import contact_atoms, contact_lines
from handoutgen.layout.blocks.discs import numeral_disc
from handoutgen.layout.blocks.emergency_line import emergency_line
from handoutgen.layout.blocks.lists import DISC_INDENT
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.blocks.panels import framed, on_panel, panel_padding
from handoutgen.layout.flow.atoms import HARD, NEVER, Atom, merge, overlay, piece_atom, spanning, total_height
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.flow.pages import place_page
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed, Page
from handoutgen.story.contact import cover_rows
from handoutgen.story.references import Pointer


class NoteEntry(NamedTuple):
    """A leaflet on the note: its title, which it is, and the heading that its title leads to."""

    title: str
    identity: str
    heading: Element


def cover_note(setting: Setting, entries: Sequence[NoteEntry], line: str) -> Composed:
    """The note as pages, hardly ever more than one. `line` is plain text, and may be empty."""
    grid, unit = setting.grid, setting.unit
    root = Element("Document", language=setting.voice.language)
    atoms = [masthead(setting, root, None), *contact_lines(setting, root)]
    title = setting.voice.word("pack_title")
    heading = setting.text(
        root.add("H1", bookmark=title), title, grid.full, setting.scale.h1, bold=True, colour=setting.palette.deep
    )  # fmt: skip
    atoms.append(piece_atom(heading, before=unit * 2, cost=NEVER))
    atoms += _listed(setting, root, entries)
    atoms += _from_the_staff(setting, root, line)
    atoms.append(emergency_line(setting, root, grid.full).with_break(before=unit * 2, cost=HARD))
    atoms += _contact(setting, root, grid.depth - total_height(atoms) - unit * 2)
    pages = break_pages(spanning(atoms), grid.depth).pages
    return Composed(root, tuple(Page(grid.width, grid.height, tuple(place_page(grid, page))) for page in pages))


def _listed(setting: Setting, root: Element, entries: Sequence[NoteEntry]) -> list[Atom]:
    """The titles, numbered in their order, each leading to its leaflet; under it which leaflet it is."""
    holder = root.add("L", numbering="Decimal")
    hang = DISC_INDENT * setting.scale.base
    width = setting.grid.full - hang
    atoms: list[Atom] = []
    for number, entry in enumerate(entries, start=1):
        item = holder.add("LI")
        disc = numeral_disc(setting, item.add("Lbl"), number)
        body = item.add("LBody")
        paragraph = body.add("P")
        name = setting.text(
            paragraph, [Pointer(entry.title, strong=True, heading=entry.title)], width, setting.scale.h3
        )
        for link in paragraph.kids:
            link.target = entry.heading
        which = setting.text(body.add("P"), entry.identity, width)
        words = merge([piece_atom(name), piece_atom(which)]).moved(hang)
        down = max(0.0, name.baseline - setting.scale.body.leading * 0.5 - setting.scale.base * 0.3)
        atoms.append(overlay(words, disc.moved(0.0, down)).with_break(before=setting.unit, cost=HARD))
    return atoms


def _contact(setting: Setting, root: Element, room: float) -> list[Atom]:
    """How to reach the clinic: all of it if `room` pt hold that, else its main line and the one for when it is closed,
    at last without their hours, for each leaflet has the rest."""
    clinic = setting.voice.clinic
    if clinic is None:
        return []
    trial = Element("Document")
    atoms = contact_atoms(setting, trial, clinic)
    for hours in (True, False):
        if total_height(atoms) <= room:
            break
        trial = Element("Document")
        group = trial.add("Div", ident="contact")
        atoms = [
            piece_atom(setting.text(group.add("P"), words, setting.grid.line), before=setting.unit * space)
            for rows in cover_rows(setting.voice, hours, page=False)
            for words, space in zip(rows, (1.0, 0.0), strict=False)
        ]
    root.kids += trial.kids
    return atoms


def _from_the_staff(setting: Setting, root: Element, line: str) -> list[Atom]:
    if not line:
        return []
    pad = panel_padding(setting) * 0.8
    full = setting.grid.full
    words = piece_atom(
        setting.text(root.add("P", ident="line"), [Text(line)], full - 2 * pad, setting.scale.standfirst)
    )  # fmt: skip
    if setting.scale.is_large:  # nothing stands behind text in large print
        box = framed(setting, words, full, pad)
    else:
        box = on_panel(setting, words, full, setting.palette.tint, padding=pad)
    return [box.with_break(before=setting.unit * 2, cost=HARD)]
