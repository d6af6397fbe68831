"""Every picture a leaflet names, opened before layout: what is wrong becomes a diagnostic at the YAML's line."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.model import Figure
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Diagnostic, Severity
from handoutgen.pictures.figures import load_figure
from handoutgen.pictures.problem import PictureProblem

WIDEST_PT = 480.0


def broken_pictures(loaded: LoadedLeaflet) -> Iterator[Diagnostic]:
    """One error for every figure that cannot be printed and that the loader has not refused by its name already."""
    folder = loaded.folder / "figures"
    told = {finding.span for finding in loaded.diagnostics if finding.is_error}
    for path, figure in figures_of(loaded.leaflet):
        try:
            load_figure(folder, figure.file, max_width_pt=WIDEST_PT)
        except PictureProblem as problem:
            span = loaded.sources.span((*path, "file"))
            if span in told:
                continue
            where = f", line {problem.line}" if problem.line else ""
            message = f"{figure.file}{where}: {problem.message}"
            yield Diagnostic(problem.code, Severity.ERROR, message, problem.hint, span)


def figures_of(part: BaseModel, path: ModelPath = ()) -> Iterator[tuple[ModelPath, Figure]]:
    """All figures of a leaflet with their places in the model."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for index, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            here = (*path, name) if index is None else (*path, name, index)
            if isinstance(item, Figure):
                yield here, item
            elif isinstance(item, BaseModel):
                yield from figures_of(item, here)
