"""What was asked for as a pack → one file: leaflets by their ids, or a ready pack by its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from handoutgen.errors import ContentRefused, UsageProblem
from handoutgen.formats import Options
from handoutgen.language import language_of

if TYPE_CHECKING:
    from handoutgen.content.for_person import ForPerson
    from handoutgen.content.packs import ReadyPack
    from handoutgen.pack import Packed, PackOrder
    from handoutgen.workshop import Workshop


@dataclass(frozen=True, slots=True)
class AskedPack:
    """The words of one pack. `names` are ids or paths of leaflets, or ids of ready packs; the form and size are those
    of all."""

    names: tuple[str, ...]
    clinic: str | None
    today: date
    format: str | None = None
    """The flat leaflet on the clinic's paper if left out."""
    size: str = "standard"
    language: str | None = None
    has_note: bool = False
    line: str | None = field(default=None, repr=False)
    """From the staff, on the note; None for a ready pack's own."""
    for_person: ForPerson | None = None
    options: Options = field(default_factory=Options)
    allow_expired: str | None = None
    both_sides: bool = True


def pack_bytes(asked: AskedPack, folder: Path, workshop: Workshop) -> Packed:
    """The pack as one PDF. Raises UsageProblem for a name that does not exist, and as `pack.build_pack` does."""
    from handoutgen.pack import build_pack

    return build_pack(pack_order(asked, folder), workshop)


def pack_order(asked: AskedPack, folder: Path) -> PackOrder:
    """The order for a pack. Raises UsageProblem, before any work, for a name that does not exist."""
    from handoutgen.build import Order
    from handoutgen.library.files import find_clinic, find_leaflet
    from handoutgen.pack import CoverNote, PackOrder
    from handoutgen.service.requests import paper_of, refuse_unprintable_reason

    if asked.allow_expired is not None:
        refuse_unprintable_reason(asked.allow_expired)
    packs: list[ReadyPack] = []
    leaflets = [
        find_leaflet(name, folder, asked.language) for name in _leaflets(asked.names, folder, packs)
    ]  # fmt: skip
    clinic = find_clinic(asked.clinic, folder) if asked.clinic else None
    form = asked.format or paper_of(clinic)
    options = replace(asked.options, hand=language_of(asked.language or "").hand)
    orders = tuple(
        Order(path, clinic, form, asked.size, asked.today, asked.allow_expired, options) for path in leaflets
    )
    if (asked.line or asked.for_person) and not asked.has_note:
        raise UsageProblem("What is typed for a pack stands on its cover note, and none is asked for.",
                           "Add --cover-note.")  # fmt: skip
    ready = packs[0] if len(packs) == 1 else None
    line = asked.line if asked.line is not None else (ready.line if ready else None)
    note = CoverNote(line or "", asked.for_person) if asked.has_note else None
    return PackOrder(orders, note, ready.title if ready and len(asked.names) == 1 else "", asked.both_sides)


def _leaflets(names: Sequence[str], folder: Path, packs: list[ReadyPack]) -> Iterator[str]:
    """The leaflets by name, those of a ready pack in its place; each such pack is put into `packs`."""
    from handoutgen.content.nearest import did_you_mean
    from handoutgen.content.packs import load_pack
    from handoutgen.library.files import is_path, leaflet_files
    from handoutgen.library.packs import list_packs, missing_leaflets

    ready = {entry.id: entry.path for entry in list_packs(folder)}
    there = leaflet_files(folder)
    for name in names:
        if is_path(name) or name in there:
            yield name
        elif name in ready:
            loaded = load_pack(ready[name])
            if missing := tuple(missing_leaflets(loaded, folder)):
                raise ContentRefused(missing)
            packs.append(loaded.pack)
            yield from loaded.pack.leaflets
        else:
            near = did_you_mean(name, [*there, *ready], 0.5)
            hint = f"{near[:1].upper()}{near[1:]}" if near else 'See "handoutgen list" and "handoutgen list --packs".'
            raise UsageProblem(f'There is no leaflet and no ready pack "{name[:60]}".', hint)
