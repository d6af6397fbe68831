"""The first leaflet by handoutgen and by Typst, side by side in one warm process: medians, their ratio, memory.

    python benchmarks/compare_typst.py [--rounds 15] [--keep DIR]

Both lay out the same words in the same type on the same grid, tag them and write PDF/UA-1 + PDF/A-2a. Each document
is for another clinic, so that neither side hands back what it made before; rounds alternate, so that a noisy moment
of the machine meets both. handoutgen's time includes its self-check of the finished file; Typst has none. Quote
ratios from one run, never times: machines differ.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pypdfium2
import typst
from typst_source import TypstLeaflet

from handoutgen.build import Order, build
from handoutgen.content.library import find_leaflet
from handoutgen.content.load import load_clinic, load_leaflet
from handoutgen.content.words import words_for
from handoutgen.design.grid import grid_for
from handoutgen.design.scale import scale_for
from handoutgen.formats import parse_format, parse_size
from handoutgen.workshop import Workshop

PROJECT = Path(__file__).resolve().parents[1]
SIZES = ("standard", "giant")
STANDARDS = ["ua-1", "a-2a"]
ACCENT = "#0b5a5a"
CLINIC = """\
id: clinic-{n}
name: Clinic number {n:05d}
phones:
  - {{label: Nurse advice line, number: 020 7946 {n:04d}}}
emergency_number: "999"
"""
"""As much of a clinic as the pages show; the numbers are from the range kept for fiction (Ofcom)."""

Maker = Callable[[Path], bytes]


@dataclass(slots=True)
class Race:
    """One size: how long each document took (ms) and what the last ones were."""

    size: str
    ours: list[float] = field(default_factory=list)
    typst: list[float] = field(default_factory=list)
    our_pdf: bytes = b""
    typst_pdf: bytes = b""

    @property
    def ratio(self) -> float:
        """Our median time over Typst's."""
        return statistics.median(self.ours) / statistics.median(self.typst)

    @property
    def ratio_of_bests(self) -> float:
        """Our quickest document over Typst's: what a quiet machine would show."""
        return min(self.ours) / min(self.typst)


def main() -> None:
    """Run the race and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15, help="documents of each size by each side")
    parser.add_argument("--keep", type=Path, help="a folder for the last document of each, to look at")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clinics = [write_clinic(folder, n) for n in range(asked.rounds + 1)]
        ours = {size: our_maker(size) for size in SIZES}
        theirs = {size: typst_maker(size, folder) for size in SIZES}
        print(f"handoutgen after warming up: peak memory {peak_memory(ours, clinics[0]):.0f} MB")
        races = [Race(size) for size in SIZES]
        for race in races:
            theirs[race.size](clinics[0])
        for clinic in clinics[1:]:
            for race in races:
                run_once(race, ours[race.size], theirs[race.size], clinic)
    for race in races:
        report(race, asked.keep)


def write_clinic(folder: Path, n: int) -> Path:
    """A clinic's file."""
    path = folder / f"clinic-{n}.yaml"
    path.write_text(CLINIC.format(n=n), encoding="utf-8")
    return path


def our_maker(size: str) -> Maker:
    """handoutgen, with what one process keeps between documents."""
    workshop, leaflet, today = Workshop(), find_leaflet("leg-cramps-ms", PROJECT), date(2026, 12, 1)
    return lambda clinic: build(Order(leaflet, clinic, "a4", size, today), workshop).data


