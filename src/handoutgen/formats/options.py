"""What may be asked of a printed form beside its size."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """`reading_order` puts the pages of a folded form one by one, for screens; `weeks` is how many weeks of diary to
    print; `distance` is how far away a poster is read, in metres; `proof` adds a
    ruler, folds and the printable area as marks."""

    reading_order: bool = False
    weeks: int = 1
    distance: float = 1.5
    proof: bool = False

    @property
    def in_file_name(self) -> tuple[str, ...]:
        """What tells files of different options apart."""
        asked = {
            "reading-order": self.reading_order,
            "proof": self.proof,
            f"{self.weeks}-weeks": self.weeks > 1,
            f"{self.distance:g}m": self.distance != Options().distance,
        }
        return tuple(name for name, differs in asked.items() if differs)
