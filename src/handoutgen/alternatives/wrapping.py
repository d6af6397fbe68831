"""Words → lines of a number of columns, as a terminal or an e-mail shows them.

Lines end at spaces. What must not be torn (a phone number, a dose, a date, an address) stays on one line, even where
that line then is too long. Text without spaces, such as Chinese, may end a line after any of its wide characters.
"""

from __future__ import annotations

from collections.abc import Iterator

from wcwidth import wcswidth

from handoutgen.unbreakable import kept_together

_HELD = "\ue000"
"""Stands for a space inside a stretch that stays whole, from a range that texts never use."""


def columns(text: str) -> int:
    """How many columns a text takes: two for a wide character, none for a mark over a letter."""
    return max(0, wcswidth(text))


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The lines of a paragraph: the first begins with `first`, the others with `rest`; none is wider than `width`
    columns, unless something that stays whole is."""
    lines: list[str] = []
    line, empty = first, True
    for word in _words(text):
        glue = "" if empty or (_is_wide(word[0]) and _is_wide(line[-1])) else " "
        if not empty and columns(line + glue + word) > width:
            lines.append(line)
            line, glue = rest, ""
        line += glue + word
        empty = False
    return [*lines, line.rstrip()] if line.strip() else lines


def _words(text: str) -> Iterator[str]:
    held = list(" ".join(text.split(" ")))
    for stretch in kept_together(text):
        for index in range(stretch.start, stretch.end):
            if held[index] == " ":
                held[index] = _HELD
    for word in "".join(held).replace("\n", " ").split(" "):
        if word:
            yield from (part.replace(_HELD, " ") for part in _parts(word))


def _parts(word: str) -> Iterator[str]:
    """A word whole, or cut after each of its wide characters, with the signs that close a phrase kept behind it."""
    part = ""
    for character in word:
        if part and _is_wide(part[-1]) and _is_wide(character) and character not in "、。，．！？）」』】：；":
            yield part
            part = ""
        part += character
    yield part


def _is_wide(character: str) -> bool:
    return columns(character) == 2
