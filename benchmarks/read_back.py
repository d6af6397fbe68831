"""The words that poppler, PDFium, pdf.js and Chromium copy out of our PDFs, in the languages that are hard to copy.

    python benchmarks/read_back.py [--pdfjs node_modules/pdfjs-dist] [--node node] [--chromium] [--missing]

Prints a table: for each text the share of its words that come out whole and in their order, and, in brackets, the same
with the signs around them. poppler's `pdftotext` is asked where it is installed, the others where told
(`npm install pdfjs-dist`; Node 22 or newer).

`--marked ReversedChars` and `--marked ActualText` put such a mark around each right-to-left string before asking, to
see what the readers make of it. What each of them does stands in docs/reading-back.md.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from unicodedata import bidirectional

import pikepdf

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from handoutgen.content.audience import for_tags
from handoutgen.formats import Options, parse_printed, parse_size
from handoutgen.layout.forms.compositions import lay_out
from handoutgen.pdf.reading.readfont import CodeMap
from handoutgen.pdf.writing.render import render
from handoutgen.plan.pages import Plan
from handoutgen.text.fontbook import FontBook
from handoutgen.workshop import Workshop
from leaflets import samples
from pdf.copying.copied_sheet import can_set, font_book, lines_of, page_of
from pdf.copying.copied_texts import TEXTS
from pdf.copying.copied_words import missing, share, with_signs, words
from pdf.copying.pdf_readers import Reader, readers

WIDTH = 16


def plans(fonts: FontBook) -> Iterator[tuple[str, Plan, FontBook]]:
    """A page of each text that can be set here, and a whole leaflet in Arabic."""
    for language, paragraphs in TEXTS.items():
        if can_set(fonts, paragraphs):
            yield language, page_of(language, paragraphs, fonts), fonts
    workshop = Workshop()
    loaded = workshop.leaflet(samples.ARABIC)
    form, size = parse_printed("a4"), parse_size("standard")
    setting = workshop.setting(loaded, None, form, size, Options())
    plan, _ = lay_out(for_tags(loaded.leaflet, ()), setting, form, size, Options())
    yield "ar, A4", plan, workshop.fonts


def marked(data: bytes, tag: str) -> bytes:
    """A file with a mark around each string that holds right-to-left text."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            fonts = {name: CodeMap(font.ToUnicode.read_bytes()).texts for name, font in page.Resources.Font.items()}
            page.Contents.write(pikepdf.unparse_content_stream(list(_with_marks(page, fonts, tag))))
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def _with_marks(page: pikepdf.Page, fonts: Mapping[str, Mapping[int, str]], tag: str) -> Iterator[tuple[Any, Any]]:
    font: Mapping[int, str] = {}
    for step in pikepdf.parse_content_stream(page):
        operands, operator = step.operands, step.operator
        if str(operator) == "Tf":
            font = fonts[str(operands[0])]
        shown = (
            b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
            if str(operator) == "TJ"
            else b""
        )
        said = "".join(font[int.from_bytes(shown[at : at + 2], "big")] for at in range(0, len(shown), 2))
        if not any(bidirectional(c) in ("R", "AL") for c in said.replace("\u200f", "")):
            yield operands, operator
            continue
        name, properties = pikepdf.Name("/Span"), pikepdf.Dictionary(ActualText=said[::-1])
        if tag == "ActualText":
            yield [name, properties], pikepdf.Operator("BDC")
        else:
            yield [pikepdf.Name(f"/{tag}")], pikepdf.Operator("BMC")
        yield operands, operator
        yield [], pikepdf.Operator("EMC")


def measure(plan: Plan, data: bytes, programs: Mapping[str, Reader], tell: bool) -> str:
    """The shares of one file, reader by reader."""
    lines = lines_of(plan)
    cells: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copied.pdf"
        path.write_bytes(data)
        for name, read in programs.items():
            text = read(path)
            bare = share([words(line) for line in lines], words(text))
            whole = share([with_signs(line) for line in lines], with_signs(text))
            cells.append(f"{100 * bare:.1f} ({100 * whole:.1f})".rjust(WIDTH))
            if tell and bare < 1:
                lost = [word for line in lines for word in missing(words(line), words(text))]
                print(f"  {name} has not: {' | '.join(lost)}", file=sys.stderr)
    return "".join(cells)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pdfjs", type=Path, help="the folder of the npm package pdfjs-dist")
    parser.add_argument("--node", help="which Node to run, if not the one on the PATH")
    parser.add_argument("--chromium", action="store_true", help="ask Chromium too (needs Node)")
    parser.add_argument("--marked", choices=("ReversedChars", "ActualText"), help="mark right-to-left strings first")
    parser.add_argument("--missing", action="store_true", help="name the words that did not come out")
    asked = parser.parse_args()
    programs = readers(asked.pdfjs, asked.node, asked.chromium)
    print("text".ljust(8) + "words".rjust(6) + "".join(name.rjust(WIDTH) for name in programs))
    for name, plan, fonts in plans(font_book()):
        data = render(plan, fonts)
        count = sum(len(words(line)) for line in lines_of(plan))
        if asked.marked:
            data = marked(data, asked.marked)
        print(f"{name:8}{count:6}{measure(plan, data, programs, asked.missing)}", flush=True)


if __name__ == "__main__":
    main()
