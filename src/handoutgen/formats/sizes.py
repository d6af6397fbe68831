"""The print sizes by name and number: what "large" means on the command line becomes a body size in pt."""

from __future__ import annotations

from types import MappingProxyType

from msgspec import Struct

from handoutgen.errors import UsageProblem


class Size(Struct, frozen=True):
    """A print size: `base` is the body text in pt, and no text anywhere is smaller."""

    name: str
    base: float

    @property
    def smallest(self) -> float:
        """The smallest text allowed anywhere on the page, in pt."""
        return self.base


SIZES = MappingProxyType(
    {s.name: s for s in (Size("standard", 12), Size("clear", 14), Size("large", 18), Size("giant", 24))}
)
SMALLEST, LARGEST = 12.0, 36.0


def parse_size(text: str) -> Size:
    """A size by its name or as a number of points from 12 to 36; raises UsageProblem."""
    if text in SIZES:
        return SIZES[text]
    try:
        base = float(text.removesuffix("pt").strip())
    except ValueError:
        base = 0.0
    if not SMALLEST <= base <= LARGEST:
        names = ", ".join(SIZES)
        raise UsageProblem(
            f'There is no print size "{text}".', f"Use {names}, or a number of points from 12 to 36, such as 20."
        )
    named = [s for s in SIZES.values() if s.base == base]
    return named[0] if named else Size(f"{base:g}pt", round(base, 2))
