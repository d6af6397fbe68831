"""All props, told apart by their `type`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from handoutgen.content.poses.things import aids, beds, cloth, devices, exercise, household, medicines, rooms

Prop: TypeAlias = Annotated[
    rooms.FloorProp
    | rooms.WallProp
    | rooms.RailProp
    | rooms.HandrailProp
    | rooms.StepProp
    | rooms.FootprintsProp
    | rooms.StairsProp
    | rooms.TableProp
    | rooms.WorktopProp
    | rooms.ChairProp
    | rooms.ChairFrontProp
    | rooms.SofaProp
    | rooms.BenchProp
    | beds.BedProp
    | beds.MatProp
    | beds.BedTopProp
    | beds.MatTopProp
    | beds.FloorTowelProp
    | beds.PillowProp
    | beds.CushionProp
    | beds.RolledTowelProp
    | beds.BlanketProp
    | aids.StickProp
    | aids.CrutchProp
    | aids.FrameProp
    | aids.RollatorProp
    | aids.WheelchairProp
    | aids.GrabBarProp
    | cloth.StripProp
    | cloth.TowelProp
    | cloth.BandProp
    | cloth.BandageProp
    | medicines.TabletProp
    | medicines.CapsuleProp
    | medicines.BlisterProp
    | medicines.PillBoxProp
    | medicines.GlassProp
    | medicines.SpoonProp
    | medicines.MedicineBottleProp
    | medicines.DropperProp
    | medicines.DropProp
    | medicines.TubeProp
    | medicines.InhalerProp
    | medicines.DryInhalerProp
    | medicines.NebuliserProp
    | medicines.NebuliserMaskProp
    | devices.GlucoseMeterProp
    | devices.LancetProp
    | devices.TestStripProp
    | devices.InsulinPenProp
    | devices.InjectionPenProp
    | devices.SharpsBinProp
    | devices.BpMonitorProp
    | devices.CuffProp
    | devices.ThermometerProp
    | devices.OximeterProp
    | household.ColdPackProp
    | household.HotWaterBottleProp
    | household.MirrorProp
    | household.PhoneProp
    | household.ClockProp
    | household.CupProp
    | household.BagProp
    | household.BowlProp
    | exercise.BallProp
    | exercise.TinProp
    | exercise.DumbbellProp
    | exercise.WaterBottleProp
    | exercise.BoxProp
    | exercise.RollerProp,
    Field(discriminator="type"),
]
"""One thing beside the figure."""
