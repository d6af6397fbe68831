"""Every picture a leaflet names, opened before layout: what is wrong with it, or will not show on paper, becomes a
diagnostic at the YAML's line."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.parts import figures_of
from handoutgen.diagnostics import Diagnostic, Severity, Span
from handoutgen.pictures.figures import load_figure
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.pictures.problem import BLANK, COARSE, PictureProblem
from handoutgen.units import mm

WIDEST_PT = 480.0
WIDEST_PRINTED, HIGHEST_PRINTED = mm(125), mm(88)
"""pt; no leaflet prints a figure wider or higher than this. A test holds it against the layout."""
LEAST_DPI = 150
"""Fewer dots to the inch than this show as steps and blurs."""


def broken_pictures(loaded: LoadedLeaflet) -> Iterator[Diagnostic]:
    """One error for every figure that cannot be printed and that the loader has not refused by its name already, and
    a warning for each that will not look as it should."""
    told = {finding.span for finding in loaded.diagnostics if finding.is_error}
    for path, figure in figures_of(loaded.leaflet):
        if not figure.file:  # told by its own rules, or as a pose without a drawing
            continue
        span = loaded.sources.span((*path, "pose" if figure.pose else "file"))
        try:
            picture = load_figure(loaded.figures_folder(figure.file), figure.file, max_width_pt=WIDEST_PT)
        except PictureProblem as problem:
            if span not in told:
                yield finding(problem, figure.file, span, Severity.ERROR)
            continue
        for doubt in doubts(picture):
            yield finding(doubt, figure.file, span, Severity.WARNING)


def finding(problem: PictureProblem, file: str, span: Span, severity: Severity) -> Diagnostic:
    """What is wrong with a picture file, at the place in the YAML that names it."""
    where = f", line {problem.line}" if problem.line else ""
    return Diagnostic(problem.code, severity, f"{file}{where}: {problem.message}", problem.hint, span)


def doubts(picture: Drawing | Raster) -> Iterator[PictureProblem]:
    """What a figure that can be printed will not show."""
    yield from nothing_to_see(picture)
    if isinstance(picture, Raster) and not picture.is_blank:
        printed = min(WIDEST_PRINTED, HIGHEST_PRINTED * picture.pixel_width / picture.pixel_height)
        dpi = picture.own_width / printed * 72
        if dpi < LEAST_DPI:
            yield PictureProblem(
                COARSE, f"the picture is {picture.own_width} pixels wide, which makes {dpi:.0f} dots per inch where it "
                f"is printed widest; under {LEAST_DPI} it looks blurred",
                f"use a larger copy of it: at least {ceil(printed / 72 * LEAST_DPI)} pixels wide",
            )  # fmt: skip


def nothing_to_see(picture: Drawing | Raster) -> Iterator[PictureProblem]:
    """A word when a picture, a logo too, cannot be told from the paper."""
    if picture.is_blank:
        yield PictureProblem(
            BLANK, "the picture is white, or see-through, all over, so nothing of it shows on paper",
            "use the dark version of it",
        )  # fmt: skip
