"""Every sign of the program's own words is in a font, or the whole script has none yet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handoutgen.content.words import languages_with_words, words_for
from handoutgen.language import language_of
from handoutgen.library.fonts import own_faces
from handoutgen.text.fontbook import FontBook

WITHOUT_A_FONT = {"Hans", "Hant"}
"""Scripts whose leaflets are refused for want of a font (HG301), whatever words there are."""
DAYS = [date(2026, month, 26) for month in range(1, 13)]


def lacking_in(fonts: FontBook, tag: str) -> set[str]:
    words = words_for(tag)
    texts = [*words.texts.values(), *map(words.day, DAYS), *map(words.month, DAYS), *map(words.weekday, range(1, 8))]
    return {character for text in texts for _, character in fonts.uncovered(text)}


@pytest.mark.parametrize("tag", languages_with_words())
def test_the_words_of_a_language_have_glyphs_if_its_script_has_a_font(fonts: FontBook, tag: str) -> None:
    lacking = lacking_in(fonts, tag)
    if language_of(tag).written_in in WITHOUT_A_FONT:
        assert lacking  # as soon as there is a font, this script leaves the list
    else:
        assert lacking == set()


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant"])
def test_the_chinese_words_have_glyphs_in_the_package_for_chinese(fonts: FontBook, tag: str, tmp_path: Path) -> None:
    pytest.importorskip("handoutgen_cjk")
    faces = own_faces(tmp_path, tag)
    assert len(faces) == 2
    assert lacking_in(fonts.with_faces(faces), tag) == set()
