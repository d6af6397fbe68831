"""The best way to lay a leaflet out is sought once for all clinics whose own parts are of one shape.

Ways are told apart by heights alone (`flow.pagebreak`, `fewest_pages`). The parts that show nothing of a clinic are the
same for all of one look. So what a search finds depends on the clinic only by where the lines of its own parts stand:
where they stand the same in one way to set them, they do in all others, and so is the answer, whoever asked first.

So it does not matter in which way they are set to be compared. They are in the one that the clinic before was laid out
in, which is mostly the one that is needed; only clinics that are compared in no usual way are set in the first one too.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from hashlib import sha256
from typing import Any, TypeVar

from handoutgen import bounds
from handoutgen.layout.blocks.strategies import FirstCard
from handoutgen.layout.forms.fewest_pages import Lay, Paged
from handoutgen.memory import Memory

_Told = TypeVar("_Told")
_Way = TypeVar("_Way", bound=Hashable)
ALL_WHITE = 1.0


def known_way(lay: Lay, search: Callable[[Lay], Paged], shape_in: Callable[[float], Hashable],
              memory: Memory[Any]) -> Paged:  # fmt: skip
    """What `search` finds, or found for a clinic of the same shape: with a share of their white, the outlines of its
    own parts, and all else of it that decides. `memory` is that of a look."""
    sought: list[Paged] = []

    def seek() -> tuple[float, FirstCard]:
        sought.append(search(lay))
        return sought[0].way

    way = sought_once("way", ALL_WHITE, shape_in, seek, lambda way: way[0], memory)
    return sought[0] if sought else lay(*way)


def sought_once(name: Hashable, first: _Way, shape_in: Callable[[_Way], Hashable], seek: Callable[[], _Told],
                own_way: Callable[[_Told], _Way], memory: Memory[Any]) -> _Told:  # fmt: skip
    """What `seek` finds, or found when the shape was the same, in the `first` way or in the usual one: the one that is
    the answer's `own_way`."""
    usual: _Way = memory.find((name, "usual way")) or first
    found: Memory[Any] = memory.get("ways", lambda: Memory(bounds.WAYS))
    missed: list[Hashable] = []
    for way in dict.fromkeys((usual, first)):
        # A shape is hundreds of numbers, all plain: its hash stands for it, so that those of many clinics find room.
        key: Hashable = (name, way, sha256(repr(shape_in(way)).encode()).digest())
        known: _Told | None = found.find(key)
        if known is not None:
            break
        missed.append(key)
    else:
        known = seek()
        memory.keep((name, "usual way"), own_way(known))
    for key in missed:
        found.keep(key, known)
    return known
