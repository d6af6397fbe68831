"""A leaflet's or clinic's YAML file turned into its model, or into every problem in it at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from pydantic import BaseModel, ValidationError

from handoutgen.content.authoring.model_paths import TAGS
from handoutgen.content.clinic import Clinic
from handoutgen.content.explain import echoes, explain
from handoutgen.content.helping import LEVELS_OF_HELP
from handoutgen.content.markdown.blocks import Problem
from handoutgen.content.markdown.inline import fields_in
from handoutgen.content.model import Leaflet
from handoutgen.content.rules import check_clinic_file, check_leaflet_file
from handoutgen.content.yaml.file import read_content
from handoutgen.content.yaml.nodes import Mapping, ModelPath, Node, Scalar
from handoutgen.content.yaml.reader import MAX_VALUES, read_yaml
from handoutgen.content.yaml.source_map import SourceMap
from handoutgen.diagnostics import Collected, Diagnostic, Severity, first_of_each_kind
from handoutgen.errors import ContentRefused
from handoutgen.language import language_of

MAX_PROBLEMS_IN_A_TEXT = 10
MAX_FINDINGS = 200
_Model = TypeVar("_Model", bound=BaseModel)


class LoadedLeaflet(Struct, frozen=True):
    """A leaflet and where it came from. Figures are in `figures_folder`; `digest` is the SHA-256 of the file."""

    leaflet: Leaflet
    path: Path
    folder: Path
    sources: SourceMap
    diagnostics: tuple[Diagnostic, ...]
    digest: str
    drawings: dict[str, Path] = {}
    """Drawings of poses that lie elsewhere, by the names of their files."""
    hand: str = ""
    """The hand that it is to be drawn in, where that was asked for beside the file: "Aran"."""

    @property
    def drawn_as(self) -> str:
        """The tag by which its letters are set: its language, in the hand that was asked for."""
        return language_of(self.leaflet.language).in_hand(self.hand)

    def figures_folder(self, file: str) -> Path:
        """Where the figure of this name lies."""
        return self.drawings[file].parent if file in self.drawings else self.folder / "figures"


class LoadedClinic(Struct, frozen=True):
    """A clinic and where it came from. Its logo is in `folder`."""

    clinic: Clinic
    path: Path
    folder: Path
    sources: SourceMap
    diagnostics: tuple[Diagnostic, ...]
    digest: str


def load_leaflet(path: Path) -> LoadedLeaflet:
    """Read a leaflet. Raises ContentRefused with all problems, UsageProblem when there is no such file."""
    return leaflet_from(read_content(path), path)


def leaflet_from(data: bytes, path: Path) -> LoadedLeaflet:
    """A leaflet from the bytes of its file, or of what stands in an editor. Raises ContentRefused."""
    loaded = draft_from(data, path)
    refuse_errors(loaded.diagnostics)
    return loaded


def draft_leaflet(path: Path) -> LoadedLeaflet:
    """As `load_leaflet`, but a leaflet that is whole and only breaks rules (a missing figure, dates in the wrong order)
    comes back with its errors in `diagnostics`, so that later checks can add theirs and all are told at once."""
    return draft_from(read_content(path), path)


def draft_from(data: bytes, path: Path) -> LoadedLeaflet:
    """As `draft_leaflet`, from bytes."""
    leaflet, sources, found = _load(data, path, Leaflet)
    return LoadedLeaflet(leaflet, path, path.parent, sources, found, hashlib.sha256(data).hexdigest())


def load_clinic(path: Path) -> LoadedClinic:
    """Read a clinic. Raises ContentRefused with all problems, UsageProblem when there is no such file."""
    return clinic_from(read_content(path), path)


def clinic_from(data: bytes, path: Path) -> LoadedClinic:
    """A clinic from the bytes of its file, or of what shall become it. Raises ContentRefused."""
    loaded = draft_clinic_from(data, path)
    refuse_errors(loaded.diagnostics)
    return loaded


def draft_clinic(path: Path) -> LoadedClinic:
    """As `load_clinic`, but a clinic that is whole and only breaks rules comes back with its errors in `diagnostics`,
    so that later checks can add theirs and all are told at once."""
    return draft_clinic_from(read_content(path), path)


def draft_clinic_from(data: bytes, path: Path) -> LoadedClinic:
    """As `draft_clinic`, from bytes."""
    clinic, sources, found = _load(data, path, Clinic)
    found = _in_order((*found, *_empty_fields(clinic, sources)))
    return LoadedClinic(clinic, path, path.parent, sources, found, hashlib.sha256(data).hexdigest())


def _empty_fields(clinic: Clinic, sources: SourceMap) -> Iterator[Diagnostic]:
    """Fields that the clinic's own sentences use and the clinic has not filled in: they would be gaps on paper."""
    values = clinic.fields()
    for key in ("other_formats", "interpreter", "feedback"):
        for name, start, end in fields_in(getattr(clinic, key) or ""):
            if not values.get(name):
                message = f"the clinic has no value for {{{name}}}"
                hint = f"fill in {name.partition('.')[2]} in this file, or take the field out of this text."
                yield Diagnostic("HG047", Severity.ERROR, message, hint, sources.span((key,), start, end - start))


def _load(data: bytes, path: Path, model: type[_Model]) -> tuple[_Model, SourceMap, tuple[Diagnostic, ...]]:
    return model_from(data, path, model, check_leaflet_file if model is Leaflet else check_clinic_file)


