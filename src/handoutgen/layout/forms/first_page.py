"""The first page of a whole leaflet: whose it is, what it is about, its key points, and when to get help if it fits.

Several ways are tried, from the richest: nobody should have to turn a page to find whom to call.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from handoutgen.content.model import Leaflet
from handoutgen.layout.blocks.contact import contact_lines
from handoutgen.layout.blocks.help_pointer import help_pointer
from handoutgen.layout.blocks.helpbox import SPACE_ABOVE, HelpBox, WholeHelpBoxes
from handoutgen.layout.blocks.masthead import line_to_call, masthead
from handoutgen.layout.blocks.parts import BodyPart, first_of_body, key_points, key_points_across
from handoutgen.layout.blocks.start_with import start_with
from handoutgen.layout.blocks.title import PictureSize, title_block
from handoutgen.layout.flow.atoms import NEVER, Atom, merge, overlay, spanning, total_height
from handoutgen.layout.forms.closer import closer
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.order import what_to_do_now
from handoutgen.units import mm

KEY_POINTS_APART = 400.0
"""Key points stand on page 1: parted only where the body is too large for all of them."""
LATE_PAGE = 88
"""A page number as wide as any that the pointer to the help box may say."""
LESS_WHITE = (0.85, 0.7, 0.6)
"""The white between blocks as a share of what it should be, where that makes room for what readers need."""
OVER_FOOTER = mm(3)
"""Between the help box and what stands over the footer, where there is room for both."""
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
    that the key points are not parted; or else the richest of all. Over two columns a rich one with less white is
    better than a poorer one."""
    openings: list[tuple[Setting, Opening]] = []
    boxes: dict[float, WholeHelpBoxes] = {}
    for alike in _openings(setting, leaflet, body, depth):
        close: FirstPage | None = None
        for own, opening in alike:
            openings.append((own, opening))
            room = depth - opening.height - own.unit * SPACE_ABOVE
            mine = boxes.get(own.unit) or boxes.setdefault(own.unit, WholeHelpBoxes(own, leaflet.help))
            if box := mine.within(room):
                if higher := mine.within(room - OVER_FOOTER):
                    return FirstPage(opening, higher)
                close = close or FirstPage(opening, box)
        if close:
            return close
    return FirstPage(_over_pointer(setting, leaflet, [each for own, each in openings if own is setting], depth), None)


def opening_over_pointer(setting: Setting, leaflet: Leaflet, body: list[BodyPart], depth: float) -> Opening:
    """The richest opening in the white of the setting alone under which there is room for where to find the help box;
    or else the richest of all."""
    openings = [opening for alike in _openings(setting, leaflet, body, depth, less=()) for _, opening in alike]
    return _over_pointer(setting, leaflet, openings, depth)


def _over_pointer(setting: Setting, leaflet: Leaflet, openings: Sequence[Opening], depth: float) -> Opening:
    _, pointer = help_pointer(setting, leaflet.help, Element("H2"), LATE_PAGE)
    room = depth - pointer.height - setting.unit * SPACE_ABOVE
    return next((opening for opening in openings if opening.height <= room), openings[0])


def _openings(
    setting: Setting, leaflet: Leaflet, body: list[BodyPart], depth: float, less: Sequence[float] = LESS_WHITE
) -> Iterator[Iterator[tuple[Setting, Opening]]]:
    """The openings from the richest to the poorest, each kind with `less` and less white."""
    has_columns = setting.grid.has_columns
    now = what_to_do_now(leaflet) if has_columns else None
    beside = body[0] if now is not None and total_height(body[0].atoms) <= depth * BESIDE_UP_TO else None
    pictured: tuple[PictureSize, ...] = ("large",)
    if leaflet.main_figure:
        pictured = ("large", "small", "none") if has_columns else ("large", "none")
    unit = setting.scale.unit / setting.scale.base
    closer_ones = [closer(setting, setting.scale.body, white * unit) for white in less] if has_columns else []

    def alike(*, is_paired: bool, picture: PictureSize) -> Iterator[tuple[Setting, Opening]]:
        yield setting, _opening(setting, leaflet, beside if is_paired else None, picture)
        for own in closer_ones:
            part = first_of_body(own, Element("Document"), leaflet, depth) if is_paired else None
            yield own, _opening(own, leaflet, part, picture)

    for is_paired in (True, False) if beside else (False,):
        for picture in pictured:
            yield alike(is_paired=is_paired, picture=picture)


def _opening(setting: Setting, leaflet: Leaflet, now: BodyPart | None, picture: PictureSize) -> Opening:
    holder = Element("Div")
    head = [
        masthead(setting, holder, leaflet),
        *line_to_call(setting, holder),
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
