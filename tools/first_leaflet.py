"""A fresh clone → the first leaflet as PDF in all four sizes.

    python3 tools/first_leaflet.py

Makes the virtual environment .venv, installs handoutgen in it and builds. Words after the command go to
`handoutgen build`, as in `python3 tools/first_leaflet.py --format letter`.
"""

from __future__ import annotations

import sys

from environment import prepare, run

SIZES = ("standard", "clear", "large", "giant")


def main(more: list[str]) -> None:
    """Install, then build."""
    python = prepare(".venv", ".")
    sizes = [word for size in SIZES for word in ("--size", size)]
    run([str(python), "-m", "handoutgen", "build", "leg-cramps-ms", *sizes, *more])


if __name__ == "__main__":
    main(sys.argv[1:])
