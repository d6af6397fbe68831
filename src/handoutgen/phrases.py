"""Small turns of phrase for messages and tables."""

from __future__ import annotations


def counted(count: int, noun: str) -> str:
    """ "1 page", "2 pages"."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def shortened(text: str, most: int) -> str:
    """The text, or its beginning with an ellipsis: at most `most` characters."""
    return text if len(text) <= most else text[: most - 1] + "…"
