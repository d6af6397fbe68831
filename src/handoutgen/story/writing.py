"""What is said of places to write to those who hear the page: how many lines or rows are empty, instead of nothing."""

from __future__ import annotations

from typing import Literal

from handoutgen.story.voice import SharedVoice

_MANY = {"line": "empty_lines", "row": "empty_rows", "form": "empty_forms"}


def empty(voice: SharedVoice, what: Literal["line", "row", "form"], count: int) -> str:
    """ "13 empty rows"."""
    return voice.word(_MANY[what], count=count)


def name_of_field(label: str) -> str:
    """What a place to write is called, from the words before it: "Name:" without its colon."""
    return label.strip().rstrip(":\uff1a").rstrip()
