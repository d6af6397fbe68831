"""The first page of a whole leaflet: whose it is, what it is about, its key points, and when to get help if it fits.

Several ways are tried, from the richest: nobody should have to turn a page to find whom to call.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from handoutgen.content.model import Leaflet
from handoutgen.layout.blocks.contact import contact_lines
from handoutgen.layout.blocks.help_pointer import help_pointer
from handoutgen.layout.blocks.helpbox import SPACE_ABOVE, HelpBox, whole_help_box
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.blocks.parts import BodyPart, key_points, key_points_across
from handoutgen.layout.blocks.start_with import start_with
from handoutgen.layout.blocks.title import PictureSize, title_block
from handoutgen.layout.flow.atoms import NEVER, Atom, merge, overlay, spanning, total_height
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.order import what_to_do_now

KEY_POINTS_APART = 400.0
"""Key points stand on page 1: parted only where the body is too large for all of them."""
LATE_PAGE = 88
"""A page number as wide as any that the pointer to the help box may say."""
BESIDE_UP_TO = 0.5
"""What to do now stands beside the key points unless it takes more than this share of the page."""


class Opening(NamedTuple):
    """The start of a leaflet: masthead, title and main message, then the key points."""

    elements: tuple[Element, ...]
    """Of the head."""
    head: list[Atom]
    points: list[Atom]
    part: BodyPart
    """The key points."""
    now: BodyPart | None
    """What to do at once, where it stands beside them."""

    @property
    def atoms(self) -> list[Atom]:
        """All of them, hardly ever parted: what a reader could stop after."""
        first, *rest = self.points
        head = [atom.with_break(cost=NEVER) for atom in self.head]
        points = [a.with_break(cost=max(a.cost, KEY_POINTS_APART)) for a in rest]
        return [*head, first.with_break(cost=KEY_POINTS_APART), *points]

    @property
    def height(self) -> float:
        """In pt."""
        return total_height(self.atoms)


class FirstPage(NamedTuple):
    """The opening, and the help box if it stands under it."""

    opening: Opening
    help: HelpBox | None


def first_page(setting: Setting, leaflet: Leaflet, body: list[BodyPart], depth: float) -> FirstPage:
    """The richest opening under which a page of `depth` pt has room for the help box, or else for where to find it, so
    that the key points are not parted; or else the richest of all."""
    openings = list(_openings(setting, leaflet, body, depth))
    for opening in openings:
        box = whole_help_box(setting, leaflet.help, depth - opening.height - setting.unit * SPACE_ABOVE)
        if box:
            return FirstPage(opening, box)
    _, pointer = help_pointer(setting, leaflet.help, Element("H2"), LATE_PAGE)
    room = depth - pointer.height - setting.unit * SPACE_ABOVE
    return FirstPage(next((opening for opening in openings if opening.height <= room), openings[0]), None)


def _openings(setting: Setting, leaflet: Leaflet, body: list[BodyPart], depth: float) -> Iterator[Opening]:
    now = what_to_do_now(leaflet)
    beside = body[0] if now is not None and setting.grid.has_columns else None
    if beside and total_height(beside.atoms) > depth * BESIDE_UP_TO:
        beside = None
    pictured: tuple[PictureSize, ...] = ("large",)
    if leaflet.main_figure:
        pictured = ("large", "small", "none") if setting.grid.has_columns else ("large", "none")
    for paired in (beside, None) if beside else (None,):
        for picture in pictured:
            yield _opening(setting, leaflet, paired, picture)


def _opening(setting: Setting, leaflet: Leaflet, now: BodyPart | None, picture: PictureSize) -> Opening:
    holder = Element("Div")
    head = [
        masthead(setting, holder, leaflet),
        *contact_lines(setting, holder),
        *title_block(setting, holder, leaflet, picture=picture),
        *start_with(setting, holder, leaflet, setting.grid.full, leads=True),
    ]
    elements = tuple(holder.kids)
    if now:
        part = key_points(setting, Element("Div"), leaflet)
        both = overlay(merge(part.atoms), merge(now.atoms).moved(setting.grid.second))
        points = spanning([both])
    elif setting.grid.has_columns:
        part = key_points_across(setting, Element("Div"), leaflet)
        points = spanning(part.atoms)
    else:
        part = key_points(setting, Element("Div"), leaflet)
        points = part.atoms
    return Opening(elements, spanning(head), points, part, now)
