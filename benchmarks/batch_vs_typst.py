"""One leaflet for many clinics in three print sizes, by `handoutgen batch` and by Typst, both with two processes.

    python benchmarks/batch_vs_typst.py [--clinics 100] [--colours 8] [--jobs 2] [--without-typst]

Both sides make the same rows: A4 in standard, large and giant print for made-up clinics, each in its own colour, with
its contact panel and QR code, tagged, PDF/UA-1 and PDF/A-2a, each file written to disk. That both say the same words is
checked first. Our time is that of the whole command: starting, hashing, reading, self-check, manifest. Typst's is that
of starting, reading each clinic, making its QR code (by our encoder, once for all sizes) and compiling, in the order
that suits its caches; what does not depend on one clinic alone (the template, the leaflet, the figures, the icons in
every colour) is written before its clock starts, which favours Typst. It runs in two ways: "plain" is how its manual
hands data to a document, "tuned" how somebody does who knows its caches (see `typst_clinic.Ways`).

Then: the batch again with nothing changed, with one clinic changed, with one sentence changed; and the memory of the
main process and of the workers early and late. Quote ratios of one run.
"""

from __future__ import annotations

import argparse
import itertools
import json
import multiprocessing
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from clinic_makers import write_clinics
from compare_typst import (
    differences,
    listed,
    look_of,
    our_maker,
    typst_compiler,
    typst_maker,
    write_typst_project,
)
from typst_clinic import Ways

from handoutgen.content.load import load_clinic
from handoutgen.output import write_whole

PROJECT = Path(__file__).resolve().parents[1]
SIZES = ("standard", "large", "giant")
CLINICS_COMPARED = 5
TODAY = "2026-12-01"
EARLY_ROW = 300
MB = 1024 * 1024


@dataclass
class Watch:
    """Memory of a batch's processes, by how many rows were done, in MB."""

    main: list[tuple[int, float]] = field(default_factory=list)
    workers: list[tuple[int, float]] = field(default_factory=list)
    seconds: dict[int, float] = field(default_factory=dict)
    """Processor time of each process, as last seen; the main process's under 0."""

    def look(self, process: psutil.Process, rows: int) -> None:
        """One sample: the main process, and its largest worker."""
        try:
            self.main.append((rows, process.memory_info().rss / MB))
            self.seconds[0] = processor_seconds(process)
            workers = [each for each in process.children() if is_worker(each)]
            sizes = [each.memory_info().rss / MB for each in workers]
            self.seconds.update((each.pid, processor_seconds(each)) for each in workers)
        except psutil.Error:
            return
        if sizes:
            self.workers.append((rows, max(sizes)))


def processor_seconds(process: psutil.Process) -> float:
    """What it has used, the system's work for it included."""
    used = process.cpu_times()
    return float(used.user + used.system)


def is_worker(process: psutil.Process) -> bool:
    """Not the process that only keeps count of shared things."""
    return "resource_tracker" not in " ".join(process.cmdline())


def main() -> None:
    """Run everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clinics", type=int, default=100)
    parser.add_argument("--colours", type=int, default=8, help="Typst's clinics share by colour")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--without-typst", action="store_true")
    asked = parser.parse_args()
    rows = asked.clinics * len(SIZES)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clinics = write_project(folder, asked.clinics, asked.colours)
        theirs: dict[Ways, float] = {"plain": 0.0, "tuned": 0.0}
        if not asked.without_typst:
            write_typst_project(folder / "typst", clinics, SIZES)
            compare_words(clinics[:CLINICS_COMPARED], folder / "typst")
            for way in theirs:
                theirs[way] = typst_seconds(clinics, folder / "typst", asked.jobs, way)
                print(
                    f"Typst ({way}), {asked.jobs} processes: {rows} rows in {theirs[way]:7.1f} s, "
                    f"{rows / theirs[way]:6.2f} rows/s"
                )
        watch = Watch()
        ours, told = batch(folder, asked.jobs, watch)
        assert (told["made"], told["failed"]) == (rows, 0), told
        print(f"handoutgen, {asked.jobs} processes: {rows} rows in {ours:7.1f} s, {rows / ours:6.2f} rows/s")
        for way, seconds in theirs.items():
            if seconds:
                print(f"throughput: {seconds / ours:.2f} x Typst's ({way})")
        report_memory(watch)
        main_seconds = watch.seconds.pop(0)
        each = 1000 * sum(watch.seconds.values()) / rows
        own = 1000 * main_seconds / rows
        print(f"processor time: {each:.1f} ms a row in the workers, {own:.1f} ms in the main process")
        sizes = [path.stat().st_size for path in (folder / "out").rglob("*.pdf")]
        manifest = (folder / "out" / "manifest.json").stat().st_size
        print(f"{sum(sizes) / rows / 1000:.0f} kB a file, {manifest / rows:.0f} bytes a row of the manifest")
        report_changes(folder, clinics[len(clinics) // 2], rows, asked.jobs)


def write_project(folder: Path, count: int, brands: int) -> list[Path]:
    """The first leaflet, clinics, and a plan with the parts to write on, which Typst's document has too."""
    shutil.copytree(PROJECT / "handouts" / "leg-cramps-ms", folder / "handouts" / "leg-cramps-ms")
    plan = f"leaflets: leg-cramps-ms\nclinics: all\nsizes: [{', '.join(SIZES)}]\noptions: {{write_on: true}}\n"
    (folder / "plan.yaml").write_text(plan, encoding="utf-8")
    return write_clinics(folder / "clinics", count, brands=brands)


