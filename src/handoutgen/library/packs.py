"""Names of ready packs turned into their files: the project's own, then those that ship with us."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from handoutgen.content.nearest import did_you_mean
from handoutgen.content.packs import LoadedPack, load_pack
from handoutgen.diagnostics import Diagnostic, Severity
from handoutgen.library.files import leaflet_files, yaml_files
from handoutgen.library.peek import Origin
from handoutgen.library.resources import library_folder

PACKS = "packs"
"""The folder of a project's packs."""


class PackEntry(Struct, frozen=True):
    """A pack by its file."""

    id: str
    path: Path
    origin: Origin


def list_packs(project: Path) -> tuple[PackEntry, ...]:
    """All packs by id; one of the project hides one of the library with its id."""
    found: dict[str, PackEntry] = {}
    for origin, root in _roots(project):
        for ident, path in yaml_files(root).items():
            found.setdefault(ident, PackEntry(ident, path, origin))
    return tuple(found[ident] for ident in sorted(found))


def check_pack(path: Path, project: Path) -> tuple[Diagnostic, ...]:
    """All that can be known of a pack. Raises ContentRefused when it does not fit the model."""
    loaded = load_pack(path)
    return (*loaded.diagnostics, *missing_leaflets(loaded, project))


def missing_leaflets(loaded: LoadedPack, project: Path) -> Iterator[Diagnostic]:
    """An error for each leaflet that is not there, with the nearest that is."""
    known = list(leaflet_files(project))
    for index, name in enumerate(loaded.pack.leaflets):
        if name not in known:
            near = did_you_mean(name, known)
            hint = f'{near or "check the name."} "handoutgen list" shows what there is.'
            span = loaded.sources.span(("leaflets", index))
            yield Diagnostic("HG601", Severity.ERROR, f'there is no leaflet "{name}"', hint, span, near)


def _roots(project: Path) -> Iterator[tuple[Origin, Path]]:
    own, shipped = project / PACKS, library_folder("packs")
    yield "project", own
    if not own.is_dir() or not own.samefile(shipped):
        yield "library", shipped
