"""The picture beside the title must be one that the leaflet explains: it is told where it stands with its words."""

from __future__ import annotations

from handoutgen.check.findings import Findings
from handoutgen.content.model import Leaflet
from handoutgen.content.nearest import did_you_mean, listed, shortened
from handoutgen.diagnostics import Severity


def check_main_picture(leaflet: Leaflet, findings: Findings) -> None:
    """An error where `main_picture` names none of the leaflet's figures: the title would stand without it."""
    if leaflet.main_picture is None or leaflet.main_figure:
        return
    names = sorted({name for figure in leaflet.figures for name in (figure.pose, figure.file) if name})
    there_are = f"its figures are {listed(names)}." if names else "give the leaflet a figure, or take the line away."
    hint = did_you_mean(leaflet.main_picture, names) or there_are
    message = f'the leaflet has no figure "{shortened(leaflet.main_picture)}"'
    findings.add("HG133", Severity.ERROR, message, hint, ("main_picture",))
