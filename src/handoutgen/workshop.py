"""What is worth keeping between leaflets in one process: fonts, parsed content, drawings.

Make one and pass it along; nothing is kept in modules. Content is remembered by its bytes, never by its time stamp,
so an edit is never missed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from handoutgen.content.load import LoadedClinic, LoadedLeaflet, draft_leaflet, load_clinic
from handoutgen.content.resources import library_folder
from handoutgen.content.words import words_for
from handoutgen.design.colour import palette
from handoutgen.design.grid import grid_for
from handoutgen.design.scale import scale_for
from handoutgen.formats import Format, Size
from handoutgen.layout.pictures.figures import load_figure
from handoutgen.layout.pictures.icons import load_icon
from handoutgen.layout.plan import Drawing, Raster
from handoutgen.layout.setting import Setting
from handoutgen.text.fontbook import FontBook
from handoutgen.text.model import Direction

Loaded = TypeVar("Loaded")

RIGHT_TO_LEFT = frozenset(["ar", "fa", "he", "ps", "sd", "ug", "ur", "yi", "ckb", "dv"])


class Workshop:
    """One per process."""

    def __init__(self) -> None:
        self.fonts = FontBook(library_folder("fonts"))
        self._leaflets: dict[tuple[Path, bytes], LoadedLeaflet] = {}
        self._clinics: dict[tuple[Path, bytes], LoadedClinic] = {}

    def leaflet(self, path: Path) -> LoadedLeaflet:
        """A leaflet, read again only when its bytes have changed. Its errors may be among its `diagnostics`; raises as
        `draft_leaflet` does."""
        return _remembered(self._leaflets, path, draft_leaflet)

    def clinic(self, path: Path) -> LoadedClinic:
        """A clinic, read again only when its bytes have changed. Raises as `load_clinic` does."""
        return _remembered(self._clinics, path, load_clinic)

    def setting(self, loaded: LoadedLeaflet, clinic: LoadedClinic | None, form: Format, size: Size) -> Setting:
        """Everything layout needs to set this leaflet for this clinic in this format and size."""
        language = loaded.leaflet.language
        scale = scale_for(size.base)
        figures = loaded.folder / "figures"

        def figure(name: str, width: float) -> Drawing | Raster:
            return load_figure(figures, name, max_width_pt=width)

        return Setting(
            fonts=self.fonts,
            scale=scale,
            grid=grid_for(form.page_width, form.page_height, scale),
            palette=palette(clinic.clinic.colour if clinic else None),
            words=words_for(language),
            language=language,
            direction=direction_of(language),
            fields=clinic.clinic.fields() if clinic else {},
            icon=load_icon,
            figure=figure,
        )


def direction_of(language: str) -> Direction:
    """Which way a language is written, by its BCP 47 tag."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def _remembered(
    memory: dict[tuple[Path, bytes], Loaded], path: Path, load: Callable[[Path], Loaded]
) -> Loaded:
    try:
        key = (path, path.read_bytes())
    except OSError:
        return load(path)
    if key not in memory:
        memory[key] = load(path)
    return memory[key]
