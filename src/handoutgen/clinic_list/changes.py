"""A clinic of the list, and the file there is → what becomes of the file: new, changed, unchanged, or left alone."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from msgspec import Struct

from handoutgen.clinic_list.clinic_yaml import clinic_text, is_as_imported
from handoutgen.clinic_list.identity import Identity
from handoutgen.content.clinic import Clinic
from handoutgen.content.load import LoadedClinic, load_clinic
from handoutgen.errors import HandoutError
from handoutgen.library.files import yaml_files


class Fate(StrEnum):
    """What becomes of a file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    EDITED = "edited by hand"
    """Somebody has edited it, and the list says something else: it is left as it is unless told otherwise."""


class Change(Struct, frozen=True):
    """A clinic's file and what it shall hold; `row` is the list's."""

    path: Path
    fate: Fate
    text: str
    row: int


class Folder(Struct, frozen=True):
    """The clinics there are: files by id, and what those that can be read say."""

    folder: Path
    files: Mapping[str, Path]
    clinics: Mapping[str, LoadedClinic]

    def says(self, ident: str, text: str) -> bool:
        """Whether a clinic's file was read without errors and holds this very text."""
        clinic = self.clinics.get(ident)
        return clinic is not None and clinic.sources.text == text

    def owners(self) -> dict[str, Identity | None]:
        """Id → whose it is; None for a file with problems in it."""
        loaded = {ident: self.clinics.get(ident) for ident in self.files}
        return {
            ident: Identity(clinic.clinic.name, clinic.clinic.address) if clinic else None
            for ident, clinic in loaded.items()
        }


def read_folder(folder: Path) -> Folder:
    """The clinics in a folder, which need not be there."""
    files = yaml_files(folder)
    clinics = {}
    for ident, path in files.items():
        try:
            clinics[ident] = load_clinic(path)
        except HandoutError:
            continue
    return Folder(folder, files, clinics)


def change_for(values: Mapping[str, Any], text: str, row: int, there: Folder, update: bool) -> Change:
    """What to do with a clinic's file; `text` says these values. With `update` the list's values also go into
    files edited by hand, which keep what the list does not say: a logo, approvals."""
    ident = str(values["id"])
    old = there.clinics.get(ident)
    if old is None:
        return Change(there.folder / f"{ident}.yaml", Fate.NEW, text, row)
    if is_as_imported(old.sources.text):
        same = old.sources.text.replace("\r\n", "\n") == text
        return Change(old.path, Fate.UNCHANGED if same else Fate.CHANGED, text, row)
    merged = {**old.clinic.model_dump(mode="json", exclude_unset=True), **values}
    if Clinic.model_validate(merged) == old.clinic:
        return Change(old.path, Fate.UNCHANGED, old.sources.text, row)
    return Change(old.path, Fate.CHANGED if update else Fate.EDITED, clinic_text(merged, values), row)
