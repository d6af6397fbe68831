"""What is worth keeping between leaflets in one process: fonts, parsed content, drawings.

Make one and pass it along; nothing is kept in modules. Content is remembered by its bytes, never by its time stamp,
so an edit is never missed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Hashable
from copy import copy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from handoutgen import bounds
from handoutgen.alternatives.web_page.dress import Dress, Inset, WebFace
from handoutgen.approval.content_text import ContentText, content_text
from handoutgen.approval.holding import LeafletNow, leaflet_now, with_approvals_that_hold
from handoutgen.approval.short_code import in_groups, short_code
from handoutgen.content.audience import tags_of
from handoutgen.content.clinic import Clinic
from handoutgen.content.load import LoadedClinic, LoadedLeaflet, draft_clinic, draft_leaflet, refuse_errors
from handoutgen.content.words import Words
from handoutgen.design.colour import BLACK, WHITE, palette
from handoutgen.design.dark import dark_palette
from handoutgen.design.grid import Grid, grid_for, narrow_grid
from handoutgen.design.scale import CARD_BASE, SMALLEST_BASE, Scale, scale_for
from handoutgen.diagnostics import Diagnostic
from handoutgen.formats import Format, Options, Size
from handoutgen.layout.setting import Setting
from handoutgen.library.posed_figures import files_of_poses, posed_figures, with_poses
from handoutgen.library.resources import library_folder
from handoutgen.library.words import words_of
from handoutgen.memory import Bound, Memory
from handoutgen.pdf.verifying.verify import VerifyMemory
from handoutgen.pdf.writing.reuse import DrawnMemory
from handoutgen.pictures.examine import figures_of
from handoutgen.pictures.figures import load_figure
from handoutgen.pictures.icons import load_icon
from handoutgen.pictures.inline_svg import PREFIX, data_address, inline_svg
from handoutgen.pictures.logo import load_logo
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.story.voice import Voice, voice_of
from handoutgen.text.fontbook import FontBook
from handoutgen.text.web_font import faces_for

Loaded = TypeVar("Loaded")
WEB_PICTURE = 345.0
"""How wide a photograph is in a web page, in pt at the density of print: twice as many pixels as a page shows."""
MOST_HASHED = 100_000_000
"""Bytes: no picture or content file of this size is used."""


def _forms() -> Memory[Memory[Any]]:
    return Memory(bounds.FORMS)


def _said() -> Memory[frozenset[str]]:
    return Memory(bounds.SAID_BY_PARTS)


@dataclass(frozen=True, slots=True)
class Shared:
    """What a leaflet's documents have in common for all clinics of one look: let go together, for nothing of it serves
    another look. `text_code` is the leaflet's, as it is printed."""

    parts: Memory[Memory[Any]] = field(default_factory=_forms)
    """By form and size, the parts laid out; see `Setting.kept`."""
    drawn: DrawnMemory = field(default_factory=DrawnMemory)
    verified: VerifyMemory = field(default_factory=VerifyMemory)
    said: Memory[frozenset[str]] = field(default_factory=_said)
    """What of a leaflet's texts its parts say; see `lost_words`."""
    text_code: str = ""


