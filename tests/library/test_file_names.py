"""A name that becomes a path is taken by every system, and a cell of a table is text in every spreadsheet."""

from __future__ import annotations

import pytest

from handoutgen.library.file_names import is_device, is_safe_name
from handoutgen.library.table_cells import text_cell


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "lpt9", "com¹", "con.yaml", "aux .pdf", "conin$"])
def test_a_name_that_windows_keeps_for_a_device_is_known(name: str) -> None:
    assert is_device(name)
    assert not is_safe_name(name)


@pytest.mark.parametrize("name", ["console", "com", "com10", "null", "con-clinic", "x.con"])
def test_a_name_that_only_begins_like_a_device_is_none(name: str) -> None:
    assert not is_device(name)
    assert is_safe_name(name)


@pytest.mark.parametrize("name", ["", ".", "..", ".x", "x.", "x ", "a/b", "a\\b", "a:b", "a\nb", "a*", "x" * 201])
def test_a_name_that_leads_elsewhere_or_that_some_system_refuses_is_not_safe(name: str) -> None:
    assert not is_safe_name(name)


@pytest.mark.parametrize("name", ["hill", "=cmd", "St Mary's (north)", "né", "20pt", "x" * 200])
def test_a_plain_name_is_safe(name: str) -> None:
    assert is_safe_name(name)


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-x", "@sum", " =1", "\t=1", "\rx", "＝1"])
def test_a_cell_that_begins_like_a_formula_is_written_as_text(cell: str) -> None:
    assert text_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["hill/x.pdf", "a=b", "", 12, -3])
def test_any_other_cell_is_written_as_it_is(cell: object) -> None:
    assert text_cell(cell) == cell
