"""Easy Read, line by line: a picture in the left third of the page, and one idea beside it in words.

A line never splits. Icons and drawings have panels of one width, so that the words all begin at one edge.
"""

from __future__ import annotations

from collections.abc import Iterator

from handoutgen.content.easy_read import EasyPart, EasyPicture, Video
from handoutgen.content.model import Leaflet
from handoutgen.content.sections import PictureSource
from handoutgen.layout.blocks.contact import CODE_SIDE
from handoutgen.layout.blocks.discs import icon_disc
from handoutgen.layout.blocks.figures import fitted, picture_piece, with_true_lines
from handoutgen.layout.blocks.help_levels import LEVEL_DISCS, LEVEL_ICONS
from handoutgen.layout.blocks.sections import headed, heading, open_section, reminder
from handoutgen.layout.flow.atoms import (
    EASY,
    FAIR,
    HARD,
    NEVER,
    Atom,
    PieceInAtom,
    continued,
    kept_together,
    merge,
    piece_atom,
)
from handoutgen.layout.flow.pieces import DrawingPiece, Frame
from handoutgen.layout.setting import Look, Setting
from handoutgen.pictures.floor import cut_at_floor
from handoutgen.pictures.model import Drawing
from handoutgen.pictures.qr import qr_drawing
from handoutgen.plan.element import Element
from handoutgen.story.easy_read import CallLine, call_over, call_under, easy_pairs, video_words
from handoutgen.story.voice import Runs, words_of
from handoutgen.units import mm

PICTURE_SHARE = 0.31
"""How much of the width pictures take."""
GAP = 1.4
"""Between a picture and its words, in body sizes."""
ICON_PANEL, ICON_HIGH = 0.54, 0.8
"""How high an icon's panel is, as a share of its width, and the icon, as a share of that."""
TALLEST = 0.85
"""How high a drawing's panel may be, as a share of its width."""
PADDING = 0.35
"""Between a drawing and its panel's edge, in body sizes."""
BETWEEN = 1.9
"""White between two lines, in units: more than within any of them."""
OWN_PAGE = -400.0
"""For emergencies: as much as can be stands on one page."""
TOGETHER = 60.0
"""What it costs to part one that a page can hold."""
CALL_DISC = mm(24)
"""Across, in pt: the mark beside whom to call."""


def part_atoms(setting: Setting, root: Element, leaflet: Leaflet, part: EasyPart, number: int) -> list[Atom]:
    """A part under its heading; of a level of help the number to call first, then what the reader notices."""
    sect = open_section(root, f"easy-read-{number}")
    head = setting.kept_below(
        sect, ("easy heading", number), lambda look, sect: heading(look, sect, part.title, look.grid.measure)
    )
    over = call_over(setting.voice, leaflet, part)
    body = [_call(setting, sect, over)] if over else []
    lines = setting.kept_below(sect, ("easy pairs", number), lambda look, sect: _lines(look, sect, part))
    body += [lines[0].with_break(cost=NEVER) if body else lines[0], *lines[1:]]
    if under := call_under(setting.voice, part):
        body.append(_call(setting, sect, under).with_break(cost=NEVER))
    for alone, cost in ((len(body) - 1, HARD), (1, NEVER)):  # no line stands alone overleaf, or under a heading
        if 0 < alone < len(body):
            body[alone] = body[alone].with_break(cost=max(body[alone].cost, cost))
    first, *rest = kept_together(headed(setting, head, body), setting.grid.depth, TOGETHER)
    if part.help_level == "emergency":
        first = first.with_break(cost=OWN_PAGE)
    again = reminder(setting, part.title, words_of(over.words) if over else None)
    return continued([first, *rest], again)


def _lines(look: Look, sect: Element, part: EasyPart) -> list[Atom]:
    return [picture_line(look, sect, picture, words) for picture, words in easy_pairs(look.voice, part)]


