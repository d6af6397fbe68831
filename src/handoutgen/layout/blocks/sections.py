"""Headed stretches of a leaflet: the heading in the side column or over the text, then text, figures, lists, asides."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.model import Callout, Section
from handoutgen.layout.blocks.figures import figure_atoms, stands_beside
from handoutgen.layout.blocks.lists import BULLET, BULLET_INDENT, keep_ends, list_item
from handoutgen.layout.blocks.prose import prose
from handoutgen.layout.flow.atoms import (
    EASY,
    FAIR,
    FREE,
    HALF,
    NEVER,
    Atom,
    PieceInAtom,
    beside,
    continued,
    glued,
    kept_together,
    merge,
    mostly_whole,
    overlay,
    piece_atom,
    reminding,
    total_height,
)
from handoutgen.layout.flow.pieces import DrawingPiece, Rule, UprightRule, baseline_offset
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element, Role
from handoutgen.story.strategies import callout_title

CALLOUT_ICONS = {"important": "warning", "tip": "tip", "note": "info"}


SHORT_SECTION = 0.33
"""A section of at most this share of a page is kept whole if it can be."""
WHOLE_TO_DO, TO_DO_APART = 0.85, 800.0
"""One that says what to do now, up to this share, whatever white or paper it costs."""


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
    """A section of text with everything an author may put into one."""
    sect = open_section(parent, ident)
    grid = look.grid
    head = heading(look, sect, title, grid.side if grid.has_side else grid.measure)
    body: list[Atom] = []
    if section.text:
        body += prose(look, sect, section.text, grid.measure)
    side: list[Atom] = []
    if section.figure:
        has_text_beside = body and total_height(body) > 0.5 * grid.side
        if has_text_beside and stands_beside(look, section.figure):
            side = figure_atoms(look, sect, section.figure, grid.side, before=look.unit * 2)
        else:
            body += figure_atoms(look, sect, section.figure, grid.measure, before=look.unit * 2)
    body += do_lists(look, sect, section.do, section.do_not, grid.measure, before=look.unit * bool(body))
    for callout in section.callouts:
        body += callout_atoms(look, sect, callout, grid.measure, before=look.unit * 1.5)
    atoms = headed(look, head, body, side, remind=title)
    if section.do or section.do_not:  # somebody may be doing it, and cannot turn the page
        return kept_together(atoms, grid.depth * WHOLE_TO_DO, TO_DO_APART)
    return atoms


def do_lists(
    look: Look, parent: Element, do: Sequence[str], do_not: Sequence[str], width: float, *, before: float
) -> list[Atom]:
    """What to do and what not to do, each item with a tick or a cross and under its own word; side by side where the
    column is wide enough and a page can hold them."""
    columns = [c for c in ((do, "do", "yes"), (do_not, "do_not", "no")) if c[0]]
    if not columns:
        return []
    if len(columns) == 2 and look.grid.has_side:
        gap = look.scale.base * 1.5
        half = (width - gap) / 2
        holder = Element("Div")
        lists = [merge(_marked_list(look, holder, *column, half)) for column in columns]
        both = overlay(lists[0], lists[1].moved(half + gap))
        if both.height <= look.grid.depth * WHOLE_TO_DO:
            parent.kids += holder.kids
            return [both.with_break(before=before, cost=EASY)]
    atoms: list[Atom] = []
    for index, column in enumerate(columns):
        first, *rest = _marked_list(look, parent, *column, width)
        atoms += [first.with_break(before=before if index == 0 else look.unit * 2), *rest]
    return atoms


def _marked_list(look: Look, parent: Element, items: Sequence[str], word: str, icon: str, width: float) -> list[Atom]:
    name = piece_atom(look.text(parent.add("P"), look.voice.word(word), width, bold=True))
    holder = parent.add("L", numbering="None")
    size = look.scale.base
    drawing = look.icon(icon, look.palette.accent)
    hang = size * 1.5
    listed: list[list[Atom]] = []
    for item in items:
        words = look.text(holder.add("LI").add("LBody"), look.voice.phrase(item), width - hang)
        mark = DrawingPiece(None, drawing, size, size)
        down = words.baseline - 0.85 * size
        first, *rest = mostly_whole(words, look.grid.depth, before=look.unit * 0.5, cost=FAIR)
        marked = overlay(first.moved(hang), Atom((PieceInAtom(mark, 0.0, down),), 0.0))
        listed.append([marked, *(atom.moved(hang) for atom in rest)])
    first, *rest = keep_ends(listed)
    return [name, first.with_break(cost=NEVER), *rest]


def callout_atoms(
    look: Look, parent: Element, callout: Callout, width: float, *, before: float, role: Role = "H3"
) -> list[Atom]:
    """An aside: an accent bar, an icon, its word and title in bold, then its text; kept whole unless it is higher than
    half a page. `role` is a heading of the level below the heading it stands under."""
    aside = parent.add("Div", ident=callout.kind.value)
    bar = look.scale.base * 0.25
    icon_size = look.scale.base * 1.5
    inset = bar + look.scale.base * 0.8
    hang = inset + icon_size + look.scale.base * 0.6
    label = look.text(aside.add(role), callout_title(look.voice, callout), width - hang, bold=True)
    drawing = look.icon(CALLOUT_ICONS[callout.kind.value], look.palette.accent)
    icon = DrawingPiece(None, drawing, icon_size, icon_size)
    mark = PieceInAtom(icon, inset, max(0.0, label.leading / 2 - icon_size / 2))
    first, *rest = [
        piece_atom(label).moved(hang),
        *(a.moved(hang) for a in prose(look, aside, callout.text, width - hang)),
    ]
    first = Atom((mark, *first.puts), first.height)
    whole = merge([first, *rest])
    high = max(whole.height, icon_size)
    if high > look.grid.depth * HALF:
        parts = [first, rest[0].with_break(cost=NEVER), *rest[1:]]
        return _barred(look, parts, bar, before)
    return [
        _beside_bar(look, whole, bar, high).with_break(
            before=before, cost=NEVER if high < look.grid.depth * 0.3 else EASY
        )
    ]


def _barred(look: Look, atoms: Sequence[Atom], bar: float, before: float) -> list[Atom]:
    """The parts of a long aside, each beside its own stretch of the bar, which runs on over the white between them."""
    below = [*(atom.before for atom in atoms[1:]), 0.0]
    parts = [_beside_bar(look, atom, bar, atom.height + white) for atom, white in zip(atoms, below, strict=True)]
    return [part.with_break(before=before if i == 0 else 0.0) for i, part in enumerate(parts)]


def _beside_bar(look: Look, atom: Atom, bar: float, high: float) -> Atom:
    """Part of an aside, `high` pt in all, and what is repeated above it where it starts a page."""
    rule = PieceInAtom(UprightRule(high, bar, look.palette.accent), bar / 2, 0.0)
    heading = _beside_bar(look, atom.heading, bar, atom.heading.height) if atom.heading else None
    return Atom((rule, *atom.puts), high, atom.before, atom.cost, heading)


def quiet_list(look: Look, parent: Element, icon: str, label: str, items: Sequence[str], width: float) -> list[Atom]:
    """ "Stop if" and "Ask first": an icon, a bold word, and short items."""
    size = look.scale.base * 1.35
    hang = size + look.scale.base * 0.5
    word = look.text(parent.add("P"), label, width - hang, bold=True)
    mark = DrawingPiece(None, look.icon(icon, look.palette.accent), size, size)
    # Centred on the word's x-height.
    down = word.baseline - 0.36 * look.scale.base - size / 2
    first = overlay(piece_atom(word).moved(hang), Atom((PieceInAtom(mark, 0.0, down),), 0.0))
    holder = parent.add("L", numbering="Disc")
    atoms = [first]
    for item in items:
        entry = holder.add("LI")
        atoms += [a.moved(hang) for a in list_item(
            look, entry, BULLET, look.voice.phrase(item), width - hang, BULLET_INDENT, before=look.unit * 0.25
        )]  # fmt: skip
    return glued(atoms)
