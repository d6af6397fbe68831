"""Findings about one subject: their codes, and what each means."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Subject(Struct, frozen=True):
    """Findings about one subject."""

    name: str
    """The name of its table in `docs/checks.md`."""
    rooms: tuple[str, ...]
    """The rooms of the house that report these codes, and no others."""
    meanings: Mapping[str, str]
