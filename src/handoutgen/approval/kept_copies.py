"""What was approved, kept as plain text beside the clinics: files that a person can read, and that prove themselves.

`clinics/approved/` has a text for each approved content, and its pictures below `pictures/`. It lies there for what is
approved must travel with the approvals, and because a server that may change clinics may write there. A text's name
tells what it is of; whether it is still what was approved, its digest tells, which the clinic's record names: a copy
that somebody has changed, by however little, is told as changed and never compared with. Its head is for whoever opens
it and not part of the digest; neither are line ends and a mark of order, which editors and version control change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from handoutgen.approval.content_text import MOST_PICTURE, ContentLine, ContentText, picture_digest
from handoutgen.content.clinic import LeafletApproval

APPROVED, PICTURES = "approved", "pictures"
"""The folder beside the clinics' files, where nothing looks for clinics, and the one inside it."""
MOST_BYTES = 8_000_000
"""Of a text. A leaflet's file has at most an eighth of it, and names of places come on top."""
LONGEST_VERSION, SHOWN_OF_DIGEST = 20, 16
"""Signs of each in a file's name."""
_HEAD = """\
handoutgen approved text
Version {version} of {leaflet} in {language}, as a clinic approved it. Change nothing: a changed copy proves nothing.

"""
_BOM = b"\xef\xbb\xbf"


class KeptState(StrEnum):
    """Whether a kept copy is what was approved."""

    SOUND = "sound"
    MISSING = "missing"
    CHANGED = "changed"
    """Somebody has changed it, or it was cut short."""
    TOO_LARGE = "too large"
    UNREADABLE = "unreadable"


class KeptText(Struct, frozen=True):
    """What is kept of an approved text."""

    path: Path
    state: KeptState
    lines: tuple[ContentLine, ...] = ()
    """Empty unless it is sound."""


def folder_of_copies(clinic: Path) -> Path:
    """Where the texts lie that a clinic's file has approved."""
    return clinic.parent / APPROVED


def copy_name(leaflet: str, language: str, version: str, digest: str) -> str:
    """The name of a text's file: words and figures that every system takes."""
    return f"{leaflet}_{language}_{version[:LONGEST_VERSION]}_{digest[:SHOWN_OF_DIGEST]}.txt"


def picture_name(digest: str, file: Path) -> str:
    """The name of a kept picture."""
    return f"{digest[:SHOWN_OF_DIGEST]}{file.suffix.lower()}"


def copy_bytes(text: ContentText, leaflet: str, language: str, version: str) -> bytes:
    """A text's file."""
    head = _HEAD.format(version=version[:LONGEST_VERSION], leaflet=leaflet, language=language)
    return (head + text.text).encode("utf-8", "surrogatepass")


def read_copy(folder: Path, approval: LeafletApproval) -> KeptText:
    """The text that an approval names, if it is there and is what was approved. Never raises for what is not."""
    digest = approval.content or ""
    path = folder / copy_name(approval.leaflet, approval.language or "", approval.version, digest)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return KeptText(path, KeptState.MISSING)
    except OSError:
        return KeptText(path, KeptState.UNREADABLE)
    if len(data) > MOST_BYTES:
        return KeptText(path, KeptState.TOO_LARGE)
    body = _body(data)
    if hashlib.sha256(body).hexdigest() != digest:
        return KeptText(path, KeptState.CHANGED)
    return KeptText(path, KeptState.SOUND, tuple(_lines(body)))


def copies_in(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Leaflet, language, version and digest of every copy in a folder that is still what was approved, by name."""
    for path in sorted(folder.glob("*.txt")):
        named = path.stem.rsplit("_", 3)
        try:
            if len(named) != 4 or path.stat().st_size > MOST_BYTES:
                continue
            digest = hashlib.sha256(_body(path.read_bytes())).hexdigest()
        except OSError:
            continue
        if digest.startswith(named[3]) and len(named[3]) == SHOWN_OF_DIGEST:
            yield named[0], named[1], named[2], digest


def kept_picture(folder: Path, digest: str) -> Path | None:
    """The kept file of an approved picture, if it is there and still that picture."""
    for path in sorted((folder / PICTURES).glob(f"{digest[:SHOWN_OF_DIGEST]}.*")):
        try:
            if path.stat().st_size <= MOST_PICTURE and picture_digest(path.read_bytes(), path.name) == digest:
                return path
        except OSError:
            continue
    return None


def _body(data: bytes) -> bytes:
    """What the digest is of: all behind the first empty line."""
    return data.removeprefix(_BOM).replace(b"\r\n", b"\n").partition(b"\n\n")[2]


def _lines(body: bytes) -> Iterator[ContentLine]:
    for line in body.decode("utf-8", "surrogatepass").split("\n"):
        place, _, said = line.partition(": ")
        if place:
            yield ContentLine(place, said)
