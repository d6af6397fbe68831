"""When to get help: what to notice, and what to do about it, from what cannot wait to what can."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from handoutgen.content.values import Identifier, Label, Part, Phrase
from handoutgen.content.yaml.nodes import ModelPath

LEVELS_OF_HELP = ("emergency", "urgent", "routine")
"""From what cannot wait to what can."""


class OtherAction(Part):
    """What some clinics' patients do, where a service or a number is not there for everybody."""

    only_for: tuple[Identifier, ...] = Field(min_length=1, description="Tags or countries, such as us and ie.")
    action: Phrase = Field(description="What to do besides calling the number on the page.")


class LeadIn(StrEnum):
    """How a level's signs begin."""

    THINGS = "things"
    """ "if you have:" chest pain."""
    CLAUSES = "clauses"
    """ "if:" you cannot breathe."""


class SignGroup(Part):
    """Signs that count at one time only, such as before an operation and after it."""

    when: Annotated[Label, Field(max_length=60)] = Field(description='What stands over them: "Before your operation".')
    signs: tuple[Phrase, ...] = Field(min_length=1, description="What the reader notices then.")


class HelpLevel(Part):
    """One level of help: when, and what to do. A level that the leaflet has no use for says why, and is not printed."""

    none_because: Label | None = Field(
        None, description="Why the leaflet has no such level. Write it in place of all other keys; it is not printed."
    )
    lead_in: LeadIn = Field(LeadIn.THINGS, description='things: "if you have: chest pain"; clauses: "if: you faint".')
    where: Phrase | None = Field(
        None, max_length=120, description='What to do first, in place of the fixed words: "Go to A&E", "Tell the ward".'
    )
    signs: tuple[Phrase, ...] = Field((), description="What the reader notices.")
    groups: tuple[SignGroup, ...] = Field(
        (), max_length=4, description="Signs that count at one time only, after or in place of `signs`."
    )
    action: Phrase | None = Field(None, description="What to do besides calling the number on the page.")
    actions: tuple[Phrase, ...] = Field((), max_length=6, description="As `action`, for more than one thing to do.")
    instead: tuple[OtherAction, ...] = Field(
        (), description="Another action for some clinics: the first that is for a clinic stands in for the one above."
    )
    sources: tuple[Identifier, ...] = Field((), description="Ids of the sources this rests on.")

    @property
    def is_there(self) -> bool:
        """Whether the leaflet has this level."""
        return bool(self.signs or self.groups)

    @property
    def lists(self) -> Iterator[tuple[ModelPath, str, tuple[Phrase, ...]]]:
        """Every list of signs: its path below the level, when they count (empty for always), and the signs."""
        if self.signs:
            yield ("signs",), "", self.signs
        for place, group in enumerate(self.groups):
            yield ("groups", place, "signs"), group.when, group.signs

    @property
    def each_sign(self) -> Iterator[tuple[ModelPath, str, Phrase]]:
        """Every sign with its path below the level, and when it counts."""
        for path, when, signs in self.lists:
            yield from (((*path, index), when, sign) for index, sign in enumerate(signs))

    @property
    def all_actions(self) -> tuple[Phrase, ...]:
        """What to do besides calling, whether it was written as one or as several."""
        return (*([self.action] if self.action else []), *self.actions)


class Help(Part):
    """When to get help. Never left out."""

    title: Label | None = Field(None, max_length=80)
    intro: Phrase | None = None
    emergency: HelpLevel
    urgent: HelpLevel
    routine: HelpLevel
