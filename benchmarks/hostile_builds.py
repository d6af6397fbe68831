"""Mutants of the richest leaflets and of the clinics, built to the end: does any end in a fault of ours?

    python benchmarks/hostile_builds.py [--count 3000] [--whole 200] [--keep FOLDER]

Each of the first `count` mutants is built in one form and print size that make sense together, by chance; each of
the next `whole` in all of them. Prints how the builds ended, the slowest and the largest. The same number makes the
same mutant, so one that is printed can be made again: `--first NUMBER --count 1`. With `--keep`, the files of each
failure are kept. Ends with 1 when a build ended in exit 3 or in no answer, or took more than 5 s of processor time or
500 MB.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from fuzz.build_mutants import MAKERS, SEED, Mutant, mutants, starts
from fuzz.build_worker import MOST_MEMORY, SLOWEST_SECONDS, Became, Builder
from handoutgen.errors import INTERNAL
from handoutgen.formats import ALL
from handoutgen.service.sense import Pair, pairs_of

MOST_TOLD = 40


@dataclass
class Told:
    """What became of all builds."""

    became: list[tuple[str, Became]] = field(default_factory=list)
    keep: Path | None = None

    def add(self, mutant: Mutant, pair: Pair, became: Became) -> None:
        """One build; the files of a failure are kept where there is a place for them."""
        self.became.append((f"{mutant.name}, {pair.format} {pair.size}", became))
        if became.is_fault and self.keep:
            home = self.keep / mutant.name.partition(":")[0]
            shutil.copytree(mutant.leaflet.parents[2], home, dirs_exist_ok=True)

    @property
    def faults(self) -> list[tuple[str, Became]]:
        """The builds that should not have ended so."""
        return [(name, each) for name, each in self.became if each.is_fault]

    def lines(self) -> Iterator[str]:
        """The figures, in words."""
        every = [each for _, each in self.became]
        refused = Counter(each.told.partition(":")[0] for each in every if each.code in (1, 2))
        yield f"{len(every)} builds: {sum(each.code == 0 for each in every)} made, {refused.total()} refused"
        yield f"exit 3: {sum(each.code == INTERNAL for each in every)}"
        yield f"without an answer: {sum(each.code < 0 for each in every)}"
        yield f"over {SLOWEST_SECONDS:g} s: {sum(each.seconds > SLOWEST_SECONDS for each in every)}"
        yield f"over {MOST_MEMORY / 1e6:g} MB: {sum(each.peak > MOST_MEMORY for each in every)}"
        made = [each.seconds for each in every if each.code == 0] or [0.0]
        yield f"median of those made {1000 * statistics.median(made):.0f} ms"
        for name, each in sorted(self.became, key=lambda told: -told[1].seconds)[:3]:
            yield f"  {each.seconds:6.2f} s   {name}"
        for name, each in sorted(self.became, key=lambda told: -told[1].peak)[:3]:
            yield f"  {each.peak / 1e6:6.0f} MB  {name}"
        for name, each in self.faults[:MOST_TOLD]:
            yield f"fault: {name}: exit {each.code}, {each.seconds:.2f} s, {each.peak / 1e6:.0f} MB: {each.told}"


def main() -> int:
    """Build them, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=3_000)
    parser.add_argument("--whole", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument(
        "--kinds", nargs="+", choices=list(MAKERS), default=["content", "content", "structure", "bytes"]
    )
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    pairs, told, builder = pairs_of((ALL,), (ALL,)).sensible, Told(keep=asked.keep), Builder()
    with tempfile.TemporaryDirectory() as name:
        begin = starts(Path(name) / "starts")
        numbers = iter(range(asked.first, asked.first + asked.count + asked.whole))
        for count, mutant in enumerate(mutants(begin, numbers, Path(name), asked.kinds)):
            chosen = pairs if count >= asked.count else _one(pairs, mutant)
            for pair in chosen:
                became = builder.build(mutant.leaflet, mutant.clinic, pair.format, pair.size)
                told.add(mutant, pair, became)
    builder.end()
    print("\n".join(told.lines()))
    return int(bool(told.faults))


def _one(pairs: Sequence[Pair], mutant: Mutant) -> Sequence[Pair]:
    return [random.Random(f"{SEED}-{mutant.name}").choice(pairs)]  # noqa: S311 - no secret


if __name__ == "__main__":
    raise SystemExit(main())
