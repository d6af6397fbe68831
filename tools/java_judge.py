"""How a judge that is written in Java is found and started: Maven fetches its libraries once, into its own store."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

SKIPPED = 77
"""The exit code by which test drivers know a skipped test."""


def java_with(judge: str, pom: Path) -> list[str] | None:
    """The words of a command up to its class path, with the libraries that `pom` names; None where this machine has no
    Java or no Maven, or cannot fetch them, which is told of the `judge`."""
    java, maven = shutil.which("java"), shutil.which("mvn")
    if not java or not maven:
        print(f"SKIPPED: {judge} needs Java and Maven, and this machine lacks one of them.")
        return None
    classes = _library_path(maven, pom)
    if classes is None:
        print(f"SKIPPED: Maven could not fetch {judge}.")
        return None
    return [java, "-cp", classes]


def _library_path(maven: str, pom: Path) -> str | None:
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "classpath.txt"
        goal = ["dependency:build-classpath", f"-Dmdep.outputFile={listed}"]
        quietly = [maven, "-q", "-B", "-f", str(pom)]
        done = subprocess.run([*quietly, *goal], check=False, capture_output=True, text=True, encoding="utf-8")
        if done.returncode or not listed.exists():
            print(done.stdout + done.stderr)
            return None
        return listed.read_text(encoding="utf-8").strip()
