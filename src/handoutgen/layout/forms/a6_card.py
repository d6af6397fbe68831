"""Cards of a quarter of a sheet, four to one: what to do now in front with the emergency number, when to call it and
the clinic behind, in 12 pt.

For a pocket, a fridge or a bedside, and for hands and eyes for which a wallet card is too small.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from msgspec.structs import replace

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import ExtraSection, PictureSource
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.design.scale import Level
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.brief_strategies import glance_list
from handoutgen.layout.blocks.emergency_line import emergency_line
from handoutgen.layout.blocks.figures import fitted, picture_piece, with_true_lines
from handoutgen.layout.blocks.help_lists import ListedHelp
from handoutgen.layout.blocks.lists import bulleted
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.blocks.now_panel import now_panel
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, piece_atom, total_height
from handoutgen.layout.flow.pieces import Frame
from handoutgen.layout.flow.spread import spread_out
from handoutgen.layout.forms.card_help import CardSide, help_side
from handoutgen.layout.forms.cut_sheet import CutSheet
from handoutgen.layout.forms.making_room import too_long
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.contact import short_offer
from handoutgen.story.glance import Glance, glances, keeps_safe
from handoutgen.story.help import LEVELS
from handoutgen.story.order import what_to_do_now
from handoutgen.story.record import identity_line
from handoutgen.units import mm

PADDING = mm(8)
TITLE = 1.7
"""In units of the body size."""
LOGO = 1.8
SPREAD = 0.5
"""How much more white than usual there may be in front, as a share of what pages may have."""
DRAWING_WIDE, DRAWING_LEAST = mm(24), mm(29)
"""How wide the drawing beside the title is, and how high at least."""


class Front(NamedTuple):
    """What the front has beside the title and what to do now."""

    has_drawing: bool
    has_message: bool
    has_points: bool = False
    has_number: bool = True
    """Whom to call in an emergency: the signs are behind."""
    has_offer: bool = True


WITH_NOW = ((Front(True, True), Front(True, False), Front(False, True), Front(False, False)),)
WITHOUT_NOW = (
    (Front(True, True, has_points=True), Front(False, True, has_points=True)),
    (Front(True, True), Front(False, True)),
)
"""The richest that fits; in each group the number goes after the drawing."""
OVER_FOOT = mm(5)
"""White over which leaflet it is, where there is room."""


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """Two pages: fronts and backs. What other sections warn of stands behind as far as there is room, the rest in
    front. Raises DoesNotFit, saying by how much, when a side has too much to say."""
    width, height = form.page_width, form.page_height
    sheet = CutSheet((width, height), (width / 2, height / 2), 2, 2, PADDING)
    wide, depth = sheet.inner
    setting = replace(setting, grid=setting.grid.narrowed(wide))
    now = what_to_do_now(leaflet)
    shown = getattr(now, "id", "")
    listed = [each for each in glances(setting.voice, leaflet, {shown}) if each.reminders]
    for count in range(len(listed) + 1):
        front = _front(setting, leaflet, listed[:count], depth)
        back = help_side(setting, leaflet, listed[count:], depth)
        if front.excess > 0 or back.excess <= 0:
            break
    if front.excess > 0 or back.excess > 0:
        side, where = (front, "in front") if front.excess > 0 else (back, "on the back")
        raise too_long(leaflet, form, setting, where, side.excess, "the title, what sections warn of or the help signs")
    root = Element("Document", front.kids + back.kids, language=leaflet.spoken)
    room = depth
    if front.foot:
        free = depth - front.foot.height
        room = free - max(setting.unit * 0.5, min(OVER_FOOT, free - total_height(front.atoms)))
    sides = [spread_out(front.atoms, room, setting.unit * SPREAD), spread_out(back.atoms, depth, setting.unit)]
    pages = (sheet.filled(sides[0], front.foot), sheet.filled(sides[1]))
    return Composed(root, pages, claims=lambda path: _is_claimed(leaflet, front, back.how, path))


def _is_claimed(leaflet: Leaflet, front: CardSide, how: ListedHelp, path: ModelPath) -> bool:
    if path[0] == "sections" and leaflet.sections[int(path[1])] is what_to_do_now(leaflet):
        return path[-1] != "brief"
    if path[0] == "help":
        return path[1] in how.keys if path[1] in LEVELS else how.is_titled
    if path[0] == "key_points":
        return front.has_points
    if path[0] == "main_message":
        return front.has_message
    return path[0] == "title" or keeps_safe(leaflet, path)


def _front(setting: Setting, leaflet: Leaflet, listed: Sequence[Glance], depth: float) -> CardSide:
    """Whose it is, the title with the drawing, and what to do now; without such a section the message and the key
    points."""
    now = what_to_do_now(leaflet)
    for front in _fronts(has_section=isinstance(now, ExtraSection)):
        root = Element("Document")
        head = [masthead(setting, root, leaflet, LOGO), _title(setting, root, leaflet, front)]
        rest = [now_panel(setting, root, now, beside=False)] if isinstance(now, ExtraSection) else []
        rest = [panel.with_break(before=setting.unit) for panel in rest]
        rest += _key_points(setting, root, leaflet) if front.has_points else []
        rest += glance_list(setting, root, listed, setting.grid.measure, with_brief=False)
        foot = _identity(setting, root, leaflet, has_offer=front.has_offer)
        spare = depth - total_height([*head, *rest]) - foot.height - setting.unit * 0.5
        if spare >= 0:
            break
    return CardSide(root.kids, [*head, *rest], max(0.0, -spare), foot, front.has_points, front.has_message)


def _fronts(*, has_section: bool) -> Iterator[Front]:
    for group in WITH_NOW if has_section else WITHOUT_NOW:
        for has_number, front, has_offer in product((True, False), group, (True, False)):
            yield front._replace(has_number=has_number, has_offer=has_offer)


def _identity(setting: Setting, root: Element, leaflet: Leaflet, *, has_offer: bool) -> Atom:
    """Which leaflet this is, and until when it holds: on one line, or on one each; over it the offer of other formats,
    if there is one to make."""
    measure = setting.grid.measure
    parts = identity_line(setting.voice, leaflet, lambda line: setting.natural_width(line) <= measure)
    offer = short_offer(setting.voice) if has_offer else ""
    return merge([piece_atom(setting.text(root.add("P"), part, measure)) for part in (*filter(None, [offer]), *parts)])


def _title(setting: Setting, root: Element, leaflet: Leaflet, front: Front) -> Atom:
    """The title over the main message and whom to call in an emergency, if those have room, and beside them the
    leaflet's drawing on sand if no word is torn for it: an artifact, as words say what to do."""
    full, size = setting.grid.measure, setting.scale.base * TITLE
    level = Level(round(size, 2), round(size * 1.12, 2))
    figure = _drawing(leaflet) if front.has_drawing else None
    room = full - DRAWING_WIDE - setting.scale.base
    if figure is None or setting.longest_word(leaflet.title, level, bold=True) > room:
        figure, room = None, full
    title = setting.text(root.add("H1", bookmark=leaflet.title), leaflet.title, room, level, bold=True,
                         colour=setting.palette.deep)  # fmt: skip
    lines = [piece_atom(title, before=setting.unit)]
    if front.has_message:
        message = setting.text(root.add("P"), setting.voice.phrase(leaflet.main_message), room)
        lines.append(piece_atom(message, before=setting.unit * 0.4))
    if front.has_number:
        lines.append(emergency_line(setting, root, room, with_disc=False).with_break(before=setting.unit * 0.75))
    words = merge(lines)
    return words if figure is None else _beside_drawing(setting, words, figure)


