"""Rules between the keys of a pose: one kind of scene, one way to say how a limb stands, names as the files have them.

They read the plain values, as the rules of leaflets do, so that they are told together with the model's findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from handoutgen.content.anchors import ANCHORS
from handoutgen.content.nearest import shortened
from handoutgen.content.poses.closeups import BACK_ONLY, FRONT_ONLY, ON_LEGS
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.content.yaml.source_map import SourceMap
from handoutgen.diagnostics import Collected, Diagnostic, Severity

SCENES = ("figure", "figures", "closeup", "bodymap")
"""What a frame shows: one of them."""
TARGETS: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "leg": ("ankle", ("hip", "knee", "abduction", "rotation"), ("pole", "splay")),
    "arm": ("wrist", ("shoulder", "abduction", "rotation", "elbow"), ("pole",)),
}
"""Limb → its target, the angles that stand instead of it, and what says something only with it."""
FEWEST_STEPS = 2
HOLDERS = ("held_by", "wraps", "ends")
"""Keys of things that name a part of a person."""


def check_pose_file(values: dict[str, Any], sources: SourceMap, path: Path) -> list[Diagnostic]:
    """Problems between the keys of a pose, and with the name of its file and folder."""
    rules = _PoseRules(sources)
    rules.check_scenes(values)
    for at, frame in _frames(values):
        if not any(key in each for each in (frame, values) for key in ("figure", "figures")):
            rules.check_nobody(frame, at)
        if isinstance(body_map := frame.get("bodymap"), dict):
            rules.check_regions(body_map, (*at, "bodymap"))
        for place, figure in _figures(frame, at):
            rules.check_figure(figure, place)
        for place, arrow in _entries(frame, "arrows", at):
            rules.check_arrow(arrow, place)
    rules.check_name(values, "name", path.stem, "file")
    if path.parent.parent.name == "poses":
        rules.check_name(values, "subject", path.parent.name, "folder")
    return rules.collected.told()


def _frames(values: dict[str, Any]) -> Iterator[tuple[ModelPath, dict[str, Any]]]:
    yield (), values
    yield from _entries(values, "steps", ())


def _figures(frame: dict[str, Any], at: ModelPath) -> Iterator[tuple[ModelPath, dict[str, Any]]]:
    if isinstance(figure := frame.get("figure"), dict):
        yield (*at, "figure"), figure
    yield from _entries(frame, "figures", at)


def _entries(values: dict[str, Any], key: str, at: ModelPath) -> Iterator[tuple[ModelPath, dict[str, Any]]]:
    """The mappings in a list, each with its path."""
    found = values.get(key)
    for index, entry in enumerate(found if isinstance(found, list) else ()):
        if isinstance(entry, dict):
            yield (*at, key, index), entry


def _on_a_person(value: Any, at: ModelPath, key: str = "") -> Iterator[ModelPath]:
    """The places in a frame where something hangs on a part of a person."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in ("steps", "regions"):
                yield from _on_a_person(inner, (*at, name), name)
    elif isinstance(value, list):
        if value and isinstance(value[0], str) and value[0] in ANCHORS:
            yield at
        for index, inner in enumerate(value):
            yield from _on_a_person(inner, (*at, index), key)
    elif key in HOLDERS and isinstance(value, str) and value.partition("_")[0] in ("near", "far", "right", "left"):
        yield at


