"""What a row's bytes depend on → hashes that can be compared one by one, so that a reason can be given.

Never a time stamp: a copied, restored or touched file is the same file if its bytes are.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import re
import zlib
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import astuple

from handoutgen.alternatives.braille import liblouis
from handoutgen.alternatives.read_aloud import espeak
from handoutgen.approval.holding import is_to_come
from handoutgen.batch.payload import Payload, clinic_payload, leaflet_payload
from handoutgen.content.digits import day_of
from handoutgen.errors import HandoutError
from handoutgen.formats import Options
from handoutgen.library.peek import peek_due
from handoutgen.library.resources import library_folder

LIBRARIES = ("reportlab", "uharfbuzz", "pillow", "markdown-it-py", "pydantic", "pyyaml", "segno")
"""Whose versions can change a page."""
OTHER_ROOMS = ("batch", "cli", "drawing", "site", "web")
"""Rooms of ours that never touch a page's bytes."""
UNREADABLE = "unreadable"
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


class Inputs(Struct, frozen=True):
    """All that a row's bytes depend on. What changes by itself is `overdue`, and in `clinic` which days are to come."""

    leaflet: str
    clinic: str
    fonts: str
    engine: str
    options: str
    overdue: bool


class Program(Struct, frozen=True):
    """The program itself, as an input."""

    fonts: str
    engine: str


def program() -> Program:
    """The hashes of the fonts and of the program that runs here."""
    return Program(fonts_digest(library_folder("fonts")), engine_digest())


def fonts_digest(folder: Path) -> str:
    """One hash for all font files."""
    return _files_digest(folder, folder.rglob("*.ttf"))


def engine_digest() -> str:
    """One hash for our own source files and the versions of the libraries that draw."""
    package = Path(__file__).resolve().parents[1]
    own = (
        path
        for path in package.rglob("*")
        if path.is_file() and _is_source(path) and path.relative_to(package).parts[0] not in (*OTHER_ROOMS, "library")
    )
    versions = [f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES]
    # Another zlib packs the same page into other bytes.
    ours = (
        f"zlib {zlib.ZLIB_RUNTIME_VERSION}",
        f"liblouis {liblouis.version_here()}",
        f"voice {espeak.version_here()}",
    )
    told = "\n".join([*versions, *ours])
    return hashlib.sha256(f"{told}\n{_files_digest(package, own)}".encode()).hexdigest()


def _is_source(path: Path) -> bool:
    return "__pycache__" not in path.parts and path.suffix != ".pyc"


def _files_digest(root: Path, files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(files, key=lambda path: path.relative_to(root).as_posix()):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        with path.open("rb") as file:  # in pieces, whatever its size
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


class Digests:
    """The hash of each leaflet and clinic, made once; `due` knows review dates by a leaflet's hash: its own, and
    that of the language beside it."""

    def __init__(self, today: date, due: dict[str, tuple[date, ...]], beside: str = "") -> None:
        self._today = today
        self._beside = beside
        self._due = due
        self._leaflets: dict[Path, str] = {}
        self._clinics: dict[Path, str] = {}

    def leaflet(self, path: Path) -> str:
        """The hash of a leaflet and its figures, and of the same in the language beside it."""
        if path not in self._leaflets:
            payload = _payload_or_none(path, lambda each: leaflet_payload(each, self._beside))
            self._leaflets[path] = payload.digest if payload else UNREADABLE
            if payload and payload.digest not in self._due:
                self._due[payload.digest] = _days_due(payload)
        return self._leaflets[path]

    def clinic(self, path: Path | None) -> str:
        """The hash of a clinic and its logo; empty without a clinic."""
        if path is None:
            return ""
        if path not in self._clinics:
            payload = _payload_or_none(path, clinic_payload)
            self._clinics[path] = clinic_digest(payload, self._today) if payload else UNREADABLE
        return self._clinics[path]

    def overdue(self, leaflet_digest: str) -> int:
        """In how many of its languages, of one or two, that leaflet's review date has passed."""
        return sum(day < self._today for day in self._due.get(leaflet_digest, ()))


def _days_due(payload: Payload) -> tuple[date, ...]:
    """The review dates of a leaflet and of the language beside it, as far as their files say them."""
    texts = [payload.data, *(data for name, data in payload.files if name == payload.beside)]
    return tuple(day for data in texts if (day := peek_due(data)))


def clinic_digest(payload: Payload, today: date) -> str:
    """The hash of a clinic and its logo, with the days that its file names and that have not come: an approval counts
    when its day has."""
    if b"approvals" not in payload.data:
        return payload.digest
    days = {day for text in _DAY.findall(payload.data.decode(errors="replace")) if (day := _day_or_none(text))}
    return "+".join([payload.digest, *(day.isoformat() for day in sorted(days) if is_to_come(day, today))])


def _day_or_none(text: str) -> date | None:
    try:
        return day_of(text)
    except ValueError:
        return None


def options_digest(form: str, size: str, options: Options, allow_expired: str | None) -> str:
    """What was asked for, in words that compare."""
    return "|".join([form, size, *(str(value) for value in astuple(options)), allow_expired or ""])


def _payload_or_none(path: Path, read: Callable[[Path], Payload]) -> Payload | None:
    try:
        return read(path)
    except HandoutError:
        return None
