"""One order becomes one finished leaflet: read, check, lay out, draw and tag, verify.

The whole pipeline, in that order. A `Workshop` holds what is worth keeping between leaflets in one process: fonts,
drawings, parsed content. Nothing here reads the clock or the current folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from handoutgen.check.approvals import CHANGED_SINCE
from handoutgen.check.samples import SAMPLE
from handoutgen.check.typed import refuse_unprintable_words
from handoutgen.content.load import LoadedClinic, LoadedLeaflet
from handoutgen.diagnostics import Diagnostic, Severity
from handoutgen.errors import ContentRefused, HandoutError, InternalError
from handoutgen.examining import examine_for, fields_without_clinic
from handoutgen.formats import Format, Options, Output, Size, parse_format, parse_size, refuse
from handoutgen.formats.paper import refuse_beside, refuse_filling
from handoutgen.language import language_of
from handoutgen.layout.forms.left_out import no_room_for_words
from handoutgen.making import MadeFile, ReadLeaflet, meant, printed, told
from handoutgen.story.chosen import choice_in_file_name
from handoutgen.workshop import Workshop

OVERDUE, EMPTY_FIELD = "HG101", "HG110"


class Order(Struct, frozen=True):
    """What is asked for: one leaflet, for one clinic or none, in one format and one print size."""

    leaflet: Path
    clinic: Path | None
    format: str
    size: str
    today: date
    allow_expired: str | None = None
    options: Options = field(default_factory=Options)
    is_preview: bool = False
    """For the author's own eyes: samples of a starter may be in it, and whoever shows it puts a notice across its
    pages; in plain text the notice stands on top."""


class Built(Struct, frozen=True):
    """A finished, verified leaflet."""

    order: Order
    """Without what was typed for one person: that is in the data alone."""
    data: bytes
    file_name: str
    pages: int
    """0 for what is not on paper, as are the sheets."""
    sheets: int
    diagnostics: tuple[Diagnostic, ...]


def build(order: Order, workshop: Workshop, typed: LoadedClinic | None = None) -> Built:
    """Make the leaflet; for the clinic as somebody is typing it, if it is given, in the place of the order's file.

    Raises UsageProblem for a format or size that cannot be, ContentRefused with every problem of the content,
    InternalError when the finished file breaks a promise: then it is our bug and no file is written.
    """
    output, size = parse_format(order.format), parse_size(order.size)
    refuse_beside(output, order.options)
    if isinstance(output, Format):
        size = output.in_print(size)
        refuse(output, size)
        refuse_filling(output, order.options)
    read, findings = read_for(order, workshop, typed)
    options = meant(read, output, order.options)
    if options.beside and isinstance(output, Format):
        made, found = _made_beside(order, read, findings, output, size, options, workshop, typed)
        findings = (*findings, *found)
    else:
        made = (_made_for_one if options.for_person else _made)(read, output, size, options, workshop)
    if made.problems:
        raise InternalError("the finished file breaks a promise: " + "; ".join(made.problems[:5]))
    name = file_name(read.loaded, read.clinic, output, size, options)
    is_unsaid = order.options.for_person is not None and options.for_person is None
    notes = [no_room_for_words(output, read.loaded)] if is_unsaid and isinstance(output, Format) else []
    done = replace(order, options=replace(order.options, for_person=None))
    return Built(done, made.data, name, made.pages, made.sheets, (*findings, *made.left_out, *notes))


def _made(read: ReadLeaflet, output: Output, size: Size, options: Options, workshop: Workshop) -> MadeFile:
    if isinstance(output, Format):
        return printed(read, output, size, options, workshop)
    return told(read, output, options, workshop)


def _made_beside(
    order: Order, read: ReadLeaflet, findings: Sequence[Diagnostic], form: Format, size: Size, options: Options,
    workshop: Workshop, typed: LoadedClinic | None,
) -> tuple[MadeFile, Sequence[Diagnostic]]:  # fmt: skip
    """The leaflet with a second language beside it, and what was found in that one's file."""
    from handoutgen.bilingual import path_beside, printed_beside, refuse_apart  # late: most leaflets stand alone

    hand = language_of(options.beside).hand
    beside = replace(
        order, leaflet=path_beside(order.leaflet, options.beside), options=replace(order.options, hand=hand)
    )
    other, found = read_for(beside, workshop, typed)
    refuse_apart(read.loaded, other.loaded, (*findings, *found), workshop)
    return printed_beside(read, other, form, size, options, workshop), found


def _made_for_one(read: ReadLeaflet, output: Output, size: Size, options: Options, workshop: Workshop) -> MadeFile:
    """The same with words that are typed for one person: in a workshop of its own that goes with them, and no failure
    repeats them."""
    assert options.for_person  # noqa: S101 - asked before
    refuse_unprintable_words(options.for_person, workshop.fonts_of(read.loaded).uncovered)
    try:
        made = _made(read, output, size, options, workshop.apart())
        if not made.problems:
            return made
    except HandoutError as problem:
        if not isinstance(problem, InternalError):
            raise
    except Exception:  # noqa: S110 - whatever it was, its words may be the person's
        pass
    raise InternalError("a leaflet with words for one person breaks a promise; made without them, it may tell why")


def read_for(
    order: Order, workshop: Workshop, typed: LoadedClinic | None = None
) -> tuple[ReadLeaflet, Sequence[Diagnostic]]:
    """What an order is about, read and examined, and what was found. Raises ContentRefused."""
    loaded = replace(workshop.leaflet(order.leaflet), hand=order.options.hand)
    clinic = typed or (workshop.clinic_draft(order.clinic) if order.clinic else None)
    clinic = workshop.for_clinic(loaded, clinic, order.today) if clinic else None
    needs = () if clinic else fields_without_clinic(loaded)
    found = (*examine_for(loaded, clinic, order.today, workshop), *needs)
    findings = _passed(_pardoned(found, order.allow_expired, order.is_preview))
    notice = order.allow_expired if loaded.leaflet.review.next_review < order.today else None
    has_samples = any(finding.code == SAMPLE for finding in findings)
    return ReadLeaflet(loaded, clinic, notice, has_samples), findings


def file_name(loaded: LoadedLeaflet, clinic: LoadedClinic | None, output: Output, size: Size, options: Options) -> str:
    """A name that says what is in the file: leaflet, language, clinic, format, size and options."""
    leaflet = loaded.leaflet
    whose = [clinic.clinic.id] if clinic else []
    which = [output.name, size.name] if isinstance(output, Format) else [output.name]
    ticks = choice_in_file_name(leaflet, options.chosen, options.only_chosen)
    return "_".join([leaflet.id, loaded.drawn_as, *whose, *which, *options.in_file_name, *ticks]) + output.suffix


def _pardoned(findings: Sequence[Diagnostic], reason: str | None, is_preview: bool) -> list[Diagnostic]:
    """With a reason, a review date that has passed is a warning, and so are samples in a preview, and a text that is
    another than the approved one; the page says so."""
    pardoned = {OVERDUE: bool(reason), SAMPLE: is_preview, CHANGED_SINCE: True}
    return [replace(f, severity=Severity.WARNING) if pardoned.get(f.code) else f for f in findings]


def _passed(findings: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    if any(finding.is_error for finding in findings):
        raise ContentRefused(findings)
    return findings
