"""The first leaflet by handoutgen and by Typst, side by side in one warm process: medians, their ratio, memory.

    python benchmarks/compare_typst.py [--rounds 15] [--keep DIR]

Both lay out the same words in the same type on the same grid, tag them and write PDF/UA-1 + PDF/A-2a. Each document
is for another clinic, all of one colour, so that neither side hands back what it made before; rounds alternate, so
that a noisy moment of the machine meets both. Each document's time includes making its QR code, by our encoder on both
sides. handoutgen's time includes its self-check of the finished file; Typst has none. Quote ratios from one run, never
times: machines differ.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pypdfium2
import typst
from typst_clinic import Ways, clinic_document, code_svg, icon_folder
from typst_source import TypstLeaflet, icons_of

from handoutgen.build import Order, build
from handoutgen.content.clinic import Clinic
from handoutgen.content.load import load_clinic
from handoutgen.content.words import words_for
from handoutgen.design.colour import palette
from handoutgen.design.iconset import icon_path
from handoutgen.formats import Options, parse_printed, parse_size
from handoutgen.language import locale_for
from handoutgen.library.files import find_leaflet
from handoutgen.pictures.qr import qr_drawing
from handoutgen.workshop import Workshop

PROJECT = Path(__file__).resolve().parents[1]
SIZES = ("standard", "giant")
WHOLE = Options(write_on=True)
"""With the parts to write on, which Typst's leaflet has too."""
LEAFLET, LANGUAGE = "leg-cramps-ms", "en-GB"
CLINIC = """\
id: clinic-{n}
name: Clinic number {n:05d}
organisation: Riverside Community Health
address: [{n} Station Road, Bristol, BS1 0AA]
phones:
  - {{label: Nurse advice line, number: 020 7946 {n:04d}, hours: "Monday to Friday, 9am to 5pm"}}
out_of_hours: {{label: Out-of-hours line, number: 020 7946 0999}}
emergency_number: "999"
email: contact@clinic-{n}.example
web: https://www.clinic-{n}.example/leaflets
colour: "#5b8bd0"
interpreter: If you need an interpreter, tell us when you call.
feedback: Tell us what would make this leaflet better. Write to {{clinic.email}}.
"""
"""All of a clinic that pages show but a logo, and a colour too pale to print as it is; the numbers are from the range
kept for fiction (Ofcom)."""

WORD = re.compile(r"[^\W_]+")
Maker = Callable[[Path], bytes]


@dataclass(slots=True)
class Race:
    """One size: how long each document took (ms) and what the last ones were."""

    size: str
    ours: list[float] = field(default_factory=list)
    typst: list[float] = field(default_factory=list)
    our_pdf: bytes = b""
    typst_pdf: bytes = b""
    clinic: Path = Path()

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
        write_typst_project(folder, clinics, SIZES)
        compiler = typst_compiler(folder)
        theirs = {size: typst_maker(size, compiler) for size in SIZES}
        print(f"handoutgen after warming up: peak memory {peak_memory(ours, clinics[0]):.0f} MB")
        races = [Race(size) for size in SIZES]
        for race in races:
            theirs[race.size](clinics[0])
        gc.collect()
        gc.freeze()  # as `handoutgen warm` does when it is warm
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
    workshop, leaflet, today = Workshop(), find_leaflet(LEAFLET, PROJECT), date(2026, 12, 1)
    return lambda clinic: build(Order(leaflet, clinic, "a4", size, today, options=WHOLE), workshop).data


def write_typst_project(folder: Path, clinics: Iterable[Path], sizes: Iterable[str]) -> None:
    """All that does not depend on one clinic alone, written before the clock starts: the figures, the icons in each
    clinic's colour, and in each size and way of writing dates the leaflet but for the clinic's own words.

    That favours Typst: ours reads the leaflet and colours the icons while the clock runs.
    """
    path = find_leaflet(LEAFLET, PROJECT)
    loaded = Workshop().leaflet(path)
    (folder / "figures").mkdir(parents=True, exist_ok=True)
    own = {figure.name: figure for figure in (path.parent / "figures").iterdir()}
    for name, figure in {**own, **loaded.drawings}.items():
        shutil.copyfile(figure, folder / "figures" / name)
    looks = [look_of(load_clinic(clinic).clinic) for clinic in clinics]
    for locale, size in itertools.product({locale for _, locale in looks}, sizes):
        (folder / module_name(size, locale)).write_text(typst_leaflet(size, locale).module(), encoding="utf-8")
    for accent in {accent for accent, _ in looks}:
        write_icons(icons_of(loaded.leaflet), accent, folder / icon_folder(accent))


def typst_leaflet(size: str, locale: str) -> TypstLeaflet:
    """The leaflet on A4."""
    workshop, form = Workshop(), parse_printed("a4")
    loaded = workshop.leaflet(find_leaflet(LEAFLET, PROJECT))
    setting = workshop.setting(loaded, None, form, parse_size(size), Options())
    return TypstLeaflet(loaded.leaflet, words_for(locale), setting.scale, setting.grid, setting.natural_width)


