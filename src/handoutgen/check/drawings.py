"""A drawing held to the pose it was made from: missing, out of step with it, or of an older make.

By the stamp in the drawing alone; nothing is drawn, so that whoever checks leaflets needs no library that draws.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from handoutgen.check.findings import Findings
from handoutgen.check.passages import TextAt
from handoutgen.check.rules.catalogue import check_text
from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.poses.stamp import MOST_BYTES_OF_A_POSE, REVISION, Stamp, file_digest, stamp_of
from handoutgen.diagnostics import Diagnostic, Severity, Span
from handoutgen.errors import HandoutError
from handoutgen.library.posed_figures import posed_figures

if TYPE_CHECKING:
    from handoutgen.content.poses.load import LoadedPose


def check_drawings(loaded: LoadedLeaflet) -> list[Diagnostic]:
    """Findings of the drawings that a leaflet's figures show by the names of their poses."""
    found: list[Diagnostic] = []
    for path, figure in posed_figures(loaded.leaflet):
        drawing = loaded.drawings.get(figure.file)
        if drawing is not None and drawing.with_suffix(".yaml").is_file():
            found += _compared(drawing.with_suffix(".yaml"), drawing, loaded.sources.span((*path, "pose")))
    return found


def check_pose(loaded: LoadedPose) -> tuple[Diagnostic, ...]:
    """All findings of a pose's file and of the drawing beside it."""
    span, drawing = loaded.sources.key_span(("name",)), loaded.path.with_suffix(".svg")
    findings = Findings(loaded.sources)
    check_text(TextAt(("alt",), loaded.pose.alt, loaded.pose.alt), loaded.pose.language, findings)
    found = (*loaded.diagnostics, *findings.in_order())
    if not drawing.is_file():
        hint = f"draw it: handoutgen draw {loaded.path}"
        return (*found, Diagnostic("HG095", Severity.WARNING, "it has not been drawn yet", hint, span))
    return (*found, *_out_of_step(loaded, stamp_of(drawing), span))


def _compared(pose: Path, drawing: Path, span: Span) -> Iterator[Diagnostic]:
    stamp = stamp_of(drawing)
    if stamp is not None and stamp.revision == REVISION and stamp.file and stamp.file == file_digest(_bytes_of(pose)):
        return
    from handoutgen.content.poses.load import load_pose  # late: all that a pose can be takes longer than the check

    try:
        loaded = load_pose(pose)
    except HandoutError:
        message = f"its pose, {pose.name}, has problems, so nobody can tell whether the drawing shows it"
        yield Diagnostic("HG096", Severity.WARNING, message, f"mend them: handoutgen check {pose}", span)
        return
    yield from _out_of_step(loaded, stamp, span)


def _bytes_of(pose: Path) -> bytes:
    """The file's bytes, as far as a pose's can go; none where it cannot be read, as the reader then tells."""
    try:
        with pose.open("rb") as file:
            return file.read(MOST_BYTES_OF_A_POSE + 1)
    except OSError:
        return b""


def _out_of_step(loaded: LoadedPose, stamp: Stamp | None, span: Span) -> Iterator[Diagnostic]:
    hint = f"draw it again: handoutgen draw {loaded.path}"
    if stamp is None:
        message = "the drawing does not say which pose it shows"
        yield Diagnostic("HG096", Severity.WARNING, message, hint, span)
    elif stamp.digest != loaded.digest:
        message = "the pose has changed since it was drawn"
        yield Diagnostic("HG096", Severity.WARNING, message, hint, span)
    elif stamp.revision < REVISION:
        message = "it was drawn by an older version of handoutgen, which drew some things otherwise"
        yield Diagnostic("HG097", Severity.NOTE, message, f"{hint}, and look at it.", span)
