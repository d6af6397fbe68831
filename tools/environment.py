"""A folder name → a virtual environment with this project in it, on any system and with nothing but Python and pip."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)


def prepare(name: str, what: str) -> Path:
    """The environment `name` beside the project, made if need be, with `what` (such as ".[test]") installed in it.

    Returns its Python. What is installed already is not installed again, unless pyproject.toml has changed.
    """
    if sys.version_info < OLDEST:
        sys.exit(f"handoutgen needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.")
    folder = PROJECT / name
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    recipe = hashlib.sha256(
        (PROJECT / "pyproject.toml").read_bytes() + f"{what} {sys.version} {folder}".encode()
    ).hexdigest()
    stamp = folder / "installed.txt"
    if python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == recipe:
        return python
    print(
        f"Making {name} and installing handoutgen (once, about a minute) …".encode("ascii", "replace").decode(),
        flush=True,
    )
    venv.EnvBuilder(with_pip=True, clear=folder.exists()).create(folder)
    run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", what])
    stamp.write_text(recipe, encoding="utf-8")
    return python


def run(command: list[str]) -> None:
    """Run a step in the project's folder; when it fails, this program ends with its exit code."""
    done = subprocess.run(command, cwd=PROJECT, check=False)
    if done.returncode:
        sys.exit(done.returncode)
