"""A drawing says which pose it was made from; only what is drawn counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.content.poses.load import pose_from
from handoutgen.content.poses.stamp import REVISION, Stamp, digest_of, file_digest, read_stamp, stamped

TEXT = "name: a\ntitle: T\nsubject: back\nalt: Words.\nfigure:\n  at: [0, 50]\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10mm">\n<path d="M0 0"/>\n</svg>\n'


def digest(text: str) -> str:
    return digest_of(pose_from(text.encode(), Path("a.yaml")).pose)


@pytest.mark.parametrize(
    "same",
    [
        TEXT.replace("T\n", "Another title\n"),
        TEXT.replace("Words.", "Other words."),
        "# A comment\n" + TEXT.replace("\n", "\r\n"),
        TEXT.replace("[0, 50]", "\n    - 0.0\n    - 50"),
        TEXT + "safety: heels down\n",
    ],
)
def test_what_is_not_drawn_does_not_count(same: str) -> None:
    assert digest(same) == digest(TEXT)


@pytest.mark.parametrize("other", [TEXT.replace("50", "50.1"), TEXT + "  body: woman\n", TEXT + "size: 60\n"])
def test_what_is_drawn_counts(other: str) -> None:
    assert digest(other) != digest(TEXT)


@pytest.mark.parametrize("side", ["right", "left"])
def test_a_stamp_is_read_back_from_the_drawing(side: str) -> None:
    near, far = f"{side}_knee", f"{'left' if side == 'right' else 'right'}_knee"
    knees = {"near_knee": (0.5, 1.0), near: (0.5, 1.0), "far_knee": (0.625, 0.5), far: (0.625, 0.5)}
    stamp = Stamp("a-b", digest(TEXT), REVISION, {"mouth": (0.25, 0.125), **knees}, file_digest(TEXT.encode()))
    svg = stamped(SVG, stamp)
    assert read_stamp(svg.encode()) == stamp
    assert svg.count("knee") == 2
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" width="10mm">\n<!-- handoutgen pose a-b ')
    assert svg.endswith(SVG.partition("\n")[2])


def test_a_stamp_without_anchors_has_none() -> None:
    stamp = Stamp("a", "0" * 16, 3)
    assert read_stamp(stamped(SVG, stamp).encode()) == stamp


@pytest.mark.parametrize("data", [b"", SVG.encode(), b"\xff\xfe<!-- handoutgen pose", b"<!-- handoutgen pose A b -->"])
def test_a_strangers_drawing_has_no_stamp(data: bytes) -> None:
    assert read_stamp(data) is None


def test_a_stamp_that_somebody_changed_is_read_without_a_fault() -> None:
    stamp = read_stamp(b"<!-- handoutgen pose a 0123456789abcdef engine 1 near left at mouth . 2, x, eye 0.1 0.2 -->")
    assert stamp is not None and stamp.anchors == {"mouth": (0.5, 1.0), "eye": (0.1, 0.2)}