class Workshop:
    """Fonts, parsed leaflets and clinics, pictures, and what documents of one look share: make one per process and hand
    it to `build`. `looks` bounds how many looks (a leaflet in a clinic's colour and locale) it keeps at a time.
    Content is looked up by its bytes, so a file that was edited is read again.
    """

    def __init__(self, looks: Bound = bounds.LOOKS) -> None:
        self.fonts = FontBook(library_folder("fonts"))
        self._looks: Memory[Shared] = Memory(looks)
        self._leaflets: Memory[LoadedLeaflet] = Memory(bounds.LEAFLETS)
        self._contents: Memory[ContentText] = Memory(bounds.LEAFLETS)
        self._figure_names: Memory[tuple[str, ...]] = Memory(bounds.LEAFLETS)
        self._clinics: Memory[LoadedClinic] = Memory(bounds.CLINICS)
        self._logos: Memory[Drawing | Raster | None] = Memory(bounds.LOGOS)
        self._checked: Memory[tuple[Diagnostic, ...]] = Memory(bounds.FINDINGS)

    def apart(self) -> Workshop:
        """A workshop for one print: what is set and drawn in it is forgotten with it, and this one never learns of it.
        What was read from files is shared."""
        other = copy(self)
        other.fonts = self.fonts.apart()
        other._looks = Memory(bounds.LOOKS_OF_A_WORKER)
        return other

    def leaflet(self, path: Path) -> LoadedLeaflet:
        """A leaflet, read again only when its bytes have changed. Its errors may be among its `diagnostics`; raises as
        `draft_leaflet` does."""
        loaded = _remembered(self._leaflets, path, draft_leaflet, _names_in(path.parent / "figures"))
        names = sorted({figure.pose or "" for _, figure in posed_figures(loaded.leaflet)})
        if not names:
            return loaded
        beside = tuple((file, _hash_of(file)) for file in files_of_poses(names, loaded.folder))
        return self._leaflets.get((path, loaded.digest, beside), lambda: with_poses(loaded))

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
        key = (loaded.path, loaded.digest, self.figures_digest(loaded))
        return self._contents.get(key, lambda: content_text(loaded))

    def for_clinic(self, loaded: LoadedLeaflet, clinic: LoadedClinic) -> LoadedClinic:
        """A clinic as this leaflet is printed for it: with those of its approvals that hold for what it says now."""
        return with_approvals_that_hold(clinic, self.now(loaded))

    def now(self, loaded: LoadedLeaflet) -> LeafletNow:
        """A leaflet as an approval sees it; its text is read when one asks for it."""
        return leaflet_now(loaded.leaflet, lambda: self.content_of(loaded).digest)

    def text_code(self, loaded: LoadedLeaflet) -> str:
        """The short code of what a leaflet says, as it is printed."""
        return in_groups(short_code(self.content_of(loaded).digest, loaded.leaflet.language))

    def logo(self, clinic: LoadedClinic) -> Drawing | Raster | None:
        """A clinic's logo, read again only when its bytes have changed. Raises `PictureProblem`."""
        if clinic.clinic.logo is None:
            return None
        try:
            key = _hash_of(clinic.folder / clinic.clinic.logo.file)
        except OSError:
            return load_logo(clinic)
        return self._logos.get((clinic.path, clinic.digest, key), lambda: load_logo(clinic))

    def checked(self, key: Hashable, check: Callable[[], tuple[Diagnostic, ...]]) -> tuple[Diagnostic, ...]:
        """The findings of a check that depends on nothing but what `key` names; made once."""
        return self._checked.get(key, check)

    def shared(self, loaded: LoadedLeaflet, clinic: LoadedClinic | None) -> Shared:
        """What was kept for this leaflet and clinics that look like this one."""
        whose = clinic.clinic if clinic else None
        key = (
            loaded.path, loaded.digest, self.figures_digest(loaded), palette(whose.colour if whose else None),
            tags_of(whose),
            *_of_words(words_of(loaded, whose.locale if whose else None)),
            tuple(whose.fields().items()) if whose and uses_fields(loaded) else (),
        )  # fmt: skip
        return self._looks.get(key, lambda: Shared(text_code=self.text_code(loaded)))

    def setting(
        self, loaded: LoadedLeaflet, clinic: LoadedClinic | None, form: Format, size: Size, options: Options,
        shared: Shared | None = None,
    ) -> Setting:  # fmt: skip
        """Everything layout needs to set this leaflet for this clinic in this format and size; `shared` if it is at
        hand, for finding it reads all figures."""
        scale = scale_for(form.base(size, options), CARD_BASE if form.own_scale else SMALLEST_BASE)
        whose = clinic.clinic if clinic else None
        colours = palette(whose.colour if whose else None)

        def figure(name: str, width: float) -> Drawing | Raster:
            return load_figure(loaded.figures_folder(name), name, max_width_pt=width, accent=colours.accent)

        shared = shared or self.shared(loaded, clinic)
        return Setting(
            fonts=self.fonts,
            scale=scale,
            grid=_grid(form, scale),
            palette=colours,
            voice=replace(voice_for(loaded, whose), text_code=shared.text_code),
            icon=load_icon,
            figure=figure,
            logo=self.logo(clinic) if clinic else None,
            memory=shared.parts.get((form, size, options), lambda: Memory(bounds.PARTS)),
        )

    def dress(self, loaded: LoadedLeaflet, clinic: LoadedClinic | None) -> Dress:
        """What a web page of this leaflet looks like for this clinic: the same colours, pictures, icons and faces."""
        brand = clinic.clinic.colour if clinic else None
        light, dark = palette(brand), dark_palette(brand)
        logo = self.logo(clinic) if clinic else None

        def figure(name: str) -> Inset:
            folder = loaded.figures_folder(name)
            return _inset(load_figure(folder, name, max_width_pt=WEB_PICTURE, accent=light.accent))

        return Dress(
            light={
                "accent": light.accent, "deep": light.deep, "ink": light.ink, "ground": WHITE, "tint": light.tint,
                "rule": light.rule, "line": "#c9d7d9", "write": light.write, "sand": light.sand, "quiet": "#3d4a4c",
                "bar": light.deep, "on-bar": WHITE, "bar-ink": light.deep, "ring": "#ffd43b",
            },
            dark={
                "accent": dark.accent, "deep": dark.deep, "ink": dark.ink, "ground": dark.ground, "tint": dark.tint,
                "rule": dark.rule, "line": "#2b3b3e", "write": dark.accent, "quiet": "#c3cfd1", "bar": dark.deep,
                "on-bar": dark.ground,
            },
            icon=lambda name: _inset(load_icon(name, BLACK), in_one_ink=True),
            picture=figure,
            faces=lambda text: [WebFace(*each) for each in faces_for(self.fonts, text, loaded.leaflet.language)],
            logo=_inset(logo) if logo else None,
            logo_says=_logo_says(clinic.clinic) if clinic else "",
        )  # fmt: skip


