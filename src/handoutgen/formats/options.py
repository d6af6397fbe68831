"""What may be asked of a printed form beside its size."""

from __future__ import annotations

import re
from pathlib import PurePath

from msgspec import Struct

from handoutgen.content.for_person import ForPerson
from handoutgen.depth import Depth
from handoutgen.errors import UsageProblem

_SIGNS = re.compile(r"[^A-Za-z0-9]+")
NEAREST, FARTHEST = 1.0, 2.0
"""How far from a poster its readers may stand, in metres. At 16 pt for each metre, a title of three times that and half
of the paper white, A3 and Tabloid hold a leaflet's few words up to 1.5 m, short ones up to 2 m, and none beyond."""


def readable_distance(metres: float) -> float:
    """The distance, if a poster can be read from there; raises UsageProblem with the reason."""
    if NEAREST <= metres <= FARTHEST:
        return metres
    if metres > FARTHEST:
        raise UsageProblem(
            f"A poster on A3 or Tabloid paper cannot be made to be read from {metres:g} m: letters of that size "
            "leave no room for the words.",
            "Use --distance 1 to 2, or have a print shop enlarge it: twice the paper (A2) reads from 1.4 times as far.",
        )
    raise UsageProblem(
        f"A poster is not for reading from {metres:g} m: that is a leaflet in the hand.",
        "Use --distance 1 to 2, or print a leaflet with --format a4 or letter.",
    )


class Options(Struct, frozen=True):
    """What does not concern a form changes nothing in it."""

    reading_order: bool = False
    """The pages of a folded form one by one, for screens."""
    weeks: int = 1
    """How many weeks of diary to print."""
    distance: float = 1.5
    """How far away a poster is read, in metres."""
    proof: bool = False
    """A ruler, folds and the printable area as marks."""
    crlf: bool = False
    """Lines of plain text end as old Windows programs need it."""
    detail: Depth = Depth.FULL
    """How much of the leaflet the whole forms print."""
    write_on: bool = False
    """Whether the whole forms have the parts to write on, which are a sheet of their own."""
    chosen: tuple[str, ...] = ()
    """Ids of the strategies to tick: what to start with."""
    only_chosen: bool = False
    """Whether the strategies that are not ticked are left out."""
    for_person: ForPerson | None = None
    """What is typed for one person: on this print alone, and nowhere else."""
    cells: int = 40
    """Cells in a line of braille."""
    lines: int = 25
    """Lines on a page of braille, the one with its number among them."""
    fillable: bool = False
    """Whether places to write can be filled in on a screen."""
    voice: str = ""
    """Which voice speaks the spoken file: one of eSpeak NG, or the file of a model."""
    beside: str = ""
    """The tag of a second language that stands beside the leaflet's own, block by block; empty for none."""
    hand: str = ""
    """The hand in which its letters are drawn, as ISO 15924 has it: "Aran" (Nastaliq) for a leaflet in ur that was
    asked for in ur-Aran. It stands in the file's name with the language. Of no concern to other scripts."""

    @property
    def in_file_name(self) -> tuple[str, ...]:
        """What tells files of different options apart."""
        asked = {
            self.detail.value: self.detail is not Depth.FULL,
            "with-write-on": self.write_on,
            "reading-order": self.reading_order,
            "proof": self.proof,
            "crlf": self.crlf,
            f"{self.weeks}-weeks": self.weeks > 1,
            f"{self.distance:g}m": self.distance != Options().distance,
            f"{self.cells}x{self.lines}": (self.cells, self.lines) != (Options().cells, Options().lines),
            "fillable": self.fillable,
            _SIGNS.sub("-", PurePath(self.voice).stem).strip("-"): bool(self.voice),
            "filled-in": self.for_person is not None,
            f"beside-{self.beside}": bool(self.beside),
        }
        return tuple(name for name, differs in asked.items() if differs)
