"""The pictures of docs/drawings.md: python tools/pose_gallery.py [NAME ...] (needs handoutgen[draw]).

Writes docs/images/poses/SUBJECT.svg with all poses of a subject, and docs/images/words/NAME.svg with what each word of
a kind (hair, hands, things …) looks like; with names, only these.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, get_args

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from drawing.prop_examples import EXAMPLES, drawn, prop_of
from handoutgen.content.poses.closeups import RegionName
from handoutgen.content.poses.hand_shapes import HandShapeName
from handoutgen.content.poses.load import load_pose
from handoutgen.content.poses.looks import BodyName, HairName, Looks, SkinName
from handoutgen.content.poses.model import MuscleName, Pose
from handoutgen.drawing.hands.postures import POSTURES
from handoutgen.drawing.page import laid_out
from handoutgen.drawing.scene import draw
from handoutgen.library.poses import list_poses
from handoutgen.service.drawing import drawn_pose
from handoutgen.service.drawing_sheet import SheetEntry, contact_sheet

IMAGES = ROOT / "docs" / "images"
BEHIND = {"upper_back", "lower_back", "buttock", "hamstring", "calf", "triceps", "neck"}
BEFORE = {"chest", "belly", "side", "pelvic_floor", "biceps", "quadriceps", "inner_thigh", "knee", "shin", "forearm"}
"""Muscles that are shown from behind, and from the front; the others from the side."""
SEEN_FROM_BEHIND = ("back", "buttock", "calf", "heel", "elbow")
"""How the names of regions end that a body map shows from behind."""
FRONT, BACK, HALF = 90, -90, 45
"""Directions in which a figure faces: to the viewer, away, and between the viewer and the right."""
PROP_SIZE = {"room": 40, "hand": 160}
"""Stature in mm on paper for things as large as furniture, and for those that a hand holds."""


def main(wanted: Sequence[str]) -> None:
    """Write the pictures that are wanted, or all."""
    for subject, entries in groupby(list_poses(ROOT), key=lambda entry: entry.subject):
        if not wanted or subject in wanted:
            sheet = (SheetEntry("", entry.name, drawn_pose(load_pose(entry.path)).svg) for entry in entries)
            _write(IMAGES / "poses" / f"{subject}.svg", sheet)
    for name, words in word_pictures().items():
        if not wanted or name in wanted:
            _write(IMAGES / "words" / f"{name}.svg", words)


def word_pictures() -> Mapping[str, Iterable[SheetEntry]]:
    """Kind of words → a picture for each, drawn when it is asked for."""
    return {
        "bodies": (_standing(word, {"body": word}) for word in get_args(BodyName)),
        "skin": (_bust(word, {"skin": word}) for word in get_args(SkinName)),
        "hair": _hair(),
        "faces": _looks("mood", "mouth", "eyes", "nose", "glasses", "beard", "hearing_aid"),
        "clothes": _clothes(),
        "hands": (_hand(word) for word in get_args(HandShapeName)),
        "muscles": (_muscle(word) for word in get_args(MuscleName)),
        "regions": _regions(),
        "things": (_thing(kind) for kind in EXAMPLES),
    }


def _write(path: Path, entries: Iterable[SheetEntry]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(contact_sheet(list(entries)), encoding="utf-8", newline="\n")
    print(path.relative_to(ROOT))


def _drawn(name: str, **keys: Any) -> SheetEntry:
    """A picture of a scene that is no pose of its own."""
    pose = Pose.model_validate({"name": "word", "title": "Word", "subject": "back", "alt": "Word.", **keys})
    return SheetEntry("", name, draw(pose).svg)


def _figure(looks: Mapping[str, Any], facing: float) -> dict[str, Any]:
    arms = {"arms": {"shoulder": 4, "abduction": 14}, "legs": {"abduction": 3, "rotation": 8}}
    return {"facing": facing, "at": [0, 53], **arms, **looks}


def _standing(name: str, looks: Mapping[str, Any], facing: float = HALF) -> SheetEntry:
    return _drawn(name, size=44, figure=_figure(looks, facing))


def _bust(name: str, looks: Mapping[str, Any], facing: float = HALF) -> SheetEntry:
    skip = ["near_leg", "far_leg"]
    return _drawn(name, size=110, crop=72, figure={**_figure(looks, facing), "skip": skip})


def _hair() -> Iterator[SheetEntry]:
    """Each from the side and, smaller words being the same, from three quarters."""
    for word in get_args(HairName):
        colour = "grey" if word in ("grey", "wisps") else "dark"
        looks = {"hair": word, "hair_colour": colour, "skin": "mid"}
        yield _bust(word, looks, 0)
        yield _bust("", looks)


def _looks(*keys: str) -> Iterator[SheetEntry]:
    """Every word of these keys; of those that are true or false, true."""
    for key in keys:
        words = get_args(Looks.model_fields[key].annotation) or (True,)
        for word in words:
            more = {"body": "man"} if key == "beard" else {"body": "woman", "hair": "fringe", "hair_colour": "brown"}
            yield _bust(
                f"{key}: {str(word).lower()}", {**more, key: word}, 0 if key in ("nose", "hearing_aid") else HALF
            )


def _clothes() -> Iterator[SheetEntry]:
    for key in ("top", "bottom", "feet"):
        for word in get_args(Looks.model_fields[key].annotation):
            more = {"bottom": "trousers"} if key == "top" else {}
            yield _standing(f"{key}: {word}", {"body": "woman", "hair": "bob", **more, key: word})


def _hand(word: str) -> SheetEntry:
    part = {
        "type": "hand",
        "shape": word,
        "at": [0, 0],
        "angle": 90,
        "turn": POSTURES[word].turn,
        "arm": 5,
        "sleeve": 3,
    }
    return _drawn(word, size=260, closeup={"skin": "brown", "parts": [part]})


def _muscle(word: str) -> SheetEntry:
    facing = BACK if word in BEHIND else FRONT if word in BEFORE else 0
    looks = {"body": "woman", "hair": "bun", "top": "vest", "muscles": [{"name": word, "side": "both"}]}
    return _standing(word, looks, facing)


def _regions() -> Iterator[SheetEntry]:
    """Those of the right side stand for both."""
    for region in get_args(RegionName):
        if not region.startswith("left_"):
            view = "back" if region.endswith(SEEN_FROM_BEHIND) else "front"
            yield _drawn(region.removeprefix("right_"), size=48, bodymap={"view": view, "regions": [region]})


def _thing(kind: str) -> SheetEntry:
    prop = prop_of(kind)
    x0, y0, x1, y1 = drawn(prop).bounds()
    size = PROP_SIZE["hand" if max(x1 - x0, y1 - y0) < 16 else "room"]
    return SheetEntry("", kind, laid_out([drawn(prop, size=size)]).svg())


if __name__ == "__main__":
    main(sys.argv[1:])
