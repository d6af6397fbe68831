"""A page's spare room shared out between its blocks."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.layout.flow.atoms import Atom, total_height

MOST_SPREAD = 3.0
"""In baseline units: more white between two blocks would look like a hole."""


def spread_out(page: Sequence[Atom], depth: float, unit: float) -> list[Atom]:
    """The atoms of a page of `depth` pt with its spare room added to the gaps that are there, each alike, at most
    `MOST_SPREAD` times `unit` pt to a gap."""
    gaps = [index for index, atom in enumerate(page) if index and atom.before]
    spare = depth - total_height(list(page))
    each = min(MOST_SPREAD * unit, spare / len(gaps)) if gaps else 0.0
    return [a.with_break(before=a.before + each) if index in gaps else a for index, a in enumerate(page)]


def loosened(page: Sequence[Atom], depth: float, most: float) -> tuple[Atom, ...]:
    """The atoms of a page of `depth` pt, its spare room given back to the white between them: at most `most` times as
    much as there is, where it was set with less than it should have."""
    white, spare = sum(atom.before for atom in page[1:]), depth - total_height(list(page))
    if most <= 1 or white <= 0 or spare <= 0:
        return tuple(page)
    share = min(most, 1 + spare / white)
    return tuple(atom.with_break(before=atom.before * share) if index else atom for index, atom in enumerate(page))
