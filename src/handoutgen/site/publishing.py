"""Pages → files: what has changed is written, what has gone is taken away, and nothing that the site has not written is
touched.

What will be written is noted first, so that a site that was stopped in the middle knows its own pages again.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from handoutgen.batch.reasons import hash_of
from handoutgen.errors import HandoutError
from handoutgen.output import below, has_bytes, write_changed, write_whole
from handoutgen.site.frame import GENERATOR
from handoutgen.site.record import RecordedPage, SiteRecord, place_of_record

LONGEST_HEAD = 4_000
"""Bytes in which a page of ours says what wrote it."""


class WantedPage(Struct, frozen=True):
    """A page as it is to be; what the record says of it beside its hash."""

    data: bytes
    told: RecordedPage

    @staticmethod
    def of(
        data: bytes, clinic: str = "", leaflet: str = "", language: str = "", title: str = "", listed: str = ""
    ) -> WantedPage:
        """The page with its hash."""
        digest = hashlib.sha256(data).hexdigest()
        return WantedPage(data, RecordedPage(digest, clinic, leaflet, language, title, listed))


class Published(Struct):
    """Paths by what became of them."""

    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)
    """What has gone from the site and still lies there, each with why."""


def what_would_change(
    out: Path, wanted: Mapping[str, WantedPage], record: SiteRecord, stay: Sequence[str]
) -> Published:
    """What publishing would do; nothing is changed. `stay`: pages that stay as they are, or their folders."""
    told = Published()
    for path, page in wanted.items():
        (told.unchanged if has_bytes(out / path, page.data) else told.written).append(path)
    for path in _gone(wanted, record, stay):
        _sort_out(told, path, _why_kept(out, path, record.pages[path]))
    return told


def publish(
    out: Path, plan: str, wanted: Mapping[str, WantedPage], record: SiteRecord, stay: Sequence[str]
) -> Published:
    """Do it. Raises HandoutError for a file in the way that the site has not written, and when the disk is full; then
    the pages of before are there, or those of now."""
    told = what_would_change(out, wanted, record, stay)
    _refuse_foreign(out, told.written, record)
    place = below(out, place_of_record(out).relative_to(out).as_posix())
    now = {path: page.told for path, page in wanted.items()}
    if told.written or told.removed:
        write_whole(place, SiteRecord(plan, {**record.pages, **now}).as_json())
    for path in told.written:
        write_whole(below(out, path), wanted[path].data)
    for path in [*told.removed]:
        if not _is_removed(out, path):
            told.removed.remove(path)
            told.kept[path] = "the system does not allow it; it may be open in another program"
    staying = {path: page for path, page in record.pages.items() if path not in told.removed}
    write_changed(place, SiteRecord(plan, {**staying, **now}).as_json())
    return told


def _gone(wanted: Mapping[str, WantedPage], record: SiteRecord, stay: Sequence[str]) -> Iterable[str]:
    return [path for path in record.pages if path not in wanted and not path.startswith(tuple(stay))]


def _sort_out(told: Published, path: str, why: str) -> None:
    if why:
        told.kept[path] = why
    else:
        told.removed.append(path)


def _why_kept(out: Path, path: str, page: RecordedPage) -> str:
    try:
        standing = hash_of(below(out, path))
    except HandoutError:
        return "a folder on the way is a link that leads elsewhere"
    return "" if standing in (None, page.sha256) else "it is not as the site wrote it"


def _refuse_foreign(out: Path, paths: Sequence[str], record: SiteRecord) -> None:
    foreign = [
        path for path in paths if path not in record.pages and (out / path).exists() and not _is_ours(out / path)
    ]
    if foreign:
        more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
        raise HandoutError(
            f"{out / foreign[0]}{more} is there already, and no site has written it.",
            "Move it away, or use another --out.",
        )


def _is_ours(path: Path) -> bool:
    """Whether a page says that this program wrote it: after a record was lost."""
    try:
        with path.open("rb") as file:
            return GENERATOR.encode() in file.read(LONGEST_HEAD)
    except OSError:
        return False


def _is_removed(out: Path, path: str) -> bool:
    """Delete a page, and the folders that are empty then; whether it is gone."""
    file = below(out, path)
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return False
    clear_folders(out, path)
    return True


def clear_folders(out: Path, path: str) -> None:
    """Take away the folders in which a file lay, from the inside, as long as nothing else is in them."""
    with contextlib.suppress(OSError, HandoutError):
        for folder in below(out, path).relative_to(out).parents[:-1]:
            if (out / folder).is_dir():
                (out / folder).rmdir()
