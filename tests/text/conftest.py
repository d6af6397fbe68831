"""The real font book, opened once: reading fonts is most of the cost of these tests."""

from pathlib import Path

import pytest

from handoutgen.text.fontbook import FontBook

FONTS = Path(__file__).resolve().parents[2] / "fonts"


@pytest.fixture(scope="session")
def fonts() -> FontBook:
    return FontBook(FONTS)
