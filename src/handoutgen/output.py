"""Finished bytes → a file that is whole or not there at all.

The bytes go to a temporary file in the same folder, which then takes the place of the old file in one step
(`os.replace` is atomic on one file system). Whatever stops that on the way, no part of a leaflet stays behind:
half a leaflet that somebody prints is worse than none.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from handoutgen.errors import HandoutError

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})
_LOCKED_ON_WINDOWS = frozenset({5, 32, 33})
"""ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: a viewer holds the file open."""
_TOO_LONG_ON_WINDOWS = frozenset({111, 206})
"""ERROR_BUFFER_OVERFLOW, ERROR_FILENAME_EXCED_RANGE."""


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path`, making its folder if need be; an older file is replaced in one step.

    Raises HandoutError when the disk, the folder or the old file does not allow it; then nothing has changed.
    """
    _make_folder(path.parent)
    try:
        if path.is_dir():
            raise HandoutError(
                f"{path} cannot be written: a folder has that name.", "Rename that folder, or use another --out."
            )
        temporary = _write_beside(path, data)
    except OSError as problem:
        raise _explain(path, problem) from problem
    replace_whole(temporary, path)


def write_changed(path: Path, data: bytes) -> bool:
    """The same, unless the file has these bytes already; whether it was written. Raises as `write_whole`."""
    if has_bytes(path, data):
        return False
    write_whole(path, data)
    return True


def has_bytes(path: Path, data: bytes) -> bool:
    """Whether a file is there with exactly these bytes; False for one that cannot be read."""
    try:
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def replace_whole(temporary: Path, path: Path) -> None:
    """Put a finished file of the same folder in the place of `path`, in one step; it is removed if that fails.

    Raises HandoutError, and then `path` is what it was.
    """
    try:
        temporary.replace(path)
    except BaseException as problem:
        _remove(temporary)
        if isinstance(problem, OSError):
            raise _explain_replace(path, problem) from problem
        raise


@contextlib.contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """Whatever the disk does not allow, told as a HandoutError about `path`."""
    try:
        yield
    except OSError as problem:
        raise _explain(path, problem) from problem


def write_new(path: Path, data: bytes, remedy: str = "Choose another name, or open that file.") -> None:
    """Write a file that must not exist yet, in one step; raises HandoutError when it does, with what to do then, and
    leaves it as it is."""
    _make_folder(path.parent)
    try:
        with path.open("xb"):  # claims the name: two starters at once cannot both have it
            pass
    except FileExistsError as problem:
        raise HandoutError(f"{path} exists already.", remedy) from problem
    except OSError as problem:
        raise _explain(path, problem) from problem
    try:
        write_whole(path, data)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def below(root: Path, name: str) -> Path:
    """The path of `name` (with / between its folders) below the folder `root`, for writing or deleting.

    Raises HandoutError when a folder on the way is a link that leads out of `root`: nothing is ever written elsewhere.
    The file itself may be a link: it is replaced or deleted, and what it leads to stays.
    """
    path = root / name
    if not _lies_in(root, path.parent):
        raise HandoutError(
            f"{path} cannot be written: a folder on the way is a link that leads out of {root}.",
            "Put a folder of its own in the place of the link, or use another --out.",
        )
    return path


def _lies_in(root: Path, folder: Path) -> bool:
    try:
        return folder.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # links in a circle
        return False


def disk_is_full(problem: BaseException) -> bool:
    """Whether writing failed for want of space: then there is no use in trying the next file."""
    cause = problem if isinstance(problem, OSError) else problem.__cause__
    return isinstance(cause, OSError) and cause.errno in _FULL


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as problem:
        raise _explain_occupied(folder) from problem
    except OSError as problem:
        raise _explain(folder, problem) from problem


def _explain_occupied(folder: Path) -> HandoutError:
    """Why there can be no folder of this name: a file has it, or a link that leads nowhere, here or further up."""
    for place in (folder, *folder.parents):
        if place.is_symlink() and not place.exists():
            return HandoutError(
                f"The folder {place} cannot be used: it is a link, and what it leads to is not there.",
                "Connect the drive it leads to, or take the link away, or use another --out.",
            )
    return HandoutError(
        f"The folder {folder} cannot be made: a file has that name.", "Rename that file, or use another --out."
    )


def _write_beside(path: Path, data: bytes) -> Path:
    """A temporary file in the same folder, flushed to the disk; removed again if anything stops it."""
    # Not tempfile.mkstemp: its files are private (mode 0600), and a leaflet on a shared drive is for everybody.
    # The name is short: a leaflet's name that only just fits must not fail for its temporary twin.
    temporary = path.parent / f".hg-{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # without it a power cut after the replacement can leave an empty file
    except BaseException:
        _remove(temporary)
        raise
    return temporary


def _remove(temporary: Path) -> None:
    """Take the temporary file away; a failure here must not hide what went wrong before."""
    with contextlib.suppress(OSError):
        temporary.unlink(missing_ok=True)


def _explain_replace(path: Path, problem: OSError) -> HandoutError:
    if isinstance(problem, PermissionError) or getattr(problem, "winerror", None) in _LOCKED_ON_WINDOWS:
        return HandoutError(
            f"{path} cannot be replaced: it is open in another program, or write-protected.",
            "Close it in the PDF viewer and try again, or use another --out.",
        )
    return _explain(path, problem)


def _explain(path: Path, problem: OSError) -> HandoutError:
    if problem.errno in _FULL:
        return HandoutError(f"{path} cannot be written: the disk is full.", "Free some space and try again.")
    if problem.errno == errno.ENAMETOOLONG or getattr(problem, "winerror", None) in _TOO_LONG_ON_WINDOWS:
        return HandoutError(f"{path} cannot be written: its name is too long.", "Use a shorter --out folder or name.")
    if problem.errno == errno.EROFS:
        return HandoutError(f"{path} cannot be written: the disk is read-only.", "Use another --out.")
    if isinstance(problem, PermissionError):
        return HandoutError(
            f"{path} cannot be written: you have no permission to write there.",
            "Use another --out, such as a folder of your own.",
        )
    reason = problem.strerror or type(problem).__name__
    return HandoutError(
        f"{path} cannot be written: {reason}.", "Check that the folder can be reached, or use another --out."
    )
