"""Our own styles, scripts and fonts by name, from the package: nothing that is asked for is ever made into a path."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from handoutgen.library.resources import library_folder
from handoutgen.memory import Once

_FOLDER = Path(__file__).parent / "static"
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".ttf": "font/ttf"}
_FACES = (
    ("atkinson-hyperlegible-next", "AtkinsonHyperlegibleNext-Regular.ttf"),
    ("atkinson-hyperlegible-next", "AtkinsonHyperlegibleNext-Bold.ttf"),
    ("vazirmatn", "Vazirmatn-Regular.ttf"),
    ("vazirmatn", "Vazirmatn-Bold.ttf"),
    ("noto-sans", "NotoSans-Regular.ttf"),
    ("noto-sans", "NotoSans-Bold.ttf"),
)


class StaticFile(NamedTuple):
    """A file of ours, read once."""

    data: bytes
    media_type: str
    digest: str


def static_file(name: str) -> StaticFile | None:
    """The file of a name; None for a name that is none of ours."""
    return _files().get(name)


def address_of(name: str) -> str:
    """Where a page asks for it: with its digest, so that a browser keeps it until it changes."""
    return f"/static/{name}?v={_files()[name].digest}"


@Once
def _files() -> Mapping[str, StaticFile]:
    """The files as installed; they do not change while the program runs."""
    own = [path for path in sorted(_FOLDER.iterdir()) if path.suffix in _TYPES]
    fonts = [library_folder("fonts") / folder / name for folder, name in _FACES]
    return {path.name: _read(path) for path in (*own, *fonts)}


def _read(path: Path) -> StaticFile:
    data = path.read_bytes()
    return StaticFile(data, _TYPES[path.suffix], hashlib.sha256(data).hexdigest()[:12])
