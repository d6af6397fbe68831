"""Answers kept by what they depend on, a bounded number of each kind, so that memory stays flat.

Only answers that depend on nothing but their key may be kept. Then whether one is remembered or worked out again
shows in nothing but the time it takes. There are three ways to keep one, all with their sizes in `bounds`:

- a `Memory`, held by whatever its answers may live as long as (a workshop, a look, a font book);
- a `Shelf` in the `Shelves` of an object, for what another room works out from it;
- `remembered`, for a pure function of plain values, as long as the process lives.

Most answers of a batch belong to one clinic and are never asked for again. A plain "keep the last ones" would fill up
with those, so an answer is on trial until it is asked for a second time, and only few are on trial at a time. Keys that
were evicted while on trial are recalled for a while: an answer that comes back is kept at once (the algorithm 2Q,
Johnson and Shasha 1994). Where none can be recalled, as keys compare by identity, what belongs to one clinic is let go
when all that is kept has been asked for a few times over: those answers, drawn and read pages, are the largest.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, Generic, NamedTuple, ParamSpec, Protocol, TypeVar, cast

from msgspec import Struct

Kept = TypeVar("Kept")
Given = ParamSpec("Given")
Told = TypeVar("Told", covariant=True)
ROUNDS = 4
"""How many times over all that is kept may be asked for while an answer is on trial: by so many clinics, nearly."""


class Bound(NamedTuple):
    """How many answers a memory holds."""

    kept: int
    """Answers that were asked for again."""
    on_trial: int = 0
    """Answers that were asked for once; where none is recalled, also how often others may be asked for meanwhile, at
    the least. With 0 there is no trial: every answer is kept at once, and the one that was not asked for longest goes
    before a new one is made."""
    recalled: int = 0
    """Evicted keys to recall, as hashes. Use 0 when keys compare by identity, because ids are reused."""


class Memory(Generic[Kept]):
    """A bounded store of answers by key. A key is held as long as its answer is, so objects in it stay themselves."""

    def __init__(self, bound: Bound, let_go: Callable[[Hashable, Kept], None] | None = None) -> None:
        """`let_go` is told of each answer that is evicted, for what else must go with it."""
        self.bound = bound
        self._let_go = let_go
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._on_trial: OrderedDict[Hashable, tuple[Kept, int]] = OrderedDict()  # with how often was asked before
        self._asked = 0
        self._recalled: OrderedDict[int, None] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept) + len(self._on_trial)

    def find(self, key: Hashable) -> Kept | None:
        """The answer, if it is still known."""
        self._asked += 1
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        tried = self._on_trial.pop(key, None) if self._on_trial else None
        return None if tried is None else self._put(key, tried[0])

    def keep(self, key: Hashable, answer: Kept) -> Kept:
        """Remember an answer; what was not asked for longest is forgotten when there are too many."""
        number = hash(key)
        self._on_trial.pop(key, None)
        if not self.bound.on_trial or key in self._kept or number in self._recalled:
            self._recalled.pop(number, None)
            self._put(key, answer)
        else:
            self._try(key, answer)
        return answer

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """The answer, made now if it is not known."""
        found = self.find(key)
        if found is not None:
            return found
        if not self.bound.on_trial:
            self._evict(self.bound.kept - 1)  # room first: never one more than allowed, however large
        return self.keep(key, make())

    def _put(self, key: Hashable, answer: Kept) -> Kept:
        self._kept[key] = answer
        self._kept.move_to_end(key)
        self._evict(self.bound.kept)
        return answer

    def _try(self, key: Hashable, answer: Kept) -> None:
        self._on_trial[key] = answer, self._asked
        since = 0 if self.bound.recalled else self._asked - max(self.bound.on_trial, ROUNDS * len(self._kept))
        while len(self._on_trial) > self.bound.on_trial or next(iter(self._on_trial.values()))[1] < since:
            old, (gone, _) = self._on_trial.popitem(last=False)
            self._let_go_of(old, gone)
            if self.bound.recalled:
                number = hash(old)
                self._recalled[number] = None
                self._recalled.move_to_end(number)
        while len(self._recalled) > self.bound.recalled:
            self._recalled.popitem(last=False)

    def _evict(self, most: int) -> None:
        """Let the oldest of the kept go until there are at most `most`."""
        while len(self._kept) > most:
            self._let_go_of(*self._kept.popitem(last=False))

    def _let_go_of(self, key: Hashable, answer: Kept) -> None:
        if self._let_go is not None:
            self._let_go(key, answer)


class Shelf(Struct, Generic[Kept], frozen=True, eq=False):
    """One kind of thing that a room keeps with an object of another: what an empty one is."""

    make: Callable[[], Kept]


class Shelves:
    """What other rooms keep with an object, for as long as it lives."""

    def __init__(self) -> None:
        self._filled: dict[Shelf[Any], Any] = {}

    def __getitem__(self, shelf: Shelf[Kept]) -> Kept:
        """What stands on this shelf, the same each time."""
        found: Kept | None = self._filled.get(shelf)
        if found is None:
            found = self._filled[shelf] = shelf.make()
        return found

    def clear(self) -> None:
        """Forget all of it, as if the object were new."""
        self._filled.clear()


class Remembered(Protocol[Given, Told]):
    """A function whose answers are remembered."""

    def __call__(self, *args: Given.args, **kwargs: Given.kwargs) -> Told:
        """The answer, worked out now if it is not known."""

    def cache_clear(self) -> None:
        """Forget all answers."""


def remembered(bound: Bound) -> Callable[[Callable[Given, Told]], Remembered[Given, Told]]:
    """Decorates a pure function of hashable values whose answers may live as long as the process."""

    def decorate(function: Callable[Given, Told]) -> Remembered[Given, Told]:
        return cast("Remembered[Given, Told]", lru_cache(maxsize=bound.kept)(function))

    return decorate


class Once(Generic[Kept]):
    """What is read or worked out once in a process, when it is first asked for, such as a file of the installation."""

    def __init__(self, make: Callable[[], Kept]) -> None:
        self._make = make
        self._made: tuple[Kept] | None = None

    def __call__(self) -> Kept:
        """The one answer."""
        if self._made is None:
            self._made = (self._make(),)
        return self._made[0]
