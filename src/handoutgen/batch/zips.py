"""Each clinic's finished files → one archive to send, the same bytes for the same files on any day."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import zipfile
from collections.abc import Sequence
from pathlib import Path

from handoutgen.batch.entry import ManifestEntry
from handoutgen.batch.ledger import Ledger
from handoutgen.batch.naming import NO_CLINIC
from handoutgen.batch.reasons import hash_of
from handoutgen.output import below, replace_whole, writing_to

THE_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day a zip can name: a real one would make each archive another file."""
PIECE = 1 << 20


def write_zips(ledger: Ledger, entries: Sequence[ManifestEntry]) -> list[str]:
    """Write an archive for each clinic of `entries`, unless the one there holds these files already. The names of
    those that were written. Raises HandoutError."""
    by_clinic: dict[str, list[ManifestEntry]] = {}
    for entry in entries:
        if entry.status == "made":
            by_clinic.setdefault(entry.clinic or NO_CLINIC, []).append(entry)
    return [name for clinic, own in sorted(by_clinic.items()) if _write(ledger, name := f"{clinic}.zip", clinic, own)]


def _write(ledger: Ledger, name: str, clinic: str, entries: Sequence[ManifestEntry]) -> bool:
    ordered = sorted(entries, key=lambda entry: entry.path)
    contents = hashlib.sha256("\n".join(f"{e.path} {e.sha256}" for e in ordered).encode()).hexdigest()
    path, known = below(ledger.out, name), ledger.zips.get(name)
    if known and known["contents"] == contents and hash_of(path) == known["sha256"]:
        return False
    temporary = path.parent / f".hg-{secrets.token_hex(8)}.tmp"
    try:
        with writing_to(path):
            _pack(temporary, ledger.out, clinic, ordered)
        replace_whole(temporary, path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    ledger.zips[name] = {"contents": contents, "sha256": hash_of(path) or ""}
    return True


def _pack(archive: Path, out: Path, clinic: str, entries: Sequence[ManifestEntry]) -> None:
    """Files are stored as they are: a PDF is packed already. They go through in pieces, however many there are."""
    with zipfile.ZipFile(archive, "x", zipfile.ZIP_STORED) as packed:
        for entry in entries:
            member = zipfile.ZipInfo(entry.path.removeprefix(f"{clinic}/"), THE_DAY)
            member.external_attr = 0o644 << 16
            member.create_system = 3  # the same on Windows
            path = out / entry.path
            member.file_size = path.stat().st_size  # not what the manifest says: anybody can write there
            with path.open("rb") as source, packed.open(member, "w") as target:
                while piece := source.read(PIECE):
                    target.write(piece)
