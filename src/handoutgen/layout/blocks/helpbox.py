"""When to get help: the only framed box of a leaflet, three levels, whole on one page.

The emergency level comes first, each level has an icon beside its word, and the number to call stands in the level's
own bold line. In a body size so large that the box is higher than a page, it parts between levels only, each framed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Help, HelpLevel
from handoutgen.layout.blocks.lists import bulleted
from handoutgen.layout.flow.atoms import EASY, FREE, HARD, NEVER, Atom, PieceInAtom, merge, overlay, piece_atom
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Rule, UprightRule
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.story.help import help_title, label_words, level_label, run_in_words, what_to_do, when_closed

LEVELS = (("emergency", "emergency"), ("urgent", "phone"), ("routine", "calendar"))
"""Level → its icon."""
SIGNS_SHARE = 0.62
"""What the signs take of the width where they stand beside their label."""
NARROWEST_COLUMNS = (0.27, 0.28, 0.29, 0.3, 0.31, 0.32, 1 / 3)
"""Least shares of the width to try for a level when the three stand side by side."""
OWN_PAGE = -400.0
"""A help box of several pages starts at the head of one: no other break is worth more."""
COLUMNS_UP_TO = 13.0
"""The largest body size (pt) at which a third of the page still holds a sign on a line or two."""


@dataclass(frozen=True, slots=True)
class HelpBox:
    """The box as atoms, and its part of the structure tree, to be hung in where layout puts the box."""

    element: Element
    atoms: tuple[Atom, ...]


def help_box(setting: Setting, guide: Help, depth: float) -> HelpBox:
    """Set the box in the full width of the page; `depth` is the height of an empty page in pt."""
    sect = Element("Sect", ident="help")
    grid = setting.grid
    pad = setting.scale.base * (1.1 if grid.has_side else 0.9)
    width = grid.full - 2 * pad
    top = _top(setting, sect, guide, width)
    in_columns = grid.has_side and setting.scale.base <= COLUMNS_UP_TO
    if in_columns and _tries(setting, guide, width):
        whole = _framed(setting, merge([*top, _columns(setting, sect, guide, width)]), pad)
        return HelpBox(sect, (whole.with_break(before=setting.unit * 3, cost=FREE),))
    levels = [_level(setting, sect, key, icon, getattr(guide, key), width) for key, icon in LEVELS]
    for white, inside in ((1.0, pad), (0.5, pad), (0.5, pad * 0.5), (0.0, pad * 0.5)):
        parted = [_ruled_off(setting, _tightened(level, white), width, i == 0, white) for i, level in enumerate(levels)]
        whole = _framed(setting, merge([*top, *parted]).moved(pad - inside), inside)
        if whole.height <= depth:
            return HelpBox(sect, (whole.with_break(before=setting.unit * 3, cost=FREE),))
    compact = compact_help(setting, guide, grid.full)
    if compact.atoms[0].height <= depth:
        atom = compact.atoms[0].with_break(before=setting.unit * 3, cost=FREE)
        return HelpBox(compact.element, (atom,))
    boxes = [_framed(setting, merge([*top, *levels[0]]), pad), *(_framed(setting, merge(lv), pad) for lv in levels[1:])]
    if max(box.height for box in boxes) <= depth:
        first, *rest = boxes
        rest = [box.with_break(before=setting.unit * 2, cost=EASY) for box in rest]
        return HelpBox(sect, (first.with_break(before=setting.unit * 3, cost=OWN_PAGE), *rest))
    return HelpBox(sect, tuple(_unframed(setting, merge(top), levels)))


def compact_help(setting: Setting, guide: Help, width: float, with_closed: bool = True) -> HelpBox:
    """The three levels as three short paragraphs in a frame, for forms that have one page or one panel for all; whom to
    call when the clinic is closed is said with the urgent one, unless the form says it elsewhere."""
    sect = Element("Sect", ident="help")
    pad = setting.scale.base * 0.8
    inner = width - 2 * pad
    atoms = _top(setting, sect, guide, inner)
    for key, icon in LEVELS:
        more = when_closed(setting.voice) if key == "urgent" and with_closed else ()
        atoms.append(_run_in_level(setting, sect, key, icon, getattr(guide, key), inner, more))
    inside = merge(atoms).moved(pad, pad)
    frame = Frame(width, inside.height + pad, radius=setting.scale.base * 0.5, stroke=setting.palette.ink,
                  thickness=setting.scale.frame)  # fmt: skip
    return HelpBox(sect, (Atom((PieceInAtom(frame, 0.0, 0.0), *inside.puts), frame.height, setting.unit * 2, NEVER),))


def _top(setting: Setting, sect: Element, guide: Help, width: float) -> list[Atom]:
    """The title and the sentence under it: the same for all clinics, like the signs."""

    def make(look: Look, sect: Element) -> list[Atom]:
        title = help_title(look.voice, guide.title)
        name = look.text(sect.add("H2", bookmark=title), title, width, look.scale.h2, bold=True, balance=True)
        if not guide.intro:
            return [piece_atom(name)]
        intro = look.text(sect.add("P"), look.voice.phrase(guide.intro), width)
        return [piece_atom(name), piece_atom(intro, before=look.unit * 0.5)]

    return list(setting.kept_below(sect, ("help", width), make))


def _run_in_level(
    setting: Setting, sect: Element, key: str, icon: str, level: HelpLevel, width: float, more: Sequence[Text]
) -> Atom:
    size = setting.scale.base * 1.6
    hang = size + setting.scale.base * 0.6
    said = run_in_words(setting.voice, key, level, more)
    words = setting.text(sect.add("P"), said, width - hang)
    mark = DrawingPiece(None, setting.icon(icon, setting.palette.accent), size, size)
    atom = overlay(piece_atom(words).moved(hang), Atom((PieceInAtom(mark, 0.0, 0.0),), size))
    return atom.with_break(before=setting.unit * 0.75)


def _unframed(setting: Setting, top: Atom, levels: list[list[Atom]]) -> list[Atom]:
    """For print so large that one level is higher than a page: no frame, and a page may end between two signs."""
    atoms = [top.with_break(before=setting.unit * 3, cost=FREE)]
    for index, (label, *signs) in enumerate(levels):
        cost = NEVER if index == 0 else EASY
        atoms += [label.with_break(before=setting.unit * 2, cost=cost), signs[0].with_break(cost=NEVER)]
        atoms += [sign.with_break(cost=HARD) for sign in signs[1:]]
    return atoms


def _framed(setting: Setting, content: Atom, pad: float) -> Atom:
    inside = content.moved(pad, pad)
    height = inside.height + pad
    frame = Frame(
        setting.grid.full, height, radius=setting.scale.base * 0.5,
        stroke=setting.palette.ink, thickness=setting.scale.frame,
    )  # fmt: skip
    return Atom((PieceInAtom(frame, 0.0, 0.0), *inside.puts), height)


def _columns(setting: Setting, sect: Element, guide: Help, width: float) -> Atom:
    """The three levels side by side, parted by hairlines: short enough to stand on page 1.

    Levels with more to say get wider columns. Several widths are tried and the lowest box is taken, because a single
    line can decide whether the box fits on page 1.
    """
    tries = _tries(setting, guide, width)
    # Kept though it shows a clinic's words: all that one clinic's columns have of their own is the number in the
    # labels, and where those are as high as another clinic's, the same try is the best.
    heights = tuple(
        setting.lines_in(label_words(setting.voice, key), column - _hang(setting))
        for widths in tries for (key, _), column in zip(LEVELS, widths, strict=True)
    )  # fmt: skip
    closed = when_closed(setting.voice)
    heights += tuple(setting.lines_in(closed, width - _closed_at(setting, widths)) for widths in tries if closed)
    best = setting.memory.get(
        ("help widths", heights),
        lambda: min(tries, key=lambda widths: _set_columns(setting, Element("Sect"), guide, widths).height),
    )
    return _set_columns(setting, sect, guide, best)


def _tries(setting: Setting, guide: Help, width: float) -> list[list[float]]:
    """Widths for the three columns in which no number is torn over two lines, for it would be called wrongly; none
    where a number is too long for a third of the width."""
    lengths = [_length(getattr(guide, key)) for key, _ in LEVELS]
    room = width - 2 * _column_gap(setting)
    tries = [_column_widths(lengths, room, least) for least in NARROWEST_COLUMNS]
    whole = [setting.longest_word(label_words(setting.voice, key)) + _hang(setting) for key, _ in LEVELS]
    return [each for each in tries if all(have >= need for have, need in zip(each, whole, strict=True))]


def _set_columns(setting: Setting, sect: Element, guide: Help, widths: list[float]) -> Atom:
    gap = _column_gap(setting)
    atoms, starts, x = [], [], 0.0
    for (key, icon), column in zip(LEVELS, widths, strict=True):
        group = sect.add("Sect", ident=f"help-{key}")
        head = _label(setting, group, key, icon, column)
        body = _signs(setting, group, key, getattr(guide, key), column, ())
        atoms.append(merge([head, body[0].with_break(before=setting.unit * 0.5), *body[1:]]).moved(x))
        starts.append(x)
        x += column + gap
    whole = overlay(*atoms).with_break(before=setting.unit)
    rules = tuple(
        PieceInAtom(UprightRule(whole.height, setting.scale.hairline, setting.palette.rule), start - gap / 2, 0.0)
        for start in starts[1:]
    )
    columns = Atom((*rules, *whole.puts), whole.height, whole.before)
    closed = when_closed(setting.voice)
    if not closed:
        return columns
    # One line under both levels that have the clinic's number is less high than two in one of them, and keeps the box
    # on page 1. It never stands under the emergency, as if that had two numbers.
    left = _closed_at(setting, widths)
    words = setting.text(sect.add("P"), closed, x - gap - left)
    return merge([columns, piece_atom(words, left, before=setting.unit * 0.75)])


def _closed_at(setting: Setting, widths: Sequence[float]) -> float:
    return widths[0] + _column_gap(setting)


def _column_gap(setting: Setting) -> float:
    return setting.scale.base * 1.6


def _column_widths(lengths: list[int], room: float, least: float) -> list[float]:
    """Each at least the share `least` of `room` pt; the rest goes by how much more a level says than the shortest."""
    more = [length**0.5 - min(lengths) ** 0.5 for length in lengths]
    shares = [m / sum(more) for m in more] if sum(more) else [1 / len(more)] * len(more)
    spare = 1 - least * len(lengths)
    return [room * (least + spare * share) for share in shares]


def _length(level: HelpLevel) -> int:
    return sum(len(text) for text in (*level.signs, level.action or ""))


def _level(setting: Setting, sect: Element, key: str, icon: str, level: HelpLevel, width: float) -> list[Atom]:
    """One level: its label in the side column with the signs beside it, or the one above the other."""
    group = sect.add("Sect", ident=f"help-{key}")
    if not setting.grid.has_side:
        head = _label(setting, group, key, icon, width)
        body = _signs(setting, group, key, level, width, when_closed(setting.voice))
        return [head, body[0].with_break(before=setting.unit * 0.25), *body[1:]]
    column = width * SIGNS_SHARE
    head = _label(setting, group, key, icon, width - column - setting.grid.gutter)
    body = _signs(setting, group, key, level, column, when_closed(setting.voice))
    return [overlay(head, merge(body).moved(width - column))]


def _label(setting: Setting, group: Element, key: str, icon: str, width: float) -> Atom:
    """The icon, and beside it in bold what to do, then a lead-in to the signs."""
    size, hang = _label_icon(setting), _hang(setting)
    heading = group.add("H3", bookmark=level_label(setting.voice, key))
    label = setting.text(heading, label_words(setting.voice, key), width - hang, setting.scale.body)
    mark = DrawingPiece(None, setting.icon(icon, setting.palette.accent), size, size)
    high = max(label.height, size)
    down = 0.0 if len(label.lines) > 1 else (high - label.height) / 2
    return Atom((PieceInAtom(label, hang, down), PieceInAtom(mark, 0.0, 0.0)), high)


def _label_icon(setting: Setting) -> float:
    """The side of a label's icon in pt."""
    return setting.scale.base * (2.0 if setting.grid.has_side else 1.5)


