"""Atoms put on a page, one under another; and the pieces of a page in the order in which they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count, pairwise

from msgspec.structs import replace

from handoutgen.design.grid import Grid
from handoutgen.layout.flow.atoms import Atom
from handoutgen.layout.flow.columns import TwoColumns
from handoutgen.layout.flow.pagebreak import OnPage
from handoutgen.layout.flow.pieces import Frame
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Page, Placed


def place_atoms(grid: Grid, atoms: Sequence[Atom], top: float | None = None) -> list[Placed]:
    """Atoms as pieces on a page, one under another from `top` (pt above the page's foot; the top margin if None)."""
    placed: list[Placed] = []
    y = grid.height - grid.top if top is None else top
    for index, atom in enumerate(atoms):
        y -= atom.before if index else 0.0
        placed += [Placed(p.piece, grid.left + p.x, y - p.down - p.piece.height) for p in atom.puts]
        y -= atom.height
    return placed


def place_page(grid: Grid, items: Sequence[OnPage]) -> list[Placed]:
    """What stands on a page, in its columns and over them, from the top margin on."""
    return place_atoms(grid, [item.as_atom(grid.second) if isinstance(item, TwoColumns) else item for item in items])


def reading_places(root: Element) -> Mapping[Element, int]:
    """Element → its place in the reading order."""
    return dict(zip(root.walk(), count(), strict=False))


def in_reading_order(page: Page, places: Mapping[Element, int]) -> Page:
    """The page with its pieces in the order of the structure tree: browsers and readers that reflow a page follow the
    order of painting. What is nobody's content stays behind the piece that it followed, a panel or frame before the
    piece that it was put under, so that what lies under or over something still does. A page that is in order already
    is returned itself."""
    keys = _keys(page.pieces, places)
    if all(a <= b for a, b in pairwise(keys)):
        return page
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return replace(page, pieces=tuple(page.pieces[index] for index in order))


def _keys(pieces: Sequence[Placed], places: Mapping[Element, int]) -> list[float]:
    own = [places.get(getattr(put.piece, "element", None)) for put in pieces]  # type: ignore[arg-type]
    following: list[float | None] = [None] * len(pieces)
    for index in reversed(range(len(pieces) - 1)):
        place = own[index + 1]
        following[index] = place if place is not None else following[index + 1]
    keys: list[float] = []
    for put, place, after in zip(pieces, own, following, strict=True):
        if place is not None:
            keys.append(place)
        elif isinstance(put.piece, Frame) and after is not None:
            keys.append(after - 0.5)
        else:  # it stays behind the piece that it followed, as an icon on its disc does
            keys.append(keys[-1] if keys else -1)
    return keys
