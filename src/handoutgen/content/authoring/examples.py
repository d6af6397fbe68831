"""An example value for every key that must be written: shown when it is missing, and in the author's reference."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "about": "\n  text: What the condition is, in two or three short sentences.",
        "action": "What to do besides calling.",
        "alt": "What the picture shows, in a sentence.",
        "answer": "met",
        "item": "2",
        "tool": "pemat",
        "by": "Consultant neurologist",
        "caption": "What to see in the picture",
        "code": "LC-MS-01",
        "columns": "\n  - title: Date\n  - title: What happened",
        "date": "2026-11-22",
        "emergency": "\n  signs:\n    - What the reader notices.",
        "emergency_number": "999",
        "file": "picture.svg",
        "funding": "No outside funding.",
        "head": "[When, What to do]",
        "how_many": "5",
        "interests": "None.",
        "rows": '\n  - [Day 1, Rest]\n  - [Day 2, ""]',
        "translator": "The handoutgen project",
        "who": "Five people with the condition.",
        "help": "\n  emergency:\n    signs:\n      - What the reader notices.",
        "how": "\n  - steps:\n      - The first step.",
        "icon": "info",
        "id": "leg-cramps-ms",
        "items": "\n  - The first thing to tick off.",
        "key_points": "\n  - The first point.\n  - The second point.\n  - The third point.",
        "kind": "diary",
        "label": "Nurse advice line",
        "language": "en-GB",
        "last_reviewed": "2026-11-22",
        "leaflet": "leg-cramps-ms",
        "language_name": "British Sign Language",
        "main_message": "What the reader should remember.",
        "management": "\n  strategies:\n    - id: stretch",
        "meaning": "What the word means.",
        "name": "Riverside Neurology Clinic",
        "next_review": "2028-11-22",
        "number": "0117 496 0123",
        "only_for": "[us, ie]",
        "owner": "Riverside Neurology Clinic",
        "pairs": "\n  - text: One idea in a short sentence.\n    picture: {icon: phone, alt: A phone}",
        "parts": "\n  - title: About this leaflet\n    pairs:",
        "picture": "{icon: phone, alt: A phone}",
        "phones": "\n  - label: Nurse advice line\n    number: 0117 496 0123",
        "prompts": "\n  - What I want to do",
        "published": "2026-11-22",
        "publisher": "NHS",
        "questions": "\n  - What could I ask?",
        "reader_involvement": "Who read it before it was printed, and what they changed.",
        "reason": "Readers meet the word on their appointment letter.",
        "review": '\n  version: "1.0"\n  published: 2026-11-22',
        "role": "Consultant neurologist",
        "routine": "\n  signs:\n    - What the reader notices.",
        "short": "Three words or so",
        "brief": "What to do, in one line.",
        "signs": "\n  - What the reader notices.",
        "sources": "\n  - id: first-source\n    title: The title of the page or paper\n    publisher: NHS",
        "steps": "\n  - The first step.",
        "strategies": "\n  - id: first-thing\n    title: The first thing to do",
        "term": "The word",
        "tested": "No person with a learning disability has tried this Easy Read yet.",
        "text": "Write the text here.",
        "title": "What this is about",
        "urgent": "\n  signs:\n    - What the reader notices.",
        "version": '"1.0"',
        "web": "https://www.example.org/films/leg-cramps",
        "what": "What it is, in a sentence or two.",
        "when": "Before your operation",
        "x": "0.5",
        "y": "0.5",
    }
)


def example_line(key: str) -> str:
    """`key: value` on one line, as a person would type it."""
    value = EXAMPLES.get(key, "…")
    return f"{key}: (with its own keys or entries below)" if value.startswith("\n") else f"{key}: {value}"


def as_flow(value: object) -> str:
    """An example in one line of YAML: a word, a number, or a list in brackets."""
    return f"[{', '.join(as_flow(item) for item in value)}]" if isinstance(value, list) else str(value)
