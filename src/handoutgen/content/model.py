"""What a leaflet says: the condition and how to manage it, in domain words.

Every text field is Markdown of the subset in `content.markdown.inline`; one-line fields (`Phrase`) allow strong, links
and `{clinic.…}` fields only, `Prose` also paragraphs, lists and tables. Unknown keys are errors everywhere: a dropped
"stop if" line is a safety event. Descriptions here become the JSON Schema that authors' editors show.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from handoutgen.content.anchors import Anchor
from handoutgen.content.validators import (
    MOST_IN_A_CODE,
    read_day,
    refuse_bad_phrase,
    refuse_bad_prose,
    refuse_fields,
    refuse_long_for_code,
)

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""Lower-case words joined by hyphens: stable, safe in a file name on any system."""
Label = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(refuse_fields)
]
"""Plain text on one line, without Markdown."""
Phrase = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600), AfterValidator(refuse_bad_phrase)
]
"""One paragraph with inline Markdown (strong, links, fields)."""
Prose = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000), AfterValidator(refuse_bad_prose)
]
"""Block Markdown: paragraphs, lists, tables, with inline Markdown."""
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$")]
"""A BCP 47 tag such as en-GB, cy or zh-Hant."""
_WEB_ADDRESS = r"^(https?://|mailto:|tel:)\S+$"
WebAddress = Annotated[str, StringConstraints(pattern=_WEB_ADDRESS, max_length=500)]
AddressInCode = Annotated[
    str, StringConstraints(pattern=_WEB_ADDRESS, max_length=MOST_IN_A_CODE), AfterValidator(refuse_long_for_code)
]
"""An address that may be printed as a QR code."""
Description = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600), AfterValidator(refuse_fields)
]
"""Plain text that stands in for a picture."""
Day = Annotated[date, BeforeValidator(read_day)]
"""A day as YYYY-MM-DD, and in no other form: 03/04/2026 is two different days in two countries."""


class Part(BaseModel):
    """Base of every mapping in a content file: frozen, and no unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Audience(Part):
    """Base of blocks that only some clinics print."""

    only_for: tuple[Identifier, ...] = Field((), description="Tags or countries: print this only for clinics of one.")
    not_for: tuple[Identifier, ...] = Field((), description="Tags or countries: leave this out for clinics of one.")
    optional: bool = Field(False, description="May be dropped, last first, when a small format has no room for it.")


class FigureLabel(Part):
    """A word that points at a place in a drawing; set in body type at every size."""

    model_config = ConfigDict(
        json_schema_extra={"allOf": [{"anyOf": [{"required": ["x", "y"]}, {"required": ["at"]}]}]}
    )

    text: Label
    at: Anchor | None = Field(None, description="Instead of x and y: a part of the person in a pose.")
    x: float = Field(0.5, ge=0, le=1, description="Across, from 0 (left edge of the drawing) to 1.")
    y: float = Field(0.5, ge=0, le=1, description="Down, from 0 (top edge of the drawing) to 1.")


class Figure(Part):
    """A drawing or photograph from the leaflet's own `figures` folder, or the drawing of a pose."""

    model_config = ConfigDict(
        json_schema_extra={"allOf": [{"anyOf": [{"required": ["file", "alt"]}, {"required": ["pose"]}]}]}
    )

    file: Label = Field("", description="File name in the figures folder: SVG, PNG or JPEG.")
    pose: Identifier | None = Field(
        None, description="Instead of a file: the name of a pose, whose drawing is shown (docs/drawings.md)."
    )
    alt: Description = Field(
        "", description="What the picture shows, for a reader who cannot see it. A pose brings its own."
    )
    caption: Phrase = Field(description="One line under the picture.")
    labels: tuple[FigureLabel, ...] = Field((), max_length=8)
    credit: Label | None = Field(None, description="Who made the picture, and its licence.")


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


class Section(Audience):
    """A stretch of text under one heading."""

    title: Label | None = Field(None, max_length=80, description="The heading; a fixed phrase when left out.")
    text: Prose | None = None
    figure: Figure | None = None
    do: tuple[Phrase, ...] = Field((), description="Things to do, each one sentence.")
    do_not: tuple[Phrase, ...] = Field((), description="Things not to do, each one sentence.")
    callouts: tuple[Callout, ...] = ()


class ExtraSection(Section):
    """A section of the author's own, placed after another part of the leaflet."""

    id: Identifier
    title: Annotated[Label, Field(max_length=80)]
    after: Identifier = Field(
        "management",
        description="The part it follows: key-points, about, causes, symptoms, management, tools, glossary, "
        "support, or another section's id.",
    )


class HowTo(Audience):
    """One way of doing a strategy: numbered steps, with a picture if one helps."""

    title: Label | None = Field(None, max_length=80)
    steps: tuple[Phrase, ...] = Field(min_length=1, max_length=12)
    figure: Figure | None = None


class Strategy(Audience):
    """One thing the reader can do about the condition."""

    id: Identifier
    title: Annotated[Label, Field(max_length=60)]
    icon: Label = Field(description="Name of an icon (`handoutgen list --icons`).")
    short: Annotated[Label, Field(max_length=32, description="Three words or so, for the poster.")]
    brief: Annotated[Phrase, Field(max_length=160, description="One line, for the one-page summary.")]
    what: Prose = Field(description="What it is.")
    why: Phrase | None = Field(None, description="Why it helps.")
    how: tuple[HowTo, ...] = Field(min_length=1, description="How to do it.")
    how_often: Phrase | None = None
    benefits: Phrase | None = None
    risks: Phrase | None = None
    stop_if: tuple[Phrase, ...] = ()
    ask_first: tuple[Phrase, ...] = ()
    figure: Figure | None = None
    callouts: tuple[Callout, ...] = ()
    sources: tuple[Identifier, ...] = Field((), description="Ids of the sources this rests on.")


