"""The same paragraphs, set by handoutgen and by Chromium: the same line ends, the same shapes?

    python benchmarks/beside_chromium.py [--languages ar hi] [--out FOLDER] [--chromium /usr/bin/chromium]

Both get the same font file for each letter, the same width, size and line height. For each language it prints how many
lines end at the same place, where they do not, and how much of the ink of our lines is where Chromium has it when it
sets the very same lines: a pixel of one that has none of the other within one pixel (of 288 to the inch) counts against
it. The folder gets a picture for each language: ours, Chromium's, and the same lines of both over each other, where
ours alone is red and Chromium's alone blue.

Needs the packages playwright and numpy, and a Chromium.
"""

from __future__ import annotations

import argparse
import html
import io
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, product
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from handoutgen.language import language_of
from handoutgen.library.fonts import own_faces
from handoutgen.pdf.writing.render import render
from handoutgen.plan.pages import Plan
from handoutgen.text.fontbook import FontBook
from handoutgen.text.model import Line
from leaflets.set_lines import SetLine, paragraphs_of, stretches_of, whole_text
from pdf.copying.copied_sheet import HEIGHT, MARGIN, can_set, font_book, page_of
from pdf.copying.texts_of_languages import TEXTS_OF_LANGUAGES

LANGUAGES = (
    "ar", "fa", "ur", "ckb", "ps", "he", "bn", "hi", "ne", "gu", "pa", "ta", "te", "ti", "zh-Hans", "zh-Hant", "vi",
    "el", "th", "km", "my",
)  # fmt: skip
MEASURE, SIZE, LEADING = 320.0, 14.0, 24.0
PARAGRAPHS = 5
SCALE = 4
"""Pixels for each pt: 288 to the inch."""
CSS = 96 / 72
REACH = 3
"""How far, in pixels, two lines are moved against each other to find where they lie best."""
DARK = 128
APART = 40.0
"""Between the baselines of lines that are compared, in pt: the ink of one must not come into the other's picture."""
EDGE = 8
_LEFT, _WIDE = round(MARGIN * SCALE) - EDGE, round(MEASURE * SCALE) + 2 * EDGE
ABOVE = 0.7
"""How much of a line's height is cut out above its baseline."""
ALIKE = 0.99
Ink = Any
"""A picture of one line: an array that is true where there is ink."""


_STYLE = f"""
* {{ margin: 0; padding: 0; }}
body {{ width: {MEASURE * CSS}px; font-size: {SIZE * CSS}px; line-height: {LEADING * CSS}px; color: #000;
  background: #fff; text-rendering: geometricPrecision; line-break: strict; overflow-wrap: break-word; hyphens: none; }}
p {{ margin-bottom: {8 * CSS}px; }}
.one {{ white-space: pre; height: {APART * CSS}px; line-height: {APART * CSS}px; }}
section {{ padding-bottom: {APART * CSS}px; }}
"""
_LINES = """() => [...document.querySelectorAll('p')].map(p => {
  const lines = [], range = document.createRange(), walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
  const high = parseFloat(getComputedStyle(p).lineHeight), first = p.getBoundingClientRect().top;
  let row = -1;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) for (let at = 0; at < node.data.length; at++) {
    range.setStart(node, at); range.setEnd(node, at + 1);
    const box = [...range.getClientRects()].find(each => each.width > 0);
    const its = box ? Math.floor(((box.top + box.bottom) / 2 - first) / high) : row;
    if (node.data[at] != ' ' && its > row) { lines.push(''); row = its; }
    if (lines.length) lines[lines.length - 1] += node.data[at];
  }
  return lines;
})"""


@dataclass
class Sheet:
    """One language as one program sets it: the lines of each paragraph, the picture, and the ink of each line that
    both set."""

    lines: list[list[str]]
    picture: Image.Image
    inks: list[Ink]


