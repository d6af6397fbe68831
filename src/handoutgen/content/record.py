"""What stands behind a leaflet: sources, who answers for it, how it was made and checked; and what follows the text."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from handoutgen.content.digits import in_plain_digits
from handoutgen.content.values import (
    AddressInCode,
    Audience,
    Day,
    Identifier,
    Label,
    LanguageTag,
    Part,
    Phrase,
    Version,
    WebAddress,
    Whole,
)


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
    year: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$"), BeforeValidator(in_plain_digits)] | None = None
    web: WebAddress | None = None
    checked: Day | None = Field(None, description="The day on which somebody last read it for this leaflet.")


class Status(StrEnum):
    """Whether a clinic has approved the leaflet."""

    DRAFT = "draft"
    APPROVED = "approved"


class Approval(Part):
    """Who approved a version, by role."""

    role: Label
    organisation: Label | None = None
    date: Day


class Author(Part):
    """Somebody who wrote the leaflet, by role."""

    role: Label
    interests: Phrase = Field(description='What could sway them, or "None".')


class ReaderTesting(Part):
    """How readers tested the leaflet."""

    who: Phrase
    how_many: Whole = Field(ge=0, le=100_000)
    changed: Phrase | None = Field(None, description="What was changed after it.")

    @property
    def is_told(self) -> bool:
        """Whether it tells a reader more than how readers helped does: that nobody has tested it yet is said there."""
        return bool(self.how_many or self.changed)


class VersionChange(Part):
    """What a version changed."""

    version: Version
    date: Day
    what: Phrase


class Licences(Part):
    """How text and pictures may be used."""

    text: Phrase | None = None
    pictures: Phrase | None = None


UNTRANSLATED = "not-translated"
"""In place of a part's digest: it still has the words of the source."""
PartKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+([.-][a-z0-9_]+)*$", max_length=150)]
PartMark = Annotated[str, StringConstraints(pattern=rf"^([b-df-hj-np-tv-xz]{{12}}|{UNTRANSLATED})$")]


class Translation(Part):
    """Who put the leaflet into this language, who checked it, and which words of the source each part follows."""

    translator: Label
    checker: Label | None = Field(None, description="A native reader who has checked it. Left out: nobody has.")
    of: LanguageTag | None = Field(None, description="The language it was made from; en-GB when left out.")
    from_version: Version | None = Field(None, description="The version of the source that all parts followed last.")
    parts: dict[PartKey, PartMark] = Field(
        {},
        max_length=1_000,
        description="Part → digest of the source's words that it was made from, or not-translated. Written by "
        "`handoutgen translate` (docs/languages.md). Not printed.",
    )


class ItemAnswer(Part):
    """What a person answered to an item of a score sheet (`handoutgen score`). Not printed."""

    tool: Literal["pemat", "cci"] = Field(description="PEMAT-P, or the Clear Communication Index.")
    item: int = Field(ge=1, le=26, description="Its number in the tool.")
    answer: Literal["met", "not met", "does not apply"]
    by: Label = Field(description="Who answered, by role; not an author.")
    date: Day


class Review(Part):
    """The leaflet's record: which version, how current, whose, and how it was made."""

    version: Version
    published: Day
    last_reviewed: Day
    next_review: Day
    owner: Label
    status: Status = Status.DRAFT
    approvals: tuple[Approval, ...] = ()
    funding: Phrase
    reader_involvement: Phrase
    authors: tuple[Author, ...] = Field((), max_length=12)
    approving_group: Label | None = Field(None, description="The group that approves it, such as a clinical board.")
    need: Phrase | None = Field(None, description="Why the leaflet is needed, and how that is known.")
    audience: Phrase | None = Field(None, description="Whom it is for.")
    equality: Phrase | None = Field(None, description="What was done so that nobody is left out or harmed by it.")
    reader_testing: ReaderTesting | None = None
    changes: tuple[VersionChange, ...] = Field(
        (), max_length=60, description="What each version changed, the newest first."
    )
    supersedes: Label | None = Field(None, description="The leaflet that this one takes the place of.")
    feedback_to: Label | None = Field(None, description="Who answers readers.")
    licences: Licences | None = None
    translation: Translation | None = None
    scored: tuple[ItemAnswer, ...] = Field(
        (), max_length=44, description="Answers to items of score sheets that no program can decide. Not printed."
    )


class Waiver(Part):
    """A finding about words that stays as it is, and why. Not printed."""

    code: Annotated[str, StringConstraints(pattern=r"^HG[0-9]{3}$")] = Field(
        description="The finding's code.", examples=['"HG221"']
    )
    words: Label | None = Field(
        None, description="Words of the text that it is about; left out, all findings of the code."
    )
    reason: Label = Field(description="Why the text is right all the same.")
    by: Label = Field(description="Who decided it, by role.")


class Codes(Part):
    """Codes by which a record system finds the leaflet."""

    icd10: tuple[Label, ...] = ()
    snomed: tuple[Annotated[str, StringConstraints(pattern=r"^[0-9]{6,18}$")], ...] = ()
