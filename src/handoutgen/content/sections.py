"""Stretches of text under headings: a leaflet's fixed sections, the author's own, and what is in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from handoutgen.content.anchors import Anchor
from handoutgen.content.validators import refuse_bad_cell
from handoutgen.content.values import (
    Audience,
    Description,
    Fraction,
    Identifier,
    Label,
    OneLine,
    Part,
    Phrase,
    Prose,
    Written,
)


class FigureLabel(Part):
    """A word that points at a place in a drawing; set in body type at every size."""

    model_config = ConfigDict(
        json_schema_extra={"allOf": [{"anyOf": [{"required": ["x", "y"]}, {"required": ["at"]}]}]}
    )

    text: Label
    at: Anchor | None = Field(None, description="Instead of x and y: a part of the person in a pose.")
    x: Fraction = Field(0.5, ge=0, le=1, description="Across, from 0 (left edge of the drawing) to 1.")
    y: Fraction = Field(0.5, ge=0, le=1, description="Down, from 0 (top edge of the drawing) to 1.")


class PictureSource(Part):
    """Base of pictures: a drawing or photograph from the leaflet's own `figures` folder, or the drawing of a pose."""

    file: Label = Field("", description="File name in the figures folder: SVG, PNG or JPEG.")
    pose: Identifier | None = Field(
        None, description="Instead of a file: the name of a pose, whose drawing is shown (docs/drawings.md)."
    )
    alt: Description = Field(
        "", description="What the picture shows, for a reader who cannot see it. A pose brings its own."
    )


class Figure(PictureSource):
    """A drawing or photograph from the leaflet's own `figures` folder, or the drawing of a pose."""

    model_config = ConfigDict(
        json_schema_extra={"allOf": [{"anyOf": [{"required": ["file", "alt"]}, {"required": ["pose"]}]}]}
    )

    caption: Phrase = Field(description="One line under the picture.")
    labels: tuple[FigureLabel, ...] = Field((), max_length=8)
    credit: Label | None = Field(None, description="Who made the picture, and its licence.")


class SmallPicture(PictureSource):
    """A picture in little room, beside words that say the same: it needs none of its own for who cannot see it."""

    model_config = ConfigDict(
        json_schema_extra={"allOf": [{"anyOf": [{"required": ["file"]}, {"required": ["pose"]}]}]}
    )


class CalloutKind(StrEnum):
    """What an aside is for; each has its own icon and word."""

    IMPORTANT = "important"
    TIP = "tip"
    NOTE = "note"


class Callout(Audience):
    """A short aside that must not be missed."""

    kind: CalloutKind = CalloutKind.NOTE
    title: Label | None = None
    text: Prose
    sources: tuple[Identifier, ...] = Field((), description="Ids of the sources this rests on.")


CellText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300), AfterValidator(refuse_bad_cell)]
"""A table cell: a phrase, or nothing, which is a place to write."""


class Table(Part):
    """Rows under headings; an empty cell is a place to write."""

    caption: Phrase | None = None
    head: tuple[CellText, ...] = Field(min_length=2, max_length=6, description="The headings of the columns.")
    rows: tuple[tuple[CellText, ...], ...] = Field(min_length=1, max_length=40, description="Each as long as the head.")


CONTENT = (
    "caution",
    "dose",
    "text",
    "steps",
    "do",
    "do_not",
    "ask_first",
    "table",
    "figure",
    "callouts",
    "subsections",
)
"""The keys of a section that print, in the order they have when no file says another."""


LIST_TITLES = ("do_title", "do_not_title", "ask_first_title")
"""The keys of the words over its lists."""


class SectionContent(Audience, Written):
    """What stands under a heading. Its keys print in the order in which they are written."""

    icon: Label | None = Field(None, description="Name of an icon (`handoutgen list --icons`).")
    caution: OneLine | None = Field(None, description="What to take care of; every form says it.")
    dose: OneLine | None = Field(None, description="How much to take, and when, in one line; no form leaves it out.")
    text: Prose | None = None
    steps: tuple[Phrase, ...] = Field((), max_length=20, description="Numbered steps.")
    do_title: Annotated[Label, StringConstraints(max_length=60)] | None = Field(
        None, description='In place of the word "Do".'
    )
    do: tuple[Phrase, ...] = Field((), description="Things to do, each one sentence.")
    do_not_title: Annotated[Label, StringConstraints(max_length=60)] | None = Field(
        None, description='In place of the words "Do not", such as "Do not take it if".'
    )
    do_not: tuple[Phrase, ...] = Field(
        (),
        description='Things not to do, each going on from "Do not": "drive for 24 hours". No form leaves them out.',
    )
    ask_first_title: Annotated[Label, StringConstraints(max_length=60)] | None = Field(
        None, description='In place of the words "Ask first if", such as "Ask a pharmacist first if you".'
    )
    ask_first: tuple[Phrase, ...] = Field(
        (),
        description='When to ask before anything here is done, each going on from "Ask first if": "you are pregnant". '
        "No form leaves it out.",
    )
    table: Table | None = None
    figure: Figure | None = None
    callouts: tuple[Callout, ...] = ()
    sources: tuple[Identifier, ...] = Field((), description="Ids of the sources this rests on.")

    @property
    def written_order(self) -> tuple[str, ...]:
        """The keys that print, in the author's order. A list stands where its own title stands."""
        told = (key.removesuffix("_title") if key in LIST_TITLES else key for key in self.keys)
        written = dict.fromkeys(key for key in told if key in CONTENT)
        return tuple(key for key in written if getattr(self, key, None))


class Subsection(SectionContent):
    """A part of a section, with a heading one level lower."""

    title: Annotated[Label, Field(max_length=80)]


class Section(SectionContent):
    """A stretch of text under one heading."""

    title: Label | None = Field(None, max_length=80, description="The heading; a fixed phrase when left out.")
    brief: OneLine | None = Field(
        None, description="One line for the short forms, which else only say that the section is in the full leaflet."
    )
    subsections: tuple[Subsection, ...] = Field((), max_length=12)


class ExtraSection(Section):
    """A section of the author's own."""

    id: Identifier
    after: Identifier | None = Field(
        None,
        description="The part it follows: key-points, about, causes, symptoms, management, tools, glossary, "
        "support, or another section's id. Left out: sections print in their own order, where the kind has them.",
    )
    picture: SmallPicture | None = Field(
        None,
        description="Of what to do at once: the picture beside these steps on A6 cards, in place of `main_picture`. "
        "Other forms do not print it.",
    )


def moved_up(kept: Sequence[ExtraSection], written: Sequence[ExtraSection]) -> Iterator[ExtraSection]:
    """Those of the author's sections, as they were `written`, that are kept: one that follows a section that went
    follows what that followed, so that it is read all the same."""
    here = {section.id for section in kept}
    followed = {section.id: section.after for section in written}
    for section in kept:
        after = section.after
        while after in followed and after not in here:
            after = followed[after]
        yield section if after == section.after else section.model_copy(update={"after": after})
