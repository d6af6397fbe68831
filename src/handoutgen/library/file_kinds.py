"""A YAML file of a project → which kind of content it holds, by its folder or else by the keys at its left edge."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from handoutgen.content.words import WORDS

CLINIC_KEYS = frozenset({"phones", "emergency_number"})
"""What a leaflet never says at its top, and nearly every clinic does."""
POSE_KEYS = frozenset({"figure", "figures", "steps", "closeup", "bodymap"})
"""What only a pose says at its top."""
LEAFLET_KEYS = frozenset({"main_message", "review"})
"""What every leaflet says at its top."""
OUR_FOLDERS = frozenset({"handouts", "clinics", "poses", "packs", WORDS})
_KEY = re.compile(rb"""(?:^|(?<=[\r\n]))["']?([A-Za-z_]+)["']?[ ]*:(?=\s|$)""")


class FileKind(StrEnum):
    """What a file is about."""

    LEAFLET = "leaflet"
    CLINIC = "clinic"
    POSE = "pose"
    PACK = "pack"
    WORDS = "words"


def is_content(path: Path, data: bytes) -> bool:
    """Whether a file is one of ours at all, of which there may be others in an editor: by its folder, or by keys that a
    leaflet or a clinic begins with."""
    folders = {path.parent.name, path.parent.parent.name}
    keys = {key.decode() for key in _KEY.findall(data)}
    return bool(folders & OUR_FOLDERS or keys & CLINIC_KEYS or keys >= LEAFLET_KEYS)


def kind_of_file(path: Path, data: bytes) -> FileKind:
    """Which kind of content a file with these bytes is. Fixed words, packs, poses and clinics stand in folders of their
    own; elsewhere a file that names leaflets at its top is a pack, one that shows somebody and has no strategies a
    pose, one with phones or their like and no strategies a clinic. Whether it can be read is asked by who reads it."""
    folders = (path.parent.name, path.parent.parent.name)
    if folders[0] == WORDS:
        return FileKind.WORDS
    keys = {key.decode() for key in _KEY.findall(data)}
    if folders[0] == "packs" or "leaflets" in keys:
        return FileKind.PACK
    if "poses" in folders or (keys & POSE_KEYS and "management" not in keys):
        return FileKind.POSE
    if "management" not in keys and (folders[0] == "clinics" or keys & CLINIC_KEYS):
        return FileKind.CLINIC
    return FileKind.LEAFLET
