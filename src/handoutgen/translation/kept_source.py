"""What a translation was made from, kept as plain text beside the leaflet, so that a change can be shown.

`handouts/<id>/translated-from/<language>.txt` has the source's words of each part as they were when it was begun or
accepted. Whether a part still is what was translated, its digest in the translation's record tells: one that somebody
has changed by hand, or that is of another day, is never compared with. Nothing but showing changes depends on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from handoutgen.approval.content_text import ContentLine
from handoutgen.content.record import UNTRANSLATED
from handoutgen.translation.parts import digest_of

FOLDER = "translated-from"
MOST_BYTES = 8_000_000
"""A leaflet's file has at most an eighth of it, and names of places come on top."""
_HEAD = """\
handoutgen source text
What {leaflet} in {language} was translated from ({source}). The program writes and reads this file: change nothing.

"""
_PART = "# "
KeptParts = Mapping[str, tuple[ContentLine, ...]]


def kept_path(translation: Path, language: str) -> Path:
    """Where the copy of what a translation was made from lies."""
    return translation.parent / FOLDER / f"{language}.txt"


def kept_bytes(parts: KeptParts, leaflet: str, language: str, source: str) -> bytes:
    """The file: under each part's name, its lines."""
    told = [_HEAD.format(leaflet=leaflet, language=language, source=source)]
    for key, lines in parts.items():
        told += [f"{_PART}{key}\n", *(f"{line}\n" for line in lines)]
    return "".join(told).encode("utf-8", "surrogatepass")


def kept_parts(path: Path, marks: Mapping[str, str]) -> KeptParts:
    """The parts in a copy that are still what the record's digests name, and those that are not translated yet, as they
    were when the translation was begun. Never raises for what cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        body = data.decode("utf-8-sig", "surrogatepass").replace("\r\n", "\n").partition("\n\n")[2]
    except (OSError, UnicodeDecodeError):
        return {}
    found: dict[str, list[ContentLine]] = {}
    lines: list[ContentLine] = []
    for line in body.split("\n") if len(data) <= MOST_BYTES else ():
        if line.startswith(_PART):
            lines = found.setdefault(line.removeprefix(_PART), [])
        elif line:
            place, _, said = line.partition(": ")
            lines.append(ContentLine(place, said))
    return {key: tuple(each) for key, each in found.items() if marks.get(key) in (UNTRANSLATED, digest_of(each))}
