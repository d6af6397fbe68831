"""Fields by themselves: how they are called, and which boxes of a place are one."""

from __future__ import annotations

from collections import Counter
from typing import cast

from handoutgen.pdf.verifying.verify_fields import _overlap
from handoutgen.pdf.writing.boxes import goes_on_below, union
from handoutgen.pdf.writing.fields import FieldWriter


def test_a_name_has_no_dots_and_is_given_once() -> None:
    names: Counter[str] = Counter()
    holder = cast("FieldWriter", type("Holder", (), {"_names": names})())
    given = [FieldWriter._name(holder, "No. 1") for _ in range(3)]
    assert len(set(given)) == 3
    assert not any("." in name for name in given)


def test_lines_under_each_other_are_one_box() -> None:
    first, second = (0.0, 20.0, 50.0, 40.0), (0.0, 0.0, 50.0, 20.0)
    assert goes_on_below((0, first), (0, second))
    assert not goes_on_below((0, first), (1, second))
    assert union(first, second) == (0.0, 0.0, 50.0, 40.0)


def test_boxes_that_only_meet_do_not_overlap() -> None:
    assert not _overlap((0, 0, 10, 10), (10, 0, 20, 10))
    assert _overlap((0, 0, 10, 10), (9, 9, 20, 20))
