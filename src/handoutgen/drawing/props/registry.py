"""Every type of prop, and what is asked of props: to be drawn, to say what is solid, to come apart into layers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from handoutgen.content.poses.things import aids as aid_models
from handoutgen.content.poses.things import beds as bed_models
from handoutgen.content.poses.things import cloth as cloth_models
from handoutgen.content.poses.things import devices as device_models
from handoutgen.content.poses.things import exercise as exercise_models
from handoutgen.content.poses.things import household as household_models
from handoutgen.content.poses.things import medicines as medicine_models
from handoutgen.content.poses.things import rooms as room_models
from handoutgen.content.poses.things.base import PropPart
from handoutgen.content.poses.values import PropLayer
from handoutgen.drawing.outline.vectors import Array
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.props import (
    beds,
    breathing,
    cloth,
    devices,
    exercise,
    household,
    layering,
    medicines,
    rooms,
    seats,
    walking,
    wheelchair,
)
from handoutgen.drawing.props.brush import Brush
from handoutgen.drawing.props.entry import Entry, Pieces, entry, thing
from handoutgen.drawing.props.holding import Grip
from handoutgen.drawing.props.space import Box
from handoutgen.drawing.style import FigureColours

_ENTRIES: Final = (
    entry(room_models.FloorProp, rooms.draw_floor),
    entry(room_models.WallProp, rooms.draw_wall, rooms.wall_solids),
    entry(room_models.RailProp, rooms.draw_rail),
    entry(room_models.HandrailProp, rooms.draw_handrail),
    entry(room_models.StepProp, rooms.draw_step, rooms.step_solids),
    entry(room_models.FootprintsProp, rooms.draw_footprints),
    entry(room_models.StairsProp, rooms.draw_stairs, rooms.stairs_solids),
    entry(room_models.TableProp, rooms.draw_table, rooms.table_solids),
    entry(room_models.WorktopProp, rooms.draw_worktop, rooms.worktop_solids),
    entry(room_models.ChairProp, seats.draw_chair, seats.chair_solids, layering.chair_pieces),
    entry(room_models.ChairFrontProp, seats.draw_chair_front, seats.chair_front_solids, layering.chair_pieces),
    entry(room_models.SofaProp, seats.draw_sofa, seats.sofa_solids),
    entry(room_models.BenchProp, seats.draw_bench, seats.bench_solids),
    entry(bed_models.BedProp, beds.draw_bed, beds.bed_solids),
    entry(bed_models.MatProp, beds.draw_mat, beds.mat_solids, layering.mat_pieces),
    entry(bed_models.BedTopProp, beds.draw_bed_top),
    entry(bed_models.MatTopProp, beds.draw_mat_top),
    entry(bed_models.FloorTowelProp, beds.draw_floor_towel, pieces=layering.under_feet),
    entry(bed_models.PillowProp, beds.draw_pillow),
    entry(bed_models.CushionProp, beds.draw_cushion),
    thing(bed_models.RolledTowelProp, beds.draw_rolled_towel, unit_size=1),
    entry(bed_models.BlanketProp, beds.draw_blanket, pieces=layering.before_all),
    entry(aid_models.StickProp, walking.draw_stick, pieces=layering.stick_pieces),
    entry(aid_models.CrutchProp, walking.draw_crutch, pieces=layering.crutch_pieces),
    entry(aid_models.FrameProp, walking.draw_frame, walking.frame_solids),
    entry(aid_models.RollatorProp, walking.draw_rollator, walking.rollator_solids),
    entry(aid_models.WheelchairProp, wheelchair.draw_wheelchair, wheelchair.wheelchair_solids,
          layering.wheelchair_pieces),
    entry(aid_models.GrabBarProp, walking.draw_grab_bar),
    entry(cloth_models.StripProp, cloth.draw_strip),
    entry(cloth_models.TowelProp, cloth.draw_wrap, pieces=layering.wrap_pieces),
    entry(cloth_models.BandProp, cloth.draw_wrap, pieces=layering.wrap_pieces),
    entry(cloth_models.BandageProp, cloth.draw_bandage, pieces=layering.round_limb),
    thing(medicine_models.TabletProp, medicines.draw_tablet, unit_size=1),
    thing(medicine_models.CapsuleProp, medicines.draw_capsule, unit_size=1),
    thing(medicine_models.BlisterProp, medicines.draw_blister),
    thing(medicine_models.PillBoxProp, medicines.draw_pill_box),
    thing(medicine_models.GlassProp, medicines.draw_glass, unit_size=1),
    thing(medicine_models.SpoonProp, medicines.draw_spoon, Grip(9, 0, 180)),
    thing(medicine_models.MedicineBottleProp, medicines.draw_medicine_bottle, Grip(0, 3.5)),
    thing(medicine_models.DropperProp, medicines.draw_dropper, Grip(0, 5, -90), unit_size=1),
    thing(medicine_models.DropProp, medicines.draw_drop, unit_size=1),
    thing(medicine_models.TubeProp, medicines.draw_tube, Grip(-7, 0, 0)),
    thing(medicine_models.InhalerProp, breathing.draw_inhaler, Grip(9, 0, 0), unit_size=1, lying="after_head"),
    thing(medicine_models.DryInhalerProp, breathing.draw_dry_inhaler, Grip(8, 0, 180), lying="after_head"),
    thing(medicine_models.NebuliserProp, breathing.draw_nebuliser, Grip(0, 13, hangs=True)),
    thing(medicine_models.NebuliserMaskProp, breathing.draw_nebuliser_mask, Grip(5.6, -8), lying="after_head"),
    thing(device_models.GlucoseMeterProp, devices.draw_glucose_meter, Grip(0, -1)),
    thing(device_models.LancetProp, devices.draw_lancet, Grip(6, 0, 0)),
    thing(device_models.TestStripProp, devices.draw_test_strip, Grip(3.2, 0, 180)),
    thing(device_models.InsulinPenProp, devices.draw_insulin_pen, Grip(10, 0, 0)),
    thing(device_models.InjectionPenProp, devices.draw_injection_pen, Grip(9, 0, 0)),
    thing(device_models.SharpsBinProp, devices.draw_sharps_bin, Grip(0, 8)),
    thing(device_models.BpMonitorProp, devices.draw_bp_monitor, Grip(0, 4)),
    entry(device_models.CuffProp, cloth.draw_cuff, pieces=layering.round_limb),
    thing(device_models.ThermometerProp, devices.draw_thermometer, Grip(9.5, 0, 180)),
    thing(device_models.OximeterProp, devices.draw_oximeter, Grip(4, 0, 180)),
    entry(household_models.ColdPackProp, household.draw_cold_pack, pieces=layering.round_limb),
    thing(household_models.HotWaterBottleProp, household.draw_hot_water_bottle),
    thing(household_models.MirrorProp, household.draw_mirror, Grip(0, -13)),
    thing(household_models.PhoneProp, household.draw_phone),
    thing(household_models.ClockProp, household.draw_clock),
    thing(household_models.CupProp, household.draw_cup, Grip(6.2, 0)),
    thing(household_models.BagProp, household.draw_bag, Grip(0, 0, hangs=True)),
    thing(household_models.BowlProp, household.draw_bowl, Grip(0, 7, hangs=True)),
    thing(exercise_models.BallProp, exercise.draw_ball, unit_size=1),
    thing(exercise_models.TinProp, exercise.draw_tin),
    thing(exercise_models.DumbbellProp, exercise.draw_dumbbell, Grip(0, 0, 0)),
    thing(exercise_models.WaterBottleProp, exercise.draw_water_bottle),
    entry(exercise_models.BoxProp, exercise.draw_box, exercise.box_solids),
    thing(exercise_models.RollerProp, exercise.draw_roller, unit_size=1),
)  # fmt: skip
ENTRIES: Final[Mapping[type[PropPart], Entry]] = {each.model: each for each in _ENTRIES}
"""By the class of the model."""


def draw_prop(
    pen: Pen, prop: PropPart, palette: FigureColours, anchors: Mapping[str, Array], camera: float = 0
) -> None:
    """Draw one prop, or the part of it that it says.

    ``anchors`` are places on the figure as the viewer sees them; ``near_hand_axis`` and ``far_hand_axis``, if they are
    there, are the directions in which a rod in the hand comes out beside the thumb.
    """
    ENTRIES[type(prop)].draw(Brush(pen, palette, anchors, camera), prop)


def solids(prop: PropPart) -> list[Box]:
    """What of a prop no body may go through, in the room before the camera; nothing for small and soft things."""
    return ENTRIES[type(prop)].boxes(prop)


def pieces_of(prop: PropPart) -> Pieces:
    """The prop as copies, one for each layer of the figure it comes between, all with their layer said."""
    return ENTRIES[type(prop)].pieces(prop)


def layer_of(prop: PropPart) -> PropLayer:
    """Where the prop, or the last of its pieces, is painted."""
    return pieces_of(prop)[-1].layer or "back"
