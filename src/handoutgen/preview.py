"""A finished PDF → pages as PNG, and a watch that tells when any input of a leaflet has changed.

The watch compares contents, never times: a file that is saved unchanged rebuilds nothing, and it works the same on
every system and network drive.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import math
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdfium2
from msgspec import Struct
from PIL import Image, ImageDraw, ImageFont

from handoutgen.content.yaml.file import read_content
from handoutgen.errors import HandoutError, UsageProblem
from handoutgen.library.peek import peek_poses
from handoutgen.library.posed_figures import files_of_poses
from handoutgen.library.resources import library_folder

POINTS_PER_INCH = 72
NOTICE_FONT = "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Bold.ttf"
NOTICE_COLOUR = (190, 20, 20, 120)
NOTICE_SHARE = 0.8
"""How much of a page's diagonal a notice across it takes."""
MOST_RANGES = 100
SMALLEST_DPI, LARGEST_DPI = 20, 600


class PageImage(Struct, frozen=True):
    """One page as a PNG file's bytes; `number` counts from 1."""

    number: int
    png: bytes


def render_pages(pdf: bytes, dpi: int, wanted: frozenset[int] | None = None, across: str = "") -> Iterator[PageImage]:
    """The pages of a PDF as pictures, all or the `wanted` ones, each with the words `across` it; raises UsageProblem
    for a page that is not there."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        count = len(document)
        missing = sorted((wanted or frozenset()) - set(range(1, count + 1)))
        if missing:
            raise UsageProblem(f"There is no page {missing[0]}.", f"The pages go from 1 to {count}.")
        for number in sorted(wanted or range(1, count + 1)):
            yield PageImage(number, _png(document, number - 1, dpi, across))
    finally:
        document.close()


def _png(document: pypdfium2.PdfDocument, index: int, dpi: int, across: str) -> bytes:
    page = document[index]
    bitmap = page.render(scale=dpi / POINTS_PER_INCH)
    try:
        file = io.BytesIO()
        picture = bitmap.to_pil()
        if across:
            picture = _with_words_across(picture, across)
        picture.save(file, "PNG", optimize=False)
        return file.getvalue()
    finally:
        bitmap.close()
        page.close()


def _with_words_across(picture: Image.Image, words: str) -> Image.Image:
    """The picture of a page with words from corner to corner, through which its own can be read."""
    diagonal = math.hypot(picture.width, picture.height)
    font = ImageFont.truetype(str(library_folder("fonts") / NOTICE_FONT), 100)
    font = font.font_variant(size=max(8, round(100 * NOTICE_SHARE * diagonal / font.getlength(words))))
    left, top, right, bottom = font.getbbox(words)
    written = Image.new("RGBA", (round(right - left), round(bottom - top)), (0, 0, 0, 0))
    ImageDraw.Draw(written).text((-left, -top), words, font=font, fill=NOTICE_COLOUR)
    turned = written.rotate(
        math.degrees(math.atan2(picture.height, picture.width)), Image.Resampling.BICUBIC, expand=True
    )
    shown = picture.convert("RGBA")
    shown.alpha_composite(
        turned, (max(0, (shown.width - turned.width) // 2), max(0, (shown.height - turned.height) // 2))
    )
    return shown.convert("RGB")


def parse_pages(text: str) -> frozenset[int]:
    """Page numbers from "3" or "1-2,5"; raises UsageProblem."""
    pages: set[int] = set()
    parts = text.split(",")
    if len(parts) > MOST_RANGES or len(text) > MOST_RANGES * 20:
        raise UsageProblem("These are too many pages to name.", "Write numbers and ranges, such as 1 or 1-2,5.")
    for part in parts:
        first, dash, last = part.strip().partition("-")
        if not (first.strip().isdecimal() and (not dash or last.strip().isdecimal())):
            raise UsageProblem(f'"{text[:40]}" names no pages.', "Write numbers and ranges, such as 1 or 1-2,5.")
        start, end = _page_number(first), _page_number(last or first)
        if not 1 <= start <= end <= 9999:
            raise UsageProblem(
                f'"{part.strip()[:40]}" is no range of pages.', "Pages count from 1, the lower number first."
            )
        pages.update(range(start, end + 1))
    return frozenset(pages)


def _page_number(text: str) -> int:
    """The number; one with more figures than any page has is beyond all, for Python refuses to read thousands."""
    figures = text.strip().lstrip("0")
    return int(figures or 0) if len(figures) < 10 else 10**9


def inputs_of(leaflet: Path, clinic: Path | None, fonts: Path) -> list[Path]:
    """All that a leaflet's pages depend on and a person may change: its folder, its poses, its clinic's file and logo,
    fonts."""
    beside_clinic = [path for path in clinic.parent.glob("*") if path.suffix not in (".yaml", ".yml")] if clinic else []
    poses: list[Path] = []
    with contextlib.suppress(HandoutError):
        poses = files_of_poses(peek_poses(read_content(leaflet)), leaflet.parent)
    return [leaflet.parent, *poses, *([clinic] if clinic else []), *beside_clinic, fonts]


def fingerprint(places: Iterable[Path]) -> str:
    """One hash of what all the files hold, folders included; a file that cannot be read counts as missing."""
    digest = hashlib.sha256()
    for path in sorted({file for place in places for file in _files(place)}):
        digest.update(str(path).encode("utf-8", "surrogateescape"))
        try:
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        except OSError:  # an editor is just replacing it: the next look will see the new one
            digest.update(b"missing")
    return digest.hexdigest()


def _files(place: Path) -> Iterator[Path]:
    if place.is_dir():
        yield from (path for path in place.rglob("*") if path.is_file())
    else:
        yield place


def page_name(stem: str, number: int) -> str:
    """The file name of a page's picture; numbers have two digits, so that they sort."""
    return f"{stem}_p{number:02d}.png"


def stale_pages(folder: Path, stem: str, count: int) -> list[Path]:
    """Pictures of pages that a leaflet has no longer, now that it has `count`: nobody should look at those."""
    pattern = re.compile(rf"{re.escape(stem)}_p(\d{{2,}})\.png")
    found = [(match, path) for path in folder.glob("*.png") if (match := pattern.fullmatch(path.name))]
    return sorted(path for match, path in found if int(match[1]) > count)
