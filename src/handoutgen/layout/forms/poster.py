"""A poster for the waiting room: what it is, one big icon and a few words for each strategy, help, and a code to scan.

Sizes follow the distance it is read from. 24 to 36 pt body, 46 to 56 pt sections and 72 pt and more for the title
read well at 1 to 2 m (Gilson and Kitchin 2007); the form's own scale and the ratios below keep to that
at every distance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.content.strategies import Strategy
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.design.grid import Grid
from handoutgen.design.scale import Level
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.brief_strategies import glance_list
from handoutgen.layout.blocks.contact import contact_lines
from handoutgen.layout.blocks.help_levels import LEVEL_ICONS
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, overlay, piece_atom, total_height
from handoutgen.layout.flow.pages import place_atoms
from handoutgen.layout.flow.pieces import DrawingPiece, Frame
from handoutgen.layout.forms.making_room import Region, fill
from handoutgen.layout.setting import Setting
from handoutgen.pictures.qr import qr_drawing
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed, Page, Placed
from handoutgen.story.addresses import printed_address
from handoutgen.story.contact import FEET, Foot, main_line
from handoutgen.story.detail import LeftOut, is_among, remaining
from handoutgen.story.glance import glances, keeps_safe
from handoutgen.story.help import levels_of, run_in_words, when_closed
from handoutgen.story.record import identity
from handoutgen.units import mm

TITLE, WORDS, MESSAGE = 3.0, 1.3, 1.15
"""Sizes in units of the poster's body size."""
ICON = 3.6
CODE_SIDE = mm(38)
"""At least 30 mm, so that a telephone at arm's length reads it (a tenth of the distance)."""
COLUMNS = 3
LEAST_WHITE = 2
"""In units: the white between the message, the icons and the help band."""
SHORTEN = "the main message, what sections warn of or the emergency signs, choose a smaller --distance"


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """One sheet. Raises DoesNotFit, saying by how much, when the words are too many."""
    setting = replace(setting, grid=_wide(setting.grid, form))
    grid, unit = setting.grid, setting.unit

    def lay(gone: LeftOut, depth: float) -> Stack | None:
        strategies = remaining(leaflet, gone)
        if leaflet.strategies and not strategies:
            return None
        stacks = (_stack(setting, leaflet, strategies, foot, briefs) for briefs in (True, False) for foot in FEET)
        return next((stack for stack in stacks if stack.height + unit * LEAST_WHITE <= depth), None)

    region = Region("", leaflet.strategies, lay, grid.depth, SHORTEN)
    stack, gone = fill(region, leaflet, form, setting)
    spare = grid.depth - stack.height
    start = grid.height - grid.top - total_height(stack.top) - spare / 2
    placed: list[Placed] = [
        *place_atoms(grid, stack.top),
        *place_atoms(grid, stack.middle, start),
        *place_atoms(grid, [stack.foot], grid.bottom + stack.foot.height),
    ]
    claims = partial(_is_claimed, leaflet, gone, stack.briefs)
    return Composed(stack.root, (Page(grid.width, grid.height, tuple(placed)),), gone, claims)


def _wide(grid: Grid, form: Format) -> Grid:
    """The poster's whole width: icons and the help band fill it, and no line of words is long for all that."""
    margin = form.margin or grid.left
    return replace(grid, left=margin, measure=form.page_width - 2 * margin)


@dataclass(frozen=True, slots=True)
class Stack:
    """What stands on a poster, from top to bottom."""

    root: Element
    top: list[Atom]
    middle: list[Atom]
    foot: Atom
    briefs: bool
    """Whether sections have their line, beside what keeps readers safe."""

    @property
    def height(self) -> float:
        """In pt, without the white between the three."""
        return total_height(self.top) + total_height(self.middle) + self.foot.height


def _stack(setting: Setting, leaflet: Leaflet, strategies: Sequence[Strategy], foot: Foot, briefs: bool) -> Stack:
    root = Element("Document", language=leaflet.language)
    grid, base, unit = setting.grid, setting.scale.base, setting.unit
    head = masthead(setting, root, leaflet)
    title = setting.text(root.add("H1", bookmark=leaflet.title), leaflet.title, grid.measure, _level(base, TITLE, 1.1),
                         bold=True, balance=True)  # fmt: skip
    phrase = setting.voice.phrase(leaflet.main_message)
    message = setting.text(root.add("P"), phrase, grid.measure, _level(base, MESSAGE, 1.3), balance=True)
    listed = [each for each in glances(setting.voice, leaflet) if briefs or each.reminders]
    sections = glance_list(setting, root, listed, grid.measure, with_brief=briefs)
    rows = [*_icons(setting, root, strategies), *sections]
    top = [head, piece_atom(title, before=unit * 3), piece_atom(message, before=unit * 2)]
    middle = [row.with_break(before=unit * 2.5) for row in rows]
    return Stack(root, top, middle, _foot(setting, root, leaflet, foot), briefs)


def _is_claimed(leaflet: Leaflet, gone: LeftOut, briefs: bool, path: ModelPath) -> bool:
    if path[:2] == ("management", "strategies"):
        return path[3:] == ("short",) and not is_among(leaflet.strategies[int(path[2])], gone)
    if path[0] in ("about", "causes", "symptoms", "sections"):
        return (briefs and path[-1] == "brief") or keeps_safe(leaflet, path)
    first = levels_of(leaflet.help)[0][0]
    return path[0] in ("title", "main_message") or path[:3] in (("help", first, "signs"), ("help", first, "groups"))


