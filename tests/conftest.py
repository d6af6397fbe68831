"""What all tests share: the font book, opened once, and `soundness` on the path."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.text.fontbook import FontBook


@pytest.fixture(scope="session")
def fonts() -> FontBook:
    """The fonts that ship with the program."""
    return FontBook(Path(__file__).parent.parent / "fonts")
