"""Headed stretches of a leaflet: the heading in the side column or over the text, then text, figures, lists, asides."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.sections import Section, Subsection
from handoutgen.layout.blocks.figures import figure_atoms, stands_beside
from handoutgen.layout.blocks.prose import prose
from handoutgen.layout.blocks.stretches import TO_DO_APART, WHOLE_TO_DO, stretch_atoms
from handoutgen.layout.flow.atoms import (
    FREE,
    NEVER,
    Atom,
    PieceInAtom,
    beside,
    continued,
    kept_together,
    merge,
    piece_atom,
    reminding,
    total_height,
)
from handoutgen.layout.flow.pieces import Rule, baseline_offset
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element

SHORT_SECTION = 0.33
"""A section of at most this share of a page is kept whole if it can be."""


def open_section(parent: Element, ident: str) -> Element:
    """A Sect for one part of the leaflet."""
    return parent.add("Sect", ident=ident)


def heading(look: Look, sect: Element, title: str, width: float) -> Atom:
    """A section's H2, with its entry in the outline."""
    element = sect.add("H2", bookmark=title)
    level = look.scale.h2
    piece = look.text(element, title, width, level, bold=True, colour=look.palette.accent, balance=True)
    return piece_atom(piece)


def shared_heading(look: Look, sect: Element, title: str) -> Atom:
    """The heading of a part that shows something of the clinic: itself the same for all of them, so that contents lists
    that lead to it are so too."""
    grid = look.grid
    width = grid.side if grid.has_side else grid.measure
    return look.kept_below(sect, ("heading", sect.ident), lambda look, holder: heading(look, holder, title, width))


def headed(look: Look, head: Atom, body: Sequence[Atom], side: Sequence[Atom] = (), remind: str = "") -> list[Atom]:
    """A section: its heading (and small figures) in the side column, or above its body in one column. Where it goes on
    on the next page, its title is said again if it is given as `remind`."""
    if look.grid.has_side:
        shift = _baseline_shift(look)
        column = merge([head, *side]) if side else head
        moved = [atom.moved(look.grid.text_x) for atom in body]
        moved[0] = _lowered(moved[0], max(0.0, shift))
        first, *rest = beside(_lowered(column, max(0.0, -shift)), moved)
        whole = [_ruled(look, first).with_break(before=look.unit * 1.5, cost=FREE), *rest]
        return _kept(look, whole, remind)
    rule = piece_atom(Rule(look.grid.measure, look.scale.rule, look.palette.accent))
    top = merge([rule, head.with_break(before=look.unit)])
    first = merge([top, body[0].with_break(before=look.unit)])
    whole = [first.with_break(before=look.unit * 3, cost=FREE), *body[1:]]
    return _kept(look, whole, remind)


def _kept(look: Look, atoms: Sequence[Atom], remind: str) -> list[Atom]:
    """A section whole if it is short."""
    kept = kept_together(atoms, look.grid.depth * SHORT_SECTION)
    return continued(kept, reminder(look, remind)) if remind else kept


def reminder(look: Look, title: str, below: str | None = None) -> Atom:
    """Over the rest of a section, card or exercise on the next page: whose steps and warnings these are. Artifacts, as
    they say again what was said."""
    width = look.grid.measure
    rows = [look.text(None, look.voice.word("continued", title=title), width, bold=True)]
    rows += [look.text(None, below, width, bold=True)] if below else []
    atom = merge([piece_atom(row, look.grid.text_x) for row in rows])
    return reminding(Atom(atom.puts, atom.height + look.unit))


def _ruled(look: Look, atom: Atom) -> Atom:
    """A hairline over a section, so that eyes find the next one at arm's length."""
    line = PieceInAtom(Rule(look.grid.full, look.scale.hairline, look.palette.rule), 0.0, 0.0)
    lowered = atom.moved(0.0, look.unit * 1.5)
    return Atom((line, *lowered.puts), lowered.height, atom.before, atom.cost, atom.heading)


def _baseline_shift(look: Look) -> float:
    """How far body text must go down for its first baseline to meet the heading's, in pt."""
    h2, body = look.scale.h2, look.scale.body
    return baseline_offset(h2.size, h2.leading) - baseline_offset(body.size, body.leading)


def _lowered(atom: Atom, by: float) -> Atom:
    return atom.moved(0.0, by) if by else atom


def section_atoms(look: Look, parent: Element, section: Section, title: str, ident: str) -> list[Atom]:
    """A section with everything an author may put into one, in the order in which it was written."""
    sect = open_section(parent, ident)
    grid = look.grid
    head = heading(look, sect, title, grid.side if grid.has_side else grid.measure)
    side = _figure_beside(look, sect, section)
    body = stretch_atoms(look, sect, section, grid.measure, without=("figure",) if side else ())
    for part in section.subsections:
        body += _subsection(look, sect, part, is_first=not body)
    atoms = headed(look, head, body or [Atom((), 0.0)], side, remind=title)
    is_to_do = (section.do or section.do_not) and not section.subsections
    if is_to_do:  # somebody may be doing it, and cannot turn the page
        return kept_together(atoms, grid.depth * WHOLE_TO_DO, TO_DO_APART)
    return atoms


def _figure_beside(look: Look, sect: Element, section: Section) -> list[Atom]:
    """The section's picture in the side column, where it follows a text that is high enough beside it."""
    figure, order = section.figure, section.written_order
    if not figure or order[:2] != ("text", "figure") or not stands_beside(look, figure):
        return []
    text = prose(look, Element("Div"), section.text or "", look.grid.measure)
    if total_height(text) <= 0.5 * look.grid.side:
        return []
    return figure_atoms(look, sect, figure, look.grid.side, before=look.unit * 2)


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
