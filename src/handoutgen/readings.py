"""What was read from files, kept for one process: fonts, leaflets, clinics, logos, and what checks have found in them.

Content is remembered by its bytes, never by its time stamp, so an edit is never missed. Nothing here lays out or draws:
who only checks loads none of that.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Hashable
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from handoutgen import bounds
from handoutgen.content.load import LoadedClinic, LoadedLeaflet, draft_clinic, draft_leaflet, refuse_errors
from handoutgen.content.parts import figures_of
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import HandoutError
from handoutgen.library.fonts import own_faces
from handoutgen.library.posed_figures import files_of_poses, posed_figures, with_poses
from handoutgen.library.resources import library_folder
from handoutgen.library.sources import source_path
from handoutgen.memory import Memory
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.text.faces import FaceSpec
from handoutgen.text.fontbook import FontBook

if TYPE_CHECKING:
    from handoutgen.approval.content_text import ContentText
    from handoutgen.approval.holding import LeafletNow

Loaded = TypeVar("Loaded")
Seen = TypeVar("Seen")
MOST_HASHED = 100_000_000
"""Bytes: no picture or content file of this size is used."""
READ_AT_ONCE = 1_000_000
"""Bytes: what is smaller needs no buffer of its own to be read piece by piece."""


class Readings:
    """Fonts, parsed leaflets and clinics, and findings: make one per process. Content is looked up by its bytes, so a
    file that was edited is read again."""

    def __init__(self, *, is_settled: bool = False) -> None:
        """`is_settled`: leaflets lie in folders that nobody but us writes to, and only once, such as those of a batch's
        worker. Then what lies beside a leaflet is looked at once, and not again for each of its clinics."""
        self._settled: Memory[Any] | None = Memory(bounds.SETTLED) if is_settled else None
        self.fonts = FontBook(library_folder("fonts"))
        self._own_fonts: Memory[FontBook] = Memory(bounds.FONT_BOOKS)
        self._leaflets: Memory[LoadedLeaflet] = Memory(bounds.LEAFLETS)
        self._behind: Memory[tuple[str, ...]] = Memory(bounds.LEAFLETS)
        self._contents: Memory[ContentText] = Memory(bounds.LEAFLETS)
        self._figure_names: Memory[tuple[str, ...]] = Memory(bounds.LEAFLETS)
        self._pose_names: Memory[tuple[str, ...]] = Memory(bounds.LEAFLETS)
        self._clinics: Memory[LoadedClinic] = Memory(bounds.CLINICS)
        self._logos: Memory[Drawing | Raster | None] = Memory(bounds.LOGOS)
        self._checked: Memory[tuple[Diagnostic, ...]] = Memory(bounds.FINDINGS)

    def fonts_of(self, *leaflets: LoadedLeaflet) -> FontBook:
        """The program's fonts, and those of the leaflets' projects. Raises HandoutError for a file that is no font."""
        own = (self._own_faces(each.folder, each.drawn_as) for each in leaflets)
        specs = tuple(dict.fromkeys(chain(*own)))
        return self._own_fonts.get(specs, lambda: self.fonts.with_faces(specs)) if specs else self.fonts

    def leaflet(self, path: Path) -> LoadedLeaflet:
        """A leaflet, read again only when its bytes have changed. Its errors may be among its `diagnostics`; raises as
        `draft_leaflet` does."""
        return self._looked_at(("leaflet", path), lambda: self._leaflet_now(path))

    def _leaflet_now(self, path: Path) -> LoadedLeaflet:
        loaded = _remembered(self._leaflets, path, draft_leaflet, _names_in(path.parent / "figures"))
        names = self._pose_names.get((loaded.path, loaded.digest), lambda: _pose_names(loaded))
        if not names:
            return loaded
        beside = tuple((file, _hash_of(file)) for file in files_of_poses(names, loaded.folder))
        return self._leaflets.get((path, loaded.digest, beside), lambda: with_poses(loaded))

    def _own_faces(self, folder: Path, tag: str) -> tuple[FaceSpec, ...]:
        return self._looked_at(("faces", folder, tag), lambda: own_faces(folder, tag))

    def _looked_at(self, key: Hashable, look: Callable[[], Seen]) -> Seen:
        """What `look` sees in the folders now; where they are settled, what it saw there."""
        if self._settled is None:
            return look()
        seen: Seen = self._settled.get(key, look)
        return seen

    def source_of(self, loaded: LoadedLeaflet) -> LoadedLeaflet | None:
        """The leaflet that a translation was made from, as it is now; None for what is no translation, or where the
        source is not there or cannot be read."""
        path = source_path(loaded)
        try:
            return self.leaflet(path) if path else None
        except HandoutError:
            return None

    def parts_behind(self, loaded: LoadedLeaflet) -> tuple[str, ...] | None:
        """The parts of a translation that do not follow its source as it is now; None for what is no translation, or
        where the record says nothing of parts or the source cannot be read."""
        from handoutgen.translation.step import keys_behind, marks_of  # late, as below: many checks need none of these

        source = self.source_of(loaded) if marks_of(loaded) else None
        if source is None:
            return None
        key = (loaded.path, loaded.digest, source.path, source.digest)
        return self._behind.get(key, lambda: keys_behind(source, loaded) or ())

    def clinic(self, path: Path) -> LoadedClinic:
        """A clinic, read again only when its bytes have changed. Raises as `load_clinic` does."""
        loaded = self.clinic_draft(path)
        refuse_errors(loaded.diagnostics)
        return loaded

    def clinic_draft(self, path: Path) -> LoadedClinic:
        """The same, with what is wrong among its `diagnostics`. Raises as `draft_clinic` does."""
        return _remembered(self._clinics, path, draft_clinic)

    def figures_digest(self, loaded: LoadedLeaflet) -> str:
        """One hash for the bytes of all figures that a leaflet names, as they are now."""
        key = ("figures", loaded.path, loaded.digest)
        return self._looked_at(key, lambda: self._figures_digest_now(loaded))

    def _figures_digest_now(self, loaded: LoadedLeaflet) -> str:
        digest = hashlib.sha256()
        folder = loaded.folder / "figures"
        there = frozenset(_names_in(folder))
        for name in self._figure_names.get((loaded.path, loaded.digest), lambda: _figure_names(loaded)):
            path = folder / name
            if name in there and path.is_file():
                digest.update(name.encode() + b"\0" + _hash_of(path))
        for name, path in sorted(loaded.drawings.items()):
            if path.is_file():
                digest.update(name.encode() + b"\0" + _hash_of(path))
        return digest.hexdigest()

    def content_of(self, loaded: LoadedLeaflet) -> ContentText:
        """What a reader reads and sees of a leaflet, as its files are now: what an approval names."""
        from handoutgen.approval.content_text import content_text

        key = (loaded.path, loaded.digest, self.figures_digest(loaded))
        return self._contents.get(key, lambda: content_text(loaded))

    def for_clinic(self, loaded: LoadedLeaflet, clinic: LoadedClinic, today: date) -> LoadedClinic:
        """A clinic as this leaflet is printed for it: with those of its approvals that hold for what it says today."""
        from handoutgen.approval.holding import with_approvals_that_hold

        return with_approvals_that_hold(clinic, self.now(loaded, today))

    def now(self, loaded: LoadedLeaflet, today: date) -> LeafletNow:
        """A leaflet as an approval sees it; its text is read when one asks for it."""
        from handoutgen.approval.holding import leaflet_now

        return leaflet_now(loaded.leaflet, today, lambda: self.content_of(loaded).digest)

    def text_code(self, loaded: LoadedLeaflet) -> str:
        """The short code of what a leaflet says, as it is printed."""
        from handoutgen.approval.short_code import in_groups, short_code

        return in_groups(short_code(self.content_of(loaded).digest, loaded.leaflet.language))

    def logo(self, clinic: LoadedClinic) -> Drawing | Raster | None:
        """A clinic's logo, read again only when its bytes have changed. Raises `PictureProblem`."""
        if clinic.clinic.logo is None:
            return None
        from handoutgen.pictures.logo import load_logo

        try:
            key = _hash_of(clinic.folder / clinic.clinic.logo.file)
        except OSError:
            return load_logo(clinic)
        return self._logos.get((clinic.path, clinic.digest, key), lambda: load_logo(clinic))

    def checked(self, key: Hashable, check: Callable[[], tuple[Diagnostic, ...]]) -> tuple[Diagnostic, ...]:
        """The findings of a check that depends on nothing but what `key` names; made once."""
        return self._checked.get(key, check)


