from __future__ import annotations

from handoutgen.content.versions import version_order


def test_numbers_are_compared_and_not_letters() -> None:
    assert version_order("1.9") < version_order("1.10") < version_order("2")
    assert version_order("1") == version_order("1.0") == version_order("1.0.0")
    assert version_order("1.0") < version_order("1.0.1")


def test_what_is_no_version_comes_first() -> None:
    assert version_order("") == version_order("x") == version_order("9" * 5_000) == () < version_order("0")
