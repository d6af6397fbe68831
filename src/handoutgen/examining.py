"""A leaflet or a clinic that was read → all that can be known of it before anything is laid out.

What a build refuses and what `check` tells are the same findings, from here.
"""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

from msgspec.structs import replace

from handoutgen.check.characters import uncovered_characters, uncovered_in_clinic
from handoutgen.check.drawings import check_drawings
from handoutgen.check.leaflet import check_fields, check_leaflet
from handoutgen.content.audience import tags_of
from handoutgen.content.load import LoadedClinic, LoadedLeaflet
from handoutgen.content.words import Words
from handoutgen.design.colour import readable
from handoutgen.design.iconset import icon_names
from handoutgen.diagnostics import Diagnostic
from handoutgen.library.fonts import own_faces
from handoutgen.library.words import words_of
from handoutgen.pictures.examine import broken_pictures
from handoutgen.readings import Readings, uses_fields
from handoutgen.text.fontbook import FontBook


def examine(
    loaded: LoadedLeaflet, clinic: LoadedClinic | None, today: date, readings: Readings
) -> tuple[Diagnostic, ...]:
    """All that can be known of a leaflet before it is laid out: rules, pictures, characters that no font has."""
    return examine_for(loaded, readings.for_clinic(loaded, clinic, today) if clinic else None, today, readings)


def examine_for(
    loaded: LoadedLeaflet, clinic: LoadedClinic | None, today: date, readings: Readings
) -> tuple[Diagnostic, ...]:
    """The same for a clinic whose approvals are known to hold for the leaflet (`Readings.for_clinic`)."""
    words = words_of(loaded, clinic.clinic.locale if clinic else None)
    key = (
        loaded.path, loaded.digest, readings.figures_digest(loaded), today, _what_checks_ask(loaded, clinic),
        words.language, words.own, *own_faces(loaded.folder, loaded.leaflet.language),
    )  # fmt: skip
    checked = readings.checked(key, lambda: _examine_now(loaded, clinic, today, readings, words))
    found = (*loaded.diagnostics, *checked, *words.diagnostics, *_beside_source(loaded, readings))
    in_order = sorted(found, key=lambda finding: (finding.span.line, finding.span.column, finding.code))
    return (*in_order, *(_of_clinic(loaded, clinic, today, readings) if clinic else ()))


def _beside_source(loaded: LoadedLeaflet, readings: Readings) -> tuple[Diagnostic, ...]:
    """What a translation says otherwise than its source, or not yet."""
    source = readings.source_of(loaded)
    if source is None:
        return ()
    from handoutgen.check.translation import check_translation  # late, as those for clinics: many leaflets have none

    key = ("translation", loaded.path, loaded.digest, source.path, source.digest)
    return readings.checked(key, lambda: tuple(check_translation(loaded, source)))


def _of_clinic(loaded: LoadedLeaflet, clinic: LoadedClinic, today: date, readings: Readings) -> tuple[Diagnostic, ...]:
    """What concerns one clinic alone, or this leaflet in its hands."""
    from handoutgen.check.approvals import check_ended, check_to_come
    from handoutgen.check.clinic import check_clinic_with

    return (
        *examine_clinic(clinic, readings, readings.fonts_of(loaded)),
        *check_clinic_with(clinic, loaded.leaflet),
        *check_ended(loaded, clinic, lambda: readings.content_of(loaded)),
        *check_to_come(clinic, today, loaded.leaflet.id),
    )


def examine_clinic(clinic: LoadedClinic, readings: Readings, fonts: FontBook | None = None) -> tuple[Diagnostic, ...]:
    """All that can be known of a clinic before anything is laid out for it, in the program's fonts or in others."""
    from handoutgen.check.clinic import check_clinic
    from handoutgen.pictures.logo import broken_logo

    book = fonts or readings.fonts

    def check() -> tuple[Diagnostic, ...]:
        return (*check_clinic(clinic, readable), *uncovered_in_clinic(clinic, book.uncovered))

    checked = readings.checked((clinic.path, clinic.digest, *book.faces), check)
    return (*clinic.diagnostics, *checked, *broken_logo(clinic, readings.logo))


def _what_checks_ask(loaded: LoadedLeaflet, clinic: LoadedClinic | None) -> Hashable:
    """What of a clinic the checks of a leaflet depend on: clinics alike in this share their findings."""
    if clinic is None:
        return None
    shown = tuple(clinic.clinic.fields().items()) if uses_fields(loaded) else ()
    return (tags_of(clinic.clinic), clinic.clinic.approvals, shown)


def _examine_now(
    loaded: LoadedLeaflet, clinic: LoadedClinic | None, today: date, readings: Readings, words: Words
) -> tuple[Diagnostic, ...]:
    return (
        *check_leaflet(loaded, today=today, clinic=clinic, icons=icon_names(), words=words),
        *uncovered_characters(loaded, readings.fonts_of(loaded).uncovered),
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
