"""Atoms put on a page, one under another."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.design.grid import Grid
from handoutgen.layout.flow.atoms import Atom
from handoutgen.plan.pages import Placed


def place_atoms(grid: Grid, atoms: Sequence[Atom], top: float | None = None) -> list[Placed]:
    """Atoms as pieces on a page, one under another from `top` (pt above the page's foot; the top margin if None)."""
    placed: list[Placed] = []
    y = grid.height - grid.top if top is None else top
    for index, atom in enumerate(atoms):
        y -= atom.before if index else 0.0
        placed += [Placed(p.piece, grid.left + p.x, y - p.down - p.piece.height) for p in atom.puts]
        y -= atom.height
    return placed
