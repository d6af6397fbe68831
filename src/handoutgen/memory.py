"""What was worked out lately, kept by what it depends on: the last so many answers, so that memory stays flat.

Only answers that depend on nothing but their key may be kept. Then whether one is remembered or worked out again
shows in nothing but the time it takes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class Memory(Generic[Kept]):
    """Remembers the `most` answers that were asked for last. A key is held as long as its answer is, so objects in it
    stay themselves."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._kept: dict[Hashable, Kept] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def find(self, key: Hashable) -> Kept | None:
        """The answer, if it is still known."""
        found = self._kept.pop(key, None)
        if found is not None:
            self._kept[key] = found
        return found

    def keep(self, key: Hashable, answer: Kept) -> Kept:
        """Remember an answer; what was not asked for longest is forgotten when there are too many."""
        self._kept.pop(key, None)
        while len(self._kept) >= self.most:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = answer
        return answer

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """The answer, made now if it is not known."""
        found = self.find(key)
        return self.keep(key, make()) if found is None else found
