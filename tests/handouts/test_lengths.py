"""No leaflet is longer than its readers asked for.

Counted are the words of the text alternative, as docs/content-review.md counts them: from the title to the list of
sources or, at the essential depth, to the record; words for drawings and the numbers of steps included, lines and boxes
to write on not. The parts to write on are a sheet of their own and are not counted. With them, as the review counted
when they still stood in every leaflet, low back pain has 1,226 words and preventing falls 1,214.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from handoutgen.build import Order, build
from handoutgen.depth import Depth
from handoutgen.formats import Options
from handoutgen.workshop import Workshop

HANDOUTS = Path(__file__).parents[2] / "handouts"
FIRST = "leg-cramps-ms"
OTHERS = sorted(path.parent.name for path in HANDOUTS.glob("*/en-GB.yaml") if path.parent.name != FIRST)
DAY = date(2026, 12, 1)
MOST_ESSENTIAL, MOST_FULL, MOST_OF_OTHERS = 1_150, 2_300, 1_200
END = re.compile(r"^(?:Sources|About this leaflet)\n-+$", re.MULTILINE)
TITLE = re.compile(r"^.+\n=+$", re.MULTILINE)


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


def counted(text: str) -> int:
    """Words with a letter or a figure."""
    return sum(bool(re.search(r"[^\W_]", word)) for word in text.split())


def length(workshop: Workshop, ident: str, depth: Depth) -> int:
    """How many words a leaflet has without sources, record and parts to write on."""
    options = Options(detail=depth)
    order = Order(HANDOUTS / ident / "en-GB.yaml", None, "text", "standard", DAY, options=options)
    said = build(order, workshop).data.decode()
    title, end = TITLE.search(said), END.search(said)
    assert title is not None and end is not None
    return counted(said[title.start() : end.start()])


def test_the_first_leaflet_is_short_at_both_depths(workshop: Workshop) -> None:
    essential, full = (length(workshop, FIRST, depth) for depth in (Depth.ESSENTIAL, Depth.FULL))
    assert 500 < essential <= MOST_ESSENTIAL
    assert essential < full <= MOST_FULL


@pytest.mark.parametrize("ident", OTHERS)
def test_the_other_leaflets_are_within_their_words_at_full_depth(workshop: Workshop, ident: str) -> None:
    assert 500 < length(workshop, ident, Depth.FULL) <= MOST_OF_OTHERS


def test_what_is_counted_are_words() -> None:
    assert counted("1. Take 10 mg.\n- [A leg.] ____ ☐ -----") == 6


def test_there_are_seven() -> None:
    assert len(OTHERS) == 6
