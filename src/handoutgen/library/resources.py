"""Where the files that ship with the program lie, in an installed wheel and in a source checkout alike."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from handoutgen.errors import InternalError

LibraryKind = Literal["handouts", "fonts", "packs"]


def library_folder(kind: LibraryKind) -> Path:
    """The folder of the leaflets, fonts or ready packs that ship with the program.

    A wheel holds them inside the package; an editable install runs from the checkout, where they stand at the top.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "library" / kind, package.parents[1] / kind):
        if folder.is_dir():
            return folder
    raise InternalError(f"The folder {kind} that ships with handoutgen is missing; install it again.")
