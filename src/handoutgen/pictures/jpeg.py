"""The marker segments of a JPEG file: its size before anything is decoded, and the file without its private data.

Phones write place, time and device into a photograph. A leaflet must not carry them, so a JPEG that goes into the PDF
as it is goes without them.
"""

from __future__ import annotations

from collections.abc import Iterator

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""SOFn markers (ITU-T T.81 table B.1), which hold the size."""
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
_SCAN = 0xDA
_KEPT = frozenset({0xE0, 0xEE})
"""Application segments a decoder needs: JFIF, and Adobe's colour transform."""
_PRIVATE = (frozenset(range(0xE0, 0xF0)) | {0xFE}) - _KEPT


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, or None when the file ends or breaks before it says so."""
    for marker, start, end in _segments(data):
        if marker in _FRAMES and end - start >= 9:
            height, width = int.from_bytes(data[start + 5 : start + 7]), int.from_bytes(data[start + 7 : start + 9])
            return width, height
    return None


def without_private_data(data: bytes) -> bytes:
    """The same picture without comments, EXIF, XMP, colour profile and thumbnails."""
    kept, at = [data[:2]], 2
    for marker, start, end in _segments(data):
        if marker not in _PRIVATE:
            kept.append(data[start:end])
        at = end
    return b"".join([*kept, data[at:]])


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, start, end) of each segment before the first scan; stops where the file makes no sense."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == _SCAN:
            return
        if marker == 0xFF:  # padding
            at += 1
            continue
        end = at + 2 if marker in _BARE else at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if end > len(data) or end < at + 2 + 2 * (marker not in _BARE):
            return
        yield marker, at, end
        at = end
