"""One order becomes one finished leaflet: read, check, lay out, draw and tag, verify.

The whole pipeline, in that order. A `Workshop` holds what is worth keeping between leaflets in one process: fonts,
drawings, parsed content. Nothing here reads the clock or the current folder.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from handoutgen.check import check_clinic, check_clinic_with, check_fields, check_leaflet
from handoutgen.check.approvals import CHANGED_SINCE, check_ended
from handoutgen.check.characters import uncovered_characters, uncovered_in_clinic
from handoutgen.check.drawings import check_drawings
from handoutgen.check.samples import SAMPLE
from handoutgen.check.typed import refuse_unprintable_words
from handoutgen.content.audience import tags_of
from handoutgen.content.load import LoadedClinic, LoadedLeaflet
from handoutgen.content.words import Words
from handoutgen.design.colour import readable
from handoutgen.design.iconset import icon_names
from handoutgen.diagnostics import Diagnostic, Severity
from handoutgen.errors import ContentRefused, HandoutError, InternalError
from handoutgen.formats import Format, Options, Output, Size, parse_format, parse_size, refuse
from handoutgen.layout.forms.left_out import no_room_for_words
from handoutgen.library.fonts import own_faces
from handoutgen.library.words import words_of
from handoutgen.making import MadeFile, ReadLeaflet, meant, printed, told
from handoutgen.pictures.examine import broken_pictures
from handoutgen.pictures.logo import broken_logo
from handoutgen.story.chosen import choice_in_file_name
from handoutgen.text.fontbook import FontBook
from handoutgen.workshop import Workshop, uses_fields

OVERDUE, EMPTY_FIELD = "HG101", "HG110"


@dataclass(frozen=True, slots=True)
class Order:
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


@dataclass(frozen=True, slots=True)
class Built:
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
    if isinstance(output, Format):
        refuse(output, size)
    read, findings = read_for(order, workshop, typed)
    options = meant(read, output, order.options)
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
    loaded = workshop.leaflet(order.leaflet)
    clinic = typed or (workshop.clinic_draft(order.clinic) if order.clinic else None)
    clinic = workshop.for_clinic(loaded, clinic) if clinic else None
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
    return "_".join([leaflet.id, leaflet.language, *whose, *which, *options.in_file_name, *ticks]) + output.suffix


def examine(
    loaded: LoadedLeaflet, clinic: LoadedClinic | None, today: date, workshop: Workshop
) -> tuple[Diagnostic, ...]:
    """All that can be known of a leaflet before it is laid out: rules, pictures, characters that no font has."""
    return examine_for(loaded, workshop.for_clinic(loaded, clinic) if clinic else None, today, workshop)


def examine_for(
    loaded: LoadedLeaflet, clinic: LoadedClinic | None, today: date, workshop: Workshop
) -> tuple[Diagnostic, ...]:
    """The same for a clinic whose approvals are known to hold for the leaflet (`Workshop.for_clinic`)."""
    words = words_of(loaded, clinic.clinic.locale if clinic else None)
    key = (
        loaded.path, loaded.digest, workshop.figures_digest(loaded), today, _what_checks_ask(loaded, clinic),
        words.language, words.own, *own_faces(loaded.folder, loaded.leaflet.language),
    )  # fmt: skip
    checked = workshop.checked(key, lambda: _examine_now(loaded, clinic, today, workshop, words))
    found = (*loaded.diagnostics, *checked, *words.diagnostics)
    in_order = sorted(found, key=lambda finding: (finding.span.line, finding.span.column, finding.code))
    return (*in_order, *(_of_clinic(loaded, clinic, workshop) if clinic else ()))


def _of_clinic(loaded: LoadedLeaflet, clinic: LoadedClinic, workshop: Workshop) -> tuple[Diagnostic, ...]:
    """What concerns one clinic alone, or this leaflet in its hands."""
    return (
        *examine_clinic(clinic, workshop, workshop.fonts_of(loaded)),
        *check_clinic_with(clinic, loaded.leaflet),
        *check_ended(loaded, clinic, lambda: workshop.content_of(loaded)),
    )


def examine_clinic(clinic: LoadedClinic, workshop: Workshop, fonts: FontBook | None = None) -> tuple[Diagnostic, ...]:
    """All that can be known of a clinic before anything is laid out for it, in the program's fonts or in others."""
    book = fonts or workshop.fonts

    def check() -> tuple[Diagnostic, ...]:
        return (*check_clinic(clinic, readable), *uncovered_in_clinic(clinic, book.uncovered))

    checked = workshop.checked((clinic.path, clinic.digest, *book.faces), check)
    return (*clinic.diagnostics, *checked, *broken_logo(clinic, workshop.logo))


def _what_checks_ask(loaded: LoadedLeaflet, clinic: LoadedClinic | None) -> Hashable:
    """What of a clinic the checks of a leaflet depend on: clinics alike in this share their findings."""
    if clinic is None:
        return None
    shown = tuple(clinic.clinic.fields().items()) if uses_fields(loaded) else ()
    return (tags_of(clinic.clinic), clinic.clinic.approvals, shown)


def _examine_now(
    loaded: LoadedLeaflet, clinic: LoadedClinic | None, today: date, workshop: Workshop, words: Words
) -> tuple[Diagnostic, ...]:
    return (
        *check_leaflet(loaded, today=today, clinic=clinic, icons=icon_names(), words=words),
        *uncovered_characters(loaded, workshop.fonts_of(loaded).uncovered),
        *broken_pictures(loaded),
        *check_drawings(loaded),
    )


def fields_without_clinic(loaded: LoadedLeaflet) -> list[Diagnostic]:
    """An error for every text that shows a field of the clinic, for a leaflet that is built for none."""
    hint = "choose a clinic with --clinic, or take the field out of this text."
    return [
        replace(finding, message="this text needs a clinic, and none was chosen", hint=hint)
        for finding in check_fields(loaded, {})
    ]


def _pardoned(findings: Sequence[Diagnostic], reason: str | None, is_preview: bool) -> list[Diagnostic]:
    """With a reason, a review date that has passed is a warning, and so are samples in a preview, and a text that is
    another than the approved one; the page says so."""
    pardoned = {OVERDUE: bool(reason), SAMPLE: is_preview, CHANGED_SINCE: True}
    return [replace(f, severity=Severity.WARNING) if pardoned.get(f.code) else f for f in findings]


def _passed(findings: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    if any(finding.is_error for finding in findings):
        raise ContentRefused(findings)
    return findings
