"""What does not fit on a small form becomes blocks left out, or a refusal that says by how much and what would help.

Nothing is shrunk. Blocks the author marked `optional` are left out, last first. When that is not enough, the refusal
names the blocks that would make it fit if they were marked too: found by trying, so that the advice holds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from handoutgen.content.model import Leaflet
from handoutgen.content.values import Audience
from handoutgen.errors import HandoutError
from handoutgen.formats import Format
from handoutgen.layout.flow.atoms import Atom, total_height
from handoutgen.layout.setting import Look
from handoutgen.story.detail import LeftOut, is_among, name_of
from handoutgen.units import to_mm

LaidOut = TypeVar("LaidOut")
MOST_TIMES_TOO_LONG = 64.0
"""Where the search for the depth that would do gives up."""
NEAR_ENOUGH = 0.5
"""How exactly, in pt, a refusal knows by how much something is too long."""


class DoesNotFit(HandoutError):  # noqa: N818 - says what it is to staff
    """A form has no room for what it must say. `helping` are the blocks that would make it fit, if left out."""

    def __init__(self, message: str, helping: Sequence[Audience], otherwise: str) -> None:
        self.helping, self.otherwise = tuple(helping), otherwise
        super().__init__(message, self.advice([f"“{name_of(block)}”" for block in helping]))

    def advice(self, names: Sequence[str]) -> str:
        """What to do, with the helping blocks called by these names."""
        if not names:
            return f"No block can be left out to make it fit: {self.otherwise}."
        return f"It fits when marked optional: true: {', '.join(names)}. Or {self.otherwise}."


class Region(Struct, Generic[LaidOut], frozen=True):
    """A part of a form with its own room: where, what may be left out of it (in the author's order), and how it is laid
    out without some blocks in a depth in pt (None when it does not fit)."""

    where: str
    blocks: tuple[Audience, ...]
    lay: Callable[[LeftOut, float], LaidOut | None]
    depth: float
    shorten: str
    """What to shorten when it is too long."""


def fill(region: Region[LaidOut], leaflet: Leaflet, form: Format, look: Look) -> tuple[LaidOut, tuple[Audience, ...]]:
    """The region laid out, and the blocks left out of it. Raises DoesNotFit."""
    gone: list[Audience] = []
    for block in (None, *(b for b in reversed(region.blocks) if b.optional)):
        gone += [block] if block else []
        laid = region.lay(gone, region.depth)
        if laid is not None:
            return laid, tuple(gone)
    raise _refusal(region, gone, leaflet, form, look)


def stacked(atoms: Sequence[Atom], depth: float) -> Sequence[Atom] | None:
    """The atoms, if one page or panel of this depth holds them."""
    return atoms if total_height(atoms) <= depth else None


def too_long(leaflet: Leaflet, form: Format, look: Look, where: str, excess: float, shorten: str) -> DoesNotFit:
    """The refusal where no block can be left out."""
    return DoesNotFit(_message(leaflet, form, look, where, excess), (), _otherwise(form, shorten))


def _refusal(region: Region[LaidOut], gone: LeftOut, leaflet: Leaflet, form: Format, look: Look) -> DoesNotFit:
    excess = _depth_needed(region, gone) - region.depth
    message = _message(leaflet, form, look, region.where, excess)
    return DoesNotFit(message, _helping(region, gone), _otherwise(form, region.shorten))


def _message(leaflet: Leaflet, form: Format, look: Look, where: str, excess: float) -> str:
    lines = max(1, -int(-excess // look.scale.body.leading))
    amount = f"{max(1.0, to_mm(excess)):.0f} mm ({lines} line{'' if lines == 1 else 's'}) too long"
    return f"{leaflet.id} does not fit on the {form.title}: {where} it is {amount}.".replace("  ", " ")


def _otherwise(form: Format, shorten: str) -> str:
    return f"shorten {shorten}, or use --format {form.instead}"


def _depth_needed(region: Region[LaidOut], gone: LeftOut) -> float:
    """The least depth in pt that would hold it."""
    low, high = region.depth, 2 * region.depth
    while region.lay(gone, high) is None and high < MOST_TIMES_TOO_LONG * region.depth:
        low, high = high, 2 * high
    while high - low > NEAR_ENOUGH:
        middle = (low + high) / 2
        low, high = (low, middle) if region.lay(gone, middle) is not None else (middle, high)
    return high


def _helping(region: Region[LaidOut], gone: LeftOut) -> tuple[Audience, ...]:
    """Blocks whose going makes it fit, the others kept in the author's order as far as they fit; none when nothing
    helps."""
    needed = [block for block in region.blocks if not is_among(block, gone)]
    for block in tuple(needed):
        fewer = [other for other in needed if other is not block]
        if region.lay([*gone, *fewer], region.depth) is not None:
            needed = fewer
    return tuple(needed) if region.lay([*gone, *needed], region.depth) is not None else ()
