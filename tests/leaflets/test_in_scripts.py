"""A whole leaflet in each script that has words and a font: built, and no ink of one line on that of another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from handoutgen.build import Order, read_for
from handoutgen.content.words import languages_with_words
from handoutgen.formats import Options, parse_printed, parse_size
from handoutgen.language import HANDS
from handoutgen.making import laid_out, printed
from handoutgen.plan.pages import Plan
from handoutgen.text.fontbook import STANDARD_FACES, FontBook
from handoutgen.text.model import NO_INK, Line
from handoutgen.workshop import Workshop
from leaflets.in_scripts import write_in
from leaflets.set_lines import texts_of
from pdf.copying.copied_texts import TEXTS
from pdf.copying.texts_of_languages import TEXTS_OF_LANGUAGES

TODAY = date(2026, 12, 1)
LANGUAGES = [tag for tag in ("bn", "gu", "hi", "pa", "ta", "ti") if tag in languages_with_words()]
Box = tuple[float, float, float, float]


class Lines:
    """An `Ink` that takes down the ink of each line: left, bottom, right, top in pt."""

    def __init__(self, fonts: FontBook) -> None:
        self.fonts = fonts
        self.boxes: list[Box] = []
        self.x = self.y = 0.0

    def draw_lines(self, element: Any, lines: tuple[Line, ...], x: float, y: float, leading: float) -> None:
        for number, line in enumerate(lines):
            edges = list(self._edges(line))
            if edges:
                base, left = self.y + y - number * leading, self.x + x + min(run.x for run in line.runs)
                self.boxes.append((left, base + min(edges), left + line.width, base + max(edges)))

    def _edges(self, line: Line) -> Iterator[float]:
        for run in line.runs:
            face = self.fonts.face(run.face)
            for glyph in run.glyphs:
                box = face.hb_font.get_glyph_extents(glyph.gid) if glyph.gid != NO_INK else None
                if box is not None and box.height:
                    for edge in (box.y_bearing, box.y_bearing + box.height):
                        yield (edge * face.scale + glyph.y_offset) * run.size / 1000

    def __getattr__(self, name: str) -> Any:
        return lambda *args, **kwargs: None


def clashes(plan: Plan, fonts: FontBook) -> list[tuple[int, Box, Box]]:
    """The lines of a page whose ink shares a place."""
    found = []
    for number, page in enumerate(plan.pages):
        ink = Lines(fonts)
        for placed in page.pieces:
            ink.x, ink.y = placed.x, placed.y
            placed.piece.paint(ink)
        assert ink.boxes
        found += [
            (number, a, b)
            for a, b in combinations(ink.boxes, 2)
            if min(a[2], b[2]) - max(a[0], b[0]) > 0.5 and min(a[3], b[3]) - max(a[1], b[1]) > 0
        ]
    return found


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


@pytest.mark.parametrize("size", ["standard", "large"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_leaflet_is_built_and_none_of_its_lines_touch(
    language: str, size: str, tmp_path: Path, workshop: Workshop
) -> None:
    read, _ = read_for(Order(write_in(language, tmp_path), None, "a4", size, TODAY), workshop)
    form, print_size = parse_printed("a4"), parse_size(size)
    plan = laid_out(read, form, print_size, Options(), workshop).plan
    assert clashes(plan, workshop.fonts) == []
    assert printed(read, form, print_size, Options(), workshop).problems == ()


def test_where_whom_to_call_takes_the_whole_line_the_title_stands_under_it(tmp_path: Path, workshop: Workshop) -> None:
    """In Ukrainian the title had the width of one letter left, and ran down the page letter by letter."""
    leaflet = write_in("uk", tmp_path, TEXTS_OF_LANGUAGES)
    read, _ = read_for(Order(leaflet, None, "exercise-a4", "standard", TODAY), workshop)
    plan = laid_out(read, parse_printed("exercise-a4"), parse_size("standard"), Options(), workshop).plan
    assert read.loaded.leaflet.title in texts_of(plan)


def test_every_script_of_the_fonts_has_a_sample_text() -> None:
    assert len({spec.script for spec in STANDARD_FACES if spec.script and spec.script not in HANDS}) == 16
    assert len(TEXTS) == 21
