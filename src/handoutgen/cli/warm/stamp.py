"""Who asks: the version, the Python, the user, and the surroundings that were read when the process began.

Both sides make it with this one function. What differs in a byte is refused, and the command runs by itself.
"""

from __future__ import annotations

import os
import sys

import handoutgen

SAME = (
    "HOME", "USERPROFILE", "TZ", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_TIME", "LC_MESSAGES", "LC_COLLATE",
    "TMPDIR", "TEMP", "TMP", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "LD_PRELOAD", "DYLD_LIBRARY_PATH",
)  # fmt: skip
"""What a process reads of its environment once, and so must have in common with who asks."""
FLAGS = (
    "debug", "optimize", "isolated", "ignore_environment", "no_user_site", "no_site", "bytes_warning", "dev_mode",
    "utf8_mode", "warn_default_encoding", "int_max_str_digits",
)  # fmt: skip
"""Of Python: those that could change what a command does or says."""
HANDED = ("TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE")
"""What is read anew each time something is said, and so is handed over; with the width of the terminal."""


def stamp() -> bytes:
    """Of this process."""
    user = os.geteuid() if sys.platform != "win32" else os.environ.get("USERNAME", "")
    whose = os.path.dirname(os.path.abspath(handoutgen.__file__))  # noqa: PTH100, PTH120 - pathlib is not loaded here
    parts = [
        handoutgen.__version__, whose, sys.version, sys.prefix, sys.base_prefix, str(user),
        repr([getattr(sys.flags, name, None) for name in FLAGS]), repr(sys.warnoptions), sys.getfilesystemencoding(),
        *(f"{name}={os.environ.get(name)}" for name in SAME),
    ]  # fmt: skip
    return "\0".join(parts).encode("utf-8", "surrogateescape")
