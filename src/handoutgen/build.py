"""One order becomes one finished leaflet: read, check, lay out, draw and tag, verify.

The whole pipeline, in that order. A `Workshop` holds what is worth keeping between leaflets in one process: fonts,
drawings, parsed content. Nothing here reads the clock or the current folder.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from handoutgen.alternatives.nothing_lost import lost_words as words_lost_in
from handoutgen.alternatives.plain_text import plain_text
from handoutgen.check import check_clinic, check_clinic_with, check_fields, check_leaflet
from handoutgen.check.characters import uncovered_characters, uncovered_in_clinic
from handoutgen.check.drawings import check_drawings
from handoutgen.check.samples import SAMPLE
from handoutgen.content.audience import for_tags, tags_of
from handoutgen.content.load import LoadedClinic, LoadedLeaflet
from handoutgen.content.model import Leaflet
from handoutgen.depth import Depth
from handoutgen.design.colour import readable
from handoutgen.design.iconset import icon_names
from handoutgen.diagnostics import Diagnostic, Severity
from handoutgen.errors import ContentRefused, HandoutError, InternalError
from handoutgen.formats import ALTERNATIVES, Format, Options, Output, Size, parse_format, parse_size, refuse
from handoutgen.layout.forms.compositions import lay_out
from handoutgen.layout.forms.left_out import only_in_full_depth, only_to_write_on, place_of, what_is_left_out
from handoutgen.layout.forms.making_room import DoesNotFit
from handoutgen.layout.nothing_lost import lost_contact, lost_words
from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing.render import render
from handoutgen.pictures.examine import broken_pictures
from handoutgen.pictures.logo import broken_logo
from handoutgen.plan.pages import Plan
from handoutgen.story.depth import at_depth
from handoutgen.story.detail import name_of
from handoutgen.story.passages import Story
from handoutgen.story.telling import tell
from handoutgen.story.voice import SharedVoice, Voice
from handoutgen.story.write_on import without_write_on
from handoutgen.workshop import Workshop, uses_fields, voice_for

OVERDUE, EMPTY_FIELD = "HG101", "HG110"
MOST_PAGES, MOST_PARTS = 600, 20_000
"""Of one document: more is a file gone wrong, or a book, and reading it back would take longer than anybody waits.
Parts are counted in documents of more than MANY_PAGES pages; fewer pages never hold as many."""
MANY_PAGES = 25
Writer = Callable[[Story, Options], bytes]
WRITERS: Mapping[str, Writer] = MappingProxyType({
    "text": lambda story, options: plain_text(story, crlf=options.crlf),
})  # fmt: skip
"""What writes each alternative of `formats.ALTERNATIVES`."""


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
    """For the author's own eyes: samples of a starter may be in it, and a notice says so."""


@dataclass(frozen=True, slots=True)
class Built:
    """A finished, verified leaflet."""

    order: Order
    data: bytes
    file_name: str
    pages: int
    """0 for what is not on paper, as are the sheets."""
    sheets: int
    diagnostics: tuple[Diagnostic, ...]


def build(order: Order, workshop: Workshop) -> Built:
    """Make the leaflet.

    Raises UsageProblem for a format or size that cannot be, ContentRefused with every problem of the content,
    InternalError when the finished file breaks a promise: then it is our bug and no file is written.
    """
    output, size = parse_format(order.format), parse_size(order.size)
    if isinstance(output, Format):
        refuse(output, size)
    loaded = workshop.leaflet(order.leaflet)
    clinic = workshop.clinic(order.clinic) if order.clinic else None
    needs = () if clinic else fields_without_clinic(loaded)
    found = (*examine(loaded, clinic, order.today, workshop), *needs)
    findings = _passed(_pardoned(found, order.allow_expired, order.is_preview))
    notice = order.allow_expired if loaded.leaflet.review.next_review < order.today else None
    has_samples = any(finding.code == SAMPLE for finding in findings)
    read = _Read(loaded, clinic, notice, has_samples)
    options = order.options if _is_whole(output) else replace(order.options, detail=Depth.FULL, write_on=False)
    made = _printed(read, output, size, options, workshop) if isinstance(output, Format) else _told(read, order)
    if made.problems:
        raise InternalError("the finished file breaks a promise: " + "; ".join(made.problems[:5]))
    name = file_name(loaded, clinic, output, size, options)
    return Built(order, made.data, name, made.pages, made.sheets, (*findings, *made.left_out))


