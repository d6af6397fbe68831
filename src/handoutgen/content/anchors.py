"""Places on the person in a drawing, by name: what a pose hangs things on and a leaflet's labels point at."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

Anchor: TypeAlias = Literal[
    "mouth", "nose", "eye", "ear", "chin", "head", "crown", "neck", "chest", "belly", "pelvis",
    "near_shoulder", "near_elbow", "near_wrist", "near_hand", "near_hip", "near_knee", "near_ankle",
    "near_heel", "near_ball", "near_toes",
    "far_shoulder", "far_elbow", "far_wrist", "far_hand", "far_hip", "far_knee", "far_ankle",
    "far_heel", "far_ball", "far_toes",
    "right_shoulder", "right_elbow", "right_wrist", "right_hand", "right_hip", "right_knee", "right_ankle",
    "right_heel", "right_ball", "right_toes",
    "left_shoulder", "left_elbow", "left_wrist", "left_hand", "left_hip", "left_knee", "left_ankle",
    "left_heel", "left_ball", "left_toes",
]  # fmt: skip
"""Places on a figure: `head` is the joint under the skull, `hand` where it holds a thing, `ball` that of the foot."""
ANCHORS: Final[tuple[str, ...]] = get_args(Anchor)
