"""What people measure and inject with."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from handoutgen.content.poses.things.base import Small
from handoutgen.content.poses.things.cloth import Wrapped
from handoutgen.content.poses.values import At


class GlucoseMeterProp(Small):
    """A blood glucose meter from above."""

    type: Literal["glucose_meter"]
    strip: bool = Field(True, description="With a test strip in it, at its upper end.")


class LancetProp(Small):
    """A finger-pricking device, its tip to the left at `at`."""

    type: Literal["lancet"]


class TestStripProp(Small):
    """A blood glucose test strip, its end for the blood to the left at `at`."""

    type: Literal["test_strip"]


class InsulinPenProp(Small):
    """An insulin pen with a dose knob and a fine needle; the needle's tip to the left at `at`."""

    type: Literal["insulin_pen"]
    needle: bool = Field(True, description="With its needle; without, with its cap on.")


class InjectionPenProp(Small):
    """A ready-filled injector that is pressed on the skin, no needle to be seen; its end to the left at `at`."""

    type: Literal["injection_pen"]


class SharpsBinProp(Small):
    """A bin for needles."""

    type: Literal["sharps_bin"]


class BpMonitorProp(Small):
    """A blood-pressure monitor for the table; the middle of its base is at `at`."""

    type: Literal["bp_monitor"]
    tube: At | None = Field(None, description="Where its tube goes, such as [near_elbow, 0, 2].")


class CuffProp(Small):
    """The cuff of a blood-pressure monitor, round an upper arm or lying."""

    type: Literal["cuff"]
    wraps: Wrapped | None = Field(None, description="The part that it lies round, such as near_upper_arm.")
    length: float = Field(9, ge=3, le=16, description="Its width along the arm; 9 is 15 cm.")
    r: float | None = Field(None, ge=2, le=14, description="Its radius; by default that of the limb.")

    def _has_a_place(self) -> bool:
        return self.wraps is not None or super()._has_a_place()


class ThermometerProp(Small):
    """A digital thermometer, its tip to the left at `at`."""

    type: Literal["thermometer"]


class OximeterProp(Small):
    """A finger clip that measures oxygen, open to the left."""

    type: Literal["oximeter"]
