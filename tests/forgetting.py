"""Starts afresh what a process remembers, as if it were new."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable


@runtime_checkable
class Forgetful(Protocol):
    """What `handoutgen.memory.remembered` makes of a function, beyond the function that its type tells of."""

    def cache_clear(self) -> None: ...


def forget(function: Callable[..., object]) -> None:
    """Let go of all answers of a remembered function."""
    assert isinstance(function, Forgetful)
    function.cache_clear()
