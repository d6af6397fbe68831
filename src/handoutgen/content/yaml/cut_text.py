"""Where a text of a YAML file ends at a # → whether the # is likely to be the text's own, with what it cuts off.

After a space, YAML takes a # and the rest of the line for a comment. "Pay £5 #1 choice" then prints without "#1
choice", and "Press # to be called back" as "Press". A comment proper has a space after its #, which some texts have as
well: there a person is asked, unless two spaces before the # show that a comment is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

_ANY = re.compile(r"[ \t]*(?:(?:\r\n|\n|\r)[ \t]+)?#")
_CUT = re.compile(r"[ \t]+(#[^\s#][^\r\n]*)")
_CUT_BELOW = re.compile(r"[ \t]*(?:\r\n|\n|\r)([ \t]+)(#[^\s#][^\r\n]*)")
_BARE = re.compile(r"[ \t]+(#+)[ \t]*(?=[\r\n]|\Z)")
_SPACED = re.compile(r" (#[ \t]+(\S[^\r\n]*))")
_ENDS = re.compile(r"[.!?:…][\"'”’)]*\Z")
_COUNTS = re.compile(r"[0-9]+(?![0-9]*[A-Za-z])")
_LEADS_TO_SIGN = re.compile(
    r"(?i)\b(?:press(?:es|ing)?|dial|hit|type|enter|push|key|keys|the|an?|then|and|or|by|with|number|no\.?|nr\.?|suite|ste\.?|"
    r"unit|apt\.?|apartment|room|rm\.?|flat|floor|box|building|bldg\.?|lot|bay|ward|ext\.?)\Z"
)
"""Words that go on with the name of a sign, as in "press #", or with a number: "suite # 4"."""


class Cut(Struct, frozen=True):
    """What a # cuts off, from `start` to `end` in the file; `is_certain` if it can be no comment."""

    start: int
    end: int
    is_certain: bool


def cut_after(value: str, style: str, text: str, end: int, indentation: Callable[[], int]) -> Cut | None:
    """What is cut off a value that ends at the index `end` of the file's `text`. `style` is the sign it was written
    with, `indentation` tells how far in its key or list begins: text further in goes on with the value."""
    if not value or style in ("|", ">") or not _ANY.match(text, end):
        return None
    if match := _CUT.match(text, end):
        return Cut(*match.span(1), is_certain=True)
    if style:
        return None
    if (match := _CUT_BELOW.match(text, end)) and len(match[1]) > indentation():
        return Cut(*match.span(2), is_certain=True)
    if match := _BARE.match(text, end):
        return Cut(*match.span(1), is_certain=True)
    match = _SPACED.match(text, end)
    return Cut(*match.span(1), is_certain=False) if match and _goes_on(value, match[2].rstrip()) else None


def _goes_on(before: str, after: str) -> bool:
    """Whether what follows a # and a space reads as more of the text, and not as a word about it."""
    words = len(before.split())
    if _LEADS_TO_SIGN.search(before):
        return True
    if words >= 2 and _COUNTS.match(after):
        return True
    return words >= 2 and not _ENDS.search(before) and after[0].islower() and bool(_ENDS.search(after))
