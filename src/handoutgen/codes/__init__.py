"""Every code a finding can have, once, with what it means; the tables of `docs/checks.md` are made from here.

A code never changes its meaning and is never given away again: clinics' own programs look for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from handoutgen.codes.files import DRAWINGS, DRAWN, KIND, LISTS, MARKDOWN, PICTURES, POSES, READING, RULES, SHAPE
from handoutgen.codes.printing import APPROVALS, PACKS, PLANS, ROOM
from handoutgen.codes.subject import Subject
from handoutgen.codes.texts import (
    CHARACTERS,
    COMPLETENESS,
    LANGUAGE,
    PLAIN,
    SAFETY,
    TRANSLATION_FILES,
    TRANSLATIONS,
)

__all__ = ["FOR_WHO_PRINTS", "LISTS", "MEANINGS", "PICTURES", "PLAIN", "ROOM", "SUBJECTS", "Subject"]

SUBJECTS = (
    READING,
    SHAPE,
    MARKDOWN,
    RULES,
    KIND,
    POSES,
    DRAWN,
    DRAWINGS,
    PICTURES,
    LISTS,
    COMPLETENESS,
    SAFETY,
    PLAIN,
    CHARACTERS,
    LANGUAGE,
    TRANSLATIONS,
    TRANSLATION_FILES,
    ROOM,
    PLANS,
    PACKS,
    APPROVALS,
)

MEANINGS: Mapping[str, str] = MappingProxyType(
    {code: meaning for subject in SUBJECTS for code, meaning in subject.meanings.items()}
)
FOR_WHO_PRINTS = frozenset({
    "HG120", "HG121", "HG122", "HG123", "HG302", "HG303", "HG304", "HG305", "HG306", "HG307", "HG308", "HG309", "HG322",
    "HG701", "HG703",
})  # fmt: skip
"""What concerns whoever prints a leaflet, not its author: another version or text approved, or on a day to come, a
colour printed darker, a translation that is behind, a text for another country, a block left out."""