def write_icons(names: Iterable[str], accent: str, folder: Path) -> None:
    """The icons in one colour."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        drawing = icon_path(name).read_text(encoding="utf-8")
        coloured = re.sub(r"#333(333)?|currentColor|black|#000(000)?\b", accent, drawing)
        (folder / f"{name}.svg").write_text(coloured, encoding="utf-8")


def look_of(clinic: Clinic) -> tuple[str, str]:
    """What of a leaflet's looks clinics can share: the accent colour, and whose dates and fixed words it has."""
    return palette(clinic.colour).accent, locale_for(LANGUAGE, clinic.locale)


def module_name(size: str, locale: str) -> str:
    """The file with what clinics share."""
    return f"{size}-{locale}.typ"


def typst_compiler(folder: Path) -> typst.Compiler:
    """A compiler for what `write_typst_project` wrote into the folder; its caches are kept between documents."""
    fonts = sorted(str(p) for p in (PROJECT / "fonts").iterdir() if p.is_dir())
    return typst.Compiler(root=str(folder), font_paths=fonts, ignore_system_fonts=True)


def typst_maker(size: str, compiler: typst.Compiler, way: Ways = "tuned") -> Maker:
    """Typst in one size; `compile` fails when the file does not keep to the standards."""

    def make(path: Path) -> bytes:
        clinic = load_clinic(path).clinic
        accent, locale = look_of(clinic)
        source, inputs = clinic_document(clinic, words_for(locale), accent, module_name(size, locale), way)
        made = compiler.compile(input=source.encode(), format="pdf", pdf_standards=["ua-1", "a-2a"], sys_inputs=inputs)
        assert isinstance(made, bytes)
        return made

    return make


def run_once(race: Race, ours: Maker, theirs: Maker, clinic: Path) -> None:
    """One document by each side, ours first in even rounds and last in odd ones."""
    race.clinic = clinic
    turns = [("ours", ours), ("typst", theirs)]
    for name, make in turns if len(race.ours) % 2 else reversed(turns):
        qr_drawing.cache_clear()  # else who comes second has the clinic's code from who came first
        code_svg.cache_clear()
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
        pages, text = said(pdf)
        print(
            f"  {name:10s} median {median:7.1f} ms  best {min(times):7.1f} ms  {pages:3d} pages  "
            f"{len(WORD.findall(text)):5d} words  {len(pdf) / 1024:6.0f} KiB"
        )
    print(f"  ratio of medians {race.ratio:.2f}, of bests {race.ratio_of_bests:.2f}")
    only_ours, only_typst = differences(race.our_pdf, race.typst_pdf, race.size, race.clinic)
    print(f"  words only in ours: {listed(only_ours)}")
    print(f"  words only in Typst's: {listed(only_typst)}")
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"ours-{race.size}.pdf").write_bytes(race.our_pdf)
        (keep / f"typst-{race.size}.pdf").write_bytes(race.typst_pdf)


def said(pdf: bytes) -> tuple[int, str]:
    """How many pages, and what they say, footers included, with single spaces."""
    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for page in document:
        texts.append(page.get_textpage().get_text_bounded())
        page.close()
    document.close()
    return len(texts), " ".join(" ".join(texts).split())


def differences(ours: bytes, typst_pdf: bytes, size: str, clinic: Path) -> tuple[Counter[str], Counter[str]]:
    """The words only in ours, and those only in Typst's, footers apart: another number of pages has another number of
    them. In large print, whose contents list has page numbers, numbers up to the number of pages are left out too. So
    are our reminders at the top of a page, which Typst's has none of."""
    document = typst_leaflet(size, look_of(load_clinic(clinic).clinic)[1])
    (our_pages, our_text), (their_pages, their_text) = said(ours), said(typst_pdf)
    our_words = Counter(WORD.findall(without_reminders(document, our_text))) - footers(document, our_pages)
    their_words = Counter(WORD.findall(their_text)) - footers(document, their_pages)
    if document.scale.is_large:
        for number in range(1, max(our_pages, their_pages) + 1):
            our_words.pop(str(number), None)
            their_words.pop(str(number), None)
    return our_words - their_words, their_words - our_words


def without_reminders(document: TypstLeaflet, text: str) -> str:
    """Our text without the lines that say which section, strategy and exercise a page goes on with."""
    leaflet, word = document.leaflet, document.words.get
    parts = [leaflet.about, leaflet.causes, leaflet.symptoms, *leaflet.sections, *leaflet.tools]
    titles = [word("key_points"), *(part.title for part in parts if part and part.title)]
    for number, strategy in enumerate(leaflet.strategies, start=1):
        titles.append(word("strategy", number=number, title=strategy.title))
        for exercise in filter(None, (how.title for how in strategy.how)):
            before, title, after = text.partition(exercise)
            text = before + title + after.replace(exercise, "")
    for title in titles:
        text = text.replace(word("continued", title=title), "")
    return text


def footers(document: TypstLeaflet, pages: int) -> Counter[str]:
    """The words of so many pages' footers."""
    numbers = [document.words.get("page", page=page, pages=pages) for page in range(1, pages + 1)]
    return Counter(WORD.findall(" ".join([*document.footer() * pages, *numbers])))


def listed(words: Counter[str]) -> str:
    """Some of the words, for a person to judge."""
    shown = ", ".join(f"{word} x{count}" if count > 1 else word for word, count in words.most_common(25))
    return f"{words.total()} ({shown})" if words else "none"


if __name__ == "__main__":
    main()
