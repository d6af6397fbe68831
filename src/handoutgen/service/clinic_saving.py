"""New bytes for a clinic's or a leaflet's file → the file, whole or as it was, with the one before it kept."""

from __future__ import annotations

import contextlib
import hashlib
import stat
from datetime import datetime
from pathlib import Path

from handoutgen.content.yaml.file import read_content
from handoutgen.errors import HandoutError
from handoutgen.output import write_new, write_whole
from handoutgen.service.alone import alone_with

EARLIER = "earlier"
"""The folder beside a file that keeps the ones before it: nothing that looks for clinics or leaflets looks there."""
MOST_IN_A_SECOND = 100


class ChangedMeanwhile(HandoutError):  # noqa: N818 - says what it is to staff
    """Somebody else has changed the file since it was opened."""


def save_content(path: Path, data: bytes, opened: str, now: datetime) -> Path:
    """Put `data` in the place of a content file, if its digest is still `opened`; returns where the old file is kept.

    The old bytes are on the disk before the new ones are; the change is one step. Of a link, what it leads to is
    changed. Raises ChangedMeanwhile, or HandoutError when the disk does not allow it: then the file is what it was.
    """
    real = path.resolve()
    with alone_with(real):
        return _save(real, data, opened, now)


def _save(real: Path, data: bytes, opened: str, now: datetime) -> Path:
    old, mode = read_content(real), stat.S_IMODE(real.stat().st_mode)
    if hashlib.sha256(old).hexdigest() != opened:
        raise ChangedMeanwhile("This file has changed since you opened it.", "Compare, then save again.")
    kept = _keep(real, old, now)
    try:
        write_whole(real, data)
    except BaseException:
        kept.unlink(missing_ok=True)
        raise
    for place in (real, kept):
        with contextlib.suppress(OSError):  # who could change the old file can change the new one
            place.chmod(mode)
    return kept


def _keep(path: Path, old: bytes, now: datetime) -> Path:
    """A copy by its day and time, which Windows can have in a name too."""
    folder = path.parent / EARLIER
    stem = f"{path.stem}_{now:%Y-%m-%d_%H%M%S}"
    names = (f"{stem}.yaml", *(f"{stem}-{number}.yaml" for number in range(2, MOST_IN_A_SECOND)))
    place = next((folder / name for name in names if not (folder / name).exists()), None)
    if place is None:
        raise HandoutError("The file before this one cannot be kept.", "Try again in a second.")
    write_new(place, old)
    return place
