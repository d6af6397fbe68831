"""Where a warm process of this user is found: one small file that nobody else can read or could have written.

It says where to knock and holds the secret by which both sides know each other. It lies in the user's own folder for
what lasts as long as a session, with mode 0600; a file of somebody else, or one that others may read, is none.
"""

from __future__ import annotations

import os
import stat
import sys

NAME = "warm"
LANGUAGE = "handoutgen-warm-1"
"""What the two sides speak: its first line. Another number is another language."""
_MOST = 4_096
_LINES = 5


class Meeting:
    """What the file says: `address` is a port of this computer alone, or the name of a socket beside the file."""

    def __init__(self, address: str, secret: bytes, process: int, version: str) -> None:
        self.address, self.secret, self.process, self.version = address, secret, process, version

    @property
    def port(self) -> int | None:
        """The port; None for a socket that is a file."""
        return int(self.address) if self.address.isdigit() else None


def folder() -> str:
    """This user's folder for it, which may not be there."""
    home = os.path.expanduser("~")  # noqa: PTH111 - here and below: pathlib is not loaded for this
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or home, "handoutgen")  # noqa: PTH118
    lasting = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("XDG_CACHE_HOME")
    usual = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return os.path.join(lasting or os.path.join(home, usual), "handoutgen")  # noqa: PTH118


def path() -> str:
    """The file's path, there or not. It names the computer, for a home folder may be that of several."""
    host = "" if sys.platform == "win32" else f"-{os.uname().nodename.replace('/', '-')}"
    return os.path.join(folder(), NAME + host)  # noqa: PTH118


def read() -> Meeting | None:
    """What the file says; None where there is none that this user wrote for this user alone."""
    try:
        handle = os.open(path(), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return None
    try:
        if not _is_ours_alone(os.fstat(handle)):
            return None
        lines = os.read(handle, _MOST).decode("utf-8", "replace").split("\n")
    except OSError:
        return None
    finally:
        os.close(handle)
    try:
        language, address, secret, process, version = lines[:_LINES]
        return Meeting(address, bytes.fromhex(secret), int(process), version) if language == LANGUAGE else None
    except ValueError:
        return None


def make_folder() -> None:
    """Make the folder, if need be. Raises OSError, also for one in which others may write."""
    own = folder()
    os.makedirs(own, mode=0o700, exist_ok=True)  # noqa: PTH103
    if sys.platform != "win32":
        told = os.lstat(own)
        if not stat.S_ISDIR(told.st_mode) or told.st_uid != os.geteuid() or told.st_mode & 0o022:
            raise PermissionError(f"{own} is not a folder that this user alone may write in")


def write(meeting: Meeting) -> None:
    """Put the file there in one step, in the place of an older one. Raises OSError, as `make_folder`."""
    make_folder()
    text = "\n".join([LANGUAGE, meeting.address, meeting.secret.hex(), str(meeting.process), meeting.version, ""])
    beside = f"{path()}-{meeting.process}.tmp"
    remove_file(beside)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(handle, text.encode())
    finally:
        os.close(handle)
    os.replace(beside, path())  # noqa: PTH105


def is_still(meeting: Meeting) -> bool:
    """Whether the file that is there now is this one."""
    now = read()
    return now is not None and now.secret == meeting.secret


def remove(meeting: Meeting) -> None:
    """Take the file away, if it is still this one, and the socket that it names."""
    if is_still(meeting):
        remove_file(path())
    if meeting.port is None:
        remove_file(os.path.join(folder(), meeting.address))  # noqa: PTH118


def remove_file(name: str) -> None:
    """Take a file away, if it is there."""
    try:  # noqa: SIM105 - contextlib is not loaded for this
        os.unlink(name)  # noqa: PTH108
    except OSError:
        pass


def _is_ours_alone(told: os.stat_result) -> bool:
    if not stat.S_ISREG(told.st_mode):
        return False
    return sys.platform == "win32" or (told.st_uid == os.geteuid() and not told.st_mode & 0o077)
