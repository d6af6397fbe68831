"""What was typed after `build` → one order for each leaflet, language, clinic, format and size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from handoutgen.errors import UsageProblem
from handoutgen.formats import FORMATS, OUTPUTS, SIZES, Format, Options, Size, parse_format, parse_size, refuse

if TYPE_CHECKING:
    from handoutgen.build import Order


ALL = "all"
"""What stands for every leaflet, clinic, format, size or language that there is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of one `build` or `preview`."""

    leaflets: tuple[str, ...]
    clinics: tuple[str, ...]
    sizes: tuple[str, ...]
    formats: tuple[str, ...]
    """None of them: the flat leaflet on each clinic's paper."""
    languages: tuple[str, ...]
    today: date
    allow_expired: str | None
    options: Options = field(default_factory=Options)


def orders_for(asked: Asked, folder: Path) -> list[Order]:
    """All orders, leaflet by leaflet; raises UsageProblem, before any work, for a name that does not exist."""
    from handoutgen.build import Order

    leaflets = list(dict.fromkeys(_leaflets(asked, folder)))
    clinics = list(dict.fromkeys(_clinics(asked, folder)))
    named = list(_forms(asked.formats, asked.sizes)) if asked.formats else None
    return [
        Order(leaflet, clinic, form, size, asked.today, asked.allow_expired, asked.options)
        for leaflet, clinic in product(leaflets, clinics)
        for form, size in (_forms((_paper_of(clinic),), asked.sizes) if named is None else named)
    ]


def _paper_of(clinic: Path | None) -> str:
    """The flat leaflet on the paper that the clinic has. A file that cannot be read is told when it is built."""
    from handoutgen.library.peek import peek_clinic

    paper = peek_clinic(clinic).paper if clinic else "a4"
    return paper if paper in FORMATS else "a4"


def _leaflets(asked: Asked, folder: Path) -> Iterator[Path]:
    from handoutgen.library.files import find_leaflet, languages_of

    for name in asked.leaflets:
        if not asked.languages:
            yield find_leaflet(name, folder)
        for language in asked.languages:
            wanted = languages_of(name, folder) if language == ALL else (language,)
            yield from (find_leaflet(name, folder, tag) for tag in wanted)


def _clinics(asked: Asked, folder: Path) -> Iterator[Path | None]:
    from handoutgen.library.files import find_clinic, list_clinics

    if not asked.clinics:
        yield None
    for name in asked.clinics:
        if name != ALL:
            yield find_clinic(name, folder)
            continue
        entries = list_clinics(folder)
        if not entries:
            raise UsageProblem(
                "There are no clinics here yet.", 'Make one with "handoutgen new clinic NAME", or go to their folder.'
            )
        yield from (entry.path for entry in entries)


def _forms(formats: Sequence[str], sizes: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Format and size pairs. "all" means all that make sense; a pair that was named and makes none is refused."""
    named = [parse_format(name) for name in formats if name != ALL]
    named_sizes = [parse_size(name) for name in sizes if name != ALL]
    for form, size in product(named, named_sizes):
        if isinstance(form, Format):
            refuse(form, size)
    every = dict.fromkeys([*named, *(OUTPUTS.values() if ALL in formats else ())])
    every_size = {size.base: size for size in [*named_sizes, *(SIZES.values() if ALL in sizes else ())]}
    for form in every:
        if not isinstance(form, Format):
            yield form.name, "standard"
            continue
        for size in every_size.values():
            if not _is_senseless(form, size):
                yield form.name, size.name if size.name in SIZES else f"{size.base:g}"


def _is_senseless(form: Format, size: Size) -> bool:
    try:
        refuse(form, size)
    except UsageProblem:
        return True
    return False
