"""Every form and size of the first leaflet → what `outloud` finds in them that a listener would miss.

    pip install outloud              # in an environment of its own
    python tools/heard.py            # with a clinic and without; prints counts by rule

Needs the command `outloud` on the PATH, or named by --command; without it this ends with 77, the exit code by which
test drivers know a skipped test. TAG-002 on wallet cards is expected: it takes the copies of a card for content that
nobody hears, and they are that card again, which is heard once.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

from handoutgen.build import Order, build
from handoutgen.formats import FORMATS, SIZES
from handoutgen.library.files import find_clinic, find_leaflet
from handoutgen.workshop import Workshop

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 12, 1)
SKIPPED = 77


def made(folder: Path) -> list[Path]:
    """All files, with a clinic and without."""
    leaflet, clinic = find_leaflet("leg-cramps-ms", ROOT), find_clinic("riverside-neurology", ROOT)
    files = []
    for whose in (None, clinic):
        workshop = Workshop()
        for form in FORMATS.values():
            for size in SIZES.values():
                if size.base <= form.largest_base:
                    built = build(Order(leaflet, whose, form.name, size.name, TODAY), workshop)
                    files.append(folder / built.file_name)
                    files[-1].write_bytes(built.data)
    return files


def findings(command: str, files: list[Path], folder: Path) -> Counter[tuple[str, str]]:
    """How often each rule finds something, by rule and by whether it is in a wallet card."""
    report = folder / "report.json"
    asked = [command, "--fail-on", "warning", "-q", "--json", str(report), *map(str, files)]
    subprocess.run(asked, check=False, capture_output=True)
    found: Counter[tuple[str, str]] = Counter()
    for result in json.loads(report.read_text(encoding="utf-8"))["results"]:
        where = "wallet cards" if "_card" in Path(result["path"]).name else "other forms"
        found.update((each["rule"], where) for each in result["findings"] if each["severity"] != "info")
    return found


def main() -> int:
    """Print what was found; 0 when it is nothing but what is expected."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--command", default="outloud", help="how to call outloud")
    command = shutil.which(parser.parse_args().command)
    if command is None:
        print("SKIPPED: outloud is not installed here.")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        files = made(Path(folder))
        found = findings(command, files, Path(folder))
    for (rule, where), count in sorted(found.items()):
        print(f"{rule} in {where}: {count}")
    unexpected = sum(count for each, count in found.items() if each != ("TAG-002", "wallet cards"))
    print(f"{len(files)} files, {unexpected} findings that are not expected")
    return 1 if unexpected else 0


if __name__ == "__main__":
    sys.exit(main())
