"""Medicines and what they are taken with, in their true size but where the description says otherwise."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from handoutgen.content.poses.things.base import Fill, Small
from handoutgen.content.poses.values import At


class TabletProp(Small):
    """A round tablet, from above, three times as large as life if its radius is not said."""

    type: Literal["tablet"]
    r: float = Field(1, ge=0.3, le=12, description="Its radius.")
    scored: bool = Field(False, description="With a line to break it along.")


class CapsuleProp(Small):
    """A capsule in two colours."""

    type: Literal["capsule"]


class BlisterProp(Small):
    """A blister pack of tablets."""

    type: Literal["blister"]
    rows: int = Field(2, ge=1, le=4, description="How many rows of tablets.")
    columns: int = Field(5, ge=2, le=7, description="How many tablets to a row.")
    empty: int = Field(1, ge=0, le=28, description="How many have been taken.")
    edge: bool = Field(False, description="From its edge, the last tablet taken coming out below the foil.")


class PillBoxProp(Small):
    """A box with a compartment for each day of the week."""

    type: Literal["pill_box"]
    rows: int = Field(1, ge=1, le=4, description="How many times a day.")
    open: int | None = Field(None, ge=1, le=7, description="The day whose lid is open.")


class GlassProp(Small):
    """A glass of water."""

    type: Literal["glass"]
    full: float = Field(0.65, ge=0, le=0.9, description="How full it is, from 0 to 0.9.")


class SpoonProp(Small):
    """A spoon, from the side; its bowl to the left at `at`."""

    type: Literal["spoon"]
    filled: bool = Field(True, description="With medicine in it.")


class MedicineBottleProp(Small):
    """A bottle of medicine with a screw cap and a label."""

    type: Literal["medicine_bottle"]
    pills: bool = Field(False, description="A wide tub of tablets instead of a bottle of liquid.")


class DropperProp(Small):
    """A bottle of drops, upside down, its tip at `at`; half as large again as life."""

    type: Literal["dropper"]


class DropProp(Small):
    """One drop."""

    type: Literal["drop"]
    r: float = Field(0.7, ge=0.2, le=6, description="Its radius.")
    fill: Fill = Field("accent", description="Its colour.")


class TubeProp(Small):
    """A tube of cream or ointment, its nozzle to the right at `at`."""

    type: Literal["tube"]
    cream: bool = Field(True, description="With a line of cream coming out.")


class InhalerProp(Small):
    """A puffer, alone or on a spacer; its mouthpiece ends at `at`. On a spacer it is half as large again as life."""

    type: Literal["inhaler"]
    spacer: bool = Field(True, description="With a spacer.")
    cap: bool = Field(False, description="With its cap on; without a spacer only.")
    mask: bool = Field(False, description="With a face mask on the spacer.")


class DryInhalerProp(Small):
    """A dry-powder inhaler with a base that twists, its mouthpiece to the left at `at`."""

    type: Literal["dry_inhaler"]


class NebuliserProp(Small):
    """The compressor of a nebuliser, with its tube; the middle of its base is at `at`."""

    type: Literal["nebuliser"]
    tube: At | None = Field(None, description="Where its tube goes, such as [mouth, 2, -7].")


class NebuliserMaskProp(Small):
    """A nebuliser's mask from the side, its edge on the face at `at`, with the cup under it; opens to the left."""

    type: Literal["nebuliser_mask"]
    mouthpiece: bool = Field(False, description="A mouthpiece instead of the mask.")
    tube: At | None = Field(None, description="Where its tube goes, such as [mouth, 2, -7].")
    hose: bool = Field(True, description="With its tube; without, if that of the compressor comes to it.")
    mist: bool = Field(True, description="With a little mist that comes out.")