def by_handoutgen(language: str, paragraphs: Sequence[str], fonts: FontBook) -> tuple[Sheet, list[list[SetLine]]]:
    """As the program sets it: the paragraphs, and once more with the lines far from each other."""
    found, page = _drawn(page_of(language, paragraphs, fonts, MEASURE, SIZE, LEADING), fonts)
    bottom = round((HEIGHT - found[-1][-1].baseline + LEADING / 2) * SCALE)
    picture = page.crop((_LEFT, round(MARGIN * SCALE), _LEFT + _WIDE, bottom))
    apart, page = _drawn(page_of(language, paragraphs, fonts, MEASURE, SIZE, APART), fonts)
    inks = []
    for put in (put for lines in apart for put in lines):
        top = round((HEIGHT - put.baseline - ABOVE * APART) * SCALE)
        inks.append(np.asarray(page.crop((_LEFT, top, _LEFT + _WIDE, top + round(APART * SCALE)))) < DARK)
    return Sheet([_texts([put.line for put in each]) for each in found], picture, inks), found


def _drawn(plan: Plan, fonts: FontBook) -> tuple[list[list[SetLine]], Image.Image]:
    with pypdfium2.PdfDocument(render(plan, fonts)) as document:
        return paragraphs_of(plan.pages[0]), document[0].render(scale=SCALE).to_pil().convert("L")


def _texts(lines: Sequence[Line]) -> list[str]:
    text, ends = whole_text(lines)
    return [text[start:end] for start, end in pairwise([0, *ends])]


def _marked_up(line: Line) -> str:
    """A line in HTML, each stretch in the face that the program gives it."""
    return "".join(
        f'<span style="font-family: {each.face}">{html.escape(each.text)}</span>' for each in stretches_of(line)
    )


def by_chromium(tab: Any, language: str, lines: list[list[SetLine]], fonts: FontBook, folder: Path) -> Sheet:
    """As the browser sets the paragraphs of these lines, and then each of the lines by itself."""
    used = {run.face: None for each in lines for put in each for run in put.line.runs}
    rules = "".join(
        f"@font-face {{ font-family: {key}; src: url('{fonts.face(key).path.resolve().as_uri()}'); }}" for key in used
    )
    flow = "".join(f"<p>{''.join([_marked_up(put.line) for put in each])}</p>" for each in lines)
    ones = "".join(f'<div class="one">{_marked_up(put.line)}</div>' for each in lines for put in each)
    file = folder / "sheet.html"
    file.write_text(
        f'<!doctype html><html lang="{language}" dir="{language_of(language).direction}"><meta charset="utf-8">'
        f"<style>{rules}{_STYLE}</style><body>{flow}<section>{ones}</section>",
        encoding="utf-8",
    )
    tab.goto(file.as_uri())
    tab.evaluate("document.fonts.ready")
    boxes = tab.evaluate("[...document.querySelectorAll('.one')].map(each => each.getBoundingClientRect().top)")
    shot = Image.open(io.BytesIO(tab.screenshot(full_page=True))).convert("L")
    edge = Image.new("L", (_WIDE, shot.height), 255)
    edge.paste(shot, (EDGE, 0))
    inks = []
    for top in boxes:
        at = round(top * SCALE / CSS)
        inks.append(np.asarray(edge.crop((0, at, _WIDE, at + round(APART * SCALE)))) < DARK)
    foot = tab.evaluate("document.querySelector('section').getBoundingClientRect().top")
    return Sheet(tab.evaluate(_LINES), edge.crop((0, 0, _WIDE, round(foot * SCALE / CSS))), inks)


def _placed(ink: Ink, other: Ink) -> Iterator[Ink]:
    """The other ink with its upper end where this one's is, and then its right end too: line boxes differ in where
    their baseline is, and a page from right to left may be scrolled by some pixels."""
    for axis in (0, 1):
        own, its = (np.flatnonzero(each.any(axis=1 - axis)) for each in (ink, other))
        if len(own) and len(its):
            other = np.roll(other, own[-axis] - its[-axis], axis=axis)
        yield other


def _grown(ink: Ink) -> Ink:
    """The ink and the pixels around it."""
    grown = ink.copy()
    for down in (-1, 0, 1):
        for across in (-1, 0, 1):
            grown |= np.roll(ink, (down, across), axis=(0, 1))
    return grown