def picture_line(look: Look, sect: Element, picture: EasyPicture, words: Runs) -> Atom:
    """A line: the picture, and its words in the middle of its height."""
    group = sect.add("Div")
    element = group.add("Figure", alt=picture.alt)
    if picture.icon:
        panel = icon_panel(look, element, picture.icon)
    else:
        wide = picture_width(look)
        panel = drawing_panel(look, element, picture, wide, wide * TALLEST)
    said = piece_atom(look.text(group.add("P"), words, words_width(look)))
    return _side_by_side(look, panel, said)


def picture_width(look: Look) -> float:
    """How wide the panels of pictures are, in pt."""
    return look.grid.full * PICTURE_SHARE


def words_width(look: Look) -> float:
    """How wide the words beside them run, in pt."""
    return look.grid.full - picture_width(look) - GAP * look.scale.base


def icon_panel(look: Look, element: Element | None, icon: str) -> Atom:
    """An icon on a tint."""
    wide = picture_width(look)
    high = wide * ICON_PANEL
    side = high * ICON_HIGH
    mark = DrawingPiece(element, look.icon(icon, look.palette.deep), side, side)
    panel = Frame(wide, high, radius=look.scale.corner, fill=look.palette.tint)
    return Atom((PieceInAtom(panel, 0.0, 0.0), PieceInAtom(mark, (wide - side) / 2, (high - side) / 2)), high)


def drawing_panel(look: Look, element: Element | None, picture: PictureSource, wide: float, tall: float) -> Atom:
    """A drawing or photograph on sand, `wide` pt and as high as it needs: at least as an icon's panel, and at most
    `tall`."""
    pad = PADDING * look.scale.base
    image = look.figure(picture.file, wide)
    image = cut_at_floor(image) if isinstance(image, Drawing) else image
    across, up = fitted(image, wide - 2 * pad, tall - 2 * pad)
    high = max(up + 2 * pad, picture_width(look) * ICON_PANEL)
    piece = picture_piece(element, with_true_lines(look, image, across), across, up)
    panel = Frame(wide, high, radius=look.scale.corner, fill=look.palette.sand)
    return Atom((PieceInAtom(panel, 0.0, 0.0), PieceInAtom(piece, (wide - across) / 2, (high - up) / 2)), high)


def _side_by_side(look: Look, left: Atom, right: Atom, cost: float = EASY) -> Atom:
    high = max(left.height, right.height)
    puts = [
        *left.moved(0.0, (high - left.height) / 2).puts,
        *right.moved(look.grid.full - words_width(look), (high - right.height) / 2).puts,
    ]
    return Atom(tuple(puts), high, look.unit * BETWEEN, cost)


def _call(setting: Setting, sect: Element, call: CallLine) -> Atom:
    """Whom to call, with the mark that the level has in every form; the mark is an artifact, as its word stands beside
    it."""
    level = setting.scale.strategy if call.leads else setting.scale.body
    words = setting.text(
        sect.add("P"), call.words, words_width(setting), level, colour=setting.palette.deep if call.leads else None
    )
    size = min(CALL_DISC, picture_width(setting))
    disc = icon_disc(setting, LEVEL_ICONS[call.level], size, LEVEL_DISCS[call.level])
    return _side_by_side(setting, disc.moved((picture_width(setting) - size) / 2), piece_atom(words))


def video_atoms(setting: Setting, root: Element, videos: list[Video]) -> Iterator[Atom]:
    """Each film: the code that opens it where pictures stand, an artifact, for its address stands beside it."""
    sect = open_section(root, "videos")
    for video in videos:
        code = DrawingPiece(None, qr_drawing(video.web), CODE_SIDE, CODE_SIDE)
        left = Atom((PieceInAtom(code, (picture_width(setting) - CODE_SIDE) / 2, 0.0),), CODE_SIDE)
        group = sect.add("Div")
        rows = [piece_atom(setting.text(group.add("P"), said, words_width(setting))) for said in video_words(video)]
        yield _side_by_side(setting, left, merge(rows), FAIR)