def _is_whole(output: Output) -> bool:
    """Whether it is the whole leaflet, which has two depths of detail."""
    return output.is_whole if isinstance(output, Format) else True


class _Read(NamedTuple):
    """What an order is about, read and examined."""

    loaded: LoadedLeaflet
    clinic: LoadedClinic | None
    notice: str | None
    """Why it is built past its review date, if it is."""
    has_samples: bool

    def spoken(self, voice: Voice) -> Voice:
        """The voice with the notice of a leaflet that has samples in it, or is past its review date."""
        if self.has_samples:
            return replace(voice, notice=voice.word("has_samples"))
        return replace(voice, notice=voice.word("overdue", reason=self.notice)) if self.notice else voice

    @property
    def tags(self) -> frozenset[str]:
        """Of the clinic."""
        return tags_of(self.clinic.clinic if self.clinic else None)


class _MadeFile(NamedTuple):
    """A file before its promises are judged."""

    data: bytes
    problems: tuple[str, ...]
    pages: int = 0
    sheets: int = 0
    left_out: tuple[Diagnostic, ...] = ()


class _Shown(NamedTuple):
    """What of a leaflet an output shows, and the titles of what it does not."""

    leaflet: Leaflet
    also: tuple[str, ...]
    to_write_on: tuple[str, ...]

    def spoken(self, voice: Voice) -> Voice:
        """The voice that says so."""
        return replace(voice, also=self.also, to_write_on=self.to_write_on)

    def left_out(self, loaded: LoadedLeaflet) -> tuple[Diagnostic, ...]:
        """The same for whoever builds it."""
        return (*only_in_full_depth(self.also, loaded), *only_to_write_on(self.to_write_on, loaded))


def _shown(read: _Read, output: Output, options: Options, voice: SharedVoice) -> _Shown:
    """The leaflet for the clinic's tags at the depth that was asked for; whole forms without the parts to write on."""
    leaflet = for_tags(read.loaded.leaflet, read.tags)
    to_write_on: tuple[str, ...] = ()
    if _is_whole(output) and not options.write_on:
        leaflet, to_write_on = without_write_on(leaflet)
    essence = at_depth(leaflet, options.detail, voice)
    return _Shown(essence.leaflet, essence.also, to_write_on)


def _told(read: _Read, order: Order) -> _MadeFile:
    """The leaflet in an alternative format."""
    voice = read.spoken(voice_for(read.loaded.leaflet, read.clinic.clinic if read.clinic else None))
    shown = _shown(read, ALTERNATIVES[order.format], order.options, voice)
    leaflet, voice = shown.leaflet, shown.spoken(voice)
    data = WRITERS[order.format](tell(leaflet, voice), order.options)
    return _MadeFile(
        data,
        words_lost_in(data.decode("utf-8"), leaflet, voice),
        left_out=shown.left_out(read.loaded),
    )


def _printed(read: _Read, form: Format, size: Size, options: Options, workshop: Workshop) -> _MadeFile:
    """The leaflet as a PDF: laid out, drawn and verified."""
    loaded, clinic = read.loaded, read.clinic
    shared = workshop.shared(loaded, clinic)
    setting = workshop.setting(loaded, clinic, form, size, options, shared)
    shown = setting.kept("leaflet", lambda look: _shown(read, form, options, look.voice))
    leaflet = shown.leaflet
    setting = replace(setting, voice=shown.spoken(read.spoken(setting.voice)))
    try:
        plan, composed = lay_out(leaflet, setting, form, size, options)
    except DoesNotFit as refusal:
        raise _with_places(refusal, loaded) from refusal
    _refuse_a_book(plan, form)
    data = render(plan, workshop.fonts, shared.drawn)
    lost = lost_words(plan, leaflet, setting.voice.fields, composed.claims, setting.memory, shared.said)
    problems = (*lost, *lost_contact(plan, setting, composed), *verify(data, plan, shared.verified))
    sides = len(plan.sheets)
    sheets = sides if plan.duplex == "Simplex" else (sides + 1) // 2
    left_out = (*shown.left_out(loaded), *what_is_left_out(loaded, composed, form))
    return _MadeFile(data, problems, len(composed.pages), sheets, left_out)


