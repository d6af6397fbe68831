"""Leaflets that tests and tools build beside the shipped ones: one that stays, a long one, and one in Arabic."""

from __future__ import annotations

import shutil
from pathlib import Path

from msgspec.structs import replace

from handoutgen.content.model import Leaflet
from handoutgen.formats import Format
from handoutgen.layout.setting import Setting
from handoutgen.story.strategies import said_once
from handoutgen.story.write_on import without_write_on

ROOT = Path(__file__).parents[2]
LEG_CRAMPS = ROOT / "handouts" / "leg-cramps-ms" / "en-GB.yaml"
CRAMPS = Path(__file__).parent / "cramps" / "en-GB.yaml"
"""A leaflet whose words stay, for tests of where things stand and what fits."""
ARABIC = Path(__file__).parent / "arabic" / "ar.yaml"


def write_changed(folder: Path, text: str, leaflet: Path = CRAMPS) -> Path:
    """A leaflet with other text, its figures beside it, in a folder of its own below `folder`."""
    path = folder / leaflet.parent.name / leaflet.name
    shutil.copytree(leaflet.parent / "figures", path.parent / "figures")
    path.write_text(text, encoding="utf-8")
    return path


def write_long_leaflet(parent: Path) -> Path:
    """The first leaflet with about 2,500 words more, tables among them, in a folder of its own below `parent`."""
    folder = parent / "leg-cramps-ms"
    shutil.copytree(LEG_CRAMPS.parent / "figures", folder / "figures")
    table = "| Medicine | Dose | When |\n      |---|---|---|\n" + "".join(
        f"      | Baclofen {n} | {n} mg | With food, {n} times a day |\n" for n in range(1, 13)
    )
    repeated = "Muscles tighten when you do not want them to. " * 25
    extra = "".join(
        f"  - id: more-{n}\n    title: More about cramps, part {n}\n    after: symptoms\n    text: |\n"
        f"      {repeated}\n\n      {table}\n"
        for n in range(1, 8)
    )
    text = LEG_CRAMPS.read_text(encoding="utf-8").replace("sections:\n", "sections:\n" + extra, 1)
    path = folder / "en-GB.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def as_built(leaflet: Leaflet, setting: Setting, form: Format) -> tuple[Leaflet, Setting]:
    """The leaflet and the setting that a build takes: whole forms go without the parts to write on, and say so."""
    if not form.is_whole:
        return leaflet, setting
    shown, titles = without_write_on(said_once(leaflet))
    return shown, replace(setting, voice=replace(setting.voice, to_write_on=titles))
