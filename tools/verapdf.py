"""PDF files → veraPDF's verdict on PDF/UA-1 and PDF/A-2a: a second judge beside page-validation, written by others.

    python3 tools/verapdf.py out/*.pdf

Needs Java 17 or later and Maven, which fetches veraPDF's libraries once. Without them it says so and ends with 77,
the exit code by which test drivers know a skipped test.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent / "verapdf"
SKIPPED = 77


def main(files: list[str]) -> int:
    """Judge the files; 0 when all pass, 1 when one fails, 77 when there is no judge on this machine."""
    java, maven = shutil.which("java"), shutil.which("mvn")
    if not java or not maven:
        print("SKIPPED: veraPDF needs Java and Maven, and this machine lacks one of them.")
        return SKIPPED
    if not files:
        print("Nothing to judge: name the PDF files.")
        return 2
    classes = library_path(maven, HERE / "pom.xml")
    if classes is None:
        print("SKIPPED: Maven could not fetch veraPDF's libraries.")
        return SKIPPED
    judged = [str(Path(file).resolve()) for file in files]
    return subprocess.run([java, "-cp", classes, str(HERE / "Judge.java"), "ua1,2a", *judged], check=False).returncode


def library_path(maven: str, pom: Path) -> str | None:
    """The class path of a judge's libraries, fetched into Maven's own store on first use."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "classpath.txt"
        goal = ["dependency:build-classpath", f"-Dmdep.outputFile={listed}"]
        quietly = [maven, "-q", "-B", "-f", str(pom)]
        done = subprocess.run([*quietly, *goal], check=False, capture_output=True, text=True, encoding="utf-8")
        if done.returncode or not listed.exists():
            print(done.stdout + done.stderr)
            return None
        return listed.read_text(encoding="utf-8").strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
