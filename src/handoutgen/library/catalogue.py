"""The project's folders → which leaflets and clinics there are, looked up once for thousands of rows."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct, field

from handoutgen.library.files import clinic_files, is_path, is_there, leaflet_files
from handoutgen.library.peek import ClinicEntry, LeafletEntry, peek_clinic, peek_leaflet


class Catalogue(Struct):
    """All leaflets and clinics of a project, looked up once. Thousands of clinics are opened only where what is in
    them decides the rows (`opens_clinics`)."""

    project: Path
    leaflets: dict[str, dict[str, Path]] = field(default_factory=dict)
    clinics: dict[str, Path] = field(default_factory=dict)
    opens_clinics: bool = True
    _opened: dict[Path, ClinicEntry] = field(default_factory=dict)
    _read: dict[Path, LeafletEntry | None] = field(default_factory=dict)

    def leaflet(self, name: str) -> dict[str, LeafletEntry] | None:
        """A leaflet's languages, by its id or by the path of one file; None when there is none."""
        if is_path(name):
            found = self._leaflet_at(self.project / name)
            return {found.language: found} if found else None
        files = self.leaflets.get(name)
        return {tag: LeafletEntry(name, tag, path) for tag, path in files.items()} if files else None

    def clinic(self, name: str) -> ClinicEntry | None:
        """A clinic by its id or the path of its file; None when there is none."""
        path = self.project / name if is_path(name) else self.clinics.get(name)
        if path is None:
            return None
        if path not in self._opened:
            if not is_there(path):
                return None
            self._opened[path] = peek_clinic(path) if self.opens_clinics else ClinicEntry(path.stem, path)
        return self._opened[path]

    def _leaflet_at(self, path: Path) -> LeafletEntry | None:
        """The leaflet in a file, read once however often a plan names it."""
        if path not in self._read:
            self._read[path] = peek_leaflet(path) if is_there(path) else None
        return self._read[path]

    def near_leaflet(self, name: str) -> str:
        """The id that may have been meant, or nothing."""
        return next(iter(get_close_matches(name.lower(), self.leaflets, 1, 0.5)), "")

    def near_clinic(self, name: str) -> str:
        """The id that may have been meant, or nothing."""
        return next(iter(get_close_matches(name.lower(), self.clinics, 1, 0.5)), "")


def catalogue_of(project: Path) -> Catalogue:
    """What there is in a project, and in the library that ships with the program."""
    return Catalogue(project, leaflet_files(project), clinic_files(project))
