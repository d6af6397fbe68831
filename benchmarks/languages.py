"""Every language × every printed form × standard and large print: what is built, and what judges make of each file.

    python benchmarks/languages.py [--languages ar pl] [--forms a4 a4-sheet] [--sizes large] [--keep FOLDER]
        [--details FILE] [--verapdf] [--outloud outloud]

The leaflet is the translation of leg-cramps-ms where there is one; else a leaflet of the same length in the words of a
sample text, nonsense with doses, phone numbers, dates, brackets, a web address and a Latin name. Of each file:

- built, refused for want of room, refused for another reason, not offered in that size, or a fault of ours;
- the share of its words that PDFium and poppler's pdftotext read back in the order of their lines, in brackets those
  read back whole anywhere;
- lines whose ink touches another's, or leaves the page;
- line ends that ICU allows nowhere (UAX #14, its dictionaries), those in web addresses apart;
- stretches of text whose glyphs are not those of HarfBuzz, shaped whole;
- PDF/UA-1 and PDF/A-2a, by the program's own check (a fault if it fails), by page-validation, and with --verapdf by
  veraPDF for a sample: the A4 leaflet in each size and one more form for each language.

--outloud has that command listen to the A4 leaflet in each language. One process; each language is let go before the
next one comes.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import page as page_validation

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

import heard
import verapdf
from handoutgen.build import Order, read_for
from handoutgen.content.words import languages_with_words
from handoutgen.errors import ContentRefused, HandoutError, InternalError
from handoutgen.formats import FORMATS, Options, parse_printed, parse_size, refuse
from handoutgen.layout.forms.making_room import DoesNotFit
from handoutgen.making import laid_out, meant
from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing.render import render
from handoutgen.plan.pages import Plan
from handoutgen.text.fontbook import FontBook
from handoutgen.workshop import Workshop
from leaflets.in_scripts import write_in
from leaflets.line_judges import Breaks, Shapes
from leaflets.set_lines import clashes, paragraphs_of, texts_of
from pdf.copying.copied_words import share, share_anywhere, words
from pdf.copying.pdf_readers import readers
from pdf.copying.texts_of_languages import TEXTS_OF_LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 12, 1)
SIZES = ("standard", "large")
TRANSLATED = ROOT / "handouts" / "leg-cramps-ms"
ENGLISH = "en"
READERS = {name: read for name, read in readers(None).items() if name != "poppler -raw"}
ENOUGH = 0.98


@dataclass
class Row:
    """What came of one language."""

    language: str
    built: int = 0
    no_room: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    not_offered: int = 0
    faults: list[str] = field(default_factory=list)
    shares: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in READERS})
    anywhere: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in READERS})
    lost: list[str] = field(default_factory=list)
    clashing: list[str] = field(default_factory=list)
    breaks: Breaks = field(default_factory=Breaks)
    shapes: Shapes | None = None
    invalid: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def asked(self) -> int:
        """How many files there could be."""
        return self.built + len(self.no_room) + len(self.refused) + len(self.faults)

    def cells(self) -> list[str]:
        """The table's."""
        kinds = self.shapes.kinds if self.shapes else {}
        stretches = sum(kinds.values())
        least = [
            f"{100 * min(found):.1f} ({100 * min(self.anywhere[name]):.1f})" if found else "-"
            for name, found in self.shares.items()
        ]
        return [
            self.language, f"{self.built}/{self.asked}", str(len(self.no_room)), str(len(self.refused)),
            str(len(self.faults)), *least, str(len(self.clashing)),
            f"{len(self.breaks.forbidden)}/{self.breaks.seen}",
            str(self.breaks.in_addresses), str(len(self.breaks.cut)),
            f"{kinds.get('different', 0)}/{stretches}", str(kinds.get("whole letters", 0)),
            str(kinds.get("kerning", 0)), str(len(self.invalid)),
            f"{self.seconds:.0f}",
        ]  # fmt: skip

    def details(self) -> Iterator[str]:
        """All that is not as it should be, in lines."""
        named = {
            "no room": self.no_room, "refused": self.refused, "FAULT": self.faults, "words lost": self.lost,
            "clash": self.clashing, "forbidden line end": self.breaks.forbidden, "not valid": self.invalid,
            "cut word": self.breaks.cut, "another shape": self.shapes.different if self.shapes else [],
        }  # fmt: skip
        for name, found in named.items():
            yield from (f"{self.language}: {name}: {each}" for each in dict.fromkeys(found))


HEADS = ["language", "built", "no room", "refused", "faults", *[f"{name} %" for name in READERS], "clashes",
         "forbidden", "address", "cut", "shapes", "whole", "kerning", "invalid", "s"]  # fmt: skip


def leaflet_in(language: str, folder: Path) -> Path:
    """The translation, or a leaflet in the sample's words below `folder`."""
    name = "en-GB" if language == ENGLISH else language
    translated = TRANSLATED / f"{name}.yaml"
    return translated if translated.exists() else write_in(language, folder, TEXTS_OF_LANGUAGES, easy_read=True)


def measured(language: str, forms: Sequence[str], sizes: Sequence[str], folder: Path) -> tuple[Row, list[Path]]:
    """A language in all forms and sizes, and the files that are kept for other judges."""
    begun = time.perf_counter()
    row, workshop, kept = Row(language), Workshop(), []
    leaflet = leaflet_in(language, folder)
    sample = forms[languages_with_words().index(language) % len(forms)]
    for form in forms:
        for size in sizes:
            order = Order(leaflet, None, form, size, TODAY)
            data = _made(order, workshop, row)
            if data is not None and (form in ("a4", sample)):
                kept.append(folder / f"{language}_{form}_{size}.pdf")
                kept[-1].write_bytes(data)
    row.seconds = time.perf_counter() - begun
    return row, kept


