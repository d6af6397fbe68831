"""A figure's file name and its leaflet's figures folder → the drawing or picture in that file.

The name comes from YAML that anybody may have written: it is one plain file name, and the file must really lie in the
folder, also after following links.
"""

from __future__ import annotations

import re
from pathlib import Path

from handoutgen.content.nearest import did_you_mean
from handoutgen.pictures import raster, svg
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.pictures.problem import NOT_THERE, UNSAFE, WRONG_KIND, PictureProblem
from handoutgen.pictures.raster import JPEG_START, PNG_START
from handoutgen.pictures.reading import read_bytes

_PLAIN_NAME = re.compile(r'[^\x00-\x1f/\\:*?"<>|.][^\x00-\x1f/\\:*?"<>|]*')
_OTHERS = (
    (b"GIF8", "a GIF picture"), (b"RIFF", "a WebP picture"), (b"BM", "a BMP picture"), (b"%PDF", "a PDF file"),
    (b"\x1f\x8b", "a compressed drawing (svgz)"), (b"II*\0", "a TIFF picture"), (b"MM\0*", "a TIFF picture"),
    (b"%!PS", "a PostScript drawing"), (b"PK", "an archive or office document"),
)  # fmt: skip
FIGURES = "the figures folder"
_MARKUP = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe", b"\xfe\xff")


def load_figure(
    folder: Path,
    name: str,
    *,
    max_width_pt: float,
    stroke_scale: float = 1.0,
    place: str = FIGURES,
    accent: str | None = None,
) -> Drawing | Raster:
    """The figure `name` in `folder`, printed at most `max_width_pt` wide; `stroke_scale` makes a drawing's lines
    heavier, `accent` is the colour of drawings of ours. What the file is, its first bytes say, not its suffix. `place`
    is what messages call the folder. Raises `PictureProblem`."""
    data = read_bytes(figure_path(folder, name, place), raster.MOST_BYTES)
    if data.startswith((PNG_START, JPEG_START)):
        return raster.raster_from(data, max_width_pt)
    if data.lstrip().startswith(_MARKUP):
        return svg.drawing_from(data, None, stroke_scale, accent)
    raise _wrong_kind(data, name)


def figure_path(folder: Path, name: str, place: str = FIGURES) -> Path:
    """Where the file is. `PictureProblem` when the name is not a plain file name, or leads out of the folder."""
    if not _PLAIN_NAME.fullmatch(name) or name.endswith((" ", ".")):
        raise PictureProblem(
            UNSAFE, f'"{name[:60]}" is not the name of a file in {place}',
            f"write only the file's name, such as calf-stretch.svg, and keep the file in {place}",
        )  # fmt: skip
    there = _names_in(folder)
    if name not in there:
        # Beside a clinic's file lie the logos of others: none of them is offered.
        hint = (did_you_mean(name, there) if place == FIGURES else "") or "put the file there, or correct its name"
        raise PictureProblem(NOT_THERE, f'there is no "{name}" in {place}', hint)
    path = _where_it_leads(folder / name)
    if path is None or path.parent != folder.resolve():
        raise PictureProblem(UNSAFE, f'"{name}" is a link to a file elsewhere', f"copy the file itself into {place}")
    return path


def _where_it_leads(path: Path) -> Path | None:
    """The file itself, after following links; None when they lead in a circle or cannot be followed."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return None


def _names_in(folder: Path) -> list[str]:
    """The folder's files; compared with case, so that a leaflet that works on Windows works everywhere."""
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []


def _wrong_kind(data: bytes, name: str) -> PictureProblem:
    found = next((what for start, what in _OTHERS if data.startswith(start)), None)
    if b"ftyp" in data[:12]:
        found = "a HEIC or AVIF photograph"
    said = f"is {found}" if found else "is a file of a kind that cannot be read as a picture"
    return PictureProblem(WRONG_KIND, f'"{name}" {said}', "save it as SVG, PNG or JPEG")
