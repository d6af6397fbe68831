"""Any number of made-up clinics that look like real ones: long and short names, gaps, odd characters, own colours.

Phone numbers are from the ranges that Ofcom keeps for drama; addresses end in .example.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

PLACES = (
    "Bristol", "Newcastle upon Tyne", "St Helier", "Llanfairpwllgwyngyll", "Bury St Edmunds", "Ely",
    "Weston-super-Mare", "Derry/Londonderry", "Ynys Môn", "King's Lynn", "Stoke-on-Trent", "Wells",
)  # fmt: skip
KINDS = (
    "Neurology Clinic", "Community Hospital", "Health Centre", "MS Service & Rehabilitation Unit", "Surgery",
    "Centre for Neurological Rehabilitation and Therapy", "Outpatients' Department", "Physiotherapy",
)  # fmt: skip
SAINTS = (
    "Riverside", "St Mary's", "The Royal", "Hillview", "Nuffield Row", "Queen's", "Old Station",
    "Cwm Taf", "Dr O'Neill's",
)  # fmt: skip
AREAS = (("0117 496", "BS1"), ("0191 498", "NE1"), ("020 7946", "WC1"), ("0161 496", "M1"), ("029 2018", "CF1"))
COLOURS = ("#005f6b", "#7a1f3d", "#1d3c78", "#2f5d1e", "#5b2a86", "#0b5a5a", "#8a3b00", "#333333")


def clinic_text(n: int, dice: random.Random) -> str:
    """The file of clinic number `n`."""
    area, code = dice.choice(AREAS)
    name = f"{dice.choice(SAINTS)} {dice.choice(KINDS)}"
    place = dice.choice(PLACES)
    if len(name) + len(place) < 75 and dice.random() < 0.5:
        name += f", {place}"
    lines = [
        f"id: clinic-{n}",
        f"name: {json.dumps(name, ensure_ascii=False)}",
        f"address: [{dice.randint(1, 240)} Station Road, {json.dumps(place, ensure_ascii=False)}, {code} {n % 9}AA]",
        "phones:",
        f"  - label: {dice.choice(('Nurse advice line', 'Reception', 'MS nurses'))}",
        f"    number: {area} 0{n % 1000:03d}",
        *(["    hours: Monday to Friday, 9am to 5pm"] if dice.random() < 0.6 else []),
        'emergency_number: "999"',
        f"colour: {json.dumps(dice.choice(COLOURS))}",
    ]
    if dice.random() < 0.6:
        lines.append(f"email: contact@clinic-{n}.example")
    if dice.random() < 0.7:
        lines.append(f"web: https://www.clinic-{n}.example/leaflets")
    return "\n".join(lines) + "\n"


def write_clinics(folder: Path, count: int, seed: int = 1) -> list[Path]:
    """Write them; the same ones for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for n in range(count):
        paths.append(folder / f"clinic-{n}.yaml")
        paths[-1].write_text(clinic_text(n, dice), encoding="utf-8", newline="\n")
    return paths