class _PoseRules:
    def __init__(self, sources: SourceMap) -> None:
        self.collected = Collected()
        self._sources = sources

    def _tell(self, code: str, severity: Severity, message: str, hint: str, path: ModelPath) -> None:
        self.collected.note(code, severity, partial(self._made, code, severity, message, hint, path))

    def _made(self, code: str, severity: Severity, message: str, hint: str, path: ModelPath) -> Diagnostic:
        return Diagnostic(code, severity, message, hint, self._sources.key_span(path))

    def check_scenes(self, values: dict[str, Any]) -> None:
        steps = values.get("steps")
        if "steps" not in values:
            self._one_scene(values, (), {})
        elif isinstance(steps, list):
            if len(steps) < FEWEST_STEPS:
                message = "a sequence has two frames or more"
                self._tell("HG091", Severity.ERROR, message, "add a step, or write its keys without steps.", ("steps",))
            for at, step in _entries(values, "steps", ()):
                self._one_scene(step, at, values)

    def _one_scene(self, frame: dict[str, Any], at: ModelPath, shared: dict[str, Any]) -> None:
        said = [key for key in SCENES if key in frame]
        if len(said) > 1:
            message = f"{said[0]} and {said[1]} cannot stand in one frame"
            self._tell("HG091", Severity.ERROR, message, "keep one of them.", (*at, said[1]))
        elif not said and "figure" not in shared:
            hint = f"add one of: {', '.join(SCENES)}."
            path = at if at else tuple(shared)[:1]
            self._tell("HG091", Severity.ERROR, "nobody and nothing is shown here", hint, path)

    def check_figure(self, figure: dict[str, Any], at: ModelPath) -> None:
        for limb, (target, angles, with_target) in TARGETS.items():
            self._one_way_of_naming(figure, limb, at)
            for key in (f"{limb}s", *(f"{side}_{limb}" for side in ("near", "far", "right", "left"))):
                if isinstance(pose := figure.get(key), dict):
                    place = (*at, key)
                    self._apart(pose, place, target, angles)
                    for word in with_target:
                        self._needs(pose, place, word, target)
                    if limb == "leg":
                        self._apart(pose, place, "foot", ("ankle_flex",))
                        self._needs(pose, place, "out", "foot")
                    elif isinstance(hand := pose.get("hand"), dict):
                        self._apart(hand, (*place, "hand"), "angle", ("bend",))
                        self._apart(hand, (*place, "hand"), "turn", ("view",))

    def _one_way_of_naming(self, figure: dict[str, Any], limb: str, at: ModelPath) -> None:
        by_view = [key for key in (f"near_{limb}", f"far_{limb}") if key in figure]
        by_side = [key for key in (f"right_{limb}", f"left_{limb}") if key in figure]
        if by_view and by_side:
            message = f"{by_view[0]} and {by_side[0]} may be the same {limb}"
            self._tell("HG092", Severity.ERROR, message, "use near and far, or right and left.", (*at, by_side[0]))

    def _apart(self, values: dict[str, Any], at: ModelPath, key: str, others: tuple[str, ...]) -> None:
        for other in others:
            if key in values and other in values:
                message = f"{other} says nothing where {key} stands"
                self._tell("HG092", Severity.ERROR, message, f"take {other} or {key} away.", (*at, other))

    def _needs(self, values: dict[str, Any], at: ModelPath, key: str, wanted: str) -> None:
        if key in values and wanted not in values:
            message = f"{key} says nothing without {wanted}"
            self._tell("HG092", Severity.ERROR, message, f"add {wanted}, or take {key} away.", (*at, key))

    def check_nobody(self, frame: dict[str, Any], at: ModelPath) -> None:
        """Without a person, nothing can hang on one."""
        for path in _on_a_person(frame, at):
            hint = "write a place as [x, y], or add the figure."
            self._tell("HG091", Severity.ERROR, "there is nobody here on whom this could hang", hint, path)

    def check_regions(self, body_map: dict[str, Any], at: ModelPath) -> None:
        """A region that the map does not show would be left out without a word."""
        view = "back" if body_map.get("view") == "back" else "front"
        hidden = BACK_ONLY if view == "front" else FRONT_ONLY
        regions = body_map.get("regions")
        for index, region in enumerate(regions if isinstance(regions, list) else ()):
            name = str(region).removeprefix("right_").removeprefix("left_")
            if name in hidden:
                message, hint = f"{region} is not seen from the {view}", "turn the body, or take the region away."
            elif body_map.get("part") == "legs" and name not in ON_LEGS:
                message, hint = f"{region} is not on a map of the legs", "take part: legs or the region away."
            else:
                continue
            self._tell("HG092", Severity.ERROR, message, hint, (*at, "regions", index))

    def check_arrow(self, arrow: dict[str, Any], at: ModelPath) -> None:
        points = arrow.get("points")
        if "points" in arrow and "arc" in arrow:
            message = "an arrow is points or an arc, not both"
            self._tell("HG092", Severity.ERROR, message, "take one of them away.", (*at, "arc"))
        elif "points" not in arrow and "arc" not in arrow:
            message, hint = "an arrow has points or an arc", "write it like points: [[0, 40], [10, 50]]."
            self._tell("HG091", Severity.ERROR, message, hint, at)
        elif isinstance(points, list) and len(points) < 2:
            message = "an arrow goes from a point to a point"
            self._tell("HG091", Severity.ERROR, message, "give two points or more.", (*at, "points"))

    def check_name(self, values: dict[str, Any], key: str, name: str, what: str) -> None:
        value = values.get(key)
        if isinstance(value, str) and value.strip() != name:
            message = f'the {key} is "{shortened(value)}", but the {what} is called "{shortened(name)}"'
            self._tell("HG068", Severity.WARNING, message, f"give the {what} the same name.", (key,))