def _inset(picture: Drawing | Raster, *, in_one_ink: bool = False) -> Inset:
    """A picture as a page holds it: a drawing that stands on a floor ends at it, as on paper."""
    if isinstance(picture, Raster):
        return Inset(picture.pixel_width, picture.pixel_height, address=data_address(picture))
    inline = inline_svg(picture, in_one_ink)
    return Inset(inline.width, inline.height, inline.markup, PREFIX)


def _logo_says(clinic: Clinic) -> str:
    """What the logo says, unless that is the name that stands beside it."""
    alt = clinic.logo.alt if clinic.logo else ""
    return "" if alt.casefold() == clinic.name.casefold() else alt


def voice_for(loaded: LoadedLeaflet, clinic: Clinic | None) -> Voice:
    """How the leaflet speaks for a clinic, or for none: in the clinic's way of writing its language. Raises
    HandoutError when a file of the project's own words cannot be read."""
    words = words_of(loaded, clinic.locale if clinic else None)
    return voice_of(words, loaded.leaflet.language, clinic)


def _of_words(words: Words) -> tuple[str, str]:
    """What fixed words depend on: whose they are, and the project's own."""
    return words.language, words.own


def _grid(form: Format, scale: Scale) -> Grid:
    if form.margin is None:
        return grid_for(form.page_width, form.page_height, scale)
    return narrow_grid(min(form.panels, default=form.page_width), form.page_height, scale, form.margin)


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
        with path.open("rb") as file:
            told = os.fstat(file.fileno())
            if told.st_size > MOST_HASHED:
                return f"too large: {told.st_size}".encode()
            return hashlib.file_digest(file, "sha256").digest()
    except PermissionError:
        return b"unreadable"


def _figure_names(loaded: LoadedLeaflet) -> tuple[str, ...]:
    return tuple(sorted({figure.file for _, figure in figures_of(loaded.leaflet)}))


def _names_in(folder: Path) -> tuple[str, ...]:
    """What lies in a folder: a leaflet that misses a figure is read again when the figure has come."""
    try:
        return tuple(sorted(entry.name for entry in folder.iterdir()))
    except OSError:
        return ()
