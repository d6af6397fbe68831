"""The head of the first page: whose leaflet it is, with the logo, and that it is a draft as long as it is one."""

from __future__ import annotations

from handoutgen.content.model import Leaflet
from handoutgen.layout.blocks.figures import fitted, picture_piece
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, overlay, piece_atom
from handoutgen.layout.flow.pieces import DrawingPiece, RasterPiece, Rule
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.record import giver, is_draft

LOGO_HIGH = 2.6
"""The highest a logo stands, in units of the body size: sure, and smaller than the title."""
LOGO_IN_A_LINE = 1.35
"""On a form that has one page for all: as high as a line of words."""
LOGO_WIDE = 0.36
"""The widest, as a share of the page's text: the clinic's name stands beside it."""


def masthead(setting: Setting, parent: Element, leaflet: Leaflet, logo_high: float = LOGO_HIGH) -> Atom:
    """The logo (at most `logo_high` body sizes), the clinic's name, and what a reader must know of this printing; one
    rule under them."""
    grid = setting.grid
    words = _named(setting, parent, leaflet, logo_high)
    rule = PieceInAtom(
        Rule(grid.full, setting.scale.rule, setting.palette.accent), 0.0, words.height + setting.unit * 0.5
    )
    return Atom((*words.puts, rule), words.height + setting.unit * 0.5)


def _named(setting: Setting, parent: Element, leaflet: Leaflet, logo_high: float) -> Atom:
    logo = _logo(setting, parent, logo_high)
    if logo is None:
        return _words(setting, parent, leaflet, setting.grid.full)
    indent = logo.width + setting.scale.base * 0.9
    words = _words(setting, parent, leaflet, setting.grid.full - indent)
    high = max(logo.height, words.height)
    return overlay(
        piece_atom(logo).moved(0.0, (high - logo.height) / 2),
        words.moved(indent, max(0.0, high - words.height)),
    )


def _words(setting: Setting, parent: Element, leaflet: Leaflet, width: float) -> Atom:
    """The name, and beside it where there is room, else under it, that it is a draft."""
    name = giver(setting.voice)
    left = setting.text(parent.add("P"), name, width, bold=True)
    puts, high = [PieceInAtom(left, 0.0, 0.0)], left.height
    if is_draft(setting.voice, leaflet):
        draft = setting.voice.word("draft")
        room = min(setting.natural_width(draft) + 0.5, width)
        right = setting.text(parent.add("P"), draft, room)
        fits = setting.natural_width(name, bold=True) + room + 2 * setting.scale.base <= width
        puts.append(PieceInAtom(right, width - room, 0.0) if fits else PieceInAtom(right, 0.0, high))
        high = max(high, puts[-1].down + right.height)
    if setting.voice.notice:
        notice = setting.text(parent.add("P", ident="notice"), setting.voice.notice, width, bold=True)
        puts.append(PieceInAtom(notice, 0.0, high))
        high += notice.height
    return Atom(tuple(puts), high)


def _logo(setting: Setting, parent: Element, high: float) -> DrawingPiece | RasterPiece | None:
    logo, clinic = setting.logo, setting.voice.clinic
    if logo is None or clinic is None or clinic.logo is None:
        return None
    # The name stands beside it as text: a logo that only says it again would be read out twice.
    says_more = clinic.logo.alt.casefold() != giver(setting.voice).casefold()
    element = parent.add("Figure", alt=clinic.logo.alt) if says_more else None
    box = fitted(logo, setting.grid.full * LOGO_WIDE, setting.scale.base * high)
    return picture_piece(element, logo, *box)
