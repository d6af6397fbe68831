"""How much of the strategies the panels inside a folded leaflet can tell, from the richest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from handoutgen.layout.blocks.brief_strategies import Numbered
from handoutgen.story.detail import Detail
from handoutgen.units import mm

LEAST = Detail(safety=True)
WITH_EXERCISES = (Detail(why=True, safety=True), LEAST)
WITHOUT_DRAWINGS = (
    Detail(steps="all", safety=True),
    Detail(steps="first", safety=True),
    Detail(why=True, facts=True, safety=True),
    Detail(why=True, safety=True),
    LEAST,
)
"""How much of the strategies to show without their drawings, the richest that fits. What keeps a reader safe is never
left out."""
DRAWINGS_HIGH = (mm(60), mm(50), mm(42), mm(35))
"""How high the panels of drawings are, the highest that fits."""
Way = tuple[int, int]
"""Which way to do which strategy, each counted from 0 in the leaflet."""


class HowMuch(NamedTuple):
    """How much of the strategies a spread tells: of each, and which exercises, the first `drawn` of them with drawings
    at most `high` pt high."""

    detail: Detail
    exercises: tuple[Way, ...] = ()
    drawn: int = 0
    high: float = 0.0

    @property
    def with_lower_drawings(self) -> list[HowMuch]:
        """The same with each lower height of its drawings."""
        return [self._replace(high=high) for high in DRAWINGS_HIGH if self.drawn and high < self.high]


def ways_to_tell(strategies: Sequence[Numbered]) -> Iterator[HowMuch]:
    """From the richest: drawings get lower, then go, the last first; then exercises go; then come strategies told
    without their drawings."""
    ways = [(number - 1, way) for number, strategy in strategies for way, how in enumerate(strategy.how) if how.figure]
    for count in range(len(ways), 0, -1):
        for drawn in range(count, 0, -1):
            for detail in WITH_EXERCISES if drawn == len(ways) else (LEAST,):
                for high in DRAWINGS_HIGH:
                    yield HowMuch(detail, tuple(ways[:count]), drawn, high)
    for detail in WITHOUT_DRAWINGS:
        yield HowMuch(detail)
