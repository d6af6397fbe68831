"""A word that is to be a folder's or a file's name → whether every system takes it, and keeps it where it is.

Asked wherever a name becomes a path: what one machine takes, the shared drive or the colleague's Windows may not.
"""

from __future__ import annotations

import re

LONGEST_NAME = 200
"""In characters. Systems allow 255 bytes, and an ending and a temporary name must find room."""
_SIGNS = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\/]')
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ ]*(\..*)?", re.IGNORECASE | re.DOTALL
)
"""Windows keeps these for devices, with any ending too: what is written to con.yaml goes to the screen."""


def is_device(name: str) -> bool:
    """Whether Windows takes the name for a device, such as a printer."""
    return bool(_DEVICE.fullmatch(name))


def is_safe_name(name: str) -> bool:
    """Whether it can name one folder or file on every system: no separators, devices, hidden files, nor dots or spaces
    at its end, which Windows drops."""
    dotted = name.startswith(".") or name.endswith((".", " "))
    return 0 < len(name) <= LONGEST_NAME and not (dotted or is_device(name) or _SIGNS.search(name))
