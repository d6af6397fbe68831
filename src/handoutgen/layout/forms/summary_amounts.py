"""How much a summary says, from all to the least."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.story.detail import Detail

USUAL_GAP = 1.5
"""White between the blocks, in units, where there is room."""


class Amount(Struct, frozen=True):
    """How much a summary says: the richest that fits is taken."""

    detail: Detail
    gap: float = USUAL_GAP
    """White between the blocks, in units."""
    titles: bool = True
    """Whether the titles of what is left out are said, or only that there is more."""
    briefs: bool = True
    """Whether sections have their line, beside what keeps readers safe."""
    pages: int = 1
    is_help_first: bool = False
    """Whether help stands before the strategies: on the front of two sides."""
    has_panel: bool = False
    """Whether the title stands on a panel with the leaflet's drawing."""
    is_tight: bool = False
    """Whether the signs may stand in two columns under their labels, where they have no room beside them."""
    has_code: bool = False
    """Whether a panel closes it, with the code that opens the clinic's page."""
    marks: float = 1.0
    """How large the numerals and discs of the strategies are, as a share of those in brief."""


HARDLY = 0.05
"""No white to speak of; what room there is in the end is shared out evenly."""
SHORT = Detail(title=False, line="short")
ONE_PAGE = (
    Amount(Detail()),
    Amount(Detail(), gap=0.75, titles=False, is_tight=True),
    Amount(SHORT, gap=0.75, titles=False, is_tight=True),
    Amount(SHORT, gap=0.25, titles=False, is_tight=True),
    Amount(SHORT, gap=HARDLY, titles=False, briefs=False, is_tight=True),
)
CARD_MARKS = 1.3
"""As large as on the cards of a whole leaflet."""
RICHEST = Amount(Detail(safety=True), pages=2, is_help_first=True, has_panel=True)
TWO_PAGES = (
    replace(RICHEST, has_code=True, marks=CARD_MARKS, gap=2.5),
    replace(RICHEST, has_code=True, marks=CARD_MARKS, gap=2.0),
    replace(RICHEST, has_code=True, marks=CARD_MARKS),
    replace(RICHEST, has_code=True),
    RICHEST,
    Amount(Detail(safety=True), pages=2, is_help_first=True),
    Amount(Detail(), pages=2, is_help_first=True),
    Amount(Detail(), gap=0.75, titles=False, pages=2, is_help_first=True, is_tight=True),
    Amount(Detail(), pages=2),
    Amount(Detail(), gap=0.75, titles=False, pages=2),
    Amount(SHORT, gap=0.75, titles=False, pages=2),
    Amount(SHORT, gap=0.25, titles=False, pages=2, is_tight=True),
    Amount(SHORT, gap=HARDLY, titles=False, briefs=False, pages=2, is_tight=True),
)
SAFEST_LARGE = Amount(Detail(safety=True), gap=0.75, pages=4, is_help_first=True, has_panel=True)
ALL_WARNINGS_LARGE = (
    replace(SAFEST_LARGE, marks=CARD_MARKS),
    SAFEST_LARGE,
    replace(SAFEST_LARGE, gap=0.25, titles=False),
    replace(SAFEST_LARGE, gap=HARDLY, titles=False, has_panel=False),
)
"""For strategies whose caution stands for more: when to stop, and whom to ask first."""
LARGE_PRINT = (
    Amount(Detail(), pages=4, is_help_first=True, has_panel=True, marks=CARD_MARKS),
    Amount(Detail(), pages=4, is_help_first=True, has_panel=True),
    Amount(Detail(), pages=4, is_help_first=True),
    Amount(SHORT, gap=0.25, titles=False, pages=4, is_help_first=True),
)
"""From all to the least a summary may say: white goes before words. Help, key points and what strategies and sections
warn of are never shortened."""