def _level(base: float, ratio: float, leading: float) -> Level:
    return Level(round(base * ratio, 2), round(base * ratio * leading, 2))


def _icons(setting: Setting, parent: Element, strategies: Sequence[Strategy]) -> list[Atom]:
    """Big icons, each over its few words, three to a row."""
    if not strategies:
        return []
    holder = parent.add("L", numbering="None")
    base = setting.scale.base
    size, gap = base * ICON, base * 1.2
    share = (setting.grid.measure - gap * (COLUMNS - 1)) / COLUMNS
    cells = []
    for strategy in strategies:
        body = holder.add("LI").add("LBody")
        words = setting.text(body, strategy.short, share, _level(base, WORDS, 1.2), bold=True)
        icon = DrawingPiece(None, setting.icon(strategy.icon, setting.palette.accent), size, size)
        down = size + setting.unit * 0.75
        cells.append(Atom((PieceInAtom(icon, 0.0, 0.0), PieceInAtom(words, 0.0, down)), down + words.height))
    return [
        overlay(*(cell.moved(i * (share + gap)) for i, cell in enumerate(cells[start : start + COLUMNS])))
        for start in range(0, len(cells), COLUMNS)
    ]


def _foot(setting: Setting, root: Element, leaflet: Leaflet, foot: Foot) -> Atom:
    """The help band, and beside it a code; under them the code's address in words, and which poster this is."""
    address = setting.voice.fields.get("clinic.web") or next(
        (place.web for place in leaflet.support if place.web), None
    )
    measure, unit = setting.grid.measure, setting.unit
    rows = [_band(setting, root, leaflet, measure - (CODE_SIDE + setting.scale.base if address else 0.0), foot)]
    used = 0.0
    if address:
        code = DrawingPiece(None, qr_drawing(address), CODE_SIDE, CODE_SIDE)
        rows[0] = overlay(rows[0], Atom((PieceInAtom(code, measure - CODE_SIDE, 0.0),), CODE_SIDE))
        said = printed_address(address) if foot.address else printed_address(address).partition("/")[0]
        link = root.add("P").add("Link", uri=address, description=printed_address(address))
        rows.append(piece_atom(setting.text(link, said, measure, bold=True, align="end"), before=unit * 0.5))
        used = setting.natural_width(said, bold=True) + setting.scale.base
    if not foot.identity:
        return merge(rows)
    beside, below = _which(setting, leaflet, foot, measure - used if address else 0.0)
    lines = [
        piece_atom(setting.text(root.add("P"), words, measure), before=unit * 0.5) for words in (beside, below) if words
    ]
    if beside:
        rows[-1] = overlay(rows[-1], lines.pop(0)).with_break(before=unit * 0.5)
    return merge([*rows, *lines])


def _which(setting: Setting, leaflet: Leaflet, foot: Foot, room: float) -> tuple[str, str]:
    """Which poster this is, and that the leaflet has more: what of it stands beside the address in `room` pt, and what
    below."""
    has_more = foot.more and leaflet.all_sections
    said = [identity(setting.voice, leaflet), *([setting.voice.word("full_has_more")] if has_more else [])]
    for beside, below in ((said, []), (said[:1], said[1:]), (said[1:], said[:1])):
        if beside and setting.natural_width(" · ".join(beside)) <= room:
            return " · ".join(beside), " · ".join(below)
    return "", " · ".join(said)


def _band(setting: Setting, root: Element, leaflet: Leaflet, width: float, foot: Foot) -> Atom:
    """Whom to call: the emergency number with its signs, and the clinic."""
    sect = root.add("Sect", ident="help")
    pad, size = setting.scale.base * 0.8, setting.scale.base * 1.7
    hang = size + setting.scale.base * 0.7
    inner = width - 2 * pad - hang
    key, level = levels_of(leaflet.help)[0]
    said = run_in_words(setting.voice, key, level, with_action=False)
    emergency = piece_atom(setting.text(sect.add("P"), said, inner))
    atoms = []
    for icon, words in ((LEVEL_ICONS[key], emergency), ("phone", _clinic(setting, sect, inner, foot))):
        mark = DrawingPiece(None, setting.icon(icon, setting.palette.accent), size, size)
        atom = overlay(words.moved(hang), Atom((PieceInAtom(mark, 0.0, 0.0),), size))
        atoms.append(atom.with_break(before=setting.unit))
    inside = merge(atoms).moved(pad, pad)
    frame = Frame(width, inside.height + pad, radius=setting.scale.base * 0.5, stroke=setting.palette.ink,
                  thickness=setting.scale.frame)  # fmt: skip
    return Atom((PieceInAtom(frame, 0.0, 0.0), *inside.puts), frame.height)


def _clinic(setting: Setting, sect: Element, width: float, foot: Foot) -> Atom:
    """The clinic's line by its own name, and the one for when it is closed; or lines to write on. "Call us today" would
    need its signs, for which a poster has no room."""
    narrow = replace(setting, grid=setting.grid.narrowed(width))
    blank = contact_lines(narrow, sect)
    said = main_line(setting.voice, foot)
    closed = when_closed(setting.voice) if foot.closed else ()
    if said and closed:
        said.append(Text(" " if said[-1].text.endswith(".") else ". "))
    said += closed
    return merge([*blank, *([piece_atom(setting.text(sect.add("P"), said, width))] if said else [])])
