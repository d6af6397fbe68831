"""PDF files → veraPDF's verdict on PDF/UA-1 and PDF/A-2a: a second judge beside page-validation, written by others.

    python3 tools/verapdf.py out/*.pdf

Needs Java 17 or later and Maven, which fetches veraPDF's libraries once. Without them it says so and ends with 77,
the exit code by which test drivers know a skipped test.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from java_judge import SKIPPED, java_with

HERE = Path(__file__).resolve().parent / "verapdf"


def main(files: list[str]) -> int:
    """Judge the files; 0 when all pass, 1 when one fails, 77 when there is no judge on this machine."""
    if not files:
        print("Nothing to judge: name the PDF files.")
        return 2
    java = java_with("veraPDF", HERE / "pom.xml")
    if java is None:
        return SKIPPED
    judged = [str(Path(file).resolve()) for file in files]
    return subprocess.run([*java, str(HERE / "Judge.java"), "ua1,2a", *judged], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
