"""Leaflets' files → the digests of their texts, remembered from one run to the next, so that five hundred leaflets are
not read and parsed each time that somebody asks who approved them.

What is remembered stands in a file beside the kept copies, by the bytes of all that a leaflet is read from and by the
version of the program: an edit, a picture drawn anew or an update is never missed. The file may be deleted at any time;
whoever may write it may write approvals too. Builds and checks never ask it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from handoutgen import __version__
from handoutgen.approval.content_text import MOST_PICTURE
from handoutgen.approval.kept_copies import APPROVED
from handoutgen.errors import HandoutError
from handoutgen.library.peek import LeafletEntry
from handoutgen.library.poses import POSES
from handoutgen.library.resources import library_folder
from handoutgen.output import write_whole
from handoutgen.workshop import Workshop

FILE = "known-texts.json"
MOST_BYTES = 20_000_000
_DIGEST = re.compile(r"[0-9a-f]{64}")


class KnownTexts:
    """Digests of a project's leaflets; `keep` writes down those that were asked for."""

    def __init__(self, project: Path, workshop: Workshop) -> None:
        self._place = project / "clinics" / APPROVED / FILE
        self._workshop = workshop
        self._known = _read(self._place)
        self._asked: dict[str, str] = {}
        shared = (project / "handouts" / POSES, project / POSES, library_folder("handouts") / POSES)
        self._poses = _digest_of(file for folder in shared for file in _files_below(folder))

    def digest_of(self, entry: LeafletEntry) -> str:
        """What the text of a leaflet is known by; empty for one that cannot be read."""
        source = self._source(entry.path)
        digest = self._known.get(source) or self._read_now(entry.path)
        if source and digest:
            self._asked[source] = digest
        return digest

    def keep(self) -> None:
        """Write down what was asked for, if there is anything new; where that is not allowed, nothing is."""
        if self._asked.items() - self._known.items() and self._place.parent.is_dir():
            with contextlib.suppress(HandoutError):
                write_whole(self._place, json.dumps(self._asked, indent=0, sort_keys=True).encode("ascii"))

    def _source(self, path: Path) -> str:
        """What all files that a leaflet is read from are known by; empty where they cannot be read."""
        own = [path, *_files_below(path.parent / "figures"), *_files_below(path.parent / POSES)]
        files = _digest_of(own)
        return (
            hashlib.sha256(f"{__version__}\n{self._poses}\n{files}".encode()).hexdigest()
            if files and self._poses
            else ""
        )

    def _read_now(self, path: Path) -> str:
        try:
            return self._workshop.content_of(self._workshop.leaflet(path)).digest
        except HandoutError:
            return ""


def _files_below(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.rglob("*") if path.is_file())
    except OSError:
        return []


def _digest_of(files: Iterator[Path] | list[Path]) -> str:
    """One digest of names and bytes; empty where one of them cannot be read."""
    digest = hashlib.sha256()
    for path in files:
        try:
            if path.stat().st_size > MOST_PICTURE:
                return ""
            data = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            return ""
        digest.update(f"{path.parent.name}/{path.name}\n{data}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _read(place: Path) -> dict[str, str]:
    """What was written down; nothing of a file that is not as we write it."""
    try:
        if place.stat().st_size > MOST_BYTES:
            return {}
        told = json.loads(place.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(told, dict):
        return {}
    return {
        source: digest
        for source, digest in told.items()
        if isinstance(digest, str) and _DIGEST.fullmatch(source) and _DIGEST.fullmatch(digest)
    }
