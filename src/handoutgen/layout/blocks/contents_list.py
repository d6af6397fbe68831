"""The contents list of a long large-print leaflet: titles, leader dots, page numbers (ACB, UMT: when long)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from handoutgen.design.scale import Scale
from handoutgen.layout.flow.atoms import FREE, HARD, NEVER, Atom, PieceInAtom, merge, piece_atom
from handoutgen.layout.flow.pieces import DrawingPiece, Rule
from handoutgen.layout.setting import Look
from handoutgen.pictures.model import Drawing
from handoutgen.plan.element import Element


class ContentsEntry(Struct, frozen=True):
    """A part of the leaflet, or a strategy below its part: its title, its heading's element, and the page it starts
    on."""

    title: str
    target: Element
    page: int
    is_below: bool = False


def contents_atoms(look: Look, sect: Element, entries: Sequence[ContentsEntry]) -> list[Atom]:
    """Set the list."""
    width = look.grid.measure
    title = look.voice.word("contents")
    head = look.text(sect.add("H2", bookmark=title), title, width, look.scale.h2, bold=True,
                        colour=look.palette.accent)  # fmt: skip
    rule = piece_atom(Rule(width, look.scale.rule, look.palette.accent))
    holder = sect.add("TOC")
    lines = [_line(look, holder.add("TOCI"), entry, width) for entry in entries]
    first = merge([rule, piece_atom(head, before=look.unit), lines[0].with_break(before=look.unit)])
    rest = [line.with_break(before=look.unit * 0.35, cost=HARD) for line in lines[1:]]
    rest = [a.with_break(cost=NEVER) if i in (0, len(rest) - 1) else a for i, a in enumerate(rest)]
    return [first.with_break(before=look.unit * 3, cost=FREE), *rest]


def _line(look: Look, item: Element, entry: ContentsEntry, width: float) -> Atom:
    reference = item.add("Reference")
    where = look.voice.word("go_to_heading", title=entry.title)
    link = reference.add("Link", target=entry.target, description=where)
    number_room = look.natural_width("888") + look.scale.base
    indent = look.scale.base * 1.15 if entry.is_below else 0.0
    words = look.text(link, entry.title, width - number_room - indent)
    digits = str(entry.page)
    number = look.text(reference.add("Span"), digits, look.natural_width(digits) + 0.5)
    last = words.lines[-1].width
    start, stop = indent + last + look.scale.base * 0.5, width - number.ink_width - look.scale.base * 0.5
    baseline = words.height - words.foot
    at = PieceInAtom(number, width - number.ink_width, baseline - number.baseline)
    puts = [PieceInAtom(words, indent, 0.0), at]
    if stop - start > look.scale.base:
        dots = leader_dots(stop - start, look.scale)
        puts.append(PieceInAtom(dots, start, baseline - dots.height))
    return Atom(tuple(puts), words.height)


def leader_dots(width: float, scale: Scale) -> DrawingPiece:
    """A row of round dots, an artifact, from a title to its page number."""
    dot, pitch = scale.base / 9, scale.base / 2.4
    count = int(width / pitch)
    length = count * pitch
    operators = f"q 1 J {dot:.2f} w [0 {pitch:.2f}] 0 d 0 {dot / 2:.2f} m {length:.2f} {dot / 2:.2f} l S Q"
    return DrawingPiece(None, Drawing(length + dot, dot, operators), length + dot, dot)
