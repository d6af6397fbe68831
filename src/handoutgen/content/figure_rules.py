"""Rules between the keys of a figure: a file or a pose, words for who cannot see it, labels that point somewhere."""

from __future__ import annotations

from functools import partial
from typing import Any

from handoutgen.content.explain import Explanation, missing_key
from handoutgen.content.sections import Figure, FigureLabel
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.content.yaml.source_map import SourceMap
from handoutgen.diagnostics import Collected, Diagnostic, Severity, Span


def check_figure(figure: dict[str, Any], at: ModelPath, sources: SourceMap, found: Collected) -> None:
    """What is missing in a figure of a leaflet, or in the small picture of a section, or says the same thing twice."""
    has_pose = sources.says((*at, "pose"))
    if has_pose and sources.says((*at, "file")):
        told = Explanation("HG069", "a figure shows a file or a pose, not both", "take one of them away.")
        _tell(told, sources.key_span((*at, "file")), found)
    if not has_pose:
        for key in ("file", "alt") if at[-1] == "figure" else ("file",):
            _needed(key, Figure, at, sources, found)
    labels = figure.get("labels")
    for index, label in enumerate(labels if isinstance(labels, list) else ()):
        if isinstance(label, dict):
            _check_label((*at, "labels", index), has_pose, sources, found)


def _check_label(at: ModelPath, has_pose: bool, sources: SourceMap, found: Collected) -> None:
    if not sources.says((*at, "at")):
        for key in ("x", "y"):
            _needed(key, FigureLabel, at, sources, found)
    elif not has_pose:
        told = Explanation("HG069", "only the person of a pose has parts to point at", "write x and y instead.")
        _tell(told, sources.key_span((*at, "at")), found)
    elif sources.says((*at, "x")) or sources.says((*at, "y")):
        told = Explanation("HG069", "a label points at a part or at x and y, not both", "take one of them away.")
        _tell(told, sources.key_span((*at, "at")), found)


def _needed(
    key: str, part: type[Figure] | type[FigureLabel], at: ModelPath, sources: SourceMap, found: Collected
) -> None:
    if not sources.says((*at, key)):
        _tell(missing_key(key, part), sources.owner_span(at), found)


def _tell(told: Explanation, span: Span, found: Collected) -> None:
    make = partial(Diagnostic, told.code, Severity.ERROR, told.message, told.hint, span, told.label)
    found.note(told.code, Severity.ERROR, make)
