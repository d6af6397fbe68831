"""A leaflet's figures that name poses → the drawings of those poses, with their words and the places of their labels.

A drawing lies beside its pose: in the leaflet's own `figures` folder, among the project's poses or among those that
ship with us, looked for in this order. Nothing is drawn here: who builds leaflets needs no library that draws.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace
from pydantic import BaseModel

from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.nearest import did_you_mean, listed
from handoutgen.content.parts import figures_of, keys_to
from handoutgen.content.poses.stamp import Stamp, stamp_of
from handoutgen.content.sections import Figure, FigureLabel, PictureSource, SmallPicture
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Diagnostic, Severity
from handoutgen.library.files import DEFAULT_LANGUAGE
from handoutgen.library.peek import peek_pose
from handoutgen.library.poses import POSES, poses_in
from handoutgen.library.resources import library_folder

_Model = TypeVar("_Model", bound=BaseModel)
_Change = Callable[[PictureSource, ModelPath], PictureSource]


class PoseFiles(Struct, frozen=True):
    """A pose's file and its drawing, which lie beside each other; not both need be there."""

    pose: Path
    drawing: Path


def posed_figures(part: BaseModel, path: ModelPath = ()) -> Iterator[tuple[ModelPath, PictureSource]]:
    """All figures below a part that name a pose, with their places."""
    return ((at, figure) for at, figure in figures_of(part, path) if figure.pose)


def files_of_pose(name: str, leaflet_folder: Path) -> PoseFiles | None:
    """Where a pose and its drawing lie for a leaflet; None when there is neither."""
    return _lying_in(_folders(leaflet_folder), name)


def _lying_in(folders: Iterable[Path], name: str) -> PoseFiles | None:
    for folder in folders:
        files = PoseFiles(folder / f"{name}.yaml", folder / f"{name}.svg")
        if files.drawing.is_file() or files.pose.is_file():
            return files
    return None


def files_of_poses(names: Sequence[str], leaflet_folder: Path) -> list[Path]:
    """The files of these poses that are there: what a leaflet's pages depend on besides its own folder."""
    folders = list(_folders(leaflet_folder))  # looked through once for all of them
    found = [files for name in names if (files := _lying_in(folders, name))]
    return [path for files in found for path in (files.pose, files.drawing) if path.is_file()]


def with_poses(loaded: LoadedLeaflet) -> LoadedLeaflet:
    """The leaflet with every pose's drawing found, and the findings of those that are not."""
    if next(posed_figures(loaded.leaflet), None) is None:
        return loaded
    finder = _Finder(loaded)
    leaflet = _changed(loaded.leaflet, finder.found_figure)
    found = (*loaded.diagnostics, *finder.findings)
    return replace(loaded, leaflet=leaflet, drawings=finder.drawings, diagnostics=found)


def _folders(leaflet_folder: Path) -> Iterator[Path]:
    """The folders in which a leaflet's poses may lie, the nearest first."""
    yield leaflet_folder / "figures"
    roots = [leaflet_folder.parent / POSES, leaflet_folder.parent.parent / POSES, library_folder("handouts") / POSES]
    for root in roots if leaflet_folder.parent.name == "handouts" else [leaflet_folder / POSES, roots[-1]]:
        yield root
        try:
            with os.scandir(root) as entries:
                yield from sorted(root / entry.name for entry in entries if entry.is_dir())
        except OSError:
            continue


def _changed(part: _Model, change: _Change, path: ModelPath = ()) -> _Model:
    """A part with every figure that names a pose replaced; the same part when it has none."""
    changes: dict[str, Any] = {}
    for name in keys_to(type(part), PictureSource):
        value = getattr(part, name)
        here = (*path, name)
        if isinstance(value, tuple):
            items = [_changed_item(item, change, (*here, index)) for index, item in enumerate(value)]
            new: Any = value if all(a is b for a, b in zip(items, value, strict=True)) else tuple(items)
        else:
            new = _changed_item(value, change, here)
        if new is not value:
            changes[name] = new
    return part.model_copy(update=changes) if changes else part


