"""One font file on disk in; its metrics, its characters and a HarfBuzz font out, each only when first asked for.

Opening a big fallback face costs milliseconds, and most leaflets never need one: hence everything here is lazy.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

from msgspec import Struct

from handoutgen.memory import Shelves
from handoutgen.text.characters import DROPPED, STAND_INS

SCRIPTS_WITHIN = {
    "Hans": ("Hani", "Bopo"), "Hant": ("Hani", "Bopo"), "Jpan": ("Hani", "Hira", "Kana"), "Kore": ("Hang", "Hani"),
    "Aran": ("Arab",),
}  # fmt: skip
"""Ways of writing that are one script to a reader, and several or a part of one to Unicode (ISO 15924, UAX#24)."""


class FaceSpec(NamedTuple):
    """Where a face of the library lies and what it is for. `key` is its name in plans and goldens."""

    key: str
    path: str
    family: str
    bold: bool = False
    script: str = ""
    """The one that it is here for, as a language's tag has it; empty for what is of use to all."""

    @property
    def letters_of(self) -> tuple[str, ...]:
        """The same as Unicode's Script property has it."""
        return SCRIPTS_WITHIN.get(self.script, (self.script,))


class Metrics(Struct, frozen=True):
    """The vertical measures of a face in 1/1000 em, `descent` and `underline_position` negative below the baseline."""

    ascent: float
    descent: float
    x_height: float
    cap_height: float
    underline_position: float
    underline_thickness: float


@dataclass(eq=False)
class Face:
    """A face of the font book. `shelves` holds what other rooms work out from it, for as long as the book lives."""

    spec: FaceSpec
    path: Path
    shelves: Shelves = field(default_factory=Shelves, repr=False)

    def apart(self) -> Face:
        """The same face, as far as it is opened, with empty shelves."""
        other = copy(self)
        other.shelves = Shelves()
        return other

    @property
    def key(self) -> str:
        """The face's name in the font book."""
        return self.spec.key

    @property
    def weight(self) -> int:
        """The CSS weight: 400 or 700."""
        return 700 if self.spec.bold else 400

    @cached_property
    def hb_face(self) -> Any:
        """The parsed file."""
        import uharfbuzz as hb  # late, as below: who only asks for a face's name opens none

        return hb.Face(hb.Blob(self.path.read_bytes()))

    @cached_property
    def hb_font(self) -> Any:
        """The face at one unit per font unit, ready to shape with."""
        import uharfbuzz as hb

        return hb.Font(self.hb_face)

    @cached_property
    def scale(self) -> float:
        """What font units are multiplied by to give 1/1000 em."""
        return 1000 / int(self.hb_face.upem)

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points this face has a glyph for."""
        return frozenset(self.hb_face.unicodes)

    @cached_property
    def letters(self) -> frozenset[str]:
        """The characters that can be set in this face: those it has, can borrow a glyph for, or that need none."""
        borrowed = (code for code, other in STAND_INS.items() if other in self.characters)
        return frozenset(map(chr, self.characters)).union(map(chr, borrowed), DROPPED)

    @cached_property
    def nominal_texts(self) -> dict[int, str]:
        """What each glyph stands for when nothing else is known: the lowest code point mapped to it, an Arabic
        presentation form read as its letters."""
        glyph_of = self.hb_font.get_nominal_glyph
        texts = {glyph_of(code): chr(code) for code in sorted(self.characters, reverse=True)}
        return {gid: normalize("NFKC", t) if "\ufb50" <= t <= "\ufefc" else t for gid, t in texts.items()}

    @cached_property
    def glyph_count(self) -> int:
        """How many glyphs the file has; ids run from 0 to one less."""
        return int(self.hb_face.glyph_count)

    @cached_property
    def postscript_name(self) -> str:
        """The name a PDF knows the face by, without its subset tag."""
        import uharfbuzz as hb

        return str(self.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME))

    @cached_property
    def metrics(self) -> Metrics:
        """Vertical measures, read from the file's own tables."""
        import uharfbuzz as hb

        extents = self.hb_font.get_font_extents("ltr")

        def measure(tag: Any) -> float:
            return float(self.hb_font.get_metric_position_with_fallback(tag)) * self.scale

        return Metrics(
            ascent=extents.ascender * self.scale,
            descent=extents.descender * self.scale,
            x_height=measure(hb.OTMetricsTag.X_HEIGHT),
            cap_height=measure(hb.OTMetricsTag.CAP_HEIGHT),
            underline_position=measure(hb.OTMetricsTag.UNDERLINE_OFFSET),
            underline_thickness=measure(hb.OTMetricsTag.UNDERLINE_SIZE),
        )

    def width(self, gid: int) -> float:
        """The advance of a glyph as the file has it, in 1/1000 em."""
        return float(self.hb_font.get_glyph_h_advance(gid)) * self.scale
