"""Lengths of bones, in per cent of stature."""

from typing import Final

# Drillis and Contini 1966, as printed in Winter, Biomechanics and Motor Control of Human Movement, 4th ed. 2009,
# fig. 4.1.
THIGH: Final = 24.5
SHANK: Final = 24.6
ANKLE_HEIGHT: Final = 3.9
FOOT: Final = 15.2
UPPER_ARM: Final = 18.6
FOREARM: Final = 14.6
HAND: Final = 10.8

# Set so that the joints above stand where the same table has them: hip 53 and shoulder 80 high. Winter has the shoulder
# at 81.8, the top of the joint; its centre lies lower, and sleeves hung from 81.8 stand up square.
HIP_TO_SIDE: Final = 5.0
SHOULDER_TO_SIDE: Final = 10.6
SPINE: Final = 31.5
"""From between the hips to the base of the neck."""
SHOULDERS_ON_SPINE: Final = 27.2
"""From between the hips to the level of the shoulders."""
SHOULDERS_BACK: Final = 0.6
NECK: Final = 7.2
NECK_BACK: Final = 0.9
HEAD_FORWARD: Final = 1.7

# Set by eye, as are all places on head and foot below: the outlines are drawn round them.
ANKLE_OVER_SOLE: Final = 4.3
HEEL_BEHIND_ANKLE: Final = 4.0
BALL_BEFORE_ANKLE: Final = 6.8
TOES_BEFORE_ANKLE: Final = 11.0
GRIP_BEFORE_WRIST: Final = 4.2
"""From the wrist to the middle of a closed hand."""

HEAD_SCALE: Final = 1.03
ON_HEAD: Final = {
    "mouth": (5.0, -2.3),
    "nose": (6.0, 0.0),
    "eye": (3.45, 1.75),
    "ear": (-0.9, 0.6),
    "chin": (4.3, -5.2),
    "crown": (-0.3, 7.6),
}
"""Places on the head before scaling: forward of and above the joint under the skull."""

STOOP: Final = {"older_man": 8.0, "older_woman": 9.0}
"""Forward bend of the upper spine that comes with age, in degrees, by body."""
