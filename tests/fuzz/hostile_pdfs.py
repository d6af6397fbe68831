"""Ten thousand hostile PDFs through `handoutgen inspect`, with exit codes, the slowest file and the most memory.

    PYTHONPATH=tests python -m fuzz.hostile_pdfs --count 10000 [PDF ...]

The files are made from our own sample pages, the PDFs that are named, and the monsters of `pdf_monsters`, always the
same for the same seed. Memory is that of the command and of the process that reads for it, together.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

import psutil

from fuzz.pdf_monsters import monsters
from fuzz.pdf_mutations import Parts, mutated, parts_of
from handoutgen.pdf.writing.render import render
from handoutgen.text.fontbook import FontBook
from pdf.sample_plan import flat_plan, folded_plan

SEED = 20261126
CHUNK = 250
LONGEST_CHUNK = 1_500.0
"""Seconds before a command that does not end is ended, and counted."""
SLOWEST_SECONDS, MOST_MEMORY = 5.0, 500_000_000
"""What no file may exceed."""


def own_files() -> list[bytes]:
    """Small finished PDFs of ours: flat, folded."""
    fonts = FontBook(Path(__file__).parents[2] / "fonts")
    return [render(flat_plan(fonts), fonts), render(folded_plan(fonts), fonts)]


def hostile(seeds: Sequence[Parts], seed: int, count: int, first: int = 0) -> Iterator[tuple[str, bytes]]:
    """So many mutations from the number `first` on, each by a chance of its own."""
    for number in range(first, first + count):
        yield f"mutation {seed}-{number}", mutated(random.Random(f"{seed}-{number}"), seeds)


@dataclass(slots=True)
class Told:
    """What came of all files."""

    codes: Counter[int] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    peaks: list[tuple[int, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The figures, in words."""
        yield f"{self.answers.total()} files; exit codes of the commands: {dict(sorted(self.codes.items()))}"
        yield from (f"  {count:6d}  {words}" for words, count in self.answers.most_common())
        yield from (f"  {seconds:6.2f} s   {name}" for seconds, name in sorted(self.slowest)[:-6:-1])
        yield from (f"  {size / 1e6:6.0f} MB  {name}" for size, name in sorted(self.peaks)[:-6:-1])
        over = sum(seconds > SLOWEST_SECONDS for seconds, _ in self.slowest)
        large = sum(size > MOST_MEMORY for size, _ in self.peaks)
        yield f"over {SLOWEST_SECONDS:g} s: {over}; over {MOST_MEMORY / 1e6:g} MB: {large}; exit 3: {len(self.faults)}"
        yield from self.faults


class _Sampler(threading.Thread):
    """Looks at the memory of a command and of its processes, again and again."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process = psutil.Process(process)
        self.peak = 0

    def run(self) -> None:
        """Until the command has ended."""
        while True:
            try:
                family = [self._process, *self._process.children(recursive=True)]
                self.peak = max(self.peak, sum(each.memory_info().rss for each in family))
                if self._process.status() == psutil.STATUS_ZOMBIE:
                    return
            except psutil.NoSuchProcess:
                if not self._process.is_running():
                    return
            time.sleep(0.01)


def inspected(files: Sequence[tuple[str, bytes]], folder: Path, told: Told) -> None:
    """One command for all these files. Each file's answer begins with its name, which gives its time and memory."""
    names = {}
    for number, (name, data) in enumerate(files):
        path = folder / f"f{number:05d}.pdf"
        path.write_bytes(data)
        names[str(path)] = name
    command = [sys.executable, "-m", "handoutgen", "inspect", *names]
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        sampler = _Sampler(process.pid)
        sampler.start()
        ending = threading.Timer(LONGEST_CHUNK, process.kill)
        ending.start()
        assert process.stdout is not None
        for raw in process.stdout:
            line = raw.decode("utf-8", "replace").rstrip("\n")
            name = names.pop(line.removesuffix(":"), "")
            if name:
                told.slowest.append((time.monotonic() - began, name))
                told.peaks.append((sampler.peak, name))
                began, sampler.peak = time.monotonic(), 0
                told.answers.update(["facts"] if not line.endswith(":") else [])
            elif line.startswith("Error: "):
                told.answers[line.replace(str(folder), "")] += 1
        ending.cancel()
    told.codes[process.returncode] += 1
    if process.returncode not in (0, 1):
        told.faults.append(f"exit {process.returncode} at {next(iter(names.values()), 'the end')}: {line}")


def run(files: Iterable[tuple[str, bytes]], chunk: int = CHUNK) -> Told:
    """All files, a chunk at a time, with the figures so far after each."""
    told, waiting = Told(), iter(files)
    while part := list(islice(waiting, chunk)):
        with tempfile.TemporaryDirectory() as folder:
            inspected(part, Path(folder), told)
        worst, most = max(told.slowest, default=(0.0, "")), max(told.peaks, default=(0, ""))
        print(f"{told.answers.total()} files, slowest {worst[0]:.2f} s, most {most[0] / 1e6:.0f} MB, "
              f"{len(told.faults)} faults {told.faults[-1:] or ''}", file=sys.stderr, flush=True)  # fmt: skip
    return told


def main() -> None:
    """Print the figures; leave with 1 when a file was over a limit."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--count", type=int, default=10_000)
    words.add_argument("--first", type=int, default=0)
    words.add_argument("--seed", type=int, default=SEED)
    words.add_argument("--no-monsters", action="store_true")
    words.add_argument("pdf", type=Path, nargs="*")
    asked = words.parse_args()
    seeds = [parts_of(data) for data in (*own_files(), *(path.read_bytes() for path in asked.pdf))]
    made = hostile(seeds, asked.seed, asked.count, asked.first)
    told = run(made if asked.no_monsters else chain(monsters(), made))
    print("\n".join(told.lines()))
    sys.exit(bool(told.faults) or max(told.slowest)[0] > SLOWEST_SECONDS or max(told.peaks)[0] > MOST_MEMORY)


if __name__ == "__main__":
    main()
