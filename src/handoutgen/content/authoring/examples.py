"""An example value for every key that must be written: shown when it is missing, and in the author's reference."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "about": "\n  text: What the condition is, in two or three short sentences.",
        "action": "Tell them about your condition.",
        "alt": "A person stands facing a wall, one leg straight behind the other.",
        "caption": "Stretching your calf against a wall",
        "code": "LC-MS-01",
        "columns": "\n  - title: Date\n  - title: What happened",
        "date": "2026-11-22",
        "emergency": '\n  signs:\n    - "You cannot breathe easily."',
        "emergency_number": "999",
        "file": "calf-stretch.svg",
        "funding": "No outside funding.",
        "help": '\n  emergency:\n    signs:\n      - "You cannot breathe easily."',
        "how": "\n  - steps:\n      - Stand facing a wall.",
        "icon": "stretch",
        "id": "leg-cramps-ms",
        "items": "\n  - Put a pillow under your knees.",
        "key_points": "\n  - Cramps are common.\n  - Stretching helps.\n  - Ask us for help.",
        "kind": "diary",
        "label": "Nurse advice line",
        "language": "en-GB",
        "last_reviewed": "2026-11-22",
        "leaflet": "leg-cramps-ms",
        "main_message": "Cramps are common, and there is a lot you can do.",
        "management": "\n  strategies:\n    - id: stretch",
        "meaning": "A tight, painful muscle.",
        "name": "Riverside Neurology Clinic",
        "next_review": "2028-11-22",
        "number": "0117 496 0123",
        "only_for": "[us, ie]",
        "owner": "Riverside Neurology Clinic",
        "phones": "\n  - label: Nurse advice line\n    number: 0117 496 0123",
        "prompts": "\n  - What I want to be able to do",
        "published": "2026-11-22",
        "publisher": "NHS",
        "questions": "\n  - Could my medicine cause this?",
        "reader_involvement": "Three people with MS read it and told us what to change.",
        "review": '\n  version: "1.0"\n  published: 2026-11-22',
        "role": "Consultant neurologist",
        "routine": '\n  signs:\n    - "You want to talk about your treatment."',
        "short": "Stretch gently",
        "brief": "Stretch your calves every day.",
        "signs": '\n  - "You cannot breathe easily."',
        "sources": "\n  - id: nhs-cramps\n    title: Leg cramps\n    publisher: NHS",
        "steps": "\n  - Stand facing a wall.",
        "strategies": "\n  - id: stretch\n    title: Stretch every day",
        "term": "Cramp",
        "text": "Write the text here.",
        "title": "Leg cramps and MS",
        "urgent": '\n  signs:\n    - "The pain does not go away."',
        "version": '"1.0"',
        "what": "Slow, gentle stretches for your calves.",
        "x": "0.5",
        "y": "0.5",
    }
)


def example_line(key: str) -> str:
    """`key: value` on one line, as a person would type it."""
    value = EXAMPLES.get(key, "…")
    return f"{key}: (with its own keys or entries below)" if value.startswith("\n") else f"{key}: {value}"
