"""Fonts beside the program's: `fonts/Hans/` beside `handouts/` in, the faces for leaflets written in that script out.

For scripts that the program has no font for, Chinese, Japanese and Korean above all. A folder is named for a script as
ISO 15924 writes it and serves leaflets in a language of that script alone: those in another neither look into it nor
change when it does. Where a project has none, the package for Chinese has, if it is installed.
"""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from handoutgen.errors import HandoutError
from handoutgen.language import language_of
from handoutgen.text.faces import FaceSpec

FONTS = "fonts"
MOST_BYTES = 40_000_000
"""Of a font file. Noto Sans SC, with 31,000 characters, has a quarter of this."""
MOST_FILES = 8
_PACKAGES = {"Hans": "handoutgen_cjk", "Hant": "handoutgen_cjk"}
"""Script → the package with fonts for it, which is `packages/handoutgen-cjk` in the repository."""
TRUE_TYPE = (b"\0\1\0\0", b"true")
"""How such a file begins (OpenType, "Organization of an OpenType Font")."""


def font_files(leaflet_folder: Path, language: str) -> tuple[Path, ...]:
    """The font files for a leaflet in a folder: those beside `handouts`, and those in the leaflet's own folder, which
    is where a batch puts what it carries along; else those of a package."""
    script = language_of(language).drawn_in
    project = leaflet_folder.parent.parent
    beside = (project / FONTS,) if leaflet_folder.parent.name == "handouts" else ()
    folders = [folder / script for folder in (*beside, leaflet_folder / FONTS)] if script else []
    return _in_folders(folders) or _in_folders(_of_package(script))


def _of_package(script: str) -> Iterator[Path]:
    """The folder of a package that is installed."""
    if script in _PACKAGES:
        try:
            yield importlib.import_module(_PACKAGES[script]).FOLDER / script
        except ModuleNotFoundError:
            return


def _in_folders(folders: Iterable[Path]) -> tuple[Path, ...]:
    return tuple(path for folder in folders if folder.is_dir() for path in _in(folder))


def _in(folder: Path) -> Iterator[Path]:
    found = sorted(path for path in folder.iterdir() if path.suffix.lower() in (".ttf", ".otf", ".ttc"))
    if len(found) > MOST_FILES:
        raise HandoutError(f"{folder} holds {len(found)} font files; at most {MOST_FILES} are read.", "Take some out.")
    yield from found


def own_faces(leaflet_folder: Path, language: str) -> tuple[FaceSpec, ...]:
    """The faces of a project for a leaflet: those in files whose name ends in "Bold" are bold. Raises HandoutError for
    a file that is none to set text with."""
    script = language_of(language).drawn_in
    return tuple([_spec(path, script) for path in font_files(leaflet_folder, language)])


def _spec(path: Path, script: str) -> FaceSpec:
    digest = _digest(path)
    family, _, style = path.stem.partition("-")
    own = f"own-{script}-{family}"
    return FaceSpec(f"{own}-{style}-{digest}", str(path.resolve()), own, style.endswith("Bold"), script)


def _digest(path: Path) -> str:
    """A few letters for a file's bytes: a face is known by them, so that a font that was changed is another one."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise HandoutError(f"{path} is larger than {MOST_BYTES / 1e6:g} MB.", "Use a font for one script.")
        with path.open("rb") as file:
            if file.read(4) not in TRUE_TYPE:
                raise HandoutError(
                    f"{path} is no TrueType font.",
                    "Use a .ttf file with TrueType outlines.",
                )
            file.seek(0)
            return hashlib.file_digest(file, "sha256").hexdigest()[:12]
    except OSError as problem:
        raise HandoutError(f"{path} cannot be read.", "Check that you may open it.") from problem
