"""What a whole leaflet is made of when it is told, not laid out: passages under headings, and what stands in them.

Plain values that any alternative format can write out: plain text, a web page, braille, a script to read aloud.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from handoutgen.language import Direction
from handoutgen.story.voice import Runs

Sign = Literal["bullet", "number", "tick box", "yes", "no", "none"]
"""What stands before each item of a list."""

SaidAs = Literal["", "subtitle", "giver", "draft", "notice", "call", "brief", "caution", "dose", "start"]
"""What a paragraph is beside its words: what stands under the title; whose leaflet it is, that it is a draft, a notice,
whom to call; a strategy's line in brief, what to take care of, how much, that it is one to start with."""
ListedAs = Literal["", "do", "do_not", "stop_if", "ask_first", "person"]
"""What a list is beside its items: what to do or not, when to stop, when to ask first, words for one person."""


class Said(Struct, frozen=True):
    """A paragraph."""

    words: Runs
    kind: SaidAs = ""


class Listed(Struct, frozen=True):
    """A list. `title` stands over it; `start` is the number of the first item of a numbered one."""

    items: tuple[tuple[StoryBlock, ...], ...]
    sign: Sign
    start: int = 1
    title: str = ""
    kind: ListedAs = ""


class Tabled(Struct, frozen=True):
    """A table with one header row; every row has as many cells as the header."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


class Picture(Struct, frozen=True):
    """A picture: what it shows, the words that point into it, and its caption."""

    file: str
    alt: str
    caption: Runs
    labels: tuple[str, ...] = ()
    places: tuple[tuple[float, float], ...] = ()
    """Where each of the labels points: how far across and down, as shares of the picture."""


class Aside(Struct, frozen=True):
    """Something that must not be missed: its kind (important, tip or note), its title and its words."""

    kind: str
    title: str
    blocks: tuple[StoryBlock, ...]


class Lines(Struct, frozen=True):
    """Room to write: `count` lines after a label, which may be empty."""

    count: int
    label: str = ""


class Chart(Struct, frozen=True):
    """A diary to fill in: its columns, an example in one sentence, and how many rows are empty."""

    columns: tuple[str, ...]
    example: Runs
    rows: int


StoryBlock = Said | Listed | Tabled | Picture | Aside | Lines | Chart


class Passage(Struct, frozen=True):
    """A stretch under a heading. `ident` is its name in the content model, `level` how deep its heading is: 2 for a
    part of the leaflet, 3 for a strategy or a help level, 4 for a way of doing a strategy."""

    ident: str
    title: Runs
    level: int
    blocks: tuple[StoryBlock | Passage, ...]
    sign: str = ""
    """The name of the icon that stands beside it."""
    number: int | None = None
    """Of a strategy, whose title begins with it."""


class Story(Struct, frozen=True):
    """A whole leaflet in words, in reading order."""

    language: str
    direction: Direction
    title: str
    opening: tuple[StoryBlock, ...]
    """Who hands it out, that it is a draft, where to write whom to call."""
    message: tuple[StoryBlock, ...]
    """The subtitle and the main message: they follow the title."""
    passages: tuple[Passage, ...]
    main_picture: str = ""
    """The file of the picture beside the title, if there is one: what it shows is said where it is explained."""
