"""A clinic's logo file → what the masthead prints, opened before layout: what is wrong becomes a diagnostic."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handoutgen.content.load import LoadedClinic
from handoutgen.diagnostics import Diagnostic, Severity
from handoutgen.pictures.examine import finding, nothing_to_see
from handoutgen.pictures.figures import load_figure
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.pictures.problem import PictureProblem
from handoutgen.units import mm

WIDEST = mm(75)
"""No masthead prints a logo wider than this but a poster's, read from afar."""


def load_logo(clinic: LoadedClinic) -> Drawing | Raster | None:
    """The logo, if the clinic has one. Raises `PictureProblem`."""
    logo = clinic.clinic.logo
    return load_figure(clinic.folder, logo.file, max_width_pt=WIDEST, place="the clinic's folder") if logo else None


def broken_logo(
    clinic: LoadedClinic, load: Callable[[LoadedClinic], Drawing | Raster | None] = load_logo
) -> Iterator[Diagnostic]:
    """An error when the logo cannot be printed and the loader has not refused its name already, a warning when nothing
    of it would show."""
    file = clinic.clinic.logo.file if clinic.clinic.logo else ""
    span = clinic.sources.span(("logo", "file"))
    try:
        logo = load(clinic)
    except PictureProblem as problem:
        if not any(told.is_error and told.span == span for told in clinic.diagnostics):
            yield finding(problem, file, span, Severity.ERROR)
        return
    if logo is not None:
        for doubt in nothing_to_see(logo):
            yield finding(doubt, file, span, Severity.WARNING)
