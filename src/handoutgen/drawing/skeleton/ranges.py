"""How far joints go, in degrees from standing upright with hanging arms, each with the source of its figures."""

from typing import Final, Literal, TypeAlias

from msgspec import Struct

MARGIN: Final = 5.0
"""A limit may be passed by this: what two examiners with a goniometer differ by (Norkin and White, Measurement of Joint
Motion, 5th ed. 2016, on its reliability)."""

_AAOS: Final = (
    "American Academy of Orthopaedic Surgeons, 1965, as printed in Norkin and White, Measurement of Joint Motion, "
    "5th ed. 2016, appendix A"
)
_CDC: Final = (
    "US Centers for Disease Control and Prevention, Normal Joint Range of Motion Study, 2003 to 2006 (Soucie et al., "
    "Haemophilia 2011;17:500-507): women of 20 to 44 years, who go farthest"
)
_CASTORI: Final = "Castori, ISRN Dermatology 2012:751768, table 8: standards for adults, after the AAOS"
_KOSMAHL: Final = "AAOS and American Medical Association, as in Kosmahl, Goniometry, University of Scranton, 1999"
_CFR: Final = "US Code of Federal Regulations, title 38, section 4.71a, note 2"

Motion: TypeAlias = Literal[
    "hip flexion", "hip abduction", "hip rotation", "knee flexion", "ankle flexion", "toe extension",
    "shoulder flexion", "shoulder abduction", "shoulder rotation", "elbow flexion", "wrist bend",
    "neck flexion", "neck tilt", "neck turn", "spine flexion", "spine bend", "spine twist",
]  # fmt: skip


class Range(Struct, frozen=True):
    """The least and the greatest angle of one motion, the words for going past each, and where the figures are from."""

    low: float
    high: float
    below: str
    above: str
    source: str

    def nearest(self, angle: float) -> float:
        """The angle itself, or the limit that it has passed."""
        return min(max(angle, self.low), self.high)

    def excess(self, angle: float) -> float:
        """By how many degrees an angle lies outside, below 0 or above; 0 inside and within the margin."""
        if angle > self.high + MARGIN:
            return angle - self.high
        return angle - self.low if angle < self.low - MARGIN else 0


RANGES: Final[dict[Motion, Range]] = {
    "hip flexion": Range(-30, 134, "goes back", "bends", f"{_CDC}, 133.8; backwards {_AAOS}"),
    "hip abduction": Range(-30, 45, "crosses the other leg by", "goes out to its side", _CASTORI),
    # Outwards 15 more than a straight hip does: bent hips do in sitting cross-legged, by eye.
    "hip rotation": Range(-45, 60, "turns inwards", "turns outwards", _AAOS),
    "knee flexion": Range(0, 142, "bends forward", "bends", f"{_CDC}, 141.9"),
    # On top of the 62 of the ankle, 13 of the middle of the foot when it lies on its back under a kneeling body, by
    # eye. Standing with the knee forward bends an ankle farther than an examiner's hand does: 30 to 38.
    "ankle flexion": Range(-75, 38, "points down", "bends up", f"{_CDC}, 62.1; upwards the weight-bearing lunge test"),
    "toe extension": Range(-45, 70, "curl down", "bend up", f"{_CASTORI}; downwards {_AAOS}"),
    "shoulder flexion": Range(-60, 180, "reaches back", "reaches back over the head to", _AAOS),
    "shoulder abduction": Range(-50, 90, "crosses the chest by", "goes out to its side", f"{_AAOS}: 135 from the side"),
    # The shoulder blade turns with the arm: 20 more than the 90 and 70 of the joint alone, by eye.
    "shoulder rotation": Range(-110, 90, "turns outwards", "turns inwards", _AAOS),
    "elbow flexion": Range(0, 150, "bends back", "bends", _AAOS),
    "wrist bend": Range(-80, 80, "bends", "bends", _AAOS),
    "neck flexion": Range(-75, 45, "bends back", "bends forward", f"{_KOSMAHL}; forward {_CFR}"),
    "neck tilt": Range(-45, 45, "tilts to the left", "tilts to the right", _CFR),
    "neck turn": Range(-80, 80, "turns to the left", "turns to the right", _CFR),
    # Backwards 10 more than the 30 of somebody who stands: arms push the chest up when lying face down, by eye.
    "spine flexion": Range(-40, 90, "bends back", "bends forward", _CFR),
    "spine bend": Range(-35, 35, "bends to the left", "bends to the right", _CASTORI),
    "spine twist": Range(-45, 45, "twists to the left", "twists to the right", _KOSMAHL),
}
"""All motions that are held to a limit. A drawing shows what a patient is asked to do: no end of range is shown, so
the figures are those of healthy adults, not of athletes."""
