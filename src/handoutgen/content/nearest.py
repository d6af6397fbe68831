"""A name that is not there → the nearest of those that are, and how to list them: both in bounded time and space."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from itertools import islice

MOST_COMPARED = 300
"""Comparing spellings is slow: among more names than these, none is proposed."""
MOST_LISTED = 20


def nearest(name: str, known: Collection[str], least: float = 0.6) -> str | None:
    """The most similar name, if one is as similar as `least` (0 to 1); capital letters do not count."""
    if len(known) > MOST_COMPARED:
        return None
    lowered = {each.lower(): each for each in known}
    close = get_close_matches(name[:100].lower(), lowered, 1, least)
    return lowered[close[0]] if close else None


def did_you_mean(name: str, known: Collection[str], least: float = 0.6) -> str:
    """The nearest name as a question; empty when none is near."""
    near = nearest(name, known, least)
    return f'did you mean "{near}"?' if near else ""


def listed(names: Iterable[str]) -> str:
    """Names with commas; of a long list the first, and how many more."""
    every = list(names)
    more = f" and {len(every) - MOST_LISTED} more" if len(every) > MOST_LISTED else ""
    return ", ".join(islice(every, MOST_LISTED)) + more


def shortened(text: str) -> str:
    """A text as quoted in a message."""
    return text if len(text) <= 40 else text[:39] + "…"
