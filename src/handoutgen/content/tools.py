"""Pages to write on: diaries, checklists, goals, questions and notes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from handoutgen.content.values import Audience, Label, Part, Phrase, Prose


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
    daily: bool = Field(
        False, description="Ticked each day: on the sheet to write on each item has a box for each day."
    )


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
