"""How time and memory grow with pages, rows and colours: the exponent of each, by processor time.

    python benchmarks/growth.py [--copies 20 40 80 140] [--rows 99 300 999] [--colours 1 8 33 99]

- pages: the first leaflet with its sections many times over, in giant print: reading and checking, layout, the search
  for lost words, drawing and verifying, each by itself;
- rows: a batch of the first leaflet in three sizes for ever more clinics in 8 colours, two workers;
- colours: the same number of clinics in ever more colours.

An exponent of 1 is in step: twice as many take twice as long. It is that of the line through all points (least squares
of the logarithms). Where much is done once, as at the start of a batch, it is under 1; over 1.1 something grows faster
than what it is for. Processor time leaves other work on the machine out, but not what that does to its caches.
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

import yaml
from batch_vs_typst import SIZES, Watch, batch, write_project

from handoutgen import build as building
from handoutgen import making
from handoutgen.build import Order, build
from handoutgen.library.files import find_leaflet
from handoutgen.workshop import Workshop

PROJECT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 12, 1)
STAGES = {
    "read and check": (building, "read_for"),
    "layout": (making, "lay_out"),
    "lost words": (making, "lost_words"),
    "drawing": (making, "render"),
    "verifying": (making, "verify"),
}
"""Each with where the pipeline calls it."""
ROWS_FOR_COLOURS = 198


def main() -> None:
    """Measure the three, and print each as a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, nargs="+", default=[20, 40, 80, 140], help="of the leaflet's sections")
    parser.add_argument("--rows", type=int, nargs="*", default=[99, 300, 999])
    parser.add_argument("--colours", type=int, nargs="*", default=[1, 8, 33, 66])
    asked = parser.parse_args()
    table("pages", [pages(copies) for copies in asked.copies])
    if asked.rows:
        table("rows", [rows(count // len(SIZES), 8) | {"": count} for count in asked.rows])
    if asked.colours:
        table("colours", [rows(ROWS_FOR_COLOURS // len(SIZES), count) | {"": count} for count in asked.colours])


def pages(copies: int) -> dict[str, float]:
    """Seconds of each stage for the leaflet with so many times its sections; under "" how many pages it has."""
    with tempfile.TemporaryDirectory() as name:
        leaflet = many_sections(Path(name), copies)
        with timed() as seconds:
            begun = time.process_time()
            made = build(Order(leaflet, None, "a4", "giant", TODAY), Workshop())
            whole = time.process_time() - begun
        size = len(made.data) / 1000
        return {"": made.pages, **seconds, "all of it": whole, "kB": size}


def many_sections(folder: Path, copies: int) -> Path:
    """The first leaflet in a folder of its own, its sections so many times over, each with a name of its own."""
    source = find_leaflet("leg-cramps-ms", PROJECT)
    content: dict[str, Any] = yaml.safe_load(source.read_text("utf-8"))
    first = content["sections"]
    more = [
        {**each, "id": f"{each['id']}-{copy}", "title": f"{each['title']} {copy}", "after": "management"}
        for copy in range(2, copies + 1)
        for each in first
    ]
    content["sections"] = [*first, *more]
    for alternative in ("easy_read", "waive"):
        content.pop(alternative, None)
    path = folder / "handouts" / "leg-cramps-ms" / "en-GB.yaml"
    path.parent.mkdir(parents=True)
    written = json.dumps(content, ensure_ascii=False, indent=1, default=str)  # JSON is YAML, without anchors
    path.write_text(written, encoding="utf-8")
    figures = source.parent / "figures"
    (path.parent / "figures").mkdir()
    for figure in figures.iterdir():
        (path.parent / "figures" / figure.name).write_bytes(figure.read_bytes())
    return path


@contextmanager
def timed() -> Iterator[dict[str, float]]:
    """Seconds of processor that each stage takes while this is open."""
    seconds = dict.fromkeys(STAGES, 0.0)

    def watched(stage: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            begun = time.process_time()
            try:
                return real(*given, **named)
            finally:
                seconds[stage] += time.process_time() - begun

        return run

    with ExitStack() as stack:
        for stage, (module, name) in STAGES.items():
            stack.enter_context(mock.patch.object(module, name, watched(stage, getattr(module, name))))
        yield seconds


def rows(clinics: int, colours: int) -> dict[str, float]:
    """What a batch for so many clinics takes: seconds of its workers and of its main process, and memory in MB."""
    with tempfile.TemporaryDirectory() as name:
        folder, watch = Path(name), Watch()
        write_project(folder, clinics, colours)
        _, told = batch(folder, 2, watch)
        assert (told["made"], told["failed"]) == (clinics * len(SIZES), 0), told
        main_process = watch.seconds.pop(0, 0.0)
        return {
            "workers": sum(watch.seconds.values()),
            "main process": main_process,
            "MB of the larger worker": max(size for _, size in watch.workers),
            "MB of the main process": max(size for _, size in watch.main),
        }


def table(what: str, points: Sequence[dict[str, float]]) -> None:
    """Each measure for each number of `what`, and its exponent."""
    counts = [point[""] for point in points]
    print(f"{what:24}", *(f"{count:9.0f}" for count in counts), " exponent")
    for measure in points[0]:
        values = [point[measure] for point in points]
        if measure:
            print(f"{measure:24}", *(f"{value:9.2f}" for value in values), f"{exponent(counts, values):9.2f}")
    print(flush=True)


def exponent(counts: Sequence[float], values: Sequence[float]) -> float:
    """The slope of the line through the logarithms; nan where there is no line."""
    if len(set(counts)) < 2 or min(values) <= 0:
        return math.nan
    xs, ys = [math.log(count) for count in counts], [math.log(value) for value in values]
    middle, level = sum(xs) / len(xs), sum(ys) / len(ys)
    pairs = zip(xs, ys, strict=True)
    return sum((x - middle) * (y - level) for x, y in pairs) / sum((x - middle) ** 2 for x in xs)


if __name__ == "__main__":
    main()
