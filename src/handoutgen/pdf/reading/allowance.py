"""A number of steps or bytes that may be spent on a file, counted down (see `limits` for the numbers)."""

from __future__ import annotations

from handoutgen.pdf.reading.objects import UnreadableError


class Allowance:
    """What may still be spent on one kind of work."""

    def __init__(self, most: int, what: str) -> None:
        """`what` names what is counted, in the plural, for the refusal."""
        self.left = most
        self._what = what

    def spend(self, count: int) -> None:
        """Count these too. Raises UnreadableError when they are too many."""
        self.left -= count
        if self.left < 0:
            raise UnreadableError(
                f"The file holds more {self._what} than are read here.", "Split it into smaller files."
            )
