"""CPU time of `handoutgen check`: of one leaflet in a fresh process, and of the same leaflet again with a word changed.

    python benchmarks/check_time.py [--rounds 9] [LEAFLET ...]

A LEAFLET is a path below handouts/ (low-back-pain/en-GB.yaml). The first round of each is not counted: it compiles.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from cold_start import HANDOUTGEN, spent

from handoutgen.readings import Readings
from handoutgen.service.checking import CheckDesk

HANDOUTS = Path(__file__).parents[1] / "handouts"
SMALL, LARGE = "baclofen/en-GB.yaml", "leg-cramps-ms/en-GB.yaml"
TODAY = date(2026, 11, 27)
_TITLE = re.compile(r"(?m)^title: (\S+)")


def main() -> None:
    """Print both for each leaflet, in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("leaflets", nargs="*", default=[SMALL, LARGE])
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a user's second check finds what the first one compiled
    print(f"{'':32s} {'cold: median':>14s} {'best':>7s} {'warm: median':>14s} {'best':>7s}")
    for name in options.leaflets:
        cold = [*_cold(name, options.rounds + 1)][1:]
        warm = [*_warm(name, options.rounds + 1)][1:]
        numbers = (statistics.median(cold), min(cold), statistics.median(warm), min(warm))
        print("{:32s} {:11.0f} ms {:4.0f} ms {:11.0f} ms {:4.0f} ms".format(name, *(1000 * each for each in numbers)))


def _cold(name: str, rounds: int) -> Iterator[float]:
    """Seconds of a command in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            yield spent([*HANDOUTGEN, "check", str(HANDOUTS / name)], Path(folder)).cpu


def _warm(name: str, rounds: int) -> Iterator[float]:
    """Seconds of a check in one process, each with another word in the leaflet, so that no answer is known."""
    with tempfile.TemporaryDirectory() as project:
        folder = Path(project, "handouts", Path(name).parent)
        shutil.copytree(HANDOUTS / Path(name).parent, folder)
        shutil.copytree(HANDOUTS / "poses", folder.parent / "poses")
        file, desk = folder / Path(name).name, CheckDesk(Path(project), TODAY, Readings())
        text = file.read_text(encoding="utf-8")
        for number in range(rounds):
            changed, count = _TITLE.subn(rf"title: \1 again{number}", text, count=1)
            assert count == 1, f"{name} has no title in a line of its own"
            file.write_text(changed, encoding="utf-8")
            begun = time.process_time()
            desk.check(file)
            yield time.process_time() - begun


if __name__ == "__main__":
    main()
