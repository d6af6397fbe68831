"""What a whole leaflet is made of when it is told, not laid out: passages under headings, and what stands in them.

Plain values that any alternative format can write out: plain text, a web page, braille, a script to read aloud.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from handoutgen.language import Direction
from handoutgen.story.voice import Runs

Sign = Literal["bullet", "number", "tick box", "yes", "no", "none"]
"""What stands before each item of a list."""


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph."""

    words: Runs


@dataclass(frozen=True, slots=True)
class Listed:
    """A list. `title` stands over it; `start` is the number of the first item of a numbered one."""

    items: tuple[tuple[StoryBlock, ...], ...]
    sign: Sign
    start: int = 1
    title: str = ""


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table with one header row; every row has as many cells as the header."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: what it shows, the words that point into it, and its caption."""

    file: str
    alt: str
    caption: Runs
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """Something that must not be missed: its kind (important, tip or note), its title and its words."""

    kind: str
    title: str
    blocks: tuple[StoryBlock, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Room to write: `count` lines after a label, which may be empty."""

    count: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A diary to fill in: its columns, an example in one sentence, and how many rows are empty."""

    columns: tuple[str, ...]
    example: Runs
    rows: int


StoryBlock = Said | Listed | Tabled | Picture | Aside | Lines | Chart


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch under a heading. `ident` is its name in the content model, `level` how deep its heading is: 2 for a
    part of the leaflet, 3 for a strategy or a help level, 4 for a way of doing a strategy."""

    ident: str
    title: Runs
    level: int
    blocks: tuple[StoryBlock | Passage, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A whole leaflet in words, in reading order."""

    language: str
    direction: Direction
    title: str
    opening: tuple[StoryBlock, ...]
    """Who hands it out, that it is a draft, where to write whom to call."""
    message: tuple[StoryBlock, ...]
    """The subtitle and the main message: they follow the title."""
    passages: tuple[Passage, ...]
