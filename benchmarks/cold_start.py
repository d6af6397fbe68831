"""CPU seconds of the command from a cold start: a leaflet built, one checked in all languages, help, import alone.

python benchmarks/cold_start.py [--rounds 5]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile

COMMANDS = {
    "handoutgen build leg-cramps-ms": ["-m", "handoutgen", "build", "leg-cramps-ms"],
    "handoutgen check leg-cramps-ms": ["-m", "handoutgen", "check", "leg-cramps-ms"],
    "handoutgen --help": ["-m", "handoutgen", "--help"],
    "import handoutgen": ["-c", "import handoutgen"],
    "python alone": ["-c", "pass"],
}


def main() -> None:
    """Time each command in processes of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        for name, words in COMMANDS.items():
            times = [python_command_seconds(words, folder) for _ in range(rounds)]
            print(f"{name:32s} median {statistics.median(times):.2f} s of CPU, best {min(times):.2f} s")


def python_command_seconds(words: list[str], folder: str) -> float:
    """User and system time of this Python with these words behind it."""
    return cpu_seconds([sys.executable, *words], folder)


def cpu_seconds(command: list[str], folder: str) -> float:
    """User and system time of a child process."""
    before = os.times()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    main()
