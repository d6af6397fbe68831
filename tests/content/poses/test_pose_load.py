"""A pose's file becomes its model, or every mistake in it with its place and the word that may have been meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.content.poses.load import LoadedPose, load_pose, pose_from
from handoutgen.content.poses.model import LegPose, PosedFigure
from handoutgen.content.poses.rules import check_pose_file
from handoutgen.content.poses.stamp import MOST_BYTES_OF_A_POSE
from handoutgen.content.poses.values import Spot
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import ContentRefused, UsageProblem

GOOD = """\
name: calf-wall
title: Calf stretch at a wall
subject: ankle-foot
alt: Standing at a wall.
props:
  - {type: floor, x: [-50, 38]}
figure:
  body: woman
  at: [-9, 46]
  near_leg: {ankle: [-36, 4.3], foot: 0, pole: [1, 0.2]}
  far_leg: {hip: 20, knee: 4}
  near_arm: {wrist: [mouth, 2, -3.5], hand: grip}
  far_arm: {wrist: [29.9, 70.5, 2], hand: {shape: edge, angle: 88}}
  muscles: [{name: calf}]
arrows:
  - {points: [[11, 46], [24, 46]]}
"""
FILE = Path("poses/ankle-foot/calf-wall.yaml")


def loaded(text: str = GOOD, path: Path = FILE) -> LoadedPose:
    return pose_from(text.encode(), path)


def found(text: str) -> tuple[Diagnostic, ...]:
    try:
        return loaded(text).diagnostics
    except ContentRefused as refused:
        return refused.diagnostics


def test_words_and_numbers_become_the_model() -> None:
    figure = loaded().pose.figure
    assert figure is not None
    assert (figure.body, figure.at) == ("woman", Spot(-9, 46))
    assert figure.near_leg is not None and figure.near_leg.pole == (1.0, 0.2, 0.0)
    assert figure.near_arm is not None and figure.near_arm.wrist == Spot(2, -3.5, None, "mouth")
    assert figure.near_arm.hand.shape == "grip"
    assert figure.far_arm is not None and figure.far_arm.wrist == Spot(29.9, 70.5, 2)


def test_a_limb_is_found_by_its_own_side_first_then_by_the_view_then_by_both() -> None:
    own, near, both = LegPose(hip=1), LegPose(hip=2), LegPose(hip=3)
    assert PosedFigure(right_leg=own, near_leg=near, legs=both).leg("right", near="right") == own
    assert PosedFigure(near_leg=near, legs=both).leg("right", near="right") == near
    assert PosedFigure(near_leg=near, legs=both).leg("left", near="right") == both
    assert PosedFigure().arm("left", near="right").elbow == 8


MISTAKES = {
    # what is changed: (old, new, code, what is pointed at, label)
    "unknown key": ("  body:", "  bdy:", "HG021", "bdy", 'did you mean "body"?'),
    "unknown key deep down": ("foot: 0", "fot: 0", "HG021", "fot", 'did you mean "foot"?'),
    "unknown word": ("woman", "womman", "HG030", "womman", 'did you mean "woman"?'),
    "unknown thing": ("type: floor", "type: flor", "HG036", "flor", 'did you mean "floor"?'),
    "a thing without its type": ("{type: floor, x", "{x", "HG036", "x: [-50", ""),
    "a thing's unknown key": ("x: [-50, 38]", "x: [-50, 38], wide: 3", "HG021", "wide", ""),
    "a thing's missing key": (", x: [-50, 38]", "", "HG022", "type: floor", ""),
    "anchor": ("[mouth, 2", "[moth, 2", "HG035", "moth", 'did you mean "mouth"?'),
    "one number": ("at: [-9, 46]", "at: [-9]", "HG035", "-9", ""),
    "no number": ("at: [-9, 46]", "at: [-9, 4x]", "HG035", "-9", ""),
    "too far": ("at: [-9, 46]", "at: [-9, 4600]", "HG035", "-9", ""),
    "not a number at all": ("at: [-9, 46]", "at: [-9, nan]", "HG035", "-9", ""),
    "range turned round": ("[-50, 38]", "[38, -50]", "HG035", "38, -50", ""),
    "a direction of nothing": ("pole: [1, 0.2]", "pole: [0, 0]", "HG035", "0, 0]", ""),
    "angle": ("foot: 0", "foot: 4000", "HG031", "4000", ""),
    "hand": ("hand: grip", "hand: grap", "HG030", "grap", 'did you mean "grip"?'),
    "target and angle": ("foot: 0,", "foot: 0, knee: 3,", "HG092", "knee: 3", ""),
    "pole without target": ("hip: 20", "hip: 20, pole: [1, 0]", "HG092", "pole: [1, 0]", ""),
    "near and right": ("far_leg:", "right_leg:", "HG092", "right_leg", ""),
    "bend and angle of a hand": ("angle: 88", "angle: 88, bend: 3", "HG092", "bend", ""),
    "arrow of one point": (", [24, 46]]", "]", "HG091", "points: [[11", ""),
    "arrow both ways": ("[24, 46]]", "[24, 46]], arc: [1, 2, 3, 4, 5]", "HG092", "arc", ""),
    "arc": ("points: [[11, 46], [24, 46]]", "arc: [1, 2, 0, 4, 5]", "HG035", "1, 2, 0, 4", ""),
    "empty arrow": ("points: [[11, 46], [24, 46]]", "both: true", "HG091", "both: true", ""),
    "two scenes": ("arrows:", "closeup: {}\narrows:", "HG091", "closeup", ""),
    "muscle": ("name: calf}", "name: calves}", "HG030", "calves", 'did you mean "calf"?'),
    "name": ("name: calf-wall", "name: calf", "HG068", "name: calf", ""),
    "subject": ("subject: ankle-foot", "subject: back", "HG068", "subject", ""),
    "alias": ("body: woman", "body: &b woman", "HG007", "&b", ""),
}  # fmt: skip


def place_of(words: str, text: str) -> tuple[int, int]:
    """Line and column of the first of these words."""
    before = text[: text.index(words)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize("case", MISTAKES)
def test_each_mistake_is_told_with_its_place_and_what_was_meant(case: str) -> None:
    old, new, code, marked, label = MISTAKES[case]
    text = GOOD.replace(old, new, 1)
    assert text != GOOD
    told = [finding for finding in found(text) if finding.code == code]
    assert [((f.span.line, f.span.column), f.label) for f in told] == [(place_of(marked, text), label)]


def test_all_mistakes_are_told_at_once() -> None:
    text = (
        GOOD.replace("  body:", "  bdy:").replace("type: floor", "type: flor").replace("foot: 0,", "foot: 0, knee: 3,")
    )
    assert [finding.code for finding in found(text)] == ["HG036", "HG021", "HG092"]


@pytest.mark.parametrize(
    ("body_map", "marked"),
    [
        ("{view: front, regions: [left_knee, left_calf]}", "left_calf"),
        ("{view: back, regions: [face]}", "face"),
        ("{view: back, part: legs, regions: [left_calf, left_hand]}", "left_hand"),
    ],
)
def test_a_region_that_the_body_map_does_not_show_is_told(body_map: str, marked: str) -> None:
    head = GOOD.partition("figure:")[0]
    text = f"{head}bodymap: {body_map}\n"
    assert [(finding.code, (finding.span.line, finding.span.column)) for finding in found(text)] == [
        ("HG092", place_of(marked, text))
    ]


@pytest.mark.parametrize(
    "body_map", ["{regions: [left_knee, left_shin]}", "{view: back, part: legs, regions: [left_calf]}"]
)
def test_a_region_that_the_body_map_shows_is_in_order(body_map: str) -> None:
    head = GOOD.partition("figure:")[0]
    assert not found(f"{head}bodymap: {body_map}\n")


def test_nobody_and_nothing_to_see_is_told() -> None:
    head = GOOD.partition("props:")[0]
    assert [finding.code for finding in found(head)] == ["HG091"]


@pytest.mark.parametrize(
    ("thing", "marked"),
    [
        ("{type: tablet, at: [mouth, 1, 2]}", "mouth"),
        ("{type: glass, held_by: near_hand}", "near_hand"),
        ("{type: towel, wraps: near_foot, ends: [[0, 1], [2, 3]]}", "near_foot"),
    ],
)
def test_nothing_hangs_on_a_person_who_is_not_there(thing: str, marked: str) -> None:
    head = GOOD.partition("props:")[0] + "bodymap: {}\nprops:\n  - " + thing + "\n"
    told = [(f.code, f.span.line) for f in found(head)]
    assert told == [("HG091", head[: head.index(marked)].count("\n") + 1)]
    assert found(head.replace("bodymap: {}", "figure: {at: [0, 50]}")) == ()


STEPS = (
    GOOD.partition("arrows:")[0]
    + "steps:\n  - figure: {at: [0, 50]}\n  - arrows: [{points: [[0, 1], [2, 3]]}]\n    size: 80\n"
)


def test_steps_have_what_they_share_and_what_they_change() -> None:
    first, second = loaded(STEPS).pose.scenes()
    assert first.figure is not None and second.figure is not None
    assert (first.figure.at, second.figure.at) == (Spot(0, 50), Spot(-9, 46))
    assert first.figure.near_arm == second.figure.near_arm
    assert [prop.type for prop in first.props] == [prop.type for prop in second.props] == ["floor"]
    assert (len(first.arrows), len(second.arrows)) == (0, 1)


def test_a_pose_without_steps_is_its_own_frame() -> None:
    pose = loaded().pose
    assert pose.scenes() == (pose,)


def test_a_single_step_is_no_sequence() -> None:
    text = STEPS[: STEPS.index("  - arrows")]
    assert [(f.code, f.span.line) for f in found(text)] == [("HG091", 15)]


def test_a_list_may_not_be_longer_than_its_bound() -> None:
    arrows = "  - {points: [[0, 0], [1, 1]]}\n" * 6
    assert [f.code for f in found(GOOD + arrows)] == ["HG029"]


def test_a_file_that_is_too_large_for_a_pose_is_refused() -> None:
    assert [f.code for f in found(GOOD + "#" * MOST_BYTES_OF_A_POSE)] == ["HG004"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem):
        load_pose(tmp_path / "none.yaml")
    (tmp_path / "calf-wall.yaml").write_text(GOOD, encoding="utf-8")
    assert load_pose(tmp_path / "calf-wall.yaml").pose == loaded().pose


def test_rules_pass_over_what_the_model_reports() -> None:
    wild = {"steps": "x", "figure": 3, "arrows": [4, {"points": 5}], "figures": [[], {"legs": 7, "arms": {"hand": 1}}]}
    sources = loaded().sources
    assert [finding.code for finding in check_pose_file(wild, sources, FILE)] == []
