"""Fields by themselves: how they are called, and which boxes of a place are one."""

from __future__ import annotations

from collections import Counter
from typing import cast

from handoutgen.pdf.verifying.verify_fields import _overlap
from handoutgen.pdf.writing.boxes import goes_on_below, union
from handoutgen.pdf.writing.fields import FieldWriter, _lines
from handoutgen.pdf.writing.fonts import FontEmbedder
from handoutgen.pdf.writing.reportlab_seam import ArchivalDocument
from handoutgen.plan.element import Ruling
from handoutgen.text.fontbook import FontBook


def test_a_name_has_no_dots_and_is_given_once() -> None:
    names: Counter[str] = Counter()
    holder = cast("FieldWriter", type("Holder", (), {"_names": names})())
    given = [FieldWriter._name(holder, "No. 1") for _ in range(3)]
    assert len(set(given)) == 3
    assert not any("." in name for name in given)


def test_a_field_for_several_lines_shows_them_until_it_is_filled_in() -> None:
    ruling = Ruling(30.0, 0.5, "#767676")
    assert [line.split()[6] for line in _lines(ruling, 200.0, 90.0, goes_on=False)] == ["60", "30"]
    assert [line.split()[6] for line in _lines(ruling, 200.0, 90.0, goes_on=True)] == ["60", "30", "0.25"]


def test_what_is_typed_is_in_a_font_that_pdfium_asks_for_all_letters(fonts: FontBook) -> None:
    embedder = FontEmbedder(cast("ArchivalDocument", None), fonts)
    names = [embedder.whole(key) for key in ("a", "b", "a", "c", "d", "e")]
    assert names == ["Wingdings", "Wingdings2", "Wingdings", "Wingdings3", "Webdings", "W4"]


def test_lines_under_each_other_are_one_box() -> None:
    first, second = (0.0, 20.0, 50.0, 40.0), (0.0, 0.0, 50.0, 20.0)
    assert goes_on_below((0, first), (0, second))
    assert not goes_on_below((0, first), (1, second))
    assert union(first, second) == (0.0, 0.0, 50.0, 40.0)


def test_boxes_that_only_meet_do_not_overlap() -> None:
    assert not _overlap((0, 0, 10, 10), (10, 0, 20, 10))
    assert _overlap((0, 0, 10, 10), (9, 9, 20, 20))
