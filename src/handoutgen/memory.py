"""What was worked out lately, kept by what it depends on: so many answers at most, so that memory stays flat.

Only answers that depend on nothing but their key may be kept. Then whether one is remembered or worked out again
shows in nothing but the time it takes.

Most answers of a batch belong to one clinic and are never asked for again. A plain "keep the last ones" would fill up
with those, so an answer is on trial until it is asked for a second time, and only few are on trial at a time. Of those
that were dismissed, a number is remembered: whoever comes back is kept (the algorithm 2Q, Johnson and Shasha 1994).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")

SHARE_ON_TRIAL = 8
"""For so many answers that are kept, one may be on trial."""


class Memory(Generic[Kept]):
    """Remembers the `most` answers that were asked for again last, and `on_trial` answers that were asked for once.

    A key is held as long as its answer is, so objects in it stay themselves. Of what was dismissed only hashes are
    remembered, `recalled` of them: none where keys are objects compared by identity, for a new object often has the
    place, and so the hash, of one that is gone.
    """

    def __init__(self, most: int, on_trial: int | None = None, recalled: int | None = None) -> None:
        self.most = most
        self.recalled = most if recalled is None else recalled
        self.on_trial = max(1, most // SHARE_ON_TRIAL) if on_trial is None else on_trial
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._on_trial: OrderedDict[Hashable, Kept] = OrderedDict()
        self._dismissed: OrderedDict[int, None] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept) + len(self._on_trial)

    def find(self, key: Hashable) -> Kept | None:
        """The answer, if it is still known."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        tried = self._on_trial.pop(key, None)
        if tried is not None:
            _put(self._kept, key, tried, self.most)
        return tried

    def keep(self, key: Hashable, answer: Kept) -> Kept:
        """Remember an answer; what was not asked for longest is forgotten when there are too many."""
        number = hash(key)
        self._on_trial.pop(key, None)
        if key in self._kept or number in self._dismissed:
            self._dismissed.pop(number, None)
            _put(self._kept, key, answer, self.most)
        else:
            for old in _put(self._on_trial, key, answer, self.on_trial):
                _put(self._dismissed, hash(old), None, self.recalled)
        return answer

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """The answer, made now if it is not known."""
        found = self.find(key)
        return self.keep(key, make()) if found is None else found


Key = TypeVar("Key")
Value = TypeVar("Value")


def _put(shelf: OrderedDict[Key, Value], key: Key, value: Value, most: int) -> list[Key]:
    """Put a value on a shelf as its youngest; the keys of the oldest, which had to go."""
    shelf[key] = value
    shelf.move_to_end(key)
    return [shelf.popitem(last=False)[0] for _ in range(len(shelf) - most)]
