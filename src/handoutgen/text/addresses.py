"""Where a web or e-mail address that no line can hold is cut: at its signs, never inside a name, without a hyphen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_AFTER_SIGN = re.compile(r"(?:https?://)?[^/.\-?&=_#@]*(?:[/.\-?&=_#@]+|$)")
_BEFORE_AT = re.compile(r"(?<=\w)(?=@\w)")
_BEFORE_SIGN = re.compile(r"(?<=\w)(?=[@.]\w)")


def address_cuts(text: str, start: int, end: int, fits: Callable[[int, int], bool]) -> Iterator[int]:
    """Where the address in the characters `start` to before `end` of a text may be cut: after the signs of a web
    address; before the "@" of an e-mail address, and before its dots only if a line does not hold what stands on both
    sides of that. `fits`: whether a line holds some characters."""
    at = text.find("@", start, end)
    if at < 0 or text.find("/", start, end) >= 0:
        pattern = _AFTER_SIGN
    else:
        pattern = _BEFORE_AT if fits(start, at) and fits(at, end) else _BEFORE_SIGN
    return (match.end() for match in pattern.finditer(text, start, end))
