"""What a command takes from a cold start: a leaflet built, one checked in all languages,
help shown, the package imported; and what with a warm one.

    python benchmarks/cold_start.py [--rounds 5] [--typst PATH]

CPU seconds are those of all processes that worked: for a build that a warm process answers, of the command and of that
process together. Every build is for another clinic of the same colour, so that nothing made before is handed back; the
first one of a warm process lays the leaflet out and is told apart. With the path of Typst's own program, that compiles
the same leaflet for the same clinics, each in a process of its own, in turn with ours: quote the ratios. What it reads
is written before the clock starts, as in compare_typst.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psutil

HANDOUTGEN = [sys.executable, "-m", "handoutgen"]
BUILD = [*HANDOUTGEN, "build", "leg-cramps-ms", "--with", "write-on"]
COMMANDS = {
    "handoutgen build leg-cramps-ms": BUILD,
    "handoutgen check leg-cramps-ms": [*HANDOUTGEN, "check", "leg-cramps-ms"],
    "handoutgen --help": [*HANDOUTGEN, "--help"],
    "import handoutgen": [sys.executable, "-c", "import handoutgen"],
    "python alone": [sys.executable, "-c", "pass"],
}


class Spent(NamedTuple):
    """Seconds: of processors, and by the clock on the wall."""

    cpu: float
    wall: float


def main() -> None:
    """Time each command in processes of its own, then builds with a warm process behind them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--typst", type=Path, help="Typst's program, to be compared with")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_RUNTIME_DIR"] = os.environ["LOCALAPPDATA"] = name  # the user's own warm process is left alone
        for title, words in COMMANDS.items():
            tell(title, [spent(words, folder) for _ in range(asked.rounds)])
        race(folder, asked.rounds, asked.typst)


def race(folder: Path, rounds: int, typst: Path | None) -> None:
    """Builds with a warm process, each for another clinic; with Typst's program in turn."""
    from compare_typst import write_clinic

    clinics = [write_clinic(folder, number) for number in range(rounds + 1)]
    theirs = typst_commands(folder, clinics, typst) if typst else []
    ours: list[Spent] = []
    typsts: list[Spent] = []
    with warm_process(folder) as process:
        words = [[*BUILD, "--clinic", str(clinic)] for clinic in clinics]
        tell("build, warm, the first", [spent(words[0], folder, process)])
        for number, command in enumerate(words[1:]):
            ours.append(spent(command, folder, process))
            if typst:
                typsts.append(spent(theirs[number + 1], folder))
        memory = process.memory_info().rss / 1e6
    tell("build, warm", ours)
    print(f"the warm process then holds {memory:.0f} MB")
    if typsts:
        tell("typst compile", typsts)
        for what, index in (("CPU", 0), ("wall", 1)):
            ratio = statistics.median(s[index] for s in ours) / statistics.median(s[index] for s in typsts)
            print(f"a warm build takes {ratio:.2f} of the {what} of Typst's program")


def typst_commands(folder: Path, clinics: list[Path], typst: Path) -> list[list[str]]:
    """How Typst's program makes the leaflet for each clinic, with all that it reads written."""
    from compare_typst import PROJECT as OURS
    from compare_typst import look_of, module_name, write_typst_project
    from typst_clinic import clinic_document

    from handoutgen.content.load import load_clinic
    from handoutgen.content.words import words_for

    write_typst_project(folder, clinics, ["standard"])
    fonts = [
        word for path in sorted((OURS / "fonts").iterdir()) if path.is_dir() for word in ("--font-path", str(path))
    ]
    commands = []
    for number, path in enumerate(clinics):
        clinic = load_clinic(path).clinic
        accent, locale = look_of(clinic)
        module = module_name("standard", locale)
        source, inputs = clinic_document(clinic, words_for(locale), accent, module, "tuned")
        (folder / f"{number}.typ").write_text(source, encoding="utf-8")
        given = [word for name, value in inputs.items() for word in ("--input", f"{name}={value}")]
        standard = ["--pdf-standard", "ua-1,a-2a", "--ignore-system-fonts", *fonts]
        commands.append([str(typst), "compile", *standard, *given, f"{number}.typ", f"{number}.pdf"])
    return commands


@contextmanager
def warm_process(folder: Path) -> Iterator[psutil.Process]:
    """A warm process that answers."""
    started = subprocess.Popen([*HANDOUTGEN, "warm"], cwd=folder, stdout=subprocess.PIPE, text=True)
    try:
        assert started.stdout and started.stdout.readline().startswith("Warm.")
        yield psutil.Process(started.pid)
    finally:
        subprocess.run([*HANDOUTGEN, "warm", "--stop"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        started.wait()


def spent(command: list[str], folder: Path, beside: psutil.Process | None = None) -> Spent:
    """What a child process takes, and the process beside it that works for it."""
    before, its, start = os.times(), of_process(beside), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(cpu + of_process(beside) - its, wall)


def of_process(process: psutil.Process | None) -> float:
    """User and system time of a process so far."""
    if process is None:
        return 0.0
    times = process.cpu_times()
    return float(times.user + times.system)


def tell(title: str, times: list[Spent]) -> None:
    """A row: medians and bests."""
    cpu, wall = [each.cpu for each in times], [each.wall for each in times]
    print(
        f"{title:32s} CPU median {statistics.median(cpu):.3f} s, best {min(cpu):.3f} s; "
        f"wall median {statistics.median(wall):.3f} s, best {min(wall):.3f} s",
        flush=True,
    )


if __name__ == "__main__":
    main()
