"""A PNG or JPEG file → a `plan.Raster`: grey or RGB, no alpha, upright, at most 300 dots per inch where it is printed.

The size is read from the header and judged before anything is decoded (a few bytes can claim gigabytes of pixels).
Colours come to sRGB, because that is the one colour space a leaflet declares (PDF/A-2 6.2.4).
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from handoutgen import bounds
from handoutgen.memory import remembered
from handoutgen.pictures import jpeg
from handoutgen.pictures.model import Raster
from handoutgen.pictures.problem import BROKEN, NO_SHAPE, TOO_BIG, UNSUPPORTED, WRONG_KIND, PictureProblem
from handoutgen.pictures.reading import read_bytes

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 60_000_000
MOST_PIXELS = 40_000_000
PRINTED_DPI = 300
LONGEST_STRIP = 50
"""How many times as long as wide a picture may be, as with drawings."""
LIGHTEST_INK = 245
"""Of 255: a picture with nothing darker cannot be told from paper."""
PNG_START = b"\x89PNG\r\n\x1a\n"
JPEG_START = b"\xff\xd8\xff"

_DAMAGE = (
    OSError, SyntaxError, ValueError, EOFError, LookupError, OverflowError, TypeError, struct.error, zlib.error,
)  # fmt: skip
"""What Pillow raises for damaged files."""


def load_raster(path: Path, *, max_width_pt: float) -> Raster:
    """Read a picture that is printed at most `max_width_pt` wide. Raises `PictureProblem` when it cannot be used."""
    return raster_from(read_bytes(path, MOST_BYTES), max_width_pt)


@remembered(bounds.PHOTOGRAPHS)
def raster_from(data: bytes, max_width_pt: float) -> Raster:
    """The picture in the bytes of a PNG or JPEG file. Pure, so results are kept: a batch asks for the same often."""
    _check_size(data)
    try:
        return _decoded(data, ceil(max_width_pt / 72 * PRINTED_DPI))
    except _DAMAGE:
        raise PictureProblem(
            BROKEN, "the picture is damaged or cut short", "open it in a picture program and save it again"
        ) from None


def _check_size(data: bytes) -> None:
    if data.startswith(PNG_START):
        size = struct.unpack(">II", data[16:24]) if len(data) >= 24 and data[12:16] == b"IHDR" else None
    elif data.startswith(JPEG_START):
        size = jpeg.size_of(data)
    else:
        raise PictureProblem(WRONG_KIND, "the picture is neither PNG nor JPEG", "save it as PNG or JPEG")
    if size is None:
        raise PictureProblem(BROKEN, "the picture is damaged or cut short", "copy it again from where it came")
    width, height = size
    if not width or not height:
        raise PictureProblem(NO_SHAPE, "the picture has no size", "save it again")
    if width * height > MOST_PIXELS:
        raise PictureProblem(
            TOO_BIG,
            f"the picture has {width} × {height} pixels ({width * height / 1e6:.0f} million); "
            f"at most {MOST_PIXELS / 1e6:.0f} million can be used",
            "save it smaller: 2500 pixels across are plenty for a full page",
        )
    if max(size) > LONGEST_STRIP * min(size):
        raise PictureProblem(
            NO_SHAPE, f"the picture has {width} × {height} pixels, a strip too thin to see anything on it",
            "cut it to the part that matters",
        )  # fmt: skip


def _decoded(data: bytes, most_across: int) -> Raster:
    from PIL import Image, ImageOps

    with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
        if opened.format == "PNG" and getattr(opened, "is_animated", False):
            raise PictureProblem(UNSUPPORTED, "the picture is animated", "save the one frame you want as PNG")
        opened.load()
        if _can_pass(opened, most_across):
            mode = "L" if opened.mode == "L" else "RGB"
            kept = jpeg.without_private_data(data)
            return Raster(*opened.size, mode, kept, True, _is_blank(opened), opened.width)  # type: ignore[arg-type]
        upright = ImageOps.exif_transpose(opened)
        image = _flattened(_in_srgb(upright))
    own_width, is_blank = image.width, _is_blank(image)
    if image.width > most_across:
        height = max(1, round(image.height * most_across / image.width))
        image = image.resize((most_across, height), Image.Resampling.LANCZOS)
    mode = "L" if image.mode == "L" else "RGB"
    return Raster(image.width, image.height, mode, image.tobytes(), False, is_blank, own_width)  # type: ignore[arg-type]


def _is_blank(image: Image) -> bool:
    """Whether a picture is white, or nearly, all over: its darkest channel anywhere is near white."""
    lows = [channel.getextrema()[0] for channel in image.split()]
    return all(isinstance(low, int) and low >= LIGHTEST_INK for low in lows)


def _can_pass(image: Image, most_across: int) -> bool:
    """Whether the file can go into the PDF as it is: a plain JPEG, upright, sRGB, no finer than it prints."""
    return (
        image.format == "JPEG"
        and image.mode in ("L", "RGB")
        and image.width <= most_across
        and not image.info.get("progressive")
        and image.info.get("adobe_transform", 1) == 1
        and image.getexif().get(0x0112, 1) == 1
        and _is_srgb(image)
    )


def _is_srgb(image: Image) -> bool:
    profile = image.info.get("icc_profile")
    return not profile or any("sRGB".encode(coding) in profile[:2000] for coding in ("ascii", "utf-16-be"))


def _in_srgb(image: Image) -> Image:
    """RGB or CMYK with a profile of its own, brought to sRGB; a profile that is broken is left aside."""
    if _is_srgb(image) or image.mode not in ("RGB", "CMYK"):
        return image.convert("RGB") if image.mode in ("CMYK", "YCbCr", "LAB", "HSV") else image
    from PIL import ImageCms

    try:
        own = ImageCms.ImageCmsProfile(BytesIO(image.info["icc_profile"]))
        converted = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        converted = None
    return converted or image.convert("RGB")


def _flattened(image: Image) -> Image:
    """Grey or RGB, as the picture looks on white paper."""
    from PIL import Image as Pillow

    if image.mode.startswith("I") or image.mode == "F":  # 16 bits to a channel; Pillow would clip, not scale
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.has_transparency_data:
        see_through = image.convert("RGBA")
        ground = Pillow.new("RGBA", see_through.size, "white")
        flat = Pillow.alpha_composite(ground, see_through).convert("RGB")
        return flat.convert("L") if image.mode in ("LA", "La") else flat
    return image.convert("L" if image.mode in ("1", "L") else "RGB")
