"""Bytes, packed so that no reader can mistake where they end."""

from __future__ import annotations

import zlib


def deflate(data: bytes, level: int) -> bytes:
    """Compressed data that does not end in a carriage return or line feed.

    Before the line end of `endstream` it would be taken for a part of that, and the stated length would not be the
    length a reader finds (ISO 19005-2 6.1.7.1). One more line feed in the data changes the checksum at the end, and
    means nothing in a content stream, a CMap or a font file.
    """
    packed = zlib.compress(data, level)
    while packed[-1:] in (b"\r", b"\n"):
        data += b"\n"
        packed = zlib.compress(data, level)
    return packed
