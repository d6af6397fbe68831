"""EPUB files → EPUBCheck's verdict: the W3C's own judge, written by others.

    python3 tools/epubcheck.py out/*.epub

Needs Java 11 or later and Maven, which fetches EPUBCheck once. Without them it says so and ends with 77, the exit code
by which test drivers know a skipped test. A warning is a failure too.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from java_judge import SKIPPED, java_with

POM = Path(__file__).resolve().parent / "epubcheck" / "pom.xml"
CHECKER = "com.adobe.epubcheck.tool.Checker"


def main(files: list[str]) -> int:
    """Judge the files; 0 when all pass, 1 when one fails, 77 when there is no judge on this machine."""
    if not files:
        print("Nothing to judge: name the EPUB files.")
        return 2
    java = java_with("EPUBCheck", POM)
    if java is None:
        return SKIPPED
    failed = 0
    for file in files:
        asked = [*java, CHECKER, str(Path(file).resolve()), "--failonwarnings"]
        done = subprocess.run(asked, check=False, capture_output=True, text=True, encoding="utf-8")
        print(f"{'passed' if done.returncode == 0 else 'FAILED'}: {file}")
        if done.returncode:
            failed += 1
            print(done.stdout + done.stderr)
    print(f"EPUBCheck: {len(files) - failed} of {len(files)} files without an error or a warning.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
