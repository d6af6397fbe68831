"""The first page of a whole leaflet: whose it is, what it is about, its key points, and when to get help if it fits.

Several ways are tried, from the richest: nobody should have to turn a page to find whom to call.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from handoutgen.content.model import Leaflet
from handoutgen.layout.blocks.contact import contact_lines
from handoutgen.layout.blocks.help_pointer import help_pointer
from handoutgen.layout.blocks.help_whole import SPACE_ABOVE, HelpBox, WholeHelpBoxes
from handoutgen.layout.blocks.masthead import line_to_call, masthead
from handoutgen.layout.blocks.parts import BodyPart, first_of_body, key_points, key_points_across
from handoutgen.layout.blocks.start_with import start_with
from handoutgen.layout.blocks.title import PictureSize, title_block
from handoutgen.layout.flow.atoms import NEVER, Atom, merge, outline_of, overlay, spanning, total_height
from handoutgen.layout.forms.closer import closer
from handoutgen.layout.forms.known_way import sought_once
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.help import where_help_is
from handoutgen.story.order import what_to_do_now
from handoutgen.story.voice import words_of
from handoutgen.units import mm

KEY_POINTS_APART = 400.0
"""Key points stand on page 1: parted only where the body is too large for all of them."""
LATE_PAGE = 88
"""A page number as wide as any that the pointer to the help box may say."""
LESS_WHITE = (0.85, 0.7, 0.6)
"""The white between blocks as a share of what it should be, where that makes room for what readers need."""
OVER_FOOTER = mm(3)
"""Between the help box and what stands over the footer, where there is room for both."""
TO_ROWS = 0.6
"""What of that white a close box has over its rows instead."""
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
    shape: Hashable
    """What was found, and all of the clinic that decided so, and would in any other amount of white."""


def first_page(setting: Setting, leaflet: Leaflet, body: list[BodyPart], depth: float) -> FirstPage:
    """The richest opening under which a page of `depth` pt has room for the help box, or else for where to find it, so
    that the key points are not parted; or else the richest of all. Over two columns a rich one with less white is
    better than a poorer one. It is sought once for all clinics whose head and help box are of one shape."""
    page = _Page(setting, leaflet, body, depth)
    known = sought_once(
        ("first page", depth),
        page.richest,
        page.shape_in,
        lambda: _found(page),
        lambda found: found.way,
        setting.memory,
    )
    opening, box = page.opening(known.way), None
    if known.has_box:
        room = page.room(known.way, opening) - known.over_footer
        box = page.boxes(known.way.white).within(room, known.over_footer * TO_ROWS)
    return FirstPage(opening, box, (known, page.shape_in(known.way)))


def opening_over_pointer(setting: Setting, leaflet: Leaflet, body: list[BodyPart], depth: float) -> Opening:
    """The richest opening in the white of the setting alone under which there is room for where to find the help box;
    or else the richest of all."""
    page = _Page(setting, leaflet, body, depth)
    return page.opening(_over_pointer(page))


class _Way(NamedTuple):
    """One way to open a leaflet."""

    is_paired: bool
    """Whether what to do now stands beside the key points."""
    picture: PictureSize
    white: float
    """Between its blocks, as a share of what it should be."""


class _Found(NamedTuple):
    """Which way was best, and whether the help box stands under it, so far over the footer at the least, in pt."""

    way: _Way
    has_box: bool
    over_footer: float = 0.0


class _Page:
    """A first page in all ways in which it can be set, each set when it is asked for."""

    def __init__(self, setting: Setting, leaflet: Leaflet, body: list[BodyPart], depth: float) -> None:
        self.setting, self.leaflet, self.depth = setting, leaflet, depth
        now = what_to_do_now(leaflet) if setting.grid.has_columns else None
        low = now is not None and total_height(body[0].atoms) <= depth * BESIDE_UP_TO
        self._beside = body[0] if low else None
        self._openings: dict[_Way, Opening] = {}
        self._boxes: dict[float, WholeHelpBoxes] = {}
        self._shapes: dict[_Way, Hashable] = {}

    def kinds(self) -> Iterator[tuple[bool, PictureSize]]:
        """The kinds of opening from the richest to the poorest."""
        pictured: tuple[PictureSize, ...] = ("large",)
        if self.leaflet.main_figure:
            pictured = ("large", "small", "none") if self.setting.grid.has_columns else ("large", "none")
        for is_paired in (True, False) if self._beside else (False,):
            for picture in pictured:
                yield is_paired, picture

    @property
    def richest(self) -> _Way:
        """The first of all ways."""
        return _Way(*next(self.kinds()), 1.0)

    def shape_in(self, way: _Way) -> Hashable:
        """All of the clinic that decides which way is best, as it is when it is set in one of them."""
        if way not in self._shapes:
            pointer = words_of(where_help_is(self.setting.voice, self.leaflet.help.title, LATE_PAGE))
            own = tuple(map(outline_of, self.opening(way).atoms))
            self._shapes[way] = (own, pointer, self.boxes(way.white).shape)
        return self._shapes[way]

    def own(self, white: float) -> Setting:
        """The setting with less white."""
        if white == 1.0:
            return self.setting
        scale = self.setting.scale
        return closer(self.setting, scale.body, white * (scale.unit / scale.base))

    def opening(self, way: _Way) -> Opening:
        """The opening set in one way."""
        if way not in self._openings:
            own, now = self.own(way.white), self._beside if way.is_paired else None
            if now is not None and own is not self.setting:
                now = first_of_body(own, Element("Document"), self.leaflet, self.depth)
            self._openings[way] = _opening(own, self.leaflet, now, way.picture)
        return self._openings[way]

    def boxes(self, white: float) -> WholeHelpBoxes:
        """The help boxes in a share of the white."""
        if white not in self._boxes:
            self._boxes[white] = WholeHelpBoxes(self.own(white), self.leaflet.help)
        return self._boxes[white]

    def room(self, way: _Way, opening: Opening) -> float:
        """What the opening leaves for the help box, in pt."""
        return self.depth - opening.height - self.own(way.white).unit * SPACE_ABOVE


def _found(page: _Page) -> _Found:
    whites = (1.0, *LESS_WHITE) if page.setting.grid.has_columns else (1.0,)
    for kind in page.kinds():
        close: _Found | None = None
        for way in (_Way(*kind, white) for white in whites):
            room = page.room(way, page.opening(way))
            if page.boxes(way.white).holds(room - OVER_FOOTER):
                return _Found(way, has_box=True, over_footer=OVER_FOOTER)
            if close is None and page.boxes(way.white).holds(room):
                close = _Found(way, has_box=True)
        if close:
            return close
    return _Found(_over_pointer(page), has_box=False)


def _over_pointer(page: _Page) -> _Way:
    _, pointer = help_pointer(page.setting, page.leaflet.help, Element("H2"), LATE_PAGE)
    room = page.depth - pointer.height - page.setting.unit * SPACE_ABOVE
    ways = [_Way(*kind, 1.0) for kind in page.kinds()]
    return next((way for way in ways if page.opening(way).height <= room), ways[0])


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
