"""What earlier runs made and the plan has no longer → files to name, or to delete when that is asked for."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, field

from handoutgen.batch.digest import UNREADABLE
from handoutgen.batch.entry import LEFT_OUT, ManifestEntry
from handoutgen.batch.ledger import Ledger
from handoutgen.batch.matrix import Row
from handoutgen.batch.reasons import hash_of
from handoutgen.errors import HandoutError
from handoutgen.output import below


class Pruned(Struct):
    """Paths by what became of them; for those that were kept, why."""

    deleted: list[str] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)


def left_over(ledger: Ledger, plan: str, rows: Iterable[Row]) -> list[ManifestEntry]:
    """Files that a plan made once and has no row for any more, or none that can be made."""
    paths = {row.path for row in rows}
    return [
        entry
        for path, entry in sorted(ledger.entries.items())
        if entry.plan == plan and (path not in paths or (entry.status == LEFT_OUT and entry.sha256))
    ]


class Unread:
    """Whose files could not be read this time. What they made before is kept: which rows they would have now, nobody
    knows."""

    def __init__(self, rows: Iterable[tuple[Row, str, str]]) -> None:
        """Each row with the hashes of its leaflet and its clinic."""
        self._clinics: set[str] = set()
        self._is_any_leaflet = False
        for row, leaflet, clinic in rows:
            if row.clinic and (clinic == UNREADABLE or not row.clinic.is_readable):
                self._clinics.add(row.clinic.id)
            # A leaflet that is named by its path says its id itself; unread, any file may be its.
            self._is_any_leaflet |= leaflet == UNREADABLE or not row.leaflet.is_readable

    def why_kept(self, entry: ManifestEntry) -> str:
        """Why an entry's file must stay; empty when it need not."""
        if entry.clinic in self._clinics:
            return f"the file of the clinic {entry.clinic} cannot be read now"
        return "a leaflet of the plan cannot be read now" if self._is_any_leaflet else ""


def prune(ledger: Ledger, entries: Iterable[ManifestEntry], unread: Unread) -> Pruned:
    """Delete what is left over, but for files that somebody has changed, that lie elsewhere, or that may still be
    wanted."""
    pruned = Pruned()
    for entry in entries:
        why = unread.why_kept(entry) or _why_kept(ledger, entry)
        if why:
            pruned.kept[entry.path] = why
            continue
        path = below(ledger.out, entry.path)
        if entry.sha256 and hash_of(path) is not None:
            if not _is_deleted(path, ledger.out):
                pruned.kept[entry.path] = "the system does not allow it; it may be open in another program"
                continue
            pruned.deleted.append(entry.path)
        ledger.forget(entry.path)
    return pruned


def _why_kept(ledger: Ledger, entry: ManifestEntry) -> str:
    try:
        path = below(ledger.out, entry.path)
    except HandoutError:
        return "a folder on the way is a link that leads elsewhere"
    standing = hash_of(path) if entry.sha256 else None
    return "" if standing in (None, entry.sha256) else "it is not as it was made"


def _is_deleted(path: Path, out: Path) -> bool:
    """Delete a file, and its folder when nothing else is in it; whether it is gone."""
    try:
        path.unlink()
    except OSError:
        return False
    if path.parent != out:
        with contextlib.suppress(OSError):
            path.parent.rmdir()  # only when it is empty
    return True