def uses_fields(loaded: LoadedLeaflet) -> bool:
    """Whether any text of the leaflet shows a clinic's field."""
    return "{clinic." in loaded.sources.text


def _remembered(memory: Memory[Loaded], path: Path, load: Callable[[Path], Loaded], beside: Hashable = None) -> Loaded:
    try:
        key = (path, _hash_of(path), beside)
    except OSError:
        return load(path)
    return memory.get(key, lambda: load(path))


def _hash_of(path: Path) -> bytes:
    """A hash of a file's bytes, read piece by piece. What may not be read, or is larger than anything that is used, is
    refused in words when it is loaded: of such a file nothing is read here."""
    try:
        with path.open("rb", buffering=0) as file:
            told = os.fstat(file.fileno())
            if told.st_size > MOST_HASHED:
                return f"too large: {told.st_size}".encode()
            if told.st_size <= READ_AT_ONCE:
                return hashlib.sha256(file.read()).digest()
            return hashlib.file_digest(file, "sha256").digest()
    except PermissionError:
        return b"unreadable"


def _figure_names(loaded: LoadedLeaflet) -> tuple[str, ...]:
    return tuple(sorted({figure.file for _, figure in figures_of(loaded.leaflet)}))


def _pose_names(loaded: LoadedLeaflet) -> tuple[str, ...]:
    return tuple(sorted({figure.pose or "" for _, figure in posed_figures(loaded.leaflet)}))


def _names_in(folder: Path) -> tuple[str, ...]:
    """What lies in a folder: a leaflet that misses a figure is read again when the figure has come."""
    try:
        return tuple(sorted(entry.name for entry in folder.iterdir()))
    except OSError:
        return ()
