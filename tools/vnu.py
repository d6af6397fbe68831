"""HTML files → the verdict of the Nu Html Checker (vnu): the judge behind validator.w3.org, written by others.

    python3 tools/vnu.py site

Names files, or folders that are searched for `.html`. Needs Java 11 or later and Maven, which fetches the checker once.
Without them it says so and ends with 77, the exit code by which test drivers know a skipped test. A warning is a
failure too, but for those that are listed here with what is wrong in them.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from java_judge import SKIPPED, java_with

POM = Path(__file__).resolve().parent / "vnu" / "pom.xml"
CHECKER = "nu.validator.client.SimpleCommandLineValidator"
AT_ONCE = 200
"""Files: a command line has an end."""
NOT_COUNTED = {
    "The “list” role is unnecessary for element “ul”.": "Safari tells of no list without its signs unless it says so",
    "Inline script violates Content Security Policy (meta tag): blocked by “script-src” directive (missing "
    "“‘unsafe-inline’” or nonce/hash).": "its digest of a script with line ends is wrong; browsers run the script",
    "CSS: Unrecognized at-rule “@container”": "its CSS is older than CSS Containment 3",
    "CSS: “container-type”: Property “container-type” doesn't exist.": "the same",
    "CSS: Unknown pseudo-element or pseudo-class “::details-content”.": "its CSS is older than CSS Pseudo-Elements 4",
}
"""What the checker says of good pages, and why it is wrong."""


def main(named: list[str]) -> int:
    """Judge the files; 0 when all pass, 1 when one fails, 77 when there is no judge on this machine."""
    files = list(_files(named))
    if not files:
        print("Nothing to judge: name HTML files, or a folder with some.")
        return 2
    java = java_with("the Nu Html Checker", POM)
    if java is None:
        return SKIPPED
    found = [each for start in range(0, len(files), AT_ONCE)
             for each in _judged(java, files[start : start + AT_ONCE])]  # fmt: skip
    for place, line, message in found:
        print(f"{place}:{line}: {message}")
    failed = len({place for place, _, _ in found})
    print(f"Nu Html Checker: {len(files) - failed} of {len(files)} files without an error or a warning.")
    return 1 if found else 0


def _files(named: Sequence[str]) -> Iterator[Path]:
    for each in map(Path, named):
        yield from sorted(each.rglob("*.html")) if each.is_dir() else [each]


def _judged(java: Sequence[str], files: Sequence[Path]) -> Iterator[tuple[str, int, str]]:
    """What is wrong: in which file, in which line, and what. Raises RuntimeError when the checker itself failed."""
    asked = [java[0], "-Xss8m", *java[1:], CHECKER, "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run(
        [*asked, *(str(each.resolve()) for each in files)], check=False, capture_output=True, encoding="utf-8"
    )
    if done.returncode or not done.stdout:
        raise RuntimeError(f"the Nu Html Checker failed: {done.stderr}")
    for told in json.loads(done.stdout)["messages"]:
        is_warning = told["type"] == "info" and told.get("subType") == "warning"
        if (told["type"] != "info" or is_warning) and told["message"] not in NOT_COUNTED:
            place = re.sub(r"^file:", "", told.get("url", ""))
            yield place, told.get("lastLine", 0), told["message"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
