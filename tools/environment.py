"""A folder name → a virtual environment with this project in it, on any system and with nothing but Python and pip."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
import venv
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)


def prepare(name: str, *what: str) -> Path:
    """The environment `name` beside the project, made if need be, with `what` (such as ".[test]") installed in it, each
    so that it is the files here that are run.

    Returns its Python. What is installed already is not installed again, unless pyproject.toml has changed.
    """
    if sys.version_info < OLDEST:
        sys.exit(f"handoutgen needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.")
    folder = PROJECT / name
    python = python_in(folder)
    stamp = folder / "installed.txt"
    recipe = hashlib.sha256((PROJECT / "pyproject.toml").read_bytes())
    recipe.update(f"{' '.join(what)} {sys.version} {folder}".encode())
    if python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == recipe.hexdigest():
        return python
    print(f"Making {name} and installing handoutgen in it (once, about a minute)...", flush=True)
    editable = [word for each in what for word in ("--editable", each)]
    run([*make_environment(folder), "install", "--quiet", "--disable-pip-version-check", *editable])
    stamp.write_text(recipe.hexdigest(), encoding="utf-8")
    return python


def make_environment(folder: Path) -> list[str]:
    """Make an empty environment; returns the words that start a pip for it.

    Debian's Python comes without ensurepip, so that an environment cannot have a pip of its own; the pip outside
    serves it as well.
    """
    with_pip = importlib.util.find_spec("ensurepip") is not None
    venv.EnvBuilder(with_pip=with_pip, clear=folder.exists()).create(folder)
    python = str(python_in(folder))
    return [python, "-m", "pip"] if with_pip else [sys.executable, "-m", "pip", "--python", python]


def python_in(folder: Path) -> Path:
    """The Python of the environment in `folder`, also before it is made."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(command: list[str], folder: Path = PROJECT) -> None:
    """Run a step, in the project's folder unless told otherwise; a step that fails ends this program with its code."""
    done = subprocess.run(command, cwd=folder, check=False)
    if done.returncode:
        sys.exit(done.returncode)
