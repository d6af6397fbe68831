"""The head of the first page: whose leaflet it is, with the logo, and that it is a draft as long as it is one."""

from __future__ import annotations

from typing import NamedTuple

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.design.scale import Level
from handoutgen.layout.blocks.figures import fitted, picture_piece
from handoutgen.layout.blocks.for_person import for_person
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, piece_atom
from handoutgen.layout.flow.pieces import DrawingPiece, RasterPiece, Rule
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.contact import main_number
from handoutgen.story.isolating import without_isolates
from handoutgen.story.record import giver, is_draft

LOGO_HIGH = 2.8
"""The highest a logo stands, in units of the body size: sure, and smaller than the title."""
LOGO_IN_A_LINE = 1.35
"""On a form that has one page for all: as high as a line of words."""
LOGO_WIDE = 0.36
"""The widest, as a share of the page's text: the clinic's name stands beside it."""


def masthead(setting: Setting, parent: Element, leaflet: Leaflet | None, logo_high: float = LOGO_HIGH) -> Atom:
    """The logo (at most `logo_high` body sizes), the clinic's name, and what a reader must know of this printing; at
    the right whom to call, where there is room; one rule under them. Without a leaflet the head of a note."""
    grid = setting.grid
    logo = _logo(setting, parent, logo_high)
    indent = logo.width + setting.scale.base * 0.9 if logo else 0.0
    trial = Element("Div")
    call = _whom_to_call(setting, trial)
    names = _names(setting, leaflet)
    room = grid.full - indent
    if call is not None and max(width for _, width in names) + call.width + 2 * setting.scale.base > room:
        call = None
    words = merge(
        [
            piece_atom(setting.text(parent.add("P", ident=ident), text, room, level, bold=bold))
            for (text, level, bold, ident), _ in names
        ]
    )
    high = max(logo.height if logo else 0.0, words.height)
    puts = list(words.moved(indent, (high - words.height) / 2).puts)
    if logo:
        puts = [PieceInAtom(logo, 0.0, (high - logo.height) / 2), *puts]
    if call is not None:
        parent.kids += trial.kids
        puts += call.atom.moved(grid.full - call.width, (high - call.atom.height) / 2).puts
    band = Rule(grid.full, setting.scale.band, setting.palette.accent, setting.scale.band)
    puts.append(PieceInAtom(band, 0.0, high + setting.unit * 0.6))
    head = Atom(tuple(puts), high + setting.unit * 0.6 + setting.scale.band)
    return merge([head, *for_person(setting, parent)])


def line_to_call(setting: Setting, parent: Element) -> list[Atom]:
    """The clinic's main line under the head of large print, which has no room for it beside the name."""
    said = main_number(setting.voice)
    if said is None or setting.grid.has_columns:
        return []
    label, number = said
    words = [label, Text(setting.voice.word("colon")), number]
    return [piece_atom(setting.text(parent.add("P"), words, setting.grid.full), before=setting.unit * 0.75)]


class _Call(NamedTuple):
    atom: Atom
    width: float


def _whom_to_call(setting: Setting, parent: Element) -> _Call | None:
    """The clinic's main line: what it is called, and the number in bold under it."""
    said = main_number(setting.voice)
    if said is None or not setting.grid.has_columns:
        return None
    label, number = said
    level = setting.scale.h3
    width = max(setting.natural_width([label]), setting.natural_width([number], level, bold=True)) + 0.5
    name = setting.text(parent.add("P"), [label], width)
    call = setting.text(parent.add("P"), [number], width, level, bold=True)
    return _Call(merge([piece_atom(name), piece_atom(call)]), width)


_Line = tuple[str, Level, bool, str | None]


def _names(setting: Setting, leaflet: Leaflet | None) -> list[tuple[_Line, float]]:
    """The name, that it is a draft, and a notice, each with how wide it runs."""
    scale = setting.scale
    lines: list[_Line] = [(giver(setting.voice), scale.h3, True, None)]
    if leaflet is not None and is_draft(setting.voice, leaflet):
        lines.append((setting.voice.word("draft"), scale.body, False, None))
    if setting.voice.notice:
        lines.append((setting.voice.notice, scale.body, True, "notice"))
    return [(line, setting.natural_width(line[0], line[1], bold=line[2])) for line in lines]


def _logo(setting: Setting, parent: Element, high: float) -> DrawingPiece | RasterPiece | None:
    logo, clinic = setting.logo, setting.voice.clinic
    if logo is None or clinic is None or clinic.logo is None:
        return None
    # The name stands beside it as text: a logo that only says it again would be read out twice.
    says_more = clinic.logo.alt.casefold() != without_isolates(giver(setting.voice)).casefold()
    element = parent.add("Figure", alt=clinic.logo.alt) if says_more else None
    box = fitted(logo, setting.grid.full * LOGO_WIDE, setting.scale.base * high)
    return picture_piece(element, logo, *box)