class Management(Part):
    """The heart of the leaflet: the strategies."""

    title: Label | None = Field(None, max_length=80)
    intro: Prose | None = None
    strategies: tuple[Strategy, ...] = Field(min_length=1, max_length=12)
    uncertainty: Prose | None = Field(None, description="What is not known about these strategies.")


class OtherAction(Part):
    """What some clinics' patients do, where a service or a number is not there for everybody."""

    only_for: tuple[Identifier, ...] = Field(min_length=1, description="Tags or countries, such as us and ie.")
    action: Phrase = Field(description="What to do besides calling the number on the page.")


class HelpLevel(Part):
    """One level of help: when, and what to do."""

    signs: tuple[Phrase, ...] = Field(min_length=1, description="What the reader notices.")
    action: Phrase | None = Field(None, description="What to do besides calling the number on the page.")
    instead: tuple[OtherAction, ...] = Field(
        (), description="Another action for some clinics: the first that is for a clinic stands in for the one above."
    )


class Help(Part):
    """When to get help. Never left out."""

    title: Label | None = Field(None, max_length=80)
    intro: Phrase | None = None
    emergency: HelpLevel
    urgent: HelpLevel
    routine: HelpLevel


class DiaryColumn(Part):
    """A column of the diary, with what somebody might write in it."""

    title: Annotated[Label, Field(max_length=30)]
    example: Label | None = Field(None, max_length=40)
    width: float = Field(1.0, gt=0, le=10, description="Its share of the width.")


class Diary(Audience):
    """A chart to write on, day by day."""

    kind: Literal["diary"]
    title: Annotated[Label, Field(max_length=80)]
    intro: Prose | None = None
    columns: tuple[DiaryColumn, ...] = Field(min_length=2, max_length=7)
    rows: int = Field(7, ge=1, le=31)


class Checklist(Audience):
    """Boxes to tick."""

    kind: Literal["checklist"]
    title: Annotated[Label, Field(max_length=80)]
    intro: Prose | None = None
    items: tuple[Phrase, ...] = Field(min_length=1)


class Goals(Audience):
    """Prompts with lines to write on."""

    kind: Literal["goals"]
    title: Annotated[Label, Field(max_length=80)]
    intro: Prose | None = None
    prompts: tuple[Phrase, ...] = Field(min_length=1)
    lines: int = Field(2, ge=1, le=10, description="Write-on lines under each prompt.")


class Questions(Audience):
    """Questions to ask at a visit, and room for one's own."""

    kind: Literal["questions"]
    title: Annotated[Label, Field(max_length=80)]
    intro: Prose | None = None
    questions: tuple[Phrase, ...] = Field(min_length=1)
    lines: int = Field(2, ge=0, le=20, description="Write-on lines for the reader's own questions.")


class Notes(Audience):
    """Empty lines."""

    kind: Literal["notes"]
    title: Annotated[Label, Field(max_length=80)]
    intro: Prose | None = None
    lines: int = Field(5, ge=1, le=40)


Tool = Annotated[Diary | Checklist | Goals | Questions | Notes, Field(discriminator="kind")]


class GlossaryEntry(Part):
    """A word explained."""

    term: Annotated[Label, Field(max_length=60)]
    meaning: Phrase


class Support(Audience):
    """An organisation that helps."""

    name: Label
    text: Phrase | None = None
    phone: Label | None = None
    web: AddressInCode | None = None


class Source(Part):
    """A public source the leaflet rests on."""

    id: Identifier
    title: Label
    publisher: Label
    year: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")] | None = None
    web: WebAddress | None = None


class Status(StrEnum):
    """Whether a clinic has approved the leaflet."""

    DRAFT = "draft"
    APPROVED = "approved"


class Approval(Part):
    """Who approved a version, by role."""

    role: Label
    organisation: Label | None = None
    date: Day


class Review(Part):
    """The leaflet's record: which version, how current, whose."""

    version: Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+){0,2}$")]
    published: Day
    last_reviewed: Day
    next_review: Day
    owner: Label
    status: Status = Status.DRAFT
    approvals: tuple[Approval, ...] = ()
    funding: Phrase
    reader_involvement: Phrase


class Codes(Part):
    """Codes by which a record system finds the leaflet."""

    icd10: tuple[Label, ...] = ()
    snomed: tuple[Annotated[str, StringConstraints(pattern=r"^[0-9]{6,18}$")], ...] = ()


class Leaflet(Part):
    """One leaflet in one language."""

    id: Identifier
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)*$", max_length=16)] = Field(
        description="Short reference printed in the footer."
    )
    title: Annotated[Label, Field(max_length=65)]
    subtitle: Label | None = Field(None, max_length=100)
    language: LanguageTag
    search_words: tuple[Label, ...] = ()
    codes: Codes = Codes()
    main_message: Phrase = Field(description="1 to 3 short sentences: what the reader should remember.")
    key_points: tuple[Phrase, ...] = Field(min_length=3, max_length=5)
    about: Section
    causes: Section | None = None
    symptoms: Section | None = None
    management: Management
    help: Help
    tools: tuple[Tool, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    support: tuple[Support, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)
    sections: tuple[ExtraSection, ...] = ()
    review: Review
