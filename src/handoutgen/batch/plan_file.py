"""PLAN.yaml → a checked `BatchPlan`, or every problem in it at once with its place.

Read by the same reader as leaflets and clinics, so that a slip in a plan is told as plainly as a slip in a text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from msgspec import Struct
from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticKnownError

from handoutgen.content.authoring.schema import schema_of
from handoutgen.content.load import model_from
from handoutgen.content.values import Label, Part
from handoutgen.content.yaml.file import read_content
from handoutgen.content.yaml.source_map import SourceMap
from handoutgen.depth import Depth
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import ContentRefused
from handoutgen.formats import ALL, Options

OF_THE_CLINIC = "clinic"
"""As a language: those in which the clinic hands leaflets out."""

MOST_NAMES = 10_000
"""In one list. A plan for all clinics says all; a longer list is another program's slip."""
MOST_INCLUDED, MOST_EXCLUDED = 1_000, 10_000
"""Rows of include and exclude. Each row of include is filled up from the plan's lists."""
MOST_VALUES = 50_000
"""Keys, names and list entries of a plan: its rows of exclude alone may have so many."""


def _at_most(most: int) -> BeforeValidator:
    """Refuses a longer list before its entries are looked at."""

    def check(value: Any) -> Any:
        if isinstance(value, list | tuple) and len(value) > most:
            told = {"field_type": "List", "max_length": most, "actual_length": len(value)}
            raise PydanticKnownError("too_long", told)
        return value

    return BeforeValidator(check)


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Names = Annotated[
    tuple[Name, ...],
    BeforeValidator(lambda value: (value,) if isinstance(value, str) else value),
    _at_most(MOST_NAMES),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""One name, or a list of names."""


_DEPTH_WORDS = [ALL, *(depth.value for depth in Depth)]
Depths = Annotated[
    tuple[Depth, ...],
    BeforeValidator(lambda value: _spelled_out(value)),
    WithJsonSchema({"anyOf": [{"enum": _DEPTH_WORDS}, {"type": "array", "items": {"enum": _DEPTH_WORDS}}]}),
]
"""One depth of detail, or a list of them; all for both."""


def _spelled_out(value: Any) -> Any:
    """A list of depths, each once."""
    words = [value] if isinstance(value, str) else value
    if not isinstance(words, list | tuple):
        return words
    both = [Depth.FULL.value, Depth.ESSENTIAL.value]
    spelled = [each for word in words for each in (both if word == ALL else [word])]
    return list(dict.fromkeys(spelled)) if all(isinstance(each, str) for each in spelled) else spelled


class Match(Part):
    """Some of the rows: those that have one of the names given, on every axis that is given."""

    leaflet: Names = Field((), description="Ids of leaflets.")
    language: Names = Field((), description="Language tags.")
    clinic: Names = Field((), description="Ids of clinics.")
    clinic_tag: Names = Field((), description="Tags: the clinics that have one of them.")
    format: Names = Field((), description="Printed forms, such as card.")
    size: Names = Field((), description="Print sizes.")
    detail: Depths = Field((), description="Depths of detail: whole forms alone have one.")


Beside = Annotated[str, StringConstraints(strip_whitespace=True, max_length=35, pattern=r"^[A-Za-z0-9-]*$")]


class PlanOptions(Part):
    """What may be asked of a form beside its size."""

    reading_order: bool = Field(False, description="Booklets and folded leaflets page by page, for screens.")
    weeks: int = Field(1, ge=1, le=53, description="Weeks of diary to print.")
    distance: float = Field(1.5, ge=1, le=2, description="Metres from which a poster is read.")
    proof: bool = Field(False, description="Add a ruler, folds and the printable area, to check a printer.")
    crlf: bool = Field(False, description="Plain text with the line ends that old Windows programs need.")
    cells: int = Field(40, ge=20, le=100, description="Cells in a line of braille.")
    lines: int = Field(25, ge=10, le=100, description="Lines on a page of braille.")
    detail: Depths = Field(
        (Depth.FULL,), min_length=1, description="How much of the leaflet the whole forms print; a list for both."
    )
    write_on: bool = Field(False, description="The whole forms have the diary and other parts to write on.")
    fillable: bool = Field(False, description="Places to write are fields, to be filled in on a screen.")
    beside: Beside = Field(
        "", description="The tag of a second language: each leaflet in it too, side by side, row by row."
    )


class BatchPlan(Part):
    """What to build, for whom, and where to put it."""

    leaflets: Names = Field(min_length=1, description="Ids or paths of leaflets; all for all there are.")
    clinics: Names = Field((), description="Ids or paths of clinics; all for all. Left out: leaflets for no clinic.")
    clinic_tags: Names = Field((), description="Only clinics with one of these tags (of all clinics, if none named).")
    formats: Names = Field(
        ("a4",),
        min_length=1,
        description="Printed forms and text, such as a4; all for all; alternatives for all that need no paper.",
    )
    sizes: Names = Field(("standard",), min_length=1, description="Print sizes; all for all.")
    languages: Names = Field((), description="Language tags; all for all; clinic for each clinic's own.")
    paper: Literal["as-written", "clinic"] = Field(
        "as-written", description="clinic: A4 or Letter by each clinic's own paper, whichever of the two is written."
    )
    include: Annotated[tuple[Match, ...], _at_most(MOST_INCLUDED)] = Field(
        (), description="Rows to add. An axis left out is as in the lists above."
    )
    exclude: Annotated[tuple[Match, ...], _at_most(MOST_EXCLUDED)] = Field(
        (), description="Rows to leave out, before any are added by include."
    )
    out: Name = Field("out", description="The folder for the files.")
    name: Name | None = Field(
        None, max_length=300, description="The files' names: {clinic}/{leaflet}_{language}_{format}_{size}_{detail}.pdf"
    )
    allow_expired: Label | None = Field(
        None, description="Why leaflets past their review date are built; printed on the page."
    )
    options: PlanOptions = PlanOptions()

    @property
    def asked(self) -> Options:
        """The options as the rest of the program knows them, but for the depth of detail, which each row has its
        own of."""
        return Options(**self.options.model_dump(exclude={"detail"}))


class LoadedPlan(Struct, frozen=True):
    """A plan, its file's name, and the place of every value."""

    plan: BatchPlan
    path: Path
    sources: SourceMap


def load_plan(path: Path) -> LoadedPlan:
    """Read a plan. Raises ContentRefused with all problems, UsageProblem when there is no such file."""
    plan, sources, found = model_from(read_content(path), path, BatchPlan, _no_more_rules, MOST_VALUES)
    if any(finding.is_error for finding in found):
        raise ContentRefused(found)
    return LoadedPlan(plan, path, sources)


def plan_schema() -> dict[str, Any]:
    """The JSON Schema of a plan file."""
    return schema_of(BatchPlan, "A batch plan")


def _no_more_rules(values: Any, sources: SourceMap, path: Path) -> list[Diagnostic]:
    """Rules between keys need the leaflets and clinics there are: `matrix` holds them."""
    return []
