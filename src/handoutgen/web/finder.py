"""What was typed → leaflets: the words of it in a title or an id, the best first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from handoutgen.web.shelf import ShelfLeaflet, title_of

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class FoundLeaflet:
    """A leaflet that answers a search, with the other names it has."""

    leaflet: ShelfLeaflet
    also: tuple[str, ...] = ()
    score: float = field(default=0.0, compare=False)


def find(leaflets: Mapping[str, ShelfLeaflet], query: str) -> Sequence[FoundLeaflet]:
    """The leaflets for a query, best first."""
    wanted = _WORD.findall(query.lower())
    found = [hit for leaflet in leaflets.values() if (hit := _hit(leaflet, wanted)) is not None]
    return sorted(found, key=lambda hit: (-hit.score, title_of(hit.leaflet.first)))


def _hit(leaflet: ShelfLeaflet, wanted: Sequence[str]) -> FoundLeaflet | None:
    there = f"{title_of(leaflet.first)} {leaflet.id}".lower()
    score = sum(word in there for word in wanted)
    return FoundLeaflet(leaflet, (), score) if score else None
