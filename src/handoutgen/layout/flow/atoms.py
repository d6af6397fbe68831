"""Blocks of a page as atoms: the least amounts that may stand on a page by themselves.

An atom is a stack of pieces that never splits. The space before it falls away at the top of a page, and the cost of
breaking before it tells the page breaker what a reader would mind: nothing (a new section), a little (between two
steps), or never (between a heading and its text).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.layout.flow.pieces import DrawingPiece, RasterPiece, Rule, TextPiece, UprightRule
from handoutgen.plan.ink import Piece

NEVER = math.inf
FREE, EASY, FAIR, HARD, LAST_RESORT = 0.0, 15.0, 30.0, 90.0, 300.0
"""Break costs: before a section, between paragraphs, between list items, inside a card, and where the halves read badly
apart but better than words over the footer."""

ONLY_WHERE_TOO_HIGH = 10_000.0
"""Dearer than any page: for what keeps a reader safe, parted where no page can hold it."""
HALF = 0.5
"""What never splits is at most this share of a page: over it a reminder may stand, under it the footer."""


class PieceInAtom(NamedTuple):
    """A piece inside an atom: `x` from the content's left edge, `down` from the atom's top to the piece's top."""

    piece: Piece
    x: float
    down: float


class Atom(Struct, frozen=True, eq=False):
    """Pieces that stay together; lengths in pt. Only itself is the same: pages are known again by their atoms."""

    puts: tuple[PieceInAtom, ...]
    height: float
    before: float = 0.0
    cost: float = EASY
    heading: Atom | None = None
    """What is repeated above this atom when it starts a page: a table's head."""
    spans: bool = False
    """Whether it stands over all columns of the page, where there are two."""
    turned: float = 0.0
    """What it costs more to break before this atom where its page is overleaf, and does not face the one before."""
    loosened: Callable[[float], Atom] | None = None
    """The same atom with so many times the white inside it, where it was set with less than it should have."""
    gives_way: bool = False
    """Whether this, repeated at the head of a page, is left out where that has no room, so that it moves no break."""
    grown: Callable[[float], Atom] | None = None
    """The same atom with its picture larger, so that it is at most so many pt higher; or lower, by so many pt less than
    none, as far as it may be."""
    fills: bool = False
    """Whether a page that this ends is filled over it, as with lines for notes."""

    def moved(self, x: float, down: float = 0.0) -> Atom:
        """The same atom further right and further down (its height grows by `down`)."""
        puts = tuple([PieceInAtom(piece, left + x, low + down) for piece, left, low in self.puts])
        heading = self.heading.moved(x) if self.heading else None
        grow = self.grown
        grown = (lambda more: grow(more).moved(x, down)) if grow else None
        return Atom(  # as `with_break`
            puts, self.height + down, self.before, self.cost, heading, self.spans, self.turned, None, self.gives_way,
            grown, self.fills,
        )  # fmt: skip

    def with_break(self, *, before: float | None = None, cost: float | None = None) -> Atom:
        """The same atom with another space or break cost before it."""
        before = self.before if before is None else before
        cost = self.cost if cost is None else cost
        if before == self.before and cost == self.cost:
            return self
        return Atom(  # as `replace` does, in half the time: each clinic's own parts ask for it some two hundred times
            self.puts, self.height, before, cost, self.heading, self.spans,
            self.turned, self.loosened, self.gives_way, self.grown, self.fills,
        )  # fmt: skip


def outline_of(atom: Atom) -> Hashable:
    """How high an atom is, and how low and how high everything in it. Where that is the same of two clinics in one
    amount of white, it is in all others: their lines are as many, and only the white between them changes."""
    puts = tuple((put.down, put.piece.height) for put in atom.puts)
    again = outline_of(atom.heading) if atom.heading else None
    return (atom.height, atom.before, atom.cost, puts, again)


def spanning(atoms: Iterable[Atom]) -> list[Atom]:
    """The same atoms, over all columns of the page."""
    return [replace(atom, spans=True) for atom in atoms]


def piece_atom(piece: Piece, x: float = 0.0, *, before: float = 0.0, cost: float = EASY) -> Atom:
    """One piece as an atom."""
    return Atom((PieceInAtom(piece, x, 0.0),), piece.height, before, cost)


def text_atoms(piece: TextPiece, *, before: float = 0.0, cost: float = EASY, whole_up_to: int = 5) -> list[Atom]:
    """A paragraph: whole when short, else breakable so that never one line stands alone on a page."""
    count = len(piece.lines)
    if count <= whole_up_to:
        return [piece_atom(piece, before=before, cost=cost)]
    cuts = [0, 2, *range(3, count - 1), count]
    parts = [piece.part(a, b) for a, b in pairwise(cuts)]
    return [piece_atom(p, before=before if i == 0 else 0.0, cost=cost if i == 0 else HARD) for i, p in enumerate(parts)]


def mostly_whole(piece: TextPiece, depth: float, *, before: float = 0.0, cost: float = EASY) -> list[Atom]:
    """A paragraph that is whole unless it is higher than half a page of `depth` pt, as a long one in giant print."""
    return text_atoms(piece, before=before, cost=cost, whole_up_to=int(depth * HALF / piece.leading))


