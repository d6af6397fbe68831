"""An icon that opens the leaflets: a .desktop file on Linux, a .cmd file on Windows, a .command file on macOS."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from handoutgen.output import write_whole

NAME = "Leaflets"


def install_icon(project: Path, clinic: str | None, port: int, system: str = sys.platform) -> Path:
    """Write the file for this system; returns where it is. Raises HandoutError when it cannot be written."""
    words = [
        sys.executable,
        "-m",
        "handoutgen",
        "serve",
        "--port",
        str(port),
        *(["--clinic", clinic] if clinic else []),
    ]
    path = _place(system) / (f"{NAME}{_ending(system)}")
    write_whole(path, file_for(system, words, project).encode("utf-8"))
    if system != "win32":
        path.chmod(0o755)
    return path


def file_for(system: str, words: Sequence[str], project: Path) -> str:
    """What stands in the file: go to the project's folder, and serve."""
    if system == "win32":
        return f'@echo off\r\ncd /d "{project}"\r\n{subprocess.list2cmdline(list(words))}\r\n'
    if system == "darwin":
        return f"#!/bin/sh\ncd {shlex.quote(str(project))} && exec {shlex.join(words)}\n"
    quoted = " ".join(f'"{_escaped(word)}"' for word in words)
    return (
        "[Desktop Entry]\nType=Application\nVersion=1.0\n"
        f"Name={NAME}\nComment=Find, see and print leaflets\nExec={quoted}\nPath={project}\n"
        "Icon=printer\nTerminal=true\nCategories=Office;\n"
    )


def _escaped(word: str) -> str:
    """As the Desktop Entry Specification quotes an argument."""
    for sign in ("\\", '"', "`", "$"):
        word = word.replace(sign, "\\" + sign)
    return word.replace("%", "%%")


def _ending(system: str) -> str:
    return {"win32": ".cmd", "darwin": ".command"}.get(system, ".desktop")


def _place(system: str) -> Path:
    """The desktop where there is one, or else the menu of programs."""
    desktop = Path.home() / "Desktop"
    if system in ("win32", "darwin") or desktop.is_dir():
        return desktop
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "applications"
