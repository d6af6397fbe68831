"""A page's spare room shared out between its blocks."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec.structs import replace

from handoutgen.layout.flow.atoms import Atom, grown_by, total_height
from handoutgen.layout.flow.columns import TwoColumns
from handoutgen.layout.flow.pagebreak import OnPage, height_of

MOST_SPREAD = 3.0
"""In baseline units: more white between two blocks would look like a hole."""
HALVINGS = 6
"""How often the room between too little and too much is halved: to less than a point on a page."""


def spread_out(page: Sequence[Atom], depth: float, unit: float) -> list[Atom]:
    """The atoms of a page of `depth` pt with its spare room added to the gaps that are there, each alike, at most
    `MOST_SPREAD` times `unit` pt to a gap."""
    gaps = [index for index, atom in enumerate(page) if index and atom.before]
    spare = depth - total_height(list(page))
    each = min(MOST_SPREAD * unit, spare / len(gaps)) if gaps else 0.0
    return [a.with_break(before=a.before + each) if index in gaps else a for index, a in enumerate(page)]


def loosened(page: Sequence[OnPage], depth: float, most: float) -> tuple[OnPage, ...]:
    """A page of `depth` pt, its spare room given back to the white between its blocks: at most `most` times as much as
    there is, where it was set with less than it should have."""
    if most <= 1:
        return tuple(page)
    least, stretched = 1.0, _stretched(page, most)
    if height_of(stretched) <= depth:
        return stretched
    for _ in range(HALVINGS):
        middle = (least + most) / 2
        if height_of(_stretched(page, middle)) <= depth:
            least = middle
        else:
            most = middle
    return _stretched(page, least)


def _stretched(page: Sequence[OnPage], share: float) -> tuple[OnPage, ...]:
    return tuple(_with_gaps(item, share, is_first=index == 0) for index, item in enumerate(page))


def _with_gaps(item: OnPage, share: float, *, is_first: bool) -> OnPage:
    if isinstance(item, Atom):
        loose = item.loosened(share) if item.loosened else item
        return loose.with_break(before=item.before * (1.0 if is_first else share))
    first, *left = (atom.with_break(before=atom.before * share) for atom in item.left)
    if is_first:
        first = first.with_break(before=item.before)
    right = tuple(atom.with_break(before=atom.before * share) for atom in item.right)
    return TwoColumns((first, *left), right, item.over)


def with_larger_pictures(page: Sequence[OnPage], depth: float) -> tuple[OnPage, ...]:
    """A page of `depth` pt whose pictures take the room that is left on it, as far as each may, and as much of it each;
    in two columns also what the lower one leaves."""
    grown = list(page)
    growing = sum(isinstance(item, Atom) and item.grown is not None for item in page)
    for index, item in enumerate(page):
        spare = max(0.0, depth - height_of(grown))
        if isinstance(item, Atom):
            grown[index] = grown_by(item, spare / growing) if spare and item.grown else item
            growing -= item.grown is not None
        elif any(atom.grown for atom in (*item.left, *item.right)):
            left, right = (
                _column_grown(column, item.height + spare - high)
                for column, high in zip((item.left, item.right), item.heights, strict=True)
            )
            grown[index] = TwoColumns(left, right, item.over)
    return tuple(grown)


def with_lower_pictures(atoms: Sequence[Atom]) -> list[Atom]:
    """Atoms whose pictures are as low as they may be, so that a page holds more; they can grow again."""
    return [_lowered(atom) for atom in atoms]


def _lowered(atom: Atom) -> Atom:
    grow, loosen = atom.grown, atom.loosened
    if grow is None:
        return atom
    low = grow(-math.inf)
    less = atom.height - low.height
    loosened_too = (lambda share: _lowered(loosen(share))) if loosen else None
    return replace(atom, puts=low.puts, height=low.height, grown=lambda more: grow(more - less), loosened=loosened_too)


def _column_grown(column: Sequence[Atom], room: float) -> tuple[Atom, ...]:
    """A column whose first picture takes `room` pt more, or as much of it as it may."""
    place = next((index for index, atom in enumerate(column) if atom.grown), None)
    if place is None or room <= 0:
        return tuple(column)
    return (*column[:place], grown_by(column[place], room), *column[place + 1 :])
