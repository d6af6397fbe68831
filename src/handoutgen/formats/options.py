"""What may be asked of a printed form beside its size."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """`reading_order` puts the pages of a folded form one by one, for screens; `weeks` is how many weeks of diary to
    print."""

    reading_order: bool = False
    weeks: int = 1

    @property
    def in_file_name(self) -> tuple[str, ...]:
        """What tells files of different options apart."""
        order = ("reading-order",) if self.reading_order else ()
        return (*order, f"{self.weeks}-weeks") if self.weeks > 1 else order
