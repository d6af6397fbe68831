"""Small poses for tests of drawing."""

from __future__ import annotations

from pathlib import Path

STAND = """\
name: stand
title: Standing
subject: back
alt: Standing upright.
figure:
  at: [0, 53]
  near_arm: {shoulder: 20}
  far_arm: {shoulder: 30}
"""


def written(folder: Path, name: str = "stand", text: str = STAND) -> Path:
    """A pose's file in the project's folder of poses."""
    path = folder / "poses" / "back" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("name: stand", f"name: {name}"), encoding="utf-8", newline="\n")
    return path
