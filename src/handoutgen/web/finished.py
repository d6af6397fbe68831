"""Finished leaflets, each kept for as long as nothing that it is made of has changed: the page, its pictures and its
print ask for the same one within seconds, and so does the next person.

Nothing that is typed for a person is ever kept, nor why an overdue leaflet is printed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from handoutgen.build import Built, Order
from handoutgen.content.load import LoadedClinic, LoadedLeaflet
from handoutgen.errors import HandoutError
from handoutgen.memory import Bound, Memory
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.workshop import Workshop

FINISHED = Bound(120)
"""Some 100 KB each."""
SMALL_PICTURES = Bound(1_500)
"""Some 4 KB each."""
NO_LOOKS = Bound(1)
T = TypeVar("T")


class _Sources(NamedTuple):
    """What a leaflet is made of, as it was read. While these very objects are held, whatever is read from the same
    bytes is one of them (`Workshop`): so they are compared by identity."""

    leaflet: LoadedLeaflet
    figures: str
    clinic: LoadedClinic | None
    logo: Drawing | Raster | None

    def are(self, other: _Sources) -> bool:
        """Whether nothing has changed between the two."""
        same = self.leaflet is other.leaflet and self.clinic is other.clinic and self.logo is other.logo
        return same and self.figures == other.figures


class _Finished(NamedTuple, Generic[T]):
    sources: _Sources
    made: T


class FinishedLeaflets:
    """Safe to use from several threads. Bytes are hashed at each question, so a change is never missed."""

    def __init__(self) -> None:
        self._workshop = Workshop(NO_LOOKS)
        self._kept: Memory[_Finished[Built]] = Memory(FINISHED)
        self._small: Memory[_Finished[bytes]] = Memory(SMALL_PICTURES)
        self._lock = threading.Lock()

    def get(self, order: Order, make: Callable[[], Built]) -> Built:
        """The leaflet of an order, made now if it is not there. Raises what `make` does."""
        return self._get(self._kept, order, make)

    def find(self, order: Order) -> Built | None:
        """The leaflet of an order, if it is there and nothing has changed."""
        now = self._sources(order)
        return self._found(self._kept, order, now) if now else None

    def small_picture(self, order: Order, make: Callable[[], bytes]) -> bytes:
        """A small picture of the first page, which outlives the leaflet itself: a page shows one of each form, and to
        make a leaflet anew for each would hold up what somebody waits for. Raises what `make` does."""
        return self._get(self._small, order, make)

    def _get(self, memory: Memory[_Finished[T]], order: Order, make: Callable[[], T]) -> T:
        before = self._sources(order)
        if before is None:
            return make()
        found = self._found(memory, order, before)
        if found is not None:
            return found
        made = make()
        after = self._sources(order)
        if after is not None and after.are(before):  # else it was changed while it was made
            with self._lock:
                memory.keep(order, _Finished(before, made))
        return made

    def _found(self, memory: Memory[_Finished[T]], order: Order, now: _Sources) -> T | None:
        with self._lock:
            found = memory.find(order)
        return found.made if found is not None and found.sources.are(now) else None

    def _sources(self, order: Order) -> _Sources | None:
        """None for what is not kept, and for what has a mistake, which making it tells."""
        if order.options.for_person is not None or order.allow_expired is not None:
            return None
        try:
            with self._lock:
                leaflet = self._workshop.leaflet(order.leaflet)
                clinic = self._workshop.clinic(order.clinic) if order.clinic else None
                logo = self._workshop.logo(clinic) if clinic else None
                return _Sources(leaflet, self._workshop.figures_digest(leaflet), clinic, logo)
        except (HandoutError, OSError):
            return None
