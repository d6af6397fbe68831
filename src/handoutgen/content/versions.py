"""Which of two version numbers is the higher."""

from __future__ import annotations

LONGEST = 100
"""A longer number is no version of anything, and would take long to compare."""


def version_order(version: str) -> tuple[int, ...]:
    """A key to sort by: 1.10 comes after 1.9, and 1 is 1.0; what is no version comes first."""
    parts = version.split(".")
    if len(version) > LONGEST or not all(part.isdecimal() for part in parts):
        return ()
    numbers = [int(part) for part in parts]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