def _hang(setting: Setting) -> float:
    """How far a label's words stand from its icon's left edge, in pt."""
    return _label_icon(setting) + setting.scale.base * 0.6


def _signs(
    setting: Setting, group: Element, key: str, level: HelpLevel, column: float, closed: Sequence[Text]
) -> list[Atom]:
    """The signs, and then what to do: for urgent advice first whom to call when the clinic is closed."""
    said = tuple(closed) if key == "urgent" else ()

    def make(look: Look, group: Element) -> list[Atom]:
        body = bulleted(look, group, level.signs, column, before=0.0)
        for words in what_to_do(look.voice, level, said):
            piece = look.text(group.add("P"), words, column)
            body.append(piece_atom(piece, before=look.unit * 0.5))
        return body

    return setting.kept_below(group, ("help", key, column, said), make)


def _tightened(level: list[Atom], white: float) -> Atom:
    """One level with this share of the white between its lines: less of it is better than signs run into one
    paragraph."""
    return merge([atom.with_break(before=atom.before * white) for atom in level])


def _ruled_off(setting: Setting, atom: Atom, width: float, is_first: bool, white: float) -> Atom:
    space = setting.unit * (1.25 if setting.grid.has_side else 0.75) * (0.5 + white / 2)
    if is_first:
        return atom.with_break(before=space)
    rule = PieceInAtom(Rule(width, setting.scale.hairline, setting.palette.rule), 0.0, 0.0)
    lowered = atom.moved(0.0, space)
    return Atom((rule, *lowered.puts), lowered.height, space, NEVER)
