"""A process id → whether that process runs, and when it began; on every system, without a library of its own."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

UNKNOWN = ""
"""Where a system does not tell when a process began: then its id alone decides."""


def is_running(process: int) -> bool:
    """Whether there is such a process on this machine."""
    if sys.platform == "win32":
        return bool(_windows_times(process))
    if process <= 0 or (sys.platform == "linux" and _linux_state(process)[:1] == [b"Z"]):
        return False  # killed, and only waiting to be counted as dead: in a container nobody may ever do that
    try:
        os.kill(process, 0)  # signal 0 asks, and does nothing; on Windows it would be Ctrl-C
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def beginning_of(process: int) -> str:
    """A word for the moment the process began, which no later process with its id shares."""
    if sys.platform == "win32":
        return _windows_times(process)
    if sys.platform == "linux":
        with contextlib.suppress(OSError, IndexError):
            boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
            return f"{boot} {_linux_state(process)[19].decode('ascii')}"
        return UNKNOWN
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        words = ["/bin/ps", "-o", "lstart=", "-p", str(process)]
        return subprocess.run(words, capture_output=True, text=True, timeout=10, check=False).stdout.strip()  # noqa: S603 - fixed words and a number
    return UNKNOWN


def _linux_state(process: int) -> list[bytes]:
    """The fields of /proc/…/stat from the third on (state first, start as number 19); empty without such a process."""
    try:
        # The name in brackets may hold anything, so count from behind it.
        return Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return []


def _windows_times(process: int) -> str:
    """When a running process began, by the system's count; empty when it does not run."""
    if sys.platform != "win32":
        return UNKNOWN
    import ctypes
    from ctypes import wintypes

    query_limited, still_active = 0x1000, 259
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.OpenProcess.restype = wintypes.HANDLE
    handle = kernel.OpenProcess(query_limited, False, process)
    if not handle:
        return UNKNOWN
    try:
        code = wintypes.DWORD()
        if not kernel.GetExitCodeProcess(handle, ctypes.byref(code)) or code.value != still_active:
            return UNKNOWN
        times = [wintypes.FILETIME() for _ in range(4)]
        if not kernel.GetProcessTimes(handle, *(ctypes.byref(each) for each in times)):
            return "running"
        return str((times[0].dwHighDateTime << 32) + times[0].dwLowDateTime)
    finally:
        kernel.CloseHandle(handle)
