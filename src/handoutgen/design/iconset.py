"""The names of the icons that ship with handoutgen → where they are.

One outline style on one grid (see icons/README.md). A name is a file's name without its suffix, words joined by
hyphens; it is looked up in the list of files, never made into a path.
"""

from __future__ import annotations

from pathlib import Path

from handoutgen.memory import Once

ROLES = ("warning", "stop", "ask", "info", "tip", "emergency", "phone", "calendar")
"""Icons that layout puts beside its own words; they must exist."""

_FOLDER = Path(__file__).parent / "icons"
COMPILED = _FOLDER / "icons.json"
"""The icons as PDF operators, name → operators."""


def icon_names() -> tuple[str, ...]:
    """All icons, in alphabetical order."""
    return tuple(_paths())


def icon_path(name: str) -> Path:
    """The icon's SVG file; KeyError for a name that is not in the set."""
    return _paths()[name]


@Once
def _paths() -> dict[str, Path]:
    """The files as installed; they do not change while the program runs."""
    files = {path.stem: path for path in _FOLDER.glob("*.svg")}
    return dict(sorted(files.items()))