def model_from(
    data: bytes,
    path: Path,
    model: type[_Model],
    check: Callable[[Any, SourceMap, Path], list[Diagnostic]],
    most: int = MAX_VALUES,
) -> tuple[_Model, SourceMap, tuple[Diagnostic, ...]]:
    """Any model of ours from a YAML file's bytes, of at most so many values, with the place of each. `check` gives the
    findings between keys. Raises ContentRefused when the values do not fit the model; errors of `check` are among the
    findings."""
    read = read_yaml(data, path.as_posix(), most)
    if read.root is None:
        raise ContentRefused(_in_order(read.diagnostics))
    sources = SourceMap(read.places.file, read.places.text, read.root, read.places)
    found = list(read.diagnostics)
    plain = _Plain(sources)
    values = plain.convert(read.root, ())
    found += plain.collected.told()
    misfits: list[Diagnostic] = []
    loaded = _validate(model, values, sources, plain.dropped, misfits)
    found += first_of_each_kind(misfits)
    found += check(values, sources, path)
    ordered = _in_order(found)
    if loaded is None:
        raise ContentRefused(ordered)
    return loaded, sources, ordered


def refuse_errors(found: tuple[Diagnostic, ...]) -> None:
    """Raises ContentRefused with all findings when one of them is an error."""
    if any(finding.is_error for finding in found):
        raise ContentRefused(found)


def _in_order(found: tuple[Diagnostic, ...] | list[Diagnostic]) -> tuple[Diagnostic, ...]:
    once = dict.fromkeys(found)
    return tuple(sorted(once, key=lambda finding: (finding.span.line, finding.span.column, finding.code)))


class _Plain:
    """Turns nodes into dicts, lists and texts; a value that was never written is reported and left out."""

    def __init__(self, sources: SourceMap) -> None:
        self.collected = Collected()
        self.dropped: set[ModelPath] = set()
        self._sources = sources

    def convert(self, node: Node, path: ModelPath) -> Any:
        if isinstance(node, Scalar):
            return node.text
        if isinstance(node, Mapping):
            pairs = ((key, (*path, key), value) for key, value in node.values.items())
            return {key: self.convert(value, at) for key, at, value in pairs if self._is_usable(value, at)}
        entries = ((value, (*path, index)) for index, value in enumerate(node.items))
        # An unusable entry keeps its place in the list, so that paths stay right.
        return [self.convert(value, at) if self._is_usable(value, at) else "…" for value, at in entries]

    def _is_usable(self, node: Node, path: ModelPath) -> bool:
        if not isinstance(node, Scalar) or not (node.refused or node.is_missing):
            return True
        self.dropped.add(path)
        if not node.refused:
            self.collected.note("HG011", Severity.ERROR, lambda: self._missing(path))
        return False

    def _missing(self, path: ModelPath) -> Diagnostic:
        key = path[-1]
        message = "this list entry is empty" if isinstance(key, int) else f'"{str(key)[:40]}" has no value'
        span = self._sources.key_span(path) if isinstance(key, str) else self._sources.span(path)
        hint = "write the value, or take the line away."
        if path[:1] == ("help",) and key in LEVELS_OF_HELP:
            hint = "write signs: below it; or none_because: and why there is no such level."
        return Diagnostic("HG011", Severity.ERROR, message, hint, span)


def _validate(
    model: type[_Model], values: Any, sources: SourceMap, dropped: set[ModelPath], found: list[Diagnostic]
) -> _Model | None:
    try:
        return model.model_validate(values)
    except ValidationError as error:
        findings = [dict(finding) for finding in error.errors(include_url=False)]
        if len(findings) > MAX_FINDINGS:
            message = f"{len(findings) - MAX_FINDINGS} more problems than can be told"
            hint = "mend the others first; check that this is the right kind of file."
            found.append(Diagnostic("HG038", Severity.ERROR, message, hint, sources.span(())))
            del findings[MAX_FINDINGS:]
        repeated = echoes(findings, model)
        for number, finding in enumerate(findings):
            if number not in repeated:
                found += _diagnose(finding, model, values, sources, dropped)
        return None


def _diagnose(
    finding: dict[str, Any], model: type[BaseModel], values: Any, sources: SourceMap, dropped: set[ModelPath]
) -> list[Diagnostic]:
    path = without_tags(tuple(finding["loc"]), values)
    if any(path[:length] in dropped for length in range(len(path) + 1)):
        return []
    if finding["type"] == "markdown":
        return [
            _from_problem(problem, path, sources) for problem in finding["ctx"]["problems"][:MAX_PROBLEMS_IN_A_TEXT]
        ]
    told = explain(finding, model)
    span = sources.span(path)
    if finding["type"] == "extra_forbidden" or finding["loc"][-1:] == ("[key]",):
        span = sources.key_span(path)
    elif finding["type"] == "missing":
        span = sources.owner_span(path[:-1])
    elif finding["type"] == "too_long" and isinstance(finding["input"], list):
        span = sources.span((*path, finding["ctx"]["max_length"]))  # the first entry too many
    elif finding["type"] == "union_tag_invalid":
        span = sources.span((*path, finding["ctx"]["discriminator"].strip("'")))
    return [Diagnostic(told.code, Severity.ERROR, told.message, told.hint, span, told.label)]


def without_tags(location: ModelPath, values: Any) -> ModelPath:
    """The steps of one of pydantic's locations that the file has too: it puts a tool's kind, or a thing's type, after
    its place, and goes on into what one word stands for."""
    path: list[str | int] = []
    for step in location:
        if isinstance(values, dict):
            if step not in values and step in [values.get(tag) for tag in TAGS]:
                continue
            values = values.get(step)
        elif isinstance(values, list) and isinstance(step, int):
            values = values[step]
        else:
            break
        path.append(step)
    return tuple(path)


def _from_problem(problem: Problem, path: ModelPath, sources: SourceMap) -> Diagnostic:
    span = sources.span(path, problem.offset, problem.length)
    return Diagnostic(problem.code, Severity.ERROR, problem.message, problem.hint, span)
