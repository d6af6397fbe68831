"""Twenty thousand mutants of real leaflets and clinics through reader and checks: does any end in a fault of ours?

    python benchmarks/hostile_yaml.py [--count 20000]

Prints how many there were, how they ended and the slowest. The same seed makes the same mutants, so a name that is
printed can be made again. Ends with 1 when a mutant ended in a fault or took more than five seconds.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from fuzz.hostile_checks import Judged, bases, judge
from handoutgen.errors import INTERNAL
from handoutgen.workshop import Workshop

SLOWEST_SECONDS = 5.0


def main() -> int:
    """Run them, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    count: int = parser.parse_args().count
    workshop, files = Workshop(), bases()
    judged = [judge(files[number % len(files)], number, workshop) for number in range(count)]
    _tell(judged)
    return int(any(each.code == INTERNAL or each.seconds > SLOWEST_SECONDS for each in judged))


def _tell(judged: list[Judged]) -> None:
    codes = Counter(each.code for each in judged)
    slowest = max(judged, key=lambda each: each.seconds)
    print(f"{len(judged)} mutants; exit codes: {dict(sorted(codes.items()))}")
    print(f"median {statistics.median(each.seconds for each in judged) * 1000:.1f} ms")
    print(f"slowest {slowest.seconds:.2f} s: {slowest.name}")
    for each in [each for each in judged if each.told][:20]:
        print(f"fault: {each.name}: {each.told}")


if __name__ == "__main__":
    raise SystemExit(main())
