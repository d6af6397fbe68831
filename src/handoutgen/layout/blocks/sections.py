"""Headed stretches of a leaflet: the heading, then text, figures, lists, asides in the column under it."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.sections import Section, Subsection
from handoutgen.design.grid import GIANT_FROM
from handoutgen.layout.blocks.stretches import TO_DO_APART, WHOLE_TO_DO, stretch_atoms
from handoutgen.layout.flow.atoms import (
    FREE,
    LAST_RESORT,
    NEVER,
    Atom,
    continued,
    kept_together,
    merge,
    piece_atom,
    reminding,
    spanning,
)
from handoutgen.layout.flow.pieces import Rule
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element

SHORT_SECTION, SHORT_IN_BOOKLETS, SHORT_IN_COLUMNS, SHORT_IN_GIANT_PRINT = 0.33, 0.6, 0.6, 1.0
"""A section of at most this share of a page, or of one of its columns, is kept whole if it can be: on the small pages
of booklets one of more than half of one, in giant print one that a page holds. There a part of it is soon half a page,
and what it goes on with is far to turn back to."""


WHOLE_IN_COLUMNS = 0.25
"""Where there are columns, a section of at most this share of a page's depth is parted only as a last resort: its rest
would stand at the head of the other column, or of the next page, without its name, to save a line or two."""


def open_section(parent: Element, ident: str) -> Element:
    """A Sect for one part of the leaflet."""
    return parent.add("Sect", ident=ident)


def heading(look: Look, sect: Element, title: str, width: float) -> Atom:
    """A section's H2, with its entry in the outline."""
    element = sect.add("H2", bookmark=title)
    level = look.scale.h2
    piece = look.text(element, title, width, level, bold=True, colour=look.palette.accent, balance=True)
    return piece_atom(piece)


def shared_heading(look: Look, sect: Element, title: str, width: float | None = None) -> Atom:
    """The heading of a part that shows something of the clinic, in a column or in `width` pt: itself the same for all
    of them, so that contents lists that lead to it are so too."""
    width = look.grid.measure if width is None else width
    return look.kept_below(sect, ("heading", sect.ident), lambda look, holder: heading(look, holder, title, width))


def headed(look: Look, head: Atom, body: Sequence[Atom], remind: str = "") -> list[Atom]:
    """A section: its heading over its body. Where it goes on on the next page, its title is said again if it is given
    as `remind`."""
    space = look.unit * 2
    if not look.grid.has_columns:
        rule = piece_atom(Rule(look.grid.measure, look.scale.rule, look.palette.accent))
        head = merge([rule, head.with_break(before=look.unit * 0.8)])
    first = merge([head, body[0].with_break(before=look.unit * 0.6)])
    if body[0].spans:
        (first,) = spanning([first])
    return _kept(look, [first.with_break(before=space, cost=FREE), *body[1:]], remind)


def _kept(look: Look, atoms: Sequence[Atom], remind: str) -> list[Atom]:
    """A section whole if it is short."""
    kept = kept_together(atoms, look.grid.depth * _short(look))
    return continued(kept, reminder(look, remind)) if remind else kept


def whole_in_columns(look: Look, atoms: Sequence[Atom]) -> list[Atom]:
    """A section of running text, parted only as a last resort if it is short and there are columns."""
    if not look.grid.has_columns:
        return list(atoms)
    return kept_together(atoms, look.grid.depth * WHOLE_IN_COLUMNS, LAST_RESORT)


def _short(look: Look) -> float:
    if look.grid.has_columns:
        return SHORT_IN_COLUMNS
    if look.scale.base >= GIANT_FROM:
        return SHORT_IN_GIANT_PRINT
    return SHORT_SECTION if look.scale.is_large else SHORT_IN_BOOKLETS


def reminder(look: Look, title: str, below: str | None = None, *, width: float | None = None) -> Atom:
    """Over the rest of a section, card or exercise on the next page: whose steps and warnings these are, in a column or
    in `width` pt. Artifacts, as they say again what was said."""
    width = look.grid.measure if width is None else width
    rows = [look.text(None, look.voice.word("continued", title=title), width, bold=True)]
    rows += [look.text(None, below, width, bold=True)] if below else []
    atom = merge([piece_atom(row) for row in rows])
    return reminding(
        Atom(atom.puts, atom.height + look.unit, spans=look.grid.has_columns and width > look.grid.measure)
    )


def section_atoms(
    look: Look, parent: Element, section: Section, title: str, ident: str, *, is_now: bool = False
) -> list[Atom]:
    """A section with everything an author may put into one, in the order in which it was written. What to do at once
    (`is_now`) has its steps in discs."""
    sect = open_section(parent, ident)
    grid = look.grid
    head = heading(look, sect, title, grid.measure)
    body = stretch_atoms(look, sect, section, grid.measure, in_discs=is_now)
    for part in section.subsections:
        body += _subsection(look, sect, part, is_first=not body)
    atoms = headed(look, head, body or [Atom((), 0.0)], remind=title)
    is_to_do = (section.do or section.do_not or section.ask_first) and not section.subsections
    if is_to_do or is_now:  # somebody may be doing it, and cannot turn the page
        return kept_together(atoms, grid.depth * WHOLE_TO_DO, TO_DO_APART)
    return whole_in_columns(look, atoms)


def _subsection(look: Look, parent: Element, part: Subsection, *, is_first: bool) -> list[Atom]:
    """A part of a section under its own heading, which never stands at the foot of a page."""
    sect = parent.add("Sect")
    width = look.grid.measure
    title = look.text(sect.add("H3", bookmark=part.title), part.title, width, look.scale.h3, bold=True, balance=True)
    body = stretch_atoms(look, sect, part, width, role="H4")
    top = piece_atom(title, before=0.0 if is_first else look.unit * 2)
    if not body:
        return [top]
    return [top, body[0].with_break(before=look.unit * 0.5, cost=NEVER), *body[1:]]