def _changed_item(item: Any, change: _Change, path: ModelPath) -> Any:
    if isinstance(item, PictureSource):
        return change(item, path) if item.pose else item
    return _changed(item, change, path)


class _Finder(Struct):
    """Finds the drawing of each figure, and remembers what it did not find."""

    loaded: LoadedLeaflet
    drawings: dict[str, Path] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    """In which the drawings may lie: looked through once for all of them."""
    files: dict[str, PoseFiles | None] = field(default_factory=dict)

    def found_figure(self, figure: PictureSource, path: ModelPath) -> PictureSource:
        """The figure with its file, its words and its labels' places; as it is when there is no drawing."""
        name = figure.pose or ""
        files = self._files_of(name)
        if files is None:
            self._no_pose(name, path)
            return figure
        if not files.drawing.is_file():
            message = f"the pose {name} has not been drawn yet"
            self._tell("HG095", message, f"draw it: handoutgen draw {files.pose}", (*path, "pose"))
            return figure
        self.drawings[files.drawing.name] = files.drawing
        is_told = not isinstance(figure, SmallPicture)  # of a small picture, the words beside it say what it shows
        alt = figure.alt or (self._words_of(files.pose, path) if is_told else "")
        found: dict[str, Any] = {"file": files.drawing.name, "alt": alt}
        if isinstance(figure, Figure):
            found["labels"] = self._placed(figure.labels, stamp_of(files.drawing), (*path, "labels"))
        return figure.model_copy(update=found)

    def _files_of(self, name: str) -> PoseFiles | None:
        if not self.folders:
            self.folders += _folders(self.loaded.folder)
        if name not in self.files:
            self.files[name] = _lying_in(self.folders, name)
        return self.files[name]

    def _words_of(self, pose: Path, path: ModelPath) -> str:
        """What the pose says that its picture shows, if it says it in the leaflet's language."""
        alt, theirs = peek_pose(pose, "alt"), peek_pose(pose, "language") or DEFAULT_LANGUAGE
        ours = self.loaded.leaflet.language
        is_understood = ours.partition("-")[0] == theirs.partition("-")[0]
        if not alt or not is_understood:
            message = f"nothing says in words what {pose.stem} shows"
            message = f"the words of {pose.stem} are in {theirs}, this leaflet is in {ours}" if alt else message
            self._tell("HG099", message, "add alt: with what the picture shows, in a sentence.", path)
        return alt

    def _no_pose(self, name: str, path: ModelPath) -> None:
        known = sorted({each.stem for root in _folders(self.loaded.folder) for each in poses_in(root)})
        hint = "handoutgen list --poses shows all there are."
        self._tell("HG094", f'there is no pose "{name}"', hint, (*path, "pose"), did_you_mean(name, known))

    def _placed(self, labels: tuple[FigureLabel, ...], stamp: Stamp | None, path: ModelPath) -> tuple[FigureLabel, ...]:
        """The labels with the places of the parts that they point at."""
        anchors = stamp.anchors if stamp else {}
        placed = []
        for index, label in enumerate(labels):
            if label.at and label.at not in anchors:
                shown = f"use one of: {listed(sorted(anchors))}." if anchors else "write x and y instead."
                message = f"the drawing does not show {label.at}"
                self._tell("HG098", message, shown, (*path, index, "at"))
            x, y = anchors.get(label.at or "", (label.x, label.y))
            placed.append(label.model_copy(update={"x": x, "y": y}))
        return tuple(placed)

    def _tell(self, code: str, message: str, hint: str, path: ModelPath, label: str = "") -> None:
        span = self.loaded.sources.span(path)
        self.findings.append(Diagnostic(code, Severity.ERROR, message, hint, span, label))
