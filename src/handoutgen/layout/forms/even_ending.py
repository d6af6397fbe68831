"""The last two pages of a form shared out so that neither is nearly empty."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.layout.flow.atoms import NEVER, Atom, total_height


def even_ending(pages: Sequence[Sequence[Atom]], depth: float) -> list[Sequence[Atom]]:
    """The pages of `depth` pt, their last two broken where these are as nearly of one height as can be."""
    *before, one, two = pages
    atoms = [*one, *two]
    tries = [
        (abs(total_height(atoms[:stop]) - total_height(atoms[stop:])), stop)
        for stop in range(1, len(atoms))
        if atoms[stop].cost < NEVER and max(total_height(atoms[:stop]), total_height(atoms[stop:])) <= depth
    ]
    if not tries:
        return list(pages)
    _, stop = min(tries)
    return [*before, atoms[:stop], atoms[stop:]]
