"""Whole Chinese fonts → those of packages/handoutgen-cjk, cut down to the characters of GB 2312 and of Big5.

    npm pack @expo-google-fonts/noto-sans-sc@0.4.3 @expo-google-fonts/noto-sans-tc@0.4.3
    python tools/cjk_fonts.py FOLDER-WITH-THE-TWO-TGZ-FILES

All that shapes text (vertical forms apart) and all names stay; hints go, which print does without.
"""

from __future__ import annotations

import io
import sys
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools import subset

PACKAGE = Path(__file__).resolve().parents[1] / "packages" / "handoutgen-cjk" / "src" / "handoutgen_cjk"
WEIGHTS = {"Regular": "400Regular", "Bold": "700Bold"}
SIGNS = (
    (0x20, 0x7F), (0xA0, 0x180), (0x2010, 0x2028), (0x2030, 0x2034), (0x20AC, 0x20AD), (0x2116, 0x2117),
    (0x2122, 0x2123), (0x2190, 0x2194), (0x2460, 0x2474), (0x25A0, 0x25D0), (0x3000, 0x3040), (0xFF00, 0xFFF0),
)  # fmt: skip
"""Latin letters, punctuation of both worlds, arrows, numbers in circles, shapes: ranges of Unicode, the end outside."""


def _of_codec(codec: str, first: Iterable[int], second: Iterable[int]) -> Iterator[str]:
    """The characters of a character set of two bytes."""
    second = tuple(second)
    for lead in first:
        for trail in second:
            try:
                yield from bytes([lead, trail]).decode(codec)
            except UnicodeDecodeError:
                continue


CHARACTERS = {
    "SC": ("Hans", frozenset(_of_codec("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF)))),
    "TC": ("Hant", frozenset(_of_codec("big5", range(0xA1, 0xFA), (*range(0x40, 0x7F), *range(0xA1, 0xFF))))),
}


def cut_down(font: bytes, characters: frozenset[str]) -> bytes:
    """A font with these characters and the signs; the same bytes each time."""
    options = subset.Options()
    options.layout_features = ["*"]
    options.name_IDs = ["*"]
    options.notdef_outline, options.glyph_names, options.hinting, options.recalc_timestamp = True, False, False, False
    loaded = subset.load_font(io.BytesIO(font), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes={*map(ord, characters), *(sign for signs in SIGNS for sign in range(*signs))})
    cutter.subset(loaded)
    out = io.BytesIO()
    subset.save_font(loaded, out, options)
    return out.getvalue()


def main(folder: Path) -> None:
    """Write the four fonts."""
    for name, (script, characters) in CHARACTERS.items():
        [packed] = folder.glob(f"expo-google-fonts-noto-sans-{name.lower()}-*.tgz")
        with tarfile.open(packed) as archive:
            for weight, part in WEIGHTS.items():
                file = archive.extractfile(f"package/{part}/NotoSans{name}_{part}.ttf")
                assert file is not None  # noqa: S101 - extractfile has None for folders alone
                path = PACKAGE / script / f"NotoSans{name}-{weight}.ttf"
                path.write_bytes(cut_down(file.read(), characters))
                print(path, f"{path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