def _refuse_a_book(plan: Plan, form: Format) -> None:
    pages = len(plan.pages)
    parts = sum(1 for _ in plan.root.walk()) if pages > MANY_PAGES else 0
    if pages > MOST_PAGES or parts > MOST_PARTS:
        counted = f"{pages:,} pages with {parts:,} paragraphs, cells and other parts"
        raise HandoutError(
            f"{form.title}: this leaflet would have {counted}; at most {MOST_PAGES} with {MOST_PARTS:,} can be made.",
            "Check that no text went in many times over, or make several leaflets of it.",
        )


def _with_places(refusal: DoesNotFit, loaded: LoadedLeaflet) -> HandoutError:
    """The refusal with the line in the file of each block that would make it fit."""
    names = [f"“{name_of(block)}” (line {place_of(block, loaded).line})" for block in refusal.helping]
    return HandoutError(refusal.message, refusal.advice(names))


def file_name(loaded: LoadedLeaflet, clinic: LoadedClinic | None, output: Output, size: Size, options: Options) -> str:
    """A name that says what is in the file: leaflet, language, clinic, format, size and options."""
    leaflet = loaded.leaflet
    whose = [clinic.clinic.id] if clinic else []
    which = [output.name, size.name] if isinstance(output, Format) else [output.name]
    return "_".join([leaflet.id, leaflet.language, *whose, *which, *options.in_file_name]) + output.suffix


def examine(
    loaded: LoadedLeaflet, clinic: LoadedClinic | None, today: date, workshop: Workshop
) -> tuple[Diagnostic, ...]:
    """All that can be known of a leaflet before it is laid out: rules, pictures, characters that no font has."""
    key = (loaded.path, loaded.digest, workshop.figures_digest(loaded), today, _what_checks_ask(loaded, clinic))
    checked = workshop.checked(key, lambda: _examine_now(loaded, clinic, today, workshop))
    found = (*loaded.diagnostics, *checked)
    in_order = sorted(found, key=lambda finding: (finding.span.line, finding.span.column, finding.code))
    whose = (*examine_clinic(clinic, workshop), *check_clinic_with(clinic, loaded.leaflet)) if clinic else ()
    return (*in_order, *whose)


def examine_clinic(clinic: LoadedClinic, workshop: Workshop) -> tuple[Diagnostic, ...]:
    """All that can be known of a clinic before anything is laid out for it."""
    unprintable = uncovered_in_clinic(clinic, workshop.fonts.uncovered)
    return (*clinic.diagnostics, *check_clinic(clinic, readable), *unprintable, *broken_logo(clinic, workshop.logo))


def _what_checks_ask(loaded: LoadedLeaflet, clinic: LoadedClinic | None) -> Hashable:
    """What of a clinic the checks of a leaflet depend on: clinics alike in this share their findings."""
    if clinic is None:
        return None
    shown = tuple(clinic.clinic.fields().items()) if uses_fields(loaded) else ()
    return (tags_of(clinic.clinic), clinic.clinic.approvals, shown)


def _examine_now(
    loaded: LoadedLeaflet, clinic: LoadedClinic | None, today: date, workshop: Workshop
) -> tuple[Diagnostic, ...]:
    return (
        *check_leaflet(loaded, today=today, clinic=clinic, icons=icon_names()),
        *uncovered_characters(loaded, workshop.fonts.uncovered),
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
    """With a reason, a review date that has passed is a warning, and so are samples in a preview; the page says so."""
    pardoned = {OVERDUE: bool(reason), SAMPLE: is_preview}
    return [replace(f, severity=Severity.WARNING) if pardoned.get(f.code) else f for f in findings]


def _passed(findings: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    if any(finding.is_error for finding in findings):
        raise ContentRefused(findings)
    return findings
