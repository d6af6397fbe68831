"""Every form of the first leaflet for every clinic of a list: whether anything is refused, lost or in another's way.

    python benchmarks/clinic_collisions.py LIST.csv|FOLDER [--every 1] [--forms a4 ...] [--sizes large ...]

A list is imported first, as `handoutgen clinics import` does; bad rows are told and left out. Each leaflet is built
with its whole self-check (nothing lost, nothing too near an edge, every run where the plan has it). Then the plan is
held against itself: no line of text over another or over a picture, none past the edge of its page. Colours change no
place, so all clinics are given the same one, which shares most of the work.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from handoutgen.batch.order import FORMS_AT_A_TIME
from handoutgen.build import Order, build
from handoutgen.content.audience import for_tags, tags_of
from handoutgen.errors import HandoutError, InternalError
from handoutgen.formats import FORMATS, SIZES, Options, parse_printed, parse_size, refuse
from handoutgen.layout.flow.pieces import DrawingPiece, RasterPiece, TextPiece
from handoutgen.layout.forms.compositions import lay_out
from handoutgen.library.files import find_leaflet
from handoutgen.memory import Bound
from handoutgen.plan.pages import Page, Placed, Plan
from handoutgen.workshop import Workshop

PROJECT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 12, 1)
CLINICS_AT_A_TIME = 40
ASCENT, DESCENT = 0.7, 0.22
"""How far a line of text reaches above and below its baseline, in ems."""
TOUCHING = 0.5
"""Boxes may share so much, in pt: letters are smaller than their boxes."""

Box = tuple[float, float, float, float, str]


@dataclass
class Found:
    """What came of some rows."""

    made: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    collisions: list[str] = field(default_factory=list)


def main() -> None:
    """Build all, print what was found; exit code 1 for a collision or a fault of ours."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clinics", type=Path)
    parser.add_argument("--every", type=int, default=1, help="only every so many clinics")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--forms", nargs="+", default=list(FORMATS))
    parser.add_argument("--sizes", nargs="+", default=list(SIZES))
    asked = parser.parse_args()
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        clinics = _clinics(asked.clinics, Path(name))[:: asked.every]
        context = multiprocessing.get_context("spawn")
        blocks = [clinics[at : at + CLINICS_AT_A_TIME] for at in range(0, len(clinics), CLINICS_AT_A_TIME)]
        with ProcessPoolExecutor(asked.jobs, context) as pool:
            found = list(pool.map(_check_block, blocks, [list(_pairs(asked.forms, asked.sizes))] * len(blocks)))
    total = Found()
    for each in found:
        total.made += each.made
        total.refused += each.refused
        total.examples = {**each.examples, **total.examples}
        total.collisions += each.collisions
    print(f"{len(clinics)} clinics, {sum(total.made.values())} leaflets in {len(total.made)} forms and sizes, "
          f"{time.perf_counter() - begun:.0f} s")  # fmt: skip
    for pair, count in sorted(total.refused.items()):
        print(f"refused: {pair}: {count}, such as {total.examples[pair]}")
    for collision in total.collisions[:40]:
        print(f"collision: {collision}")
    print(f"{sum(total.refused.values())} refused, {len(total.collisions)} collisions")
    sys.exit(1 if total.collisions else 0)


def _clinics(source: Path, folder: Path) -> list[Path]:
    """The clinics' files, all of one colour, below `folder`."""
    if source.is_file():
        words = ["clinics", "import", str(source.resolve())]
        run = subprocess.run(
            [sys.executable, "-m", "handoutgen", *words], cwd=folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
        print((run.stdout + run.stderr).strip().splitlines()[-1])
    else:
        shutil.copytree(source, folder / "clinics")
    paths = sorted((folder / "clinics").glob("*.yaml"))
    for path in paths:
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"^colour:.*\n", "", text, flags=re.MULTILINE), encoding="utf-8", newline="\n")
    return paths


def _check_block(clinics: Sequence[Path], pairs: Sequence[tuple[str, str]]) -> Found:
    """All forms of some clinics, in the order that lets them share most."""
    found, workshop = Found(), Workshop(Bound(4))
    leaflet = find_leaflet("leg-cramps-ms", PROJECT)
    for at in range(0, len(pairs), FORMS_AT_A_TIME):
        for clinic in clinics:
            for form, size in pairs[at : at + FORMS_AT_A_TIME]:
                _check(workshop, Order(leaflet, clinic, form, size, TODAY), found)
    return found


def _pairs(forms: Sequence[str], sizes: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every form in every size it has."""
    for form in forms:
        for size in sizes:
            try:
                refuse(parse_printed(form), parse_size(size))
            except HandoutError:
                continue
            yield form, size
            if parse_printed(form).own_scale:
                break


def _check(workshop: Workshop, order: Order, found: Found) -> None:
    pair = f"{order.format} {order.size}"
    clinic = order.clinic.stem if order.clinic else ""
    try:
        build(order, workshop)
    except InternalError as problem:
        found.collisions.append(f"{clinic} {pair}: {problem}")
        return
    except HandoutError as problem:
        found.refused[pair] += 1
        found.examples.setdefault(pair, f"{clinic}: {problem.message}")
        return
    found.made[pair] += 1
    for collision in _collisions(_planned(workshop, order)):
        found.collisions.append(f"{clinic} {pair} {collision}")


def _planned(workshop: Workshop, order: Order) -> Plan:
    assert order.clinic
    loaded, owner = workshop.leaflet(order.leaflet), workshop.clinic(order.clinic)
    form, size = parse_printed(order.format), parse_size(order.size)
    setting = workshop.setting(loaded, owner, form, size, Options())
    return lay_out(for_tags(loaded.leaflet, tags_of(owner.clinic)), setting, form, size, Options())[0]


_clean: dict[tuple[Placed, ...], None] = {}
"""Pages without a fault: most are the same for all clinics."""


def _collisions(plan: Plan) -> Iterator[str]:
    for number, page in enumerate(plan.pages, start=1):
        if page.pieces not in _clean:
            problems = list(_on_page(page))
            yield from (f"page {number}: {problem}" for problem in problems)
            if not problems and len(_clean) < 5_000:
                _clean[page.pieces] = None


def _on_page(page: Page) -> Iterator[str]:
    texts = [box for put in page.pieces if isinstance(put.piece, TextPiece) for box in _lines(put, put.piece)]
    pictures = [
        (put.x, put.y, put.right, put.top, "a picture")
        for put in page.pieces
        if isinstance(put.piece, DrawingPiece | RasterPiece)
    ]
    for left, bottom, right, top, said in texts:
        if left < -TOUCHING or bottom < -TOUCHING or right > page.width + TOUCHING or top > page.height + TOUCHING:
            yield f"{said!r} leaves the page"
    for index, one in enumerate(texts):
        for other in (*texts[index + 1 :], *pictures):
            if _meet(one, other):
                yield f"{one[4]!r} over {other[4]!r}"


def _lines(put: Placed, piece: TextPiece) -> Iterator[Box]:
    """The ink of each line, in pt on the page."""
    baseline = put.top - piece.baseline
    for line in piece.lines:
        if line.runs:
            left = put.x + min(run.x for run in line.runs)
            yield left, baseline - DESCENT * piece.size, left + line.width, baseline + ASCENT * piece.size, line.text
        baseline -= piece.leading


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] - TOUCHING and b[0] < a[2] - TOUCHING and a[1] < b[3] - TOUCHING and b[1] < a[3] - TOUCHING


if __name__ == "__main__":
    main()