def typst_maker(size: str, folder: Path) -> Maker:
    """Typst, with its compiler and its caches kept between documents; the source is written before the clock starts
    but for the clinic's words."""
    path = find_leaflet("leg-cramps-ms", PROJECT)
    leaflet = load_leaflet(path).leaflet
    scale, form = scale_for(parse_size(size).base), parse_format("a4")
    grid = grid_for(form.page_width, form.page_height, scale)
    stand_in = {"clinic.name": "@NAME@", "clinic.phone": "@PHONE@", "clinic.emergency_number": "999"}
    document = TypstLeaflet(leaflet, words_for(leaflet.language), scale, grid, ACCENT, stand_in)
    source = document.source()
    copy_pictures(document, path.parent / "figures", folder)
    fonts = sorted(str(p) for p in (PROJECT / "fonts").iterdir() if p.is_dir())
    compiler = typst.Compiler(root=str(folder), font_paths=fonts, ignore_system_fonts=True)

    def make(clinic: Path) -> bytes:
        fields = load_clinic(clinic).clinic.fields()
        text = source.replace("@NAME@", fields["clinic.name"]).replace("@PHONE@", fields["clinic.phone"])
        made = compiler.compile(input=text.encode(), format="pdf", pdf_standards=STANDARDS)
        assert isinstance(made, bytes)
        return made

    return make


def copy_pictures(document: TypstLeaflet, figures: Path, folder: Path) -> None:
    """The figures, and the icons in our accent colour."""
    (folder / "icons").mkdir(exist_ok=True)
    shutil.copytree(figures, folder / "figures", dirs_exist_ok=True)
    for name in document.icons():
        drawing = (PROJECT / "src/handoutgen/design/icons" / f"{name}.svg").read_text(encoding="utf-8")
        coloured = re.sub(r"#333(333)?|currentColor|black|#000(000)?\b", ACCENT, drawing)
        (folder / "icons" / f"{name}.svg").write_text(coloured, encoding="utf-8")


def run_once(race: Race, ours: Maker, theirs: Maker, clinic: Path) -> None:
    """One document by each side, ours first in even rounds and last in odd ones."""
    turns = [("ours", ours), ("typst", theirs)]
    for name, make in turns if len(race.ours) % 2 else reversed(turns):
        start = time.perf_counter()
        made = make(clinic)
        spent = (time.perf_counter() - start) * 1000
        if name == "ours":
            race.ours.append(spent)
            race.our_pdf = made
        else:
            race.typst.append(spent)
            race.typst_pdf = made


def peak_memory(ours: dict[str, Maker], clinic: Path) -> float:
    """This process's peak in MB after each size was made once by us alone: before Typst has started."""
    for make in ours.values():
        make(clinic)
    if sys.platform == "win32":
        return float("nan")
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def report(race: Race, keep: Path | None) -> None:
    """Medians, the ratio, and whether both really said the same."""
    ours, theirs = statistics.median(race.ours), statistics.median(race.typst)
    print(f"a4 {race.size}, {len(race.ours)} documents each:")
    for name, median, times, pdf in (
        ("handoutgen", ours, race.ours, race.our_pdf),
        ("Typst", theirs, race.typst, race.typst_pdf),
    ):
        pages, words = said(pdf)
        print(
            f"  {name:10s} median {median:7.1f} ms  best {min(times):7.1f} ms  {pages:3d} pages  "
            f"{words.total():5d} words  {len(pdf) / 1024:6.0f} KiB"
        )
    (_, our_words), (_, their_words) = said(race.our_pdf), said(race.typst_pdf)
    print(f"  ratio of medians {race.ratio:.2f}, of bests {race.ratio_of_bests:.2f}")
    print(f"  words only in ours: {listed(our_words - their_words)}")
    print(f"  words only in Typst's: {listed(their_words - our_words)}")
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"ours-{race.size}.pdf").write_bytes(race.our_pdf)
        (keep / f"typst-{race.size}.pdf").write_bytes(race.typst_pdf)


def said(pdf: bytes) -> tuple[int, Counter[str]]:
    """How many pages, and the words on them, footers included."""
    document = pypdfium2.PdfDocument(pdf)
    words: Counter[str] = Counter()
    for page in document:
        words.update(re.findall(r"[^\W_]+", page.get_textpage().get_text_bounded()))
        page.close()
    pages = len(document)
    document.close()
    return pages, words


def listed(words: Counter[str]) -> str:
    """Some of the words, for a person to judge; footers repeat with the number of pages."""
    shown = ", ".join(f"{word} x{count}" if count > 1 else word for word, count in words.most_common(25))
    return f"{words.total()} ({shown})" if words else "none"


if __name__ == "__main__":
    main()