def _drawing(leaflet: Leaflet) -> PictureSource | None:
    """The picture of what to do now, if the author has one for it; else that of the whole leaflet."""
    now = what_to_do_now(leaflet)
    return now.picture if isinstance(now, ExtraSection) and now.picture else leaflet.main_figure


def _beside_drawing(setting: Setting, words: Atom, figure: PictureSource) -> Atom:
    high, pad = max(words.height, DRAWING_LEAST), setting.scale.base * 0.25
    drawing = setting.figure(figure.file, DRAWING_WIDE)
    across, up = fitted(drawing, DRAWING_WIDE - 2 * pad, high - 2 * pad)
    panel = Frame(DRAWING_WIDE, high, radius=setting.scale.corner, fill=setting.palette.sand)
    piece = picture_piece(None, with_true_lines(setting, drawing, across), across, up)
    x = setting.grid.measure - DRAWING_WIDE
    puts = (
        *words.moved(0.0, (high - words.height) / 2).puts, PieceInAtom(panel, x, 0.0),
        PieceInAtom(piece, x + (DRAWING_WIDE - across) / 2, (high - up) / 2),
    )  # fmt: skip
    return Atom(puts, high, words.before)


def _key_points(setting: Setting, root: Element, leaflet: Leaflet) -> list[Atom]:
    sect = root.add("Sect", ident="key-points")
    name = setting.voice.word("key_points")
    head = setting.text(sect.add("H2", bookmark=name), name, setting.grid.measure, setting.scale.h2, bold=True,
                        colour=setting.palette.accent)  # fmt: skip
    points = bulleted(setting, sect, leaflet.key_points, setting.grid.measure, before=setting.unit * 0.4)
    return [piece_atom(head, before=setting.unit), *points]
