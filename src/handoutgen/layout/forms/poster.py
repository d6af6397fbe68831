"""A poster for the waiting room: what it is, with the leaflet's drawing; a numeral, a disc and a few words for each
strategy; help; and a code to scan, with a reason to.

Sizes follow the distance it is read from. 24 to 36 pt body, 46 to 56 pt sections and 72 pt and more for the title
read well at 1 to 2 m (Gilson and Kitchin 2007); the form's own scale and the ratios below keep to that
at every distance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.content.helping import HelpLevel
from handoutgen.content.model import Leaflet
from handoutgen.content.strategies import Strategy
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.design.grid import Grid
from handoutgen.design.scale import Level
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.brief_strategies import glance_list
from handoutgen.layout.blocks.discs import icon_disc, strategy_disc
from handoutgen.layout.blocks.figures import fitted, picture_piece, with_true_lines
from handoutgen.layout.blocks.help_levels import LEVEL_DISCS, LEVEL_ICONS, grouped_signs
from handoutgen.layout.blocks.help_lists import signs_in_columns
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.blocks.panels import framed
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, overlay, piece_atom
from handoutgen.layout.flow.pages import place_atoms
from handoutgen.layout.flow.pieces import Frame
from handoutgen.layout.forms.making_room import Region, fill
from handoutgen.layout.forms.poster_foot import poster_foot
from handoutgen.layout.forms.set_once import SetOnce
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed, Page, Placed
from handoutgen.story.contact import FEET, Foot
from handoutgen.story.detail import LeftOut, is_among, is_cautioned, remaining
from handoutgen.story.glance import Glance, before_what_to_do, glances, keeps_safe
from handoutgen.story.help import label_words, level_label, levels_of
from handoutgen.units import mm

TITLE, WORDS, MESSAGE, HEADING, CALL, NUMERAL = 3.0, 1.3, 1.15, 1.5, 1.65, 2.25
"""Sizes in units of the poster's body size."""
DISCS = (3.6, 3.4, 3.2, 2.7)
"""A strategy's disc in the same units: a smaller one where there is no room, or a word would be torn."""
DRAWINGS = (mm(106), mm(92), mm(78))
"""How high the drawing's panel is at a body of 24 pt, the highest that fits."""
PICTURE_SHARES = (0.38, 0.34, 0.3)
"""How much of the width the drawing's panel takes, the widest that fits."""
COLUMNS = 2
OF_EMERGENCY = ("signs", "groups", "action", "actions")
"""What is said of the first level of help."""
CAP_HEIGHT = 0.67
"""How high capitals stand, as a share of the size."""
LEAST_WHITE = 0.9
"""In units: the white between the parts."""
SHORTEN = "the main message, what sections warn of or the emergency signs, choose a smaller --distance"


class Poster(Struct, frozen=True):
    """How much a poster shows, and how large."""

    briefs: bool
    """Whether sections have their line, beside what keeps readers safe."""
    drawing: float
    """How high the drawing's panel is at most, in pt; 0 without it."""
    share: float
    """How much of the width it takes."""
    disc: float
    in_columns: bool
    """Whether the signs of an emergency stand in two columns, to save room."""
    foot: Foot


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """One sheet. Raises DoesNotFit, saying by how much, when the words are too many."""
    setting = replace(setting, grid=_wide(setting.grid, form))
    grid, unit = setting.grid, setting.unit
    once = SetOnce()

    def lay(gone: LeftOut, depth: float) -> Stack | None:
        strategies = remaining(leaflet, gone)
        if leaflet.strategies and not strategies:
            return None
        for poster in _posters(setting, leaflet):
            stack = _stack(setting, leaflet, gone, poster, once)
            if stack.height + unit * LEAST_WHITE * (len(stack.parts) - 1) <= depth:
                return stack
        return None

    some_stay = all(strategy.optional for strategy in leaflet.strategies)
    region = Region("", leaflet.strategies[some_stay:], lay, grid.depth, SHORTEN)
    stack, gone = fill(region, leaflet, form, setting)
    white = (grid.depth - stack.height) / (len(stack.parts) - 1)
    atoms = [part.with_break(before=white if i else 0.0) for i, part in enumerate(stack.parts)]
    placed: list[Placed] = place_atoms(grid, atoms)
    claims = partial(_is_claimed, leaflet, gone, stack.briefs)
    return Composed(stack.root, (Page(grid.width, grid.height, tuple(placed)),), gone, claims)


def _posters(setting: Setting, leaflet: Leaflet) -> Iterator[Poster]:
    """From the richest: the drawing gets lower, then goes, then the foot says less; the sections' lines go last."""
    scale = setting.scale.base / 24
    drawings = [high * scale for high in DRAWINGS] if leaflet.main_figure else []
    for briefs in (True, False):
        for drawing, share in (*product(drawings, PICTURE_SHARES), (0.0, 0.0)):
            for foot in FEET:
                if drawing and not foot.identity:
                    break
                for in_columns, disc in product((False, True), DISCS):
                    yield Poster(briefs, drawing, share, disc, in_columns, foot)


