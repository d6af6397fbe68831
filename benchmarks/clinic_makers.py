"""Any number of made-up clinics that look like real ones: long and short names, gaps, odd characters, own colours.

Phone numbers are from the ranges that Ofcom keeps for drama; addresses end in .example.
"""

from __future__ import annotations

import colorsys
import json
import random
from collections.abc import Sequence
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


def colours(count: int) -> list[str]:
    """So many brand colours, all dark enough for words: those above, then others all round the wheel."""
    more = range(count - len(COLOURS))
    wheel = [colorsys.hls_to_rgb(n / len(more), 0.2 + 0.05 * (n % 2), 0.8) for n in more]
    return [*COLOURS[:count], *("#" + "".join(f"{round(255 * part):02x}" for part in each) for each in wheel)]


def clinic_text(n: int, dice: random.Random, brands: Sequence[str] = COLOURS) -> str:
    """The file of clinic number `n`, in one of these colours."""
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
        f"    number: {area} 0{_last_digits(n):03d}",
        *(["    hours: Monday to Friday, 9am to 5pm"] if dice.random() < 0.6 else []),
        'emergency_number: "999"',
        f"colour: {json.dumps(dice.choice(brands))}",
    ]
    if dice.random() < 0.6:
        lines.append(f"email: contact@clinic-{n}.example")
    if dice.random() < 0.7:
        lines.append(f"web: https://www.clinic-{n}.example/leaflets")
    return "\n".join(lines) + "\n"


def _last_digits(n: int) -> int:
    """Of a phone number; 100 are those of the starters' sample, which no clinic may print."""
    return n % 1000 + (n % 1000 == 100)


def write_clinics(folder: Path, count: int, seed: int = 1, brands: int = len(COLOURS)) -> list[Path]:
    """Write them, in so many colours; the same ones for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    folder.mkdir(parents=True, exist_ok=True)
    paths, choice = [], colours(brands)
    for n in range(count):
        paths.append(folder / f"clinic-{n}.yaml")
        paths[-1].write_text(clinic_text(n, dice, choice), encoding="utf-8", newline="\n")
    return paths
