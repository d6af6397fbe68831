"""Whose turn it is to have a leaflet made: as many at once as there are benches, the others in the order they came.

What somebody waits for goes before what is made ahead. Each can ask how many are before them.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from msgspec import Struct, field

from handoutgen.errors import HandoutError

MOST_WAITING = 24
MOST_AHEAD = 24
"""Small pictures and counts that wait to be made ahead: the connections of a browser, four pages in a row, and few
enough that they hold up nobody. Who is refused asks again."""
MOST_SECONDS = 75.0
"""That anybody waits for a turn: less than a proxy or a browser does, so that it is told in words."""
MOST_SECONDS_AHEAD = 20.0
asking: ContextVar[str] = ContextVar("asking", default="")
"""The visit that a request is of: set before a page is made, read where it has to wait."""


class Busy(HandoutError):  # noqa: N818 - says what it is to staff
    """More is asked for than can be made in a time that anybody waits."""

    def __init__(self, is_urgent: bool = True) -> None:
        super().__init__("Too many leaflets are being made at once.", "Try again in a moment.")
        self.is_urgent = is_urgent
        """Whether somebody waits for it; what is made ahead is asked for again by the page."""


class _Waiting(Struct, eq=False):
    whose: str
    is_urgent: bool


class Turns(Struct):
    """Hands out benches by their numbers. Safe to use from several threads."""

    benches: int = 1
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _queue: list[_Waiting] = field(default_factory=list)
    _free: list[int] = field(default_factory=list)
    _last: list[str] = field(default_factory=list)
    """Of each bench, what it made last: it makes the same quicker again."""

    def __post_init__(self) -> None:
        self._free = list(range(self.benches))
        self._last = [""] * self.benches

    @contextmanager
    def taken(self, is_urgent: bool, what: str = "") -> Iterator[int]:
        """The number of a bench for as long as it takes, one that last made `what` if there is a choice. Raises
        `Busy` when too many wait, or it was waited for too long."""
        mine = _Waiting(asking.get(), is_urgent)
        with self._changed:
            waiting = sum(each.is_urgent for each in self._queue)
            if waiting >= MOST_WAITING or (not is_urgent and self.ahead >= MOST_AHEAD):
                raise Busy(is_urgent)
            self._queue.append(mine)
            try:
                most = MOST_SECONDS if is_urgent else MOST_SECONDS_AHEAD
                if not self._changed.wait_for(lambda: self._free and self._in_order()[0] is mine, most):
                    raise Busy(is_urgent)
            finally:
                self._queue.remove(mine)
                self._changed.notify_all()  # whoever comes after one that gave up is first now
            bench = next((each for each in self._free if what and self._last[each] == what), self._free[0])
            self._free.remove(bench)
            self._last[bench] = what
            self._changed.notify_all()
        try:
            yield bench
        finally:
            with self._changed:
                self._free.append(bench)
                self._changed.notify_all()

    @property
    def ahead(self) -> int:
        """How many wait to be made ahead."""
        return sum(not each.is_urgent for each in self._queue)

    def before(self, whose: str) -> int | None:
        """How many are made before the first thing that this visit waits for; None when it waits for nothing."""
        with self._changed:
            places = [place for place, each in enumerate(self._in_order()) if each.whose == whose and each.is_urgent]
        return places[0] if places else None

    def _in_order(self) -> Sequence[_Waiting]:
        return sorted(self._queue, key=lambda each: not each.is_urgent)
