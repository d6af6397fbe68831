"""A name that no icon has → the icon that may have been meant, by its meaning or by its spelling."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from handoutgen.content.nearest import nearest

NEAR = 0.75
"""How alike two names are that are one with a slip in it; "ankle" and "cane" are not."""
MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "arm": "elbow hand shoulder wrist",
        "bed": "lie lying rest sleep",
        "bike": "bicycle cycle cycling",
        "bladder": "pee urine wee",
        "calendar": "date day diary week",
        "calm": "breathing meditation mindfulness relax relaxation stress",
        "clock": "hour time",
        "doctor": "gp physician",
        "exercise-yoga": "balance flexibility stretch stretches stretching yoga",
        "foot": "ankle feet heel shoe shoes toe toes",
        "fruits": "apple fruit vegetables",
        "glass-of-water": "drink drinking fluid fluids water",
        "head": "brain face neck",
        "home-alt": "home house",
        "hot-and-cold": "compress cool heat ice warm warmth",
        "joints": "hip hips joint",
        "leg": "calf calves hamstring knee knees shin thigh",
        "lungs": "breath breathe chest",
        "medicines": "drug drugs medication medicine pill pills tablet tablets",
        "moon": "night",
        "nutrition": "diet eat eating food meal meals",
        "pain": "ache aches hurt sore",
        "pencil": "notes write writing",
        "people": "family friends group",
        "phone": "call telephone",
        "spine": "back",
        "swim": "pool swimming",
        "thermometer": "temperature",
        "toilet-paper": "bowel poo stool toilet",
        "walking": "step steps walk",
        "warning": "caution danger",
        "weights": "lift lifting strength strengthen",
    }
)
"""Icon → what people look for and find under its name."""


def icon_meant(name: str, icons: Collection[str]) -> str | None:
    """The icon for a name that is none: by meaning first, for a near spelling may mean another thing."""
    words = name.lower().replace("_", "-").replace(" ", "-").split("-")
    for icon, meanings in MEANINGS.items():
        if icon in icons and not set(words).isdisjoint(meanings.split()):
            return icon
    return nearest(name, sorted(icons), NEAR)
