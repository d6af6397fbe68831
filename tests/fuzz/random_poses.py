"""Random joint sets through the skeleton, and some of them through the whole drawing: an answer or a message, no crash.

    PYTHONPATH=tests python -m fuzz.random_poses --count 10000 --drawn 300

Every pose that the model takes must be solved into finite places with whole bones; a joint that is told to go where no
joint goes must be named. The poses are always the same for the same seed.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

import numpy as np

from handoutgen.content.anchors import ANCHORS
from handoutgen.content.poses.hand_shapes import HandShapeName
from handoutgen.content.poses.looks import BodyName, Looks
from handoutgen.content.poses.model import MuscleName, Pose, PosedFigure
from handoutgen.drawing.checks.faults import faults_of
from handoutgen.drawing.scene import draw
from handoutgen.drawing.skeleton import bones
from handoutgen.drawing.skeleton.body import Skeleton, solve
from handoutgen.drawing.skeleton.ranges import RANGES, Motion

SEED = 20261126
_SHIFT = 12.0
"""How far beyond a limit an angle must be told to be, so that no margin excuses it."""

Words = dict[str, Any]


def random_words(number: int) -> Words:
    """The words of one figure: about half of its joints where joints go, the others anywhere."""
    dice = random.Random(f"{SEED}-{number}")
    wild = dice.random() < 0.5
    angle = _wild_angle if wild else _mild_angle
    words: Words = {
        "body": dice.choice(get_args(BodyName)),
        "facing": dice.choice([0, 0, 180, 90, -90, dice.uniform(-360, 360)]),
        "camera": dice.choice([0, 0, dice.uniform(-60, 90)]),
        "roll": dice.choice([0, 0, 90, dice.uniform(-360, 360)]),
        "at": [dice.uniform(-60, 60), dice.uniform(0, 70), *dice.choice([[], [dice.uniform(-40, 40)]])],
        "pelvis": dice.uniform(-130, 130),
        "shrug": dice.uniform(-5, 8),
    }
    for key in ("pelvis_turn", "pelvis_tilt", "neck", "head", "turn", "tilt", "twist", "bend"):
        if dice.random() < 0.4:
            words[key] = angle(dice, 40)
    if dice.random() < 0.7:
        words["chest"] = max(-360.0, min(360.0, words["pelvis"] + angle(dice, 40)))
    names = dice.choice([("near", "far"), ("right", "left"), ("",)])
    for name in names:
        words[f"{name}_leg" if name else "legs"] = _leg(dice, angle)
        words[f"{name}_arm" if name else "arms"] = _arm(dice, angle)
    return words | _looks(dice)


def _looks(dice: random.Random) -> Words:
    looks: Words = {
        "muscles": [{"name": dice.choice(get_args(MuscleName)), "side": dice.choice(["near", "far", "both"])}]
    }
    for key in ("skin", "hair", "top", "bottom", "feet", "mood"):
        looks[key] = dice.choice(get_args(Looks.model_fields[key].annotation))
    return looks


def _wild_angle(dice: random.Random, _: float) -> float:
    return dice.choice([0.0, 90.0, -90.0, 180.0, dice.uniform(-360, 360)])


def _mild_angle(dice: random.Random, most: float) -> float:
    return dice.uniform(-most, most)


def _target(dice: random.Random) -> list[Any]:
    place: list[Any] = [dice.uniform(-60, 60), dice.uniform(-10, 110)]
    if dice.random() < 0.3:
        place = [dice.choice(ANCHORS), dice.uniform(-15, 15), dice.uniform(-15, 15)]
    return place + dice.choice([[], [dice.uniform(-40, 40)]])


def _leg(dice: random.Random, angle: Any) -> Words:
    words: Words = {"toes": angle(dice, 40)}
    if dice.random() < 0.5:
        words |= {"ankle": _target(dice)}
        words |= dice.choice([{}, {"pole": [dice.uniform(-1, 1), dice.choice([1, -1]), dice.uniform(-1, 1)]}])
    else:
        words |= {"hip": angle(dice, 90), "knee": angle(dice, 90), "abduction": angle(dice, 30)}
        words |= {"rotation": angle(dice, 40)}
    words |= dice.choice(
        [{}, {"foot": angle(dice, 90)}, {"foot": 0, "out": angle(dice, 30)}, {"ankle_flex": angle(dice, 20)}]
    )
    return words


def _arm(dice: random.Random, angle: Any) -> Words:
    words: Words = {"hand": {"shape": dice.choice(get_args(HandShapeName)), "bend": angle(dice, 60)}}
    if dice.random() < 0.5:
        words |= {"wrist": _target(dice)}
        words |= dice.choice([{}, {"pole": [dice.uniform(-1, 1), dice.choice([1, -1]), dice.uniform(-1, 1)]}])
    else:
        words |= {"shoulder": angle(dice, 90), "elbow": angle(dice, 120), "abduction": angle(dice, 60)}
        words |= {"rotation": angle(dice, 60)}
    return words


def told_too_far(figure: PosedFigure, skeleton: Skeleton) -> Iterator[str]:
    """The joints that the words themselves send beyond their range, whatever the rest of the body does."""
    chest = figure.pelvis if figure.chest is None else figure.chest
    told: list[tuple[str, Motion, float]] = [
        ("the spine", "spine flexion", chest - figure.pelvis),
        ("the spine", "spine twist", figure.twist),
        ("the spine", "spine bend", figure.bend - figure.pelvis_tilt),
        ("the neck", "neck turn", figure.turn),
    ]
    for side, leg in skeleton.legs.items():
        told.append((f"the {side} toes", "toe extension", leg.spec.toes))
        if leg.spec.ankle is None:
            told.append((f"the {side} knee", "knee flexion", _folded(leg.spec.knee)))
    for side, arm in skeleton.arms.items():
        if arm.spec.hand.angle is None:
            told.append((f"the {side} wrist", "wrist bend", arm.spec.hand.bend))
        if arm.spec.wrist is None:
            told.append((f"the {side} elbow", "elbow flexion", _folded(arm.spec.elbow)))
    for joint, motion, angle in told:
        if angle > RANGES[motion].high + _SHIFT or angle < RANGES[motion].low - _SHIFT:
            yield joint


def _folded(degrees: float) -> float:
    """The angle between two bones when the joint was told to turn by so much: -180 to 180."""
    return (degrees + 180) % 360 - 180


def faults_in(words: Words) -> list[str]:
    """What is wrong with how these words are solved; a crash is left to the caller."""
    figure = PosedFigure.model_validate(words)
    skeleton = solve(figure)
    faults = []
    places = np.array(list(skeleton.anchors().values()))
    if not np.isfinite(places).all() or not np.isfinite(skeleton.spine).all():
        faults.append("a place that is no number")
    limbs = [*skeleton.legs.values(), *skeleton.arms.values()]
    lengths = [(bones.THIGH, bones.SHANK)] * 2 + [(bones.UPPER_ARM, bones.FOREARM)] * 2
    for limb, (upper, lower) in zip(limbs, lengths, strict=True):
        for length, first, second in ((upper, limb.root, limb.joint), (lower, limb.joint, limb.end)):
            if not math.isclose(float(np.linalg.norm(second - first)), length, abs_tol=1e-6):
                faults.append(f"a bone of {length} that is {np.linalg.norm(second - first):.3f} long")
    named = {complaint.joint for complaint in skeleton.complaints}
    faults += [f"{joint} is not named" for joint in told_too_far(figure, skeleton) if joint not in named]
    keys = {
        "pelvis",
        "chest",
        "bend",
        "twist",
        "neck",
        "head",
        "tilt",
        "turn",
        *(f"{n}_{k}" for n in ("near", "far", "right", "left") for k in ("leg", "arm")),
        "legs",
        "arms",
    }
    faults += [f"{each} has no place" for each in skeleton.complaints if each.key not in keys or ": " not in each.text]
    return faults


def drawn(number: int) -> int:
    """Draw a random pose, check it, and return its size in bytes."""
    pose = {"name": "random", "title": "Random", "subject": "random", "alt": "Random.", "figure": random_words(number)}
    svg = draw(Pose.model_validate(pose)).svg
    assert svg.startswith("<svg ") and "nan" not in svg and "inf" not in svg
    faults_of(svg)
    return len(svg.encode())


def main() -> int:
    """Solve and draw, and say what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--drawn", type=int, default=100)
    options = parser.parse_args()
    told: Counter[str] = Counter()
    started = time.perf_counter()
    for number in range(options.count):
        told.update(_told(number, faults_in, random_words(number)))
    print(f"{options.count} solved in {time.perf_counter() - started:.0f} s")
    sizes = []
    for number in range(options.drawn):
        try:
            sizes.append(drawn(number))
        except Exception as crash:
            told[f"drawing {number}: {_where(crash)}"] += 1
    if sizes:
        print(f"{len(sizes)} drawn in {time.perf_counter() - started:.0f} s, the largest of {max(sizes)} bytes")
    for text, times in told.most_common(40):
        print(f"{times:6} {text}")
    return 1 if told else 0


def _told(number: int, check: Any, words: Words) -> list[str]:
    try:
        return list(check(words))
    except Exception as crash:
        return [f"joints {number}: {_where(crash)}"]


def _where(crash: Exception) -> str:
    frame = traceback.extract_tb(crash.__traceback__)[-1]
    return f"{type(crash).__name__}: {crash} in {frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}"


if __name__ == "__main__":
    sys.exit(main())
