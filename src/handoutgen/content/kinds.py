"""The kinds of leaflet: which parts each needs, in which order they stand, and which of them the essential depth keeps.

A kind is a record. What sorts of leaflet there are follows how health services sort their own: the condition, the
procedure, the medicine, the test, care at home afterwards, exercises, and how a service works.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from handoutgen.depth import Depth

SECTIONS = "sections"
"""Where, among a kind's parts, the author's own sections stand."""
_ENDING = ("tools", "glossary", "support", "sources", "review")
_CONDITION = ("about", "causes", "symptoms", "management", SECTIONS, *_ENDING)
_BY_SECTIONS = ("about", SECTIONS, "management", "causes", "symptoms", *_ENDING)


class KindName(StrEnum):
    """The sort of leaflet."""

    CONDITION = "condition"
    PROCEDURE = "procedure"
    MEDICINE = "medicine"
    TEST = "test"
    AFTERCARE = "aftercare"
    EXERCISES = "exercises"
    SERVICE = "service"


class LevelledPart(StrEnum):
    """A part whose depth of detail the leaflet's `levels` may set."""

    CAUSES = "causes"
    SYMPTOMS = "symptoms"
    UNCERTAINTY = "uncertainty"
    TOOLS = "tools"
    GLOSSARY = "glossary"
    SUPPORT = "support"
    SOURCES = "sources"


class Kind(Struct, frozen=True):
    """What one sort of leaflet is made of."""

    name: KindName
    said: str
    """What it is for, in a line: for lists and the reference."""
    parts: tuple[str, ...]
    """All its parts in reading order; `SECTIONS` stands for the author's own."""
    about: str
    """The fixed word over `about` that has no title of its own."""
    needs: tuple[str, ...] = ()
    """Fixed parts that must be there."""
    needs_sections: tuple[str, ...] = ()
    """Ids of sections that must be there."""
    first_section: str = ""
    """The section that no other may stand before."""
    needs_dose: bool = False
    """Whether some line must say how much to take."""
    needs_figures: bool = False
    """Whether every strategy needs a picture."""


_ALL = (
    Kind(
        KindName.CONDITION, "a condition, and what people can do about it", _CONDITION, "about",
        ("about", "management"),
    ),
    Kind(
        KindName.EXERCISES, "exercises to do at home",
        ("about", "management", SECTIONS, "causes", "symptoms", *_ENDING), "about_exercises", ("management",),
        needs_figures=True,
    ),
    Kind(
        KindName.PROCEDURE, "an operation or treatment: before, on the day, afterwards", _BY_SECTIONS,
        "about_procedure", needs_sections=("before", "on-the-day", "going-home"),
    ),
    Kind(
        KindName.TEST, "a test or scan: getting ready, what happens, the results", _BY_SECTIONS,
        "about_test", needs_sections=("getting-ready", "what-happens", "results"),
    ),
    Kind(
        KindName.MEDICINE, "a medicine: who must not take it, how to take it, side effects", _BY_SECTIONS,
        "about_medicine", needs_sections=("do-not-take", "how-to-take", "side-effects"), first_section="do-not-take",
        needs_dose=True,
    ),
    Kind(
        KindName.AFTERCARE, "looking after an injury or a wound at home", _BY_SECTIONS, "about_aftercare",
        needs_sections=("looking-after",),
    ),
    Kind(
        KindName.SERVICE, "what a service does and how to reach it", _BY_SECTIONS, "about_service",
        needs_sections=("what-we-do",),
    ),
)  # fmt: skip
KINDS: Mapping[KindName, Kind] = MappingProxyType({kind.name: kind for kind in _ALL})

KNOWN_SECTIONS = (
    "before", "on-the-day", "what-happens", "going-home", "recovery", "risks", "getting-ready", "results",
    "do-not-take", "check-first", "how-to-take", "missed-dose", "side-effects", "other-medicines", "pregnancy",
    "food-and-drink", "driving", "storing", "looking-after", "getting-back", "what-we-do", "how-to-reach-us",
)  # fmt: skip
"""Ids of sections that have a fixed heading, so that their title may be left out."""

USUAL_LEVELS: Mapping[LevelledPart, Depth] = MappingProxyType({
    LevelledPart.CAUSES: Depth.FULL,
    LevelledPart.SYMPTOMS: Depth.ESSENTIAL,
    LevelledPart.UNCERTAINTY: Depth.FULL,
    LevelledPart.TOOLS: Depth.FULL,
    LevelledPart.GLOSSARY: Depth.FULL,
    LevelledPart.SUPPORT: Depth.ESSENTIAL,
    LevelledPart.SOURCES: Depth.FULL,
})  # fmt: skip
"""The depth to which a part belongs when the leaflet does not say."""