def _wide(grid: Grid, form: Format) -> Grid:
    """The poster's whole width: icons and the help band fill it, and no line of words is long for all that."""
    margin = form.margin or grid.left
    return replace(grid, left=margin, measure=form.page_width - 2 * margin)


class Stack(Struct, frozen=True):
    """What stands on a poster: its parts from top to bottom, with the same white between them."""

    root: Element
    parts: list[Atom]
    briefs: bool

    @property
    def height(self) -> float:
        """In pt, without the white between the parts."""
        return sum(part.height for part in self.parts)


def _stack(setting: Setting, leaflet: Leaflet, gone: LeftOut, poster: Poster, once: SetOnce) -> Stack:
    root = Element("Document", language=leaflet.spoken)
    part, kept = partial(once.atoms, root), partial(setting.kept_below, root)
    shown = [(n, s) for n, s in enumerate(leaflet.strategies, start=1) if not is_among(s, gone)]
    numbers = tuple(number for number, _ in shown)
    first, rest = before_what_to_do(leaflet, glances(setting.voice, leaflet))
    parts = [
        *part("head", lambda holder: [masthead(setting, holder, leaflet)]),
        *kept(
            ("poster", poster.drawing, poster.share),
            lambda look, holder: [_top(look, holder, leaflet, poster.drawing, poster.share)],
        ),
        *kept(("poster first", poster.briefs), lambda look, holder: _sections(look, holder, first, poster.briefs)),
        *kept(
            ("poster", numbers, poster.disc),
            lambda look, holder: _strategies(look, holder, leaflet, shown, poster.disc),
        ),
        *kept(("poster sections", poster.briefs), lambda look, holder: _sections(look, holder, rest, poster.briefs)),
        *part(("help", poster.in_columns), lambda holder: [_band(setting, holder, leaflet, poster.in_columns)]),
        *part(poster.foot, lambda holder: [poster_foot(setting, holder, leaflet, poster.foot)]),
    ]
    return Stack(root, parts, poster.briefs)


def _sections(look: Look, root: Element, listed: Sequence[Glance], briefs: bool) -> list[Atom]:
    listed = [each for each in listed if briefs or each.reminders]
    rows = glance_list(look, root, listed, look.grid.measure, with_brief=briefs)
    return [merge([row.with_break(before=look.unit) for row in rows])] if rows else []


def _is_claimed(leaflet: Leaflet, gone: LeftOut, briefs: bool, path: ModelPath) -> bool:
    if path[:2] == ("management", "strategies"):
        return path[3:] == ("short",) and not is_among(leaflet.strategies[int(path[2])], gone)
    if path[0] in ("about", "causes", "symptoms", "sections"):
        return (briefs and path[-1] == "brief") or keeps_safe(leaflet, path)
    first = levels_of(leaflet.help)[0][0]
    return path[0] in ("title", "main_message") or (path[:2] == ("help", first) and path[2] in OF_EMERGENCY)


def _level(base: float, ratio: float, leading: float) -> Level:
    return Level(round(base * ratio, 2), round(base * ratio * leading, 2))


def _top(look: Look, root: Element, leaflet: Leaflet, high: float, share: float) -> Atom:
    """Title and message, and beside them the drawing on sand, on a `share` of the width and at most `high` pt high, if
    a word of the title is not torn for it."""
    base, full, unit = look.scale.base, look.grid.measure, look.unit
    level = _level(base, TITLE, 1.04)
    wide = full * share
    room = full - wide - base
    figure = leaflet.main_figure
    if not high or figure is None or look.longest_word(leaflet.title, level, bold=True) > room:
        figure, room = None, full
    title = look.text(root.add("H1", bookmark=leaflet.title), leaflet.title, room, level, bold=True,
                         colour=look.palette.deep, balance=True)  # fmt: skip
    phrase = look.voice.phrase(leaflet.main_message)
    level = _level(base, MESSAGE if figure is None else 1.0, 1.3)
    message = look.text(root.add("P"), phrase, room, level, balance=figure is None)
    words = merge([piece_atom(title), piece_atom(message, before=unit)])
    if figure is None:
        return words
    drawing, pad = look.figure(figure.file, wide), base * 0.4
    across, up = fitted(drawing, wide - 2 * pad, max(high, words.height) - 2 * pad)
    over = title.baseline - title.size * CAP_HEIGHT  # where the letters of the title begin
    foot = words.height - message.foot  # where the last line of the words stands
    tall = max(foot - over, up + 2 * pad)
    panel = Frame(wide, tall, radius=look.scale.corner, fill=look.palette.sand)
    picture = picture_piece(None, with_true_lines(look, drawing, across), across, up)
    x = full - wide
    puts = (
        PieceInAtom(panel, x, over), PieceInAtom(picture, x + (wide - across) / 2, over + tall - up - pad * 0.5)
    )  # fmt: skip
    return overlay(words, Atom(puts, over + tall))


