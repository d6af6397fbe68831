"""Bytes, packed so that no reader can mistake where they end."""

from __future__ import annotations

import zlib


def deflate(data: bytes, level: int) -> bytes:
    """Compressed data that does not end in a carriage return or line feed.

    Before the line end of `endstream` it would be taken for a part of that, and the stated length would not be the
    length a reader finds (ISO 19005-2 6.1.7.1). One more line feed in the data changes the checksum at the end, and
    means nothing in a content stream, a CMap or a font file.
    """
    while not ends_well(packed := zlib.compress(data, level)):
        data += b"\n"
    return packed


def ends_well(packed: bytes) -> bool:
    """Whether the last byte can be told from a line end."""
    return packed[-1:] not in (b"\r", b"\n")