def batch(folder: Path, jobs: int, watch: Watch | None = None) -> tuple[float, dict[str, object]]:
    """Run the command to its end: seconds, and what it told."""
    words = ["batch", "plan.yaml", "--json", "--jobs", str(jobs), "--today", TODAY]
    begun = time.perf_counter()
    with (folder / "told.json").open("wb") as told:
        process = subprocess.Popen([sys.executable, "-m", "handoutgen", *words], cwd=folder, stdout=told)
        journal, rows, at = folder / "out" / ".handoutgen" / "journal.jsonl", 0, 0
        while process.poll() is None:
            if watch is None:
                process.wait()
                break
            if journal.exists():
                with journal.open("rb") as file:
                    file.seek(at)
                    read = file.read()
                rows, at = rows + read.count(b"\n"), at + len(read)
                watch.look(psutil.Process(process.pid), rows)
            time.sleep(0.25)
    seconds = time.perf_counter() - begun
    return seconds, json.loads((folder / "told.json").read_bytes())


def compare_words(clinics: list[Path], project: Path) -> None:
    """Whether both sides say the same, before they race; what one of them leaves out is printed."""
    compiler = typst_compiler(project)
    alike = True
    for size in SIZES:
        ours, theirs = our_maker(size), typst_maker(size, compiler)
        for clinic in clinics:
            found = differences(ours(clinic), theirs(clinic), size, clinic)
            for side, words in zip(("ours", "Typst's"), found, strict=True):
                if words:
                    alike = False
                    print(f"{clinic.stem} in {size}: words only in {side}: {listed(words)}")
    if alike:
        print(f"both sides say the same words for {len(clinics)} clinics in {len(SIZES)} sizes")


def typst_seconds(clinics: list[Path], project: Path, jobs: int, way: Ways) -> float:
    """All rows by Typst in so many processes, each with a warm compiler of its own, and of the clinics of one colour
    as few processes as can be."""
    context = multiprocessing.get_context("spawn")
    by_colour = sorted(clinics, key=accent_of)
    bounds = [len(clinics) * part // jobs for part in range(jobs + 1)]
    share = [(by_colour[a:b], project, way) for a, b in itertools.pairwise(bounds)]
    begun = time.perf_counter()
    processes = [context.Process(target=typst_rows, args=each) for each in share]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    return time.perf_counter() - begun


def accent_of(clinic: Path) -> str:
    """The colour its leaflets are printed in."""
    return look_of(load_clinic(clinic).clinic)[0]


def typst_rows(clinics: list[Path], project: Path, way: Ways) -> None:
    """One process's rows, in the order that suits Typst's caches: size by size, and in each colour by colour."""
    compiler = typst_compiler(project)
    for size in SIZES:
        make = typst_maker(size, compiler, way)
        for clinic in clinics:
            write_whole(project / "out" / clinic.stem / f"{size}.pdf", make(clinic))


def report_memory(watch: Watch) -> None:
    """Early and late, and the peak."""
    for name, samples in (("main process", watch.main), ("largest worker", watch.workers)):
        if not samples:
            continue
        early = next((mb for rows, mb in samples if rows >= EARLY_ROW), samples[0][1])
        (last_row, last), peak = samples[-1], max(mb for _, mb in samples)
        print(
            f"memory of the {name}: {early:.0f} MB at row {EARLY_ROW}, {last:.0f} MB at row {last_row} "
            f"({last / early:.2f} x), peak {peak:.0f} MB"
        )


def report_changes(folder: Path, clinic: Path, rows: int, jobs: int) -> None:
    """Nothing changed, one clinic changed, one sentence changed: seconds and rows."""
    seconds, told = batch(folder, jobs)
    print(f"nothing changed: {seconds:.2f} s, {told['made']} made, {told['unchanged']} unchanged")
    assert told["unchanged"] == rows
    with clinic.open("a", encoding="utf-8") as file:
        file.write("organisation: Another Name\n")
    seconds, told = batch(folder, jobs)
    print(f"one clinic changed: {seconds:.2f} s, {told['made']} made, {told['unchanged']} unchanged")
    assert told["made"] == len(SIZES)
    leaflet = folder / "handouts" / "leg-cramps-ms" / "en-GB.yaml"
    with leaflet.open("a", encoding="utf-8") as file:
        file.write("# one sentence more\n")
    words = [sys.executable, "-m", "handoutgen", "batch", "plan.yaml", "--dry-run", "--json", "--today", TODAY]
    listed = json.loads(subprocess.run(words, cwd=folder, capture_output=True, check=True).stdout)
    reasons = [tuple(row["reasons"]) for row in listed["rows"]]
    print(f"one sentence changed: {reasons.count(('content changed',))} of {len(reasons)} rows to build")


if __name__ == "__main__":
    main()