def _strategies(
    look: Look, root: Element, leaflet: Leaflet, shown: Sequence[tuple[int, Strategy]], disc: float
) -> list[Atom]:
    """Under their title two to a row: a numeral, an icon in a disc, a few words."""
    if not shown:
        return []
    base, unit = look.scale.base, look.unit
    sect = root.add("Sect", ident="management")
    own = leaflet.management.title if leaflet.management else None
    name = own or look.voice.word("management")
    heading = look.text(sect.add("H2", bookmark=name), name, look.grid.measure, _level(base, HEADING, 1.2),
                           bold=True, colour=look.palette.accent)  # fmt: skip
    care: list[Atom] = []
    if any(is_cautioned(strategy) for _, strategy in shown):
        said = look.text(sect.add("P"), look.voice.word("care_in_full"), look.grid.measure)
        care = [piece_atom(said, before=unit * 0.2)]
    holder = sect.add("L", numbering="Decimal")
    gap = base
    share = (look.grid.measure - gap * (COLUMNS - 1)) / COLUMNS
    cells = [_cell(look, holder, number, strategy, share, base * disc) for number, strategy in shown]
    cells = _in_middle(cells)
    rows = [
        overlay(*(cell.moved(i * (share + gap)) for i, cell in enumerate(cells[start : start + COLUMNS])))
        for start in range(0, len(cells), COLUMNS)
    ]
    return [merge([piece_atom(heading), *care, *(row.with_break(before=unit * 0.6) for row in rows)])]


def _in_middle(cells: Sequence[Atom]) -> list[Atom]:
    """The cells as high as the highest, each with its words in the middle: numerals and discs of a row stand level."""
    high = max(cell.height for cell in cells)
    return [replace(cell.moved(0.0, (high - cell.height) / 2), height=high) for cell in cells]


def _cell(look: Look, holder: Element, number: int, strategy: Strategy, share: float, size: float) -> Atom:
    base = look.scale.base
    entry = holder.add("LI", ident=strategy.id)
    level, words_level = _level(base, NUMERAL, 1.05), _level(base, WORDS, 1.15)
    numeral = look.text(entry.add("Lbl"), str(number), level.size * 2, level, bold=True, colour=look.palette.accent)
    x = max(level.size * 0.85, numeral.ink_width + base * 0.3)
    hang = x + size + base * 0.6
    if look.longest_word(strategy.short, words_level, bold=True) > share - hang:
        size, hang = base * 2, x + base * 2.4
    body = entry.add("LBody")
    disc = strategy_disc(look, body, strategy, size)
    name = body.add("Span") if body.kids else body
    words = look.text(name, strategy.short, share - hang, words_level, bold=True, balance=True)
    high = max(size, words.height)
    puts = (
        PieceInAtom(numeral, 0.0, high / 2 - numeral.baseline + 0.335 * level.size),
        *disc.moved(x, (high - size) / 2).puts,
        PieceInAtom(words, hang, (high - words.height) / 2),
    )
    return Atom(puts, high)


def _band(setting: Setting, root: Element, leaflet: Leaflet, in_columns: bool) -> Atom:
    """The emergency number with its signs and what else to do, in a frame."""
    sect = root.add("Sect", ident="help")
    base = setting.scale.base
    pad, size = base * 0.65, base * 2.4
    hang = size + base * 0.7
    inner = setting.grid.measure - 2 * pad
    key, level = levels_of(leaflet.help)[0]
    group = sect.add("Sect", ident=f"help-{key}")
    label = _call(setting, group, key, level, inner - hang)
    disc = icon_disc(setting, LEVEL_ICONS[key], size, LEVEL_DISCS[key])
    high = max(size, label.height)
    over = overlay(disc.moved(0.0, (high - size) / 2), label.moved(hang, (high - label.height) / 2))
    signs = signs_in_columns(setting, group, level, inner) if in_columns else None
    listed = [signs] if signs else grouped_signs(setting, group, level, inner)
    words = [over, *(atom.with_break(before=min(atom.before, setting.unit * 0.1)) for atom in listed)]
    if level.all_actions:
        said = setting.voice.phrase(" ".join(level.all_actions))
        words.append(piece_atom(setting.text(group.add("P"), said, inner), before=setting.unit * 0.3))
    return framed(setting, merge(words), setting.grid.measure, pad)


def _call(setting: Setting, group: Element, key: str, help_level: HelpLevel, room: float) -> Atom:
    """Whom to call, as large as a heading where no word is torn for it: it is read from further off than the signs."""
    said = label_words(setting.voice, key, help_level)
    ratio = CALL if setting.longest_word(said, _level(setting.scale.base, CALL, 1.15), bold=True) <= room else MESSAGE
    heading = group.add("H2", bookmark=level_label(setting.voice, key, help_level))
    return piece_atom(setting.text(heading, said, room, _level(setting.scale.base, ratio, 1.15)))