def _made(order: Order, workshop: Workshop, row: Row) -> bytes | None:
    """One file, held to all that is asked of it."""
    name = f"{order.format} {order.size}"
    form, size = parse_printed(order.format), parse_size(order.size)
    try:
        refuse(form, form.in_print(size))
    except HandoutError:
        row.not_offered += 1
        return None
    try:
        data = _built(order, workshop, row, name)
    except HandoutError as problem:
        _refused(problem, row, name)
        return None
    except Exception as problem:  # whatever it is, the next file is tried
        kind = "" if isinstance(problem, InternalError) else f"{type(problem).__name__}: "
        row.faults.append(f"{name}: {kind}{problem}")
        return None
    row.built += 1
    return data


def _built(order: Order, workshop: Workshop, row: Row, name: str) -> bytes:
    """What `build` does, with the plan in hand, so that it is not laid out again for the judges."""
    read, _ = read_for(order, workshop)
    form = parse_printed(order.format)
    laid = laid_out(read, form, form.in_print(parse_size(order.size)), meant(read, form, Options()), workshop)
    fonts = workshop.fonts_of(read.loaded)
    data = render(laid.plan, fonts, laid.shared.drawn)
    if problems := (*laid.problems, *verify(data, laid.plan, laid.shared.verified)):
        raise InternalError("; ".join(problems[:3]))
    _judge(laid.plan, data, fonts, row, name)
    return data


def _refused(problem: HandoutError, row: Row, name: str) -> None:
    if isinstance(problem.__cause__, DoesNotFit):
        row.no_room.append(f"{name}: {problem.message}")
        return
    why = problem.message
    if isinstance(problem, ContentRefused):
        why = "; ".join(f"{found.code} {found.message}" for found in problem.diagnostics if found.is_error)
    row.refused.append(f"{name}: {why}")


def _judge(plan: Plan, data: bytes, fonts: FontBook, row: Row, name: str) -> None:
    """What others say of a built file."""
    row.shapes = row.shapes or Shapes(fonts)
    row.shapes.fonts = fonts
    for page in plan.pages:
        row.clashing += [f"{name}: “{a}” and “{b}”" for a, b in clashes(page, fonts)]
        for lines in paragraphs_of(page):
            row.breaks.judge(lines, plan.language, fonts)
            for put in lines:
                row.shapes.judge(put.line, plan.language)
    _read_back(plan, data, row, name)
    for profile in ("ua1", "2a"):
        report = page_validation.validate_pdf_bytes(data, profile=profile)
        row.invalid += [f"{name}: {profile} {failure.rule_id} {failure.message}" for failure in report.failures]


def _read_back(plan: Plan, data: bytes, row: Row, name: str) -> None:
    lines = [words(text) for text in texts_of(plan)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copied.pdf"
        path.write_bytes(data)
        for reader, read in READERS.items():
            copied = words(read(path))
            found = share(lines, copied)
            row.shares[reader].append(found)
            row.anywhere[reader].append(share_anywhere(lines, copied))
            if found < ENOUGH:
                row.lost.append(f"{name}: {reader} has {100 * found:.1f} %")


def main() -> int:
    """Print the table; 1 when anything is a fault or not as judges would have it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--languages", nargs="+", default=[tag for tag in languages_with_words() if tag != "en-US"])
    parser.add_argument("--forms", nargs="+", default=list(FORMATS))
    parser.add_argument("--sizes", nargs="+", default=list(SIZES))
    parser.add_argument("--keep", type=Path, help="a folder for the files that other judges are asked about")
    parser.add_argument("--details", type=Path, help="a file for all that is not as it should be")
    parser.add_argument("--verapdf", action="store_true", help="ask veraPDF about the sample")
    parser.add_argument("--outloud", help="the command outloud, to listen to one form for each language")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = asked.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        rows, kept = _all(asked.languages, asked.forms, asked.sizes, folder, asked.details)
        print(f"{sum(row.built for row in rows)} files of {sum(row.asked for row in rows)} built in {len(rows)} "
              f"languages, {sum(len(row.faults) for row in rows)} faults")  # fmt: skip
        if asked.verapdf:
            print(f"veraPDF on {len(kept)} files, exit code {verapdf.main(list(map(str, kept)))}", flush=True)
        if asked.outloud:
            spoken = [path for path in kept if path.stem.endswith("_a4_standard")]
            print(f"outloud on {len(spoken)} files: {dict(heard.findings(asked.outloud, spoken, folder))}")
    return int(any(row.faults or row.lost or row.clashing or row.breaks.forbidden or row.invalid for row in rows))


def _all(
    languages: Sequence[str], forms: Sequence[str], sizes: Sequence[str], folder: Path, details: Path | None
) -> tuple[list[Row], list[Path]]:
    """Language by language, each told as soon as it is measured."""
    rows: list[Row] = []
    kept: list[Path] = []
    print("| " + " | ".join(HEADS) + " |\n" + "|---" * len(HEADS) + "|")
    for language in languages:
        row, files = measured(language, forms, sizes, folder)
        print("| " + " | ".join(row.cells()) + " |", flush=True)
        if details:
            with details.open("a", encoding="utf-8") as out:
                out.writelines(line + "\n" for line in row.details())
        row.shapes = None
        rows.append(row)
        kept += files
        gc.collect()
    return rows, kept


if __name__ == "__main__":
    sys.exit(main())
