"""A sheet of cards that are all alike, with marks to cut along.

Only the first card is content in the tags; the others are the same ink again. Sheets printed on both sides match
whichever way they are turned.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from handoutgen.layout.flow.atoms import Atom, merge, without_meaning
from handoutgen.layout.flow.pieces import Rule, UprightRule
from handoutgen.plan.pages import Page, Placed
from handoutgen.units import mm

MARK, MARK_GAP = mm(4), mm(1)
"""Length of a crop mark, and its distance from the cards."""
CROSS = mm(3)
"""Length of the lines of the small cross where four cards meet, for scissors: half of it is in the white round each
card's text."""
EDGE = mm(7)
"""Where marks start on a sheet that cards fill, in the white round their text: clear of what no printer prints."""


class CutSheet(Struct, frozen=True):
    """How many cards of what size stand in the middle of a page. Lengths in pt."""

    page: tuple[float, float]
    card: tuple[float, float]
    across: int
    down: int
    padding: float

    @property
    def inner(self) -> tuple[float, float]:
        """The room for text on a card: width and height."""
        return self.card[0] - 2 * self.padding, self.card[1] - 2 * self.padding

    def filled(self, atoms: Sequence[Atom], foot: Atom | None = None) -> Page:
        """A page of cards that show the atoms from the top, and `foot` at the foot."""
        (width, height), (wide, high) = self.page, self.card
        left, below = (width - self.across * wide) / 2, (height - self.down * high) / 2
        card = merge(atoms)
        placed: list[Placed] = []
        for row in range(self.down):
            for column in range(self.across):
                x, top = left + column * wide + self.padding, height - below - row * high - self.padding
                parts = [(card, top)]
                if foot:
                    parts.append((foot, top - self.inner[1] + foot.height))
                for atom, y in parts:
                    copy = without_meaning(atom) if row or column else atom
                    placed += [Placed(p.piece, x + p.x, y - p.down - p.piece.height) for p in copy.puts]
        return Page(width, height, (*placed, *self._marks(left, below)))

    def _marks(self, left: float, below: float) -> list[Placed]:
        (width, height), (wide, high) = self.page, self.card
        right, top = width - left, height - below
        is_filled = left < EDGE + MARK
        lows = (EDGE, height - EDGE - MARK) if is_filled else (below - MARK_GAP - MARK, top + MARK_GAP)
        sides = (EDGE, width - EDGE - MARK) if is_filled else (left - MARK_GAP - MARK, right + MARK_GAP)
        columns = range(1, self.across) if is_filled else range(self.across + 1)
        rows = range(1, self.down) if is_filled else range(self.down + 1)
        upright = [Placed(UprightRule(MARK, 0.5, "#000000"), left + c * wide, y) for c in columns for y in lows]
        level = [Placed(Rule(MARK, 0.5, "#000000"), x, below + r * high) for r in rows for x in sides]
        if is_filled:
            return [*upright, *level]
        inner = [(left + c * wide, below + r * high) for c in range(1, self.across) for r in range(1, self.down)]
        crosses = [Placed(UprightRule(CROSS, 0.5, "#000000"), x, y - CROSS / 2) for x, y in inner]
        crosses += [Placed(Rule(CROSS, 0.5, "#000000"), x - CROSS / 2, y) for x, y in inner]
        return [*upright, *level, *crosses]