def alike(ink: Ink, other: Ink) -> tuple[float, Ink]:
    """How much of the ink of both is where the other has some, at best; and the other as it lies then."""
    best, at_best, wide = -1.0, other, _grown(ink)
    moves = list(product(range(-REACH, REACH + 1), repeat=2))
    for placed, move in product(_placed(ink, other), moves):
        moved = np.roll(placed, move, axis=(0, 1))
        strange = int((moved & ~wide).sum()) + int((ink & ~_grown(moved)).sum())
        same = 1 - strange / max(1, int(ink.sum()) + int(other.sum()))
        if same > best:
            best, at_best = same, moved
    return best, at_best


def picture(mine: Sheet, its: Sheet, lying: Sequence[Ink]) -> Image.Image:
    """Ours, Chromium's, and both over each other line by line, from left to right."""
    over = Image.new("RGB", (mine.picture.width, sum(len(ink) for ink in mine.inks)), "white")
    top = 0
    for ink, other in zip(mine.inks, lying, strict=True):
        colours = np.full((*ink.shape, 3), 255, np.uint8)
        colours[ink & ~other], colours[other & ~ink], colours[ink & other] = (220, 0, 0), (0, 60, 220), (150, 150, 150)
        over.paste(Image.fromarray(colours), (0, top))
        top += len(ink)
    parts = [mine.picture.convert("RGB"), its.picture.convert("RGB"), over]
    whole = Image.new("RGB", (sum(part.width + 40 for part in parts), max(part.height for part in parts)), "white")
    left = 0
    for part in parts:
        whole.paste(part, (left, 0))
        left += part.width + 40
    return whole.resize((whole.width // 2, whole.height // 2))


def compare(tab: Any, language: str, fonts: FontBook, folder: Path, out: Path) -> str:
    """One language: the row of the table, and the differences in lines below it."""
    paragraphs = TEXTS_OF_LANGUAGES[language][:PARAGRAPHS]
    mine, lines = by_handoutgen(language, paragraphs, fonts)
    its = by_chromium(tab, language, lines, fonts, folder)
    shares, lying = zip(*(alike(a, b) for a, b in zip(mine.inks, its.inks, strict=True)), strict=True)
    out.mkdir(parents=True, exist_ok=True)
    picture(mine, its, lying).save(out / f"{language}.png")
    same = sum(len(_ends(a) & _ends(b)) for a, b in zip(mine.lines, its.lines, strict=True))
    ends = sum(len(_ends(each)) for each in mine.lines)
    told = [f"| {language} | {same}/{ends} | {100 * min(shares):.1f} | {100 * sum(shares) / len(shares):.1f} |"]
    for a, b in zip(mine.lines, its.lines, strict=True):
        if _ends(a) != _ends(b):
            told.append(f"    ours: {' / '.join(a)}\n    its:  {' / '.join(b)}")
    all_lines = [line for each in mine.lines for line in each]
    told += [f"    {100 * n:.1f} %: {line}" for n, line in zip(shares, all_lines, strict=True) if n < ALIKE]
    return "\n".join(told)


def _ends(lines: Sequence[str]) -> set[int]:
    """Where the lines of a paragraph end, but for the last one."""
    return set(accumulate(len(line) for line in lines[:-1]))


def main() -> None:
    """Print the table."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--languages", nargs="+", default=LANGUAGES)
    parser.add_argument("--out", type=Path, default=Path("out/beside-chromium"))
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="which browser")
    asked = parser.parse_args()
    with sync_playwright() as started, tempfile.TemporaryDirectory() as name:
        browser = started.chromium.launch(executable_path=asked.chromium, args=["--no-sandbox"])
        wide = round(MEASURE * CSS) + 1
        tab = browser.new_page(viewport={"width": wide, "height": 800}, device_scale_factor=SCALE / CSS)
        print(f"Chromium {browser.version}\n| language | same line ends | least ink alike % | on average % |")
        print("|---|---|---|---|")
        for language in asked.languages:
            fonts = font_book()
            fonts = fonts.with_faces(own_faces(Path(name), language))
            if can_set(fonts, TEXTS_OF_LANGUAGES[language]):
                print(compare(tab, language, fonts, Path(name), asked.out), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
