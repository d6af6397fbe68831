"""Samples and their chapters → one WAV file that players know: PCM, chapters as ID3 frames and as cue points.

ID3 chapters (id3.org, ID3v2 Chapter Frame Addendum) in an "id3 " chunk are what players built on FFmpeg read, such as
mpv; cue points with labels (Multimedia Programming Interface, Microsoft 1991) what sound editors read. All other
players play the file and do not see them.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from msgspec import Struct

from handoutgen.errors import HandoutError

BYTES_A_SAMPLE = 2
PCM = 1
_TEXT_UTF8 = b"\x03"
_NO_OFFSET = 0xFFFFFFFF
_ORDERED_TOP = 3
"""The flags of a table of contents: its chapters are in order, and it is in no other."""


class Sound(Struct, frozen=True):
    """Samples of one channel, 16 bits each, `rate` of them in a second."""

    rate: int
    samples: bytes


class Chapter(Struct, frozen=True):
    """A stretch of sound: its title, and where it begins and ends, in samples."""

    title: str
    start: int
    end: int


def joined(title: str, parts: Sequence[tuple[str, Sound]]) -> bytes:
    """Stretches of sound, each with its title, as one file with a chapter for each."""
    rate = parts[0][1].rate
    if any(sound.rate != rate for _, sound in parts):
        raise ValueError("stretches of sound with other rates cannot be joined")
    chapters, at = [], 0
    for name, sound in parts:
        count = len(sound.samples) // BYTES_A_SAMPLE
        chapters.append(Chapter(name, at, at + count))
        at += count
    body = b"".join([
        b"WAVE",
        _chunk(b"fmt ", struct.pack("<HHIIHH", PCM, 1, rate, rate * BYTES_A_SAMPLE, BYTES_A_SAMPLE, 16)),
        _chunk(b"id3 ", _id3(title, chapters, rate)),
        _chunk(b"cue ", _cues(chapters)),
        _chunk(b"LIST", b"adtl" + b"".join(_label(number, each) for number, each in enumerate(chapters, start=1))),
        _chunk(b"data", b"".join(sound.samples for _, sound in parts)),
    ])  # fmt: skip
    return _chunk(b"RIFF", body)


def sound_in(data: bytes) -> Sound:
    """The samples of a WAV file of one channel and 16 bits, also one that was written while it was being made, so that
    it does not know its own length. Raises HandoutError for any other."""
    chunks = dict(_chunks(data))
    shape = chunks.get(b"fmt ", b"")
    if len(shape) < 16 or b"data" not in chunks:
        raise HandoutError("The voice gave no sound.", "Try the same program by itself, and install it again.")
    kind, channels, rate, _, _, bits = struct.unpack("<HHIIHH", shape[:16])
    if (kind, channels, bits) != (PCM, 1, 16):
        raise HandoutError(
            f"The voice gave sound of {channels} channels and {bits} bits.", "Use another version of it."
        )
    samples = chunks[b"data"]
    return Sound(rate, samples[: len(samples) - len(samples) % BYTES_A_SAMPLE])


def chapters_in(data: bytes) -> list[Chapter]:
    """The chapters of a file of ours, read back from its cue points and labels."""
    chunks = dict(_chunks(data))
    cues = chunks[b"cue "]
    starts = [
        struct.unpack_from("<I", cues, 4 + 24 * place + 20)[0] for place in range(struct.unpack_from("<I", cues)[0])
    ]
    ends = [*starts[1:], len(chunks[b"data"]) // BYTES_A_SAMPLE]
    titles = [
        label[4:].rstrip(b"\0").decode() for name, label in _chunks(b"RIFF    " + chunks[b"LIST"]) if name == b"labl"
    ]
    return [Chapter(*each) for each in zip(titles, starts, ends, strict=True)]


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    """Name and content of each chunk; the last ends with the file, whatever it says."""
    found, at = [], 12
    while at + 8 <= len(data):
        name, length = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        found.append((name, data[at + 8 : at + 8 + length]))
        at += 8 + length + length % 2
    return found


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def _cues(chapters: Sequence[Chapter]) -> bytes:
    points = (
        struct.pack("<II4sIII", number, each.start, b"data", 0, 0, each.start)
        for number, each in enumerate(chapters, start=1)
    )
    return struct.pack("<I", len(chapters)) + b"".join(points)


def _label(number: int, chapter: Chapter) -> bytes:
    return _chunk(b"labl", struct.pack("<I", number) + chapter.title.encode() + b"\0")


def _id3(title: str, chapters: Sequence[Chapter], rate: int) -> bytes:
    """An ID3v2.4 tag: the title, a table of contents, and each chapter with its title and its times in milliseconds."""
    names = [f"ch{number}".encode() + b"\0" for number in range(1, len(chapters) + 1)]
    contents = b"toc\0" + bytes([_ORDERED_TOP, len(names)]) + b"".join(names)
    frames = [_frame(b"TIT2", _TEXT_UTF8 + title.encode()), _frame(b"CTOC", contents)]
    for name, each in zip(names, chapters, strict=True):
        times = (round(place * 1000 / rate) for place in (each.start, each.end))
        head = name + struct.pack(">IIII", *times, _NO_OFFSET, _NO_OFFSET)
        frames.append(_frame(b"CHAP", head + _frame(b"TIT2", _TEXT_UTF8 + each.title.encode())))
    body = b"".join(frames)
    return b"ID3\x04\x00\x00" + _sevens(len(body)) + body


def _frame(name: bytes, content: bytes) -> bytes:
    return name + _sevens(len(content)) + b"\0\0" + content


def _sevens(number: int) -> bytes:
    """A length in four bytes of seven bits, as ID3 has it."""
    return bytes((number >> shift) & 0x7F for shift in (21, 14, 7, 0))
