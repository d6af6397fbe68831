"""The head of the first page: whose leaflet it is, with the logo, and that it is a draft as long as it is one."""

from __future__ import annotations

from typing import NamedTuple

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.design.scale import Level
from handoutgen.layout.blocks.emergency_line import emergency_line, emergency_width
from handoutgen.layout.blocks.figures import fitted, picture_piece
from handoutgen.layout.blocks.for_person import for_person
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, overlay, piece_atom
from handoutgen.layout.flow.pieces import DrawingPiece, RasterPiece, Rule
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.contact import main_number
from handoutgen.story.help import in_an_emergency
from handoutgen.story.isolating import without_isolates
from handoutgen.story.record import giver, is_draft

LOGO_HIGH = 2.8
"""The highest a logo stands, in units of the body size: sure, and smaller than the title."""
LOGO_IN_A_LINE = 1.35
"""On a form that has one page for all: as high as a line of words."""
LOGO_WIDE = 0.36
"""The widest, as a share of the page's text: the clinic's name stands beside it."""

TWO_LINES = 0.75
"""Of so much of its width a sentence takes two lines."""
CLEAR_OF_FRAME = 0.5
"""The rule's least distance from a frame over it, in units of the body size."""


def masthead(
    setting: Setting, parent: Element, leaflet: Leaflet | None, logo_high: float = LOGO_HIGH,
    *, with_emergency: bool = False,
) -> Atom:  # fmt: skip
    """The logo (at most `logo_high` body sizes), the clinic's name, and what a reader must know of this printing; at
    the right whom to call, where there is room, and `with_emergency` the number for that too, in a frame; one rule
    under them. Without a leaflet the head of a note."""
    grid = setting.grid
    logo = _logo(setting, parent, logo_high)
    indent = logo.width + setting.scale.base * 0.9 if logo else 0.0
    trial = Element("Div")
    names = _names(setting, leaflet)
    room = grid.full - indent
    left = room - max(width for _, width in names) - 2 * setting.scale.base
    call = _whom_to_call(setting, trial)
    if with_emergency:
        call = _with_emergency(setting, trial, call, left)
    if call is not None and call.width > left:
        call = None
    words = merge(
        [
            piece_atom(setting.text(parent.add("P", ident=ident), text, room, level, bold=bold))
            for (text, level, bold, ident), _ in names
        ]
    )
    high = max(logo.height if logo else 0.0, words.height, call.atom.height if call else 0.0)
    puts = list(words.moved(indent, (high - words.height) / 2).puts)
    if logo:
        puts = [PieceInAtom(logo, 0.0, (high - logo.height) / 2), *puts]
    if call is not None:
        parent.kids += trial.kids
        puts += call.atom.moved(grid.full - call.width, (high - call.atom.height) / 2).puts
    band = Rule(grid.full, setting.scale.band, setting.palette.accent, setting.scale.band)
    down = high + max(setting.unit * 0.6, setting.scale.base * CLEAR_OF_FRAME if with_emergency and call else 0.0)
    puts.append(PieceInAtom(band, 0.0, down))
    head = Atom(tuple(puts), down + setting.scale.band)
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


def _with_emergency(setting: Setting, parent: Element, call: _Call | None, room: float) -> _Call | None:
    """The number for an emergency in a frame, and at the right of it the clinic's line, both on two lines, if `room` pt
    hold both."""
    holder, beside = Element("Div"), call.width + 2 * setting.scale.base if call else 0.0
    whole = setting.natural_width(in_an_emergency(setting.voice), bold=True)
    frame = emergency_line(setting, holder, min(room - beside, whole * TWO_LINES if call else room), with_disc=False)
    taken = emergency_width(frame)
    if taken + beside > room:
        return call
    parent.kids[:0] = holder.kids
    if call is None:
        return _Call(frame, taken)
    high = max(frame.height, call.atom.height)
    line = call.atom.moved(taken + beside - call.width, (high - call.atom.height) / 2)
    return _Call(overlay(frame.moved(0.0, (high - frame.height) / 2), line), taken + beside)


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
