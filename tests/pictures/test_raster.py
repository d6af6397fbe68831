"""Photographs and scans: what comes out fits a PDF/A file; what cannot is told plainly before it is decoded."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from handoutgen.pictures.problem import PictureProblem
from handoutgen.pictures.raster import load_raster, raster_from

WIDTH = 480.0


def photo(width: int = 64, height: int = 48) -> Image.Image:
    grey = Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (grey, grey.transpose(Image.Transpose.ROTATE_180), grey))


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))


def jpeg_that_claims(width: int, height: int) -> bytes:
    data = bytearray(saved(photo(), "JPEG"))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def code_of(data: bytes) -> str:
    with pytest.raises(PictureProblem) as caught:
        raster_from(data, WIDTH)
    assert caught.value.hint
    return caught.value.code


def first_pixel(data: bytes) -> tuple[int, ...]:
    raster = raster_from(data, WIDTH)
    return tuple(raster.data[: 3 if raster.mode == "RGB" else 1])


@pytest.mark.parametrize(
    ("mode", "becomes"),
    [("RGB", "RGB"), ("RGBA", "RGB"), ("P", "RGB"), ("L", "L"), ("LA", "L"), ("1", "L"), ("I;16", "L")],
)
def test_every_kind_of_png_becomes_grey_or_rgb_samples(mode: str, becomes: str) -> None:
    image = photo().convert("L").convert("I").convert("I;16") if mode == "I;16" else photo().convert(mode)
    raster = raster_from(saved(image, "PNG"), WIDTH)
    assert (raster.mode, raster.jpeg, raster.pixel_width, raster.pixel_height) == (becomes, False, 64, 48)
    assert len(raster.data) == 64 * 48 * len(becomes)


def test_sixteen_bits_are_scaled_not_clipped() -> None:
    assert first_pixel(saved(Image.new("I;16", (4, 4), 0x8080), "PNG")) == (128,)


def test_what_is_see_through_shows_white_paper() -> None:
    assert first_pixel(saved(Image.new("RGBA", (4, 4), (255, 0, 0, 0)), "PNG")) == (255, 255, 255)
    assert first_pixel(saved(Image.new("RGBA", (4, 4), (0, 0, 0, 128)), "PNG")) == (127, 127, 127)
    assert first_pixel(saved(Image.new("RGB", (4, 4), (9, 8, 7)), "PNG", transparency=(9, 8, 7))) == (255, 255, 255)
    assert first_pixel(saved(Image.new("P", (4, 4), 0), "PNG", transparency=0)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_plain_jpeg_passes_undamaged(mode: str) -> None:
    data = saved(photo().convert(mode), "JPEG")
    raster = raster_from(data, WIDTH)
    assert (raster.jpeg, raster.mode) == (True, mode)
    assert Image.open(BytesIO(raster.data)).tobytes() == Image.open(BytesIO(data)).tobytes()


def test_a_jpeg_that_passes_leaves_place_and_device_behind() -> None:
    private = Image.Exif()
    private[0x0110] = "SECRET CAMERA"
    data = saved(photo(), "JPEG", exif=private, comment=b"SECRET PLACE", xmp=b"<x>SECRET</x>")
    assert data.count(b"SECRET") == 3
    raster = raster_from(data, WIDTH)
    assert raster.jpeg
    assert b"SECRET" not in raster.data


@pytest.mark.parametrize("options", [{"progressive": True}, {"exif": 6}, {"icc_profile": b"odd"}])
def test_an_odd_jpeg_is_decoded(options: dict[str, object]) -> None:
    if "exif" in options:
        turned = Image.Exif()
        turned[0x0112] = 6
        options = {"exif": turned}
    assert not raster_from(saved(photo(), "JPEG", **options), WIDTH).jpeg


def test_a_photograph_taken_sideways_is_turned_upright() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    raster = raster_from(saved(photo(64, 48), "JPEG", exif=turned), WIDTH)
    assert (raster.pixel_width, raster.pixel_height) == (48, 64)


def test_cmyk_becomes_rgb_of_the_same_look() -> None:
    red, green, blue = first_pixel(saved(Image.new("CMYK", (16, 16), (0, 255, 255, 0)), "JPEG", quality=95))
    assert red > 240
    assert green < 15
    assert blue < 15


def test_a_colour_profile_of_its_own_is_brought_to_srgb() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.new("RGB", (16, 16), (200, 90, 90))
    assert raster_from(saved(image, "JPEG", icc_profile=srgb), WIDTH).jpeg
    # Red and green change places, under another name.
    odd = srgb.replace("sRGB".encode("utf-16-be"), "oddR".encode("utf-16-be"))
    odd = odd.replace(b"rXYZ", b"____", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"____", b"gXYZ", 1)
    red, green, _ = first_pixel(saved(image, "PNG", icc_profile=odd))
    assert green > red
    assert first_pixel(saved(image, "PNG", icc_profile=b"broken")) == (200, 90, 90)


def test_a_picture_finer_than_it_prints_is_made_smaller() -> None:
    raster = raster_from(saved(photo(640, 480), "JPEG"), 72.0)
    assert (raster.pixel_width, raster.pixel_height, raster.jpeg) == (300, 225, False)


def test_a_picture_that_is_coarse_is_left_as_it_is() -> None:
    assert raster_from(saved(photo(64, 48), "PNG"), 72.0).pixel_width == 64


@pytest.mark.parametrize("data", [png_that_claims(10_000, 5_000), jpeg_that_claims(10_000, 5_000)])
def test_fifty_megapixels_are_refused_from_the_header_with_their_number(data: bytes) -> None:
    with pytest.raises(PictureProblem, match=r"10000 × 5000 pixels \(50 million\)") as caught:
        raster_from(data, WIDTH)
    assert caught.value.code == "HG074"
    assert "smaller" in caught.value.hint


def test_four_billion_pixels_are_refused_too() -> None:
    assert code_of(png_that_claims(2**31 - 1, 2**31 - 1)) == "HG074"
    assert code_of(jpeg_that_claims(65_535, 65_535)) == "HG074"


def test_no_pixels_at_all_are_refused() -> None:
    assert code_of(png_that_claims(0, 5)) == "HG075"


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_a_file_that_is_cut_short_is_refused(kind: str, share: float) -> None:
    data = saved(photo(200, 200), kind)
    assert code_of(data[: int(len(data) * share)]) in ("HG071", "HG076")


def test_an_animation_is_refused() -> None:
    frames = [photo(), photo().transpose(Image.Transpose.ROTATE_180)]
    assert code_of(saved(frames[0], "PNG", save_all=True, append_images=frames[1:])) == "HG073"


@pytest.mark.parametrize("kind", ["GIF", "BMP", "WEBP", "TIFF"])
def test_other_kinds_are_refused_whatever_they_are_called(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(saved(photo(), kind))
    with pytest.raises(PictureProblem) as caught:
        load_raster(path, max_width_pt=WIDTH)
    assert caught.value.code == "HG076"


SAMPLES = [saved(photo(20, 16), "JPEG"), saved(photo(20, 16).convert("RGBA"), "PNG"),
           saved(photo(20, 16).convert("CMYK"), "JPEG"), saved(photo(20, 16).convert("P"), "PNG")]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(SAMPLES), st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=5), st.data())
def test_any_damage_gives_a_picture_or_a_problem(
    sample: bytes, changes: list[tuple[float, int]], data: st.DataObject
) -> None:
    damaged = bytearray(sample)
    for place, value in changes:
        damaged[int(place * len(damaged))] = value
    cut = data.draw(st.integers(0, len(damaged)) | st.just(len(damaged)))
    try:
        raster = raster_from(bytes(damaged[:cut]), WIDTH)
    except PictureProblem as found:
        assert found.message
    else:
        assert raster.jpeg or len(raster.data) == raster.pixel_width * raster.pixel_height * len(raster.mode)
