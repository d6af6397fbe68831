"""What an item of a score sheet is, and what a program can say of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import SectionContent, Table
from handoutgen.story.printed_words import printed_strings

_CHANCE = re.compile(r"\b\d+(?:\.\d+)? in \d|\d\s?%")


class ItemMark(StrEnum):
    """What an item gets."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "does not apply"
    PERSON = "needs a person"


class Decision(Struct, frozen=True):
    """A mark, and what it rests on."""

    mark: ItemMark
    because: str


class Evident:
    """What the items are decided by: a leaflet, and the codes of what the checks find in it."""

    def __init__(self, leaflet: Leaflet, found: Collection[str]) -> None:
        self.leaflet = leaflet
        self.found = frozenset(found)
        self.parts: tuple[SectionContent, ...] = tuple(part for _, part in leaflet.stretches)
        """All sections and subsections."""
        self.tables: tuple[Table, ...] = tuple(part.table for part in self.parts if part.table)

    @cached_property
    def words(self) -> str:
        """All that the whole leaflet prints."""
        return "\n".join(text for _, text, _ in printed_strings(self.leaflet))

    def has_numbers(self) -> bool:
        """Whether it prints a figure anywhere."""
        return any(character.isdigit() for character in self.words)

    def has_chances(self) -> bool:
        """Whether it gives a chance in numbers."""
        return bool(_CHANCE.search(self.words))

    def has_pictures(self) -> bool:
        """Whether it has a figure."""
        return bool(self.leaflet.figures)

    def may_have_pictures(self) -> bool:
        """Whether its file gives no reason for having none."""
        return self.has_pictures() or "figures" not in self.leaflet.none_because

    def has_tables(self) -> bool:
        """Whether it has a table."""
        return bool(self.tables)

    def has_steps(self) -> bool:
        """Whether anything is told in steps."""
        return bool(self.leaflet.strategies) or any(part.steps for part in self.parts)

    def has_actions(self) -> bool:
        """Whether it asks the reader to do anything."""
        return self.has_steps() or any(part.do for part in self.parts)

    def has_pictures_of_actions(self) -> bool:
        """Whether a figure stands beside steps."""
        strategies = self.leaflet.strategies
        own = [strategy.figure for strategy in strategies]
        ways = [how.figure for strategy in strategies for how in strategy.how]
        return any((*own, *ways)) or any(part.figure and part.steps for part in self.parts)

    def has_callouts(self) -> bool:
        """Whether anything is set apart for the eye."""
        asides = [each.callouts for each in self.leaflet.strategies] + [part.callouts for part in self.parts]
        return any(asides)


Decide = Callable[[Evident], Decision]


class ScoreItem(Struct, frozen=True):
    """An item of a tool: its number there, which score it counts for, what it asks in our words, and how a program
    decides it."""

    number: int
    scale: str
    asks: str
    decide: Decide


class ScoreTool(Struct, frozen=True):
    """A tool for judging health information. `passes_at` is the usual pass mark, in per cent."""

    name: str
    title: str
    source: str
    passes_at: int
    items: tuple[ScoreItem, ...]

    @property
    def scales(self) -> tuple[str, ...]:
        """Its scores, in their order."""
        return tuple(dict.fromkeys(item.scale for item in self.items))


def by_a_person(hint: str) -> Decide:
    """An item that no program can decide; the hint says what to look at."""
    return lambda evident: Decision(ItemMark.PERSON, hint)


def none_found(codes: Collection[str], what: str) -> Decide:
    """Met when the checks find nothing of these codes."""

    def decide(evident: Evident) -> Decision:
        met = sorted(evident.found & frozenset(codes))
        if met:
            return Decision(ItemMark.NO, f"{what} found: {', '.join(met)}")
        return Decision(ItemMark.YES, f"no {what} found")

    return decide


def holds(test: Callable[[Evident], bool], yes: str, no: str) -> Decide:
    """Met when the test holds."""
    return lambda evident: Decision(ItemMark.YES, yes) if test(evident) else Decision(ItemMark.NO, no)


def only_if(applies: Callable[[Evident], bool], why_not: str, decide: Decide) -> Decide:
    """Does not apply to leaflets without what it is about."""
    return lambda evident: decide(evident) if applies(evident) else Decision(ItemMark.NOT_APPLICABLE, why_not)
