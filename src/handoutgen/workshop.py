"""What is worth keeping between leaflets in one process: what was read, and what documents share.

Make one and pass it along; nothing is kept in modules.
"""

from __future__ import annotations

from copy import copy
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from handoutgen import bounds
from handoutgen.alternatives.web_page.dress import Dress, Inset, WebFace
from handoutgen.content.audience import tags_of
from handoutgen.content.clinic import Clinic
from handoutgen.content.load import LoadedClinic, LoadedLeaflet
from handoutgen.content.words import Words
from handoutgen.design.colour import BLACK, BY_NAME, WHITE, palette
from handoutgen.design.dark import dark_palette
from handoutgen.design.grid import Grid, grid_for, narrow_grid
from handoutgen.design.scale import CARD_BASE, SMALLEST_BASE, Scale, scale_for
from handoutgen.formats import Format, Options, Size
from handoutgen.language import language_of
from handoutgen.layout.setting import Setting
from handoutgen.library.words import words_of
from handoutgen.memory import Bound, Memory
from handoutgen.pdf.verifying.verify import VerifyMemory
from handoutgen.pdf.writing.reuse import DrawnMemory
from handoutgen.pictures.figures import load_figure
from handoutgen.pictures.icons import load_icon
from handoutgen.pictures.inline_svg import PREFIX, data_address, inline_svg
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.readings import Readings, uses_fields
from handoutgen.story.voice import Voice, voice_of
from handoutgen.text.web_font import faces_for

WEB_PICTURE = 345.0
"""How wide a photograph is in a web page, in pt at the density of print: twice as many pixels as a page shows."""
MOST_HASHED = 100_000_000
"""Bytes: no picture or content file of this size is used."""


def _forms() -> Memory[Memory[Any]]:
    return Memory(bounds.FORMS)


def _said() -> Memory[frozenset[str]]:
    return Memory(bounds.SAID_BY_PARTS)


class Shared(Struct, frozen=True):
    """What a leaflet's documents have in common for all clinics of one look: let go together, for nothing of it serves
    another look. `text_code` is the leaflet's, as it is printed."""

    parts: Memory[Memory[Any]] = field(default_factory=_forms)
    """By form and size, the parts laid out; see `Setting.kept`."""
    drawn: DrawnMemory = field(default_factory=DrawnMemory)
    verified: VerifyMemory = field(default_factory=VerifyMemory)
    said: Memory[frozenset[str]] = field(default_factory=_said)
    """What of a leaflet's texts its parts say; see `lost_words`."""
    text_code: str = ""
    behind: tuple[str, ...] = ()
    """Parts of a translation whose source has changed since."""


class Workshop(Readings):
    """What was read, and what documents of one look share: make one per process and hand it to `build`. `looks` bounds
    how many looks (a leaflet in a locale) it keeps at a time; `is_settled` as `Readings` has it."""

    def __init__(self, looks: Bound = bounds.LOOKS, *, is_settled: bool = False) -> None:
        super().__init__(is_settled=is_settled)
        self._looks: Memory[Shared] = Memory(looks)

    def apart(self) -> Workshop:
        """A workshop for one print: what is set and drawn in it is forgotten with it; what was read is shared."""
        other = copy(self)
        other.fonts = self.fonts.apart()
        other._own_fonts = Memory(bounds.FONT_BOOKS)
        other._looks = Memory(bounds.LOOKS_OF_A_WORKER)
        return other

    def shared(self, loaded: LoadedLeaflet, clinic: LoadedClinic | None) -> Shared:
        """What was kept for this leaflet and clinics that look like this one."""
        whose = clinic.clinic if clinic else None
        behind = self.parts_behind(loaded) or ()
        key = (
            loaded.path, loaded.digest, loaded.hand, self.figures_digest(loaded),
            tags_of(whose), behind,
            *_of_words(words_of(loaded, whose.locale if whose else None)),
            tuple(whose.fields().items()) if whose and uses_fields(loaded) else (),
        )  # fmt: skip
        return self._looks.get(key, lambda: Shared(text_code=self.text_code(loaded), behind=behind))

    def setting(
        self, loaded: LoadedLeaflet, clinic: LoadedClinic | None, form: Format, size: Size, options: Options,
        shared: Shared | None = None,
    ) -> Setting:  # fmt: skip
        """Everything layout needs to set this leaflet for this clinic in this format and size; `shared` if it is at
        hand, for finding it reads all figures."""
        scale = scale_for(form.base(size, options), CARD_BASE if form.own_scale else SMALLEST_BASE)
        whose = clinic.clinic if clinic else None

        def figure(name: str, width: float) -> Drawing | Raster:
            return load_figure(loaded.figures_folder(name), name, max_width_pt=width, accent=BY_NAME.accent)

        shared = shared or self.shared(loaded, clinic)
        return Setting(
            fonts=self.fonts_of(loaded),
            scale=scale,
            grid=_grid(form, scale),
            palette=BY_NAME,
            voice=replace(voice_for(loaded, whose), text_code=shared.text_code, behind=shared.behind),
            icon=load_icon,
            figure=figure,
            logo=self.logo(clinic) if clinic else None,
            colours=palette(whose.colour if whose else None).named,
            memory=shared.parts.get((form, size, options), lambda: Memory(bounds.PARTS)),
            is_fillable=options.fillable,
            drawn_as=loaded.drawn_as,
        )

    def dress(self, loaded: LoadedLeaflet, clinic: LoadedClinic | None, *named: LoadedLeaflet) -> Dress:
        """What a web page of this leaflet looks like for this clinic: the same colours, pictures, icons and faces; with
        the faces of other leaflets that it has the names of."""
        brand = clinic.clinic.colour if clinic else None
        light, dark = palette(brand), dark_palette(brand)
        fonts = self.fonts_of(loaded, *named)
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
            faces=lambda text: [WebFace(*each) for each in faces_for(fonts, text, loaded.drawn_as)],
            logo=_inset(logo) if logo else None,
            logo_says=_logo_says(clinic.clinic) if clinic else "",
            hand=language_of(loaded.drawn_as).hand,
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
    """How the leaflet speaks for a clinic, or for none. Raises HandoutError when the project's words cannot be read."""
    leaflet = loaded.leaflet
    words = words_of(loaded, clinic.locale if clinic else None)
    return voice_of(words, leaflet.spoken, clinic, leaflet.id, leaflet.review.version)


def _of_words(words: Words) -> tuple[str, str]:
    """What fixed words depend on: whose they are, and the project's own."""
    return words.language, words.own


def _grid(form: Format, scale: Scale) -> Grid:
    if form.margin is None:
        return grid_for(form.page_width, form.page_height, scale)
    return narrow_grid(min(form.panels, default=form.page_width), form.page_height, scale, form.margin)