def merge(atoms: Sequence[Atom]) -> Atom:
    """All atoms as one that never splits; the first one's space and cost stand before it."""
    puts: list[PieceInAtom] = []
    height, is_growing = 0.0, False
    for i, atom in enumerate(atoms):
        height += atom.before if i else 0.0
        puts += [PieceInAtom(piece, x, down + height) for piece, x, down in atom.puts]
        height += atom.height
        is_growing = is_growing or atom.grown is not None
    first, grown = atoms[0], _grown_in(atoms) if is_growing else None
    return Atom(tuple(puts), height, first.before, first.cost, first.heading, first.spans, grown=grown)


def _grown_in(atoms: Sequence[Atom]) -> Callable[[float], Atom]:
    """How a stack grows: by the first picture in it."""
    place = next(index for index, atom in enumerate(atoms) if atom.grown)

    def grown(more: float) -> Atom:
        return merge([*atoms[:place], grown_by(atoms[place], more), *atoms[place + 1 :]])

    return grown


def grown_by(atom: Atom, more: float) -> Atom:
    """An atom with its picture larger, at most so many pt higher, where it stood."""
    if atom.grown is None:
        return atom
    larger = atom.grown(more)
    return replace(atom, puts=larger.puts, height=larger.height, grown=None)


def merged_loosely(atoms: Sequence[Atom]) -> Atom:
    """All atoms as one that never splits, and that can have more white between them."""

    def loosened(share: float) -> Atom:
        return merge([atom.with_break(before=atom.before * share) if i else atom for i, atom in enumerate(atoms)])

    return replace(merge(atoms), loosened=loosened)


def merged_unless_high(atoms: Sequence[Atom], depth: float, share: float = HALF) -> list[Atom]:
    """All atoms as one that never splits; those higher than a share of a page of `depth` pt as atoms that no break
    parts if a page can hold them, the first two never."""
    whole = merge(atoms)
    if whole.height <= depth * share:
        return [whole]
    first, second, *rest = atoms
    return [first, second.with_break(cost=NEVER), *(atom.with_break(cost=ONLY_WHERE_TOO_HIGH) for atom in rest)]


def overlay(atom: Atom, *others: Atom) -> Atom:
    """Atoms side by side, tops aligned; the highest gives the height."""
    puts = atom.puts + tuple(put for other in others for put in other.puts)
    return replace(atom, puts=puts, height=max(a.height for a in (atom, *others)), grown=None)


def beside(side: Atom, atoms: Sequence[Atom]) -> list[Atom]:
    """Atoms with `side` standing in the side column at their top: enough of them are merged to be as high as it."""
    first, *rest = as_high_as(side, atoms)
    return [overlay(first, side), *rest]


def as_high_as(side: Atom, atoms: Sequence[Atom]) -> list[Atom]:
    """The same atoms, the first of them merged until they are as high as `side`."""
    count, height = 1, atoms[0].height
    while height < side.height and count < len(atoms):
        height += atoms[count].before + atoms[count].height
        count += 1
    return [merge(atoms[:count]), *atoms[count:]]


def glued(atoms: Iterable[Atom], cost: float = NEVER) -> list[Atom]:
    """The same atoms with breaks between them at `cost` at least."""
    return [a if i == 0 else a.with_break(cost=max(cost, a.cost)) for i, a in enumerate(atoms)]


def kept_together(atoms: Sequence[Atom], up_to: float, cost: float = HARD) -> list[Atom]:
    """The same atoms, a short stretch (at most `up_to` pt high) parted only at a cost."""
    if total_height(atoms) > up_to:
        return list(atoms)
    return [a if i == 0 else a.with_break(cost=max(cost, a.cost)) for i, a in enumerate(atoms)]


def continued(atoms: Sequence[Atom], reminder: Atom) -> list[Atom]:
    """The same atoms with a reminder over each that may start a page, but for the first and for rows of tables, which
    have their own."""
    return [a if i == 0 or a.heading else replace(a, heading=reminder) for i, a in enumerate(atoms)]


def reminding(atom: Atom) -> Atom:
    """An atom that says again on a next page what it goes on with: its words run over the page's text."""
    pieces = [
        replace(put.piece, running="Header") if isinstance(put.piece, TextPiece) else put.piece for put in atom.puts
    ]
    puts = tuple(put._replace(piece=piece) for put, piece in zip(atom.puts, pieces, strict=True))
    return replace(atom, puts=puts, grown=None)


def is_reminder(atom: Atom) -> bool:
    """Whether an atom is such a one, and not the head of a table."""
    return any(isinstance(put.piece, TextPiece) and put.piece.running == "Header" for put in atom.puts)


def without_meaning(atom: Atom) -> Atom:
    """The same ink as an artifact: for copies (the second week of a diary, the second card on a sheet), so that no
    word is read twice."""
    return replace(atom, puts=tuple(put._replace(piece=_as_artifact(put.piece)) for put in atom.puts), grown=None)


def _as_artifact(piece: Piece) -> Piece:
    if isinstance(piece, TextPiece):
        lines = tuple(replace(line, runs=tuple(replace(run, tag=None) for run in line.runs)) for line in piece.lines)
        return replace(piece, element=None, lines=lines)
    if isinstance(piece, DrawingPiece | RasterPiece | Rule | UprightRule):
        return replace(piece, element=None)
    return piece


def total_height(atoms: Sequence[Atom]) -> float:
    """The height of the atoms stacked on one page, without the space before the first."""
    return sum(a.height for a in atoms) + sum(a.before for a in atoms[1:])
